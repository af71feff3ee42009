"""What is worked out of figures before: what is left of `a dari b`, a share of an amount, a mean, a share told anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, takewhile

from renjadoc.checks.figured import Mismatch, Statement, compare_difference, compare_mean
from renjadoc.checks.relations import tell_computed
from renjadoc.checks.roles import CHANGED_BY, PEOPLE, SHARES, are_alike
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, lies_in, share, take_in_row
from renjadoc.reading import Reading


@rule("RJ549", "Sisa, bagian, atau rata-rata dalam kalimat keliru", yields=True)
def check_told_results(reading: Reading) -> Iterator[Finding]:
    """Sisa dari “a dari b”, persentase sebuah jumlah uang, dan rata-rata angka yang disebut cocok dengan hitungannya.

    Diperiksa “57 dari 60 orang, sehingga 5 formasi masih lowong”, “30% dari kontrak Rp1.600.000.000 berjumlah
    Rp320.000.000”, “rata-rata tiga nilai, yaitu 78, 81, dan 84, ialah 82”, dan “jumlahnya 126 unit (67,44%)” sesudah
    “110 unit atau 63,95% dari 172 desa”.

    Mengapa: satu angka diperbarui, dan hasilnya tertinggal.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Sebanyak 1.125 dari 1.200 usaha (93,75%) telah didata, sehingga 85 usaha belum didata."
    Gagal:
        bab-5.json /isi/0 = "Uang muka 30% dari nilai kontrak Rp1.600.000.000 berjumlah Rp320.000.000."
    Gagal:
        bab-5.json /isi/0 = "Nilai rata-rata tiga komponen, yaitu 78, 81, dan 84, ialah 82."
    Gagal:
        bab-5.json /isi/0 = "Terdapat 110 koperasi aktif atau 63,95% dari 172 koperasi. Tahun 2025 jumlahnya 126
        koperasi (67,44%)."
    Lolos:
        bab-5.json /isi/0 = "Terdapat 110 koperasi aktif atau 63,95% dari 172 koperasi. Tahun 2025 jumlahnya 116
        koperasi (67,44%). Pasar aktif 40 unit atau 80,00% dari 50 unit. Tahun 2025 jumlahnya 44 unit (10,00%)."
    Lolos:
        bab-5.json /isi/0 = "Sebanyak 1.125 dari 1.200 usaha (93,75%) telah didata, sehingga 75 usaha belum didata. Uang
        muka 30% dari nilai kontrak Rp1.600.000.000 berjumlah Rp480.000.000. Nilai rata-rata tiga komponen, yaitu 78,
        81, dan 84, ialah 81."
    """
    finders = (_find_left, _find_share, _find_mean, _find_later)
    return tell_computed(reading, finders, "Periksa angka dan hasil hitungannya.")


_OUT_OF = re.compile(r"\s+dari\s+")
_SO = re.compile(r"[^\d;.]*\b(?:sehingga|berarti|artinya|dengan demikian)\b(?:\s+[a-z]+){0,2}\s+", re.IGNORECASE)
_LACKING = re.compile(r"\s*(?:[a-z]+\s+)?(?:yang\s+)?(?:masih\s+)?(?:belum|tidak|lowong|kosong)\b")
#: What is there for people to fill.
_POSTS = frozenset({"formasi", "jabatan", "kursi", "posisi"})


def _find_left(said: Statement) -> Mismatch | None:
    """`57 dari 60 orang (95%), sehingga 5 formasi masih lowong`."""
    counts = tuple(one for one in said.figures if one.unit not in SHARES)
    for part, whole, left in take_in_row(counts, 3):
        between = re.sub(r"\([^()]*\)", "", said.between(whole, left))
        is_same = are_alike(whole, left) or (whole.unit in PEOPLE and left.unit in _POSTS)
        if (
            is_same
            and left.unit not in {"", "Rp"}
            and _OUT_OF.fullmatch(said.between(part, whole))
            and _SO.fullmatch(between)
            and _LACKING.match(said.text, left.end)
        ):
            return compare_difference(left, whole, part)
    return None


_OF_AMOUNT = re.compile(r"\s+dari\s+(?:[a-z]+\s+){0,4}")
_COMES_TO = re.compile(r",?\s+(?:yaitu|yakni|atau|adalah|ialah|berjumlah|sebesar)\s+(?:sebesar\s+)?")


def _find_share(said: Statement) -> Mismatch | None:
    """`Uang muka 30% dari nilai kontrak Rp1.600.000.000 berjumlah Rp320.000.000`."""
    for percent, whole, part in take_in_row(said.figures, 3):
        if (percent.unit, whole.unit, part.unit) != ("%", "Rp", "Rp") or CHANGED_BY.search(said.text[: percent.start]):
            continue
        if not _OF_AMOUNT.fullmatch(said.between(percent, whole)) or not _COMES_TO.fullmatch(said.between(whole, part)):
            continue
        half = percent.step / 2
        least, most = (whole.value * (percent.value + step) / 100 for step in (-half, half))
        if not lies_in(part, least - whole.slack, most + whole.slack):
            right = part.show(whole.value * percent.value / 100)
            return Mismatch(part, f"tertulis {part.text}, {percent.text} dari {whole.text} adalah {right}")
    return None


_MEAN_OF = re.compile(r"\b[Rr]ata-rata\b[^\d;.]*\b(?:yaitu|yakni|masing-masing)\s+$")
_NEXT = re.compile(r",?\s+(?:(?:dan|serta)\s+)?")
_IS = re.compile(r",?\s+(?:adalah|ialah|sebesar|mencapai)\s+")


def _find_mean(said: Statement) -> Mismatch | None:
    """`Nilai rata-rata tiga komponen, yaitu 78, 81, dan 84, ialah 82`."""
    counted = [one for one in said.figures if not one.text[:1].isalpha()]
    first = next((at for at, one in enumerate(counted) if _MEAN_OF.search(said.text[: one.start])), None)
    if first is None:
        return None
    rest = counted[first:]
    steps = list(takewhile(lambda at: _NEXT.fullmatch(said.between(rest[at], rest[at + 1])), range(len(rest) - 1)))
    listed: list[Figure] = rest[: len(steps) + 1]
    stated = rest[len(listed)] if len(rest) > len(listed) else None
    if stated is None or len(listed) < 2 or not _IS.fullmatch(said.between(listed[-1], stated)):
        return None
    if not are_alike(*listed, stated) or stated.value == Decimal(0):
        return None
    return compare_mean(stated, listed)


_PART = re.compile(r"[^\d;.]*(?:\batau|\()\s+(?:sebesar\s+)?|[^\d;.]*\(")
_COUNTED_AGAIN = re.compile(r"\b(?:jumlahnya|angkanya)\b[^\d;.]*$", re.IGNORECASE)
#: A percentage says which count it is of only where few others of the whole would round to it.
_MOST_ALIKE = 5


def _find_later(said: Statement) -> Mismatch | None:
    """`110 BUMG atau 63,95% dari 172 gampong. Tahun 2025 jumlahnya 126 BUMG (67,44%)`: 116 of these are."""
    before = Statement(said.passage, 0, said.before, said.earlier)
    for part, percent, whole in take_in_row(said.earlier, 3):
        is_told = _PART.fullmatch(before.between(part, percent)) and _OUT_OF.fullmatch(before.between(percent, whole))
        if not is_told or percent.unit != "%" or not part.value or not lies_in(percent, *share(part, whole)):
            continue
        for count, stated in pairwise(said.figures):
            is_again = _COUNTED_AGAIN.search(said.text[: count.start]) and said.between(count, stated).strip() == "("
            if not is_again or stated.unit != "%" or count.unit in SHARES | {"Rp"}:
                continue
            growth = abs(count.value - part.value) * 100 / part.value
            right = count._replace(value=(stated.value * whole.value / 100).to_integral_value())
            is_right = lies_in(stated, *share(count, whole)) or lies_in(stated, growth, growth)
            is_sure = whole.value * stated.step <= _MOST_ALIKE and lies_in(stated, *share(right, whole))
            if not is_right and is_sure:
                message = f"tertulis {count.text}, {stated.text} dari {whole.text} adalah {count.show(right.value)}"
                return Mismatch(count, message)
    return None
