"""Portions in the office's own tables: each is its row's amount out of the total's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from renjadoc.checks.rule import Finding
from renjadoc.checks.rules.tables.adhoc_tables import find_total_label, list_titles, numbers_columns, read_figure
from renjadoc.content.load import Source
from renjadoc.indonesian import angka, persen
from renjadoc.tables import bebas

_PORTION = re.compile(r"porsi|proporsi|persentase|persen|kontribusi|komposisi|share|bagian|^%$|\(%\)")


def find_portions(source: Source) -> Iterator[Finding]:
    """Rows whose portion is not their amount out of the total; of a table with one column of each, and a total row."""
    titles = list_titles(source)
    portions = [i for i, title in enumerate(titles) if _PORTION.search(title)]
    named = _find_named(titles, portions[0]) if len(portions) == 1 else []
    others = ("target", "realisasi", "capaian", *(() if len(named) == 1 else ("tahun",)))
    if len(portions) != 1 or any(word in title for title in titles for word in others):
        return
    rows = [
        (index, bebas.spread_cells(row)) for index, row in enumerate(source.data["baris"]) if not numbers_columns(row)
    ]
    totals = [cells for (index, cells) in rows if find_total_label(source.data["baris"][index])]
    amounts = [i for i in range(len(titles)) if i not in portions and totals and read_figure(totals[-1], i) is not None]
    hundred = read_figure(totals[0], portions[0]) if totals else None
    if len(totals) != 1 or hundred is None or abs(hundred - 100) > 1:
        return
    details = [(index, cells) for index, cells in rows if cells is not totals[0]]
    named = [column for column in named if column in amounts]
    columns = named if len(named) == 1 else amounts
    tried = [list(_find_wrong_portions(details, totals[0], column, portions[0])) for column in columns]
    wrong = min(tried, key=len, default=[])
    fewest = 2 * len(wrong) if len(named) == 1 else max(3, 2 * len(wrong))
    if len(amounts) > 1 and len(details) - len(wrong) < fewest:
        return  # The portions are of no column of this table.
    for index, stated, computed in wrong:
        message = f"bagian tertulis {angka(stated)}, hasil hitungannya {persen(computed)}"
        yield Finding(source, f"/baris/{index}", message, "Perbaiki jumlah atau bagiannya.")


def _find_named(titles: list[str], portion: int) -> list[int]:
    """The columns whose head stands, without its unit, in that of the portions: `Porsi tahun 2026 (%)`."""
    bare = [re.sub(r"\s*\([^()]*\)", "", title).strip() for title in titles]
    return [
        column
        for column, title in enumerate(bare)
        if title and column != portion and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", titles[portion])
    ]


def _find_wrong_portions(
    rows: list[tuple[int, list[Any]]], total: list[Any], amounts: int, portions: int
) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Rows whose portion is not their amount out of the total: place, what is stated, what is right."""
    whole = read_figure(total, amounts)
    for index, cells in rows:
        part, stated = read_figure(cells, amounts), read_figure(cells, portions)
        if part is None or stated is None or not whole:
            continue
        computed, places = part * 100 / whole, max(0, -int(stated.as_tuple().exponent))
        if abs(stated - computed) > Decimal(5).scaleb(-places):
            yield index, stated, computed
