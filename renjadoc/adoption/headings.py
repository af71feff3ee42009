"""What headings of old documents look like, and the chapters and sections that they part a document into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from renjadoc.adoption.labels import COUNTED, with_label
from renjadoc.adoption.words import bracket_note
from renjadoc.word.reader.document import Piece, WordBlock, WordParagraph

_COUNTED = "|".join(cased for word in COUNTED for cased in (word.upper(), word.capitalize()))
CHAPTER = re.compile(
    rf"\s*(?:B\s?A\s?B|Bab)\s+(?P<number>[IVXivx]{{1,6}}|\d{{1,2}}|{_COUNTED})(?!\w|\.\s*\d)\s*[.:–—-]*\s*(?P<title>.*)",
    re.DOTALL,
)
#: A chapter without the word BAB: `I. PENDAHULUAN`.
ROMAN_CHAPTER = re.compile(r"\s*(?P<number>[IVX]{1,5})\.\s+(?P<title>\S.*)", re.DOTALL)
NUMBERED = re.compile(
    r"\s*(?P<number>(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){1,4})\.?(?:\s+|(?=[A-Z][a-z]))(?P<title>\S.*)", re.DOTALL
)
LETTERED = re.compile(r"\s*(?P<number>[A-Z])\.\s+(?P<title>\S.*)", re.DOTALL)
#: What stands before and behind the chapters; its heading is none of a chapter.
FRONT = re.compile(
    r"(?:kata\s+pengantar|daftar\s+(?:isi|tabel|gambar|lampiran|grafik|singkatan)|lembar\s+pengesahan|ringkasan\s+eksekutif)\b",
    re.IGNORECASE,
)
LONGEST = 220


@dataclass
class OldSection:
    """A heading and what stands below it; `number` is as it stood (`2.1`), `level` from 1."""

    title: str
    number: str
    level: int
    body: list[WordBlock] = field(default_factory=list)
    sections: list[OldSection] = field(default_factory=list)

    def walk(self) -> Iterator[OldSection]:
        """The section and all below it, in reading order."""
        yield self
        for below in self.sections:
            yield from below.walk()


@dataclass
class OldOutline:
    """`front` stands before the first chapter, `appendices` behind the last;

    `doubtful` are (what, text) that a person should look at.
    """

    front: list[WordBlock]
    chapters: list[OldSection] = field(default_factory=list)
    appendices: list[OldSection] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)


def match_number(block: WordParagraph, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The match (`number`, `title`) of a heading whose number Word made, or somebody typed."""
    return pattern.match(with_label(block)) or pattern.match(block.text)


def match_own_number(block: WordParagraph, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The same where no other label stands before it."""
    return pattern.match(with_label(block))


def heading_level(block: WordBlock) -> int:
    """The level of a styled heading; 0 for all else."""
    if not isinstance(block, WordParagraph) or not block.text.strip() or FRONT.match(block.text.strip()):
        return 0
    return block.outline or 0


def keep_attachments(headings: Sequence[WordBlock]) -> list[WordBlock]:
    """Pictures, footnotes and comments of headings, which stand below them then."""
    return [
        WordParagraph(list(_keep_notes(block)), pictures=block.pictures, comments=block.comments)
        for block in headings
        if isinstance(block, WordParagraph) and (block.pictures or block.notes or block.comments)
    ]


def _keep_notes(heading: WordParagraph) -> Iterator[Piece]:
    """The footnotes of a heading as text."""
    if heading.notes:
        yield Piece(" ".join(map(bracket_note, heading.notes)))
