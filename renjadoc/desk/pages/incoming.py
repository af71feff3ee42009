"""Masuk dan keluar: tables out to Excel, the narrative out to Word, and what comes back, change by change."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import datetime
from pathlib import Path

from nicegui import events, ui

from renjadoc.absorption.run import plan_absorption
from renjadoc.desk.inspection import inspect_folder
from renjadoc.desk.pages.frame import (
    do,
    draw_heading,
    draw_upload,
    in_background,
    page_frame,
    show_message,
)
from renjadoc.desk.pages.incoming_plan import IncomingPlan
from renjadoc.desk.shelf import find_folder
from renjadoc.edits import changeset
from renjadoc.edits.plan import Plan
from renjadoc.nomenclature import store
from renjadoc.pipeline import name_file
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.review import ReviewOrder, make_review_copy
from renjadoc.sheets import ministry
from renjadoc.sheets.excel import run as excel
from renjadoc.sheets.excel.sheets import all_owners
from renjadoc.sheets.sipd import run as sipd

_ALL = "Letakkan di sini: Excel yang sudah diisi, cetakan SIPD, atau Word yang sudah disunting"


def add(root: Path) -> None:
    """The screen Masuk dan keluar of every folder."""

    @ui.page("/renja/{name}/masuk")
    def show_incoming(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "masuk"):
            _draw_outgoing(folder)
            draw_heading("Masuk")
            ui.label("Punya cetakan SIPD? Letakkan di sini; barisnya masuk ke rencana program dan kegiatan.")
            draw_incoming(folder, _ALL, ".xlsx,.csv,.json,.docx")
            with ui.expansion("Punya nomenklatur kementerian (.xlsx atau .csv)?").classes("w-full"):
                _draw_nomenclature(folder)


def _draw_nomenclature(folder: Path) -> None:
    """The ministry's codes and names for this computer: a code then fills in its row, and wrong ones are found."""
    year = ui.number("Tahun Renja yang memakainya", value=_read_year(folder), precision=0).classes("w-60")

    async def take(event: events.UploadEventArguments) -> None:
        file, content = Path(event.file.name).name, await event.file.read()
        count = await do(lambda: _install_nomenclature(file, content, int(year.value or 0)))
        if count is not None:
            show_message("Nomenklatur terpasang", [f"{count} kode dan nama siap dipakai di komputer ini."])

    draw_upload("Letakkan nomenklatur di sini", ".xlsx,.csv", take)


def _read_year(folder: Path) -> int | None:
    reading = inspect_folder(folder).reading
    return reading.folder.tahun if reading else None


def _install_nomenclature(name: str, content: bytes, year: int) -> int:
    """Install it as `renjadoc nomenklatur pasang` does; how many entries it has."""
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        path = Path(temporary, name)
        path.write_bytes(content)
        entries = ministry.read_nomenclature(path).read.entries
        store.install_edition(year, name, entries)
        return len(entries)


def draw_incoming(folder: Path, label: str, accept: str) -> None:
    """A place for what comes back, and below it what it would change."""
    upload = ui.column().classes("w-full")
    body = ui.column().classes("w-full")

    async def take(event: events.UploadEventArguments) -> None:
        file, content = Path(event.file.name).name, await event.file.read()
        plan = await do(lambda: _plan_file(folder, file, content))
        if plan is not None:
            body.clear()
            with body:
                IncomingPlan(plan, file, body).draw()

    with upload:
        draw_upload(label, accept, take)


def _draw_outgoing(folder: Path) -> None:
    draw_heading("Keluar")
    draw_export(folder)

    async def review() -> None:
        made = await do(lambda: make_review(folder))
        if made is not None:
            ui.download(made[1], made[0])

    ui.button("Unduh naskah untuk ditelaah", on_click=review)


def draw_export(folder: Path) -> None:
    """The tables out to Excel, for all or for one Bidang."""
    with ui.row().classes("items-end"):
        owners = ui.select({"": "Semua Bidang"}, value="", label="Bidang").classes("w-60")

        async def export() -> None:
            made = await do(lambda: _export_workbook(folder, str(owners.value)))
            if made is not None:
                ui.download(made[1], made[0])

        async def fill_owners() -> None:
            with contextlib.suppress(ProblemsFound):  # Said when the workbook is asked for.
                found = await in_background(lambda: all_owners(changeset.read_for_edits(folder)))
                owners.set_options({"": "Semua Bidang", **{name: name for name in found}})

        ui.button("Unduh Excel untuk diisi", on_click=export)
    ui.timer(0.1, fill_owners, once=True)


def _export_workbook(folder: Path, bidang: str) -> tuple[str, bytes]:
    """The workbook of `renjadoc excel ekspor`, and its name."""
    name = f"renja-{folder.name}{'-' + bidang.replace(' ', '-') if bidang else ''}.xlsx"
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        made = excel.export_workbook(folder, Path(temporary, name), bidang)
        return name, made.path.read_bytes()


def make_review(folder: Path, chapters: frozenset[int] = frozenset(), older: str | None = None) -> tuple[str, bytes]:
    """The review copy of `renjadoc telaah`, of some chapters or of all, and its name."""
    name = name_file(changeset.read_for_edits(folder).folder, "Telaah")
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        made = make_review_copy(ReviewOrder(folder, datetime.now(), Path(temporary, name), chapters, older))
        return name, made.docx.read_bytes()


def _plan_file(folder: Path, name: str, content: bytes) -> Plan:
    """What a file would change; its ending says what it is, and of workbooks their sheets do."""
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        path = Path(temporary, name)
        path.write_bytes(content)
        if path.suffix.lower() == ".docx":
            return plan_absorption(path, folder)
        if path.suffix.lower() in {".csv", ".json"}:
            return sipd.plan_import(path, folder)
        if path.suffix.lower() == ".xlsx":
            return _plan_workbook(path, folder)
    hint = "Yang dapat dimasukkan: .xlsx, .csv, .json, dan .docx."
    raise ProblemsFound([Problem("RJ070", Location(name), "jenis berkas ini tidak dikenal", hint)])


def _plan_workbook(path: Path, folder: Path) -> Plan:
    """A workbook is one of ours, or else a print of the planning system."""
    try:
        return excel.plan_import(path, folder)
    except ProblemsFound as ours:
        try:
            return sipd.plan_import(path, folder)
        except ProblemsFound:
            raise ours from None
