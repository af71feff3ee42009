"""The boxes of one section: each paragraph, list or quotation is written in place, and saved when it is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import Any

from nicegui import events, ui

from renjadoc.desk import sections
from renjadoc.desk.box_html import is_written, show_blocks
from renjadoc.desk.pages.frame import ask, name_element
from renjadoc.desk.pages.placed_boxes import CHAPTER, BlockKinds
from renjadoc.desk.pages.standing import StandingList
from renjadoc.desk.pages.text_box import Spot, TextBox
from renjadoc.desk.pages.writing_desk import Desk
from renjadoc.desk.sections import SectionBoxes
from renjadoc.edits.changeset import Files
from renjadoc.edits.edit import Edit
from renjadoc.reading import Reading

#: How a box is called, by what its block is.
_CALLED = {"paragraf": "Paragraf", "daftar": "Daftar", "kutipan": "Kutipan"}
#: What can be put below a box, as an empty one is shown.
_EMPTY = {"Paragraf": "", "Daftar": "<ol><li></li></ol>", "Kutipan": "<blockquote></blockquote>"}
_FORMS = {"1.": "1. 2. 3.", "a.": "a. b. c.", "1)": "1) 2) 3)", "a)": "a) b) c)", "-": "• • •"}


class SectionEditor:
    """One section's boxes; those that stay are never drawn anew, for somebody may be writing in them."""

    def __init__(
        self,
        desk: Desk,
        reading: Reading,
        boxes: SectionBoxes,
        called: str,
        pointed: str = "",
        kinds: BlockKinds = CHAPTER,
    ) -> None:
        self.writing, self.reading, self.boxes, self.called, self.kinds = desk, reading, boxes, called, kinds
        self._spots = [Spot() for _ in boxes.blocks]
        self._rows: StandingList[tuple[Spot | None, int], _BoxRow] = StandingList(ui.column().classes("w-full gap-1"))
        for index, row in enumerate(self._show()):
            if pointed and f"{pointed}/".startswith(f"{boxes.place(index)}/"):
                point_at(row)

    # Places

    def find(self, spot: Spot) -> int:
        """The number of the first block of a box, from 0."""
        return sum(one.count for one in takewhile(lambda one: one is not spot, self._spots))

    def _find_below(self, spot: Spot | None) -> int:
        """The number that a box below another one gets; before all boxes where there is no other."""
        if spot is None:
            return 0
        return self._spots.index(spot) + 1 if spot in self._spots else len(self._spots)

    def list_blocks(self, spot: Spot) -> list[Any]:
        """What stands in a box."""
        return list(self.boxes.blocks[(at := self.find(spot)) : at + spot.count])

    def _replace_blocks(self, spot: Spot, blocks: list[Any]) -> None:
        """From now on these blocks stand in a box."""
        at, held = self.find(spot), self.boxes.blocks
        self.boxes = replace(self.boxes, blocks=(*held[:at], *blocks, *held[at + spot.count :]), has_list=True)
        spot.count = len(blocks)

    # What is shown

    def _show(self) -> list[_BoxRow]:
        """Show all boxes; what they are called follows their number."""
        keys = [(spot, spot.version) for spot in self._spots]
        rows = self._rows.show(keys or [(None, 0)], lambda key: _BoxRow(self, key[0]))
        for spot, row in zip(self._spots, rows, strict=False):
            kinds = [name_block(block) or self.kinds.called for block in self.list_blocks(spot)]
            row.rename(f"{kinds[0]} {self.find(spot) + 1}" if kinds else spot.draft)
        return rows

    def add_draft(self, behind: Spot | None, kind: str) -> None:
        """A new, empty box below another one, or before all; one that was left empty goes."""
        rows = self._show()
        empty = {spot for spot, row in zip(self._spots, rows, strict=False) if not spot.count and row.is_empty}
        draft = Spot(0, draft=f"{kind} baru")
        self._spots.insert(self._find_below(behind), draft)
        self._spots = [one for one in self._spots if one not in empty]
        row = self._show()[self._spots.index(draft)]
        with row:  # The way to the first box, where this was asked for, is gone.
            ui.timer(0.2, row.focus, once=True)

    # What is done

    async def store(self, spot: Spot, blocks: list[Any]) -> bool:
        """Write what was typed into a box; whether that could be."""
        edits = sections.replace_block(self.boxes, self.find(spot), blocks, spot.count)
        if spot not in self._spots or not await self._write(edits, "ditulis"):
            return False
        self._replace_blocks(spot, blocks)
        self._show()
        return True

    def part(self, spot: Spot) -> None:
        """Draw the boxes that one became, once nobody writes in it any more."""
        if spot not in self._spots or not spot.count:
            return
        at, row = self._spots.index(spot), self._show()[self._spots.index(spot)]
        if spot.count > 1 or name_block(self.list_blocks(spot)[0]) != row.kind:
            self._spots[at + 1 : at + 1] = [Spot() for _ in range(spot.count - 1)]
            spot.count, spot.version = 1, spot.version + 1
            self._show()

    async def move(self, spot: Spot, step: int) -> None:
        """Change places with the box above (-1) or below (1)."""

        async def write() -> None:
            for one in (spot, self._find_beside(spot, step)):
                if one is not None and one.count > 1:
                    self._show()[self._spots.index(one)].part()
            other = self._find_beside(spot, step)
            if other is None:
                self.writing.tell("Sudah paling atas" if step < 0 else "Sudah paling bawah")
            elif spot.count != 1 or other.count != 1:
                self.writing.tell("Belum dipindah: simpan dahulu yang sedang ditulis di sebelahnya")
            elif await self._write(sections.move_block(self.boxes, self.find(spot), step), "dipindah"):
                self._swap_boxes(spot, other)
                self._show()

        await self.writing.in_turn(write)

    def _find_beside(self, spot: Spot, step: int) -> Spot | None:
        """The box above (-1) or below (1) that something stands in; None at the ends."""
        others = [one for one in self._spots if one.count or one is spot]
        target = others.index(spot) + step if spot in others else -1
        return others[target] if 0 <= target < len(others) else None

    def _swap_boxes(self, one: Spot, other: Spot) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        blocks = list(self.boxes.blocks)
        blocks[first], blocks[second] = blocks[second], blocks[first]
        self.boxes = replace(self.boxes, blocks=tuple(blocks))
        here, there = self._spots.index(one), self._spots.index(other)
        self._spots[here], self._spots[there] = other, one

    async def remove(self, spot: Spot) -> None:
        """Take a box away."""

        async def write() -> None:
            if spot not in self._spots:
                return
            edits = sections.replace_block(self.boxes, self.find(spot), [], spot.count)
            if await self._write(edits, "dihapus"):
                self._replace_blocks(spot, [])
                self._spots.remove(spot)
                self._show()

        await self.writing.in_turn(write)

    async def put_in(self, behind: Spot | None, block: object, files: Files | None = None) -> None:
        """A new block below a box, with the picture that it shows."""

        async def write() -> None:
            at, spot = self._find_below(behind), Spot(0)
            index = sum(one.count for one in self._spots[:at])
            if await self._write(sections.insert_block(self.boxes, index, block), "ditambah", files):
                self._spots.insert(self._find_below(behind), spot)
                self._replace_blocks(spot, [block])
                self._show()

        await self.writing.in_turn(write)

    async def put_over(self, spot: Spot, say: Callable[[Any], Any]) -> None:
        """Let what stands in a box become what `say` makes of it."""

        async def write() -> None:
            if spot not in self._spots or spot.count != 1:
                return
            new = say(self.list_blocks(spot)[0])
            if await self._write(sections.replace_block(self.boxes, self.find(spot), [new]), "diubah"):
                self._replace_blocks(spot, [new])
                spot.version += 1
                self._show()

        await self.writing.in_turn(write)

    async def _write(self, edits: list[Edit], what: str, files: Files | None = None) -> bool:
        return await self.writing.write(edits, self.boxes, f"{self.called} {what} di halaman", files)


