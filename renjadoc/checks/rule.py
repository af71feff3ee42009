"""What a check is: its code, how bad its findings are, the function that finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from renjadoc.content.load import Source
from renjadoc.problem import Problem, Severity
from renjadoc.reading import Reading


class Finding(NamedTuple):
    """What a check found: a place in a file, what is wrong, what to do.

    `match` is the faulty text within the value, so that the column can point at it.
    """

    source: Source
    pointer: str
    message: str
    hint: str = ""
    match: str = ""


Function = Callable[[Reading], Iterable[Finding]]


class Check(NamedTuple):
    """One rule. `needs` are the parts of a folder (bab, tabel, regulasi) of which every file must be readable."""

    code: str
    severity: Severity
    title: str
    function: Function
    needs: tuple[str, ...] = ()

    def problem(self, finding: Finding) -> Problem:
        location = finding.source.at(finding.pointer, match=finding.match)
        return Problem(self.code, location, finding.message, finding.hint, self.severity)
