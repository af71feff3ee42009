"""What was found in the tables of a document that came back: cells that say something else, rows that came or went."""

from __future__ import annotations

from dataclasses import dataclass, field

from renjadoc.absorption.table_cells import AdHocEdit, CellEdit, OpenTable, say_cell
from renjadoc.absorption.table_moves import MovedRow
from renjadoc.absorption.table_rows import AddedRow
from renjadoc.problem import shorten_text


@dataclass
class FoundCell:
    """A cell that says something else: what was typed, and what that is; in words why it is nothing.

    `is_newer`: its row was changed in the folder, too. `marks` are what it and the cells of its row that nobody changed
    are known by once it is taken.
    """

    table: OpenTable
    row: int
    place: int
    typed: str
    read: CellEdit | AdHocEdit | str
    authors: tuple[str, ...]
    is_newer: bool
    marks: tuple[str, ...] = ()

    def say(self) -> str:
        """What was changed, as it is told where it cannot be taken."""
        row, column = self.table.name_cell(self.row, self.place)
        was = shorten_text(say_cell(self.table.table.rows[self.row].cells[self.place])) or "(kosong)"
        said = f"{self.table.label}, baris “{row}”, kolom “{column}”"
        return f"{said}: “{was}” menjadi “{shorten_text(self.typed) or '(kosong)'}”"


@dataclass
class TableFindings:
    """What was found in all tables, in order; rows each with the table that shows them and what they say.

    Rows that are gone have their mark behind.
    """

    cells: list[FoundCell] = field(default_factory=list)
    new_rows: list[tuple[OpenTable, AddedRow, str]] = field(default_factory=list)
    gone_rows: list[tuple[OpenTable, str, str, str, str]] = field(default_factory=list)
    moved: list[tuple[OpenTable, MovedRow]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
