"""The review copy: only the narrative, upright, with line numbers, comments, and tracking of changes switched on."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from renjadoc.word import parts, render, xml
from renjadoc.word.blocks import Caption
from renjadoc.word.differences import Part
from renjadoc.word.parts import Properties
from renjadoc.word.redline import Author, Remarks, ReviewWriter
from renjadoc.word.render import Document
from renjadoc.word.template import Template

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINES = '<w:lnNumType w:countBy="1" w:restart="continuous"/>'
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
) -> ReviewDocument:
    """A review copy that says `newer` behind an `opening`; with `older`, all changes are tracked.

    References point to the captions that are in it; the others keep their text. Comments are by `us`.
    """
    writer = ReviewWriter(template, us, author, remarks)
    writer.learn_captions(part for part in newer if isinstance(part, Caption))
    text = writer.write_plain(opening)
    text += writer.write_plain(newer) if older is None else writer.write_redline(older, newer)
    # The last paragraph of a document cannot be deleted: behind it nothing would hold what is left of it.
    text += xml.paragraph(writer.style_id("Isi"), "")
    body = f"{template.root}<w:body>{text}{_number_lines(template)}</w:body></w:document>"
    slim = {**template.parts, "word/settings.xml": _switch_tracking_on(template.parts["word/settings.xml"])}
    if writer.comments:
        slim["word/comments.xml"] = parts.xml_bytes(writer.write_comments())
        parts.add_content_type(
            slim, "word/comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        )
        parts.add_relation(slim, "word/_rels/document.xml.rels", "rIdCatatan", f"{_OFFICE}/comments", "comments.xml")
    sides = render.fill_sides(template, document.names, writer)
    redline = "" if older is None else author.name
    properties = Properties(document.title, document.author, document.made_on, redline)
    data, _ = parts.pack_parts(slim, [body], sides, writer.added, properties)
    return ReviewDocument(data, len(re.findall("<w:(?:ins|del) [^>]*[^/]>", text)))


def _number_lines(template: Template) -> str:
    """The upright section of the template with numbered lines, its pages counted from 1."""
    section = re.sub(r"<w:pgNumType[^>]*/>", "", template.upright_section())
    numbers = f'{_LINES}<w:pgNumType w:fmt="decimal" w:start="1"/>'
    before = re.search(r"<w:cols\b|<w:vAlign\b|<w:titlePg\b|<w:docGrid\b|</w:sectPr>", section)
    at = before.start() if before else len(section)
    return section[:at] + numbers + section[at:]


def _switch_tracking_on(settings: bytes) -> bytes:
    root = etree.fromstring(settings, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.find(f"{_W}trackRevisions") is None:
        names = [etree.QName(child).localname for child in root if isinstance(child.tag, str)]
        at = next((index for index, name in enumerate(names) if name not in _BEFORE_TRACKING), len(names))
        root.insert(at, etree.Element(f"{_W}trackRevisions"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
