"""An .xlsx file from anywhere as plain cells, opened with care; the only place that knows openpyxl."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from renjadoc import opening
from renjadoc.problem import say_refusal, shorten_text
from renjadoc.sheets.excel import essentials
from renjadoc.sheets.excel.letters import split_struck
from renjadoc.sheets.excel.notes import CellNote, column_number, read_boxes, read_notes
from renjadoc.sheets.excel.values import Cell
from renjadoc.word.packages import package
from renjadoc.word.packages.package import PackageError, Parts

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
#: What a number format says that is no form of a number: texts, single signs, colours and languages.
_PLAIN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass
class Tab:
    """One sheet: cells by row and column, both from 1; merged ranges as (top, left, bottom, right); notes on cells;
    what text boxes say."""

    name: str
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    notes: list[CellNote] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    is_hidden: bool = False

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
            tabs = list(_read_tabs(parts))
    except PackageError:
        raise
    except Exception as error:  # openpyxl says with any exception that a part is not as it should be
        raise PackageError(f"berkas ini bukan {_WHAT} yang utuh") from error
    return Workbook(tabs, [*_list_notes(parts), *_tell_boxes(tabs)])


def _read_bytes(path: Path) -> bytes:
    try:
        raw = opening.read_file(path, MAX_FILE)
    except OSError as error:
        raise PackageError(f"berkas tidak dapat dibaca ({say_refusal(error)})") from error
    if raw[:8] == package.OLE:
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise PackageError("berkas terkunci dengan kata sandi; simpan tanpa kata sandi")
        raise PackageError("berkas ini .xls lama; buka di Excel, lalu Simpan Sebagai .xlsx")
    if b"opendocument.spreadsheet" in raw[:120]:
        raise PackageError("berkas ini .ods; buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx")
    return raw


def _refuse_others(parts: Parts) -> None:
    if "xl/workbook.bin" in parts:
        raise PackageError("berkas ini .xlsb; buka di Excel, lalu Simpan Sebagai .xlsx")
    if b"spreadsheetml" not in parts.get(essentials.find_book(parts), b""):
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


def _tell_boxes(tabs: list[Tab]) -> Iterator[str]:
    for tab in tabs:
        said = (shorten_text(text, 200) for text in tab.boxes)
        yield from (f"Lembar {tab.name}: kotak teks “{text}” tidak diambil; tulis dalam sel." for text in said)


def _read_tabs(parts: Parts) -> Iterator[Tab]:
    from openpyxl import load_workbook

    sheets = essentials.find_sheets(parts)
    if len(sheets) > MAX_SHEETS:
        raise PackageError(f"lembarnya lebih dari {MAX_SHEETS}")
    raw = essentials.repack_cells(parts, sheets)
    formulas, values = (
        load_workbook(io.BytesIO(raw), read_only=True, data_only=data_only, keep_links=False)
        for data_only in (False, True)
    )
    left = MAX_CELLS
    for sheet, written, computed in zip(sheets, formulas.worksheets, values.worksheets, strict=True):
        merges, notes = _find_merges(parts[sheet.part]), read_notes(parts, sheet.part)
        tab = Tab(sheet.name, merges=merges, notes=notes, is_hidden=sheet.is_hidden)
        tab.boxes = read_boxes(parts, sheet.part)
        for number, row in _read_rows(written, computed):
            tab.cells[number] = row
            left -= len(row)
            if left < 0:
                raise PackageError("isi berkas terlalu banyak untuk satu buku kerja Renja")
        yield tab


def _read_rows(written: object, computed: object) -> Iterator[tuple[int, dict[int, Cell]]]:
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
    formula, value = written.data_type == "f", computed.value
    broken = str(value) if computed.data_type == "e" else ""
    if isinstance(value, str):
        text = split_struck(value)
        crossed = bool(text.struck and not text.text.strip()) or _is_crossed(written)
        shown = text.struck if crossed and text.struck else text.text
        marked = bool(written.style_array.quotePrefix)
        return Cell(None if broken else shown, formula, marked, False, broken, "" if crossed else text.struck, crossed)
    form = _PLAIN_FORMAT.sub("", written.number_format or "").partition(";")[0]
    is_number = isinstance(value, int | float)
    decimals = form.rpartition(".")[2].count("0") if is_number and "." in form and "E" not in form else 0
    return Cell(value, formula, False, is_number and "%" in form, broken, "", _is_crossed(written), decimals)


def _is_crossed(written: Any) -> bool:
    """Whether the whole cell is struck: of the two fonts that `essentials` keeps, the second."""
    return bool(written.style_array.fontId)


def _find_merges(part: bytes) -> list[tuple[int, int, int, int]]:
    found = []
    for match in islice(_MERGE.finditer(part), MAX_MERGES):
        left, top, right, bottom = (one.decode() for one in match.groups())
        found.append((int(top), column_number(left), int(bottom), column_number(right)))
    return found
