"""The nomenclature in a grid: found by code and words, filled in by a code, its units; and what cells offer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content.folder import open_folder
from renjadoc.desk import codes
from renjadoc.desk.choices import list_choices
from renjadoc.desk.grids import Grid
from renjadoc.desk.row_places import list_places
from renjadoc.desk.writing import write_edits
from renjadoc.nomenclature import rows, store
from renjadoc.nomenclature.entry import KEGIATAN, SUB
from renjadoc.reading import Reading
from renjadoc.sheets import ministry
from tests.conftest import ROOT
from tests.nomenclature.lists import write_export

PLAN = "rencana-program"
SUB_ROW = "/program/0/kegiatan/0/sub_kegiatan/0"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """content/2021 with the fictitious nomenclature of its own, and a first sub kegiatan that is all open."""
    monkeypatch.setattr(store, "store_path", lambda: tmp_path / "simpanan" / "nomenklatur.sqlite")
    target = tmp_path / "renja"
    shutil.copytree(ROOT / "content" / "2021", target)
    entries = ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries
    (target / "nomenklatur.csv").write_text(rows.write_csv(entries), "utf-8")
    path = target / "tabel" / f"{PLAN}.json"
    data = json.loads(path.read_text("utf-8"))
    kegiatan = data["program"][0]["kegiatan"][0]
    kegiatan["kode"] = "2.17.01.2.01"
    kegiatan["sub_kegiatan"][0].update(kode=None, indikator=None, target=None, nama="Nama sub kegiatan")
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")
    return target


def open_grid(folder: Path) -> Grid:
    return Grid(Reading(open_folder(folder)), PLAN)


def read_sub(folder: Path) -> Any:
    data = json.loads((folder / "tabel" / f"{PLAN}.json").read_text("utf-8"))
    return data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]


def test_a_typed_code_fills_name_and_indicator_and_a_bare_target_gets_its_unit(folder: Path) -> None:
    write_edits(folder, codes.edit_coded_cell(open_grid(folder), SUB_ROW, "kode", "2.17.01.2.01.0001"), "uji")
    sub = read_sub(folder)
    assert (sub["nama"], sub["indikator"]) == ("Penyusunan Dokumen Perencanaan", "Jumlah Dokumen")
    write_edits(folder, codes.edit_coded_cell(open_grid(folder), SUB_ROW, "target", "12"), "uji")
    assert read_sub(folder)["target"] == "12 Dokumen"


def test_a_code_is_typed_without_zeros_and_with_a_full_stop_behind_it(folder: Path) -> None:
    write_edits(folder, codes.edit_coded_cell(open_grid(folder), SUB_ROW, "kode", " 2.17.1.2.1.1. "), "uji")
    sub = read_sub(folder)
    assert (sub["kode"], sub["nama"]) == ("2.17.01.2.01.0001", "Penyusunan Dokumen Perencanaan")


def test_a_typed_code_leaves_what_stands_there(folder: Path) -> None:
    grid = open_grid(folder)
    write_edits(folder, grid.edit_cell(SUB_ROW, "sub", "Nama kami"), "uji")
    write_edits(folder, codes.edit_coded_cell(open_grid(folder), SUB_ROW, "kode", "2.17.01.2.01.0001"), "uji")
    assert read_sub(folder)["nama"] == "Nama kami"


def test_an_entry_that_is_chosen_takes_the_place_of_code_and_name(folder: Path) -> None:
    grid = open_grid(folder)
    book = grid.reading.open_nomenclature()
    assert book is not None
    [entry] = codes.search_codes(book, SUB, "2.17.01.2.01", "evaluasi kinerja")
    assert (entry.kode, entry.nama) == ("2.17.01.2.01.0002", "Evaluasi Kinerja")
    write_edits(folder, codes.take_entry(grid, SUB_ROW, entry), "uji")
    sub = read_sub(folder)
    assert [sub[key] for key in ("kode", "nama", "indikator")] == [entry.kode, entry.nama, "Jumlah Laporan"]


def test_codes_are_found_by_their_beginning_and_without_a_word_below_the_row(folder: Path) -> None:
    book = Reading(open_folder(folder)).open_nomenclature()
    assert book is not None
    begun = codes.search_codes(book, SUB, "", "2.17.07")
    assert [one.kode for one in begun] == ["2.17.07.2.01.0001", "2.17.07.2.01.0016"]
    below = codes.search_codes(book, SUB, "2.17.01.2.01", "")
    assert [one.kode for one in below] == ["2.17.01.2.01.0001", "2.17.01.2.01.0002"]
    assert [one.kode for one in codes.search_codes(book, KEGIATAN, "2.17.07", "usaha")][:1] == ["2.17.07.2.01"]


def test_a_new_row_with_a_code_alone_comes_with_its_name(folder: Path) -> None:
    grid = open_grid(folder)
    above = SUB_ROW.removesuffix("/sub_kegiatan/0")
    edits = grid.add_row(2, above, 1, {"kode": "2.17.01.2.01.0002", "sub": "Nama sub kegiatan"})
    write_edits(folder, codes.complete_new_row(grid, edits), "uji")
    data = json.loads((folder / "tabel" / f"{PLAN}.json").read_text("utf-8"))
    row = data["program"][0]["kegiatan"][0]["sub_kegiatan"][1]
    assert [row[key] for key in ("kode", "nama", "indikator")] == [
        "2.17.01.2.01.0002",
        "Evaluasi Kinerja",
        "Jumlah Laporan",
    ]


def test_a_row_has_a_place_for_a_new_one_at_every_level(folder: Path) -> None:
    found = [(one.depth, one.above, one.number) for one in list_places(open_grid(folder), "/program/0/kegiatan/0")]
    assert found == [(1, "/program/0", 1), (2, "/program/0/kegiatan/0", 1), (0, "", 1)]


def test_cells_offer_what_schema_folder_and_nomenclature_know(folder: Path) -> None:
    reading = Reading(open_folder(folder))
    plan, measured = (list_choices(Grid(reading, name)) for name in (PLAN, "capaian-kinerja"))
    assert "APBD" in plan["sumber_dana"]
    assert "Dinkop UKM" in plan["lokasi"]
    assert plan["bidang"][:2] == ["Sekretariat", "Bidang Koperasi"]
    assert measured["arah"] == ["naik", "turun"]
    assert {"Dokumen", "Orang"} <= set(measured["satuan"])
    assert measured["indikator_renstra"] == list(reading.tables.around.final_targets)
    shutil.rmtree(folder)
    shutil.copytree(ROOT / "content" / "2027", folder)
    tagged = list_choices(Grid(Reading(open_folder(folder)), PLAN))
    assert "Perlindungan sosial" in tagged["prioritas_nasional"]
    assert tagged["tag"] == ["Gender", "SPM"]
