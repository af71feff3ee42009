"""Fonts of a template that this machine does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import fonts, package
from tests.conftest import needs_office
from tests.word.templates import TEMPLATE, changed


def test_the_fonts_of_the_template_are_found() -> None:
    parts = package.unpack_file(TEMPLATE)
    assert fonts.find_fonts(parts) == ["Arial"]
    styles = '<w:docDefaults><w:rFonts w:asciiTheme="minorHAnsi"/></w:docDefaults>'
    theme = '<a:majorFont><a:latin typeface="Aptos Display"/></a:majorFont><a:minorFont><a:latin typeface="Aptos"/>'
    known = {"word/styles.xml": styles.encode(), "word/theme/theme1.xml": theme.encode()}
    assert fonts.find_fonts(known) == ["Aptos"]


@pytest.mark.parametrize(
    ("wanted", "used", "missing"),
    [
        (["Arial"], ["BAAAAA+LiberationSans-Bold"], []),
        (["Arial"], ["CAAAAA+ArialMT"], []),
        (["Times New Roman"], ["TimesNewRomanPSMT"], []),
        (["Bookman Old Style"], ["BAAAAA+URWBookman-Light"], ["Bookman Old Style"]),
        (["Arial", "Bookman Old Style"], ["LiberationSans"], ["Bookman Old Style"]),
        (["Bookman Old Style"], [], []),
    ],
)
def test_what_stands_in_for_a_font_is_known(wanted: list[str], used: list[str], missing: list[str]) -> None:
    assert fonts.find_missing(wanted, used) == missing


@needs_office
def test_a_font_that_is_not_installed_is_told(isi: Path, tmp_path: Path) -> None:
    def dressed(styles: str) -> str:
        return styles.replace('w:ascii="Arial" w:hAnsi="Arial"', 'w:ascii="Tidak Ada" w:hAnsi="Tidak Ada"')

    notes = make_document(DocumentOrder(isi, Path("a.docx"))).notes
    assert not any("Fonta" in note for note in notes)
    template = changed(tmp_path, "word/styles.xml", dressed)
    notes = make_document(DocumentOrder(isi, Path("b.docx"), template)).notes
    assert any(note.startswith("Fonta “Tidak Ada” tidak ada di komputer ini") for note in notes)
