"""Which part of a Word package is which: its relations and kind, and the name that Word mostly gives it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from typing import NamedTuple

Parts = dict[str, bytes]

#: Whatever its prefix, and to its end: what is stated may hold `>`.
_RELATION = re.compile(rb"""<(?:[^\s<>/:]+:)?Relationship\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""")
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*(?:"([^"]*)"|'([^']*)')""")
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


def list_attributes(tag: bytes) -> list[tuple[str, str]]:
    """The attributes that the text of a tag states, their names with the prefix."""
    found = _ATTRIBUTE.findall(tag.decode("utf-8", "replace"))
    return [(key, unescape(double or single)) for key, double, single in found]


class ContentTypes:
    """What kind each part is said to be: by its name, or else by its ending.

    `stated` are the elements of `[Content_Types].xml`, each its name and its attributes.
    """

    def __init__(self, stated: Iterable[tuple[str, Mapping[str, str]]]) -> None:
        self._by_name, self._by_suffix = {}, {}
        for element, attributes in stated:
            kind = attributes.get("ContentType", "").partition(";")[0].strip()
            if element == "Override":
                self._by_name[attributes.get("PartName", "").lstrip("/").casefold()] = kind
            elif element == "Default":
                self._by_suffix[attributes.get("Extension", "").casefold()] = kind

    def find(self, name: str) -> str:
        """The kind of a part, in the words of the package; empty where nothing is stated."""
        return self._by_name.get(name.casefold(), self._by_suffix.get(name.rpartition(".")[2].casefold(), ""))


def relations_of(parts: Parts, name: str) -> Iterator[Relation]:
    """The relations of a part; those of the package itself if `name` is empty."""
    return (_read_relation(tag, name) for tag in _RELATION.findall(parts.get(rels_of(name), b"")))


def list_relations(parts: Parts) -> Iterator[tuple[str, Relation]]:
    """Every relation of the package with the part whose it is, whether that is there or not."""
    for name, data in parts.items():
        if name.casefold().endswith(".rels"):
            owner = re.sub(r"(?i)(^|/)_rels/([^/]*)\.rels$", r"\1\2", name)
            yield from ((owner, _read_relation(tag, owner)) for tag in _RELATION.findall(data))


def _read_relation(tag: bytes, owner: str) -> Relation:
    stated = dict(list_attributes(tag))
    target, outside = stated.get("Target", ""), stated.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")
    return Relation(stated.get("Id", ""), stated.get("Type", "").rpartition("/")[2], target, outside)


def rels_of(name: str) -> str:
    """The part that holds the relations of a part."""
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
            renamed[rels_of(names.get(owner, owner))] = _retarget(data, owner, names)
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
