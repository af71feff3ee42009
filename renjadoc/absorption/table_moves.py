"""Rows that were moved in a printed table: to which place of their file each goes, with all that stands below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from renjadoc.absorption.table_cells import OpenTable, say_cell
from renjadoc.absorption.table_marks import Value, find_titles, values_in
from renjadoc.content.pointers import index_of, join, parent_of
from renjadoc.edits.order import find_rising

_UNCLEAR = "tempat barunya tidak pasti"
_LEFT = "baris di bawahnya tidak ikut dipindah"

#: The file and the pointer of a row.
_Place = tuple[str, str]


class MovedRow(NamedTuple):
    """A row of a file that goes to `pointer`, as an edit of it says; `old` and `new` tell its places in words."""

    file: str
    source: str
    pointer: str
    title: str
    old: str
    new: str


class _Spot(NamedTuple):
    """A row of a file that a table names; `value` is its name, None in a table of the office's own form."""

    file: str
    pointer: str
    depth: int
    title: str
    value: Value | None = None

    @property
    def place(self) -> _Place:
        return self.file, self.pointer


class UnclearError(Exception):
    """Why rows cannot be moved, in words."""


#: What stands above the widest rows.
_TOP = ("", "")


@dataclass
class _Tree:
    """The rows of a file as a table shows them: by their places what they are, what is above, below, and printed."""

    spots: dict[_Place, _Spot] = field(default_factory=dict)
    above: dict[_Place, _Place] = field(default_factory=dict)
    below: dict[_Place, list[_Place]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[_Place, list[int]] = field(default_factory=lambda: defaultdict(list))

    def flatten(self, rows: dict[_Place, list[int]], place: _Place = _TOP) -> Iterator[int]:
        """The rows of the table in their order, those of each place as `rows` has them."""
        yield from rows.get(place, ())
        for child in self.below.get(place, ()):
            yield from self.flatten(rows, child)


def shows_rows(table: OpenTable, row: int) -> bool:
    """Whether a printed row shows anything of the file."""
    is_body = row >= table.count_heads()
    return is_body and (table.is_ad_hoc or any(values_in(cell) for cell in table.find_row(row)))


def is_within(table: OpenTable, row: int, move: MovedRow) -> bool:
    """Whether a printed row shows what a move takes along."""
    if table.is_ad_hoc:
        return join("/baris", row - table.count_heads()) == move.source
    shown = (value.row.pointer for cell in table.find_row(row) for value in values_in(cell))
    return any(f"{pointer}/".startswith(f"{move.source}/") for pointer in shown)


def find_moves(table: OpenTable, returned: Sequence[int]) -> list[MovedRow]:
    """The moves that bring rows of the table into the order `returned`. Raises UnclearError.

    These rows all show something of the file; what was moved besides stays where its row does.
    """
    was, now = _read_tree(table, sorted(returned)), _read_tree(table, returned)
    moved = list(_find_moved(was, now))
    for place in moved:
        if any(now.above[child] != place for child in was.below.get(place, ())):
            raise UnclearError(_LEFT)
    _check_heads(was, now, returned)
    if list(now.flatten(was.rows)) != list(returned):
        raise UnclearError(_UNCLEAR)
    return [_describe_move(was, now, moved, place) for place in moved]


def _list_spots(table: OpenTable, row: int) -> list[_Spot]:
    """The rows of the file that a printed row names, the widest first."""
    if table.is_ad_hoc:
        title = next(filter(None, map(say_cell, table.table.rows[row].cells)), "")
        return [_Spot(table.file, join("/baris", row - table.count_heads()), 0, title)]
    titles = find_titles(table.find_row(row))
    return [_Spot(one.file, one.row.pointer, one.row.depth, table.say(one.now), one) for one in titles]


def _read_tree(table: OpenTable, order: Sequence[int]) -> _Tree:
    """The rows of the table in an order, each below the last wider one. Raises UnclearError."""
    tree, open_spots = _Tree(), list[_Spot]()
    for row in order:
        for spot in _list_spots(table, row):
            if any(spot.place == one.place for one in open_spots):
                continue
            del open_spots[spot.depth :]
            if len(open_spots) < spot.depth or spot.place in tree.spots:
                raise UnclearError(_UNCLEAR)
            above = open_spots[-1].place if open_spots else _TOP
            tree.spots[spot.place], tree.above[spot.place] = spot, above
            tree.below[above].append(spot.place)
            open_spots.append(spot)
        tree.rows[open_spots[-1].place if open_spots else _TOP].append(row)
    if len({file for file, _ in tree.spots}) > 1:
        raise UnclearError(_UNCLEAR)
    return tree


def _find_moved(was: _Tree, now: _Tree) -> Iterator[_Place]:
    """The places whose rows were moved, as few as explain the new order."""
    for above, places in now.below.items():
        stay = [place for place in places if was.above[place] == above]
        rising = find_rising([was.below[above].index(place) for place in stay])
        kept = {place for number, place in enumerate(stay) if number in rising}
        yield from (place for place in places if place not in kept)


def _check_heads(was: _Tree, now: _Tree, returned: Sequence[int]) -> None:
    """What is named in the first row below it stays with that row. Raises UnclearError."""
    stands = {row: at for at, row in enumerate(returned)}
    for place, below in was.below.items():
        if place == _TOP or was.rows.get(place) or not below:
            continue
        first, *others = [min(stands[row] for row in now.flatten(was.rows, child)) for child in below]
        if now.below.get(place, [])[:1] != below[:1] or any(other < first for other in others):
            raise UnclearError(_UNCLEAR)


def _describe_move(was: _Tree, now: _Tree, moved: Collection[_Place], place: _Place) -> MovedRow:
    """Behind the nearest row before it that stays. Raises UnclearError."""
    spot, above = was.spots[place], now.above[place]
    siblings = now.below[above]
    at = siblings.index(place)
    stands = [(one, above) for one in siblings if one not in moved]
    if any(parent_of(one[1]) != parent[1] for one, parent in [*stands, (place, was.above[place])]):
        raise UnclearError(_UNCLEAR)  # The name of what is above is not printed.
    before = next((one for one in reversed(siblings[:at]) if one not in moved), None)
    pointer = join(_find_list(spot, now.spots.get(above)), index_of(before[1]) + 1 if before else 0)
    old, new = f"urutan ke-{index_of(spot.pointer) + 1}", f"urutan ke-{at + 1}"
    if was.above[place] != above:
        old, new = (now.spots[one].title for one in (was.above[place], above))
    return MovedRow(spot.file, spot.pointer, pointer, spot.title, old, new)


def _find_list(spot: _Spot, above: _Spot | None) -> str:
    """The pointer of the list below `above` that takes a row in. Raises UnclearError."""
    if spot.value is None or above is None or above.value is None:
        return spot.pointer.rpartition("/")[0]
    key = spot.value.level.key
    if not isinstance(above.value.row.node.get(key), list):
        raise UnclearError(_UNCLEAR)
    code, wide = _read_code(spot.value), _read_code(above.value)
    is_elsewhere = parent_of(spot.pointer) != above.pointer
    if is_elsewhere and code and wide and not code.startswith(f"{wide}."):
        raise UnclearError(f"kodenya {code}, sedangkan di sana kodenya {wide}")
    return join(above.pointer, key)


def _read_code(value: Value) -> str:
    column = value.layout.column(value.level.code) if value.level.code else None
    entry = column.entry(value.level.key) if column else None
    return str(entry.of(value.row.node) or "").strip(" .") if entry else ""
