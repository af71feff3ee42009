"""The columns of the evaluation: twelve, or the eleven of T-C.29, whose column 10 may be computed."""

from __future__ import annotations

from renjadoc.tables.computed import Cumulated, Ratio
from renjadoc.tables.layout import (
    KODE,
    SEL,
    TEKS,
    TEKS_ATAU_NULL,
    CellKind,
    Column,
    Entry,
    Level,
    TableLayout,
    direction_column,
    owner_column,
)

LEVELS = (
    Level("program", ("program",), "nama", "kode"),
    Level("kegiatan", ("kegiatan",), "nama", "kode"),
    Level("sub_kegiatan", ("sub kegiatan",), "nama", "kode", optional=True),
)
KEYS = tuple(level.key for level in LEVELS)
#: The computed percentages: which cell against which.
PERCENTAGES = {
    "renja_n-2_persen": ("renja_n-2/realisasi", "renja_n-2/target"),
    "renstra_persen": ("renja_n-1/realisasi", "target_renstra"),
}

# Columns


def printed_name(*keys: str) -> str:
    """A cell as templates call it: `renja_n-2/target` -> `renja_n2_target`."""
    return "_".join(keys).replace("n-", "n").replace("/", "_")


def _stated_column(
    id: str, head: tuple[str, ...], *keys: str, width: float = 14, kind: CellKind = SEL, align: str = "tengah"
) -> Column:
    """A cell that every kegiatan has, and that a program may state for itself."""
    entry = Entry(keys, kind)
    cells = {**dict.fromkeys(KEYS, entry), "program": entry._replace(own=True)}
    return Column(id, head, width, cells, align, printed=printed_name(*keys))


def _ratio_column(id: str, head: tuple[str, ...], name: str, reached: str, wanted: str) -> Column:
    """The percentage called `name`; `reached` and `wanted` are the columns that it compares."""
    reached_at, wanted_at = (Entry(tuple(place.split("/")), SEL) for place in PERCENTAGES[name])
    cell = Ratio(reached, wanted, reached_at, wanted_at)
    return Column(id, head, 11, dict.fromkeys(KEYS, cell), "tengah", printed=printed_name(name))


def _target_column(years: str) -> Column:
    return _stated_column("target_renstra", (f"Target Renstra Perangkat Daerah Tahun {years}",), "target_renstra")


def _reached_until(year: int) -> Column:
    """What was reached up to the year n - `year`."""
    head = f"Realisasi Kinerja Program dan Keluaran Kegiatan s.d. Tahun {{{{ tahun - {year} }}}}"
    return _stated_column(f"sd_n{year}", (head,), f"realisasi_sd_n-{year}")


_LAST = "Target dan Realisasi Kinerja Program dan Kegiatan Tahun {{ tahun - 2 }}"
_RUNNING = "Perkiraan Realisasi Capaian Target Renstra s.d. Tahun Berjalan"
_RUNNING_REACHED = "Realisasi Capaian s.d. Tahun {{ tahun - 1 }}"
_INDICATOR = ("Indikator Kinerja Program (Outcome)/Kegiatan (Output)",)
_FIRST_COLUMNS = (
    Column("kode", ("Kode",), 20, dict.fromkeys(KEYS, Entry(("kode",), KODE))),
    Column("nama", ("Program/Kegiatan",), 30, dict.fromkeys(KEYS, Entry(("nama",), TEKS))),
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
    direction_column(*KEYS),
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
    return column._replace(cells=dict.fromkeys(KEYS, REACHED)) if column.id == "n1_realisasi" else column


#: T-C.29 whose column 10 is entered, as files of earlier years have it.
ELEVEN = TWELVE._replace(columns=tuple(map(_measure_reached, (*_FIRST_COLUMNS, *_BEFORE_11, *_LAST_COLUMNS))))
#: T-C.29: column 10 = 5 + 7 + 9.
ELEVEN_COMPUTED = ELEVEN._replace(columns=tuple(map(_compute_reached, ELEVEN.columns)))
