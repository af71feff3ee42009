"""What plans of old documents say of a row beside its figures: who answers for it, its Bidang, its tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from renjadoc.tables import old
from renjadoc.tables.forms import PERMENDAGRI_14
from renjadoc.tables.layout import Node
from renjadoc.tables.quantities import is_stated
from renjadoc.tables.rencana_program.columns import split_tags

#: The head of a column of units.
_UNITS = re.compile(r"satuan(?:\s+(?:target|kinerja|tahun|\d{4}))*", re.IGNORECASE)
#: Who answers is a part of the office: its Bidang.
_UNIT = re.compile(r"(?:sub\s*)?(?:bidang|bagian|seksi)\b|sekretari(?:at|s)\b|kabid\b|uptd?\b", re.IGNORECASE)


def name_units(table: old.TextTable, roles: list[str]) -> list[str]:
    """The roles, that of who answers as the Bidang where most rows name one and no column of its own does."""
    if "penanggung_jawab" not in roles or "bidang" in roles:
        return roles
    column = roles.index("penanggung_jawab")
    if "perangkat daerah" in table.heads[column].casefold():
        return roles  # The head of Tabel 4.1, which prints it as it stands.
    named = [texts[column] for texts in table.rows if is_stated(texts[column])]
    is_unit = named and sum(1 for text in named if _UNIT.match(text.strip())) * 2 > len(named)
    return ["bidang" if role == "penanggung_jawab" else role for role in roles] if is_unit else roles


class JoinedUnits(NamedTuple):
    """A table whose units stand behind the figures, and each figure with its unit."""

    table: old.TextTable
    joined: list[tuple[str, str]]


def join_units(table: old.TextTable) -> JoinedUnits:
    """Units that stand in a column of their own come behind the figures of the targets that they are nearest to."""
    units = [column for column, head in enumerate(table.heads) if _UNITS.fullmatch(head.rpartition("/")[2].strip())]
    targets = [column for column, head in enumerate(table.heads) if "target" in head.casefold() and column not in units]
    if not units or not targets:
        return JoinedUnits(table, [])
    beside = {target: min(units, key=lambda unit: abs(unit - target)) for target in targets}
    if set(beside.values()) != set(units):
        return JoinedUnits(table, [])
    joined: list[tuple[str, str]] = []
    kept = [column for column in range(table.width) if column not in units]

    def say(row: list[str], column: int) -> str:
        text, unit = row[column].strip(), row[beside[column]].strip() if column in beside else ""
        if not is_stated(unit) or any(letter.isalpha() for letter in text):
            return row[column]
        if not is_stated(text):
            return unit if len(targets) == 1 else row[column]
        joined.append((text, unit))
        return f"{text} {unit}"

    rows = [[say(row, column) for column in kept] for row in table.rows]
    return JoinedUnits(old.TextTable([table.heads[column] for column in kept], rows), joined)


def read_marks(cells: old.Cells) -> Node:
    """Who answers for a row, its Bidang, its tags; only those that it states."""
    found: Node = {}
    for key in ("penanggung_jawab", "bidang"):
        if is_stated(cells.get(key, "")):
            found[key] = old.read_line(cells[key])
    tags = [old.read_line(tag) for tag in split_tags(cells.get("tag", "")) if is_stated(tag)]
    if tags:
        found["tag"] = tags[0] if len(tags) == 1 else tags
    return found


def keep_columns(table: old.TextTable, roles: Sequence[str], form: str | None) -> dict[str, list[str]]:
    """The columns that a plan of this form keeps and prints nowhere: their heads and their texts."""
    unprinted = {"bidang", "tag"} | ({"penanggung_jawab"} if form != PERMENDAGRI_14 else set())
    return {
        table.heads[column]: [texts[column] for texts in table.rows if texts[column]]
        for column, role in enumerate(roles)
        if role in unprinted
    }
