"""Isi in a real browser: chapters in boxes, tables in a grid, findings that lead there, conflicts, two windows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from renjadoc.cli import main
from tests.conftest import ROOT
from tests.desk.browser import await_that, needs_browser, open_window, running_desk, settle

pytestmark = [needs_browser, pytest.mark.lambat]
SCRIPT = "<script>document.title = 'celaka'</script><b onclick=x>"
SUB = "/program/0/kegiatan/0/sub_kegiatan/0"
PASTED = "<p class=MsoNormal>Tempelan <b style='mso-bidi-font-weight:normal'>tebal</b><script>x</script></p>" + "".join(
    f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{mark}&nbsp;</span>"
    f"Butir {mark[0]}</p>"
    for mark in ("a.", "b.")
)
PASTE = """(html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    const event = {clipboardData: data, bubbles: true, cancelable: true};
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", event));
}"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "Renja" / "renja-2021")
    return tmp_path / "Renja"


def read(root: Path, file: str) -> Any:
    return json.loads((root / "renja-2021" / file).read_text("utf-8"))


def go(window: Any, address: str, screen: str) -> None:
    window.goto(f"{address.partition('?')[0]}renja/renja-2021/{screen}")


def cell_of(window: Any, place: str, column: str) -> Any:
    return window.locator(f'.ag-row[row-id="{place}"] [col-id="{column}"]')


def type_into(window: Any, place: str, column: str, text: str) -> None:
    cell = cell_of(window, place, column)
    cell.scroll_into_view_if_needed()
    cell.dblclick()
    window.keyboard.press("Control+a")
    window.keyboard.type(text)
    window.keyboard.press("Enter")


def test_a_paragraph_is_written_a_figure_put_in_and_a_list_pasted(root: Path) -> None:
    old = read(root, "bab-1.json")["bagian"][0]["isi"]
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "isi/bab/bab-1")
        box = window.get_by_role("textbox", name="Paragraf 1 1.1.")
        box.click()
        window.keyboard.press("Control+End")
        window.keyboard.type(f" Kata {SCRIPT} {{{{ tahun }}}} dan ")
        assert "{{ daerah" not in window.get_by_role("main").inner_text()
        window.get_by_label("Sisipkan nama atau angka").click()
        window.keyboard.type("Pagu total")
        window.get_by_role("option", name="Pagu total: Rp5.701.420.500").click()
        window.get_by_text("Rp5.701.420.500").first.wait_for()
        box.press("Control+s")
        window.get_by_text("Tersimpan", exact=True).wait_for()
        written = f"{old[0]} Kata {SCRIPT} \\{{{{ tahun }}}} dan {{{{ pagu.total | rupiah }}}}"
        await_that(window, lambda: read(root, "bab-1.json")["bagian"][0]["isi"] == [written, *old[1:]])
        box.press("Control+End")
        box.press("Enter")
        window.evaluate(PASTE, PASTED)
        window.get_by_text("Butir b").wait_for()
        box.press("Control+s")
        pasted = [written, "Tempelan **tebal**", {"daftar": "a.", "butir": ["Butir a", "Butir b"]}, *old[1:]]
        await_that(window, lambda: read(root, "bab-1.json")["bagian"][0]["isi"] == pasted)
        # As long as somebody writes in it, it is one box.
        box.blur()
        window.get_by_role("textbox", name="Daftar 3 1.1.").wait_for()
        window.get_by_role("button", name="Hapus Daftar 3").click()
        window.get_by_role("dialog").get_by_role("button", name="Hapus").click()
        window.get_by_role("textbox", name="Daftar 3 1.1.").wait_for(state="detached")
        window.get_by_role("button", name="Naikkan Paragraf 2").first.click()
        await_that(window, lambda: read(root, "bab-1.json")["bagian"][0]["isi"][:2] == ["Tempelan **tebal**", written])
        assert window.title() == "renja-2021"
        assert window.said == []


def test_who_types_on_while_it_is_saved_loses_nothing(root: Path) -> None:
    """Neither in a new box, nor in one that becomes two, nor in the one below it that is gone to meanwhile."""
    old = read(root, "bab-1.json")["bagian"][0]["isi"]
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "isi/bab/bab-1")
        window.get_by_role("button", name="Tambah di bawah Paragraf 1 1.1.").click()
        window.get_by_text("Paragraf", exact=True).click()
        new = window.get_by_role("textbox", name="Paragraf baru 1.1.")
        new.click()
        for text in ("Satu", " dua", " tiga"):
            window.keyboard.type(text)
            window.keyboard.press("Control+s")
        window.keyboard.press("Enter")
        window.keyboard.type("Bawahnya")
        window.keyboard.press("Control+s")
        window.keyboard.type(" lagi")
        window.get_by_role("textbox").filter(has_text="Selama tahun berjalan").click()
        window.keyboard.press("Control+End")
        window.keyboard.type(" Ujung satu")
        window.wait_for_timeout(1000)
        window.keyboard.type(" dan dua.", delay=100)
        window.keyboard.press("Control+s")
        wanted = [old[0], "Satu dua tiga", "Bawahnya lagi", f"{old[1]} Ujung satu dan dua.", *old[2:]]
        await_that(window, lambda: read(root, "bab-1.json")["bagian"][0]["isi"] == wanted)
        # What is asked of a box is done to that box, though others came before it.
        window.get_by_role("button", name="Hapus Paragraf 3 1.1.").click()
        window.get_by_role("dialog").get_by_role("button", name="Hapus").click()
        await_that(window, lambda: read(root, "bab-1.json")["bagian"][0]["isi"] == [*wanted[:2], *wanted[3:]])
        assert window.said == []


