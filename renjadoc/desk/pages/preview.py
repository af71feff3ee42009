"""Lihat: the document made as Word and PDF, and its pages as they will print, each place the way to its text."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import click
import pypdfium2
from nicegui import events, ui
from PIL import Image

from renjadoc.absorption.run import plan_absorption
from renjadoc.desk.inspection import Inspection, document_path, inspect_folder
from renjadoc.desk.page_places import find_place, read_words
from renjadoc.desk.pages.findings import EVERY
from renjadoc.desk.pages.frame import do, in_background, name_element, on_top, page_frame
from renjadoc.desk.pages.incoming_plan import IncomingPlan
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.shelf import find_folder
from renjadoc.pipeline import DocumentOrder, MadeFiles, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.word import package

#: Pixels per point of the pages shown: about 110 a inch, which can be read on a screen.
_SCALE = 1.5


class _View(NamedTuple):
    made: MadeFiles
    inspection: Inspection
    pdf: bytes
    pages: list[Image.Image]


def add(root: Path) -> None:
    """The screen Lihat of every folder."""

    @ui.page("/renja/{name}/lihat")
    def show_preview(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "lihat"):
            _Preview(folder).draw()


class _Preview:
    """The pages of one folder's document, made anew after each change of the content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shown: Inspection | None = None
        self._busy = False

    def draw(self) -> None:
        with ui.row():
            ui.button("Buat dokumen", on_click=self._begin)
            ui.button("Buka folder", on_click=self._open_folder).props("flat")
        self._body = ui.column().classes("w-full items-center gap-6")
        ui.timer(EVERY, self._follow)

    def _open_folder(self) -> None:
        click.launch(str(self._folder.parent))

    async def _begin(self) -> None:
        path = await do(lambda: [_find_edited(self._folder)])
        if path is None:
            return
        if path[0] is not None:
            self._ask_edited(path[0])
        else:
            await self._make()

    async def _make(self, overwrite: bool = False) -> None:
        self._busy = True
        view = await do(lambda: _make_view(self._folder, overwrite))
        self._busy = False
        if view is not None:
            self._shown = view.inspection
            self._body.clear()
            with self._body:
                _draw_view(self._folder, view)

    async def _follow(self) -> None:
        """Make the pages anew when the content was changed elsewhere, unless somebody edited the document."""
        if self._shown is None or self._busy:
            return
        now = await in_background(lambda: inspect_folder(self._folder))
        if now is not self._shown and not now.errors and _find_edited(self._folder) is None:
            await self._make()

    def _ask_edited(self, docx: Path) -> None:
        """A Word file that somebody edited is absorbed first, or replaced if that is said."""
        with on_top(), ui.dialog() as dialog, ui.card():
            ui.label(f"Dokumen Word {docx.name} sudah disunting orang.")
            ui.label("Serap dahulu suntingannya ke dalam isi, atau ganti dengan yang baru?")

            async def absorb() -> None:
                dialog.close()
                plan = await do(lambda: plan_absorption(docx, self._folder))
                if plan is not None:
                    self._body.clear()
                    with self._body:
                        IncomingPlan(plan, docx.name, self._body).draw()

            async def replace() -> None:
                dialog.close()
                await self._make(overwrite=True)

            with ui.row():
                ui.button("Serap suntingannya", on_click=absorb)
                ui.button("Ganti dengan yang baru", on_click=replace).props("flat")
                ui.button("Batal", on_click=dialog.close).props("flat")
        name_element(dialog, "Dokumen sudah disunting")
        dialog.open()


def _find_edited(folder: Path) -> Path | None:
    """The document that was made of a folder, if somebody edited it since."""
    inspection = inspect_folder(folder)
    if inspection.reading is None:
        return None
    path = document_path(folder, inspection.reading)
    return path if path.is_file() and not package.is_untouched(path) else None


def _make_view(folder: Path, overwrite: bool) -> _View:
    inspection = inspect_folder(folder)
    if inspection.reading is None:
        raise ProblemsFound(inspection.problems)
    output = document_path(folder, inspection.reading)
    made = make_document(DocumentOrder(folder, output, pdf=True, overwrite=overwrite))
    pdf = made.pdf.read_bytes() if made.pdf else b""
    return _View(made, inspection, pdf, _draw_pages(pdf) if pdf else [])


def _draw_pages(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return [page.render(scale=_SCALE).to_pil() for page in document]
    finally:
        document.close()


def _draw_view(folder: Path, view: _View) -> None:
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
    if view.pages:
        ui.label("Klik teks pada halaman untuk membuka tempatnya di Isi.").classes("text-sm")
    for number, page in enumerate(view.pages):
        _draw_page(folder, view, number, page)


def _draw_page(folder: Path, view: _View, number: int, page: Image.Image) -> None:
    async def go(event: events.MouseEventArguments) -> None:
        x, y = event.image_x / _SCALE, event.image_y / _SCALE
        reading = view.inspection.reading
        assert reading is not None
        words = await in_background(lambda: read_words(view.pdf, number, x, y))
        place = await in_background(lambda: find_place(reading, words))
        if place is not None:
            ui.navigate.to(open_place(folder, *place))
        else:
            ui.notify("Teks di sini dihitung atau bagian dari templat; tidak ada tempatnya di Isi.")

    shown = ui.interactive_image(page, on_mouse=go, events=["click"])
    shown.props(f'alt="Halaman {number + 1}"').classes("border halaman").style(
        f"width: {page.width}px; max-width: 100%; cursor: pointer"
    )
