"""The menu that puts names and figures into a text: each with what it says today, at the place of the cursor."""

from __future__ import annotations

from nicegui import events, ui

from renjadoc.desk.names_menu import list_names
from renjadoc.desk.pages.writing_desk import Desk
from renjadoc.reading import Reading


def draw_names_menu(desk: Desk, reading: Reading) -> None:
    """The menu; what is chosen stands where the cursor was."""

    def insert(event: events.ValueChangeEventArguments[str]) -> None:
        if event.value is not None and desk.active is not None:
            desk.active.insert_name(event.value)
        menu.value = None

    names = {name.expression: name.shown for name in list_names(reading)}
    menu = ui.select(names, label="Sisipkan nama atau angka", with_input=True, on_change=insert).classes("w-96")
    menu.props("dense options-dense")
