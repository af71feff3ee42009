"""Which indicator of the Renstra each measured one is, as the percentages of an old document tell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from renjadoc.adoption.words import split_tokens
from renjadoc.tables import forms
from renjadoc.tables.layout import Node
from renjadoc.tables.old import Built
from renjadoc.tables.quantities import tingkat
from renjadoc.tables.target_renstra import final_targets_of


def link_indicators(tables: Sequence[Built]) -> None:
    """Name for each measured indicator the one of the Renstra that its stated percentage was computed with."""
    renstra = [final_targets_of(built.data) for built in tables if built.kind == "target-renstra"]
    targets = {name: target for found in renstra for name, target in found.items()}
    for built in tables:
        if built.kind == "capaian-kinerja" and not forms.is_86(built.data):
            stated = {id(s.node): s.value for s in built.stated if s.key == "persen_renstra"}
            for indicator in built.data["indikator"]:
                indicator["indikator_renstra"] = _twin(indicator, stated.get(id(indicator)), targets)


def _twin(indicator: Node, stated: object, targets: dict[str, Any]) -> str | None:
    """The Renstra indicator of this name, or one of a like name whose final target gives the stated percentage."""
    if indicator["nama"] in targets:
        return str(indicator["nama"])
    wanted = set(split_tokens(indicator["nama"]))
    for name, target in targets.items():
        reached, final = (_bare(cell) for cell in (indicator["capaian"]["n-1"], target))
        percentage = tingkat(reached, final)
        common = wanted & set(split_tokens(name))
        if percentage is not None and len(common) * 2 >= len(wanted) and _near(percentage, stated):
            return name
    return None


def _bare(cell: object) -> Any:
    if isinstance(cell, int | float) and cell:
        return Decimal(str(cell))
    return cell.removesuffix("%").strip() if isinstance(cell, str) else cell


def _near(percentage: Decimal, stated: object) -> bool:
    return isinstance(stated, int | float) and abs(percentage - Decimal(str(stated))) < Decimal("0.06")
