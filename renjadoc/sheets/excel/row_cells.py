"""Cells put into the nodes of rows, and rows that are new: the keys they have, and where these stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from renjadoc.edits.edit import Change
from renjadoc.sheets.excel.nodes import with_value
from renjadoc.tables.layout import Entry, Level, Node, TableLayout


@dataclass(frozen=True)
class MergedCell:
    """A cell of a row of the content that becomes `value`, and how the report tells it."""

    entry: Entry
    value: Any
    change: Change


def put_cells(layout: TableLayout, node: Node, depth: int, changes: Iterable[MergedCell]) -> Node:
    """`node` with changes of its cells; a key that it did not have stands where the sheet has its column."""
    level = layout.levels[depth]
    for cell in changes:
        key = str(cell.entry.keys[0])
        if cell.value is None and cell.entry.optional:
            node = {name: value for name, value in node.items() if name != key}
            continue
        if key not in node:
            node = _with_key(layout, node, level, key)
        node = with_value(node, cell.entry.keys, cell.value)
        node = with_own_cells(layout, node, level) if cell.entry.own else node
    return node


def make_row(layout: TableLayout, depth: int, values: Mapping[str, Any]) -> Node:
    """A new row of a level with `values` by the ids of their columns; all other cells are open or blank."""
    level = layout.levels[depth]
    node: Node = {level.named_by: level.names[0]} if level.named_by else {}
    for column, entry in layout.entries(level):
        value = values.get(column.id, entry.kind.blank)
        if value is not None or not (entry.optional or entry.own):
            node = with_value(node, entry.keys, value)
    if depth + 1 < len(layout.levels) and not layout.levels[depth + 1].optional:
        node[layout.levels[depth + 1].key] = []
    return with_own_cells(layout, node, level)


def with_own_cells(layout: TableLayout, node: Node, level: Level) -> Node:
    """`node` with all of its own cells, open ones too, if it has one of them."""
    own = [entry for _, entry in layout.entries(level) if entry.own]
    for entry in own if any(entry.is_in(node) for entry in own) else ():
        if not entry.is_in(node):
            key = str(entry.keys[0])
            node = with_value(node if key in node else _with_key(layout, node, level, key), entry.keys, None)
    return node


def _with_key(layout: TableLayout, node: Node, level: Level, key: str) -> Node:
    """`node` with a key that it did not have, behind those that stand before it in the sheet."""
    order = [str(entry.keys[0]) for _, entry in layout.entries(level)]
    before = set(order[: order.index(key)]) | {level.named_by}
    last = max((index for index, name in enumerate(node) if name in before), default=-1)
    items = list(node.items())
    return dict([*items[: last + 1], (key, {}), *items[last + 1 :]])
