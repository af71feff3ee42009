"""Programs and budget (T-C.33): only amounts that have nothing below them are entered, every total is computed.

Before Permendagri 90/2019 there were no sub kegiatan: then (`bentuk`) the kegiatan are what is entered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.content.row_types import RencanaProgramProgram
from renjadoc.span import as_typed
from renjadoc.tables.computed import Sum, add_known
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import (
    KODE,
    ROOT,
    SEL,
    TEKS,
    TEKS_ATAU_NULL,
    UANG,
    CellKind,
    Cells,
    Column,
    Entry,
    Layout,
    Level,
    Node,
    Root,
    owner_column,
    walk_rows,
)
from renjadoc.tables.steps import Step

#: The form (`bentuk`) whose kegiatan have no sub kegiatan, and their cells instead (Permendagri 13/2006).
WITHOUT_SUB = "tanpa-sub-kegiatan"
#: What has an amount (rupiah) in each row: this year's plan and the next one's.
AMOUNTS = ("pagu", "pagu_maju")
#: What a program or a kegiatan may say in the columns that belong to its sub kegiatan.
DETAILS = ("lokasi", "target", "sumber_dana", "catatan", "target_maju")

#: A row or an urusan: what has a name and perhaps a code.
Named = Mapping[str, Any]

LEVELS = (
    Level("program", ("program",), "nama", "kode", parts=3),
    Level("kegiatan", ("kegiatan",), "nama", "kode", parts=5),
    Level("sub_kegiatan", ("sub kegiatan",), "sub", "kode", parts=6),
)


# Columns


def _amount(column: str, head: str) -> Column:
    """An amount of money: entered at the last level, summed for whatever holds it."""
    summed = Sum(column)
    entered = Entry((column,), UANG)
    cells: Cells = {ROOT: summed, "program": summed, "kegiatan": summed, "sub_kegiatan": entered}
    return Column(column, (head, "Kebutuhan Dana/Pagu Indikatif (Rp)"), 17, cells, "kanan")


def _detail(
    key: str, head: tuple[str, ...], width: float, kind: CellKind = SEL, align: str = "kiri", optional: bool = False
) -> Column:
    """A cell of a sub kegiatan, which a program or a kegiatan may have for itself."""
    own = Entry((key,), kind, optional=True)
    return Column(
        key, head, width, {"program": own, "kegiatan": own, "sub_kegiatan": Entry((key,), kind, optional)}, align
    )


_PLAN_HEAD = "Rencana Tahun {{ tahun }}"
_NEXT_HEAD = "Prakiraan Maju Rencana Tahun {{ tahun + 1 }}"
_NAME_HEAD = ("Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",)
_CODE, _NAME = Entry(("kode",), KODE, optional=True), Entry(("nama",), TEKS)
_CODES: Cells = {
    "program": replace(_CODE, optional=False),
    "kegiatan": _CODE,
    "sub_kegiatan": _CODE,
}
_INDICATORS: Cells = {
    "program": Entry(("indikator",), TEKS_ATAU_NULL),
    "kegiatan": Entry(("indikator",), TEKS_ATAU_NULL, optional=True),
    "sub_kegiatan": Entry(("indikator",), SEL),
}

WITH_SUB_LAYOUT = Layout(
    levels=LEVELS,
    columns=(
        Column("kode", ("Kode",), 17, _CODES, printed=""),
        Column("nama", _NAME_HEAD, 28, {"program": _NAME, "kegiatan": _NAME}, printed=""),
        Column("sub", ("Sub Kegiatan",), 28, {"sub_kegiatan": _NAME}, printed=""),
        Column("indikator", ("Indikator Kinerja Program/Kegiatan",), 28, _INDICATORS),
        _detail("lokasi", (_PLAN_HEAD, "Lokasi"), 16),
        _detail("target", (_PLAN_HEAD, "Target Capaian Kinerja"), 14),
        _amount("pagu", _PLAN_HEAD),
        _detail("sumber_dana", (_PLAN_HEAD, "Sumber Dana"), 11, TEKS_ATAU_NULL, "tengah"),
        _detail("catatan", ("Catatan Penting",), 20, optional=True),
        _detail("target_maju", (_NEXT_HEAD, "Target Capaian Kinerja"), 14),
        _amount("pagu_maju", _NEXT_HEAD),
        owner_column("program", "kegiatan"),
    ),
    root=Root("jumlah", "nama", "{{ perangkat_daerah.nama }}", at_top=True),
    frozen=3,
)


def _without_sub(column: Column) -> Column:
    """The column of a plan without sub kegiatan, whose cells the kegiatan have."""
    cells = {level: cell for level, cell in column.cells.items() if level != "sub_kegiatan"}
    return replace(column, cells={**cells, "kegiatan": column.cells.get("sub_kegiatan", cells["kegiatan"])})


# The codes of Permendagri 13/2006 have as many parts as an office has units: they tell no level.
WITHOUT_SUB_LAYOUT = replace(
    WITH_SUB_LAYOUT,
    levels=tuple(replace(level, parts=0) for level in LEVELS[:2]),
    columns=tuple(_without_sub(column) for column in WITH_SUB_LAYOUT.columns if column.id != "sub"),
    frozen=2,
)


def lay_out_plan(data: Node, _: Folder) -> Layout:
    """The layout of a plan in its form."""
    return WITHOUT_SUB_LAYOUT if data.get("bentuk") == WITHOUT_SUB else WITH_SUB_LAYOUT


# Printed rows


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """Office total, then urusan, program and sub kegiatan; a kegiatan stands on its first row, or on one of its own."""
    office = as_typed(table.folder.facts["perangkat_daerah"]["nama"])
    return [{"jenis": "jumlah", "uraian": office, **_totals(table, [""])}, *_print_below(table)]


def _print_below(table: ReadTable) -> Iterator[PrintedRow]:
    named = _name_with_code if table.data.get("cetak_kode") else _name
    number, kegiatan, kind = 0, "", ""
    for row in table.rows:
        name, cells = named(row.node), table.print_cells(row)
        if row.level == "program":
            yield from _print_urusan(table, int(row.pointer.rpartition("/")[2]), named)
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


def _totals(table: ReadTable, pointers: Iterable[str]) -> PrintedRow:
    """Both amounts of the rows at `pointers` together."""
    return {field: add_known(table.total(pointer, field) for pointer in pointers) for field in AMOUNTS}


def _name(node: Named) -> str:
    name: str = node["nama"]
    return name


def _name_with_code(node: Named) -> str:
    """The name behind its code, for offices whose tables show the codes."""
    return f"{node['kode']} {node['nama']}" if node.get("kode") else _name(node)


def _has_own_row(kegiatan: Node) -> bool:
    return any(key in kegiatan for key in ("indikator", *DETAILS))


def _print_urusan(table: ReadTable, index: int, named: Callable[[Named], str]) -> Iterator[PrintedRow]:
    """The urusan that begin with a program, each with the sums down to the next as wide as it."""
    programs: list[RencanaProgramProgram] = table.data["program"]
    for depth, urusan in enumerate(programs[index].get("urusan", [])):
        width = _width(programs[index], depth)
        later = range(index + 1, len(programs))
        end = next(
            (i for i in later if any(_width(programs[i], d) <= width for d in _depths(programs[i]))), len(programs)
        )
        totals = _totals(table, [f"/program/{i}" for i in range(index, end)])
        yield {"jenis": "jumlah", "uraian": named(urusan), **totals}


def _depths(program: RencanaProgramProgram) -> range:
    return range(len(program.get("urusan", [])))


def _width(program: RencanaProgramProgram, depth: int) -> int:
    """How wide an urusan is, 1 the widest: by the parts of its code, or else by its place in the list."""
    code = program["urusan"][depth]["kode"]
    return len(code.split(".")) if code else depth + 1


# A year's step


def _step_year(data: Node) -> Iterator[Step]:
    """The prakiraan maju becomes the plan; the new prakiraan maju is open."""
    for pointer, node in [("", data), *((row.pointer, row.node) for row in walk_rows(LEVELS, data))]:
        for field in ("pagu", "target"):
            if field in node and f"{field}_maju" in node:
                yield from _advance(pointer, field)
        if node.get("catatan"):
            yield Step(f"{pointer}/catatan", f"{pointer}/catatan", look="catatan ini dari tahun lalu")
        stated = node.get("tercatat", {})
        if "pagu" in stated:
            source = f"{pointer}/tercatat/pagu_maju" if "pagu_maju" in stated else None
            yield Step(f"{pointer}/tercatat/pagu", source)
        if "pagu_maju" in stated:
            yield Step(f"{pointer}/tercatat/pagu_maju")


def _advance(pointer: str, field: str) -> Iterator[Step]:
    look = f"{field} ini berasal dari prakiraan maju"
    yield Step(f"{pointer}/{field}", f"{pointer}/{field}_maju", look=look)
    yield Step(f"{pointer}/{field}_maju")


KIND = TableKind("rencana-program", lay_out_plan, _print_rows, _step_year)
