"""The boxes of one section: each paragraph, list or quotation is written in place, and saved when it is left."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from nicegui import events, ui

from renjadoc.desk import sections
from renjadoc.desk.box_html import is_written, show_blocks, show_name
from renjadoc.desk.pages.frame import ask, explain_failure, in_background, name_element, show_message
from renjadoc.desk.pages.placed_boxes import CHAPTER, BlockKinds
from renjadoc.desk.sections import SectionBoxes
from renjadoc.desk.typed_html import read_typed
from renjadoc.desk.writing import write_edits
from renjadoc.edits.edit import Edit
from renjadoc.reading import Reading

#: How a box is called, by what its block is.
_CALLED = {"paragraf": "Paragraf", "daftar": "Daftar", "kutipan": "Kutipan"}
#: What can be put below a box, as an empty one is shown.
_EMPTY = {"Paragraf": "", "Daftar": "<ol><li></li></ol>", "Kutipan": "<blockquote></blockquote>"}
_FORMS = {"1.": "1. 2. 3.", "a.": "a. b. c.", "1)": "1) 2) 3)", "a)": "a) b) c)", "-": "• • •"}
#: So often what was typed is saved though nobody left the box, in seconds.
_SAVE_EVERY = 15.0
#: Hands what is pasted over as markup; the browser's own way would keep what no content can hold.
_PASTE = """(event) => {
    const html = event.clipboardData.getData("text/html");
    if (html && !event.defaultPrevented) { event.preventDefault(); emit(html); }
}"""
#: Remembers where the cursor stood in a box, so that a menu beside it can put something there.
_REMEMBER = """
document.addEventListener("selectionchange", () => {
    const node = getSelection().anchorNode;
    const area = (node?.nodeType === 1 ? node : node?.parentElement)?.closest(".kotak .q-editor__content");
    if (area) window.letakKursor = {area, range: getSelection().getRangeAt(0).cloneRange()};
});
"""
#: Goes to the remembered place and does there what a key or a button of an editor does.
_RUN = """
const area = getHtmlElement(%d)?.querySelector(".q-editor__content"), kept = window.letakKursor;
if (area) {
    area.focus();
    const selection = getSelection(), [command, given] = %s;
    if (kept?.area === area) { selection.removeAllRanges(); selection.addRange(kept.range); }
    if (command !== "sisip") { document.execCommand(command, false, given); return; }
    // The browser's own command would put a name or figure at the end of a paragraph below it.
    const range = selection.getRangeAt(0), part = range.createContextualFragment(given), last = part.lastChild;
    range.deleteContents(); range.insertNode(part);
    if (last) { range.setStartAfter(last); range.collapse(true); }
    selection.removeAllRanges(); selection.addRange(range);
    area.dispatchEvent(new Event("input", {bubbles: true}));
}
"""
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
        ui.run_javascript(_REMEMBER)
        ui.timer(_SAVE_EVERY, self._save_active)

    async def write(self, edits: list[Edit], boxes: SectionBoxes, action: str) -> bool:
        """Write edits of a section; what stops it is shown, and what was typed stays in its box."""
        self.status.text = "Menyimpan …"
        try:
            await in_background(lambda: write_edits(self.folder, edits, action, [boxes.seen]))
        except Exception as error:
            self.status.text = "Belum tersimpan"
            show_message("Belum tersimpan", explain_failure(error))
            return False
        self.status.text = "Tersimpan"
        return True

    async def in_turn(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do `work` when all that was asked for before is done."""
        async with self._turn:
            await work()

    async def _save_active(self) -> None:
        if self.active is not None:
            await self.active.save()


