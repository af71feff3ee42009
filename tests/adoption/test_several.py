"""Files with one or more chapters each, typed by different people: other styles, other order, numbers only in names."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from renjadoc.adoption.adopt import Adopted, adopt
from tests.adoption.paper import bold, centred, document, p

WORDS = "Dinas Pangan menyusun rencana ini untuk satu tahun dengan sasaran yang terukur. " * 6
COVER = centred("RENCANA KERJA DINAS PANGAN") + centred("KABUPATEN MAJU") + centred("TAHUN 2026")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LOOKS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
)
STYLES: dict[str, str | bytes] = {"word/styles.xml": f'<w:styles xmlns:w="{_W}">{_LOOKS}</w:styles>'}
RELATION = (
    '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
    'Target="styles.xml"/>'
)


def styled(text: str, level: int) -> str:
    return p(text, properties=f'<w:pStyle w:val="Heading{level}"/>')


def _lay(place: Path, last: str = "BAB IV.docx") -> list[Path]:
    typed = COVER + centred("BAB I") + centred("PENDAHULUAN") + bold("1.1 Latar Belakang") + p(WORDS)
    second = styled("BAB II HASIL EVALUASI", 1) + styled("2.1 Evaluasi Renja", 2) + p(WORDS)
    lettered = bold("BAB III. TUJUAN DAN SASARAN") + bold("A. Tujuan") + p(WORDS) + bold("B. Sasaran") + p(WORDS)
    return [
        document(place / "1.docx", typed),
        document(place / "2.docx", second, STYLES, RELATION),
        document(place / "3.docx", lettered),
        document(place / last, styled("PENUTUP", 1) + p(WORDS), STYLES, RELATION),
    ]


def _take(place: Path, files: list[Path]) -> tuple[Adopted, list[tuple[str, list[str]]]]:
    target = place / "isi"
    made = adopt(files, target, date(2026, 1, 1))
    chapters: list[Any] = [json.loads(path.read_text("utf-8")) for path in sorted(target.glob("bab-*.json"))]
    return made, [(one["judul"], [below["judul"] for below in one.get("bagian", [])]) for one in chapters]


@pytest.mark.parametrize("order", list(permutations(range(4)))[::7], ids=str)
def test_files_of_different_styles_are_one_document(tmp_path: Path, order: tuple[int, ...]) -> None:
    files = _lay(tmp_path)
    made, chapters = _take(tmp_path, [files[index] for index in order])
    assert chapters == [
        ("PENDAHULUAN", ["Latar Belakang"]),
        ("HASIL EVALUASI", ["Evaluasi Renja"]),
        ("TUJUAN DAN SASARAN", ["Tujuan", "Sasaran"]),
        ("PENUTUP", []),
    ]
    assert (made.missing, made.doubtful) == ([], [])


@pytest.mark.parametrize("name", ["BAB 4 Penutup.docx", "bab_iv.docx", "Bab-IV penutup akhir.docx"])
def test_the_name_of_a_file_says_its_chapter(tmp_path: Path, name: str) -> None:
    _, chapters = _take(tmp_path, _lay(tmp_path, name))
    assert [title for title, _ in chapters][-1] == "PENUTUP"


def test_one_file_alone_is_not_called_by_its_name(tmp_path: Path) -> None:
    body = COVER + centred("BAB I PENDAHULUAN") + p(WORDS) + centred("BAB II PENUTUP") + p(WORDS)
    _, chapters = _take(tmp_path, [document(tmp_path / "BAB V.docx", body)])
    assert [title for title, _ in chapters] == ["PENDAHULUAN", "PENUTUP"]


REST = ["HASIL EVALUASI", "TUJUAN DAN SASARAN", "PENUTUP"]
ONE = COVER + centred("BAB I") + centred("PENDAHULUAN") + bold("1.1 Latar Belakang") + p(WORDS)


def _lay_rest(place: Path, name: str, form: str) -> list[Path]:
    """A first chapter, and one file with three more, their headings in one of the forms that people type."""
    heads = {
        "BAB": lambda number, title: centred(f"BAB {number}") + centred(title),
        "gaya": lambda _, title: styled(title, 1) + styled("Rincian", 2),
        "romawi": lambda number, title: bold(f"{number}. {title}"),
        "huruf besar": lambda _, title: centred(title),
    }
    body = "".join(
        heads[form](number, title) + p(WORDS) for number, title in zip(["II", "III", "IV"], REST, strict=True)
    )
    rest = document(place / name, body, STYLES, RELATION)
    return [rest, document(place / "BAB I.docx", ONE)]


@pytest.mark.parametrize("form", ["BAB", "gaya", "romawi", "huruf besar"])
@pytest.mark.parametrize("name", ["BAB II-IV.docx", "Bab 2 s.d. 4.docx", "BAB II, III dan IV Renja.docx"])
def test_a_file_may_hold_several_chapters(tmp_path: Path, name: str, form: str) -> None:
    made, chapters = _take(tmp_path, _lay_rest(tmp_path, name, form))
    assert [title for title, _ in chapters] == ["PENDAHULUAN", *REST]
    assert (made.missing, made.doubtful) == ([], [])


def test_chapters_without_numbers_follow_the_files_before_them_and_that_is_told(tmp_path: Path) -> None:
    rest, first = _lay_rest(tmp_path, "sisanya.docx", "gaya")
    made, chapters = _take(tmp_path, [first, rest])
    assert [title for title, _ in chapters] == ["PENDAHULUAN", *REST]
    assert made.doubtful == [("nomor bab disimpulkan dari urutan berkas", "sisanya: BAB II, BAB III, BAB IV")]


def test_files_without_any_number_are_chapters_in_their_order(tmp_path: Path) -> None:
    titles = ["PENDAHULUAN", *REST]
    files = [document(tmp_path / f"{title.title()}.docx", centred(title) + p(WORDS)) for title in titles]
    made, chapters = _take(tmp_path, [document(tmp_path / "Cover.docx", COVER), *files])
    assert [title for title, _ in chapters] == titles
    assert made.identity.name == "Dinas Pangan"


def test_a_chapter_that_two_files_hold_is_told(tmp_path: Path) -> None:
    rest, first = _lay_rest(tmp_path, "BAB II.docx", "BAB")
    again = document(tmp_path / "BAB III rev.docx", centred("BAB III") + centred("TUJUAN LAIN") + p(f"Lain. {WORDS}"))
    made, _ = _take(tmp_path, [first, rest, again])
    told = "bab yang sama ada di beberapa berkas; teks keduanya diambil"
    assert (told, "BAB III: BAB II, BAB III rev") in made.doubtful
    assert made.missing == []


def test_what_a_chapter_enumerates_is_no_chapter_of_its_file(tmp_path: Path) -> None:
    listed = "".join(
        p(f"BAB {n} {title}") + p(f"Bab ini memuat {title}.") for n, title in zip(["II", "III"], REST[:2], strict=True)
    )
    rest, _ = _lay_rest(tmp_path, "BAB II-IV.docx", "gaya")
    first = document(tmp_path / "1.docx", ONE + bold("1.4 Sistematika") + listed)
    made, chapters = _take(tmp_path, [first, rest])
    assert [title for title, _ in chapters] == ["PENDAHULUAN", *REST]
    assert (made.missing, made.doubtful) == ([], [])


def test_appendices_of_a_file_stand_behind_all_chapters(tmp_path: Path) -> None:
    rest, first = _lay_rest(tmp_path, "BAB II-IV.docx", "BAB")
    appendix = document(tmp_path / "Lampiran.docx", centred("LAMPIRAN I") + centred("DAFTAR ASET") + p(WORDS))
    _take(tmp_path, [appendix, first, rest])
    (made,) = (tmp_path / "isi" / "lampiran").glob("*.json")
    assert json.loads(made.read_text("utf-8"))["judul"] == "DAFTAR ASET"
