"""Reads cells such as "30 koperasi" or ["25 label", "20 kemasan"] as quantities, and compares them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from renjadoc.indonesian import baca_jumlah

#: A cell of a table: a number, a text, several lines, or None while it is still open.
Cell = int | Decimal | str | list[Any] | None

Quantity = tuple[Decimal, str]


def quantities(cell: Cell) -> list[Quantity] | None:
    """The (number, unit) of every line of a cell; None when it is open, "-", or has a line that is no quantity."""
    lines = cell if isinstance(cell, list) else [cell]
    found = [_quantity(line) for line in lines]
    return [q for q in found if q is not None] if found and None not in found else None


def _quantity(line: Any) -> Quantity | None:
    if isinstance(line, int | Decimal) and not isinstance(line, bool):
        return Decimal(line), ""
    if not isinstance(line, str) or (read := baca_jumlah(line)) is None:
        return None
    return read[0], read[1].casefold()


def tingkat(realisasi: Cell, target: Cell) -> Decimal | None:
    """Realisation against target in percent, unrounded; None where either is missing or the target is zero.

    Cells of the same units are compared unit by unit and averaged; otherwise (45 paket against 25 label + 20 kemasan)
    the sums are compared.
    """
    reached, wanted = quantities(realisasi), quantities(target)
    if not reached or not wanted:
        return None
    if [unit for _, unit in reached] == [unit for _, unit in wanted]:
        ratios = [_ratio(r[0], w[0]) for r, w in zip(reached, wanted, strict=True)]
        known = [ratio for ratio in ratios if ratio is not None]
        return sum(known, Decimal(0)) / len(known) if len(known) == len(ratios) else None
    return _ratio(sum((n for n, _ in reached), Decimal(0)), sum((n for n, _ in wanted), Decimal(0)))


def _ratio(reached: Decimal, wanted: Decimal) -> Decimal | None:
    return reached * 100 / wanted if wanted else None


def rata_rata(values: list[Decimal | None]) -> Decimal | None:
    """The mean of percentages, unrounded; None when one is missing, so that no average hides a gap."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known and len(known) == len(values) else None
