"""Sources of funds are known by all of their names; what the list does not know stays as it is written."""

from __future__ import annotations

import pytest

from renjadoc import resources
from renjadoc.funds import identify_funds, is_same_fund, list_names, list_shorts, name_funds


@pytest.mark.parametrize(
    ("written", "funds"),
    [
        ("DAU", ("DAU",)),
        ("Dana Transfer Umum- Dana Alokasi Umum (DAU)", ("DAU",)),
        ("[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)", ("PAD",)),
        ("Dana Transfer Khusus-Dana Alokasi Khusus (DAK) Non Fisik", ("DAK Nonfisik",)),
        ("DBH Cukai Hasil Tembakau (CHT)", ("DBHCHT",)),
        ("Anggaran Pendapatan dan Belanja Daerah", ("APBD",)),
        ("PAD; Dana Alokasi Umum", ("DAU", "PAD")),
        ("DAU dan PAD", ("DAU", "PAD")),
        ("DAU (earmark)", ("dau (earmark)",)),
        ("DAU; Dana Lain", ("dau; dana lain",)),
        ("", ("",)),
    ],
)
def test_funds_of_a_cell(written: str, funds: tuple[str, ...]) -> None:
    assert identify_funds(written) == funds


def test_what_is_not_known_has_no_short_name() -> None:
    assert name_funds(identify_funds("pad, Dana Alokasi Umum")) == "DAU, PAD"
    assert name_funds(identify_funds("Dana Lain")) == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("DAU", "DANA TRANSFER UMUM-DANA ALOKASI UMUM", True),
        ("Pendapatan Asli Daerah (PAD)", "PAD", True),
        ("dau", "DAU", True),
        ("DAU, PAD", "Pendapatan Asli Daerah; DAU", True),
        ("DAK", "Dana Transfer Khusus-Dana Alokasi Khusus Fisik", True),
        ("DAU", "DAK", False),
        ("DD", "Alokasi Dana Desa", False),
        ("Dana Alokasi Khusus Fisik", "Dana Alokasi Khusus Non Fisik", False),
        ("APBD", "DAU", False),
    ],
)
def test_names_of_one_fund(one: str, other: str, same: bool) -> None:
    assert is_same_fund(one, other) is same
    assert is_same_fund(other, one) is same


def test_no_name_of_the_list_is_that_of_two_funds() -> None:
    names = [name for short in list_shorts() for name in list_names(short)]
    assert len(names) == len(set(names))
    for short in list_shorts():
        assert {identify_funds(name) for name in list_names(short)} == {(short,)}
    listed = resources.read_data("sumber-dana.json")
    assert {one["keyakinan"] for one in listed["dana"]} <= {"dilihat", "disimpulkan", "ingatan"}
