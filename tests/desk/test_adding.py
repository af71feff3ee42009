"""What a document consists of, changed in a real browser: headings, parts, tables, codes, regulations."""

# ruff: noqa: F811  (fixtures of other files)

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.nomenclature import rows
from renjadoc.sheets import ministry
from tests.desk.browser import await_that, needs_browser, open_window, running_desk
from tests.desk.test_isi import SUB, cell_of, go, read, root, type_into  # noqa: F401
from tests.nomenclature.lists import write_export

pytestmark = [needs_browser, pytest.mark.lambat]


def choose(window: Any, button: str, item: str) -> None:
    window.get_by_role("button", name=button, exact=True).click()
    window.get_by_role("menuitem", name=item, exact=True).or_(
        window.locator(".q-menu").get_by_text(item, exact=True)
    ).first.click()


def answer(window: Any, label: str, text: str, agreed: str) -> None:
    window.get_by_role("dialog").get_by_label(label, exact=False).last.fill(text)
    window.get_by_role("dialog").get_by_role("button", name=agreed, exact=True).click()
    window.get_by_role("dialog").first.wait_for(state="hidden")


def test_headings_are_renamed_added_moved_and_removed(root: Path) -> None:
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "isi/bab/bab-2")
        choose(window, "Ubah judul atau susunan 2.2.", "Ubah judul")
        answer(window, "Judul", "Analisis Kinerja", "Simpan")
        window.get_by_role("heading", name="2.2. Analisis Kinerja", exact=True).wait_for()
        choose(window, "Ubah judul atau susunan 2.2.", "Tambah subbagian di dalamnya")
        window.get_by_role("dialog").get_by_label("Judul").fill("Sasaran {{ celaka }}")
        window.get_by_role("dialog").get_by_role("button", name="Tambah").click()
        window.get_by_text("Belum dapat dikerjakan").wait_for()
        window.get_by_role("button", name="Tutup").click()
        choose(window, "Ubah judul atau susunan 2.2.", "Tambah subbagian di dalamnya")
        answer(window, "Judul", "Sasaran", "Tambah")
        window.get_by_role("heading", name="2.2.1. Sasaran").wait_for()
        choose(window, "Ubah judul atau susunan 2.2.1.", "Jadikan bagian tersendiri")
        window.get_by_role("heading", name="2.3. Sasaran").wait_for()
        choose(window, "Ubah judul atau susunan 2.3.", "Naikkan")
        window.get_by_role("heading", name="2.2. Sasaran").wait_for()
        choose(window, "Ubah judul atau susunan 2.2.", "Hapus bagian")
        window.get_by_role("dialog").get_by_role("button", name="Hapus").click()
        window.get_by_role("heading", name="2.2. Sasaran").wait_for(state="detached")
    assert [one["judul"] for one in read(root, "bab-2.json")["bagian"]][:2] == [
        "Evaluasi Pelaksanaan Renja Tahun Lalu dan Capaian Renstra Perangkat Daerah", "Analisis Kinerja",
    ]  # fmt: skip


def test_parts_and_tables_are_added_filled_and_placed(root: Path) -> None:
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "isi")
        choose(window, "Tambah ke dokumen", "Kata Pengantar")
        window.get_by_role("checkbox", name="Blok tanda tangan").wait_for()
        window.get_by_role("button", name="Tambah isi").click()
        window.get_by_text("Paragraf", exact=True).click()
        window.get_by_role("textbox", name="Paragraf baru").click()
        window.keyboard.type("Puji syukur.")
        window.keyboard.press("Control+s")
        await_that(window, lambda: read(root, "kata-pengantar.json")["isi"] == ["Puji syukur."])
        go(window, address, "isi")
        choose(window, "Tambah ke dokumen", "Tabel")
        window.get_by_role("dialog").get_by_label("Judul tabel").fill("Aset Kantor")
        window.get_by_role("dialog").get_by_role("button", name="Tambah").click()
        window.get_by_role("button", name="Tambah baris").click()
        window.get_by_role("dialog").get_by_role("textbox").first.fill("1")
        window.get_by_role("dialog").get_by_role("button", name="Tambah").click()
        cell_of(window, "/baris/0", "kolom0").get_by_text("1").wait_for()
        type_into(window, "/baris/0", "kolom1", "Meja")
        await_that(window, lambda: read(root, "tabel/aset-kantor.json")["baris"] == [[1, "Meja", None]])
        go(window, address, "isi/bab/bab-4")
        window.get_by_role("button", name="Tambah di bawah Paragraf 1").first.click()
        window.get_by_text("Tabel", exact=True).click()
        window.get_by_role("button", name="Tempatkan di sini").click()
        window.get_by_role("link", name="Tabel Aset Kantor").wait_for()
    assert {"tabel": "aset-kantor"} in read(root, "bab-4.json")["isi"]


