"""Rows of tables as data: compared, set, said in one line; what stands above and below them."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import Any

from renjadoc.content.pointers import join
from renjadoc.sheets.excel.values import write_value
from renjadoc.tables.bebas import SPANS
from renjadoc.tables.layout import Keys, Node, TableLayout, TableRow


def is_equal(one: object, other: object) -> bool:
    """Whether two values are the same, text told from number."""
    return type(one) is type(other) and one == other if isinstance(one, str | list) else bool(one == other)


def rows_below(layout: TableLayout, row: TableRow) -> list[TableRow]:
    """The rows right below one; the whole table is a row of depth -1."""
    depth = row.depth + 1
    if depth == len(layout.levels):
        return []
    key = layout.levels[depth].key
    return [TableRow(join(row.pointer, key, i), depth, node, key) for i, node in enumerate(row.node.get(key, []))]


def with_value(node: Node, keys: Keys, value: object) -> Node:
    """A copy of `node` with another value; what is missing on the way there is made."""
    first, *_ = keys
    copied: Node = {**node, first: deepcopy(node[first])} if first in node else dict(node)
    container: Any = copied
    for key, following in pairwise(keys):
        if key not in container:
            container[key] = [] if isinstance(following, int) else {}
        container = container[key]
    last = keys[-1]
    if isinstance(container, list) and isinstance(last, int):
        container.extend([None] * (last + 1 - len(container)))
    container[last] = value
    return copied


def summarise_row(node: Node) -> str:
    """A row in one line: its texts and numbers, lists of rows left out."""
    parts = []
    for key, value in node.items():
        if key != SPANS and not (isinstance(value, list) and value and isinstance(value[0], dict)):
            members = value.items() if isinstance(value, dict) else [(key, value)]
            # A year is no amount.
            parts += [str(member) if name == "tahun" else write_value(member) for name, member in members]
    return " | ".join(part for part in parts if part != "(belum diisi)")


def say_spans(spans: dict[int, int]) -> str:
    """Merged cells in words."""
    return ", ".join(f"kolom {index + 1}–{index + span}" for index, span in spans.items()) or "tanpa sel gabungan"
