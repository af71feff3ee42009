"""The plan of an old Renja Perubahan: its columns before and after read as two plans, the reason with the second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from renjadoc.tables import old
from renjadoc.tables.forms import PERMENDAGRI_14, set_form
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.tables.quantities import is_absent
from renjadoc.tables.rencana_program.amended import REASON
from renjadoc.tables.rencana_program.columns import LEVELS
from renjadoc.tables.rencana_program.old_plan import read_plan

_BEFORE = r"sebelum|semula|\bmurni\b"
_AFTER = r"sesudah|setelah|\bmenjadi\b"
SIGNS = old.HeadSigns(
    2, (r"pagu|dana|anggaran|\brp\b", r"target|kinerja", _BEFORE, _AFTER), lacks=r"realisasi(?!\s+tahun)|triwulan"
)
_STEP, _WHY = r"bertambah|berkurang|selisih|kurang\b|\+\s*/|±", r"alasan|keterangan|catatan"
#: Cell of a row -> what its two columns are called; money first, because "Kebutuhan Dana" may stand below "Kinerja".
_CHANGED = (("pagu", r"pagu|dana|anggaran|\brp\b"), ("target", r"target|kinerja|volume"))


def is_amended(table: old.TextTable) -> bool:
    """Whether an old table states target and amount before and after."""
    return SIGNS.fit(table)


#: What only Tabel 4.1 states beside that, by the heads of its columns.
_MORE = (
    ("hasil", r"^(?:outcome|output|hasil)\b"), ("target_renstra", r"renstra"), ("realisasi_n-2", r"^realisasi"),
    ("prakiraan_n-1", r"^prakiraan(?!.*maju)"), ("prioritas_nasional", r"prioritas.*nasional"),
    ("prioritas_daerah", r"prioritas.*daerah"),
)  # fmt: skip


def read_amended(table: old.TextTable, kind: str) -> old.Built:
    """The data of both plans. Raises old.Unfit."""
    roles = [next((key for key, sign in _MORE if re.search(sign, head.casefold())), "") for head in table.heads]
    if not any(roles):
        return _read_sides(table, kind)
    kept = [index for index, role in enumerate(roles) if not role]
    plain = old.TextTable([table.heads[at] for at in kept], [[row[at] for at in kept] for row in table.rows])
    built = _read_sides(plain, kind)
    nodes = [row.node for row in walk_rows(LEVELS, built.data)]
    rows = [row for number, row in enumerate(table.rows) if not _is_total(next(filter(None, row), ""), number)]
    if len(rows) != len(nodes):
        raise old.Unfit("ada baris yang bukan program, kegiatan, atau sub kegiatan di samping kolom Tabel 4.1")
    for node, row in zip(nodes, rows, strict=True):
        for role, text in zip(roles, row, strict=True):
            if role and text:
                node[_name_result(role, node)] = old.read_cell(text)
    set_form(built.data, PERMENDAGRI_14)
    return built


def _name_result(role: str, node: Node) -> str:
    """The key of a column: what a row results in is called by its level."""
    if role != "hasil":
        return role
    return "outcome" if "kegiatan" in node or "sub_kegiatan" in node else "output"


def _is_total(text: str, number: int) -> bool:
    """Whether a row is that of the whole plan, by what stands in its first cell: it says so, or is the office's."""
    is_code = old.CODE.fullmatch(text.strip().rstrip(".")) is not None
    return old.TOTAL.match(text) is not None or (number == 0 and not is_code and not old.PROGRAM.match(text))


def _read_sides(table: old.TextTable, kind: str) -> old.Built:
    sides = {_BEFORE: "", _AFTER: ""}
    roles = _find_roles(table.heads)
    for cell, _ in _CHANGED:
        for side in sides:
            if (cell, side) not in roles:
                when = "sebelum" if side == _BEFORE else "sesudah"
                raise old.Unfit(f"kolom {cell} {when} perubahan tidak ditemukan")
    after = read_plan(_take_side(table, roles, _AFTER), kind)
    before = read_plan(_take_side(table, roles, _BEFORE), kind)
    _drop_blank_reasons(after.data)
    after.before = _without_new(before.data)
    _close_ended(after.data)
    after.stated += [figure._replace(column=f"{figure.column} sebelum") for figure in before.stated]
    steps = [index for index, role in enumerate(roles) if role == ("selisih", "")]
    after.anew += [row[index] for row in table.rows for index in steps]
    return after


def _find_roles(heads: Sequence[str]) -> list[tuple[str, str]]:
    """What each column is; beside a column of reasons, notes are notes."""
    roles = [_find_role(head) for head in heads]
    if any("alasan" in head.casefold() for head in heads):
        return [
            ("", "") if role[0] == "alasan" and "alasan" not in h.casefold() else role
            for role, h in zip(roles, heads, strict=True)
        ]
    return roles


def _find_role(head: str) -> tuple[str, str]:
    """What a column is: a cell before or after, the difference, the reason, or one that both plans share."""
    head = head.casefold()
    if re.search(_STEP, head):
        return "selisih", ""
    for side in (_BEFORE, _AFTER):
        if re.search(side, head):
            cell = next((cell for cell, pattern in _CHANGED if re.search(pattern, _last_words(head, side))), "")
            return cell, side
    return ("alasan", "") if re.search(_WHY, head) else ("", "")


def _last_words(head: str, side: str) -> str:
    """A head without the words that say which side it is: "perubahan anggaran" is no amount."""
    return re.sub(rf"(?:{side})(?:\s+perubahan)?", "", head)


def _take_side(table: old.TextTable, roles: list[tuple[str, str]], side: str) -> old.TextTable:
    """The table as the plan of one side prints it."""
    heads = {"pagu": "Pagu", "target": "Target", "alasan": "Alasan"}
    wanted = [
        (index, heads.get(cell, table.heads[index]))
        for index, (cell, of) in enumerate(roles)
        if (cell, of) == ("", "") or of == side or (cell == "alasan" and side == _AFTER)
    ]
    return old.TextTable([head for _, head in wanted], [[row[index] for index, _ in wanted] for row in table.rows])


def _without_new(plan: Node) -> Node:
    """The plan before without rows that had neither target nor amount then: those are new."""
    for program in plan["program"]:
        for kegiatan in program["kegiatan"]:
            if "sub_kegiatan" in kegiatan:
                kegiatan["sub_kegiatan"] = [sub for sub in kegiatan["sub_kegiatan"] if not _is_blank(sub)]
    return plan


def _close_ended(plan: Node) -> None:
    """What is not gone on with has no amount, which is known."""
    for row in walk_rows(LEVELS, plan):
        if "pagu" in row.node and row.node["pagu"] is None and _is_nothing(row.node.get("target")):
            row.node["pagu"] = 0


def _is_blank(row: Node) -> bool:
    return _is_nothing(row.get("target")) and not row.get("pagu")


def _is_nothing(cell: Any) -> bool:
    return cell in (None, "", 0) or is_absent(cell)


def _drop_blank_reasons(plan: Node) -> None:
    """Reasons that say nothing are none."""
    for row in walk_rows(LEVELS, plan):
        if _is_nothing(row.node.get(REASON, "")):
            row.node.pop(REASON, None)
