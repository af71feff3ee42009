"""Daftar dasar hukum: the regulations as they are cited, each with its facts in a form, in their order."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from nicegui import ui

from renjadoc import resources
from renjadoc.content.pointers import join, value_at
from renjadoc.desk.inspection import inspect_folder
from renjadoc.desk.pages.boxes import Desk, SectionEditor
from renjadoc.desk.pages.fields import draw_groups
from renjadoc.desk.pages.frame import PATIENCE, in_background, name_element, on_top, page_frame
from renjadoc.desk.pages.placed_boxes import BlockKinds, Host
from renjadoc.desk.sections import read_lines
from renjadoc.desk.shelf import find_folder
from renjadoc.narrative import citation
from renjadoc.questions import Question

_KINDS = {"integer": "angka"}


def add(root: Path) -> None:
    """The screen of every list of regulations."""

    @ui.page("/renja/{name}/isi/hukum/{stem}", response_timeout=PATIENCE)
    async def show_laws(name: str, stem: str, di: str = "") -> None:
        folder, file = find_folder(root, name), f"regulasi/{stem}.json"
        inspection = await in_background(lambda: inspect_folder(folder))
        reading = inspection.reading
        with page_frame(name, folder, "isi"):
            ui.label("Daftar dasar hukum").classes("text-xl font-medium").props("role=heading aria-level=2")
            if reading is None or stem not in reading.folder.regulasi:
                ui.label(f"{file} tidak ada, atau belum dapat dipakai; lihat Periksa.")
                return
            desk = Desk(folder)
            boxes = read_lines(file, reading.folder.regulasi[stem].data, "regulasi", "Dasar hukum")
            SectionEditor(desk, reading, boxes, "Dasar hukum", di, LAWS)


@cache
def list_law_questions() -> tuple[Question, ...]:
    """What is asked of a regulation, from the schema's own titles; pointers are those within its entry."""
    schema = json.loads((resources.schemas_folder() / "regulasi.schema.json").read_text("utf-8"))
    return tuple(_ask(schema["$defs"], schema["$defs"]["regulasi"], "", "Peraturan"))


def _ask(defs: Any, schema: Any, pointer: str, group: str) -> Iterator[Question]:
    for key, stated in schema["properties"].items():
        below = defs[stated["$ref"].rpartition("/")[2]] if "$ref" in stated else stated
        at = join(pointer, key)
        if "properties" in below:
            yield from _ask(defs, below, at, below["title"] if not pointer else f"{group}: {below['title']}")
            continue
        kind = "pilihan" if "enum" in below else _KINDS.get(str(below["type"]), "teks")
        required = key in schema["required"] and not pointer
        choices = tuple(below.get("enum", ()))
        yield Question(at, group, below["title"], below.get("description", ""), kind, required, choices)


def build_law(answers: dict[str, Any]) -> dict[str, Any]:
    """The entry of a regulation, from what was answered by pointer; what is empty is left out."""
    made: dict[str, Any] = {}
    for pointer, answer in answers.items():
        *above, last = pointer.split("/")[1:]
        if answer in (None, ""):
            continue
        place = made
        for key in above:
            place = place.setdefault(key, {})
        is_number = last == "nomor" and isinstance(answer, str) and answer.isdigit()
        place[last] = int(answer) if is_number else answer
    return made


def _ask_law(entry: dict[str, Any], keep: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full"):
        fields = draw_groups(list_law_questions(), lambda question: value_at(entry, question.pointer))

        async def go_on() -> None:
            dialog.close()
            await keep(build_law({pointer: read() for pointer, read in fields.items()}))

        with ui.row():
            ui.button("Simpan", on_click=go_on)
            ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, "Peraturan")
    dialog.open()


def _draw_law(section: Host, index: int, entry: dict[str, Any]) -> None:
    """A regulation as it is cited, and the way to its facts."""
    ui.label(citation.write_citation(entry))

    async def keep(new: dict[str, Any]) -> None:
        await section.replace(index, new)

    ui.button("Ubah", on_click=lambda: _ask_law(entry, keep)).props("flat dense")


def _offer_law(section: Host, index: int) -> None:
    async def keep(new: dict[str, Any]) -> None:
        await section.insert(index, new)

    _ask_law({}, keep)


LAWS = BlockKinds("Peraturan", _draw_law, (), {"Peraturan": _offer_law})
