"""Banding: this Renja beside another one, or beside an earlier version of itself, program by program, text by text."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from renjadoc.comparison import report
from renjadoc.comparison.differences import Comparison
from renjadoc.comparison.run import compare
from renjadoc.desk import versions
from renjadoc.desk.pages.frame import do_and_tell, draw_heading, in_background, page_frame
from renjadoc.desk.shelf import find_folder
from renjadoc.edits.changeset import read_for_edits
from renjadoc.words import changed_words

#: More rows than this nobody reads on a screen; the command writes them all.
_MOST = 400


def add_screen(root: Path) -> None:
    """The screen Banding of every folder."""

    @ui.page("/renja/{name}/banding")
    async def show_comparison(name: str) -> None:
        folder = find_folder(root, name)
        others = await in_background(lambda: versions.list_others(root, folder))
        with page_frame(name, folder, "banding"):
            ui.label("Apa yang berubah sejak Renja lain, atau sejak keadaan terdahulu Renja ini.")
            if not others:
                ui.label("Belum ada yang dapat dibandingkan: folder ini satu-satunya, dan belum pernah ditulisi.")
                return
            with ui.row().classes("items-end w-full"):
                choice = ui.select(others, value=next(iter(others)), label="Bandingkan dengan", with_input=True)
                choice.classes("grow max-w-3xl")
                body = ui.column().classes("w-full")

                async def show_differences() -> None:
                    found = await do_and_tell(lambda: compare_with(root, folder, str(choice.value)))
                    if found is not None:
                        body.clear()
                        with body:
                            _draw_comparison(found)

                ui.button("Bandingkan", on_click=show_differences)
            body.move(target_index=-1)


def compare_with(root: Path, folder: Path, chosen: str) -> Comparison:
    """What changed in a folder since another one, or since a version of itself. Raises ProblemsFound."""
    with versions.open_other(root, folder, chosen) as old:
        return compare(read_for_edits(old), read_for_edits(folder))


def _draw_comparison(found: Comparison) -> None:
    draw_heading("Program dan pagu")
    _draw_table(report.PROGRAM_HEADS, [list(row) for row in report.program_rows(found)])
    draw_heading("Naskah")
    rows = []
    for change in found.naskah[:_MOST]:
        old, new = changed_words(change.lama, change.baru)
        texts = ["".join(f"«{text}»" if differs else text for text, differs in side) for side in (old, new)]
        rows.append([change.bagian, change.perubahan, *texts])
    _draw_table(report.TEXT_HEADS, rows)
    draw_heading("Isian lain")
    cells = [[c.berkas, c.baris, c.kolom, c.lama, c.baru] for c in found.isian]
    _draw_table(report.CELL_HEADS, cells)


def _draw_table(heads: tuple[str, ...], rows: list[list[str]]) -> None:
    if not rows:
        ui.label("Tidak berubah.")
        return
    columns = [
        {"name": str(number), "label": head, "field": str(number), "align": "left"} for number, head in enumerate(heads)
    ]
    shown = [{str(number): str(value) for number, value in enumerate(row)} | {"id": at} for at, row in enumerate(rows)]
    ui.table(columns=columns, rows=shown[:_MOST], row_key="id").props("wrap-cells flat bordered").classes("w-full")
    if len(rows) > _MOST:
        ui.label(f"dan {len(rows) - _MOST} baris lagi")
