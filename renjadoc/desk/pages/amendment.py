"""Buat Perubahan: the folder of a Renja Perubahan, with what `renjadoc perubahan` asks and tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nicegui import ui

from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.desk.pages.frame import address, do_and_tell, draw_heading, page_frame
from renjadoc.desk.shelf import check_new_name, find_folder
from renjadoc.problem import join_some
from renjadoc.reading import Reading
from renjadoc.years.amendment import EVALUATION, QUARTERS, Amended, amend_folder

#: More files that were not copied than these are counted.
_MOST = 10


def add_screen(root: Path) -> None:
    """The screen of every folder."""

    @ui.page("/renja/{name}/perubahan")
    def show_amendment(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(f"Renja Perubahan dari {name}", folder):
            ui.label(
                "Rencana yang sekarang disimpan sebagai “sebelum perubahan”, dan naskahnya dimulai. Folder ini tetap."
            )
            target = ui.input("Nama folder baru", value=f"{name}-perubahan").classes("w-96")
            quarters = {quarter: f"Triwulan {quarter}" for quarter in QUARTERS}
            quarter = ui.select(quarters, value="II", label="Triwulan terakhir yang dievaluasi").classes("w-96")

            async def make_amendment() -> None:
                wanted, stated = str(target.value), str(quarter.value)
                amended = await do_and_tell(lambda: amend_folder(folder, check_new_name(root, wanted), stated))
                if amended is not None:
                    _show_made(told, folder, amended)

            ui.button("Buat Perubahan", on_click=make_amendment)
            told = ui.column().classes("w-full gap-1")


def _show_made(told: ui.column, source: Path, amended: Amended) -> None:
    told.clear()
    with told:
        draw_heading(f"Folder Renja Perubahan Tahun {amended.folder.tahun} siap")
        ui.link("Buka folder baru", address(amended.target, "isi")).classes("font-medium")
        before, after = (inspect_folder(path).reading for path in (source, amended.target))
        for line in tell_amended(amended, before, after):
            ui.label(line).classes("whitespace-pre-wrap")


def tell_amended(amended: Amended, before: Reading | None, after: Reading | None) -> Iterator[str]:
    """What was made, what is to be done in it, and what stays in the Renja that it changes."""
    plans = "; ".join(name_place(after, f"tabel/{name}.json") for name in amended.plans)
    yield f"Ubah target dan pagu, dan tulis alasannya, dalam {plans}; juga lewat Excel atau SIPD."
    evaluation = name_place(after, f"tabel/{EVALUATION}.json")
    yield f"Isi realisasi sampai dengan Triwulan {amended.quarter} dalam {evaluation}, lalu naskahnya."
    left = [*(f"tabel/{name}.json" for name in amended.left), *amended.parts]
    if left:
        yield f"Tetap di Renja semula, tidak dibawa: {'; '.join(name_place(before, file) for file in left)}."
    if amended.passed:
        yield f"Bukan isi Renja, tidak disalin: {join_some(amended.passed, _MOST)}."
