"""Shares that a sentence computes from its own figures, or from those of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.figured import PART_BEFORE, is_typed, walk_figured
from renjadoc.checks.relations import hold_back
from renjadoc.checks.roles import PEOPLE
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, lies_in, list_figures, share
from renjadoc.indonesian import persen
from renjadoc.reading import Reading

_DIRECTED = re.compile(
    r"\b(?:naik(?! kelas| status| tingkat)|meningkat|bertambah|tumbuh|turun|menurun|berkurang|menyusut|kenaikan"
    r"|penurunan|peningkatan|pertumbuhan"
    r"|selisih|melampaui|melebihi)\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"[^\d;]{0,30}?(?:\(|\(?(?:atau|setara|yakni|yaitu)\s+)(?:(?:sebesar|sekitar|setara|sebanyak|hanya|baru"
    r"|mencapai|dengan"
    r"|tingkat|capaian|realisasi|serapan)\s+)*|\s*=\s*|,?\s+sehingga\s+(?:tingkat\s+|persentase\s+)?"
    r"(?:penyerapan|serapan|realisasi|capaian)(?:nya|\s+anggaran)?\s+(?:(?:sebesar|mencapai|adalah|menjadi)\s+)?",
    re.IGNORECASE,
)
_WHOLE_BEFORE = re.compile(
    r"\b(?:dari|target|pagu|anggaran|alokasi|rencana|direncanakan|ditargetkan|dialokasikan|dianggarkan)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:dari|di antara)\b[^,;]*$", re.IGNORECASE)
#: `Rp1,26 miliar berasal dari sewa Rp882 juta (70%)`: the whole stands first.
_MADE_OF = re.compile(r"\b(?:berasal|bersumber|terdiri|diperoleh) dari\b")
#: `Dari 18 gampong, 12 gampong (66,67%) …`
_OF_FIRST = re.compile(
    r"\b[Dd]ari\s+(?:(?:total|jumlah|seluruh|sebanyak|target|rencana|sisa|pagu|anggaran|kebutuhan|dana)\s+)*$"
)


@rule("RJ113", "Persentase dalam kalimat bukan hasil baginya")
@hold_back
def check_shares(reading: Reading) -> Iterator[Finding]:
    """Persentase yang menyertai dua angka dalam sebuah kalimat adalah hasil bagi keduanya.

    Diperiksa bentuk seperti “17 dari target 18 lembaga (94,44%)”, “pagu Rp… dengan realisasi Rp… atau 96,83%”, dan
    “Rp… atau 70% dari seluruh pagu”. Angka yang dibulatkan (Rp1,2 miliar) dihitung dengan pembulatannya.

    Mengapa: verifikator menghitung ulang setiap persentase, dan angka yang tertukar tidak terlihat dengan mata.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Sebanyak 27 dari target 30 koperasi diperiksa (93%)."
    Gagal:
        bab-5.json /isi/0 = "Pelatihan mendapat Rp50.000.000 atau 21% dari seluruh pagu."
    Gagal:
        bab-5.json /isi/0 = "Alokasi digunakan untuk pelatihan, yakni Rp50.000.000 atau 21% dari seluruh pagu; menyusul
        gaji Rp375.000.000."
    Lolos:
        bab-5.json /isi/0 = "Sebanyak 27 dari target 30 koperasi diperiksa (90%)."
    Lolos:
        bab-5.json /isi/0 = "Dari 12 rancangan, sebelas dibahas (91,67%), dan serapannya Rp4,8 miliar dari Rp5 miliar
        (96%). Pemangkasan waktu layanan dari 12 jam menjadi 9 jam (25%) dipertahankan.
        Dari 320 km pipa, 96 km (30%) berumur lebih dari 25 tahun."
    """
    total = _plan_total(reading)
    for passage, offset, sentence, figures, before, _ in walk_figured(reading):
        for index, stated in enumerate(figures):
            if stated.unit != "%" or not is_typed(passage, offset, *figures[max(0, index - 2) : index + 2]):
                continue
            computed = _compute_share(sentence, figures, index, total)
            if computed is None and index == 1:
                computed = _compute_across(before, sentence, figures)
            if computed is None or lies_in(stated, *computed):
                continue
            message = f"tertulis {stated.text}, hasil hitungannya {persen(sum(computed, Decimal(0)) / 2)}"
            hint = "Periksa ketiga angkanya; lebih aman hitung ulang dari tabel."
            yield Finding.of(passage, message, hint, stated.text)


def _plan_total(reading: Reading) -> int | None:
    amounts = [table.total("", "pagu") for table in reading.tables.of_kind("rencana-program")]
    return sum(amount or 0 for amount in amounts) or None


_OF_ALL = re.compile(
    r"\s*dari\s+(?:(?:seluruh|total|jumlah|keseluruhan)\s+)*(?:pagu|anggaran|kebutuhan|dana)\b"
    # Of whose budget else it is, nobody knows.
    r"(?=\s*(?:[.,;:)(\d]|$)|\s+(?:dinas|badan|kantor|perangkat|satuan|sekretariat|rumah|distrik|kapanewon|kecamatan"
    r"|indikatif|Renja|seluruhnya|keseluruhan|sebesar|senilai|Rp|[Tt]ahun|[Tt]otal|itu|ini|tersebut|untuk|dan|yang|serta"
    r"|menyisakan)\b)"
)


#: Between the ends of a change, in which a percentage behind is by how much: `dari 12 jam menjadi 9 jam (25%)`.
_BECAME = re.compile(r"[^,;]*\bmenjadi\s+(?:[a-z]+\s+){0,2}")
#: `75%, yaitu 48 dari 64 organisasi, atau 101,35% dari target 74%`: of a percentage, not of what is counted.
_OF_TARGET_SHARE = re.compile(r"\s*dari\s+target(?:nya)?\s+(?:sebesar\s+)?[\d.,]+\s?%")


#: Where another thing is told: `42.000 dosis dari pusat dan 8.500 dosis dari APBD, telah disuntikkan 47.850`.
_JOINED = re.compile(r"\d[^\d;]*\b(?:dan|serta)\b")


def _compute_share(
    sentence: str, figures: tuple[Figure, ...], index: int, total: int | None
) -> tuple[Decimal, Decimal] | None:
    """What the percentage at `index` should be; None where the sentence does not say of what it is one."""
    stated = figures[index]
    if _OF_TARGET_SHARE.match(sentence, stated.end):
        return None
    before = sentence[figures[index - 1].end if index else 0 : stated.start]
    if (of_behind := _compute_between(sentence, figures, index)) is not None:
        return of_behind
    if index and _ATTACHED.fullmatch(before) and (of_all := _OF_ALL.match(sentence, stated.end)):
        return _compute_of_all(sentence, figures, index, of_all, total)
    if index == 2 == len(figures) - 1 and (of_first := _compute_of_first(sentence, figures)) is not None:
        return of_first
    if index < 2 or not _ATTACHED.fullmatch(before):
        return None
    first, second = figures[index - 2], figures[index - 1]
    lead, between = _JOINED.split(sentence[: first.start][-40:])[-1], sentence[first.end : second.start]
    is_change = _BECAME.fullmatch(between) or _DIRECTED.search(sentence[max(0, first.start - 60) : stated.start])
    if is_change or not _are_alike(first, second):
        return None
    made_of = _MADE_OF.search(between)
    if _OF.search(between) and len(between) < 60 and not made_of:
        return share(first, second) if second.value else None
    is_whole_first = bool(made_of) or (_WHOLE_BEFORE.search(lead) and PART_BEFORE.search(between))
    if (
        is_whole_first or (_OF_FIRST.search(lead) and (second.value <= first.value or stated.value <= 100))
    ) and first.value:
        return share(second, first)
    is_whole_said = _WHOLE_SAID.search(lead) and PART_BEFORE.search(between)
    is_some = (is_whole_said or _AMONG.match(sentence, second.end)) and "%" not in {one.unit for one in figures[:index]}
    if is_some and second.value <= first.value and first.value and second.unit and _closes(sentence, stated):
        return share(second, first)
    return None


#: What is true of a part, before its share: `60 balita mengalami gizi kurang (18%)`.
_TOLD_OF_PART = re.compile(r"(?:\s+(?!dan\b|atau\b|dari\b)[a-z-]+){1,6}\s+\(")


def _compute_of_first(sentence: str, figures: tuple[Figure, ...]) -> tuple[Decimal, Decimal] | None:
    """`Dari 400 balita yang diperiksa, 60 balita mengalami gizi kurang (18%)`: the only three figures of a sentence."""
    whole, part, stated = figures
    is_part = whole.unit == part.unit != "" and 0 < part.value <= whole.value
    if not is_part or not _OF_FIRST.fullmatch(sentence[: whole.start]):
        return None
    return share(part, whole) if _TOLD_OF_PART.fullmatch(sentence[part.end : stated.start]) else None


def _compute_of_all(
    sentence: str, figures: tuple[Figure, ...], index: int, of_all: re.Match[str], total: int | None
) -> tuple[Decimal, Decimal] | None:
    """`Rp2 miliar atau 17% dari pagu`: of the whole that is told behind, or before its part, or of the plan's."""
    part = figures[index - 1]
    if _DIRECTED.search(sentence[: part.start][-30:]) or _PER_ONE.match(sentence, part.end):
        return None  # `naik Rp2 miliar atau 17% dari anggaran Tahun 2025`: of an amount that is not told.
    behind = [
        one for one in figures[index + 1 : index + 2] if not _TOLD_NEXT.search(sentence[of_all.end() : one.start])
    ]
    money = [figure for figure in (*behind, *figures[:index][-2:-1]) if figure.unit == "Rp"]
    if money:
        return share(part, money[0]) if money[0].value else None
    near = sentence[of_all.start() : of_all.end() + 12]
    if _SPENT.search(sentence[: part.start]) or not total or part.unit != "Rp" or "program" in near:
        return None
    return share(part, Figure(0, 0, Decimal(total), "Rp", Decimal(1), ""))


