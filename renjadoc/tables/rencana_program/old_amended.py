"""The plan of an old Renja Perubahan: its columns before and after read as two plans, the reason with the second."""

from __future__ import annotations

import re

from renjadoc.tables import old
from renjadoc.tables.layout import Node
from renjadoc.tables.rencana_program.amended import REASON
from renjadoc.tables.rencana_program.old_plan import read_plan

_BEFORE = r"sebelum|semula|\bmurni\b"
_AFTER = r"sesudah|setelah|\bmenjadi\b"
SIGNS = old.HeadSigns(2, (r"pagu|dana|anggaran|\brp\b", r"target|kinerja", _BEFORE, _AFTER), lacks=r"realisasi")
_STEP, _WHY = r"bertambah|berkurang|selisih|kurang\b|\+\s*/|±", r"alasan|keterangan|catatan"
_BLANK = (None, "", "-", 0)
#: Cell of a row -> what its two columns are called; money first, because "Kebutuhan Dana" may stand below "Kinerja".
_CHANGED = (("pagu", r"pagu|dana|anggaran|\brp\b"), ("target", r"target|kinerja|volume"))


def is_amended(table: old.TextTable) -> bool:
    """Whether an old table states target and amount before and after."""
    return SIGNS.fit(table)


def read_amended(table: old.TextTable, kind: str) -> old.Built:
    """The data of both plans. Raises old.Unfit."""
    sides = {_BEFORE: "", _AFTER: ""}
    roles = [_find_role(head) for head in table.heads]
    for cell, _ in _CHANGED:
        for side in sides:
            if (cell, side) not in roles:
                when = "sebelum" if side == _BEFORE else "sesudah"
                raise old.Unfit(f"kolom {cell} {when} perubahan tidak ditemukan")
    after = read_plan(_take_side(table, roles, _AFTER), kind)
    before = read_plan(_take_side(table, roles, _BEFORE), kind)
    _move_reasons(after.data)
    after.before = _without_new(before.data)
    _close_ended(after.data)
    after.stated += [figure._replace(column=f"{figure.column} sebelum") for figure in before.stated]
    steps = [index for index, role in enumerate(roles) if role == ("selisih", "")]
    after.anew += [row[index] for row in table.rows for index in steps]
    return after


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
    heads = {"pagu": "Pagu", "target": "Target", "alasan": "Catatan"}
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


def _close_ended(node: Node) -> None:
    """What is not gone on with has no amount, which is known."""
    if "pagu" in node and node["pagu"] is None and node.get("target") in _BLANK:
        node["pagu"] = 0
    for key in ("program", "kegiatan", "sub_kegiatan"):
        for child in node.get(key, []):
            _close_ended(child)


def _is_blank(row: Node) -> bool:
    return row.get("target") in _BLANK and not row.get("pagu")


def _move_reasons(node: Node) -> None:
    """What was read as the remark of a row is the reason of its change."""
    if "catatan" in node:
        reason = node.pop("catatan")
        if reason not in {None, "", "-"}:
            node[REASON] = reason
    for key in ("program", "kegiatan", "sub_kegiatan"):
        for child in node.get(key, []):
            _move_reasons(child)
