"""Rows that were put into a printed table or taken out of it, as rows of its file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from renjadoc.absorption.table_cells import OpenTable, read_entry, say_cell, squeeze
from renjadoc.absorption.table_marks import Pieces, Value, find_titles, values_in
from renjadoc.adoption.below import says_signing
from renjadoc.adoption.grids import cell_lines
from renjadoc.content.pointers import join, split, value_at
from renjadoc.matching import fold_name
from renjadoc.sheets.excel.nodes import with_value
from renjadoc.sheets.excel.row_cells import make_row
from renjadoc.tables import bebas, old
from renjadoc.unbroken import as_seen
from renjadoc.word.reader.document import WordCell, WordRow

_ELSEWHERE = "tambahkan lewat Excel atau halaman kerja"


class AddedRow(NamedTuple):
    """A row that comes into a list of a file: where, what it says, its name, what it is known by once it is taken."""

    file: str
    pointer: str
    value: Any
    title: str
    marks: tuple[str, ...] = ()


class _Fit(NamedTuple):
    """A row of the table that a new one is like: its values by the level of their rows, how many cells it leaves."""

    titles: list[Value]
    values: Mapping[str, Mapping[str, Any]]
    unused: int


# Rows that are gone


def find_gone(table: OpenTable, removed: Collection[int]) -> tuple[dict[int, tuple[str, str]], list[int]]:
    """By the rows that are gone the file and pointer of what goes with them; and those of which all stays."""
    if table.is_ad_hoc:
        heads = table.count_heads()
        inside = {row for row in removed if 0 <= row - heads < len(table.data["baris"])}
        gone = {row: (table.file, join("/baris", row - heads)) for row in sorted(inside)}
        return gone, sorted(set(removed) - inside)
    shown = {row: table.find_row(row) for row in range(len(table.table.rows))}
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row, cells in shown.items():
        for value in (value for cell in cells for value in values_in(cell)):
            for place in _list_above(*value.place):
                holders[place].add(row)
    going = {place for place, rows in holders.items() if rows <= set(removed)}
    gone, told = {}, []
    for row in sorted(removed):
        places = [title.place for title in find_titles(shown[row]) if title.place in going]
        if not places:
            told += [] if _all_go(shown[row], going) else [row]
        elif not any(above in going for above in list(_list_above(*places[0]))[1:]):
            gone[row] = places[0]
    return gone, told


def _all_go(shown: list[Pieces], going: Collection[tuple[str, str]]) -> bool:
    """Whether a row says more of nothing but what goes: its result, its other indicators."""
    values = [value for cell in shown for value in values_in(cell)]
    return bool(values) and all(value.place in going for value in values)


def _list_above(file: str, pointer: str) -> Iterator[tuple[str, str]]:
    """The place of a row and those of all rows above it, from itself up."""
    keys = split(pointer)
    for length in range(len(keys), 0, -2):
        yield file, join("", *keys[:length])


# Rows that are new


def find_twin(table: OpenTable, added: AddedRow, newer: Collection[int]) -> bool:
    """Whether one of the rows `newer`, which the folder got meanwhile, says in its list all that `added` says."""
    if table.is_ad_hoc:
        heads = table.count_heads()
        return any(value_at(table.data, join("/baris", row - heads)) == added.value for row in newer)
    titles = [title for row in newer for title in find_titles(table.find_row(row)) if title.file == added.file]
    above = added.pointer.rpartition("/")[0]
    return any(
        title.row.pointer.rpartition("/")[0] == above and _says_all(title.row.node, added.value) for title in titles
    )


def _says_all(whole: object, part: object) -> bool:
    """Whether a value says all that another does; what is open says nothing."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(value in (None, "", []) or _says_all(whole.get(key), value) for key, value in part.items())
    return bool(whole == part)


