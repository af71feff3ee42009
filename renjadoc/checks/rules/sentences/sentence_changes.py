"""Growth, differences and directions that a sentence states, against its own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from renjadoc.checks.directions import is_named_falling
from renjadoc.checks.figured import is_typed, walk_figured
from renjadoc.checks.relations import is_change, is_worked_out
from renjadoc.checks.roles import FURTHER, NEARER, OF_OTHER, TIMES
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences.compared_pairs import DOWN, RATE_OF, THAN_OTHER, UP, find_wrong_comparisons
from renjadoc.checks.stated import Figure, take_in_row
from renjadoc.indonesian import MONTHS, persen
from renjadoc.reading import Reading

_DIRECTION = re.compile(rf"\b(?:(?P<naik>{UP}|meningkatnya|naiknya)|(?P<turun>{DOWN}))\b", re.IGNORECASE)
_FROM = re.compile(r"(?<!% )(?<!\blebih )(?<!\bkurang )\bdari\s+(?:(?!dari\b)[^\d;]){0,60}$")
#: Until when, no end of a change: `hingga Mei baru terserap Rp4,9 miliar`.
_TIME = rf"\s+(?:(?:dengan|akhir|pertengahan|bulan)\s+)*(?:{'|'.join(MONTHS)}|saat|kini|semester|triwulan|tahun)\b"
_TO = re.compile(
    rf"[^\d;]{{0,12}}(?:\d{{4}}|[^\d;])*?\b(?:menjadi|ke|(?:hingga|sampai)(?!{_TIME}))\s+(?:[a-z]+\s+){{0,3}}$",
    re.IGNORECASE,
)
#: A rank gets better as its number falls.
_RANK = re.compile(r"\b(?:peringkat|ranking|urutan|posisi|kelas|posisi ke)\b", re.IGNORECASE)


#: Where a sentence comes to speak of something else.
_PART = re.compile(r";|\.\s|\b(?:sedangkan|sementara|tetapi|namun|adapun)\b", re.IGNORECASE)


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
        between = RATE_OF.sub("", sentence[one.end : other.start])
        if (
            len(between) > 60
            or not _TO.fullmatch(between)
            or not _FROM.search(sentence[max(0, one.start - 70) : one.start])
        ):
            continue
        start = max((part.end() for part in _PART.finditer(sentence, 0, one.start)), default=0)
        yield index, _Change(one, other, _find_direction(sentence, start, one, other))


#: Where a clause turns from what the word is of to another thing.
_TURNED = re.compile(
    r",\s+(?:dan|serta|tetapi)\b|\b(?:menyebabkan|membuat|mengakibatkan|memicu|mendorong|berdampak|akibat|karena)\b"
)
#: What holds back the change that a word behind names: `menahan kenaikan harga dari 4,1% menjadi 2,6%`.
_HELD_BACK = re.compile(
    r"\b(?:me(?:nekan|ncegah|nahan|ngendalikan|ngurangi|nghambat|redam|mperlambat)|tidak|tanpa)\s+(?:laju\s+)?$"
)


def _find_direction(sentence: str, start: int, one: Figure, other: Figure) -> re.Match[str] | None:
    """The word that says which way a change went; None where several may, or where it is one held back."""
    within = [*_DIRECTION.finditer(sentence, start, one.start), *_DIRECTION.finditer(sentence, one.end, other.start)]
    if not within:
        return _find_comparing(sentence, start, one)
    last = within[-1]
    is_one_way = len({bool(word["turun"]) for word in within}) == 1
    is_beside = last.start() > one.start or not re.search(r"\d", sentence[last.end() : one.start])
    is_turned = _TURNED.search(sentence, last.end(), one.start) or _HELD_BACK.search(sentence, 0, last.start())
    return last if (is_one_way or is_beside) and not is_turned else None


#: `lebih singkat, yakni dari 43 menit menjadi 38 menit`.
_COMPARING = re.compile(
    rf"\blebih\s+(?:(?P<naik>tinggi|besar|banyak|{FURTHER})|(?P<turun>rendah|kecil|sedikit|{NEARER}))"
    r"(?=,?\s+(?:(?:yakni|yaitu)\s+)?dari\s+$)"
)


def _find_comparing(sentence: str, start: int, before: Figure) -> re.Match[str] | None:
    """What compares both ends of a change right before them; of speeds nothing."""
    word = _COMPARING.search(sentence, start, before.start)
    is_of_speed = word is not None and before.unit not in TIMES and word[0].endswith(("cepat", "lambat"))
    return None if is_of_speed else word


@rule("RJ116", "Naik atau turun tidak sesuai dengan angkanya")
def check_directions(reading: Reading) -> Iterator[Finding]:
    """Kata naik, turun, melampaui, dan belum mencapai sesuai dengan angka yang menyertainya.

    “Naik dari 70% menjadi 68%” dan “mencapai 84%, melampaui target 86%” keliru; peringkat, yang membaik bila angkanya
    mengecil, tidak diperiksa, begitu pula target dari yang baik bila menurun (kemiskinan, stunting).

    Mengapa: angka atau katanya tertukar, dan pembaca tidak tahu mana yang benar.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Koperasi tidak sehat berkurang dari 54 menjadi 55 unit."
    Gagal:
        bab-5.json /isi/0 = "Angka kematian membaik dari 92 per 100.000 penduduk menjadi 104 per 100.000 penduduk."
    Gagal:
        bab-5.json /isi/0 = "Nilai kepuasan 84,5 pada akhir 2025 melampaui target 86."
    Gagal:
        bab-5.json /isi/0 = "Waktu pelayanan lebih singkat, yakni dari 38 menit menjadi 43 menit."
    Lolos:
        bab-5.json /isi/0 = "Koperasi sehat naik dari 54% menjadi 55%, sedangkan keluhan turun dari 12 menjadi 9
        laporan. Binaannya 25 unit, satu unit di atas target 24 unit. Hasil panen naik menjadi 58,35 ku/ha atau
        bertambah 0,35 ku/ha, sedikit di atas target 58,3 ku/ha."
    Lolos:
        bab-5.json /isi/0 = "Peringkat daerah naik dari 12 menjadi 9; tiga rapat melampaui target, satu sesuai.
        Layanan lebih cepat, dari 10 menjadi 14 berkas per hari, dan lebih singkat, dari 43 menit menjadi 38 menit."
    """
    for passage, offset, sentence, figures, *_ in walk_figured(reading):
        for _, (before, after, word) in _find_changes(sentence, figures):
            if before.value == after.value or not is_typed(passage, offset, before, after):
                continue
            falls = after.value < before.value
            if word is not None and falls != bool(word["turun"]) and not _RANK.search(sentence[: before.start][-60:]):
                message = f"“{word[0]} dari {before.text} ke {after.text}”: angkanya {'turun' if falls else 'naik'}"
                yield Finding.of(passage, message, "Periksa kata dan kedua angkanya.", after.text)
            elif said := _misjudge(sentence, before, after):
                yield Finding.of(passage, said, "Periksa kata dan kedua angkanya.", after.text)
        yield from (
            Finding.of(passage, message, "Periksa kata dan kedua angkanya.", match)
            for message, match, pair in find_wrong_comparisons(sentence, figures)
            if is_typed(passage, offset, *pair)
        )


_JUDGED = re.compile(r"\b(?:(?P<baik>membaik|perbaikan|lebih baik)|(?P<buruk>memburuk|lebih buruk))\b", re.IGNORECASE)
_HIGHER_IS_BETTER = re.compile(
    r"\b(?:indeks(?! (?:gini|risiko|ketimpangan))|nilai|cakupan|kepuasan|harapan hidup|skor|opini|kemantapan"
    r"|capaian)\b",
    re.IGNORECASE,
)


#: What nobody wants more of, beside what the tables' formulas know.
_BAD = re.compile(
    r"\b(?:rusak|kerusakan|kebocoran|kehilangan air|keterlambatan|tunggakan|tidak layak|buta aksara"
    r"|waktu tanggap|waktu layanan|waktu tempuh|pencemaran|kesenjangan|ketimpangan|risiko bencana)\b",
    re.IGNORECASE,
)


def _misjudge(sentence: str, before: Figure, after: Figure) -> str:
    """`Angka kematian membaik dari 92 menjadi 104`: what is wrong with the word; empty where nobody knows."""
    start = max((part.end() for part in _PART.finditer(sentence, 0, before.start)), default=0)
    told = list(_JUDGED.finditer(sentence, start, before.start))
    subject = sentence[start : before.start]
    is_low = is_named_falling(subject) or _BAD.search(subject) is not None
    is_high = bool(_HIGHER_IS_BETTER.search(subject))
    if len(told) != 1 or is_low == is_high or _RANK.search(subject):
        return ""
    is_better = (after.value < before.value) == is_low
    if is_better == bool(told[0]["baik"]):
        return ""
    return (
        f"“{told[0][0]} dari {before.text} ke {after.text}”: angkanya justru {'membaik' if is_better else 'memburuk'}"
    )


#: `45.575 ton, 102,42% dari target 44.500 ton, dan naik 7,56% dari 42.372 ton`: what grew stands further off.
_TARGET = re.compile(r"\btarget(?:nya)?\s+(?:sebesar\s+)?$")
#: What of another figure the change makes: `naik dari 40 menjadi 52 miliar atau menyumbang 0,7% dari pertumbuhan`.
_GIVES = re.compile(r"\b(?:menyumbang|memberi|berkontribusi|kontribusi|andil)\w*\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:sebesar|sebanyak|sekitar|sejauh|kurang lebih|hampir)?\s*\(?$", re.IGNORECASE)
#: What stands between by how much and from what; behind `dan` the sentence tells of another thing.
_ALONG = r"(?:(?!\b(?:dan|serta)\s)[^\d;])"
_THAN = re.compile(
    rf"[^\d;]{{0,20}}\b(?:dibanding(?:kan)?|daripada|terhadap|dari)\b(?:\s+(?:19|20)\d\d|{_ALONG})*(?:\b(?:19"
    rf"|20)\d\d\b{_ALONG}*)?"
)
#: A rate is no amount that grew: `Rp12 per saham`.
_PER = re.compile(r"\s*(?:[a-z]+\s+)?(?:per\s|/)")


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
    Gagal:
        bab-5.json /isi/0 = "Koperasi aktif bertambah sembilan, dari 15 menjadi 22 koperasi."
    Lolos:
        bab-5.json /isi/0 = "Kunjungan mencapai 1.100 orang, naik 10% dibandingkan dengan tahun 2025 (1.000 orang)."
    Lolos:
        bab-5.json /isi/0 = "Koperasi tidak aktif turun 0,15 poin, dari 5,92% menjadi 5,77%, dan omzetnya naik 2%
        dari 50 menjadi 51."
    Lolos:
        bab-5.json /isi/0 = "Dari pagu Rp14 miliar hingga Mei terserap Rp4,9 miliar (35%); anggotanya bertambah dari
        1.620 menjadi 1.920 orang atau rata-rata 12 orang per kelompok. Pelapor bertambah dari tujuh menjadi delapan
        kampung, atau tepat 80%. Desa maju bertambah dari 220 menjadi 239 desa, atau naik 3,15 poin menjadi 39,57%."
    """
    for passage, offset, sentence, figures, *_ in walk_figured(reading):
        if len(figures) < 3:
            continue
        for stated, before, after in find_stated_changes(sentence, figures):
            if not is_typed(passage, offset, stated, before, after) or is_change(stated, before, after):
                continue
            if is_worked_out(stated, figures, (before, after)):
                continue  # `214 dari 261 gampong, bertambah 23 gampong dari 191`: what grew stands further off.
            shown = _say_change(stated, before, after)
            message = f"perubahan tertulis {stated.text}, hasil hitungan {before.text} ke {after.text} adalah {shown}"
            yield Finding.of(passage, message, "Periksa ketiga angkanya.", stated.text)


