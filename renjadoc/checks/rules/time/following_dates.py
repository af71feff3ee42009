"""Days that a paragraph tells one after the other: what follows is not earlier than what it follows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from renjadoc import indonesian
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.time.calendar_dates import MONTH_NAMES, find_dates
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

#: What says that the next day told is later than the one before.
_THEN = re.compile(
    r"\b(?:kemudian|selanjutnya|setelah itu|sesudah itu|berikutnya|disusul|dilanjutkan|diikuti|ditindaklanjuti"
    r"|(?:hasil(?:nya|\s+\w+(?:\s+itu|\s+tersebut)?)|rumusannya|kesepakatannya|masukan(?:nya)?)\s+(?:(?:ini|itu|tersebut)\s+)?"
    r"(?:dibawa|disampaikan|dibahas|dilaporkan|diserahkan|diusulkan|dituangkan|diverifikasi))\b",
    re.IGNORECASE,
)
#: What tells of another row of days, or turns the order round.
_BESIDE = re.compile(
    r"\b(?:sedangkan|sementara|adapun|sebelum(?:nya)?|berlaku|akan|lebih (?:dahulu|dulu|awal)|didahului|mendahului"
    r"|tahun lalu|diubah|mencabut|Nomor)\b",
)
#: Days further apart are of two matters.
_FARTHEST = 240


class _Day(NamedTuple):
    """A day of a passage, with where it is written."""

    day: date
    start: int
    end: int
    written: str


@rule("RJ423", "Tanggal mendahului yang disebut lebih dulu", needs=("bab",))
def check_following_dates(reading: Reading) -> Iterator[Finding]:
    """Yang disebut kemudian, selanjutnya, atau dilanjutkan bertanggal sesudah yang disebut di depannya, dan yang
    dibahas atau selesai sesudah yang dimulai.

    Mengapa: salah satu bulannya keliru, dan urutan penyusunannya menjadi mustahil.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Rancangan selesai pada 13 Februari 2026, kemudian dibahas pada 10 Februari 2026."
    Gagal:
        bab-5.json /isi/0 = "Penyusunan dimulai pada Maret 2026, dibahas pada 24 Februari 2026, lalu disempurnakan."
    Gagal:
        bab-5.json /isi/0 = "RKPD ditetapkan pada 22 Juni 2026. Selanjutnya rancangannya dibahas pada 8 Juni 2026."
    Gagal:
        bab-5.json /isi/0 = "Rancangan dibahas pada 5 Maret 2026. Hasilnya dibawa ke kota pada 26 Februari 2026."
    Gagal:
        bab-5.json /isi/0 = "Setelah rancangan diperbaiki pada bulan Agustus 2026, naskahnya dicetak pada 15 Juli 2026."
    Gagal:
        bab-5.json /isi/0 = "Sebelum naskahnya dicetak pada 20 Januari 2026, rancangan diperbaiki pada 2 Februari 2026."
    Lolos:
        bab-5.json /isi/0 = "Rancangan selesai pada 13 Februari 2026, kemudian dibahas pada 20 Februari 2026."
    Lolos:
        bab-5.json /isi/0 = "Hasilnya dilaporkan pada 20 Februari 2026; sebelumnya dibahas pada 13 Februari 2026."
    """
    yield from _check_beginnings(reading)
    days: dict[int, list[_Day]] = defaultdict(list)
    passages: dict[int, Passage] = {}
    for passage, match, day in find_dates(reading):
        if day is not None and passage.kind in {"paragraf", "butir"}:
            written = match.string[match.start("hari") : match.end()]
            days[id(passage)].append(_Day(day, match.start("hari"), match.end(), written))
            passages[id(passage)] = passage
    for key, told in days.items():
        passage = passages[key]
        for one, other in pairwise(told):
            if other.day < one.day and _follows(passage.text, one, other) and passage.is_typed(other.start, other.end):
                message = f"{other.written} disebut sesudah {one.written}, padahal lebih awal"
                hint = f"Periksa kedua tanggalnya; yang pertama {indonesian.tanggal(one.day)}."
                yield Finding.of(passage, message, hint, other.written)
    yield from _check_sequences(reading)


_MONTH = "|".join(indonesian.MONTHS)
_DAY = rf"(?P<{{0}}>(?:\d{{{{1,2}}}} )?(?:{_MONTH}) 20\d\d)\b"
#: A clause that tells what was first, or what came after, and the day of the main clause behind its comma.
_SEQUENCES = tuple(
    re.compile(
        rf"\b(?P<kata>{word})\b(?!\s+(?:tanggal\s+)?\d)"
        rf"(?:(?!sebelum|setelah|sesudah)[^.;]){{0,160}}?\b(?:pada|tanggal|bulan|akhir|awal) "
        + _DAY.format("satu")
        + r",(?:(?!\b(?:sedangkan|sementara|sebelum|berlaku|akan)\b)[^.;]){0,160}?\b(?:pada|tanggal|bulan) (?:\w+, )?"
        + _DAY.format("dua"),
        re.IGNORECASE,
    )
    for word in ("setelah|sesudah|usai", "sebelum")
)


def _check_sequences(reading: Reading) -> Iterator[Finding]:
    """`Setelah diperbaiki pada bulan Agustus 2026, … ditetapkan pada 15 Juli 2026`, and the other way with sebelum."""
    for passage in reading.passages.find_words(("setelah", "sesudah", "usai", "sebelum")):
        for is_before, pattern in enumerate(_SEQUENCES) if passage.kind in {"paragraf", "butir"} else ():
            for match in pattern.finditer(passage.text):
                first, last = _read_span(match["satu"]), _read_span(match["dua"])
                early, late = (last, first) if is_before else (first, last)
                if late[1] < early[0] and passage.is_typed(*match.span("dua")):
                    word = "sebelum" if is_before else "sesudah"
                    message = f"{match['dua']} disebut {word} {match['satu']}, padahal sebaliknya"
                    yield Finding.of(passage, message, "Periksa kedua tanggalnya.", match["dua"])


def _read_span(written: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first and the last day that a date or a month may mean, as year, month, day."""
    *day, month, year = written.split()
    number = MONTH_NAMES[month.casefold()]
    first = int(day[0]) if day else 1
    return (int(year), number, first), (int(year), number, int(day[0]) if day else 31)


