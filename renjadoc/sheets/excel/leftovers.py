"""What somebody typed into a returned sheet where nothing is read: told cell by cell, so that it is not lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.problem import shorten_text
from renjadoc.sheets.excel import sheets
from renjadoc.sheets.excel.filled import FilledSheet
from renjadoc.sheets.excel.recognise import KnownSheet
from renjadoc.sheets.excel.sheets import KEY, LEVEL
from renjadoc.sheets.excel.values import Cell
from renjadoc.tables.layout import ROOT, Around, Entry

#: So many cells of a sheet are told one by one.
_SHOWN = 30


def tell_leftovers(filled: FilledSheet, around: Around) -> list[str]:
    """The cells of a sheet that nobody took, by their places."""
    found = [*_find_above(filled.known), *_find_around(filled), *_find_computed(filled, around)]
    told = [f"{place}: “{shorten_text(text, 70)}” tidak diambil; {why}." for place, text, why in found[:_SHOWN]]
    if len(found) > _SHOWN:
        told.append(f"Lembar {filled.known.tab.name}: {len(found) - _SHOWN} sel lain di luar isian tidak diambil.")
    return told


def tell_view(known: KnownSheet) -> Iterator[str]:
    """What was typed over the formulas of a sheet that only shows another one."""
    tab, ours = known.tab, {column for id, column in known.columns.items() if id not in {KEY, LEVEL}}
    shown = {known.columns.get(known.sheet.layout.root.column)} if known.sheet.layout.root else set()
    for at in sorted(number for number in tab.cells if number >= known.first_row):
        is_root = KEY in known.columns and tab.text(at, known.columns[KEY]) == sheets.ROOT_KEY
        for column in sorted(ours & tab.cells[at].keys() - (shown if is_root else set())):
            cell = tab.cells[at][column]
            if not cell.formula and not cell.is_blank:
                place = f"{tab.name}!{sheets.letter(column - 1)}{at}"
                yield f"{place}: “{tab.text(at, column)}” tidak diambil; lembar ini hanya menampilkan lembar lain."


def _find_above(known: KnownSheet) -> Iterator[tuple[str, str, str]]:
    """Cells above the table but its titles and heads; only where our hidden row tells which these are."""
    key = known.columns.get(KEY, 0)
    heads = [at for at in known.tab.cells if known.tab.text(at, key) == sheets.HEAD_KEY]
    for at in sorted(number for number in known.tab.cells if number < min(heads, default=0)):
        for column, cell in sorted(known.tab.cells[at].items()):
            is_ours = known.tab.text(at, key).startswith(sheets.MARK) or (column == key + 1 and at != heads[0] - 1)
            if not is_ours and not cell.is_blank and not cell.formula:
                place = f"{known.tab.name}!{sheets.letter(column - 1)}{at}"
                yield place, known.tab.text(at, column), "tempatnya di atas tabel"


def _find_around(filled: FilledSheet) -> Iterator[tuple[str, str, str]]:
    """Cells beside the columns of the table, and in rows that are none of its own."""
    known = filled.known
    ours = set(known.columns.values())
    rows = {row.at for row in filled.rows()} | {at for at, *_ in filled.faults}
    rows |= {filled.root.at} if filled.root else set()
    for at in sorted(number for number in known.tab.cells if number >= known.first_row):
        for column, cell in sorted(known.tab.cells[at].items()):
            if cell.is_blank or cell.formula or cell.value in {sheets.END_TEXT, sheets.END_KEY}:
                continue
            place = f"{known.tab.name}!{sheets.letter(column - 1)}{at}"
            if column not in ours:
                yield place, known.tab.text(at, column), "tempatnya di luar kolom tabel"
            elif at not in rows and at not in filled.read and column != known.columns.get(KEY):
                yield place, known.tab.text(at, column), "barisnya tanpa isian tabel"


def _find_computed(filled: FilledSheet, around: Around) -> Iterator[tuple[str, str, str]]:
    """Texts typed over what is computed; numbers there are compared with ours (`totals.py`)."""
    for row in filled.rows():
        for column in filled.layout.columns:
            cell = row.cell(column.id)
            computed = column.cells.get(filled.layout.levels[row.depth].key)
            if computed is None or isinstance(computed, Entry) or not _is_typed(cell):
                continue  # Of cells that a row of this level does not have, `tell_unused_cells` tells.
            if cell.value != computed.value(row.node, around, 0):
                yield filled.address(row.at, column.id), str(cell.value), "sel ini dihitung renjadoc"
    root = filled.layout.root
    if filled.root is not None and root is not None:
        for column in filled.layout.columns:
            cell = filled.root.cell(column.id)
            if column.id != root.column and _is_typed(cell, numbers=ROOT not in column.cells):
                yield filled.address(filled.root.at, column.id), str(cell.value), "baris jumlah tidak diisi"


def _is_typed(cell: Cell, *, numbers: bool = False) -> bool:
    is_text = isinstance(cell.value, str) and bool(cell.value.strip())
    return not cell.formula and not cell.broken and (is_text or (numbers and not cell.is_blank))
