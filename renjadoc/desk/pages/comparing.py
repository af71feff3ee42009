"""Banding: this Renja beside another one, program by program and text by text."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from renjadoc.comparison import report
from renjadoc.comparison.differences import Comparison
from renjadoc.comparison.run import compare
from renjadoc.desk.pages.frame import do, draw_heading, page_frame
from renjadoc.desk.shelf import find_folder, list_cards
from renjadoc.edits.changeset import read_for_edits
from renjadoc.words import changed_words

#: More rows than this nobody reads on a screen; the command writes them all.
_MOST = 400


def add(root: Path) -> None:
    """The screen Banding of every folder."""

    @ui.page("/renja/{name}/banding")
    def show_comparison(name: str) -> None:
        folder = find_folder(root, name)
        others = {card.path.name: f"{card.path.name} ({card.year})" for card in list_cards(root)}
        others.pop(name, None)
        with page_frame(name, folder, "banding"):
            if not others:
                ui.label("Belum ada Renja lain di folder ini untuk dibandingkan.")
                return
            with ui.row().classes("items-end"):
                choice = ui.select(others, value=next(iter(others)), label="Bandingkan dengan").classes("w-80")
                body = ui.column().classes("w-full")

                async def show() -> None:
                    old = find_folder(root, str(choice.value))
                    found = await do(lambda: compare(read_for_edits(old), read_for_edits(folder)))
                    if found is not None:
                        body.clear()
                        with body:
                            _draw_comparison(found)

                ui.button("Bandingkan", on_click=show)
            body.move(target_index=-1)


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
