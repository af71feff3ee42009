"""Whether letters can be read by their shape: their size and width, how close they stand, signs in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml import etree

from renjadoc.word.names import W
from renjadoc.word.templates.text_looks import index_styles, walk_bases

#: Letters that are smaller (half points), or narrower (percent of their width), nobody reads.
_SMALLEST, _NARROWEST = 6, 25
#: They stand over one another where they are drawn together by more than this part of their size.
_CLOSEST = 0.3
_USUAL_SIZE, _TWENTIETHS = 20, 10
#: Fonts that have signs in the place of letters.
_SIGNS = frozenset(
    [
        "symbol",
        "wingdings",
        "wingdings 2",
        "wingdings 3",
        "webdings",
        "marlett",
        "mt extra",
        "zapfdingbats",
        "opensymbol",
    ]
)


class _LetterShape(NamedTuple):
    """What a run or a style says of its letters: size, width, what is between them, font; "" where it says nothing."""

    size: str
    width: str
    between: str
    font: str


_NOTHING_SAID = _LetterShape("", "", "", "")


class LetterShapes:
    """The shapes of the letters of a document's styles; asked of each run. `styles` is the part of the styles."""

    def __init__(self, styles: bytes) -> None:
        root = etree.fromstring(styles)
        known = index_styles(root)
        self._looks = {identity: _join(map(_read_shape, walk_bases(one, known))) for identity, one in known.items()}
        self._usual = _join(map(_read_shape, root.findall(f"{W}docDefaults/{W}rPrDefault")))

    def is_unread(self, run: Any) -> bool:
        """Whether nobody can read the letters of a run."""
        return _is_unread(_join([*self._walk(run), self._usual]))

    def is_style_unread(self, identity: str) -> bool:
        """Whether a style alone makes letters that nobody can read."""
        look = self._looks.get(identity)
        return look is not None and _is_unread(_join([look, self._usual]))

    def _walk(self, run: Any) -> Iterator[_LetterShape]:
        """What says how a run looks, the nearest first."""
        yield _read_shape(run)
        paragraph = next(run.iterancestors(f"{W}p"), None)
        named = [run.find(f"{W}rPr/{W}rStyle"), None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")]
        for one in named:
            if one is not None and (look := self._looks.get(one.get(f"{W}val") or "")):
                yield look


def _is_unread(look: _LetterShape) -> bool:
    size, width, between = (_read_number(one) for one in look[:3])
    is_close = between < -_CLOSEST * (size or _USUAL_SIZE) * _TWENTIETHS
    return 0 < size < _SMALLEST or 0 < width < _NARROWEST or is_close or look.font.lower() in _SIGNS


def _read_shape(holder: Any) -> _LetterShape:
    look = holder.find(f"{W}rPr")
    if look is None:
        return _NOTHING_SAID
    size, width, between = (_read_value(look, name) for name in ("sz", "w", "spacing"))
    font = look.find(f"{W}rFonts")
    return _LetterShape(size, width, between, "" if font is None else font.get(f"{W}ascii") or "")


def _read_value(look: Any, name: str) -> str:
    stated = look.find(f"{W}{name}")
    return "" if stated is None else (stated.get(f"{W}val") or "").removesuffix("%")


def _read_number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0


def _join(looks: Iterable[_LetterShape]) -> _LetterShape:
    """Of each what the nearest that says it says."""
    return _LetterShape(*(next(filter(None, said), "") for said in zip(*looks, _NOTHING_SAID, strict=True)))
