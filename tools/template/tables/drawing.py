"""Tables as WordprocessingML: head rows, the loop over the rows, and the block that asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from template.tables.layout import Cell, Head, Table
from template.tables.short import room_of, shorten_cell, shorten_head
from template.vocabulary import paragraph, tag, w, when


def cell_xml(cell: Cell, width: int) -> str:
    properties = w(
        "tcPr",
        "" if cell.free else w("tcW", w=cell.width or width, type="dxa"),
        w("gridSpan", val=cell.span) if cell.span > 1 else "",
        w("vMerge", val=cell.merge) if cell.merge else "",
    )
    return w("tc", properties, *cell_text(cell))


def cell_text(cell: Cell) -> Iterator[str]:
    held = w("keepNext") if cell.held else ""
    if not cell.above:
        yield paragraph(cell.style, cell.words, held)
        return
    # Word asks the first paragraph of a row: the name above a head stays with what the head stays with.
    above = w("keepNext") if held or cell.style.endswith("Tebal") else ""
    yield when(cell.above, paragraph("TabelIsiUlangan", f"{{{{ {cell.above}|sel }}}}", above))
    # One of both paragraphs a cell must have.
    value = cell.words.strip("{} ").partition("|")[0]
    yield when(f"{value} or not {cell.above}", paragraph(cell.style, cell.words, held))


def row_xml(cells: Iterable[Cell], widths: Sequence[int], head: bool = False) -> str:
    """One row; every row is kept whole, head rows repeat on each page."""
    properties = w("trPr", w("cantSplit"), w("tblHeader") if head else "")
    column, parts = 0, []
    for cell in cells:
        own = widths[column : column + cell.span]
        parts.append(cell_xml(fit_tags(cell, column + 1, room_of(own), head=head), sum(own)))
        column += cell.span
    return w("tr", properties, *parts)


def fit_tags(cell: Cell, column: int, room: int, *, head: bool) -> Cell:
    """The cell with no tag that would break in it."""
    if head:
        return replace(cell, words=shorten_head(cell.words))
    return shorten_cell(cell, column, room)


def tag_row(words: str, widths: Sequence[int]) -> str:
    """A row that holds one `{%tr … %}` and vanishes when the template is filled."""
    return row_xml([Cell(words, "TagTemplat", span=len(widths))], widths)


def head_cells(heads: Sequence[Sequence[Head | Cell]], columns: int) -> Iterator[list[Cell]]:
    """Head rows with their merged cells written out: a `down` of 2 leaves a continuing cell in the row below."""
    # Column -> span, and rows still to come, of the cell that hangs into this row.
    held: dict[int, tuple[int, int]] = {}
    for heads_of_row in heads:
        waiting, cells, column, hanging = list(heads_of_row), [], 0, {}
        while column < columns and (waiting or column in held):
            if column in held:
                span, rows = held[column]
                cells.append(Cell("", "TabelKepala", span=span, merge="continue"))
            else:
                head = waiting.pop(0)
                span, rows = head.span, getattr(head, "down", 1)
                cells.append(head if isinstance(head, Cell) else head_cell(head))
            if rows > 1:
                hanging[column] = span, rows - 1
            column += span
        held = hanging
        yield cells


def tighten(cell: Cell) -> Cell:
    return replace(cell, style=f"{cell.style}Rapat")


def head_cell(head: Head) -> Cell:
    return Cell(head.words, "TabelKepala", span=head.span, merge="restart" if head.down > 1 else "")


def number_row(table: Table) -> str:
    cells = [Cell(one, "TabelNomorKolom") if isinstance(one, str) else one for one in table.numbers]
    return row_xml(cells, table.widths, head=True) if cells else ""


def body_rows(table: Table) -> Iterator[str]:
    """The loop over the rows: one `if`, an `elif` for each further kind, every tag in a row of its own."""
    yield tag_row("{%tr for baris in blok.baris %}", table.widths)
    for place, row in enumerate(table.rows):
        word = "elif" if place else "if"
        yield tag_row(f"{{%tr {word} baris.jenis == '{row.kind}' %}}", table.widths)
        first, *others = row.cells
        yield row_xml([replace(first, held=row.held), *others], table.widths)
    yield tag_row("{%tr endif %}", table.widths)
    yield tag_row("{%tr endfor %}", table.widths)


def table_properties(table: Table) -> str:
    return w(
        "tblPr", w("tblStyle", val="TabelRenja"), w("tblW", w=sum(table.widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=table.title), w("tblDescription", val=table.description),
    )  # fmt: skip


def table_xml(table: Table) -> str:
    grid = w("tblGrid", *(w("gridCol", w=width) for width in table.widths))
    heads = (
        row_xml([tighten(cell) for cell in cells] if table.tight else cells, table.widths, head=True)
        for cells in head_cells(table.heads, len(table.widths))
    )
    return w("tbl", table_properties(table), grid, *heads, number_row(table), *body_rows(table))


def pattern(table: Table) -> str:
    """A table with its caption and notes, printed where a block asks for it."""
    return when(
        f"blok.pola == '{table.name}'",
        tag("{{p blok.judul_tabel }}"), table_xml(table), tag("{{p blok.catatan }}"),
    )  # fmt: skip
