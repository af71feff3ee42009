"""Mulai baru: a content folder from the questions of the schema, one after another."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from nicegui import events, ui

from renjadoc.desk.outlines import list_outlines, name_regions
from renjadoc.desk.pages.fields import Fields, draw_field
from renjadoc.desk.pages.frame import address, do_and_tell, draw_upload, page_frame
from renjadoc.desk.shelf import check_new_name
from renjadoc.questions import Question, list_questions
from renjadoc.starter import lay_down_folder


def add_screen(root: Path) -> None:
    """The screen that begins a new folder of `root`."""

    @ui.page("/mulai")
    def show_new() -> None:
        next_year = date.today().year + 1
        logo: list[bytes] = []

        async def begin_folder() -> None:
            target, answers = str(name.value), read_answers(fields)
            picture, chosen = logo[-1] if logo else None, str(outline.value)

            def lay_down() -> Path:
                path = check_new_name(root, target)
                lay_down_folder(path, int(year.value), answers, picture, chosen)
                return path

            if made := await do_and_tell(lay_down):
                ui.navigate.to(f"{address(made, 'masuk')}?baru=ya")

        async def keep_logo(event: events.UploadEventArguments) -> None:
            logo.append(await event.file.read())

        with _draw_stepper() as steps:
            with _draw_step("Tahun", 1):
                year = ui.number("Tahun Renja", value=next_year, min=2000, max=2100, precision=0).classes("w-60")
                name = ui.input("Nama folder", value=f"renja-{next_year}")
                year.on_value_change(lambda: name.set_value(f"renja-{int(year.value or next_year)}"))
                outlines = list_outlines()
                outline = ui.select(outlines, value=next(iter(outlines)), label="Susunan bab").classes("w-96")
                _draw_ways(steps)
            fields = _draw_questions(steps)
            with _draw_step("Lambang", len(steps.default_slot.children) + 1):
                ui.label("Gambar lambang daerah untuk sampul (PNG atau JPEG). Boleh menyusul.")
                draw_upload("Letakkan gambar di sini", ".png,.jpg,.jpeg", keep_logo)
                with ui.row():
                    ui.button("Buat folder", on_click=begin_folder)
                    _draw_way_back(steps)


def _draw_questions(steps: ui.stepper) -> Fields:
    """A step for every group of questions; how each is read."""
    fields: Fields = {}
    groups = groupby(list_questions(), key=lambda question: question.group)
    for number, (group, questions) in enumerate(groups, start=2):
        with _draw_step(group, number):
            for question in map(_without_braces, questions):
                fields[question.pointer] = draw_field(name_regions(question), question.start)
            _draw_ways(steps)
    return fields


def _without_braces(question: Question) -> Question:
    """A question whose answer follows from others is left empty, and says so."""
    if not isinstance(question.start, str) or "{{" not in question.start:
        return question
    hint = f"{question.description} Bila dikosongkan: mengikuti nama perangkat daerah."
    return question._replace(start=None, description=hint)


def read_answers(fields: Fields) -> dict[str, Any]:
    """What was answered; of what was left as it was the new folder says its own."""
    start = {question.pointer: question.start for question in map(_without_braces, list_questions())}
    answers = {at: read() for at, read in fields.items()}
    return {at: answer for at, answer in answers.items() if (answer or None) != (start[at] or None)}


def _draw_stepper() -> ui.stepper:
    with page_frame("Mulai baru"):
        ui.label("Yang sudah tertulis hanya contoh: ganti dengan milik kantor Anda. Semua dapat diubah kemudian.")
        return ui.stepper().props("vertical header-nav animated").classes("w-full")


def _draw_step(title: str, number: int) -> ui.step:
    step = ui.step(title)
    step.props["prefix"] = number
    return step


def _draw_ways(steps: ui.stepper) -> None:
    """On to the next step, and back from all but the first."""
    with ui.row():
        ui.button("Berikutnya", on_click=steps.next)
        if len(steps.default_slot.children) > 1:
            _draw_way_back(steps)


def _draw_way_back(steps: ui.stepper) -> None:
    ui.button("Sebelumnya", on_click=steps.previous).props("flat")
