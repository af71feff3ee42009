"""A text cut into sentences: every letter once, in its place, and none longer than a person writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc.narrative.sentences import MAX_SENTENCE, find_sentence, locate_sentence, split_sentences


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    """What another test asked before says nothing of the code as it is now."""
    split_sentences.cache_clear()


_PIECES = st.sampled_from(["Kalimat satu.", " ", "Dua; ", "tiga", ": Empat", "\u201c", "x" * MAX_SENTENCE, "ya " * 900])


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_every_letter_stands_in_one_sentence(text: str) -> None:
    sentences = split_sentences(text)
    end = 0
    for start, sentence in sentences:
        assert text[start : start + len(sentence)] == sentence
        assert not text[end:start].strip()
        assert len(sentence) <= MAX_SENTENCE
        end = start + len(sentence)
    assert end == len(text)


def test_what_goes_on_too_long_is_cut_between_words() -> None:
    text = "kata " * 1_000
    sentences = [sentence for _, sentence in split_sentences(text)]
    assert [len(sentence) for sentence in sentences] == [1_999, 1_995, 1_006]
    assert all(set(sentence.split()) <= {"kata"} for sentence in sentences)
    assert "kata" in find_sentence(text, 4_000)


def test_sentences_end_at_points_colons_before_capitals_and_at_semicolons() -> None:
    assert split_sentences("Satu: dua; tiga. Empat: Lima.\n“Enam” pasal 3. tujuh") == [
        (0, "Satu: dua;"), (11, "tiga."), (17, "Empat:"), (24, "Lima."), (30, "“Enam” pasal 3. tujuh"),
    ]  # fmt: skip
    assert split_sentences("") == [(0, "")]


def test_a_place_lies_in_the_sentence_that_begins_at_it_or_before() -> None:
    text = "Satu. Dua. Tiga"
    found = [locate_sentence(text, place) for place in (0, 4, 5, 6, 9, 11, 14, 99)]
    assert found == [(0, "Satu.")] * 3 + [(6, "Dua.")] * 2 + [(11, "Tiga")] * 3


def test_what_just_fits_is_not_cut_and_a_word_without_blanks_is_cut_within() -> None:
    just = "x" * MAX_SENTENCE
    assert split_sentences(just) == [(0, just)]
    assert split_sentences(f"{just}x") == [(0, just), (MAX_SENTENCE, "x")]
    assert split_sentences(f"ya {just}") == [(0, "ya"), (2, f" {just[1:]}"), (2 + MAX_SENTENCE, "x")]
