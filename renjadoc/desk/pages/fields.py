"""Fields for questions of the schema: a text, a number, a choice, a tick, a list, each with its title and hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby
from typing import Any

from nicegui import ui

from renjadoc.desk.pages.entries import EntryList
from renjadoc.desk.pages.frame import explain_failure, show_message
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.questions import Question
from renjadoc.sheets.excel.values import Cell, Unreadable, read_value
from renjadoc.tables.layout import SEL, UANG, CellKind

#: The year as an example states it.
_YEAR = re.compile(r"\{\{ *tahun *\}\}")
#: How the answer to a question is read out of its field, by the question's pointer. Raises ProblemsFound.
Fields = dict[str, Callable[[], Any]]


def draw_groups(questions: Iterable[Question], value_of: Callable[[Question], Any]) -> Fields:
    """A heading for every group of questions and a field for each; how each is read."""
    fields: Fields = {}
    for group, members in groupby(questions, key=lambda question: question.group):
        ui.label(group).classes("font-medium pt-2")
        for question in members:
            fields[question.pointer] = draw_field(question, value_of(question))
    return fields


def draw_field(question: Question, value: object) -> Callable[[], Any]:
    """The field of one question, filled with `value`; an empty one that may stay open is null."""
    label = question.title if question.required else f"{question.title} (boleh menyusul)"
    return _FIELDS[question.kind](question, label, plain_hint(question.description), value)


def read_fields(fields: Fields) -> dict[str, Any] | None:
    """What was answered, by pointer; None where something cannot be read, and then that is shown."""
    answers: dict[str, Any] = {}
    told: list[str] = []
    for pointer, read in fields.items():
        try:
            answers[pointer] = read()
        except ProblemsFound as error:
            told += explain_failure(error)
    if told:
        show_message("Belum dapat dibaca", told)
    return None if told else answers


def plain_hint(description: str) -> str:
    """A description without what only people who write the file need: null, and names between braces."""
    said = description.replace(" dalam [ … ]", "").partition(" null")[0].rstrip(" ;,:").removesuffix(" atau")
    said = re.sub(r"(?:^|(?<=[.;] ))true = ", "Bila dicentang: ", said)
    said = re.sub(r"^true bila ", "Dicentang bila ", said)
    return _YEAR.sub(str(date.today().year + 1), said)


def _draw_choice(question: Question, label: str, hint: str, value: object) -> Callable[[], Any]:
    choices = _name_choices(question, [value] if value is not None else [])
    choice = ui.select(choices, value=value, label=label, clearable=not question.required).classes("w-96")
    choice.props["hint"] = hint
    return lambda: choice.value


def _name_choices(question: Question, held: list[Any]) -> dict[Any, str]:
    """The choices as they are shown; what is stored is among them, though it may be none of them any more."""
    shown = question.shown or question.choices
    named = dict(zip(question.choices, shown, strict=True))
    return named | {one: str(one) for one in held if one not in named}


def _draw_tick(question: Question, label: str, hint: str, value: object) -> Callable[[], Any]:
    tick = ui.checkbox(question.title, value=bool(value)).tooltip(hint)
    return lambda: True if tick.value else (False if question.required else None)


def _draw_number(question: Question, label: str, hint: str, value: Any) -> Callable[[], Any]:
    number = ui.number(label, value=value, precision=0).classes("w-96")
    number.props["hint"] = hint
    return lambda: int(number.value) if number.value is not None else None


def _draw_fraction(question: Question, label: str, hint: str, value: Any) -> Callable[[], Any]:
    number = ui.number(label, value=float(value) if value is not None else None).classes("w-96")
    number.props["hint"] = hint

    def read() -> Any:
        stated = number.value
        return int(stated) if stated is not None and stated == int(stated) else stated

    return read


def _draw_text(question: Question, label: str, hint: str, value: object) -> Callable[[], Any]:
    shown = str(value if value is not None else "")
    text = ui.input(label, value=shown, autocomplete=list(question.choices) or None).classes("w-full max-w-2xl")
    text.props["hint"] = hint
    return lambda: str(text.value or "").strip() or (None if not question.required else "")


def _draw_law_number(question: Question, label: str, hint: str, value: object) -> Callable[[], Any]:
    read = _draw_text(question, label, hint, value)

    def read_number() -> Any:
        stated = read()
        return int(stated) if stated and stated.isdecimal() else stated

    return read_number


def _draw_list(question: Question, label: str, hint: str, value: Any) -> Callable[[], Any]:
    """Several texts: of some that there are, or typed."""
    held = [str(one) for one in value or ()]
    if question.choices:
        several = ui.select(_name_choices(question, held), value=held, label=label, multiple=True)
        several.classes("w-full max-w-2xl").props("use-chips").props["hint"] = hint
        return lambda: list(several.value or ()) or (None if not question.required else [])
    text = ui.input(label, value="; ".join(held)).classes("w-full max-w-2xl")
    text.props["hint"] = f"{hint} Beberapa dipisahkan dengan titik koma (;)."
    return lambda: [part.strip() for part in str(text.value or "").split(";") if part.strip()]


def _draw_cell(question: Question, label: str, hint: str, value: object, kind: CellKind = SEL) -> Callable[[], Any]:
    """What may stand in a cell of a table: a figure, or lines of text; shown as it is typed."""
    text = ui.textarea(label, value=str(value if value is not None else "")).classes("w-full max-w-2xl")
    text.props("autogrow rows=1").props["hint"] = hint

    def read() -> Any:
        try:
            return read_value(Cell(str(text.value or "").strip() or None), kind)
        except Unreadable as error:
            said = f"{question.title}: {error.message}"
            raise ProblemsFound([Problem("RJ071", Location(question.title), said, error.hint)]) from error

    return read


def _draw_amount(question: Question, label: str, hint: str, value: object) -> Callable[[], Any]:
    return _draw_cell(question, label, hint, value, UANG)


def _draw_entries(question: Question, label: str, hint: str, value: Any) -> Callable[[], Any]:
    entries = EntryList(question, label, hint, list(value or ()))
    entries.draw(draw_groups)
    return lambda: entries.values or (None if not question.required else [])


_FIELDS: dict[str, Callable[[Question, str, str, Any], Callable[[], Any]]] = {
    "pilihan": _draw_choice, "ya": _draw_tick, "angka": _draw_number, "pecahan": _draw_fraction, "teks": _draw_text,
    "nomor": _draw_law_number, "daftar": _draw_list, "sel": _draw_cell, "uang": _draw_amount, "entri": _draw_entries,
}  # fmt: skip
