"""`--pilih`: single changes of what comes in, by their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from renjadoc.commands import excel
from tests.sheets.excel.sheet import Workbook, lay_down, table

PLAN = "rencana-program"
SUBS = ("Pelatihan Usaha Mikro", "Evaluasi Kinerja")


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    book = Workbook(lay_down(tmp_path))
    for index, name in enumerate(SUBS):
        book.set(PLAN, name, "lokasi", f"tempat {index}")
    book.book.save(book.path)
    return book


def _places(book: Workbook) -> list[str]:
    text = (book.folder / "tabel" / f"{PLAN}.json").read_text("utf-8")
    return [place for place in ("tempat 0", "tempat 1") if place in text]


def _run(book: Workbook, *options: str, answers: str = "") -> str:
    result = CliRunner().invoke(excel.command, ["impor", str(book.path), str(book.folder), *options], input=answers)
    return result.output


@pytest.mark.parametrize(
    ("numbers", "taken"),
    [
        ("1", 1),
        ("2", 1),
        ("1-2", 2),
        ("2,1", 2),
        ("", 0),
        ("1 2", 2),
        ("1; 2", 2),
        ("1 – 2", 2),
        ("1 s.d. 2", 2),
        ("1 s/d 2", 2),
        ("semua", 2),
    ],
)
def test_the_chosen_numbers_are_written(book: Workbook, numbers: str, taken: int) -> None:
    _run(book, "--ya", "--pilih", numbers)
    assert len(_places(book)) == taken


def test_the_first_number_is_the_first_change(book: Workbook) -> None:
    said = _run(book, "--ya", "--pilih", "1")
    [place] = _places(book)
    first = next(line for line in said.splitlines() if line.strip().startswith("[1]"))
    assert place in first


def test_without_numbers_they_are_asked_for(book: Workbook) -> None:
    said = _run(book, "--ya", "--pilih", answers="2\n")
    assert "[2]" in said
    assert len(_places(book)) == 1


def test_numbers_that_are_none(book: Workbook) -> None:
    before = table(book.folder, PLAN)
    assert "bukan nomor perubahan" in _run(book, "--ya", "--pilih", "3")
    assert "bukan nomor perubahan" in _run(book, "--ya", "--pilih", "satu")
    assert table(book.folder, PLAN) == before
