"""An .xlsx file from anywhere as plain cells, opened with care; the only place that knows openpyxl."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree import ElementTree

from renjadoc import opening
from renjadoc.sheets.excel.values import Cell
from renjadoc.word import package
from renjadoc.word.package import PackageError, Parts

#: Far above any honest workbook of an agency. A sheet is read row by row, so that the parts are most of the memory.
MAX_FILE = 64 * 1024 * 1024
MAX_UNPACKED = 128 * 1024 * 1024
MAX_CELLS = 1_000_000
#: Of all parts but sheets (texts, styles, names), and of a sheet: starts and ends of elements.
MAX_MARKS, MAX_SHEET_MARKS = 1_000_000, 8_000_000
MAX_SHEETS = 200
MAX_COLUMNS = 256
MAX_MERGES = 20_000
#: A sheet that was formatted to its very end has no rows down there: after so many empty ones nothing is expected.
MAX_EMPTY = 2_000
_WHAT = "buku kerja Excel (.xlsx)"
_MERGE = re.compile(rb'<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_PERCENT = re.compile(r'"[^"]*"|\\.')


@dataclass
class Tab:
    """One sheet: cells by row and column, both from 1; merged ranges as (top, left, bottom, right)."""

    name: str
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell as one line of text."""
        cell = self.cells.get(row, {}).get(column)
        return " ".join(str(cell.value).split()) if cell is not None and cell.value is not None else ""


@dataclass
class Workbook:
    """The sheets of a file, and what the user should know about it."""

    tabs: list[Tab]
    notes: list[str]


def read_workbook(path: Path) -> Workbook:
    """All cells of a workbook. Raises PackageError, whose message is Indonesian, for what is none or is dangerous."""
    raw = _read_bytes(path)
    parts = package.unpack_parts(raw, _WHAT, MAX_UNPACKED)
    _refuse_others(parts)
    _refuse_many(parts)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tabs = list(_read_tabs(raw, parts))
    except PackageError:
        raise
    except Exception as error:  # openpyxl says with any exception that a part is not as it should be
        raise PackageError(f"berkas ini bukan {_WHAT} yang utuh") from error
    return Workbook(tabs, list(_list_notes(parts)))


def _read_bytes(path: Path) -> bytes:
    try:
        raw = opening.read_file(path, MAX_FILE)
    except OSError as error:
        raise PackageError(f"berkas tidak dapat dibaca ({error.strerror})") from error
    if raw[:8] == package.OLE:
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise PackageError("berkas terkunci dengan kata sandi; simpan tanpa kata sandi")
        raise PackageError("berkas ini .xls lama; buka di Excel, lalu Simpan Sebagai .xlsx")
    return raw


def _refuse_others(parts: Parts) -> None:
    if "xl/workbook.bin" in parts:
        raise PackageError("berkas ini .xlsb; buka di Excel, lalu Simpan Sebagai .xlsx")
    if "xl/workbook.xml" not in parts:
        kind = parts.get("mimetype", b"").decode("ascii", "replace")
        if "spreadsheet" in kind:
            raise PackageError("berkas ini .ods; simpan sebagai .xlsx")
        raise PackageError(f"berkas ini bukan {_WHAT}")


def _refuse_many(parts: Parts) -> None:
    """More than any plan has of something: each takes far more memory than room in the file."""
    marks = {name: data.count(b"<") for name, data in parts.items() if name.lower().endswith((".xml", ".rels"))}
    sheets = sum(count for name, count in marks.items() if name.startswith("xl/worksheets/"))
    if sheets > MAX_SHEET_MARKS or sum(marks.values()) - sheets > MAX_MARKS:
        raise PackageError("isi berkas (sel, teks, gaya, atau nama) terlalu banyak untuk satu buku kerja Renja")


def _list_notes(parts: Parts) -> Iterator[str]:
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in parts):
        yield "Berkas ini memuat makro; makronya tidak dijalankan dan tidak diambil."
    if any(name.startswith("xl/externalLinks/") for name in parts):
        yield "Berkas ini memuat tautan ke berkas lain; yang dipakai hanya hasil tersimpan; tautan tidak dibuka."


def _read_tabs(raw: bytes, parts: Parts) -> Iterator[Tab]:
    from openpyxl import load_workbook

    formulas, values = (
        load_workbook(io.BytesIO(raw), read_only=True, data_only=data_only, keep_links=False)
        for data_only in (False, True)
    )
    if len(formulas.worksheets) > MAX_SHEETS:
        raise PackageError(f"lembarnya lebih dari {MAX_SHEETS}")
    paths = _find_parts(parts)
    left = MAX_CELLS
    for written, computed in zip(formulas.worksheets, values.worksheets, strict=True):
        tab = Tab(written.title, merges=_find_merges(parts.get(paths.get(written.title, ""), b"")))
        for number, row in _read_rows(written, computed):
            tab.cells[number] = row
            left -= len(row)
            if left < 0:
                raise PackageError("isi berkas terlalu banyak untuk satu buku kerja Renja")
        yield tab


def _read_rows(written: Any, computed: Any) -> Iterator[tuple[int, dict[int, Cell]]]:
    """The rows that hold something, their cells by column."""
    pairs = zip(*(_stream_rows(sheet) for sheet in (written, computed)), strict=False)
    empty = 0
    for number, (row, results) in enumerate(pairs, 1):
        cells = {
            index: _read_cell(one, result)
            for index, (one, result) in enumerate(zip(row, results, strict=False), 1)
            if one.value is not None
        }
        if cells:
            empty = 0
            yield number, cells
        elif (empty := empty + 1) > MAX_EMPTY:
            return


def _stream_rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    # The size that a sheet states of itself is often wrong.
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_col=MAX_COLUMNS)
    return islice(rows, 1_048_576)


def _read_cell(written: Any, computed: Any) -> Cell:
    formula = written.data_type == "f"
    value = computed.value
    broken = str(value) if computed.data_type == "e" else ""
    if isinstance(value, str):
        return Cell(None if broken else value, formula, bool(written.style_array.quotePrefix), False, broken)
    percent = isinstance(value, int | float) and "%" in _PERCENT.sub("", written.number_format or "")
    return Cell(value, formula, False, percent, broken)


def _find_parts(parts: Parts) -> dict[str, str]:
    """The part of every sheet by the sheet's name."""
    book = ElementTree.fromstring(parts["xl/workbook.xml"])
    links = ElementTree.fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<r/>"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    found = {}
    for element in book.iter():
        if element.tag.endswith("}sheet"):
            id = next((value for key, value in element.items() if key.endswith("}id")), None)
            target = targets.get(id, "")
            found[element.get("name", "")] = target[1:] if target[:1] == "/" else str(PurePosixPath("xl", target))
    return found


def _find_merges(part: bytes) -> list[tuple[int, int, int, int]]:
    found = []
    for match in islice(_MERGE.finditer(part), MAX_MERGES):
        left, top, right, bottom = match.groups()
        found.append((int(top), _column_number(left), int(bottom), _column_number(right)))
    return found


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
