"""Fields for questions of the schema: a text, a number, a choice or a list, each with its title and its hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from nicegui import ui

from renjadoc.questions import Question

#: How the answer to a question is read out of its field, by the question's pointer.
Fields = dict[str, Callable[[], Any]]


def draw_groups(questions: Iterable[Question], value_of: Callable[[Question], Any]) -> Fields:
    """A heading for every group of questions and a field for each; how each is read."""
    fields: Fields = {}
    for group, members in groupby(questions, key=lambda question: question.group):
        ui.label(group).classes("font-medium pt-2")
        for question in members:
            fields[question.pointer] = draw_field(question, value_of(question))
    return fields


def draw_field(question: Question, value: Any) -> Callable[[], Any]:
    """The field of one question, filled with `value`; an empty one that may stay open is null."""
    label = question.title if question.required else f"{question.title} (boleh menyusul)"
    if question.kind == "pilihan":
        # What is stored is shown, though it may be none of the choices any more.
        choices = list(dict.fromkeys([*question.choices, *([value] if value is not None else [])]))
        choice = ui.select(choices, value=value, label=label).classes("w-96")
        return lambda: choice.value
    if question.kind == "angka":
        number = ui.number(label, value=value, precision=0).classes("w-96")
        return lambda: int(number.value) if number.value is not None else None
    shown = "; ".join(map(str, value)) if isinstance(value, list) else str(value if value is not None else "")
    text = ui.input(label, value=shown).classes("w-full max-w-2xl")
    text.props["hint"] = plain_hint(question.description)
    if question.kind == "daftar":
        return lambda: [part.strip() for part in str(text.value).split(";") if part.strip()]
    return lambda: str(text.value or "").strip() or (None if not question.required else "")


def plain_hint(description: str) -> str:
    """A description without what only people who write the file need: null, and marks of properties."""
    return description.partition(" null")[0]
