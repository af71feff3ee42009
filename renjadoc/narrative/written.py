"""Spans back to the text of the content: the inverse of narrative.spans.parse_spans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from renjadoc.narrative.spans import has_marks
from renjadoc.span import Span, as_typed

#: What would be read as a mark: these are written with a backslash.
_SPECIAL = re.compile(r"\\(?=[*\\\[\]{}^])|\\$|\*|\^(?=\[|$)|\[(?=\[|$)|(?<=\[)\[|^\]|\](?=\])|(?<=\])\]|\{(?=\{|$)")
#: Within a footnote a bracket without its other half would be one of the footnote's own.
_SPECIAL_INSIDE = re.compile(r"[*\\\[\]]|\^$|\{(?=\{|$)")

_PAIR = re.compile(r"\[[^\[\]]*\]")


def write_spans(spans: Iterable[Span]) -> str:
    """The content text that reads as `spans`; computed ones as the placeholder they came from."""
    return _write_marked(spans, _SPECIAL)


def _write_marked(spans: Iterable[Span], special: re.Pattern[str]) -> str:
    text, look = "", (False, False)
    for wanted, group in groupby(_tidy_blanks(merge_spans(spans)), key=lambda span: (span.bold, span.italic)):
        text += _write_marks(look, wanted) + _write_look(list(group), special)
        look = wanted
    return text + _write_marks(look, (False, False))


def escape_marks(text: str) -> str:
    """Plain text for the content: nothing in it is a mark."""
    return as_typed(text.strip()) if has_marks(text) else text.strip()


def _write_marks(before: tuple[bool, bool], after: tuple[bool, bool]) -> str:
    bold, italic = before[0] != after[0], before[1] != after[1]
    return "*" * (2 * bold + italic)


def _write_look(spans: list[Span], special: re.Pattern[str]) -> str:
    return "".join(
        _write_note(list(group)) if is_open else "".join(_write_span(span, special) for span in group)
        for is_open, group in _group_by_open(spans)
    )


def _group_by_open(spans: list[Span]) -> groupby[bool, Span]:
    return groupby(spans, key=lambda span: span.open and not (span.source and span.text == "…"))


def _write_note(spans: list[Span]) -> str:
    """A note `[…]` as `[[…]]`; highlighted text that is no note is only text."""
    first, last = spans[0], spans[-1]
    is_note = first.text.startswith("[") and last.text.endswith("]") and sum(len(span.text) for span in spans) > 1
    if is_note:
        spans = [first._replace(text=first.text[1:]), *spans[1:]]
        spans[-1] = spans[-1]._replace(text=spans[-1].text[:-1])
    text = "".join(_write_span(span, _SPECIAL) for span in spans)
    return f"[[{text}]]" if is_note else text


def _write_span(span: Span, special: re.Pattern[str]) -> str:
    if span.note:
        is_paired = all(one.source or one.open or _has_pairs(one.text) for one in span.note)
        return f"^[{_write_marked(span.note, _SPECIAL if is_paired else _SPECIAL_INSIDE)}]"
    return span.source or special.sub(r"\\\g<0>", span.text)


def _has_pairs(text: str) -> bool:
    """Whether each bracket of a text has its other half, none within another pair."""
    return not set("[]") & set(_PAIR.sub("", text))


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """Neighbours that look the same as one span."""
    one: list[Span] = []
    for (_, computed), group in groupby(spans, key=lambda span: (span._replace(text=""), bool(span.source))):
        members = list(group)
        if computed or len(members) == 1 or members[0].note:
            one += members
        else:
            one.append(members[0]._replace(text="".join(span.text for span in members)))
    return one


def _tidy_blanks(spans: list[Span]) -> list[Span]:
    """Spans whose looks do not begin or end with blanks, which no mark may stand beside."""
    tidy: list[Span] = []
    for look, group in groupby(spans, key=lambda span: (span.bold, span.italic)):
        members = list(group)
        if look == (False, False):
            tidy += members
            continue
        first = members[0]
        lead = first.text[: len(first.text) - len(first.text.lstrip())] if not first.source else ""
        members[0] = first._replace(text=first.text[len(lead) :])
        last = members[-1]
        trail = last.text[len(last.text.rstrip()) :] if not last.source else ""
        members[-1] = last._replace(text=last.text[: len(last.text) - len(trail)])
        tidy += [Span(lead), *members, Span(trail)]
    return merge_spans(span for span in tidy if span.text or span.source or span.note)
