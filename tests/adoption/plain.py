"""Blocks of an old document as the Word reader gives them, built without a file."""

from __future__ import annotations

from renjadoc.word.reader.document import Look, Piece, WordBlock, WordCell, WordParagraph, WordRow, WordTable


def line(text: str, *, bold: bool = False, centred: bool = False, level: int | None = None, label: str = "",
         indent: int = 0) -> WordParagraph:  # fmt: skip
    """A paragraph of one look; `level` is that of a heading style."""
    pieces = [Piece(text, Look(bold=bold))]
    return WordParagraph(pieces, outline=level, label=label, indent=indent, centred=centred)


def cell(text: str = "", *, span: int = 1, down: str | None = None, bold: bool = False) -> WordCell:
    blocks: list[WordBlock] = [line(text, bold=bold)] if text else []
    return WordCell(blocks, span, down)


def row(*cells: str | WordCell, head: bool = False) -> WordRow:
    return WordRow([cell(one) if isinstance(one, str) else one for one in cells], head)


def table(*rows: WordRow | str) -> WordTable:
    """A table of rows; a text is a row whose cells stand between bars."""
    return WordTable([row(*(c.strip() for c in one.split("|"))) if isinstance(one, str) else one for one in rows])
