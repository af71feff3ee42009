"""Service performance (T-C.30): achievement against this year's target and against the end of the Renstra.

Two forms are in use: eight columns with computed percentages, and the thirteen of Permendagri 86/2017, with targets of
the Renstra, what was reached, and projections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from renjadoc.content.folder import Folder
from renjadoc.problem import Problem, shorten_text
from renjadoc.tables import old
from renjadoc.tables.computed import Average, Number, Ratio, RenstraRatio
from renjadoc.tables.forms import PERMENDAGRI_86, is_86
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import (
    ANGKA,
    ROOT,
    SEL_BOLEH_KOSONG,
    TEKS,
    TEKS_ATAU_NULL,
    CellKind,
    Column,
    Entry,
    Level,
    Node,
    Root,
    TableLayout,
    direction_column,
    owner_column,
)
from renjadoc.tables.quantities import is_absent, is_unmeasured, rata_rata, tingkat
from renjadoc.tables.repeated import repeat_heads
from renjadoc.tables.steps import Step

LEVELS = (Level("indikator", ("indikator",), "nama"),)
#: The years of the form of Permendagri 86/2017, in the order of its columns; n is the year of the Renja.
YEARS_86 = {"target": ("n-2", "n-1", "n", "n+1"), "capaian": ("n-2", "n-1"), "proyeksi": ("n", "n+1")}
#: The years that a row may state in either form.
_CHAINS = {**YEARS_86, "capaian": ("n-3", "n-2", "n-1")}


# Eight columns


def _entered_column(id: str, head: str, entry: Entry) -> Column:
    return Column(id, (head,), 12, {"indikator": entry}, "tengah")


def _percentage_column(id: str, head: str, cell: Ratio | RenstraRatio) -> Column:
    """Computed for every indicator, their mean for the table."""
    return Column(id, (head,), 14, {"indikator": cell, ROOT: Average(id, "indikator", cell)}, "tengah")


_NAME = Entry(("nama",), TEKS)
_REACHED, _TARGET = Entry(("capaian", "n-1"), ANGKA), Entry(("target", "n-1"), ANGKA)
_TWIN = Entry(("indikator_renstra",), TEKS_ATAU_NULL)
_TWIN_HEAD = ("Indikator Renstra yang sama (tidak dicetak)",)
_RENSTRA_RATIO = RenstraRatio("n1", _REACHED, "indikator_renstra", _TWIN)

EIGHT = TableLayout(
    levels=LEVELS,
    columns=(
        Column("nama", ("Indikator Kinerja",), 36, {"indikator": _NAME}),
        Column("satuan", ("Satuan",), 10, {"indikator": Entry(("satuan",), TEKS)}, "tengah"),
        _entered_column("n3", "Capaian Tahun {{ tahun - 3 }}", Entry(("capaian", "n-3"), ANGKA)),
        _entered_column("n2", "Capaian Tahun {{ tahun - 2 }}", Entry(("capaian", "n-2"), ANGKA)),
        _entered_column("target", "Target Tahun {{ tahun - 1 }}", _TARGET),
        _entered_column("n1", "Capaian Tahun {{ tahun - 1 }}", _REACHED),
        _percentage_column(
            "persen", "Capaian Kinerja Tahun {{ tahun - 1 }} (%)", Ratio("n1", "target", _REACHED, _TARGET)
        ),
        _percentage_column("persen_renstra", "Capaian terhadap Akhir Renstra (%)", _RENSTRA_RATIO),
        Column("indikator_renstra", _TWIN_HEAD, 30, {"indikator": _TWIN}, choices="indikator_renstra", printed=""),
        owner_column("indikator"),
        direction_column("indikator"),
    ),
    root=Root("rata-rata", "nama", "Rata-rata Kinerja", at_top=False),
    frozen=1,
)


# Thirteen columns


def _column_86(id: str, head: tuple[str, ...], width: float, *keys: str, kind: CellKind = ANGKA) -> Column:
    return Column(id, head, width, {"indikator": Entry(keys, kind)}, "tengah")


def _year_columns(field: str, head: str, printed: str) -> Iterator[Column]:
    for year in YEARS_86[field]:
        step = year.removeprefix("n")
        shown = f"Tahun {{{{ tahun {step[0]} {step[1]} }}}}" if step else "Tahun {{ tahun }}"
        name = printed + {"n-2": "n2", "n-1": "n1", "n": "n", "n+1": "maju"}[year]
        cells = {"indikator": Entry((field, year), ANGKA)}
        yield Column(f"{field}_{year}", (head, shown), 11, cells, "tengah", printed=name)


THIRTEEN = TableLayout(
    levels=LEVELS,
    columns=(
        Column("nomor", ("No.",), 6, {"indikator": Number("nama")}, "tengah"),
        Column("nama", ("Indikator",), 36, {"indikator": _NAME}),
        _column_86("spm", ("SPM/Standar Nasional",), 12, "spm", kind=SEL_BOLEH_KOSONG),
        _column_86("ikk", ("IKK",), 12, "ikk", kind=SEL_BOLEH_KOSONG),
        *_year_columns("target", "Target Renstra Perangkat Daerah", "target_"),
        *_year_columns("capaian", "Realisasi Capaian", ""),
        *_year_columns("proyeksi", "Proyeksi", "proyeksi_"),
        Column("catatan", ("Catatan Analisis",), 24, {"indikator": Entry(("catatan",), SEL_BOLEH_KOSONG)}),
        owner_column("indikator"),
        direction_column("indikator"),
    ),
    frozen=2,
)


def _lay_out(data: Node, _: Folder) -> TableLayout:
    return THIRTEEN if is_86(data) else EIGHT


# Printed rows


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """One row an indicator, and in eight columns the row of averages. Both forms compute the percentages."""
    if is_86(table.data):
        return list(repeat_heads(_print_rows_86(table), "kelompok", "indikator"))
    printed = [{"jenis": "indikator", **_mark_absent(table.print_cells(row))} for row in table.rows]
    persen, persen_renstra = average_percentages(printed)
    return [*printed, {"jenis": "rata", "persen": persen, "persen_renstra": persen_renstra}]


def _print_rows_86(table: ReadTable) -> Iterator[PrintedRow]:
    """The titles of the groups that begin with an indicator, and its own row."""
    for number, row in enumerate(table.rows, 1):
        yield from ({"jenis": "kelompok", "nama": title} for title in row.node.get("kelompok", []))
        persen = tingkat(_REACHED.of(row.node), _TARGET.of(row.node), row.node)
        yield {"jenis": "indikator", **table.print_cells(row, number), "persen": persen, "persen_renstra": None}


def _mark_absent(cells: PrintedRow) -> PrintedRow:
    """No percentage of what there is not (`-`, `n/a`) or against 0, rather than one that is still open."""
    if cells["persen"] is None and is_unmeasured(cells["n1"], cells["target"]):
        cells["persen"] = "-"
    if cells["persen_renstra"] is None and is_absent(cells["n1"]):
        cells["persen_renstra"] = "-"
    return cells


def average_percentages(printed: Iterable[PrintedRow]) -> tuple[Decimal | None, Decimal | None]:
    """The means of both percent columns over the indicator rows, from unrounded values."""
    indicators = [row for row in printed if row["jenis"] == "indikator"]
    columns = ([row[key] for row in indicators if row[key] != "-"] for key in ("persen", "persen_renstra"))
    against_target, against_renstra = map(rata_rata, columns)
    return against_target, against_renstra


# A year's step


def _step_year(data: Node) -> Iterator[Step]:
    """All years move one back, those of the Renstra's targets too, which this kind names by the year of the Renja.

    The last one is open. What the form does not print moves along.
    """
    for index, indikator in enumerate(data["indikator"]):
        at = f"/indikator/{index}"
        for field, chain in _CHAINS.items():
            years = [year for year in chain if year in indikator.get(field, {})]
            look = "proyeksi ini dibuat tahun lalu" if field == "proyeksi" else ""
            for to, year in pairwise(years):
                yield Step(f"{at}/{field}/{to}", f"{at}/{field}/{year}", look=look)
            yield from (Step(f"{at}/{field}/{year}") for year in years[-1:])
        if indikator.get("catatan"):
            yield Step(f"{at}/catatan", f"{at}/catatan", look="catatan ini dari tahun lalu")
        yield from (Step(f"{at}/tercatat/{cell}") for cell in indikator.get("tercatat", {}))
    yield from (Step(f"/tercatat/{cell}") for cell in data.get("tercatat", {}))


def _check_indicators(table: ReadTable) -> Iterator[Problem]:
    """Indicators that name none of the Renstra."""
    hint = "Tulis persis seperti nama indikator dalam tabel target-renstra."
    for row in table.rows:
        name = row.node.get("indikator_renstra")
        if name and name not in table.around.final_targets:
            message = f"indikator Renstra “{name}” tidak ada"
            yield table.source.problem("RJ030", f"{row.pointer}/indikator_renstra", message, hint)


# Tables of old documents

_SIGNS = (
    old.HeadSigns(1, (r"indikator", r"target", r"realisasi|capaian", r"proyeksi"), lacks=r"pagu|lokasi"),
    old.HeadSigns(7, (r"indikator", r"satuan", r"capaian|realisasi", r"target", r"%|persen"), columns=(6, 99)),
)
_HEADS_8 = (
    ("nama", r"indikator"), ("satuan", r"satuan"), ("n3", r"capaian|realisasi"), ("n2", r"capaian|realisasi"),
    ("target", r"target"), ("n1", r"capaian|realisasi"), ("persen", r"%|persen|tingkat"),
    ("persen_renstra", r"renstra"),
)  # fmt: skip


def _read_old(table: old.TextTable) -> old.Built:
    """The data of an old document's table in either form. Raises old.Unfit."""
    if any(re.search(r"proyeksi", head, re.IGNORECASE) for head in table.heads):
        return _read_old_86(table)
    numbered = re.match(r"no\b", table.heads[0], re.IGNORECASE) is not None
    columns = old.place_in_order(table, *([("nomor", r"^no\b")] if numbered else []), *_HEADS_8)
    built = old.Built(KIND.name, {"jenis": KIND.name, "indikator": []})
    for cells in old.read_rows(table, columns):
        label = cells["nama"] or cells.get("nomor", "")
        if old.TOTAL.match(label):
            built.anew.append(label)
            _note_percentages(built, built.data, cells, "rata-rata", "capaian", "akhir Renstra")
            continue
        built.anew.append(cells.get("nomor", ""))
        indikator = old.read_cells(EIGHT, "indikator", cells)
        if not indikator["nama"] or not indikator["satuan"]:
            raise old.Unfit("ada indikator tanpa nama atau satuan")
        built.data["indikator"].append(indikator)
        name = indikator["nama"]
        _note_percentages(built, indikator, cells, name, "capaian kinerja", "capaian terhadap akhir Renstra")
    return built


