"""Keeps together what ends: a table's last row with the notes below it, the last lines before other pages begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

#: So much of a chunk's end may hold the beginning of what is looked for: the last row, and the paragraph below it.
_LOOK_BEHIND = 300
#: Fewer lines than these are no page; a paragraph of more lines than the other leaves too much room empty behind it.
_FEW_LINES, _LONGEST, _LETTERS_A_LINE = 4, 10, 90
_TAGS = re.compile(r"<[^>]+>")
_KEPT = re.compile(r'<w:p><w:pPr><w:pStyle w:val="[^"]*"/>(?:<w:keepNext/>)?+(?!<w:keepL)')
#: The first style of a row or paragraph, with what is said there already: a row may come up again with the next chunk.
_STYLE = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?:<w:keepNext(?: w:val="0")?/>)?+')


def hold_last_rows(chunks: Iterable[str], styles: Iterable[str]) -> Iterator[str]:
    """The body, where the last row of a table stays with the paragraph of one of these styles (ids) below it."""
    ids = "|".join(map(re.escape, sorted(styles)))
    below = re.compile(rf'</w:tbl>\s*<w:p><w:pPr><w:pStyle w:val="(?:{ids})"/>')
    rest = ""
    for chunk in chunks:
        text = rest + chunk
        # Word and LibreOffice ask the first paragraph of a row whether it stays with what follows.
        for found in reversed(list(below.finditer(text))):
            start = text.rfind("<w:tr", 0, found.start())
            row = _STYLE.sub(r"\1<w:keepNext/>", text[start : found.start()], count=1)
            text = text[:start] + row + text[found.start() :]
        cut = _find_cut(text)
        rest = text[cut:]
        yield text[:cut]
    yield rest


def hold_last_lines(written: list[str], end: int) -> None:
    """Change the paragraphs that end before `end`, where another kind of page begins, so that they begin no page alone.

    Each is a block of its own, written; of one that is no single paragraph nothing is changed, nor before it.
    """
    lines = 0
    for index in range(end - 1, -1, -1):
        if written[index].count("<w:p>") != 1 or "<w:tbl>" in written[index] or "<w:drawing" in written[index]:
            return
        own = -(-len(_TAGS.sub("", written[index])) // _LETTERS_A_LINE)
        if own <= _LONGEST:
            written[index] = _KEPT.sub(r"\g<0><w:keepLines/>", written[index], count=1)
        if lines:
            written[index] = _STYLE.sub(r"\1<w:keepNext/>", written[index], count=1)
        lines += own
        if lines >= _FEW_LINES:
            return


def _find_cut(text: str) -> int:
    """Where a row begins that may be the last of its table; near the end where no table goes on there."""
    edge = max(0, len(text) - _LOOK_BEHIND)
    table = text.rfind("</w:tbl>")
    last = text.rfind("<w:tr>"), text.rfind("<w:tr ")
    row = max(last)
    if row < 0 or (table > row and table < edge):
        return edge
    return min(row, edge)
