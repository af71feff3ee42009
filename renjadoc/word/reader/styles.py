"""The styles of any Word document, and what the properties of a paragraph say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from renjadoc.word.package import Parts
from renjadoc.word.reader.ooxml import W, on, root, value, whole


@dataclass
class _Style:
    """What a style says itself; None where it leaves it to the style it is based on."""

    name: str
    base: str
    outline: int | None = None
    number: tuple[str, int] | None = None
    bold: bool | None = None
    italic: bool | None = None
    centred: bool | None = None
    indent: int | None = None


class Styles:
    """The styles of a document by id, each asked through the styles it is based on."""

    def __init__(self, parts: Parts) -> None:
        tree = root(parts, "word/styles.xml") if "word/styles.xml" in parts else []
        self._styles: dict[str, _Style] = {}
        self.default = ""
        for element in tree:
            if element.tag == f"{W}style":
                name = element.get(f"{W}styleId") or ""
                self._styles[name] = _read_style(element)
                if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true"}:
                    self.default = name

    def name(self, style: str) -> str:
        found = self._styles.get(style)
        return found.name if found else style.lower() or "normal"

    def get(self, style: str, what: str) -> Any:
        """What `style` or the first of its bases says about `what`; None if none does."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            if (said := getattr(self._styles[style], what)) is not None:
                return said
            style = self._styles[style].base
        return None


def _read_style(element: Any) -> _Style:
    style = _Style(value(element, "name").lower(), value(element, "basedOn"))
    paragraph, letters = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    if paragraph is not None:
        style.outline = outline(paragraph)
        style.number = number(paragraph)
        style.centred = centred(paragraph)
        style.indent = indent(paragraph)
    if letters is not None:
        style.bold, style.italic = switch(letters, "b"), switch(letters, "i")
    return style


def switch(properties: Any, name: str) -> bool | None:
    return on(properties, name) if properties.find(f"{W}{name}") is not None else None


def outline(properties: Any) -> int | None:
    stated = value(properties, "outlineLvl")
    return whole(stated) + 1 if stated else None


def number(properties: Any) -> tuple[str, int] | None:
    found = properties.find(f"{W}numPr")
    return (value(found, "numId"), whole(value(found, "ilvl"))) if found is not None else None


def centred(properties: Any) -> bool | None:
    stated = value(properties, "jc")
    return stated == "center" if stated else None


def indent(properties: Any) -> int | None:
    found = properties.find(f"{W}ind")
    stated = (found.get(f"{W}left") or found.get(f"{W}start")) if found is not None else None
    return whole(stated) if stated else None
