"""A table as the grid of the page: its columns, its rows as text, which cells are entered; what is typed, as edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from renjadoc import indonesian
from renjadoc.content.pointers import follow_pointer, join, value_at
from renjadoc.desk.typed_text import keep_names, show_typed
from renjadoc.desk.writing import Seen
from renjadoc.edits.edit import ADDED, CHANGED, REMOVED, Change, Edit
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading
from renjadoc.sheets.excel.row_cells import MergedCell, make_row
from renjadoc.sheets.excel.row_edits import say_cell_edits
from renjadoc.sheets.excel.sheets import file_of
from renjadoc.sheets.excel.values import Cell, Unreadable, read_value, write_value
from renjadoc.tables import bebas
from renjadoc.tables.bebas import SPANS
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import ROOT, Column, Computed, Entry, Level, Node, TableRow

#: Keys of a row of the grid that are no columns: its place, the columns that people fill, those of them that are still
#: open, its level and depth.
ID, FILLED, OPEN, LEVEL, DEPTH = "_letak", "_isian", "_kosong", "_tingkat", "_dalam"

#: How figures of a unit are written.
_WRITTEN = {"persen": indonesian.persen, "rupiah": indonesian.angka}

GridRow = dict[str, Any]


@dataclass(frozen=True)
class Grid:
    """One table of a folder as it is shown and filled; `reading` is the folder that it is part of."""

    reading: Reading
    name: str

    @property
    def table(self) -> ReadTable:
        return self.reading.tables[self.name]

    @property
    def file(self) -> str:
        return file_of(self.name)

    def list_rows(self) -> list[GridRow]:
        """Every row, parents before children, and the row of the whole table at its place."""
        layout = self.table.layout
        rows = [self._show_row(row, number) for number, row in enumerate(self.table.viewed.rows, 1)]
        if layout.root is None:
            return rows
        root = self._show_root()
        return [root, *rows] if layout.root.at_top else [*rows, root]

    def heads(self) -> list[tuple[Column, tuple[str, ...]]]:
        """The columns from left to right with their heads as printed."""
        return [(column, tuple(map(self.reading.printed, column.head))) for column in self.table.layout.columns]

    def find_row(self, pointer: str) -> TableRow:
        """The row at a place. Raises ProblemsFound where it is not any more."""
        row = next((row for row in self.table.rows if row.pointer == pointer), None)
        if row is None:
            hint = "Muat ulang halaman ini."
            raise ProblemsFound([Problem("RJ050", Location(self.file), "baris ini tidak ada lagi", hint)])
        return row

    def seen(self, pointer: str) -> list[Seen]:
        """What must still stand in the file when a row is written: its own cells; of the whole table all rows."""
        if pointer == ROOT:
            key = self.table.layout.levels[0].key
            return [Seen(self.file, join("", key), self.table.data.get(key))]
        value = value_at(self.table.data, pointer)
        if not isinstance(value, dict):
            return [Seen(self.file, pointer, value)]
        below = {level.key for level in self.table.layout.levels}
        return [Seen(self.file, join(pointer, key), part) for key, part in value.items() if key not in below]

    # Shown

    def _show_row(self, row: TableRow, number: int) -> GridRow:
        level = self.table.layout.levels[row.depth]
        shown: GridRow = {ID: row.pointer, LEVEL: level.name(row.node), DEPTH: row.depth}
        covered = _covered(row)
        entries = () if self.table.is_view else self.table.layout.entries(level)
        filled = {column.id: entry for column, entry in entries if column.id not in covered}
        missing = [id for id, entry in filled.items() if _is_open(entry, row.node)]
        cells = {c.id: c.cells[level.key] for c in self.table.layout.columns if level.key in c.cells}
        values = {id: self._show_cell(cell, row.node, number) for id, cell in cells.items() if id not in covered}
        return {**shown, FILLED: list(filled), OPEN: missing, **values}

    def _show_root(self) -> GridRow:
        root = self.table.layout.root
        assert root is not None
        shown: GridRow = {ID: ROOT, LEVEL: root.name, DEPTH: 0, FILLED: [], OPEN: []}
        for column in self.table.layout.columns:
            if column.id == root.column:
                shown[column.id] = self.reading.printed(root.label)
            elif ROOT in column.cells:
                shown[column.id] = self._show_cell(column.cells[ROOT], self.table.viewed.data, 0)
        return shown

    def _show_cell(self, cell: Entry | Computed, node: Node, number: int) -> str:
        if isinstance(cell, Entry):
            return show_typed(cell.of(node), self.reading)
        value = cell.value(node, self.table.around, number)
        if isinstance(value, int | Decimal) and cell.unit in _WRITTEN:
            return _WRITTEN[cell.unit](value)
        if isinstance(value, list):
            return "\n".join(map(str, value))
        return "" if value is None else str(value)

    # Filled

    def edit_cell(self, pointer: str, id: str, typed: str) -> list[Edit]:
        """What is typed into a cell, as edits; none if it says what it said. Raises ProblemsFound."""
        row = self.find_row(pointer)
        cell = self.read_cell(row, id, typed)
        return self.say_cells(row, [cell]) if cell else []

    def read_cell(self, row: TableRow, id: str, typed: str) -> MergedCell | None:
        """What is typed into a cell, None if it says what it said. Raises ProblemsFound."""
        column = self._find_column(id)
        entry = column.entry(self.table.layout.levels[row.depth].key)
        if entry is None or self.table.is_view:
            raise ProblemsFound([self._refuse(column, "sel ini dihitung, bukan diisi", "")])
        old = entry.of(row.node)
        if typed.strip() == show_typed(old, self.reading).strip():
            return None
        new = keep_names(old, self._read(column, entry, typed), self.reading)
        return self.make_cell(row, column, entry, new)

    def make_cell(self, row: TableRow, column: Column, entry: Entry, new: object) -> MergedCell:
        """A cell of a row that becomes `new`, with the line of the report."""
        at = row.pointer + entry.pointer
        if SPANS in row.node:
            at = bebas.place_cell(at, self.table.data)
        head = self.reading.printed(column.head[-1])
        old = write_value(entry.of(row.node))
        change = Change(CHANGED, self.file, at, old, write_value(new), column=head, row=self.name_row(row))
        return MergedCell(entry, new, change)

    def say_cells(self, row: TableRow, cells: list[MergedCell]) -> list[Edit]:
        """The edits of some cells of one row."""
        return say_cell_edits(self.table.layout, self.file, self.table.data, row, cells)

    def add_row(self, depth: int, above: str, index: int, typed: Mapping[str, str], named: str = "") -> list[Edit]:
        """A new row of a level as the `index`-th below the row `above`, `""` the table. Raises ProblemsFound.

        `named` is which of the level's names it has, the first without it.
        """
        layout = self.table.layout
        level = layout.levels[depth]
        values = {
            column.id: self._read(column, entry, typed.get(column.id, ""))
            for column, entry in layout.entries(level)
            if column.id in typed or (entry.kind.required and not entry.optional)
        }
        node: Any = make_row(layout, depth, values)
        if level.named_by and named:
            node[level.named_by] = named
        if layout.levels[0].key == "baris" and self.table.kind.name == "bebas":
            node = bebas.fold_row(node, len(layout.columns))
        place = join(above, level.key, index)
        change = Change(ADDED, self.file, place, "", level.name(node) if level.named_by else level.names[0])
        holder = follow_pointer(self.table.data, above)
        if level.key not in holder:
            return [Edit(self.file, join(above, level.key), "set", [node], changes=(change,))]
        return [Edit(self.file, place, "insert", node, changes=(change,))]

    def remove_row(self, pointer: str) -> list[Edit]:
        """A row goes, with all that stands below it."""
        row = self._find_own_row(pointer)
        return [Edit(self.file, pointer, "remove", changes=(Change(REMOVED, self.file, pointer, self.name_row(row)),))]

    def move_row(self, pointer: str, step: int) -> list[Edit]:
        """A row changes places with the one before it (-1) or behind it (1) below the same row; nothing at the ends."""
        list_at, _, last = self._find_own_row(pointer).pointer.rpartition("/")
        index, count = int(last), len(follow_pointer(self.table.data, list_at))
        if not 0 <= index + step < count:
            return []
        target = index - 1 if step < 0 else index + 2
        return [Edit(self.file, join(list_at, target), "move", source=pointer)]

    def rename_level(self, pointer: str, name: str) -> list[Edit]:
        """A row becomes another of the kinds that its level has (tujuan, sasaran …)."""
        row = self.find_row(pointer)
        level = self.table.layout.levels[row.depth]
        if not level.named_by or level.name(row.node) == name:
            return []
        change = Change(CHANGED, self.file, pointer, level.name(row.node), name, row=self.name_row(row))
        return [Edit(self.file, join(pointer, level.named_by), "set", name, changes=(change,))]

    def name_row(self, row: TableRow) -> str:
        """What a row is called: what stands in the column of its level's title."""
        level = self.table.layout.levels[row.depth]
        entry = self.table.layout.column(level.title).entry(level.key)
        return show_typed(entry.of(row.node), self.reading) if entry else ""

    def list_required(self, level: Level) -> list[tuple[str, str]]:
        """The cells that a new row begins with: ids of columns and what they are called."""
        entries = self.table.layout.entries(level)
        return [
            (column.id, self.reading.printed(column.head[-1]))
            for column, entry in entries
            if column.id in {level.title, level.code} or (entry.kind.required and not entry.optional)
        ]

    def _find_own_row(self, pointer: str) -> TableRow:
        """The row at a place, if it is one of this table. Raises ProblemsFound."""
        if self.table.is_view:
            message = "tabel ini menampilkan baris tabel lain dan tidak diisi di sini"
            raise ProblemsFound([Problem("RJ050", Location(self.file), message, "Ubah di tabel asalnya.")])
        return self.find_row(pointer)

    def _find_column(self, id: str) -> Column:
        """The column of that id. Raises ProblemsFound where it is not any more."""
        column = next((column for column in self.table.layout.columns if column.id == id), None)
        if column is None:
            hint = "Muat ulang halaman ini."
            raise ProblemsFound([Problem("RJ050", Location(self.file), "kolom ini tidak ada lagi", hint)])
        return column

    def _read(self, column: Column, entry: Entry, typed: str) -> Any:
        if entry.optional and not typed.strip():
            return None
        try:
            return read_value(Cell(typed or None), entry.kind)
        except Unreadable as error:
            raise ProblemsFound([self._refuse(column, error.message, error.hint)]) from error

    def _refuse(self, column: Column, message: str, hint: str) -> Problem:
        head = self.reading.printed(column.head[-1])
        return Problem("RJ071", Location(self.file), f"Kolom “{head}”: {message}", hint)


