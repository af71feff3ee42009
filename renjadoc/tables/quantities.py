"""Reads cells such as "30 koperasi" or ["25 label", "20 kemasan"] as quantities, and compares them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from renjadoc.indonesian import SCALES, angka, baca_angka, baca_jumlah
from renjadoc.tables.measures import measure_of

#: A cell of a table: a number, a text, several lines, or None while it is still open.
Cell = int | Decimal | str | list[Any] | None

Quantity = tuple[Decimal, str]


def quantities(cell: Cell) -> list[Quantity] | None:
    """The (number, unit) of every line of a cell; None when it is open, "-", or has a line that is no quantity."""
    lines = cell if isinstance(cell, list) else [cell]
    found = [_quantity(line) for line in lines]
    return [q for q in found if q is not None] if found and None not in found else None


def _quantity(line: object) -> Quantity | None:
    if isinstance(line, int | Decimal) and not isinstance(line, bool):
        return Decimal(line), ""
    return _read_written(line) if isinstance(line, str) else None


#: Several rules read the same cells of a table one after the other.
@lru_cache(maxsize=1 << 15)
def _read_written(line: str) -> Quantity | None:
    text, is_money = _read_lead(line)
    if (read := baca_jumlah(text)) is None:
        return None
    number, unit = read[0], read[1].casefold()
    scale, _, rest = unit.partition(" ")
    scale = _SHORT_SCALES.get(scale, scale)
    return (number.scaleb(SCALES[scale]), rest) if is_money and scale in SCALES else (number, unit)


_ABOUT = re.compile(
    r"(?:[≥≤<>±=~]+|(?:minimal|maksimal|minimum|maksimum|min|maks|sekitar|di ?bawah|di ?atas|(?:kurang|lebih) dari"
    r"|paling (?:sedikit|banyak|rendah|tinggi|lama|lambat)|sekurang-kurangnya|setinggi-tingginya)\b\.?)\s*",
    re.IGNORECASE,
)
#: What names a value before it states it: `Level 3`, `Nilai 82,5`.
_NAMED = re.compile(
    r"(?:level|nilai|skor|indeks|tingkat|peringkat|rata-rata|sebesar|sebanyak|mencapai)\b[\s:]{0,4}(?=[-(≥≤<>±=~]{0,2}\s{0,2}\d)",
    re.IGNORECASE,
)
#: How amounts are shortened behind `Rp`.
_SHORT_SCALES = {"rb": "ribu", "jt": "juta", "m": "miliar", "t": "triliun"}
_MONEY = re.compile(r"(?:Rp\b\.?|Rp(?=\d))\s*", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"(?:[-−–—]\s*|minus\s+)(?=(?:Rp\b\.?\s*|Rp)?\d)", re.IGNORECASE)
_BRACKETED = re.compile(r"\(\s*([\d.,]+)\s*\)\s*(.*)")


def _read_lead(line: str) -> tuple[str, bool]:
    """A line without what stands before its number (`≥`, `Rp`), its sign as a hyphen; and whether it is money.

    What stands in brackets is below zero, as accounts write it; `100.000,-` ends in no cents.
    """
    text = line.strip()
    for lead in (_NAMED, _ABOUT):
        text = text[match.end() :] if (match := lead.match(text)) else text
    if match := _BRACKETED.fullmatch(text):
        text = f"-{match[1]} {match[2]}".rstrip()
    sign = "-" if (match := _BELOW_ZERO.match(text)) else ""
    text = text[match.end() :] if match else text
    money = _MONEY.match(text)
    text = text[money.end() :] if money else text
    return sign + re.sub(r"(?<=\d),\s*[-–=]+$", "", text), money is not None


#: What people write where there is nothing to say (docs/tabel.md says what becomes of it).
_ABSENT = re.compile(r"\s*(?:[-–—]+|n\s*/\s*a|n\.a\.?|nihil|tidak ada)\s*", re.IGNORECASE)


def is_absent(cell: Cell) -> bool:
    """Whether a cell says that there is nothing to state (`-`, `–`, `n/a`, `nihil`); an empty one says nothing."""
    lines = cell if isinstance(cell, list) else [cell]
    return all(isinstance(line, str) and _ABSENT.fullmatch(line) is not None for line in lines)


def is_stated(cell: Cell) -> bool:
    """Whether a cell says something: it is filled, and not with `-` or the like."""
    return not is_absent(cell) and not (cell is None or (isinstance(cell, str) and not cell.strip()))


def is_unmeasured(realisasi: Cell, target: Cell) -> bool:
    """Whether both are known and there is no percentage all the same: nothing was planned or reached, or 0 was.

    Words have none either, such as an opinion that is not the one planned, or a rating (BB) beside a value (82,5).
    """
    if is_absent(realisasi) or is_absent(target) or (_has_words_alone(realisasi) and _has_words_alone(target)):
        return True
    if any(_is_rating(one) and _is_bare_value(other) for one, other in ((realisasi, target), (target, realisasi))):
        return True
    reached, wanted = quantities(realisasi), quantities(target)
    return reached is not None and wanted is not None and not any(number for number, _ in wanted)


_HIGHER: Mapping[str, Any] = {}


def tingkat(realisasi: Cell, target: Cell, indicator: Mapping[str, Any] = _HIGHER) -> Decimal | None:
    """Realisation against target in percent, unrounded; None where either is missing or the target is zero.

    `indicator` says by its `arah` or `rumus` how it is measured. Cells of the same units are compared unit by unit and
    averaged; otherwise (45 paket against 25 label + 20 kemasan) the sums are compared.
    """
    measure = measure_of(indicator) if indicator.keys() & {"arah", "rumus"} else _ratio
    if (same := _say_the_same(realisasi, target)) is not None:
        return same
    reached, wanted = (_read_measured(cell, indicator) for cell in (realisasi, target))
    if not reached or not wanted:
        return None
    if [unit for _, unit in reached] == [unit for _, unit in wanted]:
        ratios = [measure(r[0], w[0]) for r, w in zip(reached, wanted, strict=True)]
        known = [ratio for ratio in ratios if ratio is not None]
        return sum(known, Decimal(0)) / len(known) if len(known) == len(ratios) else None
    sums = (sum((_unscale(one) for one in found), Decimal(0)) for found in (reached, wanted))
    return measure(*sums)


def _say_the_same(realisasi: Cell, target: Cell) -> Decimal | None:
    """100 where both are the same words without a number, such as the opinion WTP."""
    if not _has_words_alone(realisasi) or not _has_words_alone(target) or is_absent(target):
        return None
    words = {" ".join(str(cell).split()).casefold() for cell in (realisasi, target)}
    return Decimal(100) if len(words) == 1 else None


def _has_words_alone(cell: Cell) -> bool:
    """Whether a cell says words and no number; a note that is still open says nothing."""
    return isinstance(cell, str) and "[[" not in cell and any(map(str.isalpha, cell)) and not re.search(r"\d", cell)


_RATING = re.compile(
    r"(?i:(?:predikat|kategori|opini|peringkat|mutu|akreditasi|nilai)\s+)?(?:AA|A|BB|B|CC|C|D|E|WTP|WDP|TMP|TW"
    r"|(?i:wajar (?:tanpa|dengan) pengecualian|(?:sangat |cukup |kurang |tidak )?(?:baik|memuaskan|tinggi|sedang|rendah"
    r"|cukup|kurang|inovatif|informatif|sehat|siap|mandiri|berkembang|utama|madya|pratama|paripurna)))"
)


def _is_rating(cell: Cell) -> bool:
    """Whether a cell is a letter or word of a scale, which says no number."""
    return isinstance(cell, str) and _RATING.fullmatch(cell.strip()) is not None


def _is_bare_value(cell: Cell) -> bool:
    """Whether a cell is one number of no unit, such as a rating has, with or without the rating itself."""
    read = _read_measured(cell, _HIGHER)
    return read is not None and len(read) == 1 and (not read[0][1] or read[0][1].startswith("("))


#: No two parts of these take the same letters one after the other: a long cell is tried once, not once a letter.
_RATIO = re.compile(r"([\d.,]*\d)\s*:\s*([\d.,]*\d)(\D*)")
_RANGE = re.compile(r"([\d.,]*\d)\s*(?:%\s*)?[-–—]\s*([\d.,]*\d)(\D*)")
_MARKS = re.compile(r"[:(–—-]")
_GRADED = re.compile(r"[A-Za-z][A-Za-z +/-]{0,30}\(\s*([\d.,]+)\s*\)")


def _read_measured(cell: Cell, indicator: Mapping[str, Any]) -> list[Quantity] | None:
    """The quantities of a cell as they are measured: of `1 : 20` a twentieth, of `BB (72)` the number in brackets.

    Of `80 - 85` it is the bound that has to be reached: the upper one where lower is better.
    """
    lines = cell if isinstance(cell, list) else [cell]
    found = [_read_measured_line(line, indicator) for line in lines]
    return [one for one in found if one is not None] if found and None not in found else None


def _read_measured_line(line: object, indicator: Mapping[str, Any]) -> Quantity | None:
    if not isinstance(line, str) or not _MARKS.search(line):
        return _quantity(line)
    text, _ = _read_lead(line)
    if match := _GRADED.fullmatch(text):
        number = baca_angka(match[1])
        return (number, "") if number is not None else None
    if not (match := _RATIO.fullmatch(text) or _RANGE.fullmatch(text)):
        return _quantity(line)
    first, second = baca_angka(match[1]), baca_angka(match[2])
    if first is None or second is None:
        return None
    if match.re is _RATIO:
        return (first / second, ":") if second else None
    return (max(first, second) if indicator.get("arah") == "turun" else min(first, second), match[3].casefold().strip())


def _unscale(quantity: Quantity) -> Decimal:
    """The number of a quantity, `13 miliar` as it is beside one that counts otherwise."""
    number, unit = quantity
    return number.scaleb(SCALES.get(unit.partition(" ")[0], 0))


def _ratio(reached: Decimal, wanted: Decimal) -> Decimal | None:
    """What `measure_of` computes of an indicator that says nothing, as almost all: no formula is read for it."""
    if not wanted:
        return None
    return reached * 100 / wanted if wanted > 0 else 200 - reached * 100 / wanted


def rata_rata(values: list[Decimal | None]) -> Decimal | None:
    """The mean of percentages, unrounded; None when one is missing, so that no average hides a gap."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known and len(known) == len(values) else None


