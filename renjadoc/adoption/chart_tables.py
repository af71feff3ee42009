"""Which table of a folder has the figures of an old chart: rows by their names, columns by what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from renjadoc.matching import fold_name
from renjadoc.plain_data import Node
from renjadoc.tables.charted import ChartData, Say, Unchartable, list_chart_choices, read_chart
from renjadoc.tables.kind import ReadTable
from renjadoc.word.blocks import Chart

#: What a chart's figures are multiplied by to be those of a table: the same, parts of one as per cent, rupiah as
#: millions.
_TIMES = (Decimal(1), Decimal(100), Decimal("0.000001"))
#: A rounded figure differs by no more than this, or than this part of itself.
_LEAST, _SHARE = Decimal("0.051"), Decimal("0.0005")


class _Column(NamedTuple):
    """A column of a table as it would be drawn beside the chart's labels."""

    id: str
    title: str
    figures: list[Decimal | None]


def find_charted(table: ReadTable, name: str, shown: Chart, say: Say) -> Node | None:
    """The block that draws a chart from the table called `name`; None where its figures are not those of the table."""
    levels = list(list_chart_choices(table, "baris", say))
    for level in levels:
        block = {"grafik": name} | ({"baris": level} if len(levels) > 1 else {})
        for only in ({}, {"hanya": shown.labels}):
            columns = list(_list_columns(table, {**block, **only}, shown.labels, say))
            if named := _find_columns(columns, shown.series):
                return {"grafik": name, "nilai": named, **block, **only}
    return None


def _list_columns(table: ReadTable, block: Node, labels: Sequence[str], say: Say) -> Iterator[_Column]:
    """The columns that a block could draw, where its rows are those of the chart in the same order."""
    wanted = [fold_name(label) for label in labels]
    for column in list_chart_choices(table, "nilai", say):
        drawn = _try_chart(table, {**block, "nilai": [column]}, say)
        if drawn is None:
            continue
        if [fold_name(label) for label in drawn.labels] != wanted:
            return
        title, figures = drawn.series[0]
        yield _Column(column, title, figures)


def _try_chart(table: ReadTable, block: Any, say: Say) -> ChartData | None:
    try:
        return read_chart(table, block, say)
    except Unchartable:
        return None


def _find_columns(columns: list[_Column], series: Sequence[tuple[str, list[Decimal | None]]]) -> list[str] | None:
    """The columns that have the figures of every series; all by the same measure. None where one has no column."""
    for times in _TIMES:
        found = [_find_column(columns, name, figures, times) for name, figures in series]
        if found and all(found) and len(set(found)) == len(found):
            return [column for column in found if column]
    return None


def _find_column(columns: list[_Column], name: str, figures: list[Decimal | None], times: Decimal) -> str | None:
    """The column with these figures; of several the one that is called as the series."""
    fitting = [column for column in columns if _are_same(figures, column.figures, times)]
    wanted = fold_name(name)
    fitting.sort(key=lambda column: fold_name(column.title) != wanted and wanted not in fold_name(column.title))
    return fitting[0].id if fitting else None


def _are_same(old: list[Decimal | None], new: list[Decimal | None], times: Decimal) -> bool:
    return all(_is_same(one, other, times) for one, other in zip(old, new, strict=True))


def _is_same(one: Decimal | None, other: Decimal | None, times: Decimal) -> bool:
    """Whether a figure is that of the table but for its decimals; nothing and an empty row are the same."""
    if one is None or other is None:
        return (one or 0) == (other or 0)
    return abs(one * times - other) <= max(_LEAST, abs(other) * _SHARE)
