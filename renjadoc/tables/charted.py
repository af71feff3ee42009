"""A chart of a table: which rows and columns it shows, and their figures as numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from renjadoc.matching import fold_name
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import Column
from renjadoc.tables.quantities import quantities

if TYPE_CHECKING:
    from renjadoc.content.file_types import BabGrafik

#: What reads a text of the content as it is printed.
Say = Callable[[str], str]
#: More rows than these are no chart that anybody can read.
MOST_ROWS = 40
#: Amounts from here on are shown in millions of rupiah.
_MILLIONS = 100_000_000
#: Labels that are longer do not stand side by side.
_LONG_LABEL = 16
#: What a row begins with that is only counted.
_COUNT = re.compile(r"\(?\d{1,3}[.)]?")


class ChartData(NamedTuple):
    """What a chart shows: its form, the names of its rows, and for each column its name and a figure a row."""

    form: str
    labels: list[str]
    series: list[tuple[str, list[Decimal | None]]]


class Unchartable(Exception):
    """A chart that cannot be drawn: the code, which key of its block is wrong, why, and what to do, in Indonesian."""

    def __init__(self, code: str, key: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.key, self.message, self.hint = code, key, message, hint


class _ChartedRow(NamedTuple):
    """A row of its level: how a chart names it, its cells, and its first cell where that only counts."""

    level: str
    label: str
    cells: dict[str, Any]
    counted: str = ""


def read_chart(table: ReadTable, block: BabGrafik, say: Say) -> ChartData:
    """The chart that a block asks of a table. Raises Unchartable."""
    named = _tell_apart([_find_column(table, stated, index, say) for index, stated in enumerate(block["nilai"])])
    rows = _select_rows(list(_list_rows(table, say)), [name for name, _ in named], block)
    series = [(title, [_read_figure(row.cells.get(name)) for row in rows]) for name, title in named]
    known = [figure for _, figures in series for figure in figures if figure is not None]
    if not known:
        hint = "Isi kolom itu dengan bilangan, atau pilih kolom lain dalam “nilai”."
        raise Unchartable("RJ038", "nilai", "kolom yang dipilih tidak berisi satu angka pun", hint)
    if all("(Rp)" in title for title, _ in series) and max(known) >= _MILLIONS:
        series = [(_in_millions(title), [_scale_millions(figure) for figure in figures]) for title, figures in series]
    labels = [row.label for row in rows]
    usual = "batang" if max(map(len, labels)) > _LONG_LABEL else "kolom"
    return ChartData(block.get("bentuk", usual), labels, series)


def list_chart_choices(table: ReadTable, key: str, say: Say) -> dict[str, str]:
    """What a key of a chart's block may name in a table, with what a reader calls it: columns, levels, rows."""
    rows = list(_list_rows(table, say)) if key in {"baris", "hanya", "nilai"} else []
    if key == "baris":
        names = {level.key: level.names[0] for level in table.layout.levels}
        return {row.level: names.get(row.level, row.level) for row in rows}
    if key == "hanya":
        return {row.label: row.label for row in rows if row.label}
    figured = {name for row in rows for name, cell in row.cells.items() if _read_figure(cell) is not None}
    columns = {column.id if column.printed is None else column.printed: column for column in table.layout.columns}
    if not columns:
        return {name: name.replace("_", " ").capitalize() for name in sorted(figured)}
    heads = {column.id: dict.fromkeys(map(say, column.head)) for name, column in columns.items() if name in figured}
    return {id: ": ".join(said) for id, said in heads.items()}


def _in_millions(title: str) -> str:
    return title.replace("(Rp)", "(juta rupiah)")


def _scale_millions(figure: Decimal | None) -> Decimal | None:
    return None if figure is None else (figure / 1_000_000).quantize(Decimal("0.1"))


def _read_figure(cell: Any) -> Decimal | None:
    """A cell as a number; nothing where it is open, or says several."""
    found = quantities(cell)
    if not found or len(found) != 1:
        return None
    figure = round(found[0][0], 2)
    return Decimal(int(figure)) if figure == int(figure) else figure.normalize()


# Columns


def _names_of(column: Column) -> set[str]:
    return {column.id, column.id if column.printed is None else column.printed} - {""}


