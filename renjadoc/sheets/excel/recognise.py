"""Which table a returned sheet is, and where its columns stand: by hidden marks, or by name and heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from renjadoc.matching import fold_name
from renjadoc.sheets.excel import sheets
from renjadoc.sheets.excel.reader import MAX_COLUMNS, Tab
from renjadoc.sheets.excel.sheets import KEY, LEVEL, Sheet

#: Heads stand near the top, whatever somebody wrote above them.
_TOP = 40
_MARK = re.compile(rf"{sheets.MARK} ((?:tabel|regulasi)/[^/]+\.json)")
#: Less than this share of the heads and a sheet is taken for something else.
_ENOUGH = 0.6


@dataclass
class KnownSheet:
    """A returned sheet that is `sheet`: the columns by id, the first row of the body, the ids that were not found."""

    tab: Tab
    sheet: Sheet
    columns: dict[str, int]
    first_row: int
    missing: list[str] = field(default_factory=list)


def recognise_sheets(tabs: list[Tab], known: list[Sheet]) -> tuple[list[KnownSheet], list[str]]:
    """The sheets that are tables of the folder, and the names of those that hold something else."""
    found: list[KnownSheet] = []
    strange: list[str] = []
    for tab in tabs:
        if tab.name in {sheets.GUIDE, sheets.META} or not tab.cells:
            continue
        sheet = _find_sheet(tab, known)
        if sheet is None:
            strange.append(tab.name)
        else:
            found.append(_place_columns(tab, sheet))
    return found, strange


def _find_sheet(tab: Tab, known: list[Sheet]) -> Sheet | None:
    marked = _find_mark(tab)
    if marked is not None:
        return next((sheet for sheet in known if sheet.file == marked[2]), None)
    named = next((sheet for sheet in known if sheet.name.casefold() == tab.name.strip().casefold()), None)
    if named is not None and _score_heads(tab, named) > 0:
        return named
    scores = sorted(((_score_heads(tab, sheet), -index) for index, sheet in enumerate(known)), reverse=True)
    best = [-index for score, index in scores if score >= _ENOUGH and score == scores[0][0]]
    # The plan and its view have the same heads; nothing is filled in a view.
    chosen = [known[index] for index in best if not known[index].layout.view]
    return chosen[0] if len(chosen) == 1 else None


def _find_mark(tab: Tab) -> tuple[int, int, str] | None:
    """The row, the column and the file of the hidden mark."""
    for row in sorted(tab.cells)[:_TOP]:
        for column, cell in tab.cells[row].items():
            if isinstance(cell.value, str) and (match := _MARK.fullmatch(cell.value)):
                return row, column, match[1]
    return None


def _place_columns(tab: Tab, sheet: Sheet) -> KnownSheet:
    marked = _find_mark(tab)
    start, by_head = _find_heads(tab, sheet)
    columns = dict(by_head)
    if marked:
        ids = {str(cell.value): column for column, cell in tab.cells[marked[0]].items() if cell.value in sheet.ids}
        columns = {**by_head, **ids, KEY: marked[1]}
    first = start + sheet.depth_of_heads if by_head else (marked[0] if marked else 1) + sheet.first_row - 1
    if KEY in columns:
        heads = (row for row in tab.cells if tab.text(row, columns[KEY]) == sheets.HEAD_KEY)
        first = max((row + 1 for row in heads), default=first)
    missing = [column.id for column in sheet.layout.columns if column.id not in columns]
    return KnownSheet(tab, sheet, columns, first, missing)


def _score_heads(tab: Tab, sheet: Sheet) -> float:
    return len(_find_heads(tab, sheet)[1]) / len(sheet.ids)


def _find_heads(tab: Tab, sheet: Sheet) -> tuple[int, dict[str, int]]:
    """Where the heads begin and which columns they are of, as far as their texts tell."""
    wanted = {column.id: _plain_path(head) for column, head in zip(sheet.layout.columns, sheet.heads, strict=True)}
    if sheet.layout.has_levels:
        wanted[LEVEL] = _plain_path((sheets.LEVEL_HEAD,))
    depth = sheet.depth_of_heads
    best: tuple[int, dict[str, int]] = 0, {}
    for start in range(1, _TOP):
        if start not in tab.cells:
            continue
        columns: dict[str, int] = {}
        for column, path in _read_paths(tab, start, depth):
            id = next((id for id, head in wanted.items() if head == path and id not in columns), None)
            if id is not None:
                columns[id] = column
        if len(columns) > len(best[1]):
            best = start, columns
    return best


def _read_paths(tab: Tab, start: int, depth: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every column with the head texts above it, merged ones given to all columns that they cover."""
    span = range(start, start + depth)
    last = max((max(tab.cells[row]) for row in span if tab.cells.get(row)), default=0)
    over = [merge for merge in tab.merges if merge[0] < start + depth and merge[2] >= start][:MAX_COLUMNS]
    before: list[str] = []
    for column in range(1, last + 1):
        texts = [tab.text(*_find_origin(over, row, column)) for row in span]
        if not texts[0] and texts[-1] and before and before[-1]:
            # Values pasted without their merged cells: the head stands over the first of its columns only.
            texts[:-1] = [text or left for text, left in zip(texts, before, strict=True)][:-1]
        before = texts
        yield column, _plain_path(tuple(texts))


def _find_origin(merges: list[tuple[int, int, int, int]], row: int, column: int) -> tuple[int, int]:
    for top, left, bottom, right in merges:
        if top <= row <= bottom and left <= column <= right:
            return top, left
    return row, column


def _plain_path(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Head texts without what differs between two writers: case, blanks, repeats of a merged cell."""
    plain = (fold_name(text) for text in texts)
    return tuple(dict.fromkeys(text for text in plain if text))
