"""Dates, weekdays, times of day and ranges that cannot be."""

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
_DATE = re.compile(rf"{_WEEKDAY}(?<![\d.,])(?P<hari>\d{{1,2}}) {_MONTH}\b(?: (?P<tahun>(?:19|20)\d\d)\b)?")


class StatedDate(NamedTuple):
    """A date in a passage; `day` is None when there is no such day or its year is left out."""

    passage: Passage
    match: re.Match[str]
    day: date | None


def find_dates(reading: Reading) -> Iterator[StatedDate]:
    """Every date of the narrative."""
    for passage in reading.passages.find_words(tuple(MONTH_NAMES)):  # Every date has a month.
        for match in _DATE.finditer(passage.text):
            yield StatedDate(passage, match, _read_date(match))


def _read_date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["tahun"]), MONTH_NAMES[match["bulan"].casefold()], int(match["hari"]))
    except (ValueError, TypeError):
        return None


@rule("RJ408", "Tanggal, hari, atau jam yang tidak ada")
def check_dates_exist(reading: Reading) -> Iterator[Finding]:
    """Tanggal dalam naskah ada dalam kalender, harinya cocok dengan tanggalnya, dan jamnya ada dalam sehari.

    Mengapa: 31 April dan “Rabu, 2 September 2024” (hari Senin) memperlihatkan bahwa tanggalnya tidak diperiksa.
    Sumber: kalender Gregorius.

    Gagal:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada tanggal 31 April {{ tahun - 1 }}."
    Gagal:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada Rabu, 3 Maret 2026."
    Gagal:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada Selasa–Kamis, 10–11 Maret 2026."
    Gagal:
        bab-5.json /isi/0 = "Forum perangkat daerah dimulai pukul 09.75 WIB."
    Lolos:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada Selasa Kliwon, 10 Maret 2026. Kantornya
        diresmikan 29 Februari 2024 pukul 09.45 WIB."
    """
    for passage, match, day in find_dates(reading):
        month = MONTH_NAMES[match["bulan"].casefold()]
        last = calendar.monthrange(int(match["tahun"] or 2024), month)[1]
        written = match.string[match.start("hari") : match.end()]
        if not 1 <= int(match["hari"]) <= last:
            message = f"tanggal {written} tidak ada; {match['bulan']} berakhir pada tanggal {last}"
            yield Finding.of(passage, message, "Periksa tanggalnya.", match["hari"])
        elif day is not None and match["nama_hari"]:
            right = _DAYS[day.weekday()]
            if match["nama_hari"].casefold().replace("’", "").replace("'", "") != right:
                message = f"{written} jatuh pada hari {right.capitalize()}, bukan {match['nama_hari']}"
                yield Finding.of(passage, message, "Periksa hari atau tanggalnya.", match["nama_hari"])

    yield from _check_days_behind(reading)
    yield from _check_numeric_dates(reading)
    yield from _check_day_ranges(reading)
    yield from _check_clock(reading)


_DAY_NAME = r"Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu"
_DAY_BEHIND = re.compile(
    rf"(?<![\d.,–-])(?P<hari>\d{{1,2}}) {_MONTH} (?P<tahun>(?:19|20)\d\d) (?:yang )?(?:jatuh|bertepatan)"
    rf"(?: (?:pada|dengan))?(?: hari)? (?P<nama>{_DAY_NAME})\b"
)


def _check_days_behind(reading: Reading) -> Iterator[Finding]:
    """`Tanggal 17 Agustus 2026 jatuh pada hari Minggu`."""
    for passage in reading.passages.find_pattern(_DAY_BEHIND):
        for match in _DAY_BEHIND.finditer(passage.text):
            day = _read_date(match)
            if day is not None and match["nama"].casefold() != (right := _DAYS[day.weekday()]):
                message = f"{indonesian.tanggal(day)} jatuh pada hari {right.capitalize()}, bukan {match['nama']}"
                yield Finding.of(passage, message, "Periksa hari atau tanggalnya.", match["nama"])


_DAYS_AND_DATES = re.compile(
    rf"\b(?P<a>{_DAY_NAME})(?:\s?[-–—]\s?| sampai dengan | s\.d\. | dan )(?P<b>{_DAY_NAME}),?(?: tanggal)? "
    rf"(?P<hari_a>\d{{1,2}})(?:\s?[-–—]\s?| sampai dengan | s\.d\. | dan )(?P<hari_b>\d{{1,2}}) {_MONTH}"
    r" (?P<tahun>20\d\d)\b"
)


def _check_day_ranges(reading: Reading) -> Iterator[Finding]:
    """`Selasa–Senin, 18–19 Maret 2025`: both days beside both dates."""
    for passage in reading.passages.find_words(_DAYS):
        for match in _DAYS_AND_DATES.finditer(passage.text):
            for end in "ab":
                try:
                    day = date(int(match["tahun"]), MONTH_NAMES[match["bulan"].casefold()], int(match[f"hari_{end}"]))
                except ValueError:
                    continue  # Told above.
                right = _DAYS[day.weekday()]
                if match[end].casefold() != right:
                    message = f"{indonesian.tanggal(day)} jatuh pada hari {right.capitalize()}, bukan {match[end]}"
                    yield Finding.of(passage, message, "Periksa hari atau tanggalnya.", match[0])
                    break


_CLOCK_TIME = re.compile(
    r"\b[Pp]ukul (?P<jam>\d{1,2})[.:](?P<menit>\d\d)\b|(?<![\d.,])(?P<j>\d\d)[.:](?P<m>\d\d) WI(?:B|TA|T)\b"
)


