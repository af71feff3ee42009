"""The rows of a plan that an export is matched with: found by code or name, changed, added to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from renjadoc.content.load import Source
from renjadoc.content.pointers import join
from renjadoc.matching import fold_name
from renjadoc.nomenclature.entry import DEPTHS
from renjadoc.sheets.sipd.records import Part, code_order, level_key

#: The lists of a plan, from the top.
LISTS = tuple(DEPTHS)
#: What a row of each level is called.
NAMES = ("program", "kegiatan", "sub kegiatan")


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
    #: The code of what it stands below, if that has one.
    code_above: str = ""
    below: list[PlanRow] = field(default_factory=list)
    #: How many rows stood below it at first.
    stood: int = 0

    def add_row(self, cells: dict[str, Any]) -> PlanRow:
        """A new row below this one, before the first whose code comes after its own; without a code at the end."""
        key, within = LISTS[self.depth + 1], self.within or (self if self.target else None)
        index = self._find_index(code_order(cells.get("kode") or ""))
        stands = next((row.index for row in self.below[index:] if not row.target), self.stood)
        at, target = join(self.pointer, key, index), join(self.pointer, key, stands)
        self.below.insert(index, PlanRow(self.file, at, self.depth + 1, cells, target, within))
        return self.below[index]

    def _find_index(self, order: tuple[bool, tuple[int, ...]]) -> int:
        """Where a code belongs: behind the last that is not after it, so that rows in another order stay."""
        after = [index for index, row in enumerate(self.below) if code_order(row.cells.get("kode") or "") <= order]
        return after[-1] + 1 if after else 0

    @property
    def index(self) -> int:
        """Where a row of the content stands in its list."""
        return int(self.pointer.rpartition("/")[2])

    @property
    def is_starter(self) -> bool:
        """Whether it is a row to begin with, of which nobody filled in anything, nor below it."""
        if (
            self.target
            or self.cells.get("nama") != f"Nama {NAMES[self.depth]}"
            or not all(row.is_starter for row in self.below)
        ):
            return False
        return all(not value for key, value in self.cells.items() if key not in {"kode", "nama", *LISTS})

    def set_cell(self, key: str, value: object) -> None:
        """A code that was not there comes first."""
        self.cells = {**self.cells, key: value} if key in self.cells else {key: value, **self.cells}

    def write_row(self) -> dict[str, Any]:
        """A new row with all below it, as the file has it."""
        if self.depth + 1 == len(LISTS):
            return self.cells
        return {**self.cells, LISTS[self.depth + 1]: [row.write_row() for row in self.below]}

    def place_rows(self, pointer: str = "") -> Iterator[tuple[PlanRow, str]]:
        """This row and all below it, with the pointers that they have within what `write_row` writes."""
        yield self, pointer
        for index, row in enumerate(self.below):
            yield from row.place_rows(join(pointer, LISTS[self.depth + 1], index))

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
        name = fold_name(row.cells["nama"])
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
        row = self._by_name.get((above, fold_name(part.name)))
        if row is not None and not (part.code and row.cells.get("kode")):
            return row
        alone = [row for row in self._without_code.get(fold_name(part.name), []) if _fits_above(part, row)]
        return alone[0] if len(alone) == 1 else None


def _fits_above(part: Part, row: PlanRow) -> bool:
    """Whether a code may be that of a row without one: what that stands below has no other."""
    above, code = level_key(row.code_above), level_key(part.code)
    return not part.code or not row.code_above or code[: len(above)] == above
