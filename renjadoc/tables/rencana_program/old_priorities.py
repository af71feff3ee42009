"""Tabel 4.1 of an old document as a plan: results in rows of their own, figures of other years, priorities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from renjadoc.problem import shorten_text
from renjadoc.tables import old
from renjadoc.tables.forms import PERMENDAGRI_14, set_form
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.tables.rencana_program.columns import LEVELS
from renjadoc.tables.rencana_program.old_plan import read_plan

#: The columns that T-C.33 has too, by the heads that its reader knows.
_PLAN_HEADS = {
    "kode": "Kode",
    "uraian": "Program/Kegiatan/Sub Kegiatan",
    "indikator": "Indikator",
    "lokasi": "Rencana / Lokasi",
    "target": "Rencana / Target",
    "pagu": "Rencana / Pagu",
    "sumber_dana": "Rencana / Sumber Dana",
    "target_maju": "Prakiraan Maju / Target",
    "pagu_maju": "Prakiraan Maju / Pagu",
}
#: What only Tabel 4.1 has.
_MORE = (
    "target_renstra", "realisasi_n-2", "prakiraan_n-1", "prioritas_nasional", "prioritas_daerah", "kelompok_sasaran",
)  # fmt: skip
#: What stands beside a result.
_MEASURES = ("indikator", "target_renstra", "realisasi_n-2", "prakiraan_n-1", "target", "target_maju")
#: What belongs to the row itself and some offices state beside its output.
_OWN = (
    "lokasi", "pagu", "pagu_maju", "sumber_dana", "prioritas_nasional", "prioritas_daerah", "kelompok_sasaran",
    "penanggung_jawab",
)  # fmt: skip
_ROLES = (
    ("target_maju", r"maju.* / .*target"),
    ("pagu_maju", r"maju.* / .*(?:pagu|dana|anggaran)"),
    ("target_renstra", r"akhir\s+renstra|renstra"),
    ("realisasi_n-2", r"realisasi"),
    ("prakiraan_n-1", r"prakiraan"),
    ("prioritas_nasional", r"nasional"),
    ("prioritas_daerah", r"prioritas.*daerah$|/ daerah$"),
    ("kelompok_sasaran", r"sasaran"),
    ("penanggung_jawab", r"penanggung|perangkat daerah$"),
    ("sumber_dana", r"sumber"),
    ("lokasi", r"lokasi"),
    ("target", r"target"),
    ("pagu", r"pagu|dana|anggaran"),
    ("kode", r"^kode"),
    ("nomor", r"^no(?:mor)?\b"),
    ("uraian", r"urusan|program|kegiatan|uraian"),
    ("indikator", r"indikator"),
)  # fmt: skip


def is_priorities(table: old.TextTable) -> bool:
    """Whether the heads are those of Tabel 4.1: a Renstra target, priorities and a target group."""
    whole = " | ".join(table.heads).casefold()
    return all(re.search(sign, whole) for sign in (r"renstra", r"prioritas", r"sasaran", r"maju|n\s*\+\s*1"))


def read_priorities(table: old.TextTable) -> old.Built:
    """The data of an old document's Tabel 4.1. Raises old.Unfit."""
    roles = old.place_columns(table, *_ROLES)
    rows = list(_join_results(old.read_rows(table, roles)))
    texts = [[cells.get(role, "") for role in _PLAN_HEADS] for cells in rows]
    built = read_plan(old.TextTable(list(_PLAN_HEADS.values()), texts), "rencana-program")
    set_form(built.data, PERMENDAGRI_14)
    coded = [cells for cells in rows if old.code_depth(old.read_code(cells.get("kode", ""))) > 2]
    nodes = [row.node for row in walk_rows(LEVELS, built.data)]
    if len(coded) != len(nodes):
        raise old.Unfit("ada program, kegiatan, atau sub kegiatan tanpa kode")
    office = _find_office(coded)
    for cells, node in zip(coded, nodes, strict=True):
        node |= _read_more(cells, node, office)
    built.office = office
    built.anew += [cells.get("nomor", "") for cells in rows]
    return built


def _join_results(rows: Iterator[old.Cells]) -> Iterator[old.Cells]:
    """The rows, each with its result: what follows without code and number, and says what the row leaves open."""
    before: old.Cells | None = None
    for cells in rows:
        said = {role for role, text in cells.items() if text}
        is_result = "uraian" in said and said <= {"uraian", *_MEASURES, *_OWN}
        if before is not None and is_result and before.get("kode") and "hasil" not in before:
            if any(before.get(role) for role in said & {*_OWN}):
                raise old.Unfit(f"baris “{shorten_text(cells['uraian'], 40)}” tidak dapat digolongkan")
            before |= {role: cells[role] for role in said - {"uraian"}} | {"hasil": cells["uraian"]}
            continue
        if before is not None:
            yield before
        before = dict(cells)
    if before is not None:
        yield before


def _find_office(rows: Sequence[old.Cells]) -> str:
    """Who answers for all rows: the office itself."""
    named = {" ".join(cells.get("penanggung_jawab", "").split()) for cells in rows}
    return named.pop() if len(named) == 1 else ""


def _read_more(cells: old.Cells, node: Node, office: str) -> dict[str, Any]:
    found: dict[str, Any] = {role: old.read_cell(cells[role]) for role in _MORE if cells.get(role)}
    if result := cells.get("hasil"):
        found["outcome" if "kegiatan" in node or "sub_kegiatan" in node else "output"] = old.read_line(result)
    responsible = " ".join(cells.get("penanggung_jawab", "").split())
    if responsible and responsible != office:
        found["penanggung_jawab"] = old.read_line(responsible)
    return found
