"""What a Word document says, as plain data: paragraphs, tables, pictures and comments in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from renjadoc.span import Span
from renjadoc.word.blocks import Chart


class Look(NamedTuple):
    """How a stretch of text looks; `open` is the style of open matters."""

    bold: bool = False
    italic: bool = False
    open: bool = False


class Piece(NamedTuple):
    """A stretch of text with one look, and the hidden bookmarks of ours that lie around it.

    One without text is the mark of a footnote, which says `note`.
    """

    text: str
    look: Look = Look()
    anchors: tuple[str, ...] = ()
    note: tuple[Piece, ...] = ()


class WordChart(NamedTuple):
    """A chart that Word drew: `shown` in a form of ours, its own `title`, and what it was beyond that form (`was`)."""

    shown: Chart
    title: str = ""
    was: str = ""


class WordPicture(NamedTuple):
    """A picture of the document; `fault` says why its bytes cannot be had. One of a `chart` is still to be painted."""

    name: str
    data: bytes
    width_cm: float | None
    alt: str
    fault: str = ""
    chart: WordChart | None = None
    landscape: bool = False


@dataclass
class Comment:
    """A remark on the words `passage`; `struck` are words there that this view lacks; `date` is as 2026-02-03.

    `paragraph` is the index of the paragraph where it begins among those that stand in no table; -1 if nowhere.
    """

    author: str
    date: str
    text: str
    done: bool = False
    passage: str = ""
    struck: str = ""
    paragraph: int = -1
    time: str = ""
    #: What the comment says that this one answers, and the marks of its own paragraphs.
    answers: str = ""
    ids: tuple[str, ...] = ()


@dataclass
class WordParagraph:
    """One paragraph as it reads. `style` is its style's name in small letters, `outline` its heading level from 1.

    `numbering`, `level` (from 0) and `form` (`1.`, `a)`, `-`) are of the list it is in, `label` is its number as it is
    printed; `indent` is in twentieths of a point; `contents` marks an entry of a list of contents; `authors` are those
    whose tracked changes it has. `doubtful` is one whose style may be that of a deleted paragraph before it:
    LibreOffice writes it so. `boxes` are what stands in text boxes at it; `grey`, told of those in cells as they are
    printed, are all of its letters by a colour of their own; `drawn` is what a drawing says (SmartArt, a box).
    """

    pieces: list[Piece] = field(default_factory=list)
    style: str = "normal"
    outline: int | None = None
    numbering: str = ""
    level: int = 0
    form: str = ""
    label: str = ""
    indent: int = 0
    centred: bool = False
    right: bool = False
    contents: bool = False
    after_table: bool = False
    doubtful: bool = False
    grey: bool = False
    drawn: bool = False
    authors: list[str] = field(default_factory=list)
    pictures: list[WordPicture] = field(default_factory=list)
    boxes: list[WordBlock] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def spans(self) -> list[Span]:
        """Its text as spans of one look."""
        return spans_of(self.pieces)

    @property
    def notes(self) -> list[str]:
        """What its footnotes say."""
        return ["".join(piece.text for piece in mark.note) for mark in self.pieces if mark.note]

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        shown = [piece for piece in self.pieces if piece.text.strip()]
        return bool(shown) and all(piece.look.bold for piece in shown)


@dataclass
class WordCell:
    """A cell of a table's grid; `down` is None, "restart" or "continue"."""

    blocks: list[WordBlock]
    span: int = 1
    down: str | None = None


@dataclass
class WordRow:
    """A row; `head`: repeated on every page; `before`: how many grid columns it leaves out at its left."""

    cells: list[WordCell]
    head: bool = False
    before: int = 0


@dataclass
class WordTable:
    """A table; `widths` are those of its grid's columns as it says them, in twentieths of a point."""

    rows: list[WordRow]
    landscape: bool = False
    widths: list[int] = field(default_factory=list)


WordBlock = WordParagraph | WordTable


@dataclass
class WordDocument:
    """A document. `sides` are the texts of headers and footers, `comments` all comments in reading order.

    `strange` is (what, text) of what became something else, `closed` names what could not be read at all.
    """

    blocks: list[WordBlock]
    comments: list[Comment]
    strange: list[tuple[str, str]]
    closed: list[str]
    sides: list[str]
    title: str = ""


def spans_of(pieces: Iterable[Piece]) -> list[Span]:
    """Pieces as spans of one look; the mark of a footnote has none of its own."""
    spans = []
    for (look, note), same in groupby(pieces, key=lambda piece: (piece.look, piece.note)):
        text = "".join(piece.text for piece in same)
        spans.append(Span("", note=tuple(spans_of(note))) if note else Span(text, *look))
    return spans


def split_lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The lines of a paragraph; empty ones are left out."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *more = piece.text.split("\n")
        lines[-1].append(piece._replace(text=first))
        lines += [[piece._replace(text=text)] for text in more]
    return [line for line in lines if "".join(piece.text for piece in line).strip()]


def cut_start(pieces: Iterable[Piece], start: int) -> list[Piece]:
    """The pieces without the first `start` characters."""
    left = []
    for piece in pieces:
        left.append(piece._replace(text=piece.text[start:]))
        start = max(0, start - len(piece.text))
    return [piece for piece in left if piece.text or piece.note]
