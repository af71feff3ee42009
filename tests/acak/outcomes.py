"""What became of an attempt, and of the folder it was made on: refused in words, or done; never half."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from renjadoc.content import folder as folders
from renjadoc.problem import ProblemsFound, machine_problem
from renjadoc.reading import Reading
from renjadoc.word.packages import dangers, package
from tests.word import lint

#: What a spoilt template brings along and Word opens all the same.
_OF_A_TEMPLATE = (
    "tag of the template", "do not fill the grid", "a row may split", "repeats no head row", "has no alternative text",
)  # fmt: skip


def list_codes(attempt: Callable[[], object]) -> list[str]:
    """The codes of the problems that refused it, which name what is wrong, or `jadi`; a fault of ours is raised."""
    try:
        attempt()
    except ProblemsFound as error:
        if not all(problem.message for problem in error.problems):
            raise AssertionError("sebuah masalah tanpa pesan") from error
        return sorted({problem.code for problem in error.problems if problem.is_error})
    except OSError as error:
        return [machine_problem(error).code]
    except (click.ClickException, click.Abort):
        return ["salah pakai"]
    return ["jadi"]


def check_document(made: Path) -> None:
    """A document that was made can be opened, holds no tag of the template and nothing that fetches or runs."""
    if not made.is_file():
        return
    parts = package.unpack_file(made)
    assert (found := list(dangers.find_dangers(parts))) == [], found
    faults = [fault for fault in lint.faults(parts) if not any(said in fault for said in _OF_A_TEMPLATE)]
    assert faults == [], faults


def check_folder(root: Path, before: Path) -> None:
    """What was written into the copy of a folder can be read; mostly nothing was."""
    names = sorted(path.relative_to(root) for path in root.rglob("*.json"))
    if all((before / name).is_file() and (before / name).read_bytes() == (root / name).read_bytes() for name in names):
        return
    folder, problems = folders.read_folder(root)
    assert folder is not None
    assert Reading(folder).problems == problems == []
