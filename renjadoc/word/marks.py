"""Marks of what is no text of the content (tables, the template's own lines), so that it can be seen changed later."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import unescape

from renjadoc.word import blocks

_PARAGRAPH = re.compile("<w:p[ >]")
_TABLE_START, _TABLE_END, _ROW_END, _TEXT_END = "<w:tbl>", "</w:tbl>", "</w:tr>", "</w:t>"
#: A character that no XML can hold, and the end of a row as if it were a text of that row.
_ROW_CUT = "\0"
_ROW_END_TEXT = f">{_ROW_CUT}{_TEXT_END}"


class Marks:
    """Reads the body chunk by chunk and keeps no more of a table than the row that it is in."""

    def __init__(self) -> None:
        self._outside: list[str] = []
        self._table: TextMark | None = None
        self._rest = ""
        self._tables: list[str] = []
        self._rows: set[str] = set()

    def read(self, chunk: str) -> None:
        """The next chunk of the body; elements may be cut anywhere."""
        text = self._rest + chunk
        while True:
            tag = _TABLE_START if self._table is None else _TABLE_END
            inside, found, after = text.partition(tag)
            if not found:
                break
            self._take(inside)
            self._turn()
            text = after
        # The end of a chunk may hold the beginning of a tag, or of a row.
        cut = text.rfind(_ROW_END) + len(_ROW_END) if self._table and _ROW_END in text else 0
        cut = cut if self._table else max(0, len(text) - len(_TABLE_START))
        self._take(text[:cut])
        self._rest = text[cut:]

    def _take(self, text: str) -> None:
        if self._table is None:
            self._outside.append(text)
            return
        said = "".join(plain(text.replace(_ROW_END, _ROW_END_TEXT)).split())
        *rows, _ = said.split(_ROW_CUT)
        self._rows.update(map(bare_mark, rows))
        self._table.add(said.replace(_ROW_CUT, ""))

    def _turn(self) -> None:
        """Into a table, or out of it."""
        if self._table is None:
            self._table = TextMark()
        else:
            self._tables.append(self._table.mark())
            self._table = None

    def found(self) -> dict[str, Iterable[str]]:
        """The marks by kind, when all was read."""
        # Entries of the contents say what headings say; they are known by their style.
        ours = (f'"{blocks.ANCHOR}', "PAGEREF")
        read = paragraphs("".join(self._outside) + self._rest)
        lines = (plain(_without_hidden(paragraph)) for paragraph in read if not any(mark in paragraph for mark in ours))
        return {
            "tabel": self._tables,
            "baris": self._rows,
            "tetap": {text_mark(line) for line in lines if line},
        }


def _without_hidden(paragraph: str) -> str:
    """A paragraph without its hidden runs: whoever reads it back does not see them."""
    return "".join(run for run in paragraph.split("</w:r>") if "<w:vanish/>" not in run)


def paragraphs(markup: str) -> Iterator[str]:
    """Its paragraphs, each from its beginning to the first end behind it."""
    for piece in markup.split("</w:p>")[:-1]:
        if start := _PARAGRAPH.search(piece):
            yield f"{piece[start.start() :]}</w:p>"


def plain(markup: str) -> str:
    """The texts of an element: what stands before each end of a w:t, back to its beginning."""
    return unescape("".join([piece[piece.rfind(">") + 1 :] for piece in markup.split(_TEXT_END)[:-1]]))


def text_mark(text: str) -> str:
    """A short mark of a text, blanks apart: how something printed is known again."""
    mark = TextMark()
    mark.add("".join(text.split()))
    return mark.mark()


class TextMark:
    """`text_mark` of a text that comes in pieces without blanks."""

    def __init__(self) -> None:
        self._digest = sha256()

    def add(self, piece: str) -> None:
        self._digest.update(piece.encode())

    def mark(self) -> str:
        return self._digest.hexdigest()[:12]


def row_mark(text: str) -> str:
    """A short mark of a table's row; tables are long, so it is a cheap one."""
    return bare_mark("".join(text.split()))


def bare_mark(text: str) -> str:
    """`row_mark` of a text that has no blanks any more."""
    return f"{zlib.crc32(text.encode()):08x}"
