"""Texts of an old document: written for the content, and compared without regard to how they are laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renjadoc.narrative import spans as marks
from renjadoc.narrative import written
from renjadoc.narrative.written import escape_marks as escape_marks
from renjadoc.problem import shorten_text as shorten_text
from renjadoc.span import Span, as_typed, plain_text
from renjadoc.tables.rencana_program.old_amounts import ENGLISH
from renjadoc.word.reader.document import Comment

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%+=<>≤≥±×÷]")
#: How amounts end that offices type: `1.000.000,-`, `1.000.000,00`.
_CENTS = re.compile(r"(\d{1,3}(?:\.\d{3})+),(?:00?|-)(?!\d)")
_RUPIAH = re.compile(r"\brp\b\.?\s*(?=\d)|\brp\.?(?=\d)", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def write_content(line: Iterable[Span]) -> str:
    """Spans as text of the content: looks as marks, and what would be read as a mark escaped."""
    shown = [span for span in line if span.text or span.note]
    text, plain = written.write_spans(shown).strip(), "".join(span.text for span in shown)
    return text if _reads_as(text, plain) else "".join(map(_escape_span, shown)).strip()


def _escape_span(span: Span) -> str:
    return f"^[{as_typed(plain_text(span.note))}]" if span.note else as_typed(span.text)


def write_note(note: str) -> str:
    """A footnote as the content has it, to stand behind a text."""
    return written.write_spans([Span("", note=(Span(note),))])


def bracket_note(note: str) -> str:
    """A footnote in the text, where the content has none: in cells of tables, in headings."""
    return f"(Catatan kaki: {note})"


def write_remark(said: Comment) -> str:
    """A comment as an open note, which is printed in colour and told until somebody settles it."""
    passage = f" pada “{shorten_text(_bare(said.passage), 40)}”" if said.passage else ""
    return f"[[Komentar {_bare(said.author) or 'penelaah'}{passage}: {_bare(said.text)}]]"


def _bare(text: str) -> str:
    """A text that may stand in a note: signs that open or close marks there are of another kind."""
    return text.translate(str.maketrans("[]{}*\\", "()()·/")).strip()


def _reads_as(text: str, plain: str) -> bool:
    try:
        return "".join(span.text for span in marks.parse_spans(text, lambda _: None)).split() == plain.split()
    except marks.MarkError:
        return False


def split_tokens(text: str) -> list[str]:
    """The words and figures of a text, in small letters; amounts without Rp and without cents that are none."""
    text = _CENTS.sub(r"\1", _RUPIAH.sub(" ", text.casefold()))
    return [_figure(token) for token in _TOKEN.findall(text)]


def _figure(token: str) -> str:
    """`03` is 3 of a date, `1.000` is 1000; other figures stay as they are."""
    if _GROUPED.fullmatch(token):
        return token.replace(".", "")
    if ENGLISH.fullmatch(token):
        return token.replace(",", "")
    return token.lstrip("0") or "0" if len(token) == 2 and token.isdecimal() else token


def squeeze_text(text: str) -> str:
    """The tokens of a text without anything between them: `Dinkop UKM` is `DinkopUKM`."""
    return "".join(split_tokens(text))
