"""The ministry's export of the nomenclature (.xlsx, or .csv) as entries; reads its thousands of rows in a second."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any, NamedTuple

from renjadoc import opening
from renjadoc.nomenclature import rows
from renjadoc.nomenclature.rows import ReadRows
from renjadoc.problem import Location, Problem, ProblemsFound, say_refusal, shorten_text
from renjadoc.word.packages import package
from renjadoc.word.packages.package import PackageError

MAX_FILE = 32 * 1024 * 1024
MAX_UNPACKED = 512 * 1024 * 1024
MAX_ROWS = 200_000
_WHAT = "buku kerja Excel (.xlsx)"
_HINT = (
    "Yang dapat dibaca: ekspor nomenklatur kementerian (.xlsx dengan kolom PROGRAM, KEGIATAN, SUBKEGIATAN, …), "
    "atau .csv dengan kolom kode; nama; indikator; satuan."
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


class Nomenclature(NamedTuple):
    """What a file holds: its entries, the rows that are none (each with its place), the year in its name if any."""

    read: ReadRows
    year: int | None


def read_nomenclature(path: Path) -> Nomenclature:
    """The entries of a file. Raises ProblemsFound."""
    try:
        found = _read_rows(path)
    except PackageError as error:
        raise _refuse(path, str(error)) from error
    except OSError as error:
        raise _refuse(path, f"berkas tidak dapat dibaca ({say_refusal(error)})") from error
    except (csv.Error, ValueError) as error:
        raise _refuse(path, "isi berkas tidak dapat dibaca") from error
    except rows.NoHeads as error:
        raise _refuse(path, "kepala kolom kode dan nama, atau SUBKEGIATAN, tidak ditemukan") from error
    if not found.entries:
        left = "; ".join(f"baris {number}: {shorten_text(text, 50)}" for number, text in found.left[:3])
        raise _refuse(path, f"tidak ada kode nomenklatur di dalamnya ({left or 'kosong'})")
    years = _YEAR.findall(path.stem)
    return Nomenclature(found, int(years[-1]) if years else None)


def _refuse(path: Path, message: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ090", Location(str(path)), message, _HINT)])


def _read_rows(path: Path) -> ReadRows:
    raw = opening.read_file(path, MAX_FILE)
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        return rows.read_csv(raw)
    return rows.read_rows(_read_workbook(raw))


def _read_workbook(raw: bytes) -> list[list[str]]:
    """The cells of the sheet with the most rows."""
    if raw[:8] == package.OLE:
        raise PackageError("berkas ini .xls lama atau terkunci dengan kata sandi; simpan sebagai .xlsx tanpa sandi")
    package.unpack_parts(raw, _WHAT, MAX_UNPACKED)
    # openpyxl takes seconds for the thousands of long texts of such a file.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        sheets = [book.get_sheet_by_index(index).to_python() for index in range(len(book.sheet_names))]
    except (CalamineError, ValueError, OSError) as error:
        raise PackageError(f"berkas ini bukan {_WHAT} yang utuh") from error
    longest: list[list[Any]] = max(sheets, key=len, default=[])
    if len(longest) > MAX_ROWS:
        raise PackageError("baris terlalu banyak untuk sebuah nomenklatur")
    return [[_as_text(value) for value in row] for row in longest]


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
