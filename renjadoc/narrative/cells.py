"""The texts in the cells of a table: each kept once, searched by its shape, placed only when something is found.

A table of a province has tens of thousands of rows, nearly all in order, and most of its texts are those of another
row with other numbers. Rules therefore look at the distinct shapes, joined; only the texts of a shape in which they
find something are looked at, and only what they find there is looked for in the data.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, compress, islice
from operator import eq
from string import ascii_letters
from typing import Any

from renjadoc.content.load import Source
from renjadoc.content.positions import join

#: Stands between texts; no text of a content file may hold it.
_BETWEEN = "\x00"
#: Keys whose values are names of kinds, codes and links, not text.
_NO_TEXT = frozenset({"$schema", "jenis", "kode", "sumber"})
#: Captions and notes stand around a table and belong to the narrative.
_AROUND = frozenset({"judul", "keterangan"})
#: What makes texts that differ in their digits alike.
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
#: Bytes that make a search quick: small letters for letters, the mark between texts kept.
_LETTERS = bytes(ord(chr(code).lower()) if chr(code) in ascii_letters else 32 * (code > 0) for code in range(256))


class CellTexts:
    """The texts of one table. The shape of a text is the text with 0 for every digit."""

    def __init__(self, source: Source) -> None:
        self._data = {key: value for key, value in source.data.items() if key not in _AROUND}

    @cached_property
    def distinct(self) -> list[str]:
        """Every text once, in the order in which they first stand."""
        found: dict[str, None] = {}
        _gather(self._data, found)
        return list(found)

    @cached_property
    def _shaped(self) -> list[bytes]:
        """The shape of every distinct text; in bytes, of which digits are made alike at the speed of memory."""
        raw = _BETWEEN.join(self.distinct).encode("utf-8", "surrogatepass")
        return raw.translate(_DIGITS).split(_BETWEEN.encode()) if self.distinct else []

    @cached_property
    def _shapes(self) -> list[bytes]:
        return list(dict.fromkeys(self._shaped))

    @cached_property
    def joined(self) -> str:
        """All shapes, each once, in one text, with a character between that matches nothing."""
        return _BETWEEN.encode().join(self._shapes).decode("utf-8", "surrogatepass")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(shape) + 1 for shape in self.joined.split(_BETWEEN))]

    @cached_property
    def _lowered(self) -> str:
        lowered = self.joined.lower()
        # A letter or two of Unicode grow when made small; places would then be wrong.
        return lowered if len(lowered) == len(self.joined) else self.joined

    def matching(self, pattern: re.Pattern[str]) -> list[str]:
        """The texts in which `pattern`, to which all digits are alike, may match; all are searched as one."""
        return self._at(match.start() for match in pattern.finditer(self.joined))

    def holding(self, words: tuple[str, ...]) -> list[str]:
        """The texts that may hold one of `words`, given in small letters: other digits may stand for theirs."""
        shapes = (word.encode().translate(_DIGITS).decode() for word in words)
        return self._at(offset for shape in shapes for offset in _occurrences(self._lowered, shape))

    def lacking(self, pattern: re.Pattern[str]) -> list[str]:
        """The texts in which `pattern`, to which all digits are alike, matches nowhere."""
        shapes = {shape for shape in self._shapes if not pattern.search(shape.decode("utf-8", "surrogatepass"))}
        return [text for text, shape in zip(self.distinct, self._shaped, strict=True) if shape in shapes]

    def doubled(self) -> list[str]:
        """The texts in which a word of Western letters may stand twice in a row, in whatever letters' size."""
        # In bytes, which are cut at the speed of memory; the words of one text never stand beside those of the next.
        raw = self.joined.encode("ascii", "replace").replace(b"\x00", b" \x00 ")
        words = raw.translate(_LETTERS).split()
        twice = set(compress(words, map(eq, words, islice(words, 1, None)))) - {b"\x00"}
        return self.holding(tuple(f"{word} {word}" for word in sorted(word.decode() for word in twice)))

    def with_long_numbers(self) -> list[str]:
        """The texts in which four digits or more stand in a row."""
        return self._at(_occurrences(self.joined, "0000"))

    def _at(self, offsets: Iterable[int]) -> list[str]:
        """The texts whose shapes stand at `offsets` of all shapes."""
        shapes = {self._shapes[bisect_right(self._starts, offset) - 1] for offset in offsets}
        if not shapes:
            return []
        return [text for text, shape in zip(self.distinct, self._shaped, strict=True) if shape in shapes]

    def pointers(self, text: str) -> list[str]:
        """The JSON pointers of all cells that hold `text`."""
        return [join("", *keys) for keys in self._places.get(text, [])]

    @cached_property
    def _places(self) -> dict[str, list[tuple[str | int, ...]]]:
        places: dict[str, list[tuple[str | int, ...]]] = {}
        for keys, text in _walk(self._data, ()):
            places.setdefault(text, []).append(keys)
        return places


def _occurrences(text: str, word: str) -> Iterator[int]:
    if word[0] not in text:  # Rare marks are passed over at the speed of memory.
        return
    offset = text.find(word)
    while offset >= 0:
        yield offset
        offset = text.find(word, offset + 1)


def _gather(data: Any, found: dict[str, None]) -> None:
    """Every text below, without its place: half the time of `_walk`."""
    members: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in members:
        if value.__class__ is str:
            if key not in _NO_TEXT:
                found[value] = None
        elif value.__class__ is dict or value.__class__ is list:
            _gather(value, found)


def _walk(data: Any, keys: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    members: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in members:
        if isinstance(value, str):
            if key not in _NO_TEXT:
                yield (*keys, key), value
        elif isinstance(value, list | dict):
            yield from _walk(value, (*keys, key))
