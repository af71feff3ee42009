"""The sheet of a workbook that nobody sees: for whom it is, the tables as they were exported, choices of lists."""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING, Any

from renjadoc.sheets.excel import sheets
from renjadoc.sheets.excel.reader import Tab
from renjadoc.sheets.excel.sheets import Book

if TYPE_CHECKING:
    from xlsxwriter import Workbook

#: Characters of the base in one cell; Excel takes 32.767.
CHUNK = 30_000
#: The tables as they were exported are unpacked no further than this.
MAX_BASE = 32 * 1024 * 1024
#: The column of the hidden sheet where the choices of lists begin; before it stand the tables.
LISTS = 100


def write(workbook: Workbook, book: Book) -> None:
    """Add the sheet to a workbook."""
    page = workbook.add_worksheet(sheets.META)
    page.very_hidden()
    meta = {"versi": 1, "bidang": book.bidang, "tahun": book.reading.folder.tahun}
    page.write_string(0, 0, sheets.MARK)
    page.write_string(0, 1, json.dumps(meta, ensure_ascii=False))
    for at, sheet in enumerate((one for one in book.sheets if not one.layout.view), 1):
        page.write_string(at, 0, sheet.file)
        packed = base64.b64encode(zlib.compress(sheet.find_source(book.reading.folder).text.encode(), 9)).decode()
        for index, start in enumerate(range(0, len(packed), CHUNK), 1):
            page.write_string(at, index, packed[start : start + CHUNK])
    for index, choices in enumerate(book.lists.values()):
        for at, choice in enumerate(choices):
            page.write_string(at, LISTS + index, choice)


def read(tab: Tab | None) -> tuple[dict[str, Any], dict[str, str]]:
    """What the hidden sheet tells: for whom the workbook was, and the texts of the tables as they were exported."""
    if tab is None or tab.text(1, 1) != sheets.MARK:
        return {}, {}
    try:
        meta = json.loads(str(tab.cells[1][2].value))
    except (ValueError, LookupError, RecursionError):
        meta = {}
    texts: dict[str, str] = {}
    for row in sorted(tab.cells)[1:]:
        file = tab.text(row, 1)
        packed = "".join(str(cell.value) for column, cell in sorted(tab.cells[row].items()) if 1 < column <= LISTS)
        if file:
            left = MAX_BASE - sum(map(len, texts.values()))
            texts[file] = _unpacked(packed, left)
    return meta if isinstance(meta, dict) else {}, {file: text for file, text in texts.items() if text}


def _unpacked(packed: str, limit: int) -> str:
    """The text of a table; nothing for one that is longer than `limit` bytes, or broken."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(packed), max(limit, 1)).decode("utf-8")
    except (ValueError, zlib.error):
        return ""
