"""What was found in edited tables, settled: edits of files, conflicts, and what is told of cells that are computed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from renjadoc.absorption.table_cells import AdHocEdit, CellEdit, OpenTable, say_cell, squeeze
from renjadoc.absorption.table_findings import FoundCell, TableFindings
from renjadoc.absorption.table_marks import print_tables
from renjadoc.absorption.table_moves import MovedRow
from renjadoc.absorption.table_rows import keep_fullest
from renjadoc.absorption.two_sides import Sides, part_sides, say_differences
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source, parse_source
from renjadoc.content.pointers import join
from renjadoc.content.schema import check_schema
from renjadoc.edits.apply import apply_edits, group_by_file
from renjadoc.edits.edit import ADDED, CHANGED, MOVED, REMOVED, Change, Edit
from renjadoc.edits.plan import Conflict
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.sheets.excel.row_cells import MergedCell
from renjadoc.sheets.excel.row_edits import say_cell_edits
from renjadoc.word.reader.document import WordRow, WordTable

#: What `MadeDocument.strange` calls what is of tables.
TABLE = "tabel"
_TWO_SIDES = (
    "isian ini tercetak di dua sisi dan hanya satu yang diubah; tulis perbedaannya lewat Excel atau halaman kerja"
)
_NEWER = "baris ini juga diubah dalam folder isi"
_TWO_PLACES = "dipindah ke tempat lain di tabel lain dalam dokumen yang sama"
_IN_VAIN = "tabel mencetak nilai lain di sini; ubah lewat Excel atau halaman kerja"
_DIGITS = re.compile(r"[\d.,%]+")


@dataclass
class TableEdits:
    """What the tables of a document propose; `told` are (what, text) of what cannot be taken, `notes` what to know."""

    edits: list[Edit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def settle_edits(reading: Reading, tables: list[OpenTable], found: TableFindings) -> TableEdits:
    """The edits of all that was found. Raises ProblemsFound."""
    if not (found.cells or found.new_rows or found.gone_rows or found.moved):
        return TableEdits(told=[(TABLE, text) for text in found.told])
    return _Settling(reading, tables, found).settle()


class _Settling:
    def __init__(self, reading: Reading, tables: list[OpenTable], found: TableFindings) -> None:
        self._reading, self._tables, self._found = reading, tables, found
        self._sources = {reading.folder.relative(one): one for one in reading.folder.tabel.values()}
        self._made = TableEdits(told=[(TABLE, text) for text in found.told])

    def settle(self) -> TableEdits:
        plain, sides = self._part_sides()
        taken = list(self._refuse_contradicting(plain))
        sides = [side for side in self._refuse_sides(sides) if side.right is None or side.right in taken]
        rows = [*self._say_new_rows(), *self._say_gone_rows(), *self._say_moved_rows()]
        self._made.edits = [*self._say_cells(taken), *say_differences(self._reading, sides), *rows]
        self._keep_shape()
        after = self._print_after()
        vain = [one for one in (*taken, *(side.left for side in sides)) if one and not self._is_effective(one, after)]
        if vain:
            for one in vain:
                self._tell(f"{one.say()}; {_IN_VAIN}")
            left = [one for one in taken if one not in vain]
            sides = [side for side in sides if side.left not in vain]
            rows = [edit for edit in rows if edit in self._made.edits]
            self._made.edits = [*self._say_cells(left), *say_differences(self._reading, sides), *rows]
        self._tell_computed(after)
        self._keep_references()
        return self._made

    def _tell(self, text: str) -> None:
        self._made.told.append((TABLE, text))

    # Cells

    def _part_sides(self) -> tuple[list[FoundCell], list[Sides]]:
        """The cells that people fill; what is printed on two sides by itself where both do not become the same."""
        plain, twice = part_sides(self._found.cells)
        sides: list[Sides] = []
        for one in twice:
            plain += one.shared
            if one.differs and one.may_differ:
                sides.append(one)
            elif one.differs:
                for cell in one.edited:
                    self._tell(f"{cell.say()}; {_TWO_SIDES}")
        return plain, sides

    def _refuse_sides(self, sides: list[Sides]) -> Iterator[Sides]:
        """Those that hold; what the folder changed meanwhile is asked."""
        for one in sides:
            if one.left is not None and one.left.is_newer:
                self._refuse(one.left, _NEWER)
            else:
                yield one

    def _refuse_contradicting(self, cells: Iterable[FoundCell]) -> Iterator[FoundCell]:
        """A value that two tables show and that was edited to be two is taken from neither; equal ones are one."""
        said: dict[tuple[str, str], list[FoundCell]] = defaultdict(list)
        for one in cells:
            same = said[_place_of(one.read)]
            if _becomes(one.read) not in [_becomes(other.read) for other in same]:
                same.append(one)
        for same in said.values():
            for one in same:
                if len(same) > 1:
                    self._refuse(one, "ditulis lain di tabel lain dalam dokumen yang sama")
                elif one.is_newer:
                    self._refuse(one, _NEWER)
                elif isinstance(one.read, CellEdit) and one.read.lost:
                    self._refuse(one, f"isian ini memuat nama yang mengikuti data: {one.read.lost}")
                else:
                    yield one

    def _refuse(self, one: FoundCell, reason: str) -> None:
        edits = tuple(self._say_cells([one]))
        self._made.conflicts.append(Conflict(self._describe(one), reason, "", edits))

    def _describe(self, one: FoundCell) -> Change:
        assert not isinstance(one.read, str)
        file, pointer = _place_of(one.read)
        named = one.read.row if isinstance(one.read, AdHocEdit) else self._name_row(one.table, one.read)
        column = one.table.name_cell(one.row, one.place)[1]
        read = one.read
        said = (read.old, read.new, one.table.label, column, named)
        return Change(CHANGED, file, pointer, *said, one.authors, marks=one.marks)

    def _name_row(self, table: OpenTable, edit: CellEdit) -> str:
        value = edit.value
        entry = value.layout.column(value.level.title).entry(value.level.key)
        return " ".join(table.say(entry.of(value.row.node)).split()) if entry else ""

    def _say_cells(self, cells: Iterable[FoundCell]) -> Iterator[Edit]:
        """The edits of cells, those of one row together."""
        rows: dict[tuple[str, str], list[FoundCell]] = defaultdict(list)
        for one in cells:
            if isinstance(one.read, AdHocEdit):
                change = self._describe(one)
                yield Edit(one.read.file, one.read.pointer, "set", one.read.becomes, changes=(change,))
            elif isinstance(one.read, CellEdit):
                rows[one.read.value.place].append(one)
        for same in rows.values():
            reads = [(one.read, self._describe(one)) for one in same]
            merged = [
                MergedCell(read.value.entry, read.becomes, change)
                for read, change in reads
                if isinstance(read, CellEdit)
            ]
            first = same[0].read
            assert isinstance(first, CellEdit)
            value = first.value
            yield from say_cell_edits(value.layout, value.file, value.table.data, value.row, merged)

    # Rows

    def _say_new_rows(self) -> Iterator[Edit]:
        kept = keep_fullest((row, (table, said)) for table, row, said in self._found.new_rows if row.pointer)
        below = [(table, row, said) for table, row, said in self._found.new_rows if not row.pointer]
        for row, (table, said) in kept:
            told = [(table, row, said), *(one for one in below if _find_within(row.value, one[1].value) is not None)]
            values = [one.value for _, one, _ in told]
            parts = tuple(f"{_find_within(row.value, one)}{_find_lowest(one, values)}" for one in values)
            changes = tuple(
                Change(ADDED, row.file, row.pointer, new=text, source=where.label, row=one.title, marks=one.marks)
                for where, one, text in told
            )
            yield Edit(row.file, row.pointer, "insert", row.value, changes=changes, parts=parts)

    def _say_gone_rows(self) -> Iterator[Edit]:
        gone = {(file, pointer): (table, said, mark) for table, file, pointer, said, mark in self._found.gone_rows}
        for (file, pointer), (table, said, mark) in gone.items():
            change = Change(REMOVED, file, pointer, old=said, source=table.label, marks=(mark,))
            yield Edit(file, pointer, "remove", changes=(change,))

    def _say_moved_rows(self) -> Iterator[Edit]:
        """Two tables may show a row, and both be moved alike; where they say different places it stays."""
        moves: dict[tuple[str, str], dict[str, tuple[OpenTable, MovedRow]]] = defaultdict(dict)
        for table, move in self._found.moved:
            moves[move.file, move.source].setdefault(move.pointer, (table, move))
        for same in moves.values():
            for table, move in same.values():
                change = Change(MOVED, move.file, move.source, move.old, move.new, table.label, row=move.title)
                edit = Edit(move.file, move.pointer, "move", source=move.source, changes=(change,))
                if len(same) > 1:
                    self._made.conflicts.append(Conflict(change, _TWO_PLACES, "", (edit,)))
                else:
                    yield edit

    def _check_edits(self, file: str, edits: list[Edit]) -> list[str]:
        """What is wrong with the shape of a file once it is edited, in words."""
        source = self._sources[file]
        after, problems = parse_source(apply_edits(source.text, edits).encode(), source.path, file)
        problems = problems or (check_schema(after, source.data["jenis"]) if after else [])
        return [problem.message for problem in problems]

    def _keep_shape(self) -> None:
        """Tells edits that a file cannot take instead of making them."""
        for edit in list(self._made.edits):
            if edit.group:
                continue
            if wrong := self._check_edits(edit.file, [edit]):
                self._made.edits.remove(edit)
                for change in edit.changes:
                    said = f"{change.source}, {change.kind} {change.row or change.old}: {change.new}"
                    self._tell(f"{said}; {wrong[0]}; kerjakan lewat Excel atau halaman kerja")

    # What follows from them

    def _edit_folder(self, edits: Iterable[Edit]) -> Folder | None:
        """The folder with edits made; None where its files would not be read."""
        after: dict[str, Source] = {}
        for file, same in group_by_file(edits).items():
            source = self._sources[file]
            read, problems = parse_source(apply_edits(source.text, same).encode(), source.path, source.name)
            if read is None or problems or check_schema(read, source.data["jenis"]):
                return None
            after[file] = read
        folder = self._reading.folder
        return folder._replace(tabel={name: after.get(folder.relative(one), one) for name, one in folder.tabel.items()})

    def _print_after(self) -> dict[str, WordTable]:
        """The tables as the folder would print them with the edits; none where it could not."""
        folder = self._edit_folder(self._made.edits)
        if folder is None:
            return {}
        try:
            return {one.name: one.table for one in print_tables(self._reading, folder)}
        except ProblemsFound:
            return {}

    def _keep_references(self) -> None:
        """Tells edits of what other tables speak of by its name, instead of making them."""
        if not self._find_broken(self._made.edits):
            return
        for edit in list(self._made.edits):
            if wrong := self._find_broken([edit]):
                self._made.edits.remove(edit)
                for change in edit.changes:
                    said = f"{change.source}, {change.kind} {change.row or change.old}: {change.new or change.old}"
                    self._tell(f"{said}; {wrong[0]}; ubah keduanya lewat Excel atau halaman kerja")

    def _find_broken(self, edits: list[Edit]) -> list[str]:
        """What could not be read any more once edits were made, in words."""
        folder = self._edit_folder(edits)
        known = {problem.message for problem in self._reading.problems}
        found = Reading(folder).problems if folder is not None else []
        return [problem.message for problem in found if problem.is_error and problem.message not in known]

    def _find_after(self, one: FoundCell, after: dict[str, WordTable]) -> str | None:
        """What a cell would print; None where its row is not found again."""
        table = after.get(one.table.name)
        if table is None:
            return None
        row = _match_row(one.table.table, table, one.row)
        cells = table.rows[row].cells if row is not None else []
        return say_cell(cells[one.place]) if one.place < len(cells) else None

    def _is_effective(self, one: FoundCell, after: dict[str, WordTable]) -> bool:
        """Whether the cell shows something else once its value is another."""
        shown = self._find_after(one, after)
        was = say_cell(one.table.table.rows[one.row].cells[one.place])
        return shown is None or squeeze(shown) != squeeze(was)

    def _tell_computed(self, after: dict[str, WordTable]) -> None:
        """What was typed into cells that nobody fills: with the figure that follows from the rest, where one does."""
        for one in self._found.cells:
            if not isinstance(one.read, str):
                continue
            shown = self._find_after(one, after)
            if shown is not None and "dihitung" in one.read and squeeze(shown) == squeeze(one.typed):
                self._made.notes.append(f"{one.say()}: sama dengan yang dihitung renjadoc sesudah perubahan ini.")
            elif shown is not None and "dihitung" in one.read:
                said = shown or "(kosong)"
                figure = f"menjadi “{said}” sesudah perubahan ini" if self._made.edits else f"tetap “{said}”"
                self._tell(f"{one.say()}; {one.read} (menurut isian {figure})")
            else:
                self._tell(f"{one.say()}; {one.read}")


def _place_of(read: CellEdit | AdHocEdit | str) -> tuple[str, str]:
    if isinstance(read, CellEdit):
        return read.value.file, read.value.row.pointer + read.value.entry.pointer
    return (read.file, read.pointer) if isinstance(read, AdHocEdit) else ("", "")


def _becomes(read: CellEdit | AdHocEdit | str) -> object:
    return read if isinstance(read, str) else read.becomes


def _find_within(whole: Any, part: object) -> str | None:
    """Where a new row stands within another, as a pointer; None where it does not."""
    if whole is part:
        return ""
    members = whole.items() if isinstance(whole, dict) else enumerate(whole) if isinstance(whole, list) else ()
    found = ((key, _find_within(member, part)) for key, member in members)
    return next((join("", key) + below for key, below in found if below is not None), None)


def _find_lowest(value: Any, told: list[object]) -> str:
    """Where the lowest row stands that one row of the document began, below the widest; the others are `told`."""
    for key, members in value.items() if isinstance(value, dict) else ():
        first = members[0] if isinstance(members, list) and members else None
        if isinstance(first, dict) and not any(first is one for one in told):
            return join("", key, 0) + _find_lowest(first, told)
    return ""


def _match_row(old: WordTable, new: WordTable, row: int) -> int | None:
    """Where a row of one printing stands in another: where its words do, or at its place, among the same rows."""
    was, now = [_words_of(one) for one in old.rows], [_words_of(one) for one in new.rows]
    stood, stands = ([at for at, words in enumerate(rows) if words == was[row]] for rows in (was, now))
    if len(stood) == len(stands):
        return stands[stood.index(row)]
    if len(was) == len(now):
        return row if now[row] not in was else None
    return None


def _words_of(row: WordRow) -> str:
    return squeeze(_DIGITS.sub("", " ".join(map(say_cell, row.cells))))
