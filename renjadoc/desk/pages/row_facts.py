"""What a row may have beside its cells: fields that no column asks; in an ad-hoc table bold print, merged cells."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from renjadoc.desk import free_rows
from renjadoc.desk.grids import Grid
from renjadoc.desk.pages.asking import ask_fields
from renjadoc.desk.pages.grid_look import draw_row_button
from renjadoc.desk.row_fields import list_row_questions, say_row_answers
from renjadoc.desk.typed_text import show_answers
from renjadoc.edits.edit import Edit
from renjadoc.questions import Question
from renjadoc.tables.bebas import SPANS

#: Writes edits of the row at a place: the edits, the place, what was done.
Write = Callable[[list[Edit], str, str], Awaitable[None]]
_FIRST, _LAST = "/awal", "/akhir"


def draw_row_facts(grid: Grid, pointer: str, write: Write) -> None:
    """The buttons of one row."""
    row = grid.find_row(pointer)
    if SPANS in row.node:
        is_bold = free_rows.is_bold(row)

        async def turn_setting() -> None:
            edits = free_rows.mark_bold(grid.file, grid.table, row, bold=not is_bold)
            await write(edits, pointer, "diubah tebalnya")

        draw_row_button("format_bold", "Tidak tebal" if is_bold else "Cetak tebal", turn_setting)
        draw_row_button("cell_merge", "Gabung sel", lambda: _ask_merge(grid, pointer, write))
    elif asked := list_row_questions(grid, pointer):
        draw_row_button("more_horiz", "Isian lain", lambda: _ask_more(grid, pointer, asked, write))


def _ask_more(grid: Grid, pointer: str, asked: list[Question], write: Write) -> None:
    node = grid.find_row(pointer).node

    async def keep_answers(answers: dict[str, Any]) -> None:
        await write(say_row_answers(grid, pointer, answers), pointer, "diisi di luar kolomnya")

    ask_fields(
        f"Isian lain: {grid.name_row(grid.find_row(pointer))}", asked, show_answers(node, grid.reading), keep_answers
    )


def _ask_merge(grid: Grid, pointer: str, write: Write) -> None:
    """From which column to which the cells of the row become one."""
    names = [f"{number}. {heads[-1]}" for number, (_, heads) in enumerate(grid.heads(), 1)]
    hint = "Kolom yang sama dua kali memecah sel yang sudah digabung."
    asked = [
        Question(at, "", title, hint, "pilihan", True, tuple(names))
        for at, title in ((_FIRST, "Dari kolom"), (_LAST, "Sampai kolom"))
    ]

    async def merge_cells(answers: dict[str, Any]) -> None:
        first, last = names.index(answers[_FIRST]), names.index(answers[_LAST])
        edits = free_rows.merge_cells(grid.file, grid.table, grid.find_row(pointer), first, last)
        await write(edits, pointer, "digabung selnya")

    ask_fields("Gabung sel baris ini", asked, lambda _: names[0], merge_cells, "Gabung")
