"""Shares, rests and parts that a sentence computes from its own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, lies_in, list_figures, share
from renjadoc.indonesian import persen
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading

#: A sentence that computes states two figures or more.
_TWO_FIGURES = re.compile(r"\d[^\0]*\d")
_NARRATIVE = frozenset({"paragraf", "butir", "kutipan", "catatan"})
Stated = tuple[Passage, int, str, tuple[Figure, ...]]


def walk_figured(reading: Reading) -> Iterator[Stated]:
    """The sentences of the narrative that state two figures or more: passage, place in it, text, figures."""
    for passage in reading.passages.find_pattern(_TWO_FIGURES):
        if passage.kind in _NARRATIVE:
            for offset, sentence in split_sentences(passage.text):
                figures = list_figures(sentence)
                if len(figures) > 1:
                    yield passage, offset, sentence, figures


def is_typed(passage: Passage, offset: int, *figures: Figure) -> bool:
    """Whether people typed one of these figures: what placeholders give is right by itself."""
    return any(passage.is_typed(offset + figure.start, offset + figure.end) for figure in figures)


_DIRECTED = re.compile(
    r"\b(?:naik|meningkat|bertambah|tumbuh|turun|menurun|berkurang|menyusut|kenaikan|penurunan|peningkatan|pertumbuhan"
    r"|selisih|melampaui|melebihi)\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"[^\d;]{0,30}?(?:\(|\(?(?:atau|setara|yakni|yaitu)\s+)(?:(?:sebesar|sekitar|setara|sebanyak|hanya|baru|mencapai|dengan"
    r"|tingkat|capaian|realisasi|serapan)\s+)*|\s*=\s*",
    re.IGNORECASE,
)
_WHOLE_BEFORE = re.compile(r"\b(?:dari|target|pagu|anggaran|alokasi|rencana|direncanakan|ditargetkan)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:realisasi\w*|terserap|terealisasi|tercapai|mencapai|dicairkan|diserap|digunakan|dibelanjakan|terlaksana)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\bdari\b", re.IGNORECASE)
#: `Dari 18 gampong, 12 gampong (66,67%) …`
_OF_FIRST = re.compile(r"\b[Dd]ari\s+(?:(?:total|jumlah|seluruh|sebanyak|target|rencana)\s+)*$")


@rule("RJ113", "Persentase dalam kalimat bukan hasil baginya")
def check_shares(reading: Reading) -> Iterator[Finding]:
    """Persentase yang menyertai dua angka dalam sebuah kalimat adalah hasil bagi keduanya.

    Diperiksa bentuk seperti “17 dari target 18 lembaga (94,44%)”, “pagu Rp… dengan realisasi Rp… atau 96,83%”, dan
    “Rp… atau 70% dari seluruh pagu”. Angka yang dibulatkan (Rp1,2 miliar) dihitung dengan pembulatannya.

    Mengapa: verifikator menghitung ulang setiap persentase, dan angka yang tertukar tidak terlihat dengan mata.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Sebanyak 27 dari target 30 koperasi diperiksa (93%)."
    Gagal:
        bab-5.json /isi/0 = "Pelatihan menyerap Rp50.000.000 atau 21% dari seluruh pagu."
    Lolos:
        bab-5.json /isi/0 = "Sebanyak 27 dari target 30 koperasi diperiksa (90%)."
    Lolos:
        bab-5.json /isi/0 = "Dari 12 rancangan, sebelas dibahas (91,67%), dan serapannya Rp4,8 miliar dari Rp5 miliar
        (96%)."
    """
    total = _plan_total(reading)
    for passage, offset, sentence, figures in walk_figured(reading):
        for index, stated in enumerate(figures):
            if stated.unit != "%" or not is_typed(passage, offset, *figures[max(0, index - 2) : index + 2]):
                continue
            computed = _compute_share(sentence, figures, index, total)
            if computed is None or lies_in(stated, *computed):
                continue
            message = f"tertulis {stated.text}, hasil hitungannya {persen(sum(computed, Decimal(0)) / 2)}"
            hint = "Periksa ketiga angkanya; lebih aman hitung ulang dari tabel."
            yield Finding(passage.source, passage.pointer, message, hint, stated.text)


def _plan_total(reading: Reading) -> int | None:
    amounts = [table.total("", "pagu") for table in reading.tables.of_kind("rencana-program")]
    return sum(amount or 0 for amount in amounts) or None


_OF_ALL = re.compile(
    r"\s*dari\s+(?:(?:seluruh|total|jumlah|keseluruhan)\s+)*(?:pagu|anggaran|kebutuhan|dana)\b(?!\s+(?:daerah|APBD|program))"
)


def _compute_share(
    sentence: str, figures: tuple[Figure, ...], index: int, total: int | None
) -> tuple[Decimal, Decimal] | None:
    """What the percentage at `index` should be; None where the sentence does not say of what it is one."""
    stated = figures[index]
    before = sentence[figures[index - 1].end if index else 0 : stated.start]
    if index and _ATTACHED.fullmatch(before) and (of_all := _OF_ALL.match(sentence, stated.end)):
        near = sentence[of_all.start() : of_all.end() + 12]
        if total and figures[index - 1].unit == "Rp" and "program" not in near:
            whole = Figure(0, 0, Decimal(total), "Rp", Decimal(1), "")
            return share(figures[index - 1], whole)
        return None
    if index < 2 or not _ATTACHED.fullmatch(before):
        return _compute_between(sentence, figures, index)
    first, second = figures[index - 2], figures[index - 1]
    lead, between = sentence[: first.start][-40:], sentence[first.end : second.start]
    if not _are_alike(first, second) or _DIRECTED.search(sentence[max(0, first.start - 60) : stated.start]):
        return None
    if _OF.search(between) and len(between) < 60:
        return share(first, second) if second.value else None
    is_whole_first = _WHOLE_BEFORE.search(lead) and _PART_BEFORE.search(between)
    if (is_whole_first or (_OF_FIRST.search(lead) and second.value <= first.value)) and first.value:
        return share(second, first)
    return None


def _compute_between(sentence: str, figures: tuple[Figure, ...], index: int) -> tuple[Decimal, Decimal] | None:
    """`82,7 km (103,38%) dari target 80 km`, and `dari 12 rancangan, 11 (91,67%) dibahas`."""
    stated = figures[index]
    if not index or not _ATTACHED.fullmatch(sentence[figures[index - 1].end : stated.start]):
        return None
    if index + 1 >= len(figures) or not _are_alike(figures[index - 1], figures[index + 1]):
        return None
    between = sentence[stated.end : figures[index + 1].start]
    if not re.fullmatch(r"\)?\s*(?:\w+\s+){0,2}dari\s+(?:[a-z]+\s+){0,4}", between) or not figures[index + 1].value:
        return None
    return share(figures[index - 1], figures[index + 1])


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same; of two counts one may leave out of what."""
    if "%" in {one.unit, other.unit} or "Rp" in {one.unit, other.unit}:
        return one.unit == other.unit
    units = {one.unit, other.unit} - {""}
    return len(units) < 2 or bool(units & {"target"})