def _follows(text: str, one: _Day, other: _Day) -> bool:
    """Whether what is told of a day is told to come after what was told of the one before."""
    between = text[one.end : other.start]
    until = re.match(r"[^.;]{0,80}", text[other.end :])
    beside = _BESIDE.search(between) or _BESIDE.search(until[0] if until else "")
    return len(between) <= _FARTHEST and bool(_THEN.search(between)) and not beside


_MONTH = "|".join(indonesian.MONTHS)
_BEGUN = re.compile(
    r"\b(?:dimulai|diawali|mulai (?:disusun|dibahas|dikerjakan|dihimpun)|berawal|berlangsung sejak)\s+"
    rf"(?:(?:pada|sejak|dalam|dari|bulan|awal|akhir|pertengahan)\s+){{0,3}}(?P<bulan>{_MONTH})\s+(?P<tahun>20\d\d)\b"
)
_COMES_AFTER = re.compile(
    r"\b(?:dibahas|disepakati|diselesaikan|dirampungkan|rampung|selesai|disempurnakan|diverifikasi|ditetapkan|disahkan"
    r"|berakhir|diakhiri|hingga|sampai(?: dengan)?|dipaparkan|diajukan|disampaikan)\b[^.;]{0,100}?"
    rf"\b(?P<bulan>{_MONTH})\s+(?P<tahun>20\d\d)\b"
)
#: What was there before anything began, and what is of another row.
_THERE_BEFORE = re.compile(
    r"\b(?:berdasarkan|sesuai|menurut|surat|edaran|Nomor|setelah|sesudah|sebelum\w*|menindaklanjuti|mengacu|hasil|yang"
    r"|sejak|tentang|sedangkan|sementara|adapun|akan|RPJMD|Renstra)\b"
)


def _check_beginnings(reading: Reading) -> Iterator[Finding]:
    """`Dimulai pada Maret 2026, dibahas pada 24 Februari 2026`: what follows a beginning is not before it."""
    for passage in reading.passages.find_pattern(_BEGUN):
        for begun in _BEGUN.finditer(passage.text) if passage.kind in {"paragraf", "butir"} else ():
            rest = re.match(r"[^.;]{0,240}", passage.text[begun.end() :])
            for match in _COMES_AFTER.finditer(rest[0]) if rest else ():
                start, end = (begun.end() + place for place in (match.start("bulan"), match.end("tahun")))
                is_before = _month_of(match) < _month_of(begun) and passage.is_typed(start, end)
                if is_before and not _THERE_BEFORE.search(passage.text[begun.end() : start]):
                    written = passage.text[start:end]
                    message = f"{written} disebut sesudah yang dimulai pada {begun['bulan']} {begun['tahun']}"
                    yield Finding.of(passage, message, "Periksa kedua bulannya.", written)


def _month_of(match: re.Match[str]) -> tuple[int, int]:
    return int(match["tahun"]), indonesian.MONTHS.index(match["bulan"])
