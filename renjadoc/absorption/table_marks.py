"""Where each value of a folder's tables is printed: a copy of the folder prints marks in their place.

Whatever form a table has and whichever template prints it, a cell that shows a mark shows that value; one that shows
none is computed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from renjadoc.compose import compose_document
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.content.pointers import value_at
from renjadoc.pipeline import find_template
from renjadoc.reading import Reading
from renjadoc.sheets.excel.nodes import with_value
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import Column, Entry, Level, TableLayout, TableRow
from renjadoc.tables.review_rkpd.two_sided import Differences
from renjadoc.word.packages import package
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable
from renjadoc.word.reader.read import read_parts
from renjadoc.word.writing import render

#: The first mark among amounts; more than a region spends, and no two sums of marks are one.
_FIRST_AMOUNT = 70_000_000_000_000
_MARK = re.compile(r"zq(\d+)qz|\b(7\d(?:\.\d{3}){4})\b")
_DIFFERENCES = "perbedaan"
#: What holds the running text of a chapter.
_TEXTS = ("isi", "bagian")


class Value(NamedTuple):
    """A value that people enter: the table that has it, its row, its column and what the column has in that row."""

    table: ReadTable
    row: TableRow
    column: Column
    entry: Entry

    @property
    def layout(self) -> TableLayout:
        return self.table.layout

    @property
    def level(self) -> Level:
        return self.layout.levels[self.row.depth]

    @property
    def file(self) -> str:
        return self.table.folder.relative(self.table.source)

    @property
    def place(self) -> tuple[str, str]:
        """The file and the pointer of its row."""
        return self.file, self.row.pointer

    @property
    def is_title(self) -> bool:
        """Whether it names its row."""
        return self.column.id == self.level.title

    @property
    def now(self) -> Any:
        return self.entry.of(self.row.node)

    @property
    def is_stated(self) -> bool:
        return self.now not in (None, "", [])

    @property
    def may_be_marked(self) -> bool:
        """Whether it can give way to a mark: printing looks into codes and choices, and makes letters of numbers."""
        is_free = self.column.id != self.level.code and not self.column.choices
        return is_free and self.entry.kind.name not in {"kode", "bulat"}


#: What a cell shows, in order: texts as they are, and values.
Pieces = tuple[str | Value, ...]


class PrintedTable(NamedTuple):
    """A table as its document prints it; `label` is what a reader calls it."""

    name: str
    label: str
    table: WordTable


def print_tables(reading: Reading, folder: Folder | None = None) -> list[PrintedTable]:
    """The tables of a folder as its document prints them now, or as `folder`, a changed copy of it, prints them."""
    bare = Reading(_leave_tables(folder or reading.folder))
    document = compose_document(bare)
    template, _ = find_template(bare.folder, document, None)
    blocks = read_parts(package.unpack_word(render.pack_document(template, document, {}).data)).blocks
    names = [name for name in bare.outline.placed if name in bare.tables]
    tables = [block for block in blocks if isinstance(block, WordTable)]
    if len(tables) == len(names):
        found = dict(zip(names, tables, strict=True))
    else:
        found = _find_by_caption(blocks, {bare.outline.labels[n]: n for n in names if n in bare.outline.labels})
    return [PrintedTable(name, reading.outline.labels.get(name, ""), table) for name, table in found.items()]


def _leave_tables(folder: Folder) -> Folder:
    """The folder with nothing in its chapters but the tables that they place."""

    def leave(data: Any) -> Any:
        kept = {key: value for key, value in data.items() if key not in _TEXTS}
        placed = [block for block in data.get("isi", []) if isinstance(block, dict) and "tabel" in block]
        below = {"bagian": [leave(section) for section in data["bagian"]]} if "bagian" in data else {}
        return {**kept, "isi": placed, **below}

    def leave_all(parts: Iterable[Source]) -> list[Source]:
        return [Source(one.path, one.name, one.text, leave(one.data)) for one in parts]

    front = dict(zip(folder.depan, leave_all(folder.depan.values()), strict=True))
    return folder._replace(bab=leave_all(folder.bab), lampiran=leave_all(folder.lampiran), depan=front, tinjau=None)


def _find_by_caption(blocks: list[WordBlock], names: dict[str, str]) -> dict[str, WordTable]:
    """The tables below captions, for a template that has tables of its own; `names` are those of tables by label."""
    found: dict[str, WordTable] = {}
    above = ""
    for block in blocks:
        if isinstance(block, WordParagraph):
            words = block.text.split()
            above = " ".join(words[:2]) if block.style == "caption" else above
        elif names.get(above, "") not in {"", *found}:
            found[names[above]] = block
    return found


class TableMarks:
    """Which values the cells of the folder's tables show; `say_cell` is what makes one line of a cell."""

    def __init__(self, reading: Reading, say_cell: Callable[[Any], str]) -> None:
        self._reading, self._say_cell = reading, say_cell
        self._values: list[Value] = []

    @cached_property
    def _stated(self) -> dict[str, list[list[Pieces]]]:
        """What every cell shows, marks where a value stands now."""
        return self._print_marks(lambda value: value.is_stated)

    @cached_property
    def _possible(self) -> dict[str, list[list[Pieces]]]:
        """What every cell would show if nothing were left open."""
        return self._print_marks(lambda value: True)

    @cached_property
    def _usual(self) -> dict[str, list[list[Pieces]]]:
        """The same without columns in which no row says anything: some are printed only where one does."""
        used = {
            (table.source.name, column.id)
            for table in self._reading.tables.values()
            for row in table.rows
            for column, entry in table.layout.entries(table.layout.levels[row.depth])
            if Value(table, row, column, entry).is_stated
        }
        return self._print_marks(lambda value: (value.table.source.name, value.column.id) in used)

    def _print_marks(self, is_marked: Callable[[Value], bool]) -> dict[str, list[list[Pieces]]]:
        folder = self._reading.folder
        marked = {name: self._mark_table(table, is_marked) for name, table in self._reading.tables.items()}
        for name, table in self._reading.tables.items():
            if table.kind.name == "review-rkpd" and table.data.get(_DIFFERENCES):
                marked[name] = _rename_differences(table, marked[name], marked[table.data["sumber"]])
        tables = print_tables(self._reading, folder._replace(tabel=marked))
        return {
            one.name: [[tuple(self._find_marks(self._say_cell(cell))) for cell in row.cells] for row in one.table.rows]
            for one in tables
        }

    def _mark_table(self, table: ReadTable, is_marked: Callable[[Value], bool]) -> Source:
        """A table's file with marks for values; codes stay, because printing looks into them."""
        source = table.source
        if table.is_view or table.kind.name == "bebas":
            return source
        data = table.layout.unfold(source.data)
        for row in table.rows:
            level = table.layout.levels[row.depth]
            for column, entry in table.layout.entries(level):
                value = Value(table, row, column, entry)
                if value.may_be_marked and is_marked(value):
                    self._values.append(value)
                    data = _put(data, row.pointer, entry, self._make_mark(entry))
        return Source(source.path, source.name, source.text, data)

    def _make_mark(self, entry: Entry) -> Any:
        number = len(self._values) - 1
        return _FIRST_AMOUNT + number if entry.kind.whole else f"zq{number}qz"

    def _find_marks(self, text: str) -> Iterator[str | Value]:
        end = 0
        for match in _MARK.finditer(text):
            number = int(match[1]) if match[1] else int(match[2].replace(".", "")) - _FIRST_AMOUNT
            if number < len(self._values):
                yield text[end : match.start()]
                yield self._values[number]
                end = match.end()
        yield text[end:]

    # What is asked

    def find_row(self, name: str, index: int, count: int) -> list[Pieces]:
        """What the cells of a row show, or could; empty where the table is printed otherwise once it is marked.

        `count` is how many rows the table has.
        """
        stated = self._stated.get(name, [])
        if len(stated) != count:
            return []
        cells = [_keep_own(cell, stated[index]) for cell in stated[index]]
        others = self._find_codes(cells) | self._find_open(name, stated[index])
        return [cell if values_in(cell) else others.get(at, cell) for at, cell in enumerate(cells)]

    def _find_codes(self, row: list[Pieces]) -> dict[int, Pieces]:
        """The cells that show nothing but the code of a row that is named here."""
        shown = {"".join(piece for piece in cell if isinstance(piece, str)): at for at, cell in enumerate(row)}
        found: dict[int, Pieces] = {}
        for title in find_titles(row):
            column = title.layout.column(title.level.code) if title.level.code else None
            entry = column.entry(title.level.key) if column else None
            if column and entry and (at := shown.get(str(entry.of(title.row.node)))) is not None:
                found[at] = (Value(title.table, title.row, column, entry),)
        return found

    def _find_open(self, name: str, row: list[Pieces]) -> dict[int, Pieces]:
        """The cells of a row that hold nothing now, with the values that they could show."""
        found: dict[int, Pieces] = {}
        for sign in find_titles(row) or _find_texts(row)[:1]:
            for other in self._list_others(name):
                if len(other) == len(row) and any(_is_same(one, sign) for one in _find_texts(other)):
                    own = [tuple(p for p in cell if isinstance(p, str) or p.place == sign.place) for cell in other]
                    found |= {at: cell for at, cell in enumerate(own) if values_in(cell)}
                    break
        return found

    def _list_others(self, name: str) -> Iterator[list[Pieces]]:
        yield from self._possible.get(name, [])
        yield from self._usual.get(name, [])


