"""Workbooks that went through LibreOffice: nothing is lost, and its sums are ours."""

from __future__ import annotations

import copy
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from renjadoc.sheets.excel import run
from renjadoc.word.layout import pages
from tests.conftest import ROOT, needs_office
from tests.sheets.excel.sheet import Workbook, at, put, table
from tests.tables.quarters import QUARTERS


def _resaved(path: Path) -> None:
    """Open in LibreOffice, save as .xlsx again."""
    office = pages.find_libreoffice()
    assert office is not None
    there = path.parent / "kembali"
    profile = f"-env:UserInstallation={(path.parent / 'profil').as_uri()}"
    command = [str(office), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(there), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.move(there / path.name, path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "isi")
    (tmp_path / "isi" / "tabel" / "bebas.json").write_bytes((ROOT / "tests/contoh/tabel/bebas.json").read_bytes())
    return tmp_path / "isi"


@needs_office
def test_saved_by_libreoffice_it_changes_nothing(folder: Path) -> None:
    path = folder.parent / "kerja.xlsx"
    run.export_workbook(folder, path)
    _resaved(path)
    plan = run.plan_import(path, folder)
    assert (plan.changes, plan.conflicts, plan.faults, plan.files) == ([], [], [], {})


@needs_office
def test_what_libreoffice_computes_is_what_renjadoc_computes(folder: Path) -> None:
    """Saved by openpyxl first, the workbook holds no results: every one of them is then LibreOffice's own."""
    book = Workbook(folder)
    name = "Penyediaan Gaji dan Tunjangan ASN"
    book.set("rencana-program", name, "pagu", 2_000_000_000)
    book.set("capaian-kinerja", "Jumlah UMKM naik kelas", "n1", 26)
    cells = {id: book.cell("rencana-program", "jumlah", id).coordinate for id in ("pagu", "pagu_maju")}
    view = book.cell("review-rkpd", "jumlah", "pagu")
    percent = book.cell("capaian-kinerja", "Jumlah UMKM naik kelas", "persen").coordinate
    mean = book.cell("capaian-kinerja", "Rata-rata Kinerja", "persen").coordinate
    book.book.save(book.path)
    _resaved(book.path)
    computed = openpyxl.load_workbook(book.path, data_only=True)
    assert computed["Tabel 3.1"][cells["pagu"]].value == 5_701_420_500 - 2_393_932_000 + 2_000_000_000
    assert computed["Tabel 3.1"][cells["pagu_maju"]].value == 7_093_602_100
    assert computed["Tabel 2.5"][view.coordinate].value == computed["Tabel 3.1"][cells["pagu"]].value
    assert computed["Tabel 2.2"][percent].value == pytest.approx(26 / 24 * 100)
    assert computed["Tabel 2.2"][mean].value == pytest.approx((26 / 24 * 100 + 55.3 / 55 * 100) / 2)
    plan = run.plan_import(book.path, folder)
    assert [one.new for one in plan.changes] == ["26", "2.000.000.000"]
    # Every total and percentage of all sheets was compared; none differs.
    assert plan.faults == []
    assert at(table(folder, "rencana-program"), "/program/0/kegiatan/1/sub_kegiatan/0/pagu") == 2_393_932_000


@needs_office
@pytest.mark.parametrize("form", [None, "permendagri-86", "capaian-renja"])
def test_the_evaluation_by_quarters_computes_in_libreoffice_as_here(folder: Path, form: str | None) -> None:
    data = copy.deepcopy(QUARTERS) | ({"bentuk": form} if form else {})
    training, fair = data["program"][0]["kegiatan"][0]["sub_kegiatan"]
    training["kinerja_1"], fair["kinerja_2"] = "-", "n/a"
    for arah in ("naik", "turun"):
        growth = {
            "target": "-2%",
            "kinerja_1": "-4%",
            "kinerja_2": "-1%",
            "anggaran_1": 0,
            "anggaran_2": 0,
            "arah": arah,
        }
        data["program"][0]["kegiatan"][0]["sub_kegiatan"].append({**fair, "nama": f"Pertumbuhan {arah}", **growth})
    for sub in data["program"][0]["kegiatan"][0]["sub_kegiatan"] if form else ():
        sub |= {"target_renstra": "400 x", "pagu_renstra": 200, "realisasi_renstra": "50 x", "anggaran_renstra": 75}
    put(folder, "evaluasi-triwulan", data)
    book = Workbook(folder)
    reached, spent = (
        book.cell("evaluasi-triwulan", "Pameran Usaha Mikro", id) for id in ("realisasi", "realisasi_anggaran")
    )
    other = book.cell("evaluasi-triwulan", "Pelatihan Usaha Mikro", "realisasi").coordinate
    grown = [book.cell("evaluasi-triwulan", f"Pertumbuhan {arah}", "persen").coordinate for arah in ("naik", "turun")]
    whole = book.cell("evaluasi-triwulan", "jumlah", "realisasi_anggaran").coordinate
    sheet = book.page("evaluasi-triwulan").title
    book.book.save(book.path)
    _resaved(book.path)
    computed = openpyxl.load_workbook(book.path, data_only=True)[sheet]
    assert (computed[reached.coordinate].value, computed[spent.coordinate].value) == ("1 kali", 6)
    assert computed[other].value == "30 orang"
    assert computed[whole].value == 31
    if form != "permendagri-86":
        assert [computed[cell].value for cell in grown] == [150, 50]
    plan = run.plan_import(book.path, folder)
    assert (plan.files, plan.faults) == ({}, [])
