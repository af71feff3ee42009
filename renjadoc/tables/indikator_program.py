"""Program indicators of past years and of last year's quarters, grouped by urusan and program."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from renjadoc.span import as_typed
from renjadoc.tables.computed import Name
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import (
    ANGKA,
    BULAT,
    KODE_WAJIB,
    TEKS,
    Column,
    Entry,
    Layout,
    Level,
    Node,
    TableRow,
    owner_column,
    walk_rows,
)
from renjadoc.tables.steps import Step

LEVELS = (
    Level("urusan", ("urusan",), "nama", "nomor"),
    Level("program", ("program",), "nama"),
    Level("indikator", ("indikator",), "nama", "nomor"),
)


def _entered(id: str, head: tuple[str, ...], *keys: str, printed: str | None = None) -> Column:
    return Column(id, head, 12, {"indikator": Entry(keys, ANGKA)}, "kanan", printed=printed)


_NUMBERS = {"urusan": Entry(("kode",), KODE_WAJIB), "indikator": Entry(("nomor",), BULAT)}
_NAMES = dict.fromkeys((level.key for level in LEVELS), Entry(("nama",), TEKS))
_QUARTERS = ("I", "II", "III", "IV")

LAYOUT = Layout(
    levels=LEVELS,
    columns=(
        Column("nomor", ("No.",), 8, _NUMBERS),
        Column("nama", ("Indikator Kinerja Program",), 48, _NAMES),
        Column("satuan", ("Satuan",), 10, {"indikator": Entry(("satuan",), TEKS)}, "tengah"),
        *(
            _entered(f"n{back}", (f"Realisasi {{{{ tahun - {back} }}}}",), "realisasi", f"n-{back}")
            for back in (5, 4, 3, 2)
        ),
        *(
            _entered(
                f"tw{sign}", ("Realisasi Tahun {{ tahun - 1 }}", f"Triwulan {sign}"), "triwulan_n-1", sign,
                printed=f"tw{number}",
            )
            for number, sign in enumerate(_QUARTERS, 1)
        ),
        Column("perangkat", ("Perangkat Daerah",), 14, {"program": Name("singkatan")}, "tengah", printed=""),
        owner_column("program"),
    ),
    frozen=2,
)  # fmt: skip


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """Rows of urusan, of programs (lettered a., b., …) and of indicators."""
    office = as_typed(table.around.names["singkatan"])
    return [{"jenis": row.level, **table.print_cells(row), **_print_program(row, office)} for row in table.rows]


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
            yield from (Step(f"{row.pointer}/triwulan_n-1/{quarter}") for quarter in _QUARTERS)


KIND = TableKind("indikator-program", lambda data, folder: LAYOUT, _print_rows, _step_year)
