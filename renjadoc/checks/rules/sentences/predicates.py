"""Letters and words that rate a value, as the ministry's scales of SAKIP and of people's satisfaction have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from renjadoc.checks.figured import Statement, is_typed, list_statements
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure
from renjadoc.reading import Reading


class _Scale(NamedTuple):
    """What is rated, by the words that name it, and the ratings with the least value of each, the best first."""

    named: re.Pattern[str]
    least: dict[str, Decimal]


def _scale(named: str, least: dict[str, str]) -> _Scale:
    return _Scale(re.compile(rf"\b(?:{named})\b"), {name: Decimal(value) for name, value in least.items()})


#: Values above the least of a rating have it; Permenpan RB 88/2021 and 14/2017.
_SCALES = (
    _scale(
        "S?AKIP|(?i:akuntabilitas kinerja)",
        {"AA": "90.01", "A": "80.01", "BB": "70.01", "B": "60.01", "CC": "50.01", "C": "30.01", "D": "0"},
    ),
    _scale(
        "IKM|SKM|(?i:kepuasan masyarakat|indeks kepuasan|mutu pelayanan)",
        {"A": "88.31", "B": "76.61", "C": "65", "D": "25"},
    ),
)
_RATED = re.compile(
    r"\b(?:(?:ber)?predikat|kategori|mutu pelayanan|mutu|nilai|kinerja unit pelayanan)(?:nya)?"
    r"\s+[“\"]?(AA|A|BB|B|CC|C|D)\b[”\"]?(?!\s*\d)"
)
#: Right behind its value: `72,15 (predikat BB)`, `82,10 (B)`.
_BESIDE = re.compile(
    r"\s*(?:\(|,?\s*(?:dengan|atau|predikat|kategori)\s+)\s*(?:predikat\s+|kategori\s+|mutu\s+(?:pelayanan\s+)?)?"
    r"[“\"]?(AA|A|BB|B|CC|C|D)\b"
)


#: Where a rating begins or ends is no value: `kategori C karena nilainya di bawah 76,61`.
_BOUND = re.compile(
    r"\b(?:di (?:bawah|atas)|batas\w*|mulai|minimal|(?:kurang|lebih) dari|sampai|hingga)\s+(?:nilai\s+)?$"
)


@rule("RJ158", "Predikat tidak sesuai dengan nilainya")
def check_predicates(reading: Reading) -> Iterator[Finding]:
    """Predikat SAKIP (AA sampai D) dan mutu pelayanan IKM (A sampai D) sesuai dengan nilai dalam kalimatnya.

    SAKIP: AA di atas 90, A di atas 80, BB di atas 70, B di atas 60, CC di atas 50, C di atas 30. IKM: A mulai 88,31, B
    mulai 76,61, C mulai 65,00. Diperiksa predikat tepat di belakang nilainya, dan kalimat dengan satu nilai dan satu
    predikat.

    Mengapa: nilainya diperbarui, dan predikatnya tertinggal.
    Sumber: Permenpan RB 88/2021 (evaluasi AKIP); Permenpan RB 14/2017 (survei kepuasan masyarakat).

    Gagal:
        bab-5.json /isi/0 = "Nilai SAKIP 78,20 dengan predikat A."
    Gagal:
        bab-5.json /isi/0 = "Survei kepuasan masyarakat memperoleh 82,15 dengan mutu pelayanan A."
    Gagal:
        bab-5.json /isi/0 = "Nilai SAKIP 72,15 (predikat A) meningkat dari 68,40 (predikat B)."
    Lolos:
        bab-5.json /isi/0 = "Nilai SAKIP 72,15 (predikat BB) meningkat dari 68,40 (predikat B)."
    Lolos:
        bab-5.json /isi/0 = "Indeks kepuasan naik menjadi 84,62 (mutu pelayanan B), nilai SAKIP 78,12 (predikat BB)."
    Lolos:
        bab-5.json /isi/0 = "Nilai SAKIP 78,20 dengan predikat BB. Survei kepuasan masyarakat memperoleh 82,15 dengan
        mutu pelayanan B."
    """
    for said in list_statements(reading):
        scales = [one for one in _SCALES if one.named.search(said.text)]
        ratings = _RATED.findall(said.text)
        values = _list_values(said)
        if not scales:
            continue
        beside = [(one, match[1]) for one in values if (match := _BESIDE.match(said.text, one.end))]
        if len(values) == 2 and re.search(r"\bmenjadi\s+$", said.text[: values[1].start]):
            values = values[1:]  # `naik dari 60,45 menjadi 62,3 dan tetap berpredikat B`.
        pairs = beside or ([(values[0], ratings[0])] if len(ratings) == len(values) == 1 else [])
        for value, rating in pairs:
            scale = max(scales, key=lambda one: _find_last_name(one, said.text, value.start))
            right = _rate(value, scale)
            if rating in scale.least and right != rating and is_typed(said.passage, said.offset, value):
                message = f"predikat {rating}, padahal nilai {value.text} adalah {right}"
                yield Finding.of(said.passage, message, "Periksa nilainya.", value.text)


def _list_values(said: Statement) -> list[Figure]:
    """The figures that may be the value of a rating; not where one begins or ends."""
    values = [one for one in said.figures if one.unit not in {"%", "Rp"} and 20 <= one.value <= 100]
    return [one for one in values if not _BOUND.search(said.text[: one.start])]


def _find_last_name(scale: _Scale, sentence: str, place: int) -> int:
    """Where a scale is named last before a place; -1 where it is named behind it."""
    return max((match.end() for match in scale.named.finditer(sentence, 0, place)), default=-1)


def _rate(value: Figure, scale: _Scale) -> str:
    return next((name for name, least in scale.least.items() if value.value >= least), "D")
