"""The screens in a real browser: what a secretariat does, and that the folder afterwards is the command's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from renjadoc.cli import main
from renjadoc.journal import BACKUPS
from tests.conftest import ROOT, needs_office
from tests.desk.browser import needs_browser, open_window, running_desk

pytestmark = [needs_browser, pytest.mark.lambat]
SCRIPT = "<script>document.title = 'celaka'</script><b>tebal</b>"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of content folders with the Renja of 2021 in it."""
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "Renja" / "renja-2021")
    return tmp_path / "Renja"


def read_all(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and BACKUPS not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def edit_workbook(path: Path, new: str) -> None:
    """Change one cell that people fill in."""
    book = openpyxl.load_workbook(path)
    cell = next(
        cell
        for row in book["Tabel 3.1"].iter_rows()
        for cell in row
        if isinstance(cell.value, str) and not cell.protection.locked and "koperasi" in cell.value.casefold()
    )
    cell.value = new
    book.save(path)


def open_screen(window: Any, name: str) -> None:
    window.get_by_role("link", name="Buka renja-2021").click()
    window.get_by_role("link", name=name, exact=True).click()


def test_excel_out_and_in_writes_what_the_command_writes(root: Path, tmp_path: Path) -> None:
    folder, twin, workbook = root / "renja-2021", tmp_path / "kembar", tmp_path / "isian.xlsx"
    before = read_all(folder)
    shutil.copytree(folder, twin)
    with running_desk(root) as address, open_window(address) as window:
        open_screen(window, "Masuk dan keluar")
        with window.expect_download() as download:
            window.get_by_role("button", name="Unduh Excel untuk diisi").click()
        download.value.save_as(workbook)
        edit_workbook(workbook, f"Jumlah koperasi {SCRIPT}")
        window.set_input_files("input[type=file]", workbook)
        window.get_by_text("1 perubahan, 0 bentrok").wait_for()
        # A text of the content is never part of the page.
        assert window.get_by_text(SCRIPT).count() == 1
        assert window.title() == "renja-2021"
        assert read_all(folder) == before
        window.get_by_role("button", name="Terima").dblclick()
        window.get_by_text("1 perubahan ditulis.").wait_for()
        assert window.get_by_text("Belum dapat dikerjakan").count() == 0
        assert main(["excel", "impor", str(workbook), str(twin), "--ya"]) == 0
        assert read_all(folder) == read_all(twin) != before
        window.get_by_role("button", name="Tutup").click()
        window.get_by_role("link", name="Riwayat").click()
        window.get_by_role("button", name="Kembalikan keadaan").click()
        window.get_by_role("dialog").get_by_role("button", name="Kembalikan").click()
        window.get_by_text("urungkan").wait_for()
        assert read_all(folder) == before
        assert all(url.startswith(("http://127.0.0.1:", "blob:", "data:")) for url in window.asked)
        assert window.said == []


def test_a_change_without_its_tick_is_not_written(root: Path, tmp_path: Path) -> None:
    folder, workbook = root / "renja-2021", tmp_path / "isian.xlsx"
    before = read_all(folder)
    assert main(["excel", "ekspor", str(folder), "-o", str(workbook)]) == 0
    edit_workbook(workbook, "Jumlah koperasi yang diubah")
    with running_desk(root) as address, open_window(address) as window:
        open_screen(window, "Masuk dan keluar")
        window.set_input_files("input[type=file]", workbook)
        window.get_by_role("checkbox").click()
        window.get_by_role("button", name="Terima").click()
        window.get_by_text("0 perubahan ditulis.").wait_for()
    assert read_all(folder) == before


def test_a_new_renja_is_made_of_answers(root: Path) -> None:
    with running_desk(root) as address, open_window(address) as window:
        window.get_by_role("button", name="Mulai baru").click()
        window.get_by_label("Nama folder").fill("dinas-uji")
        window.get_by_role("button", name="Berikutnya").click()
        window.get_by_label("Nama resmi").fill("Dinas Uji")
        for _ in range(5):
            step = window.locator(".q-stepper__step-content:visible").last.element_handle()
            window.locator("button:visible", has_text="Berikutnya").last.click()
            # The step slides out, and with it a button of the same name.
            window.wait_for_function("(step) => !step.isConnected || !step.offsetParent", arg=step)
        window.get_by_role("button", name="Buat folder").click()
        window.get_by_text("Punya cetakan SIPD?").wait_for()
    data = json.loads((root / "dinas-uji" / "dokumen.json").read_text("utf-8"))
    assert data["perangkat_daerah"]["nama"] == "Dinas Uji"


@needs_office
def test_the_document_is_made_and_its_pages_are_shown(root: Path) -> None:
    with running_desk(root) as address, open_window(address) as window:
        open_screen(window, "Lihat")
        window.get_by_role("button", name="Buat dokumen").click()
        window.get_by_text("halaman").first.wait_for()
        assert window.locator(".halaman").count() == int(window.get_by_text(" halaman").first.inner_text().split()[0])
    assert len(list(root.glob("Renja-2021-*.docx"))) == 1


@needs_office
def test_a_document_that_somebody_edited_is_not_replaced_unasked(root: Path) -> None:
    edited = root / "Renja-2021-Dinkop-UKM.docx"
    edited.write_bytes(b"disunting")
    with running_desk(root) as address, open_window(address) as window:
        open_screen(window, "Lihat")
        window.get_by_role("button", name="Buat dokumen").click()
        window.get_by_text("sudah disunting orang").wait_for()
        window.get_by_role("button", name="Batal").click()
    assert edited.read_bytes() == b"disunting"


def test_a_second_start_opens_the_page_that_runs(root: Path) -> None:
    with running_desk(root) as first, running_desk(root) as second:
        assert first == second


def test_a_spoilt_folder_is_shown_with_what_is_wrong(root: Path) -> None:
    (root / "renja-2021" / "dokumen.json").write_text("{", "utf-8")
    with running_desk(root) as address, open_window(address) as window:
        window.get_by_role("link", name="Buka renja-2021").click()
        window.get_by_text("belum dapat dibaca").wait_for()
        window.get_by_role("link", name="Lihat di Periksa apa yang harus diperbaiki").click()
        window.get_by_text("Harus diperbaiki").wait_for()


def test_what_is_not_there_is_said_in_words(root: Path, tmp_path: Path) -> None:
    (root / "tautan").symlink_to(tmp_path, target_is_directory=True)
    with running_desk(root) as address, open_window(address) as window:
        for name in ("tidak-ada", "tautan", "%2e%2e", "..%2f.."):
            window.goto(f"{address.partition('?')[0]}renja/{name}/periksa")
            assert "Traceback" not in window.content()
            assert (
                window.get_by_text("folder isi ini tidak ada lagi")
                .or_(window.get_by_text("Tidak ada halaman dengan alamat ini"))
                .count()
            )


def test_the_first_screen_is_there_before_all_folders_are_examined(root: Path) -> None:
    for number in range(20):
        shutil.copytree(root / "renja-2021", root / f"renja-{number}")
    with running_desk(root) as address, open_window(address) as window:
        window.get_by_text("Sedang diperiksa").first.wait_for()
        window.get_by_text("Terisi").nth(20).wait_for()
