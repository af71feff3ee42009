"""Months told of a quarter or half-year, and how many years are told between two: they are those of the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.time.calendar_dates import MONTH_NAMES
from renjadoc.checks.rules.time.spans import COUNT, TO, find_wrong_spans
from renjadoc.checks.stated import read_number
from renjadoc.reading import Reading

_MONTHS = "|".join(MONTH_NAMES)
_INTO = rf"(?:{TO}|\s+dan\s+berakhir\s+(?:pada\s+)?)"
_NUMBERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
#: How many months each of these has.
_SPANS = {"triwulan": 3, "semester": 6}
_WHICH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTHS_OF = re.compile(
    rf"\b(?P<apa>triwulan|semester)\s+(?P<ke>{_WHICH})\b(?:\s+(?:tahun\s+)?20\d\d)?"
    r"\s*(?:\(|,?\s*(?:yaitu|yakni|mencakup|meliputi)\s|berlangsung\s+(?:dari\s|sejak\s)?"
    r"|dimulai\s+(?:pada\s+)?)\s*(?:bulan\s+)?"
    rf"(?P<bulan>(?:{_MONTHS})(?:(?:{_INTO}|,\s*(?:dan\s+)?|\s+dan\s+)(?:bulan\s+)?(?:{_MONTHS}))+)\b",
    re.IGNORECASE,
)
_YEAR = r"(?:tahun\s+)?((?:19|20)\d\d)"
_DAYS_COUNTED = re.compile(
    rf"(?<![\d.,])(?P<banyak>{COUNT})\s+hari(?: kalender)?,?\s+(?:(?:yaitu|yakni|pada|dari|mulai)\s+)*(?:tanggal\s+)?"
    rf"(?P<awal>\d{{1,2}}){TO}(?P<akhir>\d{{1,2}})\s+(?P<bulan>{_MONTHS})\b(?:\s+(?P<tahun>20\d\d))?",
    re.IGNORECASE,
)
_NO_SPAN = re.compile(
    r"\btriwulan\s+(?:ke-?\s?)?(?:V|VI|5|6|kelima|keenam)\b(?!-)|\bsemester\s+(?:ke-?\s?)?(?:III|IV|3|4|ketiga"
    r"|keempat)\b"
    r"(?!\s+(?:perkuliahan|kuliah|mahasiswa))",
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
    dengan kedua ujungnya, lima tahun; sebuah Renstra selalu dengan kedua ujungnya.

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
        bab-5.json /isi/0 = "Selama enam tahun, 2021–2025, jumlah koperasi bertambah."
    Gagal:
        bab-5.json /isi/0 = "Renstra Tahun 2025–2029 berlaku selama empat tahun."
    Gagal:
        bab-5.json /isi/0 = "Pelatihan berlangsung selama 5 hari, 4–6 Mei 2026."
    Gagal:
        bab-5.json /isi/0 = "Laporan triwulan V disampaikan kepada Bappeda."
    Gagal:
        bab-5.json /isi/0 = "Kerja sama itu dimulai tahun 2025 dan berakhir tahun 2023."
    Lolos:
        bab-5.json /isi/0 = "Triwulan II (April–Juni) menjadi waktu pelaksanaannya, sejak tahun 2021 hingga 2025, selama
        5 tahun. Rapat diadakan pada triwulan III (Juli, Agustus, dan September). Evaluasi triwulan II dilaksanakan Juli
        sampai dengan Agustus. Renstra Tahun 2025–2029 berlaku selama lima tahun."
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
    for match, message in find_wrong_spans(text):
        yield *match.span(), message
    for match in _NO_SPAN.finditer(text):
        yield *match.span(), f"“{match[0]}” tidak ada; setahun terdiri atas empat triwulan dan dua semester"
    for match in _ENDED.finditer(text):
        if int(match[2]) < int(match[1]):
            yield *match.span(), f"berakhir {match[2]}, padahal dimulai {match[1]}"


def _find_wrong_counts(text: str) -> Iterator[tuple[int, int, str]]:
    """How many days there are said to be, where the first and the last are told beside it."""
    for match in _DAYS_COUNTED.finditer(text):
        days = int(match["akhir"]) - int(match["awal"]) + 1
        if days > 0 and int(read_number(match["banyak"])) not in {days, *_count_working_days(match, days)}:
            yield *match.span(), f"“{match[0]}”; lamanya {days} hari"


def _count_working_days(match: re.Match[str], days: int) -> set[int]:
    """How many of the days told may be those of work, in weeks of five days or six; none where the year is not told."""
    if match["tahun"] is None:
        return set()
    month = MONTH_NAMES[match["bulan"].casefold()]
    try:
        first = date(int(match["tahun"]), month, int(match["awal"])).weekday()
    except ValueError:
        return set()
    return {sum((first + day) % 7 < week for day in range(days)) for week in (5, 6)}


def _count_months(span: str, which: str) -> tuple[int, int]:
    """The first and the last month of a quarter or half-year."""
    number = next(value for name, value in _NUMBERS.items() if name.casefold() == which.casefold())
    last = number * _SPANS[span]
    return last - _SPANS[span] + 1, last


def _name(month: int) -> str:
    return next(name.capitalize() for name, number in MONTH_NAMES.items() if number == month)
