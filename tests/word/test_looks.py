"""How a template looks, read part by part: its pages, tab stops, colours, numbers of headings, conditions."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, nodes
from lxml import etree

from renjadoc.span import Span
from renjadoc.word.names import W
from renjadoc.word.packages.package import CONTENT_TYPES
from renjadoc.word.templates import conditions
from renjadoc.word.templates.environment import _bind_spans
from renjadoc.word.templates.facts import Style
from renjadoc.word.templates.fitting import _tabs_of_style, fit_table
from renjadoc.word.templates.letter_colours import LetterColours, _measure_light, is_unread
from renjadoc.word.templates.sections import _find_copy
from renjadoc.word.templates.styles import read_heading_numbers
from renjadoc.word.templates.template import _NO_SECTION, Template

SPACE = f'xmlns:w="{W[1:-1]}"'
UPRIGHT = '<w:sectPr><w:pgSz w:w="12000" w:h="16000"/><w:pgMar w:left="1500" w:right="1000" w:top="900" w:bottom="700"/></w:sectPr>'  # fmt: skip  # noqa: E501
TURNED = UPRIGHT.replace('<w:pgSz w:w="12000" w:h="16000"', '<w:pgSz w:w="16000" w:h="12000" w:orient="landscape"')


def _make_template(body: str) -> Any:
    template: Any = SimpleNamespace(body=body)
    template._find_section = lambda landscape: Template._find_section(template, landscape=landscape)
    template.upright_section = lambda: Template.upright_section(template)
    return template


def test_the_room_between_the_margins() -> None:
    template = _make_template(UPRIGHT + TURNED)
    assert Template.text_size(template, landscape=False) == (9500, 14400)
    assert Template.text_size(template, landscape=True) == (13500, 10400)
    assert Template.text_size(_make_template("<w:sectPr><w:pgSz/></w:sectPr>"), landscape=False) == (9000, 14000)


@pytest.mark.parametrize(
    ("body", "section"), [(UPRIGHT + TURNED, TURNED), (UPRIGHT, UPRIGHT), (TURNED, TURNED), ("", _NO_SECTION)]
)
def test_a_turned_page_is_the_first_landscape_one_else_the_upright_one(body: str, section: str) -> None:
    assert Template.turned_section(_make_template(body)) == section


def test_a_copy_of_a_header_is_declared_as_the_header_is() -> None:
    override = '<Override PartName="/word/header1.xml" ContentType="x"/>'
    parts = {
        CONTENT_TYPES: f"<Types>{override}</Types>".encode(),
        "word/header1.xml": b"kepala",
        "word/_rels/header1.xml.rels": b"kait",
    }
    assert _find_copy(parts, {}, "word/header1.xml", 9000) == "word/header191.xml"
    assert parts["word/header191.xml"] == b"kepala"
    assert parts["word/_rels/header191.xml.rels"] == b"kait"
    assert parts[CONTENT_TYPES].decode().count("Override") == 2
    assert '"/word/header191.xml" ContentType="x"' in parts[CONTENT_TYPES].decode()
    assert _find_copy(parts, {"word/header191.xml": 9000}, "word/header1.xml", 9000) == "word/header191.xml"
    assert _find_copy(parts, {"word/header191.xml": 9000}, "word/header1.xml", 5000) == "word/header192.xml"


STYLES = f"""<w:styles {SPACE}>
<w:style w:styleId="A"><w:pPr><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs><w:numPr><w:numId w:val="1"/>
</w:numPr></w:pPr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:tabs><w:tab w:pos="40"/></w:tabs></w:pPr></w:style>
</w:styles>"""


def test_tab_stops_of_a_style_come_behind_those_of_what_it_is_based_on() -> None:
    styles = etree.fromstring(STYLES)
    assert list(_tabs_of_style(styles, "B")) == [(9000, "right"), (40, "left")]
    assert list(_tabs_of_style(styles, "C")) == []
    assert list(_tabs_of_style(styles, None)) == []


def test_letters_that_nobody_sees() -> None:
    assert _measure_light("FFFFFF") == pytest.approx(1)
    assert _measure_light("000000") == 0
    assert _measure_light("0000FF") == pytest.approx(0.0722)
    assert is_unread("FEFEFE", "")
    assert not is_unread("FEFEFE", "000080")
    colours = LetterColours(STYLES.encode())
    seen, unseen = (
        etree.fromstring(f'<w:p {SPACE}><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r/></w:p>').find(f"{W}r")
        for style in ("Lain", "B")
    )
    assert colours.is_unseen(unseen)
    assert not colours.is_unseen(seen)


def test_a_table_that_is_too_wide_becomes_as_wide_as_the_text() -> None:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in (3000, 6000, 3000))
    wide = f'<w:tbl {SPACE}><w:tblPr><w:tblW w:w="1" w:type="pct"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid></w:tbl>'
    table = etree.fromstring(wide)
    assert fit_table(table, 8000)
    assert [one.get(f"{W}w") for one in table.iter(f"{W}gridCol")] == ["2000", "4000", "2000"]
    assert [dict(one.attrib) for one in table.iter(f"{W}tblW")] == [{f"{W}w": "8000", f"{W}type": "dxa"}]
    assert not fit_table(table, 8000)


def test_how_headings_are_numbered() -> None:
    level = '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/><w:suff w:val="space"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "upperRoman", "BAB %1") + level.format(1, "decimal", "%1.%2.")
    numbering = f"""<w:numbering {SPACE}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
    parts = {"word/styles.xml": STYLES.encode(), "word/numbering.xml": numbering.encode()}
    styles = {name: Style("A", "paragraph", "1") for name in ("heading 1", "heading 2")}
    assert read_heading_numbers(parts, styles) == {
        "heading 1": ("BAB %1", ["upperRoman"], "space"),
        "heading 2": ("%1.%2.", ["upperRoman", "decimal"], "space"),
    }


@pytest.mark.parametrize(
    ("test", "paths"),
    [
        ("not satu.pagu", [{"baris.pagu"}]),
        ("satu.pagu and not (lain or satu.nama)", [{"baris.pagu"}, {"lain"}, {"baris.nama"}]),
    ],
)
def test_what_a_condition_asks_for(test: str, paths: list[set[str]]) -> None:
    [branch] = Environment(autoescape=True).parse(f"{{% if {test} %}}x{{% endif %}}").find_all(nodes.If)
    assert [set(one.paths) for one in conditions._split(branch.test, {"satu": "baris"})] == paths


def test_a_narrow_cell_divides_what_it_has_no_room_for() -> None:
    spans = [Span("pertanggungjawaban "), Span("Pasal 5", bold=True)]
    narrow, wide = (_bind_spans(spans, room) for room in (4000, 0))
    assert [one.bold for one in narrow] == [False, True]
    assert narrow[0].text != wide[0].text
    assert narrow[0].text.replace("\u00ad", "") == wide[0].text
