"""The numbers of lists: one multilevel list each, its levels counting as the content's lists do."""

from __future__ import annotations

import re

import pytest

from renjadoc import resources
from renjadoc.span import Span
from renjadoc.word.blocks import Anchor, ListItem
from renjadoc.word.templates.template import Template
from renjadoc.word.writing.lists import Lists

_STYLES = {"1.": "Daftar Angka", "a.": "Daftar Huruf", "1)": "Daftar Angka Kurung", "-": "Daftar Butir"}


def numbered(*items: tuple[int, str, int]) -> tuple[list[str], str, str]:
    """The numbers of items (list, kind, level), and what the document is told of its lists."""
    lists = Lists(Template(resources.templates_folder() / "renja.docx", "renja.docx"))
    anchor = Anchor("bab-1.json", "/isi/0", "x", "1.")
    made = [ListItem([Span("x")], _STYLES[kind], level, list_id, anchor) for list_id, kind, level in items]
    found = [lists.number_item(item) for item in made]
    return found, *lists.write_numbering()


def forms(definition: str) -> list[str]:
    return re.findall(r'<w:lvlText w:val="([^"]*)"', definition)


def test_two_lists_do_not_count_on() -> None:
    numbers, definitions, pointing = numbered((1, "1.", 0), (1, "1.", 0), (2, "1.", 0))
    assert numbers[0] == numbers[1] != numbers[2]
    homes = re.findall(r'<w:abstractNumId w:val="(\d+)"/>', pointing)
    assert len(set(homes)) == 2
    assert len(set(re.findall(r'<w:nsid w:val="(\w+)"', definitions))) == 2


def test_what_stands_below_is_the_same_list_one_level_down() -> None:
    numbers, definitions, _ = numbered((1, "1.", 0), (2, "-", 1), (1, "1.", 0), (3, "-", 1))
    assert len(set(numbers)) == 1
    assert forms(definitions)[:2] == ["%1.", "•"]


@pytest.mark.parametrize(("second", "restarted"), [("a.", True), ("1)", False)])
def test_two_lists_below_one_item(second: str, restarted: bool) -> None:
    """The second of one form starts anew in the same list; one of another form is another list."""
    numbers, definitions, pointing = numbered((1, "1.", 0), (2, "a.", 1), (3, second, 1))
    assert numbers[0] == numbers[1] != numbers[2]
    assert ("<w:startOverride" in pointing) is restarted
    assert definitions.count("<w:abstractNum ") == (1 if restarted else 2)


def test_tab_makes_an_item_of_the_list_below() -> None:
    _, definitions, _ = numbered((1, "1.", 0))
    assert forms(definitions) == ["%1.", "%2.", "%3)", "%4)"]
    assert re.findall(r'<w:numFmt w:val="(\w+)"', definitions) == ["decimal", "lowerLetter", "decimal", "lowerLetter"]
