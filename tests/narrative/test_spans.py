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
        ("*a * b*", [Span("a * b", italic=True)]),
        ("*a*b", [Span("a", italic=True), Span("b")]),
        ("bertanda *", [Span("bertanda *")]),
        ("[[isi dulu]]", [Span("[isi dulu]", open=True)]),
        ("{{ tahun }}", [Span("2021", source="{{ tahun }}")]),
        ("*{{tahun}}*", [Span("2021", italic=True, source="{{tahun}}")]),
        ("{{ terbuka }}", [Span("…", open=True, source="{{ terbuka }}")]),
        ("{{ t }}", [Span("Tabel 2.1", reference="t", source="{{ t }}")]),
        ("{{ bintang }}", [Span("*x*", source="{{ bintang }}")]),
        ("kata^[ *miring* ]", [Span("kata"), Span("", note=(Span("miring", italic=True),))]),
        ("a^[b [c] d]e", [Span("a"), Span("", note=(Span("b [c] d"),)), Span("e")]),
        ("[[a^[b]]]", [Span("[a", open=True), Span("", open=True, note=(Span("b"),)), Span("]", open=True)]),
    ],
)
def test_spans(text: str, spans: list[Span]) -> None:
    assert parse_spans(text, evaluate) == spans


@pytest.mark.parametrize(
    "text", ["[[a", "a]]", "[[a [[b]]", "*a", "**a*", "***a**", "a^[b", "a^[]", "a^[ ]", "a^[b^[c]]"]
)
def test_marks_that_do_not_close(text: str) -> None:
    with pytest.raises(MarkError) as refused:
        parse_spans(text, evaluate)
    assert refused.value.hint


@given(st.text(max_size=60))
def test_escaped_text_comes_back(text: str) -> None:
    escaped = re.sub(r"([*\\\[\]{}])", r"\\\1", text)
    assert plain_text(parse_spans(escaped, evaluate)) == text
