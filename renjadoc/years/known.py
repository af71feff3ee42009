"""What a year's step need not ask, because the folder knows it: targets of its plan, and of the Renstra."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from renjadoc import indonesian
from renjadoc.content.folder import Folder
from renjadoc.matching import fold_name
from renjadoc.tables import target_renstra
from renjadoc.tables.evaluasi import LEVELS as EVALUATED
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.tables.quantities import Cell, quantities
from renjadoc.tables.rencana_program.columns import LEVELS as PLANNED
from renjadoc.years.new_rows import plain_name, target_of
from renjadoc.years.quarters import find_planned


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
    for file, pointer, value in find_planned(folder):
        found[file, pointer] = Known(value, f"rencana Tahun {folder.tahun}")
    renstra = _read_renstra(folder, folder.tahun + 1)
    for kind, match in _OF_RENSTRA.items():
        for source in folder.tables_of(kind):
            for pointer, value, year in match(source.data, renstra, folder.tahun + 1):
                found[folder.relative(source), pointer] = Known(value, f"target Renstra Tahun {year}")
    for file, pointer, value in _match_judged(folder):
        found.setdefault((file, pointer), Known(value, f"target capaian kinerja Tahun {folder.tahun - 1}"))
    return found


def say_value(value: object) -> str:
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
            if value is not None and _counts_same(value, row.node.get("target_renstra")):
                yield f"{row.pointer}/renja_n-1/target", value


def _counts_same(target: Any, final: Any) -> bool:
    """Whether two targets may be of one indicator: plan and evaluation can measure a kegiatan by different ones."""
    one, other = quantities(target), quantities(final)
    return one is None or other is None or {unit for _, unit in one} == {unit for _, unit in other}


# Targets of the Renstra, for the same indicators elsewhere

#: Name of an indicator, as such are compared -> year -> target.
_Renstra = dict[str, dict[int, Any]]
#: Pointer of a cell, the target it gets, the year this is of.
_Matches = Iterator[tuple[str, Any, int]]


def _read_renstra(folder: Folder, year: int) -> _Renstra:
    """The targets of each indicator by year, as far as the period has them; what two of a name say otherwise is not
    known."""
    years = target_renstra.target_years(folder)
    found: _Renstra = {}
    for source in folder.tables_of(target_renstra.KIND.name) if year <= years[-1] else ():
        for _, node in target_renstra.walk_indicators(source.data):
            targets = dict(zip(years, node["target"], strict=False))
            kept = found.setdefault(fold_name(node["nama"]), targets)
            found[fold_name(node["nama"])] = {one: kept[one] for one in kept if kept[one] == targets.get(one)}
    return found


def _match_achievements(data: Node, renstra: _Renstra, year: int) -> _Matches:
    for index, node in enumerate(data["indikator"]):
        targets = renstra.get(fold_name(node.get("indikator_renstra") or node["nama"]), {})
        for step in node.get("target", {}):
            wanted = year + _step(step)
            if targets.get(wanted) is not None:
                yield f"/indikator/{index}/target/{step}", _in_unit(targets[wanted], node, node["target"]), wanted


def _match_performance(data: Node, renstra: _Renstra, year: int) -> _Matches:
    """The targets of an indicator of the office: of the year that is judged, of the plan's, and of the next."""
    for index, node in enumerate(data.get("indikator", [])):
        targets = renstra.get(fold_name(node["nama"]), {})
        for step in ("n-2", "n", "n+1"):
            wanted = year + _step(step)
            if f"target_{step}" in node and targets.get(wanted) is not None:
                yield f"/indikator/{index}/target_{step}", _in_unit(targets[wanted], node, node), wanted


def _match_judged(folder: Folder) -> Iterator[tuple[str, str, Any]]:
    """The targets of the year that is judged next, which the table of achievements has for the same indicators."""
    stated = {
        fold_name(node["nama"]): node["target"].get("n-1")
        for source in folder.tables_of("capaian-kinerja")
        for node in source.data["indikator"]
    }
    for source in folder.tables_of("kinerja-urusan"):
        for index, node in enumerate(source.data.get("indikator", [])):
            if (target := stated.get(fold_name(node["nama"]))) is not None:
                yield folder.relative(source), f"/indikator/{index}/target_n-2", _in_unit(target, node, node)


def _match_planned(data: Node, renstra: _Renstra, year: int) -> _Matches:
    """The targets of a row of the plan and of its prakiraan maju."""
    for row in walk_rows(PLANNED, data):
        names = row.node.get("indikator")
        found = [renstra.get(fold_name(str(name)), {}) for name in (names if isinstance(names, list) else [names])]
        for cell, wanted in (("target", year), ("target_maju", year + 1)):
            if cell not in row.node or any(targets.get(wanted) is None for targets in found):
                continue
            stated = row.node.get("target")
            like = stated if isinstance(stated, list) else [stated]
            said = [_say_like(targets[wanted], one) for targets, one in zip(found, like, strict=False)]
            if None not in said and len(like) == len(found):
                yield f"{row.pointer}/{cell}", said if isinstance(names, list) else said[0], wanted


#: Kinds of tables whose targets the Renstra may know.
_OF_RENSTRA: dict[str, Callable[[Node, _Renstra, int], _Matches]] = {
    "capaian-kinerja": _match_achievements,
    "kinerja-urusan": _match_performance,
    "rencana-program": _match_planned,
}


def _say_like(target: Cell, stated: Cell) -> Cell:
    """A target as the plan says its own, with the unit that a bare number has there; nothing where the units differ."""
    one, other = quantities(target), quantities(stated)
    if one is None or other is None or one[0][1] == other[0][1]:
        return target
    unit = str(stated).rpartition(" ")[2] if len(str(stated).split()) > 1 else ""
    return f"{say_value(target)} {unit}" if not one[0][1] and unit.casefold() == other[0][1] else None


def _step(name: str) -> int:
    """`n-2` -> -2, `n` -> 0."""
    return int(name[1:] or 0)


def _in_unit(target: object, node: Node, stated: Node) -> Any:
    """`57%` is 57 where the column of units says % already, unless the row's other values (`stated`) say it too."""
    is_said = node.get("satuan") == "%" and not any(
        str(value).endswith("%") for key, value in stated.items() if key != "satuan"
    )
    if isinstance(target, str) and target.endswith("%") and is_said:
        number = indonesian.baca_angka(target.removesuffix("%"))
        return target if number is None else int(number) if number == int(number) else number
    return target
