"""Small windows that ask for a text or for a few fields, and what is written when they are answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from nicegui import ui

from renjadoc.desk.pages.fields import Fields, draw_field, draw_groups, read_fields
from renjadoc.desk.pages.frame import ask, close_and_go_on, do_and_tell, name_element, on_top, open_once
from renjadoc.desk.writing import Seen, write_edits
from renjadoc.edits.changeset import Files
from renjadoc.edits.edit import Edit
from renjadoc.questions import Question


def ask_text(
    title: str, label: str, go_on: Callable[[str], Awaitable[None]], value: str = "", agreed: str = "Simpan"
) -> None:
    """Ask for one text, which may not be empty."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full"):
        ui.label(title).classes("text-lg font-medium")
        field = ui.input(label, value=value).classes("w-full").props("autofocus")

        async def finish() -> None:
            text = str(field.value or "").strip()
            if not text:
                field.error = "Tulis dahulu."
                return
            await close_and_go_on(dialog, lambda: go_on(text))

        field.on("keydown.enter", finish, args=[])
        _draw_answers(dialog, agreed, finish)
    name_element(dialog, title)
    open_once(dialog)


def ask_fields(
    title: str,
    questions: Iterable[Question],
    value_of: Callable[[Question], Any],
    go_on: Callable[[dict[str, Any]], Awaitable[None]],
    agreed: str = "Simpan",
) -> None:
    """Ask several questions; `go_on` gets the answers by pointer."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full max-w-3xl"):
        ui.label(title).classes("text-lg font-medium")
        asked = list(questions)
        several = len({question.group for question in asked}) > 1
        if several:
            fields = draw_groups(asked, value_of)
        else:
            fields = {question.pointer: draw_field(question, value_of(question)) for question in asked}

        async def finish() -> None:
            if (answers := read_answers(asked, fields)) is None:
                return
            await close_and_go_on(dialog, lambda: go_on(answers))

        _draw_answers(dialog, agreed, finish)
    name_element(dialog, title)
    open_once(dialog)


def ask_removal(what: str, remove: Callable[[], Awaitable[None]]) -> None:
    """Ask before something goes that the history gives back."""
    ask(f"Hapus {what}? Dapat dikembalikan di Riwayat.", "Hapus", remove)


def read_answers(questions: Iterable[Question], fields: Fields) -> dict[str, Any] | None:
    """What was answered, by pointer; None where it cannot be read or something is missing, and then that is shown."""
    answers = read_fields(fields)
    missing = [] if answers is None else list_missing(questions, answers)
    if missing:
        ui.notify(f"Isi dahulu: {', '.join(missing)}.", type="warning")
    return None if missing else answers


def list_missing(questions: Iterable[Question], answers: dict[str, Any]) -> list[str]:
    """The titles of the questions that must be answered and are not."""
    return [one.title for one in questions if one.required and answers[one.pointer] in (None, "")]


def _draw_answers(dialog: ui.dialog, agreed: str, finish: Callable[[], Awaitable[None]]) -> None:
    with ui.row():
        ui.button(agreed, on_click=finish)
        ui.button("Batal", on_click=dialog.close).props("flat")


async def write_and_go(
    folder: Path, edits: list[Edit], action: str, seen: Iterable[Seen] = (), files: Files | None = None, to: str = ""
) -> None:
    """Write a change of the folder's shape, and show the page anew, or the one at `to`; what stops it is shown."""
    if not edits and not files:
        return
    if await do_and_tell(lambda: [write_edits(folder, edits, action, seen, files)]) is not None:
        ui.navigate.to(to) if to else ui.navigate.reload()
