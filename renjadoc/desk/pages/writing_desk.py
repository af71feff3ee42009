"""Where the boxes of a screen are written: into one folder, one save after the other, with what is said of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from nicegui import ui

from renjadoc.desk.pages.frame import explain_failure, in_background, on_top, show_message
from renjadoc.desk.pages.text_box import REMEMBER, TextBox
from renjadoc.desk.sections import SectionBoxes
from renjadoc.desk.writing import write_edits
from renjadoc.edits.changeset import Files
from renjadoc.edits.edit import Edit

#: So often what was typed is saved though nobody left the box, in seconds.
_SAVE_EVERY = 15.0
_LOOK = """
.kotak .q-editor { border: 1px solid transparent; background: transparent }
.kotak:hover .q-editor, .kotak .q-editor:focus-within { border-color: #7a95ab }
.kotak .q-editor__content { min-height: 2rem; padding: 4px 8px }
.kotak p { margin: 0 0 4px } .kotak blockquote { margin: 4px 2.5rem; font-style: normal }
.kotak ol, .kotak ul { margin: 0; padding-left: 2.2rem }
.kotak ol { list-style: decimal } .kotak ul { list-style: disc }
.kotak ol.huruf { list-style: lower-alpha }
@counter-style angka-kurung { system: extends decimal; suffix: ") " }
@counter-style huruf-kurung { system: extends lower-alpha; suffix: ") " }
.kotak ol.angka-kurung { list-style: angka-kurung } .kotak ol.huruf-kurung { list-style: huruf-kurung }
.kotak .isian { background: #dbe9f5; color: #0d3a5e; border-radius: 4px; padding: 0 3px }
.kotak mark { background: #fff0a8; color: #4a3c00 }
.kotak .alat { opacity: 0.55 } .kotak:hover .alat, .kotak:focus-within .alat { opacity: 1 }
.ditunjuk { outline: 3px solid #b35900; outline-offset: 4px; border-radius: 4px }
"""


class Desk:
    """What the boxes of a chapter share: the folder, one box at a time that is written in, one save after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.active: TextBox | None = None
        self.status = ui.label("").props("aria-live=polite").classes("text-sm")
        self._turn = asyncio.Lock()
        ui.add_css(_LOOK)
        ui.run_javascript(REMEMBER)
        ui.timer(_SAVE_EVERY, self._save_active)

    async def write(self, edits: list[Edit], boxes: SectionBoxes, action: str, files: Files | None = None) -> bool:
        """Write edits of a section; what stops it is shown, and what was typed stays in its box."""
        self.status.text = "Menyimpan …"
        try:
            await in_background(lambda: write_edits(self.folder, edits, action, [boxes.seen], files))
        except Exception as error:
            self.status.text = "Belum tersimpan"
            show_message("Belum tersimpan", explain_failure(error))
            return False
        self.status.text = "Tersimpan"
        return True

    def tell(self, said: str) -> None:
        """Say how far what was typed is stored."""
        self.status.text = said

    async def in_turn(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do `work` when all that was asked for before is done."""
        with on_top():  # The button that asked for it may be drawn anew before its turn comes.
            async with self._turn:
                await work()

    async def _save_active(self) -> None:
        if self.active is not None:
            await self.active.save()
