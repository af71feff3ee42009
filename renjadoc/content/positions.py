"""Finds the line and column of a JSON pointer, only when somebody asks.

A good file never pays for positions. Skipped values are passed over by the decoder of the standard library, and the
children of a container that was once visited are remembered, so that many problems in one long table stay cheap.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from renjadoc.content.pointers import join, split

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class Child(NamedTuple):
    """One member of an object or array: offsets of its key (of its value, in an array) and of its value."""

    key: str
    key_offset: int
    value_offset: int


class _Members:
    """The members of one container, read no further than anybody asked: what stands behind is free."""

    def __init__(self, rest: Iterator[Child]) -> None:
        self._rest = rest
        self._known: list[Child] = []
        self._by_key: dict[str, Child] = {}

    def find_numbered(self, number: int) -> Child | None:
        self._known += islice(self._rest, max(0, number + 1 - len(self._known)))
        return self._known[number] if number < len(self._known) else None

    def find_named(self, key: str) -> Child | None:
        """The first member with that key."""
        while key not in self._by_key:
            child = next(self._rest, None)
            if child is None:
                return None
            self._keep_child(child)
        return self._by_key[key]

    def read_all(self) -> list[Child]:
        for child in self._rest:
            self._keep_child(child)
        return self._known

    def _keep_child(self, child: Child) -> None:
        self._known.append(child)
        self._by_key.setdefault(child.key, child)


#: So many lookups count line ends anew; only then is a table of them worth its making.
_FEW = 16


class Positions:
    """Positions in one well-formed JSON text; offsets count characters from 0, lines and columns from 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: dict[int, _Members] = {}
        self._lines: list[int] | None = None
        self._lookups = 0
        self._lengths: dict[int, int] = {}

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset."""
        self._lookups += 1
        if self._lookups <= _FEW:
            return self._text.count("\n", 0, offset) + 1, offset - self._text.rfind("\n", 0, offset)
        line = bisect_right(self._line_starts(), offset)
        return line, offset - self._line_starts()[line - 1] + 1

    def _line_starts(self) -> list[int]:
        if self._lines is None:
            self._lines = [0, *accumulate(len(line) + 1 for line in self._text.split("\n"))]
        return self._lines

    def value_length(self, offset: int) -> int:
        """How many characters the value that starts at `offset` takes."""
        if offset not in self._lengths:
            self._lengths[offset] = _DECODER.raw_decode(self._text, offset)[1] - offset
        return self._lengths[offset]

    def find_place(self, pointer: str, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at `pointer` (of its key, if asked); of the nearest parent if there is none."""
        return self.line_column(self.find_offset(pointer, key=key))

    def find_offset(self, pointer: str, *, key: bool = False) -> int:
        """The character offset of what `find_place` finds."""
        offset = last = self._skip_blank(0)
        for token in split(pointer):
            child = self._find_child(offset, token)
            if child is None:
                return offset
            offset, last = child.value_offset, child.key_offset
        return last if key else offset

    def _find_child(self, offset: int, token: str) -> Child | None:
        """The member called `token` of the container at `offset`; None if it has none."""
        members = self._open_members(offset)
        if self._text[offset] == "[":
            return members.find_numbered(int(token)) if token.isdecimal() else None
        return members.find_named(token)

    def read_children(self, offset: int) -> list[Child]:
        """The members of the container that starts at `offset`; none for any other value. Doubled keys come doubled."""
        return self._open_members(offset).read_all()

    def _open_members(self, offset: int) -> _Members:
        if offset not in self._read:
            self._read[offset] = _Members(self._read_children(offset))
        return self._read[offset]

    def walk_offsets(self, offset: int | None = None, pointer: str = "") -> Iterator[tuple[str, int]]:
        """Every value below (pointer, offset), the root first."""
        offset = self._skip_blank(0) if offset is None else offset
        yield pointer, offset
        for child in self.read_children(offset):
            yield from self.walk_offsets(child.value_offset, join(pointer, child.key))

    def read_value(self, offset: int) -> object:
        """The value that starts at `offset`."""
        return _DECODER.raw_decode(self._text, offset)[0]

    def _skip_blank(self, offset: int) -> int:
        match = _BLANK.match(self._text, offset)
        return match.end() if match else offset

    def _read_children(self, offset: int) -> Iterator[Child]:
        opening = self._text[offset : offset + 1]
        if opening not in {"{", "["}:
            return
        index, offset = 0, self._skip_blank(offset + 1)
        while self._text[offset] not in "}]":
            key, key_offset = str(index), offset
            if opening == "{":
                key, offset = _DECODER.raw_decode(self._text, offset)
                offset = self._skip_blank(self._skip_blank(offset) + 1)
            yield Child(key, key_offset, offset)
            offset = self._skip_blank(_DECODER.raw_decode(self._text, offset)[1])
            if self._text[offset] == ",":
                offset = self._skip_blank(offset + 1)
            index += 1
