"""The lists of contents of an old document, which are left out: those that Word made, and typed ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from renjadoc.adoption.headings import FRONT, LONGEST
from renjadoc.matching import fold_name
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable

_LIST = re.compile(r"daftar\s+(?:isi|tabel|gambar|lampiran|grafik)\b", re.IGNORECASE)
#: An entry of a typed list: dots or a tab before a page number.
_ENTRY = re.compile(r".*(?:\.{3,}|…+|\t|\s{3,})\s*(?:\d{1,3}|[ivxlc]+)?\s*$", re.DOTALL)

_LABEL = re.compile(r"(?:bab|tabel|gambar|grafik|lampiran)\s+[\divxlc]+(?:\.\d+)*\b")
_NUMBER = re.compile(r"(?:\d+(?:\.\d+)*|[a-z](?=[.)]))")


def leave_out_contents(blocks: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """The blocks without lists of contents and their headings."""
    last = {key: index for index, block in enumerate(blocks) for key in _keys_of(block)}
    listing, links_end, listed = False, 0, set[str]()
    for index, block in enumerate(blocks):
        if isinstance(block, WordTable):
            listing = False
        elif block.contents or _is_list_heading(block):
            listing = True
            links_end = max(links_end, _find_links_end(blocks, index + 1, last, listed))
            continue
        elif index < links_end:
            continue
        elif listing and block.text.strip():
            listing = _is_entry(block, blocks[index + 1 :])
            if listing:
                continue
        yield block


def _find_links_end(blocks: Sequence[WordBlock], start: int, last: dict[str, int], listed: set[str]) -> int:
    """Where a list without page numbers ends that begins at `start`, as Google Docs makes them of links; `start` if
    none does.

    Each of its lines comes again further down, in `last`; behind it the first line of this or an earlier list, whose
    keys are `listed`, or another list.
    """
    found: set[str] = set()
    for index in range(start, len(blocks)):
        block = blocks[index]
        keys = _keys_of(block)
        if isinstance(block, WordTable):
            return start
        if _is_list_heading(block) or keys & (listed | found):
            listed |= found
            return index
        if keys and not (_may_be_entry(block) and any(last[key] > index for key in keys)):
            return start
        found |= keys
    return start


def _may_be_entry(block: WordParagraph) -> bool:
    return block.outline is None and len(block.text.strip()) <= LONGEST


def _keys_of(block: WordBlock) -> set[str]:
    """What a line is known by where it comes again: its label (`bab i`, `tabel 2.1`), its words without a number."""
    text = fold_name(block.text) if isinstance(block, WordParagraph) else ""
    label = _LABEL.match(text)
    number = label or _NUMBER.match(text)
    return {label[0] if label else "", text[number.end() :].lstrip(" .:)–-") if number else text} - {""}


def _is_list_heading(block: WordParagraph) -> bool:
    return _LIST.match(block.text.strip()) is not None and len(block.text.strip()) < 40


def _is_entry(block: WordParagraph, after: Sequence[WordBlock]) -> bool:
    """Whether a line below “Daftar Isi” is an entry: it ends in a page number, or entries follow it closely."""
    text = block.text.strip()
    if len(text) > LONGEST or (block.outline is not None and not _ENTRY.fullmatch(block.text)):
        return False
    if _ENTRY.fullmatch(block.text.rstrip()):
        return True
    if FRONT.match(text):
        return False
    near = [b for b in after if not isinstance(b, WordParagraph) or b.text.strip()][:3]
    return any(isinstance(b, WordParagraph) and _ENTRY.fullmatch(b.text.strip()) and len(b.text) < 200 for b in near)