def _note_percentages(built: old.Built, node: Node, cells: old.Cells, row: str, target: str, renstra: str) -> None:
    old.note_percentage(built, node, "persen", cells["persen"], row, target)
    old.note_percentage(built, node, "persen_renstra", cells["persen_renstra"], row, renstra)


_HEADS_86 = (
    ("nomor", r"^no\b"), ("ikk", r"\bikk\b|kinerja kunci"), ("spm", r"\bspm\b|standar"), ("nama", r"^indikator"),
    ("catatan", r"catatan|analisis|keterangan"), ("target", r"target"), ("proyeksi", r"proyeksi"),
    ("capaian", r"realisasi|capaian"), ("nama", r"indikator"),
)  # fmt: skip


def _read_old_86(table: old.TextTable) -> old.Built:
    """The form of Permendagri 86/2017: an indicator a row; columns of no figures may be missing."""
    built = old.Built(KIND.name, {"jenis": KIND.name, "bentuk": PERMENDAGRI_86, "indikator": []})
    indicators, titles = built.data["indikator"], []
    for cells in old.read_rows(table, _place_by_years(table)):
        number, counted = len(indicators) + 1, cells.get("nomor", "").strip(". ")
        if counted != str(number) and not any(text for id, text in cells.items() if id not in {"nomor", "nama"}):
            # What has neither a figure nor the next number is the title of a group.
            titles.append(old.read_line(f"{cells.get('nomor', '')} {cells['nama']}").strip())
            continue
        if not cells["nama"] or counted not in {"", str(number)}:
            raise old.Unfit("barisnya tidak bernama dan bernomor urut satu per indikator")
        indicators.append({**({"kelompok": titles} if titles else {}), **old.read_cells(THIRTEEN, "indikator", cells)})
        titles = []
    if titles:
        raise old.Unfit(f"sesudah baris “{shorten_text(titles[-1], 40)}” tidak ada indikator")
    return built


