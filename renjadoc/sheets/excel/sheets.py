"""A folder as the sheets of a workbook: which rows stand where, under which heads, and what every formula refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.narrative.regulation_kinds import read_kinds
from renjadoc.narrative.spans import PLACEHOLDER
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading
from renjadoc.sheets.excel import laws, ownership
from renjadoc.sheets.excel.formulas import Place
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import Around, Node, TableLayout, TableRow, select_rows

#: Ids of the columns that every sheet has beside those of its table.
KEY, LEVEL = "kunci", "tingkat"
#: The head of the column LEVEL.
LEVEL_HEAD = "Tingkat"
#: Marks the row of the heads' ids and the sheet itself: `renjadoc tabel/rencana-program.json`.
MARK = "renjadoc"
META = "_renjadoc"
GUIDE = "Petunjuk"
#: Keys of rows that are no rows of the table.
ROOT_KEY, END_KEY, HEAD_KEY = "jumlah", "akhir", "kepala"
#: What the column Tingkat says of a row that is to go; where there is none, the cell of its name.
REMOVED = "hapus"
#: What a workbook of one Bidang says of itself, above a table and in its row of totals.
ONLY_ROWS = "Hanya baris {}: jumlah dan rata-rata di lembar ini pun hanya miliknya."
ONLY_TOTAL = " (hanya {})"
END_TEXT = "▲ Sisipkan baris baru di atas garis ini"
#: Empty rows at the end of a table, for those who have something to add.
SPARE = 6
HEAD_ROW = 5


def file_of(name: str) -> str:
    """The file of a table, relative to the folder."""
    return f"tabel/{name}.json"


def letter(index: int) -> str:
    """The letters of a column, 0 -> `A`."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass
class Sheet:
    """One table's sheet. Rows count from 1; `body` are the rows of the table in order, each with its row number."""

    name: str
    table: str
    kind: str
    layout: TableLayout
    title: list[str]
    heads: list[tuple[str, ...]]
    data: Node
    body: list[tuple[int, TableRow]]
    #: Rows that are shown because something of the Bidang stands below them, and that it does not fill.
    context: set[str] = field(default_factory=set)
    root_row: int = 0
    end_row: int = 0
    book: dict[str, Any] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Its file, relative to the folder."""
        return f"regulasi/{self.table}.json" if self.kind == laws.KIND else file_of(self.table)

    def find_source(self, folder: Folder) -> Source:
        """Its file as the folder has it."""
        return (folder.regulasi if self.kind == laws.KIND else folder.tabel)[self.table]

    @property
    def ids(self) -> list[str]:
        """The columns from left to right: the hidden key, the level if there are several, those of the table."""
        return [KEY, *([LEVEL] if self.layout.has_levels else []), *(column.id for column in self.layout.columns)]

    @property
    def letters(self) -> dict[str, str]:
        return {id: letter(index) for index, id in enumerate(self.ids)}

    @property
    def depth_of_heads(self) -> int:
        return max(len(head) for head in self.heads)

    @property
    def first_row(self) -> int:
        """The row of the first row of the table's body."""
        return HEAD_ROW + self.depth_of_heads

    def places(self) -> Iterator[tuple[int, TableRow | None, Place]]:
        """Every row with a node and where it stands; the row of the whole table has no TableRow."""
        letters = self.letters
        others = self._name_others()
        following = self._find_ends()
        if self.root_row:
            first = self.root_row + 1 if self.layout.root and self.layout.root.at_top else self.first_row
            last = self.end_row if first > self.root_row else self.end_row - 1
            yield self.root_row, None, Place(self.root_row, letters, first, last, -1, self.book, others, self.first_row)
        for number, (at, row) in enumerate(self.body):
            place = Place(at, letters, at + 1, following[number], number, self.book, others, self.first_row, row.node)
            yield at, row, place

    def spare(self) -> Iterator[Place]:
        """The empty rows at the end."""
        for at in range(self.end_row - SPARE, self.end_row):
            yield Place(at, self.letters, at + 1, self.end_row, len(self.body), self.book, (), self.first_row)

    def _name_others(self) -> tuple[str, ...]:
        """What the column Tingkat says of rows that hold no amounts of their own."""
        if not self.layout.has_levels:
            return ()
        names = [name for level in self.layout.levels[:-1] for name in level.names]
        return (*([self.layout.root.name] if self.layout.root else []), *names)

    def _find_ends(self) -> list[int]:
        """For every row of the body, the row of whatever comes after all that stands below it."""
        last: list[int] = []
        ahead: list[tuple[int, int]] = []  # (depth, row) of rows further down that may end something
        for at, row in reversed(self.body):
            while ahead and ahead[-1][0] > row.depth:
                ahead.pop()
            last.append(ahead[-1][1] if ahead else self.end_row)
            ahead.append((row.depth, at))
        return last[::-1]


@dataclass
class Book:
    """All sheets of a folder, and what stands hidden beside them. `lists` are the choices of drop-down lists."""

    reading: Reading
    sheets: list[Sheet]
    bidang: str
    around: Around
    lists: dict[str, list[str]]
    left_out: list[str]