@dataclass
class RowWriter:
    """Finds what new rows say; `open` are the rows that came in last, which the next may stand below."""

    table: OpenTable
    open: list[tuple[int, Any, str]] = field(default_factory=list)

    def write_row(self, before: int, row: WordRow, *, follows_new: bool) -> AddedRow | str:
        """The row of the file that `row`, which stands before the row `before`, adds; in words why there is none.

        What goes below a row that came in just before is put into that, and named with its place.
        """
        if not follows_new:
            self.open.clear()
        if self.table.is_ad_hoc:
            return self._write_ad_hoc(before, row)
        if any(says_signing(say_cell(cell)) for cell in row.cells):
            return "tampaknya tanda tangan; ketik di bawah tabel, sebagai paragraf"
        fits, reasons = self._find_fits(before, row)
        if not fits and (completed := self._complete_row(before, row)):
            return completed
        if not fits:
            return next((f"{reason}; {_ELSEWHERE}" for reason in reasons), f"jenis barisnya tidak jelas; {_ELSEWHERE}")
        fit = min(fits, key=lambda one: one.unused)
        made = self._make_rows(fit)
        title = str(made[0][1].get("nama") or next(iter(fit.values.values())).get(fit.titles[0].column.id, ""))
        return self._place_row(before, fit, made, title)

    def _complete_row(self, before: int, row: WordRow) -> AddedRow | None:
        """What a row says more of the one that came in just before it: its result, its indicator and targets."""
        for other in self._list_near(before, row) if self.open else ():
            shown = self.table.find_row(other)
            held = [value for cell in shown for value in values_in(cell)]
            depth, node, _ = self.open[-1]
            if find_titles(shown) or {value.row.depth for value in held} != {depth}:
                continue
            level, layout = held[0].level, held[0].layout
            fit = _read_like(shown, row, {}, level.key)
            if isinstance(fit, _Fit) and fit.values[level.key]:
                for id, value in fit.values[level.key].items():
                    if (entry := layout.column(id).entry(level.key)) is not None:
                        node.update(with_value(node, entry.keys, value))
                return AddedRow(held[0].file, "", node, str(node.get("nama", "")))
        return None

    def _list_near(self, before: int, row: WordRow) -> list[int]:
        """The rows with the same cells as a new one, the nearest to its place first."""
        spans, rows = [cell.span for cell in row.cells], self.table.table.rows
        same = (other for other in range(len(rows)) if [cell.span for cell in rows[other].cells] == spans)
        return sorted(same, key=lambda other: (abs(other + 0.5 - before), other))

    def _place_row(self, before: int, fit: _Fit, made: list[tuple[int, Any]], title: str) -> AddedRow | str:
        (depth, value), layout, file = made[0], fit.titles[0].layout, fit.titles[0].file
        key = layout.levels[depth].key
        self.open = [one for one in self.open if one[0] <= depth]
        parents = [one for one in self.open if one[0] == depth - 1]
        if parents:
            parents[-1][1].setdefault(key, []).append(value)
            pointer = parents[-1][2]
            self._open_rows(made, pointer)
            return AddedRow(file, "", value, title)
        siblings = [one for one in self.open if one[0] == depth]
        pointer = siblings[-1][2] if siblings else self._find_place(before, depth, key, file)
        if not pointer:
            return f"baris di atasnya tidak dapat memuatnya; {_ELSEWHERE}"
        self._open_rows(made, pointer)
        return AddedRow(file, pointer, value, title)

    def _open_rows(self, made: list[tuple[int, Any]], pointer: str) -> None:
        first = made[0][0]
        self.open = [one for one in self.open if one[0] < first]
        self.open += [(depth, node, pointer) for depth, node in made]

    def _find_place(self, before: int, depth: int, key: str, file: str) -> str:
        """Where a row of a level goes, behind the rows above it; empty where these tell nothing."""
        above = next((titles[-1] for row in range(before - 1, -1, -1) if (titles := self._titles(row, file))), None)
        if above is None:
            below = (
                titles[0] for row in range(before, len(self.table.table.rows)) if (titles := self._titles(row, file))
            )
            first = next(below, None)
            return join("", key, 0) if first is not None and depth == 0 else ""
        keys = split(above.row.pointer)
        if above.row.depth >= depth:
            *list_keys, index = keys[: 2 * (depth + 1)]
            return join("", *list_keys, int(index) + 1)
        if above.row.depth == depth - 1 and isinstance(above.row.node.get(key), list):
            return join(above.row.pointer, key, 0)
        return ""

    def _say_above(self, before: int) -> dict[str, str]:
        """The names above a place as they are printed, by their levels."""
        said: dict[str, str] = {}
        for row in range(before - 1, -1, -1):
            for title in find_titles(self.table.find_row(row)):
                said.setdefault(title.level.key, self.table.say(title.now))
        return said

    def _titles(self, row: int, file: str) -> list[Value]:
        return [title for title in find_titles(self.table.find_row(row)) if title.file == file]

    def _make_rows(self, fit: _Fit) -> list[tuple[int, Any]]:
        """The new rows from the widest level down, each within the one above, with their levels."""
        made: list[tuple[int, Any]] = []
        for title in fit.titles:
            depth, level = title.row.depth, title.level
            node = make_row(title.layout, depth, fit.values[level.key])
            if level.named_by:
                node[level.named_by] = title.row.node[level.named_by]
            if made:
                made[-1][1].setdefault(level.key, []).append(node)
            made.append((depth, node))
        return made

    def _find_fits(self, before: int, row: WordRow) -> tuple[list[_Fit], list[str]]:
        """The rows that the new one may be like, the nearest first, and why others are none."""
        fits: list[_Fit] = []
        reasons: list[str] = []
        above = self._say_above(before)
        for other in self._list_near(before, row):
            shown = self.table.find_row(other)
            if len(shown) == len(row.cells) and find_titles(shown):
                fit = _read_like(shown, row, above)
                if isinstance(fit, _Fit):
                    fits.append(fit)
                elif fit:
                    reasons.append(fit)
        return fits, reasons

    def _write_ad_hoc(self, before: int, row: WordRow) -> AddedRow | str:
        index = before - self.table.count_heads()
        if not 0 <= index <= len(self.table.data["baris"]):
            return _ELSEWHERE
        if sum(cell.span for cell in row.cells) != len(bebas.find_columns(self.table.data["kolom"])):
            return "selnya tidak sebanyak kolom tabel"
        values = [old.read_cell(_lines_of(cell)) for cell in row.cells]
        spans = [cell.span for cell in row.cells]
        written: Any = values
        if set(spans) != {1}:
            cells = zip(values, spans, strict=True)
            written = {"sel": [{"teks": value, "gabung": span} if span > 1 else value for value, span in cells]}
        return AddedRow(self.table.file, join("/baris", index), written, str(values[0] or ""))


