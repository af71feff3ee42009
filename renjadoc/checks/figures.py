"""How checks compare figures and say them."""

from __future__ import annotations

from decimal import Decimal

from renjadoc.indonesian import angka
from renjadoc.tables.quantities import Cell


def agrees(stated: Decimal, computed: Decimal) -> bool:
    """Whether `stated` is `computed`, rounded or cut to as many decimals as it shows."""
    places = max(0, -int(stated.normalize().as_tuple().exponent))
    return abs(stated - computed) < Decimal(1).scaleb(-places)


def shown(cell: Cell) -> str:
    """What a cell says, for a message."""
    if isinstance(cell, list):
        return ", ".join(str(line) for line in cell)
    return angka(cell) if isinstance(cell, int | Decimal) else str(cell)
