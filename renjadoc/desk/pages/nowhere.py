"""Addresses that no screen has: a folder's own leads to its Isi, any other one says so and leads back."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from renjadoc.desk.pages.frame import address, page_frame
from renjadoc.desk.shelf import find_folder


def add_screen(root: Path) -> None:
    """The address of a folder without a screen, and all that are left; to be added behind every other screen."""

    @ui.page("/renja/{name}")
    def open_folder(name: str) -> None:
        ui.navigate.to(address(find_folder(root, name), "isi"))

    @ui.page("/{rest:path}")
    def show_nowhere() -> None:
        with page_frame("Halaman tidak ada"):
            ui.label("Tidak ada halaman dengan alamat ini. Mungkin salah ketik, atau penanda (bookmark) sudah lama.")
            ui.link("Kembali ke halaman pertama", "/")
