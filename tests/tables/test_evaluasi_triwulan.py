"""The evaluation by quarters: what each form prints, its computed cells, Excel, a year's step, a Renja Perubahan."""

from __future__ import annotations

import copy
import json
import shutil
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from renjadoc.comparison.report import write_lines
from renjadoc.comparison.run import compare
from renjadoc.edits import changeset
from renjadoc.examine import examine_folder
from renjadoc.reading import Reading
from renjadoc.reshape.tables import plan_form
from renjadoc.tables.drawn import DrawnTable
from renjadoc.tables.kind import ReadTable
from renjadoc.years.amendment import amend_folder
from renjadoc.years.rollover import roll_folder
from tests.conftest import read as read_folder
from tests.sheets.excel.sheet import Workbook, lay_down, put, table
from tests.tables.quarters import FAIR, PROGRAM, QUARTERS, TRAINING

NAME = "evaluasi-triwulan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = lay_down(tmp_path)
    put(place, NAME, QUARTERS)
    return place


def read(folder: Path) -> ReadTable:
    reading, outcome = examine_folder(folder)
    assert reading is not None, outcome.problems
    return reading.tables[NAME]


def draw(folder: Path) -> DrawnTable:
    drawn = read(folder).drawn
    assert drawn is not None
    return drawn


def texts(row: Any) -> list[Any]:
    return [cell.value for cell in row]


def with_sub(**more: Any) -> dict[str, Any]:
    data = copy.deepcopy(QUARTERS)
    data["program"][0]["kegiatan"][0]["sub_kegiatan"][0].update(more)
    return data


def test_the_running_year_has_its_quarters_sums_and_levels(folder: Path) -> None:
    grid = draw(folder)
    assert texts(grid.head[1]).count("I") == texts(grid.head[1]).count("II") == 1
    assert "III" not in texts(grid.head[1])
    program, kegiatan, training, fair, total = (texts(row) for row, _ in grid.body)
    assert program == [
        "2.17.07", PROGRAM["nama"], PROGRAM["indikator"], "10%", "80", "2%", "16", "4%", "15", "4%", "31", "40",
        "38,75", "",
    ]  # fmt: skip
    assert kegiatan[2:5] == ["", "", "80"]
    assert kegiatan[-3:] == ["", "38,75", ""]
    assert training[3:] == ["100 orang", "50", "20 orang", "10", "30 orang", "15", "50 orang", "25", "50", "50", ""]
    assert fair[-4:] == ["6", "25", "20", ""]
    assert total == ["Jumlah", "80", "", "16", "", "15", "", "31", "", "38,75", ""]


def test_the_whole_form_numbers_its_columns_and_measures_against_the_renstra(folder: Path) -> None:
    renstra = {
        "target_renstra": "400 orang",
        "pagu_renstra": 200,
        "realisasi_renstra": "50 orang",
        "anggaran_renstra": 75,
    }
    put(folder, NAME, {**with_sub(**renstra), "bentuk": "permendagri-86", "faktor_pendorong": "Kerja sama"})
    grid = draw(folder)
    numbers = [(cell.value, cell.span) for cell in grid.head[-1]]
    assert numbers[:4] == [("1", 1), ("", 1), ("2", 1), ("3", 1)]
    assert numbers[5:7] == [("5", 2), ("6", 2)]
    assert (
        numbers[-3:] == [("13 = 6 + 12", 2), ("14 = 13 / 5 × 100", 2), ("15", 1), ("", 1)][:3] or numbers[-1][0] == ""
    )
    row = texts(grid.body[2][0])
    assert row[5:9] == ["400 orang", "200", "50 orang", "75"]
    assert row[-7:-1] == ["25", "100 orang", "100", "25", "50", ""]
    average, category, closing = (texts(row) for row, _ in grid.body[-3:])
    assert closing == [["Faktor pendorong keberhasilan kinerja: Kerja sama"]]
    assert (average[0], category[0]) == ("Rata-rata capaian kinerja (%)", "Predikat kinerja")


