"""Problems as lines of plain text: what the kept reports of the tests are made of."""

from __future__ import annotations

from collections.abc import Iterable

from renjadoc.problem import Problem
from renjadoc.report import sort_problems


def list_problems(problems: Iterable[Problem]) -> list[str]:
    """The problems as text, and a closing count. Advice that many problems share is given with the first of them."""
    found = sort_problems(problems)
    return [*_list_lines(found), _count_all(found)]


def _list_lines(found: list[Problem]) -> list[str]:
    said: list[str] = []
    given: set[tuple[str, str]] = set()
    for problem in found:
        said.append(f"{problem.location}: {problem.severity.value} {problem.code}: {problem.message}")
        if problem.hint and (problem.code, problem.hint) not in given:
            given.add((problem.code, problem.hint))
            said.append(f"    → {problem.hint}")
    return said


def _count_all(found: list[Problem]) -> str:
    errors = sum(problem.is_error for problem in found)
    return f"{errors} galat, {len(found) - errors} peringatan."
