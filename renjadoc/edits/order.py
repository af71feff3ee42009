"""Which members of a sequence were moved, and which stayed in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def find_rising(places: Sequence[int]) -> set[int]:
    """The positions of a longest rising row of numbers: those that need not have moved."""
    ends: list[int] = []
    chain: list[int] = []
    before: dict[int, int] = {}
    for number, place in enumerate(places):
        spot = bisect_left(ends, place)
        ends[spot : spot + 1] = [place]
        chain[spot : spot + 1] = [number]
        before[number] = chain[spot - 1] if spot else -1
    kept = set()
    number = chain[-1] if chain else -1
    while number >= 0:
        kept.add(number)
        number = before[number]
    return kept


def find_moved(order: Sequence[int]) -> set[int]:
    """Those that were moved: all but a longest rising run."""
    return set(order) - {order[place] for place in find_rising(order)}
