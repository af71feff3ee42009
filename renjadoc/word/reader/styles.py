"""The styles of a Word document, and what the properties of paragraphs and letters say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from renjadoc.word.names import W, read_switch, read_value, read_whole
from renjadoc.word.packages.package import Parts
from renjadoc.word.reader.elements import parse_part

#: Word's own headings have their level by their name; Google Docs and others state none.
_HEADING = re.compile(r"heading ([1-9])")


@dataclass
class StyleProperties:
    """What a paragraph, a run or a style says itself; None where it leaves it to the style it is based on.

    `number` is list and level from 0; `outline` counts from 1; `indent` is in twentieths of a point.
    """

    outline: int | None = None
    number: tuple[str, int] | None = None
    centred: bool | None = None
    right: bool | None = None
    indent: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


class Letters(NamedTuple):
    """What a `w:rPr` says itself; None where it leaves it to a style."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None


class Styles:
    """The styles of a document by id, each asked through the styles it is based on."""

    def __init__(self, parts: Parts) -> None:
        self._names: dict[str, str] = {}
        self._bases: dict[str, str] = {}
        self._said: dict[str, StyleProperties] = {}
        self.default = ""
        for element in parse_part(parts, "word/styles.xml") if "word/styles.xml" in parts else ():
            if element.tag == f"{W}style":
                self._read_style(element)

    def _read_style(self, element: Any) -> None:
        style = element.get(f"{W}styleId") or ""
        self._names[style] = read_value(element, "name").lower()
        self._bases[style] = read_value(element, "basedOn")
        said = self._said[style] = read_properties(element.find(f"{W}pPr"), element.find(f"{W}rPr"))
        if said.outline is None and (heading := _HEADING.fullmatch(self._names[style])):
            said.outline = int(heading[1])
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}:
            self.default = style

    def name(self, style: str) -> str:
        """The name in small letters; that of the default style, whatever it is called, is `normal`."""
        return "normal" if style == self.default else self._names.get(style, style.lower())

    def find(self, style: str, what: str) -> Any:
        """What `style` or the first of its bases says about `what`; None if none does."""
        seen: set[str] = set()
        while style in self._said and style not in seen:
            seen.add(style)
            if (said := getattr(self._said[style], what)) is not None:
                return said
            style = self._bases[style]
        return None


def read_properties(paragraph: Any, letters: Any = None) -> StyleProperties:
    """What a `w:pPr` and a `w:rPr` say; either may be None."""
    level, alignment = read_value(paragraph, "outlineLvl"), read_value(paragraph, "jc")
    number = paragraph.find(f"{W}numPr") if paragraph is not None else None
    indent = paragraph.find(f"{W}ind") if paragraph is not None else None
    said = read_letters(letters)
    left = (indent.get(f"{W}left") or indent.get(f"{W}start")) if indent is not None else None
    return StyleProperties(
        outline=read_whole(level) + 1 if level else None,
        number=(read_value(number, "numId"), read_whole(read_value(number, "ilvl"))) if number is not None else None,
        centred=alignment == "center" if alignment else None,
        right=alignment in {"right", "end"} if alignment else None,
        indent=read_whole(left) if left else None,
        bold=said.bold,
        italic=said.italic,
        hidden=said.hidden,
    )


def read_letters(letters: Any) -> Letters:
    """What a `w:rPr` says; it may be None."""
    if letters is None:
        return Letters()
    return Letters(
        read_switch(letters, "b"),
        read_switch(letters, "i"),
        read_switch(letters, "vanish"),
        read_switch(letters, "strike") or read_switch(letters, "dstrike"),
    )
