"""What came in, before and after, a tick for each change and two buttons for each conflict; written at “Terima”."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from nicegui import ui

from renjadoc.desk.finding_places import name_pointer
from renjadoc.desk.inspection import inspect_folder, name_place
from renjadoc.desk.pages.frame import do_and_tell, name_element, show_message
from renjadoc.desk.wording import say_on_page
from renjadoc.edits import changeset
from renjadoc.edits.edit import Change, Edit
from renjadoc.edits.jumps import describe_jump
from renjadoc.edits.plan import Conflict, Plan

#: How each kind of change is called.
_KINDS = {"ubah": "Diubah", "tambah": "Ditambah", "hapus": "Dihapus", "pindah": "Dipindah"}


class IncomingPlan:
    """One file that came in; nothing is written before “Terima”. `then` follows once it is decided."""

    def __init__(self, plan: Plan, file: str, then: Callable[[], Awaitable[None]]) -> None:
        self._plan, self._file, self._then = plan, file, then
        self._reading = inspect_folder(plan.root).reading
        self._ticks: list[ui.checkbox] = []
        #: What is chosen of each conflict that can be decided, by its number.
        self._decided: dict[int, ui.toggle] = {}

    def draw(self) -> None:
        """Everything that the file would change, and what is asked."""
        plan = self._plan
        ui.label(f"{self._file}: {len(plan.changes)} perubahan, {len(plan.conflicts)} bentrok.").classes("font-medium")
        for note in plan.notes:
            ui.label(say_on_page(note))
        for number, conflict in enumerate(plan.conflicts):
            self._draw_conflict(number, conflict)
        for edits in plan.choices:
            self._ticks.append(self._draw_choice(edits))
        for fault in plan.faults:
            ui.label(say_on_page(f"{fault.source}: {fault.message}. {fault.hint}".strip()))
        if plan.edits or self._decided:
            with ui.row():
                ui.button("Terima", on_click=self._accept_ticked)
                ui.button("Batal", on_click=self._then).props("flat")
        else:
            ui.label("Tidak ada yang berubah.")
            ui.button("Tutup", on_click=self._then).props("flat")

    def _draw_conflict(self, number: int, conflict: Conflict) -> None:
        change = conflict.change
        with ui.card().classes("w-full border-2"):
            said = f": {conflict.reason}" if conflict.reason else ""
            ui.label(f"Bentrok: {self._tell_place(change)}{said}").classes("font-medium")
            ui.label(f"Kini: {self._show(change.old) or '(kosong)'}").classes("whitespace-pre-wrap")
            ui.label(f"Di berkas ini: {self._show(change.new) or '(dihapus)'}").classes("whitespace-pre-wrap")
            if not conflict.edits:
                ui.label("Tidak ditulis; isi yang sekarang tetap.").classes("text-sm")
                return
            _draw_jump(change)
            choices = {False: "Tetap yang kini", True: "Ambil dari berkas ini"}
            self._decided[number] = ui.toggle(choices, value=False).props("no-caps")

    def _draw_choice(self, edits: list[Edit]) -> ui.checkbox:
        changes = [change for edit in edits for change in edit.changes]
        with ui.card().classes("w-full"), ui.row().classes("items-start no-wrap w-full"):
            tick = ui.checkbox(value=True)
            name_element(tick, f"Ambil perubahan {self._tell_place(changes[0])}" if changes else "Ambil perubahan")
            with ui.column().classes("gap-0 grow"):
                for change in changes:
                    authors = f" ({', '.join(change.authors)})" if change.authors else ""
                    ui.label(f"{_KINDS[change.kind]}: {self._tell_place(change)}{authors}").classes("text-sm")
                    if change.old:
                        ui.label(self._show(change.old)).classes("line-through whitespace-pre-wrap")
                    if change.new:
                        ui.label(self._show(change.new)).classes("whitespace-pre-wrap")
                    _draw_jump(change)
        return tick

    def _show(self, text: str) -> str:
        """A text of the content as people see it: names and figures as they are today, bold as plain."""
        return (self._reading.printed(text) if self._reading is not None else "") or text

    def _tell_place(self, change: Change) -> str:
        """Where a change is: the cell of the sheet, row and column; of a text the place in the document."""
        stated = [part for part in (change.source, change.row, change.column) if part]
        if not stated and self._reading is not None:
            within = name_pointer(self._reading, change.file, change.pointer)
            stated = [name_place(self._reading, change.file), *([within] if within else [])]
        return " · ".join(stated) or change.file

    async def _accept_ticked(self) -> None:
        chosen = [number for number, tick in enumerate(self._ticks) if tick.value]
        against = [number for number, toggle in self._decided.items() if toggle.value]
        if await do_and_tell(lambda: self._write_chosen(chosen, against)) is not None:
            said = f"{len(chosen) + len(against)} perubahan ditulis."
            show_message(f"Diterima: {self._file}", [said, "Dapat dikembalikan di Riwayat."])
            await self._then()

    def _write_chosen(self, chosen: list[int], against: list[int]) -> int:
        """Write what was ticked and decided; how many edits. Raises ProblemsFound, also if the folder changed."""
        plan = self._plan.take(chosen).decide(against)
        now, action = datetime.now(), f"{self._file} diterima di halaman"
        changeset.write_files(plan.root, plan.files, plan.read, now, action, plan.taken)
        return len(plan.edits)


def _draw_jump(change: Change) -> None:
    if jump := describe_jump(change):
        ui.label(f"Perhatikan: {jump}").classes("font-medium bg-amber-2 text-black px-2")
