"""Amounts that a price and several counts multiply to: months, persons and days, tons at so much per kilogram."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from math import prod

from renjadoc.checks.figured import Mismatch, Statement
from renjadoc.checks.relations import tell_computed
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, lies_in
from renjadoc.reading import Reading


@rule("RJ165", "Harga satuan kali banyaknya bukan jumlah yang tertulis", yields=True)
def check_unit_prices(reading: Reading) -> Iterator[Finding]:
    """Harga per satuan dikalikan banyaknya adalah jumlah uang dalam kalimat itu, juga bila satuannya harus diubah.

    Ton dan kilogram, kilometer dan meter, hektare dan meter persegi diubah; orang, bulan, hari, dan kali boleh
    dikalikan seluruhnya atau sebagian. Ditegur hanya bila tidak satu pun perkaliannya cocok.

    Mengapa: harga atau banyaknya diperbarui, dan jumlahnya tertinggal.
    Sumber: kebiasaan reviu Inspektorat atas RKA.

    Gagal:
        bab-5.json /isi/0 = "Pengadaan 40 ton bahan dengan harga Rp6.000 per kilogram memerlukan Rp200.000.000."
    Gagal:
        bab-5.json /isi/0 = "Honor 12 bulan untuk 25 kader sebesar Rp150.000 per bulan memerlukan Rp54.000.000."
    Lolos:
        bab-5.json /isi/0 = "Pengadaan 40 ton bahan dengan harga Rp5.000 per kilogram memerlukan Rp200.000.000; honor 12
        bulan untuk 25 kader sebesar Rp150.000 per bulan memerlukan Rp45.000.000."
    """
    return tell_computed(reading, (_find_product,), "Periksa harga satuan, banyaknya, dan jumlahnya.")


#: How much of the second unit one of the first is.
_CONVERSIONS = {
    ("ton", "kilogram"): 1000,
    ("ton", "kg"): 1000,
    ("kuintal", "kilogram"): 100,
    ("kuintal", "kg"): 100,
    ("km", "meter"): 1000,
    ("kilometer", "meter"): 1000,
    ("km", "m"): 1000,
    ("tahun", "bulan"): 12,
}
_PER = re.compile(r"\s*(?:per|setiap|tiap|untuk setiap|/)\s*(?P<satuan>[a-z]+)")
_TOTAL = re.compile(
    r"\b(?:memerlukan|diperlukan|membutuhkan|dibutuhkan|menghabiskan|menghasilkan|seluruhnya|total(?:nya)?|sehingga|berjumlah"
    r"|jumlahnya|sebesar|senilai|dianggarkan|dialokasikan)\s*(?:[a-z]+\s+){0,3}$"
)
_LOOSE = re.compile(
    r"\b(?:termasuk|ditambah|sudah|di luar|belum|paling|maksimal|minimal|sekitar|kira-kira|antara|hingga|sampai"
    r"|rata-rata|hampir|di antaranya|masing-masing|sebagian|lebih dari|kurang dari|naik|turun|dari|sisa\w*|lainnya)\b",
    re.IGNORECASE,
)
#: Counts in one sentence: more multiply to anything.
_MOST_COUNTS = 5


def _find_product(said: Statement) -> Mismatch | None:
    """Each part of a sentence between semicolons that tells one price, one amount and some counts."""
    start = 0
    for part in said.text.split(";"):
        inside = [one for one in said.figures if start <= one.start < start + len(part)]
        if found := _judge(said.text, part, inside):
            return found
        start += len(part) + 1
    return None


def _judge(text: str, part: str, figures: list[Figure]) -> Mismatch | None:
    money = [one for one in figures if one.unit == "Rp"]
    counts = [one for one in figures if one.unit not in {"Rp", "%", "‰", "poin"}]
    prices = [one for one in money if _PER.match(text, one.end)]
    totals = [one for one in money if one not in prices and _TOTAL.search(text[: one.start])]
    if len(money) != 2 or len(prices) != 1 or len(totals) != 1 or not 0 < len(counts) <= _MOST_COUNTS:
        return None
    if len(counts) + 2 != len(figures) or _LOOSE.search(part):
        return None
    price, total = prices[0], totals[0]
    match = _PER.match(text, price.end)
    unit = match["satuan"] if match else ""
    if total.value <= price.value or not _is_priced(unit, counts):
        return None
    values = [(one.value, _convert(one, unit)) for one in counts]
    many = [prod((two[0] for two in some), start=Decimal(1)) for some in _list_some(values)]
    many += [prod((two[1] for two in some), start=Decimal(1)) for some in _list_some(values)]
    slack = price.step / 2 if price.is_rounded else Decimal(0)
    if any(lies_in(total, (price.value - slack) * one, (price.value + slack) * one) for one in many):
        return None
    right = total.show(price.value * prod((two[1] for two in values), start=Decimal(1)))
    return Mismatch(total, f"tertulis {total.text}; {price.text} dikalikan banyaknya menjadi {right}")


def _is_priced(unit: str, counts: list[Figure]) -> bool:
    """Whether one of the counts is of what the price is for, or can be told in it."""
    people = {"orang", "peserta", "kader", "petugas", "anggota", "tenaga", "jiwa"}
    return any(one.unit == unit or (one.unit, unit) in _CONVERSIONS or {one.unit, unit} <= people for one in counts)


def _convert(one: Figure, unit: str) -> Decimal:
    return one.value * _CONVERSIONS.get((one.unit, unit), 1)


def _list_some(values: list[tuple[Decimal, Decimal]]) -> Iterator[tuple[tuple[Decimal, Decimal], ...]]:
    """Every choice of one or more of the counts."""
    for size in range(1, len(values) + 1):
        yield from combinations(values, size)
