"""The edits that make the old files say what the branches say; known origins tell them, nothing is guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from renjadoc.absorption.building import Branch, Place, find_holder, plain_data
from renjadoc.absorption.units import UnitNode
from renjadoc.content.pointers import follow_pointer, join, split
from renjadoc.edits.edit import MOVED, Change, Edit
from renjadoc.edits.order import find_rising


@dataclass(frozen=True)
class DraftEdit:
    """An edit with the numbers of the changes it is told by, and where the units stood that it writes or removes."""

    edit: Edit
    changes: frozenset[int]
    units: frozenset[Place] = frozenset()


def derive_edits(
    file: str, data: object, branch: Branch, nodes: list[UnitNode], changes: list[Change]
) -> list[DraftEdit]:
    """The edits of one file that holds `data`; `nodes` are all units there were, those that are gone too."""
    derivation = _Derivation(file, data, nodes, changes)
    derivation.write_object("", branch)
    derivation.remove_rest()
    return derivation.drafts


def add_chapter(before: str, branch: Branch, schema: dict[str, str]) -> DraftEdit:
    """The edit that puts a new chapter before the one whose file is `before`; what stood elsewhere is written anew."""
    nodes = list(branch.all_nodes())
    numbers = frozenset(number for node in nodes for number in node.changes)
    return DraftEdit(Edit(before, "", "insert", {**schema, **plain_data(branch)}), numbers, _find_places(nodes))


def remove_chapter(file: str, nodes: list[UnitNode]) -> DraftEdit:
    """The edit that takes a chapter away; `nodes` are all units there were."""
    inside = [node for node in nodes if node.origin and node.origin.file == file]
    numbers = frozenset(number for node in inside for number in node.changes)
    return DraftEdit(Edit(file, "", "remove"), numbers, _find_places(inside))


class _Derivation:
    def __init__(self, file: str, data: Any, nodes: list[UnitNode], changes: list[Change]) -> None:
        self._file, self._data, self._changes = file, data, changes
        #: The units that stood at a place and below.
        self._inside: dict[str, list[UnitNode]] = defaultdict(list)
        for node in nodes:
            if node.origin and node.origin.file == file:
                for place in accumulate(split(find_holder(node.origin)), join, initial=""):
                    self._inside[place].append(node)
        #: What stays or is moved, and so is not removed.
        self._claimed: set[str] = set()
        #: The lists that stay, and how many members they had.
        self._lists: list[tuple[str, int]] = []
        self.drafts: list[DraftEdit] = []

    def write_object(self, at: str, branch: Branch) -> None:
        """An object that was one before, key by key."""
        old: dict[str, Any] = follow_pointer(self._data, at)
        behind = ""
        for key, new in branch.value.items():
            there = join(at, key)
            nodes = branch.nodes or list(branch.all_nodes())
            if key not in old:
                nodes = [node for member in new for node in member.all_nodes()] if _holds_branches(new) else nodes
                self._draft_write(Edit(self._file, there, "set", plain_data(new), behind=behind), nodes, whole=True)
            elif _holds_branches(new):
                self._write_list(there, new)
            elif new != old[key]:
                self._draft_write(Edit(self._file, there, "set", new), nodes)
            behind = key
        for key in sorted(old.keys() - branch.value.keys()):
            # Of a whole file only what units told is known.
            if (at and old[key] != []) or self._inside.get(f"/{key}"):
                self._draft_removal(join(at, key))

    def _write_value(self, at: str, branch: Branch) -> None:
        self._claimed.add(at)
        old = follow_pointer(self._data, at)
        if isinstance(old, dict) and isinstance(branch.value, dict):
            self.write_object(at, branch)
        elif old != branch.value:
            # What the old value held goes with it.
            nodes = [*branch.all_nodes(), *self._inside[at]]
            self._draft_write(Edit(self._file, at, "set", plain_data(branch)), nodes, whole=not isinstance(old, str))

    def _write_list(self, at: str, branches: list[Branch]) -> None:
        length = len(follow_pointer(self._data, at))
        self._lists.append((at, length))
        stays = self._find_staying(at, length, branches)
        gap = length
        gaps: list[int] = []
        for number in reversed(range(len(branches))):
            gap = stays.get(number, gap)
            gaps.append(gap)
        for number, (branch, gap) in enumerate(zip(branches, reversed(gaps), strict=True)):
            place, origin = join(at, gap), self._find_origin(branch)
            if number in stays:
                self._write_value(place, branch)
            elif origin is None or origin in self._claimed or place.startswith(f"{origin}/"):
                insert = Edit(self._file, place, "insert", plain_data(branch))
                self._draft_write(insert, list(branch.all_nodes()), whole=True)
            else:
                self._draft_move(place, origin, branch)
                self._write_value(origin, branch)

    def _find_staying(self, at: str, length: int, branches: list[Branch]) -> dict[int, int]:
        """Branches that stay in their list -> where they stood; those whose move is told do not."""
        index = {join(at, number): number for number in range(length)}
        own = [
            (number, index[origin])
            for number, branch in enumerate(branches)
            if (origin := self._find_origin(branch)) in index and origin not in self._claimed
        ]
        if [old for _, old in own] != sorted(old for _, old in own):
            own = [(number, old) for number, old in own if not self._is_moved(branches[number])]
        staying = find_rising([old for _, old in own])
        return {number: old for place, (number, old) in enumerate(own) if place in staying}

    def _is_moved(self, branch: Branch) -> bool:
        """Whether a change tells that it was moved; of a list, that all of its items were."""
        if branch.nodes:
            return bool(self._numbers_of(branch.nodes, moves=True))
        return all(self._is_moved(item) for item in branch.value["butir"])

    def _find_origin(self, branch: Branch) -> str | None:
        return branch.origin[1] if branch.origin and branch.origin[0] == self._file else None

    def remove_rest(self) -> None:
        """The members of lists that nothing stays or comes from."""
        for at, length in self._lists:
            for pointer in (join(at, number) for number in range(length)):
                if pointer not in self._claimed:
                    self._draft_removal(pointer)

    # Which changes an edit is told by

    def _numbers_of(self, nodes: Iterable[UnitNode], *, moves: bool) -> frozenset[int]:
        return frozenset(
            number for node in nodes for number in node.changes if (self._changes[number].kind == MOVED) == moves
        )

    def _draft_write(self, edit: Edit, nodes: list[UnitNode], *, whole: bool = False) -> None:
        """An edit that writes what `nodes` say; `whole` if it does not only change a text."""
        numbers = self._numbers_of(nodes, moves=False)
        if edit.action == "insert" or not numbers:
            numbers |= self._numbers_of(nodes, moves=True)
        self.drafts.append(DraftEdit(edit, numbers, _find_places(nodes) if whole else frozenset()))

    def _draft_move(self, place: str, origin: str, branch: Branch) -> None:
        nodes = list(branch.all_nodes())
        numbers = self._numbers_of(nodes, moves=True) or self._numbers_of(branch.nodes, moves=False)
        self.drafts.append(DraftEdit(Edit(self._file, place, "move", source=origin), numbers))

    def _draft_removal(self, pointer: str) -> None:
        inside = self._inside[pointer]
        numbers = frozenset(number for node in inside for number in node.changes)
        self.drafts.append(DraftEdit(Edit(self._file, pointer, "remove"), numbers, _find_places(inside)))


def _find_places(nodes: Iterable[UnitNode]) -> frozenset[Place]:
    return frozenset((node.origin.file, find_holder(node.origin)) for node in nodes if node.origin)


def _holds_branches(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Branch)
