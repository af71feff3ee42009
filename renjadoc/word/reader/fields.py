"""The fields that are open at a place of a Word document: which text is their code, and which their result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from renjadoc.word.reader.document import Piece
from renjadoc.word.reader.ooxml import W

#: So much of a field's instruction tells what it is.
_LONGEST_NAME = 8


@dataclass
class _Field:
    """Text before its result has `begun` is its code."""

    name: str = ""
    begun: bool = False
    code: list[Piece] = field(default_factory=list)


class Fields:
    """`listings` counts the lists of contents that have begun so far."""

    TAGS = frozenset({f"{W}fldChar", f"{W}instrText", f"{W}delInstrText"})

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.listings = 0

    def read(self, mark: Any) -> None:
        """A mark of a field, or a stretch of its instruction."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].begun = True
        elif kind == "end" and self._open:
            self._open.pop()
        elif kind is None and self._open and not _is_listing(self._open[-1]):
            self._open[-1].name = (self._open[-1].name + (mark.text or "")).lstrip()[:_LONGEST_NAME]
            self.listings += _is_listing(self._open[-1])

    def in_listing(self) -> bool:
        """Whether this place is in a list of contents."""
        return any(map(_is_listing, self._open))

    def code(self) -> list[Piece] | None:
        """What takes up text that is code here; None if text is text."""
        return next((field.code for field in self._open if not field.begun), None)

    def end_paragraph(self) -> Iterator[Piece]:
        """What its codes have taken up of a paragraph that ends before they do: they are none, and it is text."""
        broken = [field for field in self._open if not field.begun]
        self._open = [field for field in self._open if field.begun]
        return (piece for field in broken for piece in field.code)


def _is_listing(field: _Field) -> bool:
    return field.name.split()[:1] == ["TOC"]
