"""Rows of an export as records: with columns for each level, or as the printed form has them, one row a level."""

from __future__ import annotations

import re

from renjadoc.sheets.excel.values import Unreadable
from renjadoc.sheets.excel.values import read_value as read_cell
from renjadoc.sheets.sipd.account_rows import AccountRows
from renjadoc.sheets.sipd.columns import join_code
from renjadoc.sheets.sipd.details import BY_INDICATOR, read_texts, row_identity
from renjadoc.sheets.sipd.fields import DETAILS, Heads
from renjadoc.sheets.sipd.grid import ExportLine
from renjadoc.sheets.sipd.records import (
    KEGIATAN,
    MONEY,
    PROGRAM,
    SUB,
    Amounts,
    Export,
    Part,
    Record,
    Texts,
    level_key,
    split_code,
)
from renjadoc.tables.layout import UANG

_TOTAL = re.compile(r"(?:grand\s*|sub\s*)?(?:total|jumlah)\b.*", re.IGNORECASE)
#: Codes of accounts (5.1.02.01.01.0024) look like those of sub kegiatan, but that a bidang urusan has two digits.
_ACCOUNT = re.compile(r"[4-6]\.\d(?:\.\d+)*")
_ANY_OFFICE = re.compile(r"[xX](?:\.[xX]{2})(?=\.|$)")


def choose_reader(heads: Heads, export: Export, bidang: str) -> RowReader:
    """The reader for the columns that an export has."""
    names = heads.columns.keys()
    is_tree = "nama_sub_giat" not in names and bool(names & {"kode", "uraian"})
    return TreeReader(heads, export, bidang) if is_tree else RowReader(heads, export, bidang)


class RowReader:
    """Reads rows that carry program, kegiatan and sub kegiatan each in columns of their own."""

    def __init__(self, heads: Heads, export: Export, bidang: str) -> None:
        self._heads, self._export, self._bidang = heads, export, bidang
        self._program = self._kegiatan = Part("", "")
        self.accounts = AccountRows()
        #: The sub kegiatan read last, and the texts of the row that further lines would belong to.
        self._sub: Record | None = None
        self._texts: Texts | None = None

    def read_record(self, row: ExportLine) -> Record | None:
        """The sub kegiatan of a row; None for a total, or a row that cannot be taken (both are noted)."""
        if self._is_total(row):
            return None
        try:
            program, kegiatan, sub = (self._read_part(row, level) for level in ("program", "giat", "sub_giat"))
            amounts = self._read_amounts(row)
        except Unreadable as error:
            self._export.left.append((row.place, error.message))
            return None
        if not sub.code and not sub.name:
            if not self._continues(row, (program, kegiatan), amounts):
                self._note_subtotal(row, program, kegiatan, amounts)
            return None
        self._remember_above(program, kegiatan, sub)
        return self._make_record(row, sub, amounts)

    def _make_record(self, row: ExportLine, sub: Part, amounts: Amounts) -> Record:
        texts, identity = read_texts(row, self._heads), row_identity(row, self._heads)
        self._texts = texts
        self._sub = Record(self._program, self._kegiatan, sub, amounts, [row.place], texts, identity)
        return self._sub

    def _continues(self, row: ExportLine, parts: tuple[Part, ...], amounts: Amounts) -> bool:
        """Whether a row names nothing and only says more (a second indicator) of the one above, which takes it."""
        more = read_texts(row, self._heads)
        if self._texts is None or not more or any(part.code or part.name for part in parts):
            return False
        if any(amount is not None for amount in amounts.values()):
            return False
        for key, lines in more.items():
            before = self._texts.get(key, [])
            self._texts[key] = [*before, *(line for line in lines if key in BY_INDICATOR or line not in before)]
        return True

    def _is_total(self, row: ExportLine) -> bool:
        texts = [row.text(index) for index in self._columns_of_text(row)]
        said = next((text for text in texts if text), "")
        if not _TOTAL.fullmatch(said):
            return False
        try:
            amounts = self._read_amounts(row)
            if all(amount is None for amount in amounts.values()):
                return False
            self._export.totals.append(("", amounts, row.place))
        except Unreadable as error:
            self._export.left.append((row.place, f"jumlah tercetak: {error.message}"))
        return True

    def _columns_of_text(self, row: ExportLine) -> list[int]:
        other = {self._heads.columns.get(name) for name in (*MONEY, *DETAILS)}
        return [index for index in range(len(row.cells)) if index not in other]

    def _read_part(self, row: ExportLine, level: str) -> Part:
        code, name = (self._read_text(row, f"{what}_{level}") for what in ("kode", "nama"))
        in_name, bare = split_code(name)
        in_code, _ = split_code(code)
        code = self._own_code(in_code or code.strip(" ."))
        in_name = self._own_code(in_name)
        if code and in_name and level_key(code) != level_key(in_name):
            raise Unreadable(f"kode {code} tidak sama dengan kode di namanya, {in_name}", "")
        return Part(in_name if in_name and not code else code, bare)

    def _own_code(self, code: str) -> str:
        """A code that holds for every office (X.XX.01) as this one's."""
        return _ANY_OFFICE.sub(self._bidang, code, count=1) if self._bidang else code.replace("x", "X")

    def _read_text(self, row: ExportLine, name: str) -> str:
        index = self._heads.columns.get(name)
        return row.text(index) if index is not None else ""

    def _read_amounts(self, row: ExportLine) -> Amounts:
        amounts: Amounts = {}
        for name in MONEY:
            index = self._heads.columns.get(name)
            cell = row.cells[index] if index is not None and index < len(row.cells) else None
            try:
                amounts[name] = read_cell(cell, UANG) if cell is not None else None
            except Unreadable as error:
                raise Unreadable(f"{row.address(index or 0)}: {error.message}", error.hint) from error
        return amounts

    def _note_subtotal(self, row: ExportLine, program: Part, kegiatan: Part, amounts: Amounts) -> None:
        part = kegiatan if kegiatan.code or kegiatan.name else program
        self._remember_above(program, kegiatan, Part("", ""))
        if not (part.code or part.name):
            self._export.left.append((row.place, "tidak menyebut program, kegiatan, atau sub kegiatan"))
        elif any(amount is not None for amount in amounts.values()):
            self._export.totals.append((part.code or part.name, amounts, row.place))

    def _remember_above(self, program: Part, kegiatan: Part, sub: Part) -> None:
        """Names that stand on the first row of a group hold for those below; a code tells the codes above it."""
        parts = (sub.code or kegiatan.code).split(".")
        program = _find_above(program, self._program, parts, PROGRAM)
        if level_key(program.code) != level_key(self._program.code) or program.name != self._program.name:
            self._kegiatan = Part("", "")
        self._program = program
        self._kegiatan = _find_above(kegiatan, self._kegiatan, parts, KEGIATAN)


