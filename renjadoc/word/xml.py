"""The handful of WordprocessingML elements that are written as strings; each function says what Word makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from renjadoc.span import Span
from renjadoc.unbroken import HYPHEN, SOFT_HYPHEN

#: Namespaces that the written elements use; the root of the template's document must declare them.
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

#: What must be escaped in XML; most texts hold none of it.
TO_ESCAPE = re.compile("[&<>'\"]")

#: Signs that have elements of their own in Word.
_SIGN_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>", HYPHEN: "<w:noBreakHyphen/>", SOFT_HYPHEN: "<w:softHyphen/>"}
_SIGNS = re.compile(f"([\n\t{HYPHEN}{SOFT_HYPHEN}])")


def escape_text(value: str) -> str:
    """Escaped text content."""
    return str(escape(value)) if TO_ESCAPE.search(value) else value


def run(content: str, properties: str = "") -> str:
    """A run around ready elements."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def text_run(value: str, properties: str = "") -> str:
    """A run of text; line feeds become line breaks, tabs become tabs, hyphens that do not break are Word's own."""
    if _SIGNS.search(value) is None:
        return run(_write_text(value), properties)
    pieces = (_SIGN_ELEMENTS.get(piece) or _write_text(piece) for piece in _SIGNS.split(value) if piece)
    return run("".join(pieces), properties)


def _write_text(value: str) -> str:
    return f'<w:t xml:space="preserve">{escape_text(value)}</w:t>'


def run_properties(span: Span, open_style: str) -> str:
    """The run properties of a span, in schema order."""
    properties = f'<w:rStyle w:val="{open_style}"/>' if span.open else ""
    if span.bold:
        properties += "<w:b/><w:bCs/>"
    if span.italic:
        properties += "<w:i/><w:iCs/>"
    return properties


_RUN = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?")


def set_size(content: str, size: int) -> str:
    """Elements whose runs all get letters of this size, in half points."""
    look = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return _RUN.sub(lambda run: f"<w:r><w:rPr>{run[1] or ''}{look}</w:rPr>", content)


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with its cached result, so that it reads right before Word ever updates it."""
    return (
        run('<w:fldChar w:fldCharType="begin"/>', properties)
        + run(f'<w:instrText xml:space="preserve"> {escape_text(instruction)} </w:instrText>', properties)
        + run('<w:fldChar w:fldCharType="separate"/>', properties)
        + (text_run(result, properties) if result else "")
        + run('<w:fldChar w:fldCharType="end"/>', properties)
    )


def field_start(instruction: str) -> str:
    """The opening of a field whose result spans paragraphs."""
    return (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run(f'<w:instrText xml:space="preserve"> {escape_text(instruction)} </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
    )


FIELD_END = run('<w:fldChar w:fldCharType="end"/>')


def paragraph(style_id: str, content: str, properties: str = "") -> str:
    """A paragraph; `properties` follow the style in schema order (keepNext, numPr, …)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{escape_text(style_id)}"/>{properties}</w:pPr>{content}</w:p>'


_SPLICED = re.compile(f"[\n{HYPHEN}{SOFT_HYPHEN}]")


def _splice_sign(sign: re.Match[str]) -> str:
    return f'</w:t>{_SIGN_ELEMENTS[sign[0]]}<w:t xml:space="preserve">'


def splice_spans(spans: Iterable[Span], open_style: str) -> Markup:
    """Spans as they stand inside a text element of a template: looks other than the run's own leave and reopen it."""
    pieces = []
    for span in spans:
        shown = _SPLICED.sub(_splice_sign, escape_text(span.text))
        properties = run_properties(span, open_style)
        pieces.append(splice_run(shown, properties) if properties else shown)
    return Markup("".join(pieces))


def splice_run(shown: str, properties: str) -> Markup:
    """Escaped text in a run of its own, as it stands inside a text element of a template."""
    inner = f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'
    return Markup(f'</w:t></w:r>{inner}<w:r><w:t xml:space="preserve">')
