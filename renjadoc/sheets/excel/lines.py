"""The rows of a returned sheet: which level each is of, which row of the table it was, what it stands below."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from renjadoc.sheets.excel import sheets
from renjadoc.sheets.excel.recognise import Known
from renjadoc.sheets.excel.sheets import KEY, LEVEL
from renjadoc.sheets.excel.values import Cell, shown
from renjadoc.tables.layout import Computed, Entry, Layout, Level, Node, TableRow, walk_rows

_BLANK = Cell()


@dataclass
class Line:
    """One row of the sheet. `name` is which of its level's names it goes by; `base` the row of the export that it was.

    `spans` are the cells merged sideways (first column of the table: how many), `shared` the ids of cells merged
    downwards with other rows.
    """

    at: int
    depth: int
    name: str
    key: str
    cells: dict[str, Cell]
    base: TableRow | None = None
    ours: TableRow | None = None
    parent: Line | None = None
    children: list[Line] = field(default_factory=list)
    spans: dict[int, int] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    #: The row as the sheet alone tells it, and as it is after the merge; both only once it was merged.
    node: Node = field(default_factory=dict)
    result: Node = field(default_factory=dict)

    def cell(self, id: str) -> Cell:
        return self.cells.get(id, _BLANK)


@dataclass
class Returned:
    """All rows of one sheet: the topmost, the row of the whole table, and (row, id, message, hint) of what is wrong."""

    known: Known
    top: list[Line] = field(default_factory=list)
    root: Line | None = None
    faults: list[tuple[int, str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    #: Keys of rows that are there and could not be placed: they are not taken for removed.
    unplaced: set[str] = field(default_factory=set)

    def all(self) -> Iterator[Line]:
        """Every line, parents before children."""
        waiting = list(reversed(self.top))
        while waiting:
            line = waiting.pop()
            yield line
            waiting += reversed(line.children)

    def address(self, at: int, id: str) -> str:
        """A cell as Excel names it: `Tabel 3.1!H17`."""
        column = self.known.columns.get(id, 1)
        return f"{self.known.tab.name}!{sheets.letter(column - 1)}{at}"


def read(known: Known, base: Node, *, keys_hold: bool) -> Returned:
    """The rows of a sheet, matched with those of `base`: by hidden key, then by code, then by name.

    `keys_hold` says that keys are places in `base`; otherwise a key needs the same code or name to be believed.
    """
    returned = Returned(known)
    layout = known.sheet.layout
    blank = {
        row.pointer
        for row in walk_rows(layout.levels, base)
        if all(shown(entry.of(row.node)) is None for _, entry in layout.entries(layout.levels[row.depth]))
    }
    found = list(_lines(returned, blank))
    _match(layout, found, base, keys_hold)
    _nest(returned, found)
    _undo_sorting(returned, found)
    return returned


# One row


def _lines(returned: Returned, blank: set[str]) -> Iterator[Line]:
    """The rows that hold something; `blank` are the keys of those that held nothing when they were exported."""
    known, layout = returned.known, returned.known.sheet.layout
    downwards = _downwards(known)
    before = 0
    for at in sorted(known.tab.cells):
        if at < known.first_row:
            continue
        key = known.tab.text(at, known.columns[KEY]) if KEY in known.columns else ""
        cells = _cells(known, at)
        if key in {sheets.HEAD_KEY, sheets.END_KEY} or _is_end(known, at):
            continue
        if key == sheets.ROOT_KEY or (not key and _is_root(known, at)):
            returned.root = Line(at, -1, "", key, cells)
            continue
        is_empty = all(cell.is_blank or isinstance(_any(layout, id), _Nothing) for id, cell in cells.items())
        if is_empty and key not in blank:
            continue
        line = Line(at, -1, _level_text(known, at), key, cells, spans=_sideways(known, at))
        depth = _depth(layout, line, before)
        if depth is None:
            said = ", ".join(name for level in layout.levels for name in level.names)
            returned.faults.append((at, LEVEL, "tidak jelas baris apa ini", f"Isi kolom Tingkat: {said}."))
            if key:
                returned.unplaced.add(key)
            continue
        line.depth = before = depth
        if line.name not in layout.levels[depth].names:
            line.name = layout.levels[depth].names[0]
        _fill_merged(known, line, downwards)
        yield line


class _Nothing:
    """A column in which nobody ever enters anything."""


def _any(layout: Layout, id: str) -> Entry | _Nothing:
    column = next((column for column in layout.columns if column.id == id), None)
    cells: list[Entry | Computed] = list(column.cells.values()) if column else []
    return next((cell for cell in cells if isinstance(cell, Entry)), _Nothing())


def _cells(known: Known, at: int) -> dict[str, Cell]:
    row = known.tab.cells[at]
    return {id: row[column] for id, column in known.columns.items() if id not in {KEY, LEVEL} and column in row}


def _level_text(known: Known, at: int) -> str:
    return known.tab.text(at, known.columns[LEVEL]).casefold() if LEVEL in known.columns else ""


def _is_end(known: Known, at: int) -> bool:
    return any(cell.value == sheets.END_TEXT for cell in known.tab.cells[at].values())


def _is_root(known: Known, at: int) -> bool:
    """Whether this is the row of the whole table though its key is gone."""
    root = known.sheet.layout.root
    if root is None:
        return False
    if LEVEL in known.columns:
        return _level_text(known, at) == root.name
    column = known.columns.get(root.column)
    return column is not None and known.tab.text(at, column) == root.label


def _depth(layout: Layout, line: Line, before: int) -> int | None:
    """The level of a row: as its column Tingkat says, its key, its code, or the cells that are filled."""
    if len(layout.levels) == 1:
        return 0
    for depth, level in enumerate(layout.levels):
        if line.name in level.names:
            return depth
    if line.name:
        return None
    if (by_key := _depth_of_key(layout, line.key)) is not None:
        return by_key
    parts = [str(line.cell(level.code).value or "").strip(" .").count(".") + 1 for level in layout.levels if level.code]
    by_code = [depth for depth, level in enumerate(layout.levels) if level.parts and level.parts in parts]
    return by_code[0] if by_code else _depth_of_cells(layout, line, before)


def _depth_of_key(layout: Layout, key: str) -> int | None:
    lists = key.split("/")[1::2]
    known = [level.key for level in layout.levels]
    return len(lists) - 1 if lists and lists == known[: len(lists)] else None


def _depth_of_cells(layout: Layout, line: Line, before: int) -> int | None:
    filled = {id for id, cell in line.cells.items() if not cell.is_blank and not isinstance(_any(layout, id), _Nothing)}
    titled = [depth for depth, level in enumerate(layout.levels) if level.title in filled]
    # What a row above others may state as they do tells least.
    fitting = (
        [depth for depth in titled if filled <= _columns(layout, depth, own=False)]
        or [depth for depth in titled if filled <= _columns(layout, depth, own=True)]
        or titled[-1:]
    )
    said = str(line.cell(layout.levels[fitting[0]].title).value).casefold() if fitting else ""
    for depth in fitting:
        if said.startswith(layout.levels[depth].names[0] + " "):
            return depth
    return next((depth for depth in (before, before + 1) if depth in fitting), fitting[-1] if fitting else None)


def _columns(layout: Layout, depth: int, *, own: bool) -> set[str]:
    """The columns in which a row of this level has something, with or without its `own` cells."""
    key = layout.levels[depth].key
    cells = ((column.id, column.cells.get(key)) for column in layout.columns)
    return {id for id, cell in cells if cell is not None and (own or not (isinstance(cell, Entry) and cell.own))}


# Merged cells

_Downwards = dict[tuple[int, int], tuple[int, int]]


def _downwards(known: Known) -> _Downwards:
    """For every cell that a merge over several rows covers, the cell that holds its value; only rows of the table."""
    wanted = set(known.columns.values())
    covered: _Downwards = {}
    last = max(known.tab.cells, default=0)
    for top, left, bottom, right in known.tab.merges:
        if bottom == top or top < known.first_row:
            continue
        for column in wanted & set(range(left, min(right, max(wanted)) + 1)):
            for row in range(top, min(bottom, last) + 1):
                covered[row, column] = top, left
                if len(covered) > 200_000:
                    return covered
    return covered


def _fill_merged(known: Known, line: Line, downwards: _Downwards) -> None:
    """Give a row the texts of cells merged over it; an amount of money cannot be shared, and is only marked."""
    if not downwards:
        return
    level = known.sheet.layout.levels[line.depth]
    for column, entry in known.sheet.layout.entries(level):
        place = known.columns.get(column.id, 0)
        origin = downwards.get((line.at, place))
        if origin is None:
            continue
        if entry.kind.number:
            line.shared.add(column.id)
        elif line.cell(column.id).is_blank:
            line.cells[column.id] = known.tab.cells.get(origin[0], {}).get(origin[1], _BLANK)


def _sideways(known: Known, at: int) -> dict[int, int]:
    """Cells of this row merged with those to their right, by the table's columns."""
    place = {known.columns[column.id]: index for index, column in enumerate(known.sheet.layout.columns)
             if column.id in known.columns}  # fmt: skip
    return {
        place[left]: right - left + 1
        for top, left, bottom, right in known.tab.merges
        if top == bottom == at and right > left and left in place
    }


