"""A stretch of printed text with one look: what the narrative is parsed to and what Word paragraphs are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """`open` marks a matter still to be decided; `reference` is the name of a placed table that the text points to;

    `source` is what stood for the text in the content (a placeholder), if that differs from it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    open: bool = False
    reference: str = ""
    source: str = ""


def plain(spans: list[Span]) -> str:
    """The text of spans without their looks."""
    return "".join(span.text for span in spans)
