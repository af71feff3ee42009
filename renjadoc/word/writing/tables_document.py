"""A Word document of tables for reports, in the template and styles of the Renja that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from renjadoc.span import Span
from renjadoc.word import xml
from renjadoc.word.blocks import Caption, GridCell, GridTable
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import parts, render
from renjadoc.word.writing.parts import Properties
from renjadoc.word.writing.render import Document
from renjadoc.word.writing.writer import Writer

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


def make_tables_document(template: Template, document: Document, title: str, tables: Sequence[ReportTable]) -> bytes:
    """The report as bytes, on landscape pages; the same tables give the same bytes. `document` is what it speaks of."""
    writer = Writer(template, {})
    text = xml.paragraph(writer.style_id("Judul Daftar"), xml.text_run(title))
    for table in tables:
        text += xml.paragraph(writer.style_id("caption"), xml.text_run(table.title))
        text += writer.draw_table(_draw(table), table.title)
    # Behind a table stands a paragraph, in which the section ends.
    text += xml.paragraph(writer.style_id("Isi"), "")
    body = f"{template.root}<w:body>{text}{_number_pages(template.turned_section())}</w:body></w:document>"
    sides = render.fill_sides(template, document.names, writer)
    said = Properties(title, document.author, document.made_on)
    data, _ = parts.pack_parts(template.parts, [body], sides, writer.added, said)
    return data


def _number_pages(section: str) -> str:
    """The section with its pages counted from 1."""
    section = re.sub(r"<w:pgNumType[^>]*/>", "", section)
    before = re.search(r"<w:cols\b|<w:vAlign\b|<w:titlePg\b|<w:docGrid\b|</w:sectPr>", section)
    at = before.start() if before else len(section)
    return f'{section[:at]}<w:pgNumType w:fmt="decimal" w:start="1"/>{section[at:]}'


def _draw(table: ReportTable) -> GridTable:
    head = [[GridCell([[Span(text)]]) for text in table.heads]]
    body = [
        ([_draw_cell(cell, "kanan" if column in table.right else "kiri") for column, cell in enumerate(row)], strong)
        for index, row in enumerate(table.rows)
        for strong in [index in table.strong]
    ]
    return GridTable(Caption("Tabel", 0, 0, "", []), [float(width) for width in table.widths], head, body, True)


def _draw_cell(cell: ReportCell, align: str) -> GridCell:
    stretches = [(cell, False)] if isinstance(cell, str) else cell
    return GridCell([[Span(text, bold=stands_out, italic=stands_out) for text, stands_out in stretches]], align=align)
