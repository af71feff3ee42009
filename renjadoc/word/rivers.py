"""Justified lines that would be torn apart: the word that does not fit is told where it may be divided.

Neither Word nor most LibreOffices divide Indonesian words by themselves. So lines are broken here as both break them
(found by trying: Word since 2013 and LibreOffice since 7.6 squeeze a blank by up to a quarter), and only the word
behind a line with gaps too wide gets hidden hyphens. Where they stand elsewhere after an edit, nobody sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from renjadoc.unbroken import BLANK, BREAK, HYPHEN, SOFT_HYPHEN, as_seen

#: Letters of Arial, and of what stands in for it, in thousandths of their size: from the blank to `~`.
_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
    556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
    556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
    500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
#: The mark of a footnote, in a text whose lines are measured.
NOTE_MARK = "⁰"
_OTHERS = {
    BLANK: 278,
    NOTE_MARK: 361,
    "“": 333,
    "”": 333,
    "‘": 222,
    "’": 222,
    "—": 1000,
    "…": 1000,
    HYPHEN: 333,
    "\u200d": 0,
    BREAK: 0,
}
_USUAL, _BLANK, _DASH = 556, 278, 333
#: Letters narrower than this part of theirs are hard to read.
_LEAST_SCALE = 60
#: By how much of itself a blank is squeezed; how many times its width it may get before a word is divided.
_SQUEEZE, _WIDEST = 0.25, 2.6
#: A gap that is wider is worse than two letters of a bound pair (`Tabel 2.3`) on a line of their own.
_TORN = 2.9
#: A word is no wider than this for each of its letters; it ends where a line may.
_WIDE, _WHOLE = 850, re.compile(r"[^\s/–-]+")
#: Words with a slash between them, which is no place to end a line unless it is told so.
_SLASHED = re.compile(r"\S*\w/(?=\w)\S*")
#: What no line divides once it is bound.
_BOUND = re.compile(rf"[^ \n\t]*[{BLANK}{HYPHEN}\u200d][^ \n\t]*")
_LETTERS = re.compile(rf"(?:[a-z]+{HYPHEN})?([a-z]{{5,}})(?![a-z{HYPHEN}])", re.IGNORECASE)
#: What stands between two vowels, and the sounds in it.
_BETWEEN = re.compile(r"(?<=[aeiou])[^aeiou]+(?=[aeiou])")
_SOUNDS = re.compile(r"ng|ny|sy|kh|[bdgkpt]r|.")
#: Fewer letters than these stay on no line; nor does the ending of `pembangun-an` with the consonant before it.
_LEAST, _ENDING = 3, re.compile(r"(?!kan)(?:ng|ny|[a-z])an")


class Measure(NamedTuple):
    """How wide the lines of a paragraph are, and how far the first is set in: in thousandths of the letters' size."""

    room: float
    first: float


def find_syllables(word: str, least: int = _LEAST) -> list[int]:
    """Where an Indonesian word may be divided: `penyelenggaraan` behind `penye`, `penyeleng`, `penyelengga`.

    `least` letters stay on either line.
    """
    small, places = word.lower(), []
    for found in _BETWEEN.finditer(small):
        sounds = _SOUNDS.findall(found[0])
        # One consonant begins the next syllable; of several the first ends the one before.
        end = found.start() + (len(sounds[0]) if len(sounds) > 1 else 0)
        if end >= least and len(word) - end >= _LEAST and not _ENDING.fullmatch(small, end):
            places.append(end)
    return places


def divide_words(texts: Iterable[str], measure: Measure) -> list[str]:
    """The pieces of a paragraph with hidden hyphens in the words that leave gaps too wide before them."""
    pieces = list(texts)
    places = list(_find_places("".join(pieces), measure))
    divided, start = [], 0
    for piece in pieces:
        own = [place - start for place in places if start < place <= start + len(piece)]
        divided.append(_insert(piece, own))
        start += len(piece)
    return divided


def has_long_word(text: str, room: float) -> bool:
    """Whether a text may hold a word that no line of that room holds whole."""
    return len(text) * _WIDE > room and max(map(len, text.split()), default=0) * _WIDE > room


def find_scale(amount: str, room: int) -> int:
    """How wide its letters are, in percent, where an amount stands on one line of that room; 100 if it has enough."""
    if len(amount) * _USUAL <= room:
        return 100
    return max(min(100, int(room * 100 / _measure(amount))), _LEAST_SCALE)


def fit_words(text: str, room: float) -> str:
    """A bound text as a narrow cell holds it: what is bound but too wide may break, words too long are divided."""
    fitted = _BOUND.sub(lambda bound: bound[0] if _measure(bound[0]) <= room else as_seen(bound[0]), text)
    return divide_long_words(fitted, room)


def divide_long_words(text: str, room: float) -> str:
    """A text with hidden hyphens in the words that no line of that room (thousandths of the size) holds whole."""
    if not has_long_word(text, room):
        return text
    text = _SLASHED.sub(lambda unit: unit[0].replace("/", f"/{BREAK}") if _measure(unit[0]) > room else unit[0], text)
    return _WHOLE.sub(lambda word: _divide_whole(word[0], room), text)


def _divide_whole(word: str, room: float) -> str:
    found = _LETTERS.search(word) if _measure(word) > room else None
    return word if found is None else _insert(word, [found.start(1) + place for place in find_syllables(found[1])])


def _insert(piece: str, places: Sequence[int]) -> str:
    edges = [0, *places, len(piece)]
    parts = [piece[start:end] for start, end in pairwise(edges)]
    # Behind a slash a line may end as it is.
    return "".join(f"{part}{BREAK if part.endswith('/') else SOFT_HYPHEN}" for part in parts[:-1]) + parts[-1]


def _find_places(text: str, measure: Measure) -> Iterator[int]:
    """Where in the text hidden hyphens help."""
    used, gaps, room, at = 0.0, 0, measure.room - measure.first, 0
    for word in text.split(" "):
        wide = _measure(word)
        if used and used + (gaps + 1) * _BLANK * (1 - _SQUEEZE) + wide > room:
            rest = wide
            gap = (room - used) / gaps / _BLANK if gaps else 0
            if gap > _WIDEST:
                # For a part of a word no blank is squeezed.
                left = room - used - (gaps + 1) * _BLANK - _DASH
                places = _divide(word, left, torn=gap > _TORN)
                yield from (at + place for place in places)
                rest -= _measure(word[: places[-1]]) if places else 0
            used, gaps, room = rest, 0, measure.room
        else:
            gaps += 1 if used else 0
            used += wide
        at += len(word) + 1


def _divide(word: str, room: float, *, torn: bool) -> list[int]:
    """The places of a word up to the last whose part before it fits into `room`; `torn`: the gap must be filled."""
    found = None if "\t" in word or "\n" in word else _LETTERS.search(word)
    slash = word.find("/") + 1
    if torn and found is not None and 0 < slash < len(word) and _measure(word[:slash]) <= room + _DASH:
        return [slash]
    if found is None:
        return []
    # The halves of `Undang-Undang` stay together: it is the second that is divided, where nothing else helps.
    least = 2 if found[0] != found[1] or (torn and BLANK in word) else _LEAST
    places = [found.start(1) + place for place in find_syllables(found[1], least)]
    return [place for place in places if _measure(word[:place]) <= room]


def _measure(text: str) -> float:
    return sum(_WIDTHS[ord(sign) - 32] if " " <= sign <= "~" else _OTHERS.get(sign, _USUAL) for sign in text)
