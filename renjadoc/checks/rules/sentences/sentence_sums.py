"""Rests and parts that a sentence computes from its own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from renjadoc.checks.figured import PART_BEFORE, is_typed, walk_figured
from renjadoc.checks.roles import DOWN, LISTED, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, add_slack, add_values, lies_in, list_figures
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import find_sentence
from renjadoc.reading import Reading

_REST = re.compile(r"\b(?:[Ss]isa|[Ss]elisih)(?:nya)?\b[^.;\d]{0,40}$")
_MANAGED = re.compile(r"\b(?:mengelola|memperoleh|menerima|mendapat)\s+(?:dana\s+)?(?:sebesar\s+)?$")
_FROM_BUDGET = re.compile(r"\b(?:pagu|anggaran|alokasi|dana)\b", re.IGNORECASE)


@rule("RJ114", "Sisa dalam kalimat keliru")
def check_rests(reading: Reading) -> Iterator[Finding]:
    """Sisa anggaran yang disebut sesudah pagu dan realisasinya adalah selisih keduanya.

    Berlaku juga untuk persentase (sisa 3,79% sesudah serapan 96,21%) dan untuk banyaknya barang atau orang: selisih 24
    orang, dua kampung lainnya.

    Mengapa: sisa yang tidak cocok membuat realisasi dan pagunya ikut diragukan.
    Sumber: kebiasaan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Dari pagu Rp500.000.000 terserap Rp480.000.000. Sisa Rp30.000.000 adalah efisiensi."
    Gagal:
        bab-5.json /isi/0 = "Dari 13 desa, 11 desa telah melapor; tiga desa lainnya menyusul bulan depan."
    Lolos:
        bab-5.json /isi/0 = "Dari anggaran Rp3.250.000.000 terealisasi Rp3.152.500.000. Sisa Rp97.500.000 terdiri atas
        sisa belanja pegawai Rp71.500.000 dan sisa belanja barang Rp26.000.000."
    Lolos:
        bab-5.json /isi/0 = "Tahun 2025 terserap Rp480.000.000 dari pagu Rp500.000.000. Sisanya Rp20.000.000. Dari
        dana hibah Rp18 miliar, Rp11 miliar untuk gaji, Rp4 miliar untuk barang, dan sisanya Rp3 miliar.
        Layanan daring dipakai 63% pemohon, naik dari 52%. Sisanya, 37%, datang."
    """
    for passage in reading.passages.find_words(
        ("sisa", "selisih", "lainnya", "terserap", "terealisasi", "kas", "kurang", "belum")
    ):
        figures = list_figures(passage.text)
        yield from _find_wrong_counts(passage, figures)
        for index, stated in enumerate(figures):
            lead = passage.text[max(0, stated.start - 80) : stated.start]
            if _PARTS_OF_REST.search(find_sentence(passage.text, stated.start).partition(stated.text)[0]):
                continue
            is_rest = _REST.search(lead) or _UNSPENT.match(passage.text, stated.end)
            if not index or not is_rest or not is_typed(passage, 0, stated):
                continue
            right = _compute_rest(passage.text, figures, index)
            if right is not None and not lies_in(stated, *right):
                shown = stated.show(right[0] + (right[1] - right[0]) / 2)
                message = f"sisa tertulis {stated.text}, hasil hitungannya {shown}"
                yield Finding.of(passage, message, "Periksa pagu, realisasi, dan sisanya.", stated.text)


#: Behind these stand the parts that a rest is made of.
_PARTS_OF_REST = re.compile(
    r"\b[Ss]isa\w*\b[^;]{0,80}\b(?:terdiri (?:atas|dari)|meliputi|berasal dari|terbagi|yaitu|yakni|di antaranya)\b"
    r"[^;]*$"
)
_UNSPENT = re.compile(r"\s+(?:yang\s+)?(?:tidak|belum)\s+(?:ter(?:serap|realisasi)|dibelanjakan)\b|\s+kembali ke kas\b")
#: As many figures around one are looked at as a sentence has at most.
_NEAR = 12
_FROM_ALL = re.compile(r"\s*dari\s+(?:total\s+|seluruh\s+)?(?:pagu|anggaran|alokasi|dana)\b")


def _compute_rest(text: str, figures: tuple[Figure, ...], index: int) -> tuple[Decimal, Decimal] | None:
    near = figures[max(0, index - _NEAR) : index]
    alike = [figure for figure in near if figure.unit == figures[index].unit]
    if figures[index].unit == "%":
        before = text[max(0, alike[-1].start - 80) : alike[-1].start] if alike else ""
        if any(100 - figure.value == figures[index].value for figure in alike):
            return None
        if alike and (PART_BEFORE.search(before) or "serapan" in before) and 50 < alike[-1].value <= 100:
            return 100 - alike[-1].value, 100 - alike[-1].value
        return None
    if figures[index].unit != "Rp":
        return None
    behind = [figure for figure in figures[index + 1 : index + _NEAR] if figure.unit == "Rp"]
    if len(alike) < 2 and len(behind) > 1 and _FROM_ALL.match(text, figures[index].end):
        alike = behind[:2] if PART_BEFORE.search(text[behind[0].end : behind[1].start]) else alike
    if len(alike) < 2:
        return None
    first, second = alike[-2:]
    if any(abs(one.value - other.value) == figures[index].value for one, other in combinations(alike, 2)):
        return None
    if any(_is_rest_of(alike[at:], figures[index]) for at in range(len(alike) - 2)):
        return None
    leads = [text[max(0, one.start - 60) : one.start] for one in (first, second)]
    if any(map(_REST.search, leads)) or not (any(map(_FROM_BUDGET.search, leads)) or _MANAGED.search(leads[0])):
        return None
    slack = add_slack((first, second))
    rest = abs(first.value - second.value)
    return rest - slack, rest + slack


def _is_rest_of(figures: list[Figure], stated: Figure) -> bool:
    """Whether a figure is what several parts leave of the whole before them: `dari Rp18 miliar, Rp11 miliar …`."""
    whole, *parts = figures
    slack = add_slack(tuple(figures))
    rest = whole.value - add_values(parts)
    return lies_in(stated, rest - slack, rest + slack)


_REST_OF_COUNT = re.compile(
    r"\b(?:[Ss]isa|[Ss]elisih|[Kk]ekurangan)(?:nya)?\b(?:,|\s+(?:sebanyak|sejumlah|sebesar|adalah|yaitu|yakni))?\s*$"
)
_NOT_YET = re.compile(
    r"\b[Yy]ang (?:belum|tidak) [a-z]+ (?:(?:masih|tinggal|ada|sebanyak|berjumlah|sejumlah|adalah|tersisa) )+$"
)
_OTHERS_BEHIND = re.compile(r"\s+(?:lainnya|sisanya|selebihnya)\b")
_NO_COUNTS = frozenset({"", "Rp", "%", "‰", "poin"})


def _find_wrong_counts(passage: Passage, figures: tuple[Figure, ...]) -> Iterator[Finding]:
    """`1.176 orang dari target 1.200 orang. Selisih 42 orang`, `dari 13 kampung, 11 …; tiga kampung lainnya`."""
    text = passage.text
    for index, stated in enumerate(figures):
        lead = text[max(0, stated.start - 80) : stated.start]
        is_rest = _REST_OF_COUNT.search(lead) or _NOT_YET.search(lead)
        if stated.unit in _NO_COUNTS or not (is_rest or _OTHERS_BEHIND.match(text, stated.end)):
            continue
        near = range(max(0, index - _NEAR), index)
        alike = [figures[at] for at in near if _read_unit(text, figures[at], figures[at + 1]) == stated.unit]
        right = _list_rests(text, alike)
        if right and _OTHERS_BEHIND.match(text, stated.end):
            # More parts may follow those that are told first: `61 …; 8 lainnya …, dan 5 …`.
            behind = [figure.value for figure in figures[index + 1 : index + 4] if figure.unit == stated.unit]
            later = [sum(behind[:many], Decimal(0)) for many in (1, 2, 3)]
            right += [one - parts for one in list(right) for parts in later]
        if right and stated.value not in right and is_typed(passage, 0, stated):
            message = f"sisa tertulis {stated.text}, hasil hitungannya {stated.show(right[0])}"
            yield Finding.of(passage, message, "Periksa jumlah, bagian, dan sisanya.", stated.text)


def _read_unit(text: str, one: Figure, following: Figure) -> str:
    """What a figure counts; of a bare number what it is a part of: `18 dari 24 kapal`."""
    return following.unit if one.unit == "" and text.startswith(" dari ", one.end) else one.unit


def _list_rests(text: str, alike: list[Figure]) -> list[Decimal]:
    """What may be left of a whole that these figures state with its parts; nothing where they state none."""
    if len(alike) < 2:
        return []
    *_, one, other = alike
    if not re.search(r"\bdari\b", text[one.end : other.start]) and not any(
        re.search(
            r"\b[Dd]ari\s+(?:\w+\s+){0,2}$|\b(?:berjumlah|sebanyak|terdapat|memiliki|mempunyai)\s+"
            r"(?:[\d.]+ \w+ dan )?$",
            text[max(0, figure.start - 40) : figure.start],
        )
        for figure in alike
    ):
        return []
    wholes = [(at, figure) for at, figure in enumerate(alike[:-1]) if figure.value >= alike[-1].value]
    rests = [abs(one.value - other.value)]
    rests += [figure.value - add_values(alike[at + 1 :]) for at, figure in wholes]
    values = dict.fromkeys(figure.value for figure in alike)
    rests += [whole - part for whole in values for part in values if whole > part]
    return list(dict.fromkeys(rests))


#: Words after which a list is not whole.
_SOME = re.compile(
    r"\b(?:antara lain|di antaranya|terutama|sebagian|terbesar|misalnya|seperti|khususnya|termasuk"
    r"|masing-masing dari|atau lebih)\b"
)
_GROWS = re.compile(rf"\b(?:{UP}|{DOWN})\b", re.IGNORECASE)


@rule("RJ115", "Bagian-bagian dalam kalimat tidak sama dengan jumlahnya")
def check_parts(reading: Reading) -> Iterator[Finding]:
    """Bagian yang dirinci dalam sebuah kalimat berjumlah 100%, atau sama dengan jumlah yang disebut di depannya.

    Rincian yang tidak lengkap (antara lain, terutama) tidak diperiksa; selisih karena pembulatan boleh.

    Mengapa: rincian yang tidak berjumlah adalah kesalahan hitung yang paling mudah ditemukan pembaca.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Penduduk berjumlah 1.200 jiwa, terdiri atas 610 laki-laki dan 600 perempuan."
    Gagal:
        bab-5.json /isi/0 = "Kursi berjumlah 45, terdiri atas 12 kursi, 10 kursi, 9 kursi, 8 kursi, dan 7 kursi."
    Gagal:
        bab-5.json /isi/0 = "Sisa itu berasal dari belanja pegawai (64%) dan belanja modal (46%)."
    Lolos:
        bab-5.json /isi/0 = "Penduduk berjumlah 1.200 jiwa, terdiri atas 600 laki-laki dan 600 perempuan."
    Lolos:
        bab-5.json /isi/0 = "Sisa itu terutama berasal dari belanja pegawai (54%) dan belanja modal (36%)."
    Lolos:
        bab-5.json /isi/0 = "Pekerja terlindungi 46%, dengan rincian pekerja formal 89% dan pekerja informal 18%."
    """
    for passage, offset, sentence, figures, *_ in walk_figured(reading):
        yield from _find_too_many_shares(passage, offset, sentence, figures)
        listed = LISTED.search(sentence) or _find_list_of(sentence, figures)
        if listed is None or _SOME.search(sentence):
            continue
        before = [figure for figure in figures if figure.end <= listed.start()]
        parts = [figure for figure in figures if figure.start >= listed.end()]
        right = _find_whole(sentence, before, parts)
        if right is None or not is_typed(passage, offset, *parts):
            continue
        summed = add_values(parts[: right[1]])
        message = f"bagian-bagiannya berjumlah {parts[0].show(summed)}, bukan {parts[0].show(right[0])}"
        yield Finding.of(passage, message, "Periksa bagian dan jumlahnya.", parts[0].text)


_USED_FOR = re.compile(r"\s*(?:dari\s+[\w ]{3,30}?)?\s*(?:di\w+\s+)?(?:untuk|bagi|kepada)\b")


_OF_ONE = re.compile(
    r"\b(?:pagu\w*|anggaran\w*|dana\w*|belanja|alokasi\w*|biaya|dari|di(?:alokasikan|gunakan|pakai|peruntukkan"
    r"|bagi)\w*)\b",
    re.IGNORECASE,
)


def _find_too_many_shares(
    passage: Passage, offset: int, sentence: str, figures: tuple[Figure, ...]
) -> Iterator[Finding]:
    """`80% dari pagu dipakai untuk … dan 30% untuk …`: shares of one whole that are more than all of it."""
    shares = [figure for figure in figures if figure.unit == "%" and _USED_FOR.match(sentence, figure.end)]
    summed = add_values(shares)
    is_of_one = len(shares) > 1 and len(shares) == len(figures) and _OF_ONE.search(sentence)
    if is_of_one and summed > 101 and is_typed(passage, offset, *shares):
        message = f"bagian-bagiannya berjumlah {shares[0].show(summed)}, lebih dari seluruhnya"
        yield Finding.of(passage, message, "Periksa bagian-bagiannya.", shares[-1].text)


#: So many letters before a figure say what it is a whole of.
_NEAR = 60
_BLANK = re.compile(r"\s")
_OUT_OF_ALL = re.compile(r"\b[Dd]ari\s+(?:(?:seluruh|total|jumlah|sebanyak)\s+)*$")


def _find_list_of(sentence: str, figures: tuple[Figure, ...]) -> re.Match[str] | None:
    """Where the parts of `dari 609 gampong terdapat 58 gampong mandiri, 214 gampong maju, …` begin: three or more."""
    for index, whole in enumerate(figures):
        if whole.unit in _NO_COUNTS or not _OUT_OF_ALL.search(sentence[max(0, whole.start - _NEAR) : whole.start]):
            continue
        if sum(figure.unit == whole.unit for figure in figures[index + 1 :]) > 2:
            return _BLANK.search(sentence, whole.end)
    return None


def _find_whole(sentence: str, before: list[Figure], parts: list[Figure]) -> tuple[Decimal, int] | None:
    """What the parts should sum up to and how many they are; None where they do, or nobody knows."""
    if len(parts) < 2:
        return None
    shares = [part for part in parts if part.unit == "%"]
    if len(shares) > 1 and len(shares) == len(parts) and _is_closed(sentence, parts):
        is_rate = any(figure.unit == "%" and _lies_among(figure, shares) for figure in before)
        if is_rate or _GROWS.search(sentence, max(0, parts[0].start - _NEAR)):
            return None  # `46%, dengan rincian pekerja formal 89% dan informal 18%`: the rates of groups, or of growth.
        rounding = sum((part.step / 2 for part in shares), Decimal(0))
        summed = add_values(shares)
        return (Decimal(100), len(parts)) if abs(summed - 100) > rounding and 60 < summed < 140 else None
    people = [part for part in parts if part.unit in {"laki", "perempuan", "pria", "wanita", "putra", "putri"}]
    if len(people) == 2 and before and parts[:2] == people and before[-1].value > max(p.value for p in people):
        return _differ(before[-1], people)
    money = [part for part in parts if part.unit == "Rp"]
    wholes = [figure for figure in before if figure.unit == "Rp"]
    if wholes and len(money) == len(parts) and _is_closed(sentence, parts):
        summed = add_values(money)
        nearest = min(wholes, key=lambda whole: abs(summed - whole.value))
        return _differ(nearest, money) if abs(summed - nearest.value) * 5 < nearest.value else None
    return _find_whole_count(sentence, before, parts)


def _lies_among(figure: Figure, others: list[Figure]) -> bool:
    """Whether a figure may be the mean of others."""
    values = [other.value for other in others]
    return min(values) < figure.value < max(values)


#: What is counted by nouns of any kind: `45 orang, terdiri atas 32 PNS dan 13 PPPK`.
_ANY_KIND = frozenset(
    ("orang", "jiwa", "pegawai", "unit", "buah", "aparatur", "personel", "anggota", "asn", "sekolah", "rumah", "paket")
)


def _find_whole_count(sentence: str, before: list[Figure], parts: list[Figure]) -> tuple[Decimal, int] | None:
    """What counted parts should sum up to; None where they do, are far from it, or count other things."""
    wholes = [
        figure
        for figure in before
        if figure.unit not in _NO_COUNTS or _is_named(sentence, figure, parts) or _is_number_of(sentence, figure, parts)
    ]
    if not wholes or any(part.unit in {"Rp", "%", "‰", "poin"} for part in parts) or not _is_closed(sentence, parts):
        return None
    whole, units = wholes[-1], {part.unit for part in parts}
    if any(_sums_up(one, parts) and _OF_THIS.search(sentence[one.end : whole.start]) for one in wholes[-2:-1]):
        return None  # `7 kali dari rencana 10 kali, yaitu 5 kali …`: the parts of what was reached.
    is_told = whole.unit not in _MEASURES and _THAT_IS.fullmatch(sentence[whole.end : parts[0].start])
    is_of_kinds = whole.unit in _ANY_KIND or is_told
    is_alike = (
        units <= {whole.unit, ""} or whole.unit == "" or (is_of_kinds and "" not in units and whole.unit not in units)
    )
    summed = add_values(parts)
    is_near = abs(summed - whole.value) * 10 <= 3 * whole.value and all(part.value < whole.value for part in parts)
    return _differ(whole, parts) if is_alike and is_near else None


_OF_THIS = re.compile(r"\bdari\b")
_COUNTS_UP = re.compile(r"\b(?:berjumlah|sebanyak|sejumlah|ada|[Jj]umlah\s+[a-z]+)\s+$")
_NUMBER_OF = re.compile(r"\b[Jj]umlah\s+[a-z]+(?:\s+\([^()]*\))?(?:\s+(?:sebanyak|adalah|mencapai))?\s+$")


def _is_number_of(sentence: str, whole: Figure, parts: list[Figure]) -> bool:
    """Whether a bare number is that of a noun before it, told in parts behind: `Jumlah investor 320, terdiri …`."""
    is_told = _THAT_IS.fullmatch(sentence[whole.end : parts[0].start])
    return whole.unit == "" and is_told is not None and _NUMBER_OF.search(sentence[: whole.start]) is not None


def _is_named(sentence: str, whole: Figure, parts: list[Figure]) -> bool:
    """Whether what a bare number counts stands before it and behind all parts: `Kursi berjumlah 45, … 12 kursi`."""
    before = sentence[: whole.start]
    nouns = {part.unit for part in parts}
    is_told = whole.unit == "" and len(nouns) == 1 and _COUNTS_UP.search(before) is not None
    return is_told and next(iter(nouns)) in before.casefold().split()


#: Between a whole and its first part, these say that all of it is told: `14.600 pelaku usaha, yakni 3.840 nelayan …`.
_THAT_IS = re.compile(
    r"(?:\s+(?!dan\b|serta\b|yang\b)[a-z]+){0,7}"
    r"(?:,\s*(?:yaitu|yakni)|,?\s*(?:yang\s+)?(?:terdiri (?:atas|dari)|terbagi (?:atas|menjadi)))\s+"
)
#: What is measured is made of no counted things.
_MEASURES = frozenset({"km", "ha", "hektare", "m", "meter", "kg", "ton", "km²", "m²", "kilometer", "liter"})


def _differ(whole: Figure, parts: list[Figure]) -> tuple[Decimal, int] | None:
    return None if _sums_up(whole, parts) else (whole.value, len(parts))


def _sums_up(whole: Figure, parts: list[Figure]) -> bool:
    return abs(add_values(parts) - whole.value) <= add_slack((whole, *parts))


def _is_closed(sentence: str, parts: list[Figure]) -> bool:
    """Whether the last part is joined by dan or serta, as the last of a list is."""
    return re.search(r"\b(?:dan|serta)\b", sentence[parts[-2].end : parts[-1].start]) is not None
