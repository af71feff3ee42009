"""Numbers, money, dates and words as Indonesian documents write them: pure functions, both ways.

Conventions: rupiah in running text is `Rp1.000.000`, no space and no dot after Rp (EYD edisi V); thousands take a dot,
decimals a comma; a percentage has no space before its sign; chapters count in upper Roman numerals.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

Number = int | Decimal

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_SMALL = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_UNITS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh"))

_HUNDREDTH = Decimal("0.01")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_DATE = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")


def angka(value: Number) -> str:
    """1234567 -> `1.234.567`; Decimal("85.58") -> `85,58`, digits as they are.

    Grouping by hand: Babel's `format_decimal` gives the same text forty times slower, and tables have many cells.
    """
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    text = f"{value:,f}"
    return text.translate(_SWAP_SEPARATORS)


_SWAP_SEPARATORS = str.maketrans({",": ".", ".": ","})


def rupiah(value: int) -> str:
    """1000000 -> `Rp1.000.000`; negative amounts carry their sign in front."""
    return f"-Rp{angka(-value)}" if value < 0 else f"Rp{angka(value)}"


def bulatkan(value: Number) -> Decimal:
    """Round half up to two decimals, as a person with a calculator does, dropping trailing zeros."""
    rounded = Decimal(value).quantize(_HUNDREDTH, ROUND_HALF_UP).normalize()
    return rounded if rounded.as_tuple().exponent <= 0 else rounded.quantize(Decimal(1))  # type: ignore[operator]


def persen(value: Number) -> str:
    """Decimal("102.356") -> `102,36%` (at most two decimals)."""
    return angka(bulatkan(value)) + "%"


def terbilang(value: int) -> str:
    """7 -> `tujuh`, 1945 -> `seribu sembilan ratus empat puluh lima`.

    By hand below 10^15: importing num2words, which knows sixty languages, takes longer than making a short document.
    """
    if not 0 <= value < 10**15:
        from num2words import num2words

        return str(num2words(value, lang="id"))
    return _words(value) or "nol"


def _words(value: int) -> str:
    """The words of a whole number below 10^15; nothing for zero."""
    if value < 12:
        return _SMALL[value]
    if value < 20:
        return f"{_SMALL[value - 10]} belas"
    for unit, name in _UNITS:
        if value >= unit:
            count, rest = divmod(value, unit)
            # A single hundred or thousand is `seratus`, `seribu`; a single million is `satu juta`.
            head = f"se{name}" if count == 1 and unit <= 1000 else f"{_words(count)} {name}"
            return f"{head} {_words(rest)}".rstrip()
    raise AssertionError(value)


def bilangan(value: int) -> str:
    """7 -> `7 (tujuh)`, as regulations write counts."""
    return f"{angka(value)} ({terbilang(value)})"


def urutan(value: int) -> str:
    """1 -> `pertama`, 5 -> `kelima`."""
    return "pertama" if value == 1 else "ke" + terbilang(value)


def romawi(value: int) -> str:
    """4 -> `IV`; the signs that there are go from 1 to 3999. Raises ValueError beyond."""
    if not 1 <= value < 4000:
        raise ValueError(f"angka Romawi ada dari 1 sampai 3999, bukan {str(value)[:20]}")
    digits = []
    for unit, sign in _ROMAN:
        count, value = divmod(value, unit)
        digits.append(sign * count)
    return "".join(digits)


def tanggal(value: date) -> str:
    """date(2021, 1, 3) -> `3 Januari 2021`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def baca_tanggal(text: str) -> date | None:
    """`3 Januari 2021` or `03 januari 2021` -> date(2021, 1, 3); None when it is no date."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    month = match[2].capitalize()
    if month not in MONTHS:
        return None
    try:
        return date(int(match[3]), MONTHS.index(month) + 1, int(match[1]))
    except ValueError:
        return None


def baca_angka(text: str) -> Decimal | None:
    """`1.000` -> 1000, `85,58` -> 85.58; None when it is no number in Indonesian writing.

    Never Babel's parse_decimal: it reads `85.28` as 8528 without a word. Here a dot must stand before three digits.
    """
    text = text.strip()
    if _NUMBER.fullmatch(text) is None:
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


def baca_jumlah(text: str) -> tuple[Decimal, str] | None:
    """`1.000 masyarakat` -> (1000, "masyarakat"), `57%` -> (57, "%"); None when no number leads."""
    match = _NUMBER.match(text.strip())
    if match is None:
        return None
    rest = text.strip()[match.end() :]
    number = baca_angka(match[0])
    if number is None or rest[:1].isdigit() or rest[:1] in {".", ","}:
        return None
    return number, rest.strip()
