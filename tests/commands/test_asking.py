"""Numbers of changes, questions and paths as people type them on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest

from renjadoc.commands import asking
from renjadoc.commands.parameters import InputPath
from renjadoc.problem import ProblemsFound


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ("1,3-5", {1, 3, 4, 5}),
        (" Semua ", {1, 2, 3, 4, 5}),
        ("", set()),
        ("1 s.d. 2; 4", {1, 2, 4}),
        ("1 sampai 3", {1, 2, 3}),
        ("2 – 3 5", {2, 3, 5}),
    ],
)
def test_numbers_of_changes(wanted: str, numbers: set[int]) -> None:
    assert asking._read_numbers(wanted, 5) == numbers


@pytest.mark.parametrize("wanted", ["0", "6", "3-1", "satu", "4-6"])
def test_a_number_that_is_of_no_change(wanted: str) -> None:
    with pytest.raises(click.UsageError, match=rf"“{wanted}” bukan nomor perubahan; yang ada 1 sampai 5"):
        asking._read_numbers(wanted, 5)


@pytest.mark.parametrize(("shape", "answer", "agreed"), [("teks", True, True), ("teks", False, False)])
def test_who_is_asked_decides(shape: str, answer: bool, agreed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(click, "confirm", lambda *words, **options: answer)
    assert asking._is_agreed(shape) is agreed


def test_a_program_that_reads_json_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(*words: Any, **options: Any) -> bool:
        raise AssertionError(words)

    monkeypatch.setattr(click, "confirm", ask)
    assert asking._is_agreed("json") is False


def test_a_file_that_comes_in_must_be_there(tmp_path: Path) -> None:
    there = tmp_path / "naskah.docx"
    there.write_bytes(b"")
    kind = InputPath("RJ060", ".docx", ".docm")
    assert kind.convert(str(there), None, None) == there
    with pytest.raises(ProblemsFound) as found:
        kind.convert(str(tmp_path / "nasakah.docx"), None, None)
    [problem] = found.value.problems
    assert (problem.code, problem.message) == ("RJ060", "berkas tidak ditemukan")
    assert "naskah.docx" in problem.hint
