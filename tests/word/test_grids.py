"""Drawn tables: which rows stay on the page of the next, and words that their columns have no room for."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from renjadoc.span import Span
from renjadoc.tables.drawn import find_heads
from renjadoc.unbroken import as_seen
from renjadoc.word.blocks import GridCell, GridTable, Line, Paragraph
from renjadoc.word.names import read_switch
from renjadoc.word.templates.template import Template
from renjadoc.word.writing.grids import GridDrawing
from renjadoc.word.writing.writer import Writer
from tests.word.lint import W
from tests.word.templates import TEMPLATE


def _draw(rows: list[tuple[str, str]], bold: tuple[int, ...] = (), **more: object) -> etree._Element:
    body = [([GridCell([[Span(text)]] if text else []) for text in row], n in bold) for n, row in enumerate(rows)]
    table = GridTable(None, [1.0, 1.0], [], body, False, **more)  # type: ignore[arg-type]
    drawn = GridDrawing(Writer(Template(TEMPLATE, "renja.docx"), {}), table, 2_000).draw("Judul")
    return etree.fromstring(f'<w:x xmlns:w="{W[1:-1]}">{drawn}</w:x>')


def _held(drawn: etree._Element) -> list[int]:
    return [index for index, row in enumerate(drawn.iter(f"{W}tr")) if read_switch(row.find(f".//{W}pPr"), "keepNext")]


def test_bold_rows_have_the_styles_of_those_of_other_tables() -> None:
    drawn = _draw([("Kelompok", ""), ("a", "isi"), ("Jumlah", "2")], bold=(0, 2))
    styles = [[one.get(f"{W}val") for one in row.iter(f"{W}pStyle")] for row in drawn.iter(f"{W}tr")]
    assert styles == [["TabelIsiTebal"] * 2, ["TabelIsi"] * 2, ["TabelIsiTebal"] * 2]
    assert drawn.find(f".//{W}b") is None


def test_letters_become_smaller_where_amounts_would_be_torn() -> None:
    """Of a table with many columns of amounts; of one that has room they are as the style says."""
    assert _draw([("1.500", "2.500")]).find(f".//{W}sz") is None
    sizes = {one.get(f"{W}val") for one in _draw([("1.234.567.890", "9.876.543.210")]).iter(f"{W}sz")}
    assert len(sizes) == 1
    assert 10 <= int(sizes.pop()) < 17


_LINE: Line = [Span("Sumber: dinas")]


@pytest.mark.parametrize(
    ("rows", "more", "held"),
    [
        (["a", "b", "c"], {}, []),
        (["a", "b", "c"], {"bold": (0,)}, [0]),
        (["a", "b", "jumlah"], {"bold": (2,)}, [1]),
        (["a", "b", "c"], {"heads": frozenset([1])}, [1]),
        (["a", "b", "c"], {"notes": [Paragraph(_LINE, "Catatan Tabel")]}, [2]),
        (["a", "", "", "b", ""], {}, [0, 1, 3]),
        (["a", *[""] * 9], {}, [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_rows_stay_with_the_next_where_they_head_it(rows: list[str], more: dict[str, object], held: list[int]) -> None:
    assert _held(_draw([(row, "isi") for row in rows], **more)) == held  # type: ignore[arg-type]


def test_numbers_of_columns_have_a_style_of_their_own() -> None:
    head = [[GridCell([[Span("Nama")]]), GridCell([[Span("Target")]])], [GridCell([[Span("1")]], 2, "nomor")]]
    drawn = GridDrawing(Writer(Template(TEMPLATE, "renja.docx"), {}), GridTable(None, [1.0, 1.0], head, [], False), 900)
    styles = re.findall(r'<w:pStyle w:val="(\w+)"/>', drawn.draw("Judul"))
    assert styles == ["TabelKepala", "TabelKepala", "TabelNomorKolom"]


def test_rows_head_those_of_a_level_below() -> None:
    levels = ["program", "kegiatan", "sub", "sub", "kegiatan", "sub", "program"]
    assert find_heads(levels) == {0, 1, 4}
    assert find_heads(levels, first=1) == {1, 2, 5}
    assert find_heads([]) == set()


def test_a_word_too_long_for_its_column_is_divided_and_reads_the_same() -> None:
    drawn = _draw([("Penanggulangan", "Penyelenggaraan")])
    assert drawn.find(f".//{W}softHyphen") is not None
    assert as_seen("".join(drawn.find(f".//{W}tc").itertext())) == "Penanggulangan"
    assert _draw([("kini", "lalu")]).find(f".//{W}softHyphen") is None


def test_what_is_bound_may_break_where_its_column_has_no_room() -> None:
    # A column of 1,7 cm holds “COVID-19” on one line, and not “Undang-Undang”.
    drawn = _draw([("Undang-Undang", "COVID-19")])
    narrow, wide = drawn.iter(f"{W}tc")
    assert narrow.find(f".//{W}noBreakHyphen") is None
    assert wide.find(f".//{W}noBreakHyphen") is not None
