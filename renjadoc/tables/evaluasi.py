"""Evaluation of last year's Renja (T-C.29): programs, kegiatan and sub kegiatan with their computed percentages.

Two forms are in use: twelve columns as Permendagri 54/2010 led to, and the eleven of Permendagri 86/2017, with
what was realised up to n-3 where the others have two columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables import old
from renjadoc.tables.computed import Cumulated, Ratio
from renjadoc.tables.forms import PERMENDAGRI_86, is_86
from renjadoc.tables.kind import GONE, PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import (
    KODE,
    SEL,
    TEKS,
    TEKS_ATAU_NULL,
    CellKind,
    Column,
    Entry,
    Level,
    Node,
    TableLayout,
    TableRow,
    direction_column,
    owner_column,
    walk_rows,
)
from renjadoc.tables.quantities import cumulate, is_absent, tingkat
from renjadoc.tables.steps import Step

LEVELS = (
    Level("program", ("program",), "nama", "kode"),
    Level("kegiatan", ("kegiatan",), "nama", "kode"),
    Level("sub_kegiatan", ("sub kegiatan",), "nama", "kode", optional=True),
)
_KEYS = tuple(level.key for level in LEVELS)
#: The computed percentages: which cell against which.
PERCENTAGES = {
    "renja_n-2_persen": ("renja_n-2/realisasi", "renja_n-2/target"),
    "renstra_persen": ("renja_n-1/realisasi", "target_renstra"),
}

# Columns


def _printed_name(*keys: str) -> str:
    """A cell as templates call it: `renja_n-2/target` -> `renja_n2_target`."""
    return "_".join(keys).replace("n-", "n").replace("/", "_")


def _stated_column(
    id: str, head: tuple[str, ...], *keys: str, width: float = 14, kind: CellKind = SEL, align: str = "tengah"
) -> Column:
    """A cell that every kegiatan has, and that a program may state for itself."""
    entry = Entry(keys, kind)
    cells = {**dict.fromkeys(_KEYS, entry), "program": entry._replace(own=True)}
    return Column(id, head, width, cells, align, printed=_printed_name(*keys))


def _ratio_column(id: str, head: tuple[str, ...], name: str, reached: str, wanted: str) -> Column:
    """The percentage called `name`; `reached` and `wanted` are the columns that it compares."""
    reached_at, wanted_at = (Entry(tuple(place.split("/")), SEL) for place in PERCENTAGES[name])
    cell = Ratio(reached, wanted, reached_at, wanted_at)
    return Column(id, head, 11, dict.fromkeys(_KEYS, cell), "tengah", printed=_printed_name(name))


def _target_column(years: str) -> Column:
    return _stated_column("target_renstra", (f"Target Renstra Perangkat Daerah Tahun {years}",), "target_renstra")


def _reached_until(year: int) -> Column:
    """What was reached up to the year n - `year`."""
    head = f"Realisasi Kinerja Program dan Keluaran Kegiatan s.d. Tahun {{{{ tahun - {year} }}}}"
    return _stated_column(f"sd_n{year}", (head,), f"realisasi_sd_n-{year}")


_LAST = "Target dan Realisasi Kinerja Program dan Kegiatan Tahun {{ tahun - 2 }}"
_RUNNING = "Perkiraan Realisasi Capaian Target Renstra s.d. Tahun Berjalan"
_RENSTRA_HEAD = (_RUNNING, "Tingkat Capaian (%)")
_RUNNING_REACHED = "Realisasi Capaian s.d. Tahun {{ tahun - 1 }}"
_INDICATOR = ("Indikator Kinerja Program (Outcome)/Kegiatan (Output)",)
_FIRST_COLUMNS = (
    Column("kode", ("Kode",), 20, dict.fromkeys(_KEYS, Entry(("kode",), KODE))),
    Column("nama", ("Program/Kegiatan",), 30, dict.fromkeys(_KEYS, Entry(("nama",), TEKS))),
    _stated_column("indikator", _INDICATOR, "indikator", width=30, kind=TEKS_ATAU_NULL, align="kiri"),
)
_LAST_COLUMNS = (
    _stated_column("n2_target", (_LAST, "Target Renja"), "renja_n-2", "target"),
    _stated_column("n2_realisasi", (_LAST, "Realisasi Renja"), "renja_n-2", "realisasi"),
    _ratio_column("n2_persen", (_LAST, "Tingkat Realisasi (%)"), "renja_n-2_persen", "n2_realisasi", "n2_target"),
    _stated_column("n1_target", ("Target Renja Perangkat Daerah Tahun {{ tahun - 1 }}",), "renja_n-1", "target"),
    _stated_column("n1_realisasi", (_RUNNING, _RUNNING_REACHED), "renja_n-1", "realisasi", width=16),
    _ratio_column(
        "renstra_persen", (_RUNNING, "Tingkat Capaian (%)"), "renstra_persen", "n1_realisasi", "target_renstra"
    ),
    owner_column("program"),
    direction_column(*_KEYS),
)
_PLANNED = _stated_column("n2", ("Target Kinerja Renja Perangkat Daerah Tahun {{ tahun - 2 }}",), "target_n-2")
_BEFORE_12 = (_target_column("{{ renstra.awal }} s.d. {{ renstra.akhir }}"), _PLANNED, _reached_until(2))
_BEFORE_11 = (_target_column("{{ renstra.akhir }}"), _reached_until(3))

TWELVE = TableLayout(LEVELS, (*_FIRST_COLUMNS, *_BEFORE_12, *_LAST_COLUMNS), frozen=2)
#: Columns 5, 7 and 9 of T-C.29: what column 10 is the sum of.
_ADDED = {"sd_n3": "realisasi_sd_n-3", "n2_realisasi": "renja_n-2/realisasi", "n1_target": "renja_n-1/target"}
REACHED = Cumulated(
    tuple(_ADDED), tuple(Entry(tuple(place.split("/")), SEL) for place in _ADDED.values()),
    "indikator", Entry(("indikator",), TEKS_ATAU_NULL), Entry(("renja_n-1", "realisasi"), SEL),
)  # fmt: skip


def _measure_reached(column: Column) -> Column:
    """The percentage of column 10, entered or not."""
    cells = {
        level: cell._replace(reached_at=REACHED) if isinstance(cell, Ratio) and cell.reached == "n1_realisasi" else cell
        for level, cell in column.cells.items()
    }
    return column._replace(cells=cells)


def _compute_reached(column: Column) -> Column:
    """Column 10 of T-C.29 where nobody enters it."""
    return column._replace(cells=dict.fromkeys(_KEYS, REACHED)) if column.id == "n1_realisasi" else column


#: T-C.29 whose column 10 is entered, as files of earlier years have it.
ELEVEN = TWELVE._replace(columns=tuple(map(_measure_reached, (*_FIRST_COLUMNS, *_BEFORE_11, *_LAST_COLUMNS))))
#: T-C.29: column 10 = 5 + 7 + 9.
ELEVEN_COMPUTED = ELEVEN._replace(columns=tuple(map(_compute_reached, ELEVEN.columns)))


def _lay_out(data: Node, _: Folder) -> TableLayout:
    if not is_86(data):
        return TWELVE
    stated = any(REACHED.stated_at.is_in(row.node) for row in walk_rows(LEVELS, data))
    return ELEVEN if stated else ELEVEN_COMPUTED


# Figures

_YEARS = ("renja_n-2", "renja_n-1")
_NO_FIGURES = {"kode", "nama", "bidang", "arah", "rumus", "tercatat", *_KEYS}


def is_above(node: Node) -> bool:
    """Whether a row stands above others, so that it may be no more than a name."""
    return "kegiatan" in node or bool(node.get("sub_kegiatan"))


def figures_of(node: Node) -> dict[str, Any]:
    """What a row states, by the places of its cells (`renja_n-2/target`); nothing for a row that is only a name."""
    own = {key: value for key, value in node.items() if key not in _NO_FIGURES}
    years = {f"{year}/{key}": value for year in _YEARS for key, value in own.pop(year, {}).items()}
    stated = own | years
    return {} if is_above(node) and all(value is None for value in stated.values()) else stated


def percentages_of(node: Node) -> dict[str, Decimal | None]:
    """Both percentages of a row, unrounded, None where they cannot be computed; the names are those of `tercatat`."""
    stated = figures_of(node)
    if stated and "renja_n-1/realisasi" not in stated:
        stated["renja_n-1/realisasi"] = REACHED.of(node)
    return {
        name: tingkat(stated.get(reached), stated.get(wanted), node) for name, (reached, wanted) in PERCENTAGES.items()
    }


# Printed rows


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """One row a program, kegiatan or sub kegiatan. A row above others is blank where it states nothing."""
    return [_print_row(table, row) for row in table.rows]


def _print_row(table: ReadTable, row: TableRow) -> PrintedRow:
    cells = table.print_cells(row)
    if is_86(table.data):
        cells["renja_n1_realisasi"] = REACHED.of(row.node)
    for name, places in PERCENTAGES.items():
        if cells[_printed_name(name)] is None and any(is_absent(cells[_printed_name(place)]) for place in places):
            cells[_printed_name(name)] = "-"
    if is_above(row.node):
        if not figures_of(row.node):
            cells |= dict.fromkeys(cells.keys() - {"kode", "nama"}, "")
        for name, (reached, _) in PERCENTAGES.items():
            if cells[_printed_name(reached)] == "":
                cells[_printed_name(name)] = ""
    return {"jenis": "program" if row.level == "program" else "kegiatan", **cells}


# A year's step

_FIRST = ("indikator", "target_renstra")
#: What becomes the target of the running year; all but what stands first is opened.
_MOVED = ("target_n-2", "renja_n-2/target")


def _step_year(data: Node) -> Iterator[Step]:
    """The target of the running year becomes last year's; what was reached, and the new running year, are open.

    What was reached before (T-C.29, column 5) is known: the sum of columns 5 and 7.

    A row above others stays a name, and blank where it was left blank.
    """
    for row in walk_rows(LEVELS, data):
        stated = figures_of(row.node)
        running = f"{row.pointer}/renja_n-1/target" if "renja_n-1/target" in stated else None
        for cell, value in stated.items():
            if cell in _MOVED:
                yield Step(f"{row.pointer}/{cell}", running)
            elif cell == "realisasi_sd_n-3":
                before = cumulate((value, stated.get("renja_n-2/realisasi")), row.node.get("indikator"))
                known = before not in (None, "")
                look = "kolom 5 ini jumlah kolom 5 dan 7 tahun lalu"
                yield Step(f"{row.pointer}/{cell}", value=before if known else None, look=look if known else "")
            elif cell not in _FIRST and not (value == "" and is_above(row.node)):
                yield Step(f"{row.pointer}/{cell}")
        yield from (Step(f"{row.pointer}/tercatat/{cell}") for cell in row.node.get("tercatat", {}))


# Another form


def _rewrite(data: Node, form: str | None) -> Iterator[tuple[str, Any]]:
    """T-C.29 computes column 10, which stays as entered where it is; the other form has to have it."""
    for row in walk_rows(LEVELS, data):
        running = row.node.get("renja_n-1")
        if running is None:
            continue
        if form == PERMENDAGRI_86 and "realisasi" in running and running["realisasi"] is None:
            yield f"{row.pointer}/renja_n-1/realisasi", GONE
        elif form is None and "realisasi" not in running:
            yield f"{row.pointer}/renja_n-1/realisasi", REACHED.of(row.node)


# Tables of old documents

_SIGNS = old.HeadSigns(5, (r"renstra", r"realisasi", r"target", r"program|kegiatan", r"tingkat"))
#: What heads say, by the ids of the columns; the middle differs between both forms.
_HEADS_BEFORE = (
    ("kode", r"kode"), ("nama", r"program|kegiatan"), ("indikator", r"indikator"),
    ("target_renstra", r"target.*renstra|renstra.*target"),
)  # fmt: skip
_HEADS_12 = (("n2", r"target"), ("sd_n2", r"realisasi"))
_HEADS_11 = (("sd_n3", r"realisasi"),)
_HEADS_AFTER = (
    ("n2_target", r"target"), ("n2_realisasi", r"realisasi"), ("n2_persen", r"tingkat|%|persen"),
    ("n1_target", r"target"), ("n1_realisasi", r"realisasi|perkiraan|capaian"),
    ("renstra_persen", r"tingkat|%|persen|capaian"),
)  # fmt: skip


def _read_old(table: old.TextTable) -> old.Built:
    """The data of an old document's table, in twelve or in eleven columns. Raises old.Unfit."""
    eleven = table.width == 11
    columns = old.place_in_order(table, *_HEADS_BEFORE, *(_HEADS_11 if eleven else _HEADS_12), *_HEADS_AFTER)
    heads = dict(zip(columns, table.heads, strict=True))
    years = old.find_years(heads["target_renstra"])
    data: Node = {"jenis": KIND.name, **({"bentuk": PERMENDAGRI_86} if eleven else {})}
    built = old.Built(KIND.name, data, period=tuple(sorted({*years[:1], *years[-1:]})))
    if eleven:
        _check_years(heads)
    data["program"] = _OldRows(built, ELEVEN if eleven else TWELVE).read(list(old.read_rows(table, columns)))
    for row in walk_rows(LEVELS, data):
        if is_above(row.node):
            _leave_blank(row.node)
    return built


