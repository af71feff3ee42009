"""Pages of a PDF, drawn as a browser asks for them, and the words that stand on them."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

import pypdfium2

#: Pixels per point of the pages shown: about 110 a inch, which can be read on a screen.
SCALE = 1.5
#: How far around a place words are read, in points: a line high, a cell wide, a few lines high.
_UP, _ASIDE, _AROUND = 7.0, 40.0, 36.0
#: So many documents are kept for the windows that show them; a window of an older one makes it anew.
_MOST_KEPT = 12
#: Pages are looked at once and thrown away: the quickest compression is the best one.
_COMPRESSION = 1

_kept: OrderedDict[str, bytes] = OrderedDict()
#: pdfium knows no threads.
_lock = threading.Lock()


class PageWords(NamedTuple):
    """What stands on the line of a place and right around it, letters and figures alone; the words of lines around."""

    line: str
    near: str
    around: frozenset[str]


def keep_pdf(pdf: bytes) -> str:
    """Keep a PDF for the windows that will ask for its pages; the name that they ask by."""
    name = hashlib.sha256(pdf).hexdigest()[:24]
    with _lock:
        _kept[name] = pdf
        _kept.move_to_end(name)
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return name


def draw_page(name: str, number: int) -> bytes | None:
    """A page of a kept PDF as PNG; `number` from 0. None for what is not there (any more)."""
    pdf = _kept.get(name)
    if pdf is None:
        return None
    with _open_pdf(pdf) as document:
        if not 0 <= number < len(document):
            return None
        image = document[number].render(scale=SCALE).to_pil().copy()
    # Outside the lock: while one page is compressed, the next is drawn.
    drawn = BytesIO()
    image.save(drawn, "PNG", compress_level=_COMPRESSION)
    return drawn.getvalue()


def measure_pages(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page as it is shown, in pixels."""
    with _open_pdf(pdf) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
    return [(round(width * SCALE), round(height * SCALE)) for width, height in sizes]


def read_words(pdf: bytes, number: int, across: float, down: float) -> PageWords:
    """The words around a place of a page; `across` and `down` are shares of its width and height."""
    with _open_pdf(pdf) as document:
        page = document[number]
        width, height = page.get_size()
        text, x, top = page.get_textpage(), across * width, height * (1 - down)
        line = text.get_text_bounded(0, top - _UP, width, top + _UP)
        near = text.get_text_bounded(x - _ASIDE, top - _UP, x + _ASIDE, top + _UP)
        around = text.get_text_bounded(0, top - _AROUND, width, top + _AROUND)
    return PageWords(keep_letters(line), keep_letters(near), split_words(around))


def read_lines(pdf: bytes, number: int) -> list[str]:
    """The lines of a page from top to bottom, those of a cell by themselves; letters and figures alone."""
    with _open_pdf(pdf) as document:
        text = document[number].get_textpage().get_text_range()
    return [line for line in map(keep_letters, text.splitlines()) if line]


def keep_letters(text: str) -> str:
    """Letters and figures alone: hyphens, blanks and ends of lines are the printer's."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def split_words(text: str) -> frozenset[str]:
    """The words of a text, each by its letters and figures alone."""
    return frozenset(filter(None, map(keep_letters, text.split())))


@contextmanager
def _open_pdf(pdf: bytes) -> Iterator[Any]:
    with _lock:
        document = pypdfium2.PdfDocument(BytesIO(pdf))
        try:
            yield document
        finally:
            document.close()
