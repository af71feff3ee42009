"""What stands over the columns of a table that was filled for trial, and which of its head rows stand there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from renjadoc.word.names import W

#: The law numbers columns, some with how they are computed: `9 = 8/7`.
_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")


class TableHead(NamedTuple):
    """By column: what its head says, and its number; and the texts of rows that stand there twice.

    `levels` tell by column how many of the cells over it say something, how many of these stand over it alone, and how
    many are left blank; one that goes on with the one above is not counted.
    """

    titles: list[str]
    numbers: list[str]
    doubled: list[str]
    levels: list[list[int]]


class _Cell(NamedTuple):
    text: str
    span: int
    goes_on: bool


def read_head(rows: Sequence[Any]) -> TableHead:
    """The head that these rows of a table are together; a cell over several columns is the head of each."""
    titles: list[str] = []
    numbers: list[str] = []
    texts: list[str] = []
    levels: list[list[int]] = []
    for row in rows:
        cells = [_read_cell(cell) for cell in row.iterchildren(f"{W}tc")]
        said = [cell.text for cell in cells if cell.text]
        texts.append(" | ".join(said))
        # One number may be missing, and the row is still that of the numbers.
        is_numbers = bool(said) and all(map(_NUMBER.fullmatch, said))
        _add_row(numbers if is_numbers else titles, cells)
        if not is_numbers:
            _count_levels(levels, cells)
    width = max(len(titles), len(numbers))
    doubled = [text for index, text in enumerate(texts) if text and text in texts[:index]]
    return TableHead(titles + [""] * (width - len(titles)), numbers, doubled, levels)


def measure_row(row: Any) -> int:
    """How many columns of its table a row reaches over, with those that it says to leave out at its sides."""
    after = row.find(f"{W}trPr/{W}gridAfter")
    return (
        read_left_out(row)
        + (0 if after is None else _read_number(after))
        + sum(measure_cell(cell) for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row)
    )


def read_left_out(row: Any) -> int:
    """How many columns of its table a row leaves out before its first cell."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    return 0 if before is None else _read_number(before)


def measure_cell(cell: Any) -> int:
    """How many columns a cell stands over."""
    return _read_cell(cell).span


def read_row(row: Any) -> str:
    """The text of a row, cell by cell, without what tables in its cells say."""
    cells = row.iterchildren(f"{W}tc", f"{W}sdt")
    return " ".join("".join(node.text or "" for node in own_texts(cell, row)) for cell in cells)


def own_texts(cell: Any, row: Any) -> Iterator[Any]:
    """The texts of a cell of a row, without those of tables in it."""
    return (node for node in cell.iter(f"{W}t") if next(node.iterancestors(f"{W}tr")) is row)


def _read_cell(cell: Any) -> _Cell:
    span, merged = (cell.find(f"{W}tcPr/{W}{name}") for name in ("gridSpan", "vMerge"))
    text = " ".join("".join(cell.itertext(f"{W}t")).split())
    goes_on = merged is not None and merged.get(f"{W}val") != "restart"
    return _Cell(text, 1 if span is None else _read_number(span), goes_on)


def _read_number(element: Any) -> int:
    stated = element.get(f"{W}val") or ""
    return min(int(stated), 100) if stated.isdigit() else 1


def _count_levels(levels: list[list[int]], cells: list[_Cell]) -> None:
    spread = [cell for cell in cells for _ in range(cell.span)]
    levels += [[0, 0, 0] for _ in range(len(spread) - len(levels))]
    for column, cell in zip(levels, spread, strict=False):
        column[0] += bool(cell.text)
        column[1] += bool(cell.text) and cell.span == 1
        column[2] += not cell.text and not cell.goes_on


def _add_row(columns: list[str], cells: list[_Cell]) -> None:
    spread = [cell.text for cell in cells for _ in range(cell.span)]
    columns += [""] * (len(spread) - len(columns))
    columns[: len(spread)] = [f"{above} {text}".strip() for above, text in zip(columns, spread, strict=False)]
