"""T-C.31 of an old document: where the rancangan awal RKPD differs from the needs that were found."""

from __future__ import annotations

import re
from typing import Any

from renjadoc.tables import old
from renjadoc.tables.forms import PERMENDAGRI_86
from renjadoc.tables.layout import Node
from renjadoc.tables.review_rkpd.two_sided import DETAILS

_SIDE = (
    ("uraian", r"program|kegiatan|uraian"),
    ("lokasi", r"lokasi"),
    ("indikator", r"indikator"),
    ("target", r"target"),
    ("pagu", r"pagu|dana|anggaran"),
)
#: Both sides, and what stands around them.
SIGNS = old.HeadSigns(-1, (r"rancangan awal", r"analisis|kebutuhan", r"pagu|dana|anggaran", r"lokasi"), columns=(9, 14))


def is_two_sided(table: old.TextTable) -> bool:
    """Whether the heads are those of T-C.31 with both sides."""
    return SIGNS.fit(table)


def read_two_sided(table: old.TextTable, plan: str) -> old.Built:
    """The differences between both sides, as a review of the table called `plan`. Raises old.Unfit."""
    roles = [_role_of(head) for head in table.heads]
    for wanted in [f"{side}{role}" for side in ("rkpd_", "") for role in ("uraian", *DETAILS, "pagu")]:
        if roles.count(wanted) != 1:
            raise old.Unfit(f"kolom {wanted.removeprefix('rkpd_')} tidak ada satu di tiap sisi")
    data: Node = {"jenis": "review-rkpd", "bentuk": PERMENDAGRI_86, "sumber": plan, "perbedaan": []}
    built = old.Built("review-rkpd", data)
    rows = list(old.read_rows(table, roles))
    differing = [None if _is_total(cells, index) else _find_difference(cells) for index, cells in enumerate(rows)]
    for index, (cells, found) in enumerate(zip(rows, differing, strict=True)):
        built.anew.append(cells.get("nomor", ""))
        if found and not _follows_from_below(rows, differing, index):
            data["perbedaan"].append(found)
    return built


def _role_of(head: str) -> str:
    """`Rancangan Awal RKPD / Lokasi` -> rkpd_lokasi, `Hasil Analisis Kebutuhan / Lokasi` -> lokasi."""
    top, _, below = head.partition(" / ")
    if re.search(r"rancangan awal", top, re.IGNORECASE):
        side = "rkpd_"
    elif re.search(r"analisis|kebutuhan", top, re.IGNORECASE):
        side = ""
    else:
        return "catatan" if re.search(r"catatan", head, re.IGNORECASE) else "nomor"
    return side + next((role for role, pattern in _SIDE if re.search(pattern, below or top, re.IGNORECASE)), "lain")


def _is_total(cells: old.Cells, index: int) -> bool:
    """Whether a row sums up the others: the first without a number and without details, or one that says so."""
    name = cells["uraian"].strip() or cells["rkpd_uraian"].strip()
    said = cells.get("nomor", "").strip() or any(cells[role] or cells[f"rkpd_{role}"] for role in DETAILS)
    return not said and (index == 0 or old.TOTAL.match(name) is not None)


def _find_difference(cells: old.Cells) -> Node | None:
    """What the rancangan awal says otherwise; None for rows alike."""
    mine, name = cells["uraian"].strip(), cells["rkpd_uraian"].strip()
    found: dict[str, Any] = {
        role: old.read_cell(cells[f"rkpd_{role}"]) or "" for role in DETAILS if cells[role] != cells[f"rkpd_{role}"]
    }
    amounts = old.read_amount(cells["pagu"]), old.read_amount(cells["rkpd_pagu"])
    if amounts[0] != amounts[1]:
        found["pagu"] = amounts[1] or 0
    note = {"catatan": old.read_cell(cells["catatan"])} if cells.get("catatan") else {}
    if not found and not note:
        return None
    return {"nama": old.read_line(name if name not in {"", "-"} else mine), **found, **note}


def _follows_from_below(rows: list[old.Cells], differing: list[Node | None], index: int) -> bool:
    """Whether only the amount of a row differs, because that of a row below it does (1.2 stands below 1)."""
    found, number = differing[index], rows[index].get("nomor", "").strip(". ")
    if not number or not found or found.keys() - {"nama", "pagu", "catatan"}:
        return False
    below = (i for i, cells in enumerate(rows) if cells.get("nomor", "").strip().startswith(f"{number}."))
    return any("pagu" in (differing[i] or {}) for i in below)
