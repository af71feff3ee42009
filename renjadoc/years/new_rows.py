"""Rows of the plan that the evaluation does not have yet: a year later they are evaluated too, with their targets.

They come behind the rows that are there, so that nothing that is said of those by their places becomes untrue.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from renjadoc.content import pointers
from renjadoc.content.folder import Folder
from renjadoc.edits.edit import Edit
from renjadoc.matching import fold_name
from renjadoc.tables.evaluasi import LEVELS, figures_of
from renjadoc.tables.forms import is_86
from renjadoc.tables.layout import Node, walk_rows

_SUB = 2


class NewRow(NamedTuple):
    """A row of the next evaluation that has figures: where it will stand, and the target it got (None: open)."""

    file: str
    pointer: str
    name: str
    target: Any
    #: The pointer of the target within the row.
    cell: str = ""


class NewRows(NamedTuple):
    """The edits that make the rows, each with what stands below it, and the rows among them that have figures."""

    edits: list[Edit]
    rows: list[NewRow]


def find_new_rows(folder: Folder) -> NewRows:
    """What the plan of the folder's year has and its evaluations do not; without an evaluation nothing."""
    return grow_tables(folder, [Growing(folder.relative(one), one.data) for one in folder.tables_of("evaluasi")])


def grow_tables(folder: Folder, tables: Sequence[Growing]) -> NewRows:
    """What evaluations take in of the plans of the folder."""
    for plan in folder.tables_of("rencana-program") if tables else ():
        for program in plan.data["program"]:
            table = next((one for one in tables if find_row(program, one.data["program"]) is not None), tables[-1])
            table.take_in([program])
    return NewRows([edit for one in tables for edit in one.edits], [row for one in tables for row in one.list_rows()])


def find_row(planned: Node, rows: Sequence[Node]) -> int | None:
    """The row for what is planned: that of its code, or of its name, as codes change with the nomenclature."""
    code, name = planned.get("kode"), plain_name(planned)
    by_code = (index for index, row in enumerate(rows) if code and row.get("kode") == code)
    by_name = (index for index, row in enumerate(rows) if plain_name(row) == name)
    return next(by_code, next(by_name, None))


def plain_name(node: Node) -> str:
    """The name of a row without what differs between two who type it."""
    return fold_name(str(node["nama"]))


def target_of(node: Node) -> Any:
    """The target of a row of a plan; a kegiatan with a single sub kegiatan has that one's."""
    below = node.get("sub_kegiatan", [])
    target = node.get("target")
    return below[0].get("target") if target is None and len(below) == 1 else target


class Growing:
    """An evaluation that takes in what it lacks of plans; `edits` do the same in its file."""

    #: Where a row states its target.
    target = "renja_n-1/target"

    def __init__(self, file: str, data: Node) -> None:
        self.data, self.edits = copy.deepcopy(data), list[Edit]()
        self._file = file
        rows = list(walk_rows(LEVELS, data))
        self._has_sub = any(row.depth == _SUB for row in rows)
        self._has_programs = any(row.depth == 0 and figures_of(row.node) for row in rows)
        self._is_86 = is_86(data)
        self._sums = self._is_86 and not any("realisasi" in row.node.get("renja_n-1", {}) for row in rows)
        self._sizes: dict[str, int] = {}
        self._new: set[int] = set()

    def list_rows(self) -> Iterator[NewRow]:
        """The rows that came in and have figures."""
        for row in walk_rows(LEVELS, self.data):
            if id(row.node) in self._new and figures_of(row.node):
                target = pointers.follow_pointer(row.node, f"/{self.target}")
                yield NewRow(self._file, row.pointer, row.node["nama"], target, f"/{self.target}")

    def take_in(self, planned: Sequence[Node]) -> None:
        """Programs of a plan, with what is below them."""
        self._take_below(self.data, "", planned, 0)

    def _take_below(self, above: Node, pointer: str, planned: Sequence[Node], depth: int) -> None:
        key = LEVELS[depth].key
        rows, at = above[key], f"{pointer}/{key}"
        for one in planned:
            index = find_row(one, rows)
            if index is None:
                index = len(rows)
                rows.append(self.start_row(one, depth))
                self._new.add(id(rows[-1]))
                if id(above) not in self._new:  # Pointers of edits speak of the file as it was.
                    behind = self._sizes.setdefault(at, index)
                    self.edits.append(Edit(self._file, f"{at}/{behind}", "insert", rows[-1]))
            row = rows[index]
            below = LEVELS[depth + 1].key if depth < _SUB else ""
            if below in row and below in one:
                self._take_below(row, f"{at}/{index}", one[below], depth + 1)

    def start_row(self, planned: Node, depth: int) -> Node:
        """What is known of a row, all else open; a row above others is a name unless the plan states its target."""
        row: Node = {"kode": planned.get("kode"), "nama": planned["nama"]}
        target, below = target_of(planned), planned.get("sub_kegiatan", [])
        if depth == 0:
            row |= {"bidang": planned["bidang"]} if "bidang" in planned else {}
            row |= self._open_cells(planned, target) if self._has_programs else {}
            return row | {"kegiatan": []}
        # Sub kegiatan are evaluated as those of others are, or as their kegiatan has no target that is one.
        if below and (self._has_sub or target is None):
            stated = planned if planned.get("target") is not None else {}
            return row | self._open_cells(stated, stated.get("target")) | {"sub_kegiatan": []}
        return row | self._open_cells(below[0] if below and planned.get("target") is None else planned, target)

    def _open_cells(self, planned: Node, target: object) -> Node:
        indicator = planned.get("indikator")
        before = {"realisasi_sd_n-3": None} if self._is_86 else {"target_n-2": None, "realisasi_sd_n-2": None}
        return {
            "indikator": "; ".join(map(str, indicator)) if isinstance(indicator, list) else indicator,
            "target_renstra": None,
            **before,
            "renja_n-2": {"target": None, "realisasi": None},
            "renja_n-1": {"target": target} | ({} if self._sums else {"realisasi": None}),
        }
