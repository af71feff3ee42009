"""Mulai baru, Ambil alih dari Word, Lanjut ke tahun depan: how a content folder comes into being."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from datetime import date
from itertools import groupby
from pathlib import Path

from nicegui import events, ui

from renjadoc import resources
from renjadoc.adoption.adopt import adopt
from renjadoc.desk.pages.fields import Fields, draw_field
from renjadoc.desk.pages.frame import address, do, draw_upload, page_frame, show_message
from renjadoc.desk.shelf import check_new_name, find_folder
from renjadoc.questions import list_questions
from renjadoc.starter import lay_down_folder
from renjadoc.years.amendment import amend_folder
from renjadoc.years.rollover import roll_folder


def add(root: Path) -> None:
    """The three ways to a new folder of `root`."""
    _add_new(root)
    _add_adoption(root)
    _add_next_year(root)
    _add_amendment(root)


def _add_new(root: Path) -> None:
    @ui.page("/mulai")
    def show_new() -> None:
        next_year = date.today().year + 1
        logo: list[bytes] = []

        async def begin() -> None:
            target, answers = str(name.value), {at: read() for at, read in fields.items()}
            picture, chosen = logo[-1] if logo else None, str(outline.value)
            await _open_made(
                root, target, lambda path: lay_down_folder(path, int(year.value), answers, picture, chosen), "masuk"
            )

        async def keep_logo(event: events.UploadEventArguments) -> None:
            logo.append(await event.file.read())

        with page_frame("Mulai baru"), ui.stepper().props("vertical header-nav animated").classes("w-full") as steps:
            with ui.step("Tahun"):
                year = ui.number("Tahun Renja", value=next_year, min=2000, max=2100, precision=0)
                name = ui.input("Nama folder", value=f"renja-{next_year}")
                year.on_value_change(lambda: name.set_value(f"renja-{int(year.value or next_year)}"))
                outlines = _list_outlines()
                outline = ui.select(outlines, value=next(iter(outlines)), label="Susunan bab").classes("w-96")
                _draw_next(steps)
            fields = _draw_questions(steps)
            with ui.step("Lambang"):
                ui.label("Gambar lambang daerah untuk sampul (PNG atau JPEG). Boleh menyusul.")
                draw_upload("Letakkan gambar di sini", ".png,.jpg,.jpeg", keep_logo)
                ui.button("Buat folder", on_click=begin)


def _draw_questions(steps: ui.stepper) -> Fields:
    """A step for every group of questions; how each is read."""
    fields: Fields = {}
    for group, questions in groupby(list_questions(), key=lambda question: question.group):
        with ui.step(group):
            for question in questions:
                fields[question.pointer] = draw_field(question, question.start)
            _draw_next(steps)
    return fields


def _list_outlines() -> dict[str, str]:
    """The outlines that a new folder can have, the newest first, as they name themselves."""
    paths = sorted(
        resources.outlines_folder().glob("permendagri-*.json"), key=lambda path: path.stem[-4:], reverse=True
    )
    return {path.stem: json.loads(path.read_text("utf-8"))["nama"] for path in paths}


def _draw_next(steps: ui.stepper) -> None:
    ui.button("Berikutnya", on_click=steps.next)


def _add_adoption(root: Path) -> None:
    @ui.page("/ambil-alih")
    def show_adoption() -> None:
        with page_frame("Ambil alih dari Word"):
            name = ui.input("Nama folder", value="renja-lama")

            async def take(event: events.UploadEventArguments) -> None:
                content = await event.file.read()

                def take_over(target: Path) -> None:
                    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
                        docx = Path(temporary, Path(event.file.name).name)
                        docx.write_bytes(content)
                        adopt(docx, target, date.today())

                await _open_made(root, str(name.value), take_over)

            draw_upload("Letakkan dokumen Renja lama (.docx) di sini", ".docx", take)


def _add_next_year(root: Path) -> None:
    @ui.page("/renja/{name}/lanjut")
    def show_next(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(f"Lanjut ke tahun depan dari {name}"):
            target = ui.input("Nama folder baru", value="renja-")

            async def go() -> None:
                rolled = await do(lambda: roll_folder(folder, check_new_name(root, str(target.value))))
                if rolled is not None:
                    lines = [f"{rolled.moved} sel bergeser satu tahun, {rolled.opened} sel dibuka."]
                    show_message(f"Folder Tahun {rolled.year} siap", [*lines, *rolled.warnings])

            ui.button("Lanjut", on_click=go)


def _add_amendment(root: Path) -> None:
    @ui.page("/renja/{name}/perubahan")
    def show_amendment(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(f"Renja Perubahan dari {name}"):
            target = ui.input("Nama folder baru", value=f"{name}-perubahan").classes("w-96")
            quarters = {quarter: f"Triwulan {quarter}" for quarter in ("I", "II", "III", "IV")}
            quarter = ui.select(quarters, value="II", label="Triwulan terakhir yang dievaluasi").classes("w-96")

            async def go() -> None:
                stated = str(quarter.value)
                await _open_made(root, str(target.value), lambda path: amend_folder(folder, path, stated))

            ui.button("Buat Perubahan", on_click=go)


async def _open_made(root: Path, name: str, make: Callable[[Path], object], screen: str = "isi") -> None:
    """Make the folder `name` and go to a screen of it; what stops it is shown."""

    def make_folder() -> Path:
        target = check_new_name(root, name)
        make(target)
        return target

    made = await do(make_folder)
    if made is not None:
        ui.navigate.to(address(made, screen))
