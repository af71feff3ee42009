"""What a run tells beside each office: other years, two folders of one office, none at all, pagu against plafon."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import openpyxl
import pytest

from renjadoc.batch.ceilings import compare_ceilings, read_ceilings
from renjadoc.batch.folders import find_empty, find_folders, find_linked
from renjadoc.batch.office import OfficeResult, Status, make_office
from renjadoc.batch.summary import Summary
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.problem import ProblemsFound
from tests.batch.test_massal import BASE, lay, name_office, run, task


def _result(name: str, folder: str, year: int = 2027, pagu: int | None = None) -> OfficeResult:
    return OfficeResult(folder, f"{folder}.docx", Status.MADE, name, year, pagu=pagu)


def test_offices_of_other_years_are_told() -> None:
    results = [_result("A", "a"), _result("B", "b"), _result("C", "c", 2026)]
    [note] = Summary(results, 1.0).notes()
    assert "tahunnya bukan 2027" in note
    assert "C (c: 2026)" in note


def test_two_folders_of_one_office_are_told() -> None:
    [note] = Summary([_result("Dinas A", "a"), _result("dinas  a", "b"), _result("B", "c")], 1.0).notes()
    assert "ada di 2 folder: a; b" in note


def test_nothing_is_told_where_all_is_well() -> None:
    assert Summary([_result("A", "a"), _result("B", "b")], 1.0).notes() == []


def test_folders_without_content_are_told(tmp_path: Path) -> None:
    lay(tmp_path, "opd/dinkes", "opd/bidang/dinkop")
    for name in ("kosong", ".tersembunyi", "keluar"):
        (tmp_path / "opd" / name).mkdir()
    assert find_empty(tmp_path / "opd", tmp_path / "opd" / "keluar") == ["kosong"]
    assert find_empty(tmp_path / "opd" / "dinkes", tmp_path) == [], "one office by itself has none"


@pytest.mark.skipif(sys.platform == "win32", reason="tautan POSIX")
def test_links_to_folders_are_told_and_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/satu", "lain", base=BASE)
    for name, target in (("satu/putar", "."), ("dua", "../lain"), ("semua", ".."), (".samar", "..")):
        (tmp_path / "opd" / name).symlink_to(target)
    assert find_linked(Path("opd"), Path("keluar")) == ["dua", "semua"], "what lies in an office is its own matter"
    assert find_empty(Path("opd"), Path("keluar")) == []
    _, said = run("opd", "-o", "keluar", "--proses", "1", capsys=capsys)
    assert [one["folder"] for one in said["perangkat_daerah"]] == ["satu"]
    assert "tautan ke folder dilewati: dua." in said["perhatian"]
    (tmp_path / "hanya").mkdir()
    (tmp_path / "hanya" / "satu").symlink_to("../opd/satu")
    with pytest.raises(ProblemsFound) as caught:
        find_folders(Path("hanya"), Path("keluar"))
    assert "--daftar" in caught.value.problems[0].hint


@pytest.mark.skipif(sys.platform == "win32", reason="pipa POSIX")
def test_a_pipe_in_a_folder_fails_that_office_and_the_summary_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/baik", "opd/pipa", "opd/depan", base=BASE)
    for place in ("pipa/bab-1.json", "depan/dokumen.json"):
        (tmp_path / "opd" / place).unlink()
        os.mkfifo(tmp_path / "opd" / place)
    os.mkfifo(tmp_path / "opd" / "baik" / "catatan.json")
    _, said = run("opd", "-o", "keluar", "--proses", "1", capsys=capsys)
    made = {one["folder"]: one["status"] for one in said["perangkat_daerah"]}
    assert (made["pipa"], made["depan"]) == ("gagal", "gagal")
    assert (tmp_path / "keluar" / "Ringkasan.xlsx").is_file()


def test_open_counts_cells_as_buat_does(tmp_path: Path) -> None:
    lay(tmp_path, "dinkes")
    path = tmp_path / "dinkes" / "tabel" / "rencana-program.json"
    data = json.loads(path.read_text("utf-8"))
    for sub in data["program"][0]["kegiatan"][0]["sub_kegiatan"]:
        sub |= {"lokasi": None, "target": None}
    path.write_text(json.dumps(data), "utf-8")
    made = make_office(task(tmp_path / "dinkes"))
    order = DocumentOrder(tmp_path / "dinkes", tmp_path / "satu.docx", page_numbers=False)
    said = make_document(order, lambda text: None).open[0]
    assert said.startswith(f"{made.terbuka} isian")
    assert made.terbuka > 1


# Plafon


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "plafon.csv"
    path.write_text("No;Perangkat Daerah;Plafon (Rp)\n1;Dinas A;1.000\n2;Dinas B;2.000.000\n3;Dinas C;5\n", "utf-8")
    return path


def test_pagu_against_plafon(listed: Path) -> None:
    results = [_result("dinas A", "a", pagu=1_000), _result("Dinas B", "b", pagu=2_500_000), _result("D", "d")]
    assert list(compare_ceilings(results, read_ceilings(listed))) == [
        "Dinas B: pagu Rp2.500.000 melebihi plafon Rp2.000.000, selisih Rp500.000.",
        "D tidak ada dalam daftar plafon.",
        "Dinas C ada dalam daftar plafon, tetapi tidak mempunyai folder isi.",
    ]


def test_two_folders_of_one_office_are_each_held_against_its_plafon(listed: Path) -> None:
    """A copy adds nothing to the first, and one that could not be made is no plan of Rp0."""
    results = [
        _result("Dinas A", "a", pagu=1_000), _result("Dinas A", "a-lama", pagu=900), _result("Dinas B", "b"),
        _result("Dinas C", "c", pagu=5),
    ]  # fmt: skip
    assert list(compare_ceilings(results, read_ceilings(listed))) == [
        "Dinas A (a-lama): pagu Rp900 kurang dari plafon Rp1.000, selisih Rp100."
    ]


@pytest.mark.parametrize(("name", "is_known"), [("rencana-program (1)", False), (".rencana-program", True)])
def test_a_plan_that_stands_there_twice_is_not_summed_twice(tmp_path: Path, name: str, is_known: bool) -> None:
    lay(tmp_path, "dinkop")
    folder = tmp_path / "dinkop"
    whole = make_office(task(folder)).pagu
    plan = folder / "tabel" / "rencana-program.json"
    plan.with_name(f"{name}.json").write_bytes(plan.read_bytes())
    assert whole
    assert make_office(task(folder)).pagu == (whole if is_known else None)


def test_a_plafon_as_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (["DAFTAR PLAFON"], [], ["OPD", "Pagu Indikatif"], ["Dinas A", 7]):
        page.append(row)
    book.save(tmp_path / "a.xlsx")
    assert read_ceilings(tmp_path / "a.xlsx") == {"Dinas A": 7}


@pytest.mark.parametrize("text", ["nama;nilai\nA;1\n", "OPD;Plafon\nA;seribu\n"])
def test_a_list_that_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        read_ceilings(tmp_path / "a.csv")
    assert caught.value.problems[0].code == "RJ070"


def test_the_command_compares_and_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/satu", "opd/dua", base=BASE)
    name_office(Path("opd/satu"), "Dinas Satu")
    name_office(Path("opd/dua"), "Dinas Dua")
    Path("opd/kosong").mkdir()
    Path("plafon.csv").write_text("OPD,Plafon\nDinas Satu,1\n", "utf-8")
    code, said = run("opd", "-o", "keluar", "--proses", "1", "--plafon", "plafon.csv", capsys=capsys)
    assert code == 0
    told = " ".join(said["perhatian"])
    assert "tidak berisi folder isi: kosong." in told
    assert "Dinas Satu: pagu" in told
    assert "Dinas Dua tidak ada dalam daftar plafon." in told
