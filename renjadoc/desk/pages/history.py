"""Riwayat: what was written when and by which action, and taking it back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.desk.pages.frame import PATIENCE, ask, do_and_tell, in_background, name_element, page_frame
from renjadoc.desk.shelf import find_folder
from renjadoc.edits.history import PastAction, list_actions, take_back
from renjadoc.reading import Reading


def add_screen(root: Path) -> None:
    """The screen Riwayat of every folder."""

    @ui.page("/renja/{name}/riwayat", response_timeout=PATIENCE)
    async def show_history(name: str) -> None:
        folder = find_folder(root, name)
        reading = (await in_background(lambda: inspect_folder(folder))).reading
        with page_frame(name, folder, "riwayat"):
            actions = list_actions(folder)
            if not actions:
                ui.label("Belum ada yang ditulis ke dalam folder ini.")
                ui.label("Setiap perubahan akan terdaftar di sini dengan waktunya, dan dapat dikembalikan.")
            for action in actions:
                _draw_action(folder, action, reading)


def _draw_action(folder: Path, action: PastAction, reading: Reading | None) -> None:
    async def bring_back() -> None:
        if await do_and_tell(lambda: [take_back(folder, action.name, datetime.now())]) is not None:
            ui.navigate.reload()

    with ui.card().classes("w-full"):
        ui.label(f"{action.when}: {action.action or 'tanpa keterangan'}").classes("font-medium")
        ui.label(", ".join(name_place(reading, file) for file in sorted(action.after))).classes("text-sm")
        question = f"Kembalikan keadaan sebelum {action.when}?"
        button = ui.button("Kembalikan", on_click=partial(ask, question, "Kembalikan", bring_back)).props("flat")
        name_element(button, f"Kembalikan keadaan sebelum {action.when}")
