"""Program indicators of past years and of last year's quarters, grouped by urusan and program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

from renjadoc.narrative.written import escape_marks
from renjadoc.span import as_typed
from renjadoc.tables import old
from renjadoc.tables.computed import Name
from renjadoc.tables.evaluasi_triwulan.columns import QUARTERS
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import (
    ANGKA,
    BULAT,
    KODE_WAJIB,
    TEKS,
    Column,
    Entry,
    Level,
    Node,
    TableLayout,
    TableRow,
    owner_column,
    walk_rows,
)
from renjadoc.tables.repeated import repeat_heads
from renjadoc.tables.steps import Step

LEVELS = (
    Level("urusan", ("urusan",), "nama", "nomor"),
    Level("program", ("program",), "nama"),
    Level("indikator", ("indikator",), "nama", "nomor"),
)


def _entered_column(id: str, head: tuple[str, ...], *keys: str, printed: str | None = None) -> Column:
    return Column(id, head, 12, {"indikator": Entry(keys, ANGKA)}, "kanan", printed=printed)


_NUMBERS = {"urusan": Entry(("kode",), KODE_WAJIB), "indikator": Entry(("nomor",), BULAT)}
_NAMES = dict.fromkeys((level.key for level in LEVELS), Entry(("nama",), TEKS))

LAYOUT = TableLayout(
    levels=LEVELS,
    columns=(
        Column("nomor", ("No.",), 8, _NUMBERS),
        Column("nama", ("Indikator Kinerja Program",), 48, _NAMES),
        Column("satuan", ("Satuan",), 10, {"indikator": Entry(("satuan",), TEKS)}, "tengah"),
        *(
            _entered_column(f"n{back}", (f"Realisasi {{{{ tahun - {back} }}}}",), "realisasi", f"n-{back}")
            for back in (5, 4, 3, 2)
        ),
        *(
            _entered_column(
                f"tw{sign}", ("Realisasi Tahun {{ tahun - 1 }}", f"Triwulan {sign}"), "triwulan_n-1", sign,
                printed=f"tw{number}",
            )
            for number, sign in enumerate(QUARTERS, 1)
        ),
        Column("perangkat", ("Perangkat Daerah",), 14, {"program": Name("singkatan")}, "tengah", printed=""),
        owner_column("program"),
    ),
    frozen=2,
)  # fmt: skip


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """Rows of urusan, of programs (lettered a., b., …) and of indicators."""
    office = as_typed(table.around.names["singkatan"])
    rows = ({"jenis": row.level, **table.print_cells(row), **_print_program(row, office)} for row in table.rows)
    return list(repeat_heads(rows, "program", "indikator"))


def _print_program(row: TableRow, office: str) -> PrintedRow:
    """What only the row of a program has: its letter and the office."""
    if row.level != "program":
        return {}
    index = int(row.pointer.rpartition("/")[2])
    letter = f"{ascii_lowercase[index]}." if index < len(ascii_lowercase) else f"{index + 1}."
    return {"nomor": letter, "perangkat_daerah": office}


def _step_year(data: Node) -> Iterator[Step]:
    """Years move one back, the last quarter becomes the year that ended; the quarters of the new year are open."""
    for row in walk_rows(LEVELS, data):
        if row.level == "indikator":
            for years in (5, 4, 3):
                yield Step(f"{row.pointer}/realisasi/n-{years}", f"{row.pointer}/realisasi/n-{years - 1}")
            yield Step(f"{row.pointer}/realisasi/n-2", f"{row.pointer}/triwulan_n-1/IV")
            yield from (Step(f"{row.pointer}/triwulan_n-1/{quarter}") for quarter in QUARTERS)


# Tables of old documents


_SIGNS = old.HeadSigns(2, (r"indikator", r"satuan", r"triwulan|\btw\b", r"realisasi"), lacks=r"pagu", columns=(12, 12))


def _read_old(table: old.TextTable) -> old.Built:
    """The data of an old document's table. Raises old.Unfit."""
    columns = old.place_in_order(
        table, ("nomor", r"^no\b"), ("nama", r"indikator"), ("satuan", r"satuan"),
        *((f"n{back}", r"realisasi|capaian") for back in (5, 4, 3, 2)),
        *((f"tw{sign}", r"\btw\b|triwulan") for sign in QUARTERS), ("opd", r"opd|skpd|perangkat"),
    )  # fmt: skip
    urusan: list[Node] = []
    offices: set[str] = set()
    for cells in old.read_rows(table, columns):
        number = cells["nomor"].strip()
        if number.isdecimal():
            _read_indicator(urusan, cells)
        elif re.fullmatch(r"[a-z]\.?", number) and urusan:
            urusan[-1]["program"].append({"nama": old.read_line(cells["nama"]), "indikator": []})
            offices.add(" ".join(cells["opd"].split()))
        else:
            code, name = escape_marks(number) or "-", old.read_line(cells["nama"])
            urusan.append({"kode": code, "nama": name or "[[nama urusan]]", "program": []})
    office = offices.pop() if len(offices) == 1 else ""
    return old.Built(KIND.name, {"jenis": KIND.name, "urusan": urusan}, office=office)


def _read_indicator(urusan: list[Node], cells: old.Cells) -> None:
    if not urusan or not urusan[-1]["program"]:
        raise old.Unfit("ada indikator sebelum program pertama")
    indicator = old.read_cells(LAYOUT, "indikator", cells)
    if not indicator["nama"] or not indicator["satuan"]:
        raise old.Unfit("ada indikator tanpa nama atau satuan")
    urusan[-1]["program"][-1]["indikator"].append(indicator)


KIND = TableKind(
    "indikator-program",
    lambda data, folder: LAYOUT,
    _print_rows,
    _step_year,
    signs=(_SIGNS,),
    read_old=_read_old,
)
