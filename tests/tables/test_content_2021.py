"""The tables of 2021: every amount of the reference, every total computed, every view of the same file."""

from __future__ import annotations

from typing import Any

import pytest

from renjadoc.content.folder import Folder
from renjadoc.indonesian import bulatkan
from renjadoc.tables import bebas
from renjadoc.tables.computed import sum_amounts
from renjadoc.tables.kinds import FolderTables
from tests.conftest import ROOT, read

PROGRAMS = {
    "2.17.01": (3_040_865_500, 3_294_938_000),
    "2.17.05": (107_374_000, 123_480_100),
    "2.17.06": (222_411_000, 1_250_000_000),
    "2.17.03": (100_000_000, 100_000_000),
    "2.17.04": (105_586_000, 200_000_000),
    "2.17.07": (1_125_184_000, 1_125_184_000),
    "2.17.08": (1_000_000_000, 1_000_000_000),
}


@pytest.fixture(scope="module")
def folder() -> Folder:
    return read(ROOT / "content" / "2021")


def rows(folder: Folder, name: str) -> list[dict[str, Any]]:
    return FolderTables(folder)[name].printed


def reference(name: str) -> list[int]:
    return [int(line) for line in (ROOT / "tests" / "acuan" / name).read_text("utf-8").split()]


def test_office_and_program_totals(folder: Folder) -> None:
    printed = rows(folder, "rencana-program")
    assert (printed[0]["pagu"], printed[0]["pagu_maju"]) == (5_701_420_500, 7_093_602_100)
    programs = [(row["pagu"], row["pagu_maju"]) for row in printed if row["jenis"] == "program"]
    assert programs == list(PROGRAMS.values())
    assert [program["kode"] for program in folder.tabel["rencana-program"].data["program"]] == list(PROGRAMS)


def test_every_amount_of_the_reference_in_its_order(folder: Folder) -> None:
    review = [row["pagu"] for row in rows(folder, "review-rkpd") if row["pagu"] is not None]
    assert review == reference("tabel-2.4.txt")
    plan = [row[key] for row in rows(folder, "rencana-program") for key in ("pagu", "pagu_maju")]
    assert [amount for amount in plan if amount is not None] == reference("tabel-3.3.txt")


def test_shape_of_the_plan(folder: Folder) -> None:
    printed = rows(folder, "rencana-program")
    assert [row["nomor"] for row in printed if row["jenis"] == "kegiatan"] == list(range(1, 11))
    assert sum(row["jenis"] in {"kegiatan", "sub"} for row in printed) == 36
    open_cells = {key: sum(row.get(key, 0) is None for row in printed[1:]) for key in ("target", "sumber_dana", "pagu")}
    assert open_cells == {"target": 8, "sumber_dana": 8, "pagu": 1}


def test_achievement_and_its_average(folder: Folder) -> None:
    printed = rows(folder, "capaian-kinerja")
    assert [str(bulatkan(row["persen"])) for row in printed] == ["100.55", "104.17", "102.36"]
    assert [str(bulatkan(row["persen_renstra"])) for row in printed] == ["97.02", "108.7", "102.86"]


def test_evaluation(folder: Folder) -> None:
    printed = rows(folder, "evaluasi")
    assert [row["jenis"] for row in printed].count("program") == 3
    shown = [row["renja_n2_persen"] for row in printed if row["jenis"] == "kegiatan"]
    assert shown == [100, 100, 40, 100, 100, 100, None, 100, None]
    assert all(row["renstra_persen"] is None for row in printed if row["jenis"] == "kegiatan")


def test_totals_count_open_amounts_as_nothing(folder: Folder) -> None:
    node = {"kegiatan": [{"sub_kegiatan": [{"pagu": 5}, {"pagu": None}]}]}
    assert sum_amounts(node, "pagu") == 5
    assert sum_amounts({"kegiatan": [{"sub_kegiatan": [{"pagu": None}]}]}, "pagu") is None


def test_merged_heads_of_an_ad_hoc_table() -> None:
    columns = [{"judul": "No"}, {"judul": "Target", "kolom": [{"judul": "2020"}, {"judul": "2021"}]}]
    grid = bebas.draw_table({"kolom": columns, "baris": [["1", 2, 3], {"sel": ["x", {"teks": "y", "gabung": 2}]}]})
    assert [[(c.value, c.span, c.merge_down) for c in row] for row in grid.head] == [
        [("No", 1, "restart"), ("Target", 2, None)],
        [("", 1, "continue"), ("2020", 1, None), ("2021", 1, None)],
    ]
    assert [sum(cell.span for cell in cells) for cells, _ in grid.body] == [3, 3]
