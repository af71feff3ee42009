"""Lists with their whole, sums of two, rests, shares of groups and cumulative series within a sentence or two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from renjadoc.checks.figured import Mismatch, Statement, compare_figure, join_clauses
from renjadoc.checks.relations import is_explained, shares_out, tell_computed
from renjadoc.checks.roles import JOINED, SHARES, are_alike
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import add_values, lies_in, share, take_in_row
from renjadoc.reading import Reading


@rule("RJ166", "Jumlah, sisa, atau bagian dalam kalimat tidak cocok", yields=True)
def check_sentence_relations(reading: Reading) -> Iterator[Finding]:
    """Rincian sesudah titik dua, jumlah dua angka, sisanya, bagian sebuah kelompok, dan deret kumulatif saling cocok.

    Mengapa: satu angka diperbarui, dan angka yang bergantung padanya tertinggal.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Jumlah pasar 84 unit: pasar desa 60 unit, pasar kota 18 unit, dan pasar induk 9 unit."
    Gagal:
        bab-5.json /isi/0 = "Tiga pasar induk dan 17 pasar desa membentuk jaringan 22 pasar."
    Gagal:
        bab-5.json /isi/0 = "Tersedia 180 ton per hari; yang terangkut 126 ton (70%), sedangkan sisanya 64 ton belum."
    Gagal:
        bab-5.json /isi/0 = "Anggota perempuan 45 orang dan anggota laki-laki 55 orang; perempuan merupakan 55% dari
        seluruh anggota."
    Gagal:
        bab-5.json /isi/0 = "Terserap 15% pada triwulan I, 40% pada triwulan II, 65% pada triwulan III, dan 49% pada
        triwulan IV."
    Gagal:
        bab-5.json /isi/0 = "Waktu layanan turun dari 14 hari menjadi 9 hari, lebih cepat 6 hari."
    Lolos:
        bab-5.json /isi/0 = "Jumlah pasar 84 unit: pasar desa 60 unit, pasar kota 18 unit, dan pasar induk 6 unit. Tiga
        pasar induk dan 17 pasar desa membentuk jaringan 20 pasar. Tersedia 180 ton per hari; yang terangkut 126 ton
        (70%), sedangkan sisanya 54 ton belum. Anggota perempuan 45 orang dan anggota laki-laki 55 orang; perempuan
        merupakan 45% dari seluruh anggota. Waktu layanan turun dari 14 hari menjadi 9 hari, lebih cepat 5 hari."
    """
    finders = (
        *(_find_listed, _find_joined, _find_altogether, _find_rest, _find_group),
        *(_find_cumulative, _find_gap, _find_shares_of_all),
    )
    return tell_computed(reading, [join_clauses(find) for find in finders], "Periksa angka-angka kalimat ini.")


_LOOSE = re.compile(
    r"\b(?:di antaranya|antara lain|termasuk|sekitar|kira-kira|hampir|lebih dari|kurang dari|minimal|maksimal|rata-rata"
    r"|setiap|tiap|per (?!hari|tahun|bulan|minggu)\w+|masing-masing|target\w*|naik|turun|meningkat|menurun|bertambah"
    r"|berkurang|terutama|beberapa)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?:\s+[a-z]+){0,4}\s*(?::|,?\s+(?:yaitu|yakni))\s[^\d;]*")
_NEXT = re.compile(r",(?:\s+(?:dan|serta))?\s[^\d;,]*|\s+(?:dan|serta)\s[^\d;,]*")


def _find_listed(said: Statement) -> Mismatch | None:
    """`84 unit: SD 60 unit, SMP 18 unit, dan SMA 9 unit`: a whole before the colon and all its parts to the end."""
    figures = said.figures
    if len(figures) < 3 or _LOOSE.search(said.text) or figures[0].unit in SHARES | {""}:
        return None
    whole, *parts = figures
    if not _COLON.fullmatch(said.between(whole, parts[0])) or not all(are_alike(whole, one) for one in parts):
        return None
    gaps = [said.between(one, other) for one, other in pairwise(parts)]
    is_list = all(_NEXT.fullmatch(gap) for gap in gaps) and re.search(r"\b(?:dan|serta)\b", gaps[-1])
    if not is_list or not re.fullmatch(r"[^,;:]*", said.text[parts[-1].end :]) or any(not one.unit for one in parts):
        return None
    if max(one.value for one in parts) >= whole.value:
        return None
    return compare_figure(whole, add_values(parts), "rinciannya berjumlah", parts)


_AND = re.compile(r"[^\d;,]*\b(?:dan|ditambah|serta)\s(?:[^\d;,])*")
_MAKES = re.compile(r"[^\d;]*\b(?:sehingga|membentuk|seluruhnya|totalnya|berarti|menjadikan)\b[^\d;]*")


def _find_joined(said: Statement) -> Mismatch | None:
    """`Rp3,2 miliar dan … Rp4,3 miliar, sehingga setahun Rp7,9 miliar`: more than either, and not both."""
    if len(said.figures) != 3 or _LOOSE.search(said.text):
        return None
    one, other, both = said.figures
    units = {figure.unit for figure in said.figures}
    if (
        len(units) != 1
        or units & (SHARES | {"", "tahun", "bulan", "hari"})
        or both.value <= max(one.value, other.value)
    ):
        return None
    is_told = _AND.fullmatch(said.between(one, other)) and _MAKES.fullmatch(said.between(other, both))
    is_about = both.value <= 2 * add_values((one, other))
    return (
        compare_figure(both, one.value + other.value, "jumlah keduanya", (one, other)) if is_told and is_about else None
    )


_ALTOGETHER = re.compile(
    r"[,;]?\s*(?:atau|sehingga|jadi|dengan demikian)?,?\s*(?:(?:jumlah|total)(?:nya)?\s+)?"
    r"(?<!dari )(?:seluruhnya|keseluruhannya)\s+"
    r"(?:menjadi |berjumlah |sebanyak |adalah |mencapai )?$",
    re.IGNORECASE,
)
#: `156 desa dan kelurahan`: what counts more than one kind.
_BOTH_KINDS = re.compile(r"\s*(?:dan|serta|maupun)\s+([a-z]+)")


def _find_altogether(said: Statement) -> Mismatch | None:
    """`400 orang dan … 720 orang; dengan ditambah 90 orang …, seluruhnya menjadi 1.310 orang`: no run adds up to it."""
    for index, stated in enumerate(said.figures):
        if index < 2 or stated.unit in SHARES | {""} or not _ALTOGETHER.search(said.text[: stated.start]):
            continue
        other = _BOTH_KINDS.match(said.text, stated.end)
        units = {stated.unit, other[1]} if other else {stated.unit}
        parts = [one for one in said.figures[:index] if one.unit in units]
        if len(parts) < 2 or _LOOSE.search(said.between(parts[0], stated)) or parts[-1] != said.figures[index - 1]:
            continue
        sums = [add_values(parts[start:]) for start in range(len(parts) - 1)]
        # `Tersedia di 96 desa, di kelurahan 8 unit, …`: one in each.
        sums += [add_values([one for one in said.figures[:index] if one.unit not in SHARES])]
        slack = sum((one.step / 2 for one in parts if one.is_rounded), Decimal(0))
        is_about = max(one.value for one in parts) < stated.value <= 2 * sums[0]
        if is_about and not any(lies_in(stated, one - slack, one + slack) for one in sums):
            return Mismatch(stated, f"tertulis {stated.text}, angka sebelumnya berjumlah {stated.show(sums[0])}")
    return None


_OF_WHOLE = re.compile(r"\s+dari\s+(?:seluruh|total|keseluruhan)\b")


def _find_shares_of_all(said: Statement) -> Mismatch | None:
    """`pegawai 58,4%, barang dan jasa 29,1%, dan modal 21,5% dari seluruh realisasi`: more than all."""
    percents = [one for one in said.figures if one.unit == "%"]
    if len(percents) < 3 or len(percents) != len(said.figures) or not _OF_WHOLE.match(said.text, percents[-1].end):
        return None
    gaps = [said.between(one, other) for one, other in pairwise(percents)]
    if not all(_NEXT.fullmatch(gap) or _NEXT_NAMED.fullmatch(gap) for gap in gaps) or _LOOSE.search(said.text):
        return None
    whole = add_values(percents)
    if whole <= 100 + sum(one.step for one in percents) / 2:
        return None
    return Mismatch(percents[-1], f"bagian-bagiannya berjumlah {percents[-1].show(whole)}, lebih dari seluruhnya")


#: A part whose name has an "and" of its own.
_NEXT_NAMED = re.compile(r",\s[^\d;,]*\b(?:dan|serta)\b[^\d;,]*")


_REST = re.compile(r"\b(?:sisanya|selebihnya)\b[^\d;.%]{0,40}$", re.IGNORECASE)


def _find_rest(said: Statement) -> Mismatch | None:
    """`Pasar berjumlah 24 unit. Sebanyak 18 unit …, selebihnya 8 unit`: not what is left of the whole."""
    shares = [one for one in said.figures if one.unit == "%"]
    if len(shares) > 2 and shares_out(shares[-1], shares[:-1]):
        return None  # `Rp138 miliar (79,39%), Rp35 miliar (20,11%), dan sisanya Rp0,88 miliar (0,50%)`: all parts.
    for index, stated in enumerate(said.figures):
        if stated.unit in SHARES | {""} or not _REST.search(said.text[: stated.start]):
            continue
        here = [one for one in said.figures[:index] if one.unit not in SHARES]
        first = [one for one in said.earlier if one.unit not in SHARES]
        # Where a greater one is told before, that is the whole, or which of several is not said.
        is_of_first = any(one.value >= sum(part.value for part in here) for one in first)
        near = [*first, *here] if len(here) == 1 and len(first) == 1 else [] if is_of_first else here
        if not 2 <= len(near) <= 4 or not here or any(one.unit != stated.unit for one in near):
            continue
        if near is here and (len(here) < 2 or JOINED.search(said.between(here[0], here[1]))):
            continue  # The first is a part, too.
        values = [one.value for one in near]
        sums = [sum(some) for size in range(1, len(values)) for some in combinations(values[1:], size)]
        if stated.value in {values[0] - one for one in sums} or is_explained(stated, near) or _LOOSE.search(said.text):
            continue
        right = values[0] - sum(values[1:])
        slack = sum((one.step / 2 for one in near if one.is_rounded), Decimal(0))
        if right > 0 and not lies_in(stated, right - slack, right + slack):
            return Mismatch(stated, f"sisa tertulis {stated.text}, hasil hitungannya {stated.show(right)}")
    return None


_OF_ALL = re.compile(
    r"\b(?P<apa>[a-z-]+)\s+(?:merupakan|mencakup|mewakili|menyumbang|adalah|mencapai|sebanyak|sebesar)\s+$",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(r"\s+dari\s+(?:seluruh|total|keseluruhan|jumlah)\b")


def _find_group(said: Statement) -> Mismatch | None:
    """`perempuan 45 orang dan laki-laki 55 orang; perempuan merupakan 55% dari seluruh pegawai`."""
    if len(said.figures) != 3 or said.figures[2].unit != "%" or not _ALL_OF_THEM.match(said.text, said.figures[2].end):
        return None
    one, other, stated = said.figures
    match = _OF_ALL.search(said.text[: stated.start])
    if match is None or not are_alike(one, other) or not (one.unit or other.unit) or {one.unit, other.unit} & SHARES:
        return None
    leads = said.text[: one.start], said.between(one, other)
    named = [part for part, lead in zip((one, other), leads, strict=True) if match["apa"].casefold() in lead.casefold()]
    if len(named) != 1 or not re.search(r"\b(?:dan|sedangkan|serta)\b", leads[1]):
        return None
    whole = one._replace(value=one.value + other.value)
    limits = share(named[0], whole)
    if lies_in(stated, *limits):
        return None
    right = stated.show(round(sum(limits, Decimal(0)) / 2, 2))
    return Mismatch(stated, f"tertulis {stated.text}, {named[0].text} dari {whole.show(whole.value)} adalah {right}")


_QUARTER = re.compile(r"\b[Tt]riwulan (?:I{1,3}|IV|pertama|kedua|ketiga|keempat)\b")
_SPENT = re.compile(r"\b(?:ter)?serap(?:an|nya)?\w*|\brealisasi\w*|\bterealisasi\b|\bkumulatif\b", re.IGNORECASE)


#: `86,39% dari rencana penarikan`: each quarter is held against its own plan.
_OF_QUARTER = re.compile(r"\b(?:dari|melampaui|terhadap|di bawah)\s+(?:rencana|target)\b")


def _find_cumulative(said: Statement) -> Mismatch | None:
    """`triwulan I terserap 15%, triwulan II 40%, triwulan III 65%, dan triwulan IV 49%`: they sum up, and fall."""
    percents = [one for one in said.figures if one.unit == "%"]
    quarters = _QUARTER.findall(said.text)
    is_cumulative = "kumulatif" in said.text.casefold()
    is_listed = len(percents) == len(quarters) or (
        is_cumulative and "triwulan" in said.text.casefold() and not quarters
    )
    if len(percents) < 3 or not is_listed or len(said.figures) != len(percents):
        return None
    is_summed = is_cumulative or add_values(percents) > 110
    drops = [other for one, other in pairwise(percents) if other.value < one.value]
    if not _SPENT.search(said.text) or not is_summed or len(drops) != 1 or len(set(quarters)) != len(quarters):
        return None
    if _OF_QUARTER.search(said.text) or (percents[-1].value > 100 and not is_cumulative):
        return None
    return Mismatch(drops[0], f"{drops[0].text} lebih kecil daripada triwulan sebelumnya, padahal kumulatif")


_FROM = re.compile(r"\b(?:dari|semula)\s+(?:[a-z]+\s+)?$")
_BECAME = re.compile(r"[^\d;.]{0,30}\bmenjadi\s+(?:[a-z]+\s+)?")
_BY = re.compile(
    r"[^\d;.,]{0,12},?\s*(?:atau|berarti|sehingga)?\s*(?:lebih "
    r"(?:cepat|lambat|singkat|lama|murah|mahal|hemat|pendek|panjang)"
    r"|menghemat|hemat|terpaut|selisih(?:nya)?|berselisih)\s+(?:sebesar |sebanyak |selama )?"
)


#: Set against another than the one before: `lebih cepat 1 menit daripada target 32 menit`.
_THAN = re.compile(
    r"\s+(?:dari(?:pada)?|dibanding\w*(?: dengan)?|di bawah|di atas)\s+(?:(?:target|standar)(?:nya)?\s+)?"
)


def _find_gap(said: Statement) -> Mismatch | None:
    """`turun dari 14 hari menjadi 9 hari, lebih cepat 6 hari`."""
    for index, (before, after, by) in enumerate(take_in_row(said.figures, 3)):
        is_change = _FROM.search(said.text[: before.start]) and _BECAME.fullmatch(said.between(before, after))
        if not is_change or not _BY.fullmatch(said.between(after, by)):
            continue
        if _THAN.match(said.text, by.end):
            others = said.figures[index + 3 : index + 4]
            before = others[0] if others and _THAN.fullmatch(said.between(by, others[0])) else by
        if before is by:
            continue  # Of another that is not told.
        if len({before.unit, after.unit, by.unit} - {""}) == 1 and by.unit not in SHARES | {""}:
            gap = abs(after.value - before.value)
            return compare_figure(by, gap, f"selisih {before.text} dan {after.text} adalah", (before, after))
    return None
