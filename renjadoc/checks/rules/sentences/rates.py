"""What there is for each of many: a rate beside its total and their count, and a mean whose count nobody tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from renjadoc.checks.figured import Mismatch, Statement
from renjadoc.checks.relations import tell_computed
from renjadoc.checks.roles import SHARES, TIMES, Role, Told, read_told
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, lies_in
from renjadoc.indonesian import angka
from renjadoc.reading import Reading


@rule("RJ170", "Rata-rata atau hasil tiap satuan keliru", yields=True)
def check_rates(reading: Reading) -> Iterator[Finding]:
    """Yang diperoleh tiap hektare, orang, atau desa adalah jumlahnya dibagi banyaknya.

    Satuannya boleh lain (ton dan kuintal). Bila banyaknya tidak disebut, jumlah dibagi rata-ratanya per desa, orang,
    atau kelompok harus bilangan bulat.

    Mengapa: salah satu angkanya diubah, dan hasil baginya tertinggal.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Tahun 2025 ditanami 424 ha lahan dengan 466.400 bibit atau rata-rata 2.100 bibit setiap
        hektare."
    Gagal:
        bab-5.json /isi/0 = "Petugas berkunjung 44 kali dan melayani 660 pelaku usaha atau rata-rata 25 pelaku usaha
        setiap kunjungan."
    Gagal:
        bab-5.json /isi/0 = "Padi dipanen dari 20.000 ha dan menghasilkan 110.000 ton (45 kuintal per hektare)."
    Gagal:
        bab-5.json /isi/0 = "Dari 1.200 ekor sapi perah diperoleh 9,6 ton susu, atau 6 kg per ekor."
    Gagal:
        bab-5.json /isi/0 = "Bantuan seluruhnya Rp11.800.500.000 atau rata-rata Rp824,89 juta per kelompok."
    Lolos:
        bab-5.json /isi/0 = "Petugas berkunjung 44 kali, dua kali ke setiap pasar, dan melayani 660 pelaku usaha atau
        rata-rata 15 pelaku usaha setiap kunjungan."
    Lolos:
        bab-5.json /isi/0 = "Padi dipanen dari 20.000 ha dan menghasilkan 110.000 ton (55 kuintal per hektare). Dari
        1.200 ekor sapi perah diperoleh 9,6 ton susu, atau 8 kg per ekor. Bantuan seluruhnya Rp11.800.500.000 atau
        rata-rata Rp842,89 juta per kelompok, dan biaya angkutnya Rp24.500.000 atau rata-rata Rp8.300 per kilometer."
    Lolos:
        bab-5.json /isi/0 = "Luas tanam padi 20.000 ha, produksinya 99.000 ton, dan produktivitasnya 55 kuintal per
        hektare. Susunya 9.600 liter dari 1.200 ekor, atau 4 liter per ekor per hari."
    """
    return tell_computed(reading, (_find_rate, _find_mean_of_total), "Periksa jumlah, banyaknya, dan hasil baginya.")


_PER = re.compile(
    r"(?:\s*/\s*|\s+(?:[a-z]+\s+)?(?:per|setiap|untuk setiap|tiap|bagi setiap)\s+)(?P<benda>\w+)"
    # `7 liter per ekor per hari` is for each of two things.
    r"(?!\s*(?:/|per\b|setiap\b|tiap\b|bagi\b|untuk\b|dalam\b|selama\b|sehari\b|sepekan\b|sebulan\b|setahun\b))\b"
)
_OR_EACH = re.compile(
    r"(?:,|\b(?:atau|yaitu|yakni|sehingga|berarti))\s*(?:rata-rata(?:nya)?\s+)?(?:sebesar\s+|sebanyak\s+)?$"
    r"|\brata-rata(?:nya)?\s+(?:(?:[a-z]+\s+){0,3}(?:adalah|sebesar|mencapai)\s+)?$"
)
#: What anything may be counted as, and what is told in two ways.
_ANY_NOUN = frozenset({"unit", "orang", "buah"})
_SAME_NOUN = {"hektare": "ha", "hektar": "ha", "kunjungan": "kali", "pertemuan": "kali"}
#: How much of the least unit each is: what is harvested in tons is told in quintals for each hectare.
_MASSES = {"kg": 1, "kilogram": 1, "ku": 100, "kw": 100, "kuintal": 100, "kwintal": 100, "ton": 1000}
_VOLUMES = {"liter": 1, "kiloliter": 1000}


def _find_rate(said: Statement) -> Mismatch | None:
    """`Rp2.420.000.000 untuk 200 orang, atau rata-rata Rp12.100.000 per orang`: no count before gives the total."""
    told = [one for one in read_told(said) if one.unit not in SHARES]
    for index, each in enumerate(told):
        per = _PER.match(each.tail)
        if per is None or not (each.is_(Role.EACH) or (each.tail.startswith("/") and per["benda"] not in TIMES)):
            continue
        others = _list_beside(told, index)
        totals = [total for one in others if (total := _tell_in(one.figure, each.unit))]
        counts = [one for one in others if one.unit not in {each.unit, "Rp", ""} and _counts_noun(one, per["benda"])]
        found = [_compare_rate(one.figure, each, total) for total in totals[-2:] for one in counts]
        if found and all(found):
            return found[-1]
    return None


#: A rate that is worked out from what was harvested; where less is harvested than planted, the area says which.
_YIELD = re.compile(r"\(\s*$|\bproduktivitas(?:nya)?(?:\s+[a-z]+){0,3}\s*$", re.IGNORECASE)
_OF_OTHER_TIME = re.compile(r"\b(?:target\w*|ditargetkan|naik|turun|meningkat|menurun|menjadi|dari|potensi)\b", re.I)
_HARVESTED = re.compile(r"panen", re.IGNORECASE)


def _list_beside(told: list[Told], index: int) -> list[Told]:
    """The figures that the rate at `index` may be worked out from: those before it, for a yield the two beside it."""
    each = told[index]
    if _OR_EACH.search(each.lead):
        return told[:index]
    if not _YIELD.search(each.lead) or _OF_OTHER_TIME.search(each.lead) or len(told) != 3:
        return []
    others = [one for one in told if one is not each]
    is_harvest = any(_HARVESTED.search(one.lead) for one in others if _SAME_NOUN.get(one.unit, one.unit) == "ha")
    return others if is_harvest else []


def _tell_in(total: Figure, unit: str) -> Figure | None:
    """A total in the unit of a rate; None where that measures something else."""
    if total.unit == unit:
        return total
    for known in (_MASSES, _VOLUMES):
        if total.unit in known and unit in known:
            times = Decimal(known[total.unit]) / known[unit]
            return total._replace(value=total.value * times, step=total.step * times, unit=unit)
    return None


#: What is told so is no more than near.
_NEARLY = re.compile(r"\b(?:kira-kira|sekitar|hampir|lebih|kurang)\b", re.IGNORECASE)


def _compare_rate(count: Figure, each: Told, total: Figure) -> Mismatch | None:
    """A mismatch where a total is not so much for each; zeros at the end of that may be rounded, within a hundredth."""
    if not count.value or each.figure.value == total.value + count.value:
        return None  # `105 desa dan 12 kelurahan, atau 117 desa/kelurahan seluruhnya`: their sum.
    right = total.value / count.value
    slack = min(each.figure.last_digit, right / 100) + total.slack / count.value
    slack = right / 10 if _NEARLY.search(each.lead) else slack
    if lies_in(each.figure, right - slack, right + slack):
        return None
    shown = f"{each.figure.show(right)} {each.unit}".removesuffix(" Rp")
    return Mismatch(each.figure, f"tertulis {each.figure.text}, {total.text} untuk {count.text} rata-ratanya {shown}")


def _counts_noun(told: Told, noun: str) -> bool:
    """Whether a figure counts what `setiap NOUN` is of."""
    return noun in _ANY_NOUN or _SAME_NOUN.get(noun, noun) == _SAME_NOUN.get(told.unit, told.unit)


#: What is there whole or not at all.
_WHOLES = frozenset(
    """kampung desa gampong nagari pekon kelurahan kalurahan kecamatan distrik kapanewon kabupaten provinsi orang jiwa
    peserta pegawai guru siswa kader penerima nelayan petani pedagang kelompok koperasi sekolah puskesmas posyandu pasar
    keluarga kk rumah unit paket lembaga usaha umkm bumdes dokumen proposal ruas titik perusahaan rt rw""".split()  # noqa: SIM905
)
_MEAN_OF_IT = re.compile(
    r"[^\d;.]{0,30}?,?\s*\(?(?:atau|yaitu|yakni|sehingga|berarti|dengan)?\s*rata-rata(?:nya)?\s+"
    r"(?:(?:adalah|sebesar|sebanyak|mencapai)\s+)?"
)


_FOR_EACH = re.compile(
    r"\b(?:(?:setiap|tiap)\s+(?P<benda>[a-z]+)\s+rata-rata|rata-rata\s+(?:setiap|tiap)\s+(?P<itu>[a-z]+))\b[^\d;.,]{0,30}$",
    re.IGNORECASE,
)


def _find_mean_of_total(said: Statement) -> Mismatch | None:
    """`Dana Desa seluruhnya Rp11.800.500.000 atau rata-rata Rp824,89 juta per kampung`: of 14,31 kampung."""
    told = [one for one in read_told(said) if one.unit not in SHARES]
    for one, other in pairwise(told):
        per, before = _PER.match(other.tail), _FOR_EACH.search(one.lead)
        if per and _MEAN_OF_IT.fullmatch(other.lead):
            total, each, noun = one, other, per["benda"].casefold()
        elif before and other.is_(Role.TOTAL):
            total, each, noun = other, one, (before["benda"] or before["itu"]).casefold()
        else:
            continue
        alike = [figure for figure in told if figure.unit == each.unit]
        is_only = len(alike) == 2 and total in alike and not _NEARLY.search(f"{total.lead}{each.lead}")
        if noun not in _WHOLES or not is_only or each.figure.value <= 0:
            continue
        if not any(_counts_noun(figure, noun) for figure in told if figure not in alike):
            return _ask_for_whole(total.figure, each.figure, noun)
    return None


def _ask_for_whole(total: Figure, each: Figure, noun: str) -> Mismatch | None:
    """A mismatch where no whole number of means, as far as both are rounded, makes the total."""
    slack = each.step if each.is_rounded else min(each.last_digit, each.value / 100)
    least = (total.value - total.slack) / (each.value + slack)
    most = (total.value + total.slack) / (each.value - slack)
    if least.to_integral_value(ROUND_CEILING) <= most.to_integral_value(ROUND_FLOOR) or least < 1:
        return None
    many = angka(round(total.value / each.value, 2))
    return Mismatch(each, f"tertulis {each.text} per {noun}; {total.text} dibagi sekian berarti {many} {noun}")