def _rename_differences(table: ReadTable, source: Source, plan: Source) -> Source:
    """What differs from rows of a plan, by the names that these have in its copy: so it is still about them."""
    data = source.data
    for number, row in enumerate(Differences(table).found):
        if row is not None:
            data = _put_name(data, [_DIFFERENCES, number], value_at(plan.data, row.pointer)["nama"])
    return Source(source.path, source.name, source.text, data)


def _put_name(data: Any, keys: list[Any], name: Any) -> Any:
    return _put_below(data, keys, lambda node: {**node, "nama": name})


def _keep_own(cell: Pieces, row: list[Pieces]) -> Pieces:
    """A cell without amounts of which the row says nothing else: a sum of one amount is that amount."""
    named = {value.place for value in _find_texts(row)}
    return tuple(
        piece for piece in cell if isinstance(piece, str) or not piece.entry.kind.whole or piece.place in named
    )


def _find_texts(row: list[Pieces]) -> list[Value]:
    return [value for cell in row for value in values_in(cell) if not value.entry.kind.whole]


def _is_same(one: Value, other: Value) -> bool:
    return one.place == other.place and one.column.id == other.column.id


def _put(data: object, pointer: str, entry: Entry, value: object) -> Any:
    """A copy of `data` whose row at `pointer` has another value."""
    keys = [int(key) if key.isdecimal() else key for key in pointer.split("/")[1:]]
    return _put_below(data, keys, lambda node: with_value(node, entry.keys, value))


def _put_below(data: Any, keys: list[Any], change: Callable[[Any], Any]) -> Any:
    if not keys:
        return change(data)
    first, *rest = keys
    copied = list(data) if isinstance(data, list) else dict(data)
    copied[first] = _put_below(data[first], rest, change)
    return copied


def values_in(cell: Pieces) -> list[Value]:
    return [piece for piece in cell if isinstance(piece, Value)]


def find_titles(row: list[Pieces]) -> list[Value]:
    """The values by which a row is named, the widest level first."""
    titles = [value for cell in row for value in values_in(cell) if value.is_title]
    return sorted(titles, key=lambda value: value.row.depth)