def test_the_other_form_measures_against_the_renja(folder: Path) -> None:
    put(folder, NAME, {**with_sub(target_renstra="400 orang", pagu_renstra=200), "bentuk": "capaian-renja"})
    row = texts(draw(folder).body[2][0])
    assert row[-6:-1] == ["50 orang", "25", "50", "50", ""]


@pytest.mark.parametrize(
    ("stated", "reached", "level"),
    [
        ({"kinerja_1": "-", "kinerja_2": "30 orang"}, "30 orang", "30"),
        ({"kinerja_1": "n/a", "kinerja_2": "-"}, "-", "-"),
        ({"target": "80%", "kinerja_1": "20%", "kinerja_2": "40%"}, "40%", "50"),
        ({"target": -2.5, "kinerja_1": -1, "kinerja_2": -1.5}, Decimal("-2.5"), "100"),
        ({"target": "Rp1,5 miliar", "kinerja_1": "Rp500 juta", "kinerja_2": "Rp250 juta"}, None, None),
        ({"indikator": "Indeks kepuasan", "target": 80, "kinerja_1": 60, "kinerja_2": 72}, 72, "90"),
        ({"target": 10, "arah": "turun", "kinerja_1": 4, "kinerja_2": 5}, 9, "110"),
        ({"kinerja_2": None}, None, None),
        ({"realisasi": "30 orang"}, "30 orang", "30"),
    ],
)
def test_values_of_all_kinds(folder: Path, stated: dict[str, Any], reached: Any, level: str | None) -> None:
    put(folder, NAME, with_sub(**stated))
    row = texts(draw(folder).body[2][0])
    if reached is not None:
        assert row[9] == reached
    assert row[11] == level or (reached is None and "miliar" in str(stated))


def test_excel_computes_what_is_printed_and_brings_back_what_is_filled(folder: Path) -> None:
    book = Workbook(folder)
    assert book.plan().files == {}
    book.set(NAME, "Pameran Usaha Mikro", "kinerja_2", "2 kali")
    book.set(NAME, "Pameran Usaha Mikro", "anggaran_2", 9)
    book.set(NAME, "Pameran Usaha Mikro", "catatan", "menyusul")
    book.take()
    sub = table(folder, NAME)["program"][0]["kegiatan"][0]["sub_kegiatan"][1]
    assert (sub["kinerja_2"], sub["anggaran_2"], sub["catatan"]) == ("2 kali", 9, "menyusul")


def test_the_next_year_asks_the_quarters_anew_and_knows_the_plan(folder: Path, tmp_path: Path) -> None:
    plan = table(folder, "rencana-program")
    [planned] = [
        s for p in plan["program"] for k in p["kegiatan"] for s in k["sub_kegiatan"] if s["nama"] == TRAINING["nama"]
    ]
    rest = {"kinerja_3": "40 orang", "anggaran_3": 12, "kinerja_4": "-", "anggaran_4": 3}
    put(folder, NAME, with_sub(realisasi_renstra="50 orang", anggaran_renstra=75, **rest))
    roll_folder(folder, tmp_path / "2028")
    rows = [row.node for row in read(tmp_path / "2028").rows]
    training = next(row for row in rows if row["nama"] == TRAINING["nama"])
    assert (training["target"], training["pagu"]) == (planned["target"], planned["pagu"])
    assert training["kinerja_1"] is training["anggaran_2"] is None
    assert (training["realisasi_renstra"], training["anggaran_renstra"]) == ("140 orang", 115)
    fair = next(row for row in rows if row["nama"] == FAIR["nama"])
    assert fair["pagu"] is None
    assert {p["nama"] for p in plan["program"]} <= {row["nama"] for row in rows}


