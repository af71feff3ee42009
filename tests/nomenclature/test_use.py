"""What the nomenclature does in a folder: rules, gulir, SIPD, Excel, and filling by command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc import cli
from renjadoc.edits.apply import write_texts
from renjadoc.examine import examine_folder
from renjadoc.nomenclature import rows
from renjadoc.sheets import ministry
from renjadoc.sheets.sipd import run
from tests.nomenclature.lists import write_export
from tests.sheets.excel.sheet import Workbook, lay_down, table

PLAN = "rencana-program"
_SUBS = "/program/1/kegiatan/0/sub_kegiatan"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base folder with the fictitious nomenclature of its own."""
    monkeypatch.chdir(tmp_path)
    lay_down(tmp_path)
    entries = ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries
    Path("isi/nomenklatur.csv").write_text(rows.write_csv(entries), "utf-8")
    return Path("isi")


def _change(folder: Path, key: str, value: Any) -> None:
    path = folder / "tabel" / f"{PLAN}.json"
    data = json.loads(path.read_text("utf-8"))
    data["program"][1]["kegiatan"][0]["sub_kegiatan"][0][key] = value
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def _said(folder: Path, code: str) -> list[str]:
    return [f"{p.message} {p.hint}" for p in examine_folder(folder)[1].problems if p.code == code]


def test_a_right_plan_is_right(folder: Path) -> None:
    assert [p.code for p in examine_folder(folder)[1].problems if p.code.startswith("RJ32")] == []


def test_a_code_that_was_replaced_is_told_with_what_replaces_it(folder: Path) -> None:
    _change(folder, "kode", "2.17.07.2.01.0003")
    [said] = _said(folder, "RJ321")
    assert "sudah diganti" in said
    assert "2.17.07.2.01.0016 Kemitraan Usaha Mikro" in said


@pytest.mark.parametrize(("code", "rule"), [("2.17.07.2.01.0099", "RJ321"), ("2.17.07.2.01.0016", "RJ322")])
def test_a_wrong_code_is_told_with_that_of_the_name(folder: Path, code: str, rule: str) -> None:
    _change(folder, "kode", code)
    assert "Nama ini berkode 2.17.07.2.01.0001." in _said(folder, rule)[0]


def test_a_code_of_the_province_is_told(folder: Path) -> None:
    _change(folder, "kode", "2.17.07.1.01.0001")
    assert "adalah kode provinsi" in _said(folder, "RJ321")[0]


def test_next_year_offers_the_new_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _change(folder, "kode", "2.17.07.2.01.0003")
    assert cli.main(["gulir", "isi", "2028"]) == 0
    said = capsys.readouterr().out
    assert "2.17.07.2.01.0003 → 2.17.07.2.01.0016" in said
    assert "--kode-baru" in said
    assert "nomenklatur.csv ikut terbawa" in said
    assert cli.main(["gulir", "isi", "lain-2028", "--kode-baru"]) == 0
    sub = json.loads(Path(f"lain-2028/tabel/{PLAN}.json").read_text("utf-8"))["program"][1]["kegiatan"][0]
    assert sub["sub_kegiatan"][0]["kode"] == "2.17.07.2.01.0016"
    assert sub["sub_kegiatan"][0]["nama"] == "Kemitraan Usaha Mikro"


