"""What programs and budget print, and what a year's step does to them."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.span import as_typed
from renjadoc.tables.forms import PERMENDAGRI_14, PERMENDAGRI_86
from renjadoc.tables.kind import PrintedRow, ReadTable
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.tables.rencana_program.coded import print_coded, print_priorities
from renjadoc.tables.rencana_program.columns import DETAILS, LEVELS, WITH_SUB_LAYOUT
from renjadoc.tables.rencana_program.headings import list_urusan, stated_urusan, sum_rows
from renjadoc.tables.steps import Step

_FORMS = {PERMENDAGRI_86: print_coded, PERMENDAGRI_14: print_priorities}


def print_rows(table: ReadTable) -> list[PrintedRow]:
    """The rows of a plan in its form; the office's total is the first."""
    office = as_typed(table.folder.facts["perangkat_daerah"]["nama"])
    below = _FORMS.get(str(table.data.get("bentuk")), _print_below)
    return [{"jenis": "jumlah", "uraian": office, **sum_rows(table, [""])}, *below(table)]


def print_by_kegiatan(table: ReadTable) -> list[PrintedRow]:
    """The rows of a plan, whatever its form, as tables print them that have columns for kegiatan and sub kegiatan."""
    office = as_typed(table.folder.facts["perangkat_daerah"]["nama"])
    rows = ({key: value for key, value in row.items() if key in _NAMES} for row in _print_below(table))
    return [{"jenis": "jumlah", "uraian": office, **sum_rows(table, [""])}, *rows]


#: What a row of the first form has.
_NAMES = frozenset(
    ["jenis", "nomor", "uraian", "sub"]
    + [cell.name for cells in WITH_SUB_LAYOUT.find_printed().values() for cell in cells]
)


def _print_below(table: ReadTable) -> Iterator[PrintedRow]:
    """Urusan, programs, sub kegiatan; a kegiatan stands on the row of its first, or on one of its own."""
    urusan = list_urusan(table, stated_urusan(table))
    with_code = bool(table.data.get("cetak_kode"))
    number, kegiatan, kind = 0, "", ""
    for row in table.rows:
        name, cells = _write_name(row.node.get("kode"), row.node["nama"], with_code), table.print_cells(row)
        if row.level == "program":
            for one in urusan[row.pointer]:
                yield {
                    "jenis": "jumlah",
                    "uraian": _write_name(one.urusan.code, one.urusan.name, with_code),
                    **one.sums,
                }
            yield {"jenis": "program", "uraian": name, **cells}
        elif row.level == "kegiatan":
            number, kegiatan, kind = number + 1, name, "kegiatan"
            if _has_own_row(row.node):
                kind = "sub_rinci"
                own = "kegiatan_rinci" if "sub_kegiatan" in row.node else "kegiatan"
                yield {"jenis": own, "nomor": number, "uraian": name, **cells}
        else:
            yield {"jenis": kind, "nomor": number, "uraian": kegiatan, "sub": name, **cells}
            kind = "sub" if kind == "kegiatan" else kind


def _write_name(code: str | None, name: str, with_code: bool) -> str:
    """The name, behind its code for offices whose tables show the codes."""
    return f"{code} {name}" if with_code and code else name


def _has_own_row(kegiatan: Node) -> bool:
    return any(key in kegiatan for key in ("indikator", *DETAILS))


# A year's step

_FROM_TARGET = "prakiraan ini berasal dari target tahun lalu"


def step_year(data: Node) -> Iterator[Step]:
    """The prakiraan maju becomes the plan; the new prakiraan maju is open."""
    for pointer, node in [("", data), *((row.pointer, row.node) for row in walk_rows(LEVELS, data))]:
        for field in ("pagu", "target"):
            if field in node and f"{field}_maju" in node:
                yield from _move_forward(pointer, field)
        if "realisasi_n-2" in node:
            yield Step(f"{pointer}/realisasi_n-2")
        if "prakiraan_n-1" in node:
            yield from _move_years(pointer, "target" in node)
        elif data.get("bentuk") == PERMENDAGRI_14 and node.get("target") is not None:
            # A row that was typed this year has no forecast yet.
            yield Step(f"{pointer}/prakiraan_n-1", value=node["target"], look=_FROM_TARGET)
        if node.get("catatan"):
            yield Step(f"{pointer}/catatan", f"{pointer}/catatan", look="catatan ini dari tahun lalu")
        stated = node.get("tercatat", {})
        if "pagu" in stated:
            source = f"{pointer}/tercatat/pagu_maju" if "pagu_maju" in stated else None
            yield Step(f"{pointer}/tercatat/pagu", source)
        if "pagu_maju" in stated:
            yield Step(f"{pointer}/tercatat/pagu_maju")


def _move_years(pointer: str, has_target: bool) -> Iterator[Step]:
    """What was planned for the running year is its forecast now; what the year before it reached, nobody knows yet."""
    look = _FROM_TARGET if has_target else ""
    yield Step(f"{pointer}/prakiraan_n-1", f"{pointer}/target" if has_target else None, look=look)


def _move_forward(pointer: str, field: str) -> Iterator[Step]:
    look = f"{field} ini berasal dari prakiraan maju"
    yield Step(f"{pointer}/{field}", f"{pointer}/{field}_maju", look=look)
    yield Step(f"{pointer}/{field}_maju")
