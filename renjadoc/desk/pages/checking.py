"""Periksa: what must be mended and what should be looked at, by chapter and table, examined anew after each change."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from nicegui import ui

from renjadoc.desk.inspection import Inspection, inspect_folder, name_place
from renjadoc.desk.pages.findings import EVERY, Findings, Resting, read_resting
from renjadoc.desk.pages.frame import PATIENCE, draw_heading, in_background, page_frame
from renjadoc.desk.pages.standing import StandingList
from renjadoc.desk.shelf import find_folder
from renjadoc.problem import Problem
from renjadoc.report import sort_problems

_GROUPS = ("Harus diperbaiki", "Perlu dilihat")
_RESTING = "Diabaikan"


def add_screen(root: Path) -> None:
    """The screen Periksa of every folder."""

    @ui.page("/renja/{name}/periksa", response_timeout=PATIENCE)
    async def show_checking(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "periksa"):
            waiting = ui.spinner(size="lg")
            checked = _Checked(folder)
            await checked.look()
            waiting.delete()
            ui.timer(EVERY, checked.look)


class _Checked:
    """All that is to be known of a folder, as it stood when it was looked at last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shown: Inspection | None = None
        self._parts: StandingList[str, ui.element] = StandingList(ui.column().classes("w-full"))

    async def look(self) -> None:
        """Show what became of the folder, if a file of it changed."""
        inspection = await in_background(lambda: inspect_folder(self._folder))
        if inspection is not self._shown:
            self._shown = inspection
            self._show(inspection)

    def _show(self, inspection: Inspection) -> None:
        groups = dict(zip(_GROUPS, (inspection.errors, inspection.warnings), strict=True))
        resting = read_resting(inspection)
        keys = [title for title, problems in groups.items() if problems] or ["Tidak ada temuan."]
        keys += [_RESTING] if resting else []
        for part in self._parts.show([*keys, *inspection.notes], self._draw_part):
            if isinstance(part, _Group):
                part.show(inspection, groups[part.title])
            elif isinstance(part, Resting):
                part.show(resting)

    def _draw_part(self, key: str) -> ui.element:
        if key in _GROUPS:
            return _Group(self._folder, key)
        return Resting(self._folder) if key == _RESTING else ui.label(key)


class _Group(ui.column):
    """Findings of one weight, by the chapter or table that they are in."""

    def __init__(self, folder: Path, title: str) -> None:
        super().__init__()
        self._folder, self.title = folder, title
        with self.classes("w-full"):
            self._heading = draw_heading(title)
            self._places: StandingList[str, _Place] = StandingList(ui.column().classes("w-full"))

    def show(self, inspection: Inspection, problems: list[Problem]) -> None:
        """Show these findings."""
        self._heading.text = f"{self.title} ({len(set(problems))})"
        by_file: dict[str, list[Problem]] = defaultdict(list)
        order = {} if inspection.reading is None else inspection.reading.file_order
        for problem in sort_problems(problems, order):
            by_file[inspection.relative(problem)].append(problem)
        places = self._places.show(by_file, lambda _: _Place(self._folder, is_open=len(by_file) == 1))
        for place, (file, found) in zip(places, by_file.items(), strict=True):
            place.text = f"{name_place(inspection.reading, file)} ({len(found)})"
            place.findings.show(inspection, found)


class _Place(ui.expansion):
    """The findings of one chapter or table; it stays open or closed as somebody left it."""

    def __init__(self, folder: Path, *, is_open: bool) -> None:
        super().__init__(value=is_open)
        with self.classes("w-full"):
            self.findings = Findings(folder, ui.column().classes("w-full"))
