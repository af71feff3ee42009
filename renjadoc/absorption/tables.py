"""Tables that were edited in Word: which row and cell of the document is which of the folder, and what differs.

What the folder prints now is read back from a document of its own and held against the one that came back; the rows
that went out are known by their marks, so that what changed meanwhile in the folder is no edit of the document.
"""

from __future__ import annotations

from dataclasses import dataclass

from renjadoc.absorption.table_cells import OpenTable, say_cell
from renjadoc.absorption.table_edits import TableEdits, settle_edits
from renjadoc.absorption.table_findings import FoundCell, TableFindings
from renjadoc.absorption.table_marks import TableMarks, print_tables
from renjadoc.absorption.table_rows import RowWriter, find_gone, find_twin
from renjadoc.adoption.grids import walk_paragraphs
from renjadoc.matching import align_members, measure_likeness, pair_alike, pair_by_keys
from renjadoc.problem import join_some, shorten_text
from renjadoc.reading import Reading
from renjadoc.word.reader.document import WordCell, WordRow, WordTable
from renjadoc.word.reader.made import MadeDocument
from renjadoc.word.text_hashes import hash_row

#: So much of a table must be in another to be it; so alike are two rows if one is the other edited.
_SAME_TABLE, _SAME_ROW = 0.5, 0.4
#: Each cell that was edited is read by itself; more than these are another table.
_MOST_CELLS = 400
#: So many rows that were moved or copied are named.
_MOST_SAID = 3
_MOVED = "urutannya belum diubah, ubah lewat Excel atau halaman kerja"
_COPIED = "belum ditambahkan, ubah dahulu isi salinannya"


@dataclass
class ReadTables:
    """What the tables of a document propose; `new` were typed, `known` too, and in the folder by now.

    `gone`: name -> label of those that went out and are not in the document any more.
    """

    edits: TableEdits
    new: list[WordTable]
    known: list[WordTable]
    gone: dict[str, str]


def read_tables(document: MadeDocument, reading: Reading) -> ReadTables:
    """What was edited in the tables of a document that renjadoc made of the folder. Raises ProblemsFound."""
    marks = TableMarks(reading, say_cell)
    ours = [OpenTable(reading, printed, marks) for printed in print_tables(reading)]
    found, new, known = TableFindings(), list[WordTable](), list[WordTable]()
    captioned = {base.file for base in document.base}
    places = _find_places([one.table for one in ours], document.tables)
    placed = {index for pieces in places.values() for index in pieces}
    new += [one for index, one in enumerate(document.tables) if index not in placed and _hash_rows(one) - document.rows]
    for one, pieces in ((ours[index], pieces) for index, pieces in sorted(places.items(), key=lambda pair: pair[1])):
        if one.file not in captioned and not _hash_rows(one.table) & document.rows:
            known += [document.tables[index] for index in pieces]
        if len(pieces) > 1:
            found.told.append(f"{one.label} dibagi menjadi {len(pieces)} tabel; isinya diambil, tabelnya tetap satu")
        whole = WordTable([row for index in pieces for row in document.tables[index].rows])
        _TableMerger(one, whole, document.rows, found).merge()
    missing = [one for index, one in enumerate(ours) if index not in places]
    gone = {one.name: one.label for one in missing if _hash_rows(one.table) & document.rows}
    for one in missing:
        if one.name in gone and not _hash_rows(one.table) <= document.rows:
            del gone[one.name]
            found.told.append(f"{one.label} dihapus, sedangkan isinya sudah berubah dalam folder; tabelnya tetap")
    return ReadTables(settle_edits(reading, ours, found), new, known, gone)


