"""The rows of a sheet that somebody filled: which level each is of, which row of the table it was, what is below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from renjadoc.problem import shorten_text
from renjadoc.sheets.excel import laws, merged_cells, row_levels, sheets, typed_laws
from renjadoc.sheets.excel.recognise import KnownSheet
from renjadoc.sheets.excel.sheets import KEY, LEVEL
from renjadoc.sheets.excel.values import Cell, show_value
from renjadoc.tables.layout import Node, TableLayout, TableRow, walk_rows
from renjadoc.tables.old import TOTAL

BLANK = Cell()


@dataclass(eq=False)
class SheetRow:
    """One row of the sheet. `name` is which of its level's names it goes by, `key` its hidden key, if it has one.

    `exported` is the row of the export that it was, `present` the row of the content that it is now. `spans` are the
    cells merged sideways (first column of the table: how many), `shared` the ids of cells merged with other rows.
    """

    at: int
    name: str
    key: str
    cells: dict[str, Cell]
    depth: int = -1
    exported: TableRow | None = None
    present: TableRow | None = None
    parent: SheetRow | None = None
    children: list[SheetRow] = field(default_factory=list)
    spans: dict[int, int] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    #: Whether somebody marked it to go.
    is_removed: bool = False
    #: Whether the sheet has no such row: it only holds others that belong below a row of the content.
    is_only_shown: bool = False
    #: The row as the sheet alone tells it; only once it was merged.
    node: Node = field(default_factory=dict)

    def cell(self, id: str) -> Cell:
        return self.cells.get(id, BLANK)


@dataclass
class FilledSheet:
    """All rows of one sheet: the topmost, the row of the whole table, and (row, id, message, hint) of what is wrong."""

    known: KnownSheet
    top: list[SheetRow] = field(default_factory=list)
    root: SheetRow | None = None
    faults: list[tuple[int, str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    #: Rows that are taken elsewhere than they were typed, and how that is told, once: not when the content has them.
    placed: list[tuple[SheetRow, str]] = field(default_factory=list)
    #: Keys of rows that are there and could not be placed: they are not taken for removed.
    unplaced: set[str] = field(default_factory=set)
    #: The numbers of all rows that were read as rows of the table, wherever they then went.
    read: set[int] = field(default_factory=set)
    #: Rows of the export that are marked to go, with all below them; the same as the sheet has them.
    removed: set[str] = field(default_factory=set)
    leaving: list[SheetRow] = field(default_factory=list)

    @property
    def layout(self) -> TableLayout:
        return self.known.sheet.layout

    def rows(self) -> Iterator[SheetRow]:
        """Every row, parents before children."""
        waiting = list(reversed(self.top))
        while waiting:
            row = waiting.pop()
            yield row
            waiting += reversed(row.children)

    def address(self, at: int, id: str) -> str:
        """A cell as Excel names it: `Tabel 3.1!H17`."""
        column = self.known.columns.get(id, 1)
        return f"{self.known.tab.name}!{sheets.letter(column - 1)}{at}"


def read_rows(filled: FilledSheet, exported: Node) -> Iterator[SheetRow]:
    """The rows of a sheet that hold something, with their levels; what has none is noted in `filled`."""
    known, layout = filled.known, filled.layout
    blank = _blank_keys(layout, exported)
    covered = merged_cells.find_covered(known)
    before = 0
    for at in sorted(number for number in known.tab.cells if number >= known.first_row):
        key = known.tab.text(at, known.columns[KEY]) if KEY in known.columns else ""
        row = SheetRow(at, _level_text(known, at), key, _read_cells(known, at))
        if key in {sheets.HEAD_KEY, sheets.END_KEY} or _is_end(known, at):
            continue
        if key == sheets.ROOT_KEY or (not key and _is_root(known, at)):
            filled.root = row
        elif not key and known.sheet.kind != "bebas" and _is_total(layout, row):
            continue  # Of what was summed below the table the leftovers are told.
        elif key in blank or row_levels.filled_columns(layout, row.cells):
            _read_mark(row, layout)
            depth = row_levels.find_depth(layout, row.name, row.key, row.cells, before)
            if depth is None:
                _refuse_row(filled, row)
                continue
            filled.read.add(at)
            row.depth = before = depth
            row.name = row.name if row.name in layout.levels[depth].names else layout.levels[depth].names[0]
            if not key:
                _right_title(filled, row)
            if not key and known.sheet.kind == laws.KIND:
                typed_laws.spread_citation(row.cells)
            row.spans = merged_cells.find_spans(known, at)
            row.shared = merged_cells.fill_covered(known, layout.levels[depth], at, row.cells, covered)
            yield row


def _is_total(layout: TableLayout, row: SheetRow) -> bool:
    """Whether somebody wrote a row of sums of their own."""
    titles = [str(row.cell(level.title).value or "") for level in layout.levels]
    return not row.name and any(title and TOTAL.fullmatch(title) for title in titles)


def _read_mark(row: SheetRow, layout: TableLayout) -> None:
    """Whether a row is marked to go: its level then is what else tells it."""
    titles = () if layout.has_levels else layout.levels
    said = [row.name, *(str(row.cell(level.title).value or "") for level in titles)]
    if any(text.strip().casefold() == sheets.REMOVED for text in said):
        row.is_removed, row.name = True, ""


def _right_title(filled: FilledSheet, row: SheetRow) -> None:
    """A new row's name that stands in the column of another level's names is put in that of its own."""
    layout, level = filled.layout, filled.layout.levels[row.depth]
    others = {one.title for one in layout.levels} - {level.title}
    found = [id for id in others if layout.column(id).entry(level.key) is None and not row.cell(id).is_blank]
    if row.cell(level.title).is_blank and len(found) == 1:
        row.cells[level.title] = row.cells.pop(found[0])
        place, name = filled.address(row.at, found[0]), row.cells[level.title].value
        told = f"{place}: “{name}” diambil sebagai nama {row.name}, meski di kolom tingkat lain."
        filled.placed.append((row, told))


def _blank_keys(layout: TableLayout, exported: Node) -> set[str]:
    """The keys of rows that held nothing when they were exported."""
    return {
        row.pointer
        for row in walk_rows(layout.levels, exported)
        if all(show_value(entry.of(row.node)) is None for _, entry in layout.entries(layout.levels[row.depth]))
    }


def _refuse_row(filled: FilledSheet, row: SheetRow) -> None:
    names = ", ".join(name for level in filled.layout.levels for name in level.names)
    said = " | ".join(str(cell.value) for cell in row.cells.values() if not cell.is_blank and not cell.formula)
    message = f"tidak jelas baris apa ini: {shorten_text(said, 200)}"
    filled.faults.append((row.at, LEVEL, message, f"Isi kolom Tingkat: {names}."))
    if row.key:
        filled.unplaced.add(row.key)


def _read_cells(known: KnownSheet, at: int) -> dict[str, Cell]:
    row = known.tab.cells[at]
    return {id: row[column] for id, column in known.columns.items() if id not in {KEY, LEVEL} and column in row}


def _level_text(known: KnownSheet, at: int) -> str:
    return known.tab.text(at, known.columns[LEVEL]).casefold() if LEVEL in known.columns else ""


def _is_end(known: KnownSheet, at: int) -> bool:
    return any(cell.value == sheets.END_TEXT for cell in known.tab.cells[at].values())


def _is_root(known: KnownSheet, at: int) -> bool:
    """Whether this is the row of the whole table though its key is gone."""
    root = known.sheet.layout.root
    if root is None:
        return False
    if LEVEL in known.columns:
        return _level_text(known, at) == root.name
    column = known.columns.get(root.column)
    return column is not None and known.tab.text(at, column) == root.label
