"""Where a new row may stand beside a row of a table: below it, behind it, or behind what it stands below."""

from __future__ import annotations

from typing import NamedTuple

from renjadoc.desk.grids import Grid


class NewPlace(NamedTuple):
    """A place for a new row: which one of its level below the row `above` ("" the table), and how it is offered."""

    depth: int
    above: str
    number: int
    label: str


def list_places(grid: Grid, pointer: str) -> list[NewPlace]:
    """All places around a row, the nearest first; at every level one."""
    levels = grid.table.layout.levels
    row = grid.find_row(pointer)
    places, at = [], pointer
    for depth in range(row.depth, -1, -1):
        above = at.rpartition("/")[0].rpartition("/")[0]
        index = int(at.rpartition("/")[2]) + 1
        name = levels[depth].names[0] if len(levels[depth].names) == 1 else "baris"
        label = f"Tambah {name} di bawahnya" if depth == row.depth else f"Tambah {name} sesudahnya"
        places.append(NewPlace(depth, above, index, label))
        at = above
    if row.depth + 1 < len(levels):
        below = levels[row.depth + 1]
        name = below.names[0] if len(below.names) == 1 else "baris di dalamnya"
        places.insert(1, NewPlace(row.depth + 1, pointer, len(row.node.get(below.key, [])), f"Tambah {name}"))
    return places
