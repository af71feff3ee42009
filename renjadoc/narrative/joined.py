"""Many texts searched as one: a rule asks once for all of them, and looks closely only at those that are found."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import accumulate, compress, islice
from operator import eq
from string import ascii_letters
from typing import Generic, TypeVar

#: Stands between texts; no text of a content file may hold it.
BETWEEN = "\x00"
#: Bytes that make a search quick: small letters for letters, the mark between texts kept.
_LETTERS = bytes(ord(chr(code).lower()) if chr(code) in ascii_letters else 32 * (code > 0) for code in range(256))

T = TypeVar("T")
#: Where from an offset on the next one stands; -1 if none does.
Search = Callable[[int], int]


class Searched(ABC, Generic[T]):
    """Things with texts, in order; every search gives those whose text may hold what is sought, each once."""

    @property
    @abstractmethod
    def joined(self) -> str:
        """The texts in one, with `BETWEEN` between them, which a pattern that is sought must not match."""

    @abstractmethod
    def _pick_numbered(self, numbers: set[int]) -> list[T]:
        """The things whose texts have these numbers in `joined`."""

    def find_pattern(self, pattern: re.Pattern[str]) -> list[T]:
        """Those in which `pattern` matches."""

        def search(offset: int) -> int:
            match = pattern.search(self.joined, offset)
            return match.start() if match else -1

        return self._pick_found([search])

    def find_words(self, words: tuple[str, ...]) -> list[T]:
        """Those that hold one of `words`, given in small letters."""
        return self._pick_found(_seek_each(self._lowered_text, words))

    def find_exact(self, words: Iterable[str]) -> list[T]:
        """Those that hold one of `words` in just these letters."""
        return self._pick_found(_seek_each(self.joined, words))

    def find_where(self, holds: Callable[[str], bool]) -> list[T]:
        """Those of whose texts `holds` is true; of an empty one it must not be."""
        numbers = {number for number, text in enumerate(self.joined.split(BETWEEN)) if holds(text)}
        return self._pick_numbered(numbers) if numbers else []

    def find_doubled(self) -> list[T]:
        """Those in which a word of Western letters may stand twice in a row, in whatever letters' size."""
        # In bytes, which are cut at the speed of memory; the words of one text never stand beside those of the next.
        raw = self.joined.encode("ascii", "replace").replace(b"\x00", b" \x00 ")
        words = raw.translate(_LETTERS).split()
        twice = set(compress(words, map(eq, words, islice(words, 1, None)))) - {b"\x00"}
        return self.find_words(tuple(f"{word} {word}" for word in sorted(word.decode() for word in twice)))

    @cached_property
    def _lowered_text(self) -> str:
        lowered = self.joined.lower()
        if len(lowered) == len(self.joined):
            return lowered
        # A letter or two of Unicode grow when made small, and would move all places behind them.
        return "".join(small if len(small := letter.lower()) == 1 else letter for letter in self.joined)

    @cached_property
    def _text_starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for text in self.joined.split(BETWEEN))]

    def _pick_found(self, searches: Iterable[Search]) -> list[T]:
        numbers = {number for search in searches for number in self._number_found(search)}
        return self._pick_numbered(numbers) if numbers else []

    def _number_found(self, search: Search) -> Iterator[int]:
        """The texts in which anything is found, by number; each is left as soon as it is known to be one."""
        offset = 0
        while (place := search(offset)) >= 0:
            number = bisect_right(self._text_starts, place) - 1
            yield number
            if number + 1 == len(self._text_starts):
                return
            offset = self._text_starts[number + 1]


def _seek_each(text: str, words: Iterable[str]) -> Iterator[Search]:
    """A search for each of the words that stand in a text at all: of the many that a rule asks for, few do."""
    return (partial(text.find, word) for word in words if word in text)
