"""Levels and columns of programs and budget, with sub kegiatan and without."""

from __future__ import annotations

from renjadoc.content.folder import Folder
from renjadoc.tables.computed import Sum
from renjadoc.tables.layout import (
    KODE,
    ROOT,
    SEL,
    TEKS,
    TEKS_ATAU_NULL,
    UANG,
    CellKind,
    Cells,
    Column,
    Entry,
    Level,
    Node,
    Root,
    TableLayout,
    owner_column,
)

#: The form (`bentuk`) whose kegiatan have no sub kegiatan, and their cells instead (Permendagri 13/2006).
WITHOUT_SUB = "tanpa-sub-kegiatan"
#: What has an amount (rupiah) in each row: this year's plan and the next one's.
AMOUNTS = ("pagu", "pagu_maju")
#: What a program or a kegiatan may say in the columns that belong to its sub kegiatan.
DETAILS = ("lokasi", "target", "sumber_dana", "catatan", "target_maju")

LEVELS = (
    Level("program", ("program",), "nama", "kode", parts=3),
    Level("kegiatan", ("kegiatan",), "nama", "kode", parts=5),
    Level("sub_kegiatan", ("sub kegiatan",), "sub", "kode", parts=6),
)


# Columns


def _amount_column(column: str, head: str) -> Column:
    """An amount of money: entered at the last level, summed for whatever holds it."""
    summed = Sum(column)
    entered = Entry((column,), UANG)
    cells: Cells = {ROOT: summed, "program": summed, "kegiatan": summed, "sub_kegiatan": entered}
    return Column(column, (head, "Kebutuhan Dana/Pagu Indikatif (Rp)"), 17, cells, "kanan")


def _detail_column(
    key: str, head: tuple[str, ...], width: float, kind: CellKind = SEL, align: str = "kiri", optional: bool = False
) -> Column:
    """A cell of a sub kegiatan, which a program or a kegiatan may have for itself."""
    own = Entry((key,), kind, optional=True)
    return Column(
        key, head, width, {"program": own, "kegiatan": own, "sub_kegiatan": Entry((key,), kind, optional)}, align
    )


_PLAN_HEAD = "Rencana Tahun {{ tahun }}"
_NEXT_HEAD = "Prakiraan Maju Rencana Tahun {{ tahun + 1 }}"
_NAME_HEAD = ("Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",)
_CODE, _NAME = Entry(("kode",), KODE, optional=True), Entry(("nama",), TEKS)
_CODES: Cells = {
    "program": _CODE._replace(optional=False),
    "kegiatan": _CODE,
    "sub_kegiatan": _CODE,
}
_INDICATORS: Cells = {
    "program": Entry(("indikator",), TEKS_ATAU_NULL),
    "kegiatan": Entry(("indikator",), TEKS_ATAU_NULL, optional=True),
    "sub_kegiatan": Entry(("indikator",), SEL),
}

WITH_SUB_LAYOUT = TableLayout(
    levels=LEVELS,
    columns=(
        Column("kode", ("Kode",), 17, _CODES, printed=""),
        Column("nama", _NAME_HEAD, 28, {"program": _NAME, "kegiatan": _NAME}, printed=""),
        Column("sub", ("Sub Kegiatan",), 28, {"sub_kegiatan": _NAME}, printed=""),
        Column("indikator", ("Indikator Kinerja Program/Kegiatan",), 28, _INDICATORS),
        _detail_column("lokasi", (_PLAN_HEAD, "Lokasi"), 16),
        _detail_column("target", (_PLAN_HEAD, "Target Capaian Kinerja"), 14),
        _amount_column("pagu", _PLAN_HEAD),
        _detail_column("sumber_dana", (_PLAN_HEAD, "Sumber Dana"), 11, TEKS_ATAU_NULL, "tengah"),
        _detail_column("catatan", ("Catatan Penting",), 20, optional=True),
        _detail_column("target_maju", (_NEXT_HEAD, "Target Capaian Kinerja"), 14),
        _amount_column("pagu_maju", _NEXT_HEAD),
        owner_column("program", "kegiatan"),
    ),
    root=Root("jumlah", "nama", "{{ perangkat_daerah.nama }}", at_top=True),
    frozen=3,
)


def _move_to_kegiatan(column: Column) -> Column:
    """The column of a plan without sub kegiatan, whose cells the kegiatan have."""
    cells = {level: cell for level, cell in column.cells.items() if level != "sub_kegiatan"}
    return column._replace(cells={**cells, "kegiatan": column.cells.get("sub_kegiatan", cells["kegiatan"])})


# The codes of Permendagri 13/2006 have as many parts as an office has units: they tell no level.
WITHOUT_SUB_LAYOUT = WITH_SUB_LAYOUT._replace(
    levels=tuple(level._replace(parts=0) for level in LEVELS[:2]),
    columns=tuple(_move_to_kegiatan(column) for column in WITH_SUB_LAYOUT.columns if column.id != "sub"),
    frozen=2,
)


def lay_out_plan(data: Node, _: Folder) -> TableLayout:
    """The layout of a plan in its form."""
    return WITHOUT_SUB_LAYOUT if data.get("bentuk") == WITHOUT_SUB else WITH_SUB_LAYOUT
