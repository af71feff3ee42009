"""Lanjut ke tahun depan: next year's folder, with what `renjadoc gulir` asks and tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nicegui import ui

from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.desk.outlines import list_outlines
from renjadoc.desk.pages.frame import address, do_and_tell, draw_heading, page_frame
from renjadoc.desk.shelf import check_new_name, find_folder
from renjadoc.desk.wording import list_some, say_on_page
from renjadoc.reshape.outline_files import describe_outline
from renjadoc.years.rollover import Rolled, roll_folder

_YEAR = re.compile(r"20\d\d")
#: More lines of one sort than these are counted.
_MOST = 30


def add_screen(root: Path) -> None:
    """The screen of every folder."""

    @ui.page("/renja/{name}/lanjut")
    def show_next(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(f"Lanjut ke tahun depan dari {name}", folder):
            _NextYear(root, folder).draw()


class _NextYear:
    """What is asked, and what came of it."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder

    def draw(self) -> None:
        ui.label("Prakiraan maju menjadi rencana, evaluasi dan capaian bergeser satu tahun. Folder ini tidak diubah.")
        reading = inspect_folder(self._folder).reading
        year = str(reading.folder.tahun + 1) if reading else ""
        self._target = ui.input("Nama folder baru", value=_name_next(self._folder.name, year)).classes("w-96")
        self._outline = ui.select(
            {"": "Tetap seperti tahun ini", **list_outlines()}, value="", label="Susunan bab tahun depan"
        ).classes("w-96")
        self._marked = ui.checkbox("Tahun yang diketik dalam naskah ikut berganti sendiri")
        self._codes = ui.checkbox("Kode yang sudah diganti dalam nomenklatur tahun depan ikut diganti")
        ui.button("Lanjut", on_click=self._roll_and_show)
        self._told = ui.column().classes("w-full gap-1")

    async def _roll_and_show(self) -> None:
        rolled = await do_and_tell(self._roll_over)
        if rolled is None:
            return
        self._told.clear()
        with self._told:
            draw_heading(f"Folder Tahun {rolled.year} siap")
            ui.link("Buka folder baru", address(rolled.target, "isi")).classes("font-medium")
            for line in _tell_rolled(rolled):
                ui.label(say_on_page(line)).classes("whitespace-pre-wrap")

    def _roll_over(self) -> Rolled:
        return roll_folder(
            self._folder,
            check_new_name(self._root, str(self._target.value)),
            write_placeholders=bool(self._marked.value),
            write_new_codes=bool(self._codes.value),
            outline=str(self._outline.value),
        )


def _name_next(name: str, year: str) -> str:
    return _YEAR.sub(year, name) if _YEAR.search(name) else f"renja-{year}"


def _tell_rolled(rolled: Rolled) -> Iterator[str]:
    """What the new folder has, in the order in which it matters."""
    yield f"{rolled.moved} sel bergeser satu tahun, {rolled.opened} sel dikosongkan untuk diisi."
    yield f"{len(rolled.looks)} isian perlu ditinjau."
    yield from (f"Perhatian: {warning}" for warning in rolled.warnings)
    yield from list_some("Tidak ditanyakan lagi, karena sudah diketahui", rolled.filled, _MOST)
    done = "sudah ikut berganti" if rolled.offers_written else "tidak diganti; lihat satu per satu"
    offers = [
        f"{name_place(None, offer.file)}: {change.old} → {change.new}"
        for offer in rolled.offers
        for change in offer.changes
    ]
    yield from list_some(f"Tahun yang diketik, {done}", offers, _MOST)
    codes = [f"{change.old} → {change.new}" for edit in rolled.new_codes.edits for change in edit.changes]
    done = "sudah diganti" if rolled.new_codes_written else "sebaiknya diganti"
    yield from list_some(f"Kode dan nama baru, {done}", codes, _MOST)
    yield from list_some("Kode yang tidak berlaku lagi", list(rolled.new_codes.told), _MOST)
    if rolled.basis:
        yield f"Landasan hukum Tahun {rolled.year} yang belum tercantum: {'; '.join(rolled.basis)}."
    if rolled.rearranged is not None:
        yield from describe_outline(rolled.rearranged)
