"""Boxes of what is placed in a chapter and written elsewhere: tables, pictures, lists of regulations, the contents."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from nicegui import events, ui

from renjadoc import save
from renjadoc.content import pictures
from renjadoc.desk.inspection import name_place
from renjadoc.desk.pages.frame import draw_upload, explain_failure, name_element, on_top, show_message
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.sections import SectionBoxes, find_free_name
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading


class Host(Protocol):
    """The section that a box stands in, as far as boxes need it."""

    reading: Reading
    boxes: SectionBoxes

    async def insert(self, index: int, block: Any) -> None: ...

    async def replace(self, index: int, block: Any) -> None: ...


def draw_placed(section: Host, index: int, block: Any) -> None:
    """A box that shows what is placed here, with the way to where it is filled."""
    folder = section.reading.folder
    with ui.card().classes("w-full"):
        if "gambar" in block:
            _draw_picture(section, index, block)
        elif "sistematika" in block:
            ui.label("Sistematika: daftar bab, dibuat dari judul yang sebenarnya")
        elif "tabel" in block:
            file = f"tabel/{block['tabel']}.json"
            ui.link(name_place(section.reading, file), open_place(folder.root, file))
        elif "regulasi" in block:
            ui.link("Daftar dasar hukum", open_place(folder.root, f"regulasi/{block['regulasi']}.json"))
        else:
            ui.label(f"Bagian “{next(iter(block), '')}”, tercetak di sini")


def _draw_picture(section: Host, index: int, block: Any) -> None:
    path = section.reading.folder.root / block["gambar"]
    if path.is_file():
        ui.image(path).classes("max-w-md").props["alt"] = block["alt"]
    with ui.row().classes("w-full items-end"):
        title = ui.input("Judul gambar (bila bernomor)", value=block.get("judul", "")).classes("w-72")
        words = ui.input("Uraian bagi yang tidak melihatnya", value=block["alt"]).classes("w-72")
        width = ui.number("Lebar (cm)", value=float(block.get("lebar_cm") or 0) or None, min=1, max=30).classes("w-28")

    async def keep() -> None:
        await section.replace(index, _say_picture(block["gambar"], title.value, words.value, width.value))

    ui.button("Simpan keterangan gambar", on_click=keep).props("flat dense")


def _say_picture(file: str, title: str, words: str, width: float | None) -> dict[str, Any]:
    said: dict[str, Any] = {"gambar": file}
    if title and title.strip():
        said["judul"] = title.strip()
    said["alt"] = (words or "").strip() or "Gambar"
    if width:
        said["lebar_cm"] = int(width) if width == int(width) else width
    return said


def _offer_picture(section: Host, index: int) -> None:
    """Ask for a picture and put it in."""
    with on_top(), ui.dialog() as dialog, ui.card().classes("w-full"):
        ui.label("Gambar baru (PNG atau JPEG)").classes("font-medium")
        words = ui.input("Uraian bagi yang tidak melihatnya", value="").classes("w-full")

        async def take(event: events.UploadEventArguments) -> None:
            try:
                name = keep_picture(section.reading.folder.root, event.file.name, await event.file.read())
            except ProblemsFound as error:
                show_message("Belum dapat dipakai", explain_failure(error))
                return
            dialog.close()
            await section.insert(index, _say_picture(name, "", words.value, None))

        draw_upload("Letakkan gambar di sini", ".png,.jpg,.jpeg", take)
        ui.button("Batal", on_click=dialog.close).props("flat")
    name_element(dialog, "Gambar baru")
    dialog.open()


def keep_picture(root: Path, stated: str, content: bytes) -> str:
    """Put a picture into the folder; how a chapter names it. Raises ProblemsFound for what is none."""
    if not pictures.is_usable(content):
        hint = "Simpan sebagai PNG atau JPEG, lalu pilih lagi."
        raise ProblemsFound([Problem("RJ031", Location(stated), "bukan gambar PNG atau JPEG yang utuh", hint)])
    stem = re.sub(r"[^a-z0-9]+", "-", Path(stated).stem.lower()).strip("-")[:60] or "gambar"
    name = find_free_name(root, stem, ".png" if content.startswith(b"\x89PNG") else ".jpg")
    save.write_file(root / name, content)
    return name


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
            dialog.close()
            await section.insert(index, {"tabel": choice.value})

        ui.button("Tempatkan di sini", on_click=place)
    name_element(dialog, "Tabel")
    dialog.open()


class BlockKinds(NamedTuple):
    """What a list of blocks may hold: how one that is no text is called and drawn, which texts and which others."""

    called: str
    draw: Callable[[Any, int, Any], None]
    texts: tuple[str, ...]
    offers: dict[str, Callable[[Any, int], None]]


#: The blocks of a chapter, and the lines around a table.
CHAPTER = BlockKinds(
    "Bagian", draw_placed, ("Paragraf", "Daftar", "Kutipan"), {"Gambar": _offer_picture, "Tabel": _offer_table}
)
LINES = BlockKinds("Bagian", draw_placed, ("Paragraf",), {})