# Which row it was


def _match(layout: Layout, found: list[Line], base: Node, keys_hold: bool) -> None:
    stands = {row.pointer: row for row in walk_rows(layout.levels, base)}
    claimed: dict[str, list[Line]] = defaultdict(list)
    for line in found:
        row = stands.get(line.key)
        if row is not None and row.depth == line.depth and (keys_hold or _is_alike(layout, line, row.node)):
            claimed[line.key].append(line)
    for key, lines in claimed.items():
        # A row that was copied has its key twice: the one that still reads the same is the old one.
        best = next((line for line in lines if _is_alike(layout, line, stands[key].node)), lines[0])
        best.base = stands[key]
    for column in ("code", "title"):
        _match_by(layout, found, stands, column)


def _match_by(layout: Layout, found: list[Line], stands: dict[str, TableRow], by: str) -> None:
    """Match the rows that are still without by code, or by name, in their order."""
    taken = {line.base.pointer for line in found if line.base}
    index: dict[tuple[int, str], deque[TableRow]] = defaultdict(deque)
    for row in stands.values():
        if row.pointer not in taken and (words := _said(layout, row, by)):
            index[row.depth, words].append(row)
    for line in found:
        if line.base is None:
            candidates = index.get((line.depth, _typed(layout.levels[line.depth], line, by)))
            line.base = candidates.popleft() if candidates else None