_REST = re.compile(r"\b(?:[Ss]isa|[Ss]elisih)(?:nya)?\b[^.;\d]{0,40}$")
_FROM_BUDGET = re.compile(r"\b(?:pagu|anggaran|alokasi|dana)\b", re.IGNORECASE)


@rule("RJ114", "Sisa dalam kalimat keliru")
def check_rests(reading: Reading) -> Iterator[Finding]:
    """Sisa anggaran yang disebut sesudah pagu dan realisasinya adalah selisih keduanya.

    Berlaku juga untuk persentase: sisa 3,79% sesudah serapan 96,21%.

    Mengapa: sisa yang tidak cocok membuat realisasi dan pagunya ikut diragukan.
    Sumber: kebiasaan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Dari pagu Rp500.000.000 terserap Rp480.000.000. Sisa Rp30.000.000 adalah efisiensi."
    Lolos:
        bab-5.json /isi/0 = "Tahun 2025 terserap Rp480.000.000 dari pagu Rp500.000.000. Sisanya Rp20.000.000 adalah
        efisiensi."
    """
    for passage in reading.passages.find_words(("sisa", "selisih")):
        figures = list_figures(passage.text)
        for index, stated in enumerate(figures):
            lead = passage.text[max(0, stated.start - 80) : stated.start]
            if not index or not _REST.search(lead) or not is_typed(passage, 0, stated):
                continue
            right = _compute_rest(passage.text, figures, index)
            if right is not None and not lies_in(stated, *right):
                shown = stated.show(right[0] + (right[1] - right[0]) / 2)
                message = f"sisa tertulis {stated.text}, hasil hitungannya {shown}"
                hint = "Periksa pagu, realisasi, dan sisanya."
                yield Finding(passage.source, passage.pointer, message, hint, stated.text)


#: As many figures around one are looked at as a sentence has at most.
_NEAR = 12
_FROM_ALL = re.compile(r"\s*dari\s+(?:total\s+|seluruh\s+)?(?:pagu|anggaran|alokasi|dana)\b")


def _compute_rest(text: str, figures: tuple[Figure, ...], index: int) -> tuple[Decimal, Decimal] | None:
    near = figures[max(0, index - _NEAR) : index]
    alike = [figure for figure in near if figure.unit == figures[index].unit]
    if figures[index].unit == "%":
        before = text[: alike[-1].start][-80:] if alike else ""
        if alike and (_PART_BEFORE.search(before) or "serapan" in before) and 50 < alike[-1].value <= 100:
            return 100 - alike[-1].value, 100 - alike[-1].value
        return None
    if figures[index].unit != "Rp":
        return None
    behind = [figure for figure in figures[index + 1 : index + _NEAR] if figure.unit == "Rp"]
    if len(alike) < 2 and len(behind) > 1 and _FROM_ALL.match(text, figures[index].end):
        alike = behind[:2] if _PART_BEFORE.search(text[behind[0].end : behind[1].start]) else alike
    if len(alike) < 2:
        return None
    first, second = alike[-2:]
    if not _FROM_BUDGET.search(text[: first.start][-60:]) and not _FROM_BUDGET.search(text[: second.start][-60:]):
        return None
    slack = sum((figure.step / 2 for figure in (first, second) if figure.is_rounded), Decimal(0))
    rest = abs(first.value - second.value)
    return rest - slack, rest + slack


