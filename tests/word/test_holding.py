"""The last lines before another kind of page stay together, so that no page has only two or three of them."""

from __future__ import annotations

import re
from pathlib import Path

from renjadoc.span import Span
from renjadoc.word import xml
from renjadoc.word.blocks import Anchor, Block, Chart, Heading, Paragraph, Picture
from renjadoc.word.templates.template import Template
from renjadoc.word.writing.drawings import fit_chart, fit_picture
from renjadoc.word.writing.entries import _Entry, _turn_short_stretches
from renjadoc.word.writing.holding import hold_last_lines
from tests.word.templates import TEMPLATE


def _hold(*texts: str) -> list[str]:
    """How each paragraph of these texts is held before a break behind the last."""
    written = [xml.paragraph("Isi", xml.text_run(text)) if "<" not in text else text for text in texts]
    hold_last_lines(written, len(written))
    kept = [re.findall(r"keepNext|keepLines", one) for one in written]
    return [" ".join(one) for one in kept]


def test_paragraphs_of_a_few_lines_stay_with_those_before_them() -> None:
    assert _hold("a" * 300, "b" * 100, "c" * 80) == ["keepNext keepLines", "keepNext keepLines", "keepLines"]
    assert _hold("a" * 300, "b" * 500) == ["", "keepLines"]


def test_long_paragraphs_break_and_tables_are_not_held() -> None:
    assert _hold("a" * 300, "b" * 2000) == ["", ""]
    assert _hold("a" * 300, "<w:tbl><w:p></w:p></w:tbl>", "b" * 80) == ["", "", "keepLines"]


def test_only_what_ends_there_is_held() -> None:
    written = [xml.paragraph("Isi", xml.text_run("a" * 80)) for _ in range(3)]
    hold_last_lines(written, 1)
    assert ["keepLines" in one for one in written] == [True, False, False]


def test_what_is_held_twice_is_held_once() -> None:
    """Two breaks may follow each other, with nothing between them."""
    written = [xml.paragraph("Isi", xml.text_run("a" * 80)) for _ in range(3)]
    hold_last_lines(written, 3)
    once = list(written)
    hold_last_lines(written, 3)
    assert written == once


def test_a_tall_picture_leaves_room_for_what_announces_it() -> None:
    template = Template(TEMPLATE, TEMPLATE.as_posix())
    picture, chart = Picture(Path("x.png"), (100, 900), 16, "", "Gambar"), Chart("kolom", ["a"], [], 16, 40, "")
    for alone, led in (
        (fit_picture(picture, template), fit_picture(picture._replace(led=True), template)),
        (fit_chart(chart, template), fit_chart(chart._replace(led=True), template)),
    ):
        assert alone[1] > template.text_size(landscape=False)[1] * 635 * 0.9
        assert alone[1] - led[1] > 3.5 * 360_000


def _lies_across(*between: Block, before: bool = True, after: bool = True) -> bool:
    """Whether these blocks stand on landscape pages between two tables, landscape ones unless it is said."""
    entries = [_Entry(before), _Entry(False), _Entry(after)]
    for block in between:
        entries[1].add(block, "<w:p></w:p>")
    _turn_short_stretches(entries)
    return entries[1].landscape


def test_only_a_little_between_two_landscape_tables_lies_across() -> None:
    anchor = Anchor("bab-2.json", "/judul", "Judul", "judul")
    line, heading = Paragraph([Span("a" * 500)], "Isi"), Heading(2, "2.2.", [Span("Judul")], anchor)
    picture = Picture(Path("x.png"), (100, 100), 16, "", "Gambar")
    assert _lies_across(line, line, line)
    assert _lies_across(heading, line)
    assert _lies_across(line, picture)
    assert not _lies_across(*[line] * 4)
    assert not _lies_across(heading, line, line)
    assert not _lies_across(picture, line, line, line)
    assert not _lies_across(line, before=False)
    assert not _lies_across(line, after=False)
    assert not _lies_across(line, before=False, after=False)
