"""The urusan above the programs of a plan, as its file states them or as the codes of its programs tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from renjadoc.tables.computed import add_known
from renjadoc.tables.kind import PrintedRow, ReadTable
from renjadoc.tables.rencana_program.columns import AMOUNTS
from renjadoc.tables.urusan import Urusan, begin_urusan


class SummedUrusan(NamedTuple):
    """An urusan with both amounts of the programs that stand in it; `width` is 1 for the widest."""

    urusan: Urusan
    width: int
    sums: PrintedRow


def sum_rows(table: ReadTable, pointers: Iterable[str]) -> PrintedRow:
    """Both amounts (rupiah) of the rows at `pointers` together; None where none is known."""
    at = list(pointers)
    return {field: add_known(table.total(pointer, field) for pointer in at) for field in AMOUNTS}


def stated_urusan(table: ReadTable) -> list[list[Urusan]]:
    """For each program the urusan that its file says to begin with it."""
    programs = table.viewed.data["program"]
    return [[Urusan(one["kode"], one["nama"]) for one in program.get("urusan", [])] for program in programs]


def known_urusan(table: ReadTable) -> list[list[Urusan]]:
    """For each program the urusan that begin with it: as stated, or, where none is, by the codes of the programs."""
    stated = stated_urusan(table)
    if any(stated):
        return stated
    return list(begin_urusan([program["kode"] for program in table.viewed.data["program"]]))


def list_urusan(table: ReadTable, beginning: list[list[Urusan]]) -> dict[str, list[SummedUrusan]]:
    """By the pointer of each program what begins with it, each with the sums down to the next as wide as it."""
    widths = [[_width_of(one, depth) for depth, one in enumerate(some)] for some in beginning]
    found: dict[str, list[SummedUrusan]] = {}
    for index, some in enumerate(beginning):
        found[f"/program/{index}"] = []
        for one, width in zip(some, widths[index], strict=True):
            later = range(index + 1, len(beginning))
            end = next((i for i in later if any(other <= width for other in widths[i])), len(beginning))
            sums = sum_rows(table, [f"/program/{i}" for i in range(index, end)])
            found[f"/program/{index}"].append(SummedUrusan(one, width, sums))
    return found


def _width_of(urusan: Urusan, depth: int) -> int:
    """How wide an urusan is, 1 the widest: by the parts of its code, or else by its place in the list."""
    return len(urusan.code.split(".")) if urusan.code else depth + 1
