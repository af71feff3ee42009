"""What people do with a workbook in Excel that is no plain filling of cells: nothing of it may be dropped unsaid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from renjadoc.sheets.excel import ownership, run
from tests.sheets.excel.sheet import Workbook, at, lay_down, put, table

PLAN, SUB, KEGIATAN = "rencana-program", "Pelatihan Usaha Mikro", "Pembinaan Usaha Mikro"
_SUB = "/program/1/kegiatan/0/sub_kegiatan/0"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_down(tmp_path)


def _is_locked(cell: Any) -> bool:
    return bool(cell.protection.locked)


# New rows


def test_every_name_can_be_typed_into_the_empty_rows(folder: Path) -> None:
    book = Workbook(folder)
    page = book.page(PLAN)
    end = book.row(PLAN, "akhir")
    for id in ("tingkat", "kode", "nama", "sub", "indikator", "pagu", "bidang"):
        assert not _is_locked(page.cell(end - 1, book.column(PLAN, id))), id
    # A row that is put in below a sub kegiatan looks as that one does.
    for id in ("nama", "sub"):
        assert not _is_locked(book.cell(PLAN, SUB, id)), id
    assert _is_locked(book.cell(PLAN, KEGIATAN, "pagu")), "what is computed stays locked"


def test_new_program_kegiatan_and_sub_kegiatan(folder: Path) -> None:
    book = Workbook(folder)
    book.spare(PLAN, tingkat="program", kode="2.17.08", nama="Program Baru")
    page = book.page(PLAN)
    rows = [
        ("kegiatan", "2.17.08.2.01", "nama", "Kegiatan Baru", None),
        ("sub kegiatan", "2.17.08.2.01.0001", "sub", "Sub Baru", 3_482_750_000),
    ]
    first = book.row(PLAN, "Program Baru") + 1
    for offset, (level, code, column, name, pagu) in enumerate(rows):
        for id, value in (("tingkat", level), ("kode", code), (column, name), ("pagu", pagu)):
            page.cell(first + offset, book.column(PLAN, id)).value = value
    plan = book.take()
    program = table(folder, PLAN)["program"][-1]
    assert program["kode"] == "2.17.08"
    assert program["kegiatan"][0]["sub_kegiatan"][0]["pagu"] == 3_482_750_000
    assert plan.whole, plan.faults


def test_a_name_in_the_column_of_another_level_is_its_name(folder: Path) -> None:
    book = Workbook(folder)
    book.add(PLAN, SUB, tingkat="kegiatan", kode="2.17.07.2.09", sub="Kegiatan di Kolom Sub")
    book.add(PLAN, "Kegiatan di Kolom Sub", tingkat="sub kegiatan", sub="Sub di Bawahnya", pagu=7)
    plan = book.take()
    kegiatan = table(folder, PLAN)["program"][1]["kegiatan"][-1]
    assert (kegiatan["nama"], kegiatan["sub_kegiatan"][0]["pagu"]) == ("Kegiatan di Kolom Sub", 7)
    assert any("diambil sebagai nama kegiatan" in note for note in plan.notes)
    assert (book.plan().notes, book.plan().changes) == ([], [])


def test_a_new_row_at_the_end_goes_where_its_code_says(folder: Path) -> None:
    data = table(folder, PLAN)
    first = data["program"][0]["kegiatan"][0]
    book = Workbook(folder)
    book.spare(PLAN, tingkat="sub kegiatan", kode=f"{first['kode']}.0099", sub="Sub di Akhir Lembar", pagu=5)
    plan = book.take()
    assert table(folder, PLAN)["program"][0]["kegiatan"][0]["sub_kegiatan"][-1]["nama"] == "Sub di Akhir Lembar"
    assert any("menurut kodenya" in note for note in plan.notes)
    assert (book.plan().notes, book.plan().changes) == ([], [])


def test_what_stands_below_a_refused_row_is_told(folder: Path) -> None:
    book = Workbook(folder)
    book.add(PLAN, SUB, tingkat="kegiatan", kode="bukan kode", nama="Kegiatan Ditolak")
    book.add(PLAN, "Kegiatan Ditolak", tingkat="sub kegiatan", sub="Sub Ikut Ditolak", pagu=3_482_750_000)
    before = table(folder, PLAN)
    plan = book.take()
    assert table(folder, PLAN) == before
    [lost] = [fault for fault in plan.faults if fault.code == "RJ073"]
    assert "Sub Ikut Ditolak" in lost.message
    assert "3.482.750.000" in lost.message


def test_what_was_typed_below_a_row_that_is_gone_is_told(folder: Path) -> None:
    book = Workbook(folder)
    book.add(PLAN, SUB, tingkat="sub kegiatan", sub="Sub Baru", pagu=12_345)
    data = table(folder, PLAN)
    del data["program"][1]
    put(folder, PLAN, data)
    plan = book.plan()
    assert any("12.345" in fault.message for fault in plan.faults)
    assert not plan.whole


# Rows that go


def test_a_row_marked_hapus_goes_with_all_below(folder: Path) -> None:
    book = Workbook(folder)
    book.set(PLAN, KEGIATAN, "tingkat", "Hapus")
    before = table(folder, PLAN)
    book.take()
    after = table(folder, PLAN)
    del before["program"][1]["kegiatan"][0]
    assert after == before


def test_a_row_marked_hapus_goes_though_missing_ones_stay(folder: Path) -> None:
    book = Workbook(folder)
    book.set(PLAN, SUB, "tingkat", "hapus")
    book.delete(PLAN, "Evaluasi Kinerja")
    [change] = book.plan(keep_missing=True).changes
    assert (change.kind, change.pointer) == ("hapus", _SUB)


def test_hapus_in_the_name_where_there_is_no_column_of_levels(folder: Path) -> None:
    book = Workbook(folder)
    book.set("capaian-kinerja", "Koperasi sehat", "nama", "hapus")
    names = [one["nama"] for one in table(folder, "capaian-kinerja")["indikator"]]
    book.take()
    assert [one["nama"] for one in table(folder, "capaian-kinerja")["indikator"]] == names[1:]


def test_what_was_typed_below_a_row_marked_hapus_is_told(folder: Path) -> None:
    book = Workbook(folder)
    book.set(PLAN, KEGIATAN, "tingkat", "hapus")
    book.add(PLAN, SUB, tingkat="sub kegiatan", sub="Terlanjur Ditulis", pagu=9)
    plan = book.plan()
    assert any("Terlanjur Ditulis" in fault.message for fault in plan.faults)


def test_rows_without_computed_cells_can_be_deleted_in_a_protected_sheet(folder: Path) -> None:
    book = Workbook(folder)
    page, row = book.page(PLAN), book.row(PLAN, SUB)
    assert page.protection.sheet
    assert not page.protection.deleteRows, "deleting rows is allowed"
    assert all(not _is_locked(cell) for cell in page[row])
    assert page.row_dimensions[row].has_style
    assert not page.row_dimensions[row].protection.locked, "cells beyond the table too"


# What is noted, struck, raised


def test_notes_become_remarks_once(folder: Path) -> None:
    book = Workbook(folder)
    book.cell(PLAN, SUB, "pagu").comment = Comment("Pak Budi:\nAngka sementara", "Pak Budi")
    book.take()
    [entry] = table_of_remarks(folder)
    assert entry["penulis"] == "Pak Budi"
    assert entry["catatan"] == "Angka sementara"
    assert entry["berkas"] == f"tabel/{PLAN}.json"
    assert entry["paragraf"] == SUB == at(table(folder, PLAN), entry["letak"])
    assert "50.000.000" in entry["kutipan"].replace("50000000", "50.000.000")
    assert book.plan().changes == [], "a note that is known does not come twice"


def test_notes_elsewhere_are_told(folder: Path) -> None:
    book = Workbook(folder)
    book.book["Petunjuk"]["B2"].comment = Comment("Kapan dikumpulkan?", "Bu Ani")
    plan = book.plan()
    assert plan.changes == []
    assert any("Kapan dikumpulkan?" in note for note in plan.notes)


def table_of_remarks(folder: Path) -> Any:
    import json

    return json.loads((folder / "telaah.json").read_text("utf-8"))["catatan"]


def test_struck_letters_are_no_part_of_the_text(folder: Path) -> None:
    book = Workbook(folder)
    book.cell(PLAN, SUB, "target").value = CellRichText(TextBlock(InlineFont(strike=True), "150"), "175 orang")
    plan = book.take()
    assert at(table(folder, PLAN), f"{_SUB}/target") == "175 orang"
    assert any("“150” dicoret" in note for note in plan.notes)


@pytest.mark.parametrize(
    ("before", "struck", "after", "left"),
    [
        ("12 ", "laporan", " dokumen", "12 dokumen"),
        ("12", " laporan", " dokumen", "12 dokumen"),
        ("12 laporan", " dan dokumen", "", "12 laporan"),
        ("12 laporan", "s", "\n3 dokumen", ["12 laporan", "3 dokumen"]),
        ("12 laporan\n", "x", "\n3 dokumen", ["12 laporan", "3 dokumen"]),
        ("12 lap", "x", "oran", "12 laporan"),
    ],
)
def test_no_gap_is_left_where_letters_are_struck(folder: Path, before: str, struck: str, after: str, left: Any) -> None:
    book = Workbook(folder)
    book.cell(PLAN, SUB, "target").value = CellRichText(before, TextBlock(InlineFont(strike=True), struck), after or "")
    book.take()
    assert at(table(folder, PLAN), f"{_SUB}/target") == left


def test_a_struck_cell_is_taken_and_told(folder: Path) -> None:
    book = Workbook(folder)
    book.cell(PLAN, SUB, "pagu").font = Font(strike=True)
    plan = book.plan()
    assert plan.changes == []
    assert any("isinya dicoret" in note for note in plan.notes)


def test_a_struck_row_stays_and_is_told(folder: Path) -> None:
    book = Workbook(folder)
    for cell in book.page(PLAN)[book.row(PLAN, SUB)]:
        cell.font = Font(strike=True)
    plan = book.plan()
    assert plan.changes == []
    assert any("tulis hapus" in note for note in plan.notes)


def test_raised_and_lowered_digits_are_kept(folder: Path) -> None:
    book = Workbook(folder)
    book.cell(PLAN, SUB, "target").value = CellRichText("12 m", TextBlock(InlineFont(vertAlign="superscript"), "2"))
    book.cell(PLAN, SUB, "lokasi").value = CellRichText("CO", TextBlock(InlineFont(vertAlign="subscript"), "2"))
    book.take()
    assert at(table(folder, PLAN), f"{_SUB}/target") == "12 m²"
    assert at(table(folder, PLAN), f"{_SUB}/lokasi") == "CO₂"


# Figures


@pytest.mark.parametrize(("typed", "is_told"), [(50_000, True), (50_000_000_000, True), (60_000_000, False)])
def test_a_leap_of_a_thousand_is_told(folder: Path, typed: int, is_told: bool) -> None:
    book = Workbook(folder)
    book.set(PLAN, SUB, "pagu", typed)
    plan = book.plan()
    assert len(plan.changes) == 1
    assert any("periksa nolnya" in note for note in plan.notes) is is_told


@pytest.mark.parametrize("typed", ["55,701", "1,250 orang", "61,800 anggota\n3 desa"])
def test_a_comma_before_three_digits_is_asked(folder: Path, typed: str) -> None:
    book = Workbook(folder)
    book.set(PLAN, SUB, "target", typed)
    plan = book.plan()
    assert plan.changes == []
    [fault] = plan.faults
    assert (fault.code, "lebih dari satu cara" in fault.message) == ("RJ071", True)


@pytest.mark.parametrize("typed", ["75,250.00", "Rp75,250.0", "75.250", "Rp 75.250,-"])
def test_a_point_behind_a_comma_says_that_the_comma_divides_thousands(folder: Path, typed: str) -> None:
    book = Workbook(folder)
    book.set(PLAN, SUB, "pagu", typed)
    plan = book.plan()
    assert [change.new for change in plan.changes] == ["75.250"]


@pytest.mark.parametrize("typed", ["12,345%", "0,125", "55,70", "1,5 km", "1.250,375 ha"])
def test_other_commas_are_decimals(folder: Path, typed: str) -> None:
    book = Workbook(folder)
    book.set(PLAN, SUB, "target", typed)
    plan = book.plan()
    assert plan.whole
    assert [change.new for change in plan.changes] == [typed]


def test_more_digits_than_excel_keeps_are_asked(folder: Path) -> None:
    book = Workbook(folder)
    book.set(PLAN, SUB, "target", 198503152010011012)
    plan = book.plan()
    assert plan.changes == []
    assert "lebih dari 15 angka" in plan.faults[0].message


# What was typed where nothing is read


@pytest.mark.parametrize(
    ("row", "column"),
    [("sub", "beyond"), ("root", "sub"), ("above", "nama"), ("below", "beyond"), ("sub", "persen")],
)
def test_what_was_typed_elsewhere_is_told(folder: Path, row: str, column: str) -> None:
    book = Workbook(folder)
    name = "capaian-kinerja" if column == "persen" else PLAN
    page = book.page(name)
    words = "Koperasi sehat" if column == "persen" else SUB
    rows = {"root": lambda: book.row(PLAN, "jumlah"), "above": lambda: 4, "below": lambda: page.max_row + 3}
    line = rows.get(row, lambda: book.row(name, words))()
    place = page.cell(line, page.max_column + 2 if column == "beyond" else book.column(name, column))
    place.value = "jangan lupa ini"
    plan = book.plan()
    assert plan.changes == []
    [note] = [note for note in plan.notes if "jangan lupa ini" in note]
    assert place.coordinate in note


def test_what_was_typed_into_a_view_is_told(folder: Path) -> None:
    book = Workbook(folder)
    view = next(sheet for sheet in book.book.worksheets if "review-rkpd" in str(sheet["A1"].value))
    cell = next(cell for row in view.iter_rows(min_row=8) for cell in row if str(cell.value).startswith("="))
    cell.value = 123
    assert any("123" in note and cell.coordinate in note for note in book.plan().notes)


def test_an_untouched_workbook_tells_nothing(folder: Path) -> None:
    plan = Workbook(folder).plan()
    assert (plan.notes, plan.faults, plan.edits) == ([], [], [])


# One Bidang's copy, and a folder without its pictures


def test_totals_of_one_bidang_say_so(folder: Path) -> None:
    data = table(folder, PLAN)
    data["program"][1]["bidang"] = "Bidang UKM"
    put(folder, PLAN, data)
    book = Workbook(folder, "Bidang UKM")
    page = book.page(PLAN)
    said = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert any("hanya Bidang UKM" in text for text in said)
    assert any(text.startswith("Hanya baris Bidang UKM") for text in said)


@pytest.mark.parametrize(
    ("name", "said"),
    [("koperasi", "Bidang koperasi"), ("Bidang Koperasi", "Bidang Koperasi"), ("Sekretariat", "Sekretariat")],
)
def test_the_name_of_a_bidang(name: str, said: str) -> None:
    assert ownership.write_bidang(name) == said


def test_a_missing_logo_stops_no_table(folder: Path, tmp_path: Path) -> None:
    text = (folder / "dokumen.json").read_text("utf-8-sig")
    (folder / "dokumen.json").write_text(text.replace("{", '{"logo": "gambar/tidak-ada.png",', 1), "utf-8")
    book = Workbook(folder)
    book.set(PLAN, SUB, "pagu", 75_000_000)
    assert len(book.take().changes) == 1
    assert run.plan_import(book.path, folder).changes == []


def test_a_new_row_below_one_that_is_gone_goes_where_its_code_says(folder: Path) -> None:
    """The workbook went out with rows to begin with; meanwhile the folder got its programs."""
    was = table(folder, "rencana-program")
    first = was["program"][0]
    blank = dict.fromkeys(["indikator", "lokasi", "target", "pagu", "sumber_dana", "target_maju", "pagu_maju"])
    sub = {"nama": "Nama sub kegiatan", **blank}
    kegiatan = [{"nama": "Nama kegiatan", "sub_kegiatan": [sub]}]
    old = {"kode": "X.XX.01", "nama": "Nama program", "indikator": None, "kegiatan": kegiatan}
    put(folder, "rencana-program", {**was, "program": [old]})
    book = Workbook(folder)
    put(folder, "rencana-program", was)
    code = first["kode"]
    book.spare("rencana-program", tingkat="kegiatan", kode=f"{code}.2.77", nama="Kegiatan Tujuh Puluh Tujuh")
    below = book.row("rencana-program", "Kegiatan Tujuh Puluh Tujuh") + 1
    typed = {"tingkat": "sub kegiatan", "kode": f"{code}.2.77.0001", "sub": "Sub Baru", "pagu": 3482750000}
    for id, value in typed.items():
        book.page("rencana-program").cell(below, book.column("rencana-program", id)).value = value
    plan = book.take()
    assert [fault for fault in plan.faults if fault.code != "RJ072"] == []
    after = table(folder, "rencana-program")["program"]
    assert after[0]["kegiatan"][-1]["nama"] == "Kegiatan Tujuh Puluh Tujuh"
    assert after[0]["kegiatan"][-1]["sub_kegiatan"][0]["pagu"] == 3482750000
    assert after[1:] == was["program"][1:]
    again = book.plan()
    assert (again.changes, again.conflicts) == ([], [])


@pytest.mark.parametrize("text", ["satu  dua   tiga", "baris satu\nbaris dua", " depan dan belakang "])
def test_lines_of_a_cell_are_kept_and_blanks_are_as_typed(folder: Path, text: str) -> None:
    book = Workbook(folder)
    row = table(folder, "rencana-program")["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    book.set("rencana-program", row["nama"], "lokasi", text)
    book.take()
    after = table(folder, "rencana-program")["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["lokasi"]
    lines = [line.strip() for line in text.split("\n")]
    assert after == (lines if len(lines) > 1 else lines[0])


# Where nothing is read


def _told(book: Workbook, *texts: str) -> list[str]:
    """The texts of which nothing is said."""
    plan = book.plan()
    said = "\n".join([*plan.notes, *(fault.message for fault in plan.faults)])
    return [text for text in texts if text not in said]


def test_heads_that_were_typed_over_or_added_are_told(folder: Path) -> None:
    book = Workbook(folder)
    page = book.page(PLAN)
    page.cell(5, book.column(PLAN, "lokasi")).value = "Kecamatan mana"
    page.cell(5, page.max_column + 1).value = "Keterangan Bidang"
    assert _told(book, "Kecamatan mana", "Keterangan Bidang") == []


def test_a_sheet_that_shows_another_tells_what_was_typed_around_its_formulas(folder: Path) -> None:
    book = Workbook(folder)
    page = book.page("review-rkpd")
    for row, column, text in ((3, 4, "di atas"), (8, page.max_column + 2, "di samping"), (60, 4, "di bawah")):
        page.cell(row, column).value = text
    assert _told(book, "di atas", "di samping", "di bawah") == []


def test_what_was_typed_into_the_guide_is_told(folder: Path) -> None:
    book = Workbook(folder)
    book.book["Petunjuk"]["F7"] = "Tolong cek pagu kami"
    book.book["Petunjuk"]["B90"] = "Sudah diperiksa"
    assert _told(book, "Tolong cek pagu kami", "Sudah diperiksa") == []


def test_the_name_of_the_office_in_the_sum_row_is_told(folder: Path) -> None:
    book = Workbook(folder)
    page = book.page(PLAN)
    page.cell(book.row(PLAN, "jumlah"), book.column(PLAN, "nama")).value = "Dinas Lain"
    assert _told(book, "Dinas Lain") == []


def test_an_edit_in_a_row_that_goes_is_told(folder: Path) -> None:
    book = Workbook(folder)
    book.set(PLAN, SUB, "indikator", "Jumlah peserta baru")
    book.set(PLAN, KEGIATAN, "tingkat", "hapus")
    assert _told(book, "Jumlah peserta baru") == []


def test_a_sum_below_the_table_is_no_program(folder: Path) -> None:
    book = Workbook(folder)
    book.spare(PLAN, nama="Jumlah Total", pagu=1_000)
    plan = book.plan()
    assert plan.changes == []
    assert any("“Jumlah Total” tidak diambil" in note for note in plan.notes)


def test_a_sum_typed_into_a_table_of_ones_own_is_a_row(folder: Path) -> None:
    book = Workbook(folder)
    book.spare("anggaran", kolom0="Total", kolom1="1.000")
    assert [change.kind for change in book.plan().changes] == ["tambah"]


def test_an_untouched_workbook_says_nothing(folder: Path) -> None:
    plan = Workbook(folder).plan()
    assert (plan.notes, plan.faults, plan.changes) == ([], [], [])
