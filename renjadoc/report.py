"""Problems as the secretariat reads them: file, line and column, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from renjadoc.problem import Problem


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """By file and place; the same problem is said once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.location.file, p.location.line or 0, p.location.column or 0, p.code))


def lines(problems: Iterable[Problem]) -> list[str]:
    """The problems as text, and a closing count."""
    found = ordered(problems)
    said = []
    for problem in found:
        said.append(f"{problem.location}: {problem.severity.value} {problem.code}: {problem.message}")
        if problem.hint:
            said.append(f"    → {problem.hint}")
    errors = sum(problem.is_error for problem in found)
    said.append(f"{errors} galat, {len(found) - errors} peringatan.")
    return said
