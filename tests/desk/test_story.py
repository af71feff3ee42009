"""The year of an office as one story on the page, with two windows, a reload, and a page that is killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from renjadoc.word.layout.pages import find_libreoffice
from tests.absorption.paper import Paper
from tests.desk.browser import (
    await_that,
    find_port,
    needs_browser,
    open_window,
    read_address,
    running_desk,
    start_desk,
)

pytestmark = [needs_browser, pytest.mark.lambat]
SECRETARIAT, FIELD = "Sekretariat", "Bidang Usaha Mikro"


def read(folder: Path, file: str) -> Any:
    return json.loads((folder / file).read_text("utf-8"))


def open_tab(window: Any, name: str) -> None:
    window.get_by_role("link", name=name, exact=True).first.click()


class Office:
    """The office of the story: its window, its folder, the table that holds its plan."""

    def __init__(self, window: Any, root: Path) -> None:
        self.window, self.root, self.folder = window, root, root / "dinas"
        self.address = window.url.rstrip("/")
        self.plan = ""

    def go(self, screen: str, folder: str = "dinas") -> None:
        self.window.goto(f"{self.address}/renja/{folder}/{screen}")

    def programs(self) -> list[Any]:
        return read(self.folder, f"tabel/{self.plan}.json")["program"]

    def begin(self) -> None:
        """From nothing, by answers alone."""
        window = self.window
        window.get_by_role("button", name="Mulai baru").click()
        window.get_by_label("Nama folder").fill("dinas")
        window.get_by_role("button", name="Berikutnya").click()
        window.get_by_label("Nama resmi").fill("Dinas Cerita")
        window.get_by_text("Lambang", exact=True).click()
        window.get_by_role("button", name="Buat folder").click()
        window.get_by_text("Punya cetakan SIPD?").wait_for()
        tables = (self.folder / "tabel").glob("*.json")
        self.plan = next(
            one.stem for one in tables if read(self.folder, f"tabel/{one.name}")["jenis"] == "rencana-program"
        )

    def write_chapter(self) -> None:
        """A sentence with a figure; a reload in the middle; another window sees it."""
        window = self.window
        self.go("isi/bab/bab-1")
        box = window.get_by_role("textbox", name="Paragraf 1 1.1.")
        box.click()
        window.keyboard.press("Control+End")
        window.keyboard.type(" Rencana ini disusun bersama. Tahunnya ")
        window.get_by_label("Sisipkan nama atau angka").click()
        window.keyboard.type("Tahun Renja")
        window.get_by_role("option", name="Tahun Renja: ").click()
        box.press("Control+s")
        wanted = "Rencana ini disusun bersama. Tahunnya {{ tahun }}"
        await_that(window, lambda: read(self.folder, "bab-1.json")["bagian"][0]["isi"][0].endswith(wanted))
        window.reload()
        box.get_by_text("Rencana ini disusun bersama.").wait_for()

    def fill_grid(self) -> None:
        """A second program below the first, and whose they are."""
        window = self.window
        self.go(f"isi/tabel/{self.plan}")
        window.locator('[row-id="/program/0"]').first.click()
        window.get_by_role("button", name="Tambah program di bawahnya").click()
        dialog = window.get_by_role("dialog")
        dialog.get_by_label("Program", exact=False).last.fill("Program Cerita")
        dialog.get_by_role("button", name="Tambah", exact=True).click()
        await_that(window, lambda: len(self.programs()) == 2)
        for number, owner in enumerate((SECRETARIAT, FIELD)):
            self.go(f"isi/tabel/{self.plan}?di=/program/{number}/bidang")
            window.locator(".ag-cell-focus").wait_for()
            window.keyboard.press("Enter")
            window.keyboard.type(owner)
            window.keyboard.press("Enter")
            await_that(window, lambda at=number, owner=owner: self.programs()[at].get("bidang") == owner)

    def see_findings_in_two_windows(self) -> None:
        """What one window writes is found in the other, which is not touched."""
        other = self.window.context.new_page()
        other.goto(f"{self.address}/renja/dinas/periksa")
        other.get_by_text("BAB III").first.wait_for()
        self.go("isi/bab/bab-1")
        box = self.window.get_by_role("textbox", name="Paragraf 2 1.1.")
        box.click()
        self.window.keyboard.press("Control+End")
        self.window.keyboard.type(" Kata salahh.")
        self.window.keyboard.press("Control+s")
        other.get_by_text("BAB I Pendahuluan").click()
        other.get_by_text("“salahh” tidak ada dalam kamus").first.wait_for()
        other.get_by_role("button", name="Tambah “salahh” ke kamus").click()
        other.get_by_text("“salahh” tidak ada dalam kamus").wait_for(state="hidden")
        other.close()

    def preview(self) -> None:
        """The pages, where this computer can lay them out; Word in any case."""
        self.go("lihat")
        self.window.get_by_role("button", name="Buat dokumen").click()
        self.window.get_by_role("button", name="Unduh Word").wait_for()
        assert list(self.root.glob("*.docx"))
        if find_libreoffice():
            self.window.locator(".halaman").nth(3).wait_for()

    def go_through_word(self, docx: Path) -> None:
        """A chapter out to Word, edited there, taken back."""
        window = self.window
        self.go("isi/bab/bab-1")
        window.get_by_text("Tulis bab ini di Word").click()
        with window.expect_download() as download:
            window.get_by_role("button", name="Unduh naskah").click()
        download.value.save_as(docx)
        paper = Paper(docx)
        paper.replace(paper.p("disusun bersama"), "bersama", "bersama-sama")
        window.locator("input[type=file]").first.set_input_files(paper.save())
        self.accept(1)
        assert "disusun bersama-sama." in read(self.folder, "bab-1.json")["bagian"][0]["isi"][0]

    def go_through_excel(self, place: Path) -> None:
        """Two workbooks for two Bidang; of one the page has changed the same cell meanwhile."""
        window = self.window
        books = [self.export(owner, place / f"{owner}.xlsx") for owner in (SECRETARIAT, FIELD)]
        type_in(books[0], "Nama program", "Program Sekretariat")
        type_in(books[1], "Program Cerita", "Program dari Bidang")
        self.go(f"isi/tabel/{self.plan}?di=/program/1/nama")
        window.locator(".ag-cell-focus").wait_for()
        for key in ("Enter", "Control+a"):
            window.keyboard.press(key)
        window.keyboard.type("Program dari Halaman")
        window.keyboard.press("Enter")
        await_that(window, lambda: self.programs()[1]["nama"] == "Program dari Halaman")
        self.go("masuk")
        window.locator("input[type=file]").first.set_input_files(books[0])
        self.accept(1)
        window.locator("input[type=file]").first.set_input_files(books[1])
        window.get_by_text("0 perubahan, 1 bentrok").wait_for()
        window.get_by_role("button", name="Ambil dari berkas ini").click()
        self.accept(1)
        assert [one["nama"] for one in self.programs()] == ["Program Sekretariat", "Program dari Bidang"]

    def export(self, owner: str, workbook: Path) -> Path:
        window = self.window
        self.go("masuk")
        window.get_by_label("Bidang").click()
        window.get_by_role("option", name=owner).click()
        with window.expect_download() as download:
            window.get_by_role("button", name="Unduh Excel untuk diisi").click()
        download.value.save_as(workbook)
        return workbook

    def accept(self, count: int) -> None:
        self.window.get_by_role("button", name="Terima").click()
        self.window.get_by_text(f"{count} perubahan ditulis.").wait_for()
        self.window.get_by_role("button", name="Tutup").click()

    def undo(self) -> None:
        window = self.window
        self.go("riwayat")
        window.get_by_role("button", name="Kembalikan keadaan").first.click()
        window.get_by_role("dialog").get_by_role("button", name="Kembalikan").click()
        window.get_by_text("urungkan").first.wait_for()
        assert self.programs()[1]["nama"] == "Program dari Halaman"

    def begin_next_year_and_amend(self) -> None:
        window = self.window
        self.go("lanjut")
        window.get_by_label("Nama folder baru").fill("dinas-lanjut")
        window.get_by_role("button", name="Lanjut").click()
        window.get_by_text("siap").wait_for()
        self.go("perubahan")
        window.get_by_label("Nama folder baru").fill("dinas-perubahan")
        window.get_by_role("button", name="Buat Perubahan").click()
        window.get_by_role("link", name="Buka folder baru").click()
        window.wait_for_url("**/dinas-perubahan/isi")
        year = read(self.folder, "dokumen.json")["tahun"]
        assert read(self.root / "dinas-lanjut", "dokumen.json")["tahun"] == year + 1
        assert read(self.root / "dinas-perubahan", "dokumen.json")["perubahan"]


def type_in(workbook: Path, old: str, new: str) -> None:
    """Change a cell as somebody does it in Excel."""
    book = openpyxl.load_workbook(workbook)
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    next(cell for cell in cells if cell.value == old and not cell.protection.locked).value = new
    book.save(workbook)


def test_a_year_from_nothing_to_the_next(tmp_path: Path) -> None:
    root = tmp_path / "Renja"
    root.mkdir()
    with running_desk(root) as address, open_window(address) as window:
        office = Office(window, root)
        office.begin()
        office.write_chapter()
        office.fill_grid()
        office.see_findings_in_two_windows()
        office.preview()
        office.go_through_word(tmp_path / "bab-1.docx")
        office.go_through_excel(tmp_path)
        office.undo()
        office.begin_next_year_and_amend()
        assert window.said == []
        assert all(url.startswith(("http://127.0.0.1:", "blob:", "data:")) for url in window.asked)


def test_a_page_that_is_killed_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    root = tmp_path / "Renja"
    root.mkdir()
    command = [sys.executable, "-m", "renjadoc", "baru", str(root / "dinas"), "--tahun", "2027"]
    subprocess.run(command, check=True, capture_output=True)
    with start_desk(root, "--port", str(find_port())) as process:
        address = read_address(process)
        with open_window(address) as window:
            window.goto(f"{address.partition('?')[0]}renja/dinas/isi/bab/bab-1")
            box = window.get_by_role("textbox", name="Paragraf 1").first
            box.click()
            window.keyboard.press("Control+End")
            window.keyboard.type(" Sebelum mati.")
            window.keyboard.press("Control+s")
            await_that(window, lambda: "Sebelum mati." in (root / "dinas" / "bab-1.json").read_text("utf-8"))
            process.send_signal(signal.SIGKILL)
            process.wait(30)
    with running_desk(root) as address, open_window(address) as window:
        window.goto(f"{address.partition('?')[0]}renja/dinas/isi/bab/bab-1")
        window.get_by_text("Sebelum mati.").wait_for()
        open_tab(window, "Riwayat")
        window.get_by_text("ditulis di halaman").wait_for()
