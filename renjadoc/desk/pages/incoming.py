"""Masuk dan keluar: tables out to Excel, the narrative out to Word, and what comes back, change by change."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import datetime
from pathlib import Path

from nicegui import events, ui

from renjadoc.absorption.run import plan_absorption
from renjadoc.desk.pages.frame import (
    do,
    draw_heading,
    draw_upload,
    in_background,
    name_element,
    page_frame,
    show_message,
)
from renjadoc.desk.shelf import find_folder
from renjadoc.edits import changeset
from renjadoc.edits.edit import Edit
from renjadoc.edits.plan import Conflict, Plan
from renjadoc.pipeline import name_file
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.review import ReviewOrder, make_review_copy
from renjadoc.sheets.excel import run as excel
from renjadoc.sheets.excel.sheets import all_owners
from renjadoc.sheets.sipd import run as sipd

_ALL = "Letakkan di sini: Excel yang sudah diisi, cetakan SIPD, atau Word yang sudah disunting"
#: How each kind of change is called.
_KINDS = {"ubah": "Diubah", "tambah": "Ditambah", "hapus": "Dihapus", "pindah": "Dipindah"}


def add(root: Path) -> None:
    """The screen Masuk dan keluar of every folder."""

    @ui.page("/renja/{name}/masuk")
    def show_incoming(name: str) -> None:
        folder = find_folder(root, name)
        with page_frame(name, folder, "masuk"):
            _draw_outgoing(folder)
            draw_heading("Masuk")
            draw_incoming(folder, _ALL, ".xlsx,.csv,.json,.docx")


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
                _IncomingPlan(plan, file, body).draw()

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


def make_review(folder: Path, chapters: frozenset[int] = frozenset()) -> tuple[str, bytes]:
    """The review copy of `renjadoc telaah`, of some chapters or of all, and its name."""
    name = name_file(changeset.read_for_edits(folder).folder, "Telaah")
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        made = make_review_copy(ReviewOrder(folder, datetime.now(), Path(temporary, name), chapters))
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


class _IncomingPlan:
    """What came in, each change with a tick; nothing is written before “Terima”."""

    def __init__(self, plan: Plan, file: str, body: ui.column) -> None:
        self._plan, self._file, self._body = plan, file, body
        self._ticks: list[ui.checkbox] = []

    def draw(self) -> None:
        plan = self._plan
        ui.label(f"{self._file}: {len(plan.changes)} perubahan, {len(plan.conflicts)} bentrok.").classes("font-medium")
        for note in plan.notes:
            ui.label(note)
        for edits in plan.choices:
            self._ticks.append(_draw_choice(edits))
        for conflict in plan.conflicts:
            _draw_conflict(conflict)
        for fault in plan.faults:
            ui.label(f"{fault.source}: {fault.message}. {fault.hint}".strip())
        if plan.edits:
            with ui.row():
                ui.button("Terima", on_click=self._accept)
                ui.button("Batal", on_click=self._body.clear).props("flat")
        else:
            ui.label("Tidak ada yang berubah.")

    async def _accept(self) -> None:
        chosen = [number for number, tick in enumerate(self._ticks) if tick.value]
        written = await do(lambda: self._write(chosen))
        if written is not None:
            self._body.clear()
            with self._body:
                show_message("Diterima", [f"{len(chosen)} perubahan ditulis.", "Dapat dikembalikan di Riwayat."])

    def _write(self, chosen: list[int]) -> int:
        """Write what was ticked; how many files. Raises ProblemsFound, also if the folder changed meanwhile."""
        files = self._plan.take(chosen).files
        now, action = datetime.now(), f"{self._file} diterima di halaman"
        changeset.write_files(self._plan.root, files, self._plan.read, now, action)
        return len(files)


def _draw_choice(edits: list[Edit]) -> ui.checkbox:
    changes = [change for edit in edits for change in edit.changes]
    with ui.card().classes("w-full"), ui.row().classes("items-start no-wrap w-full"):
        first = changes[0] if changes else None
        tick = ui.checkbox(value=True)
        name_element(tick, f"Ambil perubahan {first.source or first.pointer}" if first else "Ambil perubahan")
        with ui.column().classes("gap-0 grow"):
            for change in changes:
                place = " · ".join(part for part in (change.source, change.row, change.column) if part)
                authors = f" ({', '.join(change.authors)})" if change.authors else ""
                ui.label(f"{_KINDS[change.kind]}: {place or change.file}{authors}").classes("text-sm")
                if change.old:
                    ui.label(change.old).classes("line-through whitespace-pre-wrap")
                if change.new:
                    ui.label(change.new).classes("whitespace-pre-wrap")
    return tick


def _draw_conflict(conflict: Conflict) -> None:
    change = conflict.change
    with ui.card().classes("w-full border-2"):
        ui.label(f"Bentrok: {change.row or change.file} {change.column}. {conflict.reason}").classes("font-medium")
        ui.label(f"Kini: {change.old}").classes("whitespace-pre-wrap")
        ui.label(f"Di berkas ini: {change.new or '(dihapus)'}").classes("whitespace-pre-wrap")
        ui.label("Tidak ditulis; isi yang sekarang tetap.").classes("text-sm")
