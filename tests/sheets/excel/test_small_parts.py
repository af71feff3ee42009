"""Small parts of the way back from a workbook, each by itself: heads, names of sheets, text boxes, refused edits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.load import Source, parse_source
from renjadoc.edits.edit import Change, Edit
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.sheets.excel.notes import read_boxes
from renjadoc.sheets.excel.reader import Tab
from renjadoc.sheets.excel.recognise import _find_origin, _read_paths
from renjadoc.sheets.excel.refused import leave_out_refused
from renjadoc.sheets.excel.run import _is_same_table
from renjadoc.sheets.excel.sheets import GUIDE, _name_sheet, _refuse_unknown
from renjadoc.sheets.excel.values import Cell
from tests.conftest import read
from tests.sheets.excel.sheet import BASIS

MERGES = [(1, 1, 2, 1), (1, 2, 1, 4)]


@pytest.mark.parametrize(
    ("row", "column", "origin"),
    [(2, 1, (1, 1)), (1, 2, (1, 2)), (1, 4, (1, 2)), (1, 5, (1, 5)), (2, 4, (2, 4)), (3, 1, (3, 1))],
)
def test_a_merged_cell_is_its_first_one(row: int, column: int, origin: tuple[int, int]) -> None:
    assert _find_origin(MERGES, row, column) == origin


@pytest.mark.parametrize("merges", [[(1, 1, 2, 1), (1, 2, 1, 3)], []])
def test_heads_that_stand_over_several_columns(merges: list[tuple[int, int, int, int]]) -> None:
    """Merged, or pasted without their merged cells."""
    texts = {1: {1: "Uraian", 2: "Target"}, 2: {2: "2026", 3: "2027"}}
    tab = Tab("Lembar", {row: {at: Cell(text) for at, text in cells.items()} for row, cells in texts.items()}, merges)
    paths = dict(_read_paths(tab, 1, 2))
    assert paths[2] == ("target", "2026")
    assert paths[3] == ("target", "2027")
    assert "uraian" in paths[1]


@pytest.mark.parametrize(
    ("label", "taken", "name"),
    [
        ("Tabel 2.1", set(), "Tabel 2.1"),
        ("Tabel 2.1", {"tabel 2.1"}, "Tabel 2.1 (2)"),
        ("Tabel 2.1", {"tabel 2.1", "tabel 2.1 (2)"}, "Tabel 2.1 (3)"),
        ("T: A/B*?", set(), "T- A-B--"),
        ("x" * 40, set(), "x" * 31),
        ("x" * 40, {"x" * 31}, "x" * 27 + " (2)"),
        ("", set(), "Tabel"),
        (GUIDE, set(), f"{GUIDE} (2)"),
    ],
)
def test_the_name_of_a_sheet(label: str, taken: set[str], name: str) -> None:
    assert _name_sheet(label, taken) == name


def test_a_bidang_that_owns_nothing_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(ProblemsFound) as refused:
        _refuse_unknown(Reading(read(BASIS)), "Bidang Lain")
    [problem] = refused.value.problems
    assert (problem.code, problem.message) == ("RJ070", "tidak ada baris milik “Bidang Lain”")
    assert problem.hint == "Yang ada: Bidang Koperasi."


_DRAWING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
_SHAPE = "<a:txBody><a:p><a:t>{}</a:t></a:p><a:p><a:t>kedua</a:t></a:p></a:txBody>"


def test_what_text_boxes_say() -> None:
    """Each once, in one line; a drawing that is not there says nothing."""
    link = '<Relationship Id="rId{0}" Type="{1}" Target="../drawings/drawing{0}.xml"/>'
    rels = "".join(link.format(number, _DRAWING) for number in (1, 2))
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    boxes = "".join(map(_SHAPE.format, ("Mohon cek", "", "Mohon cek")))
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{space}">{rels}</Relationships>'.encode(),
        "xl/drawings/drawing1.xml": f'<x xmlns:a="a">{boxes}</x>'.encode(),
    }
    assert read_boxes(parts, "xl/worksheets/sheet1.xml") == ["Mohon cek kedua", "kedua"]


def _parse(data: Any) -> Source:
    source, problems = parse_source(json.dumps(data).encode(), Path("anggaran.json"), "tabel/anggaran.json")
    assert source is not None, problems
    return source


TABLE = {"jenis": "bebas", "judul": ["Rincian"], "kolom": [{"judul": "A"}, {"judul": "B"}], "baris": [["a", 1]]}


@pytest.mark.parametrize(
    ("carried", "is_same"),
    [
        (TABLE, True),
        ({**TABLE, "baris": []}, True),
        ({**TABLE, "kolom": [{"judul": "A"}, {"judul": "C"}]}, False),
        ({**TABLE, "jenis": "rekap"}, False),
        ({**TABLE, "baris": 3}, False),
        ([], False),
    ],
)
def test_a_workbook_carries_the_same_table(carried: Any, is_same: bool) -> None:
    assert _is_same_table(_parse(carried), _parse(TABLE), "bebas") is is_same


def test_an_edit_that_the_file_cannot_take_is_left_out_and_told_with_its_cell() -> None:
    told = [Change("ubah", "tabel/anggaran.json", f"/baris/0/{at}", source=f"Rincian!{at}") for at in "01"]
    edits = [
        Edit("tabel/anggaran.json", "/baris/0/0", "set", "b", changes=(told[0],)),
        Edit("tabel/anggaran.json", "/baris/0/1", "set", {"salah": 1}, changes=(told[1],)),
    ]
    right, [fault] = leave_out_refused(edits, _parse(TABLE), "bebas")
    assert right == edits[:1]
    assert (fault.code, fault.file, fault.pointer, fault.source) == (
        "RJ071", "tabel/anggaran.json", "/baris/0/1", "Rincian!1",
    )  # fmt: skip
    assert fault.message.endswith("; tidak diambil")
