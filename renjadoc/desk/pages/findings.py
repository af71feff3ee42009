"""Findings as lines that lead to their place: each may be set aside with a reason, an unknown word be made known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc.content.pointers import join, value_at
from renjadoc.desk.finding_places import find_unknown_word, name_finding
from renjadoc.desk.inspection import Inspection, inspect_folder
from renjadoc.desk.pages.frame import do, in_background, name_element, on_top
from renjadoc.desk.pages.places import open_place
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
EVERY = 2.0
#: More lines than this nobody reads at once.
_MOST = 200


def draw_findings(folder: Path, inspection: Inspection, problems: Iterable[Problem]) -> None:
    """A line for every finding, in the order of their places."""
    listed = sort_problems(problems)
    for problem in listed[:_MOST]:
        _draw_finding(folder, inspection, problem)
    if len(listed) > _MOST:
        ui.label(f"dan {len(listed) - _MOST} temuan lagi; tampil sesudah yang di atas diselesaikan.")


def _draw_finding(folder: Path, inspection: Inspection, problem: Problem) -> None:
    place = name_finding(inspection, problem)
    said = f"{place}: {problem.message}" if place else problem.message
    with ui.column().classes("gap-0 py-1 w-full"):
        ui.link(said, open_place(folder, inspection.relative(problem), problem.location.pointer))
        with ui.row().classes("items-center gap-2"):
            ui.label(f"{problem.hint} ({problem.code})".strip()).classes("text-sm")
            if word := find_unknown_word(problem):
                button = ui.button("Tambah ke kamus", on_click=partial(_learn, folder, word))
                name_element(button.props("flat dense size=sm"), f"Tambah “{word}” ke kamus")
            if _RESTING.fullmatch(problem.code):
                button = ui.button("Abaikan dengan alasan", on_click=partial(_ask_reason, folder, problem.code))
                name_element(button.props("flat dense size=sm"), f"Abaikan {problem.code} dengan alasan")


async def _learn(folder: Path, word: str) -> None:
    await do(lambda: [add_word(folder, word)])


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
            await do(lambda: [_rest_rule(folder, code, said)])

        with ui.row():
            ui.button("Abaikan", on_click=go_on)
            ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, f"Abaikan {code}")
    dialog.open()


def draw_resting(folder: Path, inspection: Inspection) -> None:
    """The rules that were set aside, each with its reason and the way back."""
    resting = _read_resting(inspection)
    if not resting:
        return
    with ui.expansion(f"Diabaikan ({len(resting)})").classes("w-full"):
        for code, reason in resting.items():
            with ui.row().classes("items-center"):
                ui.label(f"{code}: {reason}")
                button = ui.button("Periksa lagi", on_click=partial(_wake, folder, code, reason))
                name_element(button.props("flat dense size=sm"), f"Periksa {code} lagi")


async def _wake(folder: Path, code: str, reason: str) -> None:
    at = join("", _KEY, code)
    edits = [Edit("dokumen.json", at, "remove")]
    await do(lambda: [write_edits(folder, edits, f"{code} diperiksa lagi", [Seen("dokumen.json", at, reason)])])


def _read_resting(inspection: Inspection) -> dict[str, str]:
    if inspection.reading is None:
        return {}
    found = value_at(inspection.reading.folder.dokumen.data, join("", _KEY))
    return dict(found) if isinstance(found, dict) else {}


def _rest_rule(folder: Path, code: str, reason: str) -> int:
    """Let a rule rest, as dokumen.json says it. Raises ProblemsFound."""
    resting = _read_resting(inspect_folder(folder))
    at, value = (join("", _KEY, code), reason) if resting else (join("", _KEY), {code: reason})
    return write_edits(folder, [Edit("dokumen.json", at, "set", value)], f"{code} diabaikan: {reason}")


def watch_file(folder: Path, file: str) -> None:
    """The findings of one file, below what is written there; they follow every change by themselves."""
    shown: list[Inspection] = []
    with ui.expansion("Temuan").classes("w-full") as panel:
        body = ui.column().classes("w-full gap-0")

    async def look() -> None:
        inspection = await in_background(lambda: inspect_folder(folder))
        if shown and shown[-1] is inspection:
            return
        shown[:] = [inspection]
        problems = [problem for problem in inspection.problems if inspection.relative(problem) == file]
        errors = sum(problem.is_error for problem in problems)
        panel.text = f"{errors} harus diperbaiki, {len(problems) - errors} perlu dilihat di sini"
        body.clear()
        with body:
            draw_findings(folder, inspection, problems)

    ui.timer(EVERY, look)