def _find_places(ours: list[WordTable], theirs: list[WordTable]) -> dict[int, list[int]]:
    """For each table of the folder that came back where it stands: at several places if somebody cut it into pieces."""
    pairs = _pair_tables(ours, theirs)
    places = {one: [index] for index, one in pairs.items()}
    rows = [_hash_rows(table) for table in theirs]
    lost = {
        one: _hash_rows(table).difference(*(rows[index] for index in places.get(one, ())))
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
    rows = [_hash_rows(table) for table in old], [_hash_rows(table) for table in new]
    pairs = pair_by_keys([[frozenset(one)] for one in rows[0]], [[frozenset(one)] for one in rows[1]])

    def measure(was: int, now: int) -> float:
        here, there = rows[0][was], rows[1][now]
        shared = len(here & there) / max(len(here | there), 1)
        return max(shared, measure_likeness(_say_table(old[was]), _say_table(new[now])))

    taken = set(pairs.values())
    free = [index for index in range(len(old)) if index not in taken]
    edited = [index for index in range(len(new)) if index not in pairs]
    return pairs | pair_alike(free, edited, measure, _SAME_TABLE, ordered=False)


class _TableMerger:
    """Walks the rows of one table; `known` are the marks of all rows as they went out, none if these are lost."""

    def __init__(self, ours: OpenTable, theirs: WordTable, known: frozenset[str], found: TableFindings) -> None:
        self._ours, self._theirs, self._found = ours, theirs, found
        self._known = known or frozenset(_hash_rows(ours.table))
        self._writer = RowWriter(ours)
        #: The rows that the folder got, or changed, since the document went out.
        self._newer = [at for at, row in enumerate(ours.table.rows) if hash_row(_row_text(row)) not in self._known]
        self._removed: set[int] = set()
        #: The rows that stand in another place than they went out from, or once more.
        self._shifted: list[WordRow] = []
        self._cells = 0

    def merge(self) -> None:
        old = [hash_row(_row_text(row)) for row in self._ours.table.rows]
        new = [hash_row(_row_text(row)) for row in self._theirs.rows]
        for kind, a, b, c, d in align_members(old, new):
            if kind != "equal":
                self._merge_stretch(range(a, b), range(c, d))
        self._tell_shifted(old)
        self._remove_rows()

    def _merge_stretch(self, olds: range, news: range) -> None:
        pairs = self._pair_rows(olds, news)
        follows_new = False
        for new in news:
            row = self._theirs.rows[new]
            if new in pairs:
                self._merge_row(pairs[new], row)
                follows_new = False
            elif not _say_row(row):
                continue
            elif hash_row(_row_text(row)) in self._known:
                self._shifted.append(row)
            else:
                before = max([*(old for one, old in pairs.items() if one < new), olds.start - 1]) + 1
                self._add_row(before, row, follows_new=follows_new)
                follows_new = True
        missing = set(olds) - set(pairs.values())
        self._removed |= {old for old in missing if hash_row(_row_text(self._ours.table.rows[old])) in self._known}

    def _pair_rows(self, olds: range, news: range) -> dict[int, int]:
        if len(olds) == len(news):
            return dict(zip(news, olds, strict=True))

        def measure(old: int, new: int) -> float:
            return measure_likeness(_row_words(self._ours.table.rows[old]), _row_words(self._theirs.rows[new]))

        return pair_alike(olds, news, measure, _SAME_ROW, ordered=True)

    def _merge_row(self, index: int, row: WordRow) -> None:
        ours = self._ours.table.rows[index]
        if hash_row(_row_text(row)) in self._known:
            return  # As it went out: what differs was changed in the folder.
        if [cell.span for cell in row.cells] != [cell.span for cell in ours.cells]:
            self._tell(f"sel digabung atau dipisah: {_say_row(row)}")
            return
        is_newer = hash_row(_row_text(ours)) not in self._known
        for place, (was, cell) in enumerate(zip(ours.cells, row.cells, strict=True)):
            is_covered = was.down == cell.down == "continue"
            if not is_covered and say_cell(was) != say_cell(cell):
                self._cells += 1
                self._merge_cell(index, place, cell, is_newer=is_newer)

    def _merge_cell(self, index: int, place: int, cell: WordCell, *, is_newer: bool) -> None:
        is_read = self._cells <= _MOST_CELLS
        read = self._ours.read_change(index, place, cell) if is_read else "terlalu banyak sel yang diubah"
        authors = tuple(dict.fromkeys(name for line in walk_paragraphs(cell.blocks) for name in line.authors))
        self._found.cells.append(FoundCell(self._ours, index, place, say_cell(cell), read, authors, is_newer))

    # Rows

    def _add_row(self, before: int, row: WordRow, *, follows_new: bool) -> None:
        written = self._writer.write_row(before, row, follows_new=follows_new)
        if isinstance(written, str):
            self._tell(f"baris baru: {_say_row(row)}; {written}")
        elif not find_twin(self._ours, written, self._newer):
            self._found.new_rows.append((self._ours, written, _say_row(row)))

    def _tell_shifted(self, old: list[str]) -> None:
        """Rows keep their order and their number: those that were moved or copied are told, and none of them goes."""
        moved, copied, heads = list[str](), list[str](), set(old[: self._ours.count_heads()])
        for row in self._shifted:
            mark = hash_row(_row_text(row))
            left = next((at for at in sorted(self._removed) if old[at] == mark), None)
            if left is not None:
                self._removed.discard(left)
                moved.append(_say_row(row))
            elif mark in old and mark not in heads:
                copied.append(_say_row(row))
        for rows, what, advice in ((moved, "dipindah", _MOVED), (copied, "disalin tanpa diubah", _COPIED)):
            if rows:
                self._tell(f"baris {what}: {join_some(rows, _MOST_SAID)}; {advice}")

    def _remove_rows(self) -> None:
        gone, told = find_gone(self._ours, self._removed)
        rows = self._ours.table.rows
        self._found.gone_rows += [(self._ours, *place, _say_row(rows[row])) for row, place in gone.items()]
        for row in told:
            reason = "baris di bawahnya masih ada, atau barisnya dihitung; hapus lewat Excel atau halaman kerja"
            self._tell(f"baris dihapus: {_say_row(rows[row])}; {reason} bila dimaksud")

    def _tell(self, text: str) -> None:
        self._found.told.append(f"{self._ours.label}, {text}")


# Texts of rows


def _say_row(row: WordRow) -> str:
    return shorten_text(" | ".join(text for cell in row.cells if (text := say_cell(cell))), 200)


def _row_words(row: WordRow) -> str:
    return " ".join(map(say_cell, row.cells))


def _say_table(table: WordTable) -> str:
    return " ".join(map(_row_words, table.rows))


def _row_text(row: WordRow) -> str:
    """All that a row says, as its mark was made of it."""
    return "".join(line.text for cell in row.cells for line in walk_paragraphs(cell.blocks))


def _hash_rows(table: WordTable) -> set[str]:
    return {hash_row(_row_text(row)) for row in table.rows}
