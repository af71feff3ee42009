"""The example folder of the rules, laid down once and changed for one test at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from renjadoc.checks.documentation import Example
from tests.checks.examples import change_folder, lay_down, restore_folder


@pytest.fixture(scope="session")
def base_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_down(Example(()), tmp_path_factory.mktemp("dasar") / "isi")


@pytest.fixture
def changed(base_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Example], Path]]:
    """Changes `isi` in the working folder, which is the right one again when the test is over.

    It is for a thousand tests that only read it: to copy it for each takes a third of their time.
    """
    monkeypatch.chdir(base_folder.parent)
    examples: list[Example] = []

    def change(example: Example) -> Path:
        examples.append(example)
        return change_folder(Path("isi"), example)

    yield change
    for example in examples:
        restore_folder(Path("isi"), example)