def test_next_year_tells_a_code_that_nothing_replaces(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _change(folder, "kode", "2.17.07.2.01.0099")
    assert cli.main(["gulir", "isi", "2028"]) == 0
    assert "2.17.07.2.01.0099 Pelatihan Usaha Mikro: tidak ada lagi" in capsys.readouterr().out


def test_sipd_rows_without_names_get_them(folder: Path) -> None:
    Path("sipd.csv").write_text("kode_sub_giat;pagu\n2.17.07.2.01.0016;7000000\n", "utf-8")
    plan = run.plan_import(Path("sipd.csv"), folder)
    assert plan.export.left == []
    text = write_texts(folder, plan.edits)[f"tabel/{PLAN}.json"]
    new = json.loads(text)["program"][1]["kegiatan"][0]["sub_kegiatan"][1]
    assert (new["nama"], new["indikator"]) == ("Kemitraan Usaha Mikro", "Jumlah Usaha Mikro yang Bermitra")
    assert new["pagu"] == 7_000_000


def test_open_cells_are_filled_by_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _change(folder, "indikator", None)
    _change(folder, "target", 30)
    assert cli.main(["nomenklatur", "isi", "isi", "--ya"]) == 0
    assert "2 isian dari nomenklatur" in capsys.readouterr().out
    sub = table(folder, PLAN)["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    assert (sub["indikator"], sub["target"]) == ("Jumlah Peserta", "30 Orang")


def test_a_folder_carries_its_own_list(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("isi/nomenklatur.csv").unlink()
    assert cli.main(["nomenklatur", "pasang", "x.xlsx", "--folder", "isi"]) == 0
    assert _said(folder, "RJ320") == []
    assert "2.17.07.1.01.0001" not in Path("isi/nomenklatur.csv").read_text("utf-8")
    assert cli.main(["nomenklatur", "pasang", "x.xlsx", "--folder", "isi"]) == 1
    assert cli.main(["nomenklatur", "cari", "kemitraan", "--folder", "isi"]) == 0
    assert "2.17.07.2.01.0016" in capsys.readouterr().out


def test_a_code_typed_in_excel_brings_name_and_indicator(folder: Path) -> None:
    book = Workbook(folder)
    book.spare(PLAN, kode="2.17.07.2.01.0016", target=4, pagu=9_000_000)
    plan = book.take()
    assert plan.faults == []
    new = table(folder, PLAN)["program"][1]["kegiatan"][0]["sub_kegiatan"][1]
    assert (new["nama"], new["indikator"]) == ("Kemitraan Usaha Mikro", "Jumlah Usaha Mikro yang Bermitra")
    assert (new["target"], new["pagu"]) == ("4 Unit Usaha", 9_000_000)


def test_a_code_of_any_bidang_typed_at_the_end_of_the_sheet_goes_where_it_belongs(folder: Path) -> None:
    """The ministry's list has it as X.XX.01; as long as it has no name yet, it is told by its code."""
    book = Workbook(folder)
    book.spare(PLAN, kode="2.17.01.2.01.0002", target=4, pagu=9_000_000)
    plan = book.take()
    assert any("“2.17.01.2.01.0002” masuk ke bawah" in note for note in plan.notes)
    new = table(folder, PLAN)["program"][0]["kegiatan"][0]["sub_kegiatan"][-1]
    assert (new["nama"], new["target"]) == ("Evaluasi Kinerja", "4 Laporan")


def test_another_code_in_excel_brings_its_name_where_the_old_one_was_taken_out(folder: Path) -> None:
    book = Workbook(folder)
    old = table(folder, PLAN)["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    book.set(PLAN, old["nama"], "kode", " 2.17.7.2.1.16. ")
    book.set(PLAN, old["nama"], "indikator", None)
    book.set(PLAN, old["nama"], "sub", None)
    plan = book.take()
    assert plan.faults == []
    new = table(folder, PLAN)["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    assert (new["kode"], new["nama"]) == ("2.17.07.2.01.0016", "Kemitraan Usaha Mikro")
    assert (new["indikator"], new["pagu"]) == ("Jumlah Usaha Mikro yang Bermitra", old["pagu"])


def test_a_code_in_excel_that_nobody_knows_is_named(folder: Path) -> None:
    book = Workbook(folder)
    book.spare(PLAN, kode="2.17.07.2.01.0099", pagu=9_000_000)
    [fault] = book.plan().faults
    assert "kode 2.17.07.2.01.0099 tidak ada dalam" in fault.message
