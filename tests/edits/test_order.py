"""Which members of a sequence need not have moved: as many as possible, and in order."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from renjadoc.edits.order import find_moved, find_rising


def is_rising(numbers: list[int]) -> bool:
    return all(one < other for one, other in pairwise(numbers))


@given(st.lists(st.integers(0, 9), max_size=8))
def test_no_longer_row_rises_than_the_one_that_stays(places: list[int]) -> None:
    stays = sorted(find_rising(places))
    assert is_rising([places[at] for at in stays])
    longer = combinations(places, len(stays) + 1)
    assert not any(is_rising(list(row)) for row in longer)


def test_moved_is_what_does_not_rise_with_the_others() -> None:
    assert find_moved([1, 2, 0]) == {0}
    assert find_moved([0, 1, 2]) == set()
