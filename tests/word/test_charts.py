"""Charts of many points are drawn without a figure beside each: they would stand one over the other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renjadoc.word.blocks import Chart
from renjadoc.word.writing.chart_picture import draw_chart
from renjadoc.word.writing.charts import write_chart


def _chart(form: str, points: int) -> Chart:
    series = ("Jumlah", [Decimal(one) for one in range(1, points + 1)])
    return Chart(
        form, [f"Desa {one}" for one in range(points)], [series, series][: 1 if form == "lingkaran" else 2], 16, 8, ""
    )


@pytest.mark.parametrize(
    ("form", "points", "said"),
    [("garis", 12, True), ("garis", 13, False), ("kolom", 40, False), ("batang", 40, True), ("lingkaran", 40, True)],
)
def test_figures_stand_beside_the_points_where_they_have_room(form: str, points: int, said: bool) -> None:
    chart = _chart(form, points)
    assert chart.says_figures == said
    assert ("<c:dLbls>" in write_chart(chart)) == said
    assert draw_chart(chart).startswith(b"\x89PNG")
