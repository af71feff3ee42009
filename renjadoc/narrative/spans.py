"""Inline marks of a content text: `*miring*`, `**tebal**`, `[[terbuka]]`, `^[catatan kaki]`, {{ … }}, to spans."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from renjadoc.narrative.placeholders import Reference
from renjadoc.span import Carried, Span, UnitText

_TOKEN = re.compile(r"\{\{(.*?)\}\}|\\([*\\\[\]{}^])|(\*{1,3})|(\^\[)|(\[\[)|(\]\])", re.DOTALL)
#: The same where no {{ closes any more: none of them need be sought to the end.
_UNCLOSED = re.compile(r"(?!)()|\\([*\\\[\]{}^])|(\*{1,3})|(\^\[)|(\[\[)|(\]\])")
#: What tells where a footnote ends: its brackets come in pairs.
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
#: A name or figure as it is written; no further than the next opening, or of many each would be read to the end.
PLACEHOLDER = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
#: A text without any of these is a single plain span.
MARKS = ("*", "\\", "[", "{", "]]")
_MARKS = re.compile("|".join(map(re.escape, MARKS)))

Evaluate = Callable[[str], str | Reference | None]


#: How a footnote begins.
NOTE = "^["
NOTE_HINT = "Catatan kaki ditulis ^[seperti ini], langsung di belakang kata yang dijelaskan."


class MarkError(Exception):
    """A text whose marks do not close."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def has_marks(text: str) -> bool:
    """Whether `text` is more than one plain span."""
    return _MARKS.search(text) is not None


def parse_spans(text: str, evaluate: Evaluate) -> list[Span]:
    """The spans of `text`. Raises MarkError, and PlaceholderError from `evaluate`."""
    if not has_marks(text):
        return [Span(text)] if text else []
    return _SpanParser(text, evaluate).parse_tokens()


def find_note_end(text: str, start: int) -> int | None:
    """Where the bracket stands that closes a footnote whose text begins at `start`; None if none does."""
    depth = 1
    for found in _BRACKET.finditer(text, start):
        depth += {"[": 1, "]": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
    return None


class _SpanParser:
    """One left-to-right pass over the tokens; `look` is how the next text is to appear."""

    def __init__(self, text: str, evaluate: Evaluate) -> None:
        self._text = text
        self._evaluate = evaluate
        self._look = Span("")
        self._spans: list[Span] = []
        #: Typed text of one look that is not a span yet: joined once, however many tokens stand in it.
        self._typed: list[str] = []
        self._typed_look = self._look

    def parse_tokens(self) -> list[Span]:
        end = 0
        closed = self._text.rfind("}}") + 2 if "}}" in self._text else 0
        while token := self._find_token(end, closed):
            self._add_typed(self._text[end : token.start()])
            end = self._take_token(token)
        self._add_typed(self._text[end:])
        self._check_closed()
        self._finish_span()
        return self._spans

    def _find_token(self, start: int, closed: int) -> re.Match[str] | None:
        found = _TOKEN.search(self._text, start, closed) if start < closed else None
        return found or _UNCLOSED.search(self._text, max(start, closed))

    def _add_typed(self, text: str) -> None:
        if not text:
            return
        if self._typed_look != self._look:
            self._finish_span()
            self._typed_look = self._look
        self._typed.append(text)

    def _finish_span(self) -> None:
        """Make the typed text so far a span; what follows has another look or another source."""
        if self._typed:
            self._spans.append(self._typed_look._replace(text="".join(self._typed)))
            self._typed = []

    def _add_computed(self, text: str, source: str, **more: Any) -> None:
        if text:
            self._finish_span()
            self._spans.append(self._look._replace(text=text, source=source, **more))

    def _take_token(self, token: re.Match[str]) -> int:
        """What a token means; where the text goes on behind it."""
        expression, escaped, stars, note, opening, closing = token.groups()
        if expression is not None:
            self._evaluate_placeholder(expression, token)
        elif escaped:
            self._add_typed(escaped)
        elif stars:
            self._toggle_emphasis(len(stars), token)
        elif note:
            return self._add_note(token.end())
        elif opening:
            self._toggle_note(True, token[0])
        elif closing:
            self._toggle_note(False, token[0])
        return token.end()

    def _add_note(self, start: int) -> int:
        """The footnote that begins at `start`; where the text goes on behind it."""
        end = find_note_end(self._text, start)
        if end is None:
            raise MarkError("catatan kaki ^[ belum ditutup dengan ]", NOTE_HINT)
        inside = self._text[start:end].strip()
        said = parse_spans(inside, self._evaluate)
        if not said or any(span.note for span in said):
            reason = "berisi catatan kaki lain" if said else "kosong"
            raise MarkError(f"catatan kaki {reason}", NOTE_HINT)
        self._finish_span()
        self._spans.append(Span("", open=self._look.open, note=tuple(said)))
        return end + 1

    def _evaluate_placeholder(self, expression: str, token: re.Match[str]) -> None:
        value, source = self._evaluate(expression), token[0]
        if isinstance(value, UnitText):
            value = value.beside(self._text[: token.start()], self._text[token.end() :])
        if value is None:
            self._add_computed("…", source, open=True)
        elif isinstance(value, Reference):
            self._add_computed(value.label, source, reference=value.name)
        else:
            self._add_computed(value, source, open=self._look.open or isinstance(value, Carried))

    def _toggle_emphasis(self, count: int, token: re.Match[str]) -> None:
        before, after = self._text[max(0, token.start() - 1) : token.start()], self._text[token.end() : token.end() + 1]
        opens = not (self._look.italic if count == 1 else self._look.bold)
        if (opens and (not after or after.isspace())) or (not opens and before.isspace()):
            # A star beside a blank marks nothing: `3 * 4`.
            self._add_typed(token[0])
            return
        italic, bold = self._look.italic, self._look.bold
        self._look = self._look._replace(italic=italic ^ (count in {1, 3}), bold=bold ^ (count in {2, 3}))

    def _toggle_note(self, opens: bool, mark: str) -> None:
        if self._look.open == opens:
            raise MarkError(f"tanda {mark} tidak berpasangan", "Catatan terbuka ditulis [[seperti ini]].")
        if opens:
            self._look = self._look._replace(open=True)
            self._add_typed("[")
        else:
            self._add_typed("]")
            self._look = self._look._replace(open=False)

    def _check_closed(self) -> None:
        if self._look.open:
            raise MarkError("tanda [[ belum ditutup dengan ]]", "Catatan terbuka ditulis [[seperti ini]].")
        if self._look.bold or self._look.italic:
            hint = "Tutup dengan tanda yang sama, atau tulis \\* untuk bintang biasa."
            raise MarkError("tanda * atau ** belum ditutup", hint)
