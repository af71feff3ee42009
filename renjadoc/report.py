"""Problems as they are read: by the secretariat as lines of text, by programs as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from renjadoc.problem import Problem


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """By file and place; the same problem is said once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.location.file, p.location.line or 0, p.location.column or 0, p.code))


def list_problems(problems: Iterable[Problem]) -> list[str]:
    """The problems as text, and a closing count. Advice that many problems share is given with the first of them."""
    found = sort_problems(problems)
    return [*_list_lines(found), _count_all(found)]


def list_errors(problems: Iterable[Problem]) -> list[str]:
    """What stops a run: its errors, and a count that does not hide the warnings left out here."""
    found = sort_problems(problems)
    errors = [problem for problem in found if problem.is_error]
    left_out = len(errors) < len(found)
    return [*_list_lines(errors), _count_all(found) + " Peringatan dilihat dengan: renjadoc periksa" * left_out]


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


def count_codes(problems: Iterable[Problem], titles: Mapping[str, str]) -> list[str]:
    """How many problems of each code, for reports too long to count by eye."""
    counted = Counter(problem.code for problem in sort_problems(problems))
    return [f"{count:6} {code} {titles[code]}" for code, count in sorted(counted.items())]


def as_json(problems: Iterable[Problem]) -> str:
    """The problems as a JSON list."""
    return json.dumps(as_data(problems), ensure_ascii=False, indent=2)


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
