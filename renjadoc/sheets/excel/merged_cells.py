"""Cells of a sheet that somebody merged: what stands in the covered ones, and how wide those of a row are."""

from __future__ import annotations

from renjadoc.sheets.excel.recognise import KnownSheet
from renjadoc.sheets.excel.values import Cell
from renjadoc.tables.layout import Level

#: Row and column of a covered cell -> row and column of the one that holds its value.
Covered = dict[tuple[int, int], tuple[int, int]]
_MOST_COVERED = 200_000


def find_covered(known: KnownSheet) -> Covered:
    """The cells of the table's columns that merges over several rows cover."""
    wanted = set(known.columns.values())
    covered: Covered = {}
    last = max(known.tab.cells, default=0)
    for top, left, bottom, right in known.tab.merges:
        if bottom == top or top < known.first_row:
            continue
        for column in wanted & set(range(left, min(right, max(wanted)) + 1)):
            for row in range(top, min(bottom, last) + 1):
                covered[row, column] = top, left
                if len(covered) > _MOST_COVERED:
                    return covered
    return covered


def fill_covered(known: KnownSheet, level: Level, at: int, cells: dict[str, Cell], covered: Covered) -> set[str]:
    """Give `cells` of row `at` the texts merged over them; the ids of amounts, which rows cannot share, come back."""
    shared = set()
    for column, entry in known.sheet.layout.entries(level) if covered else ():
        origin = covered.get((at, known.columns.get(column.id, 0)))
        if origin is None:
            continue
        if entry.kind.number:
            shared.add(column.id)
        elif column.id not in cells or cells[column.id].is_blank:
            row, place = origin
            cells[column.id] = known.tab.cells.get(row, {}).get(place, Cell())
    return shared


def find_spans(known: KnownSheet, at: int) -> dict[int, int]:
    """How many columns each cell takes that is merged with those to its right, by the table's columns."""
    ids = [column.id for column in known.sheet.layout.columns]
    index_of = {known.columns[id]: index for index, id in enumerate(ids) if id in known.columns}
    return {
        index_of[left]: right - left + 1
        for top, left, bottom, right in known.tab.merges
        if top == bottom == at and right > left and left in index_of
    }
