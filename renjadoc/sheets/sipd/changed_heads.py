"""Heads of an export of a changed plan: what was before is not taken, what is afterwards is the plan."""

from __future__ import annotations

import re

from renjadoc.sheets.excel.values import Cell
from renjadoc.sheets.sipd.grid import ExportLine

_BEFORE = re.compile(r"sebelum|semula|\bmurni\b|bertambah|berkurang|selisih", re.IGNORECASE)
_AFTER = re.compile(r"(?:sesudah|setelah)(?:[\s_]+perubahan)?|\bmenjadi\b|(?<=pagu)[\s_]perubahan", re.IGNORECASE)


def take_changed(rows: list[ExportLine]) -> tuple[list[ExportLine], list[str]]:
    """The rows of heads as a plan has them: "Pagu Setelah Perubahan" is its pagu; the heads that are left out."""
    width = max(len(row.cells) for row in rows)
    paths = [" ".join(row.text(index) for row in rows) for index in range(width)]
    changed = {index for index, path in enumerate(paths) if _AFTER.search(path)}
    if not changed:
        return rows, []
    said = {_plain(paths[index]) for index in changed}
    left = {i for i, path in enumerate(paths) if i not in changed and (_BEFORE.search(path) or _plain(path) in said)}
    made = []
    for row in rows:
        cells = [Cell() if i in left else Cell(_AFTER.sub("", row.text(i)) or None) for i in range(len(row.cells))]
        made.append(ExportLine(row.place, cells))
    if all(not row.text(index) for row in made for index in changed):
        # Nothing is left of "Setelah Perubahan": the amount is meant.
        made[-1].cells[min(changed)] = Cell("pagu")
    return made, [" ".join(paths[index].split()) for index in sorted(left)]


def _plain(path: str) -> str:
    """A head by its letters, without the words that say it is of the changed plan."""
    return re.sub(r"[^a-z]", "", _AFTER.sub("", path).casefold())
