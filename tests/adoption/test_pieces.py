"""Tables cut into pieces by hand are one again; documents cut into too many chapters are refused soon."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.adoption.adopt import adopt
from renjadoc.problem import ProblemsFound
from tests.adoption.paper import TODAY, Taken, bold, centred, document, p, row, rows, styles, table, take

WORDS = "Dinas Pangan menyusun rencana ini untuk satu tahun dengan sasaran yang terukur. " * 6
COVER = centred("RENCANA KERJA DINAS PANGAN") + centred("KABUPATEN MAJU") + centred("TAHUN 2026")
HEAD = row("No", "Uraian", "Jumlah")
NUMBERS = row("1", "2", "3")


def _take(tmp_path: Path, between: str, *again: str, first: str = "Tabel 1.1 Rincian") -> Taken:
    inner = bold(first) if first else ""
    inner += table(HEAD, NUMBERS, *rows("1 | satu | 10", "2 | dua | 20")) + between
    inner += table(*again, *rows("3 | tiga | 30", "3 | tiga | 30"))
    whole = COVER + centred("BAB I PENDAHULUAN") + p(WORDS) + inner + centred("BAB II PENUTUP") + p(WORDS)
    return take(document(tmp_path / "a.docx", whole), tmp_path / "a")


def _rows(made: Taken) -> list[Any]:
    (path,) = (made.folder / "tabel").iterdir()
    return [cells[2] for cells in json.loads(path.read_text("utf-8"))["baris"]]


@pytest.mark.parametrize("again", [(HEAD,), (HEAD, NUMBERS), (NUMBERS,), ()])
@pytest.mark.parametrize("between", [p(), bold("Tabel 1.1"), bold("Tabel 1.1 Rincian"), bold("Tabel 1.1 (lanj.)")])
def test_pieces_are_one_table(tmp_path: Path, between: str, again: tuple[str, ...]) -> None:
    assert _rows(_take(tmp_path, between, *again)) == ["3", "10", "20", "30", "30"]


def test_pieces_of_a_table_without_a_caption_are_one(tmp_path: Path) -> None:
    assert _rows(_take(tmp_path, p(), HEAD, first="")) == ["3", "10", "20", "30", "30"]


@pytest.mark.parametrize("between", [p("Selanjutnya:"), bold("Tabel 1.2 Rincian"), bold("Tabel 1.1 Lain")])
def test_a_table_of_its_own_stays_so(tmp_path: Path, between: str) -> None:
    assert len(_take(tmp_path, between, HEAD).adopted.tables) == 2


def test_too_many_chapters_end_soon(tmp_path: Path) -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Judul {}</w:t></w:r></w:p>'
    whole = "".join(heading.format(number) + p(WORDS) + table(HEAD, *rows("1 | satu | 10")) for number in range(100))
    docx = document(tmp_path / "lama.docx", whole, {"word/styles.xml": styles("heading 1")})
    with pytest.raises(ProblemsFound) as found:
        adopt(docx, tmp_path / "isi", TODAY)
    assert "ada 100 judul setingkat bab" in found.value.problems[0].message
    assert not (tmp_path / "isi").exists()


@pytest.mark.lambat
def test_too_many_paragraphs_end_soon(tmp_path: Path) -> None:
    docx = document(tmp_path / "lama.docx", p("Satu.") * 20_001, {})
    with pytest.raises(ProblemsFound) as found:
        adopt(docx, tmp_path / "isi", TODAY)
    assert "lebih dari 20.000 paragraf di luar tabel" in found.value.problems[0].message
    assert not (tmp_path / "isi").exists()
