"""Yang perlu ditinjau: what was taken over from last year, with why to look at it, and saying that it is right."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc.content import tinjau
from renjadoc.content.pointers import join, value_at
from renjadoc.content.tinjau import OpenEntry
from renjadoc.desk.finding_places import name_pointer
from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.desk.pages.frame import PATIENCE, address, ask, do_and_tell, in_background, name_element, page_frame
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.typed_text import show_typed
from renjadoc.desk.writing import Seen, write_edits
from renjadoc.edits.edit import Edit
from renjadoc.reading import Reading
from renjadoc.years.progress import confirm_entries

_FILE = "tinjau.json"
#: More entries of one file than these nobody reads at once.
_MOST = 100


def add_screen(root: Path) -> None:
    """The screen of every folder that began from last year's."""

    @ui.page("/renja/{name}/isi/tinjau", response_timeout=PATIENCE)
    async def show_carried(name: str) -> None:
        folder = find_folder(root, name)
        reading = (await in_background(lambda: inspect_folder(folder))).reading
        with page_frame(name, folder, "isi"):
            ui.label("Isian terbawa dari tahun lalu").classes("text-xl font-medium").props("role=heading aria-level=2")
            entries = tinjau.open_entries(reading.folder) if reading else []
            if reading is None or not entries:
                ui.label("Tidak ada lagi yang perlu ditinjau.")
                ui.link("Kembali ke Isi", address(folder, "isi"))
                return
            total = tinjau.count_entries(reading.folder)
            ui.label(f"{total - len(entries)} dari {total} sudah ditinjau. Klik untuk membuka tempatnya; bila isinya")
            ui.label("memang benar untuk tahun ini, tekan Benar. Yang diubah di tempatnya selesai dengan sendirinya.")
            _draw_entries(folder, reading, entries)


def _draw_entries(folder: Path, reading: Reading, entries: list[OpenEntry]) -> None:
    by_file: dict[str, list[OpenEntry]] = defaultdict(list)
    for entry in entries:
        by_file[reading.folder.relative(entry.source)].append(entry)
    for file, found in by_file.items():
        place = name_place(reading, file)
        with ui.expansion(f"{place} ({len(found)})", value=len(by_file) == 1).classes("w-full"):
            question = f"Nyatakan semua isian terbawa dalam {place} benar?"
            act = partial(ask, question, "Semua benar", partial(_confirm_file, folder, file))
            name_element(ui.button("Semua di sini benar", on_click=act).props("outline dense"), f"Semua benar: {place}")
            for entry in found[:_MOST]:
                _draw_entry(folder, reading, file, entry)
            if len(found) > _MOST:
                ui.label(f"dan {len(found) - _MOST} lagi; tampil sesudah yang di atas selesai.")


def _draw_entry(folder: Path, reading: Reading, file: str, entry: OpenEntry) -> None:
    value = value_at(entry.source.data, entry.pointer)
    shown = show_typed(value, reading) if not isinstance(value, dict) else ""
    called = name_pointer(reading, file, entry.pointer) or name_place(reading, file)
    with ui.row().classes("items-center w-full") as line:
        button = ui.button("Benar", on_click=lambda: _confirm_entry(folder, entry, line)).props("flat dense")
        name_element(button, f"Benar: {called}")
        ui.link(called, open_place(folder, file, entry.pointer))
        ui.label(f"{shown[:120]} ({entry.reason})").classes("text-sm")


async def _confirm_entry(folder: Path, entry: OpenEntry, line: ui.row) -> None:
    """Say of one entry that it is right."""
    at = join("", "tinjau", entry.entry)
    edits = [Edit(_FILE, join(at, "dikonfirmasi"), "set", True)]
    seen = [Seen(_FILE, join(at, "dikonfirmasi"), None)]
    if await do_and_tell(lambda: [write_edits(folder, edits, "isian terbawa dinyatakan benar", seen)]) is not None:
        line.delete()


async def _confirm_file(folder: Path, file: str) -> None:
    if await do_and_tell(lambda: [confirm_entries(folder, file)]) is not None:
        ui.navigate.reload()