def make(reading: Reading, bidang: str = "") -> Book:
    """The sheets of a folder, in the order of the document; of one Bidang only, if asked. Raises ProblemsFound."""
    folder = reading.folder
    if bidang:
        _refuse_unknown(reading, bidang)
    sheets: list[Sheet] = []
    left_out: list[str] = []
    for name, table in _order_tables(reading):
        if not table.layout.columns:
            continue
        sheet = _make_sheet(reading, name, table, bidang, {sheet.name.casefold() for sheet in sheets})
        if sheet is None:
            left_out.append(name)
        else:
            sheets.append(sheet)
    if not bidang:
        sheets += _make_law_sheets(folder, {sheet.name.casefold() for sheet in sheets})
    _connect_sheets(folder, sheets)
    lists = {"bidang": all_owners(reading), "sumber_dana": _list_funds(reading), "arah": ["naik", "turun"]}
    lists["jenis_peraturan"] = list(read_kinds()) if folder.regulasi else []
    return Book(reading, sheets, bidang, reading.tables.around, lists, left_out)


def _make_law_sheets(folder: Folder, taken: set[str]) -> Iterator[Sheet]:
    """The lists of regulations, which no Bidang owns."""
    heads = [column.head for column in laws.LAYOUT.columns]
    for name, source in sorted(folder.regulasi.items()):
        label = laws.TITLE if len(folder.regulasi) == 1 else f"{laws.TITLE} {name}"
        title = ["Dasar hukum; dicetak dalam bentuk baku"]
        sheet = Sheet(_name_sheet(label, taken), name, laws.KIND, laws.LAYOUT, title, heads, source.data, [])
        taken.add(sheet.name.casefold())
        _place_rows(sheet, laws.list_rows(source))
        yield sheet


def all_owners(reading: Reading) -> list[str]:
    """The names of Bidang that rows carry, each once."""
    found: dict[str, None] = {}
    for table in reading.tables.values():
        if not table.is_view:
            found.update(dict.fromkeys(ownership.find_owners(table.rows).values()))
    return list(found)


def _list_funds(reading: Reading) -> list[str]:
    rows = (row.node for table in reading.tables.of_kind("rencana-program") for row in table.rows if "pagu" in row.node)
    funds = dict.fromkeys(node["sumber_dana"] for node in rows if node["sumber_dana"])
    return [fund for fund in funds if not PLACEHOLDER.search(fund)]


def _refuse_unknown(reading: Reading, bidang: str) -> None:
    known = all_owners(reading)
    if any(ownership.is_same_bidang(name, bidang) for name in known):
        return
    hint = f"Yang ada: {', '.join(known)}." if known else "Isi kunci “bidang” pada program dalam tabel rencana-program."
    message = f"tidak ada baris milik “{bidang}”"
    raise ProblemsFound([Problem("RJ070", Location(reading.folder.name), message, hint)])


def _order_tables(reading: Reading) -> list[tuple[str, ReadTable]]:
    placed = [name for name in reading.outline.placed if name in reading.tables]
    return [(name, reading.tables[name]) for name in dict.fromkeys([*placed, *reading.tables])]


def _make_sheet(reading: Reading, name: str, table: ReadTable, bidang: str, taken: set[str]) -> Sheet | None:
    layout, viewed = table.layout, table.viewed
    data, found, context = layout.unfold(viewed.data), viewed.rows, set[str]()
    if bidang:
        mine = ownership.find_owned(viewed.rows, bidang)
        seen = ownership.find_shown(mine)
        if not seen:
            return None
        context = seen - mine
        data, found = select_rows(layout, data, seen)
    heads = [tuple(reading.printed(text) for text in column.head) for column in layout.columns]
    title = [reading.printed(line) for line in table.data["judul"]]
    label = reading.outline.labels.get(name, name)
    sheet = Sheet(_name_sheet(label, taken), name, table.kind.name, layout, title, heads, data, [], context)
    _place_rows(sheet, found)
    return sheet


def _place_rows(sheet: Sheet, found: list[TableRow]) -> None:
    """Give every row its number."""
    at = sheet.first_row
    root = sheet.layout.root
    if root and root.at_top:
        sheet.root_row, at = at, at + 1
    sheet.body = [(at + index, row) for index, row in enumerate(found)]
    at += len(found)
    sheet.end_row = at if sheet.layout.view else at + SPARE
    if root and not root.at_top:
        sheet.root_row = sheet.end_row + 1


_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")


def _name_sheet(label: str, taken: set[str]) -> str:
    """A name that Excel takes: 31 characters, none of []:*?/\\, not yet used."""
    name = _NO_SHEET_NAME.sub("-", label)[:31] or "Tabel"
    number = 2
    free = name
    while free.casefold() in taken | {GUIDE.casefold(), META, "history"}:
        free = f"{name[:27]} ({number})"
        number += 1
    return free


def _connect_sheets(folder: Folder, sheets: list[Sheet]) -> None:
    """Tell every sheet where the cells of other sheets stand that its formulas read."""
    book: dict[str, Any] = {}
    for sheet in sheets:
        if sheet.kind == "target-renstra" and "target-renstra" not in book:
            last = sum(1 for column in sheet.layout.columns if column.id.startswith("tahun")) - 1
            cells = (sheet.letters["nama"], sheet.letters[f"tahun{last}"])
            ranges = (f"${one}${sheet.first_row}:${one}${sheet.end_row}" for one in cells)
            book["target-renstra"] = (sheet.name, *ranges)
    for sheet in sheets:
        sheet.book = dict(book)
        if sheet.layout.view:
            wanted = folder.tabel[sheet.table].data["sumber"]
            plan = next(other for other in sheets if other.table == wanted)
            stand = {number: at for number, (at, _) in enumerate(plan.body)} | {-1: plan.root_row}
            sheet.book["sumber"] = (plan.name, plan.letters, stand)
