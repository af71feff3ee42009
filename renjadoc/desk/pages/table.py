"""One table of Isi: filled here in a grid, or in Excel: taken out for a Bidang, dropped back, merged."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from renjadoc.desk.grids import Grid
from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.desk.pages.findings import watch_file
from renjadoc.desk.pages.frame import PATIENCE, address, in_background, page_frame
from renjadoc.desk.pages.incoming import draw_export, draw_incoming
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.pages.table_editor import TableEditor
from renjadoc.desk.pages.table_facts import TableFacts
from renjadoc.desk.shelf import find_folder
from renjadoc.reading import Reading


def add_screen(root: Path) -> None:
    """The screen of every table."""

    @ui.page("/renja/{name}/isi/tabel/{stem}", response_timeout=PATIENCE)
    async def show_table(name: str, stem: str, di: str = "") -> None:
        folder, file = find_folder(root, name), f"tabel/{stem}.json"
        inspection = await in_background(lambda: inspect_folder(folder))
        reading = inspection.reading
        with page_frame(name, folder, "isi", is_wide=True):
            if reading is None or stem not in reading.tables:
                ui.label("Tabel ini tidak ada, atau berkasnya belum dapat dipakai.")
                ui.link("Lihat di Periksa apa yang harus diperbaiki", address(folder, "periksa"))
                return
            ui.label(name_place(reading, file)).classes("text-xl font-medium").props("role=heading aria-level=2")
            watch_file(folder, file)
            if reading.tables[stem].is_view:
                _draw_view(folder, reading, stem)
            else:
                with ui.expansion("Isi tabel ini di Excel", icon="table_view").classes("w-full"):
                    draw_export(folder)
                    draw_incoming(folder, "Letakkan kembali Excel yang sudah diisi di sini", ".xlsx")
            if reading.tables[stem].layout.columns:
                TableEditor(folder, Grid(reading, stem)).draw(di)
            TableFacts(folder, reading, stem).draw()


def _draw_view(folder: Path, reading: Reading, stem: str) -> None:
    """Where the rows of a table that shows another one are filled."""
    source = f"tabel/{reading.tables[stem].data.get('sumber', '')}.json"
    with ui.row().classes("items-center"):
        ui.label("Isi tabel ini dihitung dari tabel lain dan tidak diketik di sini. Isilah:")
        ui.link(name_place(reading, source), open_place(folder, source))
