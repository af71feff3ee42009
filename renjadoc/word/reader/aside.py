"""What a Word document says beside its body: notes, headers and footers, its title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renjadoc.word.names import W
from renjadoc.word.packages.package import SIDE_PART, Parts
from renjadoc.word.reader.elements import parse_part, read_lines

_PROPERTIES, _TITLE = "docProps/core.xml", "{http://purl.org/dc/elements/1.1/}title"


def find_notes(parts: Parts, kind: str) -> dict[str, Any]:
    """The footnotes (`footnote`) or endnotes (`endnote`) by id."""
    part = f"word/{kind}s.xml"
    found = parse_part(parts, part).iter(f"{W}{kind}") if part in parts else ()
    return {note.get(f"{W}id") or "": note for note in found}


def read_sides(parts: Parts) -> Iterator[str]:
    """The text of each header and footer that says something."""
    for name in sorted(filter(SIDE_PART.fullmatch, parts)):
        if text := " ".join(line.strip() for line in read_lines(parse_part(parts, name)) if line.strip()):
            yield text


def read_title(parts: Parts) -> str:
    """The title in the properties of the document."""
    found = parse_part(parts, _PROPERTIES).find(_TITLE) if _PROPERTIES in parts else None
    return (found.text or "").strip() if found is not None else ""
