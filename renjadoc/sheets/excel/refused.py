"""Edits of a sheet with which its file could not be read any more: left out one by one, each told with its cell."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.content import schema
from renjadoc.content.load import Source, parse_source
from renjadoc.edits.apply import apply_edits
from renjadoc.edits.edit import Edit
from renjadoc.edits.parts import group_edits, keep_parts, list_parts
from renjadoc.edits.plan import Fault
from renjadoc.problem import Problem, join_some

#: So many faults of one row are said.
_MOST_SAID = 3


def leave_out_refused(edits: list[Edit], source: Source, kind: str) -> tuple[list[Edit], list[Fault]]:
    """The edits that the file can take by its schema, and what is said of the others.

    What is right only together is kept together: a kind of regulation and its maker change in two cells.
    """
    sieve = _Sieve(source, kind)
    return list(sieve.keep_right(group_edits(edits))), sieve.faults


class _Sieve:
    def __init__(self, source: Source, kind: str) -> None:
        self._source, self._kind = source, kind
        self.faults: list[Fault] = []

    def keep_right(self, groups: list[list[Edit]]) -> Iterator[Edit]:
        """The edits of groups, halved until those are found that are wrong."""
        edits = [edit for group in groups for edit in group]
        if not self._find_problems(edits):
            yield from edits
        elif len(groups) == 1:
            yield from self._keep_parts(groups[0])
        else:
            half = len(groups) // 2
            yield from self.keep_right(groups[:half])
            yield from self.keep_right(groups[half:])

    def _keep_parts(self, group: list[Edit]) -> list[Edit]:
        """Of new rows with others below them those that are right."""
        found = {part: self._find_problems(keep_parts(group, [part])) for part in list_parts(group)}
        for part, problems in found.items():
            self._tell(keep_parts(group, [part]), problems)
        right = [part for part, problems in found.items() if not problems]
        return keep_parts(group, right) if right else []

    def _find_problems(self, edits: list[Edit]) -> list[Problem]:
        text = apply_edits(self._source.text, edits)
        after, problems = parse_source(text.encode(), self._source.path, self._source.name)
        return problems or (schema.check_schema(after, self._kind) if after else [])

    def _tell(self, edits: list[Edit], problems: list[Problem]) -> None:
        changes = [change for edit in edits for change in edit.changes]
        if problems and changes:
            told, said = changes[0], join_some(list(dict.fromkeys(one.message for one in problems)), _MOST_SAID)
            message, hint = f"{said}; tidak diambil", problems[0].hint
            self.faults.append(Fault("RJ071", told.file, told.pointer, told.source, message, hint))
