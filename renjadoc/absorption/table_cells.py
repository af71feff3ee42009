"""Cells of printed tables that say something else: the values that they show, and what these become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from renjadoc.absorption.table_marks import Pieces, PrintedTable, TableMarks, Value, values_in
from renjadoc.adoption.grids import cell_lines, read_grid
from renjadoc.content.pointers import join, value_at
from renjadoc.edits.three_way import merge_texts
from renjadoc.indonesian import angka
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import bebas, old
from renjadoc.tables.layout import CellKind
from renjadoc.unbroken import as_seen
from renjadoc.word.reader.document import WordCell, WordTable

_COMPUTED = "dihitung renjadoc; ubah isian yang menjadi dasarnya"
_NO_PLACE = "dihitung renjadoc, atau tidak diisi di baris ini; isi di barisnya sendiri atau lewat Excel"
_ARRANGED = "dihitung renjadoc atau disusun dari isian lain; ubah isian yang menjadi dasarnya"
_UNKNOWN = "tempatnya dalam isi tidak dapat dipastikan; ubah lewat Excel atau halaman kerja"
_NEEDED = "isian ini tidak boleh kosong; hapus barisnya bila dimaksud"


@dataclass(frozen=True)
class CellEdit:
    """What a cell that people fill becomes; `old` and `new` as people read them.

    `lost` is the text of the content with a computed name in it, which the new text leaves out.
    """

    value: Value
    becomes: Any
    old: str
    new: str
    lost: str = ""


@dataclass(frozen=True)
class AdHocEdit:
    """What a cell of a table of the office's own form becomes; `row` is the name of its row."""

    file: str
    pointer: str
    becomes: Any
    old: str
    new: str
    row: str


