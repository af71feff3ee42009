"""What Google Docs and WPS wrap: rows, cells and words in content controls; tables without a grid, bare styles."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from renjadoc.adoption.adopt import adopt
from tests.adoption.paper import centred, document, p
from tests.adoption.test_several import COVER, RELATION, STYLES, WORDS, styled

ROWS = [["No", "Uraian", "Jumlah"], ["1", "Laptop", "12"], ["2", "Meja", "40"]]


def _wrap(inner: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def _table(*, wrapped: bool) -> str:
    """A table without a grid; `wrapped`: its rows and cells stand in content controls."""
    close = _wrap if wrapped else str
    rows = ("".join(close(f"<w:tc>{p(text)}</w:tc>") for text in row) for row in ROWS)
    return f"<w:tbl>{''.join(close(f'<w:tr>{row}</w:tr>') for row in rows)}</w:tbl>"


def test_nothing_that_is_wrapped_is_lost(tmp_path: Path) -> None:
    torn = (
        f"<w:p><w:r><w:t>Potong</w:t></w:r>{_wrap('<w:r><w:t>an kata</w:t></w:r>')}<w:r><w:t> utuh.</w:t></w:r></w:p>"
    )
    body = COVER + _wrap(styled("BAB I PENDAHULUAN", 1)) + styled("1.1 Latar Belakang", 2) + _wrap(p(WORDS)) + torn
    body += p("Tabel 1.1 Sarana") + _wrap(_table(wrapped=False)) + p("Tabel 1.2 Sarana lain") + _table(wrapped=True)
    body += centred("BAB II PENUTUP") + p(WORDS)
    made = adopt(document(tmp_path / "lama.docx", body, STYLES, RELATION), tmp_path / "isi", date(2026, 1, 1))
    assert (made.missing, made.chapters) == ([], 2)
    chapter: Any = json.loads((tmp_path / "isi" / "bab-1.json").read_text("utf-8"))
    assert chapter["bagian"][0]["judul"] == "Latar Belakang"
    assert chapter["bagian"][0]["isi"][1:] == ["Potongan kata utuh.", {"tabel": "sarana"}, {"tabel": "sarana-lain"}]
    for name in ("sarana", "sarana-lain"):
        table = json.loads((tmp_path / "isi" / "tabel" / f"{name}.json").read_text("utf-8"))
        assert table["baris"] == ROWS[1:]
