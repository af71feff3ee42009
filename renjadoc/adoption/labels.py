"""Numbers before paragraphs, typed or automatic: `1.`, `a)`, `(2)`, `iv.`, bullets; and which number follows which."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from renjadoc.indonesian import romawi
from renjadoc.span import Span
from renjadoc.word.reader.document import Comment, WordParagraph

_BULLETS = "•●▪■□◦·∙➢✓❖»\uf0b7\uf0a7\uf0d8\uf0fc"
_TYPED = re.compile(
    rf"\s*(?P<label>\(?(?:\d{{1,3}}|[A-Za-z]|[ivx]{{2,6}}|[IVX]{{2,6}})(?:[.)](?=\s)|[.)](?=$))"
    rf"|\d{{1,2}}[.)](?=[A-Z][a-z])"
    rf"|[{_BULLETS}]|[-–—*o](?=\s))\s*"
)
_SHAPE = re.compile(r"(\(?)(\d+|[A-Za-z]+)([.)])")
_ROMAN = {romawi(number).lower(): number for number in range(1, 31)}


@dataclass(frozen=True)
class Label:
    """One reading of a label. `family` is its shape (`1.`, `(a)`, `I.`, `-`), `form` the shape content has for it."""

    family: str
    value: int
    form: str


def readings(label: str) -> list[Label]:
    """What a label may be: `i.` is a letter or a roman number. Empty when lists have no such label."""
    if not label:
        return []
    if label[0] in _BULLETS or label in {"-", "–", "—", "*", "o"}:
        return [Label("-", 0, "-")]
    match = _SHAPE.fullmatch(label)
    if match is None:
        return []
    opening, sign, closing = match.groups()
    closing_form = ")" if opening else closing
    if sign.isdecimal():
        return [Label(f"{opening}1{closing}", int(sign), f"1{closing_form}")]
    found = []
    case = "a" if sign.islower() else "A"
    if len(sign) == 1:
        found.append(Label(f"{opening}{case}{closing}", ord(sign.lower()) - 96, f"a{closing_form}"))
    if sign.lower() in _ROMAN and sign in {sign.lower(), sign.upper()}:
        family = f"{opening}{'i' if case == 'a' else 'I'}{closing}"
        found.append(Label(family, _ROMAN[sign.lower()], f"1{closing_form}"))
    return found


@dataclass(frozen=True)
class Line:
    """A paragraph with its label apart; `typed` says that the label stood in its text."""

    label: str
    spans: tuple[Span, ...]
    indent: int = 0
    typed: bool = False
    notes: tuple[str, ...] = ()
    remarks: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def whole(self) -> str:
        """The text with its label, as it is printed."""
        return f"{self.label} {self.text}".strip()


def split(paragraph: WordParagraph) -> Line:
    """A paragraph as a line: what Word numbers, or what was typed, is its label."""
    line = Line("", tuple(paragraph.spans), paragraph.indent, False, tuple(paragraph.notes), tuple(paragraph.comments))
    if paragraph.label:
        return replace(line, label=paragraph.label)
    match = _TYPED.match(paragraph.text)
    if match is None or match.end() >= len(paragraph.text.rstrip()):
        return line
    return replace(line, label=match["label"], spans=_without(paragraph.spans, match.end()), typed=True)


def _without(line: list[Span], count: int) -> tuple[Span, ...]:
    """Spans without their first `count` characters."""
    kept = []
    for span in line:
        left = span.text[count:]
        count = max(0, count - len(span.text))
        if left:
            kept.append(span._replace(text=left))
    return tuple(kept)


def plain_number(text: str) -> str:
    """The number of a table or heading in the form it is given: `II-1` and `II.1` are 2.1."""
    parts = re.split(r"[.\-–]\s*", text.strip(". "))
    return ".".join(part if part.isdecimal() else str(_ROMAN.get(part.lower(), part)) for part in parts)
