"""Tables that only set pictures side by side, cell by cell: each picture, then what is said below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from renjadoc.word.reader.document import WordBlock, WordCell, WordParagraph, WordRow, WordTable

#: What stands below a picture is no longer than this.
_LONGEST_WORDS = 250


def sets_pictures(table: WordTable) -> bool:
    """Whether a table only sets pictures: rows of them, and below such a row what each is called."""
    rows = [_filled(row) for row in table.rows if _filled(row)]
    if not rows or not all(_has_picture(cell) for cell in rows[0]):
        return False
    return all(_is_row_of_pictures(row) or _names_pictures(row, above) for above, row in pairwise([rows[0], *rows]))


def list_pictures(table: WordTable) -> Iterator[WordBlock]:
    """The paragraphs of such a table: each picture before what is said of it in its cell or in the one below."""
    rows = [row for row in table.rows if _filled(row)]
    for index, row in enumerate(rows):
        if not _is_row_of_pictures(_filled(row)):
            continue
        below = rows[index + 1] if index + 1 < len(rows) else None
        named = below if below is not None and not _is_row_of_pictures(_filled(below)) else None
        for number, cell in enumerate(row.cells):
            under = named.cells[number] if named is not None and number < len(named.cells) else WordCell([])
            yield from _list_cell(cell, _text_of(cell) or _text_of(under))
            yield from under.blocks
        yield from (block for cell in (named.cells[len(row.cells) :] if named else ()) for block in cell.blocks)


def _list_cell(cell: WordCell, said: str) -> Iterator[WordBlock]:
    """The paragraphs of a cell, what it shows before what it says; `said` is what is said of the pictures."""
    paragraphs = [block for block in cell.blocks if isinstance(block, WordParagraph)]
    for paragraph in paragraphs:
        shown = [one if one.alt else one._replace(alt=said) for one in paragraph.pictures]
        if shown and paragraph.text.strip():
            yield WordParagraph(pictures=shown)
            paragraph.pictures = []
        else:
            paragraph.pictures = shown
        yield paragraph


def _filled(row: WordRow) -> list[WordCell]:
    return [cell for cell in row.cells if cell.blocks and (_has_picture(cell) or _text_of(cell))]


def _has_picture(cell: WordCell) -> bool:
    return any(isinstance(block, WordParagraph) and block.pictures for block in cell.blocks)


def _text_of(cell: WordCell) -> str:
    return " ".join(block.text.strip() for block in cell.blocks if isinstance(block, WordParagraph)).strip()


def _is_plain(cell: WordCell) -> bool:
    return all(isinstance(block, WordParagraph) for block in cell.blocks) and len(_text_of(cell)) <= _LONGEST_WORDS


def _is_row_of_pictures(row: Sequence[WordCell]) -> bool:
    return all(_has_picture(cell) and _is_plain(cell) for cell in row)


def _names_pictures(row: Sequence[WordCell], above: Sequence[WordCell]) -> bool:
    """Whether a row says what the pictures above it show."""
    return _is_row_of_pictures(above) and len(row) <= len(above) and all(map(_is_plain, row))
