"""The proof of an adopted table: what its kind does not print is found, each text once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from renjadoc.adoption.body import OldTable
from renjadoc.adoption.grids import read_grid
from renjadoc.adoption.proof import find_lost_cells
from renjadoc.content import pictures
from renjadoc.tables.old import Built, Stated
from renjadoc.word.reader.document import WordTable
from tests.adoption.paper import bold, centred, document, p, rows, take
from tests.adoption.paper import table as word_table
from tests.adoption.plain import line, table
from tests.adoption.test_odd import DRAWING, relation

HEAD = "Nama | Satuan | Jumlah"


def lost(
    old: WordTable, new: WordTable, *notes: str, stated: list[Stated] | None = None, **built: Any
) -> tuple[list[str], list[str]]:
    """Stated figures (by their row) and other texts that `new` does not print of `old`."""
    one = OldTable(read_grid(old), [], "", {}, built=Built("evaluasi", {}, stated or [], **built))
    figures, others = find_lost_cells(one, new, notes)
    return [figure.row for figure in figures], others


def test_a_text_that_is_not_printed_is_lost() -> None:
    assert lost(table(HEAD, "Meja | buah | 4"), table(HEAD, "Meja | buah | 5")) == ([], ["4"])
    assert lost(table(HEAD, "Meja | buah | 4"), table(HEAD, "Meja | buah | 4")) == ([], [])


def test_a_figure_printed_once_is_not_there_twice() -> None:
    assert lost(table(HEAD, "Meja | 4 | 4"), table(HEAD, "Meja | 4 | ")) == ([], ["4"])


@pytest.mark.parametrize(("figure", "found"), [("12345", False), ("123456", True), ("unit", True)])
def test_a_short_figure_within_a_longer_cell_proves_nothing(figure: str, found: bool) -> None:
    old, new = table(HEAD, f"Meja | buah | {figure}"), table(HEAD, f"Meja | buah | a{figure}b lain")
    assert (lost(old, new)[1] == []) == found


def test_of_lost_texts_the_longest_is_said_first() -> None:
    assert lost(table(HEAD, "4 | 12 | 9"), table(HEAD, "Meja | buah | x"))[1] == ["12", "4", "9"]


def test_lines_of_a_cell_are_found_one_by_one() -> None:
    new = table(HEAD, "Meja | buah | x")
    new.rows[1].cells[2].blocks += [line("12"), line("34")]
    assert lost(table(HEAD, "12 | Meja | 34"), new)[1] == []


def test_what_notes_and_made_anew_say_is_not_lost() -> None:
    assert lost(table(HEAD, "Meja | buah | 47"), table(HEAD, "Meja | buah | 5"), "dicetak 47")[1] == []
    assert lost(table(HEAD, "Meja | buah | 47"), table(HEAD, "Meja | buah | 5"), anew=["47"])[1] == []


def test_a_stated_figure_is_that_of_the_row_that_prints_another() -> None:
    old, new = (
        table(HEAD, "Meja | buah | 50", "Kursi | buah | 50"),
        table(HEAD, "Meja | buah | 50", "Kursi | buah | 60"),
    )
    stated = [Stated({}, "persen", 50, name, "persen", "50") for name in ("Meja", "Kursi")]
    assert lost(old, new, stated=stated) == (["Kursi"], [])


@pytest.mark.parametrize(("old", "new"), [("97,30%", "97,3"), ("97,3", "97,30%"), ("100,00", "100,0")])
def test_a_computed_figure_is_printed_with_the_decimals_of_its_column(old: str, new: str) -> None:
    stated = [Stated({}, "persen", old, "Meja", "persen", old)]
    assert lost(table(HEAD, f"Meja | buah | {old}"), table(HEAD, f"Meja | buah | {new}"), stated=stated) == ([], [])


def test_years_of_the_head_are_said_but_for_those_of_the_renstra() -> None:
    old, new = table("Nama | Tahun 2019 | Tahun 2021", "a | b | c"), table("Nama | Tahun 2020 | Nilai", "a | b | c")
    assert lost(old, new)[1] == ["tahun 2019 dalam kepala tabel", "tahun 2021 dalam kepala tabel"]
    assert lost(old, new, period=(2016, 2021))[1] == ["tahun 2019 dalam kepala tabel"]


# The files


def test_the_name_of_a_kind_is_kept_for_it(tmp_path: Path) -> None:
    body = centred("BAB I AWAL") + bold("Tabel 1.1 Evaluasi") + word_table(*rows("Nama | Jumlah", "Meja | 4"))
    made = take(document(tmp_path / "a.docx", body + p("Akhir.")), tmp_path / "a")
    assert [path.name for path in (made.folder / "tabel").iterdir()] == ["evaluasi-2.json"]


@pytest.mark.parametrize(("most", "written"), [(64, True), (63, False)])
def test_a_picture_that_is_too_large_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, written: bool
) -> None:
    monkeypatch.setattr(pictures, "MAX_BYTES", most)
    body = p("Isi.") + f"<w:p>{DRAWING.format(alt='', how='embed', id='r1')}</w:p>"
    parts: dict[str, str | bytes] = {"word/media/b.emf": b"\x01\0\0\0" + b"\0" * 60}
    made = take(document(tmp_path / "a.docx", body, parts, relation("r1", "media/b.emf")), tmp_path / "a")
    assert (made.folder / "gambar" / "gambar-1.emf").exists() == written
