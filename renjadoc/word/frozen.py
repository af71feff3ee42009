"""Fields of a finished document as plain text, for a program that would count them otherwise than Word."""

from __future__ import annotations

import io
import re
import zipfile

from renjadoc.word.package import DOCUMENT

_MARK = r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:fldChar w:fldCharType="{}"/></w:r>'
_SEQUENCE = re.compile(
    _MARK.format("begin")
    + r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:instrText[^>]*> SEQ [^<]*</w:instrText></w:r>"
    + _MARK.format("separate")
    + r"(<w:r>.*?</w:r>)"
    + _MARK.format("end")
)


def freeze_sequences(document: bytes) -> bytes:
    """A document of ours whose numbers of captions are text.

    LibreOffice counts them itself and passes over the switch by which Word starts anew in each chapter.
    """
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = archive.read(DOCUMENT).decode()
        frozen = _SEQUENCE.sub(r"\1", body)
        if frozen == body:
            return document
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as copy:
            for member in archive.infolist():
                copy.writestr(member, frozen if member.filename == DOCUMENT else archive.read(member))
    return buffer.getvalue()
