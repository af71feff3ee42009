"""Elements of any Word document: which of them are read, and what each says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renjadoc.word.reader.numbering import BULLET
from renjadoc.word.reader.ooxml import MATH, MC, REMOVED, SIGNS, W, whole

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
#: What is read of a drawing.
_READABLE = (f"{W}txbxContent", f"{W}t", f"{A}blip", f"{V}imagedata", f"{V}textpath", f"{CHART}chart",
             f"{DIAGRAM}relIds")  # fmt: skip
#: Signs of symbol fonts that say something, by their place in the font.
_SIGNS_OF = {
    "symbol": {
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xD6: "√",
        0xE5: "∑", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x44: "Δ",
    },
    "wingdings": {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xE0: "→"},
}  # fmt: skip


def is_landscape(setup: Any) -> bool:
    size = setup.find(f"{W}pgSz") if setup is not None else None
    return size is not None and whole(size.get(f"{W}w")) > whole(size.get(f"{W}h"))


def top_blocks(container: Any) -> Iterator[Any]:
    for element in container:
        if element.tag in {f"{W}p", f"{W}tbl"}:
            yield element
        elif isinstance(element.tag, str) and element.tag != f"{W}sectPr" and element.tag not in REMOVED:
            yield from top_blocks(element)


def rows(container: Any) -> Iterator[Any]:
    """The rows of a table, through wrappers, without those that a tracked change removed."""
    for element in container:
        if element.tag == f"{W}tr":
            properties = element.find(f"{W}trPr")
            if properties is None or properties.find(f"{W}del") is None:
                yield element
        elif isinstance(element.tag, str) and element.tag not in {f"{W}tblPr", f"{W}tblGrid"} | REMOVED:
            yield from rows(element)


def cells(container: Any) -> Iterator[Any]:
    for element in container:
        if element.tag == f"{W}tc":
            yield element
        elif isinstance(element.tag, str) and element.tag not in {f"{W}trPr", f"{W}tblPrEx"}:
            yield from cells(element)


def outermost(element: Any, tag: str) -> list[Any]:
    """The nearest descendants with `tag`, each branch once; what older Word reads instead is left out."""
    found = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif isinstance(child.tag, str) and child.tag != f"{MC}Fallback":
            found += outermost(child, tag)
    return found


def mark_removed(properties: Any) -> bool:
    marks = properties.find(f"{W}rPr")
    return marks is not None and any(mark.tag in REMOVED for mark in marks)


def is_contents(control: Any) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "contents" in (gallery.get(f"{W}val") or "").lower()


def alternative(element: Any) -> Any:
    """What is shown of a drawing in two forms: the newer one if we can read it, or else what older Word shows."""
    choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
    is_known = choice is not None and next(choice.iter(*_READABLE), None) is not None
    return choice if is_known or fallback is None else fallback


def formula_text(element: Any) -> str:
    """A formula in one line, fractions with a slash."""
    if element.tag == f"{MATH}t":
        return element.text or ""
    if element.tag == f"{MATH}f":
        above, below = (element.find(f"{MATH}{part}") for part in ("num", "den"))
        parts = (formula_text(part) if part is not None else "" for part in (above, below))
        return "({})/({})".format(*parts)
    return "".join(formula_text(child) for child in element)


def text(element: Any) -> str:
    """The characters that a child of a run stands for."""
    tag = element.tag
    if tag == f"{W}t":
        return element.text or ""
    if tag == f"{W}sym":
        return _symbol(element)
    if tag == f"{W}ruby":
        return "".join(text.text or "" for text in element.iter(f"{W}t"))
    return SIGNS.get(tag, "") if element.get(f"{W}type") not in {"page", "column"} else ""


def _symbol(element: Any) -> str:
    """A sign of a symbol font: private places hold its code; of those that say nothing only a bullet is left."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SIGNS_OF.get((element.get(f"{W}font") or "").lower(), {}).get(code - 0xF000, BULLET)
    return chr(code) if 0x20 <= code < 0xD800 else ""
