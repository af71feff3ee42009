"""Cells that nobody fills: what each is computed from, and its value."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from renjadoc.tables.layout import Around, Computed, Entry, Node
from renjadoc.tables.quantities import Cell, cumulate, rata_rata, tingkat


def sum_amounts(node: Node, field: str) -> int | None:
    """The sum of an amount (rupiah) at and below a row or table; None when none is known, open ones count as 0."""
    if field in node:
        amount: int | None = node[field]
        return amount
    children = (child for below in node.values() if isinstance(below, list) for child in below)
    rows = [child for child in children if isinstance(child, dict)]
    # Most rows have the amount themselves, and a table has thousands of them.
    return add_known([row[field] if field in row else sum_amounts(row, field) for row in rows])


def add_known(amounts: Iterable[int | None]) -> int | None:
    """The sum of the amounts that are known; None when none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


class Sum(NamedTuple):
    """The sum of a column of money over all rows below that have an amount of their own, rupiah."""

    field: str
    unit: str = "rupiah"

    def value(self, node: Node, around: Around, number: int) -> int | None:
        return sum_amounts(node, self.field)


class Cumulated(NamedTuple):
    """What several columns reached together (`cumulate`), unless the row states it itself at `stated_at`."""

    columns: tuple[str, ...]
    parts_at: tuple[Entry | Cumulated, ...]
    indicator: str
    indicator_at: Entry
    stated_at: Entry
    unit: str = ""

    def of(self, node: Node) -> Cell:
        if self.stated_at.is_in(node):
            stated: Cell = self.stated_at.of(node)
            return stated
        return cumulate(tuple(part.of(node) for part in self.parts_at), self.indicator_at.of(node))

    def value(self, node: Node, around: Around, number: int) -> Cell:
        return self.of(node)


class Added(NamedTuple):
    """What several columns of amounts of a row make together, rupiah; nothing without the one that it `needs`."""

    columns: tuple[str, ...]
    needs: str = ""
    unit: str = "rupiah"

    def value(self, node: Node, around: Around, number: int) -> int | None:
        if self.needs and node.get(self.needs) is None:
            return None
        return add_known(sum_amounts(node, column) for column in self.columns)


class Share(NamedTuple):
    """An amount of a row out of another one of it, in per cent."""

    reached: str
    wanted: str
    reached_of: Computed | Entry
    wanted_of: Computed | Entry
    unit: str = "persen"

    def value(self, node: Node, around: Around, number: int) -> Decimal | None:
        reached, wanted = _find_value(self.reached_of, node, around), self.find_whole(node, around)
        if not isinstance(reached, int) or not isinstance(wanted, int) or not wanted:
            return None
        return Decimal(reached) * 100 / wanted

    def find_whole(self, node: Node, around: Around) -> Any:
        """The whole of which it is the share, rupiah."""
        return _find_value(self.wanted_of, node, around)


def _find_value(cell: Computed | Entry, node: Node, around: Around) -> Any:
    return cell.of(node) if isinstance(cell, Entry) else cell.value(node, around, 0)


class Difference(NamedTuple):
    """An amount of a row less another column of it, rupiah; what is not known counts as nothing."""

    column: str
    less: str
    less_of: Computed
    unit: str = "rupiah"

    def value(self, node: Node, around: Around, number: int) -> int | None:
        amounts = sum_amounts(node, self.column), self.less_of.value(node, around, number)
        known = [amount for amount in amounts if isinstance(amount, int)]
        before, less = (amount if isinstance(amount, int) else 0 for amount in amounts)
        return before - less if known else None


class Ratio(NamedTuple):
    """Realisation against target in per cent, both of them columns of the row, as its indicator is measured."""

    reached: str
    wanted: str
    reached_at: Entry | Cumulated
    wanted_at: Entry
    unit: str = "persen"

    def value(self, node: Node, around: Around, number: int) -> Decimal | None:
        return tingkat(self.reached_at.of(node), self.wanted_at.of(node), node)


class RenstraRatio(NamedTuple):
    """Achievement against the target of the last Renstra year, which stands in the sheet of the Renstra targets."""

    reached: str
    reached_at: Entry
    indicator: str
    indicator_at: Entry
    unit: str = "persen"

    def value(self, node: Node, around: Around, number: int) -> Decimal | None:
        name = self.indicator_at.of(node)
        wanted = around.final_targets.get(name) if name else None
        return tingkat(self.reached_at.of(node), wanted, node)


class Average(NamedTuple):
    """The mean of a column of percentages; nothing while one is missing, so that no mean hides a gap."""

    column: str
    key: str
    of: Ratio | RenstraRatio
    unit: str = "persen"

    def value(self, node: Node, around: Around, number: int) -> Decimal | None:
        return rata_rata(self.parts(node, around))

    def parts(self, node: Node, around: Around) -> list[Decimal | None]:
        """The percentages below the row."""
        return [self.of.value(child, around, 0) for child in node[self.key]]


class Number(NamedTuple):
    """The running number of a row, as long as something stands in the column beside it."""

    beside: str
    unit: str = "nomor"

    def value(self, node: Node, around: Around, number: int) -> int:
        return number


class Name(NamedTuple):
    """A name of the folder that the printed table repeats, such as the office's short one."""

    name: str
    unit: str = ""

    def value(self, node: Node, around: Around, number: int) -> str:
        return around.names[self.name]
