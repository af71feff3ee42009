"""What a year's step fills because the folder knows it: targets of its plan and of the Renstra, each listed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renjadoc.commands import gulir
from renjadoc.content import pointers
from renjadoc.content.folder import read_folder
from renjadoc.years.known import KnownCells, find_known
from renjadoc.years.rollover import Rolled, roll_folder
from tests.checks.examples import BASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "2027")
    return tmp_path / "2027"


def _read(folder: Path, name: str) -> Any:
    return json.loads((folder / "tabel" / f"{name}.json").read_text("utf-8"))


def _write(folder: Path, name: str, data: Any) -> None:
    (folder / "tabel" / f"{name}.json").write_text(json.dumps(data), "utf-8")


def _roll(folder: Path) -> Rolled:
    return roll_folder(folder, folder.with_name("2028"))


def _known_target(folder: Path, **plan: Any) -> Any:
    """What is known of the evaluation's first kegiatan, of a plan whose one kegiatan of its code has `plan`."""
    kegiatan = _read(folder, "evaluasi")["program"][0]["kegiatan"][0]
    data = _read(folder, "rencana-program")
    data["program"][1]["kegiatan"][0] |= {"kode": kegiatan["kode"], **plan}
    _write(folder, "rencana-program", data)
    found = _find(folder).get(("tabel/evaluasi.json", "/program/0/kegiatan/0/renja_n-1/target"))
    return found.value if found else None


def _find(folder: Path) -> KnownCells:
    read, _ = read_folder(folder)
    assert read is not None
    return find_known(read)


def test_the_plan_gives_the_target_of_the_running_year(folder: Path) -> None:
    assert _known_target(folder, target="35 koperasi", target_maju="36 koperasi") == "35 koperasi"


