"""Ad-hoc tables as sheets: their own columns, and rows of cells that may be merged, as nodes that can be matched."""

from __future__ import annotations

import re
from typing import Any

from renjadoc.tables.layout import SEL, Column, Entry, Layout, Level, Node

#: How many columns each merged cell of a row takes, by its first column.
SPANS = "gabung"
_WIDTH = 14.0


def layout(data: dict[str, Any]) -> Layout:
    """The sheet of a table of kind `bebas`."""
    heads = list(_heads(data["kolom"], ()))
    columns = tuple(
        Column(
            f"kolom{index}",
            head,
            max(8.0, _WIDTH * float(leaf.get("lebar", 1))),
            {"baris": Entry((f"kolom{index}",), SEL)},
            leaf.get("rata", "kiri"),
        )
        for index, (head, leaf) in enumerate(heads)
    )
    return Layout(
        levels=(Level("baris", ("baris",), "kolom0"),),
        columns=columns,
        landscape=bool(data.get("lanskap", False)),
        unfold=unfold,
    )


def _heads(columns: list[dict[str, Any]], above: tuple[str, ...]) -> list[tuple[tuple[str, ...], dict[str, Any]]]:
    found: list[tuple[tuple[str, ...], dict[str, Any]]] = []
    for column in columns:
        path = (*above, column["judul"])
        found += _heads(column["kolom"], path) if "kolom" in column else [(path, column)]
    return found


def unfold(data: Any) -> Node:
    """The table with every row as an object: a key a column, and what is merged."""
    return {"baris": [_node(row) for row in data["baris"]]}


def _node(row: Any) -> Node:
    cells = row["sel"] if isinstance(row, dict) else row
    node: Node = {}
    spans: dict[int, int] = {}
    column = 0
    for cell in cells:
        span = int(cell["gabung"]) if isinstance(cell, dict) else 1
        node[f"kolom{column}"] = cell["teks"] if isinstance(cell, dict) else cell
        if isinstance(cell, dict):
            spans[column] = span
        column += span
    if isinstance(row, dict):
        node["tebal"] = row.get("tebal")
    return {**node, SPANS: spans}


def place(pointer: str, data: Any) -> str:
    """The pointer of a cell in the file, from that of a row's object: `/baris/1/kolom2` -> `/baris/1/2`."""
    match = re.fullmatch(r"/baris/(\d+)(?:/kolom(\d+))?", pointer)
    if match is None or match[2] is None or int(match[1]) >= len(data["baris"]):
        return pointer
    row = data["baris"][int(match[1])]
    before = [key for key in _node(row) if key.startswith("kolom") and int(key[5:]) < int(match[2])]
    return f"/baris/{match[1]}" + ("/sel" if isinstance(row, dict) else "") + f"/{len(before)}"


def write_row(node: Node, width: int) -> Any:
    """A row of a table of `width` columns as its file has it."""
    spans, cells, column = node.get(SPANS, {}), [], 0
    while column < width:
        value, span = node.get(f"kolom{column}"), spans.get(column, 1)
        cells.append({"teks": value, "gabung": span} if column in spans else value)
        column += span
    if not spans and "tebal" not in node:
        return cells
    return {"sel": cells, "tebal": node["tebal"]} if node.get("tebal") is not None else {"sel": cells}
