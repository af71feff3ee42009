"""Percentages of realisation against target, from cells as offices write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renjadoc.indonesian import bulatkan
from renjadoc.tables.quantities import Cell, cumulate, is_unmeasured, rata_rata, tingkat


@pytest.mark.parametrize(
    ("realisasi", "target", "percent"),
    [
        (25, 24, "104.17"),
        (Decimal("55.3"), 55, "100.55"),
        ("20 koperasi", "50 koperasi", "40"),
        ("1.000 masyarakat", "1.000 Masyarakat", "100"),
        (["25 label", "20 kemasan"], "45 paket kemasan dan label", "100"),
        (["10 sertifikat", "10 merek"], ["10 sertifikat", "20 merek"], "75"),
        (None, 5, None),
        (5, None, None),
        ("-", "5 unit", None),
        (5, 0, None),
        (["5 unit", "DD"], ["5 unit", "5 DD"], None),
    ],
)
def test_tingkat(realisasi: Cell, target: Cell, percent: str | None) -> None:
    found = tingkat(realisasi, target)
    assert (None if found is None else bulatkan(found)) == (None if percent is None else Decimal(percent))


@pytest.mark.parametrize(
    ("realisasi", "target", "higher", "lower"),
    [
        ("WTP", "wtp", "100", "100"),
        ("WDP", "WTP", None, None),
        ("n/a", "n/a", None, None),
        ("[[belum dinilai]]", "[[belum dinilai]]", None, None),
        ("1 : 1.000", "1 : 1.250", "125", "75"),
        ("1:20", "1:20", "100", "100"),
        ("1 : 0", "1 : 20", None, None),
        ("82", "80 - 85", "102.5", "103.53"),
        ("82%", "80%–85%", "102.5", "103.53"),
        ("12 hari", "10 - 15 hari", "120", "120"),
        ("BB (72)", "A (80)", "90", "110"),
        ("4,5%", "≤ 5%", "90", "110"),
        ("4,5%", "kurang dari 5%", "90", "110"),
        ("Rp1.200.000.000,-", "Rp1,5 M", "80", "120"),
        ("Rp750 rb", "Rp1,5 jt", "50", "150"),
        ("900 juta", "1,2 miliar", "75", "125"),
        ("-1,5%", "(2)%", "125", "75"),
        ("Level 2", "Level 4", "50", "150"),
        ("Nilai: 82,5", "75 (B)", "110", "90"),
        ("skor 4,5", "Indeks ≤ 5", "90", "110"),
        ("Nilai investasi 5", "5", None, None),
    ],
)
def test_what_is_no_plain_number_is_measured_in_both_directions(
    realisasi: Cell, target: Cell, higher: str | None, lower: str | None
) -> None:
    for found, percent in (
        (tingkat(realisasi, target), higher),
        (tingkat(realisasi, target, {"arah": "turun"}), lower),
    ):
        assert (None if found is None else bulatkan(found)) == (None if percent is None else Decimal(percent))


@pytest.mark.parametrize(
    ("realisasi", "target", "unmeasured"),
    [
        ("BB", "A (80,1)", True),
        ("82,5", "Predikat BB", True),
        ("Opini WTP", "6%", False),
        ("3 unit", "WTP", False),
        ("Sangat Baik", "85", True),
        ("tiga puluh orang", "30 orang", False),
        ("BB", None, False),
        ("[[BB]]", "80", False),
        ("", "BB", False),
        ("5 unit", "10 unit", False),
    ],
)
def test_a_rating_beside_a_value_has_no_percentage(realisasi: Cell, target: Cell, unmeasured: bool) -> None:
    assert is_unmeasured(realisasi, target) is unmeasured
    assert is_unmeasured(target, realisasi) is unmeasured


def test_levels_of_quarters_do_not_add_up() -> None:
    assert cumulate(("Level 2", "Level 3"), "Maturitas SPIP") == "Level 3"
    assert cumulate(("2 unit", "3 unit"), "Jumlah unit") == "5 unit"


def test_an_average_hides_no_gap() -> None:
    assert rata_rata([Decimal(100), Decimal(50)]) == 75
    assert rata_rata([Decimal(100), None]) is None
    assert rata_rata([]) is None
