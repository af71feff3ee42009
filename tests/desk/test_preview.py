"""Lihat in a real browser: pages that follow the content, and lead from what is printed to where it is written."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from renjadoc.desk.page_places import find_place, list_places
from renjadoc.desk.pdf_pages import PageWords, draw_page, keep_letters, keep_pdf, measure_pages, read_lines, split_words
from renjadoc.desk.shelf import find_folder
from renjadoc.edits.changeset import read_for_edits
from renjadoc.reading import Reading
from renjadoc.tables.layout import TableRow
from tests.conftest import ROOT, needs_office
from tests.desk.browser import needs_browser, open_window, running_desk


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "Renja" / "renja-2021")
    return tmp_path / "Renja"


@pytest.fixture
def reading(root: Path) -> Reading:
    return read_for_edits(find_folder(root, "renja-2021"))


def words_of(line: str, near: str, around: str) -> PageWords:
    return PageWords(line, near, split_words(around))


def test_a_line_leads_to_its_paragraph(reading: Reading) -> None:
    place = find_place(reading, words_of("selamatahunberjalanpelaksanaanrenja", "berjalan", "Selama tahun berjalan"))
    assert place is not None
    assert (place.file, place.pointer) == ("bab-1.json", "/bagian/0/isi/1")


def test_a_figure_leads_to_the_row_that_stands_around_it(reading: Reading) -> None:
    plan = reading.tables["rencana-program"]
    by_target: dict[str, list[TableRow]] = defaultdict(list)
    for row in plan.rows:
        target = keep_letters(str(row.node.get("target") or ""))
        if len(target) > 3:
            by_target[target].append(row)
    target, rows = max(by_target.items(), key=lambda pair: len(pair[1]))
    assert len(rows) > 2
    for row in rows[:4]:
        place = find_place(reading, words_of("", target, f"{row.node['nama']} {row.node['indikator']}"))
        assert place is not None
        assert place.pointer == f"{row.pointer}/target"


def test_what_is_printed_nowhere_leads_nowhere(reading: Reading) -> None:
    assert find_place(reading, words_of("kalimatyangtidakadadimanapun", "xyzxyz", "")) is None
    assert list_places(reading, ["kalimatyangtidakadadimanapun", "5"]) == []


def test_pages_that_are_not_there_are_not_drawn() -> None:
    assert draw_page("tidak-ada", 0) is None


@needs_office
@needs_browser
@pytest.mark.lambat
def test_a_page_leads_to_its_texts(root: Path) -> None:
    """And it follows a change by itself, whoever made it."""
    folder = root / "renja-2021"
    with running_desk(root) as address, open_window(address) as window:
        base = f"{address.partition('?')[0]}renja/renja-2021"
        window.goto(f"{base}/lihat")
        window.get_by_role("button", name="Buat dokumen").click()
        window.get_by_text(re.compile(r"^\d+ halaman$")).wait_for()
        pages = window.locator(".halaman")
        (made,) = root.glob("*.pdf")
        name, number = keep_pdf(made.read_bytes()), find_page(made, "selamatahunberjalan")
        assert pages.count() == len(measure_pages(made.read_bytes())) > 20
        shown = pages.nth(number)
        shown.scroll_into_view_if_needed()
        await_drawn(window, shown)
        height = measure_pages(made.read_bytes())[number][1]
        down = find_line(made, number, "Selama tahun berjalan")
        before = shown.get_attribute("src")
        assert name in before

        path = folder / "bab-1.json"
        path.write_text(path.read_text("utf-8").replace("Pendahuluan", "Pembukaan", 1), "utf-8")
        window.wait_for_function(
            "([page, src]) => page.getAttribute('src') !== src", arg=[shown.element_handle(), before]
        )
        await_drawn(window, shown)
        assert any("pembukaan" in line for line in read_lines(made.read_bytes(), number))

        box = shown.bounding_box()
        shown.click(position={"x": box["width"] * 0.5, "y": box["height"] * down / height})
        window.wait_for_url("**/isi/bab/bab-1?di=*")
        window.locator(".ditunjuk").get_by_text("Selama tahun berjalan").wait_for()
        window.go_back()
        window.get_by_role("button", name="Buat dokumen").click()
        window.get_by_role("button", name=f"Teks di halaman {number + 1}", exact=True).click()
        window.get_by_role("dialog").get_by_role("link", name="1.1, paragraf 2").click()
        window.wait_for_url("**/isi/bab/bab-1?di=*")
        assert window.said == []


@needs_office
@needs_browser
@pytest.mark.lambat
def test_pages_wait_where_word_was_edited_or_something_must_be_mended(root: Path) -> None:
    folder, made = root / "renja-2021", root / "Renja-2021-Dinkop-UKM.docx"
    with running_desk(root) as address, open_window(address) as window:
        window.goto(f"{address.partition('?')[0]}renja/renja-2021/lihat")
        window.get_by_role("button", name="Buat dokumen").click()
        window.get_by_text(re.compile(r"^\d+ halaman$")).wait_for()
        path = folder / "bab-1.json"
        right = path.read_text("utf-8")
        path.write_text(right.replace("Pendahuluan", "Pembukaan {{ tak_ada }}", 1), "utf-8")
        window.get_by_text("Halaman belum mengikuti isi: 1 harus diperbaiki").wait_for()
        made.write_bytes(b"disunting")
        path.write_text(right.replace("Pendahuluan", "Pembukaan", 1), "utf-8")
        window.get_by_text("sudah disunting orang. Tekan Buat dokumen.").wait_for()
        assert made.read_bytes() == b"disunting"


def find_page(pdf: Path, letters: str) -> int:
    """The page on which a line begins with these letters; not that of the contents."""
    count = len(measure_pages(pdf.read_bytes()))
    return next(n for n in range(count) if any(one.startswith(letters) for one in read_lines(pdf.read_bytes(), n)))


def find_line(pdf: Path, number: int, text: str) -> float:
    """How far down a text stands on a page, in pixels as it is shown."""
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[number]
    finder = page.get_textpage().search(text)
    index, _ = finder.get_next()
    _, bottom, _, top = page.get_textpage().get_charbox(index)
    return (page.get_height() - (bottom + top) / 2) * 1.5


def await_drawn(window: Any, page: Any) -> None:
    window.wait_for_function("(page) => page.complete && page.naturalWidth > 0", arg=page.element_handle())
