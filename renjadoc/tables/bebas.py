"""Ad-hoc tables: any columns, merged heads, rows of cells; laid out on a grid, without touching Python or template."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from renjadoc.content.load import Source
from renjadoc.problem import Problem
from renjadoc.tables.steps import Step


class Cell(NamedTuple):
    """A cell of the grid; `merge_down` is None, "restart" or "continue"."""

    value: Any
    span: int = 1
    align: str = "kiri"
    merge_down: str | None = None


class Grid(NamedTuple):
    """A table ready to be drawn: relative widths of its columns, head rows, body rows (and whether each is bold)."""

    widths: list[float]
    head: list[list[Cell]]
    body: list[tuple[list[Cell], bool]]
    landscape: bool


Column = dict[str, Any]


def leaves(columns: list[Column]) -> list[Column]:
    """The columns that hold cells, left to right."""
    return [leaf for column in columns for leaf in (leaves(column["kolom"]) if "kolom" in column else [column])]


def grid(data: dict[str, Any]) -> Grid:
    """The grid of a table of kind `bebas`; rows must fit (see `check`)."""
    bottom = leaves(data["kolom"])
    aligns = [leaf.get("rata", "kiri") for leaf in bottom]
    return Grid(
        widths=[float(leaf.get("lebar", 1)) for leaf in bottom],
        head=_head(data["kolom"], _depth(data["kolom"])),
        body=[(_row(_cells(row), aligns), _is_bold(row)) for row in data["baris"]],
        landscape=bool(data.get("lanskap", False)),
    )


def step(data: dict[str, Any]) -> Iterator[Step]:
    """Nobody can say what the columns mean: nothing moves, and every row that holds a figure has to be looked at."""
    for index, row in enumerate(data["baris"]):
        if any(character.isdigit() for character in str([_value(cell) for cell in _cells(row)])):
            at = f"/baris/{index}"
            yield Step(at, at, look="baris ini tidak bergeser sendiri")


def check(source: Source) -> list[Problem]:
    """Rows that have more or fewer cells than there are columns."""
    wanted = len(leaves(source.data["kolom"]))
    problems = []
    for index, row in enumerate(source.data["baris"]):
        width = sum(_span(cell) for cell in _cells(row))
        if width != wanted:
            message = f"baris ke-{index + 1} mengisi {width} kolom, tabelnya mempunyai {wanted}"
            hint = "Tambah atau kurangi sel, atau ubah “gabung” dan “kolom”."
            problems.append(source.problem("RJ035", f"/baris/{index}", message, hint))
    return problems


def _depth(columns: list[Column]) -> int:
    return max(1 + (_depth(column["kolom"]) if "kolom" in column else 0) for column in columns)


def _head(columns: list[Column], depth: int) -> list[list[Cell]]:
    """Head rows: a column without sub columns reaches down to the last of them."""
    levels: list[list[Cell]] = [[] for _ in range(depth)]
    for column in columns:
        if "kolom" in column:
            levels[0].append(Cell(column["judul"], len(leaves([column])), "tengah"))
            for level, cells in zip(levels[1:], _head(column["kolom"], depth - 1), strict=True):
                level += cells
        else:
            for index, level in enumerate(levels):
                merge = None if depth == 1 else ("continue" if index else "restart")
                level.append(Cell("" if index else column["judul"], 1, "tengah", merge))
    return levels


def _cells(row: Any) -> list[Any]:
    return list(row["sel"]) if isinstance(row, dict) else list(row)


def _is_bold(row: Any) -> bool:
    return isinstance(row, dict) and bool(row.get("tebal", False))


def _span(cell: Any) -> int:
    return int(cell["gabung"]) if isinstance(cell, dict) else 1


def _value(cell: Any) -> Any:
    return cell["teks"] if isinstance(cell, dict) else cell


def _row(cells: list[Any], aligns: list[str]) -> list[Cell]:
    drawn, column = [], 0
    for cell in cells:
        drawn.append(Cell(_value(cell), _span(cell), aligns[column]))
        column += _span(cell)
    return drawn
