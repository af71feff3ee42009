"""Shapes of real exports: JSON of services, prints, one column of codes, codes in five, details, two funds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc import indonesian
from renjadoc.sheets.sipd import run
from renjadoc.sheets.sipd.run import SipdPlan
from tests.sheets.excel.sheet import lay_down, put, table
from tests.sheets.sipd.test_sipd import _csv, _xlsx

PLAN = "rencana-program"
NEW = {
    "kode_program": "2.09.03", "nama_program": "PROGRAM X", "kode_giat": "2.09.03.2.01", "nama_giat": "Kegiatan X",
    "kode_sub_giat": "2.09.03.2.01.0001", "nama_sub_giat": "Sub X", "pagu": 100,
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_down(tmp_path)


def _program(made: SipdPlan, code: str = "2.09.03") -> Any:
    data = json.loads(made.files[f"tabel/{PLAN}.json"])
    return next(program for program in data["program"] if program["kode"] == code)


def _subs(made: SipdPlan, code: str = "2.09.03") -> list[Any]:
    return [sub for kegiatan in _program(made, code)["kegiatan"] for sub in kegiatan["sub_kegiatan"]]


# What is said beside names and money


def test_the_services_json_with_its_lists(folder: Path, tmp_path: Path) -> None:
    row = NEW | {
        "sub_keg_indikator": [
            {"outputteks": "Jumlah Laporan", "targetoutput": "1", "satuanoutput": "Laporan"},
            {"outputteks": "Jumlah Peserta", "targetoutput": "1", "satuanoutput": "Orang"},
        ],
        "lokasi_sub_keg": [
            {"daerahteks": "Kab. Contoh", "camatteks": "Semua Kecamatan", "id": 4},
            {"daerahteks": "Kab. Contoh", "camatteks": "Kec. Satu", "id": 5},
        ],
        "sumber_dana": [{"nama_dana": "[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)", "id": 2}],
        "kelompok_sasaran": "Petani",
        "label": ["SPM", "Stunting"],
    }
    path = tmp_path / "sipd.json"
    path.write_text(json.dumps({"data": [row]}), "utf-8")
    [sub] = _subs(run.plan_import(path, folder))
    assert sub["indikator"] == ["Jumlah Laporan", "Jumlah Peserta"]
    assert sub["target"] == ["1 Laporan", "1 Orang"]
    assert sub["lokasi"] == ["Kab. Contoh, Semua Kecamatan", "Kab. Contoh, Kec. Satu"]
    assert sub["sumber_dana"] == "PENDAPATAN ASLI DAERAH (PAD)"
    assert sub["kelompok_sasaran"] == "Petani"
    assert sub["tag"] == ["SPM", "Stunting"]


def test_a_print_with_all_its_columns(folder: Path, tmp_path: Path) -> None:
    heads = [
        ["Kode", "Urusan/ Bidang Urusan/ Program/ Kegiatan/ Sub Kegiatan", "Indikator Kinerja", "Rencana Tahun 2027",
         None, None, None, "Catatan Penting", "Prakiraan Maju Rencana Tahun 2028", None],
        [None, None, None, "Lokasi", "Target Capaian Kinerja", "Pagu Indikatif", "Sumber Dana", None,
         "Target Capaian Kinerja", "Pagu Indikatif"],
        list(range(1, 11)),
    ]  # fmt: skip
    rows: list[list[Any]] = [
        ["2.09.03", "PROGRAM X", "Indeks", None, "72", None, None, None, "74", None],
        ["2.09.03.2.01", "Kegiatan X", None, None, None, None, None, None, None, None],
        ["2.09.03.2.01.0001", "Sub X", "Jumlah", "Kab. Contoh", "4 dokumen", "Rp 18.500.000,00", "DAU", "segera",
         "5 dokumen", "Rp 19.500.000,00"],
    ]  # fmt: skip
    merges = ("A1:A2", "B1:B2", "C1:C2", "D1:G1", "H1:H2", "I1:J1")
    made = run.plan_import(_xlsx(tmp_path / "cetak.xlsx", heads, rows, merges), folder)
    assert (_program(made)["indikator"], _program(made)["target_maju"]) == ("Indeks", "74")
    [sub] = _subs(made)
    assert sub == {
        "kode": "2.09.03.2.01.0001", "nama": "Sub X", "indikator": "Jumlah", "lokasi": "Kab. Contoh",
        "target": "4 dokumen", "pagu": 18_500_000, "sumber_dana": "DAU", "target_maju": "5 dokumen",
        "pagu_maju": 19_500_000, "catatan": "segera",
    }  # fmt: skip


def test_texts_that_differ_are_changes_and_twice_is_once(folder: Path, tmp_path: Path) -> None:
    data = table(folder, PLAN)
    sub = data["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    row = {
        "kode_sub_giat": sub["kode"], "nama_sub_giat": sub["nama"], "pagu": sub["pagu"], "target": "999 orang",
        "lokasi": str(sub["lokasi"]).upper(), "sumber_dana": sub["sumber_dana"],
    }  # fmt: skip
    path = _csv(tmp_path / "a.csv", [row])
    made = run.plan_import(path, folder)
    [change] = made.changes
    assert (change.column, change.new) == ("target", "999 orang")
    put(folder, PLAN, json.loads(made.files[f"tabel/{PLAN}.json"]))
    assert run.plan_import(path, folder).changes == []


# One sub kegiatan on several rows


def test_one_fund_under_two_names_is_named_once(folder: Path, tmp_path: Path) -> None:
    names = ("DAU", "Dana Transfer Umum-Dana Alokasi Umum")
    rows = [NEW | {"Sumber Dana": fund, "pagu": pagu} for fund, pagu in zip(names, (100, 50), strict=True)]
    [sub] = _subs(run.plan_import(_csv(tmp_path / "a.csv", rows), folder))
    assert (sub["pagu"], sub["sumber_dana"]) == (150, "DAU")


@pytest.mark.parametrize("pagu", [(100, 50), (50, 50)], ids=["lain", "sama besar"])
def test_two_funds_are_added_and_both_named(folder: Path, tmp_path: Path, pagu: tuple[int, int]) -> None:
    rows = [NEW | {"Sumber Dana": fund, "pagu": one} for fund, one in zip(("DAU", "DAK"), pagu, strict=True)]
    made = run.plan_import(_csv(tmp_path / "a.csv", rows), folder)
    [sub] = _subs(made)
    assert (sub["pagu"], sub["sumber_dana"]) == (sum(pagu), "DAU, DAK")
    assert f"{pagu[0]} (DAU) + {pagu[1]} (DAK) = {sum(pagu)}" in made.export.notes[0]


@pytest.mark.parametrize("head", ["Kode Akun", "Kode Rekening", "Uraian Belanja"])
def test_details_of_accounts_are_added(folder: Path, tmp_path: Path, head: str) -> None:
    rows = [NEW | {head: f"5.1.02.01.01.00{number}", "pagu": 7} for number in (24, 52)]
    [sub] = _subs(run.plan_import(_csv(tmp_path / "a.csv", rows), folder))
    assert (sub["kode"], sub["pagu"]) == ("2.09.03.2.01.0001", 14)


def test_several_indicators_do_not_double_the_money(folder: Path, tmp_path: Path) -> None:
    rows = [NEW | {"No": n, "indikator": f"Indikator {n}", "target": f"{n} orang"} for n in (1, 2)]
    [sub] = _subs(run.plan_import(_csv(tmp_path / "a.csv", rows), folder))
    assert sub["pagu"] == 100
    assert sub["indikator"] == ["Indikator 1", "Indikator 2"]
    assert sub["target"] == ["1 orang", "2 orang"]


def test_accounts_below_a_sub_kegiatan_are_passed_over_and_told(folder: Path, tmp_path: Path) -> None:
    rows = [
        ["2.09.03", "PROGRAM X", 30], ["2.09.03.2.01", "Kegiatan X", 30], ["2.09.03.2.01.0001", "Sub X", 30],
        ["5.1.02.01.01.0024", "Belanja ATK", 10], ["5.1.02.01.01.0052", "Belanja cetak", 20],
    ]  # fmt: skip
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [["Kode", "Uraian", "Pagu"]], rows), folder)
    assert [sub["pagu"] for sub in _subs(made)] == [30]
    assert any("2 baris rincian belanja" in note for note in made.export.notes)


# Codes


def test_one_column_for_sub_kegiatan_and_those_above(folder: Path, tmp_path: Path) -> None:
    heads = [["KODE SUB KEGIATAN", "PROGRAM DAN KEGIATAN", "JUMLAH PAGU"]]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", heads, [["2.09.03.2.01.0001", "Sub X", 5]]), folder)
    assert _subs(made)[0]["nama"] == "Sub X"
    # Names that the export does not have are open, and told; the money is not lost.
    assert _program(made)["nama"] == "[[nama program 2.09.03]]"
    assert any("nama program-nya tidak ada" in note for note in made.export.notes)


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("numbers", [True, False])
def test_a_code_in_five_columns(folder: Path, tmp_path: Path, merged: bool, numbers: bool) -> None:
    kinds: list[Any] = [2, 9, 3, 2.01] if numbers else ["2", "09", "03", "2.01"]
    rows = [
        [*kinds[:3], None, None, "PROGRAM X", 5],
        [*kinds, None, "Kegiatan X", 5],
        [*kinds, "0001", "Sub X", 5],
    ]
    heads = [["Kode", None, None, None, None, "Uraian", "Pagu Indikatif"]]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", heads, rows, ("A1:E1",) if merged else ()), folder)
    assert [sub["kode"] for sub in _subs(made)] == ["2.09.03.2.01.0001"]


def test_rows_of_today_below_heads_that_are_not_merged(folder: Path, tmp_path: Path) -> None:
    """Without merged cells the second of two heads below one says only its own part; names of the fields vary."""
    heads = [
        [*NEW, "Penerima Manfaat", "Prioritas", None, "OPD Penanggung Jawab", "Tematik"],
        [*[None] * len(NEW), None, "Nasional", "Daerah", None, None],
    ]
    said = ["Petani", "Pangan", "Ekonomi", "Dinas Pangan", "SPM, Stunting; SPM"]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", heads, [[*NEW.values(), *said]]), folder)
    [sub] = _subs(made)
    keys = ("kelompok_sasaran", "prioritas_nasional", "prioritas_daerah", "penanggung_jawab", "tag")
    assert [sub[key] for key in keys] == [*said[:-1], ["SPM", "Stunting"]]


def test_the_priorities_are_labels_in_the_systems_own_export(folder: Path, tmp_path: Path) -> None:
    labels = {"label_pusat": "Pangan", "label_kokab": "Ekonomi"}
    heads = [[*NEW, *labels]]
    [sub] = _subs(run.plan_import(_xlsx(tmp_path / "a.xlsx", heads, [[*NEW.values(), *labels.values()]]), folder))
    assert (sub["prioritas_nasional"], sub["prioritas_daerah"]) == ("Pangan", "Ekonomi")


def test_a_title_spans_no_columns(folder: Path, tmp_path: Path) -> None:
    """A title that speaks of the year ahead makes no amount one of that year."""
    heads = [["Rencana dan Prakiraan Maju", *[None] * (len(NEW) - 1)], [*NEW]]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", heads, [[*NEW.values()]]), folder)
    [sub] = _subs(made)
    assert (sub["pagu"], sub.get("pagu_maju")) == (100, None)


def test_a_code_whose_parts_have_heads(folder: Path, tmp_path: Path) -> None:
    heads = [
        ["Kode", None, None, None, None, "Uraian", "Pagu"],
        ["Urusan", "Bidang Urusan", "Program", "Kegiatan", "Sub Kegiatan", None, None],
    ]
    rows = [
        ["2", "09", "03", None, None, "PROGRAM X", 5],
        ["2", "09", "03", "2.01", None, "Kegiatan X", 5],
        ["2", "09", "03", "2.01", "0001", "Sub X", 5],
    ]
    merges = ("A1:E1", "F1:F2", "G1:G2")
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", heads, rows, merges), folder)
    assert [sub["kode"] for sub in _subs(made)] == ["2.09.03.2.01.0001"]


@pytest.mark.parametrize("code", ["x.xx.01", "X.XX.01"])
def test_codes_that_hold_for_every_office(folder: Path, tmp_path: Path, code: str) -> None:
    rows = [
        [code, "PROGRAM PENUNJANG", 5], [f"{code}.2.09", "Pemeliharaan", 5], [f"{code}.2.09.0001", "Rehab", 5],
    ]  # fmt: skip
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [["KODE", "PROGRAM DAN KEGIATAN", "PAGU"]], rows), folder)
    assert "2.17.01.2.09.0001" in [sub["kode"] for sub in _subs(made, "2.17.01")]


def test_a_name_alone_is_not_taken_for_one_of_another_program(folder: Path, tmp_path: Path) -> None:
    data = table(folder, PLAN)
    sub = data["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    del sub["kode"]
    put(folder, PLAN, data)
    made = run.plan_import(_csv(tmp_path / "a.csv", [NEW | {"nama_sub_giat": sub["nama"]}]), folder)
    assert [change.kind for change in made.changes] == ["tambah"] * 3


# Where rows go


def test_rows_go_into_the_order_of_their_codes(folder: Path, tmp_path: Path) -> None:
    def row(code: str) -> dict[str, Any]:
        above = {"kode_program": code[:7], "nama_program": f"Program {code[:7]}", "kode_giat": code[:12]}
        return above | {"nama_giat": f"K {code[:12]}", "kode_sub_giat": code, "nama_sub_giat": f"S {code}", "pagu": 1}

    codes = ["2.17.09.2.01.0002", "2.17.03.2.01.0001", "2.17.07.2.01.0009", "2.17.01.2.01.0009", "2.17.09.2.01.0001"]
    made = run.plan_import(_csv(tmp_path / "a.csv", [row(code) for code in codes]), folder)
    data = json.loads(made.files[f"tabel/{PLAN}.json"])
    found = [sub["kode"] for p in data["program"] for k in p["kegiatan"] for sub in k["sub_kegiatan"]]
    assert found == sorted(found)
    assert set(codes) <= set(found)


def test_rows_to_begin_with_leave(folder: Path, tmp_path: Path) -> None:
    starter = {
        "kode": "X.XX.01", "nama": "Nama program", "indikator": None,
        "kegiatan": [{"nama": "Nama kegiatan", "sub_kegiatan": [
            {"nama": "Nama sub kegiatan", "indikator": None, "lokasi": None, "target": None, "pagu": None,
             "sumber_dana": None, "target_maju": None, "pagu_maju": None}]}],
    }  # fmt: skip
    data = table(folder, PLAN)
    put(folder, PLAN, data | {"program": [*data["program"], starter]})
    made = run.plan_import(_csv(tmp_path / "a.csv", [NEW]), folder)
    after = json.loads(made.files[f"tabel/{PLAN}.json"])
    assert "Nama program" not in [program["nama"] for program in after["program"]]
    assert "hapus" in [change.kind for change in made.changes]


def test_a_folder_without_a_plan_gets_one(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    (folder / "tabel" / f"{PLAN}.json").unlink()
    for path in [*folder.glob("bab-*.json")]:
        data = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(_without_tables(data)), "utf-8")
    for path in folder.glob("tabel/*.json"):
        if json.loads(path.read_text("utf-8")).get("sumber") == PLAN:
            path.unlink()
    other = {key: str(value).replace("2.09.03", "2.09.02") for key, value in NEW.items()}
    made = run.plan_import(_csv(tmp_path / "a.csv", [NEW, other]), folder)
    data = json.loads(made.files[f"tabel/{PLAN}.json"])
    assert (data["jenis"], [program["kode"] for program in data["program"]]) == (PLAN, ["2.09.02", "2.09.03"])
    assert len(made.changes) == 6


@pytest.mark.parametrize("title", ["Program dan Kegiatan", "Rencana Kerja dan Pendanaan Dinas", "Lain-lain"])
def test_a_plan_that_begins_is_placed_or_told(tmp_path: Path, title: str) -> None:
    folder = lay_down(tmp_path)
    (folder / "tabel" / f"{PLAN}.json").unlink()
    for path in folder.glob("tabel/*.json"):
        if json.loads(path.read_text("utf-8")).get("sumber") == PLAN:
            path.unlink()
    for path in folder.glob("bab-*.json"):
        data = _without_tables(json.loads(path.read_text("utf-8")))
        path.write_text(json.dumps(_retitle(data, "Bagian", None if path.name != "bab-4.json" else title)), "utf-8")
    made = run.plan_import(_csv(tmp_path / "a.csv", [NEW]), folder)
    told = [note for note in made.export.notes if "Tabel rencana-program" in note]
    assert len(told) == 1
    placed = [name for name, text in made.files.items() if text and f'"tabel": "{PLAN}"' in text]
    if title == "Lain-lain":
        assert placed == []
        assert "tambahkan" in told[0]
    else:
        assert placed == ["bab-4.json"]
        assert title in told[0]
        assert len(made.choices) == 1, "the table and its place are taken together"


def _retitle(section: Any, title: str, chapter: str | None) -> Any:
    """A chapter called so, its sections by a name that says nothing."""
    below = [_retitle(one, title, title) for one in section.get("bagian", [])]
    return {**section, "judul": chapter or title, **({"bagian": below} if below else {})}


def _without_tables(data: Any) -> Any:
    """A chapter that speaks of no plan."""
    if isinstance(data, dict):
        return {key: _without_tables(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_tables(one) for one in data if not _speaks_of_plan(one)]
    return data


def _speaks_of_plan(one: Any) -> bool:
    if isinstance(one, str):
        return "rujuk(" in one or "pagu" in one
    return isinstance(one, dict) and one.get("tabel") in {PLAN, "review-rkpd"}


# What is told


def test_an_export_of_another_office_is_told(folder: Path, tmp_path: Path) -> None:
    made = run.plan_import(_csv(tmp_path / "a.csv", [NEW | {"nama_skpd": "Dinas Pangan"}]), folder)
    assert any("milik Dinas Pangan" in note for note in made.export.notes)


@given(
    amounts=st.lists(st.integers(0, 10**12), min_size=1, max_size=6), style=st.sampled_from(["angka", "Rp", "polos"])
)
@settings(max_examples=15, deadline=None)
def test_both_readings_of_the_sum_agree(
    tmp_path_factory: pytest.TempPathFactory, amounts: list[int], style: str
) -> None:
    place = tmp_path_factory.mktemp("baca")
    write = {"angka": indonesian.angka, "Rp": lambda one: f"Rp {indonesian.angka(one)},00", "polos": str}[style]
    rows = [
        NEW | {"kode_sub_giat": f"2.09.03.2.01.{n:04}", "nama_sub_giat": f"S {n}", "pagu": write(one)}
        for n, one in enumerate(amounts, 1)
    ]
    made = run.plan_import(_csv(place / "a.csv", rows), lay_down(place))
    [told] = [note for note in made.export.notes if "dibaca ulang" in note]
    assert "(cocok)" in told
    assert sum(sub["pagu"] for sub in _subs(made)) == sum(amounts)
