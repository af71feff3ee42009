"""Footnotes of a document: the part that holds them, beside those of its template, and its place in the settings."""

from __future__ import annotations

import re

from renjadoc.word import xml
from renjadoc.word.packages import declaring
from renjadoc.word.packages.package import Parts

PART = "word/footnotes.xml"
TEXT_STYLE, MARK_STYLE = "footnote text", "footnote reference"
_SETTINGS = "word/settings.xml"
_NUMBER = re.compile(r'<w:footnote\b[^>]*?w:id="(-?\d+)"')
_MARK = re.compile(r'<w:footnoteReference w:id="(\d+)"/>')
#: What is printed above the footnotes of a page, and above those that go on from the page before.
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    f"</w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>"
    for number, kind, mark in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
)
#: What stands behind the properties of footnotes in the settings (ECMA-376-1, 17.15.1.78).
_BEHIND = re.compile(
    r"<w:(?:endnotePr|compat|docVars|rsids|themeFontLang|clrSchemeMapping|decimalSymbol)\b|</w:settings>"
)


def find_first_number(parts: Parts) -> int:
    """The number (w:id) of the first footnote of a document: behind those that its template has."""
    found = _NUMBER.findall(parts.get(PART, b"").decode())
    return max((int(number) for number in found), default=0) + 1


def find_marks(markup: str) -> list[int]:
    """The numbers of the footnotes whose marks stand in a stretch of a body."""
    return [int(number) for number in _MARK.findall(markup)] if "<w:footnoteReference" in markup else []


def write_mark(number: int, style_id: str) -> str:
    """The run whose number Word counts and prints."""
    return xml.run(f'<w:footnoteReference w:id="{number}"/>', f'<w:rStyle w:val="{style_id}"/>')


def write_footnote(number: int, content: str, text_style: str, mark_style: str) -> str:
    """A footnote that says `content` (runs)."""
    mark = xml.run("<w:footnoteRef/>", f'<w:rStyle w:val="{mark_style}"/>')
    return f'<w:footnote w:id="{number}">{xml.paragraph(text_style, mark + xml.text_run(" ") + content)}</w:footnote>'


def add_footnotes(parts: Parts, written: list[str]) -> None:
    """Put footnotes behind those that a template has; where it has none, make their part and tell the settings."""
    notes = "".join(written)
    if PART in parts:
        text = parts[PART].decode()
        at = text.rindex("</w:footnotes>")
        parts[PART] = (text[:at] + notes + text[at:]).encode()
        return
    parts[PART] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{xml.W}">'
        f"{_SEPARATORS}{notes}</w:footnotes>"
    ).encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    declaring.add_content_type(parts, PART, kind)
    relation = f"{declaring.OFFICE}/relationships/footnotes"
    declaring.add_relation(parts, declaring.DOCUMENT_RELS, "rIdCatatanKaki", relation, "footnotes.xml")
    _tell_settings(parts)


def _tell_settings(parts: Parts) -> None:
    settings = parts.get(_SETTINGS, b"").decode()
    place = _BEHIND.search(settings)
    if place is None or "<w:footnotePr" in settings:
        return
    said = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    parts[_SETTINGS] = (settings[: place.start()] + said + settings[place.start() :]).encode()
