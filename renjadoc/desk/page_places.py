"""Which paragraph or cell of the content a place on a printed page shows, found by the words that stand there."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import pypdfium2

from renjadoc.desk.grids import FILLED, ID, Grid, find_pointer
from renjadoc.reading import Reading

#: How far around a place words are read, in points: a line high, and a cell wide.
_UP, _ASIDE = 7.0, 40.0
#: Fewer letters than this stand in too many places.
_LEAST_LINE, _LEAST_CELL = 15, 3


class PageWords(NamedTuple):
    """The words on the line of a place, and those right around it."""

    line: str
    near: str


def read_words(pdf: bytes, number: int, x: float, y: float) -> PageWords:
    """The words around a place of a page; `number` from 0, `x` and `y` in points from the upper left."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        page = document[number]
        width, height = page.get_size()
        text, top = page.get_textpage(), height - y
        line = text.get_text_bounded(0, top - _UP, width, top + _UP)
        near = text.get_text_bounded(x - _ASIDE, top - _UP, x + _ASIDE, top + _UP)
        return PageWords(_plain(line), _plain(near))
    finally:
        document.close()


def find_place(reading: Reading, words: PageWords) -> tuple[str, str] | None:
    """The file and the pointer of the text or cell that holds these words; None where none does."""
    if len(words.line) >= _LEAST_LINE:
        for passage in reading.passages:
            if words.line in _plain(passage.text):
                return reading.folder.relative(passage.source), passage.pointer
    return _find_cell(reading, words.near) if len(words.near) >= _LEAST_CELL else None


def _find_cell(reading: Reading, near: str) -> tuple[str, str] | None:
    for name, table in reading.tables.items():
        if table.is_view:
            continue
        grid = Grid(reading, name)
        for row in grid.list_rows():
            for id in row[FILLED]:
                shown = _plain(str(row.get(id, "")))
                if shown and (near in shown or (len(shown) >= _LEAST_CELL and shown in near)):
                    return grid.file, find_pointer(grid, row[ID], id)
    return None


def _plain(text: str) -> str:
    """Letters and figures alone: hyphens, blanks and ends of lines are the printer's."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
