"""Computed cells in Excel: the formula of each, how its result is shown, and how far it may be from ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import singledispatch
from typing import Any

from renjadoc.tables import measures
from renjadoc.tables.computed import Added, Average, Cumulated, Difference, Number, Ratio, RenstraRatio, Share, Sum
from renjadoc.tables.kinerja_urusan import SCALE, Category
from renjadoc.tables.layout import Around, Computed, Node
from renjadoc.tables.quantities import rata_rata

MONEY = "[$-421]#,##0"
PLAIN = "General"

#: Unit of a computed cell ("tetap": rupiah that no formula computes) -> its number format, and how far the sheet's
#: result may be from ours (0: not compared).
_FORMATS = {
    "rupiah": (MONEY, 0.5),
    "tetap": (MONEY, 0.0),
    "persen": ("[$-421]0.00", 0.006),
    "nomor": ("0", 0.0),
    "": (PLAIN, 0.0),
}


@dataclass
class Place:
    """Where a row stands, for formulas: `columns` is id -> letter; the rows below its node are `first` to `last`.

    `last` is one further, the row of whatever comes next, so that a row put in at the end is counted too. `book` tells
    what formulas read of other sheets; `others` are the levels that hold no amounts of their own; `top` is the first
    row of the table's body; `node` are the values of the row.
    """

    row: int
    columns: Mapping[str, str]
    first: int
    last: int
    number: int = 0
    book: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    top: int = 1
    node: Mapping[str, Any] = field(default_factory=dict)

    def cell(self, column: str) -> str:
        """The row's cell in a column: `C7`."""
        return f"{self.columns[column]}{self.row}"

    def below(self, column: str) -> str:
        """The cells of a column below the row: `C8:C12`."""
        return f"{self.columns[column]}{self.first}:{self.columns[column]}{self.last}"


def number_format(cell: Computed) -> str:
    return _FORMATS[cell.unit][0]


def tolerance(cell: Computed) -> float:
    """How far the sheet's result may be from ours; zero where nobody compares."""
    return _FORMATS[cell.unit][1]


def computed_value(cell: Computed, node: Node, around: Around, number: int) -> str | int | float | None:
    """The result that is stored with the formula."""
    if isinstance(cell, Average):
        # Excel's mean is of the results that it stores.
        value: Any = rata_rata([None if v is None else Decimal(str(float(v))) for v in cell.parts(node, around)])
    else:
        value = cell.value(node, around, number)
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return float(value) if isinstance(value, Decimal) else value


def view_formula(column: str, place: Place) -> str:
    """The same cell of another sheet: a view of a table changes with it and is never filled."""
    sheet, columns, rows = place.book["sumber"]
    cell = f"'{sheet}'!{columns[column]}{rows[place.number]}"
    return f'=IF({cell}="","",{cell})'


@singledispatch
def formula(cell: Computed, place: Place) -> str:
    """The formula of a computed cell; none for a name of the folder."""
    return ""


@formula.register
def _(cell: Sum, place: Place) -> str:
    amounts = place.below(cell.field)
    if not place.others:
        return f"=SUM({amounts})"
    levels = place.below("tingkat")
    # Rows whose level is not said count too: somebody has just put them in.
    conditions = ",".join(f'{levels},"<>{name}"' for name in place.others)
    return f"=SUMIFS({amounts},{conditions})"


@formula.register
def _(cell: Difference, place: Place) -> str:
    amount, less = place.cell(cell.column), place.cell(cell.less)
    return f'=IF(AND({amount}="",{less}=""),"",N({amount})-N({less}))'


@formula.register
def _(cell: Added, place: Place) -> str:
    amounts = ",".join(place.cell(column) for column in cell.columns)
    wanted = f'{place.cell(cell.needs)}=""' if cell.needs else f"COUNT({amounts})=0"
    return f'=IF({wanted},"",SUM({amounts}))'


@formula.register
def _(cell: Share, place: Place) -> str:
    reached, wanted = place.cell(cell.reached), place.cell(cell.wanted)
    return f'=IF(OR({reached}="",{wanted}=""),"",IFERROR({reached}*100/{wanted},""))'


