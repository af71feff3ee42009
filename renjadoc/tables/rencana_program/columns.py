"""Levels and columns of programs and budget, in each of its forms."""

from __future__ import annotations

import re

from renjadoc.content.folder import Folder
from renjadoc.tables.computed import Sum
from renjadoc.tables.forms import PERMENDAGRI_14
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
#: What rows may say beside that; Tabel 4.1 of Permendagri 14/2026 prints all but the tags.
MARKS = ("kelompok_sasaran", "prioritas_nasional", "prioritas_daerah", "penanggung_jawab", "tag")
_BETWEEN_TAGS = re.compile(r"\s*[;,\n]\s*")

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


def _mark_column(key: str, head: tuple[str, ...], width: float = 16, printed: str = "") -> Column:
    """What any row may say, and most tables do not print."""
    return _detail_column(key, head, width, optional=True)._replace(printed=printed)


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
    "program": Entry(("indikator",), SEL),
    "kegiatan": Entry(("indikator",), SEL, optional=True),
    "sub_kegiatan": Entry(("indikator",), SEL),
}

_NOT_PRINTED = " (tidak dicetak)"
_MARK_HEADS = {
    "kelompok_sasaran": "Kelompok Sasaran",
    "prioritas_nasional": "Prioritas Nasional",
    "prioritas_daerah": "Prioritas Daerah",
    "penanggung_jawab": "Perangkat Daerah Penanggung Jawab",
    "tag": "Tag, satu tag satu baris",
}
_MARK_COLUMNS = tuple(_mark_column(key, (head + _NOT_PRINTED,)) for key, head in _MARK_HEADS.items())

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
        owner_column("program", "kegiatan", "sub_kegiatan"),
        *_MARK_COLUMNS,
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


# Tabel 4.1 of Permendagri 14/2026

_FRAME_HEAD = "Capaian Kinerja dan Kerangka Pendanaan Tahun {{ tahun }}"
_AHEAD_HEAD = "Prakiraan Maju Tahun {{ tahun + 1 }}"
_RESULTS: Cells = {
    "program": Entry(("outcome",), SEL, optional=True),
    "kegiatan": Entry(("outcome",), SEL, optional=True),
    "sub_kegiatan": Entry(("output",), SEL, optional=True),
}


def _rename_head(id: str, *head: str) -> Column:
    """A column of T-C.33 under another head."""
    return WITH_SUB_LAYOUT.column(id)._replace(head=head)


PRIORITY_LAYOUT = WITH_SUB_LAYOUT._replace(
    columns=(
        *(WITH_SUB_LAYOUT.column(id) for id in ("kode", "nama", "sub")),
        Column("hasil", ("Outcome/Output",), 26, _RESULTS, printed="hasil"),
        _rename_head("indikator", "Indikator"),
        _mark_column("target_renstra", ("Target Akhir Renstra",), 12, "target_renstra"),
        _mark_column("realisasi_n-2", ("Realisasi Tahun {{ tahun - 2 }}",), 12, "realisasi_n2"),
        _mark_column("prakiraan_n-1", ("Prakiraan Tahun {{ tahun - 1 }}",), 12, "prakiraan_n1"),
        _rename_head("target", _FRAME_HEAD, "Target"),
        _rename_head("pagu", _FRAME_HEAD, "Pagu Indikatif (Rp)"),
        _rename_head("lokasi", _FRAME_HEAD, "Lokasi"),
        _rename_head("sumber_dana", _FRAME_HEAD, "Sumber Dana"),
        _mark_column("prioritas_nasional", (_FRAME_HEAD, "Prioritas Nasional"), 16, "prioritas_nasional"),
        _mark_column("prioritas_daerah", (_FRAME_HEAD, "Prioritas Daerah"), 16, "prioritas_daerah"),
        _mark_column("kelompok_sasaran", ("Kelompok Sasaran",), 16, "kelompok_sasaran"),
        _rename_head("target_maju", _AHEAD_HEAD, "Target"),
        _rename_head("pagu_maju", _AHEAD_HEAD, "Pagu Indikatif (Rp)"),
        _mark_column("penanggung_jawab", ("Perangkat Daerah Penanggung Jawab",), 18, "penanggung_jawab"),
        _rename_head("catatan", f"Catatan Penting{_NOT_PRINTED}")._replace(printed=""),
        *(WITH_SUB_LAYOUT.column(id) for id in ("bidang", "tag")),
    )
)


def lay_out_plan(data: Node, _: Folder) -> TableLayout:
    """The layout of a plan in its form."""
    form = data.get("bentuk")
    return {WITHOUT_SUB: WITHOUT_SUB_LAYOUT, PERMENDAGRI_14: PRIORITY_LAYOUT}.get(str(form), WITH_SUB_LAYOUT)


def split_tags(text: str) -> list[str]:
    """The tags of a text: one a line, or with a comma or a semicolon between them."""
    return [tag for tag in _BETWEEN_TAGS.split(text.strip()) if tag]
