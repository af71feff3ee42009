"""The headings of a chapter on the page: renamed, added, moved, removed, with a menu at each of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc.content.pointers import join
from renjadoc.desk import headings
from renjadoc.desk.pages.asking import ask_removal, ask_text, write_and_go
from renjadoc.desk.pages.frame import name_element
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.typed_text import keep_names, show_typed
from renjadoc.edits.edit import Edit
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading

_Change = Callable[[str, Section], list[Edit]]


class HeadingMenu:
    """What can be done to one heading; each change is written at once, and the chapter is shown anew there."""

    def __init__(self, folder: Path, reading: Reading, section: Section) -> None:
        self._folder, self._reading, self._section = folder, reading, section
        self._file = reading.folder.relative(section.source)
        self._called = headings.name_section(reading, section)

    def draw(self) -> None:
        """The button and its menu."""
        section = self._section
        with ui.button(icon="more_vert").props("flat round dense size=sm") as button, ui.menu():
            ui.menu_item("Ubah judul", self._ask_title)
            if section.part == "bab" and section.level < headings.DEEPEST:
                name = headings.name_level(section.level + 1)
                ui.menu_item(f"Tambah {name} di dalamnya", partial(self._ask_heading, headings.add_below, name))
            if section.level > 1:
                self._draw_moves(headings.name_level(section.level))
        name_element(button, f"Ubah judul atau susunan {self._called}")

    def _draw_moves(self, name: str) -> None:
        ui.menu_item(f"Tambah {name} sesudahnya", partial(self._ask_heading, headings.add_behind, name))
        moves: tuple[tuple[str, _Change], ...] = (
            ("Naikkan", lambda file, one: headings.move_heading(file, one, -1)),
            ("Turunkan", lambda file, one: headings.move_heading(file, one, 1)),
            ("Masukkan ke bagian di atasnya", headings.lower_heading),
            ("Jadikan bagian tersendiri", headings.raise_heading),
        )
        for label, change in moves:
            if change(self._file, self._section):
                ui.menu_item(label, partial(self._write, change, "dipindah"))
        remove = partial(self._write, headings.remove_heading, "dihapus")
        ui.menu_item(f"Hapus {name}", partial(ask_removal, f"{self._called} beserta semua isinya", remove))

    def _ask_title(self) -> None:
        old = self._section.data["judul"]

        async def rename(typed: str) -> None:
            title = keep_names(old, typed, self._reading)
            await self._write(lambda file, one: headings.rename_heading(file, one, title), "berganti judul")

        ask_text(f"Judul {self._called}", "Judul (tanpa nomor)", rename, show_typed(old, self._reading))

    def _ask_heading(self, change: Callable[[str, Section, str], list[Edit]], name: str) -> None:
        async def add(title: str) -> None:
            edits = change(self._file, self._section, title)
            await self._write_edits(edits, f"{name} “{title}” ditambahkan di halaman", _find_new(edits))

        ask_text(f"Tambah {name}", "Judul (tanpa nomor)", add, agreed="Tambah")

    async def _write(self, change: _Change, what: str) -> None:
        await self._write_edits(change(self._file, self._section), f"{self._called} {what} di halaman", "")

    async def _write_edits(self, edits: list[Edit], action: str, pointer: str) -> None:
        seen = headings.see_headings(self._reading, self._section)
        to = open_place(self._folder, self._file, pointer) if pointer else ""
        await write_and_go(self._folder, edits, action, seen, to=to)


def _find_new(edits: list[Edit]) -> str:
    """Where the title of a new heading stands afterwards."""
    first = edits[0]
    at = join(first.pointer, 0) if isinstance(first.value, list) else first.pointer
    return join(at, "judul")
