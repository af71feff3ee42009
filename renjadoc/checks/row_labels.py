"""Rows of tables by the words that name them, with every figure that they state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from renjadoc.checks import walk
from renjadoc.checks.indicator_names import read_stems
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi
from renjadoc.tables.quantities import quantities

#: Words with which a row begins, that no sentence repeats.
_OPENING = read_stems("""tersedia penyediaan pelaksanaan penyelenggaraan terlaksananya tersedianya dokumen laporan hasil
    pengelolaan penyusunan pembangunan""")  # fmt: skip
#: A name of fewer telling words is that of many things.
_FEWEST_WORDS = 2


class LabelledRow(NamedTuple):
    """A row: what names it, the stems of that, the (number, unit) of every figure of it, the table it stands in."""

    label: str
    stems: frozenset[str]
    figures: frozenset[tuple[Decimal, str]]
    place: walk.Place


@lru_cache(maxsize=2)
def list_rows(reading: Reading) -> dict[str, list[LabelledRow]]:
    """Rows of the plan and of the evaluation whose indicator can be known by its words, by the longest of these."""
    found: dict[str, list[LabelledRow]] = defaultdict(list)
    for place in [*walk.funded(reading), *walk.measured(reading)]:
        figures = frozenset(_list_figures(place[2]))
        label = place[2].get("indikator")
        if figures and isinstance(label, str):
            stems = read_stems(reading.printed(label)) - _OPENING
            if len(stems) >= _FEWEST_WORDS:
                found[max(sorted(stems), key=len)].append(LabelledRow(label, stems, figures, place))
    return found


def find_rows(stems: frozenset[str], reading: Reading) -> list[LabelledRow]:
    """The rows all of whose words are among these, the most telling first."""
    rows = list_rows(reading)
    fitting = [row for stem in sorted(stems & rows.keys()) for row in rows[stem] if row.stems <= stems]
    return sorted(fitting, key=lambda row: -len(row.stems))


def _list_figures(node: dict[str, Any]) -> Iterator[tuple[Decimal, str]]:
    cells = [node.get("target"), node.get("target_maju")]
    if evaluasi.figures_of(node):
        cells += evaluasi.figures_of(node).values()
    for cell in cells:
        for number, unit in quantities(cell) or []:
            yield number, unit.partition(" ")[0].partition("/")[0]
