"""Which of a table's rows are its head."""

from __future__ import annotations

from renjadoc.adoption import grids
from renjadoc.adoption.grids import Box


def test_a_first_row_merged_far_down_is_no_head_of_all_rows() -> None:
    """A column merged over the whole table (the name of a Bidang) reaches further down than any head does."""
    rows = [[Box(0, 1, ["Uraian"], "restart", bold=True), Box(1, 1, ["Pagu"], bold=True)]]
    rows += [[Box(0, 1, [], "continue"), Box(1, 1, [str(number)])] for number in range(8)]
    assert grids._head_depth(rows, marked=0) == 5
