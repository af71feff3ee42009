"""Masuk dan keluar: tables out to Excel, the narrative out to Word, and what comes back, change by change."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from nicegui import events, ui

from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.desk.inspection import inspect_folder
from renjadoc.desk.pages.frame import (
    address,
    do_and_tell,
    draw_heading,
    draw_upload,
    in_background,
    page_frame,
    show_message,
)
from renjadoc.desk.pages.incoming_plan import IncomingPlan
from renjadoc.desk.shelf import find_folder
from renjadoc.desk.uploads import clean_name, kept_upload
from renjadoc.edits import changeset
from renjadoc.edits.plan import Plan
from renjadoc.nomenclature import store
from renjadoc.pipeline import name_file
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.review import ReviewOrder, make_review_copy, make_spare_copy
from renjadoc.sheets import ministry
from renjadoc.sheets.excel import run as excel
from renjadoc.sheets.excel.sheets import all_owners
from renjadoc.sheets.sipd import run as sipd

_ALL = "Letakkan di sini: Excel yang sudah diisi, cetakan SIPD, atau Word yang sudah disunting"


def add_screen(root: Path) -> None:
    """The screen Masuk dan keluar of every folder."""

    @ui.page("/renja/{name}/masuk")
    def show_incoming(name: str, baru: str = "") -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "masuk"):
            if baru:
                _tell_begun(folder)
            _draw_outgoing(folder)
            draw_heading("Masuk")
            ui.label("Punya cetakan SIPD? Letakkan di sini; barisnya masuk ke rencana program dan kegiatan.")
            draw_incoming(folder, _ALL, ".xlsx,.csv,.json,.docx")
            with ui.expansion("Punya nomenklatur kementerian (.xlsx atau .csv)?").classes("w-full"):
                _draw_nomenclature(folder)


def _tell_begun(folder: Path) -> None:
    """Where a folder that was begun just now goes on."""
    with ui.card().classes("w-full"):
        ui.label("Renja baru sudah siap.").classes("text-lg font-medium")
        ui.label("Punya cetakan SIPD atau nomenklatur? Letakkan di bawah ini. Bila tidak, langsung isi dokumennya.")
        ui.button("Isi dokumennya", on_click=lambda: ui.navigate.to(address(folder, "isi")))


def _draw_nomenclature(folder: Path) -> None:
    """The ministry's codes and names for this computer: a code then fills in its row, and wrong ones are found."""
    year = ui.number("Tahun Renja yang memakainya", value=_read_year(folder), precision=0).classes("w-60")

    async def take_file(event: events.UploadEventArguments) -> None:
        file, content = clean_name(event.file.name), await event.file.read()
        count = await do_and_tell(lambda: _install_nomenclature(file, content, int(year.value or 0)))
        if count is not None:
            show_message("Nomenklatur terpasang", [f"{count} kode dan nama siap dipakai di komputer ini."])

    draw_upload("Letakkan nomenklatur di sini", ".xlsx,.csv", take_file)


def _read_year(folder: Path) -> int | None:
    reading = inspect_folder(folder).reading
    return reading.folder.tahun if reading else None


def _install_nomenclature(name: str, content: bytes, year: int) -> int:
    """Install it as `renjadoc nomenklatur pasang` does; how many entries it has."""
    with kept_upload(name, content) as path:
        entries = ministry.read_nomenclature(path).read.entries
        store.install_edition(year, path.name, entries)
        return len(entries)


def draw_incoming(folder: Path, label: str, accept: str) -> None:
    """A place for what comes back, and below it what it would change; of several files one after the other."""
    upload = ui.column().classes("w-full")
    queue = _Queue(folder)

    async def take_file(event: events.UploadEventArguments) -> None:
        await queue.take_file(clean_name(event.file.name), await event.file.read())

    with upload:
        draw_upload(label, accept, take_file, several=True)


class Dropped(NamedTuple):
    """A file that came in; of a Word document that lost what it was made with, `base` is the copy that was sent."""

    name: str
    content: bytes
    base: bytes = b""


