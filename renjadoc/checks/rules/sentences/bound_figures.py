"""Three figures that the words of a sentence bind to one sum, share or product, and that do not fit together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, permutations
from math import prod

from renjadoc.checks.figured import Mismatch, Statement
from renjadoc.checks.relations import follows_from, tell_computed
from renjadoc.checks.roles import DOWN, LESS, MORE, OF_OTHER, SHARES, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences.counted_alike import MEASURES, list_counted, share_unit
from renjadoc.checks.stated import Figure, add_values, lies_in
from renjadoc.reading import Reading


@rule("RJ156", "Angka-angka dalam satu kalimat tidak saling cocok", yields=True)
def check_bound_figures(reading: Reading) -> Iterator[Finding]:
    """Tiga angka yang dihubungkan kalimatnya sebagai jumlah, selisih, bagian, atau hasil kali cocok satu sama lain.

    Berlaku untuk kalimat dengan tepat tiga angka (empat untuk perkalian) dan kata seperti sisa, selisih, berkurang,
    seluruhnya, terdiri atas, setiap, atau persentase yang menempel pada jumlahnya. Cukup satu hitungan yang cocok.

    Mengapa: satu dari tiga angka diperbarui, dan dua lainnya tertinggal.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Dari 1.250 rumah, sebanyak 480 unit telah ditangani sehingga masih tersisa 870 unit."
    Gagal:
        bab-5.json /isi/0 = "Tersedia 240 unit, dipakai 165 unit. Selebihnya, 85 unit, disimpan."
    Gagal:
        bab-5.json /isi/0 = "Capaiannya 82,50 poin, lebih tinggi 3,50 poin daripada tahun lalu sebesar 78,00."
    Gagal:
        bab-5.json /isi/0 = "Jumlah posyandu 210 unit, yang aktif 180 unit (80%)."
    Gagal:
        bab-5.json /isi/0 = "Dengan rata-rata 45 orang per angkatan selama 4 angkatan, jumlah peserta menjadi 160
        orang."
    Lolos:
        bab-5.json /isi/0 = "Dari 1.250 rumah, sebanyak 480 unit telah ditangani sehingga masih tersisa 770 unit.
        Jumlah posyandu 210 unit, yang aktif 180 unit (85,71%). Setiap kelompok berisi 20 orang, sehingga 12 kelompok
        memerlukan 240 orang. Jumlah gampong 296 gampong di 17 kecamatan, atau rata-rata 17 gampong per kecamatan.
        Armada di bawah 5 GT 310 unit (73,1%)."
    """
    finders = (
        *(_find_unfitting_sum, _find_unfitting_share, _find_unfitting_product),
        *(_find_unfitting_whole, _find_unfitting_sequel),
    )
    return tell_computed(reading, finders, "Periksa angka-angka kalimat ini.")


_LEFT = (
    r"masih (?:dibutuhkan|diperlukan|kurang)|yang (?:belum|tidak) (?:di|ter)[a-z]+"
    r"|sisa(?:nya)?(?! lebih p)|selebihnya|tersisa|bersisa|menyisakan|selisih(?:nya)?"
    r"|terpaut|kekurangan(?:nya)?|kelebihan(?:nya)?"
)
_ALL = (
    r"seluruhnya|total(?:nya)?|jumlah(?:nya)?|berjumlah|terdiri (?:atas|dari)|terbagi (?:atas|dalam|menjadi)"
    r"|dengan rincian"
)
#: What makes three figures one difference, by how much something changed, and one sum.
_DIFFERENCE = re.compile(rf"\b(?:{_LEFT})\b", re.IGNORECASE)
_CHANGE = re.compile(rf"\b(?:{UP}|{DOWN}|{MORE}|{LESS})\s+(?:sebesar |sebanyak |sejumlah )?\(?$", re.IGNORECASE)
#: By how much one is beyond another: `1,4 poin di atas tahun sebelumnya`.
_BEYOND = re.compile(
    rf"\s*(?!dan\b|serta\b|tetapi\b)(?:[a-z]+\s+)?(?:di atas|di bawah|{MORE}|{LESS})\s+(?:dari(?:pada)?\s+)?"
    r"(?:tahun|target|rata|standar|capaian|angka|nilai)"
)
_SUM = re.compile(rf"\b(?:{_ALL})\b", re.IGNORECASE)
#: What makes a percentage that of the amounts beside it.
_SHARE_BEFORE = re.compile(
    r"(?:\(|\b(?:(?:baru|hanya)\s+mencapai|atau|terserap|terealisasi|tercapai|yaitu|yakni|sebesar|tumbuh|naik"
    r"|turun|meningkat|menurun)\s*)$"
)
_SHARE_BEHIND = re.compile(r"\s*dari\s")
#: What makes figures factors, and one of them their product.
_EACH = re.compile(
    r"\b(?:rata-rata|setiap|tiap|masing-masing|per(?! tahun| bulan)"
    r"|(?:[Ss]atu|[Ss]eorang|[Ss]ebuah) [a-z]+ (?:me|ber|di)[a-z]+)\b|@",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"\b(?:rata-rata (?:terdiri|memiliki|melayani|menangani|menerima|mendapat|membina)|berjumlah|jumlah(?:nya)?"
    r"|total(?:nya)?|seluruhnya|(?:di|me)(?:perlukan|merlukan|butuhkan|mbutuhkan)"
    r"|sehingga|dibagi"
    r"|menghasilkan|setiap [a-z]+ dilayani)\b",
    re.IGNORECASE,
)
#: What sets figures side by side without making them one sum: others are left out, or another thing is spoken of.
_LOOSE = re.compile(
    r"\b(?:di antaranya|antara lain|termasuk|terutama|lainnya"
    r"|diikuti|disusul|peringkat|kali|sekitar|kira-kira|hampir|(?:lebih|kurang) dari"
    r"|rasio|kepadatan|perbandingan|sekurang-kurangnya|minimal|paling|berusia|diperkirakan|diproyeksikan|sedangkan|sementara|meskipun"
    r"|walaupun|sekalipun|namun|tetapi|ambang"
    r"|kecuali|selain|di luar|sampai|hingga)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\d[^,;()]*(?:\(|\batau\s*)$")
_BECAME = re.compile(r"\bdari\b[^.;]*\bmenjadi\b[^\d;]*$", re.IGNORECASE)
_LISTED = re.compile(r",\s*(?:dan|serta)\b")
_MEASURED = re.compile(r"\bper (kg|kilogram|ton|liter|meter|kilometer|km|hektare|jam|hari|bulan|tahun)\b")


#: What changed from a year of which nothing is told, and is set against a target: `naik 1,66 poin dari tahun lalu`.
_OF_TWO_YEARS = re.compile(
    r"\b(?:dari|daripada|dibanding\w*(?: dengan)?) (?:[a-z]+ )?(?:tahun|periode|bulan|triwulan|semester)"
    r" (?:sebelumnya|lalu)\b(?! (?:yang|sebesar)\b|,? \(?\d)(?=.*\btarget\b)",
    re.IGNORECASE,
)


#: A sentence of more figures has those of other things among them.
_FEW = 3


def _find_unfitting_sum(said: Statement) -> Mismatch | None:
    """`Dari 1.250 rumah, 480 unit telah ditangani, tersisa 870 unit`: the greatest is not both others."""
    if len(said.figures) > _FEW + 1 or _OF_TWO_YEARS.search(said.text):
        return None
    if _LOOSE.search(said.text) or _EACH.search(said.text) or _has_rate(said):
        return None
    figures = [one for one in list_counted(said) if not _is_aside(said, one)]
    three = figures if _are_points(figures) else share_unit(figures)
    if len(three) != 3 or not _is_bound(said, three):
        return None
    shares = [one for one in list_counted(said) if _is_aside(said, one)]
    if any(follows_from(one.value, one, *pair, is_strict=False) for one in shares for pair in combinations(three, 2)):
        return None  # `bertambah 79 menjadi 902 dari 1.284 bidang (70,25%)`: a change, and a share.
    if _IN_CALENDAR.search(said.text) and {one.unit for one in figures} <= _TIMES:
        return None
    others = {one: [other for other in three if other is not one] for one in three}
    if any(follows_from(one.value, one, *two, is_strict=False) for one, two in others.items()):
        return None
    if any(abs(abs(one.value - other.value) - by.value) < by.step for one, other, by in permutations(three)):
        return None  # `79,17%, tiga poin di atas target 76%`.
    return _tell(three, three[-1])


def _are_points(figures: list[Figure]) -> bool:
    """Whether one is the points between two percentages."""
    return sorted(one.unit for one in figures) == ["%", "%", "poin"]


def _is_aside(said: Statement, percent: Figure) -> bool:
    """Whether a percentage only tells an amount once more, which is asked by itself."""
    return percent.unit == "%" and bool(_ASIDE.search(said.text[: percent.start]))


#: How much of something there is to each, or in each span of time: `Rp30 juta per unit`, `102 bidang setahun`.
_RATE = re.compile(r"\s*(?:[a-z]+\s+)?(?:per\s+[a-z]|/[a-z]|(?:setiap|tiap)\s+(?:tahun|bulan)|se(?:tahun|bulan)\b)")


def _has_rate(said: Statement) -> bool:
    return any(_RATE.match(said.text, one.end) for one in said.figures)


def _is_bound(said: Statement, three: list[Figure]) -> bool:
    changes = [one for one in three if _CHANGE.search(said.text[: one.start]) or _BEYOND.match(said.text, one.end)]
    if len(changes) == 1 and _is_change_alone(said, changes[0], three):
        return False
    if len(changes) > 1:
        return False  # `turun 0,4 juta dari bulan Maret dan 0,9 juta dari tahun lalu`: each from another figure.
    if _DIFFERENCE.search(said.text) or changes:
        return not _is_list(said, three)
    first = said.text[: three[1].start]
    if _BECAME.search(first):
        return False
    return bool(_SUM.search(first)) and not (_is_list(said, three) and not _SUM.search(first[three[0].end :]))


_TO = re.compile(r"\s+menjadi\s+(?:[a-z]+\s+)?")
_STANDARD = re.compile(r"\b(?:target\w*|ambang\w*|standar|rata-rata|batas|sasaran)(?:\s+[a-z]+)?\s+$")


def _is_change_alone(said: Statement, change: Figure, three: list[Figure]) -> bool:
    """`turun 2,5 poin menjadi 21,6%, lebih baik daripada target 22%`: what it was before is not told."""
    is_first = three.index(change) == 0 and _TO.fullmatch(said.between(change, three[1])) is not None
    return is_first and _STANDARD.search(said.text[: three[2].start]) is not None


def _is_list(said: Statement, three: list[Figure]) -> bool:
    """Whether three things are named one after another: each has a figure of its own."""
    return bool(_LISTED.search(said.between(three[1], three[2])))


#: What makes one of two counts a part of the other, and what makes them two things.
_OUT_OF = re.compile(r"\b(?:dari|terhadap|yang|realisasi\w*|terserap|terealisasi)\b", re.IGNORECASE)
_TURNED = re.compile(r"\b(?:menjadi|sehingga|karena|akibat)\b")


def _find_unfitting_share(said: Statement) -> Mismatch | None:
    """`Jumlah posyandu 210 unit, yang aktif 180 unit (80%)`: no share of them, no growth between them."""
    figures = list_counted(said)
    if len(said.figures) != _FEW:
        return None
    percents = [one for one in figures if one.unit == "%"]
    told = [one for one in figures if one.unit not in SHARES]
    counts = share_unit(told)
    if len(percents) != 1 or len(counts) != 2 or len(figures) != 3 or _LOOSE.search(said.text) or _has_rate(said):
        return None
    if any(one.text[0].isalpha() and one.unit != other.unit for one, other in permutations(told, 2)):
        return None  # `Dua kelurahan terpadat dihuni 12.451 jiwa (38,52%)`: whose they are, and how many.
    percent = percents[0]
    before, behind = said.text[: percent.start], said.text[percent.end :]
    is_linked = _SHARE_BEFORE.search(before) or _SHARE_BEHIND.match(behind)
    if not is_linked or OF_OTHER.match(behind) or percent is not figures[-1]:
        return None
    if not _OUT_OF.search(said.between(*counts)) or _TURNED.search(before):
        return None
    if follows_from(abs(percent.value), percent, *counts, is_strict=False):
        return None
    return _tell([percent, *counts], percent)


def _find_unfitting_product(said: Statement) -> Mismatch | None:
    """`Setiap kelompok menerima Rp25 juta, sehingga 12 kelompok memerlukan Rp350 juta`: none is a product or a sum."""
    figures = list_counted(said)
    if not (_EACH.search(said.text) and _PRODUCT.search(said.text)) or _LOOSE.search(said.text):
        return None
    if len(figures) not in {3, 4} or any(one.unit in SHARES for one in figures):
        return None
    if any(one.unit in MEASURES for one in figures) or _is_of_other_measure(said):
        return None
    if any(_BECAME.search(said.text[: one.start]) for one in figures):
        return None  # `bertambah 5 setiap tahun, dari 30 menjadi 50`: a course of years, no product.
    if any(match[1] not in {one.unit for one in figures} for match in _FOR_EACH.finditer(said.text)):
        return None  # `1,95 desa bagi setiap penyuluh`, of whom another clause tells the number.
    if len(figures) == 4 and sorted(Counter(one.unit for one in figures).values()) == [2, 2]:
        return None  # `masing-masing tiga dokter dan 14 perawat, seluruhnya enam dokter dan 28 perawat`.
    whole = max(figures, key=lambda one: one.value)
    factors = [one for one in figures if one is not whole]
    if whole.unit not in {one.unit for one in factors}:
        return None
    groups = [group for size in (2, 3) for group in combinations(factors, size)]
    if any(_makes(group, whole) for group in groups) or _has_mean(said, factors, whole):
        return None
    return _tell(factors, whole)


_FOR_EACH = re.compile(r"\b(?:bagi|untuk) setiap ([a-z]+)")
_MEAN = re.compile(r"\brata-rata\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)


def _has_mean(said: Statement, factors: list[Figure], whole: Figure) -> bool:
    """Whether one figure is the mean of the whole, rounded: `296 gampong di 17 kecamatan, rata-rata 17 gampong`."""
    return any(
        _MEAN.search(said.text[: one.start]) and abs(whole.value / other.value - one.value) <= one.step / 2
        for one, other in permutations(factors, 2)
        if other.value
    )


#: What the calendar holds is told by no figure: `libur 16 hari, cuti 8 hari, sehingga hari kerja 237 hari setahun`.
_IN_CALENDAR = re.compile(r"\bse(?:tahun|bulan|minggu|pekan|hari)\b")
_TIMES = frozenset({"jam", "hari", "minggu", "bulan"})


def _is_of_other_measure(said: Statement) -> bool:
    """Whether something is told per so much of what no figure counts: a price per kilogram of tons."""
    units = {one.unit for one in said.figures}
    return any(match[1] not in units for match in _MEASURED.finditer(said.text))


def _makes(figures: tuple[Figure, ...], whole: Figure) -> bool:
    """Whether figures multiply or add up to another, as far as all are rounded."""
    least = [one.value - one.slack for one in figures]
    most = [one.value + one.slack for one in figures]
    return lies_in(whole, prod(least, start=Decimal(1)), prod(most, start=Decimal(1))) or lies_in(
        whole, sum(least, Decimal(0)), sum(most, Decimal(0))
    )


#: What a list of percentages makes up together.
_SHARED_OUT = re.compile(
    r"\bsangat (?P<sifat>\w+)\b.*\b(?:tidak|kurang) (?P=sifat)\b|"
    r"\b(?:menyerap|memakai|menghabiskan)\s+\d[\d,]*\s?%[^%]*,[^%]*%|\b(?:[Pp]roporsi|[Kk]omposisi|[Pp]orsi"
    r"|[Ss]truktur)(?:nya)?\b|\b(?:membentuk|menyusun) seluruh\b"
)


def _find_unfitting_whole(said: Statement) -> Mismatch | None:
    """`Proporsi belanja operasi 65%, belanja modal 30%, dan belanja tidak terduga 10%`: more or less than all."""
    percents = [one for one in said.figures if one.unit == "%"]
    told = said.text.replace("lainnya", "")  # `dan belanja lainnya (10%)` is one of the parts.
    if len(percents) < 3 or len(percents) != len(said.figures) or _LOOSE.search(told):
        return None
    if not _SHARED_OUT.search(said.text) or not _LISTED.search(said.between(percents[-2], percents[-1])):
        return None
    whole = add_values(percents)
    if abs(whole - 100) <= sum((one.step for one in percents), Decimal(0)) / 2:
        return None
    return Mismatch(percents[-1], f"bagian-bagiannya berjumlah {percents[-1].show(whole)}, bukan 100%")


#: How a sentence begins that goes on counting what the one before told.
_SEQUEL = re.compile(
    r"(?:Sisanya|Sisa|Selebihnya|Selisih|Kekurangan|Kelebihan|Realisasi|Capaian|Keduanya|Seluruhnya|Total|Jumlahnya"
    r"|(?:Dari )?(?:[Jj]umlah|[Aa]ngka|[Nn]ilai) (?:itu|tersebut)|Dengan demikian|Artinya|Berarti)"
)


def _find_unfitting_sequel(said: Statement) -> Mismatch | None:
    """`Pagunya Rp900 juta dan terserap Rp800 juta. Sisanya Rp150 juta`: the same asked of both sentences."""
    if not said.before or not _SEQUEL.match(said.text):
        return None
    both = said.take_in()
    if len(both.figures) != _FEW:
        return None
    found = _find_unfitting_sum(both) or _find_unfitting_share(both)
    shift = len(said.before) + 1
    if found is None:
        return None
    stated = found.stated
    return Mismatch(stated._replace(start=stated.start - shift, end=stated.end - shift), found.message)


def _tell(figures: list[Figure], stated: Figure) -> Mismatch:
    others = [one.text for one in figures if one.start != stated.start]
    return Mismatch(stated, f"tertulis {stated.text}, tidak cocok dengan {', '.join(others[:-1])} dan {others[-1]}")
