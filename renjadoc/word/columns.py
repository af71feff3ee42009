"""How wide the columns of a drawn table are: as its content asks, but no word or amount is torn if there is room."""

from __future__ import annotations

import re

from renjadoc.span import plain_text
from renjadoc.word.blocks import GridTable

#: Letters of tables are 8.5 pt high: so many twentieths of a point is one em; the second has room for bold ones.
_EM, _BOLD = 170, 1.08
#: The room that a cell keeps at its sides.
_MARGINS = 130
#: The widths of Arial's letters in ems, the narrow and the wide ones; all others, digits among them, are of one width.
_NARROW, _WIDE, _USUAL = set("iljtfrI.,:;'|()[] "), set("mwMWABCDEFGHKNOPQRSUVXYZ%"), 0.556
_PIECES = re.compile(r"\s+|(?<=[-–/])")


def fit_columns(table: GridTable, room: int) -> list[int]:
    """The widths of the columns in twentieths of a point, together no more than `room`."""
    widths = [int(room * width / sum(table.widths)) for width in table.widths]
    least = _measure_columns(table)
    missing = [max(0, need - width) for need, width in zip(least, widths, strict=True)]
    spare = [max(0, width - need) for need, width in zip(least, widths, strict=True)]
    if not sum(missing) or sum(missing) > sum(spare):
        return widths
    share = sum(missing) / sum(spare)
    changes = zip(widths, missing, spare, strict=True)
    return [width + lacks - round(has * share + 0.5) * bool(has) for width, lacks, has in changes]


def _measure_columns(table: GridTable) -> list[int]:
    """What each column needs for the longest piece that no line may break."""
    least = [0] * len(table.widths)
    rows = [*((cells, True) for cells in table.head), *table.body]
    for cells, bold in rows:
        column = 0
        for cell in cells:
            if cell.span == 1:
                pieces = (piece for line in cell.lines for piece in _PIECES.split(plain_text(line)))
                longest = max((_measure(piece, bold) for piece in pieces), default=0)
                least[column] = max(least[column], longest + _MARGINS)
            column += cell.span
    return least


def _measure(piece: str, bold: bool) -> int:
    ems = sum(0.28 if sign in _NARROW else 0.78 if sign in _WIDE else _USUAL for sign in piece)
    return int(ems * _EM * (_BOLD if bold else 1)) + 1
