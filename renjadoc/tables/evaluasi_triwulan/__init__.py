"""Evaluation of a Renja by quarters (Formulir E.81 of Permendagri 86/2017): performance and amount side by side.

Its first form is that of the evaluated year alone, as a Renja Perubahan has it until the quarter that it names.
"""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.tables.computed import sum_amounts
from renjadoc.tables.evaluasi_triwulan.columns import (
    FORMS,
    LEVELS,
    QUARTERS,
    REMARKS,
    count_periods,
    lay_out,
    reached_since,
)
from renjadoc.tables.evaluasi_triwulan.old_quarters import SIGNS, read_quarters
from renjadoc.tables.evaluasi_triwulan.printed import CLOSING, draw_quarters
from renjadoc.tables.kind import TableKind
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.tables.steps import Step

_OPENED = tuple(
    f"{side}{period}"
    for side in ("target", "pagu", "kinerja", "anggaran")
    for period in ("", *(f"_{number}" for number in range(1, len(QUARTERS) + 1)))
)
_TEXTS = ("catatan", *REMARKS)


def _step_year(data: Node) -> Iterator[Step]:
    """The next year is evaluated: its targets and what its quarters reached are open, or known from the plan.

    What was reached of the Renstra before (column 6) is known if all quarters are: it was column 13.
    """
    numbers = tuple(range(1, count_periods(data) + 1))
    whole = numbers[-1:] if data.get("kumulatif") else numbers
    for row in walk_rows(LEVELS, data):
        node, at = row.node, row.pointer
        yield from (Step(f"{at}/{key}") for key in _OPENED if key in node)
        for key in ("realisasi", "realisasi_renstra_sd", *_TEXTS):
            if node.get(key) not in (None, ""):
                yield Step(f"{at}/{key}", value="" if key in _TEXTS else None)
        look = "kolom 6 ini kolom 13 tahun lalu"
        if "realisasi_renstra" in node:
            reached = reached_since(whole).of(node)
            yield Step(f"{at}/realisasi_renstra", value=reached, look=look if reached not in (None, "") else "")
        if "anggaran_renstra" in node:
            spent = [sum_amounts(node, f"anggaran_{number}") for number in whole]
            amounts = [amount for amount in (node["anggaran_renstra"], *spent) if amount is not None]
            is_known = len(amounts) == len(spent) + 1
            yield Step(
                f"{at}/anggaran_renstra", value=sum(amounts) if is_known else None, look=look if is_known else ""
            )
        yield from (Step(f"{at}/tercatat/{key}") for key in node.get("tercatat", {}))
    yield from (Step(f"/{key}") for key in CLOSING if data.get(key))


KIND = TableKind(
    "evaluasi-triwulan",
    lay_out,
    step_year=_step_year,
    caption_years=(0, -1, -2),
    forms=FORMS,
    signs=SIGNS,
    read_old=read_quarters,
    draw=draw_quarters,
)
