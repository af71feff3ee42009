"""Lists within a JSON export laid flat: rows stand below those that hold them, all other lists become cells."""

from __future__ import annotations

from typing import Any

import pytest

from renjadoc.sheets.sipd.nested import flatten_row, is_row, list_rows


def _rows(*rows: Any) -> list[Any]:
    return list(list_rows(list(rows)))


def test_rows_say_what_they_stand_below() -> None:
    sub = [{"kode": "1.01.01", "nama": "Sub A", "pagu": 5}, {"kode": "1.01.02", "nama": "Sub B", "pagu": 6}]
    giat = {"kode": "1.01", "nama": "Giat", "pagu": 11, "sub_kegiatan": sub}
    program = {"kode": "1", "nama": "Program", "pagu": 11, "skpd": "Dinas", "kegiatan": [giat]}
    above = {"kode_program": "1", "nama_program": "Program", "skpd": "Dinas"}
    below = {**above, "kode_giat": "1.01", "nama_giat": "Giat"}
    assert _rows(program) == [
        {**above, "pagu": 11},
        {**below, "pagu": 11},
        {**below, "kode_sub_giat": "1.01.01", "nama_sub_giat": "Sub A", "pagu": 5},
        {**below, "kode_sub_giat": "1.01.02", "nama_sub_giat": "Sub B", "pagu": 6},
    ]


@pytest.mark.parametrize(
    ("key", "is_level"),
    [
        ("nama_program", True), ("kode_giat", True), ("NAMA_SUB_GIAT", True), ("kdkegiatan", True),
        ("uraian_sub_kegiatan", True), ("program", True), ("nama_programs", False), ("nama", False), ("pagu", False),
    ],
)  # fmt: skip
def test_a_row_names_a_level(key: str, is_level: bool) -> None:
    assert is_row({key: "X", "pagu": 1}) == is_level
    assert not is_row({key: 5})


@pytest.mark.parametrize(
    "row",
    [
        {"kode_sub_giat": "1", "sub_kegiatan": [{"kode": "2", "nama": "B"}]},
        {"nama_giat": "A", "indikator": [{"kode": "2", "nama": "B"}]},
        {"nama_giat": "A", "sub_kegiatan": ["B"]},
        {"nama_giat": "A", "sub_kegiatan": []},
        "teks",
    ],
)
def test_a_list_of_no_lower_level_stays_in_its_row(row: Any) -> None:
    assert _rows(row) == [row]


@pytest.mark.parametrize(
    ("members", "level"),
    [
        ([{"nama_program": "P"}], "program"),
        ([{"nama_giat": "G", "nama_program": "P"}], "giat"),
        ([{"nama_sub_giat": "S", "nama_giat": "G"}], "sub_giat"),
    ],
)
def test_the_lowest_level_that_members_name_is_theirs(members: list[dict[str, str]], level: str) -> None:
    own, *below = _rows({"kode": "9", "data": members})
    up = {"program": "bidang_urusan", "giat": "program", "sub_giat": "giat"}[level]
    assert own == {f"kode_{up}": "9"}
    assert [{key: row[key] for key in members[0]} for row in below] == members


def test_lists_within_lists_end_somewhere() -> None:
    row: dict[str, Any] = {"kode": "1", "nama": "A"}
    for _ in range(9):
        row = {"kode": "1", "nama": "A", "kegiatan": [row]}
    assert len(_rows(row)) == 4


def test_other_lists_become_cells_of_lines() -> None:
    row = {
        "nama": "A",
        "kosong": [],
        "sumber": [" APBD ", None, "DAK", ""],
        "indikator": [{"tolok": "x", "target": 5}, {"tolok": "y", "nama": "z"}],
        "rinci": {"nama": "dalam"},
        "lokasi": [
            {"id": 7, "nama_kab": "Kab.  Contoh", "namakec": "Utara"}, {"kode": "K1"}, {"nama_kab": "Kab. Contoh"},
            {"nama_kab": "Kab. Contoh"},
        ],
    }  # fmt: skip
    assert flatten_row(row) == {
        "nama": "A",
        "sumber": "APBD\nDAK",
        "tolok": "x\ny",
        "target": "5",
        "indikator_nama": "z",
        "rinci_nama": "dalam",
        "lokasi": "Kab. Contoh, Utara\nK1\nKab. Contoh",
    }
