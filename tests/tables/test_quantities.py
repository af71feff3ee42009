"""Percentages of realisation against target, from cells as offices write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renjadoc.indonesian import bulatkan
from renjadoc.tables.quantities import Cell, rata_rata, tingkat


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


def test_an_average_hides_no_gap() -> None:
    assert rata_rata([Decimal(100), Decimal(50)]) == 75
    assert rata_rata([Decimal(100), None]) is None
    assert rata_rata([]) is None
