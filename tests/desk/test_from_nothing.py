"""The Renja of 2021 is made on the page from nothing: cover, laws, chapters, tables, the document; all of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from nicegui import ui

from renjadoc.content.folder import open_folder
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.questions import list_questions
from renjadoc.reading import Reading
from tests.absorption.paper import Paper
from tests.conftest import ROOT
from tests.desk.simulation import Visitor, visit
from tests.desk.twins import read
from tests.desk.typist import Typist, plain
from tests.desk.typist_tables import TableTypist

PAPER = ROOT / "content" / "2021"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for content folders with none in it, and no nomenclature on this computer."""
    for name in ("XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    monkeypatch.setenv("RENJADOC_SOFFICE", "tidak-ada")
    (tmp_path / "Renja").mkdir()
    return tmp_path / "Renja"


async def begin(page: Visitor, root: Path) -> Path:
    """The questions of Mulai baru answered as dokumen.json on the paper says."""
    stated = json.loads((PAPER / "dokumen.json").read_text("utf-8"))
    reading = Reading(open_folder(PAPER))
    await page.go("/mulai")
    await page.fill("Tahun Renja", 2021)
    await page.fill("Nama folder", "dinkop")
    await page.fill("Susunan bab", "permendagri-54-2010")
    for question in list_questions():
        group, _, key = question.pointer.strip("/").partition("/")
        if (value := stated[group].get(key)) is not None:
            label = question.title if question.required else f"{question.title} (boleh menyusul)"
            await page.fill(label, reading.printed(value) if isinstance(value, str) else value)
    await page.drop("Letakkan gambar di sini", PAPER / "gambar" / "logo.png")
    await page.press("Buat folder")
    await page.await_that(lambda: page.user.back_history[-1].endswith("/dinkop/masuk?baru=ya"))
    return root / "dinkop"


async def finish_cover(typist: Typist) -> None:
    """The mission and the signature, which Mulai baru leaves to later."""
    made, mission = typist.made, read(PAPER, "dokumen.json")["misi"]
    await typist.go("isi/sampul")
    await typist.page.fill("Nomor misi (boleh menyusul)", mission["nomor"])
    await typist.page.fill("Bunyi misi (boleh menyusul)", mission["teks"])
    await typist.page.press("Simpan yang lain")
    await typist.shown_anew(lambda: read(made, "dokumen.json").get("misi"))
    await typist.go("isi/sampul")
    await typist.page.drop("Ganti: Tanda tangan (PNG atau JPEG)", PAPER / "gambar" / "tanda-tangan.png")
    await typist.shown_anew(lambda: read(made, "dokumen.json")["pengesahan"].get("tanda_tangan"))


async def remove_front(typist: Typist) -> None:
    """The preface of a fresh folder, which the paper does not have."""
    await typist.go("isi/bab/kata-pengantar")
    await typist.page.press("Hapus Kata Pengantar")
    await typist.agree("Hapus")
    await typist.shown_anew(lambda: not (typist.made / "kata-pengantar.json").exists())


async def write_in_word(typist: Typist, place: Path, file: str) -> None:
    """A chapter of paragraphs out to Word, written there, and back."""
    stem = file.removesuffix(".json")
    [begun] = typist.texts_of(typist.made, file)
    wanted = typist.texts_of(PAPER, file)
    await typist.go(f"isi/bab/{stem}")
    await typist.page.press("Unduh naskah")
    docx = place / f"{stem}.docx"
    docx.write_bytes(await typist.page.take())
    paper = Paper(docx)
    last = paper.p(begun)
    paper.replace(last, begun, wanted[0])
    for text in wanted[1:]:
        last = paper.add(last, text)
    await typist.page.drop("Letakkan kembali naskah Word di sini", paper.save())
    await typist.page.press("Terima")
    await typist.page.see("perubahan ditulis.")
    assert typist.texts_of(typist.made, file) == wanted


#: Written in boxes; in Word; one table cell by cell in the grid, the others in Excel.
BOXES, WORD, GRID = ("bab-1.json", "bab-2.json", "bab-3.json"), "bab-4.json", "usulan-masyarakat"


@pytest.mark.lambat
def test_the_renja_of_2021_is_made_on_the_page_from_nothing(empty: Path) -> None:
    async def story(page: Visitor) -> None:
        made = await begin(page, empty)
        typist = TableTypist(page, made, PAPER)
        await finish_cover(typist)
        await remove_front(typist)
        await typist.list_laws("landasan-hukum")
        for stem in typist.paper.tables:
            await typist.shape_table(stem)
        await typist.fill_table(GRID)
        await typist.fill_in_excel(empty.parent)
        for file in BOXES:
            await typist.shape_chapter(file)
            await typist.write_chapter(file)
        await write_in_word(typist, empty.parent, WORD)
        for stem in typist.paper.tables:
            await typist.say_lines(stem)
        for file in BOXES:
            await typist.put_names_in(file)
        await typist.go("lihat")
        await page.press("Buat dokumen", ui.button)
        await page.see("Unduh Word")

    visit(empty, story)
    made = empty / "dinkop"
    assert tell_differences(made) == []
    [document] = empty.glob("*.docx")
    assert list_texts(document) == list_texts(make_paper(empty.parent))


def tell_differences(made: Path) -> list[str]:
    """Where both folders say something else, names and figures as they are printed."""
    paper, typed = Reading(open_folder(PAPER)), Reading(open_folder(made))
    told = _compare("kulit", plain(paper.folder.dokumen.data, paper), plain(typed.folder.dokumen.data, typed), PICTURES)
    for file in (*BOXES, "regulasi/landasan-hukum.json"):
        told += _compare(file, _without_schema(read(PAPER, file)), _without_schema(read(made, file)))
    # What the other tables say is held against each other in print: their files keep what other forms ask.
    for file in (WORD, f"tabel/{GRID}.json"):
        told += _compare(file, plain(read(PAPER, file), paper), plain(read(made, file), typed))
    return told


#: How the pictures of the office are called in the folder is the page's to say.
PICTURES = frozenset({"kulit/logo", "kulit/pengesahan/tanda_tangan"})


def _without_schema(data: Any) -> Any:
    return {key: value for key, value in data.items() if key != "$schema"}


def _compare(at: str, one: Any, other: Any, leave_out: frozenset[str] = frozenset()) -> list[str]:
    if at in leave_out:
        return [] if one and other else [f"{at}: {one!r} != {other!r}"]
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return [line for key in one for line in _compare(f"{at}/{key}", one[key], other[key], leave_out)]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = zip(one, other, strict=True)
        return [line for index, (a, b) in enumerate(pairs) for line in _compare(f"{at}/{index}", a, b, leave_out)]
    return [] if one == other else [f"{at}: {one!r} != {other!r}"]


def make_paper(place: Path) -> Path:
    """The document of the paper."""
    target = place / "kertas.docx"
    make_document(DocumentOrder(PAPER, target, page_numbers=False))
    return target


def list_texts(docx: Path) -> list[str]:
    """The texts of a document as they are read, paragraph after paragraph, those of tables too."""
    body = Document(str(docx)).element.body
    return [text for one in body.iter("{*}p") if (text := "".join(part.text or "" for part in one.iter("{*}t")))]
