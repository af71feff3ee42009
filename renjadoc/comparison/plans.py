"""Programs, kegiatan and sub kegiatan of two folders: found again by code or name, moved ones recognised."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from decimal import Decimal
from typing import NamedTuple

from renjadoc import indonesian
from renjadoc.comparison.differences import ADDED, CHANGED, MOVED, REMOVED, SAME, PlanChange, write_place, write_value
from renjadoc.matching import Pairs, fold_name, pair_by_keys
from renjadoc.reading import Reading
from renjadoc.tables.computed import add_known
from renjadoc.tables.layout import Node
from renjadoc.tables.rencana_program.columns import MARKS


class _PlanRow(NamedTuple):
    """A row of the plan; `parent` is the place of the row above it in the list, -1 for a program."""

    level: str
    parent: int
    data: Node
    pagu: int | None

    @property
    def name(self) -> str:
        return fold_name(self.data["nama"])

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
_ATTRIBUTES = (
    "indikator", "outcome", "output", "target", "target_renstra", "lokasi", "sumber_dana", "catatan", *MARKS, "alasan",
    "bidang",
)  # fmt: skip
_AHEAD = ("target_maju", "pagu_maju", "realisasi_n-2", "prakiraan_n-1")


def compare_plans(older: Reading, newer: Reading) -> Iterator[PlanChange]:
    """New rows in their order, then what is gone."""
    attributes = _ATTRIBUTES + _AHEAD * (older.folder.tahun == newer.folder.tahun)
    old, new = _plan_rows(older), _plan_rows(newer)
    partner = _pair_rows(old, new)
    for place, node in enumerate(new):
        before = partner.get(place)
        if before is None:
            yield _make_change(node.level, node.code, node.data["nama"], None, node.pagu, ADDED, "")
        else:
            moved = node.parent >= 0 and partner.get(node.parent) != old[before].parent
            above = old[old[before].parent].data["nama"] if moved else ""
            yield _compare_rows(old[before], node, above, attributes)
    for place in sorted(set(range(len(old))) - set(partner.values())):
        node = old[place]
        yield _make_change(node.level, node.code, node.data["nama"], node.pagu, None, REMOVED, "")


def _pair_rows(old: list[_PlanRow], new: list[_PlanRow]) -> Pairs:
    """New row -> old row: by code, by name below the same parent, or by name alone; parents first."""
    partner: Pairs = {}
    for level in _LEVELS:
        before, after = ([i for i, row in enumerate(rows) if row.level == level] for rows in (old, new))
        old_keys = [_keys_of(old[i], old[i].parent) for i in before]
        new_keys = [_keys_of(new[i], partner.get(new[i].parent, -2) if new[i].parent >= 0 else -1) for i in after]
        partner |= {after[n]: before[o] for n, o in pair_by_keys(old_keys, new_keys).items()}
    return partner


def _keys_of(row: _PlanRow, parent: int) -> tuple[Hashable, ...]:
    """By what a row is known, the surest first; `parent` is the place of the old row that it stands below."""
    code = row.code if "X" not in row.code.upper() else None
    return code, (parent, row.name), row.name


def _compare_rows(old: _PlanRow, new: _PlanRow, moved_from: str, attributes: tuple[str, ...]) -> PlanChange:
    remarks = [f"dahulu di bawah {moved_from}"] if moved_from else []
    if old.name != new.name:
        remarks.append(f"dahulu bernama {old.data['nama']}")
    if old.code != new.code:
        remarks.append(f"dahulu berkode {old.code or '-'}")
    remarks += [
        f"{write_place(key)}: {write_value(old.data.get(key))} → {write_value(new.data.get(key))}"
        for key in attributes
        if old.data.get(key) != new.data.get(key)
    ]
    kind = MOVED if moved_from else CHANGED if remarks or old.pagu != new.pagu else SAME
    return _make_change(new.level, new.code, new.data["nama"], old.pagu, new.pagu, kind, "; ".join(remarks))


def _make_change(
    level: str, code: str, name: str, old: int | None, new: int | None, kind: str, remark: str
) -> PlanChange:
    difference = None if old is None or new is None else new - old
    share = ""
    if difference is not None and old:
        share = ("+" if difference > 0 else "") + indonesian.persen(Decimal(difference) * 100 / old)
    return PlanChange(level, code, name, kind, old, new, difference, share, remark)


def compare_totals(old: Reading, new: Reading) -> PlanChange:
    """The amounts of both plans as a whole."""
    amounts = _total_of(old), _total_of(new)
    return _make_change("jumlah", "", "Seluruhnya", *amounts, SAME if amounts[0] == amounts[1] else CHANGED, "")


def _total_of(reading: Reading) -> int | None:
    return add_known(table.total("", "pagu") for table in reading.tables.of_kind("rencana-program"))
