"""The grid of a table and what is done to its rows; each change is written at once and all totals follow."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from pathlib import Path

from nicegui import events, ui

from renjadoc.content.folder import read_usable
from renjadoc.content.pointers import join
from renjadoc.desk import codes
from renjadoc.desk.choices import list_choices
from renjadoc.desk.grids import DEPTH, ID, LEVEL, Grid, GridRow, find_cell
from renjadoc.desk.inspection import name_place
from renjadoc.desk.pages.code_search import Search, ask_code
from renjadoc.desk.pages.frame import ask, do_and_tell, explain_failure, in_background, on_top, show_message
from renjadoc.desk.pages.grid_look import CHOOSE, describe_grid, draw_row_button, offer_choices
from renjadoc.desk.pages.row_facts import draw_row_facts
from renjadoc.desk.pages.row_form import RowQuestion, ask_row
from renjadoc.desk.row_places import NewPlace, list_places
from renjadoc.desk.writing import write_edits
from renjadoc.edits.edit import Edit
from renjadoc.nomenclature.entry import DEPTHS, NomenclatureEntry
from renjadoc.reading import Reading

#: Goes to a cell, unless somebody types in another one already.
_FOCUS = """
const api = getElement(%d)?.api, [row, column] = [%d, %s];
if (api && !api.getEditingCells().length) {
    api.ensureIndexVisible(row, "middle"); api.ensureColumnVisible(column); api.setFocusedCell(row, column);
}
"""


class TableEditor:
    """One table of a folder in a grid."""

    def __init__(self, folder: Path, grid: Grid) -> None:
        self._folder, self._grid = folder, grid
        self._rows: list[GridRow] = grid.list_rows()
        self._choices = list_choices(grid)
        self._has_codes = grid.reading.open_nomenclature() is not None
        self._at: GridRow | None = None
        self._turn = asyncio.Lock()

    def draw(self, pointed: str) -> None:
        """The buttons and the grid, at the cell that `pointed` stands in."""
        table = self._grid.table
        if not table.is_view:
            with ui.row().classes("items-center w-full lekat py-1"):
                self._tools = ui.row().classes("items-center gap-1")
                self._status = ui.label("").props("aria-live=polite").classes("text-sm")
        offer_choices(self._choices)
        self._ag = (
            ui.aggrid(describe_grid(self._grid, self._rows), auto_size_columns=False)
            .classes("w-full")
            .style("height: 70vh")
        )
        self._ag.on("cellValueChanged", self._take_cell, args=["rowId", "colId", "newValue", "oldValue"])
        self._ag.on("cellFocused", self._note_row, args=["rowIndex"])
        self._ag.on("cellEditingStarted", js_handler=CHOOSE)
        if not table.is_view:
            self._draw_tools()
        if pointed:
            self._ag.on("firstDataRendered", lambda: self._focus(*find_cell(self._grid, pointed)), args=[])

    # Tools

    def _draw_tools(self) -> None:
        row = self._at
        self._tools.clear()
        with self._tools:
            if row is None or not row[ID]:
                level = self._grid.table.layout.levels[0]
                count = len(self._grid.table.data.get(level.key, []))
                place = NewPlace(0, "", count, f"Tambah {level.names[0]}")
                draw_row_button("add", place.label, partial(self._ask_new, place))
                ui.label("Klik sebuah sel untuk mengerjakan barisnya.").classes("text-sm")
                return
            self._draw_row_tools(row)

    def _draw_row_tools(self, row: GridRow) -> None:
        pointer, depth = str(row[ID]), row[DEPTH]
        level = self._grid.table.layout.levels[depth]
        for place in list_places(self._grid, pointer):
            icon = "subdirectory_arrow_right" if place.depth > depth else "add"
            draw_row_button(icon, place.label, partial(self._ask_new, place))
        if self._has_codes and codes.has_codes(level):
            draw_row_button("search", "Cari di nomenklatur", partial(self._ask_code, pointer, depth))
        if len(level.names) > 1:
            self._draw_names(pointer, level.names, str(row[LEVEL]))
        draw_row_facts(self._grid, pointer, self._change)
        draw_row_button("arrow_upward", "Naikkan baris", partial(self._move, pointer, -1))
        draw_row_button("arrow_downward", "Turunkan baris", partial(self._move, pointer, 1))
        name = self._grid.name_row(self._grid.find_row(pointer))
        question = f"Hapus {row[LEVEL]} “{name}” dan semua di bawahnya?"
        draw_row_button("delete", "Hapus baris", partial(ask, question, "Hapus", partial(self._remove, pointer)))

    def _draw_names(self, pointer: str, names: tuple[str, ...], now: str) -> None:
        """Which of its level's names a row has: tujuan, sasaran …"""

        async def rename(event: events.ValueChangeEventArguments[str]) -> None:
            await self._change(self._grid.rename_level(pointer, event.value), pointer, "diubah tingkatnya", pointer)

        choice = ui.select(list(names), value=now, label="Jenis baris", on_change=rename).props("dense options-dense")
        choice.classes("w-32")

    # Cells

    def _note_row(self, event: events.GenericEventArguments) -> None:
        index = event.args.get("rowIndex")
        row = self._rows[index] if isinstance(index, int) and 0 <= index < len(self._rows) else None
        if row is not self._at and not self._grid.table.is_view:
            self._at = row
            self._draw_tools()

    async def _take_cell(self, event: events.GenericEventArguments) -> None:
        """A cell was typed into: written and all totals computed, or shown as it was with the reason."""
        place, column = str(event.args["rowId"]), str(event.args["colId"])
        typed = event.args.get("newValue")
        async with self._turn:
            grid = self._grid
            try:
                text = "" if typed is None else str(typed)
                edits = await in_background(lambda: codes.edit_coded_cell(grid, place, column, text))
                await self._write(edits, place, "diisi")
            except Exception as error:
                self._status.text = "Belum tersimpan"
                show_message("Belum tersimpan", explain_failure(error))
                self._show(self._rows, only={place})

    async def _write(self, edits: list[Edit], place: str, what: str) -> None:
        """Write edits and show what became of the table. Raises ProblemsFound, and what else may happen."""
        if not edits:
            return
        self._status.text = "Menyimpan …"
        grid, seen = self._grid, self._grid.seen(place)
        action = f"{name_place(grid.reading, grid.file)} {what} di halaman"
        await in_background(lambda: write_edits(self._folder, edits, action, seen))
        reading = await in_background(lambda: _read(self._folder))
        self._grid = Grid(reading, grid.name)
        self._show(self._grid.list_rows())
        self._status.text = "Tersimpan"

    def _show(self, rows: list[GridRow], only: set[str] | None = None) -> None:
        """Show rows: all of them where their number or order changed, else those that say something new."""
        before = {row[ID]: row for row in self._rows}
        if [row[ID] for row in rows] != list(before):
            self._ag.run_grid_method("setGridOption", "rowData", rows)
        else:
            changed = [row for row in rows if row != before[row[ID]] or (only and row[ID] in only)]
            self._ag.run_grid_method("applyTransaction", {"update": changed})
        self._rows = rows

    # Rows

    async def _change(self, edits: list[Edit], place: str, what: str, then: str = "") -> None:
        """Write edits of rows; the row `then` is gone to."""
        with on_top():
            async with self._turn:
                try:
                    await self._write(edits, place, what)
                except Exception as error:
                    self._status.text = "Belum tersimpan"
                    show_message("Belum tersimpan", explain_failure(error))
                    return
            self._at = None
            self._draw_tools()
            if then:
                self._focus(*find_cell(self._grid, then))

    async def _move(self, pointer: str, step: int) -> None:
        list_at, _, last = pointer.rpartition("/")
        await self._change(
            self._grid.move_row(pointer, step), pointer, "diubah urutannya", f"{list_at}/{int(last) + step}"
        )

    async def _remove(self, pointer: str) -> None:
        await self._change(self._grid.remove_row(pointer), pointer, "dikurangi satu baris")

    def _ask_new(self, place: NewPlace) -> None:
        grid, level = self._grid, self._grid.table.layout.levels[place.depth]
        new = join(place.above, level.key, place.number)

        async def say(typed: dict[str, str], named: str) -> list[Edit]:
            edits = grid.add_row(place.depth, place.above, place.number, typed, named)
            return await in_background(lambda: codes.complete_new_row(grid, edits))

        async def put_in(edits: list[Edit]) -> None:
            await self._change(edits, place.above, "ditambah satu baris", new)

        search = self._search_codes(place.depth, place.above) if self._has_codes and codes.has_codes(level) else None
        names = level.names if len(level.names) > 1 else ()
        cells = grid.list_required(level)
        ask_row(RowQuestion(level.names[0], cells, names, search, level.code, level.title, self._choices), say, put_in)

    def _search_codes(self, depth: int, above: str) -> Search:
        """Codes for a row of a level below the row `above`; searched in whatever thread asks."""
        grid = self._grid
        wanted, code = DEPTHS[grid.table.layout.levels[depth].key], codes.code_above(grid, above)

        def search(words: str) -> list[NomenclatureEntry]:
            book = grid.reading.open_nomenclature()
            return codes.search_codes(book, wanted, code, words) if book else []

        return search

    def _ask_code(self, pointer: str, depth: int) -> None:
        async def take(entry: NomenclatureEntry) -> None:
            edits = await do_and_tell(lambda: codes.take_entry(self._grid, pointer, entry))
            if edits is not None:
                await self._change(edits, pointer, "diisi dari nomenklatur", pointer)

        above = pointer.rpartition("/")[0].rpartition("/")[0]
        ask_code(self._search_codes(depth, above), take, "")

    def _focus(self, row: str, column: str) -> None:
        index = next((number for number, one in enumerate(self._rows) if one[ID] == row), None)
        if index is not None:
            self._ag.client.run_javascript(_FOCUS % (self._ag.id, index, json.dumps(column)))


def _read(folder: Path) -> Reading:
    return Reading(read_usable(folder)[0])
