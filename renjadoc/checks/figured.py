"""Ways through the sentences that state figures, and what is said of one that does not follow from others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from renjadoc.checks.mistyped import is_mistyped
from renjadoc.checks.rule import Finding
from renjadoc.checks.stated import NUMBER_WORDS, Figure, add_slack, add_values, lies_in, list_figures
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading

#: What states a figure, in digits or in words.
_FIGURED = re.compile(rf"\d|\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
#: A sentence of more figures computes nothing: it is a list, or no sentence at all.
MOST_FIGURES = 40
#: The kinds of passages in which sentences stand: no titles, no captions.
NARRATIVE = frozenset({"paragraf", "butir", "kutipan", "catatan"})
#: Words before what was reached of a whole.
PART_BEFORE = re.compile(
    r"\b(?:realisasi\w*|merealisasikan|terserap|menyerap|terealisasi|tercapai|mencapai|dicairkan|diserap|digunakan"
    r"|dibelanjakan|terlaksana|terbit|diterbitkan|tersalur|disalurkan|rampung|telah|sudah|baru|hanya)\b",
    re.IGNORECASE,
)


class Mismatch(NamedTuple):
    """A figure that does not follow from others, and what is said of it."""

    stated: Figure
    message: str


class Statement(NamedTuple):
    """A sentence with its figures and where it stands in its passage; `before` is the one before it with `earlier`."""

    passage: Passage
    offset: int
    text: str
    figures: tuple[Figure, ...]
    before: str = ""
    earlier: tuple[Figure, ...] = ()

    def between(self, one: Figure, other: Figure) -> str:
        """What stands between two of its figures."""
        return self.text[one.end : other.start]

    def take_in(self) -> Statement:
        """The sentence before and this one, read as one."""
        shift = len(self.before) + 1
        behind = tuple(one._replace(start=one.start + shift, end=one.end + shift) for one in self.figures)
        offset = self.offset - shift
        return Statement(self.passage, offset, f"{self.before} {self.text}", (*self.earlier, *behind))


Find = Callable[[Statement], Mismatch | None]


@lru_cache(maxsize=2)
def list_statements(reading: Reading) -> tuple[Statement, ...]:
    """The sentences of the narrative in passages that state figures, each with its own and those before it."""
    return tuple(_walk_statements(reading))


def _walk_statements(reading: Reading) -> Iterator[Statement]:
    for passage in reading.passages.find_pattern(_FIGURED):
        before, earlier = "", tuple[Figure, ...]()
        for offset, text in split_sentences(passage.text) if passage.kind in NARRATIVE else ():
            figures = list_figures(text)
            if len(figures) <= MOST_FIGURES:
                yield Statement(passage, offset, text, figures, before, earlier)
                before, earlier = text, figures


def walk_figured(reading: Reading) -> Iterator[Statement]:
    """The sentences of the narrative that state two figures or more: those that may compute."""
    return (said for said in list_statements(reading) if len(said.figures) > 1)


def tell_mismatches(reading: Reading, finders: Iterable[Find], hint: str) -> Iterator[Finding]:
    """What the first of several questions finds wrong in each sentence with figures that people typed."""
    finders = tuple(finders)
    for said in list_statements(reading):
        if found := tell_first(said, (find(said) for find in finders), hint, said.figures):
            yield found


def tell_first(
    said: Statement, asked: Iterable[Mismatch | None], hint: str, beside: tuple[Figure, ...] = ()
) -> Finding | None:
    """The first mismatch of a sentence whose figure people typed, or one of those `beside` it."""
    for found in asked:
        if found is not None and is_typed(said.passage, said.offset, *beside, found.stated):
            return Finding.of(said.passage, found.message, hint, found.stated.text)
    return None


def join_clauses(find: Find) -> Find:
    """The same question asked of a sentence, then of it together with the clause before its semicolon or colon."""

    def ask(said: Statement) -> Mismatch | None:
        found = find(said)
        if found is not None or not said.before.endswith((";", ":")):
            return found
        joined, shift = find(said.take_in()), len(said.before) + 1
        if joined is None or joined.stated.start < shift:
            return None
        stated = joined.stated
        return Mismatch(stated._replace(start=stated.start - shift, end=stated.end - shift), joined.message)

    return ask


def is_typed(passage: Passage, offset: int, *figures: Figure) -> bool:
    """Whether people typed one of these figures: what placeholders give is right by itself."""
    return any(passage.is_typed(offset + figure.start, offset + figure.end) for figure in figures)


def compare_figure(stated: Figure, right: Decimal, said: str, others: Iterable[Figure]) -> Mismatch | None:
    """A mismatch where a figure is another than the one computed from `others`, beyond the rounding of all."""
    slack = add_slack(others)
    if lies_in(stated, right - slack, right + slack) or _is_far(stated.value, right):
        return None
    return Mismatch(stated, f"tertulis {stated.text}, {said} {stated.show(right)}")


#: A figure that is so many times another was never meant for it: the words were read wrongly.
_FAR = 4


def _is_far(stated: Decimal, right: Decimal) -> bool:
    return not is_mistyped(stated, right) and not right <= stated * _FAR <= right * _FAR * _FAR


def compare_difference(stated: Figure, one: Figure, other: Figure) -> Mismatch | None:
    """A mismatch where a figure is not the difference of two others, whichever of them is larger."""
    said = f"selisih {one.text} dan {other.text} adalah"
    return compare_figure(stated, abs(one.value - other.value), said, (one, other))


def compare_mean(stated: Figure, ones: Sequence[Figure]) -> Mismatch | None:
    """A mismatch where a figure is not the mean of others; there is at least one of these."""
    return compare_figure(stated, add_values(ones) / len(ones), "rata-ratanya", ones)
