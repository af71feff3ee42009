"""Searching all passages as one finds those that a search of each one finds, in reading order."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from renjadoc.content.load import Source
from renjadoc.narrative.passages import Passage, Passages
from renjadoc.span import Span

_SOURCE = Source(Path("bab-1.json"), "bab-1.json", "")
_TEXTS = st.lists(st.text(st.sampled_from("aBé12. “"), max_size=9), max_size=8)


def passages(texts: list[str]) -> Passages:
    return Passages(Passage(_SOURCE, f"/isi/{n}", "paragraf", (Span(text),)) for n, text in enumerate(texts))


def pointers(found: list[Passage]) -> list[str]:
    return [passage.pointer for passage in found]


@given(_TEXTS, st.sampled_from(["a", "b1", "é.", "1 ", "aa"]))
def test_words_in_small_letters(texts: list[str], word: str) -> None:
    wanted = [f"/isi/{n}" for n, text in enumerate(texts) if word in text.lower()]
    assert pointers(passages(texts).find_words((word,))) == wanted


def test_a_letter_that_grows_when_made_small_hides_no_other() -> None:
    # Made small, the first text is longer by nine characters: a place in it would fall into the second.
    assert pointers(passages(["İ" * 9 + " Tabel 2", "lain"]).find_words(("tabel",))) == ["/isi/0"]


@given(_TEXTS, st.lists(st.sampled_from(["a", "B1", "é.", "1 ", "BB"]), max_size=3))
def test_words_in_just_these_letters(texts: list[str], words: list[str]) -> None:
    wanted = [f"/isi/{n}" for n, text in enumerate(texts) if any(word in text for word in words)]
    assert pointers(passages(texts).find_exact(words)) == wanted


@given(_TEXTS, st.sampled_from([r"\d{2}", r"\ba", r"B+\.", r"1\b", r"(?<!a)B"]))
def test_patterns(texts: list[str], written: str) -> None:
    pattern = re.compile(written)
    wanted = [f"/isi/{n}" for n, text in enumerate(texts) if pattern.search(text)]
    assert pointers(passages(texts).find_pattern(pattern)) == wanted


@given(_TEXTS)
def test_texts_of_which_something_is_true(texts: list[str]) -> None:
    wanted = [f"/isi/{n}" for n, text in enumerate(texts) if text.endswith("a")]
    assert pointers(passages(texts).find_where(lambda text: text.endswith("a"))) == wanted


def test_what_is_typed_is_told_from_what_was_computed() -> None:
    spans = Span("Pagu "), Span("Rp5.000", source="{{ pagu }}"), Span(" rupiah"), Span("siapa", open=True)
    passage = Passage(_SOURCE, "", "paragraf", spans)
    assert passage.text == "Pagu Rp5.000 rupiahsiapa"
    assert [passage.is_typed(0, 4), passage.is_typed(3, 7), passage.is_typed(12, 19), passage.is_typed(18, 22)] == [
        True, False, True, False,
    ]  # fmt: skip
