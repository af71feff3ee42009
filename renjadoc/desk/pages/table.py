"""One table of Isi: filled here in a grid, or in Excel: taken out for a Bidang, dropped back, merged."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

from nicegui import events, ui

from renjadoc.content.folder import read_folder
from renjadoc.desk import sections
from renjadoc.desk.grids import DEPTH, ID, LEVEL, Grid, GridRow, find_cell, list_choices
from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.desk.pages.boxes import Desk, SectionEditor
from renjadoc.desk.pages.findings import watch_file
from renjadoc.desk.pages.frame import PATIENCE, ask, explain_failure, in_background, page_frame, show_message
from renjadoc.desk.pages.grid_look import CHOOSE, describe_grid, offer_choices
from renjadoc.desk.pages.incoming import draw_export, draw_incoming
from renjadoc.desk.pages.placed_boxes import LINES
from renjadoc.desk.pages.row_form import ask_row
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.writing import write_edits
from renjadoc.edits.edit import Edit
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading


def add(root: Path) -> None:
    """The screen of every table."""

    @ui.page("/renja/{name}/isi/tabel/{stem}", response_timeout=PATIENCE)
    async def show_table(name: str, stem: str, di: str = "") -> None:
        folder, file = find_folder(root, name), f"tabel/{stem}.json"
        inspection = await in_background(lambda: inspect_folder(folder))
        reading = inspection.reading
        with page_frame(name, folder, "isi", is_wide=True):
            if reading is None or stem not in reading.tables:
                ui.label(f"{file} tidak ada, atau belum dapat dipakai; lihat Periksa.")
                return
            ui.label(name_place(reading, file)).classes("text-xl font-medium").props("role=heading aria-level=2")
            with ui.expansion("Isi tabel ini di Excel", icon="table_view").classes("w-full"):
                draw_export(folder)
                draw_incoming(folder, "Letakkan kembali Excel yang sudah diisi di sini", ".xlsx")
            watch_file(folder, file)
            TableEditor(folder, Grid(reading, stem)).draw(di)
            with ui.expansion("Judul dan keterangan tabel", icon="title").classes("w-full"):
                _draw_around(folder, reading, stem)


def _draw_around(folder: Path, reading: Reading, stem: str) -> None:
    desk, data = Desk(folder), reading.tables[stem].data
    for key, called in (("judul", "Judul"), ("keterangan", "Keterangan di bawah tabel")):
        ui.label(called).classes("font-medium")
        boxes = sections.read_lines(f"tabel/{stem}.json", data, key, called)
        SectionEditor(desk, reading, boxes, called, kinds=LINES)


class TableEditor:
    """The grid of a table and what is done to its rows; each change is written at once."""

    def __init__(self, folder: Path, grid: Grid) -> None:
        self._folder, self._grid = folder, grid
        self._rows: list[GridRow] = grid.list_rows()
        self._at: GridRow | None = None
        self._turn = asyncio.Lock()

    def draw(self, pointed: str) -> None:
        """The buttons and the grid, at the cell that `pointed` stands in."""
        table = self._grid.table
        if table.is_view:
            ui.label("Tabel ini menampilkan baris tabel lain dan tidak diisi di sini.")
        else:
            with ui.row().classes("items-center"):
                self._tools = ui.row().classes("items-center gap-1")
                self._status = ui.label("").props("aria-live=polite").classes("text-sm")
        offer_choices(list_choices(self._grid))
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

    def _draw_tools(self) -> None:
        layout, row = self._grid.table.layout, self._at
        self._tools.clear()
        with self._tools:
            if row is None or not row[ID]:
                level = layout.levels[0]
                count = len(self._grid.table.data.get(level.key, []))
                _draw_button("add", f"Tambah {level.names[0]}", partial(self._add, 0, "", count))
                ui.label("Pilih sel untuk mengerjakan barisnya.").classes("text-sm")
                return
            depth, pointer = row[DEPTH], str(row[ID])
            above, _, last = pointer.rpartition("/")
            names = layout.levels[depth].names
            above = above.rpartition("/")[0]
            _draw_button("add", f"Tambah {names[0]} di bawahnya", partial(self._add, depth, above, int(last) + 1))
            if depth + 1 < len(layout.levels):
                below = layout.levels[depth + 1]
                count = len(self._grid.find_row(pointer).node.get(below.key, []))
                _draw_button(
                    "subdirectory_arrow_right",
                    f"Tambah {below.names[0]}",
                    partial(self._add, depth + 1, pointer, count),
                )
            _draw_button("arrow_upward", "Naikkan baris", partial(self._move, pointer, -1))
            _draw_button("arrow_downward", "Turunkan baris", partial(self._move, pointer, 1))
            name = self._grid.name_row(self._grid.find_row(pointer))
            question = f"Hapus {row[LEVEL]} “{name}” dan semua di bawahnya?"
            _draw_button("delete", "Hapus baris", partial(ask, question, "Hapus", partial(self._remove, pointer)))

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
                edits = grid.edit_cell(place, column, "" if typed is None else str(typed))
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

    async def _change(self, edits: list[Edit], place: str, what: str, then: str = "") -> None:
        """Write edits of rows; the row `then` is gone to."""
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

    def _add(self, depth: int, above: str, index: int) -> None:
        level = self._grid.table.layout.levels[depth]

        async def put_in(typed: dict[str, str]) -> None:
            edits = self._grid.add_row(depth, above, index, typed)
            await self._change(edits, above, "ditambah satu baris", edits[0].changes[0].pointer)

        ask_row(level.names[0], self._grid.list_required(level), put_in)

    def _focus(self, row: str, column: str) -> None:
        index = next((number for number, one in enumerate(self._rows) if one[ID] == row), None)
        if index is not None:
            self._ag.run_grid_method("ensureIndexVisible", index, "middle")
            self._ag.run_grid_method("ensureColumnVisible", column)
            self._ag.run_grid_method("setFocusedCell", index, column)


def _draw_button(icon: str, label: str, act: Any) -> None:
    ui.button(label, icon=icon, on_click=act).props("flat dense no-caps size=sm")


def _read(folder: Path) -> Reading:
    found, problems = read_folder(folder)
    if found is None:
        raise ProblemsFound(problems)
    return Reading(found)
