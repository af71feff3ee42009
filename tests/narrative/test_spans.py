"""Inline marks: looks, escapes, open notes and placeholders as spans."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc.narrative.placeholders import Reference
from renjadoc.narrative.spans import MarkError, parse_spans
from renjadoc.span import Span, plain_text


def evaluate(expression: str) -> str | Reference | None:
    return {"tahun": "2021", "terbuka": None, "t": Reference("t", "Tabel 2.1"), "bintang": "*x*"}[expression.strip()]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("biasa", [Span("biasa")]),
        ("", []),
        ("a *b* c", [Span("a "), Span("b", italic=True), Span(" c")]),
        ("**b**", [Span("b", bold=True)]),
        ("***b***", [Span("b", bold=True, italic=True)]),
        ("**b *c***", [Span("b ", bold=True), Span("c", bold=True, italic=True)]),
        (r"\*x\* \[\[ \\", [Span(r"*x* [[ \\"[:-1])]),
        ("3 * 4", [Span("3 * 4")]),
        ("bertanda *", [Span("bertanda *")]),
        ("[[isi dulu]]", [Span("[isi dulu]", open=True)]),
        ("{{ tahun }}", [Span("2021", source="{{ tahun }}")]),
        ("*{{tahun}}*", [Span("2021", italic=True, source="{{tahun}}")]),
        ("{{ terbuka }}", [Span("…", open=True, source="{{ terbuka }}")]),
        ("{{ t }}", [Span("Tabel 2.1", reference="t", source="{{ t }}")]),
        ("{{ bintang }}", [Span("*x*", source="{{ bintang }}")]),
    ],
)
def test_spans(text: str, spans: list[Span]) -> None:
    assert parse_spans(text, evaluate) == spans


@pytest.mark.parametrize("text", ["[[a", "a]]", "[[a [[b]]", "*a", "**a*", "***a**"])
def test_marks_that_do_not_close(text: str) -> None:
    with pytest.raises(MarkError):
        parse_spans(text, evaluate)


@given(st.text(max_size=60))
def test_escaped_text_comes_back(text: str) -> None:
    escaped = re.sub(r"([*\\\[\]{}])", r"\\\1", text)
    assert plain_text(parse_spans(escaped, evaluate)) == text
