"""The lists of contents of an old document, which are left out: those that Word made, and typed ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from renjadoc.adoption.headings import FRONT, LONGEST
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable

_LIST = re.compile(r"daftar\s+(?:isi|tabel|gambar|lampiran|grafik)\b", re.IGNORECASE)
#: An entry of a typed list: dots or a tab before a page number.
_ENTRY = re.compile(r".*(?:\.{3,}|…+|\t|\s{3,})\s*(?:\d{1,3}|[ivxlc]+)?\s*$", re.DOTALL)


def leave_out_contents(blocks: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """The blocks without lists of contents and their headings."""
    listing = False
    for index, block in enumerate(blocks):
        if isinstance(block, WordTable):
            listing = False
        elif block.contents or _is_list_heading(block):
            listing = True
            continue
        elif listing and block.text.strip():
            listing = _is_entry(block, blocks[index + 1 :])
            if listing:
                continue
        yield block


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
