"""The order of the days in tables that tell when the stages of a Renja were held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from renjadoc import indonesian
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables.adhoc_tables import list_titles
from renjadoc.content.load import Source
from renjadoc.reading import Reading
from renjadoc.tables.bebas import spread_cells

_SCHEDULE = re.compile(r"\b(?:jadwal|tahap\w*|waktu|kronologi)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:waktu|tanggal|jadwal|pelaksanaan)\b", re.IGNORECASE)
_DATE = re.compile(
    rf"(?:(?P<hari>\d{{1,2}})\s?(?:[–-]\s?\d{{1,2}}\s?)?)?(?P<bulan>{'|'.join(indonesian.MONTHS)})\s+(?P<tahun>20\d\d)",
    re.IGNORECASE,
)
#: Fewer dated rows do not show which of them is out of order.
_FEWEST = 4


@rule("RJ415", "Tanggal dalam tabel jadwal tidak berurutan")
def check_schedules(reading: Reading) -> Iterator[Finding]:
    """Tabel jadwal atau tahapan menyebut waktunya menurut urutan.

    Ditegur bila satu baris saja keluar dari urutan semua baris lain. Tabel yang memang tidak diurutkan menurut waktu
    tidak ditegur.

    Mengapa: tahun atau bulan satu tahap salah ketik, atau tertinggal dari jadwal tahun lalu.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Jadwal Penyusunan"], "kolom": [{"judul": "Tahap"},
        {"judul": "Waktu"}], "baris": [["Rancangan awal", "Januari 2026"], ["Forum", "19 Februari 2025"],
        ["Rancangan akhir", "Mei 2026"], ["Penetapan", "30 Juni 2026"]]}
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Jadwal Penyusunan"], "kolom": [{"judul": "Tahap"},
        {"judul": "Waktu"}], "baris": [["Rancangan awal", "Januari 2026"], ["Forum", "19 Februari 2026"],
        ["Rancangan akhir", "Mei 2026"], ["Penetapan", "30 Juni 2026"]]}
    """
    for source in reading.folder.tables_of("bebas"):
        titles = list_titles(source)
        said = " ".join(map(str, source.data["judul"]))
        for column, title in enumerate(titles):
            if _WHEN.search(title) and _SCHEDULE.search(f"{said} {' '.join(titles)}"):
                yield from _check_column(source, column)


def _check_column(source: Source, column: int) -> Iterator[Finding]:
    rows = [(index, spread_cells(row)) for index, row in enumerate(source.data["baris"])]
    dated = [(index, *found) for index, cells in rows if (found := _read_days(cells, column))]
    if len(dated) < _FEWEST:
        return
    wrong = [at for at in range(len(dated)) if _is_sorted(dated[:at] + dated[at + 1 :])]
    if _is_sorted(dated) or not wrong:
        return
    # Of two neighbours that changed places either may be the wrong one: the second is told.
    index, _, _, written = dated[wrong[-1]] if len(wrong) < 3 else dated[wrong[0]]
    message = f"waktu {written} tidak berurutan dengan baris sebelum dan sesudahnya"
    yield Finding(source, f"/baris/{index}", message, "Periksa tanggal, bulan, dan tahunnya.")


_Day = tuple[int, int, int]


def _read_days(cells: list[Any], column: int) -> tuple[_Day, _Day, str] | None:
    """The first and the last day that a cell may mean, and what is written; None where it tells no date."""
    found = list(_DATE.finditer(str(cells[column]))) if column < len(cells) else []
    if not found:
        return None
    months = [name.casefold() for name in indonesian.MONTHS]
    first, last = (
        (int(match["tahun"]), months.index(match["bulan"].casefold()) + 1, int(match["hari"] or day))
        for match, day in ((found[0], 0), (found[-1], 31))
    )
    return first, last, found[0][0]


def _is_sorted(dated: list[tuple[int, _Day, _Day, str]]) -> bool:
    """Whether no row ends before the one above it begins."""
    return all(above[1] <= below[2] for above, below in pairwise(dated))
