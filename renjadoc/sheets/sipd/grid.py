"""A file of rows from anywhere (.xlsx, .csv, .json) as one grid of cells that knows where each stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from renjadoc import opening, separated
from renjadoc.content import load
from renjadoc.problem import Location, Problem, ProblemsFound, join_some, say_refusal
from renjadoc.sheets.excel import reader
from renjadoc.sheets.excel.cell_remarks import tell_elsewhere
from renjadoc.sheets.excel.sheets import letter
from renjadoc.sheets.excel.values import Cell
from renjadoc.sheets.sipd import nested, web_tables
from renjadoc.sheets.sipd.records import is_amount
from renjadoc.word.packages.package import OLE, PackageError

MAX_BYTES = 32 * 1024 * 1024
MAX_ROWS = 200_000
#: Each cell takes a hundred times the room of its comma.
MAX_CELLS, MAX_COLUMNS = 1_000_000, 500
#: Heads stand above this row; merged cells further down are groups of data.
HEADS = 64
#: So many cells are named in one line.
_SAID = 10
_HINT = "Yang dapat dibaca: .xlsx, .csv, atau .json hasil ekspor SIPD."


@dataclass(frozen=True)
class ExportLine:
    """One row: its cells, and the name of its place without the column (`Sheet1!17` or `baris 17`)."""

    place: str
    cells: list[Cell]

    def text(self, index: int) -> str:
        """A cell as one line of text."""
        value = self.cells[index].value if index < len(self.cells) else None
        return " ".join(str(value).split()) if value is not None else ""

    def address(self, index: int) -> str:
        """A cell of this row: `Sheet1!H17`, or `baris 17`."""
        sheet, mark, row = self.place.rpartition("!")
        return f"{sheet}!{letter(index)}{row}" if mark else self.place


class ExportSheet(NamedTuple):
    """A sheet of a file, or a table of a page, as people call it; `is_hidden`: nobody sees it who opens the file.

    `told` is what people wrote into it beside its cells: notes, letters that are struck.
    """

    lines: list[ExportLine]
    name: str = ""
    is_hidden: bool = False
    told: tuple[str, ...] = ()


def read_grids(path: Path, hint: str = _HINT) -> list[list[ExportLine]]:
    """The grids of a file, one a sheet; `hint` says what file is wanted. Raises ProblemsFound."""
    return [sheet.lines for sheet in read_sheets(path, hint)]


def read_sheets(path: Path, hint: str = _HINT) -> list[ExportSheet]:
    """The sheets of a file; `hint` says what file is wanted. Raises ProblemsFound."""
    kind = path.suffix.lower()
    try:
        raw = opening.read_file(path, MAX_BYTES) if kind in {".xls", ".xlsx", ".htm", ".html"} else b""
        if web_tables.is_page(raw):
            return _number_tables(web_tables.read_tables(raw, MAX_CELLS))
        if raw.startswith(OLE):
            return _number_tables(_read_old_sheets(raw))
        if kind in {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"}:
            return _read_tabs(reader.read_workbook(path))
        if kind == ".json":
            return [ExportSheet(_read_objects(path))]
        if kind in {".csv", ".tsv", ".txt"}:
            return [ExportSheet(list(_read_csv(opening.read_file(path, MAX_BYTES))))]
    except PackageError as error:
        raise _refuse_file(path, str(error), hint) from error
    except OSError as error:
        raise _refuse_file(path, f"berkas tidak dapat dibaca ({say_refusal(error)})", hint) from error
    except (csv.Error, ValueError) as error:
        raise _refuse_file(path, "isi berkas tidak dapat dibaca sebagai CSV", hint) from error
    raise _refuse_file(path, f"jenis berkas “{path.suffix}” tidak dikenal", hint)


def _number_tables(tables: Iterable[list[list[Any]]]) -> list[ExportSheet]:
    """Tables without names, called by their number; what stands in the second and later ones says in which."""
    sheets = []
    for number, table in enumerate(tables, 1):
        name = f"tabel ke-{number}"
        lines = list(_read_rows(table))
        if number > 1:
            lines = [ExportLine(f"{name}, {line.place}", line.cells) for line in lines]
        sheets.append(ExportSheet(lines, name))
    return sheets


def _refuse_file(path: Path, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ070", Location(str(path)), message, hint)])


def _read_tabs(book: reader.Workbook) -> list[ExportSheet]:
    """The sheets of a workbook; what is known of the whole of it is told with the first."""
    told = [[*tell_elsewhere(tab), *_tell_struck(tab)] for tab in book.tabs]
    told[:1] = [[*book.notes, *first] for first in told[:1]]
    pairs = zip(book.tabs, told, strict=True)
    return [ExportSheet(list(_read_sheet(tab)), tab.name, tab.is_hidden, tuple(said)) for tab, said in pairs]


def _tell_struck(tab: reader.Tab) -> Iterator[str]:
    cells = [(f"{letter(at - 1)}{row}", cell) for row in sorted(tab.cells) for at, cell in tab.cells[row].items()]
    crossed = [place for place, cell in cells if cell.crossed and not cell.is_blank]
    partly = [place for place, cell in cells if cell.struck]
    if crossed:
        yield f"Lembar {tab.name}: isi yang dicoret tetap diambil: {join_some(crossed, _SAID)}."
    if partly:
        yield f"Lembar {tab.name}: yang dicoret di dalam sel tidak dibaca: {join_some(partly, _SAID)}."


def _read_sheet(tab: reader.Tab) -> Iterator[ExportLine]:
    covered = _find_covered(tab)
    for number in sorted(tab.cells):
        shown = {
            column: cell
            for column, (top, left) in covered.get(number, {}).items()
            if (cell := tab.cells.get(top, {}).get(left)) and (top == number or not is_amount(cell.value))
        }
        row = {**shown, **tab.cells[number]}
        yield ExportLine(f"{tab.name}!{number}", [row.get(column) or Cell() for column in range(1, max(row) + 1)])


def _read_rows(rows: list[list[Any]]) -> Iterator[ExportLine]:
    for number, row in enumerate(rows, 1):
        if number > MAX_ROWS or len(row) > MAX_COLUMNS:
            raise PackageError("baris atau kolom terlalu banyak untuk sebuah ekspor")
        yield ExportLine(f"baris {number}", [Cell(None if value == "" else value) for value in row])


def _read_old_sheets(raw: bytes) -> Iterator[list[list[Any]]]:
    """The sheets of a workbook as Excel saved it before 2007; a new one that is locked begins in the same way."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        yield from (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names)
    except CalamineError as error:
        raise PackageError("berkas ini terkunci dengan kata sandi atau rusak; simpan ulang sebagai .xlsx") from error