def test_a_kegiatan_with_one_sub_kegiatan_has_its_target(folder: Path) -> None:
    sub = _read(folder, "rencana-program")["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    assert _known_target(folder, sub_kegiatan=[sub | {"target": "40 koperasi"}]) == "40 koperasi"


def test_a_target_in_another_unit_is_of_another_indicator(folder: Path) -> None:
    assert _known_target(folder, target="80%", target_maju="82%") is None


def test_what_two_rows_say_otherwise_is_not_known(folder: Path) -> None:
    data = _read(folder, "rencana-program")
    twin = {**data["program"][1]["kegiatan"][0], "target": "1 kali", "target_maju": "1 kali"}
    data["program"][1]["kegiatan"].append({**twin, "kode": "2.17.03.2.01", "target": "2 kali"})
    _write(folder, "rencana-program", data)
    assert _known_target(folder, target="1 kali", target_maju="1 kali") is None


def test_the_renstra_gives_the_target_of_an_indicator(folder: Path) -> None:
    years = json.loads((folder / "dokumen.json").read_text("utf-8"))["renstra"]
    rolled = _roll(folder)
    [indicator] = [
        one for one in _read(rolled.target, "capaian-kinerja")["indikator"] if one["nama"] == "Koperasi sehat"
    ]
    targets = _read(folder, "target-renstra")["kelompok"][0]["isi"][0]["indikator"][0]["target"]
    wanted = targets[2027 - (years["awal"] - 1)]
    assert indicator["target"]["n-1"] == int(wanted.removesuffix("%")), "the column of units says % already"


def test_what_was_filled_is_listed_and_looked_at(folder: Path) -> None:
    rolled = _roll(folder)
    assert any("target Renstra Tahun 2027" in line for line in rolled.filled)
    assert any(look["alasan"].startswith("diisi dari target Renstra") for look in rolled.looks)
    said = "\n".join(gulir._summarize(rolled))
    assert "Tidak ditanyakan lagi, karena sudah diketahui" in said


def test_nothing_is_known_behind_the_end_of_the_renstra(folder: Path) -> None:
    path = folder / "dokumen.json"
    data = json.loads(path.read_text("utf-8"))
    data["renstra"] |= {"akhir": 2027, "awal": 2022}
    path.write_text(json.dumps(data), "utf-8")
    assert not any("Renstra" in one.why for one in _find(folder).values())


# The Renstra's targets of other tables


def _plan_of_koperasi(folder: Path, **cells: Any) -> dict[str, Any]:
    """The plan's second program, measured as the Renstra measures its goal; what next year's folder says of it."""
    data = _read(folder, "rencana-program")
    data["program"][1] |= {"indikator": "cakupan  Koperasi Sehat", "target": "57%", "target_maju": "60%", **cells}
    _write(folder, "rencana-program", data)
    made: dict[str, Any] = _read(_roll(folder).target, "rencana-program")["program"][1]
    return made


def _targets_of_renstra(folder: Path, year: int) -> list[Any]:
    """What the Renstra aims at in that year."""
    first = json.loads((folder / "dokumen.json").read_text("utf-8"))["renstra"]["awal"] - 1
    indicators = _read(folder, "target-renstra")["kelompok"][0]["isi"][0]["indikator"]
    return [one["target"][year - first] for one in indicators]


def test_the_renstra_gives_the_target_of_the_next_year_to_the_plan(folder: Path) -> None:
    made = _plan_of_koperasi(folder)
    assert (made["target"], made["target_maju"]) == ("60%", _targets_of_renstra(folder, 2029)[0])


def test_a_plan_that_looked_not_ahead_gets_both_targets(folder: Path) -> None:
    made = _plan_of_koperasi(folder, target_maju=None)
    assert [made["target"], made["target_maju"]] == [_targets_of_renstra(folder, year)[0] for year in (2028, 2029)]


def test_several_indicators_of_a_row_get_each_its_own(folder: Path) -> None:
    both = {"indikator": ["Cakupan koperasi sehat", "Usaha mikro naik kelas"], "target": ["57%", "26 usaha"]}
    made = _plan_of_koperasi(folder, **both, target_maju=["60%", "28 usaha"])
    share, number = _targets_of_renstra(folder, 2029)
    assert made["target_maju"] == [share, f"{number} usaha"]


@pytest.mark.parametrize("target", ["57 koperasi", ["57%", "1 kali"]])
def test_a_target_in_another_unit_is_not_the_renstras(folder: Path, target: Any) -> None:
    assert _plan_of_koperasi(folder, target=target)["target_maju"] is None


def test_indicators_of_the_office_get_the_targets_of_their_years(folder: Path) -> None:
    row = {
        "nama": "Cakupan Koperasi Sehat", "satuan": "%", "target_renstra": 65, "target_n-2": 50, "realisasi_n-2": 51,
        "prakiraan_n-1": 54, "target_n": 57, "target_n+1": 60,
    }  # fmt: skip
    _write(folder, "iku", {"jenis": "kinerja-urusan", "judul": ["IKU"], "indikator": [row]})
    [made] = _read(_roll(folder).target, "iku")["indikator"]
    wanted = [int(_targets_of_renstra(folder, year)[0].removesuffix("%")) for year in (2026, 2029)]
    assert [made["target_n-2"], made["target_n+1"]] == wanted
    assert made["target_n"] == 60


def test_a_row_that_says_percent_itself_goes_on_saying_it(folder: Path) -> None:
    row = {
        "nama": "Cakupan Koperasi Sehat", "satuan": "%", "target_renstra": "65%", "target_n-2": "50%",
        "realisasi_n-2": "51%", "prakiraan_n-1": "54%", "target_n": "57%", "target_n+1": "60%",
    }  # fmt: skip
    _write(folder, "iku", {"jenis": "kinerja-urusan", "judul": ["IKU"], "indikator": [row]})
    [made] = _read(_roll(folder).target, "iku")["indikator"]
    assert made["target_n+1"] == _targets_of_renstra(folder, 2029)[0]


def test_two_indicators_of_one_name_that_aim_elsewhere_are_not_known(folder: Path) -> None:
    data = _read(folder, "target-renstra")
    indicators = data["kelompok"][0]["isi"][0]["indikator"]
    indicators.append({**indicators[0], "target": ["1%"] * len(indicators[0]["target"])})
    _write(folder, "target-renstra", data)
    assert _plan_of_koperasi(folder)["target_maju"] is None


# Rows of the plan that the evaluation does not have


def test_new_rows_of_the_plan_enter_the_evaluation_with_their_targets(folder: Path) -> None:
    before = _read(folder, "evaluasi")["program"]
    rolled = _roll(folder)
    after = _read(rolled.target, "evaluasi")["program"]
    assert [one["kode"] for one in after] == [one["kode"] for one in before] + ["2.17.01", "2.17.07"]
    [kegiatan] = after[1]["kegiatan"]
    assert [one["renja_n-1"]["target"] for one in kegiatan["sub_kegiatan"]] == ["8 dokumen", "4 laporan"]
    [alone] = after[2]["kegiatan"]
    assert (alone["renja_n-1"], alone["indikator"]) == ({"target": "100 orang", "realisasi": None}, "Jumlah peserta")
    assert alone["renja_n-2"] == {"target": None, "realisasi": None}
    assert alone["realisasi_sd_n-2"] is None
    [line] = [line for line in rolled.filled if line.endswith(": 4 laporan (baru dalam rencana Tahun 2027)")]
    assert line.startswith("Tabel 2.1, Evaluasi Kinerja, kolom Target Renja Perangkat Daerah Tahun 2027  [tabel/eval")


def test_what_came_in_is_looked_at_where_it_stands(folder: Path) -> None:
    rolled = _roll(folder)
    looks = [look for look in rolled.looks if "baru dalam rencana" in look["alasan"]]
    table = _read(rolled.target, "evaluasi")
    assert len(looks) == 3
    assert all(pointers.value_at(table, look["letak"]) == look["nilai"] for look in looks)


def test_a_new_sub_kegiatan_comes_behind_those_of_its_kegiatan(folder: Path) -> None:
    data = _read(folder, "evaluasi")
    kegiatan = data["program"][0]["kegiatan"][0]
    sub = {**kegiatan, "kode": "2.17.03.2.01.0001", "nama": "Pemeriksaan"}
    kegiatan["sub_kegiatan"] = [sub]
    _write(folder, "evaluasi", data)
    plan = _read(folder, "rencana-program")
    row = plan["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    subs = [{**row, "kode": sub["kode"], "target": "100 koperasi"}]
    subs += [{**row, "kode": "2.17.03.2.01.0002", "nama": "Pembinaan", "target": "9 kali"}]
    known = {"kode": "2.17.03", "nama": "Program Pengawasan Koperasi", "indikator": "Koperasi"}
    plan["program"] = [
        {**known, "kegiatan": [{"kode": kegiatan["kode"], "nama": kegiatan["nama"], "sub_kegiatan": subs}]}
    ]
    _write(folder, "rencana-program", plan)
    [program] = _read(_roll(folder).target, "evaluasi")["program"]
    [after] = program["kegiatan"]
    assert [(one["nama"], one["renja_n-1"]["target"]) for one in after["sub_kegiatan"]] == [
        ("Pemeriksaan", "100 koperasi"), ("Pembinaan", "9 kali"),
    ]  # fmt: skip


def test_the_summed_realisation_is_listed(folder: Path) -> None:
    data = _read(folder, "evaluasi")
    data["bentuk"] = "permendagri-86"
    kegiatan = data["program"][0]["kegiatan"][0]
    kegiatan["realisasi_sd_n-3"] = "60 koperasi"
    del kegiatan["realisasi_sd_n-2"], kegiatan["target_n-2"]
    _write(folder, "evaluasi", data)
    rolled = _roll(folder)
    assert _read(rolled.target, "evaluasi")["program"][0]["kegiatan"][0]["realisasi_sd_n-3"] == "87 koperasi"
    [line] = [line for line in rolled.filled if "87 koperasi (kolom 5" in line]
    assert "Pemeriksaan Koperasi, kolom Realisasi Kinerja" in line


def _write_iku(folder: Path, **cells: Any) -> None:
    row: dict[str, Any] = {
        "nama": "Jumlah koperasi sehat", "satuan": "%", "target_renstra": 90, "target_n-2": 60, "realisasi_n-2": 61,
        "prakiraan_n-1": 65, "target_n": 70, "target_n+1": 75,
    }  # fmt: skip
    _write(folder, "iku", {"jenis": "kinerja-urusan", "judul": ["IKU"], "indikator": [row | cells]})


def test_the_target_of_a_year_is_kept_until_it_is_judged(folder: Path) -> None:
    _write_iku(folder)
    once = _roll(folder)
    [made] = _read(once.target, "iku")["indikator"]
    assert (made["target_n-1"], made["target_n-2"]) == (70, None)
    # Nobody sees it, and nobody has to look at it.
    assert not any("target_n-1" in look["letak"] for look in once.looks)
    twice = roll_folder(once.target, folder.with_name("2029"))
    [made] = _read(twice.target, "iku")["indikator"]
    assert (made["target_n-2"], made["target_n-1"]) == (70, 75)
    assert any(look["letak"].endswith("/target_n-2") for look in twice.looks)


def test_what_achievements_say_of_the_year_that_is_judged_is_not_asked_again(folder: Path) -> None:
    data = _read(folder, "capaian-kinerja")
    node = data["indikator"][0]
    node["target"]["n-1"], node["nama"] = 66, "Indeks koperasi sehat"
    _write(folder, "capaian-kinerja", data)
    _write_iku(folder, nama=node["nama"])
    rolled = _roll(folder)
    assert _read(rolled.target, "iku")["indikator"][0]["target_n-2"] == 66
    assert any("66 (target capaian kinerja Tahun 2026)" in said for said in rolled.filled)
