"""Somebody who types a whole Renja into the page, from another one that lies beside the keyboard."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from nicegui import ui

from renjadoc.checks.regulations import short_name
from renjadoc.content.folder import open_folder
from renjadoc.content.pointers import join
from renjadoc.desk import laws
from renjadoc.desk.box_html import is_written, show_blocks
from renjadoc.desk.names_menu import list_names
from renjadoc.desk.pages.boxes import name_block
from renjadoc.desk.typed_text import show_answers
from renjadoc.desk.writing import read_value
from renjadoc.questions import Question
from renjadoc.reading import Reading
from tests.desk.simulation import Visitor, address_of
from tests.desk.test_document import texts_below
from tests.desk.twins import read

_NAME = re.compile(r'<span[^>]*data-isi="([^"]*)"[^>]*>(.*?)</span>', re.DOTALL)


class Typist:
    """What is done to the folder `made` until it says what `paper` says."""

    def __init__(self, page: Visitor, made: Path, paper: Path) -> None:
        self.page, self.made = page, made
        self.paper = Reading(open_folder(paper))

    # Small things

    async def choose_in(self, button: str, item: str) -> None:
        """Choose something in the menu of a button."""
        opener = await self.page.await_that(lambda: self.page.find(ui.button, button))
        found = [one for one in opener.descendants() if isinstance(one, ui.menu_item) and item in texts_below(one)]
        self.page.send(found[0], "click", None)

    async def agree(self, label: str) -> None:
        """Press a button of the window that asks."""
        await self.page.await_that(lambda: any(one.value for one in self.page.list_kind(ui.dialog)))
        await self.page.press(label)

    async def go(self, screen: str) -> None:
        """Open a screen of the folder."""
        await self.page.go(address_of(self.made, screen))
        self._window = self.page.user.client

    async def shown_anew(self, holds: Callable[[], Any]) -> None:
        """Wait until the folder says so and the page shows it."""
        await self.write_until(holds)
        await self.page.await_that(lambda: self.page.user.client is not self._window)

    async def write_until(self, holds: Callable[[], Any]) -> None:
        """Wait until the folder says so."""
        await self.page.await_that(lambda: self._tries(holds))

    def _tries(self, holds: Callable[[], Any]) -> Any:
        try:
            return holds()
        except (LookupError, OSError, ValueError):
            return False

    async def answer(self, questions: list[Question], data: Any) -> None:
        """Fill the fields of a form."""
        show = show_answers(data, self.paper)
        for question in questions:
            value = show(question)
            if value is None:
                continue
            if question.kind == "ya":
                await self.page.press(question.title, ui.checkbox)
                continue
            shown = "; ".join(value) if isinstance(value, list) and not question.choices else value
            await self.page.fill(question.title if question.required else f"{question.title} (boleh menyusul)", shown)

    # Chapters

    async def shape_chapter(self, file: str) -> None:
        """Headings as on the paper: all sections of the beginning go, those of the paper come."""
        stem, wanted = file.removesuffix(".json"), self._paper_data(file)
        while count := len(read(self.made, file).get("bagian", [])):
            await self.go(f"isi/bab/{stem}")
            number = stem.removeprefix("bab-")
            await self.choose_in(f"Ubah judul atau susunan {number}.{count}.", "Hapus bagian")
            await self.agree("Hapus")
            await self.shown_anew(lambda count=count: len(read(self.made, file).get("bagian", [])) == count - 1)
        if read(self.made, file)["judul"] != wanted["judul"]:
            await self._rename(file, stem, wanted["judul"])
        await self._add_headings(file, stem, "", self._chapter_name(file), wanted)

    async def _rename(self, file: str, stem: str, title: str) -> None:
        await self.go(f"isi/bab/{stem}")
        await self.choose_in(f"Ubah judul atau susunan {self._chapter_name(file)}", "Ubah judul")
        await self.page.fill("Judul (tanpa nomor)", title)
        await self.agree("Simpan")
        await self.shown_anew(lambda: read(self.made, file)["judul"] == title)

    async def _add_headings(self, file: str, stem: str, at: str, called: str, wanted: Any) -> None:
        for index, section in enumerate(wanted.get("bagian", [])):
            await self.go(f"isi/bab/{stem}")
            level = "subbagian" if at else "bagian"
            await self.choose_in(f"Ubah judul atau susunan {called}", f"Tambah {level} di dalamnya")
            await self.page.fill("Judul (tanpa nomor)", section["judul"])
            await self.agree("Tambah")
            below = join(at, "bagian", index)
            await self.shown_anew(lambda below=below: read_value(self.made, file, below))
            number = f"{called}{index + 1}." if at else f"{stem.removeprefix('bab-')}.{index + 1}."
            await self._add_headings(file, stem, below, number, section)

    def _chapter_name(self, file: str) -> str:
        return next(one.label for one in self.paper.outline.sections if self.paper.folder.relative(one.source) == file)

    def _paper_data(self, file: str) -> Any:
        return next(one.data for one in self.paper.folder.sources if self.paper.folder.relative(one) == file)

    async def write_chapter(self, file: str) -> None:
        """All boxes of a chapter, section after section; what is placed is chosen, texts are typed."""
        await self.go(f"isi/bab/{file.removesuffix('.json')}")
        for section in self.paper.outline.sections:
            if self.paper.folder.relative(section.source) != file:
                continue
            called = section.label or self.paper.printed(section.data["judul"])
            at = join(section.pointer, "isi")
            await self._empty(file, at, called)
            await self._write_boxes(file, at, called, section.data.get("isi", []))

    async def _write_boxes(self, file: str, at: str, called: str, blocks: list[Any]) -> None:
        """One box below the other, where there is none."""
        previous = ""
        for index, block in enumerate(blocks):
            button = f"Tambah di bawah {previous} {called}" if previous else f"Tambah isi {called}"
            await self._add_block(button, block, plain=True)
            previous = f"{name_block(block) or 'Bagian'} {index + 1}"
            await self.page.await_that(
                lambda previous=previous, index=index: (
                    len(read_value(self.made, file, at) or ()) == index + 1
                    and self.page.find(ui.button, f"Tambah di bawah {previous} {called}")
                )
            )

    async def _empty(self, file: str, at: str, called: str) -> None:
        """The boxes that a fresh section begins with go."""
        while held := read_value(self.made, file, at):
            last = f"{name_block(held[-1]) or 'Bagian'} {len(held)} {called}"
            await self.page.press(f"Hapus {last}")
            await self.agree("Hapus")
            await self._gone(f"Hapus {last}")

    async def _add_block(self, button: str, block: Any, *, plain: bool) -> None:
        if is_written(block):
            await self.choose_in(button, name_block(block))
            shown = show_blocks([block], self.paper)
            editor = self.page.list_kind(ui.editor)[-1]
            with self.page.user:
                editor.value = without_names(shown) if plain else shown
            self.page.send(editor, "blur", None)
        elif "tabel" in block:
            await self.choose_in(button, "Tabel")
            await self.page.fill("Tabel", block["tabel"])
            await self.agree("Tempatkan di sini")
        elif "regulasi" in block:
            await self.choose_in(button, "Daftar dasar hukum")
        else:
            assert block == {"sistematika": True}
            await self.choose_in(button, "Sistematika (daftar bab)")

    async def put_names_in(self, file: str) -> None:
        """The names and figures of a chapter, which were typed, are chosen from the menu."""
        await self.go(f"isi/bab/{file.removesuffix('.json')}")
        editors = iter(self.page.list_kind(ui.editor))
        for at, block in self._written(file):
            editor = next(editors)
            shown = show_blocks([block], self.paper)
            assert self.lists_all(shown)
            if read_value(self.made, file, at) == block:
                continue
            with self.page.user:
                editor.value = shown
            self.page.send(editor, "blur", None)
            await self.write_until(lambda at=at, block=block: read_value(self.made, file, at) == block)

    def texts_of(self, folder: Path, file: str) -> list[str]:
        """The paragraphs of a chapter without sections, as they read."""
        reading = Reading(open_folder(folder))
        return [reading.printed(text) for text in read(folder, file)["isi"]]

    def lists_all(self, shown: str) -> bool:
        """Whether the menu of names offers all names and figures of a text."""
        offered = {one.expression.strip() for one in list_names(Reading(open_folder(self.made)))}
        return {html.unescape(name).strip("{}").strip() for name, _ in _NAME.findall(shown)} <= offered

    def _written(self, file: str) -> Iterator[tuple[str, Any]]:
        for section in self.paper.outline.sections:
            if self.paper.folder.relative(section.source) == file:
                yield from ((at, block) for at, block in section.blocks() if is_written(block))

    # Regulations

    async def list_laws(self, stem: str) -> None:
        """Every regulation in its form, what amended it in another one."""
        file = f"regulasi/{stem}.json"
        await self.go(f"isi/hukum/{stem}")
        begun = len(read(self.made, file)["regulasi"])
        for index, law in enumerate(self.paper.folder.regulasi[stem].data["regulasi"], begun):
            await self.choose_in(f"Tambah di bawah Peraturan {index} Dasar hukum", "Peraturan")
            await self.answer(list(laws.list_law_questions()), law)
            for amendment in laws.read_amendments(law):
                await self.page.press("Tambah perubahan")
                await self.answer(list(laws.list_amendment_questions()), amendment)
                await self.page.press("Simpan")
                await self.page.see(f"1. {short_name(amendment)}")
            await self.page.press("Simpan")
            await self.write_until(lambda index=index: len(read(self.made, file)["regulasi"]) == index + 1)
            assert read(self.made, file)["regulasi"][index] == law
        while (count := len(read(self.made, file)["regulasi"])) > index + 1 - begun:
            await self.page.press("Hapus Peraturan 1 Dasar hukum")
            await self.agree("Hapus")
            await self._gone(f"Hapus Peraturan {count} Dasar hukum")

    async def _gone(self, button: str) -> None:
        """Wait until a button is there no more: what it stands beside was written and is drawn anew."""
        await self.page.await_that(lambda: self.page.find(ui.button, button) is None)


def without_names(shown: str) -> str:
    """A text of a box as it reads today."""
    return _NAME.sub(r"\2", shown)


def plain(value: Any, reading: Reading) -> Any:
    """A value of the content with its names and figures as they are today."""
    if isinstance(value, str):
        return reading.printed(value)
    if isinstance(value, list):
        return [plain(one, reading) for one in value]
    if isinstance(value, dict):
        return {key: plain(one, reading) for key, one in value.items() if key != "$schema"}
    return value
