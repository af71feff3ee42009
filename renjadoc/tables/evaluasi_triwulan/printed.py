"""The evaluation by quarters as it is drawn: E.81 of Permendagri 86/2017, or the year alone; columns are numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from renjadoc.indonesian import angka, bulatkan
from renjadoc.span import as_typed
from renjadoc.tables.computed import Ratio, Share
from renjadoc.tables.drawn import NUMBER, DrawnCell, DrawnTable, draw_heads, find_heads
from renjadoc.tables.evaluasi_triwulan.columns import (
    QUARTERS,
    REMARKS,
    Evaluated,
    reached_by,
    reached_since,
    read_evaluated,
)
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.kinerja_urusan import categorize
from renjadoc.tables.layout import ROOT, Column, Computed, Entry, Node, TableRow
from renjadoc.tables.quantities import is_absent, is_unmeasured, rata_rata

#: Columns that stand only where a row says something in them; E.81 always has the first two.
_WHERE_SAID = ("sasaran", "penanggung_jawab", "kode", "catatan")
_ALWAYS_IN_E81 = 2
_NUMBER = Column("nomor", ("No.",), 4, {}, "tengah")
#: Sentences below the rows of E.81: key and what stands before it.
CLOSING = {
    "faktor_pendorong": "Faktor pendorong keberhasilan kinerja",
    "faktor_penghambat": "Faktor penghambat pencapaian kinerja",
    "tindak_lanjut_triwulan": "Tindak lanjut yang diperlukan dalam triwulan berikutnya",
    "tindak_lanjut_renja": "Tindak lanjut yang diperlukan dalam Renja Perangkat Daerah berikutnya",
}
_PERFORMANCE = ("indikator", "target", "realisasi", "target_renstra", "realisasi_renstra")
#: Columns 13 and 14 of E.81 as the law numbers them, by column and number.
_FORMULAS = {("realisasi_renstra_sd", 13): "13 = 6 + 12", ("persen", 14): "14 = 13 / 5 × 100"}


def draw_quarters(table: ReadTable) -> DrawnTable:
    """The table with a row each program, kegiatan and sub kegiatan, the sums, the averages and what follows."""
    form = table.data.get("bentuk")
    columns = list(_choose_columns(table, form))
    heads = draw_heads([_head_of(column) for column in columns])
    heads.append(_number_columns(columns, set() if form is None else {"kode", "catatan", *REMARKS}))
    body = [(_draw_row(table, columns, row), row.level == "program") for row in table.rows]
    if any(ROOT in column.cells for column in columns):
        body.append((_draw_total(table, columns), True))
    if form is not None:
        body += [(cells, True) for cells in _draw_averages(table, columns)]
    body += [([DrawnCell(value, len(columns))], False) for value in _list_closing(table.data)]
    kept = find_heads([row.level for row in table.rows])
    widths = [column.width for column in columns]
    return DrawnTable(widths, heads, body, landscape=True, shrinks=True, heads=kept)


def _choose_columns(table: ReadTable, form: str | None) -> Iterator[Column]:
    """The columns that are printed; E.81 numbers its programs, and has all four quarters."""
    said = {key for row in table.rows for key, value in row.node.items() if value not in (None, "")}
    said |= {"catatan"} & {key for row in table.rows for key in row.node}
    always = _WHERE_SAID[:_ALWAYS_IN_E81] if form is not None else ()
    if form is not None:
        yield _NUMBER
    evaluated = read_evaluated(table.data, table.folder)
    columns = [column for column in table.layout.columns if column.printed != ""]
    left_out = {*_WHERE_SAID} - {*said, *always} | (_find_doubled(columns, said, evaluated) if form is None else set())
    for column in columns:
        if column.id in left_out:
            continue
        yield column
        if column.id == f"{evaluated.sides[-1]}_{evaluated.last}" and form is not None and not evaluated.cumulative:
            for later in QUARTERS[evaluated.last : evaluated.periods]:
                for side in ("K", "Rp") if evaluated.has_amounts else ("",):
                    heads = (column.head[0], *filter(None, (later, side)))
                    yield Column(f"kosong_{later}_{side}", heads, column.width / 2, {})


def _find_doubled(columns: Sequence[Column], said: set[str], evaluated: Evaluated) -> set[str]:
    """What was reached is what the one quarter says that stands there, since the year began."""
    quarters = [column for column in columns if column.id.startswith("kinerja_")]
    alone = evaluated.cumulative and len(quarters) == 1 and "realisasi" not in said
    return {"realisasi", "realisasi_anggaran"} if alone else set()


def _head_of(column: Column) -> tuple[str, ...]:
    return ("Unit Perangkat Daerah Penanggung Jawab",) if column.id == "penanggung_jawab" else column.head


def _number_columns(columns: Sequence[Column], added: set[str]) -> list[DrawnCell]:
    """The row of numbers: performance and amount have one together, those `added` to the law's have none."""
    cells: list[DrawnCell] = []
    number, above = 0, None
    is_law = any(one.id == "realisasi_renstra_sd" for one in columns)
    for column in columns:
        if column.head[-1] == "Rp" and column.head[:-1] == above:
            cells[-1] = cells[-1]._replace(span=2)
        elif column.id in added:
            cells.append(DrawnCell("", 1, NUMBER))
        else:
            number += 1
            text = _FORMULAS.get((column.id, number), str(number)) if is_law else str(number)
            cells.append(DrawnCell(text, 1, NUMBER))
        above = column.head[:-1]
    return cells


