"""An old document as chapters and sections, found by styles, by typed numbers, by looks.

Contents lists and the chapters that section 1.4 enumerates look like headings too. A real one has text below it, and
comes where its number belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from renjadoc.adoption.chapters import find_chapters, read_chapter
from renjadoc.adoption.contents_lists import leave_out_contents
from renjadoc.adoption.headings import CHAPTER, LONGEST, OldOutline, OldSection, heading_level, keep_attachments
from renjadoc.adoption.labels import read_label, with_label
from renjadoc.adoption.parts import find_appendices, read_appendix
from renjadoc.adoption.sections import SectionDivider
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable


def build_outline(blocks: Sequence[WordBlock]) -> OldOutline:
    """The outline of a document. Contents lists are left out; without any chapter, all of it is one."""
    text = list(leave_out_contents(list(_open_frames(blocks))))
    starts, read = find_chapters(text), read_chapter
    if not starts:
        starts, read = _find_styled(text), _read_styled
    if not starts:
        text, starts = [WordParagraph(), *text], [(0, 1)]
    last = starts[-1][0] + 1
    marks = [last + place for place in find_appendices(text[last:])]
    outline = OldOutline(text[: starts[0][0]])
    for (index, number), (end, _) in pairwise([*starts, ([*marks, len(text)][0], 0)]):
        chapter, below = read(text[index:end], number)
        SectionDivider(chapter, number, outline).divide(below)
        outline.chapters.append(chapter)
    outline.appendices = [read_appendix(text[index:end]) for index, end in pairwise([*marks, len(text)])]
    return outline


def _open_frames(blocks: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """The blocks, where a frame (a table of one cell) is drawn around the heading of a chapter its paragraphs."""
    for block in blocks:
        cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, WordTable) else []
        inner = cells[0].blocks if len(cells) == 1 else []
        text = "\n".join(one.text for one in inner if isinstance(one, WordParagraph)).strip()
        if CHAPTER.match(text) and len(text) < LONGEST:
            yield from inner
        else:
            yield block


# Documents without “BAB”


def _find_styled(blocks: Sequence[WordBlock]) -> list[tuple[int, int]]:
    """(index, number) of the headings with the highest style in use, but those of the front matter."""
    levels = {index: level for index, block in enumerate(blocks) if (level := heading_level(block))}
    top = min(levels.values(), default=0)
    return [(index, number) for number, index in enumerate((i for i in levels if levels[i] == top), start=1)]


def _read_styled(blocks: Sequence[WordBlock], number: int) -> tuple[OldSection, Sequence[WordBlock]]:
    """The chapter below a styled heading, which has no number; the styles of its sections count from 2."""
    heading, *below = blocks
    assert isinstance(heading, WordParagraph)
    title = heading.text if read_label(heading.label) else with_label(heading)
    for block in below:
        if isinstance(block, WordParagraph) and block.outline and heading.outline:
            block.outline = max(2, block.outline - heading.outline + 1)
    return OldSection(" ".join(title.split()), "", 1, keep_attachments([heading])), below
