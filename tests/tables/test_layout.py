"""How a table is described: cells found in rows, levels told apart, what of them is printed, which rows are chosen."""

from __future__ import annotations

from typing import Any

import pytest

from renjadoc.tables.layout import (
    ANGKA,
    ROOT,
    SEL,
    TEKS,
    Column,
    Entry,
    Level,
    PrintedCell,
    TableLayout,
    TableRow,
    direction_column,
    owner_column,
    select_rows,
    walk_rows,
)

PROGRAM = Level("program", ("program",), "nama")
KEGIATAN = Level("kegiatan", ("kegiatan", "sub kegiatan"), "nama", named_by="tingkat")
NAME, TARGET = Entry(("nama",), TEKS), Entry(("target", 1), ANGKA, optional=True)


class _Number:
    """A cell that is computed."""

    unit = "nomor"

    def value(self, node: Any, around: Any, number: int) -> int:
        return number


NUMBER = _Number()
COLUMNS = (
    Column("nomor", ("No",), 4, {"program": NUMBER, "kegiatan": NUMBER}),
    Column("nama", ("Nama",), 20, {"program": NAME, "kegiatan": NAME}, printed="uraian"),
    Column("target", ("Target",), 9, {"kegiatan": TARGET}),
    Column("catatan", ("Catatan",), 9, {"program": Entry(("catatan",), SEL, optional=True)}),
    Column("bidang", ("Bidang",), 9, {"program": NAME, ROOT: NAME}, printed=""),
)
LAYOUT = TableLayout((PROGRAM, KEGIATAN), COLUMNS)
DATA = {
    "jenis": "contoh",
    "program": [
        {"nama": "A", "kegiatan": [{"nama": "A1"}, {"nama": "A2"}]},
        {"nama": "B"},
        {"nama": "C", "kegiatan": [{"nama": "C1"}]},
    ],
}


@pytest.mark.parametrize(
    ("node", "value", "is_there"),
    [
        ({"target": ["1", "2"]}, "2", False),
        ({"target": ["1"]}, None, False),
        ({"target": "2"}, None, False),
        ({}, None, False),
    ],
)
def test_a_value_is_found_within_lists_where_there_is_one(node: dict[str, Any], value: object, is_there: bool) -> None:
    assert TARGET.of(node) == value
    assert TARGET.is_in(node) is is_there
    assert TARGET.pointer == "/target/1"


def test_a_cell_may_be_there_though_it_is_open() -> None:
    year = Entry(("renja", "n-1"), ANGKA)
    assert year.is_in({"renja": {"n-1": None}})
    assert not year.is_in({"renja": {"n": 1}})
    assert not year.is_in({"renja": ["n-1"]})
    assert NAME.is_in({"nama": None})


def test_a_row_says_which_of_several_names_its_level_has() -> None:
    assert PROGRAM.name({"tingkat": "kegiatan"}) == "program"
    assert KEGIATAN.name({"tingkat": "sub kegiatan"}) == "sub kegiatan"
    assert LAYOUT.has_levels
    assert LAYOUT._replace(levels=(KEGIATAN,)).has_levels
    assert not LAYOUT._replace(levels=(PROGRAM,)).has_levels
    assert LAYOUT.depth("kegiatan") == 1


def test_columns_say_what_is_entered_in_them() -> None:
    number, name, target, *_ = COLUMNS
    assert (number.kind, name.kind, target.kind) == (None, TEKS, ANGKA)
    assert (number.entry("program"), target.entry("program"), target.entry("kegiatan")) == (None, None, TARGET)
    assert [(column.id, entry) for column, entry in LAYOUT.entries(KEGIATAN)] == [("nama", NAME), ("target", TARGET)]
    assert LAYOUT.column("target") is target


def test_columns_that_are_not_printed_stand_in_the_workbook_alone() -> None:
    direction, owner = direction_column("program", "kegiatan"), owner_column("program")
    assert list(direction.cells) == ["program", "kegiatan"]
    assert direction.entry("program") == Entry(("arah",), TEKS, optional=True)
    assert (direction.id, direction.choices, direction.printed) == ("arah", "arah", "")
    assert direction.head == ("Arah: naik atau turun (tidak dicetak)",)
    assert owner.head == ("Bidang (tidak dicetak)",)
    assert owner.entry("program") == Entry(("bidang",), TEKS, optional=True)
    assert (owner.id, owner.choices, owner.printed) == ("bidang", "", "")


def test_what_is_printed_is_by_level_and_an_optional_cell_is_blank_where_it_is_absent() -> None:
    printed = LAYOUT.find_printed()
    assert list(printed) == [ROOT, "program", "kegiatan"]
    assert printed[ROOT] == []
    assert printed["program"] == [
        PrintedCell("nomor", None, None, NUMBER),
        PrintedCell("uraian", "nama", None, NAME),
        PrintedCell("catatan", "catatan", "", Entry(("catatan",), SEL, optional=True)),
    ]
    assert printed["kegiatan"][2] == PrintedCell("target", None, None, TARGET)


def test_rows_are_walked_parents_first() -> None:
    rows = list(walk_rows(LAYOUT.levels, DATA))
    assert [(row.pointer, row.depth, row.level, row.node["nama"]) for row in rows] == [
        ("/program/0", 0, "program", "A"),
        ("/program/0/kegiatan/0", 1, "kegiatan", "A1"),
        ("/program/0/kegiatan/1", 1, "kegiatan", "A2"),
        ("/program/1", 0, "program", "B"),
        ("/program/2", 0, "program", "C"),
        ("/program/2/kegiatan/0", 1, "kegiatan", "C1"),
    ]


def test_chosen_rows_keep_their_pointers_and_the_table_loses_the_others() -> None:
    chosen = {"/program/0", "/program/0/kegiatan/1", "/program/1", "/program/2"}
    table, rows = select_rows(LAYOUT, DATA, chosen)
    a, b = {"nama": "A", "kegiatan": [{"nama": "A2"}]}, {"nama": "B", "kegiatan": []}
    c = {"nama": "C", "kegiatan": []}
    assert table == {"jenis": "contoh", "program": [a, b, c]}
    assert rows == [
        TableRow("/program/0", 0, a, "program"),
        TableRow("/program/0/kegiatan/1", 1, {"nama": "A2"}, "kegiatan"),
        TableRow("/program/1", 0, b, "program"),
        TableRow("/program/2", 0, c, "program"),
    ]
