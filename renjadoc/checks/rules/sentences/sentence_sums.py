"""Parts that a sentence tells of a whole: they make it up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renjadoc.checks.figured import is_typed, walk_figured
from renjadoc.checks.relations import hold_back
from renjadoc.checks.roles import DOWN, LISTED, NO_COUNTS, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, add_slack, add_values
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

#: Words after which a list is not whole.
_SOME = re.compile(
    r"\b(?:antara lain|di antaranya|terutama|sebagian|terbesar|misalnya|seperti|khususnya|termasuk"
    r"|masing-masing dari|atau lebih)\b"
)
_GROWS = re.compile(rf"\b(?:{UP}|{DOWN})\b", re.IGNORECASE)


@rule("RJ115", "Bagian-bagian dalam kalimat tidak sama dengan jumlahnya")
@hold_back
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
    Gagal:
        bab-5.json /isi/0 = "Hibah Rp2,15 miliar, masing-masing Awan Rp900 juta, Bumi Rp560 juta, dan Cakra Rp600 juta."
    Gagal:
        bab-5.json /isi/0 = "Tersedia 142 kamar, terdiri atas 96 kamar kelas III, 42 kelas II, dan 14 kelas I."
    Lolos:
        bab-5.json /isi/0 = "Penduduk berjumlah 1.200 jiwa, terdiri atas 600 laki-laki dan 600 perempuan. ASN
        berjumlah 41 orang, terdiri atas 29 PNS dan 12 PPPK, dan terbagi dalam satu sekretariat dan tiga bidang. Hibah
        Rp2,15 miliar, masing-masing Awan Rp900 juta, Bumi Rp650 juta, dan Cakra Rp600 juta."
    Lolos:
        bab-5.json /isi/0 = "Sisa itu terutama berasal dari belanja pegawai (54%) dan belanja modal (36%)."
    Lolos:
        bab-5.json /isi/0 = "Pekerja terlindungi 46%, dengan rincian pekerja formal 89% dan pekerja informal 18%."
    """
    for passage, offset, sentence, figures, *_ in walk_figured(reading):
        yield from _find_too_many_shares(passage, offset, sentence, figures)
        listed = LISTED.search(sentence) or _EACH.search(sentence) or _find_list_of(sentence, figures)
        if listed is None or _SOME.search(sentence):
            continue
        before, parts = _split_at(listed, figures)
        right = _find_whole(sentence, before, parts)
        if right is None or not is_typed(passage, offset, *parts):
            continue
        summed = add_values(parts[: right[1]])
        message = f"bagian-bagiannya berjumlah {parts[0].show(summed)}, bukan {parts[0].show(right[0])}"
        yield Finding.of(passage, message, "Periksa bagian dan jumlahnya.", parts[0].text)


#: What is told of the whole behind its parts: `… dan 12 PPPK, dan terbagi dalam satu sekretariat dan tiga bidang`.
_TURNS = re.compile(r",?\s+(?:dan|serta)\s+(?:ter|di|ber)[a-z]{3,}\s+(?:dalam|atas|di|oleh|dengan|menjadi)\b")


def _split_at(listed: re.Match[str], figures: tuple[Figure, ...]) -> tuple[list[Figure], list[Figure]]:
    """The figures before the words that begin a list, and its parts behind them."""
    sentence = listed.string
    before = [figure for figure in figures if figure.end <= listed.start()]
    parts = _take_until_turn(sentence, [figure for figure in figures if figure.start >= listed.end()])
    if before and before[-1].unit == "%" and not sentence[before[-1].end : listed.start()].strip():
        parts = [before.pop(), *parts]  # `19% berasal dari sewa, 21% dari jasa, dan 60% dari penjualan`.
    return before, parts


def _take_until_turn(sentence: str, parts: list[Figure]) -> list[Figure]:
    """The parts before the sentence comes to tell something else of the whole."""
    turns = (
        index for index, (one, other) in enumerate(pairwise(parts)) if _TURNS.match(sentence, one.end, other.start)
    )
    return parts[: next(turns, len(parts)) + 1]


#: `Rp2,15 miliar, masing-masing Pacarejo Rp900 juta, …`: each has a name of its own.
_EACH = re.compile(r",\s+masing-masing\s+(?:untuk\s+|kepada\s+|bagi\s+)?(?=[A-Z])(?!Rp)")


_USED_FOR = re.compile(r"\s*(?:dari\s+[\w ]{3,30}?)?\s*(?:di\w+\s+)?(?:untuk|bagi|kepada)\b")


_OF_ONE = re.compile(
    r"\b(?:pagu\w*|anggaran\w*|dana\w*|belanja|alokasi\w*|biaya|dari|di(?:alokasikan|gunakan|pakai|peruntukkan"
    r"|bagi)\w*)\b",
    re.IGNORECASE,
)


#: Where the shares behind are those of another whole.
_OF_EACH = re.compile(r";|\b(?:sedangkan|sementara|adapun|tetapi|namun|masing-masing)\b")


def _find_too_many_shares(
    passage: Passage, offset: int, sentence: str, figures: tuple[Figure, ...]
) -> Iterator[Finding]:
    """`80% dari pagu dipakai untuk … dan 30% untuk …`: shares of one whole that are more than all of it."""
    shares = [figure for figure in figures if figure.unit == "%" and _USED_FOR.match(sentence, figure.end)]
    summed = add_values(shares)
    is_of_one = len(shares) > 1 and len(shares) == len(figures) and bool(_OF_ONE.search(sentence))
    is_of_one = is_of_one and not _OF_EACH.search(sentence)
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
        if whole.unit in NO_COUNTS or not _OUT_OF_ALL.search(sentence[max(0, whole.start - _NEAR) : whole.start]):
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
        if figure.unit not in NO_COUNTS or _is_named(sentence, figure, parts) or _is_number_of(sentence, figure, parts)
    ]
    if not wholes or any(part.unit in {"Rp", "%", "‰", "poin"} for part in parts) or not _is_closed(sentence, parts):
        return None
    whole, units = wholes[-1], {part.unit for part in parts}
    if any(
        add_values(parts[:many]) == whole.value and _SPREAD.search(sentence[parts[many - 1].end : parts[many].start])
        for many in range(2, len(parts))
    ):
        return None  # `341 orang, yaitu 198 PNS dan 143 PPPK, yang tersebar di satu sekretariat dan empat bidang`.
    if any(_sums_up(one, parts) and _OF_THIS.search(sentence[one.end : whole.start]) for one in wholes[-2:-1]):
        return None  # `7 kali dari rencana 10 kali, yaitu 5 kali …`: the parts of what was reached.
    is_told = whole.unit not in _MEASURES and _THAT_IS.fullmatch(sentence[whole.end : parts[0].start])
    is_of_kinds = whole.unit in _ANY_KIND or is_told
    is_alike = (
        units <= {whole.unit, ""}
        or whole.unit == ""
        or (is_of_kinds and "" not in units and whole.unit not in units)
        or (is_told is not None and "" not in units and parts[0].unit == whole.unit)
    )
    summed = add_values(parts)
    is_near = abs(summed - whole.value) * 10 <= 3 * whole.value and all(part.value < whole.value for part in parts)
    return _differ(whole, parts) if is_alike and is_near else None


#: Over what all of them are spread, behind the parts.
_SPREAD = re.compile(r"\b(?:yang|tersebar|terbagi|ditempatkan|bertugas)\b")
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
