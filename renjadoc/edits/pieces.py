"""Edits to the text of a JSON file: only the values that change are written, everything else stays byte for byte."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable
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
        start = positions.find_offset(edit.pointer)
        spans.append((start, start + positions.value_length(start), edit.text))
    pieces, end = [], 0
    for start, stop, new in sorted(spans):
        pieces += [text[end:start], new]
        end = stop
    return "".join(pieces) + text[end:]


def in_file(before: bytes, change: Callable[[str], str]) -> bytes:
    """A file whose text is changed; its byte order mark stays."""
    bom = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    return bom + change(before.removeprefix(bom).decode("utf-8")).encode("utf-8")


def with_line_ends(edits: Iterable[Edit], text: str) -> list[Edit]:
    """The edits, written with \\n between lines, for a `text` that may have those of Windows."""
    end = "\r\n" if "\r\n" in text else "\n"
    return [Edit(one.pointer, one.text.replace("\n", end)) for one in edits]


def moved(text: str, positions: Positions, source: str, to: str) -> str:
    """The value at `source` as it is to stand at `to`: as it is written, its lines indented as those there."""
    start = positions.find_offset(source)
    raw = text[start : start + positions.value_length(start)]
    return raw.replace("\n" + _indent(text, start), "\n" + _indent(text, positions.find_offset(to)))


def _indent(text: str, offset: int) -> str:
    """The blanks with which the line around `offset` begins."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line[: len(line) - len(line.lstrip())]
