"""One value of the content as an Excel cell shows it, and what somebody typed into a cell as a value of the content.

An empty cell is a value that is still open (null). A text that is empty on purpose is shown as `(kosong)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from renjadoc import indonesian
from renjadoc.problem import shorten_text
from renjadoc.sheets.excel import laws
from renjadoc.tables.layout import CellKind
from renjadoc.tables.quantities import is_absent

EMPTY = "(kosong)"
#: Excel holds no more characters in a cell, and no more digits in a number.
MAX_TEXT = 32_000
MAX_DIGITS = 15
#: More decimals than these nobody shows in a table.
MAX_DECIMALS = 6
_CUT = "… (terpotong: terlalu panjang untuk Excel; sunting di berkas JSON)"

Shown = str | int | float | None


@dataclass(frozen=True)
class Cell:
    """A cell as it stands in a workbook: the value (of a formula: its last result) and what must be known of it.

    `marked` is Excel's apostrophe: a text on purpose. `percent` is the number format. `broken` is the error that a
    formula shows, such as `#REF!`. `struck` are letters that are struck within it and no part of the value; in a
    `crossed` one all are. `decimals` are those that the number format shows.
    """

    value: Any = None
    formula: bool = False
    marked: bool = False
    percent: bool = False
    broken: str = ""
    struck: str = ""
    crossed: bool = False
    decimals: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it; a formula without a result is something."""
        return not self.formula and not self.broken and (self.value is None or not str(self.value).strip())


class Unreadable(Exception):
    """A cell that is no value of its column: what is wrong and what to do, in Indonesian."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


# Out


def show_value(value: Any) -> Shown:
    """A value of the content as it stands in a cell; None for an empty one."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if abs(value) < 10**MAX_DIGITS else indonesian.angka(value)
    if isinstance(value, Decimal):
        digits = len(value.as_tuple().digits)
        return float(value) if digits <= MAX_DIGITS and abs(value) < 10**MAX_DIGITS else indonesian.angka(value)
    if isinstance(value, list):
        return _cut_long("\n".join(_escape_sign(line) for line in value))
    return _cut_long(_escape_sign(value))


def _escape_sign(text: str) -> str:
    """A text that looks like our own sign for an empty one gets a backslash in front."""
    return "\\" + text if text.lstrip("\\") == EMPTY else text or EMPTY


def _cut_long(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - len(_CUT)] + _CUT


def needs_mark(value: object) -> bool:
    """Whether a text must carry Excel's apostrophe: it would be run as a formula, or read as a number when it returns.

    Texts that begin with = + - @ are formulas to Excel when somebody edits them (formula injection, OWASP).
    """
    return isinstance(value, str) and (value[:1] in set("=+-@\t\r") or _read_plain_number(value) is not None)


def is_same(cell: Cell, value: object) -> bool:
    """Whether a cell still shows `value`, as if nobody had touched it."""
    stands = show_value(value)
    if cell.broken or (cell.formula and cell.value is None):
        return False
    if stands is None or cell.is_blank:
        return cell.is_blank and (stands is None or _trim_text(stands) == "")
    if isinstance(stands, str):
        return isinstance(cell.value, str) and _trim_text(cell.value) == _trim_text(stands)
    return not cell.percent and _is_number(cell.value) and _to_decimal(cell.value) == _to_decimal(stands)


# In


def read_value(cell: Cell, kind: CellKind) -> Any:
    """The value that somebody typed. Raises Unreadable."""
    if cell.broken:
        hint = "Perbaiki rumusnya, atau ketik angkanya."
        raise Unreadable(f"rumusnya menghasilkan {cell.broken}", hint)
    if cell.formula and cell.value is None:
        hint = "Buka berkas ini di Excel, tunggu dihitung, simpan, lalu impor lagi; atau ketik angkanya."
        raise Unreadable("hasil rumusnya tidak tersimpan", hint)
    if cell.is_blank:
        if kind.required:
            raise Unreadable("sel ini tidak boleh kosong", "Isi lagi; untuk menghapus baris, hapus barisnya.")
        return kind.blank
    if isinstance(cell.value, bool):
        raise Unreadable("berisi BENAR atau SALAH", "Ketik teks atau angka.")
    if _is_number(cell.value) and not _is_usable(cell.value):
        raise Unreadable("bukan angka yang ada", "Ketik angkanya lagi.")
    if isinstance(cell.value, datetime | date | time | timedelta):
        hint = "Ubah format selnya menjadi Teks, lalu ketik lagi seperti seharusnya tercetak."
        raise Unreadable(f"Excel menjadikannya tanggal atau jam ({_say_moment(cell.value)})", hint)
    if _is_number(cell.value) and abs(cell.value) >= 10**MAX_DIGITS:
        hint = "Ubah format selnya menjadi Teks, lalu ketik lagi; angka di belakang sudah hilang."
        raise Unreadable("lebih dari 15 angka; Excel tidak menyimpannya dengan tepat", hint)
    return _READERS[kind.name](cell)


