"""One LibreOffice for many documents, and page numbers that are kept as long as nothing changed."""

from __future__ import annotations

import io
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from renjadoc import cache, cli
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.layout import pages
from renjadoc.word.layout.pages import BookmarkPages, LibreOffice, PdfLayout
from renjadoc.word.packages import package
from tests.conftest import needs_office
from tests.word.test_document import Edit


@needs_office
def test_one_start_lays_out_many_and_comes_back_after_a_death(isi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]) == 0
    document = Path("hasil.docx").read_bytes()
    program = pages.find_libreoffice()
    assert program is not None
    starts = []
    begin = pages._start_process
    monkeypatch.setattr(pages, "_start_process", lambda *arguments: starts.append(1) or begin(*arguments))
    with LibreOffice(program) as office:
        first, second = office.lay_out([document, document])
        assert len(starts) == 1
        assert first.page_count == second.page_count > 20
        assert first.bookmarks == second.bookmarks
        assert office._process is not None
        pages._kill_process(office._process)
        assert office.lay_out([document])[0].bookmarks == first.bookmarks
        assert len(starts) == 2
        process = office._process
        folder = office._folder
    assert process is not None
    assert process.poll() is not None
    assert folder is not None
    assert not Path(folder.name).exists()


def test_after_documents_in_a_row_that_never_end_none_is_tried_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[bytes] = []

    def make(_: LibreOffice, document: bytes) -> bytes:
        tried.append(document)
        if document == b"hangs":
            raise pages.LayoutHangs("tidak selesai")
        return document

    monkeypatch.setattr(LibreOffice, "_make_pdf", make)
    monkeypatch.setattr(pages, "_read_pdf", lambda pdf: PdfLayout(1, {}, pdf=pdf))
    office = LibreOffice("soffice", most_hangs=2)
    for document in (b"hangs", b"right", b"hangs", b"hangs"):
        if document == b"right":
            assert office.lay_out([document])[0].pdf == document
            continue
        with pytest.raises(pages.LayoutFailed, match="tidak selesai"):
            office.lay_out([document])
    assert len(tried) == 4
    with pytest.raises(pages.LayoutFailed, match="2 kali berturut-turut"):
        office.lay_out([b"right"])
    assert len(tried) == 4


