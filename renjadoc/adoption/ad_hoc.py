"""A grid as the data of an ad-hoc table (kind `bebas`), which prints every text of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from renjadoc.adoption import words
from renjadoc.adoption.grids import Box, TableGrid
from renjadoc.tables import bebas

#: How a column looks: keys of its own beside its head.
Look = dict[str, Any]
#: Columns that differ less were divided by nobody.
_ALIKE = 1.2


def write_ad_hoc(grid: TableGrid, title: Sequence[str]) -> dict[str, Any]:
    """The data of a table of kind `bebas` that prints every text of the grid below the lines of `title`."""
    looks = _read_looks(grid)
    data: dict[str, Any] = {"jenis": "bebas", "judul": title}
    if grid.landscape or grid.width > 7:
        data["lanskap"] = True
    columns = _columns_below(grid, looks, 0, 0, grid.width)
    # Merges that cross each other leave columns without a head of their own.
    whole = len(bebas.find_columns(columns)) == grid.width
    data["kolom"] = columns if whole else _flat_columns(grid, looks)
    data["baris"] = [_write_row(row) for row in [*grid.numbers, *grid.body]]
    return data


def _flat_columns(grid: TableGrid, looks: list[Look]) -> list[dict[str, Any]]:
    """One head a column, for heads whose merges are no tree."""
    titles = (words.escape_marks(path.replace(" / ", "\n")) for path in grid.head_paths())
    return [{"judul": title, **look} for title, look in zip(titles, looks, strict=True)]


def _columns_below(grid: TableGrid, looks: list[Look], level: int, start: int, end: int) -> list[dict[str, Any]]:
    """The columns from `start` to `end` as the head rows from `level` on name them."""
    columns: list[dict[str, Any]] = []
    for box in grid.heads[level] if level < len(grid.heads) else []:
        if not start <= box.column < end:
            continue
        last, title = min(end, box.column + box.span), words.escape_marks(box.text)
        under = (inner for row in grid.heads[level + 1 :] for inner in row if box.column <= inner.column < last)
        if any(inner.lines for inner in under):
            below = _columns_below(grid, looks, level + 1, box.column, last)
            columns += [{"judul": title, "kolom": below}] if box.lines else below
        else:
            leaves: list[dict[str, Any]] = [{"judul": "", **looks[column]} for column in range(box.column, last)]
            columns.append({**leaves[0], "judul": title} if len(leaves) == 1 else {"judul": title, "kolom": leaves})
    return columns


def _read_looks(grid: TableGrid) -> list[Look]:
    """How wide each column is, and how most of its cells are aligned."""
    looks: list[Look] = []
    for column, width in enumerate(_read_widths(grid) or _measure_widths(grid)):
        aligns = Counter(
            box.align for row in grid.body for box in row if (box.column, box.span) == (column, 1) and box.lines
        )
        align, count = max(aligns.items(), key=lambda one: one[1], default=("", 0))
        looks.append({"lebar": width, **({"rata": align} if align and 2 * count > aligns.total() else {})})
    return looks


def _read_widths(grid: TableGrid) -> list[float]:
    """Relative widths as the table says them; none where it leaves them to Word, and all are alike."""
    least = min(grid.widths, default=0)
    if least <= 0 or max(grid.widths) <= _ALIKE * least:
        return []
    return [round(width / least, 1) for width in grid.widths]


def _measure_widths(grid: TableGrid) -> list[float]:
    """Relative widths: as the longest lines want, within bounds."""
    longest = [4] * grid.width
    for row in [*grid.heads, *grid.body]:
        for box in row:
            for line in box.lines:
                need = len(line) if box.span == 1 else 0
                longest[box.column] = max(longest[box.column], min(need, 36))
    return [round(max(1.0, length / 6), 1) for length in longest]


def _write_row(row: Sequence[Box]) -> Any:
    bold = all(box.bold for box in row if box.lines)
    if bold or any(box.span > 1 for box in row):
        cells = [_write_cell(box) if box.span == 1 else {"teks": _write_cell(box), "gabung": box.span} for box in row]
        return {"sel": cells, "tebal": True} if bold else {"sel": cells}
    return [_write_cell(box) for box in row]


def _write_cell(box: Box) -> Any:
    lying = [" ".join(words.write_content(line).split()) for line in box.spans]
    lines = lying if len(lying) == len(box.lines) else [words.escape_marks(line) for line in box.lines]
    return "" if not lines else lines[0] if len(lines) == 1 else lines
