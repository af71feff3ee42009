"""Footnotes as they are typed into a box, `^[…]`, found in what was typed around names, figures and looks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renjadoc.narrative.spans import NOTE
from renjadoc.span import Span

_BRACKETS = re.compile(r"\^\[|[\[\]]")


def gather_footnotes(line: Iterable[Span]) -> list[Span]:
    """A line with every footnote that was typed in it, and closed, as one; what is not closed stays text."""
    gatherer = _Gatherer()
    for span in line:
        gatherer.take(span)
    return gatherer.finish()


class _Gatherer:
    def __init__(self) -> None:
        self._line: list[Span] = []
        self._note: list[Span] | None = None
        self._depth = 0

    def take(self, span: Span) -> None:
        if span.source or span.open:
            self._place(span)
            return
        start = 0
        for found in _BRACKETS.finditer(span.text):
            if self._note is None:
                if found[0] == NOTE:
                    self._place(span._replace(text=span.text[start : found.start()]))
                    self._note, self._depth, start = [], 1, found.end()
                continue
            self._depth += -1 if found[0] == "]" else 1
            if self._depth == 0:
                self._place(span._replace(text=span.text[start : found.start()]))
                self._close()
                start = found.end()
        self._place(span._replace(text=span.text[start:]))

    def _place(self, span: Span) -> None:
        if span.text:
            (self._line if self._note is None else self._note).append(span)

    def _close(self) -> None:
        note, self._note = self._note or [], None
        if any(span.text.strip() for span in note):
            self._line.append(Span("", note=tuple(note)))
        else:
            self._line.append(Span(f"{NOTE}]"))

    def finish(self) -> list[Span]:
        """The line; a footnote that nobody closed is what it was typed as."""
        return self._line if self._note is None else [*self._line, Span(NOTE), *self._note]