def test_a_row_is_filled_from_the_nomenclature(root: Path, tmp_path: Path) -> None:
    entries = ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries
    (root / "renja-2021" / "nomenklatur.csv").write_text(rows.write_csv(entries), "utf-8")
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, f"isi/tabel/rencana-program?di={SUB}/pagu")
        cell_of(window, SUB, "sub").click()
        window.get_by_role("button", name="Cari di nomenklatur").click()
        window.get_by_label("Cari di nomenklatur: kode atau kata").fill("evaluasi kinerja")
        window.get_by_role("button", name="Pakai 2.17.01.2.01.0002").or_(
            window.get_by_text("0002  Evaluasi Kinerja")
        ).first.click()
        cell_of(window, SUB, "sub").get_by_text("Evaluasi Kinerja").wait_for()
        cell_of(window, SUB, "sub").click()
        window.get_by_role("button", name="Tambah sub kegiatan di bawahnya").click()
        window.get_by_label("Cari di nomenklatur: kode atau kata").fill("penyusunan dokumen")
        dialog = window.get_by_role("dialog")
        # A list that gets shorter moves what was about to be clicked.
        await_that(window, lambda: dialog.locator(".q-list .q-item").count() == 1)
        dialog.get_by_text("0001  Penyusunan Dokumen Perencanaan").click()
        await_that(window, lambda: dialog.get_by_label("Sub Kegiatan", exact=True).input_value())
        dialog.get_by_role("button", name="Tambah", exact=True).click()
        cell_of(window, SUB.removesuffix("0") + "1", "indikator").get_by_text("Jumlah Dokumen").wait_for()
    subs = read(root, "tabel/rencana-program.json")["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert [sub["nama"] for sub in subs] == ["Evaluasi Kinerja", "Penyusunan Dokumen Perencanaan"]
    assert [sub["kode"][-5:] for sub in subs] == [".0002", ".0001"]


def test_a_regulation_is_changed_with_what_amended_it(root: Path) -> None:
    before = read(root, "regulasi/landasan-hukum.json")["regulasi"]
    index = next(i for i, one in enumerate(before) if isinstance(one.get("diubah"), dict))
    with running_desk(root) as address, open_window(address) as window:
        go(window, address, "isi/hukum/landasan-hukum")
        window.get_by_role("button", name="Ubah", exact=True).nth(index).click()
        window.get_by_role("button", name="Tambah perubahan").click()
        inner = window.get_by_role("dialog", name="Peraturan yang mengubah")
        inner.get_by_role("combobox", name="Jenis").click()
        window.get_by_role("option", name="UU", exact=True).click()
        for label, text in (("Nomor", "6"), ("Tahun", "2023")):
            inner.get_by_label(label, exact=False).first.fill(text)
        inner.get_by_role("button", name="Simpan").click()
        window.get_by_text("2. UU 6/2023").wait_for()
        window.get_by_role("dialog", name="Peraturan", exact=True).get_by_role("button", name="Simpan").click()
        window.get_by_text("Tersimpan", exact=True).wait_for()
    after = read(root, "regulasi/landasan-hukum.json")["regulasi"]
    first = {key: value for key, value in before[index]["diubah"].items() if key != "frasa"}
    assert after[index] == {**before[index], "diubah": [first, {"jenis": "UU", "nomor": 6, "tahun": 2023}]}
    assert [*after[:index], *after[index + 1 :]] == [*before[:index], *before[index + 1 :]]
    assert json.dumps(after) != json.dumps(before)