def _find_above(stated: Part, before: Part, parts: list[str], length: int) -> Part:
    code = stated.code or (".".join(parts[:length]) if len(parts) >= length else "")
    if stated.name:
        return Part(code, stated.name)
    if not code:
        return before
    return before if level_key(code) == level_key(before.code) else Part(code, "")


class TreeReader(RowReader):
    """Reads rows as the printed form has them: one row a program, kegiatan or sub kegiatan, told apart by its code."""

    def read_record(self, row: ExportLine) -> Record | None:
        if self._is_total(row):
            return None
        code, name = self._read_line(row)
        try:
            amounts = self._read_amounts(row)
        except Unreadable as error:
            self._export.left.append((row.place, error.message))
            return None
        length = len(code.split(".")) if code else 0
        if _ACCOUNT.fullmatch(code):
            self.accounts.add(self._sub, code, amounts, row.place)
            return None
        if length == SUB:
            self._remember_above(Part("", ""), Part("", ""), Part(code, name))
            return self._make_record(row, Part(code, name), amounts)
        if length in {PROGRAM, KEGIATAN}:
            none = Part("", "")
            part = Part(code, name)
            self._sub, self._texts = None, read_texts(row, self._heads)
            self._export.above[level_key(code)] = self._texts
            self._note_subtotal(row, part if length == PROGRAM else none, part if length == KEGIATAN else none, amounts)
        elif length not in {1, 2} and not (length == 0 and self._continues(row, (Part("", name),), amounts)):
            self._export.left.append((row.place, "kodenya bukan kode program, kegiatan, atau sub kegiatan"))
        return None

    def _read_line(self, row: ExportLine) -> tuple[str, str]:
        """Code and name of a row, whichever columns they stand in."""
        in_name, name = split_code(self._read_text(row, "uraian"))
        if self._heads.codes:
            return self._own_code(join_code(row, self._heads.codes)), name
        stated = self._read_text(row, "kode") or self._read_text(row, "kode_sub_giat")
        return self._own_code(split_code(stated)[0] or stated.strip(" .") or in_name), name
