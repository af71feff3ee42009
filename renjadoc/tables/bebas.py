"""Ad-hoc tables: any columns, merged heads, rows of cells; laid out on a grid, without touching Python or template.

For all that walks over rows, a row of cells is unfolded to an object (`kolom0`, `kolom1`, … and what is merged).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.problem import Problem
from renjadoc.tables.drawn import DrawnCell, DrawnTable
from renjadoc.tables.kind import ReadTable, TableKind
from renjadoc.tables.layout import SEL, Column, Entry, Level, Node, TableLayout
from renjadoc.tables.steps import Step

#: The key of an unfolded row: how many columns each merged cell takes, by its first column.
SPANS = "gabung"
_WIDTH = 14.0


def find_columns(columns: list[Node]) -> list[Node]:
    """The columns that hold cells, left to right."""
    return [column for _, column in _find_heads(columns)]


def _find_heads(columns: list[Node], above: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Node]]:
    """The columns that hold cells, each with the titles above it and its own."""
    found: list[tuple[tuple[str, ...], Node]] = []
    for column in columns:
        path = (*above, column["judul"])
        found += _find_heads(column["kolom"], path) if "kolom" in column else [(path, column)]
    return found


def _lay_out(data: Node, _: Folder) -> TableLayout:
    columns = tuple(
        Column(
            f"kolom{index}",
            head,
            max(8.0, _WIDTH * float(column.get("lebar", 1))),
            {"baris": Entry((f"kolom{index}",), SEL)},
            column.get("rata", "kiri"),
        )
        for index, (head, column) in enumerate(_find_heads(data["kolom"]))
    )
    return TableLayout(
        levels=(Level("baris", ("baris",), "kolom0"),),
        columns=columns,
        landscape=bool(data.get("lanskap", False)),
        unfold=_unfold_rows,
    )


# Cells of a row


def list_cells(row: Any) -> list[Any]:
    """The cells of a row as they are written."""
    return list(row["sel"]) if isinstance(row, dict) else list(row)


def _is_bold(row: object) -> bool:
    return isinstance(row, dict) and bool(row.get("tebal", False))


def _read_span(cell: object) -> int:
    return int(cell["gabung"]) if isinstance(cell, dict) else 1


def _read_value(cell: object) -> Any:
    return cell["teks"] if isinstance(cell, dict) else cell


def list_texts(row: object) -> list[Any]:
    """What the cells of a row hold."""
    return [_read_value(cell) for cell in list_cells(row)]


def spread_cells(row: object) -> list[Any]:
    """What the cells of a row hold, a merged one once for each of its columns."""
    return [_read_value(cell) for cell in list_cells(row) for _ in range(_read_span(cell))]


def place_cells(row: object) -> Iterator[tuple[int, Any]]:
    """The cells of a row, each with the column that it begins in."""
    column = 0
    for cell in list_cells(row):
        yield column, cell
        column += _read_span(cell)


# Drawn


def draw_table(data: Node) -> DrawnTable:
    """The table as it is drawn; its rows must fit the columns."""
    columns = find_columns(data["kolom"])
    aligns = [column.get("rata", "kiri") for column in columns]
    return DrawnTable(
        widths=[float(column.get("lebar", 1)) for column in columns],
        head=_draw_head(data["kolom"], max(len(path) for path, _ in _find_heads(data["kolom"]))),
        body=[(_draw_row(row, aligns), _is_bold(row)) for row in data["baris"]],
        landscape=bool(data.get("lanskap", False)),
    )


def _draw_head(columns: list[Node], depth: int) -> list[list[DrawnCell]]:
    """Head rows: a column without sub columns reaches down to the last of them."""
    levels: list[list[DrawnCell]] = [[] for _ in range(depth)]
    for column in columns:
        if "kolom" in column:
            levels[0].append(DrawnCell(column["judul"], len(find_columns([column])), "tengah"))
            for level, cells in zip(levels[1:], _draw_head(column["kolom"], depth - 1), strict=True):
                level += cells
        else:
            for index, level in enumerate(levels):
                merge = None if depth == 1 else ("continue" if index else "restart")
                level.append(DrawnCell("" if index else column["judul"], 1, "tengah", merge))
    return levels


def _draw_row(row: object, aligns: list[str]) -> list[DrawnCell]:
    return [DrawnCell(_read_value(cell), _read_span(cell), aligns[column]) for column, cell in place_cells(row)]


# Rows as objects


def _unfold_rows(data: Node) -> Node:
    """The table with every row as an object: a key a column, and what is merged."""
    return {"baris": [_unfold_row(row) for row in data["baris"]]}


def _unfold_row(row: object) -> Node:
    placed = list(place_cells(row))
    node: Node = {f"kolom{column}": _read_value(cell) for column, cell in placed}
    if isinstance(row, dict):
        node["tebal"] = row.get("tebal")
    return {**node, SPANS: {column: _read_span(cell) for column, cell in placed if isinstance(cell, dict)}}


def place_cell(pointer: str, data: Node) -> str:
    """The pointer of a cell in the file, from that of an unfolded row: `/baris/1/kolom2` -> `/baris/1/2`."""
    match = re.fullmatch(r"/baris/(\d+)(?:/kolom(\d+))?", pointer)
    if match is None or match[2] is None or int(match[1]) >= len(data["baris"]):
        return pointer
    row = data["baris"][int(match[1])]
    index = sum(1 for column, _ in place_cells(row) if column < int(match[2]))
    return f"/baris/{match[1]}" + ("/sel" if isinstance(row, dict) else "") + f"/{index}"


def fold_row(node: Node, width: int) -> Any:
    """A row of a table of `width` columns as its file has it, from its object."""
    spans, cells, column = node.get(SPANS, {}), [], 0
    while column < width:
        value, span = node.get(f"kolom{column}"), spans.get(column, 1)
        cells.append({"teks": value, "gabung": span} if column in spans else value)
        column += span
    if not spans and "tebal" not in node:
        return cells
    return {"sel": cells, "tebal": node["tebal"]} if node.get("tebal") is not None else {"sel": cells}


# What the rest asks


def _step_year(data: Node) -> Iterator[Step]:
    """Nobody can say what the columns mean: nothing moves, and every row that holds a figure has to be looked at."""
    for index, row in enumerate(data["baris"]):
        if any(character.isdigit() for character in str(list_texts(row))):
            at = f"/baris/{index}"
            yield Step(at, at, look="baris ini tidak bergeser sendiri")


def _check_widths(table: ReadTable) -> Iterator[Problem]:
    """Rows that have more or fewer cells than there are columns."""
    wanted = len(find_columns(table.data["kolom"]))
    for index, row in enumerate(table.data["baris"]):
        width = sum(_read_span(cell) for cell in list_cells(row))
        if width != wanted:
            message = f"baris ke-{index + 1} mengisi {width} kolom, tabelnya mempunyai {wanted}"
            hint = "Tambah atau kurangi sel, atau ubah “gabung” dan “kolom”."
            yield table.source.problem("RJ035", f"/baris/{index}", message, hint)


KIND = TableKind(
    "bebas",
    _lay_out,
    draw=lambda table: draw_table(table.data),
    step_year=_step_year,
    follows_year=False,
    check=_check_widths,
)
