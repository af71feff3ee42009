"""What a table says of itself: its title and notes, what its schema asks besides, its form, and its columns."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc.desk import sections
from renjadoc.desk.fields_edits import say_answers, see_answers
from renjadoc.desk.inspection import name_place
from renjadoc.desk.new_tables import name_sources
from renjadoc.desk.pages.asking import ask_removal, write_and_go
from renjadoc.desk.pages.boxes import SectionEditor
from renjadoc.desk.pages.column_editor import FreeColumns
from renjadoc.desk.pages.fields import draw_field, read_fields
from renjadoc.desk.pages.frame import address, ask, do_and_tell, name_element
from renjadoc.desk.pages.names_picker import draw_names_menu
from renjadoc.desk.pages.placed_boxes import LINES
from renjadoc.desk.pages.writing_desk import Desk
from renjadoc.desk.schema_fields import list_fields
from renjadoc.desk.typed_text import keep_answers, show_answers
from renjadoc.edits import changeset
from renjadoc.edits.plan import Plan
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading
from renjadoc.reshape.tables import FIRST, plan_form
from renjadoc.tables.kind import ReadTable

#: What is not asked in a field: it is settled, or has a place of its own on the screen.
_ELSEWHERE = ("$schema", "jenis", "judul", "keterangan", "kolom", "baris", "perbedaan")
#: What the forms of tables are called.
_FORMS = {
    FIRST: "Bentuk semula", "permendagri-86": "Permendagri 86/2017",
    "permendagri-14": "Permendagri 14/2026 (Tabel 4.1)",
    "tanpa-sub-kegiatan": "Tanpa sub kegiatan", "evaluasi": "Evaluasi", "spm": "Standar pelayanan minimal",
}  # fmt: skip


class TableFacts:
    """All that is said of one table beside its rows."""

    def __init__(self, folder: Path, reading: Reading, stem: str) -> None:
        self._folder, self._reading, self._stem = folder, reading, stem
        self._file, self._table = f"tabel/{stem}.json", reading.tables[stem]
        self._called = name_place(reading, self._file)

    def draw(self) -> None:
        """Title and notes, fields, columns of an ad-hoc table, the form, and the way out of the folder."""
        with ui.expansion("Judul dan keterangan tabel", icon="title").classes("w-full"):
            self._draw_lines()
        with ui.expansion("Bentuk, sifat, dan kolom tabel", icon="tune").classes("w-full"):
            self._draw_form()
            self._draw_fields()
            if self._table.kind.name == "bebas":
                FreeColumns(self._folder, self._reading, self._stem).draw()
            ui.button(
                "Hapus tabel ini",
                icon="delete",
                on_click=partial(ask_removal, f"{self._called} dari folder ini", self._remove_table),
            ).props("flat dense")

    def _draw_lines(self) -> None:
        desk, data = Desk(self._folder), self._table.data
        draw_names_menu(desk, self._reading)
        for key, called in (("judul", "Judul"), ("keterangan", "Keterangan di bawah tabel")):
            ui.label(called).classes("font-medium")
            boxes = sections.read_lines(self._file, data, key, called)
            SectionEditor(desk, self._reading, boxes, called, kinds=LINES)

    # Fields of the schema

    def _draw_fields(self) -> None:
        data, kind = self._table.data, self._table.kind
        levels = (level.key for level in self._table.layout.levels)
        elsewhere = (*_ELSEWHERE, *levels, *(("bentuk",) if kind.forms else ()))
        asked = [name_sources(self._reading, kind.name, q) for q in list_fields(kind.name, data, elsewhere)]
        if not asked:
            return
        shown = show_answers(data, self._reading)
        fields = {one.pointer: draw_field(one, shown(one)) for one in asked}

        async def keep_facts() -> None:
            if (answers := read_fields(fields)) is None:
                return
            edits = say_answers(self._file, data, keep_answers(data, answers, self._reading), "judul")
            seen = see_answers(self._file, data, edits)
            await write_and_go(self._folder, edits, f"sifat {self._called} diubah di halaman", seen)

        ui.button("Simpan", on_click=keep_facts)

    # The form

    def _draw_form(self) -> None:
        forms = self._table.kind.forms
        if not forms:
            return
        now = str(self._table.data.get("bentuk", FIRST))
        choices = {form: _FORMS.get(form, form) for form in (FIRST, *forms)}
        with ui.row().classes("items-end"):
            form = ui.select(choices, value=now, label="Bentuk tabel").classes("w-80")
            button = ui.button("Ganti bentuk", on_click=lambda: self._plan_form(str(form.value)))
            name_element(button, "Ganti bentuk tabel")
        ui.label("Isian yang tidak dicetak bentuk baru tetap tersimpan.").classes("text-sm")

    async def _plan_form(self, form: str) -> None:
        plan = await do_and_tell(lambda: plan_form(self._folder, self._stem, form))
        if plan is None:
            return
        opened = sum(change.kind == "tambah" for change in plan.changes)
        said = f"{len(plan.changes)} perubahan, {opened} di antaranya sel baru yang perlu diisi."
        question = " ".join([f"Ganti bentuk {self._called}?", said, *plan.notes]) if plan.edits else ""
        if question:
            ask(question, "Ganti", partial(self._take_form, plan, form))
        else:
            ui.notify("Bentuknya sudah begitu.")

    async def _take_form(self, plan: Plan, form: str) -> None:
        action = f"bentuk {self._stem} {form}"
        written = lambda: [changeset.write_files(plan.root, plan.files, plan.read, datetime.now(), action)]  # noqa: E731
        if await do_and_tell(written) is not None:
            ui.navigate.reload()

    # Out of the folder

    async def _remove_table(self) -> None:
        if await do_and_tell(lambda: check_removable(self._reading, self._table)):
            action = f"{self._called} dihapus di halaman"
            await write_and_go(self._folder, [], action, files={self._file: None}, to=address(self._folder, "isi"))


def check_removable(reading: Reading, table: ReadTable) -> bool:
    """True for a table that no chapter prints. Raises ProblemsFound for one that is printed."""
    placed = reading.outline.placed.get(table.source.path.stem)
    if placed is not None:
        hint = "Hapus dahulu kotaknya di bab itu, lalu hapus tabelnya."
        message = f"tabel ini masih ditempatkan di bab {placed.chapter}"
        raise ProblemsFound([Problem("RJ050", Location(reading.folder.relative(table.source)), message, hint)])
    return True