def _say_moment(value: datetime | date | time | timedelta) -> str:
    return indonesian.tanggal(value) if isinstance(value, datetime | date) else str(value)


def _read_text(cell: Cell) -> str:
    text = _unescape_sign(" ".join(str(_write_mixed(cell)).split()))
    if not text:
        raise Unreadable("sel ini tidak boleh kosong", "Isi lagi; untuk menghapus baris, hapus barisnya.")
    return text


def _read_optional_text(cell: Cell) -> str:
    return _unescape_sign(" ".join(str(_write_mixed(cell)).split()))


def _write_mixed(cell: Cell) -> str:
    value = _read_shown(cell)
    return indonesian.angka(value) if isinstance(value, int | Decimal) else str(value)


def _read_shown(cell: Cell) -> int | Decimal | str:
    """A number with the decimals that its cell shows, or a text; percentages as they are printed."""
    if not _is_number(cell.value):
        return _trim_text(cell.value)
    number = _to_decimal(cell.value)
    if cell.percent:
        return indonesian.persen(number * 100)
    shown = number.quantize(Decimal(1).scaleb(-cell.decimals)) if 0 < cell.decimals <= MAX_DECIMALS else number
    return shown if shown == number and cell.decimals else _drop_decimals(number)


def _read_mixed(cell: Cell) -> int | Decimal | str | list[str]:
    value = _read_shown(cell)
    if not isinstance(value, str):
        return value
    lines = [_unescape_sign(line.strip()) for line in value.split("\n")]
    kept = [line for line in lines if line]
    for line in () if cell.marked else kept:
        _refuse_ambiguous(line)
    number = None if cell.marked else _read_plain_number(value)
    if number is not None:
        return number if "," in value else _drop_decimals(number)
    if not cell.marked and _ENGLISH.fullmatch(value):
        return _drop_decimals(Decimal(value.replace(",", "")))
    return kept if len(kept) > 1 else (kept[0] if kept else "")


def _refuse_ambiguous(text: str) -> None:
    """Raise Unreadable for `55,701` and `1,250 orang`: thousands to some, three decimals to others."""
    match = _THOUSANDS.fullmatch(text)
    if match:
        dotted, number = match["angka"].replace(",", "."), match["angka"]
        hint = f"Ketik {dotted} bila maksudnya ribuan; bila pecahan, tulis desimalnya tidak tiga angka ({number}0)."
        raise Unreadable(f"“{shorten_text(text, 40)}” dapat dibaca dengan lebih dari satu cara", hint)


def _read_money(cell: Cell) -> int:
    value = cell.value
    if _is_number(value):
        amount = _to_decimal(value)
        # What no amount can be has no cents to round either.
        amount = round(amount, 2) if abs(amount) < 10**MAX_DIGITS else amount
    else:
        # Where there is nothing, nothing is budgeted.
        amount = Decimal(0) if is_absent(_trim_text(value)) else _read_amount(_trim_text(value))
    if cell.percent:
        raise Unreadable("terbaca sebagai persen", "Ubah format selnya menjadi Angka, lalu ketik jumlah rupiahnya.")
    if amount < 0:
        raise Unreadable("jumlah uang tidak boleh kurang dari nol", "Periksa jumlahnya.")
    if amount >= 10**MAX_DIGITS:
        raise Unreadable("lebih dari 15 angka; Excel tidak menyimpannya dengan tepat", "Periksa jumlahnya.")
    if amount != amount.to_integral_value():
        raise Unreadable(f"{indonesian.angka(amount)} bukan rupiah bulat", "Bulatkan ke rupiah penuh.")
    return int(amount)


_AMOUNT = re.compile(
    r"(?:Rp\.?|IDR)?\s*(?P<angka>-?[\d.,]*\d)\s*(?P<kali>ribu|rb|juta|jt|miliar|milyar|triliun)?\s*(?:,-|,–|,=|\.-)?"
    r"\s*(?:rupiah)?",
    re.IGNORECASE,
)
#: An amount that is typed with all its words; in a longer text blanks would be gone through again and again.
MAX_AMOUNT = 200
_SCALES = {**indonesian.SCALES, "rb": 3, "jt": 6}
#: No Indonesian number has two commas, or a point behind its comma.
_ENGLISH = re.compile(r"-?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d{1,2})?|,\d{3}\.\d{1,2})")
#: A comma before three digits, alone or with a unit; a percentage has decimals.
_THOUSANDS = re.compile(r"(?P<angka>-?[1-9]\d{0,2},\d{3})(?:\s+[^\d\s%].*)?")
#: What programs write: no thousands, and a point before one or two decimals.
_PLAIN = re.compile(r"\d{4,}\.\d{1,2}")
_CENTS = re.compile(r"(?<=\d)[.,]00$")