def _is_open(entry: Entry, node: Node) -> bool:
    """Whether a cell waits for a value: an optional one, or one that rows above others may leave out, does not."""
    return entry.of(node) is None and (entry.is_in(node) or not (entry.optional or entry.own))


def _covered(row: TableRow) -> set[str]:
    """The columns of an ad-hoc row that a merged cell before them takes."""
    spans_of: dict[int, int] = row.node.get(SPANS, {}) if isinstance(row.node, dict) else {}
    return {f"kolom{first + step}" for first, span in spans_of.items() for step in range(1, span)}


def find_cell(grid: Grid, pointer: str) -> tuple[str, str]:
    """The row and the column that a place in the file of a table belongs to; of a row alone its title's column."""
    above = (row for row in grid.table.rows if f"{pointer}/".startswith(f"{row.pointer}/"))
    row = max(above, key=_depth_of, default=None)
    if row is None:
        return "", ""
    level = grid.table.layout.levels[row.depth]
    covered = _covered(row)
    for column, entry in grid.table.layout.entries(level):
        if column.id in covered:
            continue
        at = row.pointer + entry.pointer
        at = bebas.place_cell(at, grid.table.data) if SPANS in row.node else at
        if f"{pointer}/".startswith(f"{at}/"):
            return row.pointer, column.id
    return row.pointer, level.title


def find_pointer(grid: Grid, place: str, id: str) -> str:
    """The place in the file of a cell that people fill."""
    row = grid.find_row(place)
    entry = grid.table.layout.column(id).entry(grid.table.layout.levels[row.depth].key)
    at = row.pointer + (entry.pointer if entry else "")
    return bebas.place_cell(at, grid.table.data) if SPANS in row.node else at


def _depth_of(row: TableRow) -> int:
    return row.depth
