"""Letters of a cell that look another way than the rest: struck ones are told from the others, raised ones are kept.

openpyxl gives the text of a cell without them, so they are said within the text before it reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import escape

#: Around struck letters within the text of a cell; no text of a person has these.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_STRUCK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
#: Struck letters with the blanks around them, and runs of such.
_LEFT = re.compile(rf"(?P<before>\s*)(?:{_OPEN}[^{_CLOSE}]*{_CLOSE})+(?P<after>\s*)")
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_OFF = {"0", "false"}


class Written(NamedTuple):
    """The text of a cell without its struck letters, and these."""

    text: str
    struck: str


def has_looks(data: bytes) -> bool:
    """Whether some letters within cells look another way than the rest of their cell."""
    return b"strike" in data or b"vertAlign" in data


def rewrite_strings(data: bytes) -> bytes:
    """The shared strings of a workbook, each as one text that says which of its letters are struck or raised."""
    root = ElementTree.fromstring(data)
    space = root.tag.partition("}")[0] + "}"
    texts = "".join(f'<si><t xml:space="preserve">{escape(_write_text(item, space))}</t></si>' for item in root)
    return f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{space[1:-1]}">{texts}</sst>'.encode()


def rewrite_inline(data: bytes) -> bytes:
    """A text that stands in its cell, as `rewrite_strings` writes those that are shared."""
    if not has_looks(data):
        return data
    try:
        item = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return data
    return f'<is><t xml:space="preserve">{escape(_write_text(item, ""))}</t></is>'.encode()


def split_struck(text: str) -> Written:
    """What `rewrite_strings` said within a text, taken out of it again."""
    if _OPEN not in text:
        return Written(text, "")
    return Written(_LEFT.sub(_close_gap, text), "".join(_STRUCK.findall(text)))


def _close_gap(match: re.Match[str]) -> str:
    """What stands where letters were struck: of the blanks around them one, an end of line rather than a blank."""
    blanks = match["before"] + match["after"]
    if not match["before"] or not match["after"]:
        return blanks
    return "\n" if "\n" in blanks else blanks[0]


def is_on(look: ElementTree.Element | None, name: str) -> bool:
    """Whether a look such as `strike` is switched on."""
    found = next((child for child in look if child.tag.rpartition("}")[2] == name), None) if look is not None else None
    return found is not None and found.get("val", "1") not in _OFF


def _write_text(item: ElementTree.Element, space: str) -> str:
    return "".join(_write_runs(item, space))


def _write_runs(item: ElementTree.Element, space: str) -> Iterator[str]:
    for child in item:
        if child.tag == f"{space}t":
            yield child.text or ""
        elif child.tag == f"{space}r":
            look, text = child.find(f"{space}rPr"), child.findtext(f"{space}t") or ""
            yield f"{_OPEN}{text}{_CLOSE}" if text and is_on(look, "strike") else _write_raised(look, text, space)


def _write_raised(look: ElementTree.Element | None, text: str, space: str) -> str:
    """`m2` with a raised 2 is `m²`; what has no such sign stays as it is."""
    stands = look.find(f"{space}vertAlign") if look is not None else None
    signs = {"superscript": _RAISED, "subscript": _LOWERED}.get(stands.get("val", "") if stands is not None else "")
    return text.translate(signs) if signs and all(ord(letter) in signs for letter in text) else text
