"""A document as WPS Office saves it again: styles by number, no custom parts, no marks of editing, its namespace."""

from __future__ import annotations

import re

from renjadoc.word.packages.package import Parts

_NAMED = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link|numStyleLink|styleLink) w:val=")([^"]+)(")')
_ID = re.compile(r'(w:styleId=")([^"]+)(")')
_EDITING = re.compile(r' (?:w:rsid\w*|w14:paraId|w14:textId)="[^"]*"')
_CUSTOM = re.compile(rb"<(?:Override|Relationship) [^>]*(?:customXml|docProps/custom|custom-properties)[^>]*/>")
_OWN = '<w:document xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
_RUN = '<w:r><w:rPr><w:rFonts w:hint="default"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t'


def as_wps(parts: Parts) -> Parts:
    """What WPS keeps of ours: names of styles and bookmarks, no base text, no identities of paragraphs."""
    ids = [match[2] for match in _ID.finditer(parts["word/styles.xml"].decode())]
    numbers = {id: str(number) for number, id in enumerate(ids, 1)}
    kept = {name: data for name, data in parts.items() if not name.startswith(("customXml/", "docProps/custom"))}
    return {name: _save(name, data, numbers) for name, data in kept.items()}


def _save(name: str, data: bytes, numbers: dict[str, str]) -> bytes:
    data = _CUSTOM.sub(b"", data)
    if not name.startswith("word/") or not name.endswith(".xml"):
        return data
    text = _EDITING.sub("", data.decode())
    for pattern in (_NAMED, _ID):
        text = pattern.sub(lambda match: match[1] + numbers.get(match[2], match[2]) + match[3], text)
    return text.replace("<w:document ", _OWN, 1).replace("<w:r><w:t", _RUN).encode()
