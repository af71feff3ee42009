"""Months told of a quarter or half-year, and how many years are told between two: they are those of the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.calendar_dates import MONTH_NAMES
from renjadoc.checks.stated import NUMBER_WORDS, read_number
from renjadoc.reading import Reading

_MONTHS = "|".join(MONTH_NAMES)
_TO = r"\s*(?:[-–]|sampai dengan|sampai|hingga|s\.d\.)\s*"
_INTO = rf"(?:{_TO}|\s+dan\s+berakhir\s+(?:pada\s+)?)"
_NUMBERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
#: How many months each of these has.
_SPANS = {"triwulan": 3, "semester": 6}
_WHICH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTHS_OF = re.compile(
    rf"\b(?P<apa>triwulan|semester)\s+(?P<ke>{_WHICH})\b(?:\s+(?:tahun\s+)?20\d\d)?"
    r"\s*(?:\(|,?\s*(?:yaitu|yakni|mencakup|meliputi)\s|berlangsung\s+(?:dari\s|sejak\s)?|dimulai\s+(?:pada\s+)?)\s*(?:bulan\s+)?"
    rf"(?P<bulan>(?:{_MONTHS})(?:(?:{_INTO}|,\s*(?:dan\s+)?|\s+dan\s+)(?:bulan\s+)?(?:{_MONTHS}))+)\b",
    re.IGNORECASE,
)
_COUNT = rf"\d\d?|{'|'.join(NUMBER_WORDS[2:11])}"
_YEAR = r"(?:tahun\s+)?((?:19|20)\d\d)"
_YEARS_OF = (
    re.compile(
        rf"\b(?:sejak|dari|periode(?:\s+\w+)?)\s+{_YEAR}{_TO}{_YEAR},?\s*(?:atau\s+)?(?:berlangsung\s+)?(?:selama|dalam(?:\s+waktu)?)\s+({_COUNT})\s+tahun\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_YEAR}{_TO}{_YEAR}\s*\(({_COUNT})\s+tahun\)", re.IGNORECASE),
)
_MONTHS_COUNTED = re.compile(
    rf"(?<![\d.,])(?P<banyak>{_COUNT})\s+bulan,?\s+(?:yaitu|yakni|sejak|dari|mulai)\s+(?:dari\s+|bulan\s+)*"
    rf"(?P<awal>{_MONTHS}){_TO}(?:bulan\s+)?(?P<akhir>{_MONTHS})\b(?!\s+20\d\d)",
    re.IGNORECASE,
)
_DAYS_COUNTED = re.compile(
    rf"(?<![\d.,])(?P<banyak>{_COUNT})\s+hari(?: kalender)?,?\s+(?:(?:yaitu|yakni|pada|dari|mulai)\s+)*(?:tanggal\s+)?"
    rf"(?P<awal>\d{{1,2}}){_TO}(?P<akhir>\d{{1,2}})\s+(?:{_MONTHS})\b",
    re.IGNORECASE,
)
_LENGTH_FIRST = re.compile(
    rf"(?<![\d.,])({_COUNT})\s+tahun,?\s+(?:sejak|dari|yaitu|yakni)\s+(?:dari\s+|sejak\s+)?{_YEAR}{_TO}{_YEAR}",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf"\b(?:dimulai|mulai|berlaku)\s+(?:pada\s+|sejak\s+)?{_YEAR}\s+(?:dan|serta|lalu)\s+(?:berakhir|selesai|ditutup)"
    rf"\s+(?:pada\s+)?{_YEAR}\b",
    re.IGNORECASE,
)


@rule("RJ426", "Bulan atau lama waktu tidak sesuai dengan kalender")
def check_spans(reading: Reading) -> Iterator[Finding]:
    """Bulan yang disebut bersama triwulan atau semester, dan lama yang disebut bersama kedua tahunnya, sesuai kalender.

    Triwulan II adalah April sampai Juni, semester I Januari sampai Juni. “Dari 2021 hingga 2025” adalah empat atau,
    dengan kedua ujungnya, lima tahun.

    Mengapa: triwulan atau tahun diganti, dan bulan atau lamanya tertinggal.
    Sumber: kalender tahun anggaran (UU 17/2003 Pasal 4: 1 Januari sampai dengan 31 Desember).

    Gagal:
        bab-5.json /isi/0 = "Triwulan II (Juli–September) menjadi waktu pelaksanaannya."
    Gagal:
        bab-5.json /isi/0 = "Dananya bertambah sejak tahun 2021 hingga 2025, atau selama 3 tahun."
    Gagal:
        bab-5.json /isi/0 = "Rapat diadakan pada triwulan III (Juni, Juli, dan Agustus)."
    Gagal:
        bab-5.json /isi/0 = "Pendampingan berlangsung 12 bulan, yaitu Januari sampai dengan November."
    Gagal:
        bab-5.json /isi/0 = "Pelatihan berlangsung selama 5 hari, 4–6 Mei 2026."
    Gagal:
        bab-5.json /isi/0 = "Kerja sama itu dimulai tahun 2025 dan berakhir tahun 2023."
    Lolos:
        bab-5.json /isi/0 = "Triwulan II (April–Juni) menjadi waktu pelaksanaannya, sejak tahun 2021 hingga 2025, selama
        5 tahun. Rapat diadakan pada triwulan III (Juli, Agustus, dan September). Evaluasi triwulan II dilaksanakan Juli
        sampai dengan Agustus."
    """
    for passage in reading.passages.find_pattern(_WORTH_READING):
        for start, end, message in _find_wrong(passage.text):
            if passage.is_typed(start, end):
                written = passage.text[start:end]
                yield Finding.of(passage, message, "Periksa bulan, tahun, dan lamanya.", written)


_WORTH_READING = re.compile(r"triwulan|semester|\bbulan\b|\bhari\b|(?:19|20)\d\d", re.IGNORECASE)


def _find_wrong(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a span stands that is none of the calendar, and what is said of it."""
    for match in _MONTHS_OF.finditer(text):
        first, last = _count_months(match["apa"].casefold(), match["ke"])
        names = re.findall(_MONTHS, match["bulan"], re.IGNORECASE)
        stated = [first, *(MONTH_NAMES[name.casefold()] for name in names), last]
        if stated != sorted(stated):
            yield *match.span(), f"“{match[0].strip()}”; bulannya {_name(first)} sampai {_name(last)}"
    yield from _find_wrong_counts(text)
    for pattern, years_first in (*((one, True) for one in _YEARS_OF), (_LENGTH_FIRST, False)):
        for match in pattern.finditer(text):
            begun, ended, counted = match.groups() if years_first else (match[2], match[3], match[1])
            years = int(read_number(counted))
            if years not in {int(ended) - int(begun), int(ended) - int(begun) + 1}:
                yield *match.span(), f"disebut {years} tahun, padahal dari {begun} sampai {ended}"
    for match in _ENDED.finditer(text):
        if int(match[2]) < int(match[1]):
            yield *match.span(), f"berakhir {match[2]}, padahal dimulai {match[1]}"


def _find_wrong_counts(text: str) -> Iterator[tuple[int, int, str]]:
    """How many months or days there are said to be, where they are told beside it."""
    for match in _MONTHS_COUNTED.finditer(text):
        apart = (MONTH_NAMES[match["akhir"].casefold()] - MONTH_NAMES[match["awal"].casefold()]) % 12
        if int(read_number(match["banyak"])) not in {apart, apart + 1}:
            yield *match.span(), f"“{match[0]}”; lamanya {apart + 1} bulan"
    for match in _DAYS_COUNTED.finditer(text):
        days = int(match["akhir"]) - int(match["awal"]) + 1
        if days > 0 and int(read_number(match["banyak"])) not in {days, days - 1}:
            yield *match.span(), f"“{match[0]}”; lamanya {days} hari"


def _count_months(span: str, which: str) -> tuple[int, int]:
    """The first and the last month of a quarter or half-year."""
    number = next(value for name, value in _NUMBERS.items() if name.casefold() == which.casefold())
    last = number * _SPANS[span]
    return last - _SPANS[span] + 1, last


def _name(month: int) -> str:
    return next(name.capitalize() for name, number in MONTH_NAMES.items() if number == month)
