"""Edits to the text of a JSON file: only the values that change are written, everything else stays byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from renjadoc.content.positions import Positions


@dataclass(frozen=True)
class Edit:
    """The value at `pointer` becomes `text`, which is JSON as it is to stand in the file."""

    pointer: str
    text: str


def value(pointer: str, new: Any) -> Edit:
    """An edit to a plain value: a text, a number, null, or an empty list."""
    return Edit(pointer, json.dumps(new, ensure_ascii=False))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with every edit made; no edit may lie within another."""
    positions = Positions(text)
    spans = []
    for edit in edits:
        start = positions.offset(edit.pointer)
        spans.append((start, start + positions.length(start), edit.text))
    pieces, end = [], 0
    for start, stop, new in sorted(spans):
        pieces += [text[end:start], new]
        end = stop
    return "".join(pieces) + text[end:]


def raw(text: str, pointer: str) -> str:
    """The value at `pointer` as it is written in `text`, so that it can be put elsewhere in the same style."""
    positions = Positions(text)
    start = positions.offset(pointer)
    return text[start : start + positions.length(start)]
