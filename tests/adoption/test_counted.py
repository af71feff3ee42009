"""The proof of an adoption counts what no comparison of texts misses: pictures, and rows that are equal."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from renjadoc.adoption import body, files
from renjadoc.adoption.adopt import Adopted, adopt
from renjadoc.adoption.grids import TableGrid
from tests.adoption.paper import TODAY, bold, centred, document, p, row, rows, table

WORDS = "Dinas Pangan menyusun rencana ini untuk satu tahun dengan sasaran yang terukur. " * 6
COVER = centred("RENCANA KERJA DINAS PANGAN") + centred("KABUPATEN MAJU") + centred("TAHUN 2026")
ROWS = rows("Uraian | Jumlah", "PNS | 40", "PNS | 40", "Honorer | 12")
_URI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def _drawing(number: int) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1440000" cy="720000"/>'
        f'<wp:docPr id="{number}" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        '<a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _pictured(*numbers: int) -> str:
    return f"<w:p>{''.join(map(_drawing, numbers))}</w:p>"


def _adopt(tmp_path: Path, inner: str, cover: str = "") -> Adopted:
    whole = cover + COVER + centred("BAB I PENDAHULUAN") + p(WORDS) + inner + centred("BAB II PENUTUP") + p(WORDS)
    whole += p("Maju, 4 Juli 2025") + p("KEPALA DINAS PANGAN") + _pictured(9) + p("SITI CONTOH, S.P.")
    whole += p("NIP 198001012005012001")
    made = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(made, "PNG")
    relation = f'<Relationship Id="rId1" Type="{_URI}" Target="media/i1.png"/>'
    docx = document(tmp_path / "a.docx", whole, {"word/media/i1.png": made.getvalue()}, relation)
    return adopt(docx, tmp_path / "a", TODAY)


EVERYWHERE = (
    _pictured(1)
    + _pictured(2, 3)
    + p("Gambar 1.1 Dua foto")
    + bold("Tabel 1.1 Pegawai")
    + table(*ROWS)
    + bold("Lanjutan Tabel 1.1")
    + table(row("Uraian", "Jumlah"), row("Relawan", "3"))
    + _pictured(4)
)


@pytest.mark.lambat
def test_nothing_is_lost_of_pictures_wherever_they_stand(tmp_path: Path) -> None:
    adopted = _adopt(tmp_path, EVERYWHERE, cover=_pictured(8))
    assert adopted.missing == []
    assert (adopted.target / "bab-1.json").read_text("utf-8").count('"gambar/') == 4
    assert len(list((adopted.target / "gambar").glob("*.png"))) == 3, "one for all of the text, logo, signature"


def test_pictures_of_a_table_that_goes_on_are_kept(tmp_path: Path) -> None:
    picture = f"<w:tc><w:tcPr/>{p('Foto')}{_pictured(1)}</w:tc>"
    inner = bold("Tabel 1.1 Foto") + table(row("Uraian", "Foto"), row("Kantor", "ada"))
    inner += bold("Lanjutan Tabel 1.1") + table(
        row("Uraian", "Foto"), f"<w:tr><w:tc>{p('Gudang')}</w:tc>{picture}</w:tr>"
    )
    assert _adopt(tmp_path, inner).missing == []
    assert '"gambar/' in (tmp_path / "a" / "bab-1.json").read_text("utf-8")


@pytest.mark.parametrize("count", [1, 2])
def test_lost_pictures_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(body._BodyReader, "_read_pictures", lambda *_: None)
    assert _adopt(tmp_path, _pictured(*range(1, count + 1))).missing == [f"{count} gambar"]


def test_a_lost_row_is_told_though_an_equal_one_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = files.write_ad_hoc

    def write_less(grid: TableGrid, title: list[str]) -> dict[str, Any]:
        data = write(grid, title)
        del data["baris"][0]
        return data

    monkeypatch.setattr(files, "write_ad_hoc", write_less)
    assert _adopt(tmp_path, bold("Tabel 1.1 Pegawai") + table(*ROWS)).missing == ["1 baris Tabel 1.1 (Pegawai)"]


def test_rows_of_a_table_without_a_head_are_all_there(tmp_path: Path) -> None:
    adopted = _adopt(tmp_path, bold("Tabel 1.1 Angka") + table(*rows("1 | 40", "2 | 40", "2 | 40")))
    assert adopted.missing == []
