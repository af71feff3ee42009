"""A table as the grid of the page: every kind shown and filled, and what is typed is read as in Excel."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.folder import open_folder
from renjadoc.desk.choices import list_choices
from renjadoc.desk.grids import DEPTH, FILLED, ID, OPEN, Grid, find_cell
from renjadoc.desk.writing import Seen, write_edits
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.starter import lay_down_folder
from tests.conftest import ROOT

SUB = "/program/0/kegiatan/0/sub_kegiatan/0"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "renja")
    adhoc = {
        "jenis": "bebas",
        "judul": ["Tabel lain"],
        "kolom": [{"judul": "A"}, {"judul": "B"}, {"judul": "C"}],
        "baris": [["a", 1, None], {"sel": [{"teks": "b", "gabung": 2}, "c"]}],
    }
    (tmp_path / "renja" / "tabel" / "lain.json").write_text(json.dumps(adhoc), "utf-8")
    return tmp_path / "renja"


def grid_of(folder: Path, name: str = "rencana-program") -> Grid:
    return Grid(Reading(open_folder(folder)), name)


def row_of(grid: Grid, pointer: str = SUB) -> dict[str, Any]:
    return next(row for row in grid.list_rows() if row[ID] == pointer)


def test_all_kinds_are_shown_without_braces_and_every_filled_cell_takes_what_it_shows(folder: Path) -> None:
    reading = Reading(open_folder(folder))
    for name in reading.tables:
        grid = Grid(reading, name)
        for row in grid.list_rows():
            assert not any("{{" in str(value) for value in row.values())
            for id in row[FILLED]:
                assert grid.edit_cell(row[ID], id, row.get(id, "")) == []


def test_totals_follow_what_is_typed_and_only_that_cell_is_written(folder: Path) -> None:
    grid = grid_of(folder)
    assert (row_of(grid)["pagu"], row_of(grid, "")["pagu"]) == ("9.368.500", "5.701.420.500")
    before = (folder / grid.file).read_text("utf-8")
    write_edits(folder, grid.edit_cell(SUB, "pagu", "Rp 10.000.000,00"), "uji", grid.seen(SUB))
    assert (folder / grid.file).read_text("utf-8") == before.replace("9368500", "10000000", 1)
    assert row_of(grid_of(folder), "")["pagu"] == "5.702.052.000"
    assert row_of(grid_of(folder), "/program/0")["pagu"] == "3.041.497.000"


@pytest.mark.parametrize(
    ("id", "typed", "stored"),
    [
        ("target", "a\nb", ["a", "b"]),
        ("target", "12,5", 12.5),
        ("indikator", "", None),
        ("sub", "Nama baru", "Nama baru"),
        ("lokasi", "Kantor", "Kantor"),
    ],
)
def test_what_is_typed_is_read_as_in_excel(folder: Path, id: str, typed: str, stored: Any) -> None:
    grid = grid_of(folder)
    write_edits(folder, grid.edit_cell(SUB, id, typed), "uji")
    plan = json.loads((folder / grid.file).read_text("utf-8"))
    node = plan["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    assert node["nama" if id == "sub" else id] == stored


def test_an_optional_cell_comes_and_goes_with_its_key(folder: Path) -> None:
    for typed, holds in (("", False), ("kembali", True)):
        grid = grid_of(folder)
        write_edits(folder, grid.edit_cell(SUB, "catatan", typed), "uji")
        data = json.loads((folder / grid.file).read_text("utf-8"))
        assert ("catatan" in data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]) is holds


def test_a_name_stays_one_beside_what_is_typed(folder: Path) -> None:
    grid = grid_of(folder, "evaluasi")
    path = folder / grid.file
    path.write_text(
        path.read_text("utf-8").replace("rapat-rapat, honor", "rapat {{ tahun - 1 }} itu, honor", 1), "utf-8"
    )
    grid = grid_of(folder, "evaluasi")
    row = next(row for row in grid.list_rows() if "rapat 2020 itu" in str(row.get("indikator")))
    (edit,) = grid.edit_cell(row[ID], "indikator", row["indikator"].replace("honor", "upah"))
    assert "rapat {{ tahun - 1 }} itu, upah" in edit.value


@pytest.mark.parametrize(
    ("pointer", "id", "typed", "hint"),
    [(SUB, "pagu", "abc", "Ketik angka saja"), (SUB, "sub", "", ""), ("/program/0", "pagu", "5", "")],
)
def test_what_cannot_stand_in_a_cell_is_refused_in_words(
    folder: Path, pointer: str, id: str, typed: str, hint: str
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        grid_of(folder).edit_cell(pointer, id, typed)
    assert "Kolom “" in caught.value.problems[0].message
    assert caught.value.problems[0].hint.startswith(hint)


def test_a_row_that_has_gone_is_refused_and_one_of_cells_is_seen_whole(folder: Path) -> None:
    grid = grid_of(folder, "lain")
    with pytest.raises(ProblemsFound) as caught:
        grid.find_row("/baris/7")
    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == ("RJ050", "Muat ulang halaman ini.")
    assert grid.seen("/baris/0") == [Seen("tabel/lain.json", "/baris/0", ["a", 1, None])]


def test_rows_are_added_below_moved_and_removed(folder: Path) -> None:
    grid = grid_of(folder)
    subs = "/program/0/kegiatan/1/sub_kegiatan"
    old = [row["sub"] for row in grid.list_rows() if str(row[ID]).startswith(subs)]
    for edits, now in (
        (grid.add_row(2, "/program/0/kegiatan/1", 1, {"sub": "Baru"}), [old[0], "Baru", *old[1:]]),
        (grid.move_row(f"{subs}/0", 1), [old[1], old[0], *old[2:]]),
        (grid.remove_row(f"{subs}/0"), old[1:]),
    ):
        before = (folder / grid.file).read_bytes()
        write_edits(folder, edits, "uji")
        assert [row["sub"] for row in grid_of(folder).list_rows() if str(row[ID]).startswith(subs)] == now
        (folder / grid.file).write_bytes(before)
    assert grid.move_row(f"{subs}/0", -1) == []


def test_a_row_that_another_window_changed_is_not_written_over(folder: Path) -> None:
    grid = grid_of(folder)
    write_edits(folder, grid.edit_cell(SUB, "target", "lain"), "jendela lain", grid.seen(SUB))
    with pytest.raises(ProblemsFound):
        write_edits(folder, grid.edit_cell(SUB, "pagu", "1"), "jendela ini", grid.seen(SUB))
    # A change of a row below is none of the row above.
    write_edits(folder, grid.edit_cell("/program/0", "nama", "Program X"), "jendela ini", grid.seen("/program/0"))


def test_ad_hoc_tables_keep_their_merged_cells(folder: Path) -> None:
    grid = grid_of(folder, "lain")
    assert row_of(grid, "/baris/1")[FILLED] == ["kolom0", "kolom2"]
    write_edits(folder, grid.edit_cell("/baris/1", "kolom0", "baru"), "uji", grid.seen("/baris/1"))
    write_edits(folder, grid_of(folder, "lain").edit_cell("/baris/0", "kolom2", "x"), "uji")
    write_edits(folder, grid_of(folder, "lain").add_row(0, "", 2, {"kolom0": "z"}), "uji")
    rows = json.loads((folder / "tabel" / "lain.json").read_text("utf-8"))["baris"]
    assert rows == [["a", 1, "x"], {"sel": [{"teks": "baru", "gabung": 2}, "c"]}, ["z", None, None]]


def test_open_cells_are_tinted_and_those_that_may_be_left_out_are_not(folder: Path) -> None:
    row = row_of(grid_of(folder), "/program/0")
    assert "lokasi" in row[FILLED]
    assert row[OPEN] == ["indikator"]


def test_a_finding_leads_to_its_cell(folder: Path) -> None:
    grid = grid_of(folder)
    assert find_cell(grid, f"{SUB}/pagu") == (SUB, "pagu")
    assert find_cell(grid, SUB) == (SUB, "sub")
    assert find_cell(grid, "/judul/0") == ("", "")
    assert find_cell(grid_of(folder, "lain"), "/baris/1/sel/1") == ("/baris/1", "kolom2")


def test_what_is_known_is_offered(folder: Path) -> None:
    assert "APBD" in list_choices(grid_of(folder))["sumber_dana"]
    assert list_choices(grid_of(folder, "capaian-kinerja"))["indikator_renstra"]


@pytest.mark.lambat
@pytest.mark.parametrize("outline", ["2021", "permendagri-14-2026", "permendagri-86-2017"])
def test_every_kind_takes_a_new_row_at_every_level(folder: Path, tmp_path: Path, outline: str) -> None:
    if outline != "2021":
        folder = tmp_path / "baru"
        lay_down_folder(folder, 2027, outline=outline)
    added = 0
    for name in Reading(open_folder(folder)).tables:
        depth = 0
        while depth < len((grid := grid_of(folder, name)).table.layout.levels) and not grid.table.is_view:
            level = grid.table.layout.levels[depth]
            above = next((str(row[ID]) for row in grid.list_rows() if row[ID] and row[DEPTH] == depth - 1), "")
            typed = {id: "1.01.01" if id == "kode" else "1" for id, _ in grid.list_required(level)}
            edits = grid.add_row(depth, above, 0, typed)
            assert write_edits(folder, edits, "uji", grid.seen(above)) == 1, (name, level.key)
            added, depth = added + 1, depth + 1
    assert added > 8


def test_a_column_that_is_gone_and_rows_of_another_table_are_refused_in_words(folder: Path) -> None:
    with pytest.raises(ProblemsFound):
        grid_of(folder).edit_cell(SUB, "tidak-ada", "x")
    view = grid_of(folder, "review-rkpd")
    pointer = str(view.list_rows()[0][ID])
    for act in (lambda: view.remove_row(pointer), lambda: view.move_row(pointer, 1)):
        with pytest.raises(ProblemsFound, match="1 masalah"):
            act()
