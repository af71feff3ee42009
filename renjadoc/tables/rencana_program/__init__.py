"""Programs and budget (T-C.33): only amounts that have nothing below them are entered, every total is computed.

Before Permendagri 90/2019 there were no sub kegiatan: then (`bentuk`) the kegiatan are what is entered.
"""

from __future__ import annotations

from renjadoc.content.folder import Folder
from renjadoc.tables import old
from renjadoc.tables.forms import PERMENDAGRI_14, PERMENDAGRI_86, set_form
from renjadoc.tables.kind import TableKind
from renjadoc.tables.layout import Node, TableLayout, walk_rows
from renjadoc.tables.rencana_program.amended import add_changes, draw_amended
from renjadoc.tables.rencana_program.columns import LEVELS
from renjadoc.tables.rencana_program.columns import WITHOUT_SUB as WITHOUT_SUB
from renjadoc.tables.rencana_program.columns import lay_out_plan as lay_out_plain
from renjadoc.tables.rencana_program.old_amended import SIGNS as AMENDED_SIGNS
from renjadoc.tables.rencana_program.old_amended import is_amended, read_amended
from renjadoc.tables.rencana_program.old_plan import read_plan as read_plan
from renjadoc.tables.rencana_program.old_priorities import is_priorities, read_priorities
from renjadoc.tables.rencana_program.printed import print_by_kegiatan as print_by_kegiatan
from renjadoc.tables.rencana_program.printed import print_rows, step_year
from renjadoc.tables.rencana_program.rewriting import rewrite_plan

_SIGNS = old.HeadSigns(3, (r"pagu|kebutuhan dana|anggaran", r"target", r"lokasi", r"maju|n\s*\+\s*1"))


#: One column a level: every row names its program and its kegiatan.
_FLAT_SIGNS = old.HeadSigns(
    3, (r"pagu|kebutuhan dana|anggaran", r"target", r"(?:^|\| )(?:nama )?program(?: \||$)", r"\| (?:nama )?kegiatan \|")
)


def lay_out_plan(data: Node, folder: Folder) -> TableLayout:
    """The layout of a plan in its form, with what it was before in a Renja Perubahan."""
    return add_changes(lay_out_plain(data, folder), folder)


def is_coded(table: old.TextTable, data: Node) -> bool:
    """Whether an old table is T-C.33: a column of codes, one of names, notes; all rows coded, or none."""
    heads = [head.casefold() for head in table.heads]
    numbered = [head for head in heads if head.startswith(("no", "sub"))]
    if numbered or "bentuk" in data or not heads[0].startswith("kode") or not any("catatan" in head for head in heads):
        return False
    rows = walk_rows(LEVELS, data)
    return len({bool(row.node.get("kode")) for row in rows}) == 1


def _read_old(table: old.TextTable) -> old.Built:
    if is_amended(table):
        return read_amended(table, "rencana-program")
    if is_priorities(table):
        return read_priorities(table)
    built = read_plan(table, "rencana-program")
    if is_coded(table, built.data):
        set_form(built.data, PERMENDAGRI_86)
        for row in walk_rows(LEVELS, built.data):
            row.node.setdefault("kode", None)
    return built


KIND = TableKind(
    "rencana-program",
    lay_out_plan,
    print_rows,
    step_year,
    caption_years=(0, 1),
    forms=(PERMENDAGRI_86, PERMENDAGRI_14, WITHOUT_SUB),
    rewrite=rewrite_plan,
    signs=(AMENDED_SIGNS, _SIGNS, _FLAT_SIGNS),
    read_old=_read_old,
    draw=draw_amended,
)
