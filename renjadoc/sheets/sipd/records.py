"""Rows of an export as sub kegiatan with their amounts; printed totals and rows that cannot be taken stand apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from renjadoc.sheets.excel.values import Unreadable
from renjadoc.sheets.excel.values import read_value as read_cell
from renjadoc.sheets.sipd.fields import Heads
from renjadoc.sheets.sipd.grid import ExportLine
from renjadoc.tables.computed import add_known
from renjadoc.tables.layout import UANG

#: "KODE NAMA" in one cell, as SIPD writes `nama_sub_giat`.
_CODED = re.compile(r"((?:\d+|[Xx]+)(?:\.(?:\d+|[Xx]+))+)\.?\s*[-–:]?\s+(\S.*)")
_CODE = re.compile(r"(?:\d+|[Xx]+)(?:\.(?:\d+|[Xx]+))*")
_TOTAL = re.compile(r"(?:grand\s*|sub\s*)?(?:total|jumlah)\b.*", re.IGNORECASE)
#: Parts of a code: urusan.bidang.program.kegiatan(d.dd).sub kegiatan.
PROGRAM, KEGIATAN, SUB = 3, 5, 6
MONEY = ("pagu", "pagu_n_depan")

Amounts = dict[str, int | None]


@dataclass(frozen=True)
class Part:
    """A program, kegiatan or sub kegiatan as the export names it."""

    code: str
    name: str


@dataclass
class Record:
    """One sub kegiatan: what it stands below, its amounts in rupiah (None: not given), the rows it comes from."""

    program: Part
    kegiatan: Part
    sub: Part
    amounts: Amounts
    places: list[str]


@dataclass
class Export:
    """Everything read from a file. `totals` are (what, amounts, place) as printed; `left` are (place, why)."""

    records: list[Record] = field(default_factory=list)
    totals: list[tuple[str, Amounts, str]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows: int = 0


def read_export(grid: list[ExportLine], heads: Heads, office: str) -> Export:
    """The sub kegiatan of an export; rows of other offices than `office` are left out where the export names them."""
    export = Export()
    rows = list(_select_own(grid[heads.body :], heads, office, export))
    reader = TreeReader(heads, export) if heads.columns.keys() & {"kode", "uraian"} else RowReader(heads, export)
    found = [record for row in rows if (record := reader.read_record(row)) is not None]
    export.records = list(_join_records(found, export))
    return export


def level_key(code: str) -> tuple[str, ...]:
    """A code without what changed between nomenclatures: `2.17.01.2.01.01` and `2.17.01.2.01.0001` are the same."""
    return tuple(part.lstrip("0") or "0" for part in code.casefold().split("."))


def name_key(name: str) -> str:
    """A name without case and blanks."""
    return " ".join(name.casefold().split())


def _select_own(rows: list[ExportLine], heads: Heads, office: str, export: Export) -> Iterator[ExportLine]:
    column = heads.columns.get("nama_skpd")
    names = {name_key(_split_code(row.text(column))[1]) for row in rows} if column is not None else set()
    ours = name_key(office)
    some = any(_is_office(name, ours) for name in names)
    for row in rows:
        if not any(row.text(index) for index in range(len(row.cells))) or _is_numbers(row):
            continue
        export.rows += 1
        name = name_key(_split_code(row.text(column))[1]) if column is not None else ""
        if some and name and not _is_office(name, ours):
            export.left.append((row.place, f"milik {row.text(column or 0)}"))
        else:
            yield row
    if len(names - {""}) > 1 and not some:
        export.notes.append(f"Ada {len(names - {''})} perangkat daerah, dan tidak satu pun bernama {office}.")


def _is_office(name: str, ours: str) -> bool:
    return bool(name) and (name == ours or name.startswith(ours + " ") or ours.startswith(name + " "))


def _is_numbers(row: ExportLine) -> bool:
    """Whether this is the row of column numbers that stands below printed heads."""
    texts = [row.text(index).strip("()") for index in range(len(row.cells)) if row.text(index)]
    return len(texts) > 2 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _split_code(text: str) -> tuple[str, str]:
    """Code and name of a cell; either may be missing."""
    match = _CODED.fullmatch(text)
    if match:
        return match[1], match[2]
    return (text, "") if _CODE.fullmatch(text) and "." in text else ("", text)


class RowReader:
    """Reads rows that carry program, kegiatan and sub kegiatan each in columns of their own."""

    def __init__(self, heads: Heads, export: Export) -> None:
        self._heads, self._export = heads, export
        self._program = self._kegiatan = Part("", "")

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
            self._note_subtotal(row, program, kegiatan, amounts)
            return None
        self._remember_above(program, kegiatan, sub)
        return Record(self._program, self._kegiatan, sub, amounts, [row.place])

    def _is_total(self, row: ExportLine) -> bool:
        texts = [row.text(index) for index in self._columns_of_text(row)]
        said = next((text for text in texts if text), "")
        if not _TOTAL.fullmatch(said):
            return False
        try:
            self._export.totals.append(("", self._read_amounts(row), row.place))
        except Unreadable as error:
            self._export.left.append((row.place, f"jumlah tercetak: {error.message}"))
        return True

    def _columns_of_text(self, row: ExportLine) -> list[int]:
        money = {self._heads.columns.get(name) for name in MONEY}
        return [index for index in range(len(row.cells)) if index not in money]

    def _read_part(self, row: ExportLine, level: str) -> Part:
        code, name = (self._read_text(row, f"{what}_{level}") for what in ("kode", "nama"))
        in_name, bare = _split_code(name)
        in_code, _ = _split_code(code)
        code = in_code or code.strip(" .")
        if code and in_name and level_key(code) != level_key(in_name):
            raise Unreadable(f"kode {code} tidak sama dengan kode di namanya, {in_name}", "")
        return Part(in_name if in_name and not code else code, bare)

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
        in_name, name = _split_code(self._read_text(row, "uraian"))
        code = _split_code(self._read_text(row, "kode"))[0] or self._read_text(row, "kode").strip(" .") or in_name
        try:
            amounts = self._read_amounts(row)
        except Unreadable as error:
            self._export.left.append((row.place, error.message))
            return None
        length = len(code.split(".")) if code else 0
        if length == SUB:
            self._remember_above(Part("", ""), Part("", ""), Part(code, name))
            return Record(self._program, self._kegiatan, Part(code, name), amounts, [row.place])
        if length in {PROGRAM, KEGIATAN}:
            none = Part("", "")
            part = Part(code, name)
            self._note_subtotal(row, part if length == PROGRAM else none, part if length == KEGIATAN else none, amounts)
        elif length not in {1, 2}:
            self._export.left.append((row.place, "kodenya bukan kode program, kegiatan, atau sub kegiatan"))
        return None


def _join_records(found: list[Record], export: Export) -> Iterator[Record]:
    """One record a sub kegiatan: the same row twice is one, different amounts are added, and both are said."""
    groups: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in found:
        key = (
            level_key(record.sub.code)
            if record.sub.code
            else (name_key(record.kegiatan.name), name_key(record.sub.name))
        )
        groups[key].append(record)
    for records in groups.values():
        first = records[0]
        if len(records) > 1:
            places = ", ".join(record.places[0] for record in records)
            distinct = list({tuple(record.amounts.values()): record for record in records}.values())
            how = "pagunya sama, dihitung satu kali" if len(distinct) == 1 else "pagunya dijumlahkan"
            export.notes.append(f"{first.sub.code or first.sub.name} ada di {len(records)} baris ({places}); {how}.")
            if len(distinct) > 1:
                first.amounts = {name: add_known(record.amounts[name] for record in records) for name in MONEY}
            first.places = [record.places[0] for record in records]
        yield first