def _find_covered(tab: reader.Tab) -> dict[int, dict[int, tuple[int, int]]]:
    """In the heads, where the cell stands whose text a merged one shows: row -> column -> (row, column)."""
    covered: dict[int, dict[int, tuple[int, int]]] = {}
    for top, left, bottom, right in tab.merges:
        for number in range(top, min(bottom, HEADS) + 1):
            places = dict.fromkeys(range(left, min(right, reader.MAX_COLUMNS) + 1), (top, left))
            covered.setdefault(number, {}).update(places)
    return covered


def _read_csv(raw: bytes) -> Iterator[ExportLine]:
    text = separated.decode_text(raw)
    delimiter = separated.find_delimiter(text)
    if text.count(delimiter) + text.count("\n") > 2 * MAX_CELLS:
        raise PackageError("baris atau kolom terlalu banyak untuk sebuah ekspor")
    left = MAX_CELLS
    for number, row in enumerate(separated.read_rows(text, delimiter), 1):
        left -= len(row)
        if number > MAX_ROWS or left < 0 or len(row) > MAX_COLUMNS:
            raise PackageError("baris atau kolom terlalu banyak untuk sebuah ekspor")
        yield ExportLine(f"baris {number}", [Cell(value if value.strip() else None) for value in row])


def _read_objects(path: Path) -> list[ExportLine]:
    source, problems = load.load_source(path, str(path))
    if source is None or problems:
        raise ProblemsFound(problems)
    found = _find_rows(source.data, 0)
    if found is None:
        raise PackageError("tidak ada daftar baris di dalamnya")
    rows = list(nested.list_rows(found))
    flat = [nested.flatten_row(row) if isinstance(row, dict) else {"": row} for row in rows]
    keys = list(dict.fromkeys(key for row in flat for key in row))
    if len(keys) > MAX_COLUMNS or len(keys) * len(flat) > MAX_CELLS:
        raise PackageError("baris atau kolom terlalu banyak untuk sebuah ekspor")
    head = ExportLine("kepala", [Cell(key) for key in keys])
    return [head, *(ExportLine(f"baris {number}", _read_values(row, keys)) for number, row in enumerate(flat, 1))]


def _read_values(row: dict[str, Any], keys: list[str]) -> list[Cell]:
    plain = (row.get(key) for key in keys)
    return [Cell(value if isinstance(value, int | float | Decimal) else _as_text(value)) for value in plain]


def _as_text(value: object) -> str | None:
    return None if value is None or not str(value).strip() else str(value)


def _find_rows(data: object, depth: int) -> list[Any] | None:
    """The list of objects in a file: itself, or what some key holds."""
    if isinstance(data, list):
        return data if any(isinstance(row, dict) for row in data) else None
    if isinstance(data, dict) and nested.is_row(data):
        return [data]
    if isinstance(data, dict) and depth < 3:
        found = (_find_rows(value, depth + 1) for value in data.values())
        return next((rows for rows in found if rows is not None), None)
    return None
