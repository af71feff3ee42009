"""Files of several sheets: like ones are read as one, hidden and other ones are told; columns of earlier years stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from renjadoc.problem import ProblemsFound
from renjadoc.sheets.sipd import run
from tests.sheets.excel.sheet import lay_down

HEADS = ["Kode Sub Kegiatan", "Nama Sub Kegiatan", "Realisasi s.d. n-2", "Target s.d. Tahun 2026", "Target", "Pagu"]
FIRST = ["2.17.01.2.01.0001", "Penyusunan Dokumen Perencanaan", "4 dokumen", "5 dokumen", "9 dokumen", "99.000.000"]
SECOND = ["2.17.01.2.01.0002", "Evaluasi Kinerja", "1 laporan", "2 laporan", "7 laporan", "88.000.000"]


def _book(path: Path, sheets: dict[str, list[list[Any]]], hidden: str = "") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
        page.sheet_state = "hidden" if name == hidden else "visible"
    book.save(path)
    return path


def _plan(tmp_path: Path, sheets: dict[str, list[list[Any]]], hidden: str = "") -> run.SipdPlan:
    return run.plan_import(_book(tmp_path / "ekspor.xlsx", sheets, hidden), lay_down(tmp_path))


def test_columns_of_earlier_years_are_no_target_and_are_told(tmp_path: Path) -> None:
    """`s.d. n-2` is what was reached until then, and no target of the year."""
    plan = _plan(tmp_path, {"SIPD": [HEADS, FIRST]})
    assert {(change.pointer.rpartition("/")[2], change.new) for change in plan.changes} == {
        ("target", "9 dokumen"), ("pagu", "99.000.000"),
    }  # fmt: skip
    assert plan.unused == ["realisasi_s_d_n_2", "target_s_d"]


def test_sheets_with_the_same_columns_are_one(tmp_path: Path) -> None:
    plan = _plan(tmp_path, {"Isi": [["Dicetak", 2027]], "Bidang A": [HEADS, FIRST], "Bidang B": [HEADS, SECOND]})
    assert {change.new for change in plan.changes} >= {"99.000.000", "88.000.000"}
    assert "Lembar Bidang A, Bidang B dibaca bersama, karena kolomnya sama." in plan.export.notes
    assert any(note.startswith("Lembar Isi tidak dibaca") for note in plan.export.notes)
    assert {change.source.partition("!")[0] for change in plan.changes} == {"Bidang A", "Bidang B"}


def test_a_sheet_with_other_columns_is_told(tmp_path: Path) -> None:
    other = [["Kode Sub Kegiatan", "Pagu"], [SECOND[0], "88.000.000"]]
    plan = _plan(tmp_path, {"Rinci": [HEADS, FIRST], "Rekap": other})
    assert "88.000.000" not in {change.new for change in plan.changes}
    assert any(note.startswith("Lembar Rekap tidak dibaca: kolomnya lain") for note in plan.export.notes)


def test_a_hidden_sheet_counts_only_where_nothing_else_does(tmp_path: Path) -> None:
    plan = _plan(tmp_path, {"Baru": [HEADS, FIRST], "Lama": [HEADS, SECOND]}, hidden="Lama")
    assert "88.000.000" not in {change.new for change in plan.changes}
    assert "Lembar Lama tersembunyi; tidak dibaca." in plan.export.notes
    (tmp_path / "lain").mkdir()
    alone = _plan(tmp_path / "lain", {"Baru": [["catatan"]], "Lama": [HEADS, SECOND]}, hidden="Lama")
    assert "88.000.000" in {change.new for change in alone.changes}
    assert any("hanya lembar itu yang memuat" in note for note in alone.export.notes)


def test_a_code_in_brackets_before_the_name(tmp_path: Path) -> None:
    rows = [["Sub Kegiatan", "Pagu"], [f"[{FIRST[0]}] {FIRST[1]}", "99.000.000"]]
    plan = _plan(tmp_path, {"S": rows})
    [change] = plan.changes
    assert (change.pointer, change.new) == ("/program/0/kegiatan/0/sub_kegiatan/0/pagu", "99.000.000")


def test_amounts_in_thousands_are_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        _plan(tmp_path, {"S": [["Kode Sub Kegiatan", "Pagu (Ribu Rupiah)"], [FIRST[0], 99000]]})
    assert "dalam ribuan atau jutaan" in caught.value.problems[0].hint


def test_what_people_wrote_beside_the_cells_is_told(tmp_path: Path) -> None:
    """A note, a struck cell, struck letters and a text box in a workbook of the planning system."""
    path = tmp_path / "sipd.xlsx"
    book = xlsxwriter.Workbook(path)
    page, struck = book.add_worksheet("Data"), book.add_format({"font_strikeout": True})
    page.write_row(0, 0, HEADS)
    page.write_row(1, 0, FIRST)
    page.write_comment(1, 5, "Pagu ini belum disetujui", {"author": "Bu Ani"})
    page.write(1, 4, FIRST[4], struck)
    page.write_rich_string(1, 1, "Penyusunan ", struck, "Lama ", "Dokumen Perencanaan")
    page.insert_textbox(5, 5, "Tunggu hasil musrenbang")
    book.close()
    said = "\n".join(run.plan_import(path, lay_down(tmp_path)).export.notes)
    assert "Data!F2: catatan Bu Ani tidak diambil: Pagu ini belum disetujui" in said
    assert "isi yang dicoret tetap diambil: E2" in said
    assert "yang dicoret di dalam sel tidak dibaca: B2" in said
    assert "kotak teks “Tunggu hasil musrenbang” tidak diambil" in said
