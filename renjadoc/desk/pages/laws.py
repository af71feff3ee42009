"""Daftar dasar hukum: the regulations as they are cited, each with its facts in a form, in their order."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

from nicegui import ui

from renjadoc.checks.regulations import short_name
from renjadoc.content.pointers import value_at
from renjadoc.desk import laws
from renjadoc.desk.fields_edits import merge_answers
from renjadoc.desk.inspection import inspect_folder
from renjadoc.desk.pages.asking import ask_fields, read_answers
from renjadoc.desk.pages.boxes import SectionEditor
from renjadoc.desk.pages.fields import draw_groups
from renjadoc.desk.pages.frame import (
    PATIENCE,
    address,
    close_and_go_on,
    in_background,
    name_element,
    on_top,
    open_once,
    page_frame,
)
from renjadoc.desk.pages.placed_boxes import BlockKinds, Host
from renjadoc.desk.pages.writing_desk import Desk
from renjadoc.desk.sections import read_lines
from renjadoc.desk.shelf import find_folder
from renjadoc.narrative import citation
from renjadoc.narrative.regulation_entry import RegulationEntry


def add_screen(root: Path) -> None:
    """The screen of every list of regulations."""

    @ui.page("/renja/{name}/isi/hukum/{stem}", response_timeout=PATIENCE)
    async def show_laws(name: str, stem: str, di: str = "") -> None:
        folder, file = find_folder(root, name), f"regulasi/{stem}.json"
        inspection = await in_background(lambda: inspect_folder(folder))
        reading = inspection.reading
        with page_frame(name, folder, "isi"):
            ui.label("Daftar dasar hukum").classes("text-xl font-medium").props("role=heading aria-level=2")
            if reading is None or stem not in reading.folder.regulasi:
                ui.label("Daftar ini tidak ada, atau berkasnya belum dapat dipakai.")
                ui.link("Lihat di Periksa apa yang harus diperbaiki", address(folder, "periksa"))
                return
            desk = Desk(folder)
            boxes = read_lines(file, reading.folder.regulasi[stem].data, "regulasi", "Dasar hukum")
            SectionEditor(desk, reading, boxes, "Dasar hukum", di, LAWS)


def ask_law(entry: RegulationEntry, keep: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    """A regulation in a form, with what amended it below."""
    amendments = laws.read_amendments(entry)
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full max-w-3xl"):
        fields = draw_groups(laws.list_law_questions(), lambda question: value_at(entry, question.pointer))
        ui.label("Perubahan").classes("font-medium")
        listed = ui.column().classes("w-full gap-0")
        _draw_amendments(listed, amendments)

        async def go_on() -> None:
            if (answers := read_answers(laws.list_law_questions(), fields)) is None:
                return
            law = laws.join_amendments(merge_answers({}, answers), amendments)
            await close_and_go_on(dialog, lambda: keep(law))

        with ui.row():
            ui.button("Simpan", on_click=go_on)
            ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, "Peraturan")
    open_once(dialog)


def _draw_amendments(listed: ui.column, amendments: list[RegulationEntry]) -> None:
    """What amended a regulation, from the first, each with its buttons, and the way to one more."""

    def put_amendment(number: int, amendment: RegulationEntry | None) -> None:
        amendments[number : number + 1] = [amendment] if amendment else []
        _draw_amendments(listed, amendments)

    listed.clear()
    with listed:
        for number, amendment in enumerate(amendments):
            called = f"perubahan ke-{number + 1}"
            with ui.row().classes("items-center no-wrap"):
                ui.label(f"{number + 1}. {short_name(amendment)}")
                edit = ui.button(
                    icon="edit", on_click=partial(_ask_amendment, amendment, partial(put_amendment, number))
                )
                name_element(edit.props("flat round dense size=sm"), f"Ubah {called}")
                remove = ui.button(icon="delete", on_click=partial(put_amendment, number, None))
                name_element(remove.props("flat round dense size=sm"), f"Hapus {called}")
        add = partial(_ask_amendment, {}, partial(put_amendment, len(amendments)))
        ui.button("Tambah perubahan", icon="add", on_click=add).props("flat dense")


def _ask_amendment(amendment: RegulationEntry, put: Callable[[RegulationEntry], None]) -> None:
    async def keep_amendment(answers: dict[str, Any]) -> None:
        put(cast(RegulationEntry, merge_answers({}, answers)))

    questions = laws.list_amendment_questions()
    ask_fields("Peraturan yang mengubah", questions, lambda one: value_at(amendment, one.pointer), keep_amendment)


def _draw_law(section: Host, index: int, entry: RegulationEntry) -> None:
    """A regulation as it is cited, and the way to its facts."""
    ui.label(citation.write_citation(entry))

    async def keep_law(new: dict[str, Any]) -> None:
        await section.replace(index, new)

    ui.button("Ubah", on_click=lambda: ask_law(entry, keep_law)).props("flat dense")


def _offer_law(section: Host, index: int) -> None:
    async def add_law(new: dict[str, Any]) -> None:
        await section.insert(index, new)

    ask_law({}, add_law)


LAWS = BlockKinds("Peraturan", _draw_law, (), {"Peraturan": _offer_law})
