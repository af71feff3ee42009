"""A finished document as Word would show it, for a program that would count and divide otherwise than Word."""

from __future__ import annotations

import io
import re
import zipfile

from renjadoc.word.blocks import ANCHOR
from renjadoc.word.packages.package import DOCUMENT

_SETTINGS = "word/settings.xml"
_DIVIDING = re.compile(rb"<w:autoHyphenation\b[^>]*/>")
_MARK = r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:fldChar w:fldCharType="{}"/></w:r>'
_FIELD = (
    _MARK.format("begin")
    + r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:instrText[^>]*> {}</w:instrText></w:r>"
    + _MARK.format("separate")
    + r"(<w:r>(?:(?!<w:fldChar|</w:p>).)*</w:r>)"  # No further: one without an end would be read to the last page.
    + _MARK.format("end")
)
_SEQUENCE = re.compile(_FIELD.replace("{}", "SEQ [^<]*"))
_REFERENCE = re.compile(_FIELD.replace("{}", r"REF (\w+) \\h "))
_ANCHORS = re.compile(rf'<w:bookmarkStart w:id="(\d+)" w:name="{ANCHOR}[0-9a-f]+"/>')
_ENDS = re.compile(r'<w:bookmarkEnd w:id="(\d+)"/>')
_LINK = r'<w:hyperlink w:anchor="\1" w:history="1">\2</w:hyperlink>'


def freeze_document(document: bytes) -> bytes:
    """A document of ours whose numbers of captions are text, and whose words are divided only where we say so.

    LibreOffice counts them itself and passes over the switch by which Word starts anew in each chapter; it breaks what
    refers to them at a blank that does not break; and it may have a dictionary of Indonesian syllables, which Word has
    not: its lines, and so its pages, would be others. The marks by which we know our paragraphs again are left out: no
    page is asked for them, and they are a tenth of its work.
    """
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = archive.read(DOCUMENT)
        counted = _SEQUENCE.sub(r"\1", body.decode())
        changed = {DOCUMENT: _REFERENCE.sub(_LINK, _drop_anchors(counted)).encode()}
        if _SETTINGS in archive.namelist():
            changed[_SETTINGS] = _DIVIDING.sub(b"", archive.read(_SETTINGS))
        if all(data == archive.read(name) for name, data in changed.items()):
            return document
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as copy:
            for member in archive.infolist():
                copy.writestr(member, changed.get(member.filename) or archive.read(member))
    return buffer.getvalue()


def _drop_anchors(body: str) -> str:
    marks = set(_ANCHORS.findall(body))
    return _ENDS.sub(lambda end: "" if end[1] in marks else end[0], _ANCHORS.sub("", body))
