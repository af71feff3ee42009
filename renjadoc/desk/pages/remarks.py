"""Telaah: the copy for the legal section out and in, and its remarks as a list to be ticked off."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from nicegui import ui

from renjadoc.content.pointers import join
from renjadoc.desk import versions
from renjadoc.desk.inspection import Inspection, inspect_folder, name_place
from renjadoc.desk.pages.frame import PATIENCE, do_and_tell, draw_heading, in_background, name_element, page_frame
from renjadoc.desk.pages.incoming import draw_incoming, make_review
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.writing import Seen, write_edits
from renjadoc.edits.edit import Edit

_FILE = "telaah.json"


def add_screen(root: Path) -> None:
    """The screen Telaah of every folder."""

    @ui.page("/renja/{name}/telaah", response_timeout=PATIENCE)
    async def show_review(name: str) -> None:
        folder = find_folder(root, name)
        inspection = await in_background(lambda: inspect_folder(folder))
        with page_frame(name, folder, "telaah"):
            draw_heading("Naskah untuk ditelaah")
            _draw_order(root, folder, inspection)
            draw_heading("Kembali dari telaah")
            draw_incoming(folder, "Letakkan naskah telaah yang kembali di sini (.docx)", ".docx")
            draw_heading("Catatan penelaah")
            _draw_remarks(folder, inspection)


def _draw_order(root: Path, folder: Path, inspection: Inspection) -> None:
    """Which chapters, and since which older Renja changes are marked."""
    count = len(inspection.reading.folder.bab) if inspection.reading else 0
    others = {"": "Tanpa menandai perubahan"} | versions.list_others(root, folder)
    with ui.row().classes("items-end"):
        options = {number: f"BAB {number}" for number in range(1, count + 1)}
        chapters = ui.select(options, multiple=True, label="Bab (semua bila kosong)").classes("w-60")
        older = ui.select(others, value="", label="Perubahan").classes("w-80")

        async def make_copy() -> None:
            chosen = frozenset(chapters.value or ())
            made = await do_and_tell(lambda: _make_copy(root, folder, chosen, str(older.value or "")))
            if made is not None:
                ui.download(made[1], made[0])

        ui.button("Unduh naskah telaah", on_click=make_copy)


def _make_copy(root: Path, folder: Path, chapters: frozenset[int], older: str) -> tuple[str, bytes]:
    """The review copy, with what changed since another Renja or a version of this one."""
    if not older:
        return make_review(folder, chapters)
    with versions.open_other(root, folder, older) as old:
        return make_review(folder, chapters, str(old))


def _draw_remarks(folder: Path, inspection: Inspection) -> None:
    source = inspection.reading.folder.telaah if inspection.reading else None
    entries: list[dict[str, Any]] = source.data["catatan"] if source else []
    if not entries:
        ui.label("Belum ada catatan. Komentar dalam naskah yang kembali akan terdaftar di sini.")
    for index, entry in enumerate(entries):
        with ui.row().classes("items-start no-wrap w-full"):
            tick = ui.checkbox(value=bool(entry.get("selesai")))
            tick.on_value_change(partial(_settle_remark, folder, index, entry))
            name_element(tick, f"Selesai: {entry['catatan']}")
            with ui.column().classes("gap-0"):
                ui.label(entry["catatan"]).classes("whitespace-pre-wrap")
                ui.label(_tell_origin(entry)).classes("text-sm")
                place = name_place(inspection.reading, entry["berkas"])
                ui.link(place, open_place(folder, entry["berkas"], entry.get("letak", ""))).classes("text-sm")


def _tell_origin(entry: dict[str, Any]) -> str:
    """Who remarked it, when, and at which words, as far as that is known."""
    who = ", ".join(part for part in (entry["penulis"], entry.get("tanggal")) if part)
    return f"{who}: “{entry['kutipan']}”" if entry.get("kutipan") else who


async def _settle_remark(folder: Path, index: int, entry: dict[str, Any], event: Any) -> None:
    """Tick a remark off, or open it again."""
    at, was = join("", "catatan", index), bool(entry.get("selesai"))
    if event.value == was:
        return
    edits = [Edit(_FILE, join(at, "selesai"), "set", event.value)]
    what = "selesai" if event.value else "dibuka lagi"
    seen = [Seen(_FILE, at, dict(entry))]
    if await do_and_tell(lambda: [write_edits(folder, edits, f"catatan telaah {what}", seen)]) is not None:
        entry["selesai"] = event.value
    else:
        event.sender.value = was