def _read_amount(text: str) -> Decimal:
    """An amount as offices type it: `1.000.000`, `Rp 1.000.000,00`, `Rp. 100.000`, `100.000.000,-`, `1,5 juta`."""
    match = _AMOUNT.fullmatch(text.replace("\xa0", " ").strip()) if len(text) <= MAX_AMOUNT else None
    hint = "Ketik angka saja, misalnya 1.000.000; 0 bila memang tidak ada, kosongkan bila belum diisi."
    if match is None:
        raise Unreadable(f"“{shorten_text(text, 40)}” bukan jumlah uang", hint)
    digits = match["angka"]
    if _ENGLISH.fullmatch(digits):
        digits = digits.replace(",", "").replace(".", ",")
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    number = indonesian.baca_angka(digits)
    if number is None and _CENTS.search(digits):
        number = indonesian.baca_angka(_CENTS.sub("", digits))
    if number is None:
        raise Unreadable(f"“{shorten_text(text, 40)}” dapat dibaca dengan lebih dari satu cara", hint)
    if match["kali"]:
        return number.scaleb(_SCALES[match["kali"].lower()])
    if "," in digits and len(digits.rpartition(",")[2]) == 3:
        # `1,000`: a thousand to an English Excel, one to an Indonesian one.
        raise Unreadable(f"“{shorten_text(text, 40)}” dapat dibaca dengan lebih dari satu cara", hint)
    return number


def _read_whole(cell: Cell) -> int:
    value = _read_mixed(cell)
    if isinstance(value, int) and value >= 1:
        return value
    raise Unreadable(f"“{shorten_text(_write_mixed(cell), 40)}” bukan nomor", "Ketik bilangan bulat mulai dari 1.")


_CODE = re.compile(r"[0-9Xx]+(\.[0-9Xx]+)*")


def _read_code(cell: Cell) -> str:
    if _is_number(cell.value) and not isinstance(_drop_decimals(_to_decimal(cell.value)), int):
        hint = "Ubah format selnya menjadi Teks, lalu ketik kodenya lagi; angka nol di belakang mungkin hilang."
        raise Unreadable("kode terbaca sebagai angka pecahan", hint)
    text = str(_drop_decimals(_to_decimal(cell.value))) if _is_number(cell.value) else _read_text(cell).strip(" .")
    if _CODE.fullmatch(text) is None:
        raise Unreadable(f"“{shorten_text(text, 40)}” bukan kode", "Kode berupa angka dipisah titik, misalnya 2.17.05.")
    return text


def _read_law_kind(cell: Cell) -> str:
    text = _read_text(cell)
    kind = laws.find_kind(text)
    if kind is None:
        raise Unreadable(
            f"“{shorten_text(text, 40)}” bukan jenis peraturan", "Pilih dari daftar dalam sel, misalnya PP."
        )
    return kind


#: Name of a CellKind -> what reads a cell of it.
_READERS: dict[str, Callable[[Cell], Any]] = {
    "teks": _read_text,
    "teks-boleh-kosong": _read_optional_text,
    "sel": _read_mixed,
    "uang": _read_money,
    "bulat": _read_whole,
    "kode": _read_code,
    "jenis-peraturan": _read_law_kind,
}


# Small things


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _is_usable(value: int | float | Decimal) -> bool:
    """Whether a number is one that any table could have: not infinite, and no longer than can be read."""
    return Decimal(value).is_finite() and abs(Decimal(value).adjusted()) < 2 * MAX_DIGITS


def _to_decimal(value: Any) -> Decimal:
    """Excel counts in binary and shows fifteen digits: what it shows is meant."""
    return Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)


def _drop_decimals(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() and abs(value) < 10**18 else value


def _read_plain_number(text: str) -> Decimal | None:
    """The number that a text is; None for `007`, which is a number of something."""
    stripped = text.strip()
    return None if re.match(r"-?0\d", stripped) else indonesian.baca_angka(stripped)


_ESCAPED = re.compile(r"_x000[dD]_")


def _trim_text(value: object) -> str:
    """A text without blanks around it, ends of lines as one sign."""
    return _ESCAPED.sub("\n", str(value)).replace("\r\n", "\n").replace("\r", "\n").strip()


def _unescape_sign(text: str) -> str:
    if text == EMPTY:
        return ""
    return text[1:] if text.startswith("\\") and text.lstrip("\\") == EMPTY else text


def write_value(value: object) -> str:
    """A value as a report says it."""
    if value is None:
        return "(belum diisi)"
    if value == "":
        return EMPTY
    if isinstance(value, list):
        return " / ".join(str(line) for line in value)
    return indonesian.angka(value) if isinstance(value, int | Decimal) else str(value)
