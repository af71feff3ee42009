"""IKU, IKK and SPM: what is printed, categories, the view, a year's step; recaps by tag, Bidang and source of funds."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from renjadoc.examine import examine_folder
from renjadoc.tables.kinerja_urusan import KIND, categorize
from tests.sheets.excel.sheet import Workbook, lay_down, put, table

ROW = {
    "nama": "Angka kemiskinan", "satuan": "%", "arah": "turun", "target_renstra": 8, "target_n-2": 10,
    "realisasi_n-2": 9, "prakiraan_n-1": 9, "target_n": 8, "target_n+1": 7,
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = lay_down(tmp_path)
    put(place, "iku", {"jenis": "kinerja-urusan", "judul": ["IKU"], "indikator": [{**ROW, "kelompok": ["Sasaran"]}]})
    view = {"jenis": "kinerja-urusan", "bentuk": "evaluasi", "judul": ["Evaluasi IKU"], "sumber": "iku"}
    put(place, "evaluasi-iku", view)
    return place


def print_table(folder: Path, name: str) -> list[dict[str, Any]]:
    reading, _ = examine_folder(folder)
    assert reading is not None
    return reading.tables[name].printed


@pytest.mark.parametrize(
    ("percentage", "category"),
    [("120", "Sangat Tinggi"), ("90.5", "Sangat Tinggi"), ("90.4", "Tinggi"), ("76", "Tinggi"), ("66", "Sedang"),
     ("51", "Rendah"), ("50.4", "Sangat Rendah")],
)  # fmt: skip
def test_the_scale(percentage: str, category: str) -> None:
    assert categorize(Decimal(percentage)) == category


def test_the_view_prints_what_was_reached_of_what_is_planned(folder: Path) -> None:
    group, row = print_table(folder, "evaluasi-iku")
    assert (group["jenis"], group["nama"]) == ("kelompok", "Sasaran")
    assert (row["nomor"], row["persen"], row["kategori"]) == (1, 110, "Sangat Tinggi")
    assert (row["target_n2"], row["realisasi_n2"]) == (10, 9)
    _, planned = print_table(folder, "iku")
    years = ("realisasi_n2", "prakiraan_n1", "target_n", "target_maju")
    assert [planned[year] for year in years] == [9, 9, 8, 7]


def test_a_view_of_nothing_is_told(folder: Path) -> None:
    put(folder, "evaluasi-iku", {**table(folder, "evaluasi-iku"), "sumber": "evaluasi"})
    assert "RJ030" in {problem.code for problem in examine_folder(folder)[1].problems}


@pytest.mark.lambat
def test_excel_shows_both_and_takes_the_one_back(folder: Path) -> None:
    book = Workbook(folder)
    assert book.plan().files == {}
    book.set("iku", "Angka kemiskinan", "realisasi_n-2", "8,5")
    book.take()
    assert table(folder, "iku")["indikator"][0]["realisasi_n-2"] == Decimal("8.5")


def test_a_year_moves_targets_and_forecasts() -> None:
    assert KIND.step_year is not None
    steps = {step.to.rpartition("/")[2]: step for step in KIND.step_year({"indikator": [ROW]})}
    sources = {to: (step.source or "").rpartition("/")[2] for to, step in steps.items()}
    assert sources == {
        "realisasi_n-2": "prakiraan_n-1", "prakiraan_n-1": "target_n", "target_n-2": "", "target_n": "target_n+1",
        "target_n+1": "", "target_n-1": "",
    }  # fmt: skip
    assert steps["target_n-1"].value == ROW["target_n"]
    again = {step.to.rpartition("/")[2]: step for step in KIND.step_year({"indikator": [ROW | {"target_n-1": 5}]})}
    assert [(again[to].source or "").rpartition("/")[2] for to in ("target_n-2", "target_n-1")] == [
        "target_n-1",
        "target_n",
    ]


def make_recap(folder: Path, by: str) -> list[tuple[str, int, int | None]]:
    recap = {"jenis": "rekap", "judul": ["Rekapitulasi"], "sumber": "rencana-program", "menurut": by}
    put(folder, "rekap", recap)
    return [(row["uraian"], row["jumlah"], row["pagu"]) for row in print_table(folder, "rekap")]


@pytest.mark.lambat
def test_recaps_count_rows_and_amounts(folder: Path) -> None:
    plan = table(folder, "rencana-program")
    first, second = plan["program"][:2]
    first["bidang"] = "Sekretariat"
    first["kegiatan"][0]["sub_kegiatan"][0] |= {"tag": ["Gender", "SDGs"], "sumber_dana": "DAK"}
    second["tag"] = "gender"
    put(folder, "rencana-program", plan)
    total = ("Seluruhnya", 3, 425_000_000)
    assert make_recap(folder, "tag") == [("Gender", 2, 275_000_000), ("SDGs", 1, 225_000_000), total]
    assert make_recap(folder, "bidang") == [("Sekretariat", 2, 375_000_000), ("Belum ditentukan", 1, 50_000_000), total]
    assert make_recap(folder, "sumber_dana") == [("APBD", 2, 200_000_000), ("DAK", 1, 225_000_000), total]
    assert Workbook(folder).plan().files == {}


def test_tags_beside_each_other_are_several(folder: Path) -> None:
    plan = table(folder, "rencana-program")
    plan["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["tag"] = "Gender, SDGs; gender"
    put(folder, "rencana-program", plan)
    assert [(name, count) for name, count, _ in make_recap(folder, "tag")][:-1] == [("Gender", 1), ("SDGs", 1)]


def test_one_source_of_funds_is_one_row_however_it_is_written(folder: Path) -> None:
    plan = table(folder, "rencana-program")
    first = plan["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    second = plan["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    first["sumber_dana"], second["sumber_dana"] = "Dana Transfer Umum-Dana Alokasi Umum", "DAU"
    put(folder, "rencana-program", plan)
    [_, (name, count, _), _] = make_recap(folder, "sumber_dana")
    assert (name, count) == ("DAU", 2)
    second["sumber_dana"] = first["sumber_dana"]
    put(folder, "rencana-program", plan)
    assert (first["sumber_dana"], 2) in [(name, count) for name, count, _ in make_recap(folder, "sumber_dana")]
    first["sumber_dana"] = "Dana Lain"
    put(folder, "rencana-program", plan)
    assert len(make_recap(folder, "sumber_dana")) == 4
