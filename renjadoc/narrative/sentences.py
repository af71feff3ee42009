"""Cuts a printed text into its sentences; the parts of a list within one are taken for sentences too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

#: What goes on for longer is cut between words: no person wrote it as a sentence, and rules that ask of every figure
#: what stands before it would read it anew for each.
MAX_SENTENCE = 2_000
_SENTENCE = re.compile(r"(?<=[.:])\s+(?=[A-Z“])|(?<=;)\s+")


@lru_cache(maxsize=2048)
def split_sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a text with their offsets."""
    gaps = [match.span() for match in _SENTENCE.finditer(text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return [piece for start, end in zip(starts, ends, strict=True) for piece in _cut_long(text, start, end)]


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = cut if cut > 0 else start + MAX_SENTENCE
        yield start, text[start:cut]
        start = cut
    yield start, text[start:end]


def locate_sentence(text: str, place: int) -> tuple[int, str]:
    """The sentence of a text in which a place lies, with its offset."""
    sentences = split_sentences(text)
    return sentences[max(0, bisect_right(sentences, place, key=lambda one: one[0]) - 1)]


def find_sentence(text: str, place: int) -> str:
    """The sentence of a text in which a place lies."""
    return locate_sentence(text, place)[1]
