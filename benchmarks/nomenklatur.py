"""How long an export of 7,600 rows takes to install, and 500 codes to be asked for, beside reading the file alone.

python benchmarks/nomenklatur.py [EXPORT.xlsx]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter

from renjadoc.nomenclature import store
from renjadoc.nomenclature.book import open_installed
from renjadoc.sheets import ministry

HEADS = (
    "KODE URUSAN",
    "KODE BIDANG URUSAN",
    "KODE PROGRAM",
    "KODE KEGIATAN",
    "SUB KEGIATAN",
    "KINERJA",
    "INDIKATOR",
    "SATUAN",
)
ROWS = 7_600
CODES = 500


def write_export(path: Path) -> Path:
    """A workbook of made-up rows as the ministry exports them."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADS)
        for number in range(ROWS):
            kegiatan = f"2.17.07.2.{number // 1000:02}"
            cells = ("2 URUSAN", "2.17 KOPERASI", "2.17.07 PROGRAM", f"{kegiatan} Kegiatan")
            sheet.write_row(
                number + 1, 0, (*cells, f"{kegiatan}.{number % 1000:04} Sub kegiatan", "Hasil", "Jumlah", "orang")
            )
    return path


def measure(work: Callable[[], Any]) -> tuple[Any, float]:
    """What a call gives, and the seconds of processor time that it took."""
    start = time.process_time()
    done = work()
    return done, time.process_time() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"XDG_DATA_HOME": place, "LOCALAPPDATA": place}  # The user's own store is left alone.
        path = Path(sys.argv[1]) if sys.argv[1:] else write_export(Path(place) / "ekspor.xlsx")
        entries, reading = measure(lambda: ministry.read_nomenclature(path).read.entries)
        _, storing = measure(lambda: store.install_edition(2027, "uji", entries))
        codes = [entry.kode for entry in entries if len(entry.kode) > 15][-CODES:]
        book = open_installed(2027, "Kota")
        assert book is not None
        _, asking = measure(lambda: book.learn(codes))
    print(f"{len(entries):,} rows: read {reading:.2f} s, stored {storing:.2f} s ({storing / reading:.0%} of reading)")
    print(f"{len(codes)} codes asked for: {asking * 1000:.1f} ms")


if __name__ == "__main__":
    main()
