"""The second reading of amounts: digits of the cells, whatever marks stand between them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renjadoc.sheets.sipd.reread import _read_digits


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("75.000.000,00", 75_000_000), ("75,000,000.00", 75_000_000), ("75.000.000", 75_000_000), ("1.500", 1_500),
        ("1500,5", 1_500), ("Rp 5.000.000,-", 5_000_000), ("5.000.000.--", 5_000_000), (" 12 ", 12), ("", 0), ("-", 0),
        (None, 0), (75_000_000, 75_000_000), (0.5 + 75, 76), (Decimal("75.49"), 75), (0, 0),
    ],
)  # fmt: skip
def test_an_amount_is_what_its_digits_say(cell: object, amount: int) -> None:
    assert _read_digits(cell) == amount
