"""The plan that a Renja Perubahan changes: which of its rows each row of the changed plan continues."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

from renjadoc.content.folder import Folder
from renjadoc.matching import fold_name, pair_by_keys
from renjadoc.nomenclature.entry import DEPTHS
from renjadoc.tables.computed import sum_amounts
from renjadoc.tables.layout import Node


class Pair(NamedTuple):
    """A row before and after, with those below it; one of both may be missing. `level` is the key of its list."""

    level: str
    before: Node | None
    after: Node | None
    below: list[Pair]

    @property
    def node(self) -> Node:
        """The row as it is, or as it was where it is gone."""
        node = self.after if self.after is not None else self.before
        assert node is not None
        return node

    def amount(self, key: str = "pagu") -> tuple[int | None, int | None]:
        """An amount before and after, in rupiah; what is not there has none, and a row without any money has None."""
        before, after = (sum_amounts(node, key) if node is not None else 0 for node in (self.before, self.after))
        return before, after


def pair_plans(before: Node, after: Node) -> list[Pair]:
    """The programs of both plans in the order of the new one; what is gone stands behind what it stood behind."""
    return _pair_rows(tuple(DEPTHS), before, after)


def _pair_rows(lists: tuple[str, ...], before: Node | None, after: Node | None) -> list[Pair]:
    if not lists:
        return []
    level, *_ = lists
    old, new = ((node or {}).get(level, []) for node in (before, after))
    pairs = pair_by_keys([_keys_of(node) for node in old], [_keys_of(node) for node in new])
    found = []
    for index, node in enumerate(new):
        was = old[pairs[index]] if index in pairs else None
        found.append(Pair(level, was, node, _pair_rows(lists[1:], was, node)))
    place_of = {was: place for place, was in pairs.items()}
    behind = 0
    gone: list[tuple[int, Pair]] = []
    for index, node in enumerate(old):
        if index in place_of:
            behind = place_of[index] + 1
        else:
            gone.append((behind, Pair(level, node, None, _pair_rows(lists[1:], node, None))))
    # From the last place on, as what is put in moves all behind it: rows that were moved leave the places unordered.
    gone.sort(key=lambda one: one[0])
    for place, pair in reversed(gone):
        found.insert(place, pair)
    return found


def _keys_of(node: Node) -> tuple[Hashable, ...]:
    """By what a row is known, the surest first: its code, unless that is a general one, then its name."""
    return node.get("kode") or None, fold_name(node["nama"])


class Amendment(NamedTuple):
    """A plan of a Renja Perubahan and the one before it, row by row."""

    before: Node
    after: Node
    pairs: list[Pair]

    def amount(self, key: str = "pagu") -> tuple[int | None, int | None]:
        """The amount of both plans as a whole."""
        return sum_amounts(self.before, key), sum_amounts(self.after, key)

    def walk(self) -> list[Pair]:
        """Every row, parents before children."""
        return [one for pair in self.pairs for one in _walk_pairs(pair)]


def _walk_pairs(pair: Pair) -> list[Pair]:
    return [pair, *(one for below in pair.below for one in _walk_pairs(below))]


def find_amendment(folder: Folder, name: str, data: Node) -> Amendment | None:
    """How a plan of the folder, by its name, differs from the fixed one; None in what is no Renja Perubahan."""
    if "perubahan" not in folder.facts or data.get("jenis") != "rencana-program":
        return None
    before = folder.sebelum[name].data if name in folder.sebelum else {"program": []}
    return Amendment(before, data, pair_plans(before, data))


def difference(amounts: tuple[int | None, int | None]) -> int | None:
    """After less before; what is not known counts as nothing, None where neither is known."""
    before, after = amounts
    return None if before is None and after is None else (after or 0) - (before or 0)


#: What a row says of itself; the other keys hold what stands below it.
_OWN_KEYS = ("pagu", "target", "indikator", "lokasi", "nama", "kode")


def is_changed(pair: Pair) -> bool:
    """Whether a row itself is new, gone, or says something else than before."""
    if pair.before is None or pair.after is None:
        return True
    return any(_join_blanks(pair.before.get(key)) != _join_blanks(pair.after.get(key)) for key in _OWN_KEYS)


def _join_blanks(value: object) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value
