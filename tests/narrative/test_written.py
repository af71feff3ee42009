"""Spans written as content read as the same spans."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.narrative.spans import has_marks, parse_spans
from renjadoc.narrative.written import escape_marks, merge_spans, write_spans
from renjadoc.span import Span, plain_text

_LETTERS = st.text(st.sampled_from("ab *\\[]{}^."), min_size=1, max_size=7)


def evaluate(expression: str) -> str:
    return f"nilai{expression}"


@st.composite
def _spans(draw: Any) -> list[Span]:
    """Texts of all looks, figures and footnotes; what is emphasised has no blanks at its ends."""
    made: list[Span] = []
    for _ in range(draw(st.integers(0, 5))):
        bold, italic = draw(st.booleans()), draw(st.booleans())
        kind = draw(st.sampled_from(["text", "figure", "note"]))
        if kind == "figure":
            made.append(Span("nilaix", bold=bold, italic=italic, source="{{x}}"))
        elif kind == "note":
            made.append(Span("", note=(Span(draw(_LETTERS).strip() or "c"),)))
        else:
            text = draw(_LETTERS)
            made.append(Span((text.strip() or "x") if bold or italic else text, bold=bold, italic=italic))
    return made


@settings(max_examples=30)
@given(_spans())
def test_what_is_written_reads_as_it_was(spans: list[Span]) -> None:
    assert parse_spans(write_spans(spans), evaluate) == merge_spans(spans)


@given(st.text(st.sampled_from("ab *\\[]{}^\n"), max_size=12))
def test_plain_text_has_no_marks_and_no_needless_strokes(text: str) -> None:
    escaped = escape_marks(text)
    assert plain_text(parse_spans(escaped, evaluate)) == text.strip()
    assert has_marks(text) or escaped == text.strip()


@pytest.mark.parametrize(
    ("spans", "written"),
    [
        ([Span(" a ", bold=True), Span("b")], " **a** b"),
        ([Span("a", bold=True), Span("b", bold=True, italic=True)], "**a*b***"),
        ([Span("[isi dulu]", open=True)], "[[isi dulu]]"),
        ([Span("…", open=True, source="{{ x }}")], "{{ x }}"),
        ([Span("disorot", open=True)], "disorot"),
        ([Span("[", open=True), Span("x", open=True, source="{{ x }}"), Span("]", open=True)], "[[{{ x }}]]"),
        ([Span("a", note=()), Span("", note=(Span("b [c] d"),))], "a^[b [c] d]"),
        ([Span("", note=(Span("b ] d"),))], r"^[b \] d]"),
        ([Span("Pasal 5 [ayat 2] dan {x}")], "Pasal 5 [ayat 2] dan {x}"),
    ],
)
def test_it_is_written_as_a_person_writes_it(spans: list[Span], written: str) -> None:
    assert write_spans(spans) == written