class SectionEditor:
    """One section's boxes; drawn anew whenever their number or order changes."""

    def __init__(
        self,
        desk: Desk,
        reading: Reading,
        boxes: SectionBoxes,
        called: str,
        pointed: str = "",
        kinds: BlockKinds = CHAPTER,
    ) -> None:
        self.desk, self.reading, self.boxes, self.called, self.kinds = desk, reading, boxes, called, kinds
        self._pointed = pointed
        self._body = ui.column().classes("w-full gap-1")
        self.draw()

    def draw(self, draft: tuple[int, str] | None = None) -> None:
        """All boxes; `draft` is a new, empty one: its place and what it is called."""
        self._body.clear()
        with self._body:
            for index, block in enumerate(self.boxes.blocks):
                if draft and draft[0] == index:
                    self._draw_draft(*draft)
                self._draw_box(index, block)
            if draft and draft[0] == len(self.boxes.blocks):
                self._draw_draft(*draft)
            elif not self.boxes.blocks:
                _draw_adding(self, 0, "Tambah isi")

    def _draw_draft(self, index: int, kind: str) -> None:
        with ui.row().classes("kotak w-full no-wrap items-start gap-2"):
            box = TextBox(self, index, _EMPTY[kind], f"{kind} baru", is_new=True)
        ui.timer(0.2, box.focus, once=True)

    def _draw_box(self, index: int, block: Any) -> None:
        called = f"{name_block(block) or self.kinds.called} {index + 1}"
        with ui.row().classes("kotak w-full no-wrap items-start gap-2") as row:
            with ui.column().classes("grow gap-0 min-w-0"):
                if is_written(block):
                    TextBox(self, index, show_blocks([block], self.reading), called)
                    if isinstance(block, dict) and "daftar" in block:
                        self._draw_form(index, block)
                else:
                    self.kinds.draw(self, index, block)
            self._draw_tools(index, called)
        if self._pointed and f"{self._pointed}/".startswith(f"{self.boxes.place(index)}/"):
            point_at(row)

    def _draw_form(self, index: int, block: Any) -> None:
        async def change(event: events.ValueChangeEventArguments[str]) -> None:
            now = self.boxes.blocks[index]
            await self.replace(index, {**now, "daftar": event.value})

        choice = ui.select(_FORMS, value=block["daftar"], on_change=change).props("dense borderless options-dense")
        name_element(choice, f"Bentuk nomor daftar {index + 1}")

    def _draw_tools(self, index: int, called: str) -> None:
        with ui.row().classes("alat gap-0 no-wrap"):
            for icon, what, act in (
                ("arrow_upward", "Naikkan", partial(self._move, index, -1)),
                ("arrow_downward", "Turunkan", partial(self._move, index, 1)),
                ("delete", "Hapus", partial(ask, f"Hapus {called}?", "Hapus", partial(self._remove, index))),
            ):
                button = ui.button(icon=icon, on_click=act).props("flat round dense size=sm")
                name_element(button, f"{what} {called}")
            _draw_adding(self, index + 1, f"Tambah di bawah {called}")

    async def _move(self, index: int, step: int) -> None:
        edits = sections.move_block(self.boxes, index, step)
        blocks = list(self.boxes.blocks)
        if edits:
            blocks.insert(index + step, blocks.pop(index))
            await self.change(edits, blocks, "dipindah")

    async def _remove(self, index: int) -> None:
        blocks = [block for number, block in enumerate(self.boxes.blocks) if number != index]
        await self.change(sections.replace_block(self.boxes, index, []), blocks, "dihapus")

    async def insert(self, index: int, block: Any) -> None:
        """Put a new block in."""
        blocks = [*self.boxes.blocks[:index], block, *self.boxes.blocks[index:]]
        await self.change(sections.insert_block(self.boxes, index, block), blocks, "ditambah")

    async def replace(self, index: int, block: Any) -> None:
        """Let a block become another one."""
        blocks = [*self.boxes.blocks[:index], block, *self.boxes.blocks[index + 1 :]]
        await self.change(sections.replace_block(self.boxes, index, [block]), blocks, "diubah")

    async def change(self, edits: list[Edit], blocks: list[Any], what: str) -> None:
        """Write edits after which the section holds `blocks`, and show it so."""

        async def write() -> None:
            if await self.desk.write(edits, self.boxes, f"{self.called} {what} di halaman"):
                self.took(blocks)
                self.draw()

        await self.desk.in_turn(write)

    def took(self, blocks: list[Any]) -> None:
        """From now on these blocks stand there."""
        self.boxes = replace(self.boxes, blocks=tuple(blocks), has_list=True)


