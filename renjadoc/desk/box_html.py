"""Blocks of a chapter as the HTML of a box on the page: names and figures as what they say today, never as braces."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any

from renjadoc.narrative import spans
from renjadoc.narrative.placeholders import PlaceholderError
from renjadoc.narrative.spans import NOTE
from renjadoc.reading import Reading
from renjadoc.span import Span, plain_text

#: The attribute that carries what stands behind a name or figure, and the one that carries the form of a list.
PLACEHOLDER, FORM = "data-isi", "data-bentuk"
#: The forms of lists as classes of the page.
FORM_CLASSES = {"1.": "angka", "a.": "huruf", "1)": "angka-kurung", "a)": "huruf-kurung", "-": "butir"}
_UNKNOWN = "(isian tak dikenal)"

_Parse = Callable[[str], list[Span]]


def is_written(block: Any) -> bool:
    """Whether a block is written as text in a box: a paragraph, a list or a quotation."""
    return isinstance(block, str) or "daftar" in block or "kutipan" in block


def show_blocks(blocks: Iterable[Any], reading: Reading) -> str:
    """The HTML of paragraphs, lists and quotations; every text of the content in it is a text."""

    def evaluate(expression: str) -> str:
        return plain_text(_evaluate(expression, reading))

    return "".join(_show_block(block, lambda text: _parse(text, evaluate)) for block in blocks)


def show_name(expression: str, reading: Reading) -> str:
    """A name or figure as it stands in a box: what it says today."""
    return _show_span(Span(plain_text(_evaluate(expression, reading)), source=f"{{{{{expression}}}}}"))


def _evaluate(expression: str, reading: Reading) -> list[Span]:
    try:
        return reading.spans(f"{{{{{expression}}}}}")
    except (PlaceholderError, spans.MarkError):
        return [Span(_UNKNOWN)]


def _parse(text: str, evaluate: Callable[[str], str]) -> list[Span]:
    """The spans of a text; where its marks do not close they stand as they are typed."""
    try:
        return spans.parse_spans(text, evaluate)
    except spans.MarkError:
        return [Span(text)]


def _show_block(block: Any, parse: _Parse) -> str:
    if isinstance(block, str):
        return f"<p>{_show_text(block, parse)}</p>"
    if "kutipan" in block:
        return f"<blockquote>{_show_text(block['kutipan'], parse)}</blockquote>"
    form = block["daftar"]
    tag = "ul" if form == "-" else "ol"
    items = "".join(_show_item(item, parse) for item in block["butir"])
    return f'<{tag} {FORM}="{form}" class="{FORM_CLASSES[form]}">{items}</{tag}>'


def _show_item(item: Any, parse: _Parse) -> str:
    if isinstance(item, str):
        return f"<li>{_show_text(item, parse)}</li>"
    below = "".join(_show_block(inner, parse) for inner in item.get("isi", []))
    return f"<li>{_show_text(item['teks'], parse)}{below}</li>"


def _show_text(text: str, parse: _Parse) -> str:
    return "".join(map(_show_span, parse(text)))


def _show_span(span: Span) -> str:
    if span.note:
        return f"{NOTE}{''.join(map(_show_span, span.note))}]"
    shown = html.escape(span.text)
    if span.source.startswith("{{"):
        behind = html.escape(span.source[2:-2], quote=True)
        shown = f'<span class="isian" contenteditable="false" {PLACEHOLDER}="{behind}">{shown}</span>'
    elif span.open:
        shown = f"<mark>{shown}</mark>"
    shown = f"<i>{shown}</i>" if span.italic else shown
    return f"<b>{shown}</b>" if span.bold else shown
