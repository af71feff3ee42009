"""Values that T-C.31 prints on both sides, edited to be two: the plan's, and what the rancangan awal RKPD says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from renjadoc.absorption.table_cells import CellEdit, OpenTable
from renjadoc.absorption.table_findings import FoundCell
from renjadoc.absorption.table_marks import Value
from renjadoc.content.pointers import join
from renjadoc.edits.edit import ADDED, Change, Edit
from renjadoc.reading import Reading
from renjadoc.tables.layout import Node
from renjadoc.tables.review_rkpd.two_sided import DETAILS, Differences

_KEY = "perbedaan"


@dataclass(frozen=True)
class Sides:
    """A value of the plan that a row prints twice; `left` and `right` are its cells, None where nobody edited one."""

    table: OpenTable
    value: Value
    left: FoundCell | None
    right: FoundCell | None

    @property
    def edited(self) -> list[FoundCell]:
        return [cell for cell in (self.left, self.right) if cell]

    @property
    def differs(self) -> bool:
        """Whether both sides do not say the same any more; what was open is filled on both by one."""
        if self.left and self.right:
            return bool(_becomes(self.left) != _becomes(self.right))
        return self.left is not None or self.value.is_stated

    @property
    def shared(self) -> list[FoundCell]:
        """The cells that say what the plan becomes."""
        if not self.differs:
            return self.edited
        return [self.right] if self.right and self.may_differ else []

    @property
    def may_differ(self) -> bool:
        """Whether the table can say what differs: of a row of the plan, not its code or name."""
        kind: str = self.table.reading.tables[self.table.name].kind.name
        key, *deeper = self.value.entry.keys
        return kind == "review-rkpd" and not deeper and key in {*DETAILS, "pagu"}

    @property
    def says(self) -> Any:
        """What the rancangan awal RKPD says: what was typed on its side, or what stood there."""
        return _becomes(self.left) if self.left else self.value.now


def _becomes(cell: FoundCell) -> Any:
    assert isinstance(cell.read, CellEdit)
    return cell.read.becomes


def part_sides(cells: Iterable[FoundCell]) -> tuple[list[FoundCell], list[Sides]]:
    """The cells that can be taken: those whose value its row prints once, and those printed twice by their values."""
    plain: list[FoundCell] = []
    found: dict[tuple[str, int, str], tuple[FoundCell, dict[int, FoundCell]]] = {}
    for one in cells:
        if not isinstance(one.read, CellEdit):
            plain += [] if isinstance(one.read, str) else [one]
        elif len(one.table.find_places(one.row, one.read.value)) < 2:
            plain.append(one)
        else:
            key = (one.table.name, one.row, one.read.value.row.pointer + one.read.value.entry.pointer)
            found.setdefault(key, (one, {}))[1][one.place] = one
    return plain, [_pair_cells(first, edited) for first, edited in found.values()]


def _pair_cells(first: FoundCell, edited: dict[int, FoundCell]) -> Sides:
    assert isinstance(first.read, CellEdit)
    value = first.read.value
    places = first.table.find_places(first.row, value)
    return Sides(first.table, value, edited.get(places[0]), edited.get(places[-1]))


def say_differences(reading: Reading, sides: Iterable[Sides]) -> Iterator[Edit]:
    """The edits that write what the rancangan awal says otherwise, those of one row together."""
    tables: dict[str, dict[str, list[Sides]]] = defaultdict(lambda: defaultdict(list))
    for one in sides:
        tables[one.table.name][one.value.row.pointer].append(one)
    for name, rows in tables.items():
        yield from _say_table(reading, name, rows)


def _say_table(reading: Reading, name: str, rows: dict[str, list[Sides]]) -> Iterator[Edit]:
    """The edits of one table, by the rows of the plan."""
    table = reading.tables[name]
    stated = {row.pointer: at for at, row in enumerate(Differences(table).found) if row is not None}
    new: list[tuple[Node, tuple[Change, ...]]] = []
    for pointer, same in rows.items():
        values = {str(one.value.entry.keys[0]): one.says for one in same}
        changes = tuple(_tell_side(one) for one in same)
        if pointer not in stated:
            node = same[0].value.row.node
            named = {key: node[key] for key in ("kode", "nama") if node.get(key)}
            new.append(({**named, **values}, changes))
            continue
        for (key, value), change in zip(values.items(), changes, strict=True):
            at = join("", _KEY, stated[pointer], key)
            yield Edit(same[0].table.file, at, "set", value, behind="nama", changes=(change,))
    yield from _put_in(next(iter(rows.values()))[0].table, new)


def _put_in(table: OpenTable, new: list[tuple[Node, tuple[Change, ...]]]) -> Iterator[Edit]:
    """New differences, behind those that there are."""
    there = table.data.get(_KEY)
    if there is None and new:
        told = tuple(change for _, changes in new for change in changes)
        yield Edit(table.file, join("", _KEY), "set", [node for node, _ in new], changes=told)
        return
    for node, changes in new:
        yield Edit(table.file, join("", _KEY, len(there)), "insert", node, changes=changes)


def _tell_side(one: Sides) -> Change:
    """What the left side says, as it is told."""
    cell = one.edited[0]
    assert isinstance(cell.read, CellEdit)
    row, column = one.table.name_cell(cell.row, one.table.find_places(cell.row, one.value)[0])
    said = one.table.say(one.says)
    pointer = join("", _KEY)
    return Change(ADDED, one.table.file, pointer, "", said, one.table.label, column, row, cell.authors)
