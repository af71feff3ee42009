"""Sampul: what is known of the office, the region, the Renstra and who signs, with the logo and the signature."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nicegui import events, ui

from renjadoc.content.pointers import value_at
from renjadoc.desk.inspection import inspect_folder
from renjadoc.desk.pages.fields import draw_groups
from renjadoc.desk.pages.frame import PATIENCE, do, draw_heading, draw_upload, in_background, page_frame
from renjadoc.desk.pages.placed_boxes import keep_picture
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.typed_text import keep_names, show_typed
from renjadoc.desk.writing import Seen, write_edits
from renjadoc.edits.edit import Edit
from renjadoc.questions import Question, list_questions
from renjadoc.reading import Reading

_FILE = "dokumen.json"
#: The pictures of the office: where dokumen.json names them, what they are called.
_PICTURES = (("/logo", "Lambang daerah di sampul"), ("/pengesahan/tanda_tangan", "Tanda tangan"))


def add(root: Path) -> None:
    """The screen Sampul of every folder."""

    @ui.page("/renja/{name}/isi/sampul", response_timeout=PATIENCE)
    async def show_cover(name: str) -> None:
        folder = find_folder(root, name)
        inspection = await in_background(lambda: inspect_folder(folder))
        with page_frame(name, folder, "isi"):
            ui.label("Sampul, daerah, Renstra, dan tanda tangan").classes("text-xl font-medium").props(
                "role=heading aria-level=2"
            )
            if inspection.reading is None:
                ui.label("dokumen.json belum dapat dibaca; lihat Periksa.")
                return
            data = inspection.reading.folder.dokumen.data
            _draw_facts(folder, inspection.reading)
            for pointer, called in _PICTURES:
                _draw_picture(folder, data, pointer, called)


def _draw_facts(folder: Path, reading: Reading) -> None:
    data = reading.folder.dokumen.data
    stored = {question.pointer: value_at(data, question.pointer) for question in list_questions()}

    def show(question: Question) -> Any:
        value = stored[question.pointer]
        return show_typed(value, reading) if isinstance(value, str) else value

    fields = draw_groups(list_questions(), show)
    status = ui.label("").props("aria-live=polite")

    async def keep() -> None:
        now = {pointer: keep_names(stored[pointer], read(), reading) for pointer, read in fields.items()}
        changed = [pointer for pointer, value in now.items() if value != stored[pointer]]
        edits = [Edit(_FILE, pointer, "set", now[pointer]) for pointer in changed]
        seen = [Seen(_FILE, pointer, stored[pointer]) for pointer in changed]
        if await do(lambda: [write_edits(folder, edits, "sampul ditulis di halaman", seen)]) is not None:
            stored.update(now)
            status.text = "Tersimpan"

    ui.button("Simpan", on_click=keep)


def _draw_picture(folder: Path, data: Any, pointer: str, called: str) -> None:
    draw_heading(called)
    stated = value_at(data, pointer)
    if stated and (folder / stated).is_file():
        ui.image(folder / stated).classes("w-40").props["alt"] = called

    async def take(event: events.UploadEventArguments) -> None:
        content = await event.file.read()

        def write() -> int:
            name = keep_picture(folder, event.file.name, content)
            edits = [Edit(_FILE, pointer, "set", name)]
            return write_edits(folder, edits, f"{called} diganti di halaman", [Seen(_FILE, pointer, stated)])

        if await do(write) is not None:
            ui.navigate.reload()

    draw_upload(f"Ganti: {called} (PNG atau JPEG)", ".png,.jpg,.jpeg", take)
