"""A value in a cell and back: what is shown reads as the value that it was, and what offices type is what they mean."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.sheets.excel.values import (
    EMPTY,
    MAX_TEXT,
    Cell,
    Unreadable,
    is_same,
    needs_mark,
    read_value,
    show_value,
    write_value,
)
from renjadoc.tables.layout import BULAT, KODE, SEL, TEKS, UANG

_WORDS = st.lists(st.text(st.sampled_from("ab1.,%-()\\= "), min_size=1, max_size=6), min_size=1, max_size=3)
_VALUES = st.integers(-(10**17), 10**17) | st.decimals(-(10**9), 10**9, places=2) | _WORDS.map(" ".join).map(str.strip)


@settings(max_examples=30)
@given(_VALUES)
def test_what_is_shown_reads_as_it_was(value: Any) -> None:
    shown = show_value(value)
    cell = Cell(shown, marked=needs_mark(shown) or isinstance(value, str))
    assert is_same(cell, value)
    if not isinstance(value, str) and abs(value) < 10**15:
        assert read_value(Cell(shown), SEL) == value
    elif isinstance(value, str) and value != EMPTY:
        assert read_value(cell, SEL) == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None), (True, None), ("", EMPTY), (EMPTY, f"\\{EMPTY}"), (5, 5), (Decimal("2.5"), 2.5),
        (10**15, "1.000.000.000.000.000"), (["a", "b"], "a\nb"), (10**15 - 1, 10**15 - 1),
    ],
)  # fmt: skip
def test_what_a_cell_shows(value: Any, shown: Any) -> None:
    assert show_value(value) == shown


def test_a_very_long_text_is_cut_and_says_so() -> None:
    assert show_value("a" * MAX_TEXT) == "a" * MAX_TEXT
    cut = show_value("a" * (MAX_TEXT + 1))
    assert isinstance(cut, str)
    assert (len(cut), cut.startswith("aaa"), "terpotong" in cut) == (MAX_TEXT, True, True)


@pytest.mark.parametrize(
    ("cell", "value", "same"),
    [
        (Cell(None), None, True), (Cell("  "), None, True), (Cell(0), None, False), (Cell("x"), "x ", True),
        (Cell("a\r\nb"), ["a", "b"], True), (Cell("a_x000D_\nb"), "a\n\nb", True), (Cell(5.0), 5, True),
        (Cell(0.1 + 0.2), Decimal("0.3"), True), (Cell(5, percent=True), 5, False), (Cell("5"), 5, False),
        (Cell(None, formula=True), None, False), (Cell(broken="#REF!"), None, False), (Cell(None), "", False),
    ],
)  # fmt: skip
def test_a_cell_that_nobody_touched_is_the_same(cell: Cell, value: Any, same: bool) -> None:
    assert is_same(cell, value) == same


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.000.000", 1_000_000), ("Rp 1.000.000,00", 1_000_000), ("Rp. 100.000", 100_000), ("100.000.000,-", 10**8),
        ("1,5 juta", 1_500_000), ("2 M", None), ("2 miliar", 2 * 10**9), ("500 rb", 500_000), ("1,000,000.00", 10**6),
        ("1,000,000", 10**6), ("1,000", None), ("12345.50", None), ("12345.00", 12_345), ("IDR 5.000 rupiah", 5_000),
        ("-", 0), ("nihil", 0), ("-5.000", None), ("lima", None), ("5.00", 5), (5000.004, 5_000), (5000.5, None),
        (10**15, None), (0, 0), (10**15 - 1, 10**15 - 1), ("1.5", None), ("x" * 300, None),
    ],
)  # fmt: skip
def test_amounts_as_offices_type_them(typed: Any, amount: int | None) -> None:
    if amount is None:
        with pytest.raises(Unreadable) as refused:
            read_value(Cell(typed), UANG)
        assert refused.value.message
        assert refused.value.hint
    else:
        assert read_value(Cell(typed), UANG) == amount


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Cell("12,5"), Decimal("12.5")), (Cell("1.250"), 1250), (Cell("007"), "007"), (Cell("12", marked=True), "12"),
        (Cell(0.95, percent=True), "95%"), (Cell(2.5, decimals=2), Decimal("2.50")),
        (Cell(2.123, decimals=2), Decimal("2.123")),
        (Cell(2.0, decimals=9), 2), (Cell(2.0, decimals=1), Decimal("2.0")),
        (Cell("a\n\n b "), ["a", "b"]), (Cell(f"\\{EMPTY}"), EMPTY), (Cell(EMPTY), ""),
        (Cell("1,250,000"), 1_250_000), (Cell("35 koperasi"), "35 koperasi"), (Cell("97,125%"), "97,125%"),
    ],
)  # fmt: skip
def test_a_mixed_cell_is_a_number_a_text_or_lines(cell: Cell, value: Any) -> None:
    found = read_value(cell, SEL)
    assert (found, str(found)) == (value, str(value))


@pytest.mark.parametrize(
    ("cell", "kind", "said"),
    [
        (Cell("55,701"), SEL, "lebih dari satu cara"), (Cell("1,250 orang"), SEL, "lebih dari satu cara"),
        (Cell(datetime(2027, 2, 1)), SEL, "1 Februari 2027"), (Cell(time(8, 30)), TEKS, "08:30:00"),
        (Cell(True), SEL, "BENAR atau SALAH"), (Cell(broken="#REF!"), UANG, "#REF!"),
        (Cell(None, formula=True), UANG, "tidak tersimpan"), (Cell(""), TEKS, "tidak boleh kosong"),
        (Cell(EMPTY), TEKS, "tidak boleh kosong"), (Cell(10**15), SEL, "15 angka"),
        (Cell(float("inf")), SEL, "bukan angka"),
        (Cell(0.5, percent=True), UANG, "persen"), (Cell("0"), BULAT, "bukan nomor"), (Cell(1.5), BULAT, "bukan nomor"),
        (Cell(2.17), KODE, "pecahan"), (Cell("2.17.A"), KODE, "bukan kode"),
    ],
)  # fmt: skip
def test_what_is_no_value_of_its_column_is_told(cell: Cell, kind: Any, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_value(cell, kind)
    assert said in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        (Cell("  Dinas   Koperasi \n"), TEKS, "Dinas Koperasi"), (Cell(2027), TEKS, "2.027"), (Cell("3"), BULAT, 3),
        (Cell("2.17.05."), KODE, "2.17.05"), (Cell("X.XX.01"), KODE, "X.XX.01"), (Cell(2.0), KODE, "2"),
        (Cell(" "), SEL, SEL.blank),
    ],
)  # fmt: skip
def test_texts_numbers_and_codes(cell: Cell, kind: Any, value: Any) -> None:
    assert read_value(cell, kind) == value


def test_texts_that_excel_would_read_otherwise_are_marked() -> None:
    assert all(map(needs_mark, ["=1+1", "-x", "+62", "@a", "12", "1.250,5", "\tx"]))
    assert not any(map(needs_mark, ["", "teks", "007", "12 unit", 5, None]))


def test_values_as_reports_say_them() -> None:
    assert [write_value(one) for one in (None, "", ["a", 2], 1500, Decimal("2.5"), "x")] == [
        "(belum diisi)", EMPTY, "a / 2", "1.500", "2,5", "x",
    ]  # fmt: skip
