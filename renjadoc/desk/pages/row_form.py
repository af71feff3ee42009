"""The few cells that a new row of a table begins with, asked for in a small window."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from nicegui import ui

from renjadoc.desk.pages.code_search import Search, draw_code_search
from renjadoc.desk.pages.frame import close_and_go_on, explain_failure, name_element, on_top, open_once
from renjadoc.edits.edit import Edit
from renjadoc.nomenclature.entry import NomenclatureEntry
from renjadoc.problem import ProblemsFound

#: What a new row is as edits: of cells by the ids of their columns, and of which of the level's names it has.
SayRow = Callable[[dict[str, str], str], Awaitable[list[Edit]]]


@dataclass(frozen=True)
class RowQuestion:
    """What is asked of a new row: its cells (ids of columns and what they are called), and what helps to answer.

    `names` are those that a row of this level may have, if there are several; `search` finds codes for it, and `code`
    and `title` are the columns that a code which is found fills.
    """

    called: str
    cells: list[tuple[str, str]]
    names: tuple[str, ...] = ()
    search: Search | None = None
    code: str = ""
    title: str = ""
    choices: dict[str, list[str]] = field(default_factory=dict)


def ask_row(question: RowQuestion, say: SayRow, write: Callable[[list[Edit]], Awaitable[None]]) -> None:
    """Ask for a new row; what cannot be read is told and stays."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full max-w-3xl"):
        ui.label(f"Tambah {question.called}").classes("text-lg font-medium")
        named = (
            ui.select(list(question.names), value=question.names[0], label="Jenis baris") if question.names else None
        )
        fields: dict[str, ui.input] = {}
        if question.search:
            _draw_search(question, fields)
        for id, label in question.cells:
            fields[id] = ui.input(label, autocomplete=question.choices.get(id)).classes("w-full")
        said = ui.label("").props("role=alert")

        async def go_on() -> None:
            try:
                typed = {id: str(one.value or "") for id, one in fields.items() if one.value}
                edits = await say(typed, str(named.value) if named else "")
            except ProblemsFound as error:
                said.text = " ".join(explain_failure(error))
                return
            # Closed first: a window that closes takes the cursor back from the cell where somebody types on.
            await close_and_go_on(dialog, lambda: write(edits))

        with ui.row():
            ui.button("Tambah", on_click=go_on)
            ui.button("Batal", on_click=dialog.close).props("flat")
    for one in fields.values():
        one.on("keydown.enter", go_on, args=[])
    name_element(dialog, f"Tambah {question.called}")
    open_once(dialog)


def _draw_search(question: RowQuestion, fields: dict[str, ui.input]) -> None:
    async def fill(entry: NomenclatureEntry) -> None:
        for id, value in ((question.code, entry.kode), (question.title, entry.nama)):
            if id in fields:
                fields[id].value = value

    assert question.search is not None
    with ui.expansion("Pilih dari nomenklatur", icon="search", value=True).classes("w-full"):
        draw_code_search(question.search, fill)
