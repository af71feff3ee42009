"""Lihat: the document made as Word and PDF, and its pages as they will print, made anew after each change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

import click
from fastapi import Response
from nicegui import app, ui

from renjadoc.desk.inspection import Inspection, document_path, inspect_folder
from renjadoc.desk.pages.findings import EVERY
from renjadoc.desk.pages.frame import (
    address,
    close_and_go_on,
    do_and_tell,
    explain_failure,
    in_background,
    name_element,
    on_top,
    open_once,
    page_frame,
)
from renjadoc.desk.pages.incoming import plan_document
from renjadoc.desk.pages.incoming_plan import IncomingPlan
from renjadoc.desk.pages.printed_page import PrintedPage, ShownPdf
from renjadoc.desk.pages.standing import StandingList
from renjadoc.desk.pdf_pages import draw_page, keep_pdf, measure_pages
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.warm_office import end_office, lend_office, warm_up
from renjadoc.pipeline import DocumentOrder, MadeFiles, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.word.layout.pages import find_libreoffice
from renjadoc.word.packages import package

_NO_OFFICE = (
    "Dokumen Word sudah jadi. Untuk melihat halamannya di sini dan membuat PDF, pasang LibreOffice (gratis, dari "
    "libreoffice.org), lalu tekan Buat dokumen lagi."
)


def add_screen(root: Path) -> None:
    """The screen Lihat of every folder."""

    @ui.page("/renja/{name}/lihat")
    def show_preview(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "lihat"):
            _Preview(folder).draw()

    @app.get("/halaman/{pdf}/{number}.png")
    def show_page(pdf: str, number: int) -> Response:
        drawn = draw_page(pdf, number)
        # A name stands for one content, which never changes.
        kept = {"Cache-Control": "private, max-age=3600, immutable"}
        return Response(status_code=404) if drawn is None else Response(drawn, media_type="image/png", headers=kept)

    app.on_shutdown(end_office)


class _View(NamedTuple):
    """A made document, what it was made of, its PDF under the name that a browser asks for, and its pages' sizes."""

    made: MadeFiles
    inspection: Inspection
    shown: ShownPdf
    sizes: list[tuple[int, int]]


