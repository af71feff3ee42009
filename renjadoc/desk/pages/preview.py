"""Lihat: the document made as Word and PDF, and its pages as they will print."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from nicegui import ui
from PIL import Image

from renjadoc.desk.inspection import document_path, inspect_folder
from renjadoc.desk.pages.frame import ask, do, page_frame
from renjadoc.desk.shelf import find_folder
from renjadoc.pipeline import DocumentOrder, MadeFiles, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.word import package

#: Pixels per point of the pages shown: about 110 a inch, which can be read on a screen.
_SCALE = 1.5


class _View(NamedTuple):
    made: MadeFiles
    pages: list[Image.Image]


def add(root: Path) -> None:
    """The screen Lihat of every folder."""

    @ui.page("/renja/{name}/lihat")
    def show_preview(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "lihat"):
            actions = ui.row()
            body = ui.column().classes("w-full items-center gap-6")

            async def make_it(overwrite: bool = False) -> None:
                view = await do(lambda: _make_view(folder, overwrite))
                if view is not None:
                    body.clear()
                    with body:
                        _draw_view(view)

            async def begin() -> None:
                if _is_edited(folder):
                    question = "Dokumen Word ini sudah disunting orang. Serap dahulu suntingannya, atau ganti?"
                    ask(question, "Ganti dengan yang baru", lambda: make_it(overwrite=True))
                else:
                    await make_it()

            with actions:
                ui.button("Buat dokumen", on_click=begin)


def _is_edited(folder: Path) -> bool:
    inspection = inspect_folder(folder)
    if inspection.reading is None:
        return False
    path = document_path(folder, inspection.reading)
    return path.is_file() and not package.is_untouched(path)


def _make_view(folder: Path, overwrite: bool) -> _View:
    inspection = inspect_folder(folder)
    if inspection.reading is None:
        raise ProblemsFound(inspection.problems)
    output = document_path(folder, inspection.reading)
    made = make_document(DocumentOrder(folder, output, pdf=True, overwrite=overwrite))
    return _View(made, _draw_pages(made.pdf.read_bytes()) if made.pdf else [])


def _draw_pages(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return [page.render(scale=_SCALE).to_pil() for page in document]
    finally:
        document.close()


def _draw_view(view: _View) -> None:
    made = view.made
    with ui.row().classes("items-center"):
        ui.button("Unduh Word", on_click=lambda: ui.download(made.docx))
        if made.pdf:
            pdf = made.pdf
            ui.button("Unduh PDF", on_click=lambda: ui.download(pdf))
        ui.label(f"{made.page_count} halaman" if made.page_count else made.docx.name)
    for note in made.notes:
        ui.label(note)
    for matter in made.open:
        ui.label(f"Masih terbuka: {matter}").classes("text-sm")
    for number, page in enumerate(view.pages, 1):
        ui.image(page).props(f'alt="Halaman {number}"').classes("border").style(
            f"width: {page.width}px; max-width: 100%"
        )
