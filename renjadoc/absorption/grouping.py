"""Which edits are taken together or not at all, and the lines of the report that each group is told by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import replace

from renjadoc.absorption.derivation import DraftEdit
from renjadoc.content.pointers import join, split
from renjadoc.edits.edit import Change, Edit

_CONTENTS = re.compile(r"(?:/bagian/\d+)*/isi")


def group_edits(drafts: list[DraftEdit], changes: list[Change], bonds: dict[int, set[int]]) -> list[Edit]:
    """The edits in the order of the report; `bonds`: number of a change -> the paragraphs that it splits or joins."""
    drafts = _tell_turned_moves(drafts, changes)
    groups = _Groups(len(drafts))
    groups.join_all(_find_shared(drafts, bonds))
    groups.join_all(_find_rescued(drafts))
    _join_untold(groups, drafts)
    _join_crossed(groups, drafts)
    edits: list[Edit] = []
    for members in sorted(groups.list_groups(), key=lambda members: _first_change(drafts, members)):
        numbers = sorted({number for index in members for number in drafts[index].changes})
        name = str(numbers[0] if numbers else -1) if len(members) > 1 else ""
        told = tuple(changes[number] for number in numbers)
        edits += [
            replace(drafts[index].edit, group=name, changes=() if place else told)
            for place, index in enumerate(members)
        ]
    return edits


def _tell_turned_moves(drafts: list[DraftEdit], changes: list[Change]) -> list[DraftEdit]:
    """A move that was told and is not made, as the list that it passed moves the other way: that is told by it."""
    told = {number for draft in drafts for number in draft.changes}
    untold: dict[str, set[int]] = defaultdict(set)
    for number, change in enumerate(changes):
        if number not in told:
            untold[change.file].add(number)
    return [replace(draft, changes=draft.changes or frozenset(untold[draft.edit.file])) for draft in drafts]


class _Groups:
    """Numbers that belong together (a union-find)."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def find_leader(self, member: int) -> int:
        while self._leader[member] != member:
            member = self._leader[member]
        return member

    def join_members(self, members: list[int]) -> None:
        for member in members[1:]:
            one, other = sorted((self.find_leader(members[0]), self.find_leader(member)))
            self._leader[other] = one

    def join_all(self, groups: Iterator[list[int]]) -> None:
        for members in groups:
            self.join_members(members)

    def list_groups(self) -> list[list[int]]:
        """The groups, each in the order of its members."""
        groups: dict[int, list[int]] = defaultdict(list)
        for member in range(len(self._leader)):
            groups[self.find_leader(member)].append(member)
        return list(groups.values())


def _first_change(drafts: list[DraftEdit], members: list[int]) -> int:
    return min((number for index in members for number in drafts[index].changes), default=-1)


def _find_shared(drafts: list[DraftEdit], bonds: dict[int, set[int]]) -> Iterator[list[int]]:
    """Edits told by one change, edits that write and remove one unit, and the parts of a split or joined paragraph."""
    sharing: dict[Hashable, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        for number in draft.changes:
            sharing["perubahan", number].append(index)
            for seed in bonds.get(number, ()):
                sharing["paragraf", seed].append(index)
        for unit in draft.units:
            sharing[unit].append(index)
    yield from sharing.values()


def _find_rescued(drafts: list[DraftEdit]) -> Iterator[list[int]]:
    """What is moved out of a place goes with the edit that removes or replaces that place."""
    gone = {
        (draft.edit.file, draft.edit.pointer): index
        for index, draft in enumerate(drafts)
        if draft.edit.action in {"remove", "set"}
    }
    for index, draft in enumerate(drafts):
        keys = split(draft.edit.source)
        around = [(draft.edit.file, join("", *keys[:length])) for length in range(1, len(keys))]
        yield [index, *(gone[place] for place in around if place in gone)]


def _join_untold(groups: _Groups, drafts: list[DraftEdit]) -> None:
    """What no change tells came about by those of the same place: a list that a new paragraph cuts in two."""
    places = [_find_places(draft) for draft in drafts]
    for members in groups.list_groups():
        if _first_change(drafts, members) < 0:
            here = set().union(*(places[index] for index in members))
            near = [index for index in range(len(drafts)) if here & places[index]]
            file = [index for index, draft in enumerate(drafts) if draft.edit.file == drafts[members[0]].edit.file]
            groups.join_members([*members, *(near if _first_change(drafts, near) >= 0 else file)])


def _find_places(draft: DraftEdit) -> set[tuple[str, str]]:
    """The contents of the sections that an edit changes; those of the file where it changes sections."""
    places = set()
    is_text = draft.edit.action == "set" and not draft.units
    for pointer in () if is_text else (draft.edit.pointer, draft.edit.source):
        if pointer:
            match = _CONTENTS.match(pointer)
            places.add((draft.edit.file, match[0] if match else ""))
    return places


def _join_crossed(groups: _Groups, drafts: list[DraftEdit]) -> None:
    """What comes to one place stands there in the order of the edits, which the order of the report must not turn."""
    gaps: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        if draft.edit.action in {"insert", "move"}:
            gaps[draft.edit.file, draft.edit.pointer].append(index)
    turned = True
    while turned:
        turned = False
        firsts = {index: _first_change(drafts, members) for members in groups.list_groups() for index in members}
        for members in gaps.values():
            order = [firsts[index] for index in members]
            if order != sorted(order):
                groups.join_members(members)
                turned = True