class _At:
    """A box as those see it that draw what is placed: wherever it moved to since then, `index` being where it was."""

    def __init__(self, section: SectionEditor, spot: Spot | None) -> None:
        self._section, self._spot = section, spot
        self.reading = section.reading

    @property
    def boxes(self) -> SectionBoxes:
        return self._section.boxes

    async def insert(self, index: int, block: object, files: Files | None = None) -> None:
        """Put a new block in below it."""
        await self._section.put_in(self._spot, block, files)

    async def replace(self, index: int, block: object) -> None:
        """Let it become another block."""
        if self._spot is not None:
            await self._section.put_over(self._spot, lambda _: block)


class _BoxRow(ui.row):
    """One box with its tools; without a spot the way to the first one."""

    def __init__(self, section: SectionEditor, spot: Spot | None) -> None:
        super().__init__()
        self._section, self._called = section, ""
        self._box: TextBox | None = None
        self._named: list[tuple[ui.element, str]] = []
        self.kind = ""
        with self.classes("kotak w-full no-wrap items-start gap-2"):
            if spot is None:
                self._draw_adding(None, "Tambah isi")
            elif not spot.count:
                self._box = TextBox(section, spot, _EMPTY[spot.draft.removesuffix(" baru")])
            else:
                self._draw(spot, section.list_blocks(spot)[0])

    @property
    def is_empty(self) -> bool:
        return self._box is None or self._box.is_empty

    def focus(self) -> None:
        """Put the cursor in."""
        if self._box is not None:
            self._box.focus()

    def part(self) -> None:
        """Let it become a box for each block that was written in it."""
        if self._box is not None:
            self._box.part()

    def rename(self, called: str) -> None:
        """Say to those who do not see the page which box this is."""
        if called == self._called:
            return
        self._called = called
        for element, what in self._named:
            name_element(element, f"{what} {called} {self._section.called}")
        if self._box is not None:
            self._box.name(f"{called} {self._section.called}")

    def _draw(self, spot: Spot, block: object) -> None:
        section, self.kind = self._section, name_block(block)
        with ui.column().classes("grow gap-0 min-w-0"):
            if is_written(block):
                self._box = TextBox(section, spot, show_blocks([block], section.reading))
                if isinstance(block, dict) and "daftar" in block:
                    self._draw_form(spot, block["daftar"])
            else:
                section.kinds.draw(_At(section, spot), section.find(spot), block)
        self._draw_tools(spot)

    def _draw_form(self, spot: Spot, form: str) -> None:
        async def change(event: events.ValueChangeEventArguments[str]) -> None:
            await self._section.put_over(spot, lambda block: {**block, "daftar": event.value})

        choice = ui.select(_FORMS, value=form, on_change=change).props("dense borderless options-dense")
        self._named.append((choice, "Bentuk nomor"))

    def _draw_tools(self, spot: Spot) -> None:
        section = self._section
        with ui.row().classes("alat gap-0 no-wrap"):
            for icon, what, act in (
                ("arrow_upward", "Naikkan", partial(section.move, spot, -1)),
                ("arrow_downward", "Turunkan", partial(section.move, spot, 1)),
                ("delete", "Hapus", partial(self._ask_removal, spot)),
            ):
                button = ui.button(icon=icon, on_click=act).props("flat round dense size=sm")
                self._named.append((button, what))
            self._draw_adding(spot, "")

    def _ask_removal(self, spot: Spot) -> None:
        ask(f"Hapus {self._called}?", "Hapus", partial(self._section.remove, spot))

    def _draw_adding(self, behind: Spot | None, label: str) -> None:
        section, at = self._section, _At(self._section, behind)
        with ui.button(icon="add").props("flat round dense size=sm") as button, ui.menu():
            for kind in section.kinds.texts:
                ui.menu_item(kind, partial(section.add_draft, behind, kind))
            for kind, offer in section.kinds.offers.items():
                ui.menu_item(kind, partial(offer, at, 0))
        if label:
            button.props("no-caps").text = label
            name_element(button, f"{label} {section.called}")
        else:
            self._named.append((button, "Tambah di bawah"))


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
