"""Puts the parts of a finished document together: body, lists, pictures, properties, and the base text for reviews."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.span import Span
from renjadoc.word import xml
from renjadoc.word.blocks import Anchor, Chart, Line, Picture
from renjadoc.word.packages import package
from renjadoc.word.packages.declaring import (
    DOCUMENT_RELS,
    OFFICE,
    add_content_type,
    add_default_type,
    add_relation,
    make_relations,
)
from renjadoc.word.packages.finished import FinishedLook
from renjadoc.word.packages.late_styles import add_styles
from renjadoc.word.packages.media import read_media
from renjadoc.word.packages.package import Parts
from renjadoc.word.packages.relations import rels_of
from renjadoc.word.packages.text_hashes import BodyHashes, extract_text, hash_chart, hash_text, split_paragraphs
from renjadoc.word.writing.charts import add_chart, read_texts
from renjadoc.word.writing.footnotes import add_footnotes

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIELD = re.compile(
    r'<w:fldChar w:fldCharType="begin"/>.*?<w:fldChar w:fldCharType="end"/>'
    r"|<w:fldSimple[^<>]*/>|<w:fldSimple.*?</w:fldSimple>",
    re.DOTALL,
)
#: All pictures of a document together, in bytes: half of what a package may be when it comes back.
MAX_PICTURES = package.MAX_UNPACKED // 2
#: The namespace of the base text: what every anchored paragraph said when the document was made.
BASE_NAMESPACE = "urn:renjadoc:dasar:1"
_CHART = re.compile(r"word/charts/[^/]+\.xml")
#: What points to a part, and says what it is.
_POINTING = rb'<(?:\w+:)?Relationship\s[^>]*Target="(?:\.\./|/)%s"[^>]*/>'
_OVERRIDE = rb'<(?:\w+:)?Override\s[^>]*PartName="/%s"[^>]*/>'


@dataclass
class Additions:
    """What a document adds to its template: pictures and charts by relation, anchors, footnotes, styles by id.

    `write_numbering` says, when all is written, the definitions of its lists and the numbers that point at them.
    """

    write_numbering: Callable[[], tuple[str, str]]
    pictures: dict[str, Picture] = field(default_factory=dict)
    _relations: dict[Path, str] = field(default_factory=dict)
    anchors: list[tuple[Anchor, Line]] = field(default_factory=list)
    charts: dict[str, Chart] = field(default_factory=dict)
    footnotes: dict[int, str] = field(default_factory=dict)
    styles: set[str] = field(default_factory=set)

    def relate_picture(self, picture: Picture, number: int) -> str:
        """The relation of the `number`-th picture; one that stands in several places is in the document once."""
        relation = self._relations.setdefault(picture.path, f"rIdGambar{number}")
        self.pictures.setdefault(relation, picture)
        return relation


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
    look = FinishedLook(parts)
    hashes = BodyHashes()
    with package.Packer() as packer:
        packer.add_part(package.CONTENT_TYPES, [parts.pop(package.CONTENT_TYPES)])
        packer.add_part(package.DOCUMENT, look.watch_body(_hash_along(body, hashes)))
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
    _refuse_many_pictures(added.pictures.values())
    for relation, picture in added.pictures.items():
        _add_picture(parts, relation, picture)
    for relation, chart in added.charts.items():
        add_chart(parts, relation, chart)
    if added.footnotes:
        add_footnotes(parts, list(added.footnotes.values()))
    if added.styles:
        add_styles(parts, added.styles)
    _relate_base(parts)
    return parts


def _drop_bases(template: Parts) -> Parts:
    """The parts without base texts: a template that was once made by us carries one, and a document has but one."""
    bases = [name for name, data in template.items() if name.startswith("customXml/") and _is_base(data)]
    beside = {f"customXml/_rels/{name.rpartition('/')[2]}.rels" for name in bases}
    parts = {name: data for name, data in template.items() if name not in {*bases, *beside, package.BASE_PART}}
    for name in bases:
        for where, pattern in ((DOCUMENT_RELS, _POINTING), (package.CONTENT_TYPES, _OVERRIDE)):
            told = re.compile(pattern % re.escape(name).encode())
            parts[where] = told.sub(b"", parts[where])
    return parts


def _is_base(data: bytes) -> bool:
    plain = data.translate(None, b"\0") if b"\0" in data else data  # Then UTF-16 reads like ASCII here.
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


def _refuse_many_pictures(pictures: Iterable[Picture]) -> None:
    """Raise ProblemsFound for pictures that together are more than a document may hold; each is read into memory."""
    size = sum(picture.path.stat().st_size for picture in pictures)
    if size > MAX_PICTURES:
        message = f"semua gambar bersama-sama {size >> 20} MB, paling banyak {MAX_PICTURES >> 20} MB"
        hint = "Kecilkan gambar (misalnya lewat Kompres Gambar di Word), lalu pasang lagi."
        raise ProblemsFound([Problem("RJ031", Location("gambar"), message, hint)])


def _add_picture(parts: Parts, relation: str, picture: Picture) -> None:
    """A picture, related to the body and to the headers, footers and notes that show it too."""
    kind, content_type, data = read_media(picture.path)
    target = f"media/{relation}.{kind}"
    shown = f'"{relation}"'.encode()
    sides = [name for name, side in parts.items() if package.FILLED_PART.fullmatch(name) and shown in side]
    for rels in [DOCUMENT_RELS, *map(rels_of, sides)]:
        if rels not in parts:
            make_relations(parts, rels)
        add_relation(parts, rels, relation, f"{OFFICE}/relationships/image", target)
    parts[f"word/{target}"] = data
    add_default_type(parts, kind, content_type)


def _relate_base(parts: Parts) -> None:
    """What points to the base text and says what it is."""
    add_relation(parts, DOCUMENT_RELS, "rIdDasar", f"{OFFICE}/relationships/customXml", "../customXml/item1.xml")
    properties = "customXml/itemProps1.xml"
    parts[properties] = xml_bytes(
        '<ds:datastoreItem ds:itemID="{7A1F0C52-3B7E-4C58-9C0E-52454E4A4131}" '
        f'xmlns:ds="{OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{BASE_NAMESPACE}"/>'
        "</ds:schemaRefs></ds:datastoreItem>"
    )
    add_content_type(parts, properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    rels = "customXml/_rels/item1.xml.rels"
    make_relations(parts, rels)
    add_relation(parts, rels, "rId1", f"{OFFICE}/relationships/customXmlProps", "itemProps1.xml")


def _write_base(
    parts: Parts, hashes: BodyHashes, anchors: list[tuple[Anchor, Line]], fingerprint: str, redline: str
) -> bytes:
    """The base text in document order, with the hashes and the fingerprint over everything else."""
    texts = "".join(_write_base_text(anchor, line) for anchor, line in anchors)
    pictures = [_hash_picture(data) for name, data in parts.items() if name.startswith("word/media/")]
    charts = [
        f"{hash_chart(read_texts(data))}:{_hash_picture(parts[name.removesuffix('.xml') + '.png'])}"
        for name, data in sorted(parts.items())
        if _CHART.fullmatch(name)
    ]
    known = {**hashes.hashes_by_kind(), "gambar": sorted(pictures), "sisi": sorted(_hash_sides(parts))}
    known |= {"grafik": sorted(charts)} if charts else {}
    said = " ".join(f'{name}="{" ".join(found)}"' for name, found in known.items())
    said += f' penulis="{xml.escape_text(redline)}"' if redline else ""
    return xml_bytes(f'<dasar xmlns="{BASE_NAMESPACE}" {said} sidik="{fingerprint}">{texts}</dasar>')


def _hash_picture(data: bytes) -> str:
    return sha256(data).hexdigest()[:12]


def _hash_sides(parts: Parts) -> set[str]:
    """Hashes of the lines of headers and footers, without what fields (page numbers) say."""
    sides = (data.decode() for name, data in parts.items() if package.SIDE_PART.fullmatch(name))
    return {hash_text(extract_text(one)) for side in sides for one in split_paragraphs(_FIELD.sub("", side))}


def _write_shown(span: Span) -> str:
    if span.note:
        return f"<c>{''.join(map(_write_shown, span.note))}</c>"
    return f"<n>{xml.escape_text(span.text)}</n>" if span.source else xml.escape_text(span.text)


def _write_base_text(anchor: Anchor, line: Line) -> str:
    """One paragraph as it was made: where it comes from, its source, and what was printed.

    Computed values and footnotes stand apart in it.
    """
    shown = "".join(map(_write_shown, line))
    file, pointer, kind, source = map(xml.escape_text, (anchor.file, anchor.pointer, anchor.kind, anchor.source))
    return (
        f'<p tanda="{anchor.bookmark}" berkas="{file}" letak="{pointer}" bentuk="{kind}">'
        f"<sumber>{source}</sumber><teks>{shown}</teks></p>"
    )
