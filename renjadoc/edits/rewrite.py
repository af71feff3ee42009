"""New data into the text of a JSON file, so that only what changed is written and the rest stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from typing import Any

from renjadoc.content.pointers import join
from renjadoc.content.positions import Positions
from renjadoc.edits.json_text import write_json, write_scalar

#: Every member of a new list with the index of the old one that it continues, if there is one.
Aligned = list[tuple[int | None, Any]]
Align = Callable[[list[Any], list[Any]], Aligned]


def rewrite(text: str, old: Any, new: Any, align: Align | None = None) -> str:
    """`text`, which holds `old`, as it reads with `new`: order of keys, indentation and style as they were.

    `align` says which members of two lists belong together, where the caller knows; otherwise their likeness tells.
    """
    positions = Positions(text)
    start = positions.find_offset("")
    end = start + positions.value_length(start)
    return text[:start] + _Writer(text, positions, align or aligned).value("", old, new) + text[end:]


def continuing(origins: Mapping[int, int]) -> Align:
    """Aligns lists as whoever made the new ones knows: the id of a member -> the index of the old one it continues."""

    def align(old: list[Any], new: list[Any]) -> Aligned:
        if not any(id(member) in origins for member in new):
            return aligned(old, new)
        return [(origins.get(id(member)), member) for member in new]

    return align


class _Writer:
    """Writes values of one file; what is equal is copied from its text."""

    def __init__(self, text: str, positions: Positions, align: Align) -> None:
        self._text, self._positions, self._align = text, positions, align

    def value(self, pointer: str, old: Any, new: Any) -> str:
        if type(old) is type(new) and old == new:
            return self._raw(pointer)
        if isinstance(old, dict) and isinstance(new, dict):
            return self._object(pointer, old, new)
        if isinstance(old, list) and isinstance(new, list) and old and new:
            return self._array(pointer, old, new)
        return write_json(new, self._indent(pointer))

    def _span(self, pointer: str) -> tuple[int, int]:
        start = self._positions.find_offset(pointer)
        return start, start + self._positions.value_length(start)

    def _raw(self, pointer: str) -> str:
        start, end = self._span(pointer)
        return self._text[start:end]

    def _indent(self, pointer: str) -> str:
        start, _ = self._span(pointer)
        line = self._text[self._text.rfind("\n", 0, start) + 1 : start]
        return line[: len(line) - len(line.lstrip())]

    def _object(self, pointer: str, old: dict[str, Any], new: dict[str, Any]) -> str:
        if not old or [key for key in old if key in new] != [key for key in new if key in old]:
            return write_json(new, self._indent(pointer))
        start, end = self._span(pointer)
        spans = {key: self._member(pointer, key) for key in old}
        lead = self._text[start + 1 : spans[next(iter(old))][0]]
        between = self._between(list(spans.values()), lead)
        members = [
            self._text[spans[key][0] : spans[key][1]] + self.value(join(pointer, key), old[key], new[key])
            if key in old
            else f"{write_scalar(key)}: {write_json(new[key], lead.rpartition(chr(10))[2] if chr(10) in lead else '')}"
            for key in new
        ]
        tail = self._text[max(span[2] for span in spans.values()) : end]
        return "{" + lead + between.join(members) + tail if members else "{}"

    def _member(self, pointer: str, key: str) -> tuple[int, int, int]:
        """Where a member's key starts, where its value starts, where it ends."""
        start, end = self._span(join(pointer, key))
        return self._positions.find_offset(join(pointer, key), key=True), start, end

    def _between(self, spans: list[tuple[int, int, int]], lead: str) -> str:
        if len(spans) > 1:
            return self._text[spans[0][2] : spans[1][0]]
        return "," + (lead if "\n" in lead else " ")

    def _array(self, pointer: str, old: list[Any], new: list[Any]) -> str:
        start, end = self._span(pointer)
        spans = [self._span(join(pointer, index)) for index in range(len(old))]
        lead, tail = self._text[start + 1 : spans[0][0]], self._text[spans[-1][1] : end]
        between = self._between([(a, a, b) for a, b in spans], lead)
        indent = lead.rpartition("\n")[2] if "\n" in lead else self._indent(pointer)
        members = [
            write_json(value, indent) if index is None else self.value(join(pointer, index), old[index], value)
            for index, value in self._align(old, new)
        ]
        return "[" + lead + between.join(members) + tail


def aligned(old: list[Any], new: list[Any]) -> Aligned:
    """Members of two lists that belong together, by their likeness."""
    keys = [write_scalar(member) for member in old], [write_scalar(member) for member in new]
    pairs: Aligned = []
    for kind, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        # In a stretch that differs, members of the same type continue each other in order.
        fits = kind == "equal" or (b - a == d - c)
        for step, value in enumerate(new[c:d]):
            index = a + step if fits or a + step < b else None
            pairs.append((index if index is not None and type(old[index]) is type(value) else None, value))
    return pairs
