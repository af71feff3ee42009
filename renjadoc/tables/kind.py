"""What a kind of table says of itself, and one table of a folder read by it, each figure computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple, Self

from renjadoc.content import pointers
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.problem import Problem
from renjadoc.tables.before import Amendment, find_amendment
from renjadoc.tables.computed import Sum, sum_amounts
from renjadoc.tables.drawn import DrawnTable
from renjadoc.tables.layout import Around, Computed, Entry, Node, PrintedCell, TableLayout, TableRow, walk_rows
from renjadoc.tables.old import Built, HeadSigns, TextTable
from renjadoc.tables.steps import Step

PrintedRow = dict[str, Any]


#: The value of a key that goes.
GONE = object()


class Unchangeable(Exception):
    """A table that another form cannot hold: where, why and what to do, in Indonesian."""

    def __init__(self, pointer: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.pointer, self.message, self.hint = pointer, message, hint


class TableKind(NamedTuple):
    """One kind of table, said in its own file as `KIND`; docs/tabel.md shows how one is added.

    `name` is what `jenis` says in its files and how its schema is called. `print_rows` gives the rows that its pattern
    in the template prints; `draw` the grid of cells of one that has no pattern, or none for this table. `step_year`
    says what a year's step does to its cells: nothing to one without. `follows_year` tells whether its years are
    counted from that of the document, and `caption_years` which its caption may name, counted so.
    `rewrite` says what a file has to say otherwise in another form (None: the first): pointers and new values, GONE for
    a key that goes (raises Unchangeable); cells that the form wants and rows lack are opened without it.
    `forms` are those that a file may choose (`bentuk`) beside the first, which says none.
    `form_of` is the form (`bentuk`) that its pattern in the template has.
    `check` finds what cannot be printed though its shape is right. By `signs` an old document's table is known, and
    `read_old` reads it (raises Unfit).
    """

    name: str
    lay_out: Callable[[Node, Folder], TableLayout]
    print_rows: Callable[[ReadTable], list[PrintedRow]] | None = None
    step_year: Callable[[Node], Iterable[Step]] | None = None
    follows_year: bool = True
    caption_years: tuple[int, ...] = ()
    forms: tuple[str, ...] = ()
    rewrite: Callable[[Node, str | None], Iterable[tuple[str, Any]]] = lambda data, form: ()
    form_of: Callable[[ReadTable], str | None] = lambda table: table.data.get("bentuk")
    check: Callable[[ReadTable], Iterable[Problem]] = lambda table: ()
    signs: tuple[HeadSigns, ...] = ()
    read_old: Callable[[TextTable], Built] | None = None
    draw: Callable[[ReadTable], DrawnTable | None] = lambda table: None


class ReadTable:
    """A table of a folder: its rows, its sums and what it prints, computed once for rules, printing and the rest.

    `others` are all tables of the folder by name, this one among them.
    """

    def __init__(
        self, source: Source, kind: TableKind, folder: Folder, around: Around, others: Mapping[str, Self]
    ) -> None:
        self.source, self.kind, self.folder, self.around = source, kind, folder, around
        self._others = others
        self._sums: dict[tuple[str, str], int | None] = {}

    @property
    def data(self) -> Node:
        data: Node = self.source.data
        return data

    @property
    def is_view(self) -> bool:
        """Whether it shows the rows of another table and has none of its own."""
        return self.layout.view

    @property
    def basis(self) -> Self:
        """The table that it names as its source; itself where it names none that is there."""
        return self._others.get(self.data.get("sumber", ""), self)

    @property
    def viewed(self) -> Self:
        """The table whose rows stand here: for a view of another table that one."""
        return self.basis if self.is_view else self

    def check_viewed(self, kind: str) -> Iterator[Problem]:
        """What is wrong with a view that names no table, or none of the kind that it could view."""
        name = self.data["sumber"]
        stated = self.folder.tabel.get(name)
        if stated is None or stated.data["jenis"] != kind:
            message = f"tabel “{name}” tidak ada atau bukan tabel {kind}"
            yield self.source.problem("RJ030", "/sumber", message, f"Isi dengan nama tabel berjenis {kind}.")

    @property
    def pattern(self) -> str:
        """What templates call it."""
        return pattern_name(self.kind.name, self.kind.form_of(self))

    @cached_property
    def layout(self) -> TableLayout:
        return self.kind.lay_out(self.data, self.folder)

    @cached_property
    def rows(self) -> list[TableRow]:
        """Every row, parents before children."""
        return list(walk_rows(self.layout.levels, self.layout.unfold(self.viewed.data)))

    def rows_of(self, level: str) -> list[TableRow]:
        """The rows of one level, by its key."""
        return [row for row in self.rows if row.level == level]

    def total(self, pointer: str, field: str) -> int | None:
        """The sum of an amount (rupiah) at and below a row, `""` the whole table; None where none is known."""
        key = (pointer, field)
        if key not in self._sums:
            self._sums[key] = sum_amounts(pointers.follow_pointer(self.data, pointer), field)
        return self._sums[key]

    @cached_property
    def printed(self) -> list[PrintedRow]:
        """The rows that are printed, totals included, their cells as templates call them."""
        return self.kind.print_rows(self) if self.kind.print_rows else []

    @cached_property
    def drawn(self) -> DrawnTable | None:
        """The grid that is drawn instead of a pattern's rows, if it is."""
        return self.kind.draw(self)

    @cached_property
    def amendment(self) -> Amendment | None:
        """What a Renja Perubahan changes in this plan; None elsewhere."""
        return find_amendment(self.folder, self.source.path.stem, self.data)

    @cached_property
    def _printed_cells(self) -> dict[str, list[PrintedCell]]:
        return self.layout.find_printed()

    def print_cells(self, row: TableRow, number: int = 0) -> PrintedRow:
        """The cells of a row by the names that templates have for them; what it may leave out, and does, is blank."""
        node = row.node
        return {
            name: self._compute_cell(cell, row, number) if key is None else node.get(key, blank)
            for name, key, blank, cell in self._printed_cells[row.level]
        }

    def _compute_cell(self, cell: Entry | Computed, row: TableRow, number: int) -> Any:
        if isinstance(cell, Entry):
            return cell.of(row.node)
        if isinstance(cell, Sum):
            return self.total(row.pointer, cell.field)
        return cell.value(row.node, self.around, number)


def pattern_name(kind: str, form: str | None) -> str:
    """The name of a kind of table, and of its form if it has one, in templates: `evaluasi_permendagri_86`."""
    return "_".join(filter(None, (kind, form))).replace("-", "_")
