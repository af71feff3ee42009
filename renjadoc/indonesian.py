"""Numbers, money, dates and words as Indonesian documents write them: pure functions, both ways.

Conventions: rupiah in running text is `Rp1.000.000`, no space and no dot after Rp (EYD edisi V); thousands take a dot,
decimals a comma; a percentage has no space before its sign; chapters count in upper Roman numerals.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from operator import index

from babel import Locale
from babel.numbers import NumberPattern, get_currency_symbol, parse_pattern

Number = int | Decimal

_LOCALE = Locale("id", "ID")
MONTHS: tuple[str, ...] = tuple(_LOCALE.months["format"]["wide"].values())
_RUPIAH = get_currency_symbol("IDR", _LOCALE)
_PERCENT = parse_pattern("#,##0.##%")
_MOST_DIGITS = 28
_SWAP_SEPARATORS = str.maketrans({",": ".", ".": ","})

_HUNDREDTH = Decimal("0.01")
#: Words that a title writes small unless it begins with them.
_JOINING = frozenset(
    "dan atau di ke dari yang untuk dengan pada oleh dalam bagi tentang serta terhadap sebagai antara per".split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
#: Words that count in thousands, with their zeros.
SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
#: num2words says `satu juta satu ribu`; `dua puluh satu ribu` is right.
_ONE_THOUSAND = re.compile("(?<=juta|liar|liun) satu ribu")
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3}){1,10}|\d{1,30})(?:,\d{1,30})?")
_DATE = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")


def angka(value: Number) -> str:
    """1234567 -> `1.234.567`; Decimal("85.58") -> `85,58`, digits as they are.

    A whole number is grouped here: Babel takes fifteen times as long, and a table has thousands of them.
    """
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    if not _fits_babel(value):
        return f"{value:,f}".translate(_SWAP_SEPARATORS)
    return str(_pattern(max(-int(value.as_tuple().exponent), 0)).apply(value, _LOCALE))


def _fits_babel(value: Decimal) -> bool:
    """Whether Babel, which counts with 28 digits, prints a number as it is; not so a float (of a template's `/`)."""
    return isinstance(value, Decimal) and value.is_finite() and len(f"{value:f}") <= _MOST_DIGITS


@cache
def _pattern(decimals: int) -> NumberPattern:
    """A number with just so many decimals: what is printed is never rounded."""
    return parse_pattern("#,##0." + "0" * decimals if decimals else "#,##0")


def rupiah(value: int) -> str:
    """1000000 -> `Rp1.000.000`; negative amounts carry their sign in front."""
    return f"-{_RUPIAH}{angka(-value)}" if value < 0 else f"{_RUPIAH}{angka(value)}"


class Amount(int):
    """An amount that a name stands for: without a form it is printed as rupiah."""

    def __str__(self) -> str:
        return rupiah(int(self))


class Percentage(Decimal):
    """A percentage that a name stands for: without a form it is printed as one."""

    def __str__(self) -> str:
        return persen(self)


def bulatkan(value: Number) -> Decimal:
    """Round half up to two decimals, as a person with a calculator does, dropping trailing zeros."""
    rounded = Decimal(value).quantize(_HUNDREDTH, ROUND_HALF_UP).normalize()
    return rounded if rounded.as_tuple().exponent <= 0 else rounded.quantize(Decimal(1))  # type: ignore[operator]


def persen(value: Number) -> str:
    """Decimal("102.356") -> `102,36%` (at most two decimals)."""
    return str(_PERCENT.apply(bulatkan(value).scaleb(-2), _LOCALE))


def terbilang(value: int) -> str:
    """7 -> `tujuh`, 1945 -> `seribu sembilan ratus empat puluh lima`."""
    from num2words import num2words  # Late: it loads sixty languages, and few documents write numbers out.

    return _ONE_THOUSAND.sub(" seribu", str(num2words(index(value), lang="id")))


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
    from babel.dates import format_date  # Late: it looks for the machine's time zone, and most commands print no date.

    return format_date(value, "d MMMM y", _LOCALE)


def judul(text: str) -> str:
    """`program dan kegiatan` -> `Program dan Kegiatan`: capitals but for words that only join (EYD edisi V).

    Short names in capitals stay as they are, where not the whole text has them.
    """
    words = re.split(r"(\s+)", text)
    is_shouted = text.upper() == text
    return "".join(_capitalise(word, is_first=index == 0, is_shouted=is_shouted) for index, word in enumerate(words))


def _capitalise(word: str, *, is_first: bool, is_shouted: bool) -> str:
    if word.casefold() in _JOINING and not is_first:
        return word.lower()
    if word.isupper() and not is_shouted:
        return word
    return _WORD.sub(lambda found: found[0][:1].upper() + found[0][1:].lower(), word)


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
    return nilai_angka(text)


def nilai_angka(text: str) -> Decimal:
    """`1.234,5` -> 1234.5, of a text that a pattern has found to be a number, wherever its dots stand."""
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
