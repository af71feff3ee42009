"""An exported workbook edited as a person does in Excel, through openpyxl: cells found by their row and column."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from renjadoc.edits import changeset
from renjadoc.sheets.excel import run
from renjadoc.sheets.excel.run import Plan
from tests.conftest import ROOT

BASIS = ROOT / "tests" / "contoh" / "dasar"


def lay_down(place: Path) -> Path:
    """A copy of the right content folder as `place`/isi."""
    shutil.copytree(BASIS, place / "isi")
    return place / "isi"


def table(folder: Path, name: str) -> Any:
    """The data of one table."""
    return json.loads((folder / "tabel" / f"{name}.json").read_text("utf-8-sig"), parse_float=Decimal)


def put(folder: Path, name: str, data: Any) -> None:
    """Write one table anew."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=float)
    (folder / "tabel" / f"{name}.json").write_text(text, "utf-8")


class Workbook:
    """One exported workbook."""

    def __init__(self, folder: Path, bidang: str = "") -> None:
        self.folder, self.path = folder, folder.parent / "kerja.xlsx"
        run.export_workbook(folder, self.path, bidang, overwrite=True)
        self.book = openpyxl.load_workbook(self.path)

    def page(self, table: str) -> Worksheet:
        """The sheet of a table, whatever it is called."""
        marks = {f"renjadoc {room}/{table}.json" for room in ("tabel", "regulasi")}
        return next(page for page in self.book.worksheets if any(cell.value in marks for cell in page[1]))

    def column(self, table: str, id: str) -> int:
        return next(cell.column for cell in self.page(table)[1] if cell.value == id)

    def row(self, table: str, words: str) -> int:
        """The row in which a cell has these words, or whose key they are."""
        page = self.page(table)
        return next(row[0].row for row in page.iter_rows(min_row=6) if any(cell.value == words for cell in row))

    def cell(self, table: str, words: str, id: str) -> Cell:
        found: Cell = self.page(table).cell(self.row(table, words), self.column(table, id))
        return found

    def set(self, table: str, words: str, id: str, value: Any, number_format: str = "") -> None:
        cell = self.cell(table, words, id)
        cell.value = value
        if number_format:
            cell.number_format = number_format

    def clear(self, table: str, words: str) -> None:
        """Empty a whole row without deleting it."""
        page = self.page(table)
        for cell in page[self.row(table, words)][1:]:
            cell.value = None

    def add(self, table: str, behind: str, **values: Any) -> None:
        """Insert a row behind another, with nothing in it but `values`."""
        page, at = self.page(table), self.row(table, behind) + 1
        page.insert_rows(at)
        for id, value in values.items():
            page.cell(at, self.column(table, id)).value = value

    def spare(self, table: str, **values: Any) -> None:
        """Fill the first of the empty rows at the end of a table."""
        page = self.page(table)
        end = next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == "akhir")
        at = next(row for row in range(6, end) if not page.cell(row, 1).value)
        for id, value in values.items():
            page.cell(at, self.column(table, id)).value = value

    def delete(self, table: str, words: str) -> None:
        self.page(table).delete_rows(self.row(table, words))

    def swap(self, table: str, one: str, other: str) -> None:
        """Two rows change places, keys and all."""
        page = self.page(table)
        first, second = page[self.row(table, one)], page[self.row(table, other)]
        for a, b in zip(first, second, strict=True):
            a.value, b.value = b.value, a.value

    def delete_column(self, table: str, id: str) -> None:
        page = self.page(table)
        at = 1 if id == "kunci" else self.column(table, id)
        page.delete_cols(at)
        # Excel moves merged cells along, openpyxl does not.
        for merged in list(page.merged_cells.ranges):
            if merged.min_col > at:
                merged.shift(col_shift=-1)
            elif merged.max_col >= at and merged.min_row >= 5:
                merged.shrink(right=1)

    def shift_rows(self, table: str, at: int, count: int) -> None:
        """Insert `count` rows before row `at`, or delete that row."""
        page = self.page(table)
        if count > 0:
            page.insert_rows(at, count)
        else:
            page.delete_rows(at)
        for merged in list(page.merged_cells.ranges):
            merged.shift(row_shift=count)

    def move_column(self, table: str, id: str) -> None:
        """Cut a column and put it behind the last one."""
        page, at = self.page(table), self.column(table, id)
        last = page.max_column + 1
        for merged in [m for m in page.merged_cells.ranges if m.min_row >= 5]:
            page.unmerge_cells(str(merged))
        for row in range(1, page.max_row + 1):
            page.cell(row, last).value = page.cell(row, at).value
        page.delete_cols(at)

    def plan(self, **options: Any) -> Plan:
        """Save, and read what came back; nothing is written."""
        self.book.save(self.path)
        return run.plan_import(self.path, self.folder, **options)

    def take(self, **options: Any) -> Plan:
        """Save, import, write."""
        plan = self.plan(**options)
        changeset.write_files(plan.root, plan.files, plan.read, datetime(2027, 1, 2, 3, 4, 5))
        return plan


def at(data: Any, pointer: str) -> Any:
    """The value at a pointer."""
    for key in pointer.split("/")[1:]:
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data
