"""A name beside the ministry's: whether it differs, by its words or by their spelling alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from renjadoc.words import changed_words

#: Words that are so much alike are one word spelt otherwise.
_SAME_WORD = 0.75
#: Numbers are written with dots and without: 1.000 and 1000.
_GROUPED = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
#: Marks around which blanks come and go.
_MARKS = re.compile(r"\s*([-/(),.])\s*")


class WordingDifference(NamedTuple):
    """`here` and `there` are the words that differ; `spelling` says that these are the same words, spelt otherwise."""

    here: str
    there: str
    spelling: bool


def compare_wording(stated: str, official: str) -> WordingDifference | None:
    """What differs between a name and the official one, None where only case, blanks or dashes do."""
    if stated == official or plain_wording(stated) == plain_wording(official):
        return None
    here, there = _words(stated), _words(official)
    sides = changed_words(" ".join(here), " ".join(there))
    lost, wanted = ([text.strip() for text, differs in side if differs] for side in sides)
    return WordingDifference(" … ".join(lost), " … ".join(wanted), _is_spelling(lost, wanted))


@lru_cache(maxsize=4096)  # A kegiatan's name is asked for with each of its sub kegiatan.
def plain_wording(text: str) -> str:
    """A name without what is no difference."""
    return _MARKS.sub(r"\1", _GROUPED.sub("", " ".join(text.replace("–", "-").split()))).casefold()


def _words(text: str) -> list[str]:
    """The words of a name, in the case in which most of it is written: a whole name in capitals says the same."""
    return (text.title() if text.isupper() else text).split()


def _is_spelling(lost: list[str], wanted: list[str]) -> bool:
    if len(lost) != len(wanted):
        return False
    from rapidfuzz.distance import Indel  # Late: it loads slowly, and right names need none of it.

    pairs = zip(lost, wanted, strict=True)
    return all(Indel.normalized_similarity(_joined(one), _joined(two)) >= _SAME_WORD for one, two in pairs)


def _joined(text: str) -> str:
    return text.replace(" ", "").casefold()


def is_unit(unit: str, official: str) -> bool:
    """Whether a target's unit is the official one; "Dokumen (eksemplar)" allows what stands before the bracket."""
    if unit.casefold() == official.casefold():
        return True
    official = official.partition("(")[0]
    return plain_wording(unit).rstrip(".") == plain_wording(official).strip().rstrip(".")
