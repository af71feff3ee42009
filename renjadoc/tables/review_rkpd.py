"""Review of the RKPD (T-C.31): the rows of a plan, whose next year the template's pattern leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.content.folder import Folder
from renjadoc.problem import Problem
from renjadoc.tables import old
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import Node, TableLayout
from renjadoc.tables.rencana_program import KIND as PLAN
from renjadoc.tables.rencana_program import WITHOUT_SUB, lay_out_plan, print_by_kegiatan, read_plan

_COLUMNS = ("kode", "nama", "sub", "indikator", "lokasi", "target", "pagu", "sumber_dana")


def _lay_out(data: Node, folder: Folder) -> TableLayout:
    plan = lay_out_plan(folder.tabel[data["sumber"]].data, folder)
    return plan._replace(columns=tuple(column for column in plan.columns if column.id in _COLUMNS), view=True)


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """The rows of the plan, as its first form has them."""
    plan = table.viewed
    return plan.printed if plan.data.get("bentuk") in {None, WITHOUT_SUB} else print_by_kegiatan(plan)


def _form_of(table: ReadTable) -> str | None:
    """A plan without sub kegiatan is viewed without their column."""
    return WITHOUT_SUB if table.viewed.data.get("bentuk") == WITHOUT_SUB else None


def _check(table: ReadTable) -> Iterator[Problem]:
    """A view that names no table, or none that it could view."""
    name = table.data["sumber"]
    stated = table.folder.tabel.get(name)
    if stated is None or stated.data["jenis"] != PLAN.name:
        message = f"tabel “{name}” tidak ada atau bukan tabel {PLAN.name}"
        yield table.source.problem("RJ030", "/sumber", message, f"Isi dengan nama tabel berjenis {PLAN.name}.")


_SIGNS = old.HeadSigns(4, (r"pagu|kebutuhan dana", r"target", r"lokasi", r"indikator"))

KIND = TableKind(
    "review-rkpd",
    _lay_out,
    _print_rows,
    form_of=_form_of,
    check=_check,
    caption_years=(0,),
    signs=(_SIGNS,),
    read_old=lambda table: read_plan(table, "review-rkpd"),
)
