"""Proposals of the people (T-C.32)."""

from __future__ import annotations

from renjadoc.tables import old
from renjadoc.tables.computed import Number
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import SEL, TEKS, UANG, Column, Entry, Level, Node, TableLayout, owner_column
from renjadoc.tables.steps import Step

LAYOUT = TableLayout(
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


# Tables of old documents

_SIGNS = old.HeadSigns(8, (r"lokasi", r"besaran|volume", r"program|kegiatan|usulan"), columns=(1, 7))


def _read_old(table: old.TextTable) -> old.Built:
    """The data of an old document's table. Raises old.Unfit."""
    columns = old.place_columns(
        table, ("nomor", r"^no\b"), ("lokasi", r"lokasi"), ("volume", r"besaran|volume"),
        ("anggaran", r"anggaran|dana|pagu|biaya|catatan"), ("usulan", r"program|kegiatan|usulan"),
    )  # fmt: skip
    for wanted in ("usulan", "lokasi", "volume", "anggaran"):
        if wanted not in columns:
            raise old.Unfit(f"kolom {wanted} tidak ditemukan")
    built = old.Built(KIND.name, {"jenis": KIND.name, "usulan": []})
    for number, cells in enumerate(old.read_rows(table, columns), start=1):
        if not cells["usulan"] or cells.get("nomor", "").strip(". ") not in {"", str(number)}:
            raise old.Unfit("barisnya tidak bernomor urut satu per usulan")
        built.data["usulan"].append(old.read_cells(LAYOUT, "usulan", cells))
    return built


KIND = TableKind(
    "usulan-masyarakat",
    lambda data, folder: LAYOUT,
    _print_rows,
    _step_year,
    caption_years=(0,),
    signs=(_SIGNS,),
    read_old=_read_old,
)
