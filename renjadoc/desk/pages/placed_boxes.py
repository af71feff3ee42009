"""Boxes of what is placed in a chapter and written elsewhere: tables, pictures, lists of regulations, the contents."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from nicegui import events, ui

from renjadoc.content import pictures
from renjadoc.content.naming import make_stem
from renjadoc.desk import block_fields
from renjadoc.desk.inspection import name_place
from renjadoc.desk.pages.asking import ask_fields
from renjadoc.desk.pages.frame import (
    close_and_go_on,
    draw_upload,
    explain_failure,
    name_element,
    on_top,
    open_once,
    show_message,
)
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.sections import SectionBoxes, find_free_name
from renjadoc.desk.typed_text import keep_answers, show_answers
from renjadoc.edits.changeset import Files
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.questions import Question
from renjadoc.reading import Reading


class Host(Protocol):
    """The section that a box stands in, as far as boxes need it."""

    reading: Reading
    boxes: SectionBoxes

    async def insert(self, index: int, block: object, files: Files | None = None) -> None: ...

    async def replace(self, index: int, block: object) -> None: ...


def draw_placed(section: Host, index: int, block: Any) -> None:
    """A box that shows what is placed here, with the way to where it is filled and to what may be stated of it."""
    folder, kind = section.reading.folder, block_fields.find_kind(block)
    with ui.card().classes("w-full"):
        if kind == "gambar":
            _draw_picture(section, block)
        elif kind:
            file = f"tabel/{block[kind]}.json"
            if kind == "grafik":
                ui.label(f"Grafik: {section.reading.printed(block.get('judul', 'tanpa judul'))}")
            ui.link(name_place(section.reading, file), open_place(folder.root, file))
        elif "sistematika" in block:
            ui.label("Sistematika: daftar bab, dibuat dari judul yang sebenarnya")
        elif "regulasi" in block:
            ui.link("Daftar dasar hukum", open_place(folder.root, f"regulasi/{block['regulasi']}.json"))
        else:
            ui.label(f"Bagian “{next(iter(block), '')}”, tercetak di sini")
        if kind:
            called = f"Keterangan {kind}"
            button = ui.button(called, icon="edit", on_click=lambda: _ask_block(section, index, kind, block))
            name_element(button.props("flat dense"), f"{called} {index + 1}")


def _draw_picture(section: Host, block: Any) -> None:
    path = section.reading.folder.root / block["gambar"]
    if path.is_file():
        ui.image(path).classes("max-w-md").props["alt"] = block["alt"]
    if title := block.get("judul"):
        ui.label(section.reading.printed(title)).classes("font-medium")


def _ask_block(section: Host, index: int, kind: str, block: Any) -> None:
    """What the schema lets be stated of what is placed here."""

    async def keep(answers: dict[str, Any]) -> None:
        kept = keep_answers(block, answers, section.reading)
        await section.replace(index, block_fields.say_block(kind, block, kept))

    asked = block_fields.list_block_questions(section.reading, kind, block)
    ask_fields(f"Keterangan {kind}", asked, show_answers(block, section.reading), keep)


def _offer_picture(section: Host, index: int) -> None:
    """Ask for a picture and put it in."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full"):
        ui.label("Gambar baru (PNG atau JPEG)").classes("font-medium")
        words = ui.input("Uraian bagi yang tidak melihatnya", value="").classes("w-full")

        async def take(event: events.UploadEventArguments) -> None:
            try:
                content = await event.file.read()
                name = name_picture(section.reading.folder.root, event.file.name, content)
            except ProblemsFound as error:
                show_message("Belum dapat dipakai", explain_failure(error))
                return
            block = block_fields.say_block("gambar", {"gambar": name}, {"/alt": str(words.value or "").strip()})
            await close_and_go_on(dialog, lambda: section.insert(index, block, {name: content}))

        draw_upload("Letakkan gambar di sini", ".png,.jpg,.jpeg", take)
        ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, "Gambar baru")
    open_once(dialog)


