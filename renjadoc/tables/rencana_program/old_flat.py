"""Plans whose every row names its program, its kegiatan and its sub kegiatan: stood up as one row a level."""

from __future__ import annotations

import re
from typing import NamedTuple

from renjadoc.tables.old import PROGRAM, TextTable

_LEVELS = (r"(?:nama\s+)?program", r"(?:nama\s+)?kegiatan", r"(?:nama\s+)?sub\s*-?\s*kegiatan")
_COUNT = re.compile(r"no(?:mor)?\b.*", re.IGNORECASE)


class StoodTable(NamedTuple):
    """The table as a tree, and the numbers of its old rows, which nobody counts any more."""

    table: TextTable
    numbers: list[str]


def stand_rows(table: TextTable) -> StoodTable:
    """The table as a tree of rows, with sub kegiatan in a column of their own; as it is if it is one already."""
    found = [_find_column(table, pattern) for pattern in _LEVELS]
    places = [column for column in found if column is not None]
    if None in found[:2]:
        return StoodTable(table, [])
    counts = [column for column, head in enumerate(table.heads) if _COUNT.fullmatch(head.strip())]
    rest = [column for column in range(table.width) if column not in {*places, *counts}]
    has_sub = len(places) == len(_LEVELS)
    heads = ["Program/Kegiatan", *(["Sub Kegiatan"] if has_sub else []), *(table.heads[column] for column in rest)]
    rows: list[list[str]] = []
    before: list[str] = []
    for texts in table.rows:
        cells = [texts[column] for column in rest]
        names = _name_levels([texts[column] for column in places], before)
        for depth, name in enumerate(names[: len(names) - 1]):
            if names[: depth + 1] != before[: depth + 1]:
                rows.append(
                    [_say_program(name) if depth == 0 else name, *([""] if has_sub else []), *("" for _ in rest)]
                )
        rows.append(["", names[-1], *cells] if has_sub else [names[-1], *cells])
        before = names
    return StoodTable(TextTable(heads, rows), [texts[column] for texts in table.rows for column in counts])


def _name_levels(stated: list[str], before: list[str]) -> list[str]:
    """The names of a row; one that stands once holds for the rows below it, until a name above it changes."""
    names: list[str] = []
    for depth, text in enumerate(stated):
        is_same = len(before) > depth and names == before[:depth]
        names.append(text or (before[depth] if is_same and depth < len(stated) - 1 else ""))
    return names


def _find_column(table: TextTable, pattern: str) -> int | None:
    found = [c for c, head in enumerate(table.heads) if re.fullmatch(pattern, head.strip(), re.IGNORECASE)]
    return found[0] if len(found) == 1 else None


def _say_program(name: str) -> str:
    """A program's name with the word by which rows without codes are told."""
    return name if not name or PROGRAM.match(name) else f"Program {name}"
