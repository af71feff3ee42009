"""What an exported workbook looks like to Excel, who may fill what in it, and the command around it."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from renjadoc import cli
from renjadoc.problem import ProblemsFound
from renjadoc.sheets.excel import run
from tests.sheets.excel.sheet import Workbook, lay_down, put, table

PLAN, SUB = "rencana-program", "Pelatihan Usaha Mikro"


def _with_bidang(tmp_path: Path) -> Path:
    folder = lay_down(tmp_path)
    data = table(folder, PLAN)
    data["program"][0]["bidang"], data["program"][1]["bidang"] = "Sekretariat", "Bidang UKM"
    put(folder, PLAN, data)
    return folder


def test_results_of_formulas_are_stored(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    total, percent = book.cell(PLAN, "jumlah", "pagu"), book.cell("evaluasi", "Pemeriksaan Koperasi", "n2_persen")
    stored = openpyxl.load_workbook(book.path, data_only=True)
    assert stored["Tabel 4.1"][total.coordinate].value == 425_000_000
    assert stored["Tabel 2.1"][percent.coordinate].value == 90
    assert str(total.value).startswith("=SUMIFS(")


def test_entered_cells_are_open_and_computed_ones_locked(tmp_path: Path) -> None:
    book = Workbook(lay_down(tmp_path))
    page = book.page(PLAN)
    assert page.protection.sheet
    assert not page.protection.password
    assert not page.protection.insertRows
    assert not book.cell(PLAN, SUB, "pagu").protection.locked
    assert book.cell(PLAN, "jumlah", "pagu").protection.locked
    assert book.cell(PLAN, "Pembinaan Usaha Mikro", "pagu").protection.locked
    view = book.page("review-rkpd")
    assert all(cell.protection.locked for row in view.iter_rows(min_row=7) for cell in row[1:] if cell.value)


def test_it_is_ready_for_print(tmp_path: Path) -> None:
    page = Workbook(lay_down(tmp_path)).page(PLAN)
    assert page.page_setup.orientation == "landscape"
    assert page.print_title_rows == "$5:$6"
    assert page.freeze_panes == "F7"
    assert page.column_dimensions["A"].hidden
    assert page.row_dimensions[1].hidden
    assert "G5:J5" in {str(merged) for merged in page.merged_cells.ranges}


def test_texts_that_look_like_formulas_are_texts(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    data = table(folder, PLAN)
    data["program"][1]["kegiatan"][0]["sub_kegiatan"][0]["target"] = "=cmd|' /C calc'!A0"
    put(folder, PLAN, data)
    cell = Workbook(folder).cell(PLAN, SUB, "target")
    assert (cell.data_type, cell.value) == ("s", "=cmd|' /C calc'!A0")
    assert cell.quotePrefix


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    for name in ("a.xlsx", "b.xlsx"):
        run.export_workbook(folder, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_bidang_sees_its_rows_and_changes_only_them(tmp_path: Path) -> None:
    folder = _with_bidang(tmp_path)
    before = table(folder, PLAN)
    book = Workbook(folder, "bidang ukm")
    words = {cell.value for row in book.page(PLAN).iter_rows() for cell in row}
    assert SUB in words
    assert "Evaluasi Kinerja" not in words
    book.set(PLAN, SUB, "pagu", 1)
    book.spare(PLAN, tingkat="program", kode="2.17.08", nama="Program Pengembangan")
    plan = book.take()
    assert plan.whole
    before["program"][1]["kegiatan"][0]["sub_kegiatan"][0]["pagu"] = 1
    new = {"kode": "2.17.08", "nama": "Program Pengembangan", "indikator": None, "bidang": "bidang ukm", "kegiatan": []}
    assert table(folder, PLAN) == {**before, "program": [*before["program"], new]}


def test_what_the_workbook_of_a_bidang_says_of_itself_is_nobodys_to_tell(tmp_path: Path) -> None:
    plan = Workbook(_with_bidang(tmp_path), "bidang ukm").plan()
    assert (plan.changes, plan.faults, plan.notes) == ([], [], [])


def test_rows_above_those_of_a_bidang_are_not_its_to_change(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    data = table(folder, PLAN)
    data["program"][1]["kegiatan"][0]["bidang"] = "Bidang UKM"
    put(folder, PLAN, data)
    book = Workbook(folder, "Bidang UKM")
    assert book.cell(PLAN, "Program Pemberdayaan Usaha Mikro", "nama").protection.locked
    book.set(PLAN, "Program Pemberdayaan Usaha Mikro", "indikator", "X")
    plan = book.plan()
    assert plan.changes == []
    assert "milik Bidang lain" in plan.faults[0].message


def test_an_unknown_bidang_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        run.export_workbook(_with_bidang(tmp_path), tmp_path / "x.xlsx", "Bidang Perikanan")
    assert "Sekretariat, Bidang UKM" in caught.value.problems[0].hint


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = lay_down(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["excel", "ekspor", "isi", "-o", "kerja.xlsx"]) == 0
    assert cli.main(["excel", "ekspor", "isi", "-o", "kerja.xlsx"]) == 1
    assert "berkas itu sudah ada" in capsys.readouterr().err
    book = Workbook(folder)
    book.set(PLAN, SUB, "pagu", "75.000.000")
    book.book.save("kerja.xlsx")
    typed = Path("kerja.xlsx").read_bytes()
    assert cli.main(["excel", "ekspor", "isi", "-o", "kerja.xlsx", "--timpa"]) == 0
    (kept,) = (path for path in Path(".cadangan").glob("*/kerja.xlsx") if path.read_bytes() == typed)
    assert f"disimpan di {kept}." in capsys.readouterr().out
    Path("kerja.xlsx").write_bytes(typed)
    before = (folder / "tabel" / f"{PLAN}.json").read_text("utf-8")
    monkeypatch.setattr("click.confirm", lambda *words, **options: False)
    assert cli.main(["excel", "impor", "kerja.xlsx", "isi"]) == 0
    said = capsys.readouterr().out
    at = book.cell(PLAN, SUB, "pagu").coordinate
    column = "Rencana Tahun 2027 / Kebutuhan Dana/Pagu Indikatif (Rp)"
    place = f"Tabel 4.1, Pelatihan Usaha Mikro, kolom {column}  [tabel/rencana-program.json]"
    assert f"~ ubah  Tabel 4.1!{at}  {place}" in said
    assert "    - 50.000.000\n    + 75.000.000" in said
    assert cli.main(["excel", "impor", "kerja.xlsx", "isi", "--format", "json", "--ya", "--coba"]) == 0
    assert json.loads(capsys.readouterr().out)["perubahan"][0]["baru"] == "75.000.000"
    assert (folder / "tabel" / f"{PLAN}.json").read_text("utf-8") == before
    assert cli.main(["excel", "impor", "kerja.xlsx", "isi", "--ya"]) == 0
    after = (folder / "tabel" / f"{PLAN}.json").read_text("utf-8")
    assert after == before.replace('"pagu": 50000000', '"pagu": 75000000')
    [kept] = (folder / ".cadangan").rglob("rencana-program.json")
    assert kept.read_text("utf-8") == before


def test_byte_mark_and_line_ends_stay(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    path = folder / "tabel" / f"{PLAN}.json"
    raw = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(raw)
    book = Workbook(folder)
    book.set(PLAN, SUB, "pagu", 75_000_000)
    book.add(PLAN, SUB, tingkat="sub kegiatan", sub="Baru")
    book.take()
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf{\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")
