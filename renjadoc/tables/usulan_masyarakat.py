"""Proposals of the people (T-C.32), with their amounts or, as Permendagri 86/2017 prints them, indicators and notes."""

from __future__ import annotations

from renjadoc.content.folder import Folder
from renjadoc.tables import old
from renjadoc.tables.computed import Number
from renjadoc.tables.forms import PERMENDAGRI_86, is_86
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import SEL, TEKS, UANG, Column, Entry, Level, Node, TableLayout, owner_column
from renjadoc.tables.steps import Step

_FIRST_COLUMNS = (
    Column("nomor", ("No.",), 6, {"usulan": Number("usulan")}, "tengah"),
    Column("usulan", ("Program/Kegiatan",), 44, {"usulan": Entry(("usulan",), TEKS)}),
    Column("lokasi", ("Lokasi",), 30, {"usulan": Entry(("lokasi",), SEL)}),
)
_INDICATOR = Column("indikator", ("Indikator Kinerja",), 30, {"usulan": Entry(("indikator",), SEL)})
_VOLUME = Column("volume", ("Besaran/Volume",), 16, {"usulan": Entry(("volume",), SEL)}, "tengah")
_AMOUNT = Column("anggaran", ("Anggaran (Rp)",), 20, {"usulan": Entry(("anggaran",), UANG)}, "kanan")
_NOTE = Column("catatan", ("Catatan",), 30, {"usulan": Entry(("catatan",), SEL, optional=True)})

LAYOUT = TableLayout(
    levels=(Level("usulan", ("usulan",), "usulan"),),
    columns=(*_FIRST_COLUMNS, _VOLUME, _AMOUNT, owner_column("usulan")),
    frozen=2,
)
#: T-C.32 of Permendagri 86/2017.
LAYOUT_86 = LAYOUT._replace(columns=(*_FIRST_COLUMNS, _INDICATOR, _VOLUME, _NOTE, owner_column("usulan")))


def _lay_out(data: Node, _: Folder) -> TableLayout:
    return LAYOUT_86 if is_86(data) else LAYOUT


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
        table, ("nomor", r"^no\b"), ("lokasi", r"lokasi"), ("volume", r"besaran|volume"), ("indikator", r"indikator"),
        ("anggaran", r"anggaran|dana|pagu|biaya"), ("catatan", r"catatan|keterangan"),
        ("usulan", r"program|kegiatan|usulan"),
    )  # fmt: skip
    in_86 = "indikator" in columns
    if not in_86 and "anggaran" not in columns:
        # Some tables call the column of amounts Catatan.
        columns = ["anggaran" if column == "catatan" else column for column in columns]
    for wanted in ("usulan", "lokasi", "volume", "indikator" if in_86 else "anggaran"):
        if wanted not in columns:
            raise old.Unfit(f"kolom {wanted} tidak ditemukan")
    if lost := {"anggaran"} & set(columns) if in_86 else {"catatan"} & set(columns):
        raise old.Unfit(f"kolom {lost.pop()} tidak ada dalam bentuk baku")
    built = old.Built(KIND.name, {"jenis": KIND.name, **({"bentuk": PERMENDAGRI_86} if in_86 else {}), "usulan": []})
    for number, cells in enumerate(old.read_rows(table, columns), start=1):
        if not cells["usulan"] or cells.get("nomor", "").strip(". ") not in {"", str(number)}:
            raise old.Unfit("barisnya tidak bernomor urut satu per usulan")
        built.data["usulan"].append(old.read_cells(LAYOUT_86 if in_86 else LAYOUT, "usulan", cells))
    return built


KIND = TableKind(
    "usulan-masyarakat",
    _lay_out,
    _print_rows,
    _step_year,
    caption_years=(0,),
    forms=(PERMENDAGRI_86,),
    signs=(_SIGNS,),
    read_old=_read_old,
)
