"""Rows of tables as data: compared, copied, set, said in one line."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from renjadoc.sheets.excel.values import said
from renjadoc.tables.bebas import SPANS
from renjadoc.tables.layout import Keys, Node


def equal(one: Any, other: Any) -> bool:
    """Whether two values are the same, text told from number."""
    return type(one) is type(other) and one == other if isinstance(one, str | list) else bool(one == other)


def parent_of(pointer: str) -> str:
    """The pointer of the row above."""
    return pointer.rsplit("/", 2)[0]


def index_of(pointer: str) -> int:
    """Where a row stands among those below the same one."""
    return int(pointer.rpartition("/")[2])


def copied(node: Node) -> Node:
    """A copy that can be changed below without touching the old one; lists of rows are shared."""
    return {
        key: dict(value) if isinstance(value, dict) else list(value) if isinstance(value, list) else value
        for key, value in node.items()
    }


def put(node: Node, keys: Keys, value: Any) -> None:
    """Set a value of `node`, in place; what is missing on the way there is made."""
    container: Any = node
    for key, following in pairwise(keys):
        if key not in container:
            container[key] = [] if isinstance(following, int) else {}
        container = container[key]
    if isinstance(container, list):
        last = int(keys[-1])
        container.extend([None] * (last + 1 - len(container)))
        container[last] = value
    else:
        container[keys[-1]] = value


def summary(node: Node) -> str:
    """A row in one line: its texts and numbers, lists of rows left out."""
    parts = []
    for key, value in node.items():
        if key != SPANS and not (isinstance(value, list) and value and isinstance(value[0], dict)):
            parts += [said(member) for member in (value.values() if isinstance(value, dict) else [value])]
    return " | ".join(part for part in parts if part != "(belum diisi)")


def said_spans(spans: dict[int, int]) -> str:
    """Merged cells in words."""
    return ", ".join(f"kolom {index + 1}–{index + span}" for index, span in spans.items()) or "tanpa sel gabungan"
