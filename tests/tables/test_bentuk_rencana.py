"""T-C.33 and Tabel 4.1: rows by code, urusan by the codes of programs, results in rows of their own, a year's step."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from renjadoc.tables import urusan
from renjadoc.tables.rencana_program import KIND
from tests.tables.printing import print_table

FOLDER: Any = SimpleNamespace(facts={"perangkat_daerah": {"nama": "Dinas", "singkatan": "Dinkop"}})
SUB = {"indikator": "Jumlah", "lokasi": "Kota", "target": 1, "sumber_dana": "DAU", "target_maju": 2, "pagu_maju": 7}


def make_program(code: str, *amounts: int, **more: Any) -> dict[str, Any]:
    subs = [
        {**SUB, "kode": f"{code}.2.01.000{number}", "nama": f"Sub {number}", "pagu": amount}
        for number, amount in enumerate(amounts, 1)
    ]
    kegiatan = {"kode": f"{code}.2.01", "nama": "Kegiatan", "sub_kegiatan": subs}
    return {"kode": code, "nama": f"Program {code}", "indikator": "Nilai", **more, "kegiatan": [kegiatan]}


def make_rows(form: str, *programs: dict[str, Any]) -> list[dict[str, Any]]:
    return print_table({"jenis": "rencana-program", "bentuk": form, "program": list(programs)}, FOLDER)


def test_every_row_of_tc33_has_its_code_and_its_sum() -> None:
    rows = make_rows("permendagri-86", make_program("2.17.05", 10, 5), make_program("2.17.07", 100))
    shown = [(row["jenis"], row.get("kode"), row["pagu"]) for row in rows]
    assert shown == [
        ("jumlah", None, 115), ("urusan", "2", 115), ("bidang", "2.17", 115),
        ("program", "2.17.05", 15), ("kegiatan", "2.17.05.2.01", 15),
        ("sub", "2.17.05.2.01.0001", 10), ("sub", "2.17.05.2.01.0002", 5),
        ("program", "2.17.07", 100), ("kegiatan", "2.17.07.2.01", 100), ("sub", "2.17.07.2.01.0001", 100),
    ]  # fmt: skip
    assert rows[2]["uraian"] == "Urusan Pemerintahan Bidang Koperasi, Usaha Kecil, dan Menengah"


def test_another_bidang_of_the_same_urusan_begins_no_new_urusan() -> None:
    rows = make_rows("permendagri-86", *(make_program(code, 1) for code in ("2.17.02", "2.18.02", "3.30.02")))
    begun = [(row["kode"], row["pagu"]) for row in rows if row["jenis"] in {"urusan", "bidang"}]
    assert begun == [("2", 2), ("2.17", 1), ("2.18", 1), ("3", 1), ("3.30", 1)]


def test_an_urusan_that_the_file_states_is_printed_instead() -> None:
    stated = [{"kode": "2.17", "nama": "Koperasi"}]
    rows = make_rows("permendagri-86", make_program("2.17.02", 1, urusan=stated), make_program("3.30.02", 2))
    assert [(row["uraian"], row["pagu"]) for row in rows if row["jenis"] == "bidang"] == [("Koperasi", 3)]


@pytest.mark.parametrize(
    ("codes", "bidang"),
    [
        (["X.XX.01", "2.17.02", "3.30.02"], ["2.17", "2.17", "3.30"]),
        (["2.17.02", "X.XX.01"], ["2.17", "2.17"]),
        ([None, "9.99.01"], ["", ""]),
    ],
)
def test_the_program_of_every_bidang_goes_with_its_neighbour(codes: list[str | None], bidang: list[str]) -> None:
    assert urusan.bidang_of(codes) == bidang


def test_tabel_41_numbers_its_rows_and_prints_results_in_rows_of_their_own() -> None:
    program = make_program("2.17.05", 10, outcome="Koperasi sehat", target="80%", target_renstra="90%")
    program["kegiatan"][0]["sub_kegiatan"][0] |= {
        "output": "Terlatihnya pengurus", "penanggung_jawab": "Bappeda", "prioritas_nasional": "PN 3",
        "realisasi_n-2": 4, "prakiraan_n-1": 5,
    }  # fmt: skip
    rows = make_rows("permendagri-14", program)
    assert [(row.get("nomor"), row["jenis"], row["uraian"]) for row in rows[3:]] == [
        ("1", "program", "Program 2.17.05"), ("", "hasil", "Koperasi sehat"), ("1.1", "kegiatan", "Kegiatan"),
        ("1.1.1", "sub", "Sub 1"), ("", "hasil", "Terlatihnya pengurus"),
    ]  # fmt: skip
    _, result, kegiatan, sub, output = rows[3:]
    assert (result["indikator"], result["target_renstra"], result["target"], result["pagu"]) == (
        "Nilai",
        "90%",
        "80%",
        "",
    )
    assert (sub["pagu"], sub["indikator"], sub["prioritas_nasional"]) == (10, "", "PN 3")
    assert (output["indikator"], output["realisasi_n2"], output["prakiraan_n1"]) == ("Jumlah", 4, 5)
    assert [row["penanggung_jawab"] for row in (kegiatan, sub)] == ["Dinkop", "Bappeda"]


def test_without_a_result_the_figures_stand_in_the_row_itself() -> None:
    *_, sub = make_rows("permendagri-14", make_program("2.17.05", 10))
    assert (sub["jenis"], sub["indikator"], sub["target"], sub["pagu"]) == ("sub", "Jumlah", 1, 10)


def test_a_year_later_the_target_is_the_forecast_and_the_result_is_open() -> None:
    program = make_program("2.17.05", 10)
    program["kegiatan"][0]["sub_kegiatan"][0] |= {"realisasi_n-2": 4, "prakiraan_n-1": 5}
    assert KIND.step_year is not None
    steps = {step.to.rpartition("/")[2]: step for step in KIND.step_year({"program": [program]})}
    assert (steps["realisasi_n-2"].source, steps["realisasi_n-2"].value) == (None, None)
    assert str(steps["prakiraan_n-1"].source).endswith("/sub_kegiatan/0/target")


def test_a_row_typed_this_year_is_the_forecast_of_the_next() -> None:
    program = make_program("2.17.05", 10)
    assert KIND.step_year is not None
    [step] = [
        step
        for step in KIND.step_year({"bentuk": "permendagri-14", "program": [program]})
        if step.to.endswith("/sub_kegiatan/0/prakiraan_n-1")
    ]
    assert (step.value, step.look) == (1, "prakiraan ini berasal dari target tahun lalu")
    assert not [one for one in KIND.step_year({"program": [program]}) if one.to.endswith("prakiraan_n-1")]
