"""The rows of a plan that an export is matched with: found by code or name, changed, added to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from renjadoc.content.load import Source
from renjadoc.content.pointers import join
from renjadoc.sheets.sipd.records import Part, level_key, name_key

#: The lists of a plan, from the top.
LISTS = ("program", "kegiatan", "sub_kegiatan")


@dataclass(eq=False)
class PlanRow:
    """A program, kegiatan or sub kegiatan; `cells` are its values as they are after all that was taken so far.

    `target` is where a new row is put in; `within` is the new row above that it is put in with.
    """

    file: str
    pointer: str
    depth: int
    cells: dict[str, Any]
    target: str = ""
    within: PlanRow | None = None
    is_mentioned: bool = False
    below: list[PlanRow] = field(default_factory=list)
    #: How many rows stood below it at first.
    stood: int = 0

    def add_row(self, cells: dict[str, Any]) -> PlanRow:
        """A new row at the end of those below this one."""
        key, within = LISTS[self.depth + 1], self.within or (self if self.target else None)
        at, target = (join(self.pointer, key, index) for index in (len(self.below), self.stood))
        self.below.append(PlanRow(self.file, at, self.depth + 1, cells, target, within))
        return self.below[-1]

    def set_cell(self, key: str, value: Any) -> None:
        """A code that was not there comes first."""
        self.cells = {**self.cells, key: value} if key in self.cells else {key: value, **self.cells}

    def write_row(self) -> dict[str, Any]:
        """A new row with all below it, as the file has it."""
        if self.depth + 1 == len(LISTS):
            return self.cells
        return {**self.cells, LISTS[self.depth + 1]: [row.write_row() for row in self.below]}

    def walk_rows(self) -> Iterator[PlanRow]:
        """This row and all below it, parents before children."""
        yield self
        for row in self.below:
            yield from row.walk_rows()


def read_plan(source: Source) -> PlanRow:
    """A plan as the row that all of its programs stand below."""
    return _read_row(f"tabel/{source.path.stem}.json", "", -1, source.data)


def _read_row(file: str, pointer: str, depth: int, node: dict[str, Any]) -> PlanRow:
    row = PlanRow(file, pointer, depth, dict(node))
    if depth + 1 < len(LISTS):
        key = LISTS[depth + 1]
        row.below = [_read_row(file, join(pointer, key, i), depth + 1, one) for i, one in enumerate(node[key])]
        row.stood = len(row.below)
    return row


class LevelIndex:
    """The rows of one level, found by code, or by name below the row above."""

    def __init__(self) -> None:
        self._by_code: dict[tuple[str, ...], PlanRow] = {}
        self._by_name: dict[tuple[PlanRow | None, str], PlanRow] = {}
        self._without_code: dict[str, list[PlanRow]] = defaultdict(list)

    def add_row(self, row: PlanRow, above: PlanRow | None) -> None:
        name = name_key(row.cells["nama"])
        if row.cells.get("kode"):
            self._by_code.setdefault(level_key(row.cells["kode"]), row)
        else:
            # Only what has no code yet may be taken by its name alone.
            self._without_code[name].append(row)
        self._by_name.setdefault((above, name), row)

    def find_row(self, part: Part, above: PlanRow | None) -> PlanRow | None:
        """The row that a part of a record is; several records may be of one row."""
        if part.code and (row := self._by_code.get(level_key(part.code))) is not None:
            return row
        if not part.name:
            return None
        row = self._by_name.get((above, name_key(part.name)))
        if row is not None and not (part.code and row.cells.get("kode")):
            return row
        alone = self._without_code.get(name_key(part.name), [])
        return alone[0] if len(alone) == 1 else None