_PER_ONE = re.compile(r"\s+(?:per|(?:se)?tiap)\s+[a-z]")
#: Money of a year that is over, of whose budget the plan says nothing.
_SPENT = re.compile(
    r"\b(?:realisasi\w*|merealisasikan|terserap|menyerap|terealisasi|tercapai|dicairkan|diserap|dibelanjakan|terlaksana"
    r"|tersalur|rampung|telah|sudah|baru|hanya)\b",
    re.IGNORECASE,
)
#: What is told of something else than the whole.
_TOLD_NEXT = re.compile(r"[,;]|\b(?:menyisakan|sisa\w*|dan|sedangkan|sementara|untuk)\b")
#: What says that a figure is of a whole, in more words than a budget's.
_WHOLE_SAID = re.compile(
    r"\b(?:berjumlah|jumlah\w*|total|seluruh\w*|sebanyak|terdapat|memiliki|mempunyai|mengelola|dikelola|membina"
    r"|menerima"
    r"|memperoleh|plafon|kebutuhan|wajib|sasaran|seluas|sepanjang|didukung|melakukan|melaksanakan|menerbitkan"
    r"|menangani|memeriksa|mencatat|tercatat"
    r"|terjadi|menyalurkan|menyelenggarakan|memproses|terpetakan|dijalankan)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(r",?\s+(?:\w+\s+)?di antaranya\b", re.IGNORECASE)


_OF_THAT = re.compile(r"\s*Dari\s+(?:(?:jumlah|total|angka|seluruh)\s+)?(?:tersebut|itu)\s*,?\s*(?:sebanyak\s+)?")
#: When it was so, before a part of what the sentence before tells.
_WHEN = re.compile(r"(?:Sampai dengan|Hingga|Pada|Per)\s+(?:(?:19|20)\d\d|[^\d,;.])*,\s+(?:sebanyak\s+)?")
_DONE = re.compile(r"\)\s+(?:di antaranya\s+)?(?:telah|sudah|belum|masih)\b")


def _closes(sentence: str, stated: Figure) -> bool:
    """Whether nothing more is said of a percentage: `(80%)`, or `atau 80%` before a comma or the end."""
    return re.match(r"\s*(?:\)|[,.;]|$|yang\b|di antaranya\b)", sentence[stated.end :]) is not None


def _compute_across(before: str, sentence: str, figures: tuple[Figure, ...]) -> tuple[Decimal, Decimal] | None:
    """`Pagunya Rp500 juta. Realisasinya Rp480 juta atau 96%`: a part here, its whole in the sentence before."""
    part, stated = figures[:2]
    attached = _ATTACHED.fullmatch(sentence[part.end : stated.start]) or _AMONG.match(sentence, part.end)
    if not before or not attached or not _closes(sentence, stated) or _DIRECTED.search(sentence[: stated.end]):
        return None
    stated_before = list_figures(before)
    is_among = _AMONG.match(sentence, part.end) is not None
    wholes = [
        figure
        for figure in stated_before
        if (figure.unit == part.unit and (figure.unit or is_among)) or {figure.unit, part.unit} <= PEOPLE
    ]
    if len(wholes) != 1 or any(figure.unit == "%" for figure in stated_before) or not wholes[0].value:
        return None
    whole, lead = wholes[0], sentence[: part.start]
    is_said = (
        _OF_THAT.fullmatch(lead)
        or _WHOLE_BEFORE.search(before[: whole.start])
        or _WHOLE_SAID.search(before[: whole.start])
    )
    is_when = _WHEN.fullmatch(lead) and _DONE.match(sentence, stated.end)
    is_bare = not lead.strip() or is_when or _OF_THAT.fullmatch(lead) or "antaranya" in sentence
    is_part = PART_BEFORE.search(lead) or (part.value <= whole.value and is_bare)
    return share(part, whole) if is_said and is_part else None


_LEAVES = re.compile(r"\b(?:menyisakan|tersisa|sisanya)\b")


def _compute_between(sentence: str, figures: tuple[Figure, ...], index: int) -> tuple[Decimal, Decimal] | None:
    """`82,7 km (103,38%) dari target 80 km`, and `dari 12 rancangan, 11 (91,67%) dibahas`."""
    stated = figures[index]
    if not index or not _ATTACHED.fullmatch(sentence[figures[index - 1].end : stated.start]):
        return None
    if index + 1 >= len(figures) or not _are_alike(figures[index - 1], figures[index + 1]):
        return None
    between = sentence[stated.end : figures[index + 1].start]
    if (
        not re.fullmatch(r"\)?\s*(?:\w+\s+){0,2}(?<!lebih )(?<!kurang )dari\s+(?:[a-z]+\s+){0,4}", between)
        or not figures[index + 1].value
        or _LEAVES.search(between)
    ):
        return None
    return share(figures[index - 1], figures[index + 1])


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same; of two counts one may leave out of what."""
    if "%" in {one.unit, other.unit} or "Rp" in {one.unit, other.unit}:
        return one.unit == other.unit
    units = {one.unit, other.unit} - {""}
    return len(units) < 2 or bool(units & {"target"})
