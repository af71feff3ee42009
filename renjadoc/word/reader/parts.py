"""The parts of any Word document beside its body: notes, comments, headers, relations."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from renjadoc.word.package import Parts
from renjadoc.word.reader.ooxml import W, root

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
#: Word's “Strict Open XML” names the same elements otherwise.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def transitional(data: bytes) -> bytes:
    if b"purl.oclc.org/ooxml" in data:
        for theirs, ours in _STRICT:
            data = data.replace(theirs, ours)
    return data


def sides(parts: Parts) -> Iterator[str]:
    for name in sorted(parts):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root(parts, name).iter(f"{W}p"))
            text = " ".join(line.strip() for line in lines if line.strip())
            if text:
                yield text


def title(parts: Parts) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    found = root(parts, "docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title")
    return (found.text or "").strip() if found is not None else ""


def notes(parts: Parts, kind: str) -> dict[str, str]:
    """Footnotes or endnotes by id; Word's own separators have a type and no text."""
    part = f"word/{kind}s.xml"
    if part not in parts:
        return {}
    return {
        note.get(f"{W}id") or "": " ".join(text.split())
        for note in root(parts, part).iter(f"{W}{kind}")
        if (text := " ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in note.iter(f"{W}p"))).strip()
    }


def comments(parts: Parts) -> Iterator[tuple[str, tuple[str, str]]]:
    """Comment id -> (author, text)."""
    if "word/comments.xml" in parts:
        for comment in root(parts, "word/comments.xml").iter(f"{W}comment"):
            lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
            if text := " ".join(" ".join(lines).split()):
                yield comment.get(f"{W}id") or "", (comment.get(f"{W}author") or "", text)


def relations(parts: Parts, name: str) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Relation id -> (part or address, whether it lies outside the file)."""
    folder, _, file = name.rpartition("/")
    part = f"{folder}/_rels/{file}.rels"
    if part not in parts:
        return
    for relation in root(parts, part).iter(f"{_RELATIONS}Relationship"):
        target = relation.get("Target") or ""
        outside = relation.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        yield relation.get("Id") or "", (target, outside)
