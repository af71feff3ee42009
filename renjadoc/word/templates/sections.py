"""The sections of a template: how wide the text of each is, and which headers and footers it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from renjadoc.word.names import R, W
from renjadoc.word.packages import relations
from renjadoc.word.packages.package import CONTENT_TYPES, DOCUMENT, Parts

_RELS = "word/_rels/document.xml.rels"
_KINDS = ("header", "footer")


class PageSection(NamedTuple):
    """`properties` is its sectPr, `width` the room between its margins (twentieths of a point)."""

    properties: Any
    width: int
    blocks: list[Any]


def read_sections(body: Any) -> list[PageSection]:
    """The sections of a document whose size is stated, in order."""
    sections, blocks = [], []
    for block in body:
        found = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        blocks.append(block)
        if found is not None:
            if (width := read_width(found)) is not None:
                sections.append(PageSection(found, width, blocks))
            blocks = []
    return sections


def read_width(properties: Any) -> int | None:
    """The width of the text of a section, in twentieths of a point; None where it does not say it as Word does."""
    size, margins = properties.find(f"{W}pgSz"), properties.find(f"{W}pgMar")
    if size is None or margins is None:
        return None
    try:
        taken = sum(int(margins.get(f"{W}{side}") or 0) for side in ("left", "right", "gutter"))
        width = int(size.get(f"{W}w") or 0) - taken
    except ValueError:
        return None
    return width if width > 0 else None


def widths_of_sides(parts: Parts, sections: list[PageSection]) -> dict[str, int]:
    """The width of the text on the pages of each header and footer; one that pages of two widths share is doubled.

    `parts` gets the new ones, and the sections point to them.
    """
    shown: dict[str, int] = {}
    for kind in _KINDS:
        current: dict[str, str] = {}
        for section in sections:
            tag = f"{W}{kind}Reference"
            current |= {one.get(f"{W}type") or "default": one.get(f"{R}id") for one in section.properties.iter(tag)}
            for page, relation in current.items():
                name = _target_of(parts, relation)
                if not name:
                    continue
                if shown.setdefault(name, section.width) != section.width:
                    copy = _find_copy(parts, shown, name, section.width)
                    shown[copy] = section.width
                    _point_to(parts, section, kind, page, copy)
    return shown


def _target_of(parts: Parts, relation: str) -> str:
    found = (one.target for one in relations.relations_of(parts, DOCUMENT) if one.id == relation and not one.outside)
    return next((target for target in found if target in parts), "")


def _find_copy(parts: Parts, shown: dict[str, int], name: str, width: int) -> str:
    """The copy of a header or footer for that width; it is made where there is none."""
    stem = f"{name.removesuffix('.xml')}9"
    copies = (f"{stem}{number}.xml" for number in range(1, 100))
    copy = next(one for one in copies if one not in parts or shown.get(one) == width)
    if copy not in parts:
        parts[copy] = parts[name]
        own = re.sub(r"([^/]+)$", r"_rels/\1.rels", name)
        if own in parts:
            parts[re.sub(r"([^/]+)$", r"_rels/\1.rels", copy)] = parts[own]
        declared = parts[CONTENT_TYPES].decode()
        override = re.search(rf'<Override [^>]*"/{re.escape(name)}"[^>]*/>', declared)
        if override:
            added = override[0] + override[0].replace(f'"/{name}"', f'"/{copy}"')
            parts[CONTENT_TYPES] = declared.replace(override[0], added).encode()
    return copy


def _point_to(parts: Parts, section: PageSection, kind: str, page: str, copy: str) -> None:
    identity = f"rId{copy.rpartition('/')[2].removesuffix('.xml')}"
    rels = parts[_RELS].decode()
    if f'"{identity}"' not in rels:
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        relation = f'<Relationship Id="{identity}" Type="{office}/{kind}" Target="/{copy}"/>'
        parts[_RELS] = rels.replace("</Relationships>", f"{relation}</Relationships>").encode()
    tag = f"{W}{kind}Reference"
    for old in section.properties.findall(tag):
        if (old.get(f"{W}type") or "default") == page:
            section.properties.remove(old)
    reference = etree.Element(tag)
    reference.set(f"{W}type", page)
    reference.set(f"{R}id", identity)
    section.properties.insert(0, reference)


def walk_paragraphs(root: Any) -> Iterator[Any]:
    """The paragraphs of a header or footer that stand in no table and no text box."""
    return (one for one in root.iterchildren(f"{W}p"))
