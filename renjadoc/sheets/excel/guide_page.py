"""The first sheet of a workbook as it looks: what `guide.py` says, with colours and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renjadoc.sheets.excel import guide, sheets
from renjadoc.sheets.excel.looks import CONTEXT, FILL, FOLIO, LINE, TOTAL, Formats, height, lines_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from renjadoc.sheets.excel.sheets import Book


def write(workbook: Workbook, book: Book, formats: Formats) -> None:
    """Add the sheet to a workbook."""
    page = workbook.add_worksheet(sheets.GUIDE)
    page.hide_gridlines(2)
    page.set_column(0, 0, 3)
    page.set_column(1, 1, 28)
    page.set_column(2, 2, 92)
    page.set_landscape()
    page.set_paper(FOLIO)
    page.fit_to_pages(1, 0)
    looks = {
        "judul": formats(bold=True, font_size=15, text_wrap=False),
        "kepala": formats(bold=True, font_size=11, font_color="#1F3864", text_wrap=False),
        "isian": formats(bg_color=FILL, border=1, border_color=LINE),
        "hitung": formats(bg_color=TOTAL, border=1, border_color=LINE, bold=True),
        "lain": formats(bg_color=CONTEXT, border=1, border_color=LINE, font_color="#7F7F7F"),
        "": formats(),
    }
    for at, (look, left, right) in enumerate(guide.lines(book), 1):
        if look.startswith("lembar "):
            page.write_url(at, 1, f"internal:'{look[7:]}'!A1", formats(font_color="#0563C1", underline=1), left)
            page.write_string(at, 2, right, formats())
            page.set_row(at, height(lines_of(right, 92)))
            continue
        page.write_string(at, 1, left, looks[look] if right else formats(text_wrap=False) if not look else looks[look])
        if right:
            page.set_row(at, height(lines_of(right, 92)))
            page.write_string(at, 2, right, formats())
    page.protect("", {"select_locked_cells": True})
