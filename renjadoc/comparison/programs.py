"""Programs, kegiatan and sub kegiatan of two folders: found again by code or name, moved ones recognised."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from renjadoc import indonesian
from renjadoc.comparison.found import ADDED, CHANGED, MOVED, REMOVED, SAME, Row, shown, words
from renjadoc.reading import Reading
from renjadoc.tables.computed import add_known
from renjadoc.tables.layout import Node


class _PlanRow(NamedTuple):
    """A row of the plan; `parent` is the place of the row above it in the list, -1 for a program."""

    level: str
    parent: int
    data: Node
    pagu: int | None

    @property
    def name(self) -> str:
        return " ".join(self.data["nama"].casefold().split())

    @property
    def code(self) -> str:
        return self.data.get("kode") or ""


_LEVELS = ("program", "kegiatan", "sub kegiatan")


def _plan_rows(reading: Reading) -> list[_PlanRow]:
    """Programs, each with its kegiatan and their sub kegiatan, in the order of the table."""
    found: list[_PlanRow] = []
    for table in reading.tables.of_kind("rencana-program"):
        last = [-1]
        for row in table.rows:
            # The last rows of the levels above are those that this one stands below.
            last[row.depth + 1 :] = [len(found)]
            pagu = table.total(row.pointer, "pagu")
            found.append(_PlanRow(_LEVELS[row.depth], last[row.depth], row.node, pagu))
    return found


#: What is compared beside the amount; what is ahead only within a year, for in the next it stands for another year.
_ATTRIBUTES = ("indikator", "target", "lokasi", "sumber_dana", "catatan", "bidang")
_AHEAD = ("target_maju", "pagu_maju")


def rows(older: Reading, newer: Reading) -> Iterator[Row]:
    """New rows in their order, then what is gone."""
    attributes = _ATTRIBUTES + _AHEAD * (older.folder.tahun == newer.folder.tahun)
    old, new = _plan_rows(older), _plan_rows(newer)
    partner = _partners(old, new)
    for place, node in enumerate(new):
        before = partner.get(place)
        if before is None:
            yield _row(node.level, node.code, node.data["nama"], None, node.pagu, ADDED, "")
        else:
            moved = node.parent >= 0 and partner.get(node.parent) != old[before].parent
            above = old[old[before].parent].data["nama"] if moved else ""
            yield _matched(old[before], node, above, attributes)
    for place in sorted(set(range(len(old))) - set(partner.values())):
        node = old[place]
        yield _row(node.level, node.code, node.data["nama"], node.pagu, None, REMOVED, "")


def _partners(old: list[_PlanRow], new: list[_PlanRow]) -> dict[int, int]:
    """New row -> old row: by code, by name below the same parent, or by name alone; parents first."""
    partner: dict[int, int] = {}
    for level in _LEVELS:
        for same in (_by_code, _by_place, _by_name):
            taken = set(partner.values())
            index: dict[Any, list[int]] = {}
            for place, node in enumerate(old):
                if node.level == level and place not in taken and (key := same(node, node.parent)) is not None:
                    index.setdefault(key, []).append(place)
            for place, node in enumerate(new):
                if node.level == level and place not in partner:
                    key = same(node, partner.get(node.parent, -2) if node.parent >= 0 else -1)
                    if key is not None and index.get(key):
                        partner[place] = index[key].pop(0)
    return partner


def _by_code(node: _PlanRow, _: int) -> Any:
    return node.code if node.code and "X" not in node.code.upper() else None


def _by_place(node: _PlanRow, parent: int) -> Any:
    return parent, node.name


def _by_name(node: _PlanRow, _: int) -> Any:
    return node.name


def _matched(old: _PlanRow, new: _PlanRow, moved_from: str, attributes: tuple[str, ...]) -> Row:
    remarks = [f"dahulu di bawah {moved_from}"] if moved_from else []
    if old.name != new.name:
        remarks.append(f"dahulu bernama {old.data['nama']}")
    if old.code != new.code:
        remarks.append(f"dahulu berkode {old.code or '-'}")
    remarks += [
        f"{words(key)}: {shown(old.data.get(key))} → {shown(new.data.get(key))}"
        for key in attributes
        if old.data.get(key) != new.data.get(key)
    ]
    kind = MOVED if moved_from else CHANGED if remarks or old.pagu != new.pagu else SAME
    return _row(new.level, new.code, new.data["nama"], old.pagu, new.pagu, kind, "; ".join(remarks))


def _row(level: str, code: str, name: str, old: int | None, new: int | None, kind: str, remark: str) -> Row:
    difference = None if old is None or new is None else new - old
    share = ""
    if difference is not None and old:
        share = ("+" if difference > 0 else "") + indonesian.persen(Decimal(difference) * 100 / old)
    return Row(level, code, name, kind, old, new, difference, share, remark)


def compare_totals(old: Reading, new: Reading) -> Row:
    """The amounts of both plans as a whole."""
    amounts = _total(old), _total(new)
    return _row("jumlah", "", "Seluruhnya", *amounts, SAME if amounts[0] == amounts[1] else CHANGED, "")


def _total(reading: Reading) -> int | None:
    return add_known(table.total("", "pagu") for table in reading.tables.of_kind("rencana-program"))
