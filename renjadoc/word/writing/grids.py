"""Draws a table cell by cell in the template's table style: as wide as the text, heads repeated, rows kept whole."""

from __future__ import annotations

import re
from typing import Protocol

from renjadoc.span import plain_text
from renjadoc.word import blocks, xml
from renjadoc.word.blocks import Line
from renjadoc.word.writing.columns import MARGINS, NARROW_MARGIN, USUAL_SIZE, choose_size, fit_columns, may_shrink

_SIDES = "".join(f'<w:{side} w:w="{NARROW_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
_NARROW_MARGINS = f"<w:tblCellMar>{_SIDES}</w:tblCellMar>"
_KEPT = re.compile('(<w:pStyle w:val="[^"]*"/>)')
_ALIGN_STYLES = {
    "kiri": "Tabel Isi", "tengah": "Tabel Tengah", "kanan": "Tabel Angka", "nomor": "Tabel Nomor Kolom",
}  # fmt: skip
#: So many rows that continue the one above them are kept on its page; more would leave gaps.
_MOST_KEPT = 8


class LineWriter(Protocol):
    """Who writes the runs of lines, and knows the ids of styles."""

    def style_id(self, name: str) -> str: ...

    def write_runs(self, line: Line, *, room: float) -> str: ...


class GridDrawing:
    """One table, drawn in a width (twentieths of a point)."""

    def __init__(self, writer: LineWriter, table: blocks.GridTable, room: int) -> None:
        self._writer, self._table = writer, table._replace(shrinks=may_shrink(table, room))
        self._size = choose_size(self._table, room)
        self._widths = fit_columns(self._table, room, self._size)

    def draw(self, title: str) -> str:
        """The table as WordprocessingML; `title` is what it is called by a program that reads it aloud."""
        margins = _NARROW_MARGINS if self._table.shrinks else ""
        style, total = self._writer.style_id("Tabel Renja"), sum(self._widths)
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{margins}'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{xml.escape_text(title)}"/></w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        rows = "".join(self._draw_row(cells, head=True) for cells in self._table.head) + self._draw_body()
        rows = rows if self._size == USUAL_SIZE else xml.set_size(rows, self._size)
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _draw_body(self) -> str:
        held = _find_held(self._table)
        return "".join(
            self._draw_row(cells, bold=bold, held=index in held) for index, (cells, bold) in enumerate(self._table.body)
        )

    def _draw_row(
        self, cells: list[blocks.GridCell], *, head: bool = False, bold: bool = False, held: bool = False
    ) -> str:
        drawn, column = [], 0
        for cell in cells:
            width = sum(self._widths[column : column + cell.span])
            style = "Tabel Kepala" if head and cell.align != "nomor" else _ALIGN_STYLES[cell.align]
            drawn.append(self._draw_cell(cell, width, f"{style} Tebal" if bold else style))
            column += cell.span
        repeat = "<w:tblHeader/>" if head else ""
        row = f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(drawn)}</w:tr>"
        # Word and LibreOffice ask the first paragraph whether a row stays with the next.
        # The styles of bold rows keep them with the next: the last one need not stay with the text below the table.
        kept = "<w:keepNext/>" if held else '<w:keepNext w:val="0"/>' if bold else ""
        return _KEPT.sub(rf"\1{kept}", row, count=1)

    def _draw_cell(self, cell: blocks.GridCell, width: int, style: str) -> str:
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if cell.span > 1:
            properties += f'<w:gridSpan w:val="{cell.span}"/>'
        if cell.merge_down:
            properties += f'<w:vMerge w:val="{cell.merge_down}"/>'
        # An em is as many twentieths of a point as ten times its half points.
        room = (width - (2 * NARROW_MARGIN if self._table.shrinks else MARGINS)) * 100 / self._size
        lines = [[span._replace(note=()) for span in line] for line in cell.lines]
        style_id = self._writer.style_id(style)
        paragraphs = "".join(
            xml.paragraph(style_id, self._writer.write_runs(line, room=room)) for line in lines or [[]]
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def _find_held(table: blocks.GridTable) -> set[int]:
    """The rows that stay with the next: heads of those below, and what a row without a name goes on with.

    What stands above the total stays with it, and the last row with the notes below the table.
    """
    rows = len(table.body)
    bold = [is_bold for _, is_bold in table.body]
    held = {index for index in range(rows - 1) if bold[index] or index in table.heads}
    if rows > 1 and bold[-1]:
        held.add(rows - 2)
    if table.notes and rows:
        held.add(rows - 1)
    begun = 0
    for index, (cells, _) in enumerate(table.body):
        if not _goes_on(cells):
            begun = index
        elif index - begun < _MOST_KEPT:
            held |= set(range(begun, index))
    return held


def _goes_on(cells: list[blocks.GridCell]) -> bool:
    """Whether a row says nothing in its first cell, and something in another."""
    said = [any(plain_text(line).strip() for line in cell.lines) for cell in cells]
    return not said[0] and any(said)
