"""How wide the columns of a drawn table are: as its content asks, but no word or amount is torn if there is room."""

from __future__ import annotations

import re

from renjadoc.span import plain_text
from renjadoc.word.blocks import GridCell, GridTable

#: Letters of tables are 8.5 pt high, in half points; those of a table that shrinks at least 5. Bold ones are wider.
USUAL_SIZE, _LEAST_SIZE, _BOLD = 17, 10, 1.08
#: The room that a cell keeps at its sides; in a table that shrinks less.
MARGINS, NARROW_MARGIN = 130, 40
#: The widths of Arial's letters in ems, the narrow and the wide ones; all others, digits among them, are of one width.
_NARROW, _WIDE, _USUAL = set("iljtfrI.,:;'|()[] "), set("mwMWABCDEFGHKNOPQRSUVXYZ%"), 0.556
_FIGURE = re.compile(r"[\d.,%()-]*\d[\d.,%()-]*")
_PIECES = re.compile(r"\s+|(?<=[-–/])")


def may_shrink(table: GridTable, room: int) -> bool:
    """Whether the letters of a table become smaller: it asks for that, or its amounts would be torn in usual ones."""
    return table.shrinks or sum(_measure_columns(table, USUAL_SIZE, figures_only=True)) > room


def choose_size(table: GridTable, room: int) -> int:
    """The size of the letters in half points: the largest at which nothing has to be torn, of a table that shrinks.

    Where words are torn at any size, the largest at which amounts are not: words can be divided.
    """
    if not table.shrinks:
        return USUAL_SIZE
    tries = ((size, only) for only in (False, True) for size in range(USUAL_SIZE, _LEAST_SIZE - 1, -1))
    fit = (size for size, only in tries if sum(_measure_columns(table, size, figures_only=only)) <= room)
    return next(fit, _LEAST_SIZE)


def fit_columns(table: GridTable, room: int, size: int = USUAL_SIZE) -> list[int]:
    """The widths of the columns in twentieths of a point, together no more than `room`; `size` in half points."""
    widths = [int(room * width / sum(table.widths)) for width in table.widths]
    if fitted := _widen(widths, _measure_columns(table, size)):
        return fitted
    # Words can be divided, amounts cannot.
    return _widen(widths, _measure_columns(table, size, figures_only=True)) or widths


def _widen(widths: list[int], least: list[int]) -> list[int]:
    """The widths with what narrow columns need taken from those that have more; none if that is too little."""
    missing = [max(0, need - width) for need, width in zip(least, widths, strict=True)]
    spare = [max(0, width - need) for need, width in zip(least, widths, strict=True)]
    if not sum(missing):
        return widths
    if sum(missing) > sum(spare):
        return []
    share = sum(missing) / sum(spare)
    changes = zip(widths, missing, spare, strict=True)
    return [width + lacks - round(has * share + 0.5) * bool(has) for width, lacks, has in changes]


def _measure_columns(table: GridTable, size: int, *, figures_only: bool = False) -> list[int]:
    """What each column needs for the longest piece that no line may break; those below one head need it together.

    With `figures_only` for the longest amount or percentage of its rows.
    """
    least = [0] * len(table.widths)
    margins = 2 * NARROW_MARGIN + 10 if table.shrinks else MARGINS
    rows = [*(() if figures_only else ((cells, True) for cells in table.head)), *table.body]
    spanning = []
    for cells, bold in rows:
        column = 0
        for cell in cells:
            if cell.span == 1 or cells in table.head:
                need = _measure_cell(cell, size, bold, figures_only=figures_only) + margins
                spanning.append((cell.span, column, need))
            column += cell.span
    for span, column, need in sorted(spanning):
        lacking = need - sum(least[column : column + span])
        for place in range(column, column + span if lacking > 0 else column):
            least[place] += -(-lacking // span)
    return least


def _measure_cell(cell: GridCell, size: int, bold: bool, *, figures_only: bool) -> int:
    pieces = (piece for line in cell.lines for piece in _PIECES.split(plain_text(line)))
    kept = (piece for piece in pieces if not figures_only or _FIGURE.fullmatch(piece))
    return max((_measure(piece, size, bold) for piece in kept), default=0)


def _measure(piece: str, size: int, bold: bool) -> int:
    """How wide a piece is: an em is as many twentieths of a point as ten times its half points."""
    ems = sum(0.28 if sign in _NARROW else 0.78 if sign in _WIDE else _USUAL for sign in piece)
    return int(ems * size * 10 * (_BOLD if bold else 1)) + 1
