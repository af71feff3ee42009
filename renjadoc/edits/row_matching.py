"""Which rows of two tables are the same: by a key of theirs, such as a code or a name, and among equals in order."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable


def pair_by_key(old: Iterable[Hashable], new: Iterable[Hashable], pairs: dict[int, int]) -> None:
    """Add to `pairs` (index of an old row -> index of a new one) the rows that are in none yet and have the same key.

    `old` and `new` are the keys of all rows. A key that is None or an empty text pairs nothing.
    """
    taken = set(pairs.values())
    free: dict[Hashable, deque[int]] = defaultdict(deque)
    for index, key in enumerate(new):
        if index not in taken:
            free[key].append(index)
    for index, key in enumerate(old):
        if index not in pairs and key not in {None, ""} and free.get(key):
            pairs[index] = free[key].popleft()


def pair_the_rest(old: int, new: int, pairs: dict[int, int]) -> None:
    """Pair what is left of `old` and `new` rows in order, if as many are left: they were renamed where they stand."""
    taken = set(pairs.values())
    left = [index for index in range(old) if index not in pairs]
    free = [index for index in range(new) if index not in taken]
    if len(left) == len(free):
        pairs.update(zip(left, free, strict=True))
