"""Which paragraph or cell of the content a place on a printed page shows, found by the words that stand there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renjadoc.desk.grids import FILLED, ID, Grid, find_pointer
from renjadoc.desk.pdf_pages import PageWords, keep_letters, split_words
from renjadoc.reading import Reading

#: Fewer letters than this stand in too many places.
_LEAST_LINE, _LEAST_CELL, _LEAST_PART = 15, 3, 8


class ContentPlace(NamedTuple):
    """A place of the content: a file of the folder and a pointer in it."""

    file: str
    pointer: str


class _Printed(NamedTuple):
    """What a place prints: its letters, and all the words that stand around it in its paragraph or row."""

    place: ContentPlace
    letters: str
    words: frozenset[str]


def find_place(reading: Reading, words: PageWords) -> ContentPlace | None:
    """The text or cell that holds these words; None where none does."""
    found: list[_Printed] = []
    if len(words.line) >= _LEAST_LINE:
        found = [one for one in _list_texts(reading) if words.line in one.letters]
    if not found and len(words.near) >= _LEAST_CELL:
        near = words.near
        found = [one for one in _list_cells(reading) if near in one.letters or one.letters in near]
    # The same figure stands in many rows: the one whose row says what stands around it is meant.
    best = max(found, key=lambda one: len(one.words & words.around), default=None)
    return best.place if best else None


def list_places(reading: Reading, lines: list[str]) -> list[ContentPlace]:
    """The texts and cells that the lines of a page show, each once, in their order."""
    texts, cells = list(_list_texts(reading)), list(_list_cells(reading))
    found: dict[ContentPlace, None] = {}
    for line in lines:
        pairs = ((_LEAST_LINE, texts), (_LEAST_PART, cells))
        all_of = (one for least, printed in pairs if len(line) >= least for one in printed)
        shown = next((one for one in all_of if line in one.letters), None)
        if shown is not None:
            found[shown.place] = None
    return list(found)


def _list_texts(reading: Reading) -> Iterator[_Printed]:
    for passage in reading.all_passages:
        place = ContentPlace(reading.folder.relative(passage.source), passage.pointer)
        yield _Printed(place, keep_letters(passage.text), split_words(passage.text))


def _list_cells(reading: Reading) -> Iterator[_Printed]:
    for name, table in reading.tables.items():
        if table.is_view:
            continue
        grid = Grid(reading, name)
        columns = [column.id for column in table.layout.columns]
        for row in grid.list_rows():
            words = split_words(" ".join(str(row.get(id, "")) for id in columns))
            for id in row[FILLED]:
                letters = keep_letters(str(row.get(id, "")))
                if len(letters) >= _LEAST_CELL:
                    yield _Printed(ContentPlace(grid.file, find_pointer(grid, row[ID], id)), letters, words)
