"""Reads cells such as "30 koperasi" or ["25 label", "20 kemasan"] as quantities, and compares them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from renjadoc.indonesian import angka, baca_jumlah
from renjadoc.tables.measures import measure_of

#: A cell of a table: a number, a text, several lines, or None while it is still open.
Cell = int | Decimal | str | list[Any] | None

Quantity = tuple[Decimal, str]


def quantities(cell: Cell) -> list[Quantity] | None:
    """The (number, unit) of every line of a cell; None when it is open, "-", or has a line that is no quantity."""
    lines = cell if isinstance(cell, list) else [cell]
    found = [_quantity(line) for line in lines]
    return [q for q in found if q is not None] if found and None not in found else None


def _quantity(line: Any) -> Quantity | None:
    if isinstance(line, int | Decimal) and not isinstance(line, bool):
        return Decimal(line), ""
    if not isinstance(line, str):
        return None
    text, is_money = _read_lead(line)
    if (read := baca_jumlah(text)) is None:
        return None
    number, unit = read[0], read[1].casefold()
    scale, _, rest = unit.partition(" ")
    return (number.scaleb(_SCALES[scale]), rest) if is_money and scale in _SCALES else (number, unit)


_ABOUT = re.compile(r"(?:[≥≤<>±=~]+|(?:minimal|maksimal|min|maks|sekitar)\b\.?)\s*", re.IGNORECASE)
_MONEY = re.compile(r"(?:Rp\b\.?|Rp(?=\d))\s*", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"(?:[-−–—]\s*|minus\s+)(?=(?:Rp\b\.?\s*|Rp)?\d)", re.IGNORECASE)
_BRACKETED = re.compile(r"\(\s*([\d.,]+)\s*\)\s*(.*)")
_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}


def _read_lead(line: str) -> tuple[str, bool]:
    """A line without what stands before its number (`≥`, `Rp`), its sign as a hyphen; and whether it is money.

    What stands in brackets is below zero, as accounts write it; `100.000,-` ends in no cents.
    """
    text = _ABOUT.sub("", line.strip(), count=1) if _ABOUT.match(line.strip()) else line.strip()
    if match := _BRACKETED.fullmatch(text):
        text = f"-{match[1]} {match[2]}".rstrip()
    sign = "-" if (match := _BELOW_ZERO.match(text)) else ""
    text = text[match.end() :] if match else text
    money = _MONEY.match(text)
    text = text[money.end() :] if money else text
    return sign + re.sub(r"(?<=\d),\s*[-–=]+$", "", text), money is not None


#: What people write where there is nothing to say.
_ABSENT = re.compile(r"\s*(?:[-–—]+|n\s*/\s*a|n\.a\.?|tidak ada)\s*", re.IGNORECASE)


def is_absent(cell: Cell) -> bool:
    """Whether a cell says that there is nothing to state: `-` or `n/a`."""
    lines = cell if isinstance(cell, list) else [cell]
    return all(isinstance(line, str) and _ABSENT.fullmatch(line) is not None for line in lines)


_HIGHER: Mapping[str, Any] = {}


def tingkat(realisasi: Cell, target: Cell, indicator: Mapping[str, Any] = _HIGHER) -> Decimal | None:
    """Realisation against target in percent, unrounded; None where either is missing or the target is zero.

    `indicator` says by its `arah` or `rumus` how it is measured. Cells of the same units are compared unit by unit and
    averaged; otherwise (45 paket against 25 label + 20 kemasan) the sums are compared.
    """
    measure = measure_of(indicator) if indicator.keys() & {"arah", "rumus"} else _ratio
    reached, wanted = quantities(realisasi), quantities(target)
    if not reached or not wanted:
        return None
    if [unit for _, unit in reached] == [unit for _, unit in wanted]:
        ratios = [measure(r[0], w[0]) for r, w in zip(reached, wanted, strict=True)]
        known = [ratio for ratio in ratios if ratio is not None]
        return sum(known, Decimal(0)) / len(known) if len(known) == len(ratios) else None
    return measure(sum((n for n, _ in reached), Decimal(0)), sum((n for n, _ in wanted), Decimal(0)))


def _ratio(reached: Decimal, wanted: Decimal) -> Decimal | None:
    return reached * 100 / wanted if wanted else None


def rata_rata(values: list[Decimal | None]) -> Decimal | None:
    """The mean of percentages, unrounded; None when one is missing, so that no average hides a gap."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known and len(known) == len(values) else None


#: Indicators whose years do not add up.
_LEVELS = re.compile(r"\b(?:persentase|prosentase|indeks|rasio|tingkat|skor|predikat|opini)\b", re.IGNORECASE)


def cumulate(cells: tuple[Cell, ...], indicator: Cell) -> Cell:
    """What several periods reached together, in the unit that they share; None while one of them is open.

    What is absent (`-`) counts as nothing. Percentages and indices do not add up: they are what the last one says.
    """
    stated = [cell for cell in cells if cell != "" and not is_absent(cell)]
    if not stated:
        return cells[-1]
    found = [quantities(cell) for cell in stated]
    known = [one for one in found if one]
    if len(known) < len(stated):
        return None
    if _is_level(known, indicator):
        return stated[-1]
    units = [[unit for _, unit in one] for one in known]
    if any(one != units[0] for one in units):
        return None
    sums = [sum((one[line][0] for one in known), Decimal(0)) for line in range(len(units[0]))]
    written = [_written_unit(cells) for cells in _lines_of(stated[-1])]
    lines: list[Any] = [f"{angka(value)} {unit}" if unit else value for value, unit in zip(sums, written, strict=True)]
    return lines[0] if len(lines) == 1 else [line if isinstance(line, str) else angka(line) for line in lines]


def _is_level(known: list[list[Quantity]], indicator: Cell) -> bool:
    if any(unit.startswith(("%", "persen", "indeks")) for one in known for _, unit in one):
        return True
    return any(isinstance(line, str) and _LEVELS.search(line) for line in _lines_of(indicator))


def _lines_of(cell: Cell) -> list[Any]:
    return cell if isinstance(cell, list) else [cell]


def _written_unit(line: Any) -> str:
    """The unit behind a number, as it was typed."""
    read = baca_jumlah(_read_lead(line)[0]) if isinstance(line, str) else None
    return read[1] if read else ""
