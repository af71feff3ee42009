"""What paragraphs of a document that came back are known by, once what they propose was taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from renjadoc.absorption.proposals import Proposal
from renjadoc.absorption.units import Unit
from renjadoc.edits.edit import MOVED
from renjadoc.edits.taken import TakenMarks
from renjadoc.word.reader.made import MadeDocument


def name_document(document: MadeDocument, *, is_spare: bool) -> str:
    """What all copies of the document have alone: what they were made with; of one that lost that, what it says."""
    if is_spare:
        return "\n".join(paragraph.text for paragraph in document.paragraphs)
    return "\n".join([*(f"{base.anchor} {base.source}" for base in document.base), *sorted(document.rows)])


class TakenTexts:
    """The marks of what a document's proposals say, by the proposals, which are given in order."""

    def __init__(self, marks: TakenMarks, proposals: Iterable[Proposal]) -> None:
        self._marks = marks
        self._text: dict[int, str] = {}
        self._move: dict[int, str] = {}
        counts: Counter[tuple[str, ...]] = Counter()
        before = ""
        for one in proposals:
            unit = one.unit
            # What is new is told from its like by what stands above it.
            said = (one.known_by or unit.text, unit.kind, str(unit.level), before if one.base is None else "\n")
            self._text[id(one)] = marks.make("teks", *said, str(counts[said]))
            self._move[id(one)] = marks.make("pindah", unit.text, before)
            counts[said] += 1
            before = unit.text

    def mark_change(self, kind: str, one: Proposal) -> str:
        """The mark of a change that is told of a proposal; of what is gone it is made of what that was."""
        marks = self._move if kind == MOVED else self._text
        return marks.get(id(one)) or self._mark_removal(one.unit)

    def is_taken(self, one: Proposal, *, differs: bool = False) -> bool:
        """Whether what a proposal says was taken; `differs`: the folder says something else now."""
        return self._marks.pass_over(self._text[id(one)], one.shown if differs else "")

    def is_move_taken(self, one: Proposal) -> bool:
        return self._marks.pass_over(self._move[id(one)])

    def is_removal_taken(self, unit: Unit) -> bool:
        return self._marks.pass_over(self._mark_removal(unit), f"(dihapus) {unit.text}")

    def _mark_removal(self, unit: Unit) -> str:
        said = (unit.pointer, unit.text) if unit.text else (str(unit.raw),)
        return self._marks.make("hapus", unit.file, *said)