@formula.register
def _(cell: Ratio, place: Place) -> str:
    """Per cent, or nothing where one is open, has several lines, is a ratio or a range (computed by renjadoc alone)."""
    reached, wanted = place.cell(cell.reached), place.cell(cell.wanted)
    lines = ",".join(f"ISNUMBER(FIND({sign},{reached}&{wanted}))" for sign in ("CHAR(10)", '":"', '" - "'))
    computed = _measure(place, reached, wanted)
    # The same words are reached whole, such as the opinion WTP.
    same = f'IF(AND({reached}={wanted},NOT({_is_absent(wanted)})),100,"")'
    return f'=IF(OR({reached}="",{wanted}="",{lines}),"",IFERROR({computed},{same}))'


@formula.register
def _(cell: RenstraRatio, place: Place) -> str:
    renstra = place.book.get("target-renstra")
    if renstra is None:
        return '=""'
    sheet, names, targets = renstra
    reached, indicator = place.cell(cell.reached), place.cell(cell.indicator)
    found = f"INDEX('{sheet}'!{targets},MATCH({indicator},'{sheet}'!{names},0))"
    return f'=IFERROR(IF(OR({reached}="",{found}=""),"",{_measure(place, reached, found)}),"")'


def _measure(place: Place, reached: str, wanted: str) -> str:
    """The percentage: by the office's own formula, or as the row's column Arah says."""
    amounts = _amount(reached), _amount(wanted)
    if place.node.get("rumus"):
        try:
            return measures.write_measure(place.node, *amounts)
        except measures.FormulaError:
            return '""'
    higher, lower = (measures.write_measure({"arah": arah}, *amounts) for arah in ("naik", "turun"))
    return f'IF({place.cell("arah")}="turun",{lower},{higher})' if "arah" in place.columns else higher


@formula.register
def _(cell: Cumulated, place: Place) -> str:
    """The sum with its unit; what is absent (`-`) counts as nothing, percentages and indices are the last one."""
    parts = [place.cell(column) for column in cell.columns]
    last, indicator = parts[0], place.cell(cell.indicator)
    for part in parts[1:]:
        last = f"IF({_is_absent(part)},{last},{part})"
    known = f"OR({','.join(f'{part}=' + chr(34) * 2 for part in parts)})"
    levels = ("persentase", "indeks", "rasio", "tingkat", "skor", "predikat", "opini")
    is_level = (
        "OR("
        + ",".join([f'ISNUMBER(FIND("%",{last}))', *(f'ISNUMBER(SEARCH("{word}",{indicator}))' for word in levels)])
        + ")"
    )
    summed = "+".join(f"IF({_is_absent(part)},0,{_amount(part)})" for part in parts)
    nothing = f"AND({','.join(map(_is_absent, parts))})"
    unit = f'MID({last},FIND(" ",{last}&" "),99)'
    total = f"IF(ISNUMBER({last}),{summed},{summed}&{unit})"
    return f'=IF({known},"",IF({nothing},{parts[-1]},IF({is_level},{last},IFERROR({total},""))))'


@formula.register
def _(cell: Average, place: Place) -> str:
    cells, names = place.below(cell.column), place.below("nama")
    return f'=IF(AND(COUNT({cells})>0,COUNT({cells})=COUNTA({names})),AVERAGE({cells}),"")'


@formula.register
def _(cell: Category, place: Place) -> str:
    """The first category whose least percentage is reached."""
    percentage = place.cell(cell.column)
    chosen = '"Sangat Rendah"'
    for least, name in reversed(SCALE):
        chosen = f'IF(ROUND({percentage},0)>={least},"{name}",{chosen})'
    return f'=IF({percentage}="","",{chosen})'


@formula.register
def _(cell: Number, place: Place) -> str:
    letter = place.columns[cell.beside]
    return f'=IF({letter}{place.row}="","",COUNTA({letter}${place.top}:{letter}{place.row}))'


def _is_absent(cell: str) -> str:
    """Whether a cell says that there is nothing to state (`quantities.is_absent`)."""
    said = (f'LOWER(TRIM({cell}))="{text}"' for text in ("-", "–", "—", "n/a", "n.a.", "n.a", "nihil", "tidak ada"))
    return f"OR({','.join(said)})"


def _amount(cell: str) -> str:
    """The number that leads a cell such as `1.000 masyarakat` or `57%`."""
    text = f'SUBSTITUTE({cell},"%"," ")'
    leading = f'LEFT({text},FIND(" ",{text}&" ")-1)'
    return f'IF(ISNUMBER({cell}),{cell},_xlfn.NUMBERVALUE({leading},",","."))'
