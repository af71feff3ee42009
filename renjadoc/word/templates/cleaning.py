"""Makes of a template what documents are made of: without comments and marks of its editors, with cells Word opens."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from renjadoc.word.names import W, read_switch
from renjadoc.word.packages.package import CONTENT_TYPES, DOCUMENT, FILLED_PART, Parts
from renjadoc.word.templates.facts import LOOP
from renjadoc.word.templates.lint import read_text
from renjadoc.word.templates.mending import mend_template, to_bytes
from renjadoc.word.templates.text_looks import LOWEST_ROW

_COMMENT_PART = re.compile(r"word/(?:comments\w*|people)\.xml|word/_rels/comments\w*\.xml\.rels")
_TAKING = re.compile(r"{[{%#]p ")
_COMMENTED = b"w:comment"
#: What ties a content control to data of the template, and what keeps people from changing or deleting it.
_TIES = ("dataBinding", "showingPlcHdr", "lock")
_BINDING = re.compile(rb"<w:(?:%s)\b" % "|".join(_TIES).encode())
_SHADES = f"{W}tc/{W}tcPr/{W}shd"
_MARKS = [f"{W}commentRangeStart", f"{W}commentRangeEnd"]
#: What leads to a bookmark: a link, or a field by its code.
_LEADING = re.compile(r'w:anchor="([^"]+)"|\b(?:PAGEREF|REF|NOTEREF)\s+"?(\w+)')
#: Bookmarks that a template keeps have numbers far from those of a document's own.
_FIRST_BOOKMARK = 8_000_000
#: The colour that heads of tables had cell by cell in older templates of ours; it says no wish of anybody.
_OLD_HEAD = "DCE6F1"
_SETTINGS = "word/settings.xml"
#: Since Word 2013 there is no newer one; what stands behind it in the part.
_MODE, _NEWEST, _OF_MODE = "compatibilityMode", "15", "http://schemas.microsoft.com/office/word"
_BEHIND_COMPAT = (
    "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary",
    "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId", "chartTrackingRefBased",
    "conflictMode", "discardImageEditingData", "defaultImageDpi", "persistentDocumentId",
)  # fmt: skip
_GUARDS = ("documentProtection", "writeProtection", "updateFields", "trackRevisions")
#: What Word writes for “Tandai sebagai Final”.
_CUSTOM, _FINAL = "docProps/custom.xml", "_MarkAsFinal"
_GUARD = re.compile(rb"<w:(?:%s)\b" % "|".join(_GUARDS).encode())
#: How the rows of a pattern begin.
_LOOP = re.compile(r"\s*{%tr\s+for\b.*\bblok\.baris\b")


def clean_template(parts: Parts) -> list[str]:
    """Change the parts of a template to those that documents are made of; the tags that were parted from a section."""
    mend_template(parts)
    _drop_empty_texts(parts)
    _end_cells(parts)
    _drop_bindings(parts)
    _drop_comments(parts)
    _drop_bookmarks(parts)
    _drop_guards(parts)
    _set_mode(parts)
    _count_pages_on(parts)
    _lay_tables(parts)
    _give_colours_to_style(parts)
    return _free_section_breaks(parts)


# What guards the template, and would guard every document


def _drop_guards(parts: Parts) -> None:
    """Guards against changes and orders to Word at opening are the template's alone: people edit its documents."""
    if _GUARD.search(parts.get(_SETTINGS, b"")):
        root = etree.fromstring(parts[_SETTINGS])
        for guard in [one for one in root if etree.QName(one).localname in _GUARDS]:
            root.remove(guard)
        parts[_SETTINGS] = to_bytes(root)
    if _FINAL.encode() in parts.get(_CUSTOM, b""):
        root = etree.fromstring(parts[_CUSTOM])
        for mark in root.findall(f"{{*}}property[@name='{_FINAL}']"):
            root.remove(mark)
        parts[_CUSTOM] = to_bytes(root)


# How Word lays pages out, and counts them


def _set_mode(parts: Parts) -> None:
    """Word lays out documents of an older mode otherwise than their page numbers are counted by."""
    if _SETTINGS not in parts:
        return
    root = etree.fromstring(parts[_SETTINGS])
    compat = root.find(f"{W}compat")
    if compat is None:
        compat = etree.Element(f"{W}compat")
        root.insert(sum(1 for one in root if etree.QName(one).localname not in _BEHIND_COMPAT), compat)
    setting = next((one for one in compat if one.get(f"{W}name") == _MODE), None)
    if setting is None:
        setting = etree.SubElement(compat, f"{W}compatSetting", {f"{W}name": _MODE, f"{W}uri": _OF_MODE})
    if setting.get(f"{W}val") != _NEWEST:
        setting.set(f"{W}val", _NEWEST)
        parts[_SETTINGS] = to_bytes(root)


