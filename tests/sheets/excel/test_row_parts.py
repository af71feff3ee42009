"""Rows of a returned sheet, each by itself: below which row one stands by its code, what is written of its cells."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any, cast

import pytest

from renjadoc.edits.edit import Change, Edit
from renjadoc.reading import Reading
from renjadoc.sheets.excel.filled import FilledSheet, SheetRow
from renjadoc.sheets.excel.merge import MergedRow
from renjadoc.sheets.excel.row_cells import MergedCell
from renjadoc.sheets.excel.row_edits import _RowEdits, say_cell_edits
from renjadoc.sheets.excel.row_origins import _find_home
from renjadoc.sheets.excel.values import Cell
from renjadoc.sheets.excel.writer import _Painter
from renjadoc.tables.bebas import SPANS
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import TableRow
from tests.conftest import read
from tests.sheets.excel.sheet import BASIS


@cache
def _read_table(name: str) -> ReadTable:
    return Reading(read(BASIS)).tables[name]


def _make_row(code: str, depth: int, pointer: str = "") -> SheetRow:
    exported = TableRow(pointer, depth, {}) if pointer else None
    return SheetRow(9, "", "", {"kode": Cell(code)}, depth, exported=exported)


PROGRAM, NEW_PROGRAM = _make_row("2.17.01", 0, "/program/0"), _make_row("2.17.07", 0)


@pytest.mark.parametrize(
    ("row", "parent", "home"),
    [
        (_make_row("2.17.01.2.05", 1), NEW_PROGRAM, PROGRAM),
        (_make_row("2.17.01.2.05", 1), PROGRAM, PROGRAM),
        (_make_row("2.17.09.2.05", 1), PROGRAM, None),
        # One that was there stays where it was, unless a new row parts it from that.
        (_make_row("2.17.01.2.05", 1, "/program/0/kegiatan/0"), PROGRAM, None),
        (_make_row("2.17.01.2.05", 1, "/program/0/kegiatan/0"), NEW_PROGRAM, PROGRAM),
        (_make_row("2.17.01.2.05", 1, "/program/3/kegiatan/0"), NEW_PROGRAM, None),
    ],
)
def test_a_row_stands_below_the_row_of_its_code(row: SheetRow, parent: SheetRow, home: SheetRow | None) -> None:
    filled = cast(FilledSheet, SimpleNamespace(layout=_read_table("rencana-program").layout))
    coded = {(0, "2.17.01"): [PROGRAM], (0, "2.17.07"): [NEW_PROGRAM]}
    assert _find_home(filled, row, parent, coded) is home


def test_a_cell_that_may_be_left_out_goes_with_its_key() -> None:
    table = _read_table("rencana-program")
    row = next(row for row in table.rows if "pagu" in row.node)
    level = table.layout.levels[row.depth].key
    entries = [entry for column in table.layout.columns if (entry := column.entry(level)) is not None]
    entry = next(one for one in entries if one.optional)
    stated = TableRow(row.pointer, row.depth, {**row.node, str(entry.keys[0]): "Ditunda"})
    change = Change("ubah", "tabel/rencana-program.json", row.pointer, old="Ditunda")
    cells = [MergedCell(entry, None, change)]
    [edit] = say_cell_edits(table.layout, "tabel/rencana-program.json", table.data, stated, cells)
    at = f"{row.pointer}/{entry.keys[0]}"
    assert edit == Edit("tabel/rencana-program.json", at, "remove", changes=(change,))


def test_a_new_row_of_an_adhoc_table_is_a_list_of_its_cells() -> None:
    table = _read_table("anggaran")
    edits = _RowEdits(MergedRow(-1, {}), table.layout, "tabel/anggaran.json", table.data)
    assert edits._write_row(MergedRow(0, {SPANS: {}, "kolom0": "Belanja", "kolom1": 2})) == ["Belanja", 2]
    assert edits._write_row(MergedRow(0, {SPANS: {0: 2}, "kolom0": "Belanja"})) == {
        "sel": [{"teks": "Belanja", "gabung": 2}]
    }


@pytest.mark.parametrize(
    ("choices", "id", "kind", "found"),
    [
        ("indikator_renstra", "indikator_renstra", "capaian-kinerja", "='Tabel 3.1'!$B$5:$B$9"),
        ("", "sumber_dana", "rencana-program", "='_renjadoc'!$"),
        ("", "sumber_dana", "target-renstra", ""),
        ("", "lokasi", "rencana-program", ""),
    ],
)
def test_what_a_cell_may_be_chosen_from(choices: str, id: str, kind: str, found: str) -> None:
    sheet = SimpleNamespace(book={"target-renstra": ("Tabel 3.1", "$B$5:$B$9")}, kind=kind)
    painter: Any = SimpleNamespace(_sheet=sheet, _book=SimpleNamespace(lists={"sumber_dana": ["APBD", "DAU"]}))
    said = _Painter._find_choices(painter, cast(Any, SimpleNamespace(choices=choices, id=id)))
    assert said.startswith(found)
    assert bool(said) is bool(found)
