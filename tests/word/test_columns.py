"""Columns of drawn tables: as wide as the content asks, but an amount that fits somewhere is not torn."""

from __future__ import annotations

import pytest

from renjadoc.span import Span
from renjadoc.word.blocks import Caption, GridCell, GridTable
from renjadoc.word.columns import fit_columns


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
