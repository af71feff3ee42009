"""Proposals of the people (T-C.32)."""

from __future__ import annotations

from renjadoc.tables.computed import Number
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import SEL, TEKS, UANG, Column, Entry, Layout, Level, Node, owner_column
from renjadoc.tables.steps import Step

LAYOUT = Layout(
    levels=(Level("usulan", ("usulan",), "usulan"),),
    columns=(
        Column("nomor", ("No.",), 6, {"usulan": Number("usulan")}, "tengah"),
        Column("usulan", ("Program/Kegiatan",), 44, {"usulan": Entry(("usulan",), TEKS)}),
        Column("lokasi", ("Lokasi",), 30, {"usulan": Entry(("lokasi",), SEL)}),
        Column("volume", ("Besaran/Volume",), 16, {"usulan": Entry(("volume",), SEL)}, "tengah"),
        Column("anggaran", ("Anggaran (Rp)",), 20, {"usulan": Entry(("anggaran",), UANG)}, "kanan"),
        owner_column("usulan"),
    ),
    frozen=2,
)


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """One numbered row a proposal."""
    return [{"jenis": "usulan", **table.print_cells(row, number)} for number, row in enumerate(table.rows, 1)]


def _step_year(_: Node) -> list[Step]:
    """New proposals come every year."""
    return [Step("/usulan", value=[])]


KIND = TableKind("usulan-masyarakat", lambda data, folder: LAYOUT, _print_rows, _step_year)
