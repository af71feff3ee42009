"""Isi: the document as a tree, each part with how it stands, what is still open in it and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nicegui import ui

from renjadoc.desk.filling import Filling, count_filling, list_owners
from renjadoc.desk.inspection import Inspection, inspect_folder, name_place
from renjadoc.desk.pages.frame import PATIENCE, address, in_background, page_frame
from renjadoc.desk.pages.places import open_place
from renjadoc.desk.shelf import find_folder
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading


class TreeBranch(NamedTuple):
    """One line of the tree: how deep it stands, what it is called, the file and the place that it opens."""

    depth: int
    label: str
    file: str
    pointer: str = ""
    owners: tuple[str, ...] = ()


def add(root: Path) -> None:
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
                ui.label("dokumen.json belum dapat dibaca; lihat Periksa.")
                ui.link("Periksa", address(folder, "periksa"))
                return
            _draw_tree(folder, inspection, inspection.reading)


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
            if not isinstance(block, dict):
                continue
            name = block.get("tabel", "")
            if name in reading.tables and name not in shown:
                shown.add(name)
                yield _table_branch(reading, name, section.level)
            if block.get("regulasi") in folder.regulasi:
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
        label = f"Belum ditempatkan di bab mana pun: {name}"
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
            _draw_branch(folder, branch, state if is_first else "")
    _draw_broken(folder, inspection, reading)


def _draw_branch(folder: Path, branch: TreeBranch, state: str) -> None:
    indent = f"padding-left: {0.5 + 1.5 * branch.depth}rem"
    with ui.element("li").classes("list-none flex flex-wrap items-baseline gap-x-4 py-1 border-b").style(indent):
        link = ui.link(branch.label, open_place(folder, branch.file, branch.pointer)).classes("no-underline")
        if branch.depth == 0:
            link.classes("font-medium")
        if state:
            ui.label(state).classes("text-sm")
        if branch.owners:
            ui.label(f"diisi {', '.join(branch.owners)}").classes("text-sm")


def _tell_state(filling: Filling | None, errors: int, warnings: int) -> str:
    said = [f"{errors} harus diperbaiki"] if errors else []
    said += [f"{warnings} perlu dilihat"] if warnings else []
    if filling is not None and filling.open:
        said.append(f"{filling.open} masih kosong")
    return " · ".join(said) or "lengkap"


def _draw_broken(folder: Path, inspection: Inspection, reading: Reading) -> None:
    """Files that cannot be used stand in no tree."""
    for file in reading.folder.broken:
        problem = next((one for one in inspection.errors if inspection.relative(one) == file), None)
        ui.label(f"{file} belum dapat dipakai: {problem.message if problem else ''}").classes("pt-2")
        ui.link(f"Lihat di Periksa: {file}", address(folder, "periksa"))
