"""Capital letters of months, days, and of the names of the office and its region."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc import indonesian
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_MONTHS = "|".join(month.lower() for month in indonesian.MONTHS)
#: Small where a date or the word before says that a month or day is meant: `mei`, `minggu` and `sabtu` are words too.
_TIMES = re.compile(
    rf"\b(?:[Bb]ulan|[Ss]ejak|[Hh]ingga|\d{{1,2}})\s(?P<bulan>{_MONTHS})\b(?!\w)"
    rf"|\b(?P<bulan_tahun>{_MONTHS})\s(?=20\d\d\b)"
    r"|\b[Hh]ari\s(?P<hari>senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b"
)
_HEADS = "Gubernur|Bupati|Wali Kota|Walikota"


@rule("RJ527", "Huruf kapital belum dipakai")
def check_capitals(reading: Reading) -> Iterator[Finding]:
    """Nama bulan dan hari, nama daerah, dan nama perangkat daerah diawali huruf kapital.

    “bulan januari”, “hari senin”, “kabupaten Contoh”, “Bupati contoh”, dan nama perangkat daerah sendiri dengan huruf
    kecil di depan nama daerahnya ditegur. Kata umum (kabupaten ini, dinas) tidak.

    Mengapa: huruf kapital nama diri adalah koreksi bahasa yang paling mudah terlihat.
    Sumber: EYD edisi V (huruf kapital).

    Gagal:
        bab-5.json /isi/0 = "Evaluasi dilaksanakan pada bulan januari 2026 di kabupaten Contoh."
    Lolos:
        bab-5.json /isi/0 = "Evaluasi dilaksanakan pada bulan Januari 2026 di Kabupaten Contoh; kabupaten ini luas."
    """
    patterns = [_TIMES, *_list_own_names(reading)]
    for passage in reading.passages:
        for pattern in patterns if passage.kind in {"paragraf", "butir"} else ():
            yield from _find_small(passage, pattern)


def _find_small(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for match in pattern.finditer(passage.text):
        word = next(value for value in match.groups() if value)
        if passage.is_typed(*match.span()):
            message = f"“{match[0].strip()}”: nama diri diawali huruf kapital"
            yield Finding.of(passage, message, f"Tulis “{_capitalize(word)}”.", word)


def _list_own_names(reading: Reading) -> Iterator[re.Pattern[str]]:
    """The names of the region and the office in small letters, where only they can be meant."""
    region, office = reading.folder.facts["daerah"], reading.folder.facts["perangkat_daerah"]["nama"]
    kind, name = map(re.escape, (region["jenis"], region["nama"]))
    small_kind = rf"({kind.lower()})\s(?={name}\b)"
    small_name = rf"(?:{kind}|{_HEADS})\s({name.lower()})(?![\w-])"
    yield re.compile(rf"(?<![\w-])(?:{small_kind}|{small_name})")
    yield re.compile(rf"(?<![\w-])({re.escape(office.lower())})(?=\s{kind}\s{name}\b)")


def _capitalize(words: str) -> str:
    """Every word with a capital but those that join: `dinas perumahan dan permukiman` -> `Dinas Perumahan dan …`."""
    return " ".join(word if word in {"dan", "serta", "di"} else word.capitalize() for word in words.split())
