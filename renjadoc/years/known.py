"""What a year's step need not ask, because the folder knows it: targets of its plan, and of the Renstra."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from renjadoc import indonesian
from renjadoc.content.folder import Folder
from renjadoc.tables import target_renstra
from renjadoc.tables.evaluasi import LEVELS as EVALUATED
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.tables.rencana_program.columns import LEVELS as PLANNED
from renjadoc.years.new_rows import plain_name, target_of


class Known(NamedTuple):
    """A value for a cell that the step would open, and where it comes from, in Indonesian."""

    value: Any
    why: str


#: File and pointer of a cell -> what is known for it.
KnownCells = dict[tuple[str, str], Known]


def find_known(folder: Folder) -> KnownCells:
    """What is known of the cells of next year's tables."""
    found: KnownCells = {}
    planned = _read_targets(folder)
    for source in folder.tables_of("evaluasi"):
        for pointer, value in _match_plan(source.data, planned):
            found[folder.relative(source), pointer] = Known(value, f"target rencana Tahun {folder.tahun}")
    renstra = _read_renstra(folder, folder.tahun + 1)
    for source in folder.tables_of("capaian-kinerja"):
        for pointer, value, year in _match_renstra(source.data, renstra, folder.tahun + 1):
            found[folder.relative(source), pointer] = Known(value, f"target Renstra Tahun {year}")
    return found


def say_value(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, list):
        return " / ".join(map(say_value, value))
    return indonesian.angka(value) if isinstance(value, int | Decimal) else str(value)


# Targets of the plan, for the evaluation


def _read_targets(folder: Folder) -> dict[tuple[int, str], Any]:
    """The targets of the plan by level and code or name; what two rows say otherwise is not known."""
    found: dict[tuple[int, str], Any] = {}
    for source in folder.tables_of("rencana-program"):
        for row in walk_rows(PLANNED, source.data):
            target = target_of(row.node)
            for key in _keys_of(row.node) if target else ():
                place = row.depth, key
                found[place] = target if found.get(place, target) == target else None
    return found


def _keys_of(node: Node) -> list[str]:
    return [text for text in (node.get("kode"), plain_name(node)) if text]


def _match_plan(data: Node, planned: dict[tuple[int, str], Any]) -> Iterator[tuple[str, Any]]:
    for row in walk_rows(EVALUATED, data):
        if "renja_n-1" in row.node:
            value = next((planned[key] for one in _keys_of(row.node) if (key := (row.depth, one)) in planned), None)
            if value is not None:
                yield f"{row.pointer}/renja_n-1/target", value


# Targets of the Renstra, for the achievements


def _read_renstra(folder: Folder, year: int) -> dict[str, dict[int, Any]]:
    """The targets of each indicator by year, as far as the period has them."""
    years = target_renstra.target_years(folder)
    if year > years[-1]:
        return {}
    tables = folder.tables_of(target_renstra.KIND.name)
    indicators = (node for source in tables for _, node in target_renstra.walk_indicators(source.data))
    return {node["nama"]: dict(zip(years, node["target"], strict=False)) for node in indicators}


def _match_renstra(data: Node, renstra: dict[str, dict[int, Any]], year: int) -> Iterator[tuple[str, Any, int]]:
    for index, node in enumerate(data["indikator"]):
        targets = renstra.get(node.get("indikator_renstra") or node["nama"], {})
        for step in node.get("target", {}):
            wanted = year + _step(step)
            if targets.get(wanted) is not None:
                yield f"/indikator/{index}/target/{step}", _in_unit(targets[wanted], node.get("satuan")), wanted


def _step(name: str) -> int:
    """`n-2` -> -2, `n` -> 0."""
    return int(name[1:] or 0)


def _in_unit(target: Any, unit: Any) -> Any:
    """`57%` is 57 where the column of units says % already."""
    if isinstance(target, str) and unit == "%" and target.endswith("%"):
        number = indonesian.baca_angka(target.removesuffix("%"))
        return target if number is None else int(number) if number == int(number) else number
    return target
