"""Finds the line and column of a JSON pointer, only when somebody asks.

A good file never pays for positions. Skipped values are passed over by the decoder of the standard library, and the
children of a container that was once visited are remembered, so that many problems in one long table stay cheap.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class Child:
    """One member of an object or array: offsets of its key (of its value, in an array) and of its value."""

    key: str
    key_offset: int
    value_offset: int


def escape(key: str | int) -> str:
    """One reference token of a JSON pointer (RFC 6901)."""
    return str(key).replace("~", "~0").replace("/", "~1")


def join(pointer: str, *keys: str | int) -> str:
    """`join("/isi", 3, "teks")` -> `/isi/3/teks`."""
    return pointer + "".join("/" + escape(key) for key in keys)


def split(pointer: str) -> list[str]:
    """The keys of a pointer, unescaped."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


class Positions:
    """Positions in one well-formed JSON text; offsets count characters from 0, lines and columns from 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._children: dict[int, list[Child]] = {}
        self._lines: list[int] | None = None

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset."""
        if self._lines is None:
            self._lines = [0, *(match.end() for match in re.finditer("\n", self._text))]
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The character offset of a line and column; the inverse of `line_column`."""
        self.line_column(0)
        return (self._lines or [0])[line - 1] + column - 1

    def length(self, offset: int) -> int:
        """How many characters the value that starts at `offset` takes."""
        return _DECODER.raw_decode(self._text, offset)[1] - offset

    def find(self, pointer: str, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at `pointer` (of its key, if asked); of the nearest parent if there is none."""
        offset = self._skip_blank(0)
        for token in split(pointer):
            child = next((c for c in reversed(self.children(offset)) if c.key == token), None)
            if child is None:
                return self.line_column(offset)
            offset, key_offset = child.value_offset, child.key_offset
            last = key_offset
        return self.line_column(last if key and pointer else offset)

    def children(self, offset: int) -> list[Child]:
        """The members of the container that starts at `offset`; none for any other value. Doubled keys come doubled."""
        if offset not in self._children:
            self._children[offset] = list(self._read_children(offset))
        return self._children[offset]

    def walk(self, offset: int | None = None, pointer: str = "") -> Iterator[tuple[str, int]]:
        """Every value below (pointer, offset), the root first."""
        offset = self._skip_blank(0) if offset is None else offset
        yield pointer, offset
        for child in self.children(offset):
            yield from self.walk(child.value_offset, join(pointer, child.key))

    def value(self, offset: int) -> object:
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
