"""A text cut into sentences: every letter once, in its place, and none longer than a person writes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renjadoc.narrative.sentences import MAX_SENTENCE, find_sentence, split_sentences

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
    assert len(sentences) > 1
    assert all(set(sentence.split()) <= {"kata"} for sentence in sentences)
    assert "kata" in find_sentence(text, 4_000)
