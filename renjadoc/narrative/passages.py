"""The printed texts of the narrative, one by one and searched as one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from renjadoc.content.load import Source
from renjadoc.narrative.joined import BETWEEN, Searched
from renjadoc.narrative.outline import Section
from renjadoc.span import Span, plain_text

#: The kind of a passage that a footnote says; its place is that of the text in which the footnote stands.
NOTE_KIND = "catatan_kaki"
#: Passages that say where something comes from: what they name is mostly of a book, not of the document.
SOURCE_KINDS = frozenset({NOTE_KIND, "sumber"})


class Passage:
    """One printed text of the narrative.

    `kind` is judul, paragraf, butir, kutipan, judul_tabel, catatan, sumber or catatan_kaki.
    """

    def __init__(
        self, source: Source, pointer: str, kind: str, spans: tuple[Span, ...], section: Section | None = None
    ) -> None:
        self.source = source
        self.pointer = pointer
        self.kind = kind
        self.spans = spans
        self.section = section

    @cached_property
    def text(self) -> str:
        """The text as it is printed, figures in the place of placeholders."""
        return plain_text(list(self.spans))

    def is_typed(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` were all typed: not computed, not a note still open."""
        if len(self.spans) == 1:
            return not (self.spans[0].source or self.spans[0].open)
        first = bisect_right(self._span_starts, start) - 1
        here = self.spans[first : bisect_left(self._span_starts, end, first)]
        return not any(span.text and (span.source or span.open) for span in here)

    @cached_property
    def _span_starts(self) -> list[int]:
        """Where in the text each span begins."""
        return [0, *accumulate(len(span.text) for span in self.spans[:-1])]


class Passages(Searched[Passage]):
    """All passages of a document, in reading order."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = list(passages)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._passages)

    def take_letters(self, most: int) -> tuple[Passages, list[Passage]]:
        """Those that have at most `most` letters together, taken in order, and those left out as too long for that."""
        taken, left, letters = list[Passage](), list[Passage](), 0
        for passage in self._passages:
            fits = letters + len(passage.text) <= most
            letters += len(passage.text) if fits else 0
            (taken if fits else left).append(passage)
        return Passages(taken), left

    def find_at(self, source: Source, pointer: str) -> Passage | None:
        """The text at a place of a file; None where none is printed."""
        return self._by_place.get((source.name, pointer))

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], Passage]:
        return {(one.source.name, one.pointer): one for one in reversed(self._passages)}

    @cached_property
    def joined(self) -> str:
        return BETWEEN.join(passage.text for passage in self._passages)

    def _pick_numbered(self, numbers: set[int]) -> list[Passage]:
        return [self._passages[number] for number in sorted(numbers)]
