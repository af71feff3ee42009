"""T-C.31 of Permendagri 86/2017: the rancangan awal RKPD beside what the analysis of needs found, with its notes.

Both sides are the plan's rows; only where they differ something is entered (`perbedaan`): what the rancangan awal says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from renjadoc.matching import fold_name
from renjadoc.span import as_typed
from renjadoc.tables.computed import add_known
from renjadoc.tables.kind import PrintedRow, ReadTable
from renjadoc.tables.layout import (
    KODE,
    SEL,
    TEKS,
    UANG,
    Column,
    Entry,
    Level,
    Node,
    TableLayout,
    TableRow,
    owner_column,
)
from renjadoc.tables.rencana_program.coded import RowNumbers
from renjadoc.tables.rencana_program.columns import LEVELS as PLAN_LEVELS

#: What may differ between both sides, beside the amount.
DETAILS = ("lokasi", "indikator", "target")
_KEY = "perbedaan"
_RKPD = "Rancangan Awal RKPD"


def _entered_column(id: str, head: tuple[str, ...], width: float, kind: Any = SEL, align: str = "kiri") -> Column:
    return Column(id, head, width, {_KEY: Entry((id,), kind, optional=True)}, align)


LAYOUT = TableLayout(
    levels=(Level(_KEY, ("perbedaan",), "nama", "kode"),),
    columns=(
        _entered_column("kode", ("Kode",), 20, KODE),
        Column("nama", ("Program/Kegiatan/Sub Kegiatan yang berbeda",), 40, {_KEY: Entry(("nama",), TEKS)}),
        _entered_column("lokasi", (_RKPD, "Lokasi"), 18),
        _entered_column("indikator", (_RKPD, "Indikator Kinerja"), 28),
        _entered_column("target", (_RKPD, "Target Capaian"), 14),
        _entered_column("pagu", (_RKPD, "Pagu Indikatif (Rp)"), 18, UANG, "kanan"),
        _entered_column("catatan", ("Catatan Penting",), 30),
        owner_column(_KEY),
    ),
    frozen=2,
)


class Sided(NamedTuple):
    """A row of both sides: that of the plan, or None; what differs from it, or None; its level, its pointer."""

    plan: TableRow | None
    difference: Node | None
    depth: int
    key: str


class Differences:
    """What a table says to differ, each difference with the row of the plan that it is about."""

    def __init__(self, table: ReadTable) -> None:
        self.plan = table.basis
        self._stated = list(table.data.get(_KEY, []))
        self.rows = self.plan.rows
        codes = {row.node["kode"]: row for row in reversed(self.rows) if row.node.get("kode")}
        names = {fold_name(row.node["nama"]): row for row in reversed(self.rows)}
        #: For each difference the row of the plan, None where the plan has none.
        self.found = [codes.get(one.get("kode") or "") or names.get(fold_name(one["nama"])) for one in self._stated]
        self._of = {row.pointer: one for one, row in zip(self._stated, self.found, strict=True) if row is not None}

    def list_sided(self) -> list[Sided]:
        """The rows of the plan, and, by their codes among them, those that the rancangan awal alone has."""
        sided = [Sided(row, self._of.get(row.pointer), row.depth, row.pointer) for row in self.rows]
        for number, (one, row) in enumerate(zip(self._stated, self.found, strict=True)):
            if row is None:
                place, depth = self._find_place(one, sided)
                sided.insert(place, Sided(None, one, depth, f"/{_KEY}/{number}"))
        return sided

    def _find_place(self, alone: Node, sided: list[Sided]) -> tuple[int, int]:
        """Where a row goes that the plan does not have: behind what its code stands behind, below what holds it."""
        code = alone.get("kode") or ""
        depth = next((level for level, one in enumerate(PLAN_LEVELS) if one.parts == len(code.split("."))), 0)
        if not code:
            return len(sided), 0
        last = 0
        for index, one in enumerate(sided):
            other = _code_of(one)
            if other and (other < code or code.startswith(f"{other}.")):
                last = index + 1
        while last < len(sided) and sided[last].depth > depth:
            last += 1
        return last, depth

    def sum_rkpd(self, sided: list[Sided], index: int) -> int | None:
        """The amount (rupiah) of the rancangan awal at a row: as stated, or the sum of what stands below it."""
        one = sided[index]
        if one.difference is not None and "pagu" in one.difference:
            amount: int | None = one.difference["pagu"]
            return amount
        below = list(_find_below(sided, index))
        if below:
            return add_known(self.sum_rkpd(sided, child) for child in below)
        return one.plan.node.get("pagu") if one.plan else None


def _code_of(one: Sided) -> str:
    node = one.plan.node if one.plan else one.difference or {}
    return str(node.get("kode") or "")


def _find_below(sided: list[Sided], index: int) -> Iterator[int]:
    """The rows that stand directly below one."""
    depth = sided[index].depth
    for child in range(index + 1, len(sided)):
        if sided[child].depth <= depth:
            return
        if sided[child].depth == depth + 1:
            yield child


def print_two_sided(table: ReadTable) -> list[PrintedRow]:
    """The office's totals, then each row with what the rancangan awal says and what the analysis found."""
    differences = Differences(table)
    sided, numbers = differences.list_sided(), RowNumbers()
    office = as_typed(table.folder.facts["perangkat_daerah"]["nama"])
    top = [index for index, one in enumerate(sided) if one.depth == 0]
    rkpd = add_known(differences.sum_rkpd(sided, index) for index in top)
    total = {"jenis": "jumlah", "uraian": office, "rkpd_pagu": rkpd, "pagu": differences.plan.total("", "pagu")}
    rows = (_print_row(differences, sided, index, numbers) for index in range(len(sided)))
    return [total, *rows]


def _print_row(differences: Differences, sided: list[Sided], index: int, numbers: RowNumbers) -> PrintedRow:
    one, plan = sided[index], differences.plan
    difference = one.difference or {}
    if one.plan is None:
        mine: PrintedRow = {"uraian": "-", **dict.fromkeys(DETAILS, "-"), "pagu": 0, "catatan": ""}
    else:
        node = one.plan.node
        mine = {"uraian": node["nama"], **plan.print_cells(one.plan), "catatan": node.get("catatan", "")}
    rkpd = {f"rkpd_{key}": difference.get(key, mine[key]) for key in DETAILS}
    name = difference["nama"] if one.plan is None else one.plan.node["nama"]
    return {
        "jenis": ("program", "kegiatan", "sub")[one.depth],
        "nomor": numbers.count(one.depth),
        "rkpd_uraian": name,
        **rkpd,
        "rkpd_pagu": differences.sum_rkpd(sided, index),
        **{key: mine[key] for key in ("uraian", *DETAILS, "pagu")},
        "catatan": difference.get("catatan") or mine["catatan"],
    }
