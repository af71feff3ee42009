"""What becomes of the rows of a table, said as edits of its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from renjadoc.content.pointers import follow_pointer, join
from renjadoc.edits.edit import Change, Edit
from renjadoc.sheets.excel.merge import MergedRow
from renjadoc.sheets.excel.row_cells import MergedCell, put_cells
from renjadoc.tables import bebas
from renjadoc.tables.bebas import SPANS
from renjadoc.tables.layout import Node, TableLayout, TableRow

#: Rows with the pointers that they will have, or that they are put in at.
Places = dict[MergedRow, str]


def say_edits(whole: MergedRow, layout: TableLayout, file: str, data: object) -> list[Edit]:
    """The edits of a table whose file holds `data`; `whole` is what becomes of all of it."""
    return list(_RowEdits(whole, layout, file, data).say_below(whole, ""))


def say_cell_edits(layout: TableLayout, file: str, data: object, row: TableRow, cells: list[MergedCell]) -> list[Edit]:
    """The edits of some cells of one row alone."""
    merged = MergedRow(row.depth, put_cells(layout, row.node, row.depth, cells), row, cells=cells)
    edits = _RowEdits(MergedRow(-1, {}), layout, file, data)
    return list(edits.say_cells(merged))


class _RowEdits:
    def __init__(self, whole: MergedRow, layout: TableLayout, file: str, data: Any) -> None:
        self._layout, self._file, self._data = layout, file, data
        #: Rows that left the place where the content has them.
        self._left = set(_find_left(whole))

    def say_below(self, above: MergedRow, place: str) -> Iterator[Edit]:
        """The edits of all rows below one, which stands at `place` afterwards."""
        if above.depth + 1 == len(self._layout.levels):
            return
        place_of = self._find_places(above, place)
        for merged in above.before:
            if merged.is_removed and merged.present and merged.change:
                yield Edit(self._file, merged.present.pointer, "remove", changes=(merged.change,))
            elif merged.row:
                yield from self._say_row(merged, place_of[merged])
        yield from self._say_newcomers(above, place_of)

    def _find_places(self, above: MergedRow, place: str) -> Places:
        """The rows below one in their new order, with the pointers that they will have."""
        key = self._layout.levels[above.depth + 1].key
        stay = [merged for merged in above.below if merged.row or self._is_here(merged)]
        return {merged: join(place, key, index) for index, merged in enumerate(stay)}

    def _is_here(self, merged: MergedRow) -> bool:
        return merged.present is None or merged.present.pointer not in self._left

    def _say_row(self, merged: MergedRow, place: str) -> Iterator[Edit]:
        yield from self.say_cells(merged)
        yield from self.say_below(merged, place)

    def say_cells(self, merged: MergedRow) -> Iterator[Edit]:
        """The edits of the cells of one row."""
        yield from self._say_adhoc_cells(merged) if SPANS in merged.node else self._say_cells(merged)

    def _say_cells(self, merged: MergedRow) -> Iterator[Edit]:
        assert merged.present
        before, pointer = merged.present.node, merged.present.pointer
        new_keys = list(self._say_new_keys(merged))
        for cell in merged.cells:
            key = str(cell.entry.keys[0])
            if key not in before:
                yield from new_keys
                new_keys = []
            elif key not in merged.node:
                yield Edit(self._file, join(pointer, key), "remove", changes=(cell.change,))
            else:
                yield Edit(self._file, pointer + cell.entry.pointer, "set", cell.value, changes=(cell.change,))
        yield from new_keys

    def _say_new_keys(self, merged: MergedRow) -> Iterator[Edit]:
        """Keys that a row did not have; cells of which it has all or none are taken together."""
        assert merged.present
        behind = ""
        is_whole = any(cell.entry.own for cell in merged.cells)
        group = f"{self._file} {merged.present.pointer}" if is_whole else ""
        for key, value in merged.node.items():
            if key in merged.present.node:
                behind = key
                continue
            changes = tuple(cell.change for cell in merged.cells if cell.entry.keys[0] == key)
            at = join(merged.present.pointer, key)
            yield Edit(self._file, at, "set", value, behind=behind, changes=changes, group=group)

    def _say_adhoc_cells(self, merged: MergedRow) -> Iterator[Edit]:
        """A row of an ad-hoc table is a list of cells; where its merged cells change, it is written anew."""
        assert merged.present
        keys = {cell.entry.keys[0] for cell in merged.cells}
        if SPANS in keys or not keys <= merged.present.node.keys():
            changes = tuple(cell.change for cell in merged.cells)
            value = bebas.fold_row(merged.node, len(self._layout.columns))
            yield Edit(self._file, merged.present.pointer, "set", value, changes=changes)
            return
        for cell in merged.cells:
            pointer = cell.change.pointer
            pointer += "/teks" if isinstance(follow_pointer(self._data, pointer), dict) else ""
            yield Edit(self._file, pointer, "set", cell.value, changes=(cell.change,))

    def _say_newcomers(self, above: MergedRow, place_of: Places) -> Iterator[Edit]:
        """Rows that are new here or come to another place, in their new order."""
        assert above.present
        key = self._layout.levels[above.depth + 1].key
        at = join(above.present.pointer, key, len(above.before))
        target_of: Places = {}
        for merged in reversed(place_of):
            if merged.present and not merged.is_moved:
                at = merged.present.pointer
            else:
                target_of[merged] = at
        if target_of and key not in above.present.node:
            value = [self._write_row(merged) for merged in place_of]
            yield from self._put_in("set", join(above.present.pointer, key), value, place_of)
            return
        group, stood_here = "", set(above.before)
        for merged in reversed(target_of):
            if merged.present is None:
                rows = {merged: place_of[merged]}
                yield from self._put_in("insert", target_of[merged], self._write_row(merged), rows)
                continue
            if merged not in stood_here:
                yield from self._say_row(merged, place_of[merged])
            # What follows a row that moves goes with it.
            group = f"{self._file} {merged.present.pointer}" if merged.change else group
            changes = (merged.change,) if merged.change else ()
            source = merged.present.pointer
            yield Edit(self._file, target_of[merged], "move", source=source, changes=changes, group=group)

    def _put_in(self, action: Literal["set", "insert"], pointer: str, value: object, rows: Places) -> Iterator[Edit]:
        """New rows, written whole; what stood elsewhere goes there together with this, or it would be lost or twice."""
        changes, sources = self._take_in(rows)
        group = f"{self._file} + {next(iter(rows.values()))}" if sources else ""
        first = next(iter(rows.values()))
        within = first.rpartition("/")[0] if action == "set" else first
        # What comes from elsewhere is not divided: it would be lost, or stand twice.
        parts = () if sources else tuple(change.pointer.removeprefix(within) for change in changes)
        yield Edit(self._file, pointer, action, value, changes=tuple(changes), group=group, parts=parts)
        yield from (Edit(self._file, source, "remove", group=group) for source in sources)

    def _take_in(self, rows: Places) -> tuple[list[Change], list[str]]:
        """What is told of rows that are written whole, and where those of them stood that are not new."""
        changes: list[Change] = []
        sources: list[str] = []
        for merged, place in rows.items():
            if merged.present:
                edits = list(self._say_row(merged, place))
                changes += [change for edit in edits for change in edit.changes]
                sources += [edit.source for edit in edits if edit.source] + [merged.present.pointer]
            elif merged.below:
                told, gone = self._take_in(self._find_places(merged, place))
                changes += told
                sources += gone
            if merged.change:
                changes.append(merged.change if merged.present else replace(merged.change, pointer=place))
        return changes, sources

    def _write_row(self, merged: MergedRow) -> Any:
        """A row with all that stands below it, as the file has it."""
        if SPANS in merged.node:
            return bebas.fold_row(merged.node, len(self._layout.columns))
        node: Node = dict(merged.node)
        if merged.row and merged.depth + 1 < len(self._layout.levels):
            level = self._layout.levels[merged.depth + 1]
            if merged.below or level.key in node or not level.optional:
                node[level.key] = [
                    self._write_row(child) for child in merged.below if child.row or self._is_here(child)
                ]
        return node


def _find_left(above: MergedRow) -> Iterator[str]:
    """The pointers of rows that stand below another row now."""
    stood_here = set(above.before)
    for merged in above.below:
        if merged.present and merged not in stood_here:
            yield merged.present.pointer
        yield from _find_left(merged)
