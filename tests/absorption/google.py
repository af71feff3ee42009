"""A document as Google Docs saves it again: what it keeps of ours, and what it wraps around."""

from __future__ import annotations

from typing import Any

from lxml import etree

from renjadoc.word.packages.package import Parts

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
_LOCKED = '<w:sdtPr><w:lock w:val="contentLocked"/><w:id w:val="-1726060236"/><w:tag w:val="goog_rdk_{}"/></w:sdtPr>'
_PLAIN = '<w:sdtPr><w:tag w:val="goog_rdk_{}"/></w:sdtPr>'
_HEADINGS = {1: "Heading1", 2: "Heading2", 3: "Heading3"}


def as_google_docs(parts: Parts) -> Parts:
    """No customXml, bookmarks, fields, styles but Normal and headings; tables and runs within controls of its own."""
    styles = etree.fromstring(parts["word/styles.xml"])
    known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    root = etree.fromstring(parts["word/document.xml"])
    for mark in [*root.iter(f"{W}bookmarkStart"), *root.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    _flatten_fields(root)
    number = 0
    for paragraph in root.iter(f"{W}p"):
        colour = _find_colour(paragraph, known)
        _set_style(paragraph, known)
        for run in [one for one in paragraph.iterchildren(f"{W}r") if one.find(f"{W}t") is not None]:
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            if colour is not None and properties.find(f"{W}color") is None:
                properties.append(etree.fromstring(etree.tostring(colour)))
            etree.SubElement(properties, f"{W}rtl", {f"{W}val": "0"})
            if number % 3 == 0:
                _wrap(run, _PLAIN.format(number))
            number += 1
    for table in list(root.iter(f"{W}tbl")):
        for style in table.iter(f"{W}tblStyle"):
            style.set(f"{W}val", "Table1")
        _wrap(table, _LOCKED.format(number))
        number += 1
    kept = {name: data for name, data in parts.items() if not name.startswith(("customXml/", "docProps/"))}
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="heading {level}"/></w:style>'
        for level, id in _HEADINGS.items()
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="normal"/></w:style>'
    return {
        **kept,
        "word/document.xml": etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
        "word/styles.xml": f'<w:styles xmlns:w="{NS}">{normal}{made}</w:styles>'.encode(),
    }


def _wrap(element: Any, properties: str) -> None:
    control = etree.fromstring(f'<w:sdt xmlns:w="{NS}">{properties}<w:sdtContent/></w:sdt>')
    element.addprevious(control)
    control[1].append(element)
    control.tail, element.tail = element.tail, None


def _flatten_fields(root: Any) -> None:
    """Only what a field shows stays."""
    depth, shows = 0, []
    for run in list(root.iter(f"{W}r")):
        sign = run.find(f"{W}fldChar")
        kind = sign.get(f"{W}fldCharType") if sign is not None else ""
        if kind == "begin":
            depth += 1
            shows.append(False)
        elif kind == "separate":
            shows[-1] = True
        if kind or not all(shows):
            run.getparent().remove(run)
        if kind == "end":
            shows.pop()


def _find_colour(paragraph: Any, known: dict[str, Any]) -> Any:
    """The colour that the style of a paragraph gives its letters: without the style they say it themselves."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    was = known.get(style.get(f"{W}val")) if style is not None else None
    return was.find(f"{W}rPr/{W}color") if was is not None else None


def _set_style(paragraph: Any, known: dict[str, Any]) -> None:
    """A heading by its level, else Normal with the numbering and alignment that its style had."""
    properties = paragraph.find(f"{W}pPr")
    style = properties.find(f"{W}pStyle") if properties is not None else None
    if style is None:
        return
    was = known.get(style.get(f"{W}val"))
    own = was.find(f"{W}pPr") if was is not None else None
    level = own.find(f"{W}outlineLvl") if own is not None else None
    if level is not None and int(level.get(f"{W}val")) < 3:
        style.set(f"{W}val", _HEADINGS[int(level.get(f"{W}val")) + 1])
    else:
        properties.remove(style)
    for name in ("numPr", "jc"):
        shown = own.find(f"{W}{name}") if own is not None else None
        if shown is not None and properties.find(f"{W}{name}") is None:
            properties.append(etree.fromstring(etree.tostring(shown)))