class _Preview:
    """The pages of one folder's document, made anew after each change of the content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._view: _View | None = None
        #: The state of the folder that was dealt with last: shown, or told why it is not.
        self._dealt: Inspection | None = None
        self._busy = False
        self._pages: list[PrintedPage] = []

    def draw(self) -> None:
        with ui.row():
            ui.button("Buat dokumen", on_click=self._begin_drawing)
            ui.button("Buka folder", on_click=self._open_folder).props("flat")
        self._status = ui.label("").props("aria-live=polite")
        self._head: StandingList[_HeadLine, ui.element] = StandingList(ui.column().classes("w-full"))
        self._incoming = ui.column().classes("w-full")
        self._body = ui.column().classes("w-full items-center gap-6")
        ui.timer(EVERY, self._follow_drawing)
        ui.timer(0.1, lambda: in_background(warm_up), once=True)

    def _open_folder(self) -> None:
        click.launch(str(self._folder.parent))

    async def _begin_drawing(self) -> None:
        path = await do_and_tell(lambda: [_find_edited(self._folder)])
        if path is None:
            return
        if path[0] is not None:
            self._ask_edited(path[0])
        else:
            await self._make_document()

    async def _make_document(self, overwrite: bool = False) -> None:
        self._busy = True
        view = await do_and_tell(partial(_make_view, self._folder, overwrite, self._list_labels))
        self._busy = False
        if view is not None:
            self._show(view)

    @property
    def _list_labels(self) -> Mapping[str, str]:
        return self._view.made.page_labels if self._view else {}

    async def _follow_drawing(self) -> None:
        """Make the pages anew when the content was changed, unless somebody edited the document."""
        if self._view is None or self._busy:
            return
        now = await in_background(lambda: inspect_folder(self._folder))
        if now is self._dealt or self._busy:
            return
        self._busy, self._dealt = True, now
        try:
            await self._make_anew(now)
        finally:
            self._busy = False

    async def _make_anew(self, now: Inspection) -> None:
        if now.errors:
            self._status.text = f"Halaman belum mengikuti isi: {len(set(now.errors))} harus diperbaiki; lihat Periksa."
            return
        if edited := await in_background(lambda: _find_edited(self._folder)):
            self._status.text = f"Halaman belum mengikuti isi: {edited.name} sudah disunting orang. Tekan Buat dokumen."
            return
        self._status.text = "Halaman sedang dibuat baru …"
        try:
            view = await in_background(partial(_make_view, self._folder, False, self._list_labels))
        except Exception as error:
            self._status.text = " ".join(explain_failure(error))
            return
        self._show(view)

    def _show(self, view: _View) -> None:
        """Show what was made; pages that stand there already change in their places, so that nobody loses theirs."""
        self._view, self._dealt = view, view.inspection
        self._status.text = f"{view.made.page_count} halaman" if view.made.page_count else ""
        self._incoming.clear()
        self._head.show(_list_head(view), partial(_draw_head_line, self._folder))
        while len(self._pages) > len(view.sizes):
            self._pages.pop().delete()
        for page, size in zip(self._pages, view.sizes, strict=False):
            page.show(view.shown, size)
        with self._body:
            for number in range(len(self._pages), len(view.sizes)):
                self._pages.append(PrintedPage(self._folder, number))
                self._pages[-1].show(view.shown, view.sizes[number])

    def _ask_edited(self, docx: Path) -> None:
        """A Word file that somebody edited is absorbed first, or replaced if that is said."""
        with on_top(), ui.dialog() as dialog, ui.card():
            ui.label(f"Dokumen Word {docx.name} sudah disunting orang.")
            ui.label("Serap dahulu suntingannya ke dalam isi, atau ganti dengan yang baru?")

            async def absorb() -> None:
                plan = await do_and_tell(lambda: plan_document(docx, self._folder))
                if plan is not None:
                    self._show_plan(IncomingPlan(plan, docx.name, self._clear_plan))

            replace = partial(self._make_document, overwrite=True)
            with ui.row():
                ui.button("Serap suntingannya", on_click=partial(close_and_go_on, dialog, absorb))
                ui.button("Ganti dengan yang baru", on_click=partial(close_and_go_on, dialog, replace)).props("flat")
                ui.button("Batal", on_click=dialog.close).props("flat")
        name_element(dialog, "Dokumen sudah disunting")
        open_once(dialog)

    async def _clear_plan(self) -> None:
        self._incoming.clear()

    def _show_plan(self, plan: IncomingPlan) -> None:
        """What was edited in Word, in the place of the pages, until they are asked for again."""
        self._view, self._status.text = None, ""
        self._pages.clear()
        self._body.clear()
        self._head.show([], partial(_draw_head_line, self._folder))
        with self._incoming:
            plan.draw()


def _find_edited(folder: Path) -> Path | None:
    """The document that was made of a folder, if somebody edited it since."""
    inspection = inspect_folder(folder)
    if inspection.reading is None:
        return None
    path = document_path(folder, inspection.reading)
    return path if path.is_file() and not package.is_untouched(path) else None


def _make_view(folder: Path, overwrite: bool, labels: Mapping[str, str]) -> _View:
    inspection = inspect_folder(folder)
    if inspection.reading is None:
        raise ProblemsFound(inspection.problems)
    output = document_path(folder, inspection.reading)
    order = DocumentOrder(folder, output, pdf=True, overwrite=overwrite, page_labels=labels)
    with lend_office() as office:
        made = make_document(order, office=office, examined=(inspection.reading, inspection.examination))
    pdf = made.pdf.read_bytes() if made.pdf else b""
    shown = ShownPdf(keep_pdf(pdf) if pdf else "", pdf, inspection.reading)
    return _View(made, inspection, shown, measure_pages(pdf) if pdf else [])


class _HeadLine(NamedTuple):
    """A line above the pages, drawn by `kind`; `made` are the files that are offered."""

    kind: Literal["files", "note", "small", "way"]
    text: str = ""
    made: tuple[Path, Path | None] | None = None


def _list_head(view: _View) -> list[_HeadLine]:
    """What stands above the pages; most of it stays as it is when they are made anew."""
    made = view.made
    lines = [_HeadLine("files", f"Tersimpan: {made.docx}", (made.docx, made.pdf))]
    # One that is there and failed says so itself.
    lines += [_HeadLine("note", _NO_OFFICE)] if find_libreoffice() is None else []
    lines += [_HeadLine("note", note) for note in made.notes]
    lines += [_HeadLine("small", f"Masih terbuka: {matter}") for matter in made.open]
    lines += [_HeadLine("way", "Lihat di Periksa")] if made.open else []
    clicked = "Klik teks pada halaman untuk membuka tempatnya di Isi."
    return [*lines, _HeadLine("small", clicked)] if view.sizes else lines


def _draw_head_line(folder: Path, line: _HeadLine) -> ui.element:
    if line.made is not None:
        return _draw_files(line.text, *line.made)
    if line.kind == "way":
        return ui.link(line.text, address(folder, "periksa")).classes("text-sm")
    return ui.label(line.text).classes("text-sm" if line.kind == "small" else "")


def _draw_files(text: str, docx: Path, pdf: Path | None) -> ui.element:
    with ui.row().classes("items-center") as row:
        ui.button("Unduh Word", on_click=lambda: ui.download(docx))
        if pdf is not None:
            ui.button("Unduh PDF", on_click=lambda: ui.download(pdf))
        ui.label(text).classes("text-sm")
    return row
