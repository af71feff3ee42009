"""A text in an editor of its own: it is saved when it is left, and now and then while somebody writes on in it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from nicegui import events, ui

from renjadoc.desk.box_html import show_blocks, show_name
from renjadoc.desk.pages.frame import show_message
from renjadoc.desk.typed_html import read_typed
from renjadoc.reading import Reading

#: Hands what is pasted over as markup; the browser's own way would keep what no content can hold.
_PASTE = """(event) => {
    const html = event.clipboardData.getData("text/html");
    if (html && !event.defaultPrevented) { event.preventDefault(); emit(html); }
}"""
#: Remembers where the cursor stood in a box, so that a menu beside it can put something there.
REMEMBER = """
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


@dataclass(eq=False)
class Spot:
    """The place of a box among the blocks of its section, wherever it moved to since it was drawn.

    `count` blocks stand in the box: none in a new one, several where somebody goes on writing below what was one. It is
    drawn anew with another `version`; `draft` is what a new one is called.
    """

    count: int = 1
    version: int = 0
    draft: str = ""


class Writing(Protocol):
    """Where all boxes of a screen are written, one after the other."""

    active: TextBox | None

    def tell(self, said: str) -> None: ...

    async def in_turn(self, work: Callable[[], Awaitable[None]]) -> None: ...


class Keeper(Protocol):
    """The section that a box stands in, as far as the box needs it."""

    reading: Reading

    @property
    def writing(self) -> Writing: ...

    async def store(self, spot: Spot, blocks: list[Any]) -> bool: ...

    def part(self, spot: Spot) -> None: ...


class TextBox:
    """A paragraph, a list or a quotation in an editor; a new one is stored once something stands in it."""

    def __init__(self, keeper: Keeper, spot: Spot, shown: str) -> None:
        self._keeper, self._spot = keeper, spot
        self._known = read_typed(shown).blocks
        #: What could not be written is not tried again until something else is typed.
        self._refused: list[Any] | None = None
        self._is_written_in = False
        self._editor = ui.editor(value=shown).props("paragraph-tag=p min-height=2rem :toolbar=[]").classes("w-full")
        self._editor.on("focus", self._begin_writing, args=[])
        self._editor.on("blur", self._leave_box, args=[])
        self._editor.on("keydown.ctrl.s.prevent", self.save, args=[])
        self._editor.on("paste", self._take_pasted, js_handler=_PASTE)

    def name(self, called: str) -> None:
        """Say to those who do not see the page what the box is; the library gives its text area no role and no name."""
        script = """const area = getHtmlElement(%d)?.querySelector(".q-editor__content");
            area?.setAttribute("role", "textbox"); area?.setAttribute("aria-multiline", "true");
            area?.setAttribute("aria-label", %s);"""
        self._editor.client.run_javascript(script % (self._editor.id, json.dumps(called)))

    @property
    def is_empty(self) -> bool:
        return not self._read_blocks()

    def _read_blocks(self) -> list[Any]:
        return read_typed(self._editor.value or "").blocks

    def _begin_writing(self) -> None:
        self._is_written_in, self._keeper.writing.active = True, self

    def focus(self) -> None:
        """Put the cursor in."""
        self._editor.run_method("focus")

    def run(self, command: str, given: str = "") -> None:
        """Let the browser do what a button of an editor does: `bold`, `italic`, `insertHTML` …"""
        ui.run_javascript(_RUN % (self._editor.id, json.dumps([command, given])))

    def insert_name(self, expression: str) -> None:
        """Put a name or figure in where the cursor stands."""
        self.run("sisip", show_name(expression, self._keeper.reading) + "&nbsp;")

    def _take_pasted(self, event: events.GenericEventArguments) -> None:
        typed = read_typed(str(event.args))
        shown = show_blocks(typed.blocks, self._keeper.reading)
        if len(typed.blocks) == 1 and isinstance(typed.blocks[0], str):
            self.run("sisip", shown.removeprefix("<p>").removesuffix("</p>"))
        else:
            self.run("insertHTML", shown)
        if typed.lost:
            show_message("Tidak ikut tertempel", [f"Yang tidak dapat ditempel di sini: {', '.join(typed.lost)}."])

    async def save(self) -> None:
        """Write what stands in the box, if it is not what is stored; who writes in it goes on."""
        await self._keeper.writing.in_turn(self._save_typed)

    async def _leave_box(self) -> None:
        self._is_written_in = False
        await self._keeper.writing.in_turn(self._save_and_part)

    async def _save_and_part(self) -> None:
        await self._save_typed()
        self.part()

    def part(self) -> None:
        """Let it become a box for each block, if all is stored; who came back meanwhile goes on in it as it is."""
        if not self._is_written_in and not self._editor.is_deleted and self._read_blocks() == self._known:
            self._keeper.part(self._spot)

    async def _save_typed(self) -> None:
        if self._editor.is_deleted or (new := self._read_blocks()) in (self._known, self._refused):
            return
        if not new:
            self._keeper.writing.tell("Kotak kosong tidak disimpan; hapus dengan tombolnya")
        elif await self._keeper.store(self._spot, new):
            self._known = new
        else:
            self._refused = new
