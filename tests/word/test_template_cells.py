"""Cells of a template that end in no paragraph, which Word does not open, end in an empty one."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package
from tests.word.lint import faults
from tests.word.templates import BODY, changed

_HEAD = '<w:pPr><w:pStyle w:val="TabelKepala"/></w:pPr><w:r><w:t xml:space="preserve">Perangkat Daerah</w:t></w:r>'
_SPOILT = (f"<p>{_HEAD}</p>", f"<w:p>{_HEAD}</w:p><w:tbl><w:tblPr/><w:tblGrid/></w:tbl>")


@pytest.mark.parametrize("spoilt", _SPOILT, ids=["bukan paragraf", "tabel di akhir"])
def test_a_cell_ends_in_a_paragraph(isi: Path, tmp_path: Path, spoilt: str) -> None:
    template = changed(tmp_path, BODY, lambda text: text.replace(f"<w:p>{_HEAD}</w:p>", spoilt))
    made = tmp_path / "hasil.docx"
    make_document(DocumentOrder(isi, made, template, page_numbers=False))
    assert [fault for fault in faults(package.unpack_file(made)) if "end in a paragraph" in fault] == []
