"""Indonesian numbers, money and dates: against Babel where it is right, and both ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from renjadoc import indonesian

AMOUNTS = st.integers(-(10**15), 10**15)


@given(AMOUNTS)
def test_angka_says_what_babel_says(value: int) -> None:
    assert indonesian.angka(value) == format_decimal(value, locale="id_ID")


@given(st.integers(0, 10**15))
def test_rupiah_says_what_babel_says(value: int) -> None:
    pattern = "\u00a4#,##0"
    assert indonesian.rupiah(value) == format_currency(value, "IDR", pattern, locale="id_ID", currency_digits=False)


def test_rupiah_of_a_negative_amount() -> None:
    assert indonesian.rupiah(-1500) == "-Rp1.500"


@given(st.dates(date(1000, 1, 1)))
def test_tanggal_says_what_babel_says_and_reads_back(value: date) -> None:
    assert indonesian.tanggal(value) == format_date(value, "d MMMM yyyy", locale="id_ID")
    assert indonesian.baca_tanggal(indonesian.tanggal(value)) == value


@pytest.mark.parametrize("text", ["31 Februari 2021", "3 Jan 2021", "2021-01-03", "", "3 Januari"])
def test_baca_tanggal_refuses(text: str) -> None:
    assert indonesian.baca_tanggal(text) is None


@given(st.decimals(-(10**9), 10**9, places=2) | AMOUNTS)
def test_a_number_reads_back(value: Decimal | int) -> None:
    assert indonesian.baca_angka(indonesian.angka(value)) == value


@pytest.mark.parametrize("text", ["85.28", "1.00", "1,000.5", "12a", "", "1..000", "1.0000"])
def test_baca_angka_never_guesses(text: str) -> None:
    assert indonesian.baca_angka(text) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("102.5", "102,5%"),
        ("104.1666", "104,17%"),
        ("100", "100%"),
        ("0.005", "0,01%"),
        ("40", "40%"),
        ("1000", "1.000%"),
    ],
)
def test_persen(value: str, shown: str) -> None:
    assert indonesian.persen(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.000 masyarakat", (Decimal(1000), "masyarakat")),
        ("57%", (Decimal(57), "%")),
        ("0,0019", (Decimal("0.0019"), "")),
        ("-", None),
        ("DD = 150", None),
        ("85.28 persen", None),
    ],
)
def test_baca_jumlah(text: str, read: tuple[Decimal, str] | None) -> None:
    assert indonesian.baca_jumlah(text) == read


@given(st.integers(0, 2500) | st.integers(0, 10**15))
def test_terbilang_says_what_num2words_says(value: int) -> None:
    assert indonesian.terbilang(value) == num2words(value, lang="id")


def test_words() -> None:
    assert indonesian.bilangan(7) == "7 (tujuh)"
    assert indonesian.urutan(1) == "pertama"
    assert indonesian.urutan(5) == "kelima"
    assert [indonesian.romawi(n) for n in (1, 4, 9, 14, 1994, 3999)] == ["I", "IV", "IX", "XIV", "MCMXCIV", "MMMCMXCIX"]
    for beyond in (0, 4000, 10**30):
        with pytest.raises(ValueError, match="dari 1 sampai 3999"):
            indonesian.romawi(beyond)