def _count_pages_on(parts: Parts) -> None:
    """Sections of the chapters come again and again: none of them may begin to count its pages anew."""
    root = etree.fromstring(parts[DOCUMENT])
    is_body = changed = False
    for one in root.iter(f"{W}p", f"{W}pgNumType"):
        is_body = is_body or (one.tag == f"{W}p" and LOOP.search(read_text(one)) is not None)
        if is_body and one.attrib.pop(f"{W}start", None):
            changed = True
    if changed:
        parts[DOCUMENT] = to_bytes(root)


# Tables of patterns


def _lay_tables(parts: Parts) -> None:
    """A table that was dragged floats, and breaks over no pages; all rows above its loop are heads of each page."""
    root = etree.fromstring(parts[DOCUMENT])
    changed = False
    for table in root.iter(f"{W}tbl"):
        rows = list(table.iterchildren(f"{W}tr"))
        texts = ["".join(map(read_text, row.iter(f"{W}p"))) for row in rows]
        first = next((index for index, text in enumerate(texts) if _LOOP.match(text)), 0)
        for floating in table.findall(f"{W}tblPr/{W}tblpPr") if first else []:
            _take_out(floating)
            changed = True
        for row in rows[:first]:
            changed = _repeat_row(row) or changed
        for height in _find_cutting(rows) if first else []:
            height.attrib[f"{W}hRule"] = "atLeast"
            changed = True
    if changed:
        parts[DOCUMENT] = to_bytes(root)


def _find_cutting(rows: list[Any]) -> list[Any]:
    """The heights of rows that would cut off a second line; a row that shows none at all is told."""
    heights = [one for row in rows for one in row.findall(f"{W}trPr/{W}trHeight") if one.get(f"{W}hRule") == "exact"]
    return [one for one in heights if (one.get(f"{W}val") or "").isdecimal() and int(one.get(f"{W}val")) >= LOWEST_ROW]


def _repeat_row(row: Any) -> bool:
    """Make a row one that every page repeats; whether it was none."""
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(int(row.find(f"{W}tblPrEx") is not None), properties)
    stated = properties.find(f"{W}tblHeader")
    if read_switch(properties, "tblHeader"):
        return False
    if stated is not None:
        properties.remove(stated)
    etree.SubElement(properties, f"{W}tblHeader")
    return True


# Empty texts


def _drop_empty_texts(parts: Parts) -> None:
    """Texts of no letter, which some programs leave within a tag that they part: docxtpl stumbles over them there."""
    for name in [name for name in parts if FILLED_PART.fullmatch(name)]:
        root = etree.fromstring(parts[name])
        empty = [text for text in root.iter(f"{W}t") if not text.text]
        for text in empty:
            _take_out(text)
        if empty:
            parts[name] = to_bytes(root)


# Cells


def _end_cells(parts: Parts) -> None:
    """Give a cell that ends in no paragraph an empty one: Word does not open a document without."""
    for name in [name for name in parts if FILLED_PART.fullmatch(name) and b"<w:tc" in parts[name]]:
        root = etree.fromstring(parts[name])
        open_cells = [cell for cell in root.iter(f"{W}tc") if not len(cell) or cell[-1].tag != f"{W}p"]
        for cell in open_cells:
            etree.SubElement(cell, f"{W}p")
        if open_cells:
            parts[name] = to_bytes(root)


# Content controls


def _drop_bindings(parts: Parts) -> None:
    """Word would put data of the template in the place of what is filled in, and let nobody change what is locked."""
    for name in [name for name in parts if FILLED_PART.fullmatch(name) and _BINDING.search(parts[name])]:
        root = etree.fromstring(parts[name])
        for tie in [*root.iter(*(f"{W}{one}" for one in _TIES))]:
            _take_out(tie)
        parts[name] = to_bytes(root)


# Section breaks


def _free_section_breaks(parts: Parts) -> list[str]:
    """Give a section break that stands in the paragraph of a tag one of its own, right behind it.

    LibreOffice saves it so, and so does a person who joins both; the tag takes its paragraph away.
    """
    body = etree.fromstring(parts[DOCUMENT])
    freed = []
    for section in list(body.iter(f"{W}sectPr")):
        properties = section.getparent()
        paragraph = properties.getparent()
        if properties.tag != f"{W}pPr" or not _TAKING.search(text := read_text(paragraph)):
            continue
        own = etree.Element(f"{W}p")
        etree.SubElement(own, f"{W}pPr").append(section)
        paragraph.addnext(own)
        freed.append(text)
    if freed:
        parts[DOCUMENT] = to_bytes(body)
    return freed


