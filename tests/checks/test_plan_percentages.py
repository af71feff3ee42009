"""Percentages beside money of the plan: which of them are a program's share, or a growth, and what they should be."""

from __future__ import annotations

import pytest

from renjadoc.checks.rules.sentences_and_tables.plan_percentages import (
    _Budgets,
    _find_change,
    _find_growth_of_whole,
    _find_rounded_share,
    _find_share,
)
from renjadoc.checks.stated import list_figures

BUDGETS = _Budgets(425_000_000, 445_000_000, frozenset({375_000_000, 50_000_000}), ((30_000_000, 240_000_000),))
_COMPARED = "Dibandingkan dengan anggaran Tahun 2026, pagu tersebut"


@pytest.mark.parametrize(
    ("find", "sentence", "right"),
    [
        (_find_share, "Program Penunjang Rp375.000.000 (84,05%).", "88,24%"),
        (_find_share, "Program Penunjang Rp375.000.000 (88,24%).", ""),
        (_find_share, "Program Penunjang Rp350.000.000 (84,05%).", ""),
        (_find_rounded_share, "Pagu bagi program penunjang, yaitu Rp375 juta atau 84,05%, adalah terbesar.", "88,24%"),
        (_find_rounded_share, "Pagu bagi program penunjang, yaitu Rp375 juta atau 88,24%, adalah terbesar.", ""),
        (_find_rounded_share, "Pagu bagi program penunjang, yaitu Rp370 juta atau 84,05%, adalah terbesar.", ""),
        (_find_rounded_share, "Pagu bagi program penunjang naik Rp375 juta atau 84,05%.", ""),
        (_find_rounded_share, "Pagu bagi program penunjang Rp375 juta atau 84,05% dari kebutuhan.", ""),
        (_find_rounded_share, "Biaya penunjang Rp375 juta atau 84,05%.", ""),
        (_find_growth_of_whole, f"{_COMPARED} bertambah Rp25.000.000 atau 6,77%.", "6,25%"),
        (_find_growth_of_whole, f"{_COMPARED} bertambah Rp25.000.000 atau 6,25%.", ""),
        (_find_growth_of_whole, f"{_COMPARED} berkurang Rp25.000.000 atau 6,25%.", "5,56%"),
        (_find_growth_of_whole, f"{_COMPARED} bertambah Rp25.000.000 atau 9,26%.", ""),
        (_find_growth_of_whole, f"{_COMPARED} bertambah Rp425.000.000 atau 3%.", ""),
        (_find_growth_of_whole, "Pagu tersebut bertambah Rp25.000.000 atau 6,77%.", ""),
        (_find_change, "Karena itu pagunya naik Rp30.000.000 atau 10%.", "12,5%"),
        (_find_change, "Karena itu pagunya naik Rp30.000.000 atau 12,5%.", ""),
    ],
)
def test_a_percentage_beside_money(find: object, sentence: str, right: str) -> None:
    assert callable(find)
    found = find(sentence, tuple(list_figures(sentence)), BUDGETS)
    assert (found.message.split()[-1] if found else "") == right
