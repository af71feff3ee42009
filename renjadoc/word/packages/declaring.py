"""What makes a part belong to a package: its kind among the content types, and the relation that leads to it."""

from __future__ import annotations

import re

from renjadoc.word.packages import package
from renjadoc.word.packages.package import Parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DOCUMENT_RELS = "word/_rels/document.xml.rels"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
#: The parts of a template that are added to, and before which tag.
ADDED_TO = {
    package.CONTENT_TYPES: b"</Types>",
    "_rels/.rels": b"</Relationships>",
    DOCUMENT_RELS: b"</Relationships>",
    "word/numbering.xml": b"</w:numbering>",
}


def add_relation(parts: Parts, rels: str, identity: str, kind: str, target: str) -> None:
    """Add a relationship unless one of that kind to that target is there."""
    text = parts[rels].decode()
    if f'"{target}"' in text or f'"/{target}"' in text:
        return
    relation = f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
    parts[rels] = text.replace("</Relationships>", relation + "</Relationships>").encode()


def make_relations(parts: Parts, rels: str) -> None:
    """A part of relations that has none yet."""
    parts[rels] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATIONS}"></Relationships>'
    ).encode()


def add_content_type(parts: Parts, name: str, content_type: str) -> None:
    """Say of what kind a part is."""
    text = parts[package.CONTENT_TYPES].decode()
    if f'"/{name}"' not in text:
        override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        parts[package.CONTENT_TYPES] = text.replace("</Types>", override + "</Types>").encode()


def add_default_type(parts: Parts, suffix: str, content_type: str) -> None:
    """Say of what kind parts with that suffix are."""
    types = parts[package.CONTENT_TYPES].decode()
    if f'Extension="{suffix}"' not in types:
        default = f'<Default Extension="{suffix}" ContentType="{content_type}"/>'
        parts[package.CONTENT_TYPES] = re.sub(r"(<Types[^>]*>)", rf"\1{default}", types, count=1).encode()
