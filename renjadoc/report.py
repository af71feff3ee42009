"""Problems as they are read: by the secretariat as lines of text, by programs as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from renjadoc.problem import Problem


def sort_problems(problems: Iterable[Problem], order: Mapping[str, int] = MappingProxyType({})) -> list[Problem]:
    """By file and place; the same problem is said once. `order` says which files come first."""
    unique = dict.fromkeys(problems)

    def find_place(problem: Problem) -> tuple[int, str, int, int, str]:
        at = problem.location
        return order.get(at.file, len(order)), at.file, at.line or 0, at.column or 0, problem.code

    return sorted(unique, key=find_place)


class Line(NamedTuple):
    """A finding as it is read: where, what is wrong, the file behind it ("" where that is the place), what to do."""

    place: str
    message: str
    behind: str
    hint: str


def write_lines(lines: Iterable[Line]) -> Iterator[str]:
    """The one way in which findings are printed: first where a reader sees it; the same advice once."""
    given: set[str] = set()
    for line in lines:
        yield f"    {line.place}: {line.message}{f'  [{line.behind}]' if line.behind else ''}"
        if line.hint and line.hint not in given:
            given.add(line.hint)
            yield f"      → {line.hint}"


def list_errors(problems: Iterable[Problem]) -> list[str]:
    """What stops a run, and a count that does not hide what is to be looked at and left out here."""
    found = sort_problems(problems)
    errors = [problem for problem in found if problem.is_error]
    left_out = " Yang perlu dilihat: renjadoc periksa FOLDER" if len(errors) < len(found) else ""
    lines = write_lines(_make_line(problem) for problem in errors)
    return ["Harus diperbaiki:", *lines, count_problems(found) + left_out]


def _make_line(problem: Problem) -> Line:
    seen, file = problem.location.seen, str(problem.location)
    return Line(seen or file, f"{problem.message} ({problem.code})", file if seen else "", problem.hint)


def count_problems(found: list[Problem]) -> str:
    """How many are to be mended and how many to be looked at."""
    errors = sum(problem.is_error for problem in found)
    return f"{errors} harus diperbaiki, {len(found) - errors} perlu dilihat."


def count_codes(problems: Iterable[Problem], titles: Mapping[str, str]) -> list[str]:
    """How many problems of each code, for reports too long to count by eye."""
    counted = Counter(problem.code for problem in sort_problems(problems))
    return [f"{count:6} {code} {titles[code]}" for code, count in sorted(counted.items())]


def as_data(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """The problems as plain data with Indonesian keys."""
    return [
        {
            "kode": problem.code,
            "tingkat": problem.severity.value,
            "berkas": problem.location.file,
            "baris": problem.location.line,
            "kolom": problem.location.column,
            "pointer": problem.location.pointer,
            "pesan": problem.message,
            "saran": problem.hint,
        }
        for problem in sort_problems(problems)
    ]
