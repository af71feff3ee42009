"""What is known of a template once it was read: plain data, kept between runs as JSON."""

from __future__ import annotations

import json
import re
from typing import NamedTuple, get_type_hints

from renjadoc import cache

#: The loop over the document's blocks.
LOOP = re.compile(r"{%p?\s*for blok in isi\s*%}")
#: How the bookmarks of the template's own headings before that loop begin (`Daftar Isi`, `Kata Pengantar`).
FRONT = "_Tocdepan"


class Style(NamedTuple):
    id: str
    kind: str
    number_id: str | None


class Facts(NamedTuple):
    """`body` and `sides` (headers, footers, notes by part name) are Jinja source, every paragraph on a line of its own.

    `styles` are by lower-case name, `abstract_numbers` maps numId to abstractNumId, `list_levels` holds the levels of
    each of these as they stand in the template. `faults` are tags that would be lost or printed raw (message, text of
    the paragraph, hint); where there is one, no source is read. `repaired` are tags that shared their paragraph with a
    section break. `changed` are parts that documents get in another form than the template's, `dropped` those that they
    do not get. `justified` are the styles that are set to both edges in letters as wide as Arial's: how far they are
    set in from the edges together, how far their first line is, and their size (twentieths of a point). `losses` are
    what documents would not show though every tag is there (message, hint, name to say that it is meant so).
    `heading_numbers` say by style what its list prints before a heading: `BAB %1`, the kind of each level's count, and
    what stands behind it (`tab`, `space`, `nothing`).
    """

    body: str
    sides: dict[str, str]
    styles: dict[str, Style]
    abstract_numbers: dict[str, str]
    list_levels: dict[str, list[str]]
    faults: list[tuple[str, str, str]]
    repaired: list[str]
    changed: dict[str, str]
    dropped: list[str]
    justified: dict[str, tuple[int, int, int]]
    losses: list[tuple[str, str, str]]
    heading_numbers: dict[str, tuple[str, list[str], str]]

    def to_json(self) -> bytes:
        return json.dumps(self._asdict(), ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Facts:
        """Raises ValueError, TypeError or LookupError for what `to_json` did not write."""
        stated = json.loads(data)
        shapes = get_type_hints(cls) | {"styles": dict[str, tuple[str, str, str | None]]}
        for name, shape in shapes.items():
            cache.check_shape(stated[name], shape)
        styles = {name: Style(*style) for name, style in stated.pop("styles").items()}
        return cls(styles=styles, **stated)
