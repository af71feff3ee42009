"""Review of the RKPD (T-C.31): the rows of a plan, whose next year the template's pattern leaves out.

Permendagri 86/2017 prints them two-sided (`bentuk`).
"""

from __future__ import annotations

from renjadoc.content.folder import Folder
from renjadoc.tables import old
from renjadoc.tables.forms import PERMENDAGRI_86, is_86
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import Node, TableLayout
from renjadoc.tables.rencana_program import KIND as PLAN
from renjadoc.tables.rencana_program import WITHOUT_SUB, lay_out_plan, print_by_kegiatan, read_plan
from renjadoc.tables.review_rkpd import old_sides, two_sided
from renjadoc.tables.steps import Step

_COLUMNS = ("kode", "nama", "sub", "indikator", "lokasi", "target", "pagu", "sumber_dana")


def _lay_out(data: Node, folder: Folder) -> TableLayout:
    if is_86(data):
        return two_sided.LAYOUT
    viewed = folder.tabel.get(data["sumber"])
    # A plan that is not there, or cannot be read, is told of elsewhere.
    plan = lay_out_plan(viewed.data if viewed else {}, folder)
    return plan._replace(columns=tuple(column for column in plan.columns if column.id in _COLUMNS), view=True)


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    """The rows of the plan, as its first form has them."""
    if is_86(table.data):
        return two_sided.print_two_sided(table)
    plan = table.viewed
    if plan.kind.name != PLAN.name:
        return []  # A view of itself, or of another view, is told by the check.
    return plan.printed if plan.data.get("bentuk") in {None, WITHOUT_SUB} else print_by_kegiatan(plan)


def _form_of(table: ReadTable) -> str | None:
    """The form of its own, or, of a plan without sub kegiatan, that without their column."""
    if is_86(table.data):
        return PERMENDAGRI_86
    return WITHOUT_SUB if table.viewed.data.get("bentuk") == WITHOUT_SUB else None


def _step_year(data: Node) -> list[Step]:
    """What differed was that of last year's rancangan awal."""
    return [Step("/perbedaan", value=[])] if data.get("perbedaan") else []


_SIGNS = old.HeadSigns(4, (r"pagu|kebutuhan dana", r"target", r"lokasi", r"indikator|tol[oa]k ukur"))


def _read_old(table: old.TextTable) -> old.Built:
    if old_sides.is_two_sided(table):
        return old_sides.read_two_sided(table, PLAN.name)
    return read_plan(table, "review-rkpd")


KIND = TableKind(
    "review-rkpd",
    _lay_out,
    _print_rows,
    _step_year,
    forms=(PERMENDAGRI_86,),
    form_of=_form_of,
    check=lambda table: table.check_viewed(PLAN.name),
    caption_years=(0,),
    signs=(old_sides.SIGNS, _SIGNS),
    read_old=_read_old,
)
