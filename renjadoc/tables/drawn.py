"""A table as it is drawn cell by cell, where no pattern of the template prints it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

#: How a head cell stands that says the number of its column.
NUMBER = "nomor"


class DrawnCell(NamedTuple):
    """A cell of the grid; `merge_down` is None, "restart" or "continue"."""

    value: Any
    span: int = 1
    align: str = "kiri"
    merge_down: str | None = None


class DrawnTable(NamedTuple):
    """A table ready to be drawn: relative widths of its columns, head rows, body rows (and whether each is bold).

    The letters of one that `shrinks` become smaller as far as its longest amounts ask. `heads` are the rows of the body
    that stay on the page of the row below them, beside the bold ones.
    """

    widths: list[float]
    head: list[list[DrawnCell]]
    body: list[tuple[list[DrawnCell], bool]]
    landscape: bool
    shrinks: bool = False
    heads: frozenset[int] = frozenset()


def find_heads(levels: Sequence[str], first: int = 0) -> frozenset[int]:
    """The rows above a row of another level that is new below them; `first` rows stand above all of these.

    A kegiatan heads its first sub kegiatan, a sub kegiatan nothing.
    """
    order = list(dict.fromkeys(levels))
    pairs = enumerate(pairwise(levels), first)
    return frozenset(index for index, (level, below) in pairs if order.index(below) > order.index(level))


def draw_heads(paths: Sequence[tuple[str, ...]]) -> list[list[DrawnCell]]:
    """Head rows from what stands over each column, from the top down; a head of one row reaches down to the last."""
    depth = max(map(len, paths))
    return [_draw_level(paths, level, depth) for level in range(depth)]


def _draw_level(paths: Sequence[tuple[str, ...]], level: int, depth: int) -> list[DrawnCell]:
    cells: list[DrawnCell] = []
    column = 0
    while column < len(paths):
        path = paths[column]
        if len(path) <= level:
            cells.append(DrawnCell("", 1, "tengah", "continue"))
        elif len(path) == level + 1:
            cells.append(DrawnCell(path[level], 1, "tengah", "restart" if level + 1 < depth else None))
        else:
            cells.append(DrawnCell(path[level], _count_alike(paths[column:], level + 1), "tengah"))
        column += cells[-1].span
    return cells


def _count_alike(paths: Sequence[tuple[str, ...]], depth: int) -> int:
    """How many of the first columns have the same heads down to a depth, and others below them."""
    return sum(1 for _ in takewhile(lambda path: path[:depth] == paths[0][:depth] and len(path) > depth, paths))
