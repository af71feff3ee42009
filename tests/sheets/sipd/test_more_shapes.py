"""More shapes of exports: amounts merged over rows, levels as lists within lists, lost zeros, other names of money."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.nomenclature.entry import fill_code
from renjadoc.sheets.sipd import run
from renjadoc.sheets.sipd.run import SipdPlan
from renjadoc.sheets.sipd.web_tables import read_tables
from tests.sheets.excel.sheet import lay_down
from tests.sheets.sipd.test_sipd import _xlsx

PLAN = "rencana-program"
LEVELS = ["KODE PROGRAM", "PROGRAM", "KODE KEGIATAN", "KEGIATAN", "KODE SUB KEGIATAN", "SUB KEGIATAN"]
FIRST = ["2.09.03", "PROGRAM X", "2.09.03.2.01", "Kegiatan X", "2.09.03.2.01.0001", "Sub X"]
SECOND = [*FIRST[:4], "2.09.03.2.01.0002", "Sub Y"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_down(tmp_path)


def _subs(made: SipdPlan) -> list[Any]:
    data = json.loads(made.files[f"tabel/{PLAN}.json"])
    program = next(program for program in data["program"] if program["kode"] == "2.09.03")
    return [sub for kegiatan in program["kegiatan"] for sub in kegiatan["sub_kegiatan"]]


@pytest.mark.parametrize("pagu", [1_000_000, "Rp 1.000.000,00", "1.000.000"])
def test_an_amount_merged_over_the_rows_of_its_indicators_counts_once(folder: Path, tmp_path: Path, pagu: Any) -> None:
    rows = [
        [*FIRST, "Jumlah unit", "10 Unit", pagu, "PAD"],
        [*[None] * 6, "Jumlah laporan", "2 Laporan", None, None],
        [*SECOND, "Jumlah orang", "20 Orang", 2_000_000, "DAU"],
    ]
    merges = (*(f"{letter}2:{letter}3" for letter in "ABCDEFI"), "J2:J3")
    path = _xlsx(tmp_path / "a.xlsx", [[*LEVELS, "INDIKATOR", "TARGET", "PAGU", "SUMBER DANA"]], rows, merges)
    made = run.plan_import(path, folder)
    first, second = _subs(made)
    assert (first["pagu"], second["pagu"]) == (1_000_000, 2_000_000)
    assert first["indikator"] == ["Jumlah unit", "Jumlah laporan"]
    assert first["target"] == ["10 Unit", "2 Laporan"]
    assert not any("dijumlahkan" in note for note in made.export.notes)
    assert any("3.000.000 (cocok)" in note for note in made.export.notes)


def _nested(names: dict[str, str]) -> Any:
    def level(kind: str, code: str, name: str, **more: Any) -> dict[str, Any]:
        return {names["kode"].format(kind): code, names["nama"].format(kind): name, **more}

    subs = [
        level("sub_giat", "2.09.03.2.01.0001", "Sub X", pagu=1_000_000, dana=[{"nama_dana": "PAD"}]),
        level("sub_giat", "2.09.03.2.01.0002", "Sub Y", pagu="2000000.00", indikator=[{"tolok_ukur": "Jumlah"}]),
    ]
    kegiatan = level("giat", "2.09.03.2.01", "Kegiatan X", pagu=3_000_000, sub_kegiatan=subs)
    return {"data": {"rows": [level("program", "2.09.03", "PROGRAM X", pagu=3_000_000, kegiatan=[kegiatan])]}}


@pytest.mark.parametrize(
    "names",
    [{"kode": "kode_{}", "nama": "nama_{}"}, {"kode": "kode", "nama": "nama"}, {"kode": "kode", "nama": "uraian"}],
)
def test_levels_in_lists_of_each_other(folder: Path, tmp_path: Path, names: dict[str, str]) -> None:
    path = tmp_path / "sipd.json"
    path.write_text(json.dumps(_nested(names)), "utf-8")
    made = run.plan_import(path, folder)
    first, second = _subs(made)
    assert (first["kode"], first["nama"], first["pagu"]) == ("2.09.03.2.01.0001", "Sub X", 1_000_000)
    assert (first["sumber_dana"], second["indikator"], second["pagu"]) == ("PAD", "Jumlah", 2_000_000)
    assert [(what, amounts["pagu"]) for what, amounts, _ in made.export.totals] == [
        ("2.09.03", 3_000_000), ("2.09.03.2.01", 3_000_000),
    ]  # fmt: skip
    assert made.whole


@pytest.mark.parametrize(
    ("code", "whole"),
    [
        ("2.9.3.2.1.1", "2.09.03.2.01.0001"),
        ("2.09.03.2.1.010", "2.09.03.2.01.0010"),
        ("2.09.03.2.01.01", "2.09.03.2.01.01"),
        ("2.9.3", "2.09.03"),
        ("X.XX.01", "X.XX.01"),
        ("5.1.02.01.01.0024.1", "5.1.02.01.01.0024.1"),
    ],
)
def test_zeros_that_a_code_lost(code: str, whole: str) -> None:
    assert fill_code(code, 4) == whole


def test_codes_get_their_zeros_as_the_others_have_them(folder: Path, tmp_path: Path) -> None:
    rows = [["2.9.3", "PROGRAM X", "2.9.3.2.1", "Kegiatan X", "2.9.3.2.1.1", "Sub X", 5], [*SECOND[:5], "Sub Y", 6]]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [[*LEVELS, "PAGU"]], rows), folder)
    assert [sub["kode"] for sub in _subs(made)] == ["2.09.03.2.01.0001", "2.09.03.2.01.0002"]


@pytest.mark.parametrize(
    ("heads", "taken"),
    [
        (["Pagu Validasi"], 0),
        (["Pagu Usulan", "Pagu Validasi"], 1),
        (["Pagu Hasil Forum"], 0),
        (["Jumlah (Rp)"], 0),
        (["Total Anggaran"], 0),
        (["Pagu Usulan", "Pagu Indikatif"], 1),
    ],
)
def test_money_by_other_names(folder: Path, tmp_path: Path, heads: list[str], taken: int) -> None:
    amounts = [1_000_000 * (index + 1) for index in range(len(heads))]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [[*LEVELS, *heads]], [[*FIRST, *amounts]]), folder)
    [sub] = _subs(made)
    assert sub["pagu"] == amounts[taken]
    assert len(made.unused) == len(heads) - 1, "the others are told"


def test_a_cell_that_reaches_down_behind_the_last_of_a_row_ends_with_it() -> None:
    page = (
        b"<table><tr><td rowspan=2>a</td><td>b</td><td rowspan=2>c</td><td rowspan=2>d</td></tr>"
        b"<tr><td>e</td></tr><tr><td>f</td><td>g</td><td>h</td><td>i</td></tr></table>"
    )
    assert read_tables(page, 100) == [[list("abcd"), list("aecd"), list("fghi")]]


def test_an_amount_that_reaches_down_is_said_once() -> None:
    page = b"<table><tr><td rowspan=2>Sub X</td><td rowspan=2>Rp 1.000.000,00</td></tr><tr></tr></table>"
    assert read_tables(page, 100) == [[["Sub X", "Rp 1.000.000,00"], ["Sub X", ""]]]


# Rows that only go on


TREE = ["KODE", "URAIAN", "INDIKATOR", "TARGET", "PAGU INDIKATIF", "SUMBER DANA"]
ABOVE = [["2.09.03", "PROGRAM X", *[None] * 4], ["2.09.03.2.01", "Kegiatan X", *[None] * 4]]


def test_a_row_that_names_nothing_says_more_of_the_one_above(folder: Path, tmp_path: Path) -> None:
    rows = [
        *ABOVE,
        ["2.09.03.2.01.0001", "Sub X", "Jumlah unit", "10 Unit", 1_000_000, "PAD"],
        [None, None, "Jumlah laporan", "2 Laporan", None, None],
        ["2.09.03.2.01.0002", "Sub Y", "Jumlah orang", "20 Orang", 2_000_000, "DAU"],
        [None, "JUMLAH", None, None, 3_000_000, None],
    ]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [TREE], rows), folder)
    first, second = _subs(made)
    assert (first["indikator"], first["target"]) == (["Jumlah unit", "Jumlah laporan"], ["10 Unit", "2 Laporan"])
    assert second["indikator"] == "Jumlah orang"
    assert (made.export.left, [amounts["pagu"] for _, amounts, _ in made.export.totals]) == ([], [3_000_000])


@pytest.mark.parametrize(
    "head",
    [
        "Urusan/Bidang/Program/Kegiatan/Sub Kegiatan", "NAMA PROGRAM / KEGIATAN", "Nomenklatur Program dan Kegiatan",
        "Urusan/ Bidang Urusan/ Program/ Outcome/ Kegiatan/ Subkegiatan/ Output",
    ],
)  # fmt: skip
def test_names_of_all_levels_stand_below_many_heads(folder: Path, tmp_path: Path, head: str) -> None:
    rows = [["2.09.03", "Program X", None], ["2.09.03.2.01", "Kegiatan X", None], ["2.09.03.2.01.0001", "Sub X", 5]]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [["Kode", head, "Pagu"]], rows), folder)
    assert [sub["nama"] for sub in _subs(made)] == ["Sub X"]


def test_what_indicators_share_is_said_once(folder: Path, tmp_path: Path) -> None:
    heads = [[*LEVELS, "INDIKATOR", "TARGET", "LOKASI", "PAGU"]]
    rows = [[*FIRST, "Jumlah unit", "2", "Desa A", 5], [*[None] * 6, "Jumlah kader", "2", "Desa A", None]]
    [sub] = _subs(run.plan_import(_xlsx(tmp_path / "a.xlsx", heads, rows), folder))
    assert (sub["target"], sub["lokasi"]) == (["2", "2"], "Desa A")


def test_levels_in_columns_go_on_too(folder: Path, tmp_path: Path) -> None:
    more = [*[None] * 6, "Jumlah laporan", "2 Laporan", None]
    rows = [[*FIRST, "Jumlah unit", "10 Unit", 1_000_000], more, [*SECOND, "Jumlah orang", "20 Orang", 2_000_000]]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [[*LEVELS, "INDIKATOR", "TARGET", "PAGU"]], rows), folder)
    assert _subs(made)[0]["indikator"] == ["Jumlah unit", "Jumlah laporan"]


def test_an_amount_of_a_row_that_names_nothing_is_told(folder: Path, tmp_path: Path) -> None:
    rows = [*ABOVE, ["2.09.03.2.01.0001", "Sub X", "Jumlah", "1", 100, "PAD"], [*[None] * 4, 50, "DAK"]]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [TREE], rows), folder)
    assert [place for place, _ in made.export.left] == ["Sheet!5"]
    assert not made.whole


def test_accounts_are_added_where_their_sub_kegiatan_states_nothing(folder: Path, tmp_path: Path) -> None:
    heads = ["KODE", "URAIAN", "JUMLAH"]
    rows = [
        *(row[:3] for row in ABOVE),
        ["2.09.03.2.01.0001", "Sub X", None],
        ["5.1", "Belanja Operasi", 1_000_000],
        ["5.1.02.01.01.0024", "Alat tulis", 400_000],
        ["5.1.02.02.01.0003", "Honor", 600_000],
        ["2.09.03.2.01.0002", "Sub Y", 2_000_000],
        ["5.1.02.02.01.0003", "Honor", 2_000_000],
    ]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [heads], rows), folder)
    assert [sub["pagu"] for sub in _subs(made)] == [1_000_000, 2_000_000]
    said = " ".join(made.export.notes)
    assert "2.09.03.2.01.0001 tidak menyebut pagu; dijumlahkan dari 2 baris rincian belanja: 1.000.000." in said
    assert "1 baris rincian belanja (mulai Sheet!9) dilewati" in said
    assert "3.000.000 (cocok)" in said


def test_the_systems_sasaran_is_for_whom_and_that_of_a_table_an_aim(folder: Path, tmp_path: Path) -> None:
    row = {
        "kode_program": "2.09.03", "nama_program": "PROGRAM X", "kode_giat": "2.09.03.2.01", "nama_giat": "Kegiatan X",
        "kode_sub_giat": "2.09.03.2.01.0001", "nama_sub_giat": "Sub X", "pagu": 100, "sasaran": "Petani",
    }  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps([row]), "utf-8")
    made = run.plan_import(path, folder)
    assert (_subs(made)[0]["kelompok_sasaran"], made.unused) == ("Petani", [])
    heads, cells = [*LEVELS, "SASARAN", "PAGU"], [*FIRST, "Meningkatnya produksi", 100]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [heads], [cells]), folder)
    assert ("kelompok_sasaran" in _subs(made)[0], made.unused) == (False, ["sasaran"])


def test_thousands_by_comma_are_read_as_their_column_has_them(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [",".join([*LEVELS, "PAGU"]), ",".join([*FIRST, '"Rp1,250,000.00"']), ",".join([*SECOND, '"Rp750,000.00"'])]
    third = [*FIRST[:4], "2.09.03.2.01.0003", "Sub Z"]
    path.write_text("\n".join([*lines, ",".join([*third, '"250,000"'])]), "utf-8")
    made = run.plan_import(path, folder)
    assert [sub["pagu"] for sub in _subs(made)] == [1_250_000, 750_000, 250_000]
    assert any("2.250.000 (cocok)" in note for note in made.export.notes)


def test_a_comma_that_nothing_explains_is_asked_about(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [",".join([*LEVELS, "PAGU"]), ",".join([*FIRST, "1250000"]), ",".join([*SECOND, '"250,000"'])]
    path.write_text("\n".join(lines), "utf-8")
    made = run.plan_import(path, folder)
    assert [sub["pagu"] for sub in _subs(made)] == [1_250_000]
    assert "dapat dibaca dengan lebih dari satu cara" in made.export.left[0][1]


@pytest.mark.parametrize("kegiatan", ["2.01", 2.01])
def test_columns_named_by_level_that_hold_the_parts_of_a_code(folder: Path, tmp_path: Path, kegiatan: Any) -> None:
    heads = ["Urusan", "Bidang Urusan", "Program", "Kegiatan", "Sub Kegiatan"]
    rows = [
        ["2", "09", "03", None, None, "PROGRAM X", 2_000_000],
        ["2", "09", "03", kegiatan, None, "Kegiatan X", 2_000_000],
        ["2", "09", "03", kegiatan, "0001", "Sub X", 1_250_000],
        ["2", "09", "03", kegiatan, "0002", "Sub Y", 750_000],
        ["Jumlah", None, None, None, None, None, 2_000_000],
    ]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [[*heads, "Nama", "Pagu"]], rows), folder)
    assert [(sub["kode"], sub["nama"], sub["pagu"]) for sub in _subs(made)] == [
        ("2.09.03.2.01.0001", "Sub X", 1_250_000),
        ("2.09.03.2.01.0002", "Sub Y", 750_000),
    ]
