"""Amounts for each and for all, means, ratios, multiples and how often: what sentences multiply and divide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renjadoc.checks.figured import Mismatch, Statement, compare_mean
from renjadoc.checks.relations import tell_computed
from renjadoc.checks.roles import SHARES, Role, Told, are_alike, read_told
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, list_figures, read_number
from renjadoc.indonesian import angka
from renjadoc.reading import Reading


@rule("RJ146", "Perkalian atau pembagian dalam kalimat keliru")
def check_products(reading: Reading) -> Iterator[Finding]:
    """Jumlah, banyaknya, dan bagian tiap-tiap yang disebut bersama saling menghasilkan.

    Diperiksa: “125 kelompok masing-masing Rp4 juta, seluruhnya Rp500 juta”, biaya rata-rata, rata-rata beberapa angka,
    perbandingan (“tiga banding satu”, “1 : 20”), “dua kali lipat”, dan “dua kali sebulan atau 24 kali setahun”.

    Mengapa: salah satu angkanya diubah, dan hasil kalinya tertinggal.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Sebanyak 125 kelompok menerima masing-masing 4 unit alat, sehingga seluruhnya 600 unit."
    Gagal:
        bab-5.json /isi/0 = "Rapat diadakan tiga kali sebulan atau 24 kali setahun."
    Gagal:
        bab-5.json /isi/0 = "Rata-rata tiga nilai, yakni 70, 80, dan 90, adalah 85."
    Gagal:
        bab-5.json /isi/0 = "Setiap regu beranggotakan 8 orang sehingga 12 regu berjumlah 100 orang."
    Gagal:
        bab-5.json /isi/0 = "Bantuan Rp1,2 miliar dibagikan kepada 48 kelompok, masing-masing Rp35 juta."
    Lolos:
        bab-5.json /isi/0 = "Sebanyak 125 kelompok menerima masing-masing 4 unit alat, sehingga seluruhnya 500 unit;
        rapatnya dua kali sebulan atau 24 kali setahun, dan rata-rata dari 80, 85, dan 90 adalah 85."
    """
    means = (_find_average, _find_average_told)
    finders = (_find_each, _find_area, *means, _find_over_time, _find_ratio, _find_fold, _find_often)
    return tell_computed(reading, finders, "Periksa ketiga angkanya.")


#: What is told of each or of all is about so much.
_ABOUT = re.compile(r"\b(?:rata-rata|kira-kira|sekitar|hampir|lebih|kurang)\b", re.IGNORECASE)
#: A total of one day is none of a year.
_FOR_TIME = re.compile(r"\b(?:selama|setiap (?:hari|minggu|bulan|triwulan|tahun)|per (?:hari|bulan|tahun)|kali)\b")


def _find_each(said: Statement) -> Mismatch | None:
    """`125 kelompok masing-masing Rp4 juta, seluruhnya Rp600 juta`, `setiap desa tiga kader; untuk 60 desa 150`."""
    for one in (said, said.take_in()):
        told = read_told(one) if len(one.figures) > 2 else ()
        told = tuple(item for item in told if item.unit not in SHARES)
        if len(told) != 3 or len(told) + sum(f.unit in SHARES for f in one.figures) < len(one.figures):
            continue
        each = [item for item in told if item.is_(Role.EACH) and item.unit]
        found = _judge_each(one, each[0], [item for item in told if item is not each[0]]) if len(each) == 1 else None
        if found is not None and found.stated.start >= len(one.text) - len(said.text):
            shift = len(one.text) - len(said.text)
            return found._replace(
                stated=found.stated._replace(start=found.stated.start - shift, end=found.stated.end - shift)
            )
    return None


#: What is given away in equal parts, and what says that more than these got something.
_DEALT_OUT = re.compile(
    r"\b(?:dibagi\w*|disalurkan|diberikan|diserahkan|dihibahkan)\s+(?:\w+\s+)?(?:kepada|untuk|bagi|ke)\s*$"
)
_MORE_PARTS = re.compile(r"\b(?:sisa\w*|selebihnya|lainnya|termasuk|di antaranya|antara lain)\b", re.IGNORECASE)


def _judge_each(said: Statement, each: Told, others: list[Told]) -> Mismatch | None:
    alike = [item for item in others if item.unit == each.unit]
    counts = [item for item in others if item.unit not in {each.unit, "Rp", ""}]
    if len(alike) != 1 or len(counts) != 1 or _FOR_TIME.search(said.text):
        return None
    total, count = alike[0], counts[0]
    per = re.match(r"\s*(?:per|(?:\w+ )?setiap|(?:\w+ )?tiap)\s+(\w+)", each.tail)
    per = per or re.search(r"\b(?:setiap|tiap|satu|seorang|per)\s+(\w+)[^\d]*$", each.lead, re.IGNORECASE)
    is_told = total.is_(Role.TOTAL) or bool(re.search(r"\buntuk\s*$|\b(?:karena|dari)\b", count.lead))
    is_told = is_told or bool(_DEALT_OUT.search(count.lead) and not _MORE_PARTS.search(said.text))
    if total.figure.value <= each.figure.value or (per and per[1] not in count.figure.text) or not (is_told or per):
        return None
    return _compare_product(count.figure, each, total.figure)


def _compare_product(count: Figure, each: Told, total: Figure) -> Mismatch | None:
    right = count.value * each.figure.value
    slack = count.value * each.figure.step / 2 if each.figure.is_rounded or _ABOUT.search(each.lead) else Decimal(0)
    slack += total.slack
    slack += right * Decimal("0.1") if _ABOUT.search(each.lead) else Decimal(0)
    if abs(total.value - right) <= slack:
        return None
    message = f"hasil kali {count.text} dan {each.figure.text} adalah {total.show(right)}, tertulis {total.text}"
    stated = max(total, each.figure, key=lambda one: one.start)
    return Mismatch(stated, message)


_WEIGHED = re.compile(
    r"\b(?:keuangan|anggaran|belanja|serapan|penyerapan|responden|IKM|kepuasan|realisasi|tertimbang|wilayah)\b",
    re.IGNORECASE,
)


def _are_rates(said: Statement, ones: list[Figure], between: list[str]) -> bool:
    """Whether percentages of several things are told one after another, none of which weighs more than another."""
    is_even = all(one.unit == "%" for one in ones) and not _WEIGHED.search(said.text)
    return is_even and len(ones) > 1 and all(re.fullmatch(r"[^\d;.]{1,50}", words) for words in between)


_AVERAGE_OF = re.compile(r"\b[Rr]ata-rata(?:nya)?\b")
_AVERAGE_IS = re.compile(r"\brata-rata(?:nya)?(?: (?:adalah|sebesar|mencapai|yaitu))?\s*$")
_IS = re.compile(r"\b(?:adalah|sebesar|yaitu|yakni|tercatat|sejumlah|sebanyak|menjadi)\s*$")


#: Two limits, between which many lie: `antara Rp612 juta dan Rp1,34 miliar, dengan rata-rata …`.
_RANGE = re.compile(r"\b(?:antara|berkisar|kisaran|rentang)\b[^\d;]*$", re.IGNORECASE)


def _find_average(said: Statement) -> Mismatch | None:
    """`Rata-rata dari 80, 85, dan 90 adalah 87`."""
    counted = said.figures[:1]
    # `lima indikator, yaitu …`: how many they are.
    figures = said.figures[1:] if counted and counted[0].value == len(said.figures) - 2 else said.figures
    if len(figures) < 3 or len({one.unit for one in figures} - {""}) > 1:
        return None
    *ones, stated = figures
    between = [said.between(one, other) for one, other in pairwise(ones)]
    is_listed = all(re.fullmatch(r",?\s*(?:dan|serta)?\s*", words) for words in between)
    is_listed = is_listed or _are_rates(said, ones, between)
    before, lead = said.text[: ones[0].start], said.between(ones[-1], stated)
    is_said = _AVERAGE_OF.search(before) if _IS.search(lead) else None
    is_range = len(ones) == 2 and _RANGE.search(before) is not None
    if is_range or not is_listed or not (is_said or _AVERAGE_IS.search(lead)):
        return None
    return compare_mean(stated, ones)


_NUMBER = r"satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|\d{1,4}"
#: How many figures a mean is of: `rata-rata tiga tahun terakhir 240 ton, yakni …`.
_SPANS = frozenset({"tahun", "bulan", "triwulan", "semester", "hari", "minggu"})
_AVERAGE_OVER = re.compile(rf"\b[Rr]ata-rata\b[^\d;.]{{0,40}}?\b({_NUMBER})\s+(?:{'|'.join(sorted(_SPANS))})\b")
_THAT_IS = re.compile(r"\s*(?:,|\(|:)?\s*(?:yaitu|yakni|dari|berasal dari)?[^\d;.]{0,30}")


def _find_average_told(said: Statement) -> Mismatch | None:
    """`Rata-rata produksi tiga tahun terakhir 250 ton, yakni 220 ton, 240 ton, dan 260 ton`."""
    match = _AVERAGE_OVER.search(said.text)
    if match is None or len(said.figures) < 3:
        return None
    stated, *ones = said.figures
    units = {one.unit for one in said.figures} - {""}
    if read_number(match[1]) != len(ones) or stated.start < match.end() or len(units) > 1:
        return None
    if not _THAT_IS.fullmatch(said.between(stated, ones[0])):
        return None
    return compare_mean(stated, ones)


_EVERY = re.compile(r"\b(?:setiap|tiap|per)\s+(hari|minggu|bulan|triwulan)\b[^\d;.]*$", re.IGNORECASE)
_PER_TIME = re.compile(r"\s*(?:[a-z]+\s+){0,2}?(?:per|setiap|tiap)\s+(hari|minggu|bulan|triwulan)\b")
_FOR_SO_LONG = re.compile(r"\b(?:dalam|selama|untuk)\s+(?:waktu\s+)?$")


def _find_over_time(said: Statement) -> Mismatch | None:
    """`Setiap hari dihasilkan 45 ton sampah, atau 1.250 ton dalam 30 hari`."""
    told = read_told(said)
    if len(told) != 3 or len(said.figures) != 3 or _MORE_PARTS.search(said.text):
        return None
    for each in told:
        match = _EVERY.search(each.lead) or _PER_TIME.match(each.tail)
        others = [one for one in told if one is not each]
        times = [one for one in others if match and one.unit == match[1] and _FOR_SO_LONG.search(one.lead)]
        totals = [one for one in others if one not in times]
        if len(times) != 1 or totals[0].unit != each.unit or each.unit in SHARES | _SPANS or not each.unit:
            continue
        return _compare_product(times[0].figure, each, totals[0].figure)
    return None


_SIDES = re.compile(
    r"(?P<a>\d+(?:,\d+)?)(?: m)? [x×] (?P<b>\d+(?:,\d+)?) m\b(?:,? (?:atau|seluas|dengan luas)(?: sebesar)? | \(| = )"
    r"(?P<luas>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?) m²"
)


def _find_area(said: Statement) -> Mismatch | None:
    """`24 m x 15 m atau 390 m²`."""
    match = _SIDES.search(said.text)
    if match is None:
        return None
    first, second, stated = (Decimal(match[n].replace(".", "").replace(",", ".")) for n in ("a", "b", "luas"))
    if abs(first * second - stated) < 1:
        return None
    where = Figure(match.start("luas"), match.end("luas"), stated, "m²", Decimal(1), f"{match['luas']} m²")
    return Mismatch(where, f"tertulis {match['luas']} m², hasil kalinya {where.show(first * second)} m²")


_RATIO = re.compile(
    rf"\b[Pp]erbandingan(?:nya|\s+(?:itu|keduanya|tersebut))[^\d;.]{{0,30}}?\b({_NUMBER})\s+(?:ber)?banding\s+({_NUMBER})\b"
    r"|\b(?:[Rr]asio|[Pp]erbandingan)\b[^\d;.]{3,60}?\b(\d{1,4})\s?:\s?(\d{1,3}(?:\.\d{3})+|\d{1,4})(?!\.?\d)"
)


_OTHER_RATIO = re.compile(r" : |\d:\d")


def _find_ratio(said: Statement) -> Mismatch | None:
    """`Rp1.699.000.000, sedangkan … Rp560.000.000. Perbandingannya tiga banding satu`, `1 : 30, 40 guru dan 800`."""
    match = _RATIO.search(said.text)
    if match is None:
        return None
    left, right = (read_number(word.replace(".", "")) for word in match.groups() if word)
    near = list_figures(said.text[: match.start()]) if match[1] else list_figures(said.text[match.end() :])
    counts = [one for one in (near or said.earlier) if one.unit not in SHARES]
    if not match[1] and _OTHER_RATIO.search(said.text, match.end()):
        return None  # Another ratio, which this one is compared with.
    if len(counts) != 2 or (match[1] and counts[0].unit != counts[1].unit) or not (left and right):
        return None
    if not (counts[0].value and counts[1].value):
        return None
    if abs(counts[0].value / counts[1].value * right / left - 1) <= Decimal("0.25" if match[1] else "0.1"):
        return None
    message = f"{counts[0].text} dan {counts[1].text} tidak berbanding {angka(int(left))} dan {angka(int(right))}"
    return Mismatch(counts[0]._replace(text=match[0]), message)


_FOLD = re.compile(
    rf"(?P<kira>\b(?:hampir|sekitar|lebih dari|kurang dari|kurang lebih)\s+)?\b(?P<kali>{_NUMBER}) kali lipat\b"
)


def _find_fold(said: Statement) -> Mismatch | None:
    """`naik dua kali lipat dari 1.200 menjadi 1.900`."""
    match = _FOLD.search(said.text)
    told = [one for one in read_told(said) if not match or not match.start() <= one.figure.start < match.end()]
    if match is None or len(told) != 2 or not are_alike(told[0].figure, told[1].figure):
        return None
    before, after = told
    is_change = re.search(r"\b(?:dari|semula)\b", before.lead) and re.search(r"\bmenjadi\b", after.lead)
    if not is_change or not before.figure.value or before.unit in {"poin"}:
        return None
    times, slack = after.figure.value / before.figure.value, Decimal("0.3" if match["kira"] else "0.1")
    if abs(times / read_number(match["kali"]) - 1) <= slack:
        return None
    real = f"dari {before.figure.text} ke {after.figure.text} adalah {angka(round(times, 2))} kali"
    return Mismatch(after.figure, f"disebut {match[0].strip()}, {real}")


#: How often a year has each, and the ways to say it.
_IN_A_YEAR = {"bulan": 12, "triwulan": 4, "semester": 2, "minggu": 52, "caturwulan": 3}
_PERIODS = "|".join(_IN_A_YEAR)
_OFTEN = re.compile(
    rf"(?:\b(?i:(?P<kali>{_NUMBER}) kali|sekali) (?:se|setiap |per |dalam se|tiap )(?P<masa>{_PERIODS})"
    rf"|\b(?:setiap|tiap|per) (?P<tiap>{_PERIODS}))\b"
    rf"(?:,?\s+(?:atau|yaitu|yakni|sehingga|berarti)|\s*\()\s*(?:seluruhnya |sebanyak "
    rf"|ada )?(?P<setahun>{_NUMBER}) kali"
    r" (?:setahun|per tahun|dalam setahun|setiap tahun|tiap tahun)\b"
)


def _find_often(said: Statement) -> Mismatch | None:
    """`dua kali sebulan atau 42 kali setahun`."""
    match = _OFTEN.search(said.text)
    if match is None:
        return None
    period = match["masa"] or match["tiap"]
    right = read_number((match["kali"] or "satu").casefold()) * _IN_A_YEAR[period]
    stated = read_number(match["setahun"])
    if stated == right or (period == "minggu" and abs(stated - right) <= right * Decimal("0.1")):
        return None
    where = Figure(match.start("setahun"), match.end("setahun"), stated, "kali", Decimal(1), match["setahun"])
    return Mismatch(where, f"tertulis {match['setahun']} kali setahun, hasil hitungannya {angka(int(right))} kali")
