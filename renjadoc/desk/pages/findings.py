"""Findings as lines that lead to their place: each may be set aside with a reason, an unknown word be made known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from nicegui import ui

from renjadoc.content.pointers import join, value_at
from renjadoc.desk.finding_places import find_unknown_word, name_finding
from renjadoc.desk.inspection import Inspection, inspect_folder
from renjadoc.desk.pages.frame import do_and_tell, in_background, name_element, on_top, open_once
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.pages.standing import StandingList
from renjadoc.desk.wording import say_on_page
from renjadoc.desk.writing import Seen, add_word, write_edits
from renjadoc.edits.edit import Edit
from renjadoc.problem import Problem
from renjadoc.report import sort_problems

#: The rules that an office may set aside; what cannot be read at all is none of them.
_RESTING = re.compile(r"RJ[1-9]\d\d")
_KEY = "aturan_dimatikan"
#: The shortest reason that the schema takes.
_LEAST = 5
#: So often it is looked whether a file changed, in seconds; nothing is examined as long as none did.
EVERY = 0.1
#: More lines than this nobody reads at once.
_MOST = 200


class _Said(NamedTuple):
    """What a finding says and what can be done about it, wherever its place has moved meanwhile."""

    message: str
    advice: str
    code: str
    word: str


class Findings:
    """Findings as lines in the order of their places; a line stays as long as its finding does."""

    def __init__(self, folder: Path, body: ui.element) -> None:
        self._folder = folder
        self._lines: StandingList[_Said | str, ui.element] = StandingList(body)

    def show(self, inspection: Inspection, problems: Iterable[Problem]) -> None:
        """Show these findings of the folder."""
        listed = sort_problems(problems)
        shown = listed[:_MOST]
        more = len(listed) - len(shown)
        rest = [f"dan {more} temuan lagi; tampil sesudah yang di atas diselesaikan."] if more else []
        lines = self._lines.show([*map(_say_finding, shown), *rest], self._draw)
        for line, problem in zip(lines, shown, strict=False):
            if isinstance(line, _Line):
                line.lead_to(inspection, problem)

    def _draw(self, said: _Said | str) -> ui.element:
        return ui.label(said) if isinstance(said, str) else _Line(self._folder, said)


def _say_finding(problem: Problem) -> _Said:
    advice = say_on_page(f"{problem.hint} ({problem.code})".strip())
    return _Said(problem.message, advice, problem.code, find_unknown_word(problem))


class _Line(ui.column):
    """One finding: it leads to its place, may be set aside with a reason, or have its word made known."""

    def __init__(self, folder: Path, said: _Said) -> None:
        super().__init__()
        self._folder = folder
        with self.classes("gap-0 py-1 w-full"):
            self._link = ui.link()
            with ui.row().classes("items-center gap-2"):
                ui.label(said.advice).classes("text-sm")
                if said.word:
                    button = ui.button("Tambah ke kamus", on_click=partial(_learn_word, folder, said.word))
                    name_element(button.props("flat dense size=sm"), f"Tambah “{said.word}” ke kamus")
                if _RESTING.fullmatch(said.code):
                    button = ui.button("Abaikan dengan alasan", on_click=partial(_ask_reason, folder, said.code))
                    name_element(button.props("flat dense size=sm"), f"Abaikan {said.code} dengan alasan")

    def lead_to(self, inspection: Inspection, problem: Problem) -> None:
        """Say where the finding is now, and lead there."""
        place = name_finding(inspection, problem)
        self._link.text = say_on_page(f"{place}: {problem.message}" if place else problem.message)
        leads = open_place(self._folder, inspection.relative(problem), problem.location.pointer)
        if self._link.props.get("href") != leads:
            self._link.props["href"] = leads


async def _learn_word(folder: Path, word: str) -> None:
    await do_and_tell(lambda: [add_word(folder, word)])


def _ask_reason(folder: Path, code: str) -> None:
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full"):
        ui.label(f"Abaikan semua temuan {code}").classes("text-lg font-medium")
        ui.label(
            f"Aturan {code} tidak diperiksa lagi untuk Renja ini; alasannya tercatat dan dapat dicabut di Periksa."
        )
        reason = ui.input("Alasan").classes("w-full")

        async def go_on() -> None:
            said = str(reason.value or "").strip()
            if len(said) < _LEAST:
                reason.error = f"Tulis alasannya, sedikitnya {_LEAST} huruf."
                return
            dialog.close()
            await do_and_tell(lambda: [_rest_rule(folder, code, said)])

        with ui.row():
            ui.button("Abaikan", on_click=go_on)
            ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, f"Abaikan {code}")
    open_once(dialog)


class Resting(ui.expansion):
    """The rules that were set aside, each with its reason and the way back."""

    def __init__(self, folder: Path) -> None:
        super().__init__("Diabaikan")
        self._folder = folder
        with self.classes("w-full"):
            self._rules: StandingList[tuple[str, str], ui.row] = StandingList(ui.column())

    def show(self, resting: Mapping[str, str]) -> None:
        """Show these rules with their reasons."""
        self.text = f"Diabaikan ({len(resting)})"
        self._rules.show(resting.items(), self._draw)

    def _draw(self, rule: tuple[str, str]) -> ui.row:
        code, reason = rule
        with ui.row().classes("items-center") as row:
            ui.label(f"{code}: {reason}")
            button = ui.button("Periksa lagi", on_click=partial(_wake_rule, self._folder, code, reason))
            name_element(button.props("flat dense size=sm"), f"Periksa {code} lagi")
        return row


async def _wake_rule(folder: Path, code: str, reason: str) -> None:
    at = join("", _KEY, code)
    edits = [Edit("dokumen.json", at, "remove")]
    await do_and_tell(
        lambda: [write_edits(folder, edits, f"{code} diperiksa lagi", [Seen("dokumen.json", at, reason)])]
    )


def read_resting(inspection: Inspection) -> dict[str, str]:
    """The rules that were set aside in a folder, each with its reason."""
    if inspection.reading is None:
        return {}
    found = value_at(inspection.reading.folder.dokumen.data, join("", _KEY))
    return dict(found) if isinstance(found, dict) else {}


def _rest_rule(folder: Path, code: str, reason: str) -> int:
    """Let a rule rest, as dokumen.json says it. Raises ProblemsFound."""
    resting = read_resting(inspect_folder(folder))
    at, value = (join("", _KEY, code), reason) if resting else (join("", _KEY), {code: reason})
    return write_edits(folder, [Edit("dokumen.json", at, "set", value)], f"{code} diabaikan: {reason}")


def watch_file(folder: Path, file: str) -> None:
    """The findings of one file, below what is written there; they follow every change by themselves."""
    shown: list[Inspection] = []
    with ui.expansion("Temuan").classes("w-full") as panel:
        findings = Findings(folder, ui.column().classes("w-full gap-0"))

    async def look_again() -> None:
        inspection = await in_background(lambda: inspect_folder(folder))
        if shown and shown[-1] is inspection:
            return
        shown[:] = [inspection]
        problems = [problem for problem in inspection.problems if inspection.relative(problem) == file]
        errors = sum(problem.is_error for problem in problems)
        panel.text = f"{errors} harus diperbaiki, {len(problems) - errors} perlu dilihat di sini"
        findings.show(inspection, problems)

    ui.timer(EVERY, look_again)
