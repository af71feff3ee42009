"""The texts in the cells of a table: each kept once, searched by its shape, placed only when something is found.

A table of a province has tens of thousands of rows, nearly all in order, and most of its texts are those of another
row with other numbers. Rules therefore look at the distinct shapes, joined; only the texts of a shape in which they
find something are looked at, and only what they find there is looked for in the data.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from renjadoc.content.load import Source
from renjadoc.content.pointers import join
from renjadoc.narrative.joined import BETWEEN, Searched

#: Keys whose values are names of kinds, codes and links, not text.
_NO_TEXT = frozenset(
    ["$schema", "jenis", "kode", "sumber", "bentuk", "arah", "rumus", "menurut", "tahun_dinilai", "triwulan"]
)
#: Captions and notes stand around a table and belong to the narrative.
_AROUND = frozenset({"judul", "keterangan"})
#: What makes texts that differ in their digits alike.
_DIGITS = bytes.maketrans(b"123456789", b"000000000")


class CellTexts(Searched[str]):
    """The texts of one table. The shape of a text is the text with 0 for every digit."""

    def __init__(self, source: Source) -> None:
        self._data = {key: value for key, value in source.data.items() if key not in _AROUND}

    @cached_property
    def distinct_texts(self) -> list[str]:
        """Every text once, in the order in which they first stand."""
        found: dict[str, None] = {}
        _gather_texts(self._data, found)
        return list(found)

    @cached_property
    def _all_shapes(self) -> list[bytes]:
        """The shape of every distinct text; in bytes, of which digits are made alike at the speed of memory."""
        raw = BETWEEN.join(self.distinct_texts).encode("utf-8", "surrogatepass")
        return raw.translate(_DIGITS).split(BETWEEN.encode()) if self.distinct_texts else []

    @cached_property
    def _distinct_shapes(self) -> list[bytes]:
        return list(dict.fromkeys(self._all_shapes))

    @cached_property
    def joined(self) -> str:
        """All shapes, each once, in one text, with a character between that matches nothing."""
        return BETWEEN.encode().join(self._distinct_shapes).decode("utf-8", "surrogatepass")

    def find_words(self, words: tuple[str, ...]) -> list[str]:
        """The texts that may hold one of `words`, given in small letters: other digits may stand for theirs."""
        return super().find_words(tuple(word.encode().translate(_DIGITS).decode() for word in words))

    def _pick_numbered(self, numbers: set[int]) -> list[str]:
        shapes = {self._distinct_shapes[number] for number in numbers}
        return [text for text, shape in zip(self.distinct_texts, self._all_shapes, strict=True) if shape in shapes]

    def find_pointers(self, text: str) -> list[str]:
        """The JSON pointers of all cells that hold `text`."""
        return [join("", *keys) for keys in self._cell_places.get(text, [])]

    @cached_property
    def _cell_places(self) -> dict[str, list[tuple[str | int, ...]]]:
        places: dict[str, list[tuple[str | int, ...]]] = {}
        _place_texts(self._data, (), places)
        return places


def _gather_texts(data: Any, found: dict[str, None]) -> None:
    """Every text below, without its place: half the time of `_place_texts`."""
    members: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in members:
        if value.__class__ is str:
            if key not in _NO_TEXT:
                found[value] = None
        elif value.__class__ is dict or value.__class__ is list:
            _gather_texts(value, found)


def _place_texts(data: Any, keys: tuple[str | int, ...], places: dict[str, list[tuple[str | int, ...]]]) -> None:
    """Every text below with the keys that lead to it."""
    members: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in members:
        if value.__class__ is str:
            if key not in _NO_TEXT:
                places.setdefault(value, []).append((*keys, key))
        elif value.__class__ is dict or value.__class__ is list:
            _place_texts(value, (*keys, key), places)
