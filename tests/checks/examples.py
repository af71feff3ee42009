"""Lays down the example folders of the rules: tests/contoh/dasar with the changes that a docstring names."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from renjadoc.checks.documentation import Example, FolderChange
from renjadoc.checks.registry import RULES
from renjadoc.checks.run import run_rules
from renjadoc.content import folder as folders
from renjadoc.content.pointers import split
from renjadoc.examine import examine_folder
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from tests import lines
from tests.conftest import ROOT

BASE = ROOT / "tests" / "contoh" / "dasar"


def lay_down(example: Example, folder: Path) -> Path:
    """The base folder at `folder`, changed."""
    shutil.copytree(BASE, folder)
    return change_folder(folder, example)


def change_folder(folder: Path, example: Example) -> Path:
    for change in example.list_changes():
        _apply(change, folder / change.file)
    return folder


def restore_folder(folder: Path, example: Example) -> None:
    """The files that the example changes as they are in the base folder."""
    for file in {change.file for change in example.list_changes()}:
        if (BASE / file).exists():
            shutil.copyfile(BASE / file, folder / file)
        else:
            (folder / file).unlink(missing_ok=True)
    for path in folder.iterdir():
        if path.is_dir() and not (BASE / path.name).exists():
            path.rmdir()


def _apply(change: FolderChange, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    if change.how == "hapus":
        path.unlink(missing_ok=True)
    elif change.how == "salin":
        path.parent.mkdir(exist_ok=True)
        shutil.copyfile(path.parents[change.file.count("/")] / change.value, path)
    elif change.how in {":=", ":latin-1="}:
        path.write_text(change.value, "utf-8" if change.how == ":=" else "latin-1")
    elif path.suffix in {".txt", ".csv"}:
        path.write_text((path.read_text("utf-8") if path.exists() else "") + change.value + "\n", "utf-8")
    else:
        data = json.loads(path.read_text("utf-8"))
        _place(data, split(change.pointer), change)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def _place(data: Any, keys: list[str], change: FolderChange) -> None:
    *above, last = keys
    for key in above:
        data = data[int(key)] if isinstance(data, list) else data[key]
    value = json.loads(change.value)
    if isinstance(data, dict):
        data[last] = value
    elif last == "-":
        data.append(value)
    elif change.how == "+":
        data.insert(int(last), value)
    else:
        data[int(last)] = value


def report_of_checks(folder: Path) -> str:
    """The whole report on a folder, as the user reads it."""
    _, outcome = examine_folder(folder)
    assert outcome.crashes == {}, "\n".join(outcome.crashes.values())
    return "\n".join(lines.list_problems(outcome.problems)) + "\n"


def find_problems(folder: Path, code: str) -> list[Problem]:
    """What the rule `code` says of a folder. The others, most of the work, are not run.

    All are for a rule of the input rooms, of which some tell what became of the rules.
    """
    asked = [rule for rule in RULES if rule.code == code]
    read, _ = folders.read_folder(folder)
    outcome = run_rules(Reading(read), asked) if asked and read else examine_folder(folder)[1]
    assert outcome.crashes == {}, "\n".join(outcome.crashes.values())
    return [problem for problem in outcome.problems if problem.code == code]