def _check_years(heads: dict[str, str]) -> None:
    """Raises old.Unfit where the heads say years, and what was realised before ends in another than the one before."""
    reached, last = old.find_years(heads["sd_n3"])[-1:], old.find_years(heads["n2_realisasi"])[-1:]
    if reached and last and reached[0] != last[0] - 1:
        raise old.Unfit(f"realisasinya sampai dengan {reached[0]}, bentuk baku sampai dengan {last[0] - 1}")


class _OldRows:
    """Reads programs, kegiatan and sub kegiatan, each with figures of its own or, above others, without."""

    def __init__(self, built: old.Built, layout: TableLayout) -> None:
        self._built, self._layout = built, layout
        self._programs: list[Node] = []

    def read(self, rows: list[old.Cells]) -> list[Node]:
        levels = old.levels_by_code([(cells["nama"], old.read_code(cells["kode"])) for cells in rows])
        for cells in rows:
            self._read_row(cells, levels)
        return self._programs

    def _read_row(self, cells: old.Cells, levels: dict[int, str]) -> None:
        node = old.read_cells(self._layout, "kegiatan", cells)
        if not (name := node["nama"]):
            raise old.Unfit("ada baris tanpa nama program atau kegiatan")
        level = self._level_of(cells, node["kode"], levels)
        if level == "program":
            node["kegiatan"] = []
            self._programs.append(node)
        elif not self._programs:
            raise old.Unfit("ada kegiatan sebelum program pertama")
        elif level == "sub":
            self._programs[-1]["kegiatan"][-1].setdefault("sub_kegiatan", []).append(node)
        else:
            self._programs[-1]["kegiatan"].append(node)
        old.note_percentage(self._built, node, "renja_n-2_persen", cells["n2_persen"], name, "tingkat realisasi")
        old.note_percentage(
            self._built, node, "renstra_persen", cells["renstra_persen"], name, "tingkat capaian Renstra"
        )

    def _level_of(self, cells: old.Cells, code: str | None, levels: dict[int, str]) -> str:
        """program, kegiatan or sub: by name, by code, or, without code, by whether the row has figures."""
        level = levels.get(old.code_depth(code))
        has_figures = any(text for column, text in cells.items() if column not in {"kode", "nama"})
        if old.PROGRAM.match(cells["nama"]) or level in {"urusan", "program"} or not (level or has_figures):
            return "program"
        above = self._programs[-1]["kegiatan"] if self._programs else []
        if level == "sub" and above and code and code.startswith(f"{above[-1]['kode']}."):
            return "sub"
        return "kegiatan"


def _leave_blank(node: Node) -> None:
    """A row above others says what it said and no more: blank cells are meant so, and a program may be only a name."""
    if figures_of(node):
        for holder in (node, node["renja_n-2"], node["renja_n-1"]):
            holder |= {key: "" for key, value in holder.items() if value is None and key != "kode"}
    elif "kegiatan" in node:
        for key in set(node) - {"kode", "nama", "kegiatan"}:
            del node[key]


KIND = TableKind(
    "evaluasi",
    _lay_out,
    _print_rows,
    _step_year,
    caption_years=(-1, -2, 0),
    forms=(PERMENDAGRI_86,),
    rewrite=_rewrite,
    signs=(_SIGNS,),
    read_old=_read_old,
)
