"""What is told of one filled sheet: changes, conflicts and faults, each with its cell, its place and its row."""

from __future__ import annotations

from typing import Any

from renjadoc.content.pointers import follow_pointer, parent_of
from renjadoc.edits.edit import ADDED, CHANGED, REMOVED, Change
from renjadoc.edits.plan import Conflict, Fault
from renjadoc.sheets.excel.filled import FilledSheet, SheetRow
from renjadoc.sheets.excel.nodes import summarise_row
from renjadoc.sheets.excel.row_origins import typed_title
from renjadoc.sheets.excel.sheets import LEVEL
from renjadoc.sheets.excel.values import write_value
from renjadoc.tables import bebas
from renjadoc.tables.layout import Node, TableRow


class SheetAccount:
    """Words changes of a sheet as its report tells them, and gathers conflicts and faults; `data` is the file's."""

    def __init__(self, filled: FilledSheet, present: Node, data: Any) -> None:
        self.file = filled.known.sheet.file
        self.conflicts: list[Conflict] = []
        self.notes: list[str] = []
        self.faults: list[Fault] = []
        self._filled, self._layout, self._present = filled, filled.layout, present
        self._adhoc = data if filled.known.sheet.kind == "bebas" else None
        self._heads = {
            column.id: " / ".join(dict.fromkeys(head))
            for column, head in zip(self._layout.columns, filled.known.sheet.heads, strict=True)
        }

    def describe_cell(self, row: SheetRow, id: str, old: str, new: str, below: str = "", kind: str = CHANGED) -> Change:
        """A change of a cell (at `below` in its row) or, of another kind, of the row itself."""
        pointer = (row.present.pointer if row.present else "") + below
        if self._adhoc is not None:
            pointer = bebas.place_cell(pointer, self._adhoc)
        name = self.name_row(row.present) if row.present else typed_title(self._layout, row)
        return Change(kind, self.file, pointer, old, new, self.address(row, id), self._heads.get(id, "Tingkat"), name)

    def describe_removal(self, row: TableRow) -> Change:
        """A row of the content that is not in the sheet any more."""
        level, tab = self._layout.levels[row.depth].name(row.node), self._filled.known.tab.name
        return Change(REMOVED, self.file, row.pointer, summarise_row(row.node), "", tab, level, self.name_row(row))

    def describe_addition(self, row: SheetRow, node: Node) -> Change:
        """A row that is new; its place is known when all are in theirs."""
        source = self.address(row, self._layout.levels[row.depth].title)
        title = typed_title(self._layout, row)
        return Change(ADDED, self.file, "", "", summarise_row(node), source, row.name, title)

    def name_row(self, row: TableRow) -> str:
        """The name of a row of the content; that of the whole table is empty."""
        if row.depth < 0:
            return ""
        level = self._layout.levels[row.depth]
        entry = self._layout.column(level.title).entry(level.key)
        return write_value(entry.of(row.node)) if entry else ""

    def name_above(self, row: TableRow) -> str:
        """The name of the row that a row of the content stands below."""
        above = parent_of(row.pointer)
        return self.name_row(TableRow(above, row.depth - 1, follow_pointer(self._present, above)))

    def address(self, row: SheetRow, id: str) -> str:
        return self._filled.address(row.at, id)

    def add_fault(self, code: str, row: SheetRow, id: str, message: str, hint: str = "") -> None:
        pointer = row.present.pointer if row.present else ""
        self.faults.append(Fault(code, self.file, pointer, self.address(row, id), message, hint))

    def add_kept(self, row: TableRow, message: str) -> None:
        """A row of the content that was to go and stays."""
        tab = self._filled.known.tab.name
        self.faults.append(Fault("RJ073", self.file, row.pointer, f"{tab}: {self.name_row(row)}", message, ""))

    def quote_row(self, row: SheetRow) -> str:
        """What was typed into a row, in one line."""
        shown = (row.cell(column.id) for column in self._layout.columns)
        return " | ".join(
            write_value(cell.value) if isinstance(cell.value, int) else " ".join(str(cell.value).split())
            for cell in shown
            if cell.value is not None and not cell.formula
        )

    def add_deleted(self, row: SheetRow) -> None:
        """A row that was changed in the sheet is no longer in the content."""
        title, address = typed_title(self._layout, row), self.address(row, LEVEL)
        change = Change(REMOVED, self.file, "", "(sudah dihapus)", self.quote_row(row), address, "", title)
        self.conflicts.append(Conflict(change))

    def add_note(self, row: SheetRow, id: str, message: str) -> None:
        """What a person should know of a cell that was read."""
        self.notes.append(f"{self.address(row, id)}: {message}")

    def add_sheet_faults(self) -> None:
        """What is wrong with rows of the sheet that could not be placed."""
        for at, id, message, hint in self._filled.faults:
            self.faults.append(Fault("RJ071", self.file, "", self._filled.address(at, id), message, hint))
