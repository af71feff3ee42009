"""What a table is: its levels of rows, its columns, and for every level whether a cell is entered or computed.

A table's rows stand in lists within lists (program, kegiatan, sub_kegiatan), parents before children. Printing, checks,
Excel and the rest walk over the same description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from renjadoc.content.pointers import join
from renjadoc.plain_data import Node as Node

Keys = tuple[str | int, ...]

#: The level of the row that stands for the whole table.
ROOT = ""


class CellKind(NamedTuple):
    """What may be typed into a cell. `blank` is what an empty one means; `number` says that numbers are expected."""

    name: str
    blank: Any = None
    required: bool = False
    number: bool = False
    whole: bool = False


TEKS = CellKind("teks", required=True)
TEKS_ATAU_NULL = CellKind("teks-boleh-kosong")
TEKS_BOLEH_KOSONG = CellKind("teks-boleh-kosong", "")
SEL = CellKind("sel")
SEL_BOLEH_KOSONG = CellKind("sel", "")
ANGKA = CellKind("sel", number=True)
UANG = CellKind("uang", number=True, whole=True)
BULAT = CellKind("bulat", number=True, whole=True)
KODE = CellKind("kode")
KODE_WAJIB = CellKind("teks", required=True)


class Entry(NamedTuple):
    """A cell that people fill: where its value stands in the row's node. An `optional` one may be absent from it.

    Those that are its `own` are what a row above others may state as they do: it has all of them, or none.
    """

    keys: Keys
    kind: CellKind
    optional: bool = False
    own: bool = False

    def of(self, node: Node) -> Any:
        """The value, None where there is none."""
        value: Any = node
        for key in self.keys:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    @property
    def pointer(self) -> str:
        return join("", *self.keys)

    def is_in(self, node: Node) -> bool:
        """Whether the node has this cell, though it may be open."""
        *above, last = self.keys
        held = Entry(tuple(above), self.kind).of(node)
        return isinstance(held, dict) and last in held


class Around(NamedTuple):
    """What computed cells need beyond their row: names of the folder, and final Renstra targets by indicator."""

    names: Mapping[str, str]
    final_targets: Mapping[str, Any]


class Computed(Protocol):
    """A cell that nobody fills: the value that it must have; `unit` is rupiah, persen, nomor or nothing."""

    @property
    def unit(self) -> str: ...

    def value(self, node: Node, around: Around, number: int) -> int | Decimal | str | list[Any] | None: ...


class Level(NamedTuple):
    """One level of rows: `key` is the list that holds them, `names` what the column Tingkat may say of them.

    Where there are several names, the node says under `named_by` which one it is. `code` and `title` are the columns
    by which a row is found again. The list of an `optional` level may be absent from the row above.
    """

    key: str
    names: tuple[str, ...]
    title: str
    code: str = ""
    named_by: str = ""
    #: Parts of a code of this level (urusan.bidang.program.kegiatan.sub kegiatan), if that tells it.
    parts: int = 0
    optional: bool = False

    def name(self, node: Node) -> str:
        return str(node[self.named_by]) if self.named_by else self.names[0]


#: The cells of a column by the level of their rows.
Cells = Mapping[str, Entry | Computed]


class Column(NamedTuple):
    """A column: its head from the top merged cell down, its width in characters, its cell at every level.

    `printed` is what templates call its cells: the id where nothing is said, nothing for a column that is not printed.
    """

    id: str
    head: tuple[str, ...]
    width: float
    cells: Cells
    align: str = "kiri"
    choices: str = ""
    printed: str | None = None

    @property
    def kind(self) -> CellKind | None:
        """How what is entered in this column is read, at whichever level; None where nothing is."""
        return next((cell.kind for cell in self.cells.values() if isinstance(cell, Entry)), None)

    def entry(self, level: str) -> Entry | None:
        cell = self.cells.get(level)
        return cell if isinstance(cell, Entry) else None


def direction_column(*levels: str) -> Column:
    """The column that says where an indicator is better; it is not printed in the document."""
    cells = dict.fromkeys(levels, Entry(("arah",), TEKS, optional=True))
    return Column("arah", ("Arah: naik atau turun (tidak dicetak)",), 14, cells, choices="arah", printed="")


def owner_column(*levels: str) -> Column:
    """The column that says which Bidang fills a row; it is not printed in the document."""
    cells = dict.fromkeys(levels, Entry(("bidang",), TEKS, optional=True))
    return Column("bidang", ("Bidang (tidak dicetak)",), 18, cells, printed="")


class Root(NamedTuple):
    """The row for the whole table: its name, where it stands, and its label in one column."""

    name: str
    column: str
    label: str
    at_top: bool


class TableLayout(NamedTuple):
    """One table's sheet. `make` gives a new row's node the keys that nobody enters; a `view` has nothing to import."""

    levels: tuple[Level, ...]
    columns: tuple[Column, ...]
    root: Root | None = None
    view: bool = False
    landscape: bool = True
    frozen: int = 0
    unfold: Callable[[Any], Node] = lambda data: data

    def depth(self, key: str) -> int:
        return next(index for index, level in enumerate(self.levels) if level.key == key)

    @property
    def has_levels(self) -> bool:
        """Whether a column must say which level a row is of."""
        return sum(len(level.names) for level in self.levels) > 1

    def column(self, id: str) -> Column:
        return next(column for column in self.columns if column.id == id)

    def find_printed(self) -> dict[str, list[PrintedCell]]:
        """The cells of each level that are printed, by its key."""
        named = [(column.id if column.printed is None else column.printed, column.cells) for column in self.columns]
        levels = (ROOT, *(level.key for level in self.levels))
        return {
            level: [_printed_cell(name, cells[level]) for name, cells in named if name and level in cells]
            for level in levels
        }

    def entries(self, level: Level) -> Iterator[tuple[Column, Entry]]:
        """The cells of a row of this level that people fill."""
        for column in self.columns:
            if (entry := column.entry(level.key)) is not None:
                yield column, entry


class PrintedCell(NamedTuple):
    """A cell by the name that templates have for it; one that is a key of its row by this, and what stands for none."""

    name: str
    key: Any
    blank: Any
    cell: Entry | Computed


def _printed_cell(name: str, cell: Entry | Computed) -> PrintedCell:
    """What an optional cell may leave out, and does, is blank."""
    if isinstance(cell, Entry) and len(cell.keys) == 1:
        return PrintedCell(name, cell.keys[0], "" if cell.optional else None, cell)
    return PrintedCell(name, None, None, cell)


class TableRow(NamedTuple):
    """One node of a table: its pointer, its level (index into the layout's, and key), its node."""

    pointer: str
    depth: int
    node: Node
    level: str = ""


def walk_rows(levels: Sequence[Level], data: Node, pointer: str = "", depth: int = 0) -> Iterator[TableRow]:
    """Every row of a table, parents before children."""
    if depth == len(levels):
        return
    key = levels[depth].key
    for index, node in enumerate(data.get(key, [])):
        at = f"{pointer}/{key}/{index}"
        yield TableRow(at, depth, node, key)
        yield from walk_rows(levels, node, at, depth + 1)


def select_rows(
    layout: TableLayout, data: Node, seen: set[str], pointer: str = "", depth: int = 0
) -> tuple[Node, list[TableRow]]:
    """Only what is in `seen`: the table without the rest, and its rows with the pointers they have in the whole."""
    if depth == len(layout.levels):
        return data, []
    key = layout.levels[depth].key
    kept, found = [], []
    for index, node in enumerate(data.get(key, [])):
        at = join(pointer, key, index)
        if at in seen:
            less, below = select_rows(layout, node, seen, at, depth + 1)
            kept.append(less)
            found += [TableRow(at, depth, less, key), *below]
    return {**data, key: kept}, found
