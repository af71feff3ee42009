"""Recaps of a plan: its sub kegiatan and amounts by tag, by Bidang, by source of funds; nothing is entered."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from renjadoc.content.folder import Folder
from renjadoc.problem import Problem
from renjadoc.tables.computed import add_known
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import Node, TableLayout, TableRow
from renjadoc.tables.rencana_program import KIND as PLAN

#: What sub kegiatan are that state nothing of the kind; those without a tag belong to no group.
_NAMELESS = {"bidang": "Belum ditentukan", "sumber_dana": "Belum diisi"}


class Group(NamedTuple):
    """Rows of one name: how many, and both amounts in rupiah."""

    name: str
    rows: list[TableRow]

    def sum_amounts(self, field: str) -> int | None:
        return add_known(row.node.get(field) for row in self.rows)


def group_rows(table: ReadTable, by: str) -> list[Group]:
    """The funded rows of a plan by what `by` (tag, bidang, sumber_dana) says of them or of a row above them.

    A row with several tags stands in a group of each.
    """
    found: dict[str, Group] = {}
    above: list[list[str]] = []
    for row in table.rows:
        stated = _read_names(row.node.get(by))
        inherited = above[row.depth - 1] if row.depth else []
        names = list(dict.fromkeys([*inherited, *stated])) if by == "tag" else stated or inherited
        above[row.depth :] = [names]
        if "pagu" in row.node:
            for name in names or ([_NAMELESS[by]] if by in _NAMELESS else []):
                found.setdefault(name.casefold(), Group(name, [])).rows.append(row)
    return sorted(found.values(), key=lambda group: (group.name == _NAMELESS.get(by), group.name.casefold()))


def _read_names(stated: Any) -> list[str]:
    """The names in a cell: one a line."""
    lines = stated if isinstance(stated, list) else [stated]
    names = (" ".join(str(line).split()) for line in lines if line is not None)
    return [name for name in names if name not in {"", "-"}]


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    return list(_print_groups(table))


def _print_groups(table: ReadTable) -> Iterator[PrintedRow]:
    """A row a group with its share of the plan, then the whole plan."""
    plan, by = table.basis, table.data["menurut"]
    total = plan.total("", "pagu")
    for number, group in enumerate(group_rows(plan, by), 1):
        amount = group.sum_amounts("pagu")
        share = Decimal(amount) * 100 / total if amount is not None and total else None
        yield {
            "jenis": "baris", "nomor": number, "uraian": group.name, "jumlah": len(group.rows), "pagu": amount,
            "persen": share, "pagu_maju": group.sum_amounts("pagu_maju"),
        }  # fmt: skip
    funded = sum("pagu" in row.node for row in plan.rows)
    maju = plan.total("", "pagu_maju")
    yield {"jenis": "jumlah", "uraian": "Seluruhnya", "jumlah": funded, "pagu": total, "pagu_maju": maju}


def _check(table: ReadTable) -> Iterator[Problem]:
    name = table.data["sumber"]
    stated = table.folder.tabel.get(name)
    if stated is None or stated.data["jenis"] != PLAN.name:
        message = f"tabel “{name}” tidak ada atau bukan tabel {PLAN.name}"
        yield table.source.problem("RJ030", "/sumber", message, f"Isi dengan nama tabel berjenis {PLAN.name}.")


def _lay_out(data: Node, _: Folder) -> TableLayout:
    """No sheet: there is nothing to fill, and a row of the plan may stand in several groups."""
    return TableLayout(levels=(), columns=(), view=True, unfold=lambda _: {})


KIND = TableKind("rekap", _lay_out, _print_rows, check=_check, caption_years=(0, 1))