@dataclass
class OpenTable:
    """A table of the folder, how it is printed, and which values its cells show."""

    reading: Reading
    printed: PrintedTable
    marks: TableMarks

    @property
    def name(self) -> str:
        return self.printed.name

    @property
    def table(self) -> WordTable:
        return self.printed.table

    @cached_property
    def label(self) -> str:
        """What a reader calls it."""
        first = " | ".join(map(say_cell, self.table.rows[0].cells)) if self.table.rows else ""
        return self.printed.label or f"tabel tanpa judul ({shorten_text(first, 200)})"

    @cached_property
    def file(self) -> str:
        return self.reading.folder.relative(self.reading.tables[self.name].source)

    @cached_property
    def data(self) -> Any:
        return self.reading.tables[self.name].data

    @cached_property
    def is_ad_hoc(self) -> bool:
        return self.reading.tables[self.name].kind.name == "bebas"

    def find_row(self, row: int) -> list[Pieces]:
        """What the cells of a row show, nothing of one that the cell above covers; empty where nobody can say."""
        if row < self.count_heads():
            return []
        shown = self.marks.find_row(self.name, row, len(self.table.rows))
        covered = [cell.down == "continue" for cell in self.table.rows[row].cells]
        return [() if hidden else cell for cell, hidden in zip(shown, covered, strict=False)]

    # Cells

    def read_change(self, row: int, place: int, cell: WordCell) -> CellEdit | AdHocEdit | str:
        """What the table says if this cell says what `cell` does; the reason in words if that cannot be taken."""
        if self.is_ad_hoc:
            return self._change_ad_hoc(row, place, as_seen("\n".join(cell_lines(cell.blocks))))
        if row < self.count_heads():
            return _COMPUTED
        shown = self.find_row(row)
        if len(shown) != len(self.table.rows[row].cells):
            return _UNKNOWN if self._holds_values else _ARRANGED
        found = [self._read_piece(shown[place], number, cell) for number in _places_of(shown[place])]
        edits = [one for one in found if isinstance(one, CellEdit)]
        if len(edits) == 1:
            return edits[0]
        told = [one for one in found if isinstance(one, str) and one != _UNKNOWN]
        if told or found:
            return told[0] if told else _UNKNOWN
        if not any(values_in(piece) for piece in shown):
            return _ARRANGED
        return _COMPUTED if say_cell(self.table.rows[row].cells[place]) else _NO_PLACE

    @property
    def _holds_values(self) -> bool:
        """Whether its file holds any that are printed."""
        read = self.reading.tables[self.name]
        return any(any(True for _ in read.layout.entries(level)) for level in read.layout.levels)

    def find_places(self, row: int, value: Value) -> list[int]:
        """The cells of a row that show a value, from the left."""
        return [at for at, cell in enumerate(self.find_row(row)) if value in values_in(cell)]

    def _read_piece(self, shown: Pieces, number: int, cell: WordCell) -> CellEdit | str:
        """The value at `number` of a cell as it is if all else in the cell is as it was."""
        value = shown[number]
        assert isinstance(value, Value)
        before, behind = (" ".join(map(self._say_piece, part)) for part in (shown[:number], shown[number + 1 :]))
        text = as_seen("\n".join(cell_lines(cell.blocks)))
        if before.strip() or behind.strip():
            text = " ".join(text.split())
            before, behind = " ".join(before.split()), " ".join(behind.split())
            if not (text.startswith(before) and text.endswith(behind) and len(text) >= len(before) + len(behind)):
                return _UNKNOWN
            text = text[len(before) : len(text) - len(behind)].strip()
        return self._read_value(value, text)

    def _say_piece(self, piece: str | Value) -> str:
        return piece if isinstance(piece, str) else self.say(piece.now)

    def _read_value(self, value: Value, text: str) -> CellEdit | str:
        now = value.now
        try:
            becomes = read_entry(value.entry.kind, text)
        except old.Unfit as error:
            return f"{error}; perbaiki di Word lalu serap lagi, atau ubah lewat halaman kerja"
        if becomes is None and value.entry.kind.required:
            return _NEEDED
        lost = ""
        if isinstance(now, str) and "{{" in now:
            merged = merge_texts(self.reading.printed(now), now, becomes) if isinstance(becomes, str) else None
            becomes, lost = (becomes, now) if merged is None else (merged, "")
        return CellEdit(value, becomes, self.say(now), self.say(becomes), lost)

    def says(self, value: object, read: object) -> bool:
        """Whether a value of the file is printed as what was read."""
        return squeeze(self.say(value)) == squeeze(self.say(read))

    def say(self, value: object) -> str:
        """A value as people read it."""
        if isinstance(value, list):
            return "\n".join(map(self.say, value))
        if isinstance(value, str):
            return self.reading.printed(value)
        return "" if value is None else angka(Decimal(str(value)))

    def name_cell(self, row: int, place: int) -> tuple[str, str]:
        """A cell as people name it: what names its row from the left, codes apart, and the head of its column."""
        grid = read_grid(self.table)
        column = sum(cell.span for cell in self.table.rows[row].cells[:place])
        heads = grid.head_paths()
        head = " ".join(heads[column].split()) if column < len(heads) else str(column + 1)
        texts = [" ".join(cell_lines(cell.blocks)) for cell in self.table.rows[row].cells]
        named = (text for text in texts if 2 * sum(map(str.isalpha, text)) > len(text))
        name = next(named, None) or next(filter(None, texts), "")
        return shorten_text(name), shorten_text(head)

    def count_heads(self) -> int:
        return next((index for index, row in enumerate(self.table.rows) if not row.head), len(self.table.rows))

    # Tables of the office's own form

    def _change_ad_hoc(self, row: int, place: int, text: str) -> AdHocEdit | str:
        index = row - self.count_heads()
        if not 0 <= index < len(self.data["baris"]):
            return "kepala tabel; ubah lewat halaman kerja atau berkasnya"
        at = join("/baris", index)
        entry = value_at(self.data, at)
        at += "/sel" if isinstance(entry, dict) else ""
        at = join(at, place)
        cell = value_at(self.data, at)
        at += "/teks" if isinstance(cell, dict) else ""
        now, shown = value_at(self.data, at), "\n".join(cell_lines(self.table.rows[row].cells[place].blocks))
        if now is not None and not self.says(now, shown):
            return _UNKNOWN
        new = old.read_cell(text)
        if isinstance(now, str) and "{{" in now:
            new = merge_texts(as_seen(shown), now, text)
            if new is None:
                return _COMPUTED
        name = next((text for one in bebas.list_texts(entry) if (text := self.say(one))), "")
        return AdHocEdit(self.file, at, new, self.say(now), self.say(new), name)


def read_entry(kind: CellKind, text: str) -> Any:
    """A cell as a value of its kind; what an empty one means where it is empty. Raises old.Unfit."""
    readers: dict[str, Callable[[str], Any]] = old.READERS
    value = readers[kind.name](text)
    return kind.blank if value is None else value


def say_cell(cell: WordCell) -> str:
    """What a cell says, in one line."""
    return " ".join(as_seen(" ".join(cell_lines(cell.blocks))).split())


def squeeze(text: str) -> str:
    """A text without blanks and case, as texts are compared."""
    return "".join(as_seen(text).split()).casefold()


def _places_of(cell: Pieces) -> list[int]:
    return [number for number, piece in enumerate(cell) if isinstance(piece, Value)]