_LISTED = re.compile(
    r"\b(?:terdiri (?:atas|dari)|terbagi (?:atas|dalam|menjadi)|dibagi menjadi|meliputi|berasal dari|yaitu|yakni"
    r"|mencakup|"
    r"bersumber dari|dirinci|dengan rincian|komposisi\w*)\b"
)
#: Words after which a list is not whole.
_SOME = re.compile(
    r"\b(?:antara lain|di antaranya|terutama|sebagian|terbesar|misalnya|seperti|khususnya|termasuk"
    r"|masing-masing dari)\b"
)


@rule("RJ115", "Bagian-bagian dalam kalimat tidak sama dengan jumlahnya")
def check_parts(reading: Reading) -> Iterator[Finding]:
    """Bagian yang dirinci dalam sebuah kalimat berjumlah 100%, atau sama dengan jumlah yang disebut di depannya.

    Rincian yang tidak lengkap (antara lain, terutama) tidak diperiksa; selisih karena pembulatan boleh.

    Mengapa: rincian yang tidak berjumlah adalah kesalahan hitung yang paling mudah ditemukan pembaca.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Penduduk berjumlah 1.200 jiwa, terdiri atas 610 laki-laki dan 600 perempuan."
    Gagal:
        bab-5.json /isi/0 = "Sisa itu berasal dari belanja pegawai (64%) dan belanja modal (46%)."
    Lolos:
        bab-5.json /isi/0 = "Penduduk berjumlah 1.200 jiwa, terdiri atas 600 laki-laki dan 600 perempuan."
    Lolos:
        bab-5.json /isi/0 = "Sisa itu terutama berasal dari belanja pegawai (54%) dan belanja modal (36%)."
    """
    for passage, offset, sentence, figures in walk_figured(reading):
        listed = _LISTED.search(sentence)
        if listed is None or _SOME.search(sentence):
            continue
        before = [figure for figure in figures if figure.end <= listed.start()]
        parts = [figure for figure in figures if figure.start >= listed.end()]
        right = _find_whole(sentence, before, parts)
        if right is None or not is_typed(passage, offset, *parts):
            continue
        summed = sum((part.value for part in parts[: right[1]]), Decimal(0))
        message = f"bagian-bagiannya berjumlah {parts[0].show(summed)}, bukan {parts[0].show(right[0])}"
        yield Finding(passage.source, passage.pointer, message, "Periksa bagian dan jumlahnya.", parts[0].text)


def _find_whole(sentence: str, before: list[Figure], parts: list[Figure]) -> tuple[Decimal, int] | None:
    """What the parts should sum up to and how many they are; None where they do, or nobody knows."""
    if len(parts) < 2:
        return None
    shares = [part for part in parts if part.unit == "%"]
    if len(shares) > 1 and len(shares) == len(parts) and _is_closed(sentence, parts):
        rounding = sum((part.step / 2 for part in shares), Decimal(0))
        summed = sum((part.value for part in shares), Decimal(0))
        return (Decimal(100), len(parts)) if abs(summed - 100) > rounding and 60 < summed < 140 else None
    people = [part for part in parts if part.unit in {"laki", "perempuan", "pria", "wanita", "putra", "putri"}]
    if len(people) == 2 and before and parts[:2] == people and before[-1].value > max(p.value for p in people):
        return _differ(before[-1], people)
    money = [part for part in parts if part.unit == "Rp"]
    wholes = [figure for figure in before if figure.unit == "Rp"]
    if wholes and len(money) == len(parts) and _is_closed(sentence, parts):
        summed = sum((part.value for part in money), Decimal(0))
        nearest = min(wholes, key=lambda whole: abs(summed - whole.value))
        return _differ(nearest, money) if abs(summed - nearest.value) * 5 < nearest.value else None
    return None


def _differ(whole: Figure, parts: list[Figure]) -> tuple[Decimal, int] | None:
    rounding = sum((figure.step / 2 for figure in (whole, *parts) if figure.is_rounded), Decimal(0))
    is_sum = abs(sum((part.value for part in parts), Decimal(0)) - whole.value) <= rounding
    return None if is_sum else (whole.value, len(parts))


def _is_closed(sentence: str, parts: list[Figure]) -> bool:
    """Whether the last part is joined by dan or serta, as the last of a list is."""
    return re.search(r"\b(?:dan|serta)\b", sentence[parts[-2].end : parts[-1].start]) is not None
