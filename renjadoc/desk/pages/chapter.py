"""One chapter of Isi: written here in boxes, or in Word: taken out as a copy, dropped back, absorbed."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from renjadoc.content.pointers import join
from renjadoc.desk import sections
from renjadoc.desk.headings import name_section
from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.desk.pages.boxes import SectionEditor, point_at
from renjadoc.desk.pages.findings import watch_file
from renjadoc.desk.pages.frame import PATIENCE, address, do_and_tell, in_background, name_element, page_frame
from renjadoc.desk.pages.incoming import draw_incoming, make_review
from renjadoc.desk.pages.names_picker import draw_names_menu
from renjadoc.desk.pages.part_tools import PartTools
from renjadoc.desk.pages.structure import HeadingMenu
from renjadoc.desk.pages.writing_desk import Desk
from renjadoc.desk.shelf import find_folder
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading


def add_screen(root: Path) -> None:
    """The screen of every chapter."""

    @ui.page("/renja/{name}/isi/bab/{stem}", response_timeout=PATIENCE)
    async def show_chapter(name: str, stem: str, di: str = "") -> None:
        await _show_text(root, name, f"{stem}.json", di)

    @ui.page("/renja/{name}/isi/lampiran/{stem}", response_timeout=PATIENCE)
    async def show_appendix(name: str, stem: str, di: str = "") -> None:
        await _show_text(root, name, f"lampiran/{stem}.json", di)


async def _show_text(root: Path, name: str, file: str, pointed: str) -> None:
    """The sections of one file of running text: a chapter, what stands before the chapters, or an appendix."""
    folder = find_folder(root, name)
    inspection = await in_background(lambda: inspect_folder(folder))
    reading = inspection.reading
    found = sections.list_sections(reading, file) if reading else []
    with page_frame(name, folder, "isi"):
        if reading is None or not found:
            ui.label("Bagian ini tidak ada, atau berkasnya belum dapat dipakai.")
            ui.link("Lihat di Periksa apa yang harus diperbaiki", address(folder, "periksa"))
            return
        with ui.row().classes("items-center no-wrap gap-1"):
            ui.label(name_place(reading, file)).classes("text-xl font-medium").props("role=heading aria-level=2")
            HeadingMenu(folder, reading, found[0]).draw()
        PartTools(folder, reading, found[0]).draw()
        if found[0].part == "bab":
            _draw_word(folder, found[0].chapter)
        with ui.row().classes("w-full items-center lekat py-1 garis"):
            desk = Desk(folder)
            _draw_ribbon(desk, reading)
        watch_file(folder, file)
        for section in found:
            _draw_section(desk, reading, section, pointed)


def _draw_ribbon(desk: Desk, reading: Reading) -> None:
    """What is done to the text where the cursor stands; the buttons leave the cursor there."""

    def run(command: str) -> None:
        if desk.active is not None:
            desk.active.run(command)

    for icon, label, command in (
        ("format_bold", "Tebal", "bold"),
        ("format_italic", "Miring", "italic"),
        ("format_list_numbered", "Daftar bernomor", "insertOrderedList"),
        ("format_list_bulleted", "Daftar berbutir", "insertUnorderedList"),
        ("format_indent_increase", "Butir masuk", "indent"),
        ("format_indent_decrease", "Butir keluar", "outdent"),
        ("undo", "Batalkan ketikan", "undo"),
    ):
        button = ui.button(icon=icon).props("flat dense").on("mousedown.prevent", js_handler="() => {}")
        button.on_click(lambda command=command: run(command))
        name_element(button, label)
    draw_names_menu(desk, reading)


def _draw_section(desk: Desk, reading: Reading, section: Section, pointed: str) -> None:
    boxes = sections.read_boxes(reading.folder, section)
    title = reading.printed(section.data["judul"])
    if section.level > 1:
        with ui.row().classes("items-center no-wrap gap-1 pt-2"):
            heading = ui.label(f"{section.number} {title}").classes("text-lg font-medium")
            heading.props(f"role=heading aria-level={section.level + 1}")
            HeadingMenu(desk.folder, reading, section).draw()
        if pointed == join(section.pointer, "judul"):
            point_at(heading)
    SectionEditor(desk, reading, boxes, name_section(reading, section), pointed)


def _draw_word(folder: Path, chapter: int) -> None:
    """Out to Word and back: who prefers it writes the chapter there."""
    with ui.expansion("Tulis bab ini di Word", icon="description").classes("w-full"):
        ui.label("Unduh naskahnya, sunting di Word, simpan, lalu letakkan kembali di sini.")

        async def give_out() -> None:
            made = await do_and_tell(lambda: make_review(folder, frozenset({chapter})))
            if made is not None:
                ui.download(made[1], made[0])

        ui.button("Unduh naskah", on_click=give_out)
        draw_incoming(folder, "Letakkan kembali naskah Word di sini", ".docx")
