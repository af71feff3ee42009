"""Another arrangement of chapters (kerangka) for a folder: what it would make of them is told, then written."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc.desk import own_outlines
from renjadoc.desk.outlines import list_outlines
from renjadoc.desk.pages.asking import ask_text, write_and_go
from renjadoc.desk.pages.frame import address, ask, do_and_tell
from renjadoc.desk.writing import Seen
from renjadoc.edits import changeset
from renjadoc.edits.changeset import Files
from renjadoc.edits.stamps import Stamps
from renjadoc.reading import Reading
from renjadoc.reshape.outline_files import describe_outline, plan_outline

#: Behind the name of an outline: its chapters are asked for what verifiers want them to say, too.
_WITH_CONTENT = "-muatan"


class OutlineChange:
    """The choice, and what came of it."""

    def __init__(self, folder: Path, reading: Reading) -> None:
        self._folder, self._reading = folder, reading
        self._now = str(reading.folder.dokumen.data["kerangka"])

    def draw(self) -> None:
        """Which outline the folder is in, and the way to another one."""
        choices, bare = list_outlines(), self._now.removesuffix(_WITH_CONTENT)
        choices.setdefault(
            self._now.removesuffix(_WITH_CONTENT), str(self._reading.folder.kerangka.get("nama", self._now))
        )
        with ui.expansion("Susunan bab (kerangka)", icon="account_tree").classes("w-full"):
            ui.label("Bagian yang cocok pindah, yang baru dimulai, yang tidak diminta tetap di akhir babnya.")
            self._outline = ui.select(choices, value=bare, label="Susunan bab").classes("w-96")
            said = "Periksa juga muatannya: hal yang biasanya dicari verifikator dalam tiap bab"
            self._with_content = ui.checkbox(said, value=bare != self._now)
            ui.button("Ganti susunan bab", on_click=self._plan_change)
            if own_outlines.find_own_outline(self._reading):
                ui.link("Ubah susunan bab sendiri", f"{address(self._folder, 'isi')}/kerangka")
            else:
                ui.label("Kantor Anda memakai susunan lain? Mulailah dari dokumen ini, lalu ubah.").classes("pt-2")
                ui.button("Buat susunan bab sendiri", on_click=self._ask_own).props("outline")

    def _ask_own(self) -> None:
        async def begin(title: str) -> None:
            files, edits = own_outlines.begin_outline(self._reading, title)
            seen = [Seen("dokumen.json", "/kerangka", self._now)]
            to = f"{address(self._folder, 'isi')}/kerangka"
            await write_and_go(self._folder, edits, f"susunan bab “{title}” dibuat di halaman", seen, files, to)

        ask_text("Susunan bab sendiri", "Namanya, misalnya Surat Edaran Bupati 2026", begin, agreed="Buat")

    async def _plan_change(self) -> None:
        chosen = f"{self._outline.value}{_WITH_CONTENT if self._with_content.value else ''}"
        if chosen == self._now:
            ui.notify("Susunannya sudah begitu.")
            return
        planned = await do_and_tell(lambda: plan_outline(self._folder, chosen))
        if planned is not None:
            files, read, made = planned
            question = "\n".join(["Ganti susunan bab?", *describe_outline(made)])
            ask(question, "Ganti", partial(self._take_plan, chosen, files, read))

    async def _take_plan(self, chosen: str, files: Files, read: Stamps) -> None:
        action, now = f"bentuk kerangka {chosen}", datetime.now()
        if await do_and_tell(lambda: [changeset.write_files(self._folder, files, read, now, action)]) is not None:
            ui.navigate.to(address(self._folder, "isi"))
