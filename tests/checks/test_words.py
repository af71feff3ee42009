"""Words that affixes explain and that are slips all the same: verbs in -an, or one letter away from a frequent one."""

from __future__ import annotations

import pytest

from renjadoc.checks.words import is_right, read_known_words, suggest_word

WRONG = {
    "melampui": "melampaui",
    "mengalokasian": "mengalokasikan",
    "mengembangan": "mengembangkan",
    "dipersiapan": "dipersiapkan",
    "Meningkatannya": "Meningkatkannya",
    "menganggarakan": "menganggarkan",
    "mengelolah": "mengelola",
    "menfasilitasi": "memfasilitasi",
}


@pytest.mark.parametrize("word", WRONG)
def test_a_slip_of_a_verb_is_no_word_and_the_verb_is_suggested(word: str) -> None:
    known = read_known_words(frozenset())
    assert not is_right(word, known)
    assert suggest_word(word, known) == (WRONG[word], 1)


@pytest.mark.parametrize(
    "word",
    [
        "melampaui",
        "menahan",
        "disimpan",
        "melawan",
        "menekan",
        "meteran",
        "memverifikasi",
        "menembangkan",
        "diketahuinya",
        "takmir",
    ],
)
def test_right_verbs_and_nouns_that_look_alike_are_words(word: str) -> None:
    assert is_right(word, read_known_words(frozenset()))


def test_what_the_office_knows_is_right() -> None:
    assert is_right("mengalokasian", read_known_words(frozenset({"mengalokasian"})))
