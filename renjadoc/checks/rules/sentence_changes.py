"""Growth, differences and directions that a sentence states, against its own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from renjadoc.checks.figures import LOWER_IS_BETTER
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentence_shares import is_typed, walk_figured
from renjadoc.checks.stated import Figure, lies_in
from renjadoc.indonesian import persen
from renjadoc.reading import Reading

_UP = r"naik|meningkat|bertambah|tumbuh|kenaikan|peningkatan|pertumbuhan|melonjak|penambahan|tambahan"
_DOWN = r"turun|menurun|berkurang|menyusut|penurunan|pengurangan|merosot|anjlok|berkurangnya|menurunnya|turunnya"
_DIRECTION = re.compile(rf"\b(?:(?P<naik>{_UP}|meningkatnya|naiknya)|(?P<turun>{_DOWN}))\b", re.IGNORECASE)
_FROM = re.compile(r"\bdari\s+(?:(?!dari\b)[^\d;]){0,60}$")
_TO = re.compile(r"[^\d;]{0,12}(?:\d{4}|[^\d;])*?\b(?:menjadi|ke|hingga|sampai)\s+(?:[a-z]+\s+){0,3}$", re.IGNORECASE)
#: A rank gets better as its number falls.
_RANK = re.compile(r"\b(?:peringkat|ranking|urutan|posisi|kelas|posisi ke)\b", re.IGNORECASE)


class _Change(NamedTuple):
    """`dari B menjadi A` and the word that says which way; `start` is where that word stands."""

    before: Figure
    after: Figure
    direction: re.Match[str] | None


def _find_changes(sentence: str, figures: tuple[Figure, ...]) -> Iterator[tuple[int, _Change]]:
    """Every change that a sentence tells with both its ends, by the place of the first among its figures."""
    for index, (one, other) in enumerate(pairwise(figures)):
        if one.unit != other.unit and one.unit and other.unit:
            continue
        between = sentence[one.end : other.start]
        if (
            len(between) > 60
            or not _TO.fullmatch(between)
            or not _FROM.search(sentence[max(0, one.start - 70) : one.start])
        ):
            continue
        start = max(sentence.rfind(";", 0, one.start), sentence.rfind(". ", 0, one.start), 0)
        within = [
            *_DIRECTION.finditer(sentence, start, one.start),
            *_DIRECTION.finditer(sentence, one.end, other.start),
        ]
        yield index, _Change(one, other, within[-1] if within else None)


@rule("RJ116", "Naik atau turun tidak sesuai dengan angkanya")
def check_directions(reading: Reading) -> Iterator[Finding]:
    """Kata naik, turun, melampaui, dan belum mencapai sesuai dengan angka yang menyertainya.

    “Naik dari 70% menjadi 68%” dan “mencapai 84%, melampaui target 86%” keliru; peringkat, yang membaik bila angkanya
    mengecil, tidak diperiksa, begitu pula target dari yang baik bila menurun (kemiskinan, stunting).

    Mengapa: angka atau katanya tertukar, dan pembaca tidak tahu mana yang benar.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Koperasi sehat naik dari 55% menjadi 54%."
    Gagal:
        bab-5.json /isi/0 = "Nilai kepuasan 84,5 melampaui target 86."
    Lolos:
        bab-5.json /isi/0 = "Koperasi sehat naik dari 54% menjadi 55%, sedangkan keluhan turun dari 12 menjadi 9
        laporan."
    Lolos:
        bab-5.json /isi/0 = "Peringkat daerah naik dari 12 menjadi 9."
    """
    for passage, offset, sentence, figures in walk_figured(reading):
        for _, (before, after, word) in _find_changes(sentence, figures):
            if word is None or before.value == after.value or not is_typed(passage, offset, before, after):
                continue
            falls = after.value < before.value
            if falls != bool(word["turun"]) and not _RANK.search(sentence[: before.start][-60:]):
                message = f"“{word[0]} dari {before.text} ke {after.text}”: angkanya {'turun' if falls else 'naik'}"
                yield Finding(passage.source, passage.pointer, message, "Periksa kata dan kedua angkanya.", after.text)
        yield from (
            Finding(passage.source, passage.pointer, message, "Periksa kata dan kedua angkanya.", match)
            for message, match, pair in _find_wrong_comparisons(sentence, figures)
            if is_typed(passage, offset, *pair)
        )


_ABOVE = r"melampaui|melebihi|di atas|lebih tinggi (?:dari|daripada)"
_BELOW = (
    r"belum (?:dapat )?(?:mencapai|menyentuh|memenuhi)|tidak (?:dapat )?(?:mencapai|memenuhi|tercapai)|kurang dari"
    r"|di bawah|lebih rendah (?:dari|daripada)"
)
_COMPARED = re.compile(
    rf"[^\d;.]{{0,50}}?\b(?:(?P<atas>{_ABOVE})|(?P<bawah>{_BELOW}))\s+(?:\w+\s+){{0,1}}target(?:nya)?\b[^\d;.]{{0,50}}",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:belum|tidak)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _find_wrong_comparisons(
    sentence: str, figures: tuple[Figure, ...]
) -> Iterator[tuple[str, str, tuple[Figure, Figure]]]:
    if LOWER_IS_BETTER.search(sentence):
        return
    for one, target in pairwise(figures):
        match = _COMPARED.fullmatch(sentence[one.end : target.start])
        if match is None or (one.unit != target.unit and one.unit and target.unit):
            continue
        said = match["atas"] or match["bawah"]
        is_above = bool(match["atas"]) and not _NEGATED.search(match.string[: match.start("atas")])
        if (is_above and one.value <= target.value) or (not is_above and one.value >= target.value):
            yield f"{one.text} disebut {said} target {target.text}", target.text, (one, target)


_BY = re.compile(r"\b(?:sebesar|sebanyak|sekitar|sejauh|kurang lebih|hampir)?\s*\(?$", re.IGNORECASE)
_THAN = re.compile(
    r"[^\d;]{0,20}\b(?:dibanding(?:kan)?|daripada|terhadap)\b(?:\s+(?:19|20)\d\d|[^\d;])*(?:\b(?:19|20)\d\d\b[^\d;]*)?"
)


@rule("RJ117", "Pertumbuhan atau selisih dalam kalimat keliru")
def check_growth(reading: Reading) -> Iterator[Finding]:
    """Persentase pertumbuhan dan selisih yang disebut bersama kedua angkanya adalah hasil hitungannya.

    Diperiksa bentuk seperti “121.364 kunjungan, naik 8,6% dibandingkan dengan tahun 2023 (111.752 kunjungan)”, “turun
    0,15 poin dari 5,92% menjadi 5,77%”, dan “naik dari Rp400 juta menjadi Rp440 juta atau 10%”.

    Mengapa: pertumbuhan adalah angka yang paling sering dikutip dari sebuah Renja.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Kunjungan mencapai 1.100 orang, naik 12% dibandingkan dengan tahun 2025 (1.000 orang)."
    Gagal:
        bab-5.json /isi/0 = "Koperasi tidak aktif turun 0,51 poin, dari 5,92% menjadi 5,77%."
    Lolos:
        bab-5.json /isi/0 = "Kunjungan mencapai 1.100 orang, naik 10% dibandingkan dengan tahun 2025 (1.000 orang)."
    Lolos:
        bab-5.json /isi/0 = "Koperasi tidak aktif turun 0,15 poin, dari 5,92% menjadi 5,77%, dan omzetnya naik 2%
        dari 50 menjadi 51."
    """
    for passage, offset, sentence, figures in walk_figured(reading):
        if len(figures) < 3:
            continue
        for stated, before, after in _find_stated_changes(sentence, figures):
            if not is_typed(passage, offset, stated, before, after) or _is_change(stated, before, after):
                continue
            shown = _say_change(stated, before, after)
            message = f"perubahan tertulis {stated.text}, hasil hitungan {before.text} ke {after.text} adalah {shown}"
            yield Finding(passage.source, passage.pointer, message, "Periksa ketiga angkanya.", stated.text)


def _find_stated_changes(sentence: str, figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """What a sentence says that something grew or fell by, with the figures before and after."""
    for index, change in _find_changes(sentence, figures):
        before, after, _ = change
        if index and _says_by(sentence, figures, index - 1, before.start):
            yield figures[index - 1], before, after
        elif index + 2 < len(figures):
            stated = figures[index + 2]
            lead = sentence[after.end : stated.start]
            if re.fullmatch(r"[^\d;.]{0,14}\batau[^\d;.]{0,40}|\s*\(", lead) and stated.unit in {
                "%",
                "poin",
                after.unit,
            }:
                yield stated, before, after
    for one, stated, other in zip(figures, figures[1:], figures[2:], strict=False):
        if stated.unit != "%" or one.unit != other.unit or one.unit in {"%", ""} or not one.value or not other.value:
            continue
        lead = sentence[one.end : stated.start]
        if (
            len(lead) < 50
            and _DIRECTION.search(lead)
            and _THAN.fullmatch(sentence[stated.end : other.start].rstrip("( "))
        ):
            yield stated, other, one


_FROM_BEHIND = re.compile(
    r"(?:\s+(?:jika\s+)?dibanding\w*(?:\s+(?:19|20)\d\d|[^\d;])*)?,?\s*(?:yakni|yaitu)?\s*dari\s+[^\d;]*"
)


def _says_by(sentence: str, figures: tuple[Figure, ...], index: int, until: int) -> bool:
    """Whether the figure at `index` is by how much: a word of direction right before, `dari` right behind."""
    stated = figures[index]
    word = _DIRECTION.search(sentence[: stated.start][-30:])
    lead = sentence[: stated.start][-30:][word.end() :] if word else "-"
    is_by = bool(_BY.fullmatch(lead.strip()) or not lead.strip())
    return is_by and _FROM_BEHIND.fullmatch(sentence[stated.end : until]) is not None


def _is_change(stated: Figure, before: Figure, after: Figure) -> bool:
    """Whether a change is what is said, as a difference or as growth in percent."""
    slack = sum((figure.step / 2 for figure in (before, after) if figure.is_rounded), Decimal(0))
    difference = abs(after.value - before.value)
    if stated.unit in {"poin", before.unit, after.unit} and lies_in(stated, difference - slack, difference + slack):
        return True
    if stated.unit != "%":
        return stated.unit not in {"poin", before.unit, after.unit}
    if not before.value:
        return True
    growth, fuzz = difference * 100 / abs(before.value), slack * 200 / abs(before.value)
    return lies_in(stated._replace(value=abs(stated.value)), growth - fuzz, growth + fuzz)


def _say_change(stated: Figure, before: Figure, after: Figure) -> str:
    difference = abs(after.value - before.value)
    if stated.unit == "%" and before.unit != "%":
        return persen(difference * 100 / abs(before.value))
    return f"{stated.show(difference)} {stated.unit if stated.unit not in {'Rp', '%'} else ''}".rstrip()
