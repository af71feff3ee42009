"""What a merge of a sheet brings: changes, conflicts and faults, each with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from renjadoc.tables.layout import Node

CHANGED, ADDED, REMOVED, MOVED = "ubah", "tambah", "hapus", "pindah"


@dataclass
class Change:
    """One change: the Excel cell, the place in the file, the column's head, the row's name, the values as text."""

    kind: str
    cell: str
    pointer: str
    column: str
    row: str
    old: str
    new: str
    node: Node | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell or a row; `code` is that of a Problem, warnings included."""

    code: str
    cell: str
    pointer: str
    message: str
    hint: str


@dataclass
class Merged:
    """A table after the merge: its data, what changed in it, and what was not written."""

    data: Node
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    #: id of a node -> its index in the old list; the nodes are in `data` and stay alive with it.
    origins: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Share:
    """Whose sheet it was: the Bidang, the rows of the export that it saw, and those that it fills."""

    bidang: str
    seen: set[str]
    mine: set[str]
