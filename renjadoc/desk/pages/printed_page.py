"""One page of the document as it will print: a click on a text leads to its place, and so does a list of its texts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nicegui import events, ui

from renjadoc.desk.finding_places import name_pointer
from renjadoc.desk.inspection import name_place
from renjadoc.desk.page_places import ContentPlace, find_place, list_places
from renjadoc.desk.pages.frame import do_and_tell, in_background, name_element, on_top, open_once
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.pdf_pages import read_lines, read_words
from renjadoc.reading import Reading

#: Where on the page it was clicked, as shares of its width and height: it may be shown smaller than it is.
_WHERE = "(e) => emit(e.offsetX / e.target.clientWidth, e.offsetY / e.target.clientHeight)"


class ShownPdf(NamedTuple):
    """A PDF, the name that a browser asks for its pages by, and the content that it was made of."""

    name: str
    data: bytes
    reading: Reading


class PrintedPage:
    """A page that stays in its place while what is printed on it changes; `number` from 0."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self._number = folder, number
        self._pdf: ShownPdf | None = None
        with ui.column().classes("items-center gap-1 max-w-full") as self._frame:
            self._image = ui.element("img").classes("border halaman cursor-pointer").style("max-width: 100%")
            self._image.props["alt"] = f"Halaman {number + 1}"
            self._image.props["loading"] = "lazy"
            self._image.on("click", self._open_clicked, js_handler=_WHERE)
            # The way of those who use no mouse.
            button = ui.button(f"Teks di halaman {number + 1}", on_click=self._list_texts)
            button.props("flat dense size=sm")

    def show(self, pdf: ShownPdf, size: tuple[int, int]) -> None:
        """Show this page of a PDF, `size` pixels large."""
        self._pdf = pdf
        self._image.props["src"] = f"/halaman/{pdf.name}/{self._number}.png"
        self._image.props["width"], self._image.props["height"] = size
        self._image.style(f"aspect-ratio: {size[0]} / {size[1]}; height: auto")

    def delete(self) -> None:
        """The document has become shorter."""
        self._frame.delete()

    async def _open_clicked(self, event: events.GenericEventArguments) -> None:
        pdf = self._pdf
        assert pdf is not None
        across, down = map(float, event.args)
        words = await in_background(lambda: read_words(pdf.data, self._number, across, down))
        place = await in_background(lambda: find_place(pdf.reading, words))
        if place is not None:
            ui.navigate.to(open_place(self._folder, *place))
        else:
            ui.notify("Teks di sini dihitung atau bagian dari templat; tidak ada tempatnya di Isi.")

    async def _list_texts(self) -> None:
        pdf = self._pdf
        assert pdf is not None
        places = await do_and_tell(lambda: list_places(pdf.reading, read_lines(pdf.data, self._number)))
        if places is None:
            return
        title = f"Teks di halaman {self._number + 1}"
        with on_top(), ui.dialog() as dialog, ui.card().classes("w-full"):
            ui.label(title).classes("text-lg font-medium")
            for place in places:
                ui.link(_name_text(pdf.reading, place), open_place(self._folder, *place))
            if not places:
                ui.label("Semua yang tercetak di sini dihitung atau bagian dari templat.")
            ui.button("Tutup", on_click=dialog.close)
        name_element(dialog, title)
        open_once(dialog)


def _name_text(reading: Reading, place: ContentPlace) -> str:
    within = name_pointer(reading, place.file, place.pointer)
    return ": ".join(part for part in (name_place(reading, place.file), within) if part)