def test_what_hangs_is_ended_where_there_are_no_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: to kill the program between alone would leave LibreOffice behind."""
    sign = tmp_path / "hidup"
    beats = (
        f"import pathlib, time\nwhile True: pathlib.Path({str(sign)!r}).write_text(str(time.time())); time.sleep(0.02)"
    )
    process = pages._start_process([sys.executable, "-c", beats], {})
    while not sign.exists():
        time.sleep(0.02)
    monkeypatch.delattr(os, "killpg")
    pages._kill_process(process)
    # Killed, not ended by itself: it would beat for ever.
    assert process.wait(60) != 0
    sign.unlink(missing_ok=True)
    assert not sign.exists()


@needs_office
def test_numbers_of_tables_start_anew_in_each_chapter_of_the_pdf(isi: Path) -> None:
    """Left to itself LibreOffice counts them through the document."""
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]) == 0
    program = pages.find_libreoffice()
    assert program is not None
    reader = PdfReader(io.BytesIO(pages.lay_out(program, Path("hasil.docx").read_bytes()).pdf))
    texts = " ".join(page.extract_text() for page in reader.pages[3:]).replace("\u00a0", " ")
    assert "Tabel 3.1" in texts
    assert "Tabel 3.7" not in texts
    assert "BAB III" in texts
    assert "3.1." in texts


@needs_office
def test_where_macros_are_off_it_starts_for_each_document(isi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]) == 0
    monkeypatch.setattr(pages, "_MACRO", "macro:///Standard.Renjadoc.TidakAda()")
    program = pages.find_libreoffice()
    assert program is not None
    layout = pages.lay_out(program, Path("hasil.docx").read_bytes())
    assert layout.page_count > 20
    assert any(name.startswith("_Toc") for name in layout.bookmarks)


class Laid:
    """Lays out without LibreOffice: every bookmark stands on page 3; remembers the documents."""

    def __init__(self) -> None:
        self.documents: list[bytes] = []
        self.producer = "LibreOffice 25.2.3.2 (X86_64) / LibreOffice Community"

    def lay_out(self, documents: list[bytes]) -> list[PdfLayout]:
        self.documents += documents
        return [PdfLayout(9, self._bookmarks(document), self.producer, pdf=b"%PDF-") for document in documents]

    def _bookmarks(self, document: bytes) -> dict[str, int]:
        body = package.unpack_word(document)["word/document.xml"].decode()
        return {piece.partition('"')[0]: 3 for piece in body.split('w:name="')[1:]}

    def __enter__(self) -> Laid:
        return self

    def __exit__(self, *error: object) -> None:
        pass


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Laid:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "simpanan"))
    one = Laid()
    monkeypatch.setattr(pages, "find_libreoffice", lambda: "soffice")
    monkeypatch.setattr(pages, "LibreOffice", lambda program: one)
    return one


def make() -> bytes:
    assert cli.main(["buat", "isi", "-o", "hasil.docx"]) == 0
    return Path("hasil.docx").read_bytes()


def test_what_did_not_change_is_not_laid_out_again(isi: Path, laid: Laid, edit: Edit) -> None:
    made = make()
    assert make() == made
    assert len(laid.documents) == 1
    # Only how it is written changes, not what is printed.
    edit("bab-4.json", lambda data: data["isi"].__setitem__(0, data["isi"][0].replace("{{ tahun }}", "{{tahun}}")))
    assert make() != made
    assert len(laid.documents) == 1
    edit("bab-4.json", lambda data: data["isi"].append("Satu alinea lagi."))
    make()
    assert len(laid.documents) == 2


def test_it_is_laid_out_again_where_nothing_may_be_kept(isi: Path, laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.OFF, "1")
    make()
    make()
    assert len(laid.documents) == 2


def test_a_pdf_is_made_of_the_finished_document(isi: Path, laid: Laid) -> None:
    make()
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--pdf"]) == 0
    assert laid.documents[1:] == [Path("hasil.docx").read_bytes()]
    assert Path("hasil.pdf").read_bytes() == b"%PDF-"


def test_a_pdf_that_somebody_signed_is_kept(isi: Path, laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    ours = b"%PDF- <pdf:Producer>LibreOffice 25.2</pdf:Producer> %%EOF"
    for data, count in ((ours, 0), (ours + b" /ByteRange %%EOF", 1), (b"%PDF- a scanner %%EOF", 2)):
        Path("hasil.pdf").write_bytes(data)
        assert cli.main(["buat", "isi", "-o", "hasil.docx", "--pdf"]) == 0
        kept = [path.read_bytes() for path in Path(".cadangan").glob("*/hasil.pdf")]
        assert (len(kept), data in kept) == (count, count > 0)
        assert ("disimpan di" in capsys.readouterr().out) == (count > 0)


def test_numbers_that_still_hold_are_laid_out_once(isi: Path, laid: Laid, edit: Edit) -> None:
    def order(labels: Mapping[str, str]) -> DocumentOrder:
        return DocumentOrder(isi, Path("hasil.docx"), pdf=True, page_labels=labels)

    made = make_document(order({}))
    assert len(laid.documents) == 2
    edit("bab-4.json", lambda data: data["isi"].__setitem__(0, "Alinea yang lain."))
    made = make_document(order(made.page_labels))
    assert laid.documents[2:] == [Path("hasil.docx").read_bytes()]
    # Numbers that do not hold any more never stay.
    edit("bab-4.json", lambda data: data["isi"].__setitem__(0, "Alinea yang lain lagi."))
    wrong = make_document(order(dict.fromkeys(made.page_labels, "99")))
    assert laid.documents[4:] == [Path("hasil.docx").read_bytes()]
    assert "99" not in wrong.page_labels.values()


@pytest.mark.parametrize(
    ("producer", "is_told"),
    [
        ("LibreOffice 7.4", True),
        ("LibreOffice 24.1.9 (X86_64)", True),
        ("LibreOffice 24.2.0.1 (X86_64)", False),
        ("LibreOffice 25.2.3.2 (X86_64) / LibreOffice Community", False),
        ("Microsoft Word", False),
        ("", False),
    ],
)
def test_a_libreoffice_that_breaks_lines_otherwise_is_told_each_time(
    isi: Path, laid: Laid, capsys: pytest.CaptureFixture[str], producer: str, is_told: bool
) -> None:
    laid.producer = producer
    for _ in range(2):
        make()
        assert ("Pasang LibreOffice 24.2 atau lebih baru" in capsys.readouterr().out) is is_told
    assert len(laid.documents) == 1


def test_another_libreoffice_or_font_counts_anew(laid: Laid, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts, program = tmp_path / "fonts", tmp_path / "soffice"
    fonts.mkdir()
    monkeypatch.setattr(pages, "_FONT_FOLDERS", (str(fonts),))
    program.write_text("", "utf-8")
    (tmp_path / "versionrc").write_text("7.4", "utf-8")
    pages.remember_pages(str(program), "sidik", BookmarkPages(9, {"_Toc1": 3}))
    assert pages.recall_pages(str(program), "sidik") == BookmarkPages(9, {"_Toc1": 3})
    (tmp_path / "versionrc").write_text("7.5", "utf-8")
    assert pages.recall_pages(str(program), "sidik") is None
    (tmp_path / "versionrc").write_text("7.4", "utf-8")
    assert pages.recall_pages(str(program), "sidik") is not None
    (fonts / "baru").mkdir()
    assert pages.recall_pages(str(program), "sidik") is None


def test_pages_before_the_body_have_no_number() -> None:
    places = BookmarkPages(5, {"_sampul": 0, "_bab_1": 2, "_bab_2": 4})
    assert pages.label_pages(places, "_bab_1") == {"_bab_1": "1", "_bab_2": "3"}


@needs_office
def test_a_pdf_can_be_read_aloud(isi: Path) -> None:
    """Tagged as PDF/UA asks: language, title, heads of tables, headings, pictures with words, places to go to."""
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]) == 0
    program = pages.find_libreoffice()
    assert program is not None
    reader = PdfReader(io.BytesIO(pages.lay_out(program, Path("hasil.docx").read_bytes()).pdf))
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "id-ID"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid:part" in catalog["/Metadata"].get_object().get_data().decode()
    assert len(reader.outline) >= 4
    kinds = Counter(kind for kind, _ in _tags(catalog["/StructTreeRoot"]))
    assert kinds["/TH"] > 50
    assert kinds["/H1"] == 6  # Four chapters and two lists before them.
    assert kinds["/TOCI"] > 20
    assert all(alt for kind, alt in _tags(catalog["/StructTreeRoot"]) if kind == "/Figure")


def _tags(element: Any) -> Iterator[tuple[str, str]]:
    """The kind and the alternative text of every element of a PDF's structure."""
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            yield from _tags(child)
    elif isinstance(element, dict):
        if "/S" in element:
            yield element["/S"], element.get("/Alt", "")
        if "/K" in element:
            yield from _tags(element["/K"])
