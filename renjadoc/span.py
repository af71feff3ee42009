"""A stretch of printed text with one look: what the narrative is parsed to and what Word paragraphs are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple


class Span(NamedTuple):
    """`open` marks a matter still to be decided; `reference` is the name of a placed table that the text points to;

    `source` is what stood for the text in the content (a placeholder), if that differs from it; `note` is what a
    footnote says whose mark stands here, and then the span has no text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    open: bool = False
    reference: str = ""
    source: str = ""
    note: tuple[Span, ...] = ()


def plain_text(spans: Iterable[Span]) -> str:
    """The text of spans without their looks and footnotes."""
    return "".join(span.text for span in spans)


def without_references(spans: Iterable[Span]) -> list[Span]:
    """The spans as text that points nowhere, in footnotes too."""
    return [span._replace(reference="", note=tuple(without_references(span.note))) for span in spans]


def with_notes(spans: Iterable[Span]) -> str:
    """The text of spans, each footnote in brackets where its mark stands."""
    return "".join(f" [catatan kaki: {plain_text(span.note)}]" if span.note else span.text for span in spans)


_MARK = re.compile(r"[*\\\[\]{}]")


def as_typed(text: str) -> str:
    """A name for a place where marks are read, so that it is printed as it is typed."""
    return _MARK.sub(r"\\\g<0>", text) if _MARK.search(text) else text


class Carried:
    """Mixed into a value that was taken over from last year and that nobody has confirmed yet: printed highlighted."""


class CarriedText(str, Carried):
    """A text taken over."""


class UnitText(str):
    """A figure with its unit, which a text may state beside it."""

    def beside(self, before: str, after: str) -> str:
        """What is printed between two texts: the unit stands there once."""
        text = self.removeprefix("Rp") if _ENDS_IN_RUPIAH.search(before) else str(self)
        return text.removesuffix("%") if _BEGINS_WITH_PERCENT.match(after) else text


_ENDS_IN_RUPIAH = re.compile(r"\bRp\.?\s*$", re.IGNORECASE)
_BEGINS_WITH_PERCENT = re.compile(r"\s*(?:%|persen\b)", re.IGNORECASE)


class CarriedInt(int, Carried):
    """A whole number, mostly rupiah, taken over."""


class CarriedDecimal(Decimal, Carried):
    """A number taken over."""


def mark_carried(value: object) -> Any:
    """`value`, of a JSON file, as one that was taken over; a list or an object part by part."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, list):
        return [mark_carried(line) for line in value]
    if isinstance(value, dict):
        return {key: mark_carried(part) for key, part in value.items()}
    kinds: dict[type, Any] = {str: CarriedText, int: CarriedInt, Decimal: CarriedDecimal}
    return kinds[type(value)](value) if type(value) in kinds else value
