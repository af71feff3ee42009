"""The evaluation by quarters of a year: begun from its plan, or taken on to a later quarter or year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables.evaluasi_triwulan.columns import LEVELS, QUARTERS, find_last, read_evaluated
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.years.new_rows import Growing, NewRows, find_row, grow_tables, plain_name, target_of

KIND = "evaluasi-triwulan"
_TITLE = "Capaian Renja Tahun {{ tahun }} sampai dengan Triwulan {{ perubahan.triwulan }}"
#: What E.81 states of the Renstra.
_RENSTRA = ("target_renstra", "pagu_renstra", "realisasi_renstra", "anggaran_renstra")
_KEYS = tuple(level.key for level in LEVELS)


def begin_quarters(plans: Iterable[Node], quarter: str) -> Node:
    """The table in which an office states what was reached until the quarter: all rows of its plans, open."""
    asked = _list_asked({}, range(1, QUARTERS.index(quarter) + 2))
    rows = [_start_row(program, 0, asked) for plan in plans for program in plan["program"]]
    return {"jenis": KIND, "judul": [_TITLE], "program": rows}


def _list_asked(data: Node, numbers: Iterable[int]) -> tuple[str, ...]:
    """What a table asks of its lowest rows for these quarters: the amount of the plan, then those of each quarter."""
    if data.get("tanpa_anggaran"):
        return tuple(f"kinerja_{number}" for number in numbers)
    return ("pagu", *(f"{side}_{number}" for number in numbers for side in ("kinerja", "anggaran")))


def renew_quarters(stated: Node, plans: Iterable[Node], quarter: str) -> Node:
    """The table of an earlier quarter taken on to a later one: what was stated stays, beside the plans' targets."""
    last = find_last(stated, quarter)
    asked = _list_asked(stated, (last,) if stated.get("kumulatif") else range(1, last + 1))
    fresh = [_start_row(program, 0, asked) for plan in plans for program in plan["program"]]
    return {**stated, "program": list(_renew_rows(stated["program"], fresh, 0))}


def _renew_rows(stated: Sequence[Node], fresh: Sequence[Node], depth: int) -> Iterator[Node]:
    """The rows of the plan with what was stated of them, then those that it does not have any more."""
    known: set[int] = set()
    below = _KEYS[depth + 1] if depth + 1 < len(_KEYS) else ""
    for row in fresh:
        index = find_row(row, stated)
        if index is None or index in known:
            yield row
            continue
        known.add(index)
        was = stated[index]
        said = {key: value for key, value in was.items() if key not in {"target", "pagu"} and value is not None}
        yield (
            row | said | ({below: list(_renew_rows(was.get(below, []), row[below], depth + 1))} if below in row else {})
        )
    yield from (row for index, row in enumerate(stated) if index not in known)


def _start_row(planned: Node, depth: int, asked: Sequence[str]) -> Node:
    """A row of the plan; of the lowest, what has amounts, all that is `asked`. Those above may state theirs."""
    row: Node = {"kode": planned.get("kode"), "nama": planned["nama"]}
    if "bidang" in planned and depth == 0:
        row["bidang"] = planned["bidang"]
    if "pagu" not in planned:
        below = _KEYS[depth + 1]
        return row | {below: [_start_row(child, depth + 1, asked) for child in planned.get(below, [])]}
    row |= {key: planned.get(key) for key in ("indikator", "target")}
    return row | {key: planned.get(key) if key == "pagu" else None for key in asked} | {"catatan": ""}


# A year's step


def find_planned(folder: Folder) -> Iterator[tuple[str, str, Any]]:
    """What next year's tables evaluate is this year's plan: file, pointer and value of each target and amount."""
    planned = _index_plan(folder)
    for source in folder.tables_of(KIND):
        if read_evaluated(source.data, folder).years_back != 1:
            continue
        for row in walk_rows(LEVELS, source.data):
            names = (row.node.get("kode"), plain_name(row.node))
            plan = next((planned[row.depth, name] for name in names if name and (row.depth, name) in planned), None)
            stated = {"target": target_of(plan), "pagu": plan.get("pagu")} if plan else {}
            for key, value in stated.items():
                if key in row.node and value is not None:
                    yield folder.relative(source), f"{row.pointer}/{key}", value


def _index_plan(folder: Folder) -> dict[tuple[int, str], Node]:
    """The rows of the plan by level and code or name; what several rows are called is nobody's name."""
    found: dict[tuple[int, str], list[Node]] = {}
    for source in folder.tables_of("rencana-program"):
        for row in walk_rows(LEVELS, source.data):
            for name in {row.node.get("kode") or "", plain_name(row.node)} - {""}:
                found.setdefault((row.depth, name), []).append(row.node)
    return {place: rows[0] for place, rows in found.items() if len(rows) == 1}


class GrowingQuarters(Growing):
    """An evaluation by quarters that takes in the rows of the plan that it lacks."""

    target = "target"

    def start_row(self, planned: Node, depth: int) -> Node:
        """What is known of a row, all else open; it has the columns that the others have."""
        alone = {key: [] if key in _KEYS else value for key, value in planned.items()}
        row, used = _start_row(alone, depth, _list_asked(self.data, range(1, len(QUARTERS) + 1))), self._used_keys()
        if "target" in row:
            row |= dict.fromkeys((key for key in _RENSTRA if key in used), None)
        return {key: value for key, value in row.items() if key in used or key in {"kode", "bidang", "pagu"}}

    def _used_keys(self) -> set[str]:
        return {key for row in walk_rows(LEVELS, self.data) for key in row.node} | set(_KEYS)


def find_new_quarter_rows(folder: Folder) -> NewRows:
    """The rows of the plan that the evaluations by quarters do not have yet, where they evaluate the plan's year."""
    tables = [one for one in folder.tables_of(KIND) if read_evaluated(one.data, folder).years_back == 1]
    return grow_tables(folder, [GrowingQuarters(folder.relative(one), one.data) for one in tables])
