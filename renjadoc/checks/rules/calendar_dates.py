"""Dates, weekdays and ranges that cannot be."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from renjadoc import indonesian
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

MONTH_NAMES = {name.casefold(): number for number, name in enumerate(indonesian.MONTHS, 1)} | {
    "nopember": 11, "pebruari": 2,
}  # fmt: skip
_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_MONTH = rf"(?P<bulan>(?i:{'|'.join(MONTH_NAMES)}))"
_WEEKDAY = (
    r"(?:\b(?P<nama_hari>(?i:Senin|Selasa|Rabu|Kamis|Jumat|Jum[’']at|Sabtu|Minggu))(?: (?:Kliwon|Legi|Pahing|Pon"
    r"|Wage))?"
    r"(?:,| tanggal|, tanggal| pada tanggal)? )?"
)
_DATE = re.compile(rf"{_WEEKDAY}(?<![\d.,–-])(?P<hari>\d{{1,2}}) {_MONTH}\b(?: (?P<tahun>(?:19|20)\d\d)\b)?")
#: Every date has a month.
_ANY_MONTH = re.compile("|".join(name for name in (*indonesian.MONTHS, "Nopember", "Pebruari")), re.IGNORECASE)


class StatedDate(NamedTuple):
    """A date in a passage; `day` is None when there is no such day or its year is left out."""

    passage: Passage
    match: re.Match[str]
    day: date | None


def find_dates(reading: Reading) -> Iterator[StatedDate]:
    """Every date of the narrative."""
    for passage in reading.passages.find_pattern(_ANY_MONTH):
        for match in _DATE.finditer(passage.text):
            yield StatedDate(passage, match, _read_date(match))


def _read_date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["tahun"]), MONTH_NAMES[match["bulan"].casefold()], int(match["hari"]))
    except (ValueError, TypeError):
        return None


@rule("RJ408", "Tanggal atau hari yang tidak ada")
def check_dates_exist(reading: Reading) -> Iterator[Finding]:
    """Tanggal dalam naskah ada dalam kalender, dan harinya cocok dengan tanggalnya.

    Mengapa: 31 April dan “Rabu, 2 September 2024” (hari Senin) memperlihatkan bahwa tanggalnya tidak diperiksa.
    Sumber: kalender Gregorius.

    Gagal:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada tanggal 31 April {{ tahun - 1 }}."
    Gagal:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada Rabu, 3 Maret 2026."
    Lolos:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada Selasa Kliwon, 10 Maret 2026. Kantornya
        diresmikan 29 Februari 2024."
    """
    for passage, match, day in find_dates(reading):
        month = MONTH_NAMES[match["bulan"].casefold()]
        last = calendar.monthrange(int(match["tahun"] or 2024), month)[1]
        written = match.string[match.start("hari") : match.end()]
        if not 1 <= int(match["hari"]) <= last:
            message = f"tanggal {written} tidak ada; {match['bulan']} berakhir pada tanggal {last}"
            yield Finding(passage.source, passage.pointer, message, "Periksa tanggalnya.", match["hari"])
        elif day is not None and match["nama_hari"]:
            right = _DAYS[day.weekday()]
            if match["nama_hari"].casefold().replace("’", "").replace("'", "") != right:
                message = f"{written} jatuh pada hari {right.capitalize()}, bukan {match['nama_hari']}"
                yield Finding(
                    passage.source, passage.pointer, message, "Periksa hari atau tanggalnya.", match["nama_hari"]
                )


_TO = r"\s?(?:–|—|s\.d\.|s/d|sampai dengan|hingga)\s?"
_DAY_RANGE = re.compile(rf"(?<![\d.,])(?P<a>\d{{1,2}})(?:{_TO}|-)(?P<b>\d{{1,2}}) {_MONTH}\b")
_MONTH_NAME = "|".join(MONTH_NAMES)
_MONTH_RANGE = re.compile(
    rf"\b(?P<a>{_MONTH_NAME})(?:{_TO}| ?- ?)(?P<b>{_MONTH_NAME}) (?:tahun )?20\d\d", re.IGNORECASE
)
_YEAR_RANGE = re.compile(rf"(?<![\d/.-])(?P<a>20\d\d)(?:{_TO}|-)(?:tahun )?(?P<b>20\d\d)(?![\d/.-]\d)", re.IGNORECASE)
_NUMBER_RANGE = re.compile(
    rf"(?<![\w.,/+–-])(?P<a>\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?)%?{_TO}(?P<b>\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?)(?![\d.,]*\d)"
)
_TWO_NUMBERS = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}\.\d\d")
_NO_RANGE = re.compile(
    r"\b(?:skor|hasil|dari|pasal|ayat|nomor|kode|butir|halaman|turun|menurun|antara|SNI|STA)\s*$", re.IGNORECASE
)


@rule("RJ409", "Rentang tertulis terbalik")
def check_ranges(reading: Reading) -> Iterator[Finding]:
    """Rentang tanggal, bulan, tahun, dan angka ditulis dari yang awal ke yang akhir.

    Mengapa: “16–14 April” berarti salah satu angkanya salah.
    Sumber: kebiasaan penulisan naskah dinas.

    Gagal:
        bab-5.json /isi/0 = "Musrenbang diselenggarakan pada 16–14 April 2026."
    Gagal:
        bab-5.json /isi/0 = "Renstra Tahun 2029–2025 menjadi pedoman."
    Lolos:
        bab-5.json /isi/0 = "Musrenbang diselenggarakan pada 14–16 April 2026 dengan 60–85% peserta, menurut SNI
        100-0-100."
    """
    for passage in reading.passages.find_pattern(_TWO_NUMBERS):
        for match, a, b in _find_ranges(passage.text):
            if a > b and passage.is_typed(*match.span()):
                message = f"rentang “{match[0].strip()}” terbalik"
                hint = "Tulis yang lebih awal atau lebih kecil di depan."
                yield Finding(passage.source, passage.pointer, message, hint, match[0].strip())


def _find_ranges(text: str) -> Iterator[tuple[re.Match[str], Decimal, Decimal]]:
    for pattern in (_DAY_RANGE, _YEAR_RANGE):
        for match in pattern.finditer(text):
            yield match, Decimal(match["a"]), Decimal(match["b"])
    for match in _MONTH_RANGE.finditer(text):
        yield match, *(Decimal(MONTH_NAMES[match[end].casefold()]) for end in "ab")  # type: ignore[misc]
    for match in _NUMBER_RANGE.finditer(text):
        is_time = _CLOCK.fullmatch(match["a"]) or _CLOCK.match(text, match.start("a"))
        is_dated = _DAY_RANGE.match(text, match.start()) or _NO_RANGE.search(
            text[max(0, match.start() - 12) : match.start()]
        )
        if not is_time and not is_dated:
            yield match, *(Decimal(match[end].replace(".", "").replace(",", ".")) for end in "ab")  # type: ignore[misc]
