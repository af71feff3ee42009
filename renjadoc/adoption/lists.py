"""Numbered lines to lists of the content: nested, continued, and left as typed where no list could number them so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from renjadoc.adoption import words
from renjadoc.adoption.labels import Label, LabelledLine, read_label

_MAX_LEVELS = 4
#: Lines that are looked at to see whether a list goes on behind an unnumbered paragraph.
_AHEAD = 80
#: Indents that differ by less (twips) are meant to be the same.
_SAME = 120


@dataclass
class _Item:
    line: LabelledLine
    below: list[_OpenList | LabelledLine] = field(default_factory=list)


@dataclass
class _OpenList:
    label: Label
    indent: int
    items: list[_Item] = field(default_factory=list)

    @property
    def next(self) -> int:
        return self.label.value + len(self.items) if self.label.family != "-" else 0


def build_lists(lines: Sequence[LabelledLine]) -> list[Any]:
    """The blocks of the content (paragraphs and lists) that print `lines`."""
    return [_write_block(block) for block in _ListBuilder(lines).build()]


class _ListBuilder:
    def __init__(self, lines: Sequence[LabelledLine]) -> None:
        self._lines = lines
        self._open: list[_OpenList] = []
        self._blocks: list[_OpenList | LabelledLine] = []

    def build(self) -> list[_OpenList | LabelledLine]:
        for index, line in enumerate(self._lines):
            if not (self._continue_list(line) or self._start_list(line)):
                self._add_paragraph(index, line)
        return self._blocks

    def _continue_list(self, line: LabelledLine) -> bool:
        for depth in reversed(range(len(self._open))):
            open_list = self._open[depth]
            for label in read_label(line.label):
                if label.family == open_list.label.family and label.value == open_list.next:
                    if label.family == "-" and self._is_further_out(line, depth):
                        continue
                    if label.family == "-" and depth == len(self._open) - 1 and _is_deeper(line, open_list):
                        return False
                    del self._open[depth + 1 :]
                    open_list.items.append(_Item(line))
                    return True
        return False

    def _is_further_out(self, line: LabelledLine, depth: int) -> bool:
        """Whether a bullet belongs to a list around that at `depth`: numbers tell where they belong, bullets do not."""
        around = any(outer.label.family == "-" for outer in self._open[:depth])
        return around and _is_shallower(line, self._open[depth])

    def _start_list(self, line: LabelledLine) -> bool:
        first = next((label for label in reversed(read_label(line.label)) if label.value <= 1), None)
        if first is None:
            return False
        while self._open and (self._is_open(first.family, line) or _is_shallower(line, self._open[-1])):
            self._open.pop()
        if len(self._open) == _MAX_LEVELS:
            return False
        started = _OpenList(first, line.indent, [_Item(line)])
        self._innermost().append(started)
        self._open.append(started)
        return True

    def _is_open(self, family: str, line: LabelledLine) -> bool:
        """Whether a list of this family is open that a new one of it cannot stand in."""
        return any(o.label.family == family and not (family == "-" and _is_deeper(line, o)) for o in self._open)

    def _add_paragraph(self, index: int, line: LabelledLine) -> None:
        depth = self._count_continued(index)
        del self._open[depth:]
        self._innermost().append(line)

    def _innermost(self) -> list[_OpenList | LabelledLine]:
        return self._open[-1].items[-1].below if self._open else self._blocks

    def _count_continued(self, index: int) -> int:
        """How many of the open lists have an item behind the unnumbered line at `index`."""
        alive = len(self._open)
        for line in self._lines[index + 1 : index + _AHEAD]:
            labels = read_label(line.label)
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
        return self._count_repeating(self._lines[index])

    def _count_repeating(self, line: LabelledLine) -> int:
        """How many open lists stay open because earlier items had a line of the same name (`Tujuan :`) below them."""
        name, colon, _ = line.text.partition(":")
        for depth in reversed(range(len(self._open) if colon else 0)):
            below = [inner for item in self._open[depth].items[:-1] for inner in item.below]
            if any(isinstance(inner, LabelledLine) and inner.text.partition(":")[0] == name for inner in below):
                return depth + 1
        return 0


def _is_deeper(line: LabelledLine, other: _OpenList) -> bool:
    return line.indent > other.indent + _SAME


def _is_shallower(line: LabelledLine, other: _OpenList) -> bool:
    return bool(line.indent) and line.indent < other.indent - _SAME


def _write_block(block: _OpenList | LabelledLine) -> Any:
    if isinstance(block, LabelledLine):
        return write_paragraph(block)
    if len(block.items) == 1 and block.items[0].line.typed and not block.items[0].below and block.label.family != "-":
        # One numbered paragraph is no list: it keeps the number that was typed.
        return write_paragraph(block.items[0].line)
    return {"daftar": block.label.form, "butir": [_write_item(item) for item in block.items]}


def _write_item(item: _Item) -> Any:
    text = _append_remarks(words.write_content(item.line.spans), item.line)
    if not item.below:
        return text
    return {"teks": text, "isi": [_write_block(below) for below in item.below]}


def write_paragraph(line: LabelledLine) -> str:
    """A line as a paragraph of the content, with the label that no list gives it."""
    text = words.write_content(line.spans)
    return _append_remarks(f"{words.escape_marks(line.label)} {text}".strip() if line.label else text, line)


def _append_remarks(text: str, line: LabelledLine) -> str:
    return " ".join([text, *map(words.write_remark, line.remarks)]).strip()
