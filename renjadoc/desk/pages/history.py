"""Riwayat: what was written when, and taking it back."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from renjadoc.desk.pages.frame import page_frame
from renjadoc.desk.shelf import find_folder


def add(root: Path) -> None:
    """The screen Riwayat of every folder."""

    @ui.page("/renja/{name}/riwayat")
    def show_history(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "riwayat"):
            ui.label("…")
