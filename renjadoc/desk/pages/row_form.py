"""The few cells that a new row of a table begins with, asked for in a small window."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import ui

from renjadoc.desk.pages.frame import explain_failure, name_element, on_top
from renjadoc.problem import ProblemsFound


def ask_row(called: str, cells: list[tuple[str, str]], put_in: Callable[[dict[str, str]], Awaitable[None]]) -> None:
    """Ask for `cells` (ids of columns and what they are called) of a new row; what cannot be read is said and stays."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full"):
        ui.label(f"Tambah {called}").classes("text-lg font-medium")
        fields = {id: ui.input(label).classes("w-full") for id, label in cells}
        said = ui.label("").props("role=alert")

        async def go_on() -> None:
            try:
                await put_in({id: str(field.value or "") for id, field in fields.items() if field.value})
            except ProblemsFound as error:
                said.text = " ".join(explain_failure(error))
                return
            dialog.close()

        with ui.row():
            ui.button("Tambah", on_click=go_on)
            ui.button("Batal", on_click=dialog.close).props("flat")
    for field in fields.values():
        field.on("keydown.enter", go_on, args=[])
    name_element(dialog, f"Tambah {called}")
    dialog.open()
