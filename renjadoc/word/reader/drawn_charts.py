"""Charts that Word drew, read from the figures they keep: their form, their rows, their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from renjadoc.word.blocks import Chart
from renjadoc.word.names import CHART, A, read_whole
from renjadoc.word.reader.document import WordChart

#: What is drawn by us of what Word draws; a pie may be a ring, an area is a line without what is below it.
_FORMS = {
    "barChart": "kolom", "bar3DChart": "kolom", "lineChart": "garis", "line3DChart": "garis",
    "areaChart": "garis", "area3DChart": "garis", "pieChart": "lingkaran", "pie3DChart": "lingkaran",
    "doughnutChart": "lingkaran",
}  # fmt: skip
_PLANE = {"pieChart": "", "doughnutChart": "cincin", "areaChart": "bidang", "area3DChart": "bidang"}
#: What we draw, and what a picture of it can show, in rows and columns.
_MOST_ROWS, _MOST_COLUMNS = 40, 6
_USUAL_CM, _LEAST_CM, _TALLEST_CM = (16.0, 7.5), (6.0, 3.0), 20.0
_WIDEST_CM = 27.0


def read_chart(root: Any, size_cm: tuple[float, float], alt: str) -> WordChart | None:
    """The chart of a part; None for one of a form, or with more figures, than we draw. A size of 0 is not stated."""
    area = root.find(f".//{CHART}plotArea")
    plots = [plot for plot in area if str(plot.tag).endswith("Chart")] if area is not None else []
    if not plots or any(_name_of(plot) not in _FORMS for plot in plots):
        return None
    drawn = [one for plot in plots for one in plot.findall(f"{CHART}ser")]
    labels = next((found for one in drawn if (found := _read_labels(one.find(f"{CHART}cat")))), [])
    if not 0 < len(labels) <= _MOST_ROWS or not 0 < len(drawn) <= _MOST_COLUMNS or not all(labels):
        return None
    series = [(_read_name(one), _read_figures(one.find(f"{CHART}val"), len(labels))) for one in drawn]
    if all(figure is None for _, figures in series for figure in figures):
        return None
    titles = root.findall(f"{CHART}chart/{CHART}title//{A}t")
    title = " ".join("".join(text.text or "" for text in titles).split())
    lies = plots[0].find(f"{CHART}barDir")
    form = "batang" if lies is not None and lies.get("val") == "bar" else _FORMS[_name_of(plots[0])]
    wide, high = size_cm
    width = min(max(wide or _USUAL_CM[0], _LEAST_CM[0]), _WIDEST_CM)
    height = min(max(high or _USUAL_CM[1], _LEAST_CM[1]), _TALLEST_CM)
    named = [(name or f"Seri {number}", figures) for number, (name, figures) in enumerate(series, start=1)]
    return WordChart(Chart(form, labels, named, width, height, alt), title, _tell_other_look(plots))


def list_texts(root: Any) -> Iterator[str]:
    """The titles, names and figures of any chart, as it kept them when it was drawn; none of a part that is gone."""
    for text in root.iter(f"{A}t", f"{CHART}v") if root is not None else ():
        if text.text:
            yield text.text


def _name_of(plot: Any) -> str:
    return str(plot.tag).removeprefix(CHART)


def _tell_other_look(plots: Sequence[Any]) -> str:
    """What the chart was beyond the forms we draw, in Indonesian; nothing where it was just that."""
    names = dict.fromkeys(map(_name_of, plots))
    groupings = {found.get("val") or "" for plot in plots if (found := plot.find(f"{CHART}grouping")) is not None}
    looks = ["gabungan"] if len(names) > 1 else []
    looks += ["bertumpuk"] if groupings & {"stacked", "percentStacked"} else []
    looks += ["tiga dimensi"] if any("3D" in name for name in names) else []
    return ", ".join([*looks, *dict.fromkeys(_PLANE[name] for name in names if _PLANE.get(name))])


def _read_name(one: Any) -> str:
    said = one.find(f"{CHART}tx")
    texts = said.iter(f"{CHART}v") if said is not None else ()
    return " ".join(" ".join(text.text or "" for text in texts).split())


def _read_points(place: Any) -> Iterator[tuple[int, str]]:
    for point in place.iter(f"{CHART}pt"):
        yield read_whole(point.get("idx")), point.findtext(f"{CHART}v") or ""


def _read_labels(place: Any) -> list[str]:
    """The names of the rows; none where they are dates, which are kept as numbers of days, or stand in levels."""
    if place is None or place.find(f".//{CHART}lvl") is not None:
        return []
    looks = (place.findtext(f".//{CHART}formatCode") or "").casefold()
    if any(sign in looks for sign in ("yy", "mm", "dd")):
        return []
    points = dict(_read_points(place))
    if len(points) > _MOST_ROWS or max(points, default=0) >= _MOST_ROWS:
        return []
    said = [" ".join(points.get(index, "").split()) for index in range(max(points, default=-1) + 1)]
    return [text.removesuffix(".0") for text in said]


def _read_figures(place: Any, count: int) -> list[Decimal | None]:
    """A figure a row as it is shown: 0.973 under a form with a per cent sign is 97.3."""
    if place is None:
        return [None] * count
    points = dict(_read_points(place))
    in_percent = "%" in (place.findtext(f".//{CHART}formatCode") or "")
    return [_read_figure(points.get(index, ""), 100 if in_percent else 1) for index in range(count)]


def _read_figure(text: str, times: int) -> Decimal | None:
    try:
        figure = Decimal(text.strip())
    except InvalidOperation:
        return None
    if not figure.is_finite() or abs(figure) >= 10**16:
        return None
    # As many decimals as anybody reads: what the sheet computed has fifteen.
    figure = round(figure * times, 4)
    return Decimal(int(figure)) if figure == int(figure) else figure.normalize()
