"""Percentages of one column share their decimals; what people entered is printed as it was entered."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renjadoc.span import Carried, CarriedDecimal
from renjadoc.word.templates.environment import make_filters
from renjadoc.word.writing.decimals import align_percentages

_PRINT = make_filters("Terbuka", lambda text: [])["persen_polos"]


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([Decimal("97.3"), 100, Decimal("88.25")], ["97,30", "100,00", "88,25"]),
        ([Decimal(100), Decimal("100.000")], ["100", "100"]),
        ([Decimal(1) / 3 * 100, "-", 50], ["33,33", "-", "50,00"]),
        ([Decimal("12.5"), 100], ["12,5", "100,0"]),
        ([Decimal("1E+2"), Decimal("97.3")], ["100,0", "97,3"]),
    ],
)
def test_a_column_has_as_many_decimals_as_its_longest(values: list[object], shown: list[str]) -> None:
    rows = align_percentages([{"jenis": "indikator", "renja_n2_persen": value} for value in values])
    assert [_PRINT(row["renja_n2_persen"]) for row in rows] == shown


def test_columns_are_apart_and_entered_figures_stay() -> None:
    first = {"jenis": "a", "persen": Decimal("1.25"), "target": Decimal("97.300"), "nama": "x"}
    second = {"jenis": "b", "persen": 2, "persen_renstra": 3}
    rows = align_percentages([first, second, {"jenis": "c"}])
    assert list(rows) == [
        first,
        {"jenis": "b", "persen": Decimal("2.00"), "persen_renstra": Decimal(3)},
        {"jenis": "c"},
    ]
    assert [str(rows[0]["target"]), str(rows[1]["persen"])] == ["97.300", "2.00"]


def test_what_was_taken_over_still_says_so() -> None:
    rows = align_percentages([{"persen": CarriedDecimal("97.3")}, {"persen": Decimal("1.25")}, {"persen": None}])
    assert isinstance(rows[0]["persen"], Carried)
    assert str(rows[0]["persen"]) == "97.30"
    assert rows[2] == {"persen": None}
