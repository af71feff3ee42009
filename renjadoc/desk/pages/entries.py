"""A list of entries in a form: each is opened, moved, removed, or a new one put behind, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from nicegui import ui

from renjadoc.content.pointers import value_at
from renjadoc.desk.fields_edits import merge_answers
from renjadoc.desk.pages.frame import explain_failure, name_element, on_top, open_once
from renjadoc.problem import ProblemsFound
from renjadoc.questions import Question

#: Draws fields for questions, and says how each is read.
DrawGroups = Callable[[Iterable[Question], Callable[[Question], Any]], dict[str, Callable[[], Any]]]


class EntryList:
    """The entries of one list as they stand in the form, not written yet: `values`."""

    def __init__(self, question: Question, label: str, hint: str, values: list[Any]) -> None:
        self._question, self._label, self._hint, self.values = question, label, hint, values

    def draw(self, draw_groups: DrawGroups) -> None:
        """The entries, each with its buttons; `draw_groups` draws the fields of one."""
        self._draw_groups = draw_groups
        ui.label(self._label).classes("pt-2").tooltip(self._hint)
        self._body = ui.column().classes("w-full gap-0 pl-4")
        self._show()

    def _show(self) -> None:
        self._body.clear()
        called = self._question.title.lower()
        with self._body:
            for index, value in enumerate(self.values):
                with ui.row().classes("items-center gap-1"):
                    ui.label(f"{index + 1}. {name_entry(self._question, value)}")
                    for icon, what, act in (
                        ("edit", "Ubah", partial(self._ask_entry, index)),
                        ("arrow_upward", "Naikkan", partial(self._move_entry, index, -1)),
                        ("arrow_downward", "Turunkan", partial(self._move_entry, index, 1)),
                        ("delete", "Hapus", partial(self._remove_entry, index)),
                    ):
                        button = ui.button(icon=icon, on_click=act).props("flat round dense size=sm")
                        name_element(button, f"{what} {called} {index + 1}")
            ui.button(f"Tambah {called}", icon="add", on_click=partial(self._ask_entry, len(self.values))).props(
                "flat dense"
            )

    def _move_entry(self, index: int, step: int) -> None:
        if 0 <= index + step < len(self.values):
            self.values.insert(index + step, self.values.pop(index))
            self._show()

    def _remove_entry(self, index: int) -> None:
        del self.values[index]
        self._show()

    def _ask_entry(self, index: int) -> None:
        held = self.values[index] if index < len(self.values) else {}
        members = self._question.members
        with on_top(), ui.dialog() as dialog, ui.card().classes("w-full max-w-3xl"):
            fields = self._draw_groups(members, lambda question: value_at(held, question.pointer))
            said = ui.label("").props("role=alert")

            def keep_entry() -> None:
                try:
                    answers = {pointer: read() for pointer, read in fields.items()}
                except ProblemsFound as error:
                    said.text = " ".join(explain_failure(error))
                    return
                if missing := [one.title for one in members if one.required and answers[one.pointer] in (None, "")]:
                    said.text = f"Isi dahulu: {', '.join(missing)}."
                    return
                self.values[index : index + 1] = [merge_answers(held, answers)]
                dialog.close()
                self._show()

            with ui.row():
                ui.button("Selesai", on_click=keep_entry)
                ui.button("Batal", on_click=dialog.close).props("flat")
        name_element(dialog, self._question.title)
        open_once(dialog)


def name_entry(question: Question, value: object) -> str:
    """What an entry is called in its list: its first texts."""
    stated = (value_at(value, one.pointer) for one in question.members if one.kind in {"teks", "pilihan", "nomor"})
    return " ".join(str(one) for one in stated if one)[:120] or "(belum diisi)"