def find_stated_changes(sentence: str, figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """What a sentence says that something grew or fell by, with the figures before and after."""
    for index, change in _find_changes(sentence, figures):
        before, after, _ = change
        if index and _says_by(sentence, figures, index - 1, before.start):
            yield figures[index - 1], before, after
        elif index + 2 < len(figures):
            stated = figures[index + 2]
            lead = sentence[after.end : stated.start]
            is_or = re.fullmatch(r"[^\d;.]{0,14}\batau(?! rata-rata)[^\d;.]{0,40}", lead) and not _GIVES.search(lead)
            is_moved = _DIRECTION.search(lead) or not _is_share(sentence, stated, before, after)
            is_told = (is_or or re.fullmatch(r"\s*\(", lead)) and is_moved
            is_of_rate = stated.unit == "poin" and after.unit in {"%", "‰", "poin", ""}
            if is_told and (is_of_rate or stated.unit in {"%", after.unit}):
                yield stated, before, after
    yield from _find_counted_changes(sentence, figures)
    yield from _find_compared_changes(sentence, figures)


def _find_compared_changes(sentence: str, figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """`1.100 orang, naik 10% dibandingkan dengan 2025 (1.000 orang)`; compared again, it is the same that changed."""
    starts = {change.before for _, change in _find_changes(sentence, figures)}
    subjects: dict[Figure, Figure] = {}
    for one, stated, other in take_in_row(figures, 3):
        if stated.unit == "poin" and one.unit == other.unit != "poin":
            if THAN_OTHER.fullmatch(sentence[one.end : other.start]):
                yield stated, other, one
            continue
        if stated.unit != "%" or one.unit != other.unit or one.unit in {"%", ""} or not one.value or not other.value:
            continue
        lead = sentence[one.end : stated.start]
        if (
            len(lead) < 50
            and _DIRECTION.search(lead)
            and other not in starts
            and not _PER.match(lead)
            and not _TARGET.search(sentence[: one.start])
            and _THAN.fullmatch(sentence[stated.end : other.start].rstrip("( "))
        ):
            subjects[other] = subjects.get(one, one)
            yield stated, other, subjects[other]


def _is_share(sentence: str, stated: Figure, before: Figure, after: Figure) -> bool:
    """Whether a percentage in brackets is one of a whole: `dari 60 kampung menjadi 66 kampung (78,57%)`."""
    if stated.unit != "%" or before.unit == "%" or not before.value:
        return False
    growth = abs(after.value - before.value) * 100 / abs(before.value)
    return (
        OF_OTHER.match(sentence, stated.end) is not None
        or stated.value > 2 * growth + 5
        or "target" in (sentence[stated.end : stated.end + 20])
    )


_IS_WHOLE = re.compile(r"\d\s+dari\s+$")


def _find_counted_changes(sentence: str, figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """`108.900 jiwa (6,6%), turun 4.200 jiwa dari 113.100 jiwa`: three counts of the same."""
    counts = [figure for figure in figures if figure.unit not in {"%", "‰", "poin", ""}]
    for one, stated, other in take_in_row(counts, 3):
        lead = sentence[one.end : stated.start]
        if _IS_WHOLE.search(sentence, 0, one.start):
            continue  # `214 dari 261 gampong, bertambah 23 gampong dari 191 gampong`: 214 are what grew.
        if len({one.unit, stated.unit, other.unit}) > 1 or stated.value >= min(one.value, other.value):
            continue
        behind = re.fullmatch(
            rf"\s+(?:jika\s+)?(?:dibanding\w*\s+)?dari\s+{_ALONG}{{0,30}}", sentence[stated.end : other.start]
        )
        if len(lead) < 50 and _DIRECTION.search(lead) and behind:
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


def _say_change(stated: Figure, before: Figure, after: Figure) -> str:
    difference = abs(after.value - before.value)
    if stated.unit == "%" and before.unit != "%":
        return persen(difference * 100 / abs(before.value))
    return f"{stated.show(difference)} {stated.unit if stated.unit not in {'Rp', '%'} else ''}".rstrip()
