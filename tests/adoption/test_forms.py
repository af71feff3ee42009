"""A document in the forms of Permendagri 14/2026 taken over: each table becomes what it was made from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.adoption.adopt import adopt
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.tables import old
from renjadoc.tables.kinds import KINDS
from renjadoc.tables.rencana_program.old_priorities import is_priorities, read_priorities
from renjadoc.tables.review_rkpd.old_sides import read_two_sided
from tests.adoption.paper import TODAY
from tests.conftest import ROOT

SIDES = [
    "No", *(f"Rancangan Awal RKPD / {head}" for head in ("Program/Kegiatan", "Lokasi", "Indikator", "Target", "Pagu")),
    *(f"Hasil Analisis Kebutuhan / {head}" for head in ("Program/Kegiatan", "Lokasi", "Indikator", "Target", "Dana")),
    "Catatan Penting",
]  # fmt: skip


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bentuk")
    made = make_document(DocumentOrder(ROOT / "content" / "2027", place / "renja.docx", page_numbers=False))
    adopt(made.docx, place / "isi", TODAY)
    return place / "isi"


def read_tables(folder: Path) -> dict[tuple[str, str | None], Any]:
    datas = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "tabel").glob("*.json"))]
    return {(data["jenis"], data.get("bentuk")): data for data in datas}


def test_every_form_is_known_again(adopted: Path) -> None:
    found = read_tables(adopted)
    assert found.keys() >= {
        ("rencana-program", "permendagri-14"), ("review-rkpd", "permendagri-86"), ("evaluasi", "permendagri-86"),
        ("usulan-masyarakat", "permendagri-86"), ("kinerja-urusan", None), ("kinerja-urusan", "evaluasi"),
        ("kinerja-urusan", "spm"),
    }  # fmt: skip


def test_the_plan_says_what_it_said(adopted: Path) -> None:
    before = json.loads((ROOT / "content" / "2027" / "tabel" / "rencana-program.json").read_text("utf-8"))
    after = read_tables(adopted)["rencana-program", "permendagri-14"]
    one, other = (data["program"][2]["kegiatan"][0]["sub_kegiatan"][0] for data in (before, after))
    lost = {"catatan", "tag"}  # Tabel 4.1 does not print them.
    assert {key: value for key, value in one.items() if key not in lost} == other
    assert after["program"][2]["outcome"] == before["program"][2]["outcome"]


def test_a_coded_plan_of_ten_columns_is_tc33() -> None:
    heads = ["Kode", "Urusan/Program/Kegiatan/Sub Kegiatan", "Indikator", "Rencana / Lokasi", "Rencana / Target",
             "Rencana / Pagu", "Rencana / Sumber Dana", "Catatan Penting", "Prakiraan Maju / Target",
             "Prakiraan Maju / Pagu"]  # fmt: skip
    cells = ["Jumlah", "Kota", "1 unit", "10", "DAU", "Catatan", "2 unit", "20"]
    rows = [
        ["2.17", "Urusan Koperasi", "", "", "", "10", "", "", "", "20"],
        ["2.17.05", "Program A", "Nilai", "", "80", "10", "", "", "90", "20"],
        ["2.17.05.2.01", "Kegiatan", "", "", "", "10", "", "", "", "20"],
        ["2.17.05.2.01.0001", "Sub", *cells],
    ]
    data = KINDS["rencana-program"].read_old(old.TextTable(heads, rows)).data  # type: ignore[misc]
    assert (data["bentuk"], "cetak_kode" in data) == ("permendagri-86", False)
    [sub] = data["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert (sub["kode"], sub["pagu"], sub["catatan"]) == ("2.17.05.2.01.0001", 10, "Catatan")


def test_only_differences_are_taken_from_the_two_sides() -> None:
    rows = [
        ["", "Dinas", "", "", "", "100", "Dinas", "", "", "", "150", ""],
        ["1", "Program A", "", "", "", "100", "Program A", "", "", "", "150", ""],
        ["1.1", "Sub", "Kota", "Jumlah", "1 unit", "100", "Sub", "Kota", "Jumlah", "2 unit", "150", "Ditambah"],
        ["1.2", "Lama", "Kota", "Jumlah", "1 unit", "0", "-", "-", "-", "-", "0", "Dihapus"],
    ]
    built = read_two_sided(old.TextTable(SIDES, rows), "rencana-program")
    assert built.data["perbedaan"] == [
        {"nama": "Sub", "target": "1 unit", "pagu": 100, "catatan": "Ditambah"},
        {"nama": "Lama", "lokasi": "Kota", "indikator": "Jumlah", "target": "1 unit", "catatan": "Dihapus"},
    ]


def test_who_answers_for_some_rows_only_stays_there() -> None:
    heads = ["No", "Kode", "Urusan/Program/Outcome", "Indikator", "Target Akhir Renstra", "Realisasi", "Prakiraan",
             "Capaian 2027 / Target", "Capaian 2027 / Pagu Indikatif", "Capaian 2027 / Lokasi",
             "Capaian 2027 / Sumber Dana", "Capaian 2027 / Prioritas / Nasional", "Capaian 2027 / Prioritas / Daerah",
             "Kelompok Sasaran", "Prakiraan Maju / Target", "Prakiraan Maju / Pagu Indikatif",
             "Perangkat Daerah Penanggung Jawab"]  # fmt: skip
    sub = ["2 unit", "10", "Kota", "DAU", "PN 1", "PD 2", "Warga", "3 unit", "20"]
    rows = [
        ["1", "2.17.05", "Program A", "", *[""] * 4, "10", *[""] * 6, "20", "Dinkop"],
        ["", "", "Koperasi sehat", "Nilai", "90", "80", "85", "86", *[""] * 6, "88", "", ""],
        ["1.1", "2.17.05.2.01", "Kegiatan", "", *[""] * 4, "10", *[""] * 6, "20", "Dinkop"],
        ["1.1.1", "2.17.05.2.01.0001", "Sub", "Jumlah", "9 unit", "1 unit", "1 unit", *sub, "Bappeda"],
    ]
    table = old.TextTable(heads, rows)
    assert is_priorities(table)
    program = read_priorities(table).data["program"][0]
    assert (program["outcome"], program["target"], program["target_renstra"]) == ("Koperasi sehat", 86, 90)
    [made] = program["kegiatan"][0]["sub_kegiatan"]
    assert (made["penanggung_jawab"], made["pagu"], made["pagu_maju"]) == ("Bappeda", 10, 20)
    assert (made["prioritas_nasional"], made["kelompok_sasaran"], made["realisasi_n-2"]) == ("PN 1", "Warga", "1 unit")


def test_what_stands_beside_an_output_is_its_sub_kegiatan_s() -> None:
    heads = ["No", "Kode", "Urusan/Program/Outcome", "Indikator", "Target Akhir Renstra", "Realisasi", "Prakiraan",
             "Capaian 2027 / Target", "Capaian 2027 / Pagu Indikatif", "Capaian 2027 / Lokasi",
             "Capaian 2027 / Sumber Dana", "Capaian 2027 / Prioritas / Nasional", "Capaian 2027 / Prioritas / Daerah",
             "Kelompok Sasaran", "Prakiraan Maju / Target", "Prakiraan Maju / Pagu Indikatif",
             "Perangkat Daerah Penanggung Jawab"]  # fmt: skip
    output = ["", "", "Rambu terpasang", "Jumlah", "9 unit", "1 unit", "1 unit", "2 unit", "", "Kota", "DAU", "PN 1",
              "PD 2", "Warga", "3 unit", "", "Dishub"]  # fmt: skip
    rows = [
        ["1", "2.15.02", "Program A", "Angka", "3", "9", "8", "7", "10", *[""] * 5, "6", "20", "Dishub"],
        ["1.1", "2.15.02.2.02", "Kegiatan", "", *[""] * 4, "10", *[""] * 6, "20", "Dishub"],
        ["1.1.1", "2.15.02.2.02.0001", "Sub", *[""] * 5, "10", *[""] * 6, "20", ""],
    ]
    [program] = read_priorities(old.TextTable(heads, [*rows, output])).data["program"]
    [sub] = program["kegiatan"][0]["sub_kegiatan"]
    assert (sub["output"], sub["indikator"], sub["target"], sub["lokasi"]) == (
        "Rambu terpasang",
        "Jumlah",
        "2 unit",
        "Kota",
    )
    assert (sub["sumber_dana"], sub["prioritas_nasional"], sub["pagu"]) == ("DAU", "PN 1", 10)
    with pytest.raises(old.Unfit):
        read_priorities(old.TextTable(heads, [*rows, [*output[:8], "10", *output[9:]]]))