# Comments


def _drop_comments(parts: Parts) -> None:
    for name in [name for name in parts if _COMMENT_PART.fullmatch(name)]:
        del parts[name]
    for name in [name for name in parts if FILLED_PART.fullmatch(name) and _COMMENTED in parts[name]]:
        root = etree.fromstring(parts[name])
        for mark in list(root.iter(*_MARKS)):
            _take_out(mark)
        for mark in list(root.iter(f"{W}commentReference")):
            run = mark.getparent()
            _take_out(run if all(one is mark or one.tag == f"{W}rPr" for one in run) else mark)
        parts[name] = to_bytes(root)
    target = rb'(?:comments\w*|people)\.xml"'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = re.sub(rb'<Relationship [^>]*Target="(?:/word/)?' + target + rb"[^>]*/>", b"", parts[rels])
    types = rb'<Override [^>]*"/word/' + target + rb"[^>]*/>"
    parts[CONTENT_TYPES] = re.sub(types, b"", parts[CONTENT_TYPES])


# Bookmarks


def _drop_bookmarks(parts: Parts) -> None:
    """Bookmarks that nothing leads to, as programs leave them and as a draft that became a template has them.

    They would stand twice where a tag repeats what is around them, and beside a document's own.
    """
    names = [name for name in parts if FILLED_PART.fullmatch(name)]
    wanted = {one or other for name in names for one, other in _LEADING.findall(parts[name].decode("utf-8"))}
    numbers = itertools.count(_FIRST_BOOKMARK)
    for name in [name for name in names if b"w:bookmark" in parts[name]]:
        root = etree.fromstring(parts[name])
        _keep_bookmarks(root, wanted, numbers)
        parts[name] = to_bytes(root)


def _keep_bookmarks(root: Any, wanted: set[str], numbers: Iterator[int]) -> None:
    """Take out all others; those of the wanted names get new numbers."""
    opened: dict[str, str] = {}
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        number = mark.get(f"{W}id")
        if mark.get(f"{W}name") in wanted:
            opened[number] = str(next(numbers))
            mark.set(f"{W}id", opened[number])
        elif mark.tag == f"{W}bookmarkEnd" and number in opened:
            mark.set(f"{W}id", opened.pop(number))
        else:
            _take_out(mark)


def _take_out(element: Any) -> None:
    """Without the text behind it, which lxml holds as its tail; between elements there is none that counts."""
    element.getparent().remove(element)


# Colours of heads


def _give_colours_to_style(parts: Parts) -> None:
    """Heads that are all coloured alike, cell by cell, leave that to the table style: then every table is alike."""
    styles, body = etree.fromstring(parts["word/styles.xml"]), etree.fromstring(parts[DOCUMENT])
    for style in styles.iter(f"{W}style"):
        shade = style.find(f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}shd")
        rows = [] if shade is None else _head_rows(body, style.get(f"{W}styleId"))
        heads = [row for row in rows if not _holds_numbers(row)]
        colours = {cell.get(f"{W}fill") for row in heads for cell in row.findall(_SHADES)}
        if len(colours) != 1:
            continue
        for cell in (cell for row in rows for cell in row.findall(_SHADES)):
            _take_out(cell)
        parts[DOCUMENT] = to_bytes(body)
        if (colour := colours.pop()) not in (_OLD_HEAD, shade.get(f"{W}fill")):
            shade.set(f"{W}fill", colour)
            parts["word/styles.xml"] = to_bytes(styles)


def _head_rows(body: Any, style: str) -> list[Any]:
    """The repeated rows of the tables of a style."""
    return [
        row
        for table in body.iter(f"{W}tbl")
        if (stated := table.find(f"{W}tblPr/{W}tblStyle")) is not None and stated.get(f"{W}val") == style
        for row in table.findall(f"{W}tr")
        if row.find(f"{W}trPr/{W}tblHeader") is not None
    ]


def _holds_numbers(row: Any) -> bool:
    """Whether a row counts the columns, as the forms of the law do; it had a colour of its own."""
    texts = ["".join(node.text or "" for node in cell.iter(f"{W}t")) for cell in row.findall(f"{W}tc")]
    return all(re.fullmatch(r"\s*\d{0,2}(?:\s*=.*)?", text) for text in texts)
