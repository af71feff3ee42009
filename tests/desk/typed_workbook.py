"""A workbook that the page gave out, filled as somebody fills it in Excel: row after row, from what lies beside it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import openpyxl

from renjadoc.sheets.excel.run import export_workbook


def copy_rows(paper: Path, workbook: Path) -> None:
    """Type the rows of all tables of the folder `paper` over those that the workbook has; keys are no cells to type."""
    with tempfile.TemporaryDirectory() as temporary:
        beside = openpyxl.load_workbook(export_workbook(paper, Path(temporary, "kertas.xlsx"), "").path)
    book = openpyxl.load_workbook(workbook)
    sheets = {sheet["A1"].value: sheet for sheet in book if str(sheet["A1"].value).startswith("renjadoc tabel/")}
    for sheet in beside:
        if sheet["A1"].value in sheets:
            _copy_sheet(sheet, sheets[sheet["A1"].value])
    book.save(workbook)


def _copy_sheet(paper: Any, sheet: Any) -> None:
    first, end = _find_rows(sheet)
    rows = [list(paper[number]) for number in range(*_find_rows(paper))]
    rows = [row for row in rows if any(_is_typed(cell) for cell in row[1:])]
    if len(rows) > end - first:
        sheet.insert_rows(end, len(rows) - (end - first))
    places = {cell.value: cell.column for cell in sheet[1][1:]}
    ids = [cell.value for cell in paper[1]]
    for number, row in enumerate(rows, first):
        for id, cell in zip(ids[1:], row[1:], strict=True):
            if id in places and not (isinstance(cell.value, str) and cell.value.startswith("=")):
                sheet.cell(number, places[id]).value = cell.value


def _find_rows(sheet: Any) -> tuple[int, int]:
    """The first row below the heads, and the one behind the last that may be typed into."""
    marks = {number: cell.value for number, cell in enumerate(sheet["A"], 1)}
    first = max(number for number, mark in marks.items() if mark == "kepala") + 1
    first += marks.get(first) == "jumlah"  # Of some tables the row of the whole stands on top, of others at the end.
    return first, next((number for number, mark in marks.items() if mark == "akhir"), sheet.max_row + 1)


def _is_typed(cell: Any) -> bool:
    return cell.value is not None and not str(cell.value).startswith("=")
