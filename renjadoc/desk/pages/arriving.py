"""A place where folders and zips of offices are dropped; what is laid down, and why something was not."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from nicegui import app, events, ui
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request

from renjadoc.content.copies import MAX_FILES
from renjadoc.desk import arrivals
from renjadoc.desk.guard import MOST_BYTES
from renjadoc.desk.pages.frame import explain_failure, name_element

_ADDRESS = "/terima-folder"
#: Reads every file below what was dropped or chosen, with its path, and sends all of them at once.
_SCRIPT = """
window.kirimFolder = async (found) => {
    const form = new FormData(), paths = [];
    let size = 0;
    for (const [path, file] of found) { form.append("berkas", file); paths.push(path); size += file.size; }
    if (size > %d) return {gagal: ["Terlalu besar untuk sekali kirim; letakkan beberapa folder saja."]};
    form.append("jalur", JSON.stringify(paths));
    const answer = await fetch("%s", {method: "POST", body: form});
    return answer.ok ? await answer.json() : {gagal: [await answer.text()]};
};
window.bacaFolder = async (entry, place) => {
    const path = place + entry.name;
    if (entry.isFile) return [[path, await new Promise((done, failed) => entry.file(done, failed))]];
    const reader = entry.createReader(), found = [];
    for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) return found;
        for (const one of some) if (!one.name.startsWith(".")) found.push(...await window.bacaFolder(one, path + "/"));
    }
};
"""
_DROPPED = """async (event) => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter((one) => one);
    const found = (await Promise.all(entries.map((one) => window.bacaFolder(one, "")))).flat();
    emit(found.length ? await window.kirimFolder(found) : {gagal: ["Tidak ada berkas di dalamnya."]});
}"""
_CHOSEN = """async (event) => {
    const files = [...event.target.files].filter((one) => !/(^|\\/)\\./.test(one.webkitRelativePath || one.name));
    if (files.length) emit(await window.kirimFolder(files.map((one) => [one.webkitRelativePath || one.name, one])));
    event.target.value = "";
}"""


def add_route(root: Path) -> None:
    """Make the address known that the files are sent to; who may speak to it is the guard's."""

    @app.post(_ADDRESS)
    async def take_files(request: Request) -> dict[str, list[str]]:
        async with request.form(max_files=MAX_FILES, max_fields=4) as form:
            paths = json.loads(str(form["jalur"]))
            uploads = [one for one in form.getlist("berkas") if isinstance(one, UploadFile)]
            sent = [(str(path), await one.read()) for path, one in zip(paths, uploads, strict=True)]
        return await run_in_threadpool(lambda: take_sent(root, sent))


def take_sent(root: Path, sent: list[tuple[str, bytes]]) -> dict[str, list[str]]:
    """Lay down what was sent, zips unpacked; `masuk` tells what came in, `gagal` what did not and why."""
    told: dict[str, list[str]] = {"masuk": [], "gagal": []}
    plain = {path: data for path, data in sent if not path.lower().endswith(".zip")}
    batches: list[tuple[str, Callable[[], arrivals.Arrived]]] = [("", lambda: plain)] if plain else []
    for path, data in sent:
        if path.lower().endswith(".zip"):
            batches.append((f"{path}: ", lambda path=path, data=data: arrivals.unpack_zip(path, data)))  # type: ignore[misc]
    for called, read in batches:
        try:
            told["masuk"] += arrivals.take_in(root, read())
        except Exception as error:
            told["gagal"] += [f"{called}{line}" for line in explain_failure(error)]
    return told


def draw_arriving(told: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    """The place, with a button for who cannot drop; `told` gets what came of it."""
    ui.run_javascript(_SCRIPT % (MOST_BYTES, _ADDRESS))

    async def tell(event: events.GenericEventArguments) -> None:
        await told(dict(event.args))

    with ui.card().classes("w-full items-center border-2 border-dashed") as place:
        ui.label("Letakkan folder atau zip perangkat daerah di sini").classes("font-medium")
        ui.label("Satu atau banyak sekaligus. Yang sudah ada tidak diganti.").classes("text-sm")
        with ui.row().classes("items-center"):
            for label, choice in (("Pilih folder", "webkitdirectory"), ("Pilih zip", 'accept=".zip" multiple')):
                with ui.element("label").classes("pilih-berkas-tombol"):
                    ui.label(label)
                    field = ui.element("input").props(f"type=file {choice}").classes("pilih-berkas")
                    name_element(field, label)
                    field.on("change", tell, js_handler=_CHOSEN)
    place.on("dragover", js_handler="(event) => event.preventDefault()")
    place.on("drop", tell, js_handler=_DROPPED)
