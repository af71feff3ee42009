"""Captions of an old document's tables and pictures: which paragraphs they are, what number and title they state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from renjadoc.adoption import words
from renjadoc.adoption.below import says_source
from renjadoc.adoption.labels import normalise_number, with_label
from renjadoc.plain_data import Node
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable

#: `2.1`, `II-1`, `2 . 1`, `2,1`, and `L1.2` or `L.3` in an appendix.
_NUMBER = r"(?:(?:L[.\-]?)?\d{1,2}|[IVX]{1,5})(?:(?:\s*\.\s*|[\-–]\s*|,)\d{1,3})*"
#: What people set between number and title.
_BETWEEN = r"\s*(?:[.:)]|[\-–—](?=\s))*\s*"
TABLE_CAPTION = re.compile(
    r"\s*\(?(?:tabel|table|tab\.)(?!\w)\s*[:.]?\s*(?:no(?:mor)?\b[.:]?\s*(?=\d|[IVX]+\b))?"
    rf"(?P<number>{_NUMBER}(?:\.?[A-Z](?=[.:]?\s))?(?:(?![.\-]?[\w])|(?-i:(?=[A-Z][a-z]{{2}})))|){_BETWEEN}(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
KINDS_OF_PICTURES = "gambar|gbr|grafik|bagan|diagram|peta|foto|skema"
PICTURE_CAPTION = re.compile(
    rf"\s*\(?(?P<kind>{KINDS_OF_PICTURES})\b\s*[:.]?\s*(?P<number>{_NUMBER}){_BETWEEN}(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)

_CONTINUED = re.compile(r"\b(?:lanjutan|sambungan|lanj\.)", re.IGNORECASE)
_MOST_LINES = 6


class Numbered(NamedTuple):
    """What an old document numbers: `tabel`, `grafik` …, the number as it stood, and the block that places it now."""

    kind: str
    number: str
    block: Node

    def __str__(self) -> str:
        return f"{self.kind.capitalize()} {self.number}"


def find_captions(blocks: Sequence[WordBlock]) -> dict[int, int]:
    """Index of a paragraph that is a caption, or a line of one -> index of its table or picture."""
    owners: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, WordTable):
            first = _caption_start(blocks, index, owners)
            owners |= dict.fromkeys(range(first, index), index)
            if first == index and _is_captioned_below(blocks, index):
                owners[index + 1] = index
        elif block.pictures and not block.text.strip():
            # Its source may stand between a picture and its caption.
            after = index + 2 if index + 1 < len(blocks) and says_source(blocks[index + 1]) else index + 1
            places = [after] if _ends_drawing(blocks, index - 2) else [after, index - 1]
            near = (place for place in places if 0 <= place < len(blocks) and place not in owners)
            if (place := next((place for place in near if _captions_picture(blocks[place])), None)) is not None:
                owners[place] = index
        elif block.pictures and _captions_picture(block):
            # The caption stands in the picture's own paragraph; or it is that of the one above, and its own is below.
            below = blocks[index + 1] if index + 1 < len(blocks) else None
            if index not in owners:
                owners[index] = index
            elif isinstance(below, WordParagraph) and not below.pictures and _captions_picture(below):
                owners[index + 1] = index
    return owners


def _ends_drawing(blocks: Sequence[WordBlock], index: int) -> bool:
    """Whether a drawing that is kept as what it says ends here: the caption below it is its own."""
    block = blocks[index] if index >= 0 else None
    return isinstance(block, WordParagraph) and block.drawn and not block.pictures


def _caption_start(blocks: Sequence[WordBlock], index: int, owners: dict[int, int]) -> int:
    """Where the caption of the table at `index` begins; `index` if it has none."""
    above = range(index - 1, max(-1, index - 1 - _MOST_LINES), -1)
    lines = list(takewhile(lambda place: place not in owners and _may_caption(blocks[place]), above))
    start = next((place for place in lines if _begins_caption(blocks[place])), None)
    if start is None:
        titles = list(takewhile(lambda place: _looks_like_title(blocks[place]), lines))
        start = titles[-1] if titles else index
    return start


def _is_captioned_below(blocks: Sequence[WordBlock], index: int) -> bool:
    """Whether the line below a table is its caption, and not that of a table which follows."""
    below, after = (blocks[place] if place < len(blocks) else None for place in (index + 1, index + 2))
    return (
        isinstance(below, WordParagraph)
        and _may_caption(below)
        and _begins_caption(below)
        and len(below.text) < 200
        and not isinstance(after, WordTable)
    )


def _may_caption(block: WordBlock) -> bool:
    if not isinstance(block, WordParagraph) or block.pictures or len(block.text) >= 300:
        return False
    return not block.label or TABLE_CAPTION.match(block.label) is not None


def is_caption(lines: Sequence[WordParagraph]) -> bool:
    """Whether the lines above a table are its caption, and not only a title that somebody set bold or centred."""
    return any(map(_begins_caption, lines))


def _begins_caption(block: WordBlock) -> bool:
    """Whether a paragraph begins a caption: `Tabel 2.1` and a title, not a sentence about the table."""
    if not isinstance(block, WordParagraph) or (match := TABLE_CAPTION.match(with_label(block))) is None:
        return False
    title = match["title"].strip()
    named = bool(match["number"]) or block.style == "caption" or title.upper().startswith("T-C")
    return named and not title[:1].islower() and not title.endswith((":", ";"))


def _looks_like_title(block: WordBlock) -> bool:
    assert isinstance(block, WordParagraph)
    text = block.text.strip()
    return (block.centred or block.bold) and len(text) < 200 and not text.endswith((":", ";", "."))


def _captions_picture(block: WordBlock) -> bool:
    return isinstance(block, WordParagraph) and len(block.text) < 250 and bool(PICTURE_CAPTION.match(with_label(block)))


def says_it_continues(caption: Sequence[WordParagraph], number: str, title: Sequence[str]) -> bool:
    """Whether a caption is of the rest of the table of `number` and `title`: `Lanjutan Tabel 3.1`, or the same."""
    if any(_CONTINUED.search(line.text) for line in caption):
        return True
    again, lines = read_table_caption(caption)
    same = words.squeeze_text(" ".join(lines)) in {"", words.squeeze_text(" ".join(title))}
    return bool(number) and normalise_number(again) == normalise_number(number) and same


def read_table_caption(caption: Sequence[WordParagraph]) -> tuple[str, list[str]]:
    """Number and title, line by line, of a table's caption."""
    number, title = "", list[str]()
    for line in caption:
        text = with_label(line)
        match = TABLE_CAPTION.match(text)
        if match and not number and not title:
            number, text = match["number"], match["title"]
        title += [" ".join(part.split()) for part in text.split("\n") if part.strip()]
    return number, title


def read_picture_caption(caption: WordParagraph) -> tuple[str, str, str]:
    """What a picture is called (`grafik`), its number and title; all empty where there is no number before it."""
    match = PICTURE_CAPTION.match(with_label(caption))
    return (match["kind"].casefold(), match["number"], " ".join(match["title"].split())) if match else ("", "", "")
