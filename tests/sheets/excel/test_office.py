"""Workbooks that went through LibreOffice: nothing is lost, and its sums are ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from renjadoc.sheets.excel import run
from renjadoc.word import pages
from tests.conftest import ROOT, needs_office
from tests.sheets.excel.sheet import Workbook, at, table


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
