"""What a check is: its code, how bad its findings are, and the documentation that its docstring carries."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from renjadoc.content.load import Source
from renjadoc.problem import Problem, Severity
from renjadoc.reading import Reading


@dataclass(frozen=True)
class Finding:
    """What a check found: a place in a file, what is wrong, what to do.

    `match` is the faulty text within the value, so that the column can point at it.
    """

    source: Source
    pointer: str
    message: str
    hint: str = ""
    match: str = ""


Function = Callable[[Reading], Iterable[Finding]]


@dataclass(frozen=True)
class Check:
    """One rule. `needs` are the parts of a folder (bab, tabel, regulasi) of which every file must be readable."""

    code: str
    severity: Severity
    title: str
    function: Function
    needs: tuple[str, ...] = ()

    @property
    def doc(self) -> Documentation:
        return documentation(inspect.getdoc(self.function) or "")

    def problem(self, finding: Finding) -> Problem:
        location = finding.source.at(finding.pointer, match=finding.match)
        return Problem(self.code, location, finding.message, finding.hint, self.severity)


@dataclass(frozen=True)
class Example:
    """A small change to a right content folder: (file, pointer, value) each; the value of a text file is a line."""

    lines: tuple[str, ...]

    def changes(self) -> list[tuple[str, str, Any]]:
        return [_change(line) for line in self.lines]


@dataclass(frozen=True)
class Documentation:
    """The parts of a check's docstring: rule, why, source, and the examples that fail and pass."""

    rule: str
    why: str
    source: str
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]


_HEAD = re.compile(r"^(Mengapa|Sumber|Gagal|Lolos):[ ]*", re.MULTILINE)
_CHANGE = re.compile(r"(\S+\.json) (/\S*) = (.+)", re.DOTALL)
_WORD = re.compile(r"(\S+\.txt) \+ (.+)")


def documentation(doc: str) -> Documentation:
    """The parts of a docstring: a paragraph, then `Mengapa:`, `Sumber:`, and any number of `Gagal:` and `Lolos:`."""
    pieces = _HEAD.split(doc)
    parts: dict[str, list[str]] = {"Mengapa": [], "Sumber": [], "Gagal": [], "Lolos": []}
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[name].append(text)
    return Documentation(
        _flow(pieces[0]),
        _flow(" ".join(parts["Mengapa"])),
        _flow(" ".join(parts["Sumber"])),
        tuple(_example(text) for text in parts["Gagal"]),
        tuple(_example(text) for text in parts["Lolos"]),
    )


def _flow(text: str) -> str:
    return " ".join(text.split())


def _example(text: str) -> Example:
    """Changes start on a line of their own; a line that starts none goes on with the one before."""
    lines: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if _CHANGE.match(line) or _WORD.match(line):
            lines.append(line)
        else:
            lines[-1] += f" {line}"
    return Example(tuple(lines))


def _change(line: str) -> tuple[str, str, Any]:
    if match := _WORD.fullmatch(line):
        return match[1], "", match[2]
    match = _CHANGE.fullmatch(line)
    if match is None:
        raise ValueError(line)
    return match[1], match[2], json.loads(match[3])
