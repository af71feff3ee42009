"""A file of rows from anywhere (.xlsx, .csv, .json) as one grid of cells that knows where each stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from renjadoc import opening
from renjadoc.content import load
from renjadoc.problem import Location, Problem, ProblemsFound, say_refusal
from renjadoc.sheets.excel import reader
from renjadoc.sheets.excel.sheets import letter
from renjadoc.sheets.excel.values import Cell
from renjadoc.sheets.sipd import nested
from renjadoc.word.package import PackageError

MAX_BYTES = 32 * 1024 * 1024
MAX_ROWS = 200_000
#: Each cell takes a hundred times the room of its comma.
MAX_CELLS, MAX_COLUMNS = 1_000_000, 500
#: Heads stand above this row; merged cells further down are groups of data.
HEADS = 64
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


def read_grids(path: Path) -> list[list[ExportLine]]:
    """The grids of a file, one a sheet. Raises ProblemsFound."""
    kind = path.suffix.lower()
    try:
        if kind in {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"}:
            return [list(_read_sheet(tab)) for tab in reader.read_workbook(path).tabs]
        if kind == ".json":
            return [_read_objects(path)]
        if kind in {".csv", ".tsv", ".txt"}:
            return [list(_read_csv(opening.read_file(path, MAX_BYTES)))]
    except PackageError as error:
        raise _refuse_file(path, str(error)) from error
    except OSError as error:
        raise _refuse_file(path, f"berkas tidak dapat dibaca ({say_refusal(error)})") from error
    except (csv.Error, ValueError) as error:
        raise _refuse_file(path, "isi berkas tidak dapat dibaca sebagai CSV") from error
    raise _refuse_file(path, f"jenis berkas “{path.suffix}” tidak dikenal")


def _refuse_file(path: Path, message: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ070", Location(str(path)), message, _HINT)])


def _read_sheet(tab: reader.Tab) -> Iterator[ExportLine]:
    covered = _find_covered(tab)
    for number in sorted(tab.cells):
        shown = {column: tab.cells.get(top, {}).get(left) for column, (top, left) in covered.get(number, {}).items()}
        row = {**shown, **tab.cells[number]}
        yield ExportLine(f"{tab.name}!{number}", [row.get(column) or Cell() for column in range(1, max(row) + 1)])


def _find_covered(tab: reader.Tab) -> dict[int, dict[int, tuple[int, int]]]:
    """In the heads, where the cell stands whose text a merged one shows: row -> column -> (row, column)."""
    covered: dict[int, dict[int, tuple[int, int]]] = {}
    for top, left, bottom, right in tab.merges:
        for number in range(top, min(bottom, HEADS) + 1):
            places = dict.fromkeys(range(left, min(right, reader.MAX_COLUMNS) + 1), (top, left))
            covered.setdefault(number, {}).update(places)
    return covered


def _read_csv(raw: bytes) -> Iterator[ExportLine]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel on Windows writes CSV in the code page of the system.
        text = raw.decode("cp1252", "replace")
    sample = text[:20_000]
    delimiter = max(";\t,|", key=sample.count)
    if text.count(delimiter) + text.count("\n") > 2 * MAX_CELLS:
        raise PackageError("baris atau kolom terlalu banyak untuk sebuah ekspor")
    lines = csv.reader(io.StringIO(text.replace("\0", "")), delimiter=delimiter)
    left = MAX_CELLS
    for number, row in enumerate(lines, 1):
        left -= len(row)
        if number > MAX_ROWS or left < 0 or len(row) > MAX_COLUMNS:
            raise PackageError("baris atau kolom terlalu banyak untuk sebuah ekspor")
        yield ExportLine(f"baris {number}", [Cell(value if value.strip() else None) for value in row])


def _read_objects(path: Path) -> list[ExportLine]:
    source, problems = load.load_source(path, str(path))
    if source is None or problems:
        raise ProblemsFound(problems)
    rows = _find_rows(source.data, 0)
    if rows is None:
        raise PackageError("tidak ada daftar baris di dalamnya")
    flat = [nested.flatten_row(row) if isinstance(row, dict) else {"": row} for row in rows]
    keys = list(dict.fromkeys(key for row in flat for key in row))
    if len(keys) > MAX_COLUMNS or len(keys) * len(flat) > MAX_CELLS:
        raise PackageError("baris atau kolom terlalu banyak untuk sebuah ekspor")
    head = ExportLine("kepala", [Cell(key) for key in keys])
    return [head, *(ExportLine(f"baris {number}", _read_values(row, keys)) for number, row in enumerate(flat, 1))]


def _read_values(row: dict[str, Any], keys: list[str]) -> list[Cell]:
    plain = (row.get(key) for key in keys)
    return [Cell(value if isinstance(value, int | float | Decimal) else _as_text(value)) for value in plain]


def _as_text(value: Any) -> str | None:
    return None if value is None or not str(value).strip() else str(value)


def _find_rows(data: Any, depth: int) -> list[Any] | None:
    """The list of objects in a file: itself, or what some key holds."""
    if isinstance(data, list):
        return data if any(isinstance(row, dict) for row in data) else None
    if isinstance(data, dict) and depth < 3:
        found = (_find_rows(value, depth + 1) for value in data.values())
        return next((rows for rows in found if rows is not None), None)
    return None