def test_what_another_window_wrote_meanwhile_is_not_written_over(root: Path) -> None:
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "isi/bab/bab-1")
        other = window.context.new_page()
        go(other, address, "isi/bab/bab-1")
        for page, text in ((window, " satu."), (other, " dua.")):
            box = page.get_by_role("textbox", name="Paragraf 1 1.1.")
            box.click()
            page.keyboard.press("Control+End")
            page.keyboard.type(text)
            page.keyboard.press("Control+s")
            page.get_by_text("Tersimpan", exact=True).or_(page.get_by_text("sudah diubah di jendela lain")).wait_for()
        other.get_by_text("sudah diubah di jendela lain").wait_for()
        first = read(root, "bab-1.json")["bagian"][0]["isi"][0]
        assert first.endswith(" satu.")
        # What was typed is still there to be copied.
        assert " dua." in other.get_by_role("textbox", name="Paragraf 1 1.1.").inner_text()


def test_a_table_is_filled_with_the_keyboard_and_totals_follow(root: Path) -> None:
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, f"isi/tabel/rencana-program?di={SUB}/pagu")
        window.locator(".ag-cell-focus").wait_for()
        assert window.locator(".ag-cell-focus").get_attribute("col-id") == "pagu"
        window.keyboard.press("Enter")
        window.keyboard.press("Control+a")
        window.keyboard.type("10.000.000")
        window.keyboard.press("Enter")
        window.locator('.ag-row[row-id="jumlah"]').get_by_text("5.702.052.000").wait_for()
        subs = read(root, "tabel/rencana-program.json")["program"][0]["kegiatan"][0]["sub_kegiatan"]
        assert subs[0]["pagu"] == 10_000_000
        type_into(window, SUB, "pagu", "banyak")
        window.get_by_text("bukan jumlah uang").wait_for()
        window.get_by_role("button", name="Tutup").click()
        cell_of(window, SUB, "pagu").get_by_text("10.000.000").wait_for()
        cell_of(window, SUB, "sub").click()
        window.get_by_role("button", name="Tambah sub kegiatan di bawahnya").click()
        window.get_by_role("dialog").get_by_role("textbox").last.fill(SCRIPT)
        window.get_by_role("dialog").get_by_role("button", name="Tambah").click()
        cell_of(window, SUB.removesuffix("0") + "1", "sub").get_by_text(SCRIPT).wait_for()
        subs = read(root, "tabel/rencana-program.json")["program"][0]["kegiatan"][0]["sub_kegiatan"]
        assert [sub["nama"] for sub in subs] == ["Penyusunan Renstra dan Renja Perangkat Daerah", SCRIPT]
        assert window.title() == "renja-2021"


def test_a_finding_leads_to_its_cell_and_is_set_aside_or_learnt(root: Path) -> None:
    chapter = root / "renja-2021" / "bab-1.json"
    text = chapter.read_text("utf-8").replace("dokumen perencanaan", "dokumenn perencanaan", 1)
    chapter.write_text(text, "utf-8")
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "periksa")
        window.get_by_text("BAB I Pendahuluan").click()
        window.get_by_role("link", name="1.1, paragraf 1: kata “dokumenn” tidak ada dalam kamus").wait_for()
        window.get_by_role("button", name="Tambah “dokumenn” ke kamus").click()
        window.get_by_text("BAB I Pendahuluan").wait_for(state="hidden")
        assert "dokumenn" in (root / "renja-2021" / "kamus.txt").read_text("utf-8").split()
        window.get_by_text("Tabel 3.1 Rumusan").first.click()
        window.get_by_role("button", name="Abaikan RJ508").first.click()
        window.get_by_role("dialog").get_by_role("textbox").fill("diputus bersama Bappeda")
        window.get_by_role("button", name="Abaikan", exact=True).click()
        window.get_by_text("Diabaikan (1)").wait_for()
        assert read(root, "dokumen.json")["aturan_dimatikan"] == {"RJ508": "diputus bersama Bappeda"}
        window.get_by_role("link", name="Target Capaian Kinerja").first.click()
        window.locator(".ag-cell-focus").wait_for()
        assert window.locator(".ag-cell-focus").get_attribute("col-id") == "target_maju"


