"""Where the marks of a template that was filled for trial stand: over which columns, captions and notes in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from renjadoc.word.names import W
from renjadoc.word.trial.heads import measure_cell, own_texts, read_left_out

#: The marks of a text.
FindMarks = Callable[[str], list[int]]
#: What stands around a table, and where it may have come: into a cell, or behind or before the rows.
CAPTION, NOTES = "judul_tabel", "catatan"
IN_CELL, BELOW, ABOVE = "sel", "bawah", "atas"
#: A signature stands behind the appendices.
BEHIND = "akhir"


def find_columns(body: Any, names: list[str], find_marks: FindMarks) -> dict[str, list[int]]:
    """By name, the columns of its table (from 0) that the first cell with its mark stands over."""
    found: dict[str, list[int]] = {}
    for row in body.iter(f"{W}tr"):
        column = read_left_out(row)
        for cell in row.iterchildren(f"{W}tc"):
            width = measure_cell(cell)
            for mark in find_marks("".join(node.text or "" for node in own_texts(cell, row))):
                found.setdefault(names[mark], list(range(column, column + width)))
            column += width
    return found


def find_strayed(body: Any, names: list[str], find_marks: FindMarks) -> dict[str, str]:
    """Captions and notes that do not stand where a reader looks for them, and where they stand instead."""
    return dict(_walk_strayed(body, names, find_marks))


def _walk_strayed(body: Any, names: list[str], find_marks: FindMarks) -> Iterator[tuple[str, str]]:
    begun: set[str] = set()
    waiting: set[str] = set()
    for paragraph in body.iter(f"{W}p"):
        is_in_cell = next(paragraph.iterancestors(f"{W}tc"), None) is not None
        for name in (names[mark] for mark in find_marks("".join(paragraph.itertext(f"{W}t")))):
            pattern, _, what = name.partition(".")
            if what.count("."):
                begun.add(pattern)
                yield from ((one, ABOVE) for one in waiting & {f"{pattern}.{NOTES}"})
            elif what in (CAPTION, NOTES):
                if is_in_cell:
                    yield name, IN_CELL
                elif what == CAPTION and pattern in begun:
                    yield name, BELOW
                elif what == NOTES and pattern not in begun:
                    waiting.add(name)
