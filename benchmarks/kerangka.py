"""Makes what the joining script starts from, out of documents that renjadoc made: a skeleton and the shapes of rows."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

_TABLE = re.compile(r'<w:tbl>(?:(?!</w:tbl>).)*?w:val="Rencana program dan kegiatan".*?</w:tbl>', re.DOTALL)
_ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
_CELL_TEXT = re.compile(r'(?<=<w:t xml:space="preserve">)[^<]*(?=</w:t>)')
#: How a row of each kind is known: the first cell of some is merged, a kegiatan that goes on has a merged one.
_KINDS = {
    "jumlah": '<w:gridSpan w:val="6"/>',
    "program": '<w:gridSpan w:val="3"/>',
    "kegiatan": '<w:vMerge w:val="restart"/>',
    "sub": "<w:vMerge",
}


def shapes(made: Path, target: Path) -> None:
    """One format string a kind of row, from a document whose plan has no marks in its cells."""
    found: dict[str, str] = {}
    for row in _rows(_body(made))[2:]:
        kind = next(kind for kind, mark in _KINDS.items() if mark in row)
        found.setdefault(kind, _CELL_TEXT.sub("\0", row).replace("%", "%%").replace("\0", "%s"))
    assert len(found) == len(_KINDS)
    target.write_text(json.dumps(found), "utf-8")


def skeleton(made: Path, target: Path) -> None:
    """The document without the rows of its plan, and without the base text that only renjadoc writes."""
    body = _body(made)
    rows = _rows(body)[2:]
    start, end = body.index(rows[0]), body.rindex(rows[-1]) + len(rows[-1])
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            if name == "word/document.xml":
                archive.writestr(name, body[:start] + "@BARIS@" + body[end:])
            elif not name.startswith("customXml/"):
                archive.writestr(name, source.read(name))


def _body(made: Path) -> str:
    with zipfile.ZipFile(made) as archive:
        return archive.read("word/document.xml").decode()


def _rows(body: str) -> list[str]:
    """The rows of the plan; the first two are its head."""
    tables = _TABLE.findall(body)
    return _ROW.findall(tables[-1])


def same_body(one: Path, other: Path) -> bool:
    """Whether both documents have the same document.xml."""
    return _body(one) == _body(other)