def _said(layout: Layout, row: TableRow, by: str) -> str:
    level = layout.levels[row.depth]
    id = level.code if by == "code" else level.title
    entry = layout.column(id).entry(level.key) if id else None
    # Names are compared as cells show them: a text that is empty, or is our own sign for that, is written otherwise.
    return _plain(shown(entry.of(row.node))) if entry else ""


def _typed(level: Level, line: Line, by: str) -> str:
    id = level.code if by == "code" else level.title
    return _plain(line.cell(id).value) if id else ""


def _plain(value: Any) -> str:
    return " ".join(str(value).casefold().split()) if value is not None else ""


def _is_alike(layout: Layout, line: Line, node: Node) -> bool:
    row, level = TableRow("", line.depth, node), layout.levels[line.depth]
    return any(
        words and words == _typed(level, line, by) for by in ("code", "title") if (words := _said(layout, row, by))
    )


# What it stands below


def _nest(returned: Returned, found: list[Line]) -> None:
    above: list[Line] = []
    for line in found:
        del above[line.depth :]
        if len(above) < line.depth:
            wanted = returned.known.sheet.layout.levels[line.depth - 1].names[0]
            hint = f"Pindahkan ke bawah baris {wanted}-nya, atau periksa kolom Tingkat."
            returned.faults.append((line.at, LEVEL, f"baris {line.name} ini tidak berada di bawah {wanted}", hint))
            if line.base:
                returned.unplaced.add(line.base.pointer)
            continue
        _put(returned, line, above[-1] if above else None)
        above.append(line)


def _put(returned: Returned, line: Line, parent: Line | None) -> None:
    line.parent = parent
    (parent.children if parent else returned.top).append(line)


def _undo_sorting(returned: Returned, found: list[Line]) -> None:
    """Where most rows stand below another parent than before, somebody sorted the sheet: the old order is taken."""
    by_base = {line.base.pointer: line for line in found if line.base}
    deeper = [line for line in found if line.base and line.depth and line.base.pointer not in returned.unplaced]
    strayed = [line for line in deeper if _parent_key(line) != _old_parent(line)]
    unplaced = [line for line in found if line.base and line.base.pointer in returned.unplaced]
    if len(strayed) + len(unplaced) <= max(3, (len(deeper) + len(unplaced)) // 2):
        return
    returned.notes.append(f"Lembar {returned.known.tab.name} tampaknya diurutkan; susunan baris yang semula dipakai.")
    returned.unplaced.clear()
    returned.faults = [fault for fault in returned.faults if fault[1] != LEVEL]
    for line in found:
        line.children = []
    returned.top = []
    order = {pointer: number for number, pointer in enumerate(r.pointer for r in _base_rows(found))}
    for line in sorted(found, key=lambda one: order[one.base.pointer] if one.base else len(order)):
        parent = by_base.get(_old_parent(line), line.parent) if line.base else line.parent
        if parent is not None or line.depth == 0:
            _put(returned, line, parent)
        elif line.base:
            returned.unplaced.add(line.base.pointer)


def _base_rows(found: list[Line]) -> list[TableRow]:
    def steps(row: TableRow) -> list[int]:
        return [int(part) for part in row.pointer.split("/")[2::2]]

    return sorted((line.base for line in found if line.base), key=steps)


def _parent_key(line: Line) -> str:
    return line.parent.base.pointer if line.parent and line.parent.base else ""


def _old_parent(line: Line) -> str:
    return line.base.pointer.rsplit("/", 2)[0] if line.base else ""
