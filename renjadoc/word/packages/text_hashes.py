"""Hashes of printed texts that are none of the content (tables, the template's own lines): a change of them is seen."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import unescape

from renjadoc.unbroken import as_seen
from renjadoc.word import blocks

_PARAGRAPH = re.compile("<w:p[ >]")
_HYPHEN = "<w:noBreakHyphen/>"
_TABLE_START, _TABLE_END, _ROW_END, _TEXT_END = "<w:tbl>", "</w:tbl>", "</w:tr>", "</w:t>"
#: What stands before the rows of each table.
TABLE_CUT = "|"
#: A character that no XML can hold, and the end of a row as if it were a text of that row.
_ROW_CUT = "\0"
_ROW_END_TEXT = f">{_ROW_CUT}{_TEXT_END}"


class BodyHashes:
    """Reads the body chunk by chunk and keeps no more of a table than the row that it is in."""

    def __init__(self) -> None:
        self._outside: list[str] = []
        self._table: TextHasher | None = None
        self._rest = ""
        self._tables: list[str] = []
        self._rows: list[str] = []

    def add_chunk(self, chunk: str) -> None:
        """The next chunk of the body; elements may be cut anywhere."""
        text = self._rest + chunk
        while True:
            tag = _TABLE_START if self._table is None else _TABLE_END
            inside, found, after = text.partition(tag)
            if not found:
                break
            self._add_text(inside)
            self._cross_table_edge()
            text = after
        # The end of a chunk may hold the beginning of a tag, or of a row.
        cut = text.rfind(_ROW_END) + len(_ROW_END) if self._table and _ROW_END in text else 0
        cut = cut if self._table else max(0, len(text) - len(_TABLE_START))
        self._add_text(text[:cut])
        self._rest = text[cut:]

    def _add_text(self, text: str) -> None:
        if self._table is None:
            self._outside.append(text)
            return
        said = "".join(as_seen(extract_text(text.replace(_ROW_END, _ROW_END_TEXT))).split())
        *rows, _ = said.split(_ROW_CUT)
        self._rows += map(hash_bare_row, rows)
        self._table.add_piece(said.replace(_ROW_CUT, ""))

    def _cross_table_edge(self) -> None:
        """Into a table, or out of it."""
        if self._table is None:
            self._table = TextHasher()
            self._rows.append(TABLE_CUT)
        else:
            self._tables.append(self._table.short_hash())
            self._table = None

    def hashes_by_kind(self) -> dict[str, Iterable[str]]:
        """The hashes of tables, of their rows in order, and of fixed lines, when all was read."""
        # Entries of the contents say what headings say; they are known by their style.
        ours = (f'"{blocks.ANCHOR}', "PAGEREF")
        read = split_paragraphs("".join(self._outside) + self._rest)
        lines = (
            extract_text(_without_hidden(paragraph))
            for paragraph in read
            if not any(mark in paragraph for mark in ours)
        )
        return {
            "tabel": sorted(self._tables),
            "urutan": self._rows,
            "tetap": sorted({hash_text(line) for line in lines if line}),
        }


def _without_hidden(paragraph: str) -> str:
    """A paragraph without its hidden runs: whoever reads it back does not see them."""
    return "".join(run for run in paragraph.split("</w:r>") if "<w:vanish/>" not in run)


def split_paragraphs(markup: str) -> Iterator[str]:
    """Its paragraphs, each from its beginning to the first end behind it."""
    for piece in markup.split("</w:p>")[:-1]:
        if start := _PARAGRAPH.search(piece):
            yield f"{piece[start.start() :]}</w:p>"


def extract_text(markup: str) -> str:
    """The texts of an element: what stands before each end of a w:t, back to its beginning."""
    if _HYPHEN in markup:
        markup = markup.replace(_HYPHEN, "<w:t>-</w:t>")
    return unescape("".join([piece[piece.rfind(">") + 1 :] for piece in markup.split(_TEXT_END)[:-1]]))


def hash_text(text: str) -> str:
    """A short hash of a text, blanks apart: how something printed is known again."""
    hasher = TextHasher()
    hasher.add_piece("".join(as_seen(text).split()))
    return hasher.short_hash()


def hash_chart(texts: Iterable[str]) -> str:
    """A short hash of the names and figures of a chart, in whatever order and form a program keeps them."""
    return hash_text("\n".join(sorted({_plain_figure(text) for text in texts if text.strip()})))


def _plain_figure(text: str) -> str:
    try:
        return f"{float(text):.6g}"
    except ValueError:
        return " ".join(text.split())


class TextHasher:
    """`hash_text` of a text that comes in pieces without blanks."""

    def __init__(self) -> None:
        self._digest = sha256()

    def add_piece(self, piece: str) -> None:
        self._digest.update(piece.encode())

    def short_hash(self) -> str:
        return self._digest.hexdigest()[:12]


def hash_row(text: str) -> str:
    """A short hash of a table's row; tables are long, so it is a cheap one."""
    return hash_bare_row("".join(as_seen(text).split()))


def hash_bare_row(text: str) -> str:
    """`hash_row` of a text that has no blanks any more."""
    return f"{zlib.crc32(text.encode()):08x}"