def _tell_apart(named: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    """Columns with the last of their heads, or with all of them where that is the same for several."""
    last = Counter(heads[-1] for _, heads in named)
    return [(name, heads[-1] if last[heads[-1]] == 1 else ": ".join(heads)) for name, heads in named]


def _find_column(table: ReadTable, stated: str, index: int, say: Say) -> tuple[str, list[str]]:
    """The name that its printed cells have, and its heads, of a column that is called by its name or its head."""
    wanted = fold_name(stated)
    columns = [column for column in table.layout.columns if column.printed != ""]
    for column in columns:
        heads = [say(head) for head in column.head]
        if wanted in {name.casefold() for name in {*_names_of(column), heads[-1], " ".join(heads)}}:
            return column.id if column.printed is None else column.printed, heads
    printed = {name for row in table.printed for name in row} if not columns else set()
    if stated in printed:
        return stated, [stated.replace("_", " ").capitalize() + (" (Rp)" if stated.startswith("pagu") else "")]
    known = ", ".join(sorted({column.id for column in columns} | printed - {"jenis"}))
    message = f"kolom “{stated}” tidak ada dalam tabel itu"
    raise Unchartable("RJ030", f"nilai/{index}", message, f"Nama kolomnya: {known}; judul kolom juga boleh.")


# Rows


def _list_rows(table: ReadTable, say: Say) -> Iterator[_ChartedRow]:
    if not table.layout.columns:  # A view that computes its rows.
        for cells in table.printed:
            yield _ChartedRow(cells["jenis"], _say_label(cells.get("uraian") or cells.get("nama"), say), cells)
        return
    if table.is_view:  # Its rows, and the sums over them, are those of the table that it shows.
        table = table.viewed
    titles = {level.key: table.layout.column(level.title) for level in table.layout.levels}
    rows = []
    for number, row in enumerate(table.rows, start=1):
        entry = titles[row.level].entry(row.level)
        if not row.node.get("tebal"):  # A total of an ad-hoc table is no part of it.
            label = _say_label(entry.of(row.node) if entry else None, say)
            rows.append(_ChartedRow(row.level, label, table.print_cells(row, number)))
    yield from _name_counted(rows, [column.id for column in table.layout.columns], say)


def _name_counted(rows: list[_ChartedRow], columns: list[str], say: Say) -> list[_ChartedRow]:
    """Rows that an ad-hoc table counts in its first column are called by the first column that says a name."""
    if not rows or not all(_COUNT.fullmatch(row.label) for row in rows):
        return rows
    for name in columns[1:]:
        labels = [_say_label(row.cells.get(name), say) for row in rows]
        if all(labels) and all(_read_figure(label) is None for label in labels):
            return [row._replace(label=label, counted=row.label) for row, label in zip(rows, labels, strict=True)]
    return rows


def _say_label(cell: object, say: Say) -> str:
    lines = cell if isinstance(cell, list) else [cell]
    return " ".join(" ".join(say(str(line)).split()) for line in lines if line is not None)


def _select_rows(rows: list[_ChartedRow], columns: list[str], block: BabGrafik) -> list[_ChartedRow]:
    """The rows of one level: the one that is named, or the first of which all columns have a cell."""
    levels = list(dict.fromkeys(row.level for row in rows))
    level = block.get("baris")
    if level is not None and level not in levels:
        hint = f"Pilihan: {', '.join(levels)}."
        raise Unchartable("RJ030", "baris", f"baris “{level}” tidak ada dalam tabel itu", hint)
    if level is None:
        fitting = (one for one in levels if any(_has_all(row, columns) for row in rows if row.level == one))
        level = next(fitting, levels[0] if levels else "")
    chosen = [row for row in rows if row.level == level]
    if wanted := {fold_name(name) for name in block.get("hanya", [])}:
        chosen = [row for row in chosen if wanted & {row.label.casefold(), row.counted.casefold()}]
    if not chosen:
        hint = "Periksa “hanya”: isinya nama baris persis seperti dalam tabel." if wanted else "Isi dahulu tabelnya."
        raise Unchartable("RJ038", "hanya" if wanted else "grafik", "tidak ada baris yang dapat digambar", hint)
    if len(chosen) > MOST_ROWS:
        hint = "Pilih beberapa baris dengan “hanya”, atau tingkat yang lebih tinggi dengan “baris”."
        raise Unchartable("RJ038", "grafik", f"{len(chosen)} baris terlalu banyak untuk sebuah grafik", hint)
    return chosen


def _has_all(row: _ChartedRow, columns: list[str]) -> bool:
    has_columns = all(name in row.cells for name in columns)
    return has_columns and any(_read_figure(row.cells[name]) is not None for name in columns)
