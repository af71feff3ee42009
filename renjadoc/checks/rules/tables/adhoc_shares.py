"""Percentages, rates and differences of ad-hoc tables that most rows compute alike: the rows that do not are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import combinations, permutations
from typing import NamedTuple

from renjadoc.checks.figures import agrees
from renjadoc.checks.rule import Finding
from renjadoc.checks.rules.tables.adhoc_tables import list_titles, numbers_columns, read_figure
from renjadoc.content.load import Source
from renjadoc.indonesian import angka, persen
from renjadoc.tables.bebas import spread_cells

#: No table has more columns of figures than are tried.
_MOST_COLUMNS = 8
_FORMULAS: tuple[Callable[[Decimal, Decimal], Decimal], ...] = (
    lambda some, whole: some * 100 / whole,
    lambda now, before: (now - before) * 100 / before,
)


class _Row(NamedTuple):
    """A row of figures: its place, and its cells by column."""

    place: int
    figures: dict[int, Decimal]


def find_strange_shares(source: Source) -> Iterator[Finding]:
    """Rows whose percentage is not computed as that of at least twice as many others is."""
    titles = list_titles(source)
    columns = range(len(titles))
    rows = [_Row(i, _read_row(row, columns)) for i, row in enumerate(source.data["baris"]) if not numbers_columns(row)]
    shares = [i for i in columns if "%" in titles[i] or "persen" in titles[i]]
    for share in shares if len(columns) <= _MOST_COLUMNS else ():
        others = [i for i in columns if i not in shares]
        tried = (
            _compute_rows(rows, (first, second, share), compute)
            for first, second in permutations(others, 2)
            for compute in _FORMULAS
        )
        # A column is computed in one way, the one that most rows follow; 5,00 may be that of another by chance.
        best = max(tried, key=lambda computed: (_count_right(computed), -len(computed)), default={})
        yield from _tell_strange(source, best)
    yield from _find_strange_differences(source, titles, rows)
    yield from _find_strange_rates(source, titles, rows)


#: A column of the difference of two others.
_DIFFERENCE = re.compile(r"^(?:selisih|perubahan|kenaikan|penambahan|bertambah|sisa)\b(?!.*(?:%|persen))")


def _find_strange_differences(source: Source, titles: list[str], rows: list[_Row]) -> Iterator[Finding]:
    """Rows whose difference is not that of the two columns of which most rows state it."""
    columns = range(len(titles)) if len(titles) <= _MOST_COLUMNS else ()
    for gap in (i for i in columns if _DIFFERENCE.search(titles[i])):
        tried = (
            {
                row.place: (abs(row.figures[gap]), abs(row.figures[first] - row.figures[second]))
                for row in rows
                if {first, second, gap} <= row.figures.keys()
            }
            for first, second in combinations([i for i in columns if i != gap], 2)
        )
        best = max(tried, key=lambda computed: sum(one == other for one, other in computed.values()), default={})
        wrong = [place for place, (stated, right) in best.items() if stated != right]
        for place in wrong if len(best) - len(wrong) >= max(2, 2 * len(wrong)) else ():
            stated, right = best[place]
            message = f"selisih tertulis {angka(stated)}, hasil hitungannya {angka(right)}"
            yield Finding(source, f"/baris/{place}", message, "Perbaiki kedua angkanya atau selisihnya.")


#: A column of one figure for each of another: `produktivitas (ku/ha)`, `kepadatan (jiwa/km²)`.
_RATE = re.compile(r"^(?:produktivitas|kepadatan)\b|^rata-rata per\b")
#: By what one unit of measure is another: 10 quintals, 1,000 kilograms a ton.
_SCALES = (Decimal(1), Decimal(10), Decimal(1000))
#: So many rows at least say how a rate is computed, and what is wrong is further off than rounding may be.
_FEWEST_ROWS, _FAR = 4, Decimal("0.02")


def _find_strange_rates(source: Source, titles: list[str], rows: list[_Row]) -> Iterator[Finding]:
    """The one row whose rate is not that of its two figures, where every other row's is."""
    columns = range(len(titles)) if len(titles) <= _MOST_COLUMNS else ()
    for rate in (i for i in columns if _RATE.search(titles[i])):
        tried = (
            _compute_rows(rows, (first, second, rate), partial(_divide, scale=scale))
            for first, second in permutations([i for i in columns if i != rate], 2)
            for scale in _SCALES
        )
        best = max(tried, key=_count_right, default={})
        wrong = [(place, *pair) for place, pair in best.items() if not agrees(*pair)]
        if len(wrong) != 1 or len(best) <= _FEWEST_ROWS:
            continue
        place, stated, right = wrong[0]
        if abs(stated - right) > right * _FAR:
            message = f"{titles[rate]} tertulis {angka(stated)}, hasil hitungannya {angka(round(right, 2))}"
            yield Finding(source, f"/baris/{place}", message, "Perbaiki angka-angka baris itu.")


def _divide(some: Decimal, each: Decimal, *, scale: Decimal) -> Decimal:
    return some * scale / each


def _read_row(row: object, columns: range) -> dict[int, Decimal]:
    cells = spread_cells(row)
    read = {column: read_figure(cells, column) for column in columns}
    return {column: figure for column, figure in read.items() if figure is not None}


_Computed = dict[int, tuple[Decimal, Decimal]]


def _compute_rows(
    rows: list[_Row], columns: tuple[int, int, int], compute: Callable[[Decimal, Decimal], Decimal]
) -> _Computed:
    """What each row states, and what a formula gives for it from its first two columns."""
    first, second, share = columns
    return {
        row.place: (row.figures[share], compute(row.figures[first], row.figures[second]))
        for row in rows
        if {*columns} <= row.figures.keys() and row.figures[second]
    }


def _count_right(computed: _Computed) -> int:
    return sum(agrees(stated, right) for stated, right in computed.values())


def _tell_strange(source: Source, computed: _Computed) -> Iterator[Finding]:
    wrong = [index for index, (stated, right) in computed.items() if not agrees(stated, right)]
    if len(computed) - len(wrong) < max(2, 2 * len(wrong)):
        return
    for index in wrong:
        stated, right = computed[index]
        message = f"persentase tertulis {angka(stated)}, hasil hitungannya {persen(right)}"
        yield Finding(source, f"/baris/{index}", message, "Perbaiki kedua angkanya atau persentasenya.")
