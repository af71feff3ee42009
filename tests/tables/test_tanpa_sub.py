"""The form of the plan whose kegiatan have no sub kegiatan: schema, printed rows, sums, checks, Excel, SIPD."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from renjadoc.examine import examine_folder
from renjadoc.problem import ProblemsFound
from renjadoc.sheets.sipd.run import plan_import
from renjadoc.tables.computed import sum_amounts
from tests.sheets.excel.sheet import Workbook, lay_down, put, table

CELLS = ("indikator", "lokasi", "target", "pagu", "sumber_dana", "target_maju", "pagu_maju")


def whole(data: Any) -> Any:
    """The table with the first sub kegiatan of every kegiatan in its place."""
    programs = [
        {**p, "kegiatan": [{"nama": k["nama"], **{c: k["sub_kegiatan"][0][c] for c in CELLS}} for k in p["kegiatan"]]}
        for p in data["program"]
    ]
    return {"jenis": data["jenis"], "bentuk": "tanpa-sub-kegiatan", "judul": data["judul"], "program": programs}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = lay_down(tmp_path)
    put(place, "rencana-program", whole(table(place, "rencana-program")))
    return place


def codes(folder: Path) -> set[str]:
    return {problem.code for problem in examine_folder(folder)[1].problems}


def test_rows_and_sums(folder: Path) -> None:
    data, reading = table(folder, "rencana-program"), examine_folder(folder)[0]
    assert reading is not None
    printed = reading.tables["rencana-program"].printed
    assert {row["jenis"] for row in printed} == {"jumlah", "program", "kegiatan"}
    amounts = [row["pagu"] for row in printed if row["jenis"] == "kegiatan"]
    assert printed[0]["pagu"] == sum(amounts) == sum_amounts(data, "pagu") > 0


def test_the_folder_is_in_order_and_gaps_are_found(folder: Path) -> None:
    assert not codes(folder) & {"RJ010", "RJ011", "RJ204", "RJ205"}
    data = table(folder, "rencana-program")
    data["program"][0]["kegiatan"][0].update(pagu=None, sumber_dana=None)
    put(folder, "rencana-program", data)
    problems = [
        p for p in examine_folder(folder)[1].problems if p.location.pointer.startswith("/program/0/kegiatan/0/")
    ]
    assert {p.location.pointer.rpartition("/")[2] for p in problems} == {"pagu", "sumber_dana"}
    assert all(p.message.startswith("kegiatan “") for p in problems)


def test_both_forms_do_not_mix(folder: Path) -> None:
    data = table(folder, "rencana-program")
    data["program"][0]["kegiatan"][0]["sub_kegiatan"] = []
    put(folder, "rencana-program", data)
    assert "RJ010" in codes(folder)


@pytest.mark.lambat
def test_excel_out_and_back(folder: Path) -> None:
    book = Workbook(folder)
    assert book.plan().files == {}
    name = table(folder, "rencana-program")["program"][0]["kegiatan"][0]["nama"]
    book.set("rencana-program", name, "pagu", "Rp 1.234.000,00")
    book.add("rencana-program", name, nama="Kegiatan baru", pagu=5_000)
    book.take()
    first, added, *_ = table(folder, "rencana-program")["program"][0]["kegiatan"]
    assert first["pagu"] == 1_234_000
    assert (added["nama"], added["pagu"], "sub_kegiatan" in added) == ("Kegiatan baru", 5_000, False)


def test_sipd_is_refused_with_an_answer(folder: Path, tmp_path: Path) -> None:
    rows = tmp_path / "a.csv"
    rows.write_text("kode_sub_giat,nama_sub_giat,pagu\n2.17.01.2.01.0001,Sub,1000\n", "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        plan_import(rows, folder)
    assert [p.message for p in caught.value.problems] == ["belum ada tabel rencana-program yang bersub kegiatan"]
