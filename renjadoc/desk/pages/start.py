"""Mulai baru, Ambil alih dari Word, Lanjut ke tahun depan: how a content folder comes into being."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from nicegui import events, ui

from renjadoc.adoption.adopt import adopt
from renjadoc.desk.guard import MOST_BYTES
from renjadoc.desk.pages.frame import address, do, page_frame, show_message
from renjadoc.desk.shelf import check_new_name, find_folder
from renjadoc.starter import lay_down
from renjadoc.years.rollover import roll


def add(root: Path) -> None:
    """The three ways to a new folder of `root`."""
    _add_new(root)
    _add_adoption(root)
    _add_next_year(root)


def _add_new(root: Path) -> None:
    @ui.page("/mulai")
    def show_new() -> None:
        with page_frame("Mulai baru"):
            year = ui.number("Tahun Renja", value=date.today().year + 1, min=2000, max=2100, precision=0)
            name = ui.input("Nama folder", value=f"renja-{date.today().year + 1}")

            async def begin() -> None:
                def lay() -> Path:
                    target = check_new_name(root, str(name.value))
                    lay_down(target, int(year.value))
                    return target

                await _go_on(await do(lay))

            ui.button("Mulai", on_click=begin)


def _add_adoption(root: Path) -> None:
    @ui.page("/ambil-alih")
    def show_adoption() -> None:
        with page_frame("Ambil alih dari Word"):
            name = ui.input("Nama folder", value="renja-lama")
            ui.label("Letakkan dokumen Renja lama (.docx) di sini.")

            async def take(event: events.UploadEventArguments) -> None:
                content = await event.file.read()

                def take_over() -> Path:
                    target = check_new_name(root, str(name.value))
                    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
                        docx = Path(temporary, Path(event.file.name).name)
                        docx.write_bytes(content)
                        adopt(docx, target, date.today())
                    return target

                await _go_on(await do(take_over))

            ui.upload(on_upload=take, auto_upload=True, max_file_size=MOST_BYTES, label="Dokumen Word").props("accept=.docx")


def _add_next_year(root: Path) -> None:
    @ui.page("/renja/{name}/lanjut")
    def show_next(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(f"Lanjut ke tahun depan dari {name}"):
            target = ui.input("Nama folder baru", value="renja-")

            async def go() -> None:
                rolled = await do(lambda: roll(folder, check_new_name(root, str(target.value))))
                if rolled is not None:
                    lines = [f"{rolled.moved} sel bergeser satu tahun, {rolled.opened} sel dibuka."]
                    show_message(f"Folder Tahun {rolled.year} siap", [*lines, *rolled.warnings])

            ui.button("Lanjut", on_click=go)


async def _go_on(made: Path | None) -> None:
    """To the new folder, where it was made."""
    if made is not None:
        ui.navigate.to(address(made, "periksa"))
