"""Puts the parts of a finished document together: body, lists, pictures, properties, and the base text for reviews."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from renjadoc import opening
from renjadoc.word import package, xml
from renjadoc.word.blocks import Anchor, Line, Picture
from renjadoc.word.package import Parts
from renjadoc.word.text_hashes import BodyHashes, extract_text, hash_text, split_paragraphs

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIELD = re.compile(
    r'<w:fldChar w:fldCharType="begin"/>.*?<w:fldChar w:fldCharType="end"/>|<w:fldSimple.*?</w:fldSimple>', re.DOTALL
)
_DOCUMENT_RELS = "word/_rels/document.xml.rels"
#: The parts of a template that are added to, and before which tag.
ADDED_TO = {
    package.CONTENT_TYPES: b"</Types>",
    "_rels/.rels": b"</Relationships>",
    _DOCUMENT_RELS: b"</Relationships>",
    "word/numbering.xml": b"</w:numbering>",
}
#: The namespace of the base text: what every anchored paragraph said when the document was made.
BASE_NAMESPACE = "urn:renjadoc:dasar:1"
#: What points to a part, and says what it is.
_POINTING = rb'<(?:\w+:)?Relationship\s[^>]*Target="(?:\.\./|/)%s"[^>]*/>'
_OVERRIDE = rb'<(?:\w+:)?Override\s[^>]*PartName="/%s"[^>]*/>'


@dataclass
class Additions:
    """What a document adds to its template: pictures by relation, anchors, and lists.

    `write_numbering` says, when all is written, the definitions of its lists and the numbers that point at them.
    """

    write_numbering: Callable[[], tuple[str, str]]
    pictures: dict[str, Picture] = field(default_factory=dict)
    anchors: list[tuple[Anchor, Line]] = field(default_factory=list)


class Properties(NamedTuple):
    """What a document says of itself; `redline` is the author of the tracked changes that it is made with.

    `made_on` is when it was made and last changed, as its content says: the same content gives the same bytes.
    """

    title: str
    author: str
    made_on: date
    redline: str = ""


def pack_parts(
    template: Parts, body: Iterable[str], sides: dict[str, str], added: Additions, properties: Properties
) -> tuple[bytes, str]:
    """The document as a file, and its fingerprint: the template's parts, with what was written in their places.

    The body is compressed as it comes, and need never be in memory as a whole.
    """
    parts = _prepare_parts(template, sides, added, properties)
    hashes = BodyHashes()
    with package.Packer() as packer:
        packer.add_part(package.CONTENT_TYPES, [parts.pop(package.CONTENT_TYPES)])
        packer.add_part(package.DOCUMENT, _hash_along(body, hashes))
        for name in sorted(parts):
            packer.add_part(name, [parts[name]])
        fingerprint = packer.hash_parts()
        packer.add_part(package.BASE_PART, [_write_base(parts, hashes, added.anchors, fingerprint, properties.redline)])
    return packer.to_bytes(), fingerprint


def _hash_along(body: Iterable[str], hashes: BodyHashes) -> Iterator[bytes]:
    yield xml_bytes("")
    for chunk in body:
        hashes.add_chunk(chunk)
        yield chunk.encode("utf-8", "surrogatepass")  # Refused where it is packed.


def _prepare_parts(template: Parts, sides: dict[str, str], added: Additions, properties: Properties) -> Parts:
    """All parts but the body and the base text."""
    parts = _drop_bases({name: data for name, data in template.items() if name != package.DOCUMENT})
    parts.update({name: xml_bytes(side) for name, side in sides.items()})
    parts["word/numbering.xml"] = _add_lists(template["word/numbering.xml"], added.write_numbering())
    parts["docProps/core.xml"] = _write_properties(properties)
    add_content_type(parts, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    add_relation(parts, "_rels/.rels", "rIdInti", f"{_RELATIONS}/metadata/core-properties", "docProps/core.xml")
    for relation, picture in added.pictures.items():
        _add_picture(parts, relation, picture)
    _relate_base(parts)
    return parts


def _drop_bases(template: Parts) -> Parts:
    """The parts without base texts: a template that was once made by us carries one, and a document has but one."""
    bases = [name for name, data in template.items() if name.startswith("customXml/") and _is_base(data)]
    beside = {f"customXml/_rels/{name.rpartition('/')[2]}.rels" for name in bases}
    parts = {name: data for name, data in template.items() if name not in {*bases, *beside, package.BASE_PART}}
    for name in bases:
        for where, pattern in ((_DOCUMENT_RELS, _POINTING), (package.CONTENT_TYPES, _OVERRIDE)):
            told = re.compile(pattern % re.escape(name).encode())
            parts[where] = told.sub(b"", parts[where])
    return parts


def _is_base(data: bytes) -> bool:
    plain = data.replace(b"\0", b"") if b"\0" in data else data  # Then UTF-16 reads like ASCII here.
    return BASE_NAMESPACE.encode() in plain and b"datastoreItem" not in plain


def xml_bytes(text: str) -> bytes:
    if not text.startswith("<?xml"):
        text = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text
    return text.encode()


def _add_lists(numbering: bytes, lists: tuple[str, str]) -> bytes:
    """The lists of the document behind those of the template; every w:num stands behind every w:abstractNum."""
    definitions, numbers = lists
    text = numbering.decode()
    at = text.find("<w:numIdMacAtCleanup")
    at = text.rindex("</w:numbering>") if at < 0 else at
    first = text.find("<w:num ")
    first = at if first < 0 else first
    return (text[:first] + definitions + text[first:at] + numbers + text[at:]).encode()


def _write_properties(said: Properties) -> bytes:
    title, author = xml.escape_text(said.title), xml.escape_text(said.author)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{said.made_on.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return xml_bytes(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>{dates}<dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def _add_picture(parts: Parts, relation: str, picture: Picture) -> None:
    kind = "png" if picture.path.suffix.lower() == ".png" else "jpeg"
    target = f"media/{relation}.{kind}"
    parts[f"word/{target}"] = opening.read_file(picture.path)
    add_relation(parts, _DOCUMENT_RELS, relation, f"{_OFFICE}/relationships/image", target)
    types = parts[package.CONTENT_TYPES].decode()
    if f'Extension="{kind}"' not in types:
        default = f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
        parts[package.CONTENT_TYPES] = re.sub(r"(<Types[^>]*>)", rf"\1{default}", types, count=1).encode()


def _relate_base(parts: Parts) -> None:
    """What points to the base text and says what it is."""
    add_relation(parts, _DOCUMENT_RELS, "rIdDasar", f"{_OFFICE}/relationships/customXml", "../customXml/item1.xml")
    properties = "customXml/itemProps1.xml"
    parts[properties] = xml_bytes(
        '<ds:datastoreItem ds:itemID="{7A1F0C52-3B7E-4C58-9C0E-52454E4A4131}" '
        f'xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{BASE_NAMESPACE}"/>'
        "</ds:schemaRefs></ds:datastoreItem>"
    )
    add_content_type(parts, properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    rels = "customXml/_rels/item1.xml.rels"
    parts[rels] = xml_bytes(f'<Relationships xmlns="{_RELATIONS}"></Relationships>')
    add_relation(parts, rels, "rId1", f"{_OFFICE}/relationships/customXmlProps", "itemProps1.xml")


def _write_base(
    parts: Parts, hashes: BodyHashes, anchors: list[tuple[Anchor, Line]], fingerprint: str, redline: str
) -> bytes:
    """The base text in document order, with the hashes and the fingerprint over everything else."""
    texts = "".join(_write_base_text(anchor, line) for anchor, line in anchors)
    pictures = [sha256(data).hexdigest()[:12] for name, data in parts.items() if name.startswith("word/media/")]
    known = {**hashes.hashes_by_kind(), "gambar": pictures, "sisi": _hash_sides(parts)}
    said = " ".join(f'{name}="{" ".join(sorted(found))}"' for name, found in known.items())
    said += f' penulis="{xml.escape_text(redline)}"' if redline else ""
    return xml_bytes(f'<dasar xmlns="{BASE_NAMESPACE}" {said} sidik="{fingerprint}">{texts}</dasar>')


def _hash_sides(parts: Parts) -> set[str]:
    """Hashes of the lines of headers and footers, without what fields (page numbers) say."""
    sides = (data.decode() for name, data in parts.items() if package.SIDE_PART.fullmatch(name))
    return {hash_text(extract_text(one)) for side in sides for one in split_paragraphs(_FIELD.sub("", side))}


def _write_base_text(anchor: Anchor, line: Line) -> str:
    """One paragraph as it was made: where it comes from, its source, and what was printed, computed values apart."""
    shown = "".join(f"<n>{xml.escape_text(s.text)}</n>" if s.source else xml.escape_text(s.text) for s in line)
    file, pointer, kind, source = map(xml.escape_text, (anchor.file, anchor.pointer, anchor.kind, anchor.source))
    return (
        f'<p tanda="{anchor.bookmark}" berkas="{file}" letak="{pointer}" bentuk="{kind}">'
        f"<sumber>{source}</sumber><teks>{shown}</teks></p>"
    )


def add_relation(parts: Parts, rels: str, identity: str, kind: str, target: str) -> None:
    """Add a relationship unless one of that kind to that target is there."""
    text = parts[rels].decode()
    if f'"{target}"' in text or f'"/{target}"' in text:
        return
    relation = f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
    parts[rels] = text.replace("</Relationships>", relation + "</Relationships>").encode()


def add_content_type(parts: Parts, name: str, content_type: str) -> None:
    text = parts[package.CONTENT_TYPES].decode()
    if f'"/{name}"' not in text:
        override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        parts[package.CONTENT_TYPES] = text.replace("</Types>", override + "</Types>").encode()
