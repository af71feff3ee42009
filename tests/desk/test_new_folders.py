"""Folders and documents made on the page are, byte for byte, those of the commands."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from nicegui import ui

from renjadoc.cli import main
from renjadoc.pipeline import DocumentOrder, make_document
from tests.conftest import ROOT
from tests.desk.simulation import Visitor, address_of, visit
from tests.desk.twins import read, read_all, run

# New folders


def test_a_folder_of_answers_is_that_of_baru(root: Path, twin: Path) -> None:
    year = date.today().year + 1

    async def story(page: Visitor) -> None:
        await page.go("/mulai")
        await page.fill("Nama folder", "dinas")
        await page.fill("Nama resmi", "Dinas Uji")
        await page.drop("Letakkan gambar di sini", ROOT / "content" / "2021" / "gambar" / "logo.png")
        await page.press("Buat folder")
        await page.await_that(lambda: (root / "dinas" / "dokumen.json").is_file())
        await page.await_that(lambda: page.user.back_history[-1].endswith("/dinas/masuk?baru=ya"))
        await page.go(page.user.back_history[-1])
        await page.press("Isi dokumennya")
        await page.await_that(lambda: page.user.back_history[-1].endswith("/dinas/isi"))

    visit(root, story)
    made = read(root / "dinas", "dokumen.json")
    assert made["perangkat_daerah"]["nama"] == "Dinas Uji"
    path = twin.parent / "jawaban.json"
    path.write_text(json.dumps({"/perangkat_daerah/nama": "Dinas Uji"}), "utf-8")
    logo = ROOT / "content" / "2021" / "gambar" / "logo.png"
    run("baru", twin.parent / "dinas", "--tahun", year, "--jawaban", path, "--lambang", logo,
        "--kerangka", "permendagri-14-2026")  # fmt: skip
    assert read_all(root / "dinas") == read_all(twin.parent / "dinas")


def test_a_folder_of_old_documents_is_that_of_adopsi_and_tells_what_it_tells(
    root: Path, folder: Path, twin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = root.parent / "Renja lama.docx"
    make_document(DocumentOrder(folder, whole, page_numbers=False))
    chapters = list(_split_chapters(whole))

    async def story(page: Visitor) -> None:
        await page.go("/ambil-alih")
        await page.fill("Nama folder", "lama")
        await page.press("Ambil alih")
        assert not (root / "lama").exists()
        for one in (*chapters, whole):
            await page.drop("Letakkan dokumen Renja lama (.docx; .doc, .rtf, .odt) di sini", one)
            await page.see(one.name)
        await page.press(f"Jangan pakai {whole.name}")
        await page.await_that(lambda: whole.name not in page.list_texts())
        await page.press("Ambil alih")
        await page.see("Buka folder baru")
        shown.update(page.list_texts())

    shown: set[str] = set()
    visit(root, story)
    run("adopsi", *chapters, twin.parent / "lama")
    assert read_all(root / "lama") == read_all(twin.parent / "lama")
    told = capsys.readouterr().out
    assert "  4 bab, " in told, told[:600]
    lines = [line.strip(" -") for line in told.splitlines() if line.startswith("  - ")]
    assert len(lines) > 5
    here = "\n".join(shown)
    assert [line for line in lines if not line.startswith("bab-") and line.partition(" (")[0] not in here] == []


def _split_chapters(whole: Path) -> Iterator[Path]:
    """The document as offices send it: a file a chapter, what stands before the first one with it."""
    from docx import Document
    from docx.oxml.ns import qn

    for wanted, number in enumerate(("I", "II", "III", "IV"), 1):
        document = Document(str(whole))
        headings = {one.style_id for one in document.styles if one.name == "Heading 1"}
        body, chapter = document.element.body, 0
        for child in list(body):
            style = child.find(".//{*}pStyle")
            if style is not None and style.get(qn("w:val")) in headings:
                chapter += 1
            if max(chapter, 1) != wanted and not child.tag.endswith("sectPr"):
                body.remove(child)
        document.save(whole.with_name(f"BAB {number}.docx"))
        yield whole.with_name(f"BAB {number}.docx")


def test_next_year_is_that_of_gulir(root: Path, folder: Path, twin: Path) -> None:
    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "lanjut"))
        await page.fill("Nama folder baru", "renja-2022")
        await page.press("Lanjut")
        await page.see("Folder Tahun 2022 siap")

    visit(root, story)
    run("gulir", twin, twin.parent / "renja-2022")
    assert read_all(root / "renja-2022") == read_all(twin.parent / "renja-2022")


def test_next_year_in_another_outline_with_years_and_codes_is_that_of_gulir(
    root: Path, folder: Path, twin: Path
) -> None:
    for place in (folder, twin):
        path = place / "bab-4.json"
        path.write_text(
            path.read_text("utf-8").replace('"isi": [', '"isi": [ "Kegiatan dilaksanakan pada Tahun 2021.",', 1),
            "utf-8",
        )

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "lanjut"))
        await page.fill("Nama folder baru", "renja-2022")
        await page.fill("Susunan bab tahun depan", "permendagri-86-2017")
        await page.press("Tahun yang diketik dalam naskah ikut berganti sendiri", ui.checkbox)
        await page.press("Kode yang sudah diganti dalam nomenklatur tahun depan ikut diganti", ui.checkbox)
        await page.press("Lanjut")
        await page.see("Folder Tahun 2022 siap")
        await page.see("Tahun yang diketik, sudah ikut berganti")

    visit(root, story)
    target = twin.parent / "renja-2022"
    run("gulir", twin, target, "--tandai", "--kode-baru", "--kerangka", "permendagri-86-2017")
    assert read_all(root / "renja-2022") == read_all(target)


def test_an_amendment_is_that_of_perubahan(root: Path, folder: Path, twin: Path) -> None:
    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "perubahan"))
        await page.fill("Triwulan terakhir yang dievaluasi", "III")
        await page.press("Buat Perubahan")
        await page.see("Folder Renja Perubahan Tahun 2021 siap")
        await page.see("Tetap di Renja semula, tidak dibawa: Tabel 2.2")

    visit(root, story)
    run("perubahan", twin, twin.parent / "renja-2021-perubahan", "--triwulan", "III")
    assert read_all(root / "renja-2021-perubahan") == read_all(twin.parent / "renja-2021-perubahan")


# The documents


def test_the_documents_of_all_are_those_of_massal_and_the_end_is_told(
    root: Path, twin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RENJADOC_SOFFICE", "tidak-ada")
    sent = root.parent / "dinas.zip"
    with zipfile.ZipFile(sent, "w") as archive:
        for name, data in read_all(twin).items():
            archive.writestr(f"dinas/{name}", data)
    for place in (root, twin.parent):
        shutil.copy(sent, place / "Kiriman dinas.zip")
        path = place / "rusak" / "dokumen.json"
        path.parent.mkdir()
        path.write_text("{", "utf-8")

    async def story(page: Visitor) -> None:
        await page.go("/semua")
        await page.press("Buat semua")
        await page.see("Kiriman dinas.zip: dibuat juga")
        await page.see("Selesai: 3 perangkat daerah")
        await page.see("1 gagal")

    visit(root, story)
    assert main(["massal", str(twin.parent), "-o", str(twin.parent / "Hasil")]) == 1
    here, there = (read_all(place / "Hasil") for place in (root, twin.parent))
    assert here.keys() == there.keys() >= {"Ringkasan.xlsx"}
    docx = [name for name in here if name.endswith(".docx")]
    assert len(docx) == 2
    assert all(here[name] == there[name] for name in docx)


def test_the_document_is_that_of_buat(root: Path, folder: Path, twin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice too, and then it is said how to get it."""
    monkeypatch.setenv("RENJADOC_SOFFICE", "tidak-ada")

    async def story(page: Visitor) -> None:
        await page.go(address_of(folder, "lihat"))
        await page.press("Buat dokumen")
        await page.see("libreoffice.org")

    visit(root, story)
    (made,) = root.glob("*.docx")
    run("buat", twin, "-o", root.parent / "perintah.docx")
    assert made.read_bytes() == (root.parent / "perintah.docx").read_bytes()
