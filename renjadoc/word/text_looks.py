"""How the paragraph styles of a template set their text: to both edges, how far in, in which letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Fonts whose letters are as wide as Arial's.
_AS_ARIAL = ("arial", "liberation sans", "helvetica", "arimo", "nimbus sans")
_TABLE_STYLE, _USUAL_SIZE, _BOLD = "tabel renja", 17, 1.08
#: Letters that are smaller (half points) nobody sees, nor a row of a lower fixed height (twentieths of a point).
SMALLEST, LOWEST_ROW = 6, 100
_SIDES = ("left", "start", "right", "end")


def read_justified(styles: bytes) -> dict[str, tuple[int, int, int]]:
    """By lower-case name: left and right indent together, that of the first line, and size; twentieths of a point.

    Only styles that are justified, in letters whose widths are known.
    """
    root = etree.fromstring(styles)
    known = {one.get(f"{_W}styleId"): one for one in root.iter(f"{_W}style") if one.get(f"{_W}type") == "paragraph"}
    default = root.find(f"{_W}docDefaults")
    found = {}
    for style in known.values():
        chain = [*walk_bases(style, known), *([] if default is None else [default])]
        aligned, font = _find(chain, "jc", "val"), (_find(chain, "rFonts", "ascii") or "").lower()
        if aligned in ("both", "distribute") and font in _AS_ARIAL:
            set_in = sum(_read_int(_find(chain, "ind", side)) for side in _SIDES)
            first = _read_int(_find(chain, "ind", "firstLine")) - _read_int(_find(chain, "ind", "hanging"))
            size = _read_int(_find(chain, "sz", "val")) * 10
            name = style.find(f"{_W}name")
            if size > 0 and name is not None:
                found[str(name.get(f"{_W}val")).lower()] = set_in, first, size
    return found


def read_cell_letters(styles: bytes) -> dict[str, float]:
    """The size of the letters by the id of a paragraph style, in twentieths of a point; bold ones are a little wider.

    "" is a style that is not known. What no paragraph style says, the style of our tables does.
    """
    root = etree.fromstring(styles)
    known = {str(one.get(f"{_W}styleId")): one for one in root.iter(f"{_W}style")}
    tables = [one for one in known.values() if one.find(f"{_W}name").get(f"{_W}val").lower() == _TABLE_STYLE]
    usual = _read_int(_find([*tables, *root.findall(f"{_W}docDefaults")], "sz", "val")) or _USUAL_SIZE
    found: dict[str, float] = {"": usual * 10}
    for identity, style in known.items():
        chain = list(walk_bases(style, known))
        is_bold = any(one.find(f"{_W}rPr/{_W}b") is not None for one in chain)
        found[identity] = (_read_int(_find(chain, "sz", "val")) or usual) * 10 * (_BOLD if is_bold else 1)
    return found


def find_tiny_styles(styles: bytes) -> set[str]:
    """The ids of the styles whose letters are too small to be seen."""
    root = etree.fromstring(styles)
    known = {str(one.get(f"{_W}styleId")): one for one in root.iter(f"{_W}style")}
    sizes = ((identity, _find(list(walk_bases(one, known)), "sz", "val")) for identity, one in known.items())
    return {identity for identity, size in sizes if 0 < _read_int(size) < SMALLEST}


def find_hidden_styles(styles: bytes) -> dict[str, bool]:
    """By id, the styles that say whether their letters are hidden."""
    root = etree.fromstring(styles)
    known = {str(one.get(f"{_W}styleId")): one for one in root.iter(f"{_W}style")}
    found = {}
    for identity, style in known.items():
        stated = (one.find(f"{_W}rPr/{_W}vanish") for one in walk_bases(style, known))
        if (first := next((one for one in stated if one is not None), None)) is not None:
            found[identity] = first.get(f"{_W}val") not in ("0", "false", "off")
    return found


def walk_bases(style: Any, known: Mapping[str, Any]) -> Iterator[Any]:
    """The style, and those it is based on."""
    seen: set[str] = set()
    while style is not None and style.get(f"{_W}styleId") not in seen:
        seen.add(style.get(f"{_W}styleId"))
        yield style
        based = style.find(f"{_W}basedOn")
        style = None if based is None else known.get(based.get(f"{_W}val"))


def _find(chain: list[Any], element: str, attribute: str) -> str | None:
    """What the first of the styles says that says it."""
    for style in chain:
        for one in style.iter(f"{_W}{element}"):
            if (value := one.get(f"{_W}{attribute}")) is not None:
                return str(value)
    return None


def _read_int(value: str | None) -> int:
    return int(value) if value is not None and value.lstrip("-").isdigit() else 0
