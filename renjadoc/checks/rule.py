"""What a rule is: its code, how bad its findings are, the function that finds them; `@rule` makes one of a function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from inspect import getdoc
from typing import NamedTuple, Protocol

from renjadoc.content.load import Source
from renjadoc.indonesian import MONTHS
from renjadoc.problem import Problem, Severity
from renjadoc.reading import Reading


class Placed(Protocol):
    """What stands at a place of a file: a passage, a remark, a cell."""

    @property
    def source(self) -> Source: ...

    @property
    def pointer(self) -> str: ...


class Finding(NamedTuple):
    """What a rule found: a place in a file, what is wrong, what to do.

    `match` is the faulty text within the value, so that the column can point at it.
    """

    source: Source
    pointer: str
    message: str
    hint: str = ""
    match: str = ""

    @classmethod
    def of(cls, placed: Placed, message: str, hint: str = "", match: str = "") -> Finding:
        return cls(placed.source, placed.pointer, message, hint, match)


Find = Callable[[Reading], Iterable[Finding]]


def find_nothing(_: Reading) -> Iterable[Finding]:
    """What a rule of the input rooms finds here: they tell of its faults themselves."""
    return ()


class Rule(NamedTuple):
    """One rule. `needs` are the parts of a folder (bab, tabel, regulasi) of which every file must be readable.

    Errors say something false or contradictory and stop `buat`; warnings are for people to weigh. A rule that `yields`
    is silent on a text of which another speaks.
    """

    code: str
    title: str
    severity: Severity
    doc: str
    find: Find = find_nothing
    needs: tuple[str, ...] = ()
    yields: bool = False

    def make_problem(self, finding: Finding) -> Problem:
        location = finding.source.at(finding.pointer, match=finding.match)
        message, hint = (_say_dates(said) for said in (finding.message, finding.hint))
        return Problem(self.code, location, message, hint, self.severity)


_ISO = re.compile(r"\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b")


def _say_dates(text: str) -> str:
    """Days as Indonesian texts write them: 2019-10-02 -> 2 Oktober 2019."""

    def say(match: re.Match[str]) -> str:
        month = int(match[2])
        return f"{int(match[3])} {MONTHS[month - 1]} {match[1]}" if 1 <= month <= 12 else match[0]

    return _ISO.sub(say, text)


_REGISTERED: dict[str, Rule] = {}


def rule(
    code: str, title: str, severity: Severity = Severity.WARNING, *, needs: tuple[str, ...] = (), yields: bool = False
) -> Callable[[Find], Find]:
    """Makes a rule of a function that finds what breaks it; its docstring documents it (see documentation.py)."""

    def register(find: Find) -> Find:
        if code in _REGISTERED:
            raise ValueError(f"{code} is the code of two rules")
        _REGISTERED[code] = Rule(code, title, severity, getdoc(find) or "", find, needs, yields)
        return find

    return register


def list_registered() -> tuple[Rule, ...]:
    """Every rule that a function was made until now, by code."""
    return tuple(_REGISTERED[code] for code in sorted(_REGISTERED))
