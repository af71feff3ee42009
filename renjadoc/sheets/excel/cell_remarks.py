"""Notes on cells of a returned workbook as remarks of the folder, each at the row that it was hung on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from renjadoc.content.file_types import TelaahEntri
from renjadoc.sheets.excel import sheets
from renjadoc.sheets.excel.filled import FilledSheet, SheetRow
from renjadoc.sheets.excel.notes import CellNote
from renjadoc.sheets.excel.reader import Tab
from renjadoc.tables.layout import TableRow

#: Who wrote a note that says nobody.
_NOBODY = "(tanpa nama)"


def read_remarks(filled: FilledSheet) -> Iterator[TelaahEntri]:
    """The notes of a sheet as entries of telaah.json."""
    rows = {row.at: row for row in filled.rows()}
    for note in filled.known.tab.notes:
        yield _write_entry(filled, note, rows.get(note.row))


def tell_elsewhere(tab: Tab) -> Iterator[str]:
    """The notes of a sheet that is no table of the folder: they have no place in it."""
    for note in tab.notes:
        place = f"{tab.name}!{sheets.letter(note.column - 1)}{note.row}"
        yield f"{place}: catatan {note.author or _NOBODY} tidak diambil: {note.text}"


def _write_entry(filled: FilledSheet, note: CellNote, row: SheetRow | None) -> TelaahEntri:
    entry = {
        "berkas": filled.known.sheet.file,
        **(_place_row(filled, row.present) if row and row.present else {"letak": ""}),
        "kutipan": _quote_cell(filled, note, row),
        "penulis": note.author or _NOBODY,
        "tanggal": note.date,
        "catatan": note.text,
    }
    return cast("TelaahEntri", {**entry, "selesai": True} if note.done else entry)


def _place_row(filled: FilledSheet, row: TableRow) -> dict[str, str]:
    """Where the name of a row stands, and the name: rows move while people work, and are found by it."""
    level = filled.layout.levels[row.depth]
    entry = filled.layout.column(level.title).entry(level.key)
    name = entry.of(row.node) if entry else None
    if filled.known.sheet.kind == "bebas" or entry is None or not isinstance(name, str) or not name:
        return {"letak": row.pointer}
    return {"letak": row.pointer + entry.pointer, "paragraf": name}


def _quote_cell(filled: FilledSheet, note: CellNote, row: SheetRow | None) -> str:
    """What stands in the cell, below which head."""
    columns = {column: id for id, column in filled.known.columns.items()}
    ids = [column.id for column in filled.layout.columns]
    id = columns.get(note.column, "")
    head = filled.known.sheet.heads[ids.index(id)][-1] if id in ids else ""
    shown = filled.known.tab.text(note.row, note.column)
    title = filled.layout.levels[row.depth].title if row else ""
    name = filled.known.tab.text(row.at, filled.known.columns.get(title, 0)) if row and title != id else ""
    return ": ".join(part for part in (name, head, shown) if part)
