"""What programs and budget print, and what a year's step does to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from renjadoc.span import as_typed
from renjadoc.tables.computed import add_known
from renjadoc.tables.kind import PrintedRow, ReadTable
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.tables.rencana_program.columns import AMOUNTS, DETAILS, LEVELS
from renjadoc.tables.steps import Step

if TYPE_CHECKING:
    from renjadoc.content.row_types import RencanaProgramProgram

#: A row or an urusan: what has a name and perhaps a code.
Named = Mapping[str, Any]


def print_rows(table: ReadTable) -> list[PrintedRow]:
    """Office total, then urusan, program and sub kegiatan; a kegiatan stands on its first row, or on one of its own."""
    office = as_typed(table.folder.facts["perangkat_daerah"]["nama"])
    return [{"jenis": "jumlah", "uraian": office, **_sum_rows(table, [""])}, *_print_below(table)]


def _print_below(table: ReadTable) -> Iterator[PrintedRow]:
    named = _name_with_code if table.data.get("cetak_kode") else _name_of
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


def _sum_rows(table: ReadTable, pointers: Iterable[str]) -> PrintedRow:
    """Both amounts of the rows at `pointers` together."""
    return {field: add_known(table.total(pointer, field) for pointer in pointers) for field in AMOUNTS}


def _name_of(node: Named) -> str:
    name: str = node["nama"]
    return name


def _name_with_code(node: Named) -> str:
    """The name behind its code, for offices whose tables show the codes."""
    return f"{node['kode']} {node['nama']}" if node.get("kode") else _name_of(node)


def _has_own_row(kegiatan: Node) -> bool:
    return any(key in kegiatan for key in ("indikator", *DETAILS))


def _print_urusan(table: ReadTable, index: int, named: Callable[[Named], str]) -> Iterator[PrintedRow]:
    """The urusan that begin with a program, each with the sums down to the next as wide as it."""
    programs: list[RencanaProgramProgram] = table.data["program"]
    for depth, urusan in enumerate(programs[index].get("urusan", [])):
        width = _width_of(programs[index], depth)
        later = range(index + 1, len(programs))
        end = next(
            (i for i in later if any(_width_of(programs[i], d) <= width for d in _depths_of(programs[i]))),
            len(programs),
        )
        totals = _sum_rows(table, [f"/program/{i}" for i in range(index, end)])
        yield {"jenis": "jumlah", "uraian": named(urusan), **totals}


def _depths_of(program: RencanaProgramProgram) -> range:
    return range(len(program.get("urusan", [])))


def _width_of(program: RencanaProgramProgram, depth: int) -> int:
    """How wide an urusan is, 1 the widest: by the parts of its code, or else by its place in the list."""
    code = program["urusan"][depth]["kode"]
    return len(code.split(".")) if code else depth + 1


# A year's step


def step_year(data: Node) -> Iterator[Step]:
    """The prakiraan maju becomes the plan; the new prakiraan maju is open."""
    for pointer, node in [("", data), *((row.pointer, row.node) for row in walk_rows(LEVELS, data))]:
        for field in ("pagu", "target"):
            if field in node and f"{field}_maju" in node:
                yield from _move_forward(pointer, field)
        if node.get("catatan"):
            yield Step(f"{pointer}/catatan", f"{pointer}/catatan", look="catatan ini dari tahun lalu")
        stated = node.get("tercatat", {})
        if "pagu" in stated:
            source = f"{pointer}/tercatat/pagu_maju" if "pagu_maju" in stated else None
            yield Step(f"{pointer}/tercatat/pagu", source)
        if "pagu_maju" in stated:
            yield Step(f"{pointer}/tercatat/pagu_maju")


def _move_forward(pointer: str, field: str) -> Iterator[Step]:
    look = f"{field} ini berasal dari prakiraan maju"
    yield Step(f"{pointer}/{field}", f"{pointer}/{field}_maju", look=look)
    yield Step(f"{pointer}/{field}_maju")
