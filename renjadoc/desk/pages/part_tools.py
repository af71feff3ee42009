"""What a whole file of running text says of itself, and that it may move or go: chapters, front parts, appendices."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from nicegui import events, ui

from renjadoc.desk import headings, parts
from renjadoc.desk.fields_edits import say_answers, see_answers
from renjadoc.desk.pages.asking import ask_removal, write_and_go
from renjadoc.desk.pages.frame import address, do_and_tell
from renjadoc.desk.schema_fields import list_fields
from renjadoc.desk.writing import write_edits
from renjadoc.edits.changeset import Files
from renjadoc.narrative.outline import Section
from renjadoc.questions import Question
from renjadoc.reading import Reading

#: The schema of a file of running text, by its part of the document.
_SCHEMAS = {"bab": "bab", "depan": "bagian-depan", "lampiran": "lampiran"}
_ELSEWHERE = ("$schema", "judul", "isi", "bagian")


class PartTools:
    """Ticks and buttons at the head of one file."""

    def __init__(self, folder: Path, reading: Reading, section: Section) -> None:
        self._folder, self._reading, self._section = folder, reading, section
        self._file = reading.folder.relative(section.source)
        self._called = headings.name_section(reading, section)

    def draw(self) -> None:
        """What may be stated of the file beside its text, and what may be done to all of it."""
        section = self._section
        with ui.row().classes("items-center gap-2"):
            for question in list_fields(_SCHEMAS[section.part], section.source.data, _ELSEWHERE):
                self._draw_tick(question)
            content, index = self._reading.folder, section.chapter - 1
            if section.part == "lampiran" or (section.part == "bab" and parts.is_own_chapter(content, index)):
                for icon, label, step in (("arrow_upward", "Naikkan", -1), ("arrow_downward", "Turunkan", 1)):
                    ui.button(f"{label} {self._called}", icon=icon, on_click=partial(self._move_part, step)).props(
                        "flat dense size=sm"
                    )
                self._draw_removal()
            elif section.part == "depan":
                self._draw_removal()

    def _draw_tick(self, question: Question) -> None:
        data = self._section.source.data

        async def change(event: events.ValueChangeEventArguments[bool | None]) -> None:
            edits = say_answers(self._file, data, {question.pointer: event.value or None}, behind="judul")
            action = f"{self._called}: {question.title} diubah di halaman"
            if await do_and_tell(
                lambda: [write_edits(self._folder, edits, action, see_answers(self._file, data, edits))]
            ):
                ui.navigate.reload()

        held = bool(data.get(question.pointer.removeprefix("/")))
        ui.checkbox(question.title, value=held, on_change=change).tooltip(question.description)

    def _draw_removal(self) -> None:
        remove = partial(ask_removal, f"{self._called} beserta semua isinya", self._remove_part)
        ui.button(f"Hapus {self._called}", icon="delete", on_click=remove).props("flat dense size=sm")

    async def _move_part(self, step: int) -> None:
        files = parts.MOVES[self._section.part](self._reading.folder, self._section.chapter - 1, step)
        await self._write_files(files, "dipindah")

    async def _remove_part(self) -> None:
        content, section = self._reading.folder, self._section
        if section.part == "bab":
            await self._write_files(parts.remove_chapter(content, section.chapter - 1), "dihapus")
        else:
            await self._write_files(parts.remove_part(content, section.source), "dihapus")

    async def _write_files(self, files: Files, what: str) -> None:
        action = f"{self._called} {what} di halaman"
        await write_and_go(self._folder, [], action, files=files, to=address(self._folder, "isi"))
