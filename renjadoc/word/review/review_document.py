"""The review copy: only the narrative, upright, with line numbers, comments, and tracking of changes switched on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from renjadoc.word import xml
from renjadoc.word.blocks import Caption, Paragraph
from renjadoc.word.differences import Part
from renjadoc.word.names import W
from renjadoc.word.packages import declaring
from renjadoc.word.review.cell_comments import CellRemark, comment_cells
from renjadoc.word.review.redline import Author, Remarks, ReviewWriter
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import parts, render
from renjadoc.word.writing.parts import Properties
from renjadoc.word.writing.render import Document

_LINES = '<w:lnNumType w:countBy="1" w:restart="continuous"/>'
_PAGE_NUMBERS = re.compile(r"<w:pgNumType[^>]*/>")
_TABLES = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_FIRST_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:<w:pPr>.*?</w:pPr>)?", re.DOTALL)
_SECTIONS = re.compile(r"<w:sectPr\b[^<>]*/>|<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
#: What stands before trackRevisions in the settings (ECMA-376-1, 17.15.1.78).
_BEFORE_TRACKING = {
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
    "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
    "revisionView",
}  # fmt: skip


class ShownTable(NamedTuple):
    """A table as the document prints it; `stand_in` is the line that stands for it where tables are left out."""

    stand_in: Paragraph
    markup: str
    title: str
    landscape: bool
    remarks: tuple[CellRemark, ...] = ()


class ReviewDocument(NamedTuple):
    """A review copy as a file, and how many stretches of it are tracked as changed."""

    data: bytes
    revisions: int


def make_review_document(
    template: Template,
    document: Document,
    opening: list[Part],
    newer: list[Part],
    older: list[Part] | None,
    us: Author,
    author: Author,
    remarks: Remarks,
    tables: Sequence[ShownTable] = (),
) -> ReviewDocument:
    """A review copy that says `newer` behind an `opening`; with `older`, all changes are tracked.

    References point to the captions that are in it; the others keep their text. Comments are by `us`. `tables` stand
    in the place of the lines that stand in for them, to be read only.
    """
    writer = ReviewWriter(template, us, author, remarks)
    writer.learn_captions(part for part in newer if isinstance(part, Caption))
    text = writer.write_plain(opening)
    text += writer.write_plain(newer) if older is None else writer.write_redline(older, newer)
    text = _show_tables(text, writer, tables, template)
    # The last paragraph of a document cannot be deleted: behind it nothing would hold what is left of it.
    text += xml.paragraph(writer.style_id("Isi"), "")
    end = _number_lines(template, is_first="<w:sectPr" not in text)
    body = f"{template.root}<w:body>{text}{end}</w:body></w:document>"
    slim = {**template.parts, "word/settings.xml": _switch_tracking_on(template.parts["word/settings.xml"])}
    if writer.comments:
        slim["word/comments.xml"] = parts.xml_bytes(writer.write_comments())
        declaring.add_content_type(
            slim, "word/comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        )
        relation = f"{declaring.OFFICE}/relationships/comments"
        declaring.add_relation(slim, declaring.DOCUMENT_RELS, "rIdCatatan", relation, "comments.xml")
    sides = render.fill_sides(template, document.names, writer)
    redline = "" if older is None else author.name
    properties = Properties(document.title, document.author, document.made_on, redline)
    data, _ = parts.pack_parts(slim, [body], sides, writer.added, properties)
    return ReviewDocument(data, len(re.findall("<w:(?:ins|del) [^>]*[^/]>", text)))


def _show_tables(text: str, writer: ReviewWriter, tables: Sequence[ShownTable], template: Template) -> str:
    """The text with tables in their places, locked; a wide one stands on a landscape page of its own."""
    is_first = True
    for table in tables:
        line = writer.write_plain([table.stand_in])
        if line not in text:
            continue
        title = xml.escape_text(f"{table.title} (hanya dibaca)")
        shown = (
            f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
            f"<w:sdtContent>{_comment_table(writer, table)}</w:sdtContent></w:sdt>"
        )
        if table.landscape:
            before = _end_section(writer, _number_lines(template, is_first=is_first))
            turned = _PAGE_NUMBERS.sub("", template.turned_section())
            shown = f"{before}{shown}{_end_section(writer, turned)}"
            is_first = False
        text = text.replace(line, shown, 1)
    return text


def _comment_table(writer: ReviewWriter, table: ShownTable) -> str:
    """The table with comments on its cells; what no cell was found for stands on its first one."""
    markup, left = comment_cells(table.markup, table.remarks, writer.wrap_in_comments)
    for remark in left:
        first = _FIRST_PARAGRAPH.search(markup)
        if first is not None:
            said = writer.wrap_in_comments("", remark.said)
            markup = markup[: first.end()] + said + markup[first.end() :]
    return markup


def _end_section(writer: ReviewWriter, section: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id("Isi")}"/>{section}</w:pPr></w:p>'


def extract_tables(document: bytes) -> list[tuple[str, bool]]:
    """The tables of the body of a document that we made: their markup, and whether they stand on a landscape page."""
    found = [(match.start(), match[0]) for match in _TABLES.finditer(document.decode("utf-8"))]
    sections = [(match.start(), match[0]) for match in _SECTIONS.finditer(document.decode("utf-8"))]
    ends = [next((section for place, section in sections if place > at), "") for at, _ in found]
    return [(markup, 'w:orient="landscape"' in section) for (_, markup), section in zip(found, ends, strict=True)]


def _number_lines(template: Template, *, is_first: bool = True) -> str:
    """The upright section of the template with numbered lines; the pages of the first one are counted from 1."""
    section = _PAGE_NUMBERS.sub("", template.upright_section())
    numbers = _LINES + ('<w:pgNumType w:fmt="decimal" w:start="1"/>' if is_first else "")
    before = re.search(r"<w:cols\b|<w:vAlign\b|<w:titlePg\b|<w:docGrid\b|</w:sectPr>", section)
    at = before.start() if before else len(section)
    return section[:at] + numbers + section[at:]


def _switch_tracking_on(settings: bytes) -> bytes:
    root = etree.fromstring(settings, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.find(f"{W}trackRevisions") is None:
        names = [etree.QName(child).localname for child in root if isinstance(child.tag, str)]
        at = next((index for index, name in enumerate(names) if name not in _BEFORE_TRACKING), len(names))
        root.insert(at, etree.Element(f"{W}trackRevisions"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
