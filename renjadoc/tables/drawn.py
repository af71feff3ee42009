"""A table as it is drawn cell by cell, where no pattern of the template prints it."""

from __future__ import annotations

from typing import Any, NamedTuple


class DrawnCell(NamedTuple):
    """A cell of the grid; `merge_down` is None, "restart" or "continue"."""

    value: Any
    span: int = 1
    align: str = "kiri"
    merge_down: str | None = None


class DrawnTable(NamedTuple):
    """A table ready to be drawn: relative widths of its columns, head rows, body rows (and whether each is bold)."""

    widths: list[float]
    head: list[list[DrawnCell]]
    body: list[tuple[list[DrawnCell], bool]]
    landscape: bool
