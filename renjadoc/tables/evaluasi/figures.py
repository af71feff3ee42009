"""What rows of the evaluation state, and the percentages that follow."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from renjadoc.tables.evaluasi.columns import KEYS, PERCENTAGES, REACHED
from renjadoc.tables.layout import Node
from renjadoc.tables.quantities import tingkat

_YEARS = ("renja_n-2", "renja_n-1")
_NO_FIGURES = {"kode", "nama", "bidang", "arah", "rumus", "tercatat", *KEYS}


def is_above(node: Node) -> bool:
    """Whether a row stands above others, so that it may be no more than a name."""
    return "kegiatan" in node or bool(node.get("sub_kegiatan"))


def figures_of(node: Node) -> dict[str, Any]:
    """What a row states, by the places of its cells (`renja_n-2/target`); nothing for a row that is only a name."""
    own = {key: value for key, value in node.items() if key not in _NO_FIGURES}
    years = {f"{year}/{key}": value for year in _YEARS for key, value in own.pop(year, {}).items()}
    stated = own | years
    return {} if is_above(node) and all(value is None for value in stated.values()) else stated


def percentages_of(node: Node) -> dict[str, Decimal | None]:
    """Both percentages of a row, unrounded, None where they cannot be computed; the names are those of `tercatat`."""
    stated = figures_of(node)
    if stated and "renja_n-1/realisasi" not in stated:
        stated["renja_n-1/realisasi"] = REACHED.of(node)
    return {
        name: tingkat(stated.get(reached), stated.get(wanted), node) for name, (reached, wanted) in PERCENTAGES.items()
    }
