"""Whether letters can be told from what they stand on: white on white, or black on black, nobody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from renjadoc.word.names import W
from renjadoc.word.templates.text_looks import index_styles, walk_bases

_PAPER = "FFFFFF"
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
#: Light grey on white has 1.5 (WCAG 2.2, contrast ratio); what has less is not meant to be read.
_LEAST_CONTRAST = 1.3
_HIGHLIGHTS = {
    "black": "000000", "white": "FFFFFF", "yellow": "FFFF00", "darkBlue": "000080", "blue": "0000FF", "red": "FF0000",
    "darkRed": "800000", "darkGreen": "008000", "darkGray": "808080",
}  # fmt: skip


class _LetterLook(NamedTuple):
    """What a style says: the colour of letters, and what they stand on; empty where it says nothing."""

    letters: str
    ground: str


class LetterColours:
    """The colours of a document's styles; asked of each run. `styles` is the part of the styles."""

    def __init__(self, styles: bytes) -> None:
        known = index_styles(etree.fromstring(styles))
        self._looks = {identity: _join(map(_read_style, walk_bases(one, known))) for identity, one in known.items()}
        self._heads = {identity: _join(map(_read_head, walk_bases(one, known))) for identity, one in known.items()}

    def is_unseen(self, run: Any) -> bool:
        """Whether its letters have about the colour of what they stand on."""
        looks = _join(self._walk(run))
        return is_unread(looks.letters, looks.ground)

    def is_style_unseen(self, identity: str) -> bool:
        """Whether a style alone makes letters that nobody sees."""
        look = self._looks.get(identity, _LetterLook("", ""))
        return is_unread(look.letters, look.ground)

    def _walk(self, run: Any) -> Iterator[_LetterLook]:
        """What says how a run looks, the nearest first."""
        yield _read_own(run, "rPr")
        yield self._find(run, "rPr/rStyle")
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if paragraph is None:
            return
        yield _LetterLook("", _read_own(paragraph, "pPr").ground)
        yield self._find(paragraph, "pPr/pStyle")
        for cell in paragraph.iterancestors(f"{W}tc"):
            yield _LetterLook("", _read_own(cell, "tcPr").ground)
            row = next(cell.iterancestors(f"{W}tr"), None)
            table = next(cell.iterancestors(f"{W}tbl"), None)
            if row is not None and table is not None and row.find(f"{W}trPr/{W}tblHeader") is not None:
                yield self._find(table, "tblPr/tblStyle", self._heads)
            if table is not None:
                yield self._find(table, "tblPr/tblStyle")
                yield _LetterLook("", _read_own(table, "tblPr").ground)

    def _find(self, element: Any, path: str, looks: dict[str, _LetterLook] | None = None) -> _LetterLook:
        named = element.find("/".join(f"{W}{step}" for step in path.split("/")))
        known = self._looks if looks is None else looks
        return known.get("" if named is None else named.get(f"{W}val") or "", _LetterLook("", ""))


def is_unread(letters: str, ground: str) -> bool:
    """Whether letters of a colour cannot be told from their ground; what states none is as Word chooses."""
    if not _COLOUR.fullmatch(letters):
        return False
    first, second = sorted(map(_measure_light, (letters, ground if _COLOUR.fullmatch(ground) else _PAPER)))
    return (second + 0.05) / (first + 0.05) < _LEAST_CONTRAST


def _measure_light(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _join(looks: Iterator[_LetterLook]) -> _LetterLook:
    """What the nearest that says it says of letters, and of their ground."""
    letters = ground = ""
    for look in looks:
        letters, ground = letters or look.letters, ground or look.ground
    return _LetterLook(letters, ground)


def _read_style(style: Any) -> _LetterLook:
    paragraph, cell = _read_own(style, "pPr"), _read_own(style, "tcPr")
    letters = _read_own(style, "rPr")
    return _LetterLook(letters.letters, letters.ground or paragraph.ground or cell.ground)


def _read_head(style: Any) -> _LetterLook:
    found = (one for one in style.iter(f"{W}tblStylePr") if one.get(f"{W}type") == "firstRow")
    return next(map(_read_style, found), _LetterLook("", ""))


def _read_own(element: Any, properties: str) -> _LetterLook:
    colour, shade, mark = (
        element.find(f"{W}{properties}/{W}{name}") for name in ("color", "shd", "highlight")
    )  # fmt: skip
    letters = "" if colour is None else colour.get(f"{W}val") or ""
    ground = "" if shade is None else shade.get(f"{W}fill") or ""
    marked = "" if mark is None else _HIGHLIGHTS.get(mark.get(f"{W}val") or "", "")
    return _LetterLook(letters, marked or ("" if ground == "auto" else ground))
