"""A plain Word document of headings and tables, for reports that no template describes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from renjadoc.word import package, xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
#: A4 landscape between margins of 2 cm, in twentieths of a point.
_WIDTH = 14570
_RIGHT = '<w:jc w:val="right"/>'


#: A cell: its text, or its stretches of text and whether each is to stand out.
ReportCell = str | Sequence[tuple[str, bool]]


@dataclass(frozen=True)
class ReportTable:
    """A heading and the table below it. `widths` are shares; `right` are columns of numbers, `strong` are bold rows."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[ReportCell]]
    widths: Sequence[int]
    right: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()


def make_tables_document(title: str, tables: Sequence[ReportTable]) -> bytes:
    """The document as bytes; the same tables give the same bytes."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import parse_xml
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    document.core_properties.title = title
    document.core_properties.author = "renjadoc"
    document.add_heading(title, 1)
    for table in tables:
        document.add_heading(table.title, 2)
        last = document.add_paragraph()
        last._p.addprevious(parse_xml(_write_table(table)))
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return package.to_bytes(_drop_old_styles({name: archive.read(name) for name in archive.namelist()}), prove=True)


def _drop_old_styles(parts: package.Parts) -> package.Parts:
    """Without the part of old styles that python-docx brings along and validators refuse."""
    kept = {name: data for name, data in parts.items() if "stylesWithEffects" not in name}
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        kept[name] = re.sub(rb"<(?:Override|Relationship)\b[^>]*stylesWithEffects[^>]*/>", b"", kept[name])
    return kept


def _write_table(table: ReportTable) -> str:
    total = sum(table.widths)
    widths = [_WIDTH * width // total for width in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _write_row(table.heads, widths, frozenset(), bold=True, head=True)
    body = "".join(
        _write_row(row, widths, table.right, bold=index in table.strong) for index, row in enumerate(table.rows)
    )
    return (
        f'<w:tbl {_W}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCaption w:val="{xml.escape_text(table.title)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _write_row(
    cells: Sequence[ReportCell], widths: Sequence[int], right: frozenset[int], *, bold: bool, head: bool = False
) -> str:
    properties = "<w:trPr><w:cantSplit/>" + "<w:tblHeader/>" * head + "</w:trPr>"
    drawn = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:after="0"/>'
        f"{_RIGHT * (index in right)}</w:pPr>"
        f"{_write_runs(cell, bold)}</w:p></w:tc>"
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr>{properties}{drawn}</w:tr>"


def _write_runs(cell: ReportCell, bold: bool) -> str:
    return "".join(
        f'<w:r><w:rPr>{"<w:b/>" * (bold or stands_out)}{_MARKED * stands_out}<w:sz w:val="18"/></w:rPr>'
        f'<w:t xml:space="preserve">{xml.escape_text(text)}</w:t></w:r>'
        for text, stands_out in ([(cell, False)] if isinstance(cell, str) else cell)
    )


_MARKED = '<w:color w:val="C00000"/>'
