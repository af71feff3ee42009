"""What an import would do to a folder: the edits, and what is not written; the same for Word, Excel and SIPD."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Change, Edit


@dataclass(frozen=True)
class Conflict:
    """A change that is not written, and why; `old` in it is what the content says now, `base` what it said before."""

    change: Change
    reason: str = ""
    base: str = ""


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
    """The edits to the folder `root`, which tell the report and are what is written; and what is not written."""

    root: Path
    edits: list[Edit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def changes(self) -> list[Change]:
        """The lines of the report."""
        return [change for edit in self.edits for change in edit.changes]

    @property
    def files(self) -> dict[str, str]:
        """Path in the folder -> new text, for every file that is written."""
        return write_texts(self.root, self.edits)

    @property
    def whole(self) -> bool:
        """Whether all that came in is written."""
        return not (self.conflicts or any(fault.code not in _WARNINGS for fault in self.faults))
