"""Word files written by hand for the tests of adoption: a body of raw XML in the least of packages."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from renjadoc import cli
from renjadoc.adoption.adopt import Adopted, adopt
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    }.items()
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
TODAY = date(2024, 5, 1)


def p(text: str = "", *, look: str = "", properties: str = "") -> str:
    """A paragraph; `look` are run properties, `properties` those of the paragraph."""
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def bold(text: str) -> str:
    return p(text, look="<w:b/>")


def centred(text: str) -> str:
    return p(text, look="<w:b/>", properties='<w:jc w:val="center"/>')


def cell(*content: str, span: int = 1, down: str | None = None) -> str:
    """A table cell of paragraphs (plain texts are made ones)."""
    inner = "".join(one if one.startswith("<w:") else p(one) for one in content) or p()
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{inner}</w:tc>'


def row(*cells: str, head: bool = False) -> str:
    made = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{made}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def rows(*lines: str) -> list[str]:
    """Rows from lines whose cells stand between bars."""
    return [row(*(one.strip() for one in line.split("|"))) for line in lines]


def document(path: Path, body: str, parts: dict[str, str | bytes] | None = None, relations: str = "") -> Path:
    """A Word file with `body`; `relations` are Relationship elements of the main part."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        **(parts or {}),
    }
    if relations:
        uri = "http://schemas.openxmlformats.org/package/2006/relationships"
        files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{uri}">{relations}</Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def styles(*names: str) -> str:
    """A styles part with heading styles by level."""
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="{name}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level, name in enumerate(names, start=1)
    )
    return f"<w:styles {NAMES}>{made}</w:styles>"


@dataclass
class Taken:
    """An adoption, and what the new folder prints: its paragraphs, also those in cells."""

    adopted: Adopted
    folder: Path
    printed: list[str] = field(default_factory=list)
    xml: Any = None

    @property
    def text(self) -> str:
        return "\n".join(self.printed)

    def says(self, *texts: str) -> None:
        """All of `texts` are printed, letter by letter but for blanks."""
        joined = " ".join(self.text.split())
        for text in texts:
            assert " ".join(text.split()) in joined, text


def take(docx: Path, folder: Path) -> Taken:
    """Adopt, make the document of the new folder, and read it with nothing of renjadoc's own readers."""
    adopted = adopt(docx, folder, TODAY)
    assert adopted.missing == [], adopted.missing
    made = folder.with_suffix(".docx")
    make_document(DocumentOrder(folder, made, page_numbers=False, overwrite=True), lambda text: None)
    tree = etree.fromstring(package.unpack_file(made)["word/document.xml"])
    return Taken(adopted, folder, [_text(paragraph) for paragraph in tree.iter(f"{{{W}}}p")], tree)


def _text(paragraph: Any) -> str:
    signs = {f"{{{W}}}tab": "\t", f"{{{W}}}br": " ", f"{{{W}}}noBreakHyphen": "-"}
    shown = "".join((n.text or "") if n.tag == f"{{{W}}}t" else signs.get(n.tag, "") for n in paragraph.iter())
    return shown.replace("\u200d", "")


def run(*arguments: object) -> int:
    """The command line."""
    return cli.main([str(argument) for argument in arguments])


def squeeze(text: str) -> str:
    """A text without what lies between its letters and digits."""
    return re.sub(r"[\W_]+", "", text.casefold())
