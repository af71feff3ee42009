"""Cuts a printed text into its sentences; the parts of a list within one are taken for sentences too."""

from __future__ import annotations

import re
from functools import lru_cache

_SENTENCE = re.compile(r"(?<=[.:])\s+(?=[A-Z“])|(?<=;)\s+")


@lru_cache(maxsize=2048)
def split_sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a text with their offsets."""
    gaps = [match.span() for match in _SENTENCE.finditer(text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]
