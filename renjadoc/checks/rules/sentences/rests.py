"""What is left of a whole, as a sentence computes it from the figures before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from renjadoc.checks.figured import PART_BEFORE, Mismatch, Statement, is_typed
from renjadoc.checks.relations import is_explained, tell_computed
from renjadoc.checks.roles import NO_COUNTS, SHARES
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, add_slack, add_values, lies_in, list_figures
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import find_sentence
from renjadoc.reading import Reading

_REST = re.compile(r"\b(?:(?:[Ss]isa|[Ss]elisih)(?:nya)?|[Tt]ersisa|[Mm]enyisakan)\b[^.;\d]{0,40}$")
_MANAGED = re.compile(r"\b(?:mengelola|memperoleh|menerima|mendapat)\s+(?:dana\s+)?(?:sebesar\s+)?$")
_FROM_BUDGET = re.compile(r"\b(?:pagu|anggaran|alokasi|dana|APBD)\b", re.IGNORECASE)


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
    Gagal:
        bab-5.json /isi/0 = "Terserap Rp480.000.000 dari pagu Rp500.000.000. Sisa anggaran terdiri atas belanja pegawai
        Rp12.000.000 serta belanja barang Rp9.000.000."
    Lolos:
        bab-5.json /isi/0 = "Terserap Rp480.000.000 dari pagu Rp500.000.000. Sisa anggaran terdiri atas belanja pegawai
        Rp12.000.000 serta belanja barang Rp8.000.000."
    Lolos:
        bab-5.json /isi/0 = "Dari anggaran Rp3.250.000.000 terealisasi Rp3.152.500.000. Sisa Rp97.500.000 terdiri atas
        sisa belanja pegawai Rp71.500.000 dan sisa belanja barang Rp26.000.000."
    Lolos:
        bab-5.json /isi/0 = "Tahun 2025 terserap Rp480.000.000 dari pagu Rp500.000.000. Sisanya Rp20.000.000. Dari
        dana hibah Rp18 miliar, Rp11 miliar untuk gaji, Rp4 miliar untuk barang, dan sisanya Rp3 miliar.
        Layanan daring dipakai 63% pemohon, naik dari 52%. Sisanya, 37%, datang. Realisasinya Rp480.000.000 (96%). Dari
        sisa itu, 57,67% pada pelatihan."
    """
    yield from tell_computed(reading, (_find_wrong_parts,), "Periksa pagu, realisasi, dan rincian sisanya.")
    for passage in reading.passages.find_words(
        ("sisa", "selisih", "lainnya", "terserap", "terealisasi", "kas", "kurang", "belum")
    ):
        figures = list_figures(passage.text)
        yield from _find_wrong_counts(passage, figures)
        yield from _find_wrong_rests(passage, figures)


def _find_wrong_rests(passage: Passage, figures: tuple[Figure, ...]) -> Iterator[Finding]:
    """`Dari pagu Rp5 miliar terserap Rp4,8 miliar. Sisa Rp0,3 miliar …`."""
    for index, stated in enumerate(figures):
        lead = passage.text[max(0, stated.start - 80) : stated.start]
        before = find_sentence(passage.text, stated.start).partition(stated.text)[0]
        if _PARTS_OF_REST.search(before) or _OUT_OF_REST.search(before):
            continue
        is_rest = _REST.search(lead) or _UNSPENT.match(passage.text, stated.end)
        if not index or not is_rest or not is_typed(passage, 0, stated):
            continue
        right = _compute_rest(passage.text, figures, index)
        if right is not None and not lies_in(stated, *right):
            shown = stated.show(right[0] + (right[1] - right[0]) / 2)
            message = f"sisa tertulis {stated.text}, hasil hitungannya {shown}"
            yield Finding.of(passage, message, "Periksa pagu, realisasi, dan sisanya.", stated.text)


