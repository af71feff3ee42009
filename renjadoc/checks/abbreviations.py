"""Abbreviations that the narrative explains: each with the words before it, `Dana Alokasi Umum (DAU)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_SHORT = re.compile(r"\((?P<singkatan>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\)")
#: The words right before it, and no further back than so many letters.
_WORDS_BEFORE = re.compile(r"(?:[A-Za-z][\w/-]*,?\s+){2,12}$")
_FARTHEST = 300


class Explained(NamedTuple):
    """An abbreviation in brackets, the words before it, and where both stand in their passage."""

    passage: Passage
    short: str
    words: str
    start: int
    end: int


@lru_cache(maxsize=2)
def list_explained(reading: Reading) -> list[Explained]:
    """Every abbreviation of the narrative that stands in brackets behind two words or more."""
    return list(_walk_explained(reading))


def _walk_explained(reading: Reading) -> Iterator[Explained]:
    for passage in reading.passages.find_words(("(",)):
        behind = 0
        for match in _SHORT.finditer(passage.text):
            before = _WORDS_BEFORE.search(passage.text, max(behind, match.start() - _FARTHEST), match.start())
            if before is not None:
                yield Explained(passage, match["singkatan"], before[0], before.start(), match.end())
            behind = match.end()
