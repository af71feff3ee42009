"""How the paragraph styles of a template set their text: to both edges, how far in, in which letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from renjadoc.word.names import W, read_switch

#: Fonts whose letters are as wide as Arial's.
_AS_ARIAL = ("arial", "liberation sans", "helvetica", "arimo", "nimbus sans")
_TABLE_STYLE, _USUAL_SIZE, _BOLD = "tabel renja", 17, 1.08
#: Nobody sees a row of a lower fixed height (twentieths of a point).
LOWEST_ROW = 100
_SIDES = ("left", "start", "right", "end")


def read_justified(styles: bytes) -> dict[str, tuple[int, int, int]]:
    """By lower-case name: left and right indent together, that of the first line, and size; twentieths of a point.

    Only styles that are justified, in letters whose widths are known.
    """
    root = etree.fromstring(styles)
    known = {one.get(f"{W}styleId"): one for one in root.iter(f"{W}style") if one.get(f"{W}type") == "paragraph"}
    default = root.find(f"{W}docDefaults")
    found = {}
    for style in known.values():
        chain = [*walk_bases(style, known), *([] if default is None else [default])]
        aligned, font = find_stated(chain, "jc", "val"), (find_stated(chain, "rFonts", "ascii") or "").lower()
        if aligned in ("both", "distribute") and font in _AS_ARIAL:
            set_in = sum(_read_int(find_stated(chain, "ind", side)) for side in _SIDES)
            first = _read_int(find_stated(chain, "ind", "firstLine")) - _read_int(find_stated(chain, "ind", "hanging"))
            size = _read_int(find_stated(chain, "sz", "val")) * 10
            name = style.find(f"{W}name")
            if size > 0 and name is not None:
                found[str(name.get(f"{W}val")).lower()] = set_in, first, size
    return found


def read_cell_letters(styles: bytes, bold: float = _BOLD) -> dict[str, float]:
    """The size of the letters by the id of a paragraph style, in twentieths of a point; bold ones are a little wider.

    Digits are not: for them `bold` is 1. "" is a style that is not known. What no paragraph style says, the style of
    our tables does.
    """
    root = etree.fromstring(styles)
    known = index_styles(root)
    tables = [one for one in known.values() if one.find(f"{W}name").get(f"{W}val").lower() == _TABLE_STYLE]
    usual = _read_int(find_stated([*tables, *root.findall(f"{W}docDefaults")], "sz", "val")) or _USUAL_SIZE
    found: dict[str, float] = {"": usual * 10}
    for identity, style in known.items():
        chain = list(walk_bases(style, known))
        is_bold = any(one.find(f"{W}rPr/{W}b") is not None for one in chain)
        found[identity] = (_read_int(find_stated(chain, "sz", "val")) or usual) * 10 * (bold if is_bold else 1)
    return found


def find_hidden_styles(styles: bytes) -> dict[str, bool]:
    """By id, the styles that say whether their letters are hidden."""
    known = index_styles(etree.fromstring(styles))
    found = {}
    for identity, style in known.items():
        stated = (read_switch(one.find(f"{W}rPr"), "vanish") for one in walk_bases(style, known))
        if (first := next((one for one in stated if one is not None), None)) is not None:
            found[identity] = first
    return found


def index_styles(root: Any) -> dict[str, Any]:
    """The styles of their part by their ids."""
    return {str(one.get(f"{W}styleId")): one for one in root.iter(f"{W}style")}


def walk_bases(style: Any, known: Mapping[str, Any]) -> Iterator[Any]:
    """The style, and those it is based on."""
    seen: set[str] = set()
    while style is not None and style.get(f"{W}styleId") not in seen:
        seen.add(style.get(f"{W}styleId"))
        yield style
        based = style.find(f"{W}basedOn")
        style = None if based is None else known.get(based.get(f"{W}val"))


def find_stated(chain: list[Any], element: str, attribute: str) -> str | None:
    """What the first of the styles says that says it."""
    for style in chain:
        for one in style.iter(f"{W}{element}"):
            if (value := one.get(f"{W}{attribute}")) is not None:
                return str(value)
    return None


def _read_int(value: str | None) -> int:
    return int(value) if value is not None and value.lstrip("-").isdigit() else 0
