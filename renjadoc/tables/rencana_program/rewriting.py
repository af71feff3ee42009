"""A plan in another form: kegiatan that have no sub kegiatan get one, and none that has them loses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renjadoc.problem import shorten_text
from renjadoc.tables.kind import Unchangeable
from renjadoc.tables.layout import Node, walk_rows
from renjadoc.tables.rencana_program.columns import LEVELS, WITHOUT_SUB

#: What stays with a kegiatan whose figures move to the sub kegiatan that it gets.
_OWN = ("kode", "nama", "bidang")


def rewrite_plan(data: Node, form: str | None) -> Iterator[tuple[str, Any]]:
    """What the plan says otherwise in `form`. Raises Unchangeable where sub kegiatan would be lost."""
    was_whole = data.get("bentuk") == WITHOUT_SUB
    for row in walk_rows(LEVELS[:2], data):
        if row.level != "kegiatan":
            continue
        if form == WITHOUT_SUB and "sub_kegiatan" in row.node:
            name = shorten_text(row.node["nama"], 40)
            hint = "Bentuk tanpa sub kegiatan hanya untuk nomenklatur sebelum Permendagri 90/2019."
            message = f"kegiatan “{name}” mempunyai sub kegiatan, yang akan hilang"
            raise Unchangeable(f"{row.pointer}/sub_kegiatan", message, hint)
        if was_whole and form != WITHOUT_SUB:
            below = {key: value for key, value in row.node.items() if key not in _OWN}
            own = {key: row.node[key] for key in _OWN if key in row.node}
            yield row.pointer, {**own, "sub_kegiatan": [{"nama": row.node["nama"], **below}]}
