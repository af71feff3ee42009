"""What the ministry's nomenclature offers for a row of a table: found by code or words, filled in by its code."""

from __future__ import annotations

from renjadoc.desk.grids import Grid
from renjadoc.edits.edit import Edit
from renjadoc.nomenclature.book import NomenclatureBook
from renjadoc.nomenclature.entry import (
    BIDANG,
    DEPTHS,
    NomenclatureEntry,
    as_general,
    as_own,
    depth_of,
)
from renjadoc.nomenclature.filling import find_missing, tidy_code
from renjadoc.sheets.completion import complete_edits
from renjadoc.sheets.excel.row_cells import MergedCell, put_cells
from renjadoc.sheets.excel.values import Cell, Unreadable, read_value
from renjadoc.tables.layout import Entry, Level, TableRow

_CODE = "kode"
#: More than these nobody looks through.
_MOST = 40


def has_codes(level: Level) -> bool:
    """Whether rows of this level have a code of the nomenclature."""
    return level.key in DEPTHS and bool(level.code)


def search_codes(book: NomenclatureBook, depth: int, above: str, words: str) -> list[NomenclatureEntry]:
    """Entries of a depth, those below the code `above` first: by the beginning of a code, or by words."""
    sought = words.strip()
    is_code = sought[:1].isdigit() or sought[:2].upper() == "X."
    if is_code:
        forms = {sought.upper(), as_general(sought)}
        found = [one for one in book.list_entries() if any(one.kode.startswith(form) for form in forms)]
    elif sought:
        found = book.search(sought, limit=_MOST * 4)
    else:
        found = [one for one in book.list_entries() if above and as_own(one.kode, above).startswith(f"{above}.")]
    base = above or (sought if is_code else "")
    right = [one for one in found if depth_of(one.kode) == depth]
    own = [one._replace(kode=as_own(one.kode, base)) for one in right] if depth_of(base) >= BIDANG else right
    return sorted(own, key=lambda one: not (above and one.kode.startswith(f"{above}.")))[:_MOST]


def code_above(grid: Grid, pointer: str) -> str:
    """The code of a row, or of the nearest one around it that has one; empty where none has."""
    while pointer:
        if code := grid.find_row(pointer).node.get(_CODE):
            return str(code)
        pointer = pointer.rpartition("/")[0].rpartition("/")[0]
    return ""


def take_entry(grid: Grid, pointer: str, entry: NomenclatureEntry) -> list[Edit]:
    """A row gets the code and the name of an entry, and in its open cells what the entry says besides."""
    row = grid.find_row(pointer)
    level = grid.table.layout.levels[row.depth]
    typed = ((level.code, entry.kode), (level.title, entry.nama))
    cells = [grid.read_cell(row, id, text) for id, text in typed]
    return _complete(grid, row, [cell for cell in cells if cell])


def edit_coded_cell(grid: Grid, pointer: str, id: str, typed: str) -> list[Edit]:
    """What is typed into a cell as edits; of a row with a code, with what the nomenclature fills. Raises ProblemsFound.

    Filled are open cells alone: the name, the indicator, the unit of a bare number.
    """
    row = grid.find_row(pointer)
    level = grid.table.layout.levels[row.depth]
    book = grid.reading.open_nomenclature() if has_codes(level) and id == level.code and typed.strip() else None
    cell = grid.read_cell(row, id, tidy_code(book, typed) if book else typed)
    if cell is None:
        return []
    is_filled = has_codes(level) and (id == level.code or id.startswith("target"))
    return _complete(grid, row, [cell]) if is_filled else grid.say_cells(row, [cell])


def complete_new_row(grid: Grid, edits: list[Edit]) -> list[Edit]:
    """A new row with what the nomenclature fills by its code."""
    return complete_edits(grid.reading.open_nomenclature(), edits)


def _complete(grid: Grid, row: TableRow, cells: list[MergedCell]) -> list[Edit]:
    """Cells of a row, and those that are filled by the code it has then."""
    book, layout = grid.reading.open_nomenclature(), grid.table.layout
    if book is not None:
        node = put_cells(layout, row.node, row.depth, cells)
        for filled in find_missing(book, node):
            cells = [*cells, *_fill(grid, row, filled.key, filled.value)]
    return grid.say_cells(row, _last_of_each(cells))


def _fill(grid: Grid, row: TableRow, key: str, value: str) -> list[MergedCell]:
    layout = grid.table.layout
    for column, entry in layout.entries(layout.levels[row.depth]):
        if entry.keys == (key,) and _is_taken(entry, value):
            return [grid.make_cell(row, column, entry, value)]
    return []


def _is_taken(entry: Entry, value: str) -> bool:
    try:
        read_value(Cell(value), entry.kind)
    except Unreadable:
        return False
    return True


def _last_of_each(cells: list[MergedCell]) -> list[MergedCell]:
    """Each cell once: a target that was typed as a number is the one with its unit."""
    return list({cell.entry.keys: cell for cell in cells}.values())
