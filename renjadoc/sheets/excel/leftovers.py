"""What somebody typed into a returned sheet where nothing is read: told cell by cell, so that it is not lost unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc import indonesian
from renjadoc.matching import fold_name
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.sheets.excel import sheets
from renjadoc.sheets.excel.filled import FilledSheet
from renjadoc.sheets.excel.reader import Tab
from renjadoc.sheets.excel.recognise import KnownSheet
from renjadoc.sheets.excel.sheets import KEY, LEVEL, LEVEL_HEAD
from renjadoc.sheets.excel.values import Cell
from renjadoc.tables.layout import ROOT, Around, Entry

#: So many cells of a sheet are told one by one.
_SHOWN = 30
#: The unit of what stands there as it was before, and no formula computes.
_FIXED = "tetap"
#: What stands there in the workbook of one Bidang.
_ONLY_ROWS, _ONLY_TOTAL = (
    re.compile(re.escape(one).replace(r"\{\}", ".+")) for one in (sheets.ONLY_ROWS, sheets.ONLY_TOTAL)
)
#: Where the lines of the guide stand; that of a Bidang has some more.
_GUIDE_COLUMNS, _GUIDE_ROWS = {2, 3}, 6


def tell_leftovers(filled: FilledSheet, around: Around, reading: Reading) -> list[str]:
    """The cells of a sheet that nobody took, by their places."""
    known = filled.known
    found = [*_find_above(known), *_find_heads(known), *_find_around(filled), *_find_computed(filled, around, reading)]
    told = [f"{place}: “{shorten_text(text, 70)}” tidak diambil; {why}." for place, text, why in found[:_SHOWN]]
    if len(found) > _SHOWN:
        told.append(f"Lembar {filled.known.tab.name}: {len(found) - _SHOWN} sel lain di luar isian tidak diambil.")
    return told


def tell_view(known: KnownSheet) -> Iterator[str]:
    """What was typed into a sheet that only shows another one: over its formulas, and around them."""
    tab, fixed = known.tab, {known.columns.get(id) for id in (KEY, LEVEL)}
    shown = {known.columns.get(known.sheet.layout.root.column)} if known.sheet.layout.root else set()
    found = [(place, text) for place, text, _ in (*_find_above(known), *_find_heads(known))]
    for at in sorted(number for number in tab.cells if number >= known.first_row):
        is_root = KEY in known.columns and tab.text(at, known.columns[KEY]) == sheets.ROOT_KEY
        for column in sorted(tab.cells[at].keys() - fixed - (shown if is_root else set())):
            cell = tab.cells[at][column]
            if not cell.formula and not cell.is_blank and cell.value not in {sheets.END_TEXT, sheets.END_KEY}:
                found.append((_place(tab, at, column), tab.text(at, column)))
    yield from (f"{place}: “{text}” tidak diambil; lembar ini hanya menampilkan lembar lain." for place, text in found)


def tell_guide(tab: Tab, lines: int) -> Iterator[str]:
    """What was typed around the `lines` of the sheet that says how to fill the others."""
    for at in sorted(tab.cells):
        for column, cell in sorted(tab.cells[at].items()):
            if not cell.is_blank and (column not in _GUIDE_COLUMNS or at > lines + _GUIDE_ROWS):
                yield f"{_place(tab, at, column)}: “{tab.text(at, column)}” tidak diambil; lembar ini tidak diisi."


def _place(tab: Tab, at: int, column: int) -> str:
    return f"{tab.name}!{sheets.letter(column - 1)}{at}"


def _find_above(known: KnownSheet) -> Iterator[tuple[str, str, str]]:
    """Cells above the table but its titles and heads; only where our hidden row tells which these are."""
    key = known.columns.get(KEY, 0)
    heads = [at for at in known.tab.cells if known.tab.text(at, key) == sheets.HEAD_KEY]
    for at in sorted(number for number in known.tab.cells if number < min(heads, default=0)):
        for column, cell in sorted(known.tab.cells[at].items()):
            is_ours = known.tab.text(at, key).startswith(sheets.MARK) or (column == key + 1 and at != heads[0] - 1)
            is_ours |= _ONLY_ROWS.fullmatch(known.tab.text(at, column)) is not None
            if not is_ours and not cell.is_blank and not cell.formula:
                yield _place(known.tab, at, column), known.tab.text(at, column), "tempatnya di atas tabel"


def _find_heads(known: KnownSheet) -> Iterator[tuple[str, str, str]]:
    """Heads that were typed over or added; only where our hidden row tells where they stand."""
    key = known.columns.get(KEY, 0)
    heads = zip((column.id for column in known.sheet.layout.columns), known.sheet.heads, strict=True)
    wanted = {known.columns[id]: set(map(fold_name, path)) for id, path in heads if id in known.columns}
    wanted |= {known.columns[LEVEL]: {fold_name(LEVEL_HEAD)}} if LEVEL in known.columns else {}
    for at in (row for row in sorted(known.tab.cells) if known.tab.text(row, key) == sheets.HEAD_KEY):
        for column, cell in sorted(known.tab.cells[at].items()):
            text = known.tab.text(at, column)
            if column != key and not cell.is_blank and fold_name(text) not in wanted.get(column, set()):
                is_ours = column in wanted
                why = "kepala kolom tidak diubah dari Excel" if is_ours else "tempatnya di luar kolom tabel"
                yield _place(known.tab, at, column), text, why


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
            place = _place(known.tab, at, column)
            if column not in ours:
                yield place, known.tab.text(at, column), "tempatnya di luar kolom tabel"
            elif at not in rows and at not in filled.read and column != known.columns.get(KEY):
                yield place, known.tab.text(at, column), "barisnya tanpa isian tabel"


def _find_computed(filled: FilledSheet, around: Around, reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Texts typed over what is computed; numbers are compared with ours (`totals.py`), but for those that stay."""
    for row in filled.rows():
        for column in filled.layout.columns:
            cell = row.cell(column.id)
            computed = column.cells.get(filled.layout.levels[row.depth].key)
            if computed is None or isinstance(computed, Entry) or not _is_typed(cell, numbers=computed.unit == _FIXED):
                continue  # Of cells that a row of this level does not have, `tell_unused_cells` tells.
            if cell.value != computed.value(row.node, around, 0):
                why = "isian sebelum perubahan tetap" if computed.unit == _FIXED else "sel ini dihitung renjadoc"
                yield filled.address(row.at, column.id), _say(cell), why
    root = filled.layout.root
    if filled.root is not None and root is not None:
        for column in filled.layout.columns:
            cell = filled.root.cell(column.id)
            is_name = column.id == root.column and _ONLY_TOTAL.sub("", str(cell.value)) == reading.printed(root.label)
            if not is_name and _is_typed(cell, numbers=ROOT not in column.cells):
                yield filled.address(filled.root.at, column.id), str(cell.value), "baris jumlah tidak diisi"


def _say(cell: Cell) -> str:
    return indonesian.angka(cell.value) if isinstance(cell.value, int) else str(cell.value)


def _is_typed(cell: Cell, *, numbers: bool = False) -> bool:
    is_text = isinstance(cell.value, str) and bool(cell.value.strip())
    return not cell.formula and not cell.broken and (is_text or (numbers and not cell.is_blank))
