"""What every reader of Word files shares: names of elements, a parser that fetches nothing, small look-ups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from renjadoc.word.package import PackageError, Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
ADDED, REMOVED = {f"{W}ins", f"{W}moveTo"}, {f"{W}del", f"{W}moveFrom"}
REVISIONS = ADDED | REMOVED
#: Word's “Strict Open XML” names the same elements otherwise.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def root(parts: Parts, name: str) -> Any:
    """The root element of a part, strict names as the usual ones. Raises PackageError when it is missing or no XML."""
    try:
        data = parts[name]
        if b"purl.oclc.org/ooxml" in data:
            for theirs, usual in _STRICT:
                data = data.replace(theirs, usual)
        return etree.fromstring(data, PARSER)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise PackageError(f"bagian {name} rusak") from error


def on(properties: Any, name: str) -> bool:
    """Whether a switch such as `b` is on."""
    return switch(properties, name) or False


def switch(properties: Any, name: str) -> bool | None:
    """Whether a switch such as `b` is on; None if nothing is said of it."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    return None if element is None else element.get(f"{W}val", "1") not in {"0", "false", "off"}


def value(parent: Any, name: str) -> str:
    """The `w:val` of a child, or nothing."""
    element = parent.find(f"{W}{name}") if parent is not None else None
    return (element.get(f"{W}val") or "") if element is not None else ""


def whole(text: str | None) -> int:
    """A whole number of an attribute; 0 for what is none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def lines(story: Any) -> Iterator[str]:
    """The paragraphs of a comment, a note, a header as bare text, without hidden letters."""
    for paragraph in story.iter(f"{W}p"):
        shown = (run for run in paragraph.iter(f"{W}r") if not on(run.find(f"{W}rPr"), "vanish"))
        yield "".join(text.text or "" for run in shown for text in run.iter(f"{W}t"))
