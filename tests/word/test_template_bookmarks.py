"""Bookmarks of a template: those that nothing leads to go, the others stay beside a document's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package
from tests.word.templates import BODY, changed

_MARKS = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>')


def bookmark(name: str) -> str:
    """A bookmark with the number that the first of a document has."""
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def make(isi: Path, tmp_path: Path, before: str, after: str) -> str:
    """The body of a document whose template has `after` where it had `before`."""
    template = changed(tmp_path, BODY, lambda text: text.replace(before, after))
    make_document(DocumentOrder(isi, tmp_path / "hasil.docx", template, page_numbers=False))
    return package.unpack_file(tmp_path / "hasil.docx")[BODY].decode()


@pytest.mark.parametrize("name", ["_rj0123456789abcdef", "_GoBack", "Tempat"])
def test_one_in_a_repeated_row_is_gone(isi: Path, tmp_path: Path, name: str) -> None:
    body = make(isi, tmp_path, "</w:pPr>", f"</w:pPr>{bookmark(name)}")
    marks = _MARKS.findall(body)
    assert name not in [named for _, named in marks]
    assert len({number for number, _ in marks}) == len({named for _, named in marks}) == len(marks) > 2


def test_one_that_a_field_leads_to_stays_with_a_number_of_its_own(isi: Path, tmp_path: Path) -> None:
    field = '<w:p><w:fldSimple w:instr=" REF Tempat \\h "><w:r><w:t>Sampul</w:t></w:r></w:fldSimple></w:p>'
    body = make(isi, tmp_path, "<w:body>", f"<w:body><w:p>{bookmark('Tempat')}</w:p>{field}")
    marks = _MARKS.findall(body)
    assert [named for _, named in marks].count("Tempat") == 1
    assert len({number for number, _ in marks}) == len(marks)
    kept = next(number for number, named in marks if named == "Tempat")
    assert body.count(f'<w:bookmarkEnd w:id="{kept}"/>') == 1
