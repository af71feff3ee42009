"""Cuts a printed text into its sentences; the parts of a list within one are taken for sentences too."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_SENTENCE = re.compile(r"(?<=[.:])\s+(?=[A-Z“])|(?<=;)\s+")


@lru_cache(maxsize=2048)
def split_sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a text with their offsets."""
    gaps = [match.span() for match in _SENTENCE.finditer(text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def find_sentence(text: str, place: int) -> str:
    """The sentence of a text in which a place lies."""
    sentences = split_sentences(text)
    return sentences[max(0, bisect_right(sentences, place, key=lambda one: one[0]) - 1)][1]
