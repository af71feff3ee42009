"""Tables that were edited in Word: which row and cell of the document is which of the folder, and what differs.

What the folder prints now is read back from a document of its own and held against the one that came back; the rows
that went out are known by their marks, so that what changed meanwhile in the folder is no edit of the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from renjadoc.absorption.row_texts import (
    hash_rows,
    holds_table,
    join_text,
    join_words,
    key_row,
    list_authors,
    say_row,
)
from renjadoc.absorption.table_cells import OpenTable, say_cell
from renjadoc.absorption.table_edits import TableEdits, settle_edits
from renjadoc.absorption.table_findings import FoundCell, TableFindings
from renjadoc.absorption.table_marks import TableMarks, print_tables
from renjadoc.absorption.table_moves import MovedRow, UnclearError, find_moves, is_within, shows_rows
from renjadoc.absorption.table_rows import AddedRow, RowWriter, find_gone, find_twin
from renjadoc.absorption.units import GoneTable
from renjadoc.edits.taken import TakenMarks
from renjadoc.matching import align_members, measure_likeness, pair_alike, pair_by_keys
from renjadoc.problem import join_some
from renjadoc.reading import Reading
from renjadoc.word.packages.text_hashes import hash_row
from renjadoc.word.reader.document import WordCell, WordRow, WordTable
from renjadoc.word.reader.made import MadeDocument

#: So much of a table must be in another to be it; so alike are two rows if one is the other edited, there or elsewhere.
_SAME_TABLE, _SAME_ROW, _MOVED_ROW = 0.5, 0.4, 0.7
#: Each cell that was edited is read by itself; more than these are another table.
_MOST_CELLS = 400
#: Why a table stays that was deleted in the document.
_NEWER = "sedangkan isinya sudah berubah dalam folder; tabelnya tetap"
#: So many rows that were moved or copied are named.
_MOST_SAID = 3
_MOVED = "urutannya belum diubah, ubah lewat Excel atau halaman kerja"
_MOVED_TOO = "urutan tabel ini juga diubah dalam folder isi"
_NEW_BEHIND = "sesudahnya ada baris baru"
_NESTED = (
    "ada tabel di dalam sel; isinya dibaca sebagai teks sel, jadikan tabel tersendiri di bawah tabel ini bila dimaksud"
)
_NARROWED = "kolom tabel dan isinya tetap; sunting isi selnya, atau ubah susunan tabelnya lewat halaman kerja"
_COPIED = "belum ditambahkan, ubah dahulu isi salinannya"


@dataclass
class ReadTables:
    """What the tables of a document propose; `new` were typed, `known` too, and in the folder by now.

    `gone` are, by their names, those that went out and are not in the document any more.
    """

    edits: TableEdits
    new: list[WordTable]
    known: list[WordTable]
    gone: dict[str, GoneTable]


def read_tables(document: MadeDocument, reading: Reading, taken: TakenMarks) -> ReadTables:
    """What was edited in the tables of a document that renjadoc made of the folder, but for what was `taken` before.

    Raises ProblemsFound.
    """
    marks = TableMarks(reading, say_cell)
    ours = [OpenTable(reading, printed, marks) for printed in print_tables(reading)]
    found, new, known = TableFindings(), list[WordTable](), list[WordTable]()
    captioned = {base.file for base in document.base}
    places = _find_places([one.table for one in ours], document.tables)
    placed = {index for pieces in places.values() for index in pieces}
    new += [one for index, one in enumerate(document.tables) if index not in placed and hash_rows(one) - document.rows]
    for one, pieces in ((ours[index], pieces) for index, pieces in sorted(places.items(), key=lambda pair: pair[1])):
        if one.file not in captioned and not hash_rows(one.table) & document.rows:
            known += [document.tables[index] for index in pieces]
        if len(pieces) > 1:
            found.told.append(f"{one.label} dibagi menjadi {len(pieces)} tabel; isinya diambil, tabelnya tetap satu")
        whole = WordTable([row for index in pieces for row in document.tables[index].rows])
        _TableMerger(one, whole, document, found, taken).merge()
    gone = {}
    for one in (one for index, one in enumerate(ours) if index not in places):
        rows = hash_rows(one.table)
        if rows & document.rows:
            gone[one.name] = GoneTable(one.label, "" if rows <= document.rows else _NEWER)
    return ReadTables(settle_edits(reading, ours, found), new, known, gone)


def _find_places(ours: list[WordTable], theirs: list[WordTable]) -> dict[int, list[int]]:
    """For each table of the folder that came back where it stands: at several places if somebody cut it into pieces."""
    pairs = _pair_tables(ours, theirs)
    places = {one: [index] for index, one in pairs.items()}
    rows = [hash_rows(table) for table in theirs]
    lost = {
        one: hash_rows(table).difference(*(rows[index] for index in places.get(one, ())))
        for one, table in enumerate(ours)
    }
    for index, piece in enumerate(rows):
        if index in pairs or not piece:
            continue
        one = max(lost, key=lambda one: len(piece & lost[one]), default=-1)
        if one >= 0 and len(piece & lost[one]) >= _SAME_TABLE * len(piece):
            places.setdefault(one, []).append(index)
    return {one: sorted(pieces) for one, pieces in places.items()}


def _pair_tables(old: list[WordTable], new: list[WordTable]) -> dict[int, int]:
    """For each table that came back that of the folder, both by their places."""
    rows = [hash_rows(table) for table in old], [hash_rows(table) for table in new]
    texts = [[" ".join(map(join_words, table.rows)) for table in tables] for tables in (old, new)]
    pairs = pair_by_keys([[frozenset(one)] for one in rows[0]], [[frozenset(one)] for one in rows[1]])

    def measure(was: int, now: int) -> float:
        here, there = rows[0][was], rows[1][now]
        shared = len(here & there) / max(len(here | there), 1)
        return max(shared, measure_likeness(texts[0][was], texts[1][now]))

    taken = set(pairs.values())
    free = [index for index in range(len(old)) if index not in taken]
    edited = [index for index in range(len(new)) if index not in pairs]
    return pairs | pair_alike(free, edited, measure, _SAME_TABLE, ordered=False)


class _TableMerger:
    """Walks the rows of one table.

    A document may have lost the marks of the rows as they went out, and one of an older version does not say the order.
    """

    def __init__(
        self, ours: OpenTable, theirs: WordTable, document: MadeDocument, found: TableFindings, taken: TakenMarks
    ) -> None:
        self._ours, self._theirs, self._found, self._taken = ours, theirs, found, taken
        self._old, self._new = ([hash_row(join_text(row)) for row in table.rows] for table in (ours.table, theirs))
        self._known = document.rows or frozenset(self._old)
        self._order = max(document.row_order, key=lambda table: len({*table} & {*self._new}), default=[])
        self._writer = RowWriter(ours)
        #: The rows that the folder got, or changed, since the document went out.
        self._newer = [at for at, mark in enumerate(self._old) if mark not in self._known]
        #: For each row that came back that of the folder; those that stand in another place.
        self._pairs: dict[int, int] = {}
        self._strayed: list[int] = []
        #: What is new, each with the row that it stands before.
        self._added: list[tuple[int, AddedRow]] = []
        self._cells = 0
        #: Rows of which cells are gone, or are one.
        self._narrowed: list[str] = []

    def merge(self) -> None:
        if self._old == self._new:
            return
        olds, news = ([key_row(row) for row in table.rows] for table in (self._ours.table, self._theirs))
        stretches: list[tuple[range, range]] = []
        for kind, a, b, c, d in align_members(olds, news):
            if kind == "equal":
                self._pairs |= zip(range(c, d), range(a, b), strict=True)
            else:
                stretches.append((range(a, b), range(c, d)))
        self._pair_strayed(olds, news)
        for these, those in stretches:
            self._pairs |= self._pair_rows(self._free(these), [new for new in those if new not in self._pairs])
        self._pair_edited()
        self._merge_rows()
        self._tell_rows("dengan sel yang dihapus atau digabung", self._narrowed, _NARROWED)
        self._tell_copied()
        self._say_moves()
        self._remove_rows()

    # Which row is which

    def _free(self, olds: Iterable[int]) -> list[int]:
        taken = set(self._pairs.values())
        return [old for old in olds if old not in taken]

    def _pair_strayed(self, olds: list[str], news: list[str]) -> None:
        """Rows that say what they said, and stand elsewhere."""
        free = [new for new, row in enumerate(self._theirs.rows) if new not in self._pairs and say_row(row)]
        left = self._free(range(len(olds)))
        for new, old in pair_by_keys([[olds[old]] for old in left], [[news[new]] for new in free]).items():
            self._pairs[free[new]] = left[old]
            self._strayed.append(free[new])

    def _pair_rows(self, olds: list[int], news: list[int]) -> dict[int, int]:
        if len(olds) == len(news):
            return dict(zip(news, olds, strict=True))
        return pair_alike(olds, news, self._measure, _SAME_ROW, ordered=True)

    def _pair_edited(self) -> None:
        """Rows that were edited, and stand elsewhere."""
        news = [new for new, mark in enumerate(self._new) if new not in self._pairs and mark not in self._known]
        found = pair_alike(self._free(range(len(self._old))), news, self._measure, _MOVED_ROW, ordered=False)
        self._pairs |= found
        self._strayed += found

    def _measure(self, old: int, new: int) -> float:
        return measure_likeness(self._words[0][old], self._words[1][new])

    @cached_property
    def _words(self) -> tuple[list[str], list[str]]:
        old, new = ([join_words(row) for row in table.rows] for table in (self._ours.table, self._theirs))
        return old, new

    def _merge_rows(self) -> None:
        before, follows_new = 0, False
        for new, row in enumerate(self._theirs.rows):
            if new in self._pairs:
                self._merge_row(self._pairs[new], new, row)
                before, follows_new = self._pairs[new] + 1, False
            elif self._new[new] not in self._known and say_row(row):
                mark = self._mark_cell("baru", new, 0)
                if not self._taken.pass_over(mark, f"{self._ours.label}, {say_row(row)}"):
                    self._add_row(before, row, mark, follows_new=follows_new)
                    follows_new = True

    # Cells

    def _merge_row(self, index: int, new: int, row: WordRow) -> None:
        ours = self._ours.table.rows[index]
        if self._new[new] in self._known or self._taken.pass_over(self._mark_cell("baru", new, 0)):
            return  # As it went out, or came in before: what differs was changed in the folder.
        if [cell.span for cell in row.cells] != [cell.span for cell in ours.cells]:
            if {*map(say_cell, row.cells)} <= {*map(say_cell, ours.cells)}:
                self._narrowed.append(say_row(row))  # Nothing was typed that would be lost.
            else:
                self._tell(f"sel digabung atau dipisah: {say_row(row)}")
            return
        differing = {
            place: cell
            for place, (was, cell) in enumerate(zip(ours.cells, row.cells, strict=True))
            if not was.down == cell.down == "continue" and say_cell(was) != say_cell(cell)
        }
        same = tuple(self._mark_cell("tetap", new, at) for at in range(len(row.cells)) if at not in differing)
        for place, cell in differing.items():
            mark = self._mark_cell("sel", new, place)
            # One that nobody had edited: what it is computed from came in.
            is_computed = self._taken.pass_over(self._mark_cell("tetap", new, place))
            if not is_computed and not self._taken.pass_over(
                mark, f"{self._ours.label}, {say_cell(cell) or '(kosong)'}"
            ):
                self._cells += 1
                self._merge_cell(index, place, cell, (mark, *same))

    def _mark_cell(self, what: str, new: int, place: int) -> str:
        return self._taken.make(what, self._ours.name, self._new[new], str(place))

    def _merge_cell(self, index: int, place: int, cell: WordCell, marks: tuple[str, ...]) -> None:
        is_newer = self._old[index] not in self._known
        is_read = self._cells <= _MOST_CELLS
        read = self._ours.read_change(index, place, cell) if is_read else "terlalu banyak sel yang diubah"
        if is_newer and not place and isinstance(read, str) and not any(map(str.isalpha, say_cell(cell))):
            return  # The number that it had when it went out.
        authors = list_authors(cell)
        self._found.cells.append(FoundCell(self._ours, index, place, say_cell(cell), read, authors, is_newer, marks))
        if holds_table(cell):
            named, column = self._ours.name_cell(index, place)
            self._tell(f"baris “{named}”, kolom “{column}”: {_NESTED}")

    # Rows

    def _add_row(self, before: int, row: WordRow, mark: str, *, follows_new: bool) -> None:
        if any(map(holds_table, row.cells)):
            self._tell(f"baris baru: {say_row(row)}: {_NESTED}")
        written = self._writer.write_row(before, row, follows_new=follows_new)
        if isinstance(written, str):
            self._tell(f"baris baru: {say_row(row)}; {written}")
            return
        self._added.append((before, written))
        if not find_twin(self._ours, written, self._newer):
            self._found.new_rows.append((self._ours, written._replace(marks=(mark,)), say_row(row)))

    def _tell_copied(self) -> None:
        """Rows that went out and stand here once more; of heads that is no copy, but a table cut in two."""
        body = {*self._old[self._ours.count_heads() :]} & self._known
        rows = enumerate(self._theirs.rows)
        copied = [
            said for new, row in rows if new not in self._pairs and self._new[new] in body and (said := say_row(row))
        ]
        self._tell_rows("disalin tanpa diubah", copied, _COPIED)

    def _say_moves(self) -> None:
        """What was moved in the document, and not in the folder since; what is not clear is told, and stays."""
        if not self._strayed or self._is_in_order(sorted(self._pairs)):
            return
        try:
            self._found.moved += [(self._ours, move) for move in self._find_moves()]
        except UnclearError as error:
            rows = [say_row(self._theirs.rows[new]) for new in self._strayed]
            self._tell_rows("dipindah", rows, "; ".join(filter(None, [str(error), _MOVED])))

    def _find_moves(self) -> list[MovedRow]:
        """Raises UnclearError."""
        returned = [old for _, old in sorted(self._pairs.items()) if shows_rows(self._ours, old)]
        if not self._order or returned == sorted(returned):
            raise UnclearError
        if not self._is_in_order(sorted(self._pairs, key=self._pairs.__getitem__)):
            raise UnclearError(_MOVED_TOO)
        moves = find_moves(self._ours, returned)
        for move in moves:
            for before, added in self._added:
                if is_within(self._ours, before - 1, move) and not f"{added.pointer}/".startswith(f"{move.source}/"):
                    raise UnclearError(_NEW_BEHIND)
        return moves

    def _is_in_order(self, rows: Iterable[int]) -> bool:
        """Whether some rows of the document stand in the order in which they went out, where that is known."""
        places = {mark: at for at, mark in enumerate(self._order)}
        found = [places.get(self._new[new], places.get(self._old[self._pairs[new]])) for new in rows]
        known = [place for place in found if place is not None]
        return bool(self._order) and known == sorted(known)

    def _remove_rows(self) -> None:
        marks = {old: self._taken.make("baris", self._ours.name, self._old[old]) for old in range(len(self._old))}
        free = self._free(range(len(self._old)))
        removed = {old for old in free if self._old[old] in self._known and not self._taken.pass_over(marks[old])}
        gone, told = find_gone(self._ours, removed)
        rows = self._ours.table.rows
        self._found.gone_rows += [(self._ours, *place, say_row(rows[row]), marks[row]) for row, place in gone.items()]
        for row in told:
            reason = "baris di bawahnya masih ada, atau barisnya dihitung; hapus lewat Excel atau halaman kerja"
            self._tell(f"baris dihapus: {say_row(rows[row])}; {reason} bila dimaksud")

    def _tell_rows(self, what: str, rows: list[str], advice: str) -> None:
        if rows:
            self._tell(f"baris {what}: {join_some(rows, _MOST_SAID)}; {advice}")

    def _tell(self, text: str) -> None:
        self._found.told.append(f"{self._ours.label}, {text}")
