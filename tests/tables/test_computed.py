"""Cells that nobody fills: sums, shares and differences of what is known; what is not known makes no figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.tables.computed import (
    Added,
    Average,
    Difference,
    Name,
    Number,
    Ratio,
    RenstraRatio,
    Share,
    Sum,
    add_known,
    sum_amounts,
)
from renjadoc.tables.layout import ANGKA, TEKS, Around, Entry

AROUND = Around({"singkatan": "Dinkop"}, {"Arsip": 40})
PAGU, REALISASI = Entry(("pagu",), ANGKA), Entry(("realisasi",), ANGKA)
TARGET, REACHED, INDICATOR = Entry(("target",), ANGKA), Entry(("capaian",), ANGKA), Entry(("nama",), TEKS)
_AMOUNTS = st.none() | st.integers(0, 10**12)


@settings(max_examples=25)
@given(st.lists(st.lists(_AMOUNTS, max_size=3), max_size=3))
def test_a_sum_is_of_all_rows_below(groups: list[list[int | None]]) -> None:
    rows = [{"nama": "K", "sub": [{"pagu": amount, "daftar": [{"pagu": 99}]} for amount in group]} for group in groups]
    known = [amount for group in groups for amount in group if amount is not None]
    data = {"judul": ["teks"], "kegiatan": rows}
    assert sum_amounts(data, "pagu") == (sum(known) if known else None) == Sum("pagu").value(data, AROUND, 1)
    assert add_known(amount for group in groups for amount in group) == (sum(known) if known else None)


@pytest.mark.parametrize(
    ("node", "share"),
    [
        ({"realisasi": 30, "pagu": 40}, 75), ({"realisasi": 0, "pagu": 40}, 0), ({"realisasi": 30, "pagu": 0}, None),
        ({"realisasi": None, "pagu": 40}, None), ({"realisasi": 30, "pagu": None}, None),
    ],
)  # fmt: skip
def test_a_share_needs_both_amounts(node: Any, share: int | None) -> None:
    found = Share("realisasi", "pagu", REALISASI, Sum("pagu")).value(node, AROUND, 1)
    assert found == (None if share is None else Decimal(share))
    assert Share("realisasi", "pagu", REALISASI, PAGU).find_whole(node, AROUND) == node["pagu"]


@pytest.mark.parametrize(
    ("node", "left"),
    [
        ({"pagu": 40, "realisasi": 30}, 10), ({"pagu": 40, "realisasi": None}, 40),
        ({"pagu": None, "realisasi": 30}, -30), ({"pagu": None, "realisasi": None}, None),
    ],
)  # fmt: skip
def test_a_difference_counts_what_is_not_known_as_nothing(node: Any, left: int | None) -> None:
    assert Difference("pagu", "realisasi", Sum("realisasi")).value(node, AROUND, 1) == left


def test_columns_together_need_the_one_that_matters() -> None:
    node = {"apbd": 5, "dak": None, "hibah": 7}
    assert Added(("apbd", "dak", "hibah")).value(node, AROUND, 1) == 12
    assert Added(("apbd", "hibah"), needs="apbd").value(node, AROUND, 1) == 12
    assert Added(("apbd", "hibah"), needs="dak").value(node, AROUND, 1) is None
    assert Added(("dak",)).value(node, AROUND, 1) is None


def test_a_mean_hides_no_gap() -> None:
    rows = [{"target": 50, "capaian": 40, "nama": "Arsip"}, {"target": 50, "capaian": 50, "nama": "Lain"}]
    average = Average("tingkat", "baris", Ratio("capaian", "target", REACHED, TARGET))
    assert average.value({"baris": rows}, AROUND, 1) == 90
    assert average.parts({"baris": rows}, AROUND) == [80, 100]
    assert average.value({"baris": [*rows, {"target": None, "capaian": 5}]}, AROUND, 1) is None
    of_renstra = RenstraRatio("capaian", REACHED, "nama", INDICATOR)
    assert [of_renstra.value(row, AROUND, 1) for row in rows] == [100, None]
    assert of_renstra.value({"capaian": 5, "nama": None}, AROUND, 1) is None


def test_numbers_and_names_are_those_around() -> None:
    assert (Number("nama").value({}, AROUND, 7), Name("singkatan").value({}, AROUND, 7)) == (7, "Dinkop")
