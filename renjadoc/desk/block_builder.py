"""Builds blocks of the content from what a reader of markup meets: text, paragraphs, lists within lists, quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from renjadoc.desk.typed_footnotes import gather_footnotes
from renjadoc.narrative.written import merge_spans, write_spans
from renjadoc.span import Span

#: Lists lie no deeper in the content; what was nested deeper goes on at this level.
_DEEPEST = 4
_NOTE = re.compile(r"(\[\[.+?\]\])")
_BLANK = re.compile(r"\s+")
_MARKER = re.compile(r"\s*(?:(\d+|[a-z])([.)])|[·•○▪§o–-])\s+")


@dataclass
class _TypedItem:
    text: str = ""
    below: list[Any] = field(default_factory=list)

    def as_data(self) -> Any:
        return {"teks": self.text, "isi": self.below} if self.below else self.text


@dataclass
class _TypedList:
    form: str
    items: list[_TypedItem] = field(default_factory=list)
    #: Made of paragraphs that Word numbers: it ends where a paragraph without a number follows.
    of_word: bool = False

    def as_data(self) -> dict[str, Any]:
        return {"daftar": self.form, "butir": [item.as_data() for item in self.items if item.text or item.below]}


class BlockBuilder:
    """Takes text and the edges of elements in order; `finish` gives the blocks."""

    def __init__(self) -> None:
        self._blocks: list[Any] = []
        self._lists: list[_TypedList] = []
        self._line: list[Span] = []
        self._quotes = self._too_deep = 0

    def add(self, span: Span) -> None:
        """Text of the paragraph that is being read."""
        self._line.append(span)

    def end_paragraph(self) -> None:
        """What was added since is a paragraph, or the text of an item."""
        text = self._take_line()
        if text:
            while self._lists and self._lists[-1].of_word:
                self._close_last()
            self._place(text)

    def end_word_item(self, level: int, marker: str) -> bool:
        """What was added since is an item of a list of Word; whether there was anything."""
        text = self._take_line()
        if not text:
            return False
        if not marker.strip():
            found = _MARKER.match(text)
            marker, text = (found[0], text[found.end() :]) if found else ("-", text)
        level = min(level, _DEEPEST)
        while len(self._lists) > level and self._lists[-1].of_word:
            self._close_last()
        while len(self._lists) < level:
            self._lists.append(_TypedList(_form_of(marker), of_word=True))
        self._lists[-1].items.append(_TypedItem(text))
        return True

    def open_list(self, form: str) -> None:
        self.end_paragraph()
        if len(self._lists) == _DEEPEST:
            self._too_deep += 1
        else:
            self._lists.append(_TypedList(form))

    def close_list(self) -> None:
        self.end_paragraph()
        if self._too_deep:
            self._too_deep -= 1
        elif self._lists:
            self._close_last()

    def open_item(self) -> None:
        self.end_paragraph()
        if not self._lists:
            self._lists.append(_TypedList("-"))
        self._lists[-1].items.append(_TypedItem())

    def close_item(self) -> None:
        self.end_paragraph()

    def open_quote(self) -> None:
        self.end_paragraph()
        self._quotes += 1

    def close_quote(self) -> None:
        self.end_paragraph()
        self._quotes -= 1

    def finish(self) -> list[Any]:
        """The blocks; whatever is still open ends here."""
        self.end_paragraph()
        while self._lists:
            self._close_last()
        return self._blocks

    def _place(self, text: str) -> None:
        if self._lists:
            items = self._lists[-1].items
            if not items:
                items.append(_TypedItem())
            if items[-1].text or items[-1].below:
                items[-1].below.append(text)
            else:
                items[-1].text = text
        else:
            self._blocks.append({"kutipan": text} if self._quotes else text)

    def _close_last(self) -> None:
        closed = self._lists.pop()
        data = closed.as_data()
        if not data["butir"]:
            return
        if not self._lists:
            self._blocks.append(data)
        elif self._lists[-1].items and self._lists[-1].items[-1].text:
            self._lists[-1].items[-1].below.append(data)
        else:
            # A list in an item without a text of its own is that item's level.
            self._lists[-1].items += closed.items

    def _take_line(self) -> str:
        line, self._line = self._line, []
        return write_spans(gather_footnotes(_tidy_line(line))).strip()


def _tidy_line(line: list[Span]) -> list[Span]:
    """Blanks as one blank, none at the ends; notes that were typed as such."""
    tidy: list[Span] = []
    ends_blank = True
    for span in merge_spans(line):
        text = span.text
        if not span.source:
            text = _BLANK.sub(" ", text)
            text = text.lstrip() if ends_blank else text
        if not text:
            continue
        ends_blank = text.endswith(" ") and not span.source
        tidy += [span._replace(text=text)] if span.source or span.open else _split_notes(span._replace(text=text))
    if tidy and not tidy[-1].source:
        tidy[-1] = tidy[-1]._replace(text=tidy[-1].text.rstrip())
    return tidy


def _split_notes(span: Span) -> list[Span]:
    parts = (part for part in _NOTE.split(span.text) if part)
    return [span._replace(text=p[1:-1], open=True) if _NOTE.fullmatch(p) else span._replace(text=p) for p in parts]


def _form_of(marker: str) -> str:
    found = _MARKER.match(f"{marker.strip()} ")
    if found is None or found[1] is None:
        return "-"
    return ("1" if found[1].isdigit() else "a") + found[2]