def _read_like(shown: list[Pieces], row: WordRow, above: Mapping[str, str], going_on: str = "") -> _Fit | str:
    """A new row read as one that shows `shown`; in words, or empty, why it is none.

    `above` are the names that stand above it by their levels: repeated, or left blank, they begin nothing new.
    `going_on` is the level of a row that it only says more of.
    """
    texts = ["" if word.down == "continue" else say_cell(word) for word in row.cells]
    named = {value.level.key: text for cell, text in zip(shown, texts, strict=True) for value in _titles_in(cell)}
    titles = find_titles(shown)
    titles = [
        title
        for title in titles
        if title is titles[-1] or squeeze(named[title.level.key]) not in {"", squeeze(above.get(title.level.key, ""))}
    ]
    if not all(named[title.level.key] for title in titles):
        return ""
    values: dict[str, dict[str, Any]] = {key: {} for key in (*(title.level.key for title in titles), going_on) if key}
    unused = 0
    for cell, word, text in zip(shown, row.cells, texts, strict=True):
        held = values_in(cell)
        if not text or any(value.is_title and value.level.key not in values for value in held):
            continue
        if len(held) != 1 or held[0].level.key not in values:
            if not _is_computed(text):
                return ""
            unused += 1
            continue
        try:
            said = _read_parts(cell, held[0], _lines_of(word))
        except old.Unfit as error:
            return str(error)
        if said is None:
            return ""
        values[held[0].level.key] |= said
    return _Fit(titles, values, unused)


def _titles_in(cell: Pieces) -> list[Value]:
    return [value for value in values_in(cell) if value.is_title]


def _read_parts(cell: Pieces, value: Value, text: str) -> dict[str, Any] | None:
    """The value of a cell, and the code before it; None where the cell is of another kind of row. Raises old.Unfit."""
    said: dict[str, Any] = {}
    lead = "".join(piece for piece in cell if isinstance(piece, str)).strip()
    if lead:
        code, _, text = text.strip().partition(" ")
        if old.CODE.fullmatch(lead) is None or old.code_depth(code) != old.code_depth(lead):
            return None
        said[value.level.code] = old.read_code(code)
    becomes = read_entry(value.entry.kind, text)
    is_code = value.entry.kind.name == "kode"
    if is_code and old.code_depth(becomes) != old.code_depth(str(value.now or "")):
        return None
    return {**said, value.column.id: becomes}


def _is_computed(text: str) -> bool:
    """Whether a text may stand in a cell that nobody fills: a number, a sum, a sign that something is open."""
    return not any(map(str.isalpha, text)) or text.casefold() in {"rp", "nihil"}


def _lines_of(cell: WordCell) -> str:
    return as_seen("\n".join(cell_lines(cell.blocks)))


def keep_fullest(rows: Iterable[tuple[AddedRow, Any]]) -> list[tuple[AddedRow, Any]]:
    """Of rows that several tables show the one that says most; each comes with what belongs to it."""
    found: dict[tuple[str, str, str], tuple[AddedRow, Any]] = {}
    for row, other in rows:
        key = (row.file, row.pointer, fold_name(row.title))
        if key not in found or _count_said(row.value) > _count_said(found[key][0].value):
            found[key] = row, other
    return list(found.values())


def _count_said(value: object) -> int:
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return sum(map(_count_said, members)) + (value not in (None, "", []))
