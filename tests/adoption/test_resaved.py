"""Documents that other programs saved again are taken over like the one that was made: Google Docs, WPS Office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from renjadoc.adoption.adopt import Adopted, adopt
from renjadoc.adoption.contents_lists import leave_out_contents
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package
from renjadoc.word.reader.document import Piece, WordParagraph
from tests.absorption.google import as_google_docs
from tests.absorption.wps import as_wps
from tests.checks.examples import BASE


def _adopt(path: Path) -> Adopted:
    return adopt(path, path.with_suffix(""), date(2027, 1, 2))


@pytest.mark.parametrize("program", [as_google_docs, as_wps])
def test_what_another_program_saved_again_is_taken_over_alike(
    tmp_path: Path, program: Callable[[package.Parts], package.Parts]
) -> None:
    made = make_document(DocumentOrder(BASE, tmp_path / "asli.docx", page_numbers=False)).docx
    saved = tmp_path / "simpan.docx"
    saved.write_bytes(package.to_bytes(program(package.unpack_file(made))))
    plain, again = _adopt(made), _adopt(saved)
    assert (again.missing, plain.missing) == ([], [])
    assert [table.built.kind if table.built else "" for table in again.tables] == [
        table.built.kind if table.built else "" for table in plain.tables
    ]
    for file in sorted([*made.with_suffix("").glob("bab-*.json"), *made.with_suffix("").glob("tabel/*.json")]):
        there = saved.with_suffix("") / file.relative_to(made.with_suffix(""))
        assert there.read_text("utf-8") == file.read_text("utf-8")


def _kept(*texts: str) -> list[str]:
    return [block.text for block in leave_out_contents([WordParagraph([Piece(text)]) for text in texts])]


CHAPTERS = ["BAB I PENDAHULUAN", "1.1. Latar Belakang", "Renja disusun.", "BAB II PENUTUP", "Demikian."]


def test_a_list_of_links_has_no_page_numbers() -> None:
    links = ["Daftar Isi", "BAB I Pendahuluan", "1.1 Latar Belakang", "BAB II Penutup"]
    tables = ["Daftar Tabel", "Tabel 1.1 Pegawai"]
    body = [*CHAPTERS, "Tabel 1.1", "Pegawai"]
    assert _kept(*links, *body) == body
    assert _kept(*links, *tables, *body)[-len(body) :] == body


def test_a_list_that_was_never_filled_takes_no_heading_with_it() -> None:
    body = ["BAB I", "PENDAHULUAN", "1.1 Latar Belakang", "Renja disusun.", "1.2 Sistematika", "BAB I", "PENDAHULUAN"]
    assert _kept("Daftar Isi", *body) == body
    assert _kept("Daftar Isi", "BAB I PENDAHULUAN ..... 1", "1.1 Latar Belakang ..... 1", *body) == body
