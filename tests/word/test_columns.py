"""Columns of drawn tables: as wide as the content asks, but an amount that fits somewhere is not torn."""

from __future__ import annotations

import pytest

from renjadoc.span import Span
from renjadoc.word.blocks import Caption, GridCell, GridTable
from renjadoc.word.writing.columns import fit_columns


def table(widths: list[float], *rows: tuple[str, ...]) -> GridTable:
    body = [([GridCell([[Span(text)]]) for text in row], False) for row in rows]
    return GridTable(Caption("Tabel", 1, 1, "a", []), widths, [], body, False)


def test_widths_follow_their_shares() -> None:
    assert fit_columns(table([1, 3], ("a", "b")), 8000) == [2000, 6000]


def test_a_column_has_room_for_its_longest_amount() -> None:
    widths = fit_columns(table([1, 9], ("68.000.000.000", "pendek")), 9000)
    assert 1200 < widths[0] < 1600
    assert 8990 <= sum(widths) <= 9000


@pytest.mark.parametrize("room", [2000, 400])
def test_where_there_is_no_room_the_shares_stay(room: int) -> None:
    long = "68.000.000.000.000.000"
    assert fit_columns(table([1, 1], (long, long)), room) == [room // 2, room // 2]


def test_columns_below_one_head_have_room_for_its_longest_word_together() -> None:
    """Two columns in which nothing stands yet, below “Penyelenggaraan”, beside one that has room to spare."""
    bare = table([1, 1, 20], ("", "", "pendek"))
    heads = [[GridCell([[Span("Penyelenggaraan")]], 2), GridCell([[Span("Uraian")]])]]
    first, second, rest = fit_columns(bare._replace(head=heads), 9000)
    assert fit_columns(bare, 9000)[0] < first == second
    assert 1500 < first + second < 2000 < rest


def test_where_not_all_has_room_words_are_torn_before_amounts() -> None:
    row = ("68.000.000.000", "Penyelenggaraanpemerintahandaerah", "12.500.000")
    full = table([1, 1, 1], row)
    amount, name, other = fit_columns(full, 3600)
    assert (amount, other) > (1200, 900)
    assert name < 1200
    assert 3590 <= amount + name + other <= 3600
