"""What an ad-hoc table keeps of the looks of an old one: how its columns stand, how wide they are, which words lie."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.adoption.paper import bold, cell, centred, document, p, row, take

WORDS = "Kegiatan tahun ini disusun dengan sasaran yang terukur dan pagu yang tersedia. " * 6
MIDDLE, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'


def _adopt(tmp_path: Path, body: list[str], widths: tuple[int, ...] = ()) -> Any:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(body)}</w:tbl>"
    text = centred("BAB I PENDAHULUAN") + p(WORDS) + p("Tabel 1.1 Sarana") + table + bold("BAB II PENUTUP") + p(WORDS)
    take(document(tmp_path / "lama.docx", text), tmp_path / "a")
    return json.loads((tmp_path / "a" / "tabel" / "sarana.json").read_text("utf-8"))


def _rows() -> list[str]:
    heads = row(cell(bold("Nama")), cell(bold("Jumlah")), cell(bold("Nilai")))
    names = [
        p("Printer"),
        '<w:p><w:r><w:t xml:space="preserve">Aplikasi </w:t></w:r>'
        "<w:r><w:rPr><w:i/></w:rPr><w:t>dashboard</w:t></w:r></w:p>",
    ]
    return [
        heads,
        *(row(cell(name), cell(p("2", properties=MIDDLE)), cell(p("9.000.000", properties=RIGHT))) for name in names),
    ]


def test_columns_stand_as_they_stood(tmp_path: Path) -> None:
    columns = _adopt(tmp_path, _rows())["kolom"]
    assert [column.get("rata") for column in columns] == [None, "tengah", "kanan"]


def test_words_lie_as_they_lay(tmp_path: Path) -> None:
    names = [line[0] for line in _adopt(tmp_path, _rows())["baris"]]
    assert names == ["Printer", "Aplikasi *dashboard*"]


@pytest.mark.parametrize(
    ("widths", "kept"), [((4000, 1000, 2500), [4.0, 1.0, 2.5]), ((3000, 3000, 3000), None), ((4000, 1000), None)]
)
def test_columns_are_as_wide_as_somebody_made_them(
    tmp_path: Path, widths: tuple[int, ...], kept: list[float] | None
) -> None:
    """All alike, or not said, they are measured by what stands in them."""
    found = [column["lebar"] for column in _adopt(tmp_path, _rows(), widths)["kolom"]]
    assert (found == kept) is (kept is not None)