def _check_clock(reading: Reading) -> Iterator[Finding]:
    """`pukul 25.00`, `09.75 WIB`."""
    for passage in reading.passages.find_pattern(_CLOCK_TIME):
        for match in _CLOCK_TIME.finditer(passage.text):
            hour, minute = int(match["jam"] or match["j"]), int(match["menit"] or match["m"])
            if hour * 60 + minute > 24 * 60 or minute > 59:
                message = f"“{match[0]}” tidak ada; jam paling besar 24.00 dan menit paling besar 59"
                yield Finding.of(passage, message, "Periksa jamnya.", match[0])


_NUMERIC = re.compile(
    rf"{_WEEKDAY}\(?(?<![\d./-])(?P<hari>\d{{1,2}})(?P<antara>[-/])(?P<bulan>\d{{1,2}})(?P=antara)(?P<tahun>(?:19|20)\d\d)(?![\d/-])"
)
_NUMERIC_YEAR = re.compile(r"\d[-/](?:19|20)\d\d")


def _check_numeric_dates(reading: Reading) -> Iterator[Finding]:
    """`Rabu (13/3/2025)`, `15-13-2025`: dates in figures alone."""
    for passage in reading.passages.find_pattern(_NUMERIC_YEAR):
        for match in _NUMERIC.finditer(passage.text):
            written = match.string[match.start("hari") : match.end()]
            try:
                day = date(int(match["tahun"]), int(match["bulan"]), int(match["hari"]))
            except ValueError:
                yield Finding.of(passage, f"tanggal {written} tidak ada", "Periksa tanggalnya.", written)
                continue
            right = _DAYS[day.weekday()]
            if match["nama_hari"] and match["nama_hari"].casefold().replace("’", "").replace("'", "") != right:
                message = f"{written} jatuh pada hari {right.capitalize()}, bukan {match['nama_hari']}"
                yield Finding.of(passage, message, "Periksa hari atau tanggalnya.", match["nama_hari"])


_TO = r"\s?(?:–|—|s\.d\.|s/d|sampai dengan|hingga)\s?"
_DAY_RANGE = re.compile(rf"(?<![\d.,])(?P<a>\d{{1,2}})(?:{_TO}|-)(?P<b>\d{{1,2}}) {_MONTH}\b")
_MONTH_NAME = "|".join(MONTH_NAMES)
_MONTH_RANGE = re.compile(
    rf"\b(?P<a>{_MONTH_NAME})(?:{_TO}| ?- ?)(?P<b>{_MONTH_NAME}) (?:tahun )?20\d\d", re.IGNORECASE
)
_DATE_RANGE = re.compile(
    rf"(?<![\d.,])(?P<a>\d{{1,2}}) (?P<bulan_a>{_MONTH_NAME})(?: (?P<tahun_a>20\d\d))?(?:{_TO}| - )(?:tanggal )?"
    rf"(?P<b>\d{{1,2}}) (?P<bulan_b>{_MONTH_NAME}) (?P<tahun_b>20\d\d)\b",
    re.IGNORECASE,
)
_YEAR_RANGE = re.compile(rf"(?<![\d/.-])(?P<a>20\d\d)(?:{_TO}|-)(?:tahun )?(?P<b>20\d\d)(?![\d/.-]\d)", re.IGNORECASE)
_NUMBER_RANGE = re.compile(
    rf"(?<![\w.,/+–-])(?P<a>\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?)%?{_TO}(?P<b>\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?)(?![\d.,]*\d)"
    r"(?!\s?%?\s?=)"
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
    Gagal:
        bab-5.json /isi/0 = "Pendataan berlangsung dari 20 Mei 2026 sampai dengan 5 Mei 2026."
    Lolos:
        bab-5.json /isi/0 = "Pendataan berlangsung dari 20 Desember sampai dengan 5 Januari 2026."
    Lolos:
        bab-5.json /isi/0 = "Musrenbang diselenggarakan pada 14–16 April 2026 dengan 60–85% peserta, menurut SNI
        100-0-100."
    """
    for passage in reading.passages.find_pattern(_TWO_NUMBERS):
        for match, a, b in _find_ranges(passage.text):
            if a > b and passage.is_typed(*match.span()):
                message = f"rentang “{match[0].strip()}” terbalik"
                yield Finding.of(passage, message, "Tulis yang lebih awal atau lebih kecil di depan.", match[0].strip())


def _find_ranges(text: str) -> Iterator[tuple[re.Match[str], Decimal, Decimal]]:
    for pattern in (_DAY_RANGE, _YEAR_RANGE):
        for match in pattern.finditer(text):
            yield match, Decimal(match["a"]), Decimal(match["b"])
    for match in _DATE_RANGE.finditer(text):
        yield match, *_read_date_range(match)
    for match in _MONTH_RANGE.finditer(text):
        yield match, *(Decimal(MONTH_NAMES[match[end].casefold()]) for end in "ab")  # type: ignore[misc]
    for match in _NUMBER_RANGE.finditer(text):
        is_time = _CLOCK.fullmatch(match["a"]) or _CLOCK.match(text, match.start("a"))
        is_dated = _DAY_RANGE.match(text, match.start()) or _NO_RANGE.search(
            text[max(0, match.start() - 12) : match.start()]
        )
        if not is_time and not is_dated:
            yield match, *(indonesian.nilai_angka(match[end]) for end in "ab")  # type: ignore[misc]


def _read_date_range(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Both ends as figures that grow with time; where only the last has a year, an earlier month may be of the next."""
    months = [MONTH_NAMES[match[name].casefold()] for name in ("bulan_a", "bulan_b")]
    first_year = int(match["tahun_a"] or match["tahun_b"]) - (match["tahun_a"] is None and months[0] > months[1])
    first = first_year * 10_000 + months[0] * 100 + int(match["a"])
    return Decimal(first), Decimal(int(match["tahun_b"]) * 10_000 + months[1] * 100 + int(match["b"]))
