"""Which unit of the content now is which of the document that went out, whoever changed what since."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.absorption.alignment import align_units
from renjadoc.absorption.proposals import Proposal
from renjadoc.absorption.units import Unit

ONE, TWO, THREE = "Dinas menata arsip desa", "Kantor memiliki gedung baru", "Petani menanam padi sawah"


def units(*texts: str, file: str = "bab-1.json", kind: str = "paragraf") -> list[Unit]:
    return [Unit(file, f"/isi/{number}", kind, 0, text) for number, text in enumerate(texts)]


def came_back(*texts: tuple[int | None, str]) -> list[Proposal]:
    """What lines say that came back, each with the index of what it was."""
    return [Proposal(unit, base) for (base, text) in texts for unit in units(text)]


@settings(max_examples=40)
@given(st.permutations([ONE, TWO, THREE, "Empat", "Lima"]), st.integers(0, 5))
def test_what_says_the_same_is_known_wherever_it_stands(now: list[str], count: int) -> None:
    base = [ONE, TWO, THREE, "Empat", "Lima"]
    proposals = came_back(*enumerate(base))
    found = align_units(units(*base), units(*now[:count]), proposals)
    assert {new: base[old] for new, old in found.known.items()} == dict(enumerate(now[:count]))
    assert found.twins == {}


@pytest.mark.parametrize(
    ("now", "known"),
    [
        ([ONE, f"{TWO} sekali", THREE], {0: 0, 1: 1, 2: 2}),
        ([ONE, "Sama sekali lain", THREE], {0: 0, 1: 1, 2: 2}),
        ([ONE, "Sama sekali lain", "Dan ini juga", THREE], {0: 0, 3: 2}),
        ([ONE, THREE], {0: 0, 1: 2}),
        ([ONE, TWO, "Sisipan", THREE], {0: 0, 1: 1, 3: 2}),
    ],
)
def test_between_neighbours_what_is_alike_or_stands_for_it_is_it(now: list[str], known: dict[int, int]) -> None:
    base = [ONE, TWO, THREE]
    assert align_units(units(*base), units(*now), came_back(*enumerate(base))).known == known


def test_what_was_written_anew_stands_for_what_did_not_come_back_no_more() -> None:
    base, now = units(ONE, TWO, THREE), units(ONE, "Sama sekali lain", THREE)
    assert align_units(base, now, came_back((0, ONE), (2, THREE))).known == {0: 0, 2: 2}
    other = [now[0], Unit("bab-1.json", "/isi/1", "butir", 1, "Sama sekali lain"), now[2]]
    assert align_units(base, other, came_back((0, ONE), (1, TWO), (2, THREE))).known == {0: 0, 2: 2}


def test_what_was_absorbed_before_is_known_again() -> None:
    base = units(ONE, TWO, THREE)
    proposals = came_back((0, f"{ONE} lagi"), (None, "Sisipan orang"), (1, TWO), (2, THREE))
    absorbed = units(f"{ONE} lagi", "Sisipan orang", TWO, THREE)
    found = align_units(base, absorbed, proposals)
    assert (found.known, found.twins) == ({0: 0, 2: 1, 3: 2}, {1: 1})


def test_what_somebody_wrote_too_is_no_second_time_new() -> None:
    proposals = came_back((0, ONE), (1, TWO), (None, "Sisipan orang"))
    found = align_units(units(ONE, TWO), units("Sisipan orang", ONE, TWO), proposals)
    assert (found.known, found.twins) == ({1: 0, 2: 1}, {2: 0})


def test_what_only_came_back_changed_is_known_by_that() -> None:
    base = units(ONE, TWO, THREE)
    proposals = came_back((0, ONE), (1, "Kalimat yang lain sama sekali"), (2, THREE))
    found = align_units(base, units("Kalimat yang lain sama sekali", ONE, THREE), proposals)
    assert found.known == {0: 1, 1: 0, 2: 2}
