"""How many decimals the percentages of one column are printed with: as many as the one that needs most."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from renjadoc.indonesian import bulatkan
from renjadoc.span import Carried, CarriedDecimal

Row = dict[str, Any]
#: How the names of computed percentages begin or end; what people enter is printed as it was entered.
_SIGNS = ("persen", "_persen")


def align_percentages(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with the percentages of each column rounded to two decimals, and all of them to as many as any has.

    So 100 beside 97.3 and 88.25 is printed `100,00`; a column of whole numbers stays one.
    """
    shapes = set(map(tuple, rows))
    names = {name for shape in shapes for name in shape if name.startswith(_SIGNS[0]) or name.endswith(_SIGNS[1])}
    if not names:
        return rows
    places = {name: max(_count_places(row.get(name)) for row in rows) for name in names}
    return [
        {name: _write(value, places[name]) if name in places else value for name, value in row.items()}
        if names & row.keys()
        else row
        for row in rows
    ]  # fmt: skip


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _count_places(value: Any) -> int:
    return -int(bulatkan(value).as_tuple().exponent) if _is_number(value) else 0


def _write(value: Any, places: int) -> Any:
    if not _is_number(value):
        return value
    written = bulatkan(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return CarriedDecimal(written) if isinstance(value, Carried) else written
