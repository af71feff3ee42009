"""Indonesian numbers, money and dates: against Babel where it is right, and both ways."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from renjadoc import indonesian

AMOUNTS = st.integers(-(10**15), 10**15)


@given(AMOUNTS)
def test_angka_says_what_babel_says(value: int) -> None:
    assert indonesian.angka(value) == format_decimal(value, locale="id_ID")


@given(st.decimals(-(10**12), 10**12, places=3))
def test_angka_says_digits_as_they_are(value: Decimal) -> None:
    """As Babel says them, with the zeros that were written."""
    said = indonesian.angka(value)
    babel = format_decimal(value, locale="id_ID", decimal_quantization=False)
    assert said == babel + said[len(babel) :]
    assert said[len(babel) :].strip(",0") == ""
    assert len(said.partition(",")[2]) == 3


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("85.50", "85,50"),
        ("1E+3", "1.000"),
        ("-1234.5", "-1.234,5"),
        ("1234567890123456789012345678.5", "1.234.567.890.123.456.789.012.345.678,5"),
    ],
)
def test_angka_of_a_decimal(value: str, shown: str) -> None:
    assert indonesian.angka(Decimal(value)) == shown


def test_a_number_of_a_hundred_thousand_digits_is_said_at_once() -> None:
    assert len(indonesian.angka(Decimal("1E+100000"))) == 133_334


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


DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def _number_of(words: str) -> int:
    """The number that Indonesian words say, read from left to right."""
    total = group = last = 0
    for word in words.split():
        if word in SCALES:
            total, group, last = total + (group + last) * SCALES[word], 0, 0
        elif word == "seribu":
            total += 1000
        elif word in {"puluh", "ratus"}:
            group, last = group + last * {"puluh": 10, "ratus": 100}[word], 0
        elif word in {"sepuluh", "sebelas", "seratus"}:
            group += {"sepuluh": 10, "sebelas": 11, "seratus": 100}[word]
        elif word == "belas":
            group, last = group + 10 + last, 0
        else:
            last = DIGITS.index(word)
    return total + group + last


#: Numbers of which groups are 0, 1 or anything, so that `seribu` stands in every place.
GROUPS = st.lists(st.sampled_from([0, 1, 11, 100, 101]) | st.integers(0, 999), min_size=1, max_size=5)
WRITTEN_OUT = GROUPS.map(lambda groups: sum(group * 1000**place for place, group in enumerate(groups)))


@given(WRITTEN_OUT)
def test_terbilang_reads_back_and_says_seribu(value: int) -> None:
    said = indonesian.terbilang(value)
    assert _number_of(said) == value
    assert re.search(r"satu (?:puluh|belas|ratus)|(?:^|juta|miliar|triliun) ?satu ribu", said) is None


def test_terbilang_of_a_thousand_behind_a_million() -> None:
    assert indonesian.terbilang(1_001_000) == "satu juta seribu"
    assert indonesian.terbilang(21_000) == "dua puluh satu ribu"
    assert indonesian.terbilang(101_001) == "seratus satu ribu satu"


@pytest.mark.parametrize("value", ["3", Decimal(3), 2.5, None])
def test_only_whole_numbers_are_written_out(value: object) -> None:
    with pytest.raises(TypeError):
        indonesian.terbilang(value)  # type: ignore[arg-type]


def test_words() -> None:
    assert indonesian.bilangan(7) == "7 (tujuh)"
    assert indonesian.urutan(1) == "pertama"
    assert indonesian.urutan(5) == "kelima"
    assert [indonesian.romawi(n) for n in (1, 4, 9, 14, 1994, 3999)] == ["I", "IV", "IX", "XIV", "MCMXCIV", "MMMCMXCIX"]
    for beyond in (0, 4000, 10**30):
        with pytest.raises(ValueError, match="dari 1 sampai 3999"):
            indonesian.romawi(beyond)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("program dan kegiatan", "Program dan Kegiatan"),
        ("DINAS KOPERASI DAN USAHA KECIL", "Dinas Koperasi dan Usaha Kecil"),
        ("dari desa ke kota", "Dari Desa ke Kota"),
        ("pelatihan UMKM di desa", "Pelatihan UMKM di Desa"),
        ("kecamatan/kapanewon", "Kecamatan/Kapanewon"),
        ("", ""),
    ],
)
def test_titles_write_joining_words_small(text: str, title: str) -> None:
    assert indonesian.judul(text) == title
