"""The elements of Word documents: their names, a parser that fetches nothing, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from renjadoc.word.names import CHART, DIAGRAM, MATH, MC, A, V, W, read_switch, read_value, read_whole
from renjadoc.word.packages.package import PackageError, Parts

#: Without comments and instructions to programs: nobody sees them, and neither is an element.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)
ADDED = {f"{W}ins", f"{W}moveTo"}
REVISIONS = ADDED | {f"{W}del", f"{W}moveFrom"}
#: Word's “Strict Open XML” names the same elements otherwise.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
#: Colours of letters that stand back: grey, neither black nor white.
_GREY = re.compile(r"([4-9A-Da-d][0-9A-Fa-f])\1{2}")
#: Elements whose text is no text of what stands around them.
ASIDE = {
    *(f"{W}{name}" for name in ("pPr", "rPr", "sectPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tblPrEx", "tcPr")),
    *(f"{W}{name}" for name in ("instrText", "delInstrText")),
    f"{MC}Fallback",
}
TEXTS = {f"{W}t", f"{W}delText"}
#: Signs in a run that stand for a character.
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
#: What is read of a drawing.
_READABLE = (f"{W}txbxContent", f"{W}t", f"{A}blip", f"{V}imagedata", f"{V}textpath", f"{CHART}chart",
             f"{DIAGRAM}relIds")  # fmt: skip
#: Signs of symbol fonts that say something, by their place in the font.
_SYMBOLS = {
    "symbol": {
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xD6: "√",
        0xE5: "∑", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x44: "Δ",
    },
    "wingdings": {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xE0: "→"},
}  # fmt: skip


def parse_part(parts: Parts, name: str) -> Any:
    """The root element of a part, strict names as the usual ones. Raises PackageError when it is missing or no XML."""
    try:
        data = parts[name]
        if b"purl.oclc.org/ooxml" in data:
            for theirs, usual in _STRICT:
                data = data.replace(theirs, usual)
        return etree.fromstring(data, _PARSER)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise PackageError(f"bagian {name} rusak") from error


def read_lines(story: Any) -> Iterator[str]:
    """The paragraphs of a comment, a note, a header as bare text, without hidden letters."""
    for paragraph in story.iter(f"{W}p"):
        shown = (run for run in paragraph.iter(f"{W}r") if not read_switch(run.find(f"{W}rPr"), "vanish"))
        yield "".join(text.text or "" for run in shown for text in run.iter(f"{W}t"))


def read_widths(table: Any) -> list[int]:
    """The widths of a table's grid, in twentieths of a point."""
    return [read_whole(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]


def is_landscape(setup: Any) -> bool:
    size = setup.find(f"{W}pgSz") if setup is not None else None
    return size is not None and read_whole(size.get(f"{W}w")) > read_whole(size.get(f"{W}h"))


def is_contents(control: Any) -> bool:
    """Whether a content control holds a list of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "contents" in (gallery.get(f"{W}val") or "").lower()


def is_grey(paragraph: Any) -> bool:
    """Whether all letters of a paragraph are grey by what they say themselves."""
    runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
    return bool(runs) and all(_GREY.fullmatch(read_value(run.find(f"{W}rPr"), "color")) for run in runs)


def find_nearest(element: Any, tag: str) -> Iterator[Any]:
    """The nearest descendants with `tag`, each branch once; properties and what older Word reads are passed over."""
    for child in element:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in ASIDE:
            yield from find_nearest(child, tag)


def choose_form(element: Any) -> Any:
    """What is shown of a drawing in two forms: the newer one if we can read it, or else what older Word shows."""
    choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
    is_known = choice is not None and next(choice.iter(*_READABLE), None) is not None
    form = choice if is_known or fallback is None else fallback
    return () if form is None else form


def read_formula(element: Any) -> str:
    """A formula in one line, fractions with a slash."""
    if element.tag == f"{MATH}t":
        return element.text or ""
    if element.tag == f"{MATH}f":
        above, below = (element.find(f"{MATH}{part}") for part in ("num", "den"))
        parts = (read_formula(part) if part is not None else "" for part in (above, below))
        return "({})/({})".format(*parts)
    return "".join(read_formula(child) for child in element)


def read_text(element: Any) -> str:
    """The characters that a child of a run stands for."""
    tag = element.tag
    if tag in TEXTS:
        return element.text or ""
    if tag == f"{W}ruby":
        return "".join(text.text or "" for text in element.iter(f"{W}t"))
    return _SIGNS.get(tag, "") if element.get(f"{W}type") not in {"page", "column"} else ""


def read_symbol(element: Any) -> str | None:
    """A sign of a symbol font, whose private places hold its code; None for one of which nobody knows what it says."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get((element.get(f"{W}font") or "").lower(), {}).get(code - 0xF000)
    return chr(code) if 0x20 <= code < 0xD800 else ""
