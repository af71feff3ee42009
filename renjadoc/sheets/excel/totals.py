"""Results of formulas in a returned sheet, compared with what renjadoc computes from the same sheet."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from renjadoc.edits.plan import Fault
from renjadoc.sheets.excel import formulas
from renjadoc.sheets.excel.filled import FilledSheet, SheetRow
from renjadoc.sheets.excel.values import Cell, Unreadable, read_value, write_value
from renjadoc.tables.layout import ROOT, UANG, Around, Entry, Node


def compare_results(filled: FilledSheet, around: Around) -> list[Fault]:
    """Results of formulas that are not what renjadoc computes from the same sheet; results not stored are no fault."""
    layout = filled.layout
    if layout.view:
        return []
    file = filled.known.sheet.file
    rows: list[tuple[SheetRow, str, Node]] = [(row, layout.levels[row.depth].key, row.node) for row in filled.rows()]
    if filled.root is not None:
        rows.insert(0, (filled.root, ROOT, {layout.levels[0].key: [row.node for row in filled.top]}))
    found = []
    for row, level, node in rows:
        for column in layout.columns:
            computed = column.cells.get(level)
            if computed is None or isinstance(computed, Entry) or not formulas.tolerance(computed):
                continue
            ours = formulas.computed_value(computed, node, around, 0)
            if told := _compare_result(row.cell(column.id), ours, formulas.tolerance(computed)):
                pointer = row.present.pointer if row.present else ""
                found.append(Fault("RJ072", file, pointer, filled.address(row.at, column.id), *told))
    return found


def _compare_result(cell: Cell, ours: Any, tolerance: float) -> tuple[str, str] | None:
    if cell.broken:
        return f"rumus jumlah rusak ({cell.broken})", "Angkanya dihitung ulang oleh renjadoc; ekspor lagi bila perlu."
    if cell.is_blank or cell.value is None or cell.percent:
        return None
    try:
        theirs = read_value(cell, UANG) if isinstance(cell.value, str) else cell.value
    except Unreadable:
        return None
    if isinstance(theirs, bool) or not isinstance(theirs, int | float):
        return None
    if ours is None and theirs:
        return None if tolerance < 0.5 else (f"jumlah di lembar {write_value(theirs)}, isinya belum ada", "")
    if abs(float(theirs) - float(ours or 0)) <= tolerance:
        return None
    difference = write_value(round(abs(theirs - (ours or 0)))) if tolerance >= 0.5 else ""
    hint = f"Selisih {difference}; " if difference else ""
    message = f"hasil di lembar {_write_number(theirs)}, menurut isi lembar itu {_write_number(ours or 0)}"
    return message, hint + "yang dipakai selalu hitungan renjadoc. Periksa isian atau rumusnya."


def _write_number(value: float) -> str:
    return write_value(int(value)) if value == int(value) else write_value(Decimal(f"{value:.2f}"))
