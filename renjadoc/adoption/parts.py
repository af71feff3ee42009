"""What stands before and behind the chapters of an old document: kata pengantar and the like, and its appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from renjadoc.adoption.captions import find_captions
from renjadoc.adoption.headings import LONGEST, OldOutline, OldSection, keep_attachments
from renjadoc.adoption.labels import with_label
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable

#: The parts before the chapters by the name of their file.
_FRONT = {
    "lembar-pengesahan": re.compile(
        r"(?:lembar(?:an)?|halaman)\s+pengesahan\W*"
        # The decree that puts it in force.
        r"|(?:surat\s+)?keputusan\s+(?:nomor|bupati|wali\s?kota|gubernur|kepala|direktur|sekretaris|inspektur|camat|panewu"
        r"|lurah)\b.*[^.;:,]",
        re.IGNORECASE,
    ),
    "kata-pengantar": re.compile(r"(?:kata\s+pengantar|prakata)\W*", re.IGNORECASE),
    "ringkasan": re.compile(r"(?:ringkasan|ikhtisar)(?:\s+eksekutif)?\W*", re.IGNORECASE),
}
#: So many words say what a part is, however they are set.
_FEW_WORDS = 3
#: The heading of an appendix: its `number`, its `title`.
APPENDIX = re.compile(
    r"\s*(?:LAMPIRAN|Lampiran)(?:\s+(?P<number>[IVXLC]{1,6}|\d{1,2}|[A-Z])(?!\w))?\s*[.:–—-]*\s*(?P<title>.*)",
    re.DOTALL,
)


def take_front_parts(outline: OldOutline) -> dict[str, OldSection]:
    """The parts before the chapters, taken out of the outline's front.

    One with the caption of a table or a picture stays: nothing is numbered there.
    """
    starts = [(index, name, text) for index, block in enumerate(outline.front) for name, text in _match_front(block)]
    found: dict[str, OldSection] = {}
    taken: set[int] = set()
    for (start, name, title), (end, _, _) in pairwise([*starts, (len(outline.front), "", "")]):
        body = outline.front[start + 1 : end]
        if name in found or not any(_says_something(block) for block in body) or find_captions(body):
            continue
        found[name] = OldSection(title, "", 1, [*keep_attachments(outline.front[start : start + 1]), *body])
        taken |= set(range(start, end))
    outline.front = [block for index, block in enumerate(outline.front) if index not in taken]
    return found


def _match_front(block: WordBlock) -> list[tuple[str, str]]:
    if not isinstance(block, WordParagraph):
        return []
    text = " ".join(block.text.split())
    is_title = len(text) <= LONGEST and (_is_strong(block) or text.isupper())
    return [
        (name, text)
        for name, pattern in _FRONT.items()
        if pattern.fullmatch(text) and (is_title or text.count(" ") < _FEW_WORDS)
    ]


def _says_something(block: WordBlock) -> bool:
    return isinstance(block, WordParagraph) and bool(block.text.strip())


def _is_strong(block: WordParagraph) -> bool:
    return block.centred or block.bold or block.outline is not None


def find_appendices(blocks: Sequence[WordBlock]) -> list[int]:
    """Where in the last chapter appendices begin."""
    return [index for index, block in enumerate(blocks) if isinstance(block, WordParagraph) and _is_appendix(block)]


def _is_appendix(block: WordParagraph) -> bool:
    text = with_label(block).strip()
    match = APPENDIX.fullmatch(text)
    if match is None or len(text) > LONGEST or (not match["number"] and match["title"] and not text.isupper()):
        return False
    return _is_strong(block) or (text.isupper() and bool(match["number"]))


def read_appendix(blocks: Sequence[WordBlock]) -> OldSection:
    """The appendix whose heading is the first of `blocks`; its title stands in the heading or right below it."""
    first = blocks[0]
    assert isinstance(first, WordParagraph)
    match = APPENDIX.fullmatch(with_label(first).strip())
    title, used = match["title"] if match else first.text, 1
    while not title.strip() and used < len(blocks):
        block = blocks[used]
        if not isinstance(block, WordParagraph) or block.pictures or not _may_be_title(block, first):
            break
        title, used = block.text, used + 1
    return OldSection(" ".join(title.split()), "", 1, [*keep_attachments(blocks[:used]), *blocks[used:]])


def _may_be_title(block: WordParagraph, heading: WordParagraph) -> bool:
    text = block.text.strip()
    alike = (block.centred, block.bold) == (heading.centred, heading.bold) and (block.centred or block.bold)
    return not text or (len(text) <= LONGEST and (alike or text.isupper()))


def is_turned(section: OldSection) -> bool:
    """Whether a table or a picture of it stood on a landscape page."""
    return any(_lies_across(block) for block in section.body)


def _lies_across(block: WordBlock) -> bool:
    return block.landscape if isinstance(block, WordTable) else any(one.landscape for one in block.pictures)
