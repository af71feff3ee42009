"""The columns of an ad-hoc table on the page: titled, added, moved, removed, brought under one head."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from nicegui import ui

from renjadoc.content.pointers import value_at
from renjadoc.desk import free_columns
from renjadoc.desk.fields_edits import see_answers
from renjadoc.desk.free_columns import FreeColumn
from renjadoc.desk.inspection import name_place
from renjadoc.desk.pages.asking import ask_fields, ask_text, write_and_go
from renjadoc.desk.pages.frame import ask, do_and_tell, name_element
from renjadoc.desk.schema_fields import list_fields
from renjadoc.edits.edit import Edit
from renjadoc.questions import Question
from renjadoc.reading import Reading

_LAST, _TITLE = "/sampai", "/judul"


class FreeColumns:
    """All heads of one table, each with a menu of what can be done to it."""

    def __init__(self, folder: Path, reading: Reading, stem: str) -> None:
        self._folder, self._reading = folder, reading
        self._file, self._table = f"tabel/{stem}.json", reading.tables[stem]
        self._called = name_place(reading, self._file)

    def draw(self) -> None:
        """The heads from left to right, those above others before them."""
        ui.label("Kolom").classes("font-medium")
        for column in free_columns.list_columns(self._table.data):
            with ui.row().classes("items-center no-wrap").style(f"padding-left: {column.depth * 1.5}rem"):
                title = self._reading.printed(column.data["judul"]) or "(tanpa judul)"
                ui.label(title)
                self._draw_menu(column, title)
        ui.button("Tambah kolom", icon="add", on_click=partial(self._ask_new, None)).props("flat dense")

    def _draw_menu(self, column: FreeColumn, title: str) -> None:
        edit = ui.button(icon="edit", on_click=partial(self._ask_column, column)).props("flat round dense size=sm")
        name_element(edit, f"Ubah kolom {title}")
        with ui.button(icon="more_vert").props("flat round dense size=sm") as button, ui.menu():
            ui.menu_item("Tambah kolom sesudahnya", partial(self._ask_new, column))
            ui.menu_item("Geser ke kiri", partial(self._move_column, column, -1))
            ui.menu_item("Geser ke kanan", partial(self._move_column, column, 1))
            ui.menu_item("Beri kepala bersama di atasnya", partial(self._ask_group, column))
            if column.number is None:
                ui.menu_item("Lepas kepala ini, kolomnya tetap", partial(self._ungroup_columns, column))
        name_element(button, f"Susunan kolom {title}")
        if column.number is not None:
            act = partial(ask, f"Hapus kolom “{title}” beserta isinya?", "Hapus", partial(self._remove_column, column))
            remove = ui.button(icon="delete", on_click=act).props("flat round dense size=sm")
            name_element(remove, f"Hapus kolom {title}")

    def _ask_column(self, column: FreeColumn) -> None:
        branch: dict[str, Any] = {} if column.number is not None else {"kolom": []}
        asked = list_fields("bebas", {**column.data, **branch}, ("kolom",), within="kolom")

        async def keep_answers(answers: dict[str, Any]) -> None:
            stated = {pointer.removeprefix("/"): value for pointer, value in answers.items()}
            await self._write_columns(free_columns.change_column(self._file, column, stated), "kolomnya diubah")

        ask_fields("Kolom", asked, lambda question: value_at(column.data, question.pointer), keep_answers)

    def _ask_new(self, behind: FreeColumn | None) -> None:
        async def add(title: str) -> None:
            edits = free_columns.add_column(self._file, self._table, title, behind)
            await self._write_columns(edits, "ditambah satu kolom")

        ask_text("Kolom baru", "Judul kolom", add, agreed="Tambah")

    async def _move_column(self, column: FreeColumn, step: int) -> None:
        edits = free_columns.move_column(self._file, self._table, column, step)
        await self._write_columns(edits, "kolomnya dipindah")

    async def _remove_column(self, column: FreeColumn) -> None:
        edits = await do_and_tell(lambda: free_columns.remove_column(self._file, self._table, column))
        if edits is not None:
            await self._write_columns(edits, "dikurangi satu kolom")

    def _ask_group(self, column: FreeColumn) -> None:
        """One head above this column and some behind it."""
        beside = [f"{number}. {title}" for number, title in enumerate(free_columns.list_beside(self._table, column), 1)]
        asked = [
            Question(_TITLE, "", "Judul kepala bersama", "", "teks", True),
            Question(_LAST, "", "Dari kolom ini sampai dengan", "", "pilihan", True, tuple(beside)),
        ]

        async def group_columns(answers: dict[str, Any]) -> None:
            many = beside.index(answers[_LAST]) + 1
            edits = free_columns.group_columns(self._file, self._table, column, many, answers[_TITLE])
            await self._write_columns(edits, "diberi kepala bersama")

        start: Callable[[Question], Any] = lambda question: beside[-1] if question.choices else None  # noqa: E731
        ask_fields("Kepala bersama", asked, start, group_columns)

    async def _ungroup_columns(self, column: FreeColumn) -> None:
        await self._write_columns(
            free_columns.ungroup_columns(self._file, self._table, column), "dilepas satu kepalanya"
        )

    async def _write_columns(self, edits: list[Edit], what: str) -> None:
        seen = see_answers(self._file, self._table.data, edits)
        await write_and_go(self._folder, edits, f"{self._called} {what} di halaman", seen)
