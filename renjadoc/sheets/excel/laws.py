"""A list of regulations as a sheet: a row a regulation, what it is and where it was promulgated in columns."""

from __future__ import annotations

import re

from renjadoc.content.load import Source
from renjadoc.matching import fold_name
from renjadoc.narrative.regulation_kinds import read_kinds
from renjadoc.tables.layout import BULAT, SEL, TEKS, CellKind, Column, Entry, Level, TableLayout, TableRow, walk_rows

#: What a sheet of regulations is called in its workbook, and the kind that it is.
TITLE, KIND = "Regulasi", "regulasi"
_LEVEL = "regulasi"
#: A kind of regulation, by its short name or in full.
JENIS = CellKind("jenis-peraturan", required=True)


_HOLES = re.compile(r"\s*\{\w+\}")


def _column(id: str, head: tuple[str, ...], width: float, kind: CellKind, *keys: str, choices: str = "") -> Column:
    return Column(id, head, width, {_LEVEL: Entry(keys or (id,), kind, optional=id != "jenis")}, choices=choices)


LAYOUT = TableLayout(
    levels=(Level(_LEVEL, ("regulasi",), "tentang"),),
    columns=(
        _column("jenis", ("Jenis",), 18, JENIS, choices="jenis_peraturan"),
        _column("nomor", ("Nomor",), 12, SEL),
        _column("tahun", ("Tahun",), 8, BULAT),
        _column("tentang", ("Tentang",), 70, TEKS),
        _column("kementerian", ("Kementerian (Permen, Kepmen, Inmen)",), 24, TEKS),
        _column("lembaga", ("Lembaga (Peraturan Badan, Kepala, SE)",), 24, TEKS),
        _column("daerah", ("Daerah (peraturan daerah)",), 20, TEKS),
        _column("lembaran_tahun", ("Lembaran atau Berita", "Tahun"), 10, BULAT, "lembaran", "tahun"),
        _column("lembaran_nomor", ("Lembaran atau Berita", "Nomor"), 10, BULAT, "lembaran", "nomor"),
        _column("tambahan", ("Tambahan Lembaran, Nomor",), 14, BULAT),
    ),
)


def list_rows(source: Source) -> list[TableRow]:
    """The regulations of a list as rows."""
    return list(walk_rows(LAYOUT.levels, source.data))


def find_kind(text: str) -> str | None:
    """The kind that people call so: `PP`, `Peraturan Pemerintah`, `perda kabupaten`; None for what is none."""
    said = _plain(text)
    for name, kind in read_kinds().items():
        full = _HOLES.sub("", kind.name)
        if said in map(_plain, (name, full, *kind.short, *kind.spoken)):
            return name
    return None


def _plain(text: str) -> str:
    return fold_name(text.replace("-", " "))