_MADE_OF = re.compile(
    r"(?:Sisa|Selisih)(?:nya)?\b(?![^;]*\b(?:sebagian|terutama|antara lain)\b)[^.;\d]{0,40}"
    r"\b(?:terdiri (?:atas|dari)|meliputi|berasal dari|yaitu|yakni)\b"
)
#: Parts further from the rest are those of something else.
_PART_OF_REST = 5


def _find_wrong_parts(said: Statement) -> Mismatch | None:
    """`… Rp3,9 miliar dari pagu Rp4,1 miliar. Sisa anggaran terdiri atas belanja pegawai Rp… serta barang Rp…`."""
    whole = [one for one in said.earlier if one.unit == "Rp"]
    made = _MADE_OF.match(said.text)
    if made is None or len(whole) != 2 or len(said.figures) < 2 or {one.unit for one in said.figures} != {"Rp"}:
        return None
    first, last = said.figures[0], said.figures[-1]
    is_closed = re.search(r"\b(?:dan|serta)\b", said.between(said.figures[-2], last)) is not None
    if first.start < made.end() or not is_closed or not PART_BEFORE.search(said.before):
        return None
    rest, summed = abs(whole[0].value - whole[1].value), add_values(said.figures)
    slack = add_slack((*whole, *said.figures))
    if abs(rest - summed) <= slack or abs(rest - summed) * _PART_OF_REST > rest:
        return None
    return Mismatch(first, f"bagian-bagian sisanya berjumlah {first.show(summed)}, padahal sisanya {first.show(rest)}")


#: Behind these stand the parts that a rest is made of.
_PARTS_OF_REST = re.compile(
    r"\b[Ss]isa\w*\b[^;]{0,80}\b(?:terdiri (?:atas|dari)|meliputi|berasal dari|terbagi|yaitu|yakni|di antaranya)\b"
    r"[^;]*$"
)
#: `Dari sisa tersebut, 57,67% berada pada …`: a part of the rest.
_OUT_OF_REST = re.compile(
    r"\b(?:[Dd]ari (?:seluruh |total |jumlah )?|[Bb]agian (?:terbesar |terkecil )?(?:dari )?)(?:sisa|selisih)\b"
    r"(?:[^;\d]*,|\s+(?:itu|tersebut))[^;\d]*$"
)
_UNSPENT = re.compile(r"\s+(?:yang\s+)?(?:tidak|belum)\s+(?:ter(?:serap|realisasi)|dibelanjakan)\b|\s+kembali ke kas\b")
#: As many figures around one are looked at as a sentence has at most.
_NEAR = 12
_FROM_ALL = re.compile(r"\s*dari\s+(?:total\s+|seluruh\s+)?(?:pagu|anggaran|alokasi|dana)\b")


def _compute_rest(text: str, figures: tuple[Figure, ...], index: int) -> tuple[Decimal, Decimal] | None:
    near = figures[max(0, index - _NEAR) : index]
    alike = [figure for figure in near if figure.unit == figures[index].unit]
    if figures[index].unit == "%":
        return _compute_rest_of_all(text, alike, figures[index])
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


def _compute_rest_of_all(text: str, alike: list[Figure], stated: Figure) -> tuple[Decimal, Decimal] | None:
    """What a percentage before leaves of all of it; None where they make up all already, or it is none of what was
    spent."""
    before = text[max(0, alike[-1].start - 80) : alike[-1].start] if alike else ""
    if any(add_values(alike[at:]) + stated.value == 100 for at in range(len(alike))):
        return None  # `PAD 39,71%, transfer 59,83%; sisanya 0,46%`.
    if any(100 - figure.value == stated.value for figure in alike):
        return None
    if alike and (PART_BEFORE.search(before) or "serapan" in before) and 50 < alike[-1].value <= 100:
        return 100 - alike[-1].value, 100 - alike[-1].value
    return None


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
#: What is left of the figures before, in whatever words these stand.
_LEFT = re.compile(r"[Yy]ang (?:masih )?tersisa(?: (?:sebanyak|tinggal|adalah))? $")
_OTHERS_BEHIND = re.compile(r"\s+(?:lainnya|sisanya|selebihnya)\b")


