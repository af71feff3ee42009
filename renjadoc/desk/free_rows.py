"""Rows of an ad-hoc table as the page changes them: bold ones, merged cells, columns that come in or go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from renjadoc import indonesian
from renjadoc.edits.edit import Edit
from renjadoc.tables.bebas import SPANS, fold_row
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import TableRow

_BOLD = "tebal"


def mark_bold(file: str, table: ReadTable, row: TableRow, *, bold: bool) -> list[Edit]:
    """A row is printed bold, or as any other."""
    node = {key: value for key, value in row.node.items() if key != _BOLD}
    return _set_row(file, table, row, {**node, _BOLD: True} if bold else node)


def is_bold(row: TableRow) -> bool:
    """Whether a row is printed bold."""
    return bool(row.node.get(_BOLD))


def merge_cells(file: str, table: ReadTable, row: TableRow, first: int, last: int) -> list[Edit]:
    """The cells of some columns become one that says what all of them said; those of one column stand alone again."""
    first, last = min(first, last), max(first, last)
    spans = {at: span for at, span in row.node[SPANS].items() if at > last or at + span <= first}
    node = {key: value for key, value in row.node.items() if key != SPANS}
    if node.get(_BOLD) is None:
        node.pop(_BOLD, None)
    if first < last:
        node[f"kolom{first}"] = _join(node.get(f"kolom{at}") for at in range(first, last + 1))
        spans[first] = last - first + 1
    return _set_row(file, table, row, {**node, SPANS: spans})


def reorder_cells(file: str, table: ReadTable, order: Sequence[int | None]) -> Iterator[Edit]:
    """The cells of every row as the columns stand afterwards: `order` has their numbers, None for a new one.

    A merged cell is as wide as what is left of its columns, with new ones that stand among them.
    """
    for row in table.rows:
        owner = {at + step: at for at, span in row.node[SPANS].items() for step in range(span)}
        owners = [owner.get(at, at) if at is not None else None for at in order]
        for place, one in enumerate(owners[1:-1], 1):
            if one is None and owners[place - 1] == owners[place + 1]:
                owners[place] = owners[place - 1]
        node: dict[str, Any] = {_BOLD: True} if is_bold(row) else {}
        spans: dict[int, int] = {}
        for place, one in enumerate(owners):
            if one is not None and place and owners[place - 1] == one:
                spans[next(reversed(spans))] += 1
                continue
            node[f"kolom{place}"] = row.node.get(f"kolom{one}")
            if one in row.node[SPANS]:
                spans[place] = 1
        merged = {place: span for place, span in spans.items() if span > 1}
        folded = fold_row({**node, SPANS: merged}, len(order))
        yield Edit(file, row.pointer, "set", folded)


def _set_row(file: str, table: ReadTable, row: TableRow, node: dict[str, Any]) -> list[Edit]:
    return [Edit(file, row.pointer, "set", fold_row(node, len(table.layout.columns)))]


def _join(values: Iterator[Any]) -> Any:
    lines = [line for value in values for line in (value if isinstance(value, list) else [value])]
    said = [line for line in lines if line not in (None, "")]
    if len(said) < 2:
        return said[0] if said else None
    return [indonesian.angka(line) if isinstance(line, int | Decimal) else line for line in said]
