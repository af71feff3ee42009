"""Numbered lines to lists of the content: nested, continued, and left as typed where no list could number them so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from renjadoc.adoption import words
from renjadoc.adoption.labels import Label, Line, readings

_MAX_LEVELS = 4
#: Lines that are looked at to see whether a list goes on behind an unnumbered paragraph.
_AHEAD = 80
#: Indents that differ by less (twips) are meant to be the same.
_SAME = 120


@dataclass
class _Item:
    line: Line
    below: list[_List | Line] = field(default_factory=list)


@dataclass
class _List:
    label: Label
    indent: int
    items: list[_Item] = field(default_factory=list)

    @property
    def next(self) -> int:
        return self.label.value + len(self.items) if self.label.family != "-" else 0


def build(lines: Sequence[Line]) -> list[Any]:
    """The blocks of the content (paragraphs and lists) that print `lines`."""
    return [_block(found) for found in _Builder(lines).run()]


class _Builder:
    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._open: list[_List] = []
        self._found: list[_List | Line] = []

    def run(self) -> list[_List | Line]:
        for index, line in enumerate(self._lines):
            if not (self._continue(line) or self._start(line)):
                self._plain(index, line)
        return self._found

    def _continue(self, line: Line) -> bool:
        for depth in reversed(range(len(self._open))):
            open_list = self._open[depth]
            for label in readings(line.label):
                if label.family == open_list.label.family and label.value == open_list.next:
                    if label.family == "-" and self._is_further_out(line, depth):
                        continue
                    if label.family == "-" and depth == len(self._open) - 1 and _deeper(line, open_list):
                        return False
                    del self._open[depth + 1 :]
                    open_list.items.append(_Item(line))
                    return True
        return False

    def _is_further_out(self, line: Line, depth: int) -> bool:
        """Whether a bullet belongs to a list around that at `depth`: numbers tell where they belong, bullets do not."""
        around = any(outer.label.family == "-" for outer in self._open[:depth])
        return around and _shallower(line, self._open[depth])

    def _start(self, line: Line) -> bool:
        first = next((label for label in reversed(readings(line.label)) if label.value <= 1), None)
        if first is None:
            return False
        while self._open and (self._has(first.family, line) or _shallower(line, self._open[-1])):
            self._open.pop()
        if len(self._open) == _MAX_LEVELS:
            return False
        started = _List(first, line.indent, [_Item(line)])
        self._below().append(started)
        self._open.append(started)
        return True

    def _has(self, family: str, line: Line) -> bool:
        """Whether a list of this family is open that a new one of it cannot stand in."""
        return any(o.label.family == family and not (family == "-" and _deeper(line, o)) for o in self._open)

    def _plain(self, index: int, line: Line) -> None:
        depth = self._goes_on(index)
        del self._open[depth:]
        self._below().append(line)

    def _below(self) -> list[_List | Line]:
        return self._open[-1].items[-1].below if self._open else self._found

    def _goes_on(self, index: int) -> int:
        """How many of the open lists have an item behind the unnumbered line at `index`."""
        alive = len(self._open)
        for line in self._lines[index + 1 : index + _AHEAD]:
            labels = readings(line.label)
            for depth in reversed(range(alive)):
                family, wanted = self._open[depth].label.family, self._open[depth].next
                if family != "-" and any(label.family == family and label.value == wanted for label in labels):
                    return depth + 1
            begun = {label.family for label in labels if label.value <= 1}
            # A list of the same shape that starts anew hides the older one.
            hidden = [depth for depth in range(alive) if self._open[depth].label.family in begun]
            alive = min([alive, *hidden])
            if alive == 0:
                break
        return self._repeats(self._lines[index])

    def _repeats(self, line: Line) -> int:
        """How many open lists stay open because earlier items had a line of the same name (`Tujuan :`) below them."""
        name, colon, _ = line.text.partition(":")
        for depth in reversed(range(len(self._open) if colon else 0)):
            below = [inner for item in self._open[depth].items[:-1] for inner in item.below]
            if any(isinstance(inner, Line) and inner.text.partition(":")[0] == name for inner in below):
                return depth + 1
        return 0


def _deeper(line: Line, other: _List) -> bool:
    return line.indent > other.indent + _SAME


def _shallower(line: Line, other: _List) -> bool:
    return bool(line.indent) and line.indent < other.indent - _SAME


def _block(found: _List | Line) -> Any:
    if isinstance(found, Line):
        return paragraph(found)
    if len(found.items) == 1 and found.items[0].line.typed and not found.items[0].below and found.label.family != "-":
        # One numbered paragraph is no list: it keeps the number that was typed.
        return paragraph(found.items[0].line)
    return {"daftar": found.label.form, "butir": [_item(item) for item in found.items]}


def _item(item: _Item) -> Any:
    text = _with_notes(words.write_content(item.line.spans), item.line)
    if not item.below:
        return text
    return {"teks": text, "isi": [_block(below) for below in item.below]}


def paragraph(line: Line) -> str:
    """A line as a paragraph of the content, with the label that no list gives it."""
    text = words.write_content(line.spans)
    return _with_notes(f"{words.escape_marks(line.label)} {text}".strip() if line.label else text, line)


def _with_notes(text: str, line: Line) -> str:
    notes = [
        *(f"(Catatan kaki: {words.escape_marks(note)})" for note in line.notes),
        *map(words.write_remark, line.remarks),
    ]
    return " ".join([text, *notes]).strip()
