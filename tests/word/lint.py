"""What validators miss in a Word file: a small lint for the tests. Each fault is one line of text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from renjadoc.unbroken import as_seen
from renjadoc.word.packages.package import Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TARGET = re.compile(r"^\s*(?:REF|PAGEREF) (\S+)")


def root(parts: Parts, name: str = "word/document.xml") -> Any:
    return etree.fromstring(parts[name])


def text_of(parts: Parts) -> str:
    """All text of the body as a reader sees it, a line a paragraph."""
    return "\n".join(map(paragraph_text, root(parts).iter(f"{W}p")))


def paragraph_text(paragraph: Any) -> str:
    """The text of a paragraph as a reader sees it."""
    signs = paragraph.iter(f"{W}t", f"{W}noBreakHyphen")
    return as_seen("".join("-" if sign.tag != f"{W}t" else sign.text or "" for sign in signs))


def faults(parts: Parts) -> list[str]:
    """Every fault of a package."""
    tree = root(parts)
    found: list[str] = []
    for check in (_cells, _rows, _bookmarks, _targets, _styles, _lists, _fields, _pictures, _leftovers):
        found += check(tree, parts)
    return found


def _cells(tree: Any, _: Parts) -> Iterator[str]:
    for cell in tree.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end in a paragraph"


def _rows(tree: Any, _: Parts) -> Iterator[str]:
    for table in tree.iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblCaption") is None:
            yield "a table has no alternative text"
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield "a table repeats no head row"
        grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            if row.find(f"{W}trPr/{W}cantSplit") is None:
                yield "a row may split"
            spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
            if sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) != grid:
                yield "the cells of a row do not fill the grid"


def _bookmarks(tree: Any, _: Parts) -> Iterator[str]:
    starts = list(tree.iter(f"{W}bookmarkStart"))
    ids = Counter(start.get(f"{W}id") for start in starts)
    names = Counter(start.get(f"{W}name") for start in starts)
    ends = Counter(end.get(f"{W}id") for end in tree.iter(f"{W}bookmarkEnd"))
    if ids != ends:
        yield "bookmarks are not closed one by one"
    yield from (f"bookmark {name} stands twice" for name, count in (names + ids).items() if count > 1)
    yield from (f"bookmark name {name} is too long" for name in names if len(name) > 40)


def _targets(tree: Any, _: Parts) -> Iterator[str]:
    names = {start.get(f"{W}name") for start in tree.iter(f"{W}bookmarkStart")}
    wanted = {link.get(f"{W}anchor") for link in tree.iter(f"{W}hyperlink")}
    wanted |= {match[1] for code in tree.iter(f"{W}instrText") if (match := _TARGET.match(code.text))}
    yield from (f"nothing is called {name}" for name in wanted - names)


def _styles(tree: Any, parts: Parts) -> Iterator[str]:
    known = {style.get(f"{W}styleId") for style in root(parts, "word/styles.xml").iter(f"{W}style")}
    for kind in ("pStyle", "rStyle", "tblStyle"):
        used = {element.get(f"{W}val") for element in tree.iter(f"{W}{kind}")}
        yield from (f"{kind} {name} is unknown" for name in used - known)


def _lists(tree: Any, parts: Parts) -> Iterator[str]:
    known = {num.get(f"{W}numId") for num in root(parts, "word/numbering.xml").iter(f"{W}num")}
    used = {element.get(f"{W}val") for element in tree.iter(f"{W}numId")}
    yield from (f"list {number} is unknown" for number in used - known)


def _fields(tree: Any, _: Parts) -> Iterator[str]:
    depth = 0
    for mark in tree.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        if mark.get(f"{W}dirty"):
            yield "a field asks to be updated"
    if depth:
        yield "fields are not closed"


def _pictures(tree: Any, _: Parts) -> Iterator[str]:
    for element in tree.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        if not element.get("descr"):
            yield "a picture has no alternative text"


def _leftovers(_: Any, parts: Parts) -> Iterator[str]:
    for name, data in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and (b"{{" in data or b"{%" in data):
            yield f"a tag of the template is left in {name}"
    if b"updateFields" in parts["word/settings.xml"]:
        yield "Word would ask to update fields"
