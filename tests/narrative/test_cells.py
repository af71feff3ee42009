"""Quick searches of long tables find what the plain pattern finds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from renjadoc.content.load import Source
from renjadoc.narrative.cells import CellTexts

_TWICE = re.compile(r"\b([A-Za-z]{2,}+) (?i:\1)\b(?!-)")
_TEXTS = st.lists(st.text(st.sampled_from("aBé “1_-.\n"), max_size=12), max_size=8)


def cells(texts: list[str]) -> CellTexts:
    data: dict[str, Any] = {"jenis": "bebas", "baris": texts}
    return CellTexts(Source(Path("x.json"), "x.json", "", data))


@given(_TEXTS)
def test_doubled_words(texts: list[str]) -> None:
    assert {text for text in texts if _TWICE.search(text)} <= set(cells(texts).find_doubled())


def test_the_words_of_two_texts_are_not_doubled() -> None:
    assert cells(["satu dua", "Dua tiga", "tiga Tiga"]).find_doubled() == ["tiga Tiga"]


@given(st.lists(st.text(st.sampled_from("12.é "), max_size=9), max_size=8))
def test_a_pattern_to_which_all_digits_are_alike(texts: list[str]) -> None:
    pattern = re.compile(r"\d{4}")
    assert cells(texts).find_pattern(pattern) == [text for text in dict.fromkeys(texts) if pattern.search(text)]


@given(st.lists(st.text(st.sampled_from("aB19é. "), max_size=6), max_size=9), st.sampled_from(["b1", "a", "é.", "1.9"]))
def test_texts_that_hold_a_word_are_among_those_found(texts: list[str], word: str) -> None:
    """Texts of one shape are found together, each only once; no text is passed over."""
    found = cells(texts).find_words((word,))
    assert {text for text in texts if word in text.lower()} <= set(found)
    assert len(found) == len(set(found))
