"""Letters of tables on paper that is narrower than the one that their patterns were drawn for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from renjadoc.word.rivers import _measure
from renjadoc.word.templates.template import Template
from renjadoc.word.templates.text_looks import read_cell_letters
from tests.word.lint import W
from tests.word.templates import BODY, TEMPLATE, changed

_SIDES = 114
#: The longest amount and code that the columns were drawn for.
_AMOUNT, _CODE = "999.999.999.999", "2.11.2.11.01.01.15.01"


def _on_paper(wide: int, high: int) -> Callable[[str], str]:
    def change(body: str) -> str:
        body = body.replace('w:w="12189" w:h="18709"', f'w:w="{wide}" w:h="{high}"')
        return body.replace('w:w="18709" w:h="12189"', f'w:w="{high}" w:h="{wide}"')

    return change


def _read_sizes(template: Template) -> dict[str, float]:
    return read_cell_letters(template.parts["word/styles.xml"])


def _find_torn(template: Template) -> list[tuple[str, str, int]]:
    """Cells of amounts and codes that do not hold the longest one."""
    letters, torn = _read_sizes(template), []
    for cell in re.findall(r"<w:tc>.*?</w:tc>", template.body, re.DOTALL):
        style, width = re.search(r'w:pStyle w:val="([^"]*)"', cell), re.search(r'<w:tcW [^>]*w:w="(\d+)"', cell)
        for tag, longest in (("pagu", _AMOUNT), ("pagu_maju", _AMOUNT), ("kode", _CODE)):
            if style and width and f"baris.{tag}|" in cell and "Rapat" not in style[1]:
                needed = _measure(longest) * letters[style[1]] / 1000
                torn += [(tag, style[1], int(width[1]))] if needed > int(width[1]) - _SIDES else []
    return torn


def test_amounts_and_codes_stay_whole_on_a4(tmp_path: Path) -> None:
    usual = Template(TEMPLATE, "renja.docx")
    a4 = Template(changed(tmp_path, BODY, _on_paper(11906, 16838)), "a4.docx")
    assert len(_find_torn(a4)) <= len(_find_torn(usual))
    assert _read_sizes(a4)["TabelIsi"] == 15 * 10
    assert _read_sizes(a4)["TabelIsiRapat"] == 12 * 10
    # Text outside tables keeps its letters.
    assert re.search(r'w:styleId="CatatanTabel".*?w:sz w:val="17"', a4.parts["word/styles.xml"].decode(), re.DOTALL)


@pytest.mark.parametrize(("wide", "high"), [(16838, 23811), (12189, 18720)])
def test_letters_are_as_stated_where_tables_are_as_wide_or_wider(tmp_path: Path, wide: int, high: int) -> None:
    other = Template(changed(tmp_path, BODY, _on_paper(wide, high)), "lain.docx")
    assert _read_sizes(other) == _read_sizes(Template(TEMPLATE, "renja.docx"))


def test_tables_that_were_drawn_for_their_paper_keep_their_letters(tmp_path: Path) -> None:
    def draw(body: str) -> str:
        root = etree.fromstring(_on_paper(11906, 16838)(body).encode())
        for table in root.iter(f"{W}tbl"):
            columns = table.findall(f"{W}tblGrid/{W}gridCol")
            for column in columns:
                column.set(f"{W}w", str(int(int(column.get(f"{W}w")) * 0.88)))
        return etree.tostring(root, encoding="unicode")

    own = Template(changed(tmp_path, BODY, draw), "sendiri.docx")
    assert _read_sizes(own)["TabelIsi"] == 170
