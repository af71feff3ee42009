"""What a year's step does to a table: which cell gets which value when Renja n becomes Renja n+1."""

from __future__ import annotations

from typing import Any, NamedTuple


class Step(NamedTuple):
    """The cell at `to` gets what stands at `source`, or, without a source, `value` (null: open).

    `look` says why a person has to look at the cell again; a cell whose source is itself only has to be looked at.
    """

    to: str
    source: str | None = None
    value: Any = None
    look: str = ""