def _place_by_years(table: old.TextTable) -> list[str]:
    """The role of each column, for one of several years with its step: `target_n-2`. Raises old.Unfit."""
    found: dict[str, list[int]] = {}
    for column, path in enumerate(table.heads):
        role = next((role for role, pattern in _HEADS_86 if re.search(pattern, path, re.IGNORECASE)), "")
        if not role and any(texts[column] for texts in table.rows):
            raise old.Unfit(f"kolom “{shorten_text(path, 50)}” tidak ada dalam bentuk baku")
        found.setdefault(role, []).append(column)
    roles = {column: f"kosong{column}" for column in range(table.width)}
    for role, columns in found.items():
        names = [f"{role}_{step}" for step in YEARS_86.get(role, ())] or [role]
        if role and len(columns) != len(names):
            raise old.Unfit(f"mempunyai {len(columns)} kolom {role}, bentuk baku {len(names)}")
        roles |= dict(zip(columns, names, strict=False)) if role else {}
    if missing := {"nama", *YEARS_86} - set(found):
        raise old.Unfit(f"kolom {sorted(missing)[0]} tidak ditemukan")
    _check_order(table, [column for group in YEARS_86 for column in found[group]])
    return [roles[column] for column in range(table.width)]


def _check_order(table: old.TextTable, columns: Sequence[int]) -> None:
    """Raises old.Unfit where the years of the columns are not those of the form, n-2 to n+1, whichever year n is."""
    heads = [table.heads[column] for column in columns]
    steps = [int(step[1:] or 0) for steps in YEARS_86.values() for step in steps]
    if not old.match_steps(heads, steps):
        shown = ", ".join(str(year) for head in heads for year in old.find_years(head)[-1:])
        raise old.Unfit(f"tahun kolomnya {shown or 'lain'}, bentuk baku n-2 sampai n+1 (n = tahun Renja)")


KIND = TableKind(
    "capaian-kinerja",
    _lay_out,
    _print_rows,
    _step_year,
    forms=(PERMENDAGRI_86,),
    check=_check_indicators,
    signs=_SIGNS,
    read_old=_read_old,
)
