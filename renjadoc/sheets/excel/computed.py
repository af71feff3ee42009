"""Cells that nobody fills: each with its Excel formula and with the value that renjadoc computes for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from renjadoc.sheets.excel.layout import ROOT, Around, Entry, Node, Place
from renjadoc.sheets.excel.values import Shown
from renjadoc.tables.quantities import rata_rata, tingkat

MONEY = "[$-421]#,##0"
PERCENT = "[$-421]0.00"
PLAIN = "General"


@dataclass(frozen=True)
class Sum:
    """The sum of a column of money over all leaf rows below, rupiah. `keys` leads to them: program, kegiatan, …"""

    column: str
    field: str
    keys: tuple[str, ...]
    tolerance: float = 0.5
    number_format: str = MONEY

    def value(self, node: Node, around: Around, number: int) -> Shown:
        known = [amount for amount in self._amounts(node, self.keys) if amount is not None]
        return sum(known) if known else None

    def _amounts(self, node: Node, keys: tuple[str, ...]) -> Iterator[int | None]:
        if not keys:
            yield node.get(self.field)
        for child in node.get(keys[0], []) if keys else []:
            yield from self._amounts(child, keys[1:])

    def formula(self, place: Place) -> str:
        amounts = _down(place.columns[self.column], place)
        levels = _down(place.columns["tingkat"], place) if "tingkat" in place.columns else ""
        if not place.others:
            return f"=SUM({amounts})"
        # Rows whose level is not said count too: somebody has just put them in.
        conditions = ",".join(f'{levels},"<>{name}"' for name in place.others)
        return f"=SUMIFS({amounts},{conditions})"


def _down(letter: str, place: Place) -> str:
    return f"{letter}{place.first}:{letter}{place.last}"


def _amount(cell: str) -> str:
    """The number that leads a cell such as `1.000 masyarakat` or `57%`."""
    text = f'SUBSTITUTE({cell},"%"," ")'
    leading = f'LEFT({text},FIND(" ",{text}&" ")-1)'
    return f'IF(ISNUMBER({cell}),{cell},_xlfn.NUMBERVALUE({leading},",","."))'


def _ratio(reached: str, wanted: str) -> str:
    """Per cent, or nothing where one is open or has several lines (renjadoc computes those itself)."""
    lines = f"ISNUMBER(FIND(CHAR(10),{reached}&{wanted}))"
    computed = f"{_amount(reached)}*100/{_amount(wanted)}"
    return f'=IF(OR({reached}="",{wanted}="",{lines}),"",IFERROR({computed},""))'


def _percent(value: Decimal | None) -> Shown:
    return None if value is None else float(value)


@dataclass(frozen=True)
class Ratio:
    """Realisation against target in per cent, both of them columns of the row."""

    reached: str
    wanted: str
    reached_at: Entry
    wanted_at: Entry
    tolerance: float = 0.006
    number_format: str = PERCENT

    def value(self, node: Node, around: Around, number: int) -> Shown:
        return _percent(tingkat(self.reached_at.of(node), self.wanted_at.of(node)))

    def formula(self, place: Place) -> str:
        reached, wanted = (f"{place.columns[name]}{place.row}" for name in (self.reached, self.wanted))
        return _ratio(reached, wanted)


@dataclass(frozen=True)
class RenstraRatio:
    """Achievement against the target of the last Renstra year, which stands in the sheet of the Renstra targets."""

    reached: str
    reached_at: Entry
    indicator: str
    indicator_at: Entry
    tolerance: float = 0.006
    number_format: str = PERCENT

    def value(self, node: Node, around: Around, number: int) -> Shown:
        name = self.indicator_at.of(node)
        wanted = around.final_targets.get(name) if name else None
        return _percent(tingkat(self.reached_at.of(node), wanted))

    def formula(self, place: Place) -> str:
        renstra = place.book.get("target-renstra")
        if renstra is None:
            return '=""'
        sheet, names, targets = renstra
        cell, indicator = (f"{place.columns[name]}{place.row}" for name in (self.reached, self.indicator))
        found = f"INDEX('{sheet}'!{targets},MATCH({indicator},'{sheet}'!{names},0))"
        return f'=IFERROR(IF(OR({cell}="",{found}=""),"",{_amount(cell)}*100/{_amount(found)}),"")'


@dataclass(frozen=True)
class Average:
    """The mean of a column of percentages; nothing while one is missing, so that no mean hides a gap."""

    column: str
    key: str
    of: Ratio | RenstraRatio
    tolerance: float = 0.006
    number_format: str = PERCENT

    def value(self, node: Node, around: Around, number: int) -> Shown:
        values = [self.of.value(child, around, 0) for child in node[self.key]]
        return _percent(rata_rata([None if v is None else Decimal(str(v)) for v in values]))

    def formula(self, place: Place) -> str:
        cells, names = _down(place.columns[self.column], place), _down(place.columns["nama"], place)
        return f'=IF(AND(COUNT({cells})>0,COUNT({cells})=COUNTA({names})),AVERAGE({cells}),"")'


@dataclass(frozen=True)
class Number:
    """The running number of a row, as long as something stands in the column beside it."""

    beside: str
    tolerance: float = 0
    number_format: str = "0"

    def value(self, node: Node, around: Around, number: int) -> Shown:
        return number

    def formula(self, place: Place) -> str:
        letter = place.columns[self.beside]
        return f'=IF({letter}{place.row}="","",COUNTA({letter}${place.top}:{letter}{place.row}))'


@dataclass(frozen=True)
class Name:
    """A name of the folder that the printed table repeats, such as the office's short one."""

    name: str
    tolerance: float = 0
    number_format: str = PLAIN

    def value(self, node: Node, around: Around, number: int) -> Shown:
        return around.names[self.name]

    def formula(self, place: Place) -> str:
        return ""


@dataclass(frozen=True)
class View:
    """The same cell of another sheet: a view of a table changes with it and is never filled."""

    column: str
    of: Any
    tolerance: float = 0
    number_format: str = PLAIN

    def value(self, node: Node, around: Around, number: int) -> Shown:
        from renjadoc.sheets.excel.values import shown

        return shown(self.of.of(node)) if isinstance(self.of, Entry) else self.of.value(node, around, number)

    def formula(self, place: Place) -> str:
        sheet, columns, rows = place.book["sumber"]
        cell = f"'{sheet}'!{columns[self.column]}{rows[place.number]}"
        return f'=IF({cell}="","",{cell})'


__all__ = ["ROOT", "Average", "Name", "Number", "Ratio", "RenstraRatio", "Sum", "View"]
