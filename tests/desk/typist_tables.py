"""Somebody who fills the tables of a Renja on the page: in the grid cell after cell, or in Excel; titles and forms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nicegui import ui

from renjadoc.content.folder import open_folder
from renjadoc.content.pointers import join, value_at
from renjadoc.desk.box_html import show_blocks
from renjadoc.desk.grids import ID, Grid
from renjadoc.desk.row_fields import list_row_questions
from renjadoc.desk.typed_text import show_typed
from renjadoc.desk.writing import read_value
from renjadoc.reading import Reading
from renjadoc.reshape.tables import FIRST
from renjadoc.tables.layout import TableRow
from tests.desk.twins import read
from tests.desk.typed_workbook import copy_rows
from tests.desk.typist import Typist, plain, without_names

ALL = "Letakkan di sini: Excel yang sudah diisi, cetakan SIPD, atau Word yang sudah disunting"


class TableTypist(Typist):
    """What is done to the tables of the folder `made` until they say what those of `paper` say."""

    async def fill_table(self, stem: str) -> None:
        """The rows of a table in the grid, cell after cell; what a fresh one has goes first."""
        await self.go(f"isi/tabel/{stem}")
        grid = (await self.page.await_that(lambda: self.page.list_kind(ui.aggrid)))[0]
        paper = Grid(self.paper, stem)
        key = paper.table.layout.levels[0].key
        while count := len(read(self.made, paper.file)[key]):
            await self._press_at(grid, join("", key, count - 1), "Hapus baris")
            await self.agree("Hapus")
            await self.write_until(lambda count=count: len(read(self.made, paper.file)[key]) == count - 1)
        for row in paper.table.rows:
            await self._add_row(grid, paper, row)
            await self._fill_row(grid, paper, row)

    async def shape_table(self, stem: str) -> None:
        """The table in the form of the paper; one that is not there is begun."""
        if not (self.made / "tabel" / f"{stem}.json").exists():
            await self._begin_table(stem)
        form = self.paper.tables[stem].data.get("bentuk")
        if read(self.made, f"tabel/{stem}.json").get("bentuk") == form:
            return
        await self.go(f"isi/tabel/{stem}")
        await self.page.fill("Bentuk tabel", form or FIRST)
        await self.page.press("Ganti bentuk tabel")
        await self.agree("Ganti")
        await self.shown_anew(lambda: read(self.made, f"tabel/{stem}.json").get("bentuk") == form)

    async def _begin_table(self, stem: str) -> None:
        await self.go("isi")
        await self.choose_in("Tambah ke dokumen", "Tabel")
        await self.page.fill("Jenis tabel", self.paper.tables[stem].kind.name)
        await self.agree("Tambah")
        await self.shown_anew(lambda: read(self.made, f"tabel/{stem}.json"))

    async def say_lines(self, stem: str) -> None:
        """Its title and its notes; lines that a fresh one has are written over, and go where there are too many."""
        await self.go(f"isi/tabel/{stem}")
        above = 0
        for key, called in (("judul", "Judul"), ("keterangan", "Keterangan di bawah tabel")):
            wanted, file = self.paper.tables[stem].data.get(key, []), f"tabel/{stem}.json"
            held = len(read(self.made, file).get(key, []))
            for number in range(held, len(wanted), -1):
                await self.page.press(f"Hapus Paragraf {number} {called}")
                await self.agree("Hapus")
                await self._gone(f"Hapus Paragraf {number} {called}")
            for index, line in enumerate(wanted):
                if index >= held:
                    behind = f"Tambah di bawah Paragraf {index} {called}" if index else f"Tambah isi {called}"
                    await self.choose_in(behind, "Paragraf")
                editor = (await self.page.await_that(lambda at=above + index: self.page.list_kind(ui.editor)[at:]))[0]
                await self._write_line(editor, line)
                at, said = join("", key, index), self.paper.printed(line)
                await self.write_until(lambda file=file, at=at, said=said: self._printed(file, at) == said)
                await self.page.await_that(
                    lambda name=f"Hapus Paragraf {index + 1} {called}": self.page.find(ui.button, name)
                )
            above += len(wanted)

    def _printed(self, file: str, at: str) -> str:
        value = read_value(self.made, file, at)
        return Reading(open_folder(self.made)).printed(value) if value is not None else ""

    async def _write_line(self, editor: ui.editor, line: str) -> None:
        shown = show_blocks([line], self.paper)
        with self.page.user:
            editor.value = shown if self.lists_all(shown) else without_names(shown)
        self.page.send(editor, "blur", None)

    async def fill_in_excel(self, place: Path) -> None:
        """All tables out, their rows typed in Excel, and back."""
        await self.go("masuk")
        await self.page.press("Unduh Excel untuk diisi")
        workbook = place / "isian.xlsx"
        workbook.write_bytes(await self.page.take())
        copy_rows(self.paper.folder.root, workbook)
        await self.page.drop(ALL, workbook)
        await self.page.press("Terima")
        await self.page.see("perubahan ditulis.")
        await self.page.press("Tutup")

    async def _press_at(self, grid: ui.aggrid, pointer: str, button: str) -> None:
        """Go to a row as soon as the page has it, and press one of the buttons that it has."""

        def go() -> Any:
            rows = [row[ID] for row in Grid(Reading(open_folder(self.made)), self._stem_at()).list_rows()]
            if pointer in rows:
                self.page.send(grid, "cellFocused", {"rowIndex": rows.index(pointer)})
            return self.page.find(ui.button, button)

        await self.page.await_that(lambda: self._tries(go))
        await self.page.press(button)

    def _stem_at(self) -> str:
        return self.page.user.back_history[-1].rpartition("/")[2]

    async def _add_row(self, grid: ui.aggrid, paper: Grid, row: TableRow) -> None:
        level = paper.table.layout.levels[row.depth]
        name = level.names[0] if len(level.names) == 1 else "baris di dalamnya"
        if row.depth:
            await self._press_at(grid, row.pointer.rpartition("/")[0].rpartition("/")[0], f"Tambah {name}")
        else:
            await self.page.press(f"Tambah {level.names[0]}")
        if len(level.names) > 1:
            await self.page.fill("Jenis baris", level.name(row.node))
        for id, label in paper.list_required(level):
            entry = paper.table.layout.column(id).entry(level.key)
            await self.page.fill(label, show_typed(entry.of(row.node), self.paper) if entry else "")
        await self.agree("Tambah")
        await self.write_until(lambda: read_value(self.made, paper.file, row.pointer) is not None)

    async def _fill_row(self, grid: ui.aggrid, paper: Grid, row: TableRow) -> None:
        level = paper.table.layout.levels[row.depth]
        for column, entry in paper.table.layout.entries(level):
            value, at = entry.of(row.node), f"{row.pointer}{entry.pointer}"
            if value is None or read_value(self.made, paper.file, at) == value:
                continue
            typed = show_typed(value, self.paper)
            event = {"rowId": row.pointer, "colId": column.id, "newValue": typed, "oldValue": ""}
            self.page.send(grid, "cellValueChanged", event)
            wanted = plain(value, self.paper)
            await self.write_until(
                lambda at=at, wanted=wanted: plain(read_value(self.made, paper.file, at), self.paper) == wanted
            )
        more = [one for one in list_row_questions(paper, row.pointer) if value_at(row.node, one.pointer) is not None]
        if more:
            await self._press_at(grid, row.pointer, "Isian lain")
            await self.answer(more, row.node)
            await self.agree("Simpan")
            last = f"{row.pointer}{more[-1].pointer}"
            await self.write_until(lambda: read_value(self.made, paper.file, last) is not None)
