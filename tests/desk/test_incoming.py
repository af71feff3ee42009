"""What comes in and goes out on the page is, byte for byte, what the commands take and give."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from nicegui import ui

from renjadoc.edits.history import list_actions as list_past
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package
from tests.absorption.paper import Paper
from tests.conftest import ROOT
from tests.desk.simulation import Visitor, address_of, visit
from tests.desk.twins import list_parts, read, read_all, run
from tests.sheets.sipd.test_sipd import FIELDS, ROWS

# What comes in and goes out


def type_in_workbook(folder: Path, workbook: Path) -> None:
    """The tables out, and another amount in the first sub kegiatan."""
    run("excel", "ekspor", folder, "-o", workbook)
    book = openpyxl.load_workbook(workbook)
    cells = (cell for row in book["Tabel 3.1"].iter_rows() for cell in row if cell.value == 9_368_500)
    next(cell for cell in cells if not cell.protection.locked).value = 10_000_000
    book.save(workbook)


def test_a_workbook_is_taken_as_by_excel_impor_and_a_cell_typed_here_says_the_same(
    root: Path, folder: Path, twin: Path
) -> None:
    before, workbook = read_all(folder), root.parent / "isian.xlsx"
    type_in_workbook(twin, workbook)

    async def take(page: Visitor) -> None:
        await page.go(address_of(folder, "masuk"))
        await page.drop(
            "Letakkan di sini: Excel yang sudah diisi, cetakan SIPD, atau Word yang sudah disunting", workbook
        )
        await page.see("1 perubahan, 0 bentrok")
        assert read_all(folder) == before
        await page.press("Terima")
        await page.see("1 perubahan ditulis.")

    visit(root, take)
    run("excel", "impor", workbook, twin, "--ya")
    taken = read_all(folder)
    assert taken == read_all(twin) != before

    async def take_back(page: Visitor) -> None:
        await page.go(address_of(folder, "riwayat"))
        await page.press("Kembalikan")
        await page.press("Kembalikan")
        await page.await_that(lambda: read_all(folder) == before)

    visit(root, take_back)
    run("urungkan", twin, list_past(twin)[0].name)
    assert read_all(twin) == before

    async def type_in(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/tabel/rencana-program"))
        grids = await page.await_that(lambda: page.list_kind(ui.aggrid))
        page.send(
            grids[0],
            "cellValueChanged",
            {
                "rowId": "/program/0/kegiatan/0/sub_kegiatan/0",
                "colId": "pagu",
                "newValue": "10.000.000",
                "oldValue": "",
            },
        )
        await page.see("Tersimpan")

    visit(root, type_in)
    assert read_all(folder) == taken


def test_rows_of_sipd_are_taken_as_by_sipd_impor(root: Path, folder: Path, twin: Path) -> None:
    rows = root.parent / "cetakan.csv"
    rows.write_text(
        "\n".join(";".join("" if one is None else str(one) for one in row) for row in (FIELDS, *ROWS)), "utf-8"
    )

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "masuk"))
        await page.drop("Letakkan di sini: Excel yang sudah diisi, cetakan SIPD, atau Word yang sudah disunting", rows)
        await page.press("Terima")
        await page.see("perubahan ditulis.")

    visit(root, story)
    run("sipd", "impor", rows, twin, "--ya")
    assert read_all(folder) == read_all(twin) != read_all(ROOT / "content" / "2021")


def test_a_document_that_came_back_is_taken_as_by_serap_and_its_remark_ticked_off(
    root: Path, folder: Path, twin: Path
) -> None:
    docx = root.parent / "kembali.docx"
    make_document(DocumentOrder(twin, docx, page_numbers=False))
    paper = Paper(docx)
    paper.replace(paper.p("Selama tahun berjalan"), "Selama", "Sepanjang", tracked=True)
    paper.comment(paper.p(" tahun berjalan, pelaksanaan Renja"), "tahun berjalan", "Mohon dirujuk.")
    docx = paper.save()

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "telaah"))
        await page.drop("Letakkan naskah telaah yang kembali di sini (.docx)", docx)
        await page.press("Terima")
        await page.see("perubahan ditulis.")

    visit(root, story)
    run("serap", docx, twin, "--ya")
    assert read_all(folder) == read_all(twin)

    async def settle(page: Visitor) -> None:
        await page.go(address_of(folder, "telaah"))
        await page.press("Selesai: Mohon dirujuk.", ui.checkbox)
        await page.await_that(lambda: read(folder, "telaah.json")["catatan"][0].get("selesai"))

    visit(root, settle)
    before, after = read_all(twin)["telaah.json"], read_all(folder)["telaah.json"]
    # Nothing but the tick.
    assert re.sub(rb',\s*"selesai": true', b"", after) == before


def test_the_workbook_of_a_bidang_is_that_of_excel_ekspor(root: Path, folder: Path) -> None:
    saved: list[bytes] = []

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "masuk"))
        await page.press("Unduh Excel untuk diisi")
        saved.append(await page.take())

    visit(root, story)
    run("excel", "ekspor", folder, "-o", root.parent / "isian.xlsx")
    here, there = (root.parent / name for name in ("sini.xlsx", "isian.xlsx"))
    here.write_bytes(saved[0])
    values = [
        [[cell.value for cell in row] for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows()]
        for path in (here, there)
    ]
    assert values[0] == values[1]


def test_the_review_copy_is_that_of_telaah_of_these_chapters_since_that_year(root: Path, folder: Path) -> None:
    older = root / "renja-lama"
    shutil.copytree(folder, older)
    path = older / "bab-1.json"
    path.write_text(path.read_text("utf-8").replace("Selama tahun berjalan", "Dalam tahun berjalan", 1), "utf-8")
    saved: list[bytes] = []

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "telaah"))
        await page.fill("Bab (semua bila kosong)", [1])
        await page.fill("Perubahan", f"folder:{older.name}")
        await page.press("Unduh naskah telaah")
        saved.append(await page.take())

    visit(root, story)
    here, there = (root.parent / name for name in ("sini.docx", "sana.docx"))
    here.write_bytes(saved[0])
    run("telaah", folder, "--bab", 1, "--banding", older, "-o", there)
    assert list_parts(here) == list_parts(there)


def test_a_nomenclature_is_installed_as_by_nomenklatur_pasang(
    root: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from renjadoc.nomenclature.store import store_path

    file = tmp_path / "kode.csv"
    file.write_text("kode;nama;indikator;satuan\n2.17.07;Program Usaha Mikro;;\n2.17.07.2.01;Pembinaan;;\n", "utf-8")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "masuk"))
        await page.fill("Tahun Renja yang memakainya", 2021)
        await page.drop("Letakkan nomenklatur di sini", file)
        await page.see("2 kode dan nama siap dipakai")

    visit(root, story)
    here = dump(store_path())
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "lain"))
    run("nomenklatur", "pasang", file, "--edisi", 2021)
    assert here == dump(store_path())


def dump(path: Path) -> list[str]:
    import sqlite3

    with sqlite3.connect(path) as connection:
        return [line for line in connection.iterdump() if "INSERT" in line]


def test_the_chapter_that_is_given_out_is_that_of_telaah(root: Path, folder: Path) -> None:
    saved: list[bytes] = []

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "isi/bab/bab-2"))
        await page.press("Unduh naskah")
        saved.append(await page.take())
        await page.go(address_of(folder, "masuk"))
        await page.press("Unduh naskah untuk ditelaah")
        saved.append(await page.take())

    visit(root, story)
    for data, chapters in zip(saved, (("--bab", 2), ()), strict=True):
        here, there = (root.parent / name for name in ("sini.docx", "sana.docx"))
        here.write_bytes(data)
        run("telaah", folder, *chapters, "-o", there, "--timpa")
        assert list_parts(here) == list_parts(there)


def test_a_document_that_lost_what_it_was_made_with_is_held_against_the_copy_that_was_sent(
    root: Path, folder: Path, twin: Path
) -> None:
    sent, docx = root.parent / "dikirim.docx", root.parent / "kembali.docx"
    make_document(DocumentOrder(twin, sent, page_numbers=False))
    shutil.copyfile(sent, docx)
    paper = Paper(docx)
    paper.replace(paper.p("Selama tahun berjalan"), "Selama", "Sepanjang")
    parts = package.unpack_file(paper.save())
    left = {name: data for name, data in parts.items() if not name.startswith("customXml/")}
    docx.write_bytes(package.to_bytes(left))
    for place in (folder, twin):  # Changed since the copy was sent.
        data = read(place, "bab-1.json")
        data["bagian"][0]["isi"][0] += " Kalimat susulan."
        (place / "bab-1.json").write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "masuk"))
        await page.drop("Letakkan di sini: Excel yang sudah diisi, cetakan SIPD, atau Word yang sudah disunting", docx)
        await page.see("2 perubahan, 0 bentrok")
        assert not any("--dasar" in text for text in page.list_texts())
        await page.drop("Punya salinan yang dikirim dahulu? Letakkan di sini sebagai pembanding (.docx)", sent)
        await page.see("1 perubahan, 0 bentrok")
        await page.press("Terima")
        await page.see("1 perubahan ditulis.")

    visit(root, story)
    run("serap", docx, twin, "--ya", "--dasar", sent)
    assert read_all(folder) == read_all(twin)
    assert read(folder, "bab-1.json")["bagian"][0]["isi"][0].endswith(" Kalimat susulan.")
