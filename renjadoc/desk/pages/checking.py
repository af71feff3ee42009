"""Periksa: what must be mended and what should be looked at, by chapter and table, examined anew after each change."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from nicegui import ui

from renjadoc.desk.inspection import Inspection, inspect_folder, name_place
from renjadoc.desk.pages.findings import EVERY, draw_findings, draw_resting
from renjadoc.desk.pages.frame import PATIENCE, draw_heading, in_background, page_frame
from renjadoc.desk.shelf import find_folder
from renjadoc.problem import Problem
from renjadoc.report import sort_problems


def add(root: Path) -> None:
    """The screen Periksa of every folder."""

    @ui.page("/renja/{name}/periksa", response_timeout=PATIENCE)
    async def show_checking(name: str) -> None:
        folder = find_folder(root, name)
        shown: list[Inspection] = []
        open_places: set[str] = set()
        with page_frame(name, folder, "periksa"):
            waiting = ui.spinner(size="lg")
            body = ui.column().classes("w-full")

        async def look() -> None:
            inspection = await in_background(lambda: inspect_folder(folder))
            if shown and shown[-1] is inspection:
                return
            shown[:] = [inspection]
            body.clear()
            with body:
                _draw_all(folder, inspection, open_places)

        await look()
        waiting.delete()
        with body.parent_slot.parent if body.parent_slot else body:
            ui.timer(EVERY, look)


def _draw_all(folder: Path, inspection: Inspection, open_places: set[str]) -> None:
    if not inspection.problems:
        ui.label("Tidak ada temuan.")
    for title, problems in (("Harus diperbaiki", inspection.errors), ("Perlu dilihat", inspection.warnings)):
        if problems:
            draw_heading(f"{title} ({len(set(problems))})")
            _draw_by_place(folder, inspection, problems, open_places)
    draw_resting(folder, inspection)
    for note in inspection.notes:
        ui.label(note)


def _draw_by_place(folder: Path, inspection: Inspection, problems: list[Problem], open_places: set[str]) -> None:
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in sort_problems(problems):
        by_file[inspection.relative(problem)].append(problem)
    for file, found in by_file.items():
        key = f"{found[0].severity} {file}"
        label = f"{name_place(inspection.reading, file)} ({len(found)})"
        panel = ui.expansion(label, value=len(by_file) == 1 or key in open_places).classes("w-full")
        # What was opened stays open when all is drawn anew.
        panel.on_value_change(lambda event, key=key: (open_places.add if event.value else open_places.discard)(key))
        with panel:
            draw_findings(folder, inspection, found)
