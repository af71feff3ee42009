"""Charts of a document: the part that Word draws, the workbook behind “Edit Data”, and how they are placed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from html import unescape
from typing import Any

from renjadoc.word import xml
from renjadoc.word.blocks import Chart
from renjadoc.word.packages import declaring
from renjadoc.word.packages.declaring import OFFICE
from renjadoc.word.packages.package import Parts
from renjadoc.word.writing import chart_picture

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NEWER = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
_SHEET = "Data"
_KINDS = {"kolom": "column", "batang": "bar", "garis": "line", "lingkaran": "pie"}
_MADE_ON = datetime(2000, 1, 1)
#: Letters of the document's theme, and the workbook.
_BEHIND = (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
    '<a:endParaRPr lang="id-ID"/></a:p></c:txPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
)
#: What a sheet is printed with, and the end of the part.
_END = re.compile(r"<c:printSettings>.*|</c:chartSpace>", re.DOTALL)
_TEXTS = re.compile(r"<(?:c:v|a:t)>([^<]*)</")


def add_chart(parts: Parts, relation: str, chart: Chart) -> None:
    """Put a chart into a document: its part, the workbook behind it, its picture for programs that draw none."""
    name = relation.removeprefix("rId").lower()
    parts[f"word/charts/{name}.xml"] = write_chart(chart).encode()
    parts[f"word/embeddings/{name}.xlsx"] = _write_book(chart, drawn=False)
    # Not among the other media: a program that draws the chart leaves it out when it saves.
    parts[f"word/charts/{name}.png"] = chart_picture.draw_chart(chart)
    chart_type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    declaring.add_content_type(parts, f"word/charts/{name}.xml", chart_type)
    sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    declaring.add_default_type(parts, "xlsx", sheet_type)
    declaring.add_default_type(parts, "png", "image/png")
    rels, own = declaring.DOCUMENT_RELS, f"word/charts/_rels/{name}.xml.rels"
    declaring.add_relation(parts, rels, relation, f"{OFFICE}/relationships/chart", f"charts/{name}.xml")
    declaring.add_relation(parts, rels, f"{relation}Png", f"{OFFICE}/relationships/image", f"charts/{name}.png")
    declaring.make_relations(parts, own)
    declaring.add_relation(parts, own, "rId1", f"{OFFICE}/relationships/package", f"../embeddings/{name}.xlsx")


def write_chart(chart: Chart) -> str:
    """The part of a chart, as XlsxWriter writes it, tied to the workbook beside it."""
    with zipfile.ZipFile(io.BytesIO(_write_book(chart, drawn=True))) as archive:
        text = archive.read("xl/charts/chart1.xml").decode()
    return _END.sub(lambda _: f"{_BEHIND}</c:chartSpace>", text, count=1)


def read_texts(part: bytes) -> list[str]:
    """The names and figures of a chart that we wrote, as it keeps them."""
    return [unescape(text) for text in _TEXTS.findall(part.decode())]


def _write_book(chart: Chart, *, drawn: bool) -> bytes:
    """A workbook with the figures of a chart; `drawn` with the chart itself."""
    from xlsxwriter import Workbook  # Late: most documents have no chart.

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _MADE_ON})
    sheet = book.add_worksheet(_SHEET)
    sheet.set_column(0, 0, 40)
    sheet.write_column(1, 0, chart.labels)
    for column, (name, figures) in enumerate(chart.series, start=1):
        sheet.write_string(0, column, name)
        for row, figure in enumerate(figures, start=1):
            if figure is not None:
                sheet.write_number(row, column, float(figure))
    if drawn:
        sheet.insert_chart(0, len(chart.series) + 2, _draw(book, chart))
    book.close()
    return buffer.getvalue()


def _draw(book: Any, chart: Chart) -> Any:
    drawn = book.add_chart({"type": _KINDS[chart.form]})
    rows = len(chart.labels)
    looks = chart.number_format
    for column in range(1, len(chart.series) + 1):
        labels = {"percentage": True} if chart.form == "lingkaran" else {"value": True, "num_format": looks}
        shown = {"data_labels": {**labels, "font": {"size": 8}}} if chart.says_figures else {}
        gap = {"gap": 60} if chart.form in {"kolom", "batang"} and column == 1 else {}
        marker = {"marker": {"type": "automatic"}} if chart.form == "garis" else {}
        drawn.add_series({
            "name": [_SHEET, 0, column],
            "categories": [_SHEET, 1, 0, rows, 0],
            "values": [_SHEET, 1, column, rows, column],
            **shown, **gap, **marker,
        })  # fmt: skip
    lines = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}}
    axis: dict[str, Any] = {"num_format": looks, "major_gridlines": lines}
    if all(figure is None or figure >= 0 for _, figures in chart.series for figure in figures):
        axis["min"] = 0
    if chart.form == "batang":
        # As the rows of the table are read, from the top down.
        drawn.set_y_axis({"reverse": True})
        drawn.set_x_axis(axis | {"label_position": "high"})
    elif chart.form != "lingkaran":
        drawn.set_y_axis(axis)
    drawn.set_legend({"none": True} if len(chart.series) == 1 and chart.form != "lingkaran" else {"position": "bottom"})
    drawn.set_title({"none": True} if len(chart.series) > 1 else {"name": chart.series[0][0], "name_font": {"size": 9}})
    drawn.show_blanks_as("gap")
    return drawn


def write_drawing(numbers: tuple[int, int], relation: str, size: tuple[int, int], chart: Chart) -> str:
    """A chart in line with text, for programs that draw charts, and its picture for the others.

    `numbers` are those of the two drawings in the document, `size` is in EMU.
    """
    shown = (
        f'<a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart" '
        f'xmlns:r="{OFFICE}/relationships" r:id="{relation}"/></a:graphicData>'
    )
    width, height = size
    picture = (
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{numbers[1]}" name="{relation}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        f'xmlns:r="{OFFICE}/relationships" r:embed="{relation}Png"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
    )
    # Word 2010 and later know this namespace and draw the chart; LibreOffice, whose charts are not always installed,
    # shows the picture, as others do.
    return (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:wp14="{_NEWER}"><mc:Choice Requires="wp14">'
        f"{_write_inline(numbers[0], size, chart, shown)}</mc:Choice><mc:Fallback>"
        f"{_write_inline(numbers[1], size, chart, picture)}</mc:Fallback></mc:AlternateContent>"
    )


def _write_inline(number: int, size: tuple[int, int], chart: Chart, graphic: str) -> str:
    alt = xml.escape_text(chart.alt)
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:docPr id="{number}" name="Grafik {number}" descr="{alt}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING}/main">{graphic}</a:graphic></wp:inline></w:drawing>'
    )