def test_a_comparison_tells_cell_by_cell(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    shutil.copytree(folder, other)
    put(other, NAME, with_sub(kinerja_2="35 orang"))
    said = "\n".join(write_lines(compare(Reading(read_folder(folder)), Reading(read_folder(other)))))
    assert "30 orang" in said
    assert "35 orang" in said


def test_a_perubahan_begins_with_the_rows_of_the_plan_and_goes_on_with_them(folder: Path, tmp_path: Path) -> None:
    (folder / "tabel" / f"{NAME}.json").unlink()
    first, second = tmp_path / "p1", tmp_path / "p2"
    amend_folder(folder, first, "II")
    begun = table(first, NAME)
    sub = begun["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    assert (sub["nama"], sub["kinerja_2"], "kinerja_3" in sub) == (TRAINING["nama"], None, False)
    sub |= {"kinerja_1": "5 orang", "anggaran_1": 7}
    put(first, NAME, begun)
    amend_folder(first, second, "III")
    [*_, again] = table(second, NAME)["program"][1]["kegiatan"][0]["sub_kegiatan"][:1]
    assert (again["kinerja_1"], again["anggaran_1"], again["kinerja_3"]) == ("5 orang", 7, None)
    assert {p.code for p in examine_folder(second)[1].problems} <= {"RJ208", "RJ508"}


def test_every_form_opens_what_it_asks(folder: Path) -> None:
    plan = plan_form(folder, NAME, "permendagri-86")
    changeset.write_files(folder, plan.files, plan.read, datetime(2027, 1, 2, 3, 4, 5))
    sub = table(folder, NAME)["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    assert sub["target_renstra"] is sub["pagu_renstra"] is sub["realisasi_renstra"] is sub["anggaran_renstra"] is None
    assert json.dumps(sub).count("null") == 4


def make_variant(*, cumulative: bool, without: bool) -> dict[str, Any]:
    """The table with figures since the year began, or of performance alone."""
    data = copy.deepcopy(QUARTERS)
    for sub in data["program"][0]["kegiatan"][0]["sub_kegiatan"]:
        for key in [key for key in sub if without and key.startswith(("pagu", "anggaran_"))]:
            del sub[key]
    flags = {"kumulatif": cumulative, "tanpa_anggaran": without}
    return data | {key: True for key, is_so in flags.items() if is_so}


@pytest.mark.parametrize(("cumulative", "without"), [(True, False), (False, True), (True, True)])
def test_variants_go_through_every_room(cumulative: bool, without: bool, folder: Path, tmp_path: Path) -> None:
    told = {one.code for one in examine_folder(folder)[1].problems}
    put(folder, NAME, make_variant(cumulative=cumulative, without=without))
    heads = "|".join(str(cell.value) for row in draw(folder).head for cell in row)
    assert ("Rp" not in heads, "s.d. Triwulan" in heads) == (without, cumulative)
    reading, outcome = examine_folder(folder)
    assert reading is not None
    assert {one.code for one in outcome.problems} == told
    training = reading.tables[NAME].rows[2]
    [reached] = [one for one in reading.tables[NAME].layout.columns if one.id == "realisasi"]
    assert reached.cells["sub_kegiatan"].value(training.node, None, 0) == ("30 orang" if cumulative else "50 orang")
    book = Workbook(folder)
    assert book.plan().files == {}
    book.set(NAME, "Pameran Usaha Mikro", "kinerja_2", "2 kali")
    book.take()
    assert table(folder, NAME)["program"][0]["kegiatan"][0]["sub_kegiatan"][1]["kinerja_2"] == "2 kali"
    roll_folder(folder, tmp_path / "2028")
    rolled = table(tmp_path / "2028", NAME)
    rows = [sub for one in rolled["program"] for kegiatan in one["kegiatan"] for sub in kegiatan["sub_kegiatan"]]
    assert all(("pagu" in sub, sub["kinerja_2"]) == (not without, None) for sub in rows)


def test_what_is_cumulated_is_measured_by_its_last_quarter(folder: Path) -> None:
    """30 of 100 people, and 15 of 50 rupiah: not what both quarters would add up to."""
    put(folder, NAME, make_variant(cumulative=True, without=False))
    table_of = read(folder)
    training = table_of.rows[2].node
    cells = {one.id: one.cells["sub_kegiatan"] for one in table_of.layout.columns if "sub_kegiatan" in one.cells}
    assert cells["realisasi_anggaran"].value(training, table_of.around, 0) == 15
    assert cells["persen"].value(training, table_of.around, 0) == 30
    data = table(folder, NAME)
    data["program"][0]["kegiatan"][0]["sub_kegiatan"][0] |= {"anggaran_1": 40, "anggaran_2": 45}
    put(folder, NAME, data)
    assert "RJ141" not in {one.code for one in examine_folder(folder)[1].problems}
    data["program"][0]["kegiatan"][0]["sub_kegiatan"][0] |= {"anggaran_2": 55}
    put(folder, NAME, data)
    assert "RJ141" in {one.code for one in examine_folder(folder)[1].problems}


def make_divided(*, half_years: bool, cumulative: bool = False) -> dict[str, Any]:
    """The table with a target and an amount planned for each of its periods, and with remarks of its rows."""
    data = copy.deepcopy(QUARTERS) | ({"periode": "semester", "triwulan": "IV"} if half_years else {})
    data |= {"kumulatif": True} if cumulative else {}
    numbers = (1, 2) if half_years else (1, 2, 3, 4)
    for sub in data["program"][0]["kegiatan"][0]["sub_kegiatan"]:
        whole, unit = sub["target"].split()
        for number in numbers:
            part = number if cumulative else 1
            sub[f"target_{number}"] = f"{int(whole) * part // len(numbers)} {unit}"
            sub[f"pagu_{number}"] = sub["pagu"] * number // len(numbers) - (
                0 if cumulative else sub["pagu"] * (number - 1) // len(numbers)
            )
        sub |= {"faktor": "Cuaca", "tindak_lanjut": "Jadwal diubah"}
    return data


@pytest.mark.parametrize("half_years", [False, True])
@pytest.mark.parametrize("cumulative", [False, True])
def test_divided_targets_go_through_every_room(
    half_years: bool, cumulative: bool, folder: Path, tmp_path: Path
) -> None:
    told = {one.code for one in examine_folder(folder)[1].problems}
    put(folder, NAME, make_divided(half_years=half_years, cumulative=cumulative))
    head = "|".join(str(cell.value) for row in draw(folder).head for cell in row)
    word = f"{'s.d.' if cumulative else 'pada'} {'Semester' if half_years else 'Triwulan'}"
    assert f"Target Kinerja dan Anggaran Renja Tahun {{{{ tahun - 1 }}}} {word}" in head
    assert f"Realisasi Kinerja {word}" in head
    assert {"Faktor Pendorong/Penghambat", "Tindak Lanjut"} <= {*head.split("|")}
    reading, outcome = examine_folder(folder)
    assert reading is not None
    assert {one.code for one in outcome.problems} == told
    book = Workbook(folder)
    assert book.plan().files == {}
    book.set(NAME, "Pameran Usaha Mikro", "target_2", "3 kali")
    book.set(NAME, "Pameran Usaha Mikro", "pagu_2", 11)
    book.set(NAME, "Pameran Usaha Mikro", "faktor", "Hujan")
    book.take()
    fair = table(folder, NAME)["program"][0]["kegiatan"][0]["sub_kegiatan"][1]
    assert (fair["target_2"], fair["pagu_2"], fair["faktor"]) == ("3 kali", 11, "Hujan")
    found = [one for one in examine_folder(folder)[1].problems if one.code == "RJ149"]
    assert len(found) == (2 if half_years or not cumulative else 0)
    roll_folder(folder, tmp_path / "2028")
    for sub in (row.node for row in read(tmp_path / "2028").rows if "target_1" in row.node):
        assert sub["target_1"] is sub["pagu_2"] is sub["kinerja_1"] is None
        assert sub["faktor"] == ""


def find_levels(folder: Path, row: int) -> dict[str, Any]:
    """How far each period of a row came, by column, as it is printed."""
    shown = read(folder)
    drawn = draw(folder).body[row][0]
    printed = [column for column in shown.layout.columns if column.printed != ""]
    ids = [column.id for column in printed if column.id not in {"sasaran", "penanggung_jawab"}]
    cells = {id: cell.value for id, cell in zip(ids, drawn, strict=False)}
    return {id: value for id, value in cells.items() if id.startswith("persen") and id[-1].isdecimal()}


def test_how_far_each_period_came_is_computed_in_print_and_excel(folder: Path, tmp_path: Path) -> None:
    told = {one.code for one in examine_folder(folder)[1].problems}
    put(folder, NAME, QUARTERS | {"capaian_triwulan": True})
    ids = ("persen_1", "persen_anggaran_1", "persen_2", "persen_anggaran_2")
    assert find_levels(folder, 2) == dict(zip(ids, ("20", "20", "30", "30"), strict=True))
    divided = make_divided(half_years=False) | {"capaian_triwulan": True}
    del divided["program"][0]["kegiatan"][0]["sub_kegiatan"][1]["target_1"]
    divided["program"][0]["kegiatan"][0]["sub_kegiatan"][1]["target_2"] = "0 kali"
    divided["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["arah"] = "turun"
    put(folder, NAME, divided)
    assert list(find_levels(folder, 0).values()) == ["", "84,21", "", "71,43"]
    assert list(find_levels(folder, 2).values()) == ["120", "83,33", "80", "115,38"]
    assert list(find_levels(folder, 3).values()) == ["", "85,71", "-", "0"]
    assert {one.code for one in examine_folder(folder)[1].problems} - told <= {"RJ144", "RJ149"}
    book = Workbook(folder)
    assert book.plan().files == {}
    book.set(NAME, "Pelatihan Usaha Mikro", "kinerja_1", "25 orang")
    book.take()
    assert find_levels(folder, 2)["persen_1"] == "100"
    copy_to = tmp_path / "2028"
    roll_folder(folder, copy_to)
    assert table(copy_to, NAME)["capaian_triwulan"] is True
    assert {column.id for column in read(copy_to).layout.columns} >= {*ids}


def test_the_amounts_of_half_years_are_added_up_and_all_columns_stand(folder: Path) -> None:
    put(folder, NAME, make_divided(half_years=True))
    shown = read(folder)
    ids = [column.id for column in shown.layout.columns]
    assert [id for id in ids if id[-1:].isdecimal()] == [
        "target_1", "pagu_1", "target_2", "pagu_2", "kinerja_1", "anggaran_1", "kinerja_2", "anggaran_2"
    ]  # fmt: skip
    [planned] = [column.cells["program"] for column in shown.layout.columns if column.id == "pagu_2"]
    assert planned.value(shown.rows[0].node, shown.around, 0) == 40


@pytest.mark.parametrize(("quarter", "columns"), [("I", 1), ("II", 1), ("III", 1), ("IV", 2)])
def test_a_half_year_is_evaluated_when_it_is_over(quarter: str, columns: int, folder: Path) -> None:
    put(folder, NAME, {**make_divided(half_years=True), "triwulan": quarter})
    ids = [column.id for column in read(folder).layout.columns]
    assert len([id for id in ids if id.startswith("kinerja_")]) == columns


def test_a_table_of_half_years_is_taken_on_by_a_further_perubahan(folder: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "p1", tmp_path / "p2"
    amend_folder(folder, first, "II")
    begun = table(first, NAME) | {"periode": "semester"}
    for row in (sub for one in begun["program"] for kegiatan in one["kegiatan"] for sub in kegiatan["sub_kegiatan"]):
        del row["kinerja_2"], row["anggaran_2"]
    put(first, NAME, begun)
    told = {one.code for one in examine_folder(first)[1].problems}
    assert "RJ144" not in told
    amend_folder(first, second, "IV")
    [row, *_] = table(second, NAME)["program"][1]["kegiatan"][0]["sub_kegiatan"]
    assert "kinerja_2" in row
    assert "kinerja_3" not in row
    assert "RJ144" not in {one.code for one in examine_folder(second)[1].problems}
