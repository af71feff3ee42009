"""Results of formulas in a returned sheet, compared with what renjadoc computes from the same sheet."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from renjadoc.sheets.excel import formulas
from renjadoc.sheets.excel.changes import Fault
from renjadoc.sheets.excel.lines import Line, Returned
from renjadoc.sheets.excel.values import Cell, Unreadable, read, said
from renjadoc.tables.layout import ROOT, UANG, Around, Entry, Node


def faults(returned: Returned, around: Around) -> list[Fault]:
    """Results of formulas that are not what renjadoc computes from the same sheet; results not stored are no fault."""
    layout = returned.known.sheet.layout
    if layout.view:
        return []
    whole = {layout.levels[0].key: [line.node for line in returned.top]}
    found = []
    lines: list[tuple[Line, str, Node]] = [(line, layout.levels[line.depth].key, line.node) for line in returned.all()]
    if returned.root is not None:
        lines.insert(0, (returned.root, ROOT, whole))
    for line, level, node in lines:
        for column in layout.columns:
            computed = column.cells.get(level)
            if computed is None or isinstance(computed, Entry) or not formulas.tolerance(computed):
                continue
            fault = _compare(
                line.cell(column.id), formulas.computed_value(computed, node, around, 0), formulas.tolerance(computed)
            )
            if fault:
                pointer = line.ours.pointer if line.ours else ""
                found.append(Fault("RJ072", returned.address(line.at, column.id), pointer, *fault))
    return found


def _compare(cell: Cell, ours: Any, tolerance: float) -> tuple[str, str] | None:
    if cell.broken:
        return f"rumus jumlah rusak ({cell.broken})", "Angkanya dihitung ulang oleh renjadoc; ekspor lagi bila perlu."
    if cell.is_blank or cell.value is None or cell.percent:
        return None
    try:
        theirs = read(cell, UANG) if isinstance(cell.value, str) else cell.value
    except Unreadable:
        return None
    if isinstance(theirs, bool) or not isinstance(theirs, int | float):
        return None
    if ours is None and theirs:
        return None if tolerance < 0.5 else (f"jumlah di lembar {said(theirs)}, isinya belum ada", "")
    if abs(float(theirs) - float(ours or 0)) <= tolerance:
        return None
    difference = said(round(abs(theirs - (ours or 0)))) if tolerance >= 0.5 else ""
    hint = f"Selisih {difference}; " if difference else ""
    message = f"hasil di lembar {_shown(theirs)}, menurut isi lembar itu {_shown(ours or 0)}"
    return message, hint + "yang dipakai selalu hitungan renjadoc. Periksa isian atau rumusnya."


def _shown(value: float) -> str:
    return said(int(value)) if value == int(value) else said(Decimal(f"{value:.2f}"))
