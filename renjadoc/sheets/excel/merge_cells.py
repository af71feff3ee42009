"""The cells of one row of a sheet against the export and the present content: which change, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from renjadoc.edits.edit import Edit
from renjadoc.edits.plan import Conflict
from renjadoc.nomenclature.book import NomenclatureBook
from renjadoc.nomenclature.filling import complete_row, find_missing, tidy_code
from renjadoc.sheets.excel.account import SheetAccount
from renjadoc.sheets.excel.filled import FilledSheet, SheetRow
from renjadoc.sheets.excel.nodes import is_equal, say_spans, with_value
from renjadoc.sheets.excel.row_cells import MergedCell, put_cells, with_own_cells
from renjadoc.sheets.excel.sheets import KEY, LEVEL
from renjadoc.sheets.excel.values import Unreadable, is_same, read_value, write_value
from renjadoc.tables.bebas import SPANS
from renjadoc.tables.layout import BULAT, TEKS, Column, Entry, Node

#: A figure that grew or shrank so many times is told.
_LEAP = 1000


class CellMerger:
    """Reads the cells of rows; what is wrong or was changed on both sides goes to the account."""

    def __init__(self, filled: FilledSheet, account: SheetAccount, book: NomenclatureBook | None = None) -> None:
        self._book = book if filled.known.sheet.kind == "rencana-program" else None
        self._filled, self._layout, self._account = filled, filled.layout, account
        self._is_adhoc = filled.known.sheet.kind == "bebas"

    def merge_cells(self, row: SheetRow, *, is_mine: bool) -> list[MergedCell]:
        """The cells of a row of the content that the sheet changes."""
        assert row.present is not None
        row.node = dict(row.exported.node if row.exported else row.present.node)
        changes = [
            change
            for column, entry in self._list_entries(row)
            if (change := self._merge_cell(row, column, entry, is_mine))
        ]
        if is_mine:
            changes = self._fill_by_code(row, changes)
            changes += self._merge_level_name(row)
            changes += self._merge_spans(row) if self._is_adhoc else []
        return changes

    def read_new_row(self, row: SheetRow) -> Node | None:
        """The node of a row that is new; None if one of its cells cannot be read."""
        level = self._layout.levels[row.depth]
        node: Node = {level.named_by: row.name} if level.named_by else {}
        is_readable = True
        for column, entry in self._list_entries(row):
            try:
                value = self._find_name(row, column, entry) or self._read_cell(row, column, entry)
            except Unreadable as error:
                message, hint = self._say_nameless(row, column, entry) or (error.message, error.hint)
                message = f"{message}; baris baru ini tidak diambil"
                self._account.add_fault("RJ071", row, column.id, message, hint)
                is_readable = False
                continue
            if value is not None or not (entry.optional or entry.own):
                node = with_value(node, entry.keys, value)
        if self._is_adhoc:
            node[SPANS] = _wide_spans(row.spans)
        node = complete_row(self._book, node) if self._book else node
        return with_own_cells(self._layout, node, level) if is_readable else None

    def _find_name(self, row: SheetRow, column: Column, entry: Entry) -> str:
        """The name that the nomenclature has for a row of which only the code was typed."""
        if self._book is None or entry.keys != ("nama",) or not row.cell(column.id).is_blank:
            return ""
        found = self._book.find(tidy_code(self._book, str(row.cell("kode").value or "")))
        return found.nama if found else ""

    def _say_nameless(self, row: SheetRow, column: Column, entry: Entry) -> tuple[str, str] | None:
        """Why a row of which only the code was typed has no name, and what to do."""
        if self._book is None or entry.keys != ("nama",) or not row.cell(column.id).is_blank:
            return None
        code = tidy_code(self._book, str(row.cell("kode").value or ""))
        if not code or self._book.find(code):
            return None
        return (
            f"kode {code} tidak ada dalam {self._book.name}, jadi namanya belum ada",
            "Periksa kodenya, atau tulis namanya.",
        )

    def _fill_by_code(self, row: SheetRow, changes: list[MergedCell]) -> list[MergedCell]:
        """The changes of a row that got another code, with what the nomenclature fills into its open cells."""
        if self._book is None or row.present is None or not any(cell.entry.keys == ("kode",) for cell in changes):
            return changes
        node = put_cells(self._layout, row.present.node, row.depth, changes)
        made = {cell.entry.keys: cell for cell in changes}
        values = {filled.key: filled.value for filled in find_missing(self._book, node)}
        for column, entry in self._list_entries(row):
            if len(entry.keys) == 1 and (value := values.get(str(entry.keys[0]))) is not None:
                ours = write_value(entry.of(row.present.node))
                change = self._account.describe_cell(row, column.id, ours, value, entry.pointer)
                made[entry.keys] = MergedCell(entry, value, change)
                row.node = with_value(row.node, entry.keys, value)
        return list(made.values())

    def tell_struck(self, row: SheetRow) -> None:
        """Struck letters are no part of what was read; a row that is struck stays until somebody says that it goes."""
        cells = [(column.id, cell) for column in self._layout.columns if not (cell := row.cell(column.id)).is_blank]
        typed = [(id, cell) for id, cell in cells if not cell.formula]
        if typed and all(cell.crossed for _, cell in typed):
            text = "baris ini dicoret, tetapi tidak dihapus; tulis hapus di kolom Tingkat bila memang dimaksud."
            self._account.add_note(row, typed[0][0], text)
            return
        for id, cell in typed:
            if cell.crossed:
                self._account.add_note(row, id, "isinya dicoret, tetapi tetap diambil; kosongkan selnya bila dimaksud.")
            elif cell.struck:
                self._account.add_note(row, id, f"“{cell.struck}” dicoret di dalam sel; dibaca tanpa itu.")

    def is_touched(self, row: SheetRow) -> bool:
        """Whether somebody changed a cell of a row that was exported."""
        return any(not self._is_untouched(row, column, entry) for column, entry in self._list_entries(row))

    def tell_unused_cells(self, row: SheetRow) -> None:
        """Cells that are filled although a row of this level has nothing there."""
        level = self._layout.levels[row.depth]
        for column in self._layout.columns:
            cell = row.cell(column.id)
            if not (level.key in column.cells or cell.is_blank or cell.formula or column.id in row.shared):
                message = f"baris {row.name} tidak mempunyai isian di kolom ini"
                hint = "Pindahkan ke baris yang mempunyai kolom ini."
                self._account.add_fault("RJ073", row, column.id, message, hint)

    def _list_entries(self, row: SheetRow) -> Iterator[tuple[Column, Entry]]:
        """The cells of a row that people fill, as far as the sheet has them."""
        covered = {index + step for index, span in row.spans.items() for step in range(1, span)}
        hidden = covered if self._is_adhoc else set()
        for number, column in enumerate(self._layout.columns):
            entry = column.entry(self._layout.levels[row.depth].key)
            if entry is not None and column.id in self._filled.known.columns and number not in hidden:
                yield column, entry

    def _is_untouched(self, row: SheetRow, column: Column, entry: Entry) -> bool:
        if row.exported is None:  # Typed anew, while the content got the same row: what is left blank says nothing.
            return row.cell(column.id).is_blank
        return is_same(row.cell(column.id), entry.of(row.exported.node))

    def _merge_cell(self, row: SheetRow, column: Column, entry: Entry, is_mine: bool) -> MergedCell | None:
        assert row.present is not None
        if self._is_untouched(row, column, entry):
            return None
        if not is_mine:
            hint = "Minta Bidang yang mempunyainya mengubahnya."
            message = "baris ini milik Bidang lain; perubahannya tidak diambil"
            self._account.add_fault("RJ073", row, column.id, message, hint)
            return None
        try:
            theirs = self._find_name(row, column, entry) or self._read_cell(row, column, entry)
        except Unreadable as error:
            self._account.add_fault("RJ071", row, column.id, error.message, error.hint)
            return None
        row.node = with_value(row.node, entry.keys, theirs)
        ours = entry.of(row.present.node)
        if is_equal(theirs, ours):
            return None
        say = str if entry.kind is BULAT and theirs and ours else write_value  # A year, and no amount.
        change = self._account.describe_cell(row, column.id, say(ours), say(theirs), entry.pointer)
        if _is_leap(ours, theirs):
            told = f"{write_value(ours)} menjadi {write_value(theirs)}; periksa nolnya."
            self._account.add_note(row, column.id, told)
        before = entry.of(row.exported.node) if row.exported else None
        if not is_equal(before, ours):
            is_plain = entry.is_in(row.present.node) and not self._is_adhoc
            edits = (Edit(change.file, change.pointer, "set", theirs, changes=(change,)),) if is_plain else ()
            self._account.conflicts.append(Conflict(change, edits=edits))
            return None
        return MergedCell(entry, theirs, change)

    def _read_cell(self, row: SheetRow, column: Column, entry: Entry) -> Any:
        if column.id in row.shared:
            hint = "Pisahkan sel yang digabung, lalu isi jumlah tiap baris sendiri."
            raise Unreadable("jumlahnya digabung dengan baris lain", hint)
        cell = row.cell(column.id)
        value = None if cell.is_blank and entry.optional else read_value(cell, entry.kind)
        if self._book is not None and entry.keys == ("kode",) and isinstance(value, str):
            return tidy_code(self._book, value)
        return value

    def _merge_level_name(self, row: SheetRow) -> list[MergedCell]:
        """What the column Tingkat says of a level that has several names."""
        level = self._layout.levels[row.depth]
        if not (level.named_by and row.exported and row.present):
            return []
        now = level.name(row.present.node)
        if row.name in {level.name(row.exported.node), now}:
            return []
        change = self._account.describe_cell(row, LEVEL, now, row.name, f"/{level.named_by}")
        return [MergedCell(Entry((level.named_by,), TEKS), row.name, change)]

    def _merge_spans(self, row: SheetRow) -> list[MergedCell]:
        """Merged cells of an ad-hoc table's row."""
        assert row.present is not None
        before = row.exported.node[SPANS] if row.exported else {}
        ours, theirs = row.present.node[SPANS], _wide_spans(row.spans)
        if theirs in (_wide_spans(before), ours):
            return []
        change = self._account.describe_cell(row, KEY, say_spans(ours), say_spans(theirs))
        kept = {index: span for index, span in ours.items() if span == 1}
        return [MergedCell(Entry((SPANS,), TEKS), {**kept, **theirs}, change)]


def _is_leap(old: object, new: object) -> bool:
    """Whether a number became a thousand times as large or as small: somebody counted in thousands."""
    if isinstance(old, bool) or not (isinstance(old, int | Decimal) and isinstance(new, int | Decimal)):
        return False
    least, most = sorted((abs(Decimal(old)), abs(Decimal(new))))
    return least > 0 and most >= _LEAP * least


def _wide_spans(spans: dict[int, int]) -> dict[int, int]:
    return {index: span for index, span in spans.items() if span > 1}
