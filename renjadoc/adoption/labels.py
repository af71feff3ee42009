"""Numbers before paragraphs, typed or automatic: `1.`, `a)`, `(2)`, `iv.`, bullets; and which number follows which."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from renjadoc.indonesian import romawi
from renjadoc.span import Span
from renjadoc.word.reader.document import Comment, WordParagraph, cut_start

_BULLETS = "•●▪■□◦·∙➢✓❖»\uf0b7\uf0a7\uf0d8\uf0fc"
_TYPED = re.compile(
    rf"\s*(?P<label>\(?(?:\d{{1,3}}|[A-Za-z]|[ivx]{{2,6}}|[IVX]{{2,6}})(?:[.)](?=\s)|[.)](?=$))"
    rf"|\d{{1,2}}[.)](?=[A-Z][a-z])"
    rf"|[{_BULLETS}]|[-–—*o](?=\s))\s*"
)
_SHAPE = re.compile(r"(\(?)(\d+|[A-Za-z]+)([.)])")
#: Numbers in words, as far as chapters are counted so.
COUNTED = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8}
_ROMAN = {romawi(number): number for number in range(1, 31)}


@dataclass(frozen=True)
class Label:
    """One reading of a label. `family` is its shape (`1.`, `(a)`, `I.`, `-`), `form` the shape content has for it."""

    family: str
    value: int
    form: str


def read_label(label: str) -> list[Label]:
    """What a label may be: `i.` is a letter or a roman number. Empty when lists have no such label."""
    if label and (label[0] in _BULLETS or label in {"-", "–", "—", "*", "o"}):
        return [Label("-", 0, "-")]
    match = _SHAPE.fullmatch(label)
    if match is None:
        return []
    opening, sign, closing = match.groups()
    closing_form = ")" if opening else closing
    if sign.isdecimal():
        return [Label(f"{opening}1{closing}", int(sign), f"1{closing_form}")]
    meanings = []
    if len(sign) == 1:
        case = "a" if sign.islower() else "A"
        meanings.append(Label(f"{opening}{case}{closing}", ord(sign.lower()) - 96, f"a{closing_form}"))
    if read_number(sign) and sign in {sign.lower(), sign.upper()}:
        case = "i" if sign.islower() else "I"
        meanings.append(Label(f"{opening}{case}{closing}", read_number(sign), f"1{closing_form}"))
    return meanings


def read_number(text: str) -> int:
    """`2`, `II` and `Dua` -> 2; 0 for what is no number."""
    return int(text) if text.isdecimal() else _ROMAN.get(text.upper(), 0) or COUNTED.get(text.casefold(), 0)


def normalise_number(text: str) -> str:
    """The number of a table or heading in the form it is given: `II-1` and `II.1` are 2.1."""
    parts = re.split(r"\s*[.,\-–]\s*", text.strip(". "))
    return ".".join(part if part.isdecimal() else str(read_number(part) or part) for part in parts)


@dataclass(frozen=True)
class LabelledLine:
    """A paragraph with its label apart; `typed` says that the label stood in its text."""

    label: str
    spans: tuple[Span, ...]
    indent: int = 0
    typed: bool = False
    remarks: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def has_notes(self) -> bool:
        """Whether footnotes belong to it."""
        return any(span.note for span in self.spans)


def split_label(paragraph: WordParagraph) -> LabelledLine:
    """A paragraph as a line: what Word numbers, or what was typed, is its label."""
    line = LabelledLine(
        paragraph.label,
        tuple(paragraph.spans),
        paragraph.indent,
        False,
        tuple(paragraph.comments),
    )
    match = _TYPED.match(paragraph.text)
    if line.label or match is None or match.end() >= len(paragraph.text.rstrip()):
        return line
    rest = WordParagraph(cut_start(paragraph.pieces, match.end()))
    return replace(line, label=match["label"], spans=tuple(rest.spans), typed=True)


def with_label(paragraph: WordParagraph) -> str:
    """The text with its automatic number: Word may make “Tabel 2.1” by a list."""
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text
