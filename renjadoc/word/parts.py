"""Puts the parts of a finished document together: body, lists, pictures, properties, and the base text for reviews."""

from __future__ import annotations

import html
import re
from hashlib import sha256

from renjadoc.word import blocks, package, xml
from renjadoc.word.blocks import Anchor, Line, Picture
from renjadoc.word.package import Parts
from renjadoc.word.writer import Writer

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_DOCUMENT_RELS = "word/_rels/document.xml.rels"
#: The namespace of the base text: what every anchored paragraph said when the document was made.
BASE_NAMESPACE = "urn:renjadoc:dasar:1"


def assemble(
    template: Parts, body: str, sides: dict[str, str], writer: Writer, title: str, author: str, redline: str = ""
) -> Parts:
    """All parts of the document: the template's, with what was written in their places.

    `redline` is the author of the tracked changes that the document is made with.
    """
    parts = dict(template)
    parts["word/document.xml"] = xml_bytes(body)
    parts.update({name: xml_bytes(side) for name, side in sides.items()})
    parts["word/numbering.xml"] = _with_lists(template["word/numbering.xml"], writer.lists)
    parts["docProps/core.xml"] = _core_properties(title, author)
    declare(parts, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    relate(parts, "_rels/.rels", "rIdInti", f"{_RELATIONS}/metadata/core-properties", "docProps/core.xml")
    for relation, picture in writer.pictures.items():
        _add_picture(parts, relation, picture)
    _add_base(parts, writer, redline)
    return parts


def xml_bytes(text: str) -> bytes:
    if not text.startswith("<?xml"):
        text = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text
    return text.encode()


def _with_lists(numbering: bytes, lists: list[tuple[str, str, int]]) -> bytes:
    """One w:num a list, restarting at its own level; w:num stands behind every w:abstractNum."""
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, abstract, level in lists
    )
    text = numbering.decode()
    at = text.find("<w:numIdMacAtCleanup")
    at = text.rindex("</w:numbering>") if at < 0 else at
    return (text[:at] + numbers + text[at:]).encode()


def _core_properties(title: str, author: str) -> bytes:
    return xml_bytes(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{xml.text(title)}</dc:title><dc:creator>{xml.text(author)}</dc:creator>"
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def _add_picture(parts: Parts, relation: str, picture: Picture) -> None:
    kind = "png" if picture.path.suffix.lower() == ".png" else "jpeg"
    target = f"media/{relation}.{kind}"
    parts[f"word/{target}"] = picture.path.read_bytes()
    relate(parts, _DOCUMENT_RELS, relation, f"{_OFFICE}/relationships/image", target)
    types = parts[package.CONTENT_TYPES].decode()
    if f'Extension="{kind}"' not in types:
        default = f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
        parts[package.CONTENT_TYPES] = re.sub(r"(<Types[^>]*>)", rf"\1{default}", types, count=1).encode()


def _add_base(parts: Parts, writer: Writer, redline: str) -> None:
    """The base text in document order, and last of all the fingerprint over everything else."""
    relate(parts, _DOCUMENT_RELS, "rIdDasar", f"{_OFFICE}/relationships/customXml", "../customXml/item1.xml")
    properties = "customXml/itemProps1.xml"
    parts[properties] = xml_bytes(
        '<ds:datastoreItem ds:itemID="{7A1F0C52-3B7E-4C58-9C0E-52454E4A4131}" '
        f'xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{BASE_NAMESPACE}"/>'
        "</ds:schemaRefs></ds:datastoreItem>"
    )
    declare(parts, properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    rels = "customXml/_rels/item1.xml.rels"
    parts[rels] = xml_bytes(f'<Relationships xmlns="{_RELATIONS}"></Relationships>')
    relate(parts, rels, "rId1", f"{_OFFICE}/relationships/customXmlProps", "itemProps1.xml")
    texts = "".join(_base_text(anchor, line) for anchor, line in writer.anchors)
    known = _known(parts) + (f' penulis="{xml.text(redline)}"' if redline else "")
    mark = package.fingerprint(parts)
    parts[package.BASE_PART] = xml_bytes(f'<dasar xmlns="{BASE_NAMESPACE}" {known} sidik="{mark}">{texts}</dasar>')


def _known(parts: Parts) -> str:
    """Marks of what is no text of the content (tables, pictures, the template's own lines), to see it changed later."""
    body = parts["word/document.xml"].decode()
    tables = _TABLE.findall(body)
    rows = {package.row_mark(_plain(row)) for table in tables for row in table.split("</w:tr>")[:-1]}
    # Entries of the contents say what headings say; they are known by their style.
    ours = (f'"{blocks.ANCHOR}', "PAGEREF")
    lines = [line for line in _PARAGRAPH.findall(_TABLE.sub("", body)) if not any(mark in line for mark in ours)]
    pictures = [sha256(data).hexdigest()[:12] for name, data in parts.items() if name.startswith("word/media/")]
    marks = {
        "tabel": [package.text_mark(_plain(table)) for table in tables],
        "baris": rows,
        "tetap": {package.text_mark(_plain(line)) for line in lines if _plain(line)},
        "gambar": pictures,
    }
    return " ".join(f'{name}="{" ".join(sorted(found))}"' for name, found in marks.items())


def _plain(markup: str) -> str:
    return html.unescape("".join(_TEXT.findall(markup)))


def _base_text(anchor: Anchor, line: Line) -> str:
    """One paragraph as it was made: where it comes from, its source, and what was printed, computed values apart."""
    shown = "".join(f"<n>{xml.text(s.text)}</n>" if s.source else xml.text(s.text) for s in line)
    return (
        f'<p tanda="{anchor.bookmark}" berkas="{xml.text(anchor.file)}" letak="{xml.text(anchor.pointer)}" '
        f'bentuk="{xml.text(anchor.kind)}"><sumber>{xml.text(anchor.source)}</sumber><teks>{shown}</teks></p>'
    )


def relate(parts: Parts, rels: str, identity: str, kind: str, target: str) -> None:
    """Add a relationship unless one of that kind to that target is there."""
    text = parts[rels].decode()
    if f'"{target}"' in text or f'"/{target}"' in text:
        return
    relation = f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
    parts[rels] = text.replace("</Relationships>", relation + "</Relationships>").encode()


def declare(parts: Parts, name: str, content_type: str) -> None:
    text = parts[package.CONTENT_TYPES].decode()
    if f'"/{name}"' not in text:
        override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        parts[package.CONTENT_TYPES] = text.replace("</Types>", override + "</Types>").encode()
