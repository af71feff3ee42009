"""A chart that Word drew as it is read: its form, its figures as they are shown, its size within what we draw."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from renjadoc.word.names import CHART, A
from renjadoc.word.reader.document import WordChart
from renjadoc.word.reader.drawn_charts import list_texts, read_chart

NAMES = f'xmlns:c="{CHART[1:-1]}" xmlns:a="{A[1:-1]}"'


def _points(texts: list[str]) -> str:
    return "".join(f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in enumerate(texts) if text)


def _plot(form: str, labels: list[str], *series: list[str], look: str = "General", inside: str = "") -> str:
    """A plot of series, of which the first has no name."""
    said = f"<c:cat>{_points(labels)}</c:cat>"
    drawn = "".join(
        f"<c:ser>{f'<c:tx><c:v>Deret {n}</c:v></c:tx>' if n else ''}{said}"
        f"<c:val><c:formatCode>{look}</c:formatCode>{_points(figures)}</c:val></c:ser>"
        for n, figures in enumerate(series)
    )
    return f"<c:{form}>{inside}{drawn}</c:{form}>"


def _read(*plots: str, size: tuple[float, float] = (12.0, 6.0)) -> WordChart | None:
    title = "<c:title><a:p><a:r><a:t>Judul  </a:t></a:r><a:r><a:t>grafik</a:t></a:r></a:p></c:title>"
    area = f"<c:chart>{title}<c:plotArea>{''.join(plots)}</c:plotArea></c:chart>"
    return read_chart(etree.fromstring(f"<c:chartSpace {NAMES}>{area}</c:chartSpace>"), size, "gambar")


def test_what_it_shows_is_read() -> None:
    found = _read(_plot("barChart", ["A", "B 2.0"], ["1", ""], ["2.50", "x"]))
    assert found is not None
    assert (found.title, found.was) == ("Judul grafik", "")
    form, labels, series, wide, high, alt = found.shown[:6]
    assert (form, labels, wide, high, alt) == ("kolom", ["A", "B 2"], 12.0, 6.0, "gambar")
    assert series == [("Seri 1", [1, None]), ("Deret 1", [Decimal("2.5"), None])]


@pytest.mark.parametrize(
    ("look", "written", "shown"),
    [
        ("General", "98.700000000000003", "98.7"),
        ("0.0%", "0.973", "97.3"),
        ("General", "1250.0", "1250"),
        ("General", "-3", "-3"),
        ("General", "1e3", "1000"),
    ],
)
def test_a_figure_is_the_one_that_is_shown(look: str, written: str, shown: str) -> None:
    found = _read(_plot("lineChart", ["A"], [written], look=look))
    assert found is not None
    [[_, [figure]]] = found.shown.series
    assert str(figure) == shown


@pytest.mark.parametrize("written", ["", "x", "NaN", "Infinity", "1e16", "-1e16"])
def test_a_chart_without_a_figure_is_none(written: str) -> None:
    assert _read(_plot("lineChart", ["A"], [written])) is None


@pytest.mark.parametrize(
    ("asked", "drawn"), [((0, 0), (16.0, 7.5)), ((1, 1), (6.0, 3.0)), ((99, 99), (27.0, 20.0)), ((9, 5), (9, 5))]
)
def test_it_is_as_large_as_we_draw_charts(asked: tuple[float, float], drawn: tuple[float, float]) -> None:
    found = _read(_plot("pieChart", ["A"], ["1"]), size=asked)
    assert found is not None
    assert (found.shown.width_cm, found.shown.height_cm) == drawn


def _plots() -> dict[str, tuple[list[str], str, str]]:
    one = ["A"], ["1"]
    stacked, lying = '<c:grouping val="percentStacked"/>', '<c:barDir val="bar"/>'
    return {
        "kolom tiga dimensi": ([_plot("bar3DChart", *one)], "kolom", "tiga dimensi"),
        "batang": ([_plot("barChart", *one, inside=lying)], "batang", ""),
        "cincin": ([_plot("doughnutChart", *one)], "lingkaran", "cincin"),
        "bertumpuk": ([_plot("areaChart", *one, inside=stacked)], "garis", "bertumpuk, bidang"),
        "gabungan": ([_plot("barChart", *one), _plot("lineChart", *one)], "kolom", "gabungan"),
    }


@pytest.mark.parametrize("name", _plots())
def test_what_it_was_beyond_our_forms_is_told(name: str) -> None:
    plots, form, told = _plots()[name]
    found = _read(*plots)
    assert found is not None
    assert (found.shown.form, found.was) == (form, told)


def _rows(count: int) -> Any:
    return [str(number) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("plots", "is_drawn"),
    [
        ([_plot("barChart", _rows(40), _rows(40))], True),
        ([_plot("barChart", _rows(41), _rows(41))], False),
        ([_plot("barChart", ["A"], *[["1"]] * 6)], True),
        ([_plot("barChart", ["A"], *[["1"]] * 7)], False),
        ([_plot("radarChart", ["A"], ["1"])], False),
        ([_plot("barChart", ["A"], ["1"]), _plot("radarChart", ["A"], ["1"])], False),
        ([_plot("barChart", ["A", "", "B"], ["1", "2", "3"])], False),
        (
            [_plot("barChart", ["45000"], ["1"]).replace("<c:cat>", "<c:cat><c:formatCode>DD/MM/YYYY</c:formatCode>")],
            False,
        ),
        ([], False),
    ],
)
def test_what_has_more_or_other_than_we_draw_is_none(plots: list[str], is_drawn: bool) -> None:
    assert (_read(*plots) is not None) == is_drawn


def test_texts_of_any_chart_are_listed() -> None:
    root = etree.fromstring(f"<c:x {NAMES}><a:t>Judul</a:t><c:v>85</c:v><c:v/></c:x>")
    assert (list(list_texts(root)), list(list_texts(None))) == (["Judul", "85"], [])
