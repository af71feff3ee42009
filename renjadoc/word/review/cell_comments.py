"""Comments on the cells of a table that is written already: the row is found by its name, the cell by its text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from renjadoc.unbroken import as_seen

_ROWS = re.compile(r"<w:tr(?: [^<>]*(?<!/))?>.*?</w:tr>", re.DOTALL)
_CELLS = re.compile(r"<w:tc(?: [^<>]*(?<!/))?>.*?</w:tc>", re.DOTALL)
_TEXTS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_PARAGRAPH = re.compile(r"(<w:p(?: [^>]*(?<!/))?>(?:<w:pPr>.*?</w:pPr>)?)(.*?)(</w:p>)", re.DOTALL)
#: Puts what stands in a paragraph between the marks of comments that say these texts.
Wrap = Callable[[str, list[str]], str]


class CellRemark(NamedTuple):
    """What is said of a cell: `row` is the name of its row, `text` what stands in it ("" for the row as a whole)."""

    row: str
    text: str
    said: list[str]


def comment_cells(markup: str, remarks: Sequence[CellRemark], wrap: Wrap) -> tuple[str, list[CellRemark]]:
    """The table with its comments, and those of which no row was found."""
    left = []
    for remark in remarks:
        at = _find_cell(markup, remark)
        if at is None:
            left.append(remark)
            continue
        start, end = at
        cell = _PARAGRAPH.sub(lambda p: p[1] + wrap(p[2], remark.said) + p[3], markup[start:end], count=1)  # noqa: B023
        markup = markup[:start] + cell + markup[end:]
    return markup, left


def _find_cell(markup: str, remark: CellRemark) -> tuple[int, int] | None:
    """Where the cell of a remark begins and ends: that of its text in the row of its name, else the named one."""
    named: tuple[int, int] | None = None
    for row in _ROWS.finditer(markup):
        cells = [(row.start() + cell.start(), row.start() + cell.end()) for cell in _CELLS.finditer(row[0])]
        texts = [_read_text(markup[start:end]) for start, end in cells]
        at = next((at for at, text in enumerate(texts) if _is_same(text, remark.row)), None)
        if at is None:
            continue
        named = named or cells[at]
        if not remark.text:
            break
        for place, text in zip(cells, texts, strict=True):
            if place != cells[at] and _is_same(text, remark.text):
                return place
    return named


def _read_text(markup: str) -> str:
    return " ".join(as_seen(html.unescape("".join(_TEXTS.findall(markup)))).split())


def _is_same(text: str, wanted: str) -> bool:
    return bool(wanted) and text == " ".join(wanted.split())