class _Queue:
    """Files that came in: what one would change is held against the folder as those before it left it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: list[Dropped] = []
        self._is_busy = False
        self._said = ui.label("").props("aria-live=polite").classes("text-sm")
        self._body = ui.column().classes("w-full")

    async def take_file(self, file: str, content: bytes) -> None:
        """Show what a file would change, when all before it are decided."""
        self._waiting.append(Dropped(file, content))
        self._tell_waiting()
        if not self._is_busy:
            await self._go_on()

    async def _go_on(self) -> None:
        self._is_busy = True
        with self._body:  # What was decided, and its buttons, are gone.
            self._body.clear()
            while self._waiting:
                dropped = self._waiting.pop(0)
                self._tell_waiting()
                plan = await do_and_tell(partial(plan_file, self._folder, dropped))
                if plan is not None:
                    if isinstance(plan, AbsorptionPlan) and plan.is_spare:
                        self._ask_base(dropped)
                    IncomingPlan(plan, dropped.name, self._go_on).draw()
                    return
        self._is_busy = False

    def _ask_base(self, dropped: Dropped) -> None:
        """A document that lost what it was made with is better compared with the copy that was sent."""

        async def take_base(event: events.UploadEventArguments) -> None:
            self._waiting.insert(0, dropped._replace(base=await event.file.read()))
            await self._go_on()

        ui.label(f"{dropped.name} kehilangan tanda dari renjadoc, misalnya sesudah lewat Google Docs.")
        draw_upload(
            "Punya salinan yang dikirim dahulu? Letakkan di sini sebagai pembanding (.docx)", ".docx", take_base
        )

    def _tell_waiting(self) -> None:
        names = ", ".join(one.name for one in self._waiting)
        self._said.text = f"Menunggu giliran: {names}." if names else ""


def _draw_outgoing(folder: Path) -> None:
    draw_heading("Keluar")
    draw_export(folder)

    async def give_review_copy() -> None:
        made = await do_and_tell(lambda: make_review(folder))
        if made is not None:
            ui.download(made[1], made[0])

    ui.button("Unduh naskah untuk ditelaah", on_click=give_review_copy).classes("self-start")


def draw_export(folder: Path) -> None:
    """The tables out to Excel, for all or for one Bidang."""
    with ui.row().classes("items-end"):
        owners = ui.select({"": "Semua Bidang"}, value="", label="Bidang").classes("w-60")

        async def export() -> None:
            made = await do_and_tell(lambda: _export_workbook(folder, str(owners.value)))
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
    name = excel.name_workbook(folder, bidang)
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        made = excel.export_workbook(folder, Path(temporary, name), bidang)
        return name, made.path.read_bytes()


def make_review(folder: Path, chapters: frozenset[int] = frozenset(), older: str | None = None) -> tuple[str, bytes]:
    """The review copy of `renjadoc telaah`, of some chapters or of all, and its name."""
    name = name_file(changeset.read_for_edits(folder).folder, "Telaah")
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        made = make_review_copy(ReviewOrder(folder, datetime.now(), Path(temporary, name), chapters, older))
        return name, made.docx.read_bytes()


def plan_document(path: Path, folder: Path, base: Path | None = None) -> AbsorptionPlan:
    """What a Word document would change; one that lost what it was made with is held against `base` or the folder."""
    return plan_absorption(path, folder, base=base, spare=partial(make_spare_copy, folder))


def plan_file(folder: Path, dropped: Dropped) -> Plan:
    """What a file would change; its ending says what it is, and of workbooks their sheets do."""
    with kept_upload(dropped.name, dropped.content) as path:
        if path.suffix.lower() == ".docx":
            with kept_upload("dasar.docx", dropped.base) as base:
                return plan_document(path, folder, base if dropped.base else None)
        if path.suffix.lower() in {".csv", ".json"}:
            return sipd.plan_import(path, folder)
        if path.suffix.lower() == ".xlsx":
            return _plan_workbook(path, folder)
    hint = "Yang dapat dimasukkan: .xlsx, .csv, .json, dan .docx."
    raise ProblemsFound([Problem("RJ070", Location(dropped.name), "jenis berkas ini tidak dikenal", hint)])


def _plan_workbook(path: Path, folder: Path) -> Plan:
    """A workbook is one of ours, or else a print of the planning system."""
    try:
        return excel.plan_import(path, folder)
    except ProblemsFound as ours:
        try:
            return sipd.plan_import(path, folder)
        except ProblemsFound:
            raise ours from None
