"""Heads of drawn tables: one over several columns spans them, one of one row reaches down; which rows stay together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.tables.drawn import draw_heads, find_heads
from renjadoc.tables.repeated import REPEATED, repeat_heads


def test_heads_span_what_stands_below_them() -> None:
    paths = [("No",), ("Target", "Tahun", "2026"), ("Target", "Tahun", "2027"), ("Target", "Akhir"), ("Pagu",)]
    shown = [[(cell.value, cell.span, cell.merge_down) for cell in row] for row in draw_heads(paths)]
    assert shown == [
        [("No", 1, "restart"), ("Target", 3, None), ("Pagu", 1, "restart")],
        [("", 1, "continue"), ("Tahun", 2, None), ("Akhir", 1, "restart"), ("", 1, "continue")],
        [("", 1, "continue"), ("2026", 1, None), ("2027", 1, None), ("", 1, "continue"), ("", 1, "continue")],
    ]


@settings(max_examples=25)
@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(tuple), min_size=1, max_size=6))
def test_every_row_of_heads_is_as_wide_as_the_table(paths: list[tuple[str, ...]]) -> None:
    heads = draw_heads(paths)
    assert len(heads) == max(map(len, paths))
    assert all(sum(cell.span for cell in row) == len(paths) for row in heads)
    assert {cell.align for row in heads for cell in row} == {"tengah"}
    said = [cell.value for row in heads for cell in row]
    assert all(name in said for path in paths for name in path)


@pytest.mark.parametrize(
    ("levels", "first", "heads"),
    [
        (["program", "kegiatan", "sub", "sub", "kegiatan", "sub"], 0, {0, 1, 4}),
        (["program", "kegiatan", "program"], 2, {2}),
        (["sub", "sub"], 0, set()),
        ([], 0, set()),
    ],
)
def test_a_row_heads_the_first_one_below_it(levels: list[str], first: int, heads: set[int]) -> None:
    assert find_heads(levels, first) == heads


def test_the_name_above_is_said_once_more_for_all_but_the_first() -> None:
    kinds = ["jumlah", "program", "sub", "sub", "kegiatan", "sub", "sub", "program", "sub"]
    rows = [{"jenis": kind, "nama": f"{kind} {number}"} for number, kind in enumerate(kinds)]
    said = [row.get(REPEATED) for row in repeat_heads(rows, "program", "sub")]
    assert said == [None, None, "", "program 1", None, "", "", None, ""]
