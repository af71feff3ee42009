"""Uncommon right words and names of places, written without a look at the rules, are not told; slips of them are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.checks.words import find_standard, is_likely_slip, is_right, read_known_words, read_terms, suggest_word
from tests.checks.examples import find_problems

Change = Callable[[Example], Path]
RIGHT = Path(__file__).parent / "kata-benar"
NAMES = (RIGHT / "nama.txt").read_text("utf-8").splitlines()
#: So few lines that no name stands three times and is let pass for that.
SHARE = 12


def _conclude(*sentences: str) -> Example:
    return Example((f"bab-5.json := {json.dumps({'judul': 'Penutup', 'isi': sentences})}",))


def test_uncommon_right_words_are_known() -> None:
    text = re.sub("#.*", "", (RIGHT / "kata.txt").read_text("utf-8"))
    known = read_known_words(frozenset())
    assert [word for word in text.split() if find_standard(word, frozenset()) or not is_right(word, known)] == []


@pytest.mark.parametrize("first", range(0, len(NAMES), SHARE))
def test_names_of_places_are_not_told(first: int, changed: Change) -> None:
    assert find_problems(changed(_conclude(*NAMES[first : first + SHARE])), "RJ509") == []


@pytest.mark.parametrize("word", ["meleset", "melesat", "trase", "Bamuskal", "bakteriologis", "terelokasi"])
def test_terms_that_were_told_are_right(word: str) -> None:
    assert is_right(word, read_known_words(frozenset()))


@pytest.mark.parametrize("word", ["terambat", "nakah", "bakterilogis", "terelokasii", "metodelogis"])
def test_slips_of_such_words_are_none(word: str) -> None:
    assert not is_right(word, read_known_words(frozenset()))


@pytest.mark.parametrize(("word", "is_slip"), [("Burangkeng", False), ("Penyelengaran", True), ("Retrospekif", True)])
def test_a_word_with_a_capital_two_letters_away_is_a_slip_where_it_has_affixes(word: str, is_slip: bool) -> None:
    meant, distance = suggest_word(word, read_terms())
    assert is_likely_slip(word, meant, distance, 1) is is_slip


@pytest.mark.parametrize(
    "sentence",
    [
        "Bidang Perencanaan, Penganggaran, dan Pelaporn menyusun rencana.",
        "Kepala Bidang Pemasran hadir bersama Camat Wanareja, Majenang, dan Cimanggu.",
        "Rehabilitasi Penigkatan–Pembangunan dilaksanakan.",
    ],
)
def test_a_slip_among_known_words_with_capitals_is_found(sentence: str, changed: Change) -> None:
    assert find_problems(changed(_conclude(sentence)), "RJ509")
