"""Evaluation of last year's Renja (T-C.29): programs, kegiatan and sub kegiatan with their computed percentages.

Two forms are in use: twelve columns as Permendagri 54/2010 led to, and the eleven of Permendagri 86/2017, with
what was realised up to n-3 where the others have two columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables.evaluasi.columns import ELEVEN, ELEVEN_COMPUTED, REACHED, TWELVE, printed_name
from renjadoc.tables.evaluasi.columns import LEVELS as LEVELS
from renjadoc.tables.evaluasi.columns import PERCENTAGES as PERCENTAGES
from renjadoc.tables.evaluasi.figures import figures_of as figures_of
from renjadoc.tables.evaluasi.figures import is_above as is_above
from renjadoc.tables.evaluasi.figures import percentages_of as percentages_of
from renjadoc.tables.evaluasi.old_rows import SIGNS, read_old_evaluation
from renjadoc.tables.forms import PERMENDAGRI_86, is_86
from renjadoc.tables.kind import GONE, PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import Node, TableLayout, TableRow, walk_rows
from renjadoc.tables.quantities import cumulate, is_unmeasured
from renjadoc.tables.steps import Step


def _lay_out(data: Node, _: Folder) -> TableLayout:
    if not is_86(data):
        return TWELVE
    stated = any(REACHED.stated_at.is_in(row.node) for row in walk_rows(LEVELS, data))
    return ELEVEN if stated else ELEVEN_COMPUTED


# Printed rows


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """One row a program, kegiatan or sub kegiatan. A row above others is blank where it states nothing."""
    return [_print_row(table, row) for row in table.rows]


def _print_row(table: ReadTable, row: TableRow) -> PrintedRow:
    cells = table.print_cells(row)
    if is_86(table.data):
        cells["renja_n1_realisasi"] = REACHED.of(row.node)
    for name, places in PERCENTAGES.items():
        if cells[printed_name(name)] is None and is_unmeasured(*(cells[printed_name(place)] for place in places)):
            cells[printed_name(name)] = "-"
    if is_above(row.node):
        if not figures_of(row.node):
            cells |= dict.fromkeys(cells.keys() - {"kode", "nama"}, "")
        for name, (reached, _) in PERCENTAGES.items():
            if cells[printed_name(reached)] == "":
                cells[printed_name(name)] = ""
    return {"jenis": "program" if row.level == "program" else "kegiatan", **cells}


# A year's step

_FIRST = ("indikator", "target_renstra")
#: What becomes the target of the running year; all but what stands first is opened.
_MOVED = ("target_n-2", "renja_n-2/target")


def _step_year(data: Node) -> Iterator[Step]:
    """The target of the running year becomes last year's; what was reached, and the new running year, are open.

    What was reached before (T-C.29, column 5) is known: the sum of columns 5 and 7.

    A row above others stays a name, and blank where it was left blank.
    """
    for row in walk_rows(LEVELS, data):
        stated = figures_of(row.node)
        running = f"{row.pointer}/renja_n-1/target" if "renja_n-1/target" in stated else None
        for cell, value in stated.items():
            if cell in _MOVED:
                yield Step(f"{row.pointer}/{cell}", running)
            elif cell == "realisasi_sd_n-3":
                before = cumulate((value, stated.get("renja_n-2/realisasi")), row.node.get("indikator"))
                known = before not in (None, "")
                is_same = before == stated.get("renja_n-2/realisasi")
                look = f"kolom 5 ini {'sama dengan kolom 7' if is_same else 'jumlah kolom 5 dan 7'} tahun lalu"
                yield Step(f"{row.pointer}/{cell}", value=before if known else None, look=look if known else "")
            elif cell not in _FIRST and not (value == "" and is_above(row.node)):
                yield Step(f"{row.pointer}/{cell}")
        yield from (Step(f"{row.pointer}/tercatat/{cell}") for cell in row.node.get("tercatat", {}))


# Another form


def _rewrite_form(data: Node, form: str | None) -> Iterator[tuple[str, Any]]:
    """T-C.29 computes column 10, which stays as entered where it is; the other form has to have it."""
    for row in walk_rows(LEVELS, data):
        running = row.node.get("renja_n-1")
        if running is None:
            continue
        if form == PERMENDAGRI_86 and "realisasi" in running and running["realisasi"] is None:
            yield f"{row.pointer}/renja_n-1/realisasi", GONE
        elif form is None and "realisasi" not in running:
            yield f"{row.pointer}/renja_n-1/realisasi", REACHED.of(row.node)


KIND = TableKind(
    "evaluasi",
    _lay_out,
    _print_rows,
    _step_year,
    caption_years=(-1, -2, 0),
    forms=(PERMENDAGRI_86,),
    rewrite=_rewrite_form,
    signs=(SIGNS,),
    read_old=read_old_evaluation,
)
