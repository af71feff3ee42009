"""What people do to the look of a workbook: hidden, filtered, grouped, renamed, moved; all that was filled is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.sheets.excel.sheet import Workbook, lay_down

PLAN, NAME = "rencana-program", "Pelatihan Usaha Mikro"
Look = Callable[[Workbook, Worksheet], object]


def _letter(book: Workbook, id: str) -> str:
    return book.cell(PLAN, NAME, id).column_letter


def _hide_row(book: Workbook, page: Worksheet) -> None:
    page.row_dimensions[book.row(PLAN, NAME)].hidden = True


def _filter(book: Workbook, page: Worksheet) -> None:
    page.auto_filter.ref = f"A5:{page.cell(5, page.max_column).coordinate}"
    page.auto_filter.add_filter_column(3, ["lain"])
    _hide_row(book, page)


def _group(book: Workbook, page: Worksheet) -> None:
    at = book.row(PLAN, NAME)
    page.row_dimensions.group(at - 1, at, hidden=True)


def _rename(book: Workbook, page: Worksheet) -> None:
    page.title = "Rencana kami"
    book.book.move_sheet(page, -2)


def _hide_column(book: Workbook, page: Worksheet) -> None:
    page.column_dimensions[_letter(book, "pagu")].hidden = True


def _protect(book: Workbook, page: Worksheet) -> None:
    page.protection.sheet = True
    page.protection.password = "rahasia"


def _hide_sheet(book: Workbook, page: Worksheet) -> None:
    page.sheet_state = "hidden"


LOOKS = [_hide_row, _filter, _group, _rename, _hide_column, _protect, _hide_sheet]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__.strip("_"))
def test_the_look_of_a_sheet_hides_nothing(tmp_path: Path, look: Look) -> None:
    book = Workbook(lay_down(tmp_path))
    book.set(PLAN, NAME, "pagu", 77_000_000)
    look(book, book.page(PLAN))
    plan = book.plan()
    assert plan.whole
    assert [(change.pointer, change.new) for change in plan.changes] == [
        ("/program/1/kegiatan/0/sub_kegiatan/0/pagu", "77.000.000")
    ]


def test_a_column_put_in_by_hand_moves_no_value_and_what_it_says_is_told(tmp_path: Path) -> None:
    book = Workbook(lay_down(tmp_path))
    book.set(PLAN, NAME, "pagu", 77_000_000)
    at = book.column(PLAN, "pagu")
    book.page(PLAN).insert_cols(at)
    book.page(PLAN).cell(book.row(PLAN, NAME), at).value = "sudah dicek"
    plan = book.plan()
    assert [change.new for change in plan.changes] == ["77.000.000"]
    assert any("“sudah dicek” tidak diambil" in note for note in plan.notes)
