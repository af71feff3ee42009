"""What two figures make of a third, and when an unknown word is a slip of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.checks.relations import follows_from, hold_back
from renjadoc.checks.rule import Finding
from renjadoc.checks.shared_parts import _is_made_of
from renjadoc.checks.stated import list_figures
from renjadoc.checks.words import is_likely_slip
from renjadoc.reading import Reading
from tests.conftest import read


@pytest.mark.parametrize(
    ("text", "value", "strict", "loose"),
    [
        ("60 orang dari 480 orang adalah 12,5%", 60, True, True),
        ("60 orang dari 500 orang adalah 12%", 60, False, True),  # Of two digits it may be by chance.
        ("61 orang dari 480 orang adalah 12,5%", 61, False, False),
        ("120 orang, yaitu 80 orang dan 40 orang", 120, True, True),
        ("120 orang, yaitu 80 orang dan 41 orang", 120, False, False),
        ("1.350 ton dari 45 ton dalam 30 hari", 1350, True, True),
    ],
)
def test_what_two_figures_make(text: str, value: int, strict: bool, loose: bool) -> None:
    stated, one, other = list_figures(text)
    assert follows_from(Decimal(value), stated, one, other) is strict
    assert follows_from(Decimal(value), stated, one, other, is_strict=False) is loose


@pytest.mark.parametrize(
    ("text", "is_made"),
    [
        ("4.600 nomor, yakni 4.140 mikro (90%) dan 460 kecil (10%)", True),
        ("4.600 nomor, yakni 4.140 mikro (90%) dan 450 kecil (10%)", False),
        ("100 nomor, yakni 60% mikro dan 40% kecil", False),
        ("4.600 nomor, yakni 4.600 mikro", False),
    ],
)
def test_counts_of_other_nouns_make_up_a_whole(text: str, is_made: bool) -> None:
    whole, *behind = list_figures(text)
    assert _is_made_of(whole, behind) is is_made


@pytest.mark.parametrize(
    ("word", "meant", "distance", "is_slip"),
    [
        ("kegitan", "kegiatan", 1, True),
        ("pembangnnan", "pembangunan", 2, True),
        ("pembelanguan", "pembangunan", 3, False),
        ("desarm", "dasar", 2, False),  # A short word two letters away is another word.
        ("kapitalisasi", "kapitulasi", 2, False),  # A loanword that the dictionary lacks.
        ("kegitan", "", 0, False),
        ("kkegggiatan", "", 0, True),
        ("Purbasari", "purbasara", 1, True),
        ("Kurnia", "kurma", 1, False),
    ],
)
def test_an_unknown_word_is_a_slip(word: str, meant: str, distance: int, is_slip: bool) -> None:
    assert is_likely_slip(word, meant, distance, 1) is is_slip


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Empat per lima pendapatan masih berasal dari transfer.", 0),
        ("Sebanyak empat per 100 orang belum dilayani.", 0),
        ("Sebanyak empat desa telah melapor.", 1),
    ],
)
def test_a_fraction_in_words_counts_nothing(text: str, count: int) -> None:
    assert len([one for one in list_figures(text) if one.text.casefold().startswith("empat")]) == count


@pytest.mark.parametrize(("written", "is_told"), [("94,8%", False), ("95,8%", True)])
def test_a_rule_holds_back_what_its_paragraph_makes(
    written: str, is_told: bool, changed: Callable[[Example], Path]
) -> None:
    text = f"Pelatihan diikuti 474 orang, kurang 26 orang dari target 500 orang, atau setara {written}."
    reading = Reading(read(changed(Example((f'bab-5.json /isi/0 = "{text}"',)))))

    @hold_back
    def tell_all(reading: Reading) -> Iterator[Finding]:
        for passage in reading.passages.find_words(("setara",)):
            yield Finding.of(passage, "", "", written)

    assert bool(list(tell_all(reading))) is is_told
