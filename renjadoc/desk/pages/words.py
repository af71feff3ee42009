"""Daftar kata: the office's own words, which no finding calls unknown, one a line."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from renjadoc.desk.pages.frame import do_and_tell, page_frame
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.writing import read_words, write_words


def add_screen(root: Path) -> None:
    """The screen of every folder."""

    @ui.page("/renja/{name}/isi/kamus")
    def show_words(name: str) -> None:
        folder = find_folder(root, name)
        held = [read_words(folder)]
        with page_frame(name, folder, "isi"):
            ui.label("Daftar kata kantor ini").classes("text-xl font-medium").props("role=heading aria-level=2")
            ui.label("Kata yang ditulis di sini, satu sebaris, tidak disebut salah eja oleh Periksa.")
            words = ui.textarea("Kata", value=held[0]).classes("w-full max-w-2xl").props("autogrow")
            status = ui.label("").props("aria-live=polite")

            async def keep_words() -> None:
                text = f"{str(words.value or '').strip()}\n"
                action = "daftar kata ditulis di halaman"
                if await do_and_tell(lambda: [write_words(folder, text, action, held[0])]) is not None:
                    held[0], status.text = text, "Tersimpan"

            ui.button("Simpan", on_click=keep_words)
