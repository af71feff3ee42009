"""Frames and text boxes of a template that were moved beside the paper, where nobody sees what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from renjadoc.word.names import V, W, read_whole

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
#: The unit of drawings, in twentieths of a point, and others.
_EMU = 1 / 635
#: What a place is counted from where that is the edge of the paper, and where its height is not known.
_FROM_EDGE = ("page", "leftMargin", "topMargin")
_FROM_TEXT = ("text", "paragraph", "line")
_STATED = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm)?")
_UNITS = {"pt": 20, "in": 1440, "cm": 567, "mm": 56.7}


class _Span(NamedTuple):
    """Where something begins along one side of a page, from what (`page`, `margin` …), and how long it is."""

    start: float
    origin: str
    length: float


def find_beside_paper(root: Any, body: Any) -> Iterator[Any]:
    """The frames and boxes of a part more than half of which no page shows; `body` has the sections."""
    placed = [*_walk_frames(root), *_walk_drawings(root), *_walk_shapes(root)]
    sections = list(body.iter(f"{W}sectPr")) if placed else []
    order = {one: place for place, one in enumerate(root.iter())} if placed and root is body else {}
    for element, across, down in placed:
        # Of the text the section that ends it; what stands above or below pages may do so on those of any.
        own = [one for one in sections if order[one] > order[element]][:1] if order else sections
        if own and all(_is_beside(one, across, down) for one in own):
            yield element


def _is_beside(section: Any, across: _Span, down: _Span) -> bool:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return False
    width, height = (read_whole(size.get(f"{W}{side}")) for side in ("w", "h"))
    left, top = (read_whole(margins.get(f"{W}{side}")) for side in ("left", "top"))
    if across.origin == "rightMargin":
        left = width - read_whole(margins.get(f"{W}right"))
    x = across.start + across.length / 2 + (0 if across.origin in _FROM_EDGE else left)
    y = down.start + down.length / 2 + (0 if down.origin in _FROM_EDGE else top)
    if down.origin in _FROM_TEXT:
        return not 0 <= x <= width or not -height <= y <= height
    return not 0 <= x <= width or not 0 <= y <= height


def _walk_frames(root: Any) -> Iterator[tuple[Any, _Span, _Span]]:
    for frame in root.iter(f"{W}framePr"):
        across, down = (
            _Span(
                0 if frame.get(f"{W}{side}Align") else _measure(frame.get(f"{W}{side}"), 1),
                frame.get(f"{W}{anchor}") or "text",
                _measure(frame.get(f"{W}{length}"), 1),
            )
            for side, anchor, length in (("x", "hAnchor", "w"), ("y", "vAnchor", "h"))
        )
        yield frame.getparent().getparent(), across, down


def _walk_drawings(root: Any) -> Iterator[tuple[Any, _Span, _Span]]:
    for anchor in root.iter(f"{_WP}anchor"):
        extent = anchor.find(f"{_WP}extent")
        spans = []
        for name, length in (("positionH", "cx"), ("positionV", "cy")):
            place = anchor.find(f"{_WP}{name}")
            offset = None if place is None else place.findtext(f"{_WP}posOffset")
            if place is None or offset is None or extent is None:
                break
            spans.append(
                _Span(_measure(offset, _EMU), place.get("relativeFrom") or "", _measure(extent.get(length), _EMU))
            )
        else:
            yield anchor, spans[0], spans[1]


def _walk_shapes(root: Any) -> Iterator[tuple[Any, _Span, _Span]]:
    for shape in root.iter(f"{V}shape", f"{V}rect", f"{V}roundrect"):
        stated = dict(_STATED.findall(shape.get("style") or ""))
        if stated.get("position", "").strip() != "absolute":
            continue
        across, down = (
            _Span(
                _measure(stated.get(f"margin-{side}"), _EMU),
                stated.get(f"mso-position-{way}-relative", "text").strip(),
                _measure(stated.get(length), _EMU),
            )
            for side, way, length in (("left", "horizontal", "width"), ("top", "vertical", "height"))
        )
        yield shape, across, down


def _measure(stated: str | None, unit: float) -> float:
    """A length in twentieths of a point; one without a unit is counted in `unit`."""
    found = _LENGTH.match((stated or "").strip())
    return float(found[1]) * (_UNITS[found[2]] if found[2] else unit) if found else 0
