"""Figures that follow from those beside them as soon as two of their digits are changed round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from renjadoc.checks.figured import Mismatch, Statement, list_statements, tell_first
from renjadoc.checks.relations import count_digits, follows_from, is_explained, swap_digits
from renjadoc.checks.roles import DOWN, LESS, MORE, SHARES, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import find_years
from renjadoc.checks.stated import Figure, add_slack, lies_in, list_figures
from renjadoc.reading import Reading

#: Figures of fewer digits follow from others by chance.
_FEWEST_DIGITS = 3
#: So many sentences before may hold what a figure follows from.
_SENTENCES = 2
#: Among more figures something follows from something else.
_MOST_AROUND = 12
#: Figures held against pairs of others: forty times what the fullest of our samples asks; more is no document.
_MOST_TRIED = 300_000

#: Amounts of other sentences give a percentage of fewer digits, which stands alone in its own, by chance.
_FEWEST_FAR = 4


@rule("RJ154", "Angka baru cocok bila dua digitnya ditukar", yields=True)
def check_swapped_digits(reading: Reading) -> Iterator[Finding]:
    """Angka yang tidak cocok dengan angka di dekatnya tidak menjadi cocok begitu dua digitnya ditukar.

    Dihitung jumlah, selisih, hasil kali, bagian, dan pertumbuhan dari angka kalimat itu dan dua kalimat sebelumnya, dan
    jumlah uang per desa atau kecamatan dari banyaknya di daerah ini.
    Ditegur hanya bila angka yang tertulis sendiri tidak cocok dengan satu hitungan pun.

    Mengapa: digit yang tertukar tidak terlihat oleh mata, tetapi terlihat begitu angkanya dihitung ulang.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Pasar itu mengelola 5.600 lapak. Lapak basah tercatat 3.428 lapak dan lapak kering 2.352
        lapak."
    Gagal:
        bab-5.json /isi/0 = "Omzetnya Rp7.600.000.000 tahun lalu dan Rp8.100.000.000 tahun ini, dengan laju 8,56%."
    Gagal:
        bab-5.json /isi = ["Kota Contoh terdiri atas 4 kecamatan dan 73 kelurahan.", "Jumlahnya Rp63,3 miliar, atau
        rata-rata Rp687,1 juta per kelurahan."]
    Lolos:
        bab-5.json /isi/0 = "Pasar itu mengelola 5.600 lapak. Lapak basah tercatat 3.248 lapak dan lapak kering 2.352
        lapak. Omzetnya Rp7.600.000.000 tahun lalu dan Rp8.100.000.000 tahun ini, dengan laju 6,58%."
    """
    yield from _check_means(reading)
    before: tuple[Statement, ...] = ()
    tried = 0
    for said in (one for one in list_statements(reading) if one.figures):
        near = [one for one in before[-_SENTENCES:] if one.passage is said.passage]
        before = (*near, said)
        # The nearest first: what follows from the sentence itself needs no other.
        for start in range(len(near), -1, -1):
            around = [figure for one in before[start:] for figure in one.figures]
            tried += len(said.figures) * len(around) ** 2 if len(around) <= _MOST_AROUND else 0
            if tried > _MOST_TRIED:
                return
            bound = [pair for one in before[start:] for pair in _list_bound(one)]
            known = [figure for one in before for figure in one.figures]
            if found := tell_first(said, (_find_swapped(said, around, known, bound),), "Periksa urutan digitnya."):
                yield found
                break


#: What every region counts its parts as, where it says of how many it is made.
_PARTS = frozenset(
    {"kecamatan", "distrik", "kapanewon", "desa", "kelurahan", "gampong", "kampung", "nagari", "kalurahan", "mukim"}
)
_MADE_OF = re.compile(
    r"\s+(?:terdiri (?:atas|dari)|terbagi (?:atas|dalam|menjadi)|meliputi|mencakup|mempunyai|memiliki)\b"
)
_PER_PART = re.compile(r"\s*(?:per|untuk setiap|setiap|tiap)\s+(?P<bagian>[a-z]+)\b")


def _check_means(reading: Reading) -> Iterator[Finding]:
    """`Jumlahnya Rp633 miliar, atau rata-rata Rp687,1 juta per gampong`, where the region is told to have 730."""
    parts = _count_parts(reading)
    for said in list_statements(reading) if parts else ():
        found = (_find_swapped_mean(said, *two, parts) for two in combinations(said.figures, 2))
        if finding := tell_first(said, found, "Periksa urutan digitnya."):
            yield finding


def _count_parts(reading: Reading) -> dict[str, Figure]:
    """Of how many parts the region is, by what they are; none that is told in two ways."""
    region = reading.folder.facts["daerah"]
    own, found = f"{region['jenis']} {region['nama']}", dict[str, Figure]()
    for said in list_statements(reading):
        if said.text.startswith(own) and _MADE_OF.match(said.text, len(own)):
            for one in (figure for figure in said.figures if figure.unit in _PARTS):
                known = found.setdefault(one.unit, one)
                found[one.unit] = one if known.value == one.value else one._replace(value=Decimal(0))
    return {unit: one for unit, one in found.items() if one.value > 1}


def _find_swapped_mean(said: Statement, total: Figure, mean: Figure, parts: dict[str, Figure]) -> Mismatch | None:
    per = _PER_PART.match(said.text, mean.end)
    count = parts.get(per["bagian"]) if per else None
    is_money = total.unit == mean.unit == "Rp" and total.value > mean.value and count_digits(mean) >= _FEWEST_DIGITS
    if count is None or not is_money or any(one.unit == count.unit for one in said.figures):
        return None
    least, most = ((total.value + slack) / count.value for slack in (-total.slack, total.slack))
    right = next((value for value in swap_digits(mean) if lies_in(mean._replace(value=value), least, most)), None)
    if right is None or lies_in(mean, least, most):
        return None
    return Mismatch(mean, f"tertulis {mean.text}; {mean.show(right)} cocok dengan {total.text} dan {count.text}")


#: Amounts known no better than this part of a third tell none of its digits: Rp60,4 miliar and Rp14 miliar.
_VAGUE = Decimal("0.005")
#: Among more counts of the same than these a pair makes any figure of few digits.
_LONG_LIST = 5

#: More years than those of a change are a course.
_FEWEST_YEARS = 2

_Bound = list[tuple[Figure, Figure]]
_OUT_OF = re.compile(r"\s+dari\s+(?:target|rencana|seluruh|total|kebutuhan|alokasi|pagu)\s+")
_IN_BRACKET = re.compile(r"\s*\(|(?:\s+di antaranya)?,?\s+atau\s+(?:sebesar\s+|sekitar\s+|setara\s+)?")


def _list_bound(said: Statement) -> _Bound:
    """The percentages in brackets, or after `atau`, right behind what they are the share of, each with that; what was
    planned or is all, with how much of it there is."""
    pairs = [(one, other, said.between(one, other)) for one, other in pairwise(said.figures)]
    shares = [(other, one) for one, other, between in pairs if other.unit == "%" and _IN_BRACKET.fullmatch(between)]
    return shares + [(other, one) for one, other, between in pairs if _OUT_OF.fullmatch(between)]


def _find_swapped(said: Statement, around: list[Figure], known: list[Figure], bound: _Bound) -> Mismatch | None:
    if not 2 < len(around) <= _MOST_AROUND:
        return None
    for stated in said.figures:
        if count_digits(stated) < _FEWEST_DIGITS or is_explained(stated, known) or _is_summed_behind(stated, said):
            continue
        if stated.unit not in SHARES and len(find_years(said.text)) > _FEWEST_YEARS:
            continue  # What was so in each of several years makes up nothing.
        if count_digits(stated) == _FEWEST_DIGITS and _is_of_many(stated, around):
            continue
        is_far = len(said.figures) == 1 and len(around) > 1
        if is_far and stated.unit == "%" and count_digits(stated) < _FEWEST_FAR:
            continue
        if found := _find_right(said, stated, around, bound):
            return found
    return None


def _is_summed_behind(stated: Figure, said: Statement) -> bool:
    """Whether figures that the rest of the paragraph tells add up to one: what is left, and where."""
    behind = [
        one.value for one in list_figures(said.passage.text[said.offset + len(said.text) :]) if one.unit == stated.unit
    ]
    return any(sum(behind[:count]) == stated.value for count in range(2, len(behind) + 1))


def _is_of_many(stated: Figure, around: list[Figure]) -> bool:
    """Whether a figure is one of a list of counts, of which two add up to others by chance."""
    return stated.unit not in SHARES and sum(one.unit == stated.unit for one in around) > _LONG_LIST


def _are_vague(value: Decimal, stated: Figure, one: Figure, other: Figure) -> bool:
    """Whether what two amounts make fits by chance, since they are told in round numbers."""
    units = {stated.unit, one.unit, other.unit}
    if units & SHARES:
        return False
    slack = add_slack((one, other))
    # What the two leave open is more than the digits changed round make.
    return slack > _VAGUE * abs(value) or slack >= abs(value - stated.value)


#: Words for growth, and for what is left: only they make a percentage that of a difference.
_GROWS = re.compile(rf"\b(?:{UP}|{DOWN}|laju|{MORE}|{LESS}|selisih\w*|sisa\w*|selebihnya|belum|tidak)\b", re.IGNORECASE)


def _is_rest(value: Decimal, stated: Figure, one: Figure, other: Figure) -> bool:
    """Whether a percentage is that of a sum or a difference of two amounts, and no share of one in the other."""
    if stated.unit != "%" or {one.unit, other.unit} & SHARES:
        return False
    wholes = ((one.value, other.value), (other.value, one.value))
    return not any(whole and abs(part * 100 / whole - value) <= stated.step / 2 for part, whole in wholes)


def _is_near(stated: Figure, two: tuple[Figure, ...], said: Statement) -> bool:
    """Whether what makes a percentage, or what one is of, is told in one sentence with it."""
    is_of_rate = {"%", "poin"} & {one.unit for one in (stated, *two)}
    if stated.unit == "%" and sum(one.unit == "%" for one in said.figures if one not in two) > 1:
        return False  # `74 laporan dari target 77 laporan, dengan serapan 94% dan 91,6%`.
    return not is_of_rate or all(any(one is other for other in said.figures) for one in two)


def _is_used(two: tuple[Figure, ...], others: list[Figure]) -> bool:
    """Whether points are those between one of the two and a third already: `94,3%, naik 3,5 poin dari 90,8%`."""
    by = next((one for one in two if one.unit == "poin"), None)
    ends = [one for one in two if one is not by]
    return by is not None and any(abs(one.value - end.value) == by.value for end in ends for one in others)


def _find_right(said: Statement, stated: Figure, around: list[Figure], bound: _Bound) -> Mismatch | None:
    pairs = list(combinations([one for one in around if one is not stated], 2))
    # The share of another figure says nothing of this one.
    pairs = [two for two in pairs if not any(part in two and of not in (*two, stated) for part, of in bound)]
    pairs = [two for two in pairs if all(of in two for part, of in bound if part is stated)]
    is_bound = any(part is stated for part, _ in bound)
    pairs = [two for two in pairs if is_bound or _is_near(stated, two, said)]
    pairs = [two for two in pairs if not _is_used(two, [one for one in around if one is not stated])]
    told = {one.value for one in around}  # What is told by itself is missed by no other figure.
    for value in (one for one in swap_digits(stated) if one not in told):
        for one, other in pairs:
            is_made = follows_from(value, stated, one, other) and not _are_vague(value, stated, one, other)
            if is_made and (_GROWS.search(said.text) or not _is_rest(value, stated, one, other)):
                message = f"tertulis {stated.text}; {stated.show(value)} cocok dengan {one.text} dan {other.text}"
                return Mismatch(stated, message)
    return None
