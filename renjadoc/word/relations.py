"""Which part of a Word package is which: found by relationships, and put under the name that Word mostly gives it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import NamedTuple

Parts = dict[str, bytes]

_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TARGET = re.compile(rb"""\bTarget\s*=\s*(?:"[^"]*"|'[^']*')""")
#: The parts that are known by name, by the last word of the relationship's type.
_USUAL = {
    "officeDocument": "word/document.xml",
    **{
        kind: f"word/{kind}.xml"
        for kind in ("styles", "numbering", "comments", "commentsExtended", "footnotes", "endnotes", "settings")
    },
}


class Relation(NamedTuple):
    """`kind` is the last word of its type, `target` a part of the package, or an address outside it."""

    id: str
    kind: str
    target: str
    outside: bool = False


def relations_of(parts: Parts, name: str) -> Iterator[Relation]:
    """The relations of a part; those of the package itself if `name` is empty."""
    return (_read_relation(tag, name) for tag in _RELATION.findall(parts.get(_rels_of(name), b"")))


def _read_relation(tag: bytes, owner: str) -> Relation:
    found = _ATTRIBUTE.findall(tag.decode(errors="replace"))
    stated = {key: unescape(double or single) for key, double, single in found}
    target, outside = stated.get("Target", ""), stated.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")
    return Relation(stated.get("Id", ""), stated.get("Type", "").rpartition("/")[2], target, outside)


def _rels_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder, f"_rels/{file}.rels")


def rename_parts(parts: Parts) -> Parts:
    """The package with its main part, styles and the like under their usual names, however its program named them.

    Word for the web writes `word/document2.xml` with `word/styles2.xml`.
    """
    main = next((one.target for one in relations_of(parts, "") if one.kind == "officeDocument"), "")
    if b"wordprocessingml" not in parts.get(main, b""):
        return parts
    related = [(one.kind, one.target) for one in relations_of(parts, main) if not one.outside]
    names = {
        target: _USUAL[kind]
        for kind, target in [("officeDocument", main), *related]
        if kind in _USUAL and target in parts and target != _USUAL[kind]
    }
    if not names:
        return parts
    renamed = {}
    for name, data in parts.items():
        if name.endswith(".rels"):
            owner = name.replace("_rels/", "").removesuffix(".rels")
            renamed[_rels_of(names.get(owner, owner))] = _retarget(data, owner, names)
        elif name not in names.values():
            renamed[names.get(name, name)] = data
    for old, new in names.items():
        declared = renamed["[Content_Types].xml"]
        renamed["[Content_Types].xml"] = declared.replace(f'"/{old}"'.encode(), f'"/{new}"'.encode())
    return renamed


def _retarget(rels: bytes, owner: str, names: Mapping[str, str]) -> bytes:
    """The relations of a part with targets that hold wherever the part lies, by their new names."""

    def point(tag: re.Match[bytes]) -> bytes:
        relation = _read_relation(tag[0], owner)
        if relation.outside:
            return tag[0]
        written = f'Target="/{escape(names.get(relation.target, relation.target))}"'
        return _TARGET.sub(lambda _: written.encode(), tag[0], count=1)

    return _RELATION.sub(point, rels)