class TextBox:
    """A paragraph, a list or a quotation in an editor of its own; a new one is stored once something stands in it."""

    def __init__(self, section: SectionEditor, index: int, shown: str, called: str, *, is_new: bool = False) -> None:
        self._section, self._index, self._is_new = section, index, is_new
        self._known = read_typed(shown).blocks
        #: What could not be written is not tried again until something else is typed.
        self._refused: list[Any] | None = None
        self._editor = ui.editor(value=shown).props("paragraph-tag=p min-height=2rem :toolbar=[]").classes("w-full")
        self._name(f"{called} {section.called}")
        self._editor.on("focus", self._begin, args=[])
        self._editor.on("blur", self.save, args=[])
        self._editor.on("keydown.ctrl.s.prevent", self.save, args=[])
        self._editor.on("paste", self._paste, js_handler=_PASTE)

    def _name(self, called: str) -> None:
        # The library gives its text area no role and no name.
        script = """const area = getHtmlElement(%d)?.querySelector(".q-editor__content");
            area?.setAttribute("role", "textbox"); area?.setAttribute("aria-multiline", "true");
            area?.setAttribute("aria-label", %s);"""
        ui.run_javascript(script % (self._editor.id, json.dumps(called)))

    def _begin(self) -> None:
        self._section.desk.active = self

    def focus(self) -> None:
        """Put the cursor in."""
        self._editor.run_method("focus")

    def run(self, command: str, given: str = "") -> None:
        """Let the browser do what a button of an editor does: `bold`, `italic`, `insertHTML` …"""
        ui.run_javascript(_RUN % (self._editor.id, json.dumps([command, given])))

    def insert_name(self, expression: str) -> None:
        """Put a name or figure in where the cursor stands."""
        self.run("sisip", show_name(expression, self._section.reading) + "&nbsp;")

    def _paste(self, event: events.GenericEventArguments) -> None:
        typed = read_typed(str(event.args))
        shown = show_blocks(typed.blocks, self._section.reading)
        if len(typed.blocks) == 1 and isinstance(typed.blocks[0], str):
            self.run("sisip", shown.removeprefix("<p>").removesuffix("</p>"))
        else:
            self.run("insertHTML", shown)
        if typed.lost:
            show_message("Tidak ikut tertempel", [f"Yang tidak dapat ditempel di sini: {', '.join(typed.lost)}."])

    async def save(self) -> None:
        """Write what stands in the box, if it is not what is stored."""
        await self._section.desk.in_turn(self._save)

    async def _save(self) -> None:
        new, section = read_typed(self._editor.value or "").blocks, self._section
        if new in (self._known, self._refused) or self._editor.is_deleted:
            return
        if not new:
            section.desk.status.text = "Kotak kosong tidak disimpan; hapus dengan tombolnya"
            return
        if self._is_new:
            edits = [edit for block in new for edit in sections.insert_block(section.boxes, self._index, block)]
        else:
            edits = sections.replace_block(section.boxes, self._index, new)
        if await section.desk.write(edits, section.boxes, f"{section.called} ditulis di halaman"):
            self._keep(new)
        else:
            self._refused = new

    def _keep(self, new: list[Any]) -> None:
        """What was written is what stands there; boxes that it became are drawn."""
        section, index = self._section, self._index
        was = [] if self._is_new else [section.boxes.blocks[index]]
        blocks = section.boxes.blocks
        section.took([*blocks[:index], *new, *blocks[index + len(was) :]])
        self._known = new
        if list(map(name_block, was)) != list(map(name_block, new)):
            section.draw()


def name_block(block: Any) -> str:
    """What a text is called; nothing for a block that is none."""
    if isinstance(block, str):
        return _CALLED["paragraf"]
    return next((called for key, called in _CALLED.items() if key in block), "")


def point_at(element: ui.element) -> None:
    """Bring an element into view and mark it: a finding led here."""
    element.classes("ditunjuk")
    script = f'getHtmlElement({element.id})?.scrollIntoView({{block: "center"}})'
    ui.timer(0.3, lambda: ui.run_javascript(script), once=True)


def _draw_adding(section: SectionEditor, index: int, label: str) -> None:
    with ui.button(icon="add").props("flat round dense size=sm") as button, ui.menu():
        for kind in section.kinds.texts:
            ui.menu_item(kind, partial(section.draw, (index, kind)))
        for kind, offer in section.kinds.offers.items():
            ui.menu_item(kind, partial(offer, section, index))
    name_element(button, label)
    if not section.boxes.blocks:
        button.props("no-caps").text = label
