"""Which member of an old sequence each member of a new one continues: by keys, or by likeness.

What stands in order between two equal stretches is found by `difflib`; which members were moved, by `order.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

#: Old index by new index.
Pairs = dict[int, int]
#: So many comparisons are made in one place; where there are more, somebody wrote another document.
_MOST_COMPARED = 100_000


def fold_name(name: str) -> str:
    """A name or title as such are compared: without case, with single blanks."""
    return " ".join(name.casefold().split())


def measure_likeness(one: str, other: str, least: float = 0.0) -> float:
    """How alike two texts are by their words and the order of these, from 0 to 1; 0 where that is below `least`."""
    from rapidfuzz.distance import Indel  # Late: most commands compare nothing by likeness, and it loads slowly.

    return Indel.normalized_similarity(one.split(), other.split(), score_cutoff=least)


def align_members(
    old: Sequence[Hashable], new: Sequence[Hashable], *, skims: bool = False
) -> Sequence[tuple[str, int, int, int, int]]:
    """What became of stretches in order: (`equal`, `replace`, `delete` or `insert`, from, to, from, to).

    `skims` passes over common members of long sequences, which would take hours.
    """
    from difflib import SequenceMatcher  # Late, as above.

    return SequenceMatcher(None, old, new, autojunk=skims).get_opcodes()


def find_near(name: str, known: Iterable[str], least: float = 0.6) -> str:
    """The known name that a misspelt one stands for; nothing where none is alike by `least`."""
    from difflib import get_close_matches  # Late, as above.

    return next(iter(get_close_matches(name, list(known), 1, least)), "")


def pair_by_keys(old: Sequence[Sequence[Hashable]], new: Sequence[Sequence[Hashable]]) -> Pairs:
    """Members with an equal key, in order; each states its keys from the surest to the weakest, None or "" for none.

    A key is only asked of members that no surer one has paired.
    """
    pairs: Pairs = {}
    for rank in range(max(map(len, [*old, *new]), default=0)):
        taken = set(pairs.values())
        free: dict[Hashable, list[int]] = defaultdict(list)
        for index, keys in enumerate(old):
            if index not in taken and keys[rank] not in {None, ""}:
                free[keys[rank]].append(index)
        for index, keys in enumerate(new):
            if index not in pairs and free.get(keys[rank]):
                pairs[index] = free[keys[rank]].pop(0)
    return pairs


def pair_alike(
    old: Iterable[int], new: Sequence[int], likeness: Callable[[int, int], float], least: float, *, ordered: bool
) -> Pairs:
    """For each new index the old one that it is most like (`likeness(old, new)`), if that is `least` or more.

    `ordered`: none stands before the one found for the new index before it.
    """
    free, pairs = list(old), {}
    for index in new if len(free) * len(new) <= _MOST_COMPARED else ():
        scores = {candidate: likeness(candidate, index) for candidate in free}
        best = max(scores, key=lambda candidate: scores[candidate], default=None)
        if best is not None and scores[best] >= least:
            pairs[index] = best
            free = free[free.index(best) + 1 :] if ordered else [one for one in free if one != best]
    return pairs
