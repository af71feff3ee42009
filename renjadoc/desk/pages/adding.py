"""What can be added to a document on the screen Isi: a chapter, front parts, appendices, tables, the list of laws."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from nicegui import ui

from renjadoc.desk import new_tables, parts
from renjadoc.desk.pages.asking import ask_text, write_and_go
from renjadoc.desk.pages.fields import Fields, draw_field
from renjadoc.desk.pages.frame import close_and_go_on, name_element, on_top, open_once
from renjadoc.desk.pages.laws import ask_law
from renjadoc.desk.pages.places import open_place
from renjadoc.edits.changeset import Files
from renjadoc.reading import Reading

_FREE = "bebas"


def draw_adding(folder: Path, reading: Reading) -> None:
    """A button with a menu of everything that this document may have and does not have yet."""
    content = reading.folder
    with ui.button("Tambah ke dokumen", icon="add").props("outline"), ui.menu():
        if title := parts.next_chapter(content):
            number = len(content.bab) + 1
            ui.menu_item(f"Bab baru (BAB ke-{number})", partial(_ask_chapter, folder, reading, title.strip()))
        for name, title in parts.list_missing_parts(content).items():
            ui.menu_item(title, partial(_write_and_open, folder, parts.begin_front_part(content, name), title))
        ui.menu_item("Lampiran", partial(_ask_appendix, folder, reading))
        ui.menu_item("Tabel", partial(_ask_table, folder, reading))
        if not content.regulasi:
            ui.menu_item("Daftar dasar hukum", partial(_ask_first_law, folder, reading))


async def _write_and_open(folder: Path, files: Files, called: str) -> None:
    """Write a new file and open it."""
    to = open_place(folder, next(iter(files)))
    await write_and_go(folder, [], f"{called} ditambahkan di halaman", files=files, to=to)


def _ask_chapter(folder: Path, reading: Reading, title: str) -> None:
    async def add_chapter(typed: str) -> None:
        await _write_and_open(folder, parts.begin_chapter(reading.folder, typed), f"bab “{typed}”")

    ask_text("Bab baru", "Judul bab (tanpa kata BAB dan nomor)", add_chapter, title, "Tambah")


def _ask_appendix(folder: Path, reading: Reading) -> None:
    async def add_appendix(typed: str) -> None:
        await _write_and_open(folder, parts.begin_appendix(reading.folder, typed), f"lampiran “{typed}”")

    ask_text("Lampiran baru", "Judul lampiran (tanpa kata Lampiran dan nomor)", add_appendix, agreed="Tambah")


def _ask_first_law(folder: Path, reading: Reading) -> None:
    """A list of regulations begins with one."""

    async def add_law(law: dict[str, Any]) -> None:
        file = "regulasi/landasan-hukum.json"
        await _write_and_open(
            folder, parts.begin_file(reading.folder, "regulasi", file, {"regulasi": [law]}), "daftar dasar hukum"
        )

    ask_law({}, add_law)


def _ask_table(folder: Path, reading: Reading) -> None:
    """Which kind of table, its title, and what that kind has to know."""
    content, kinds = reading.folder, new_tables.list_kinds()
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full max-w-3xl"):
        ui.label("Tabel baru").classes("text-lg font-medium")
        kind = ui.select(kinds, value=_FREE, label="Jenis tabel").classes("w-full")
        title = ui.input("Judul tabel (boleh kosong: judul yang biasa)").classes("w-full")
        heads = ui.textarea("Kolom, satu sebaris", value="No\nUraian\nKeterangan").classes("w-full")
        heads.bind_visibility_from(kind, "value", value=_FREE)
        more = ui.column().classes("w-full")
        fields: Fields = {}

        def draw_more() -> None:
            more.clear()
            fields.clear()
            with more:
                for question in new_tables.list_questions_of(reading, str(kind.value)):
                    start = question.choices[0] if question.choices else None
                    fields[question.pointer] = draw_field(question, start)

        async def add_table() -> None:
            columns = [line.strip() for line in str(heads.value or "").splitlines() if line.strip()] or ["Uraian"]
            answers = {pointer: read() for pointer, read in fields.items()}
            stated = str(title.value or "").strip()
            files = new_tables.begin_table(content, str(kind.value), stated, columns, answers)
            called = f"tabel {stated or kinds[str(kind.value)]}"
            await close_and_go_on(dialog, lambda: _write_and_open(folder, files, called))

        kind.on_value_change(draw_more)
        with ui.row():
            ui.button("Tambah", on_click=add_table)
            ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, "Tabel baru")
    open_once(dialog)
