"""What the office itself knows and asks for: its knowledge of regulations, and an outline of its own, as forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from nicegui import ui

from renjadoc.content.load import load_source
from renjadoc.content.schema import table_kinds
from renjadoc.desk import new_tables, own_outlines, parts
from renjadoc.desk.fields_edits import say_answers, see_answers
from renjadoc.desk.inspection import inspect_folder
from renjadoc.desk.pages.asking import read_answers, write_and_go
from renjadoc.desk.pages.fields import draw_field
from renjadoc.desk.pages.frame import PATIENCE, address, in_background, page_frame
from renjadoc.desk.schema_fields import list_fields
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.typed_text import show_answers
from renjadoc.edits.changeset import Files
from renjadoc.questions import Question
from renjadoc.reading import Reading

_LAWS = "peraturan.json"
_TABLES = "/tabel_wajib"


def add_screen(root: Path) -> None:
    """Both screens of every folder."""

    @ui.page("/renja/{name}/isi/peraturan", response_timeout=PATIENCE)
    async def show_laws(name: str) -> None:
        folder = find_folder(root, name)
        reading = (await in_background(lambda: inspect_folder(folder))).reading
        with page_frame(name, folder, "isi"):
            _draw_title("Pengetahuan peraturan kantor ini")
            ui.label("Judul, lembaran, dan riwayat peraturan menurut bagian hukum. Dipakai saat dasar hukum diperiksa,")
            ui.label("didahulukan dari pengetahuan bawaan, dan tidak pernah dicetak.")
            if reading is not None:
                _KnowledgeForm(folder, reading, _LAWS, "peraturan", "pengetahuan peraturan").draw()

    @ui.page("/renja/{name}/isi/kerangka", response_timeout=PATIENCE)
    async def show_outline(name: str) -> None:
        folder = find_folder(root, name)
        reading = (await in_background(lambda: inspect_folder(folder))).reading
        with page_frame(name, folder, "isi"):
            _draw_title("Susunan bab sendiri")
            file = own_outlines.find_own_outline(reading) if reading else ""
            if reading is None or not file:
                ui.label("Dokumen ini mengikuti susunan dari peraturan. Susunan sendiri dimulai di Sampul.")
                ui.link("Buka Sampul", f"{address(folder, 'isi')}/sampul")
                return
            ui.label("Yang harus ada dalam dokumen ini; Periksa menyebut yang belum. Bab yang ditambah ikut dibuat.")
            form = _KnowledgeForm(folder, reading, file, "kerangka", "susunan bab sendiri")
            form.draw(lambda data: own_outlines.begin_missing_chapters(reading, data))


def _draw_title(text: str) -> None:
    ui.label(text).classes("text-xl font-medium").props("role=heading aria-level=2")


class _KnowledgeForm:
    """One file of the folder as a form made from its schema; it begins with the first answer."""

    def __init__(self, folder: Path, reading: Reading, file: str, kind: str, called: str) -> None:
        self._folder, self._reading, self._file, self._kind = folder, reading, file, kind
        self._called = called
        source = load_source(folder / file, file)[0] if (folder / file).is_file() else None
        self._data: Any = source.data if source else None

    def draw(self, beside: Callable[[Any], Files] = lambda _: {}) -> None:
        """The fields, and what is written; `beside` are the files that its new content needs."""
        data = self._data if isinstance(self._data, dict) else {}
        asked = list(map(_name_tables, list_fields(self._kind, data, ("$schema",))))
        shown = show_answers(data, self._reading)
        fields = {one.pointer: draw_field(one, shown(one)) for one in asked}

        async def keep_knowledge() -> None:
            if (answers := read_answers(asked, fields)) is None:
                return
            stated = {pointer: value if value != [] else None for pointer, value in answers.items()}
            action = f"{self._called} diubah di halaman"
            if self._data is None:
                text = {key.removeprefix("/"): value for key, value in stated.items() if value is not None}
                files = parts.begin_file(self._reading.folder, self._kind, self._file, text)
                await write_and_go(self._folder, [], action, files=files)
                return
            edits = say_answers(self._file, data, stated)
            new = {**data, **{key.removeprefix("/"): value for key, value in stated.items() if value is not None}}
            await write_and_go(self._folder, edits, action, see_answers(self._file, data, edits), beside(new))

        ui.button("Simpan", on_click=keep_knowledge)


def _name_tables(question: Question) -> Question:
    """Kinds of tables are chosen by what they are called."""
    if question.pointer != _TABLES:
        return question
    kinds = new_tables.list_kinds()
    return question._replace(choices=tuple(table_kinds()), shown=tuple(kinds[kind] for kind in table_kinds()))