#: Indicators whose years do not add up.
_LEVELS = re.compile(
    r"\b(?:persentase|prosentase|indeks|rasio|tingkat|skor|predikat|opini)\b|^\s{0,4}rata-rata\b", re.IGNORECASE
)
#: A value out of 100 (SAKIP), which has no unit; the value of what is sold has one, or is more.
_SCORE = re.compile(r"\s{0,4}nilai\b", re.IGNORECASE)
_BEST_SCORE = 100


def cumulate(cells: tuple[Cell, ...], indicator: Cell) -> Cell:
    """What several periods reached together, in the unit that they share; None while one of them is open.

    What is absent (`-`) counts as nothing. Percentages, indices and scores do not add up: the last one says them.
    """
    stated = [cell for cell in cells if cell != "" and not is_absent(cell)]
    if not stated:
        return cells[-1]
    found = [quantities(cell) for cell in stated]
    known = [one for one in found if one]
    if len(known) < len(stated):
        return None
    if _is_level(stated, known, indicator):
        return stated[-1]
    units = [[unit for _, unit in one] for one in known]
    if any(one != units[0] for one in units):
        return None
    sums = [sum((one[line][0] for one in known), Decimal(0)) for line in range(len(units[0]))]
    written = [_written_unit(cells) for cells in _lines_of(stated[-1])]
    lines: list[Any] = [f"{angka(value)} {unit}" if unit else value for value, unit in zip(sums, written, strict=True)]
    return lines[0] if len(lines) == 1 else [line if isinstance(line, str) else angka(line) for line in lines]


def _is_level(stated: list[Cell], known: list[list[Quantity]], indicator: Cell) -> bool:
    if any(unit.startswith(("%", "persen", "indeks")) for one in known for _, unit in one):
        return True
    lines = [line for cell in stated for line in _lines_of(cell) if isinstance(line, str)]
    if any(_NAMED.match(line.strip()) or _is_scored(line) for line in lines):
        return True
    names = [line for line in _lines_of(indicator) if isinstance(line, str)]
    may_be_score = all(not unit and number <= _BEST_SCORE for one in known for number, unit in one)
    return any(_LEVELS.search(name) or (may_be_score and _SCORE.match(name)) for name in names)


def _is_scored(line: str) -> bool:
    """Whether the rating of a number stands behind it: `72 (BB)`."""
    unit = _written_unit(line)
    return unit.startswith("(") and _is_rating(unit.strip("()"))


def _lines_of(cell: Cell) -> list[Any]:
    return cell if isinstance(cell, list) else [cell]


def _written_unit(line: object) -> str:
    """The unit behind a number, as it was typed."""
    read = baca_jumlah(_read_lead(line)[0]) if isinstance(line, str) else None
    return read[1] if read else ""
