"""What an import would do to a folder: the edits, and what is not written; the same for Word, Excel and SIPD."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Self

from renjadoc.edits.chapters import write_folder
from renjadoc.edits.edit import Change, Edit
from renjadoc.edits.parts import group_edits, keep_parts, list_parts
from renjadoc.edits.stamps import Stamps


@dataclass(frozen=True)
class Conflict:
    """A change that is not written, and why; `old` in it is what the content says now, `base` what it said before.

    `edits` are what it takes to write it all the same, if that can be said; the other side is lost by them.
    """

    change: Change
    reason: str = ""
    base: str = ""
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell or a row that came in; `code` is that of a Problem, warnings included."""

    code: str
    file: str
    pointer: str
    source: str
    message: str
    hint: str


#: Of what came in: a sum that differs from its rows is told, and nothing is lost by it.
_WARNINGS = {"RJ072"}


@dataclass
class Plan:
    """The edits to the folder `root`, which tell the report and are what is written; and what is not written.

    `read` are the stamps of the folder as it was read.
    """

    root: Path
    read: Stamps
    edits: list[Edit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def changes(self) -> list[Change]:
        """The lines of the report."""
        return [change for edit in self.edits for change in edit.changes]

    @property
    def taken(self) -> set[str]:
        """The marks of what is written, for the history: it is not proposed again."""
        return {mark for change in self.changes for mark in change.marks}

    @property
    def choices(self) -> list[list[Edit]]:
        """What can be taken or left by itself, in the order of the report: an edit, all of a group, a new row of it."""
        return [keep_parts(group, [part]) for group in group_edits(self.edits) for part in list_parts(group)]

    def take(self, chosen: Collection[int]) -> Self:
        """The plan with those of its `choices` alone that are `chosen`, by their numbers."""
        numbers, taken = count(), list[Edit]()
        for group in group_edits(self.edits):
            parts = [part for part, number in zip(list_parts(group), numbers, strict=False) if number in chosen]
            taken += keep_parts(group, parts) if parts else []
        return replace(self, edits=taken)

    def decide(self, against: Collection[int]) -> Self:
        """The plan with the other side of some of its `conflicts`, by their numbers, and without these."""
        edits = [edit for number in sorted(against) for edit in self.conflicts[number].edits]
        left = [conflict for number, conflict in enumerate(self.conflicts) if number not in against]
        return replace(self, edits=[*self.edits, *edits], conflicts=left)

    @property
    def files(self) -> dict[str, str | None]:
        """Path in the folder -> new text, None for one that goes. Raises ProblemsFound if one was changed."""
        return write_folder(self.root, self.edits, self.read)

    @property
    def whole(self) -> bool:
        """Whether all that came in is written."""
        return not (self.conflicts or any(fault.code not in _WARNINGS for fault in self.faults))
