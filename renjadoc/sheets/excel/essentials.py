"""The parts of a workbook that hold its cells, written anew without all else: Excel opens much that openpyxl refuses.

Of styles only what is read is kept (number formats, apostrophes, struck cells); Strict Open XML becomes the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from renjadoc.sheets.excel import letters
from renjadoc.word.packages import package
from renjadoc.word.packages.package import PackageError, Parts
from renjadoc.word.packages.relations import relations_of

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SHEET = re.compile(rb"<(?:\w+:)?worksheet\b[^>]*>")
_ROWS = re.compile(rb"<((?:\w+:)?sheetData)\b[^>]*>")
_INLINE = re.compile(rb"<is>.*?</is>", re.DOTALL)
_BROKEN = "berkas ini bukan buku kerja Excel (.xlsx) yang utuh"


class SheetPart(NamedTuple):
    """One sheet of cells: its name and its part in the package."""

    name: str
    part: str
    #: Whether nobody sees it who opens the workbook.
    is_hidden: bool = False


def find_sheets(parts: Parts) -> list[SheetPart]:
    """The sheets of cells in their order. Raises PackageError for what is no workbook."""
    main = find_book(parts)
    targets = {one.id: one for one in relations_of(parts, main)}
    found = []
    for element in ElementTree.fromstring(parts[main]).iter():
        if element.tag.endswith("}sheet"):
            id = next((value for key, value in element.items() if key.endswith("}id")), "")
            relation = targets.get(id)
            if relation is not None and relation.kind == "worksheet" and relation.target in parts:
                is_hidden = element.get("state", "visible") != "visible"
                found.append(SheetPart(element.get("name", ""), relation.target, is_hidden))
    return found


def find_book(parts: Parts) -> str:
    """The part of the workbook itself; empty if there is none."""
    stated = (one.target for one in relations_of(parts, "") if one.kind == "officeDocument")
    return next((name for name in [*stated, "xl/workbook.xml"] if name in parts), "")


def repack_cells(parts: Parts, sheets: list[SheetPart]) -> bytes:
    """A package with nothing but the cells of `sheets`. Raises PackageError."""
    main = find_book(parts)
    related = {one.kind: one.target for one in relations_of(parts, main)}
    strings = _read_xml(parts.get(related.get("sharedStrings", ""), b"")) or f'<sst xmlns="{_MAIN}"/>'.encode()
    made: Parts = {
        package.CONTENT_TYPES: _write_types(len(sheets)),
        "_rels/.rels": _write_relations([("officeDocument", "/xl/workbook.xml")]),
        "xl/workbook.xml": _write_book(sheets, is_1904=b'date1904="1"' in parts[main] or b'date1904="t' in parts[main]),
        "xl/_rels/workbook.xml.rels": _write_relations(
            [
                *(("worksheet", f"/xl/worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)),
                ("styles", "/xl/styles.xml"),
                ("sharedStrings", "/xl/sharedStrings.xml"),
            ]
        ),
        "xl/sharedStrings.xml": letters.rewrite_strings(strings) if letters.has_looks(strings) else strings,
        "xl/styles.xml": _reduce_styles(parts.get(related.get("styles", ""), b"")),
    }
    for number, sheet in enumerate(sheets, 1):
        made[f"xl/worksheets/sheet{number}.xml"] = _reduce_sheet(parts[sheet.part])
    return package.to_bytes(made)


def _read_xml(data: bytes) -> bytes:
    """XML as UTF-8 in the namespace that openpyxl knows."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        data = re.sub(r"^<\?xml.*?\?>", "", data.decode("utf-16", "replace").lstrip("\ufeff")).encode()
    return data.replace(_STRICT, _MAIN.encode())


def _reduce_sheet(data: bytes) -> bytes:
    data = _read_xml(data)
    root = _SHEET.search(data)
    if root is None:
        raise PackageError(_BROKEN)
    name = root[0][1:].split()[0].rstrip(b"/>")
    body = _cut_rows(data)
    if letters.has_looks(body):
        body = _INLINE.sub(lambda found: letters.rewrite_inline(found[0]), body)
    opened = root[0] if not root[0].endswith(b"/>") else root[0][:-2] + b">"
    return _XML.encode() + opened + body + b"</" + name + b">"


def _cut_rows(data: bytes) -> bytes:
    """The element with the rows of a sheet."""
    start = _ROWS.search(data)
    if start is None or start[0].endswith(b"/>"):
        return start[0] if start else b""
    closing = b"</" + start[1] + b">"
    return data[start.start() : data.rfind(closing)] + closing


def _write_types(count: int) -> bytes:
    parts = [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles"), ("xl/sharedStrings.xml", "sharedStrings")]
    parts += [(f"xl/worksheets/sheet{number}.xml", "worksheet") for number in range(1, count + 1)]
    declared = "".join(f'<Override PartName="/{name}" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in parts)
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{defaults}{declared}</Types>'.encode()


def _write_relations(targets: list[tuple[str, str]]) -> bytes:
    written = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'.encode()


def _write_book(sheets: list[SheetPart], *, is_1904: bool) -> bytes:
    named = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="r{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    dates = '<workbookPr date1904="1"/>' if is_1904 else ""
    return f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{dates}<sheets>{named}</sheets></workbook>'.encode()


def _reduce_styles(data: bytes) -> bytes:
    root = ElementTree.fromstring(_read_xml(data)) if data else ElementTree.Element("styleSheet")
    formats = "".join(_write_formats(root))
    struck = [letters.is_on(font, "strike") for font in root.findall(f"./{{{_MAIN}}}fonts/{{{_MAIN}}}font")]
    looks = "".join(_write_looks(root, struck)) or "<xf/>"
    return (
        f'{_XML}<styleSheet xmlns="{_MAIN}">{f"<numFmts>{formats}</numFmts>" if formats else ""}'
        '<fonts count="2"><font/><font><strike/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>{looks}</cellXfs></styleSheet>'
    ).encode()


def _write_formats(root: ElementTree.Element) -> Iterator[str]:
    for form in root.iter(f"{{{_MAIN}}}numFmt"):
        if form.get("numFmtId", "").isdecimal():
            yield f'<numFmt numFmtId="{form.get("numFmtId")}" formatCode={quoteattr(form.get("formatCode", ""))}/>'


def _write_looks(root: ElementTree.Element, struck: list[bool]) -> Iterator[str]:
    for look in root.findall(f"./{{{_MAIN}}}cellXfs/{{{_MAIN}}}xf"):
        number, font = (int(text) if (text := look.get(key, "0")).isdecimal() else 0 for key in ("numFmtId", "fontId"))
        mark = ' quotePrefix="1"' if look.get("quotePrefix") in {"1", "true"} else ""
        yield f'<xf numFmtId="{number}" fontId="{int(font < len(struck) and struck[font])}"{mark}/>'
