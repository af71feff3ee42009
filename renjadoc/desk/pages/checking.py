"""Periksa: what must be mended and what should be looked at, by chapter and table, in the words of the rules."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from nicegui import ui

from renjadoc.desk.inspection import Inspection, inspect_folder, name_place
from renjadoc.desk.pages.frame import in_background, page_frame
from renjadoc.desk.shelf import find_folder
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from renjadoc.report import sort_problems


def add(root: Path) -> None:
    """The screen Periksa of every folder."""

    @ui.page("/renja/{name}/periksa")
    async def show_checking(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "periksa"):
            waiting = ui.spinner(size="lg")
            body = ui.column().classes("w-full")
        inspection = await in_background(lambda: inspect_folder(folder))
        waiting.delete()
        with body:
            _draw_findings(folder, inspection)


def _draw_findings(folder: Path, inspection: Inspection) -> None:
    if not inspection.problems:
        ui.label("Tidak ada temuan.")
    for title, problems in (("Harus diperbaiki", inspection.errors), ("Perlu dilihat", inspection.warnings)):
        if problems:
            ui.label(f"{title} ({len(set(problems))})").classes("text-lg font-medium").props(
                "role=heading aria-level=2"
            )
            _draw_by_place(folder, inspection.reading, problems)
    for note in inspection.notes:
        ui.label(note)


def _draw_by_place(folder: Path, reading: Reading | None, problems: list[Problem]) -> None:
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in sort_problems(problems):
        by_file[problem.location.file.removeprefix(f"{folder.as_posix()}/")].append(problem)
    for file, found in by_file.items():
        with ui.expansion(f"{name_place(reading, file)} ({len(found)})", value=len(by_file) == 1).classes("w-full"):
            ui.label(f"Berkas {file}").classes("text-sm")
            for problem in found:
                with ui.column().classes("gap-0 py-1"):
                    ui.label(problem.message)
                    place = f"baris {problem.location.line}, " if problem.location.line else ""
                    ui.label(f"{place}aturan {problem.code}. {problem.hint}".strip()).classes("text-sm")
