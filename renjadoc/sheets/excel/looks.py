"""How cells of a workbook look: one format for all cells that look alike."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from renjadoc.sheets.excel.formulas import MONEY, PLAIN
from renjadoc.sheets.excel.sheets import Sheet
from renjadoc.sheets.excel.values import Shown, needs_mark
from renjadoc.tables.layout import Column, TableRow

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_FONT = {"font_name": "Arial", "font_size": 9, "valign": "top", "text_wrap": True}
_ALIGN = {"kiri": "left", "tengah": "center", "kanan": "right"}
HEAD, TOTAL, GROUP, FILL, CONTEXT = "#DCE6F1", "#DDDDDD", "#F2F2F2", "#FFFBE6", "#F7F7F7"
LINE = "#A6A6A6"
#: Excel's number for Folio, 8,5 x 13 inches: what offices call F4.
FOLIO = 14

Formats = Callable[..., "Format"]


def formats_of(workbook: Workbook) -> Formats:
    """Formats by their properties, each made once."""

    @cache
    def made(properties: tuple[tuple[str, Any], ...]) -> Format:
        return workbook.add_format({**_FONT, **dict(properties)})

    return lambda **properties: made(tuple(sorted(properties.items())))


class Looks:
    """The formats of the cells of one sheet."""

    def __init__(self, sheet: Sheet, formats: Formats) -> None:
        self._sheet, self._formats = sheet, formats
        self._known: dict[tuple[Any, ...], Format] = {}

    def of(
        self,
        row: TableRow | None,
        *,
        entered: bool,
        column: Column | None,
        value: object = None,
        number_format: str = "",
        free: bool = False,
    ) -> Format:
        """The format of a cell of `row` (None: the total's); `entered` are those that people fill in.

        A `free` one is not filled in this row, but in one of another level that somebody may put here.
        """
        depth = -1 if row is None else row.depth
        context = row is not None and row.pointer in self._sheet.context
        kind = column.kind if column is not None and not self._sheet.layout.view else None
        form = number_format or _number_format(value, kind)
        key = depth, context, entered, free, column and column.id, form, needs_mark(value)
        if key not in self._known:
            look = self._look(row, entered=entered, locked=not (entered or free) or self._sheet.layout.view or context)
            if column is not None:
                look |= {"align": _ALIGN[column.align], "num_format": form}
            if needs_mark(value):
                look["quote_prefix"] = True
            self._known[key] = self._formats(**look)
        return self._known[key]

    def _look(self, row: TableRow | None, *, entered: bool, locked: bool) -> dict[str, Any]:
        deepest = len(self._sheet.layout.levels) - 1
        shade = TOTAL if row is None else "" if row.depth == deepest else GROUP
        if entered and not locked:
            shade = FILL
        elif row is not None and row.pointer in self._sheet.context:
            shade = CONTEXT
        look: dict[str, Any] = {"border": 1, "border_color": LINE, "locked": locked}
        if shade:
            look["bg_color"] = shade
        if row is None or row.depth < deepest:
            look["bold"] = True
        return look


def _number_format(value: Any, kind: Any) -> str:
    """How a cell shows what is typed: money in groups of three, codes and units as they are typed."""
    if kind is not None and kind.name == "uang":
        return MONEY
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return "[$-421]#,##0" + ("." + "0" * places if places else "")
    if isinstance(value, int):
        return MONEY
    # What is typed into a text cell stays as it is typed: 2.10 keeps its zero, 1-2 does not become a date.
    return PLAIN if kind is None or kind.number else "@"


def lines_of(value: Shown, width: float) -> int:
    """How many lines a text of this font takes in a column so many characters wide."""
    if not isinstance(value, str):
        return 1
    return sum(1 + int(len(line) / (width * 1.05)) for line in value.split("\n"))


def height(lines: int) -> float:
    """Points for so many lines, and no more than Excel takes."""
    return min(409.0, 12.0 * lines + 3)
