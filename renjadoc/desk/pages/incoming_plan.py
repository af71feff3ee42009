"""What came in, before and after, a tick for each change and two buttons for each conflict; written at “Terima”."""

from __future__ import annotations

from datetime import datetime

from nicegui import ui

from renjadoc.desk.pages.frame import do, name_element, show_message
from renjadoc.edits import changeset
from renjadoc.edits.edit import Change, Edit
from renjadoc.edits.jumps import describe_jump
from renjadoc.edits.plan import Conflict, Plan

#: How each kind of change is called.
_KINDS = {"ubah": "Diubah", "tambah": "Ditambah", "hapus": "Dihapus", "pindah": "Dipindah"}


class IncomingPlan:
    """One file that came in; nothing is written before “Terima”."""

    def __init__(self, plan: Plan, file: str, body: ui.column) -> None:
        self._plan, self._file, self._body = plan, file, body
        self._ticks: list[ui.checkbox] = []
        #: What is chosen of each conflict that can be decided, by its number.
        self._decided: dict[int, ui.toggle] = {}

    def draw(self) -> None:
        """Everything that the file would change, and what is asked."""
        plan = self._plan
        ui.label(f"{self._file}: {len(plan.changes)} perubahan, {len(plan.conflicts)} bentrok.").classes("font-medium")
        for note in plan.notes:
            ui.label(note)
        for number, conflict in enumerate(plan.conflicts):
            self._draw_conflict(number, conflict)
        for edits in plan.choices:
            self._ticks.append(_draw_choice(edits))
        for fault in plan.faults:
            ui.label(f"{fault.source}: {fault.message}. {fault.hint}".strip())
        if plan.edits or self._decided:
            with ui.row():
                ui.button("Terima", on_click=self._accept)
                ui.button("Batal", on_click=self._body.clear).props("flat")
        else:
            ui.label("Tidak ada yang berubah.")

    def _draw_conflict(self, number: int, conflict: Conflict) -> None:
        change = conflict.change
        with ui.card().classes("w-full border-2"):
            said = " ".join(part for part in (change.row or change.file, change.column, conflict.reason) if part)
            ui.label(f"Bentrok: {said}").classes("font-medium")
            ui.label(f"Kini: {change.old or '(kosong)'}").classes("whitespace-pre-wrap")
            ui.label(f"Di berkas ini: {change.new or '(dihapus)'}").classes("whitespace-pre-wrap")
            if not conflict.edits:
                ui.label("Tidak ditulis; isi yang sekarang tetap.").classes("text-sm")
                return
            _draw_jump(change)
            choices = {False: "Tetap yang kini", True: "Ambil dari berkas ini"}
            self._decided[number] = ui.toggle(choices, value=False).props("no-caps")

    async def _accept(self) -> None:
        chosen = [number for number, tick in enumerate(self._ticks) if tick.value]
        against = [number for number, toggle in self._decided.items() if toggle.value]
        if await do(lambda: self._write(chosen, against)) is not None:
            self._body.clear()
            with self._body:
                said = f"{len(chosen) + len(against)} perubahan ditulis."
                show_message("Diterima", [said, "Dapat dikembalikan di Riwayat."])

    def _write(self, chosen: list[int], against: list[int]) -> int:
        """Write what was ticked and decided; how many edits. Raises ProblemsFound, also if the folder changed."""
        plan = self._plan.take(chosen).decide(against)
        now, action = datetime.now(), f"{self._file} diterima di halaman"
        changeset.write_files(plan.root, plan.files, plan.read, now, action)
        return len(plan.edits)


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
                _draw_jump(change)
    return tick


def _draw_jump(change: Change) -> None:
    if jump := describe_jump(change):
        ui.label(f"Perhatikan: {jump}").classes("font-medium bg-amber-2 text-black px-2")
