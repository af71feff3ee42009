"""Takes out of a template what is for its editors only: comments, and colours that its table style says already."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from renjadoc.word.package import CONTENT_TYPES, DOCUMENT, FILLED_PART, Parts
from renjadoc.word.template_lint import read_text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMMENT_PART = re.compile(r"word/(?:comments\w*|people)\.xml|word/_rels/comments\w*\.xml\.rels")
_TAKING = re.compile(r"{[{%#]p ")
_COMMENTED = b"w:comment"
_SHADES = f"{_W}tc/{_W}tcPr/{_W}shd"
_MARKS = [f"{_W}commentRangeStart", f"{_W}commentRangeEnd"]
#: The colour that heads of tables had cell by cell in older templates of ours; it says no wish of anybody.
_OLD_HEAD = "DCE6F1"


def clean_template(parts: Parts) -> list[str]:
    """Change the parts of a template to those that documents are made of; the tags that were parted from a section."""
    _drop_comments(parts)
    _give_colours_to_style(parts)
    return _free_section_breaks(parts)


# Section breaks


def _free_section_breaks(parts: Parts) -> list[str]:
    """Give a section break that stands in the paragraph of a tag one of its own, right behind it.

    LibreOffice saves it so, and so does a person who joins both; the tag takes its paragraph away.
    """
    body = etree.fromstring(parts[DOCUMENT])
    freed = []
    for section in list(body.iter(f"{_W}sectPr")):
        properties = section.getparent()
        paragraph = properties.getparent()
        if properties.tag != f"{_W}pPr" or not _TAKING.search(text := read_text(paragraph)):
            continue
        own = etree.Element(f"{_W}p")
        etree.SubElement(own, f"{_W}pPr").append(section)
        paragraph.addnext(own)
        freed.append(text)
    if freed:
        parts[DOCUMENT] = _to_bytes(body)
    return freed


# Comments


def _drop_comments(parts: Parts) -> None:
    for name in [name for name in parts if _COMMENT_PART.fullmatch(name)]:
        del parts[name]
    for name in [name for name in parts if FILLED_PART.fullmatch(name) and _COMMENTED in parts[name]]:
        root = etree.fromstring(parts[name])
        for mark in list(root.iter(*_MARKS)):
            _take_out(mark)
        for mark in list(root.iter(f"{_W}commentReference")):
            run = mark.getparent()
            _take_out(run if all(one is mark or one.tag == f"{_W}rPr" for one in run) else mark)
        parts[name] = _to_bytes(root)
    target = rb'(?:comments\w*|people)\.xml"'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = re.sub(rb'<Relationship [^>]*Target="(?:/word/)?' + target + rb"[^>]*/>", b"", parts[rels])
    types = rb'<Override [^>]*"/word/' + target + rb"[^>]*/>"
    parts[CONTENT_TYPES] = re.sub(types, b"", parts[CONTENT_TYPES])


def _take_out(element: Any) -> None:
    """Without the text behind it, which lxml holds as its tail; between elements there is none that counts."""
    element.getparent().remove(element)


# Colours of heads


def _give_colours_to_style(parts: Parts) -> None:
    """Heads that are all coloured alike, cell by cell, leave that to the table style: then every table is alike."""
    styles, body = etree.fromstring(parts["word/styles.xml"]), etree.fromstring(parts[DOCUMENT])
    for style in styles.iter(f"{_W}style"):
        shade = style.find(f"{_W}tblStylePr[@{_W}type='firstRow']/{_W}tcPr/{_W}shd")
        rows = [] if shade is None else _head_rows(body, style.get(f"{_W}styleId"))
        heads = [row for row in rows if not _holds_numbers(row)]
        colours = {cell.get(f"{_W}fill") for row in heads for cell in row.findall(_SHADES)}
        if len(colours) != 1:
            continue
        for cell in (cell for row in rows for cell in row.findall(_SHADES)):
            _take_out(cell)
        parts[DOCUMENT] = _to_bytes(body)
        if (colour := colours.pop()) not in (_OLD_HEAD, shade.get(f"{_W}fill")):
            shade.set(f"{_W}fill", colour)
            parts["word/styles.xml"] = _to_bytes(styles)


def _head_rows(body: Any, style: str) -> list[Any]:
    """The repeated rows of the tables of a style."""
    return [
        row
        for table in body.iter(f"{_W}tbl")
        if (stated := table.find(f"{_W}tblPr/{_W}tblStyle")) is not None and stated.get(f"{_W}val") == style
        for row in table.findall(f"{_W}tr")
        if row.find(f"{_W}trPr/{_W}tblHeader") is not None
    ]


def _holds_numbers(row: Any) -> bool:
    """Whether a row counts the columns, as the forms of the law do; it had a colour of its own."""
    texts = ["".join(node.text or "" for node in cell.iter(f"{_W}t")) for cell in row.findall(f"{_W}tc")]
    return all(re.fullmatch(r"\s*\d{0,2}(?:\s*=.*)?", text) for text in texts)


def _to_bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
