"""What every reader of Word files shares: names of elements, a parser that fetches nothing, small look-ups."""

from __future__ import annotations

from typing import Any

from lxml import etree

from renjadoc.word.package import PackageError, Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
ADDED, REMOVED = {f"{W}ins", f"{W}moveTo"}, {f"{W}del", f"{W}moveFrom"}
REVISIONS = ADDED | REMOVED
#: Signs in a run that stand for a character.
SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def root(parts: Parts, name: str) -> Any:
    """The root element of a part. Raises PackageError when it is missing or no XML."""
    try:
        return etree.fromstring(parts[name], PARSER)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise PackageError(f"bagian {name} rusak") from error


def on(properties: Any, name: str) -> bool:
    """Whether a switch such as `b` is on."""
    element = properties.find(f"{W}{name}")
    return element is not None and element.get(f"{W}val", "1") not in {"0", "false", "off"}


def value(parent: Any, name: str) -> str:
    """The `w:val` of a child, or nothing."""
    element = parent.find(f"{W}{name}") if parent is not None else None
    return (element.get(f"{W}val") or "") if element is not None else ""


def whole(text: str | None) -> int:
    """A whole number of an attribute; 0 for what is none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