def _find_wrong_counts(passage: Passage, figures: tuple[Figure, ...]) -> Iterator[Finding]:
    """`1.176 orang dari target 1.200 orang. Selisih 42 orang`, `dari 13 kampung, 11 …; tiga kampung lainnya`."""
    text = passage.text
    for index, stated in enumerate(figures):
        lead = text[max(0, stated.start - 80) : stated.start]
        near = range(max(0, index - _NEAR), index)
        alike = [figures[at] for at in near if _read_unit(text, figures[at], figures[at + 1]) == stated.unit]
        is_left = _LEFT.search(lead) is not None and alike == list(figures[index - 2 : index])
        is_rest = is_left or _REST_OF_COUNT.search(lead) or _NOT_YET.search(lead)
        if stated.unit in NO_COUNTS or not (is_rest or _OTHERS_BEHIND.match(text, stated.end)):
            continue
        right = _list_rests(text, alike, is_left=is_left)
        if right and _OTHERS_BEHIND.match(text, stated.end):
            # More parts may follow those that are told first: `61 …; 8 lainnya …, dan 5 …`.
            behind = [figure.value for figure in figures[index + 1 : index + 4] if figure.unit == stated.unit]
            later = [sum(behind[:many], Decimal(0)) for many in (1, 2, 3)]
            right += [one - parts for one in list(right) for parts in later]
        is_last = any(_completes(stated, alike[at:], figures[:index]) for at in range(len(alike)))
        is_told = is_explained(stated, figures[max(0, index - 2) : index + 1])
        if right and not (is_last or is_told) and stated.value not in right and is_typed(passage, 0, stated):
            message = f"sisa tertulis {stated.text}, hasil hitungannya {stated.show(right[0])}"
            yield Finding.of(passage, message, "Periksa jumlah, bagian, dan sisanya.", stated.text)


def _completes(stated: Figure, parts: list[Figure], before: tuple[Figure, ...]) -> bool:
    """Whether a figure and those of its kind make up one of another kind: `504 orang … 62 tenaga …, 195 lainnya`."""
    if any(whole.value == stated.value + add_values(parts) for whole in before):
        return True
    # `498 orang …; di antaranya 24 dokter, 203 perawat, serta 61 bidan; sisanya, 210 orang`: whatever they are called.
    told = [one for one in before if one.unit not in SHARES]
    starts = range(1, len(told))
    return any(whole.value == stated.value + add_values(told[at:]) for at in starts for whole in told[:at])


def _read_unit(text: str, one: Figure, following: Figure) -> str:
    """What a figure counts; of a bare number what it is a part of: `18 dari 24 kapal`."""
    return following.unit if one.unit == "" and text.startswith(" dari ", one.end) else one.unit


def _list_rests(text: str, alike: list[Figure], *, is_left: bool) -> list[Decimal]:
    """What may be left of a whole that these figures state with its parts; nothing where they state none."""
    if len(alike) < 2:
        return []
    *_, one, other = alike
    if (
        not is_left
        and not re.search(r"\bdari\b", text[one.end : other.start])
        and not any(
            re.search(
                r"\b[Dd]ari\s+(?:\w+\s+){0,2}$|\b(?:berjumlah|sebanyak|terdapat|memiliki|mempunyai)\s+"
                r"(?:[\d.]+ \w+ dan )?$",
                text[max(0, figure.start - 40) : figure.start],
            )
            for figure in alike
        )
    ):
        return []
    wholes = [(at, figure) for at, figure in enumerate(alike[:-1]) if figure.value >= alike[-1].value]
    rests = [abs(one.value - other.value)]
    rests += [figure.value - add_values(alike[at + 1 :]) for at, figure in wholes]
    values = dict.fromkeys(figure.value for figure in alike)
    rests += [whole - part for whole in values for part in values if whole > part]
    return list(dict.fromkeys(rests))
