"""What is offered in the cells of a table: what the schema allows, names of the folder, what stands there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from renjadoc.content.pointers import join
from renjadoc.desk.grids import Grid
from renjadoc.desk.schema_fields import find_choices
from renjadoc.desk.typed_text import show_typed
from renjadoc.nomenclature.book import open_book
from renjadoc.sheets.excel import sheets
from renjadoc.tables.layout import Column, TableRow

#: More values than these, or longer ones, are no choice but texts.
_MOST, _LONGEST = 200, 80
#: The columns of units, whose names the nomenclature has too.
_UNITS = "satuan"


def list_choices(grid: Grid) -> dict[str, list[str]]:
    """What is offered in a column, by its id; anything that its kind takes may be typed too."""
    known = sheets.make(grid.reading).lists
    offered = {}
    for column in grid.table.layout.columns:
        if column.kind is None or column.kind.whole:
            continue
        allowed = _list_allowed(grid, column)
        found = allowed or [*known.get(column.id, ()), *_list_named(grid, column), *_list_used(grid, column)]
        offered[column.id] = list(dict.fromkeys(found))[:_MOST]
    return {id: choices for id, choices in offered.items() if choices}


def _list_allowed(grid: Grid, column: Column) -> list[str]:
    """What the schema allows and nothing else, where it says so."""
    for row in _first_rows(grid, column):
        entry = column.entry(row.level)
        if entry is not None:
            at = f"{row.pointer}{entry.pointer}"
            return find_choices(grid.table.kind.name, grid.table.data, at)
    return []


def _list_named(grid: Grid, column: Column) -> Iterator[str]:
    """Names that stand elsewhere: indicators of the Renstra, units of the nomenclature."""
    if column.choices == "indikator_renstra":
        yield from grid.table.around.final_targets
    if column.id == _UNITS:
        folder = grid.reading.folder
        book = open_book(folder.root, folder.tahun, folder.facts["daerah"]["jenis"])
        units = {entry.satuan for entry in book.list_entries()} if book else set()
        yield from sorted(units - {""})


def _list_used(grid: Grid, column: Column) -> list[str]:
    """What stands in this column in the tables of this kind, as long as it repeats itself or is short."""
    tables = [table for table in grid.reading.tables.of_kind(grid.table.kind.name) if not table.is_view]
    values: list[str] = []
    for table in tables:
        titles = {level.title for level in table.layout.levels} | {level.code for level in table.layout.levels}
        same = next((one for one in table.layout.columns if one.id == column.id), None)
        if same is not None and column.id not in titles:
            values += _read_values(grid, table.rows, same)
    distinct = list(dict.fromkeys(values))
    return distinct if len(distinct) <= _MOST else []


def _read_values(grid: Grid, rows: Iterable[TableRow], column: Column) -> Iterator[str]:
    for row in rows:
        entry = column.entry(row.level)
        value: Any = entry.of(row.node) if entry else None
        if isinstance(value, str) and value.strip():
            shown = show_typed(value, grid.reading)
            if len(shown) <= _LONGEST and not shown.replace(".", "").replace(",", "").isdigit():
                yield shown


def _first_rows(grid: Grid, column: Column) -> Iterator[TableRow]:
    """One row of every level that has this column, or how it would stand in a table without rows."""
    seen: set[str] = set()
    for row in grid.table.rows:
        if row.level not in seen and column.entry(row.level):
            seen.add(row.level)
            yield row
    pointer = ""
    for depth, level in enumerate(grid.table.layout.levels):
        pointer = join(pointer, level.key, 0)
        if level.key not in seen and column.entry(level.key):
            yield TableRow(pointer, depth, {}, level.key)