# Cells


def _draw_row(table: ReadTable, columns: Sequence[Column], row: TableRow) -> list[DrawnCell]:
    return [DrawnCell(_print_cell(table, column, row), align=column.align) for column in columns]


def _print_cell(table: ReadTable, column: Column, row: TableRow) -> Any:
    if column.id == "nomor":
        return str(int(row.pointer.rpartition("/")[2]) + 1) if row.level == "program" else ""
    if column.id == "penanggung_jawab" and row.level == "program":
        return row.node.get(column.id) or as_typed(table.folder.facts["perangkat_daerah"]["singkatan"])
    cell = column.cells.get(row.level)
    if cell is None:
        return ""
    if isinstance(cell, Entry):
        value = cell.of(row.node)
        if column.id in {"realisasi", "realisasi_renstra_sd"} and not cell.is_in(row.node):
            return _print_computed(table, _print_unstated(table, column), row)
        if value is None and (cell.optional or column.id == "kode"):
            return "" if not cell.is_in(row.node) or column.id == "kode" else None
        return angka(value) if column.align == "kanan" and isinstance(value, int) else value
    return _print_computed(table, cell, row)


def _print_unstated(table: ReadTable, column: Column) -> Computed:
    """What stands in a column that other rows state."""
    quarters = read_evaluated(table.data, table.folder).counted
    return reached_by(quarters) if column.id == "realisasi" else reached_since(quarters)


def _print_computed(table: ReadTable, cell: Computed, row: TableRow) -> Any:
    """A computed cell; blank where the row states no performance, `-` where it says that there is none."""
    value = cell.value(row.node, table.around, 0)
    if value is not None:
        return _write_value(value, cell.unit)
    if isinstance(cell, Share) and cell.find_whole(row.node, table.around) == 0:
        return "-"
    if cell.unit == "rupiah" or isinstance(cell, Share):
        return "" if row.depth < len(table.layout.levels) - 1 else None
    return _write_unmeasured(row.node, cell)


def _write_unmeasured(node: Node, cell: Computed) -> str | None:
    if isinstance(cell, Ratio):
        if is_unmeasured(cell.reached_at.of(node), cell.wanted_at.of(node)):
            return "-"
        if cell.wanted_at.optional and not cell.wanted_at.is_in(node):
            return ""
    stated = [node[key] for key in _PERFORMANCE[1:] if key in node] + [node.get(f"kinerja_{i}") for i in range(1, 5)]
    if all(value in (None, "") for value in stated) and not node.get("indikator"):
        return ""
    return "-" if any(is_absent(value) for value in stated if value is not None) else None


def _write_value(value: Any, unit: str) -> Any:
    if unit == "persen":
        return _write_percent(value)
    return angka(value) if unit == "rupiah" else value


def _write_percent(value: Decimal) -> str:
    return angka(bulatkan(value))


# Below the rows


def _draw_total(table: ReadTable, columns: Sequence[Column]) -> list[DrawnCell]:
    """The amounts of all rows together, behind one label."""
    first = next(i for i, column in enumerate(columns) if ROOT in column.cells)
    cells = [DrawnCell("Jumlah", first)]
    for column in columns[first:]:
        cell = column.cells.get(ROOT)
        computed = None if cell is None or isinstance(cell, Entry) else cell
        value = computed.value(table.data, table.around, 0) if computed else None
        cells.append(
            DrawnCell(_write_value(value, computed.unit) if computed and value is not None else "", 1, column.align)
        )
    return cells


def _draw_averages(table: ReadTable, columns: Sequence[Column]) -> Iterator[list[DrawnCell]]:
    """The mean of both percentages over the lowest rows that can be measured, and its category."""
    first = next(i for i, column in enumerate(columns) if column.id == "persen")
    means = [_find_mean(table, column) for column in columns if column.id in {"persen", "persen_anggaran"}]
    behind = len(columns) - first - len(means)
    rest = [DrawnCell("", behind)] if behind else []
    shown = {"Rata-rata capaian kinerja (%)": _write_percent, "Predikat kinerja": categorize}
    for label, write in shown.items():
        cells = [DrawnCell("" if mean is None else write(mean), align="tengah") for mean in means]
        yield [DrawnCell(label, first), *cells, *rest]


def _find_mean(table: ReadTable, column: Column) -> Decimal | None:
    lowest = table.layout.levels[-1].key
    values = []
    for row in table.rows_of(lowest):
        cell = column.cells[lowest]
        assert not isinstance(cell, Entry)
        value = cell.value(row.node, table.around, 0)
        if value is None and _print_computed(table, cell, row) in {"-", ""}:
            continue
        values.append(value if isinstance(value, Decimal) else None)
    return rata_rata(values)


def _list_closing(data: Node) -> Iterator[Any]:
    """The sentences that the form ends in, each as lines; what is open is shown so."""
    for key, label in CLOSING.items():
        if key in data:
            stated = data[key]
            lines = stated if isinstance(stated, list) else [stated]
            first = f"{label}: {lines[0]}" if isinstance(lines[0], str) else f"{label}:"
            yield [first, *(lines[1:] if isinstance(lines[0], str) else lines)]
