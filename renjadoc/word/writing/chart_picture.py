"""A chart as a picture, for programs that show Word documents and draw no charts: bars, lines or a pie."""

from __future__ import annotations

import io
import math
from decimal import Decimal
from typing import Any

from renjadoc import indonesian
from renjadoc.word.blocks import Chart

_DOTS_PER_CM = 80
#: The colours of the theme that our template has.
_COLOURS = ("#2F5597", "#C55A11", "#7F7F7F", "#BF9000", "#2E75B6", "#548235")
_INK, _GRID = "#262626", "#D9D9D9"
_LETTERS = 25
_LINE = 36
_STEPS = 5


def draw_chart(chart: Chart) -> bytes:
    """The picture (PNG) of a chart, in its size at 203 dots an inch."""
    from PIL import Image, ImageDraw, ImageFont  # Late: most documents have no chart.

    size = round(chart.width_cm * _DOTS_PER_CM), round(chart.height_cm * _DOTS_PER_CM)
    image = Image.new("RGB", size, "white")
    _ChartPainter(ImageDraw.Draw(image), ImageFont.load_default(_LETTERS), size, chart).paint()
    buffer = io.BytesIO()
    image.quantize(64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


class _ChartPainter:
    """Paints one chart; `_left`, `_top`, `_right`, `_bottom` are the edges of its field."""

    def __init__(self, canvas: Any, font: Any, size: tuple[int, int], chart: Chart) -> None:
        self._canvas, self._font, self._chart = canvas, font, chart
        self._legend = self._lay_out_legend(size[0])
        self._left, self._top, self._right = 120, 30, size[0] - 80
        self._bottom = size[1] - 70 - _LINE * (1 + self._legend[-1][1])
        figures = [float(figure) for _, series in chart.series for figure in series if figure is not None]
        self._low, self._high = min([0.0, *figures]), max([0.0, *figures]) or 1.0
        step = _find_step((self._high - self._low) / _STEPS)
        self._step = step
        self._low, self._high = math.floor(self._low / step) * step, math.ceil(self._high / step) * step

    def paint(self) -> None:
        self._paint_legend()
        if self._chart.form == "lingkaran":
            self._paint_pie()
        elif self._chart.form == "batang":
            self._left = max(self._left, min(460, max(self._measure(label) for label in self._chart.labels) + 20))
            self._paint_axis()
            self._paint_lying()
        else:
            self._paint_axis()
            self._paint_upright()

    # Around the field

    def _measure(self, text: str) -> int:
        return int(self._canvas.textlength(text, font=self._font))

    def _write(self, x: float, y: float, text: str, anchor: str) -> None:
        self._canvas.text((x, y), text, fill=_INK, font=self._font, anchor=anchor)

    def _lay_out_legend(self, width: int) -> list[tuple[int, int, str]]:
        """Place, line and name of what the legend explains."""
        is_pie = self._chart.form == "lingkaran"
        places, x, line = [], 20, 0
        for name in self._chart.labels if is_pie else [name for name, _ in self._chart.series]:
            need = self._measure(name) + 60
            if x > 20 and x + need > width:
                x, line = 20, line + 1
            places.append((x, line, name))
            x += need
        return places

    def _paint_legend(self) -> None:
        for number, (x, line, name) in enumerate(self._legend):
            y = self._bottom + 70 + line * _LINE
            self._canvas.rectangle((x, y - 7, x + 14, y + 7), fill=_colour(number))
            self._write(x + 22, y, name, "lm")

    def _paint_axis(self) -> None:
        is_lying = self._chart.form == "batang"
        value = self._low
        while value <= self._high + self._step / 2:
            at = self._place(value)
            shown = _say(Decimal(str(round(value, 6))))
            if is_lying:
                self._canvas.line((at, self._top, at, self._bottom), fill=_GRID)
                self._write(at, self._bottom + 22, shown, "mm")
            else:
                self._canvas.line((self._left, at, self._right, at), fill=_GRID)
                self._write(self._left - 8, at, shown, "rm")
            value += self._step

    def _place(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        if self._chart.form == "batang":
            return self._left + share * (self._right - self._left)
        return self._bottom - share * (self._bottom - self._top)

    def _shorten(self, text: str, room: float) -> str:
        while len(text) > 2 and self._measure(text) > room:
            text = text[:-2].rstrip(" …") + "…"
        return text

    def _wrap(self, text: str, room: float, most: int) -> list[str]:
        """A text in at most so many lines; what has no room is cut."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and len(lines) < most and self._measure(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return [self._shorten(line, room) for line in lines]

    # In the field

    def _paint_upright(self) -> None:
        rows, series = self._chart.labels, self._chart.series
        room = (self._right - self._left) / len(rows)
        for number, (_, figures) in enumerate(series):
            width = room * 0.7 / len(series)
            points = []
            for row, figure in enumerate(figures):
                if figure is None:
                    continue
                x, y = self._left + room * (row + 0.15) + width * number, self._place(float(figure))
                if self._chart.form == "garis":
                    points.append((self._left + room * (row + 0.5), y))
                    self._say(*points[-1], figure)
                    continue
                ends = sorted((y, self._place(0)))
                self._canvas.rectangle((x, ends[0], x + width - 2, ends[1]), fill=_colour(number))
                self._say(x + width / 2, y - 3, figure)
            if points:
                self._canvas.line(points, fill=_colour(number), width=4)
        for row, label in enumerate(rows):
            self._write(self._left + room * (row + 0.5), self._bottom + 22, self._shorten(label, room - 8), "mm")

    def _say(self, x: float, y: float, figure: Decimal) -> None:
        if self._chart.says_figures:
            self._write(x, y, _say(figure), "mb")

    def _paint_lying(self) -> None:
        rows, series = self._chart.labels, self._chart.series
        room = (self._bottom - self._top) / len(rows)
        for number, (_, figures) in enumerate(series):
            height = room * 0.7 / len(series)
            for row, figure in enumerate(figures):
                if figure is None:
                    continue
                y, x = self._top + room * (row + 0.15) + height * number, self._place(float(figure))
                ends = sorted((x, self._place(0)))
                self._canvas.rectangle((ends[0], y, ends[1], y + height - 2), fill=_colour(number))
                self._write(x + 5, y + height / 2, _say(figure), "lm")
        for row, label in enumerate(rows):
            lines = self._wrap(label, self._left - 16, max(1, int(room / _LETTERS)))
            for line, text in enumerate(lines):
                at = self._top + room * (row + 0.5) + (line - (len(lines) - 1) / 2) * _LETTERS
                self._write(self._left - 8, at, text, "rm")

    def _paint_pie(self) -> None:
        figures = [float(figure or 0) for figure in self._chart.series[0][1]]
        total, start = sum(figures) or 1.0, -90.0
        side = min(self._right - self._left, self._bottom - self._top)
        x, y = (self._left + self._right - side) / 2, self._top
        for number, figure in enumerate(figures):
            end = start + 360 * figure / total
            self._canvas.pieslice((x, y, x + side, y + side), start, end, fill=_colour(number), outline="white")
            middle = math.radians((start + end) / 2)
            at = x + side / 2 + side * 0.38 * math.cos(middle), y + side / 2 + side * 0.38 * math.sin(middle)
            self._canvas.text(at, f"{100 * figure / total:.0f}%", fill="white", font=self._font, anchor="mm")
            start = end


def _colour(number: int) -> str:
    return _COLOURS[number % len(_COLOURS)]


def _say(figure: Decimal) -> str:
    return indonesian.angka(int(figure) if figure == figure.to_integral_value() else figure)


def _find_step(least: float) -> float:
    """The next of 1, 2, 2.5, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= least * 0.999)
