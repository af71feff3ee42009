"""Urusan, kegiatan with details of their own, and codes in the printed rows of programs and budget."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.tables.printing import print_table

FOLDER: Any = SimpleNamespace(facts={"perangkat_daerah": {"nama": "Dinas"}})


def program(code: str, amount: int, *urusan: str, **kegiatan: Any) -> dict[str, Any]:
    sub = {
        "nama": "Sub",
        "indikator": "",
        "lokasi": "",
        "target": 1,
        "pagu": amount,
        "sumber_dana": "",
        "target_maju": 2,
    }
    made: dict[str, Any] = {"kode": code, "nama": f"Program {code}", "indikator": None}
    if urusan:
        made["urusan"] = [{"kode": one, "nama": "Urusan"} for one in urusan]
    made["kegiatan"] = [{"nama": "Kegiatan", **kegiatan, "sub_kegiatan": [{**sub, "pagu_maju": 0}]}]
    return made


def rows(*programs: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    return print_table({"jenis": "rencana-program", "program": list(programs), **more}, FOLDER)


def test_an_urusan_sums_down_to_the_next_as_wide() -> None:
    found = rows(
        program("2.17.01", 1, "2", "2.17"), program("2.17.02", 10), program("2.11.01", 100, "2.11"),
        program("3.30.01", 1000, "3", "3.30"), cetak_kode=True,
    )  # fmt: skip
    sums = {row["uraian"]: row["pagu"] for row in found if row["jenis"] == "jumlah"}
    assert sums == {
        "Dinas": 1111, "2 Urusan": 111, "2.17 Urusan": 11, "2.11 Urusan": 100, "3 Urusan": 1000, "3.30 Urusan": 1000,
    }  # fmt: skip


def test_a_kegiatan_with_details_has_a_row_of_its_own() -> None:
    plain, detailed = rows(program("2.17.01", 5)), rows(program("2.17.01", 5, indikator="Jumlah"))
    assert [row["jenis"] for row in plain] == ["jumlah", "program", "kegiatan"]
    assert [row["jenis"] for row in detailed] == ["jumlah", "program", "kegiatan_rinci", "sub_rinci"]
    assert (detailed[2]["indikator"], detailed[2]["pagu"], detailed[2]["target"]) == ("Jumlah", 5, "")


def test_codes_are_printed_only_when_asked_for() -> None:
    assert rows(program("2.17.01", 5))[1]["uraian"] == "Program 2.17.01"
    assert rows(program("2.17.01", 5), cetak_kode=True)[1]["uraian"] == "2.17.01 Program 2.17.01"
