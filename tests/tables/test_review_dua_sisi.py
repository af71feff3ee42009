"""T-C.31: both sides of the review by default alike, differences where they are, rows that only the RKPD has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from renjadoc.examine import examine_folder
from tests.sheets.excel.sheet import lay_down, put, table

TRAINING = {"kode": "2.17.07.2.01.0001", "nama": "Pelatihan Usaha Mikro"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_down(tmp_path)


def print_review(folder: Path, *differences: dict[str, Any]) -> list[dict[str, Any]]:
    review = {**table(folder, "review-rkpd"), "bentuk": "permendagri-86", "perbedaan": list(differences)}
    put(folder, "review-rkpd", review)
    reading, _ = examine_folder(folder)
    assert reading is not None
    return reading.tables["review-rkpd"].printed


def find_row(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(row for row in rows if row.get("rkpd_uraian") == name)


def test_both_sides_are_the_plan_where_nothing_differs(folder: Path) -> None:
    plan = table(folder, "rencana-program")
    plan["program"][1]["kegiatan"][0]["sub_kegiatan"][0]["catatan"] = "Ditunda"
    put(folder, "rencana-program", plan)
    rows = print_review(folder)
    assert find_row(rows, TRAINING["nama"])["catatan"] == "Ditunda"
    for row in rows:
        sides = [(row[key], row[f"rkpd_{key}"]) for key in ("lokasi", "indikator", "target") if key in row]
        assert all(mine == rkpd for mine, rkpd in sides)
        assert row["pagu"] == row["rkpd_pagu"]


def test_a_difference_changes_its_side_and_the_sums_above_it(folder: Path) -> None:
    rows = print_review(folder, {**TRAINING, "pagu": 20_000_000, "target": "40 orang", "catatan": "Ditambah"})
    row = find_row(rows, TRAINING["nama"])
    assert (row["rkpd_pagu"], row["pagu"]) == (20_000_000, 50_000_000)
    assert (row["rkpd_target"], row["target"], row["catatan"]) == ("40 orang", "100 orang", "Ditambah")
    assert find_row(rows, "Program Pemberdayaan Usaha Mikro")["rkpd_pagu"] == 20_000_000
    assert rows[0]["pagu"] - rows[0]["rkpd_pagu"] == 30_000_000


def test_an_amount_of_a_program_stands_for_what_is_below_it(folder: Path) -> None:
    rows = print_review(folder, {"nama": "program  pemberdayaan usaha mikro", "pagu": 1})
    assert find_row(rows, "Program Pemberdayaan Usaha Mikro")["rkpd_pagu"] == 1
    assert rows[0]["rkpd_pagu"] == 375_000_000 + 1


def test_what_only_the_rkpd_has_stands_among_the_rows_by_its_code(folder: Path) -> None:
    alone = {"kode": "2.17.01.2.01.0003", "nama": "Rapat", "pagu": 7, "target": "1 kali", "catatan": "Dihapus"}
    rows = print_review(folder, alone)
    index = rows.index(find_row(rows, "Rapat"))
    assert rows[index - 1]["uraian"] == "Evaluasi Kinerja"
    assert rows[index + 1]["jenis"] == "program"
    shown = [rows[index][key] for key in ("rkpd_target", "target", "uraian", "pagu")]
    assert shown == ["1 kali", "-", "-", 0]
    assert rows[0]["rkpd_pagu"] - rows[0]["pagu"] == 7
