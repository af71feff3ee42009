"""Performance of a bidang urusan: IKU, IKK and SPM; what is planned (BAB V), what was reached (BAB II).

Permendagri 14/2026 asks for them and prescribes no columns. The evaluation may be a view (`sumber`) of the indicators
that are planned, so that each figure is entered once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import NamedTuple

from renjadoc.content.folder import Folder
from renjadoc.problem import Problem
from renjadoc.tables import old
from renjadoc.tables.computed import Number, Ratio
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import (
    ANGKA,
    SEL,
    TEKS,
    Around,
    Column,
    Entry,
    Level,
    Node,
    TableLayout,
    direction_column,
    owner_column,
)
from renjadoc.tables.quantities import is_unmeasured
from renjadoc.tables.repeated import repeat_heads
from renjadoc.tables.steps import Step

EVALUATION, SPM = "evaluasi", "spm"
_KEY = "indikator"
LEVELS = (Level(_KEY, ("indikator",), "nama"),)
#: Least percentage of each category, rounded to a whole (Permendagri 86/2017).
SCALE = ((91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"))
_LOWEST = "Sangat Rendah"


def categorize(percentage: Decimal) -> str:
    """The category of an achievement in per cent."""
    whole = percentage.quantize(Decimal(1), ROUND_HALF_UP)
    return next((name for least, name in SCALE if whole >= least), _LOWEST)


class Category(NamedTuple):
    """The category of a column of percentages."""

    column: str
    of: Ratio
    unit: str = ""

    def value(self, node: Node, around: Around, number: int) -> str | None:
        percentage = self.of.value(node, around, number)
        return None if percentage is None else categorize(percentage)


def _entered_column(key: str, head: str) -> Column:
    printed = re.sub(r"_n-?\+?(\d?)$", lambda year: f"_n{year[1]}" if "+" not in year[0] else "_maju", key)
    return Column(key, (head,), 13, {_KEY: Entry((key,), ANGKA)}, "tengah", printed=printed)


_PERCENT = Ratio("realisasi_n-2", "target_n-2", Entry(("realisasi_n-2",), ANGKA), Entry(("target_n-2",), ANGKA))
LAYOUT = TableLayout(
    levels=LEVELS,
    columns=(
        Column("nomor", ("No.",), 6, {_KEY: Number("nama")}, "tengah"),
        Column("nama", ("Indikator",), 40, {_KEY: Entry(("nama",), TEKS)}),
        Column("satuan", ("Satuan",), 12, {_KEY: Entry(("satuan",), TEKS)}, "tengah"),
        _entered_column("target_renstra", "Target Akhir Renstra"),
        _entered_column("target_n-2", "Target Tahun {{ tahun - 2 }}"),
        _entered_column("realisasi_n-2", "Realisasi Tahun {{ tahun - 2 }}"),
        Column("persen", ("Capaian Tahun {{ tahun - 2 }} (%)",), 12, {_KEY: _PERCENT}, "tengah"),
        Column("kategori", ("Kategori",), 14, {_KEY: Category("persen", _PERCENT)}, "tengah"),
        _entered_column("prakiraan_n-1", "Prakiraan Tahun {{ tahun - 1 }}"),
        _entered_column("target_n", "Target Tahun {{ tahun }}"),
        _entered_column("target_n+1", "Target Tahun {{ tahun + 1 }}"),
        Column("catatan", ("Catatan",), 30, {_KEY: Entry(("catatan",), SEL, optional=True)}),
        owner_column(_KEY),
        direction_column(_KEY),
    ),
    frozen=2,
)


def _lay_out(data: Node, _: Folder) -> TableLayout:
    return LAYOUT._replace(view="sumber" in data)


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    return list(repeat_heads(_print_indicators(table), "kelompok", "indikator"))


def _print_indicators(table: ReadTable) -> Iterator[PrintedRow]:
    """The titles of the groups that begin with an indicator, and its own row; nothing to measure has no percentage."""
    for number, row in enumerate(table.rows, 1):
        yield from ({"jenis": "kelompok", "nama": title} for title in row.node.get("kelompok", []))
        cells = table.print_cells(row, number)
        if cells["persen"] is None and is_unmeasured(cells["realisasi_n2"], cells["target_n2"]):
            cells |= {"persen": "-", "kategori": "-"}
        yield {"jenis": "indikator", **{name: cells[name] for name in _PRINTED[table.data.get("bentuk")]}}


_NAMES = ("nomor", "nama", "satuan")
_REACHED = ("target_n2", "realisasi_n2", "persen")
#: The cells that each form prints.
_PRINTED: dict[str | None, tuple[str, ...]] = {
    None: (*_NAMES, "target_renstra", "realisasi_n2", "prakiraan_n1", "target_n", "target_maju"),
    EVALUATION: (*_NAMES, *_REACHED, "kategori", "catatan"),
    SPM: (*_NAMES, *_REACHED, "target_n", "catatan"),
}


def _step_year(data: Node) -> Iterator[Step]:
    """Targets move one year back, the forecast becomes what has to be looked up; what is new is open."""
    for index, indicator in enumerate(data.get(_KEY, [])):
        at = f"/{_KEY}/{index}"
        look = "bandingkan dengan prakiraan tahun lalu"
        yield Step(f"{at}/realisasi_n-2", f"{at}/prakiraan_n-1", look=look)
        yield Step(f"{at}/prakiraan_n-1", f"{at}/target_n", look="prakiraan ini berasal dari target tahun lalu")
        yield from _step_judged(at, indicator)
        for to, source in pairwise(("target_n", "target_n+1")):
            yield Step(f"{at}/{to}", f"{at}/{source}", look="target ini direncanakan tahun lalu")
        yield Step(f"{at}/target_n+1")
        if indicator.get("catatan"):
            yield Step(f"{at}/catatan", f"{at}/catatan", look="catatan ini dari tahun lalu")


def _step_judged(at: str, indicator: Node) -> Iterator[Step]:
    """What was planned for a year is kept until it is judged; nobody is asked for it again."""
    kept, look = "target_n-1", "target tahun itu menurut Renja-nya"
    yield Step(f"{at}/target_n-2", f"{at}/{kept}", look=look) if kept in indicator else Step(f"{at}/target_n-2")
    if kept in indicator:
        yield Step(f"{at}/{kept}", f"{at}/target_n")
    elif indicator["target_n"] not in (None, ""):
        yield Step(f"{at}/{kept}", value=indicator["target_n"])


def _check_source(table: ReadTable) -> Iterator[Problem]:
    """A view that names no table, or none that it could view."""
    name = table.data.get("sumber")
    if name is None:
        return
    stated = table.folder.tabel.get(name)
    if stated is None or stated.data["jenis"] != KIND.name or "sumber" in stated.data:
        message = f"tabel “{name}” tidak ada atau bukan tabel {KIND.name} yang berisi indikator"
        yield table.source.problem("RJ030", "/sumber", message, f"Isi dengan nama tabel berjenis {KIND.name}.")


# Tables of old documents

_SIGNS = (
    old.HeadSigns(
        2, (r"indikator", r"satuan", r"akhir renstra", r"prakiraan"), lacks=r"pagu|lokasi|proyeksi", columns=(7, 12)
    ),
    old.HeadSigns(
        6, (r"indikator", r"target", r"realisasi", r"kategori|pelayanan dasar"), lacks=r"pagu|lokasi|proyeksi",
        columns=(6, 10),
    ),
)  # fmt: skip
_HEADS = (
    ("nomor", r"^no\b"), ("target_renstra", r"akhir renstra"), ("prakiraan_n-1", r"prakiraan"),
    ("persen", r"^capaian|%|persen"), ("kategori", r"kategori|predikat"),
    ("realisasi_n-2", r"realisasi"), ("satuan", r"satuan"), ("catatan", r"catatan|keterangan"), ("nama", r"indikator"),
)  # fmt: skip


#: The columns of targets of each form, from left to right.
_TARGETS: dict[str | None, tuple[str, ...]] = {
    None: ("target_n", "target_n+1"),
    EVALUATION: ("target_n-2",),
    SPM: ("target_n-2", "target_n"),
}


def _read_old(table: old.TextTable) -> old.Built:
    """The data of an old document's table of indicators, planned or evaluated. Raises old.Unfit."""
    targets = [head for head in table.heads if re.match(r"target (?:tahun|20\d\d)\b", head, re.IGNORECASE)]
    whole = " | ".join(table.heads).casefold()
    form = None if "prakiraan" in whole else SPM if "pelayanan dasar" in whole else EVALUATION
    wanted = _TARGETS[form]
    if len(targets) != len(wanted):
        raise old.Unfit(f"kolom target tahunnya {len(targets)}, bentuk baku {len(wanted)}")
    years = zip(wanted, map(re.escape, targets), strict=True)
    columns = old.place_columns(table, *years, *_HEADS)
    built = old.Built(KIND.name, {"jenis": KIND.name, **({"bentuk": form} if form else {}), _KEY: []})
    titles: list[str] = []
    for cells in old.read_rows(table, columns):
        built.anew += [cells.get(column, "") for column in ("nomor", "persen", "kategori")]
        if not any(text for id, text in cells.items() if id not in {"nomor", "nama"}):
            titles.append(old.read_line(cells["nama"] or cells.get("nomor", "")))
            continue
        indicator = old.read_cells(LAYOUT, _KEY, cells)
        if not indicator["nama"] or not indicator["satuan"]:
            raise old.Unfit("ada indikator tanpa nama atau satuan")
        built.data[_KEY].append({**({"kelompok": titles} if titles else {}), **indicator})
        titles = []
    return built


KIND = TableKind(
    "kinerja-urusan",
    _lay_out,
    _print_rows,
    _step_year,
    caption_years=(-2, -1, 0, 1),
    forms=(EVALUATION, SPM),
    check=_check_source,
    signs=_SIGNS,
    read_old=_read_old,
)
