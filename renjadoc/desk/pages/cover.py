"""Sampul: what is known of the office, the region, the Renstra and who signs, with the logo and the signature."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nicegui import events, ui

from renjadoc.content.pointers import value_at
from renjadoc.desk.fields_edits import say_answers, see_answers
from renjadoc.desk.inspection import inspect_folder
from renjadoc.desk.outlines import name_regions
from renjadoc.desk.pages.fields import draw_groups, read_fields
from renjadoc.desk.pages.frame import PATIENCE, do_and_tell, draw_heading, draw_upload, in_background, page_frame
from renjadoc.desk.pages.outline_change import OutlineChange
from renjadoc.desk.pages.placed_boxes import name_picture
from renjadoc.desk.schema_fields import list_fields
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.typed_text import keep_names, show_typed
from renjadoc.desk.writing import Seen, write_edits
from renjadoc.edits.edit import Edit
from renjadoc.questions import Question, list_questions
from renjadoc.reading import Reading

_FILE = "dokumen.json"
#: What has a place of its own on the page, or is nobody's to change by hand.
_ELSEWHERE = {"/$schema", "/kerangka", "/logo", "/pengesahan/tanda_tangan", "/perubahan/dari"}
#: The pictures of the office: where dokumen.json names them, what they are called.
_PICTURES = (("/logo", "Lambang daerah di sampul"), ("/pengesahan/tanda_tangan", "Tanda tangan"))


def add_screen(root: Path) -> None:
    """The screen Sampul of every folder."""

    @ui.page("/renja/{name}/isi/sampul", response_timeout=PATIENCE)
    async def show_cover(name: str) -> None:
        folder = find_folder(root, name)
        inspection = await in_background(lambda: inspect_folder(folder))
        with page_frame(name, folder, "isi"):
            ui.label("Sampul, daerah, Renstra, dan tanda tangan").classes("text-xl font-medium").props(
                "role=heading aria-level=2"
            )
            if inspection.reading is None:
                ui.label("dokumen.json belum dapat dibaca; lihat Periksa.")
                return
            data = inspection.reading.folder.dokumen.data
            _draw_facts(folder, inspection.reading)
            _draw_more(folder, inspection.reading)
            OutlineChange(folder, inspection.reading).draw()
            for pointer, called in _PICTURES:
                _draw_picture(folder, data, pointer, called)


def _draw_facts(folder: Path, reading: Reading) -> None:
    data = reading.folder.dokumen.data
    stored = {question.pointer: value_at(data, question.pointer) for question in list_questions()}

    def show(question: Question) -> Any:
        value = stored[question.pointer]
        return show_typed(value, reading) if isinstance(value, str) else value

    fields = draw_groups(map(name_regions, list_questions()), show)
    status = ui.label("").props("aria-live=polite")

    async def keep_answers() -> None:
        now = {pointer: keep_names(stored[pointer], read(), reading) for pointer, read in fields.items()}
        # A list that is not there and an empty one say the same.
        changed = [pointer for pointer, value in now.items() if (value or None) != (stored[pointer] or None)]
        edits = [Edit(_FILE, pointer, "set", now[pointer]) for pointer in changed]
        seen = [Seen(_FILE, pointer, stored[pointer]) for pointer in changed]
        if await do_and_tell(lambda: [write_edits(folder, edits, "sampul ditulis di halaman", seen)]) is not None:
            stored.update(now)
            status.text = "Tersimpan"

    ui.button("Simpan", on_click=keep_answers)


def _draw_more(folder: Path, reading: Reading) -> None:
    """What else dokumen.json may say: the year, the mission, the quarter of a Renja Perubahan."""
    data = reading.folder.dokumen.data
    elsewhere = {question.pointer for question in list_questions()} | _ELSEWHERE
    asked = [one for one in list_fields("dokumen", data) if one.pointer not in elsewhere]
    asked = [one for one in asked if "perubahan" in data or not one.pointer.startswith("/perubahan")]
    with ui.expansion("Tahun, misi, dan lainnya", icon="tune").classes("w-full"):
        fields = draw_groups(asked, lambda question: value_at(data, question.pointer))

        async def keep_more() -> None:
            if (answers := read_fields(fields)) is None:
                return
            edits = say_answers(_FILE, data, answers, "visi")
            seen = see_answers(_FILE, data, edits)
            if not edits:
                return
            if await do_and_tell(lambda: [write_edits(folder, edits, "sampul ditulis di halaman", seen)]) is not None:
                ui.navigate.reload()

        ui.button("Simpan yang lain", on_click=keep_more)


def _draw_picture(folder: Path, data: object, pointer: str, called: str) -> None:
    draw_heading(called)
    stated = value_at(data, pointer)
    if stated and (folder / stated).is_file():
        ui.image(folder / stated).classes("w-40").props["alt"] = called

    async def take_picture(event: events.UploadEventArguments) -> None:
        content = await event.file.read()

        def write() -> int:
            name = name_picture(folder, event.file.name, content)
            edits = [Edit(_FILE, pointer, "set", name)]
            seen = [Seen(_FILE, pointer, stated)]
            return write_edits(folder, edits, f"{called} diganti di halaman", seen, {name: content})

        if await do_and_tell(write) is not None:
            ui.navigate.reload()

    draw_upload(f"Ganti: {called} (PNG atau JPEG)", ".png,.jpg,.jpeg", take_picture)
