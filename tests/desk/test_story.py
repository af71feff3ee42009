"""The year of an office as one story on the page, and a page that is killed in the middle of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.desk.browser import needs_browser, open_window, running_desk

pytestmark = [needs_browser, pytest.mark.lambat]


def read(folder: Path, file: str) -> Any:
    return json.loads((folder / file).read_text("utf-8"))


def open_tab(window: Any, name: str) -> None:
    window.get_by_role("link", name=name, exact=True).first.click()


def add_row(window: Any, button: str, **cells: str) -> None:
    """Add a row below the one that the cursor stands in; the fields go by what their columns are called."""
    window.get_by_role("button", name=button, exact=True).click()
    for label, text in cells.items():
        window.get_by_role("dialog").get_by_label(label, exact=False).last.fill(text)
    window.get_by_role("dialog").get_by_role("button", name="Tambah", exact=True).click()
    window.get_by_role("dialog").wait_for(state="hidden")


def begin_office(window: Any, root: Path) -> Path:
    window.get_by_role("button", name="Mulai baru").click()
    window.get_by_label("Nama folder").fill("dinas")
    window.get_by_role("button", name="Berikutnya").click()
    window.get_by_label("Nama resmi").fill("Dinas Cerita")
    window.get_by_text("Lambang", exact=True).click()
    window.get_by_role("button", name="Buat folder").click()
    window.get_by_text("Punya cetakan SIPD?").wait_for()
    return root / "dinas"


def take_excel(window: Any, folder: Path, workbook: Path) -> None:
    """The tables out, a name changed in Excel, the workbook back, taken."""
    open_tab(window, "Masuk dan keluar")
    with window.expect_download() as download:
        window.get_by_role("button", name="Unduh Excel untuk diisi").click()
    download.value.save_as(workbook)
    book = openpyxl.load_workbook(workbook)
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    next(cell for cell in cells if cell.value == "Program Cerita").value = "Program Cerita Baru"
    book.save(workbook)
    window.locator("input[type=file]").first.set_input_files(workbook)
    window.get_by_role("button", name="Terima").click()
    window.get_by_text("1 perubahan ditulis.").wait_for()
    window.get_by_role("button", name="Tutup").click()


def test_a_year_from_nothing_to_the_next(tmp_path: Path) -> None:
    root = tmp_path / "Renja"
    root.mkdir()
    with running_desk(root) as address, open_window(address) as window:
        folder = begin_office(window, root)
        open_tab(window, "Isi")
        plan = next(path for path in (folder / "tabel").glob("*.json") if read(folder, f"tabel/{path.name}")["jenis"]
                    == "rencana-program")  # fmt: skip
        window.goto(f"{address.partition('?')[0]}renja/dinas/isi/tabel/{plan.stem}")
        add_row(window, "Tambah program", Program="Program Cerita")
        window.get_by_text("Tersimpan", exact=True).wait_for()
        assert read(folder, f"tabel/{plan.name}")["program"][-1]["nama"] == "Program Cerita"
        take_excel(window, folder, tmp_path / "isian.xlsx")
        assert read(folder, f"tabel/{plan.name}")["program"][-1]["nama"] == "Program Cerita Baru"
        window.reload()
        open_tab(window, "Riwayat")
        window.get_by_role("button", name="Kembalikan keadaan").first.click()
        window.get_by_role("dialog").get_by_role("button", name="Kembalikan").click()
        window.get_by_text("urungkan").wait_for()
        assert read(folder, f"tabel/{plan.name}")["program"][-1]["nama"] == "Program Cerita"
        window.goto(f"{address.partition('?')[0]}renja/dinas/lanjut")
        window.get_by_label("Nama folder baru").fill("dinas-lanjut")
        window.get_by_role("button", name="Lanjut").click()
        window.get_by_text("siap").wait_for()
    assert read(root / "dinas-lanjut", "dokumen.json")["tahun"] == read(folder, "dokumen.json")["tahun"] + 1


def test_a_page_that_is_killed_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    root = tmp_path / "Renja"
    root.mkdir()
    command = [sys.executable, "-m", "renjadoc", "baru", str(root / "dinas"), "--tahun", "2027"]
    subprocess.run(command, check=True, capture_output=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment["XDG_CACHE_HOME"] = str(tmp_path / "simpanan")
    command = [sys.executable, "-m", "renjadoc", "meja", str(root), "--tanpa-peramban"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[-1]
        with open_window(address) as window:
            window.goto(f"{address.partition('?')[0]}renja/dinas/isi/bab/bab-1")
            box = window.get_by_role("textbox", name="Paragraf 1").first
            box.click()
            window.keyboard.press("Control+End")
            window.keyboard.type(" Sebelum mati.")
            window.keyboard.press("Control+s")
            window.get_by_text("Tersimpan", exact=True).wait_for()
            process.send_signal(signal.SIGKILL)
            process.wait(30)
    with running_desk(root) as address, open_window(address) as window:
        window.goto(f"{address.partition('?')[0]}renja/dinas/isi/bab/bab-1")
        window.get_by_text("Sebelum mati.").wait_for()
        open_tab(window, "Riwayat")
        window.get_by_text("ditulis di halaman").wait_for()