@pytest.mark.parametrize("taken", [True, False])
def test_a_conflict_is_decided_with_two_buttons(root: Path, tmp_path: Path, taken: bool) -> None:
    workbook = tmp_path / "isian.xlsx"
    assert main(["excel", "ekspor", str(root / "renja-2021"), "-o", str(workbook)]) == 0
    book = openpyxl.load_workbook(workbook)
    cells = (cell for row in book["Tabel 3.1"].iter_rows() for cell in row if cell.value == 9368500)
    next(cell for cell in cells if not cell.protection.locked).value = 30_000_000
    book.save(workbook)
    plan = root / "renja-2021" / "tabel" / "rencana-program.json"
    plan.write_text(plan.read_text("utf-8").replace("9368500", "9400000"), "utf-8")
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "masuk")
        window.locator("input[type=file]").first.set_input_files(workbook)
        window.get_by_text("0 perubahan, 1 bentrok").wait_for()
        window.get_by_text("Perhatikan: naik 219%").wait_for()
        window.get_by_role("button", name="Ambil dari berkas ini" if taken else "Tetap yang kini").click()
        window.get_by_role("button", name="Terima").click()
        window.get_by_text(f"{int(taken)} perubahan ditulis.").wait_for()
    pagu = read(root, "tabel/rencana-program.json")["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["pagu"]
    assert pagu == (30_000_000 if taken else 9_400_000)


def test_a_renja_perubahan_is_the_commands_and_stands_beside_the_renja(root: Path, tmp_path: Path) -> None:
    twin = tmp_path / "kembar"
    shutil.copytree(root / "renja-2021", tmp_path / "renja-2021")
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "perubahan")
        window.get_by_role("button", name="Buat Perubahan").click()
        window.get_by_role("link", name="Buka folder baru").click()
        window.get_by_role("link", name="Perubahan Rencana Kerja dan Pendanaan").wait_for()
        window.get_by_role("link", name="Banding").click()
        window.get_by_role("button", name="Bandingkan").click()
        window.get_by_text("Isian lain").wait_for()
    assert main(["perubahan", str(tmp_path / "renja-2021"), str(twin)]) == 0
    made = root / "renja-2021-perubahan"
    assert {p.relative_to(made): p.read_bytes() for p in made.rglob("*") if p.is_file()} == {
        p.relative_to(twin): p.read_bytes() for p in twin.rglob("*") if p.is_file()
    }


def test_a_remark_is_ticked_off(root: Path) -> None:
    remark = {"berkas": "bab-1.json", "letak": "/judul", "penulis": "Bagian Hukum", "catatan": f"cek {SCRIPT}"}
    (root / "renja-2021" / "telaah.json").write_text(json.dumps({"catatan": [remark]}), "utf-8")
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "telaah")
        window.get_by_role("checkbox", name="Selesai: cek").click()
        await_that(window, lambda: read(root, "telaah.json")["catatan"] == [{**remark, "selesai": True}])
        assert window.get_by_text(SCRIPT).count() == 1
        go(window, address, "isi/sampul")
        window.get_by_label("Jabatan").wait_for()
        assert "{{" not in window.get_by_label("Jabatan").input_value()
        window.get_by_label("Nama resmi").fill(f"Dinas {SCRIPT}")
        window.get_by_role("button", name="Simpan", exact=True).click()
        window.get_by_text("Tersimpan", exact=True).wait_for()
        assert read(root, "dokumen.json")["perangkat_daerah"]["nama"] == f"Dinas {SCRIPT}"
        for screen in ("isi", "isi/bab/bab-1", "isi/tabel/rencana-program", "telaah", "riwayat"):
            go(window, address, screen)
            settle(window)
            assert window.title() == "renja-2021"
    assert "{{ perangkat_daerah.lengkap }}" in read(root, "dokumen.json")["pengesahan"]["jabatan"]


def test_what_stands_before_and_behind_the_chapters_is_written_too(root: Path) -> None:
    folder = root / "renja-2021"
    (folder / "kata-pengantar.json").write_text('{"judul": "Kata Pengantar", "isi": ["Puji syukur."]}', "utf-8")
    (folder / "lampiran").mkdir()
    (folder / "lampiran" / "1-peta.json").write_text('{"judul": "Peta", "isi": ["Peta kantor."]}', "utf-8")
    with running_desk(root) as address, open_window(address) as window:
        for link, box, file in (
            ("Kata Pengantar", "Paragraf 1 Kata Pengantar", "kata-pengantar.json"),
            ("Lampiran I Peta", "Paragraf 1 Lampiran I", "lampiran/1-peta.json"),
        ):
            go(window, address, "isi")
            window.get_by_role("link", name=link).click()
            window.get_by_role("textbox", name=box).click()
            window.keyboard.press("Control+End")
            window.keyboard.type(" Terima kasih.")
            window.keyboard.press("Control+s")
            await_that(window, lambda file=file: read(root, file)["isi"][0].endswith(" Terima kasih."))
