"""A value of the content as one line to type in: names and figures as they are today, which stay what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from renjadoc import indonesian
from renjadoc.content.pointers import value_at
from renjadoc.edits.three_way import merge_texts
from renjadoc.narrative import spans
from renjadoc.questions import Question
from renjadoc.reading import Reading
from renjadoc.sheets.excel.values import EMPTY

#: Answers that are typed as the cells of a table are.
_TYPED = {"teks", "sel", "uang"}


def show_typed(value: Any, reading: Reading) -> str:
    """A value of the content as it stands in a cell: names and figures as they are today, marks as they are typed."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(show_typed(line, reading) for line in value)
    if isinstance(value, int | Decimal):
        return indonesian.angka(value)
    return _without_names(value, reading) or EMPTY


def show_answers(data: object, reading: Reading) -> Callable[[Question], Any]:
    """What an object of the content says now of each question, as its field shows it."""

    def show(question: Question) -> Any:
        value = value_at(data, question.pointer)
        return show_typed(value, reading) if question.kind in _TYPED and value is not None else value

    return show


def keep_answers(data: object, answers: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """What was answered, with the names and figures that stood there as such where they still do."""
    return {at: keep_names(value_at(data, at), value, reading) for at, value in answers.items()}


def _without_names(text: str, reading: Reading) -> str:
    if "{{" not in text:
        return text
    return spans.PLACEHOLDER.sub(lambda match: reading.printed(match[0]) or match[0], text)


def keep_names(old: object, new: object, reading: Reading) -> Any:
    """What was typed, with the names and figures that stood in the cell as such where they still do."""
    if isinstance(old, str) and isinstance(new, str) and "{{" in old:
        merged = merge_texts(_without_names(old, reading), old, new)
        return new if merged is None else merged
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [keep_names(before, after, reading) for before, after in zip(old, new, strict=True)]
    return new
