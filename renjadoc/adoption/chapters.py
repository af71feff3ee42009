"""Where an old document's chapters begin: of all lines that look like “BAB II”, the best chain of rising numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from renjadoc.adoption.headings import (
    CHAPTER,
    LONGEST,
    NUMBERED,
    ROMAN_CHAPTER,
    OldSection,
    keep_attachments,
    match_number,
    match_own_number,
)
from renjadoc.adoption.labels import read_number
from renjadoc.indonesian import romawi
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable

#: As many headings `I.`, `II.`, … in a row are chapters.
_FEWEST_ROMAN = 3
#: As many words below a heading are enough to show that it is one.
_ENOUGH = 60


@dataclass(frozen=True)
class _Candidate:
    """A paragraph that may begin chapter `number`; the score counts its looks and the text below it."""

    index: int
    number: int
    looks: float


def find_chapters(blocks: Sequence[WordBlock]) -> list[tuple[int, int]]:
    """(index, number) of the paragraphs that begin chapters; empty for a document that numbers none."""
    return _best_chain(blocks) or _roman_headings(blocks)


def _best_chain(blocks: Sequence[WordBlock]) -> list[tuple[int, int]]:
    candidates = [c for index, block in enumerate(blocks) if (c := _candidate(index, block)) is not None]
    #: For each candidate the best score of a chain that ends with it, and that chain.
    chains: list[tuple[float, list[_Candidate]]] = []
    for place, candidate in enumerate(candidates):
        end = candidates[place + 1].index if place + 1 < len(candidates) else len(blocks)
        below = min(_count_words(blocks[candidate.index + 1 : end]), _ENOUGH) / _ENOUGH
        # All else equal, the first “BAB I” is real and the last of any other number: between stands what 1.4 lists.
        late = candidate.index / (len(blocks) + 1) * (1 if candidate.number > 1 else -1)
        before = [chain for chain in chains if chain[1][-1].number < candidate.number]
        total, chain = max(before, key=lambda one: one[0], default=(0.0, []))
        chains.append((total + 2 * below + candidate.looks + 0.5 + 0.1 * late, [*chain, candidate]))
    _, best = max(chains, key=lambda one: one[0], default=(0.0, []))
    return [(candidate.index, candidate.number) for candidate in best]


def _candidate(index: int, block: WordBlock) -> _Candidate | None:
    if not isinstance(block, WordParagraph) or (match := match_number(block, CHAPTER)) is None:
        return None
    text, title, number = match.string, match["title"].strip(), read_number(match["number"])
    capital = text.lstrip().startswith(("BAB", "B A B"))
    strong = block.outline is not None or block.centred or block.bold or block.label.upper().startswith("BAB")
    if len(text.strip()) > LONGEST or number == 0 or not (capital or strong) or title[:1].islower():
        return None
    looks = 1.0 * (block.outline == 1) + 0.6 * block.centred + 0.4 * block.bold + 0.4 * (not title) + 0.2 * capital
    return _Candidate(index, number, looks)


def _roman_headings(blocks: Sequence[WordBlock]) -> list[tuple[int, int]]:
    """The headings `I.`, `II.`, `III.` … of a document whose chapters are not called BAB."""
    starts: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        if isinstance(block, WordParagraph) and (block.bold or block.centred or block.outline is not None):
            match = match_own_number(block, ROMAN_CHAPTER)
            if match and len(block.text) < LONGEST and read_number(match["number"]) == len(starts) + 1:
                starts.append((index, len(starts) + 1))
    return starts if len(starts) >= _FEWEST_ROMAN else []


def _count_words(blocks: Sequence[WordBlock]) -> int:
    return sum(_ENOUGH if isinstance(block, WordTable) else len(block.text.split()) for block in blocks)


def read_chapter(blocks: Sequence[WordBlock], number: int) -> tuple[OldSection, Sequence[WordBlock]]:
    """The chapter whose heading is the first of `blocks`, without sections; and the blocks below the heading."""
    first = blocks[0]
    assert isinstance(first, WordParagraph)
    match = match_number(first, CHAPTER) or match_number(first, ROMAN_CHAPTER)
    lines = [match["title"] if match else first.text]
    used = 1
    for block in blocks[1:]:
        if not isinstance(block, WordParagraph) or block.pictures:
            break
        if block.text.strip():
            if not _belongs_to_title(block, first, lines):
                break
            lines.append(block.text)
        used += 1
    title = " ".join(" ".join(lines).split())
    return OldSection(title, romawi(number), 1, keep_attachments(blocks[:used])), blocks[used:]


def _belongs_to_title(block: WordParagraph, first: WordParagraph, lines: Sequence[str]) -> bool:
    """Whether a line below “BAB II” belongs to its title: the first must be short, more must look like it."""
    text = block.text.strip()
    if len(text) > LONGEST or block.label or NUMBERED.match(text) or text.endswith((".", ";", ":")):
        return False
    alike = (block.centred, block.bold, block.outline) == (first.centred, first.bold, first.outline)
    if not any(line.strip() for line in lines):
        return alike or text.isupper() or len(text) < 100
    return alike and text.isupper() and lines[-1].strip().isupper() and (block.centred or block.bold)
