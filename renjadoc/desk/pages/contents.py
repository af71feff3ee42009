"""Isi: the document as a tree, each part with how it stands, what is still open in it and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nicegui import ui

from renjadoc.content import tinjau
from renjadoc.desk.filling import Filling, count_filling, list_owners
from renjadoc.desk.inspection import Inspection, inspect_folder, name_place
from renjadoc.desk.pages.adding import draw_adding
from renjadoc.desk.pages.frame import PATIENCE, address, in_background, page_frame
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.wording import say_on_page
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading


class TreeBranch(NamedTuple):
    """One line of the tree: how deep it stands, what it is called, the file and the place that it opens."""

    depth: int
    label: str
    file: str
    pointer: str = ""
    owners: tuple[str, ...] = ()


def add_screen(root: Path) -> None:
    """The screen Isi of every folder."""

    @ui.page("/renja/{name}/isi", response_timeout=PATIENCE)
    async def show_contents(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "isi"):
            waiting = ui.spinner(size="lg")
            body = ui.column().classes("w-full gap-0")
        inspection = await in_background(lambda: inspect_folder(folder))
        waiting.delete()
        with body:
            if inspection.reading is None:
                ui.label("Sampul (dokumen.json) rusak, jadi isi folder ini belum dapat dibaca.")
                ui.link("Lihat di Periksa apa yang harus diperbaiki", address(folder, "periksa"))
                ui.link("Kembalikan keadaan sebelumnya di Riwayat", address(folder, "riwayat"))
                return
            _draw_broken(folder, inspection, inspection.reading)
            _draw_carried(folder, inspection.reading)
            _draw_tree(folder, inspection, inspection.reading)
            draw_adding(folder, inspection.reading)
            with ui.row().classes("gap-6 pt-2"):
                ui.link("Daftar kata kantor ini", open_place(folder, "kamus.txt"))
                ui.link("Pengetahuan peraturan kantor ini", open_place(folder, "peraturan.json"))


def _draw_carried(folder: Path, reading: Reading) -> None:
    """How much of what was taken over from last year still waits for a look."""
    if waiting := len(tinjau.open_entries(reading.folder)):
        label = f"{waiting} isian terbawa dari tahun lalu belum ditinjau"
        ui.link(label, open_place(folder, "tinjau.json")).classes("font-medium pb-2")


def list_branches(reading: Reading) -> Iterator[TreeBranch]:
    """The tree in the order of the printed document; what no chapter places comes last."""
    folder = reading.folder
    yield TreeBranch(0, "Sampul, daerah, Renstra, dan tanda tangan", folder.relative(folder.dokumen))
    shown: set[str] = set()
    for section in reading.outline.all_sections:
        yield TreeBranch(
            section.level - 1, _name_section(reading, section), folder.relative(section.source), section.pointer
        )
        for _, block in section.blocks():
            if isinstance(block, str):
                continue
            if "tabel" in block and block["tabel"] in reading.tables and block["tabel"] not in shown:
                shown.add(block["tabel"])
                yield _table_branch(reading, block["tabel"], section.level)
            if "regulasi" in block and block["regulasi"] in folder.regulasi:
                source = folder.regulasi[block["regulasi"]]
                yield TreeBranch(section.level, "Daftar dasar hukum", folder.relative(source))
    yield from (_table_branch(reading, name, 0) for name in reading.tables if name not in shown)


def _name_section(reading: Reading, section: Section) -> str:
    """`BAB II Hasil …`, `2.1. Evaluasi …`, `Kata Pengantar`."""
    return f"{section.label} {reading.printed(section.data['judul'])}".strip()


def _table_branch(reading: Reading, name: str, depth: int) -> TreeBranch:
    table = reading.tables[name]
    file = reading.folder.relative(table.source)
    label = name_place(reading, file)
    if name not in reading.outline.placed:
        label = f"{label} (belum ditempatkan di bab mana pun)"
    return TreeBranch(depth, label, file, owners=tuple(list_owners(table)))


def _draw_tree(folder: Path, inspection: Inspection, reading: Reading) -> None:
    filling = count_filling(reading)
    errors, warnings = (
        Counter(inspection.relative(problem) for problem in found) for found in (inspection.errors, inspection.warnings)
    )
    told: set[str] = set()
    with ui.element("ul").classes("w-full p-0 m-0"):
        for branch in list_branches(reading):
            # A chapter's state stands once, at its own line.
            is_first = branch.file not in told
            told.add(branch.file)
            state = _tell_state(filling.get(branch.file), errors[branch.file], warnings[branch.file])
            _draw_branch(folder, branch, state if is_first else [])


def _draw_branch(folder: Path, branch: TreeBranch, state: list[tuple[str, str]]) -> None:
    indent = f"padding-left: {0.5 + 1.5 * branch.depth}rem"
    with ui.element("li").classes("list-none flex flex-wrap items-baseline gap-x-4 py-1 garis").style(indent):
        link = ui.link(branch.label, open_place(folder, branch.file, branch.pointer)).classes("no-underline")
        if branch.depth == 0:
            link.classes("font-medium")
        for look, said in state:
            ui.label(said).classes(f"text-sm {look}")
        if branch.owners:
            ui.label(f"diisi {', '.join(branch.owners)}").classes("text-sm")


def _tell_state(filling: Filling | None, errors: int, warnings: int) -> list[tuple[str, str]]:
    """How a part stands, each matter with its look."""
    said = [("harus", f"{errors} harus diperbaiki")] if errors else []
    said += [("perlu", f"{warnings} perlu dilihat")] if warnings else []
    if filling is not None and filling.open:
        said.append(("perlu", f"{filling.open} masih kosong"))
    return said or [("lengkap", "lengkap")]


def _draw_broken(folder: Path, inspection: Inspection, reading: Reading) -> None:
    """Files that cannot be used stand in no tree."""
    for file in reading.folder.broken:
        problem = next((one for one in inspection.errors if inspection.relative(one) == file), None)
        said = say_on_page(problem.message) if problem else ""
        with ui.row().classes("items-baseline pb-2"):
            ui.label(f"{file} belum dapat dipakai: {said}").classes("harus")
            ui.link(f"Lihat di Periksa: {file}", address(folder, "periksa"))
