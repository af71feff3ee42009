"""Which level a row of a sheet is of: as its column Tingkat says, its key, its code, or the cells that are filled."""

from __future__ import annotations

from collections.abc import Mapping

from renjadoc.sheets.excel.values import Cell
from renjadoc.tables.layout import Entry, TableLayout


def find_depth(layout: TableLayout, name: str, key: str, cells: Mapping[str, Cell], before: int) -> int | None:
    """The level of a row that says `name` of itself, behind one of level `before`; None where nothing tells."""
    if len(layout.levels) == 1:
        return 0
    for depth, level in enumerate(layout.levels):
        if name in level.names:
            return depth
    if name:
        return None
    if (by_key := _depth_of_key(layout, key)) is not None:
        return by_key
    codes = [cells.get(level.code) for level in layout.levels if level.code]
    parts = [str(cell.value or "" if cell else "").strip(" .").count(".") + 1 for cell in codes]
    by_code = [depth for depth, level in enumerate(layout.levels) if level.parts and level.parts in parts]
    return by_code[0] if by_code else _depth_of_cells(layout, cells, before)


def filled_columns(layout: TableLayout, cells: Mapping[str, Cell]) -> set[str]:
    """The columns in which somebody entered something."""
    return {column.id for column in layout.columns if column.kind and not cells.get(column.id, Cell()).is_blank}


def _depth_of_key(layout: TableLayout, key: str) -> int | None:
    lists = key.split("/")[1::2]
    known = [level.key for level in layout.levels]
    return len(lists) - 1 if lists and lists == known[: len(lists)] else None


def _depth_of_cells(layout: TableLayout, cells: Mapping[str, Cell], before: int) -> int | None:
    filled = filled_columns(layout, cells)
    titled = [depth for depth, level in enumerate(layout.levels) if level.title in filled]
    # What a row above others may state as they do tells least.
    fitting = (
        [depth for depth in titled if filled <= _columns_of_level(layout, depth, own=False)]
        or [depth for depth in titled if filled <= _columns_of_level(layout, depth, own=True)]
        or titled[-1:]
    )
    title = str(cells[layout.levels[fitting[0]].title].value).casefold() if fitting else ""
    for depth in fitting:
        if title.startswith(layout.levels[depth].names[0] + " "):
            return depth
    return next((depth for depth in (before, before + 1) if depth in fitting), fitting[-1] if fitting else None)


def _columns_of_level(layout: TableLayout, depth: int, *, own: bool) -> set[str]:
    """The columns in which a row of this level has something, with or without its `own` cells."""
    key = layout.levels[depth].key
    cells = ((column.id, column.cells.get(key)) for column in layout.columns)
    return {id for id, cell in cells if cell is not None and (own or not (isinstance(cell, Entry) and cell.own))}