def _offer_chart(section: Host, index: int) -> None:
    """Ask which table a chart shows, then what it shows of it."""
    tables = block_fields.list_chartable(section.reading)
    if not tables:
        show_message("Grafik", ["Grafik digambar dari sebuah tabel, dan tabelnya belum ada."])
        return

    async def go_on(answers: dict[str, Any]) -> None:
        chart = {"grafik": answers["/grafik"]}

        async def put_in(stated: dict[str, Any]) -> None:
            await section.insert(index, block_fields.say_block("grafik", chart, stated))

        asked = block_fields.list_block_questions(section.reading, "grafik", chart)
        ask_fields("Grafik baru", asked, lambda _: None, put_in, "Tempatkan di sini")

    first = Question("/grafik", "", "Tabel", "", "pilihan", True, tuple(tables), shown=tuple(tables.values()))
    ask_fields("Grafik dari tabel mana?", [first], lambda _: next(iter(tables)), go_on, "Berikutnya")


def name_picture(root: Path, stated: str, content: bytes) -> str:
    """Where a new picture is to lie in the folder, as a chapter names it. Raises ProblemsFound for what is none."""
    if not pictures.is_usable(content):
        hint = "Simpan sebagai PNG atau JPEG, lalu pilih lagi."
        raise ProblemsFound([Problem("RJ031", Location(stated), "bukan gambar PNG atau JPEG yang utuh", hint)])
    stem = make_stem(Path(stated).stem, 60) or "gambar"
    return find_free_name(root, stem, ".png" if content.startswith(b"\x89PNG") else ".jpg")


def _offer_table(section: Host, index: int) -> None:
    """Ask which of the tables that stand nowhere is to stand here."""
    reading = section.reading
    free = {name: name_place(reading, f"tabel/{name}.json") for name in reading.tables}
    free = {name: label for name, label in free.items() if name not in reading.outline.placed}
    if not free:
        show_message("Tabel", ["Semua tabel sudah ditempatkan."])
        return
    with on_top(), ui.dialog() as dialog, ui.card():
        choice = ui.select(free, value=next(iter(free)), label="Tabel").classes("w-96")

        async def place() -> None:
            await close_and_go_on(dialog, lambda: section.insert(index, {"tabel": choice.value}))

        ui.button("Tempatkan di sini", on_click=place)
    name_element(dialog, "Tabel")
    open_once(dialog)


def _offer_laws(section: Host, index: int) -> Awaitable[None] | None:
    """Put the list of regulations in, if it stands nowhere yet."""
    reading = section.reading
    placed = {block.get("regulasi") for one in reading.outline.all_sections for _, block in one.blocks()
              if isinstance(block, dict)}  # fmt: skip
    free = [name for name in reading.folder.regulasi if name not in placed]
    if not free:
        show_message("Daftar dasar hukum", ["Daftar dasar hukum sudah ditempatkan, atau belum ada di dokumen ini."])
        return None
    return section.insert(index, {"regulasi": free[0]})


def _offer_chapter_list(section: Host, index: int) -> Awaitable[None]:
    """Put the list of chapters in."""
    return section.insert(index, {"sistematika": True})


class BlockKinds(NamedTuple):
    """What a list of blocks may hold: how one that is no text is called and drawn, which texts and which others."""

    called: str
    draw: Callable[[Any, int, Any], None]
    texts: tuple[str, ...]
    offers: Mapping[str, Callable[[Any, int], Any]]


#: The blocks of a chapter, and the lines around a table.
_OFFERS = {
    "Gambar": _offer_picture, "Tabel": _offer_table, "Grafik": _offer_chart, "Daftar dasar hukum": _offer_laws,
    "Sistematika (daftar bab)": _offer_chapter_list,
}  # fmt: skip
CHAPTER = BlockKinds("Bagian", draw_placed, ("Paragraf", "Daftar", "Kutipan"), _OFFERS)
LINES = BlockKinds("Bagian", draw_placed, ("Paragraf",), {})
