"""Changes and shares that a sentence tells with the figures they come from, some of them a sentence before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renjadoc.checks.directions import is_named_falling
from renjadoc.checks.figured import PART_BEFORE, Mismatch, Statement, compare_difference, tell_mismatches
from renjadoc.checks.relations import leave_worked_out, measure_growth
from renjadoc.checks.roles import BY, DOWN, LESS, MORE, OF_OTHER, SHARES, UP, are_alike
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences.sentence_changes import find_stated_changes
from renjadoc.checks.stated import Figure, lies_in, share, take_in_row
from renjadoc.indonesian import persen
from renjadoc.reading import Reading


@rule("RJ150", "Perubahan, capaian, atau bagian tidak cocok dengan angka asalnya", yields=True)
def check_told_changes(reading: Reading) -> Iterator[Finding]:
    """Kenaikan, capaian, sisa, dan bagian yang disebut bersama angka asalnya memang berasal dari angka itu.

    Diperiksa: “dari A menjadi B, yaitu berkurang C atau 8,64%” (dibagi A), “kenaikan Tahun 2025 sebesar 1,20 poin”
    sesudah angka tiap tahun, “selisih keduanya”, “di bawah target B, dengan tingkat capaian 99,48%”, sisa di belakang
    realisasi dan persentasenya, “penerimaan itu naik” sesudah kedua angkanya, “sedangkan tiga lainnya”, dan jumlah
    yang persentasenya genap 100%.

    Mengapa: verifikator menghitung ulang setiap angka yang diturunkan dari angka lain.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Cakupannya 70,10% pada Tahun 2024 dan 71,40% pada Tahun 2025. Kenaikan Tahun 2025 sebesar
        2,30 poin persen."
    Gagal:
        bab-5.json /isi/0 = "Produksi naik 40 ton: 310 ton pada 2022, 325 ton pada 2023, dan 345 ton pada 2024."
    Gagal:
        bab-5.json /isi/0 = "Keaktifan 96,00% masih di bawah target 96,50%, dengan tingkat capaian 100,52%."
    Gagal:
        bab-5.json /isi/0 = "Usaha kecil 48.200 unit (69,98%), sedangkan usaha menengah 20.805 unit (30,02%)."
    Lolos:
        bab-5.json /isi/0 = "Pagunya turun dari Rp200.000.000 menjadi Rp150.000.000, yaitu berkurang Rp50.000.000 atau
        25%."
    Lolos:
        bab-5.json /isi/0 = "Cakupannya 70,10% pada Tahun 2024 dan 71,40% pada Tahun 2025. Kenaikan Tahun 2025 sebesar
        1,30 poin persen, masih di bawah target 72,00%, dengan tingkat capaian 99,17%."
    """
    computing = (
        *(_find_yearly, _find_over_years, _find_between, _find_achieved),
        *(_find_rest, _find_others, _find_composition, _find_compared),
    )
    # A change told the wrong way round has the right figure, and one divided by its wrong end one that both make.
    finders = (_find_growth, _find_growth_behind, *map(leave_worked_out, computing), _find_direction)
    return tell_mismatches(reading, finders, "Periksa angka kalimat ini dan kalimat sebelumnya.")


_NO_COUNT = SHARES | {""}
_BESIDE = re.compile(r"\s*\(\s*|,?\s*(?:atau|setara)\s+(?:dengan\s+)?(?:sebesar\s+|sekitar\s+)?")
_FROM = re.compile(r"\b(?:dari|semula)\s+(?:(?:19|20)\d\d\s+|[^\d;.]){0,40}$", re.IGNORECASE)
_INTO = re.compile(r"(?:[^\d;.]|(?:19|20)\d\d){0,60}\bmenjadi\s+(?:[a-z]+\s+)?")
_WENT = re.compile(rf"\b(?:(?P<naik>{UP})|(?P<turun>{DOWN})){BY}$", re.IGNORECASE)


def _find_growth(said: Statement) -> Mismatch | None:
    """`dari A menjadi B, yaitu berkurang C atau 8,64%`, `berkurang C (8,64%), yakni dari A menjadi B`: of A."""
    for four in take_in_row(said.figures, 4):
        for before, after, by, stated in (four, (*four[2:], *four[:2])):
            if stated.unit != "%" or not are_alike(before, after, by) or by.unit in SHARES or not before.value:
                continue
            is_change = (
                _FROM.search(said.text[: before.start])
                and _INTO.fullmatch(said.between(before, after))
                and _WENT.search(said.text[: by.start])
                and _BESIDE.fullmatch(said.between(by, stated))
            )
            apart = abs(abs(after.value - before.value) - by.value)
            if not is_change or apart > before.step + after.step + by.step:
                continue
            if not lies_in(stated._replace(value=abs(stated.value)), *share(by, before)):
                right = persen(by.value * 100 / before.value)
                return Mismatch(stated, f"tertulis {stated.text}, {by.text} dari {before.text} adalah {right}")
    return None


_BECAME = re.compile(r"\b(?:dari|semula)\b[^.;]*\bmenjadi\b[^\d;]*$", re.IGNORECASE)
_GREW_BY = re.compile(r"(?:\(|\b(?:atau|yaitu|yakni|sebesar|tumbuh|naik|turun|meningkat|menurun)\s*)$")


def _find_growth_behind(said: Statement) -> Mismatch | None:
    """`dari A menjadi B, sehingga tumbuh 8,64%`: of A, however it is said."""
    if len(said.figures) != 3:
        return None
    before, after, stated = said.figures
    is_alike = before.unit == after.unit not in SHARES and before.value
    if stated.unit != "%" or not is_alike or not _BECAME.search(said.text[: after.start]):
        return None
    is_told = _GREW_BY.search(said.text[: stated.start]) and not OF_OTHER.match(said.text[stated.end :])
    is_asked = any(one == stated for one, _, _ in find_stated_changes(said.text, said.figures))  # By RJ117.
    growth = measure_growth(before, after)
    if not is_told or is_asked or lies_in(stated._replace(value=abs(stated.value)), *growth):
        return None
    middle = sum(growth, Decimal(0)) / 2
    if said.text[: stated.start].endswith("(") and not middle / 2 <= abs(stated.value) <= middle * 2:
        return None  # `dari 40 menjadi 140 gampong (27,3%)`: the share of the last in another whole.
    right = persen(middle)
    return Mismatch(stated, f"tertulis {stated.text}, dari {before.text} ke {after.text} adalah {right}")


_OF_YEAR = re.compile(r"\s*(?:[a-z]+\s+){0,2}?(?:\(|pada\s+|di\s+)?(?:akhir\s+)?(?:[Tt]ahun\s+)?(20\d\d)\b")
_IN_YEAR = re.compile(
    r"\b(?:kenaikan|penurunan|peningkatan|pertumbuhan|pertambahan|pengurangan|penambahan)(?:nya)?"
    rf"\s+(?:pada\s+|untuk\s+)?[Tt]ahun\s+(20\d\d){BY}$",
    re.IGNORECASE,
)


def _find_yearly(said: Statement) -> Mismatch | None:
    """`94,80% pada Tahun 2024 dan 96,00% pada Tahun 2025. Kenaikan Tahun 2025 sebesar 2,20 poin`."""
    for stated in said.figures:
        match = _IN_YEAR.search(said.text[: stated.start])
        if match is None:
            continue
        year, series = int(match[1]), _read_series(said, stated)
        for unit, values in series.items():
            now, before = values.get(year), values.get(year - 1)
            if now is None or before is None:
                continue
            if stated.unit in {unit, "poin"} - ({"%"} if unit == "%" else set()):
                return compare_difference(stated, now, before)
    return None


def _read_series(said: Statement, stated: Figure) -> dict[str, dict[int, Figure]]:
    """The figures of this sentence and the one before that stand beside their year, by unit; each year once."""
    found: dict[str, dict[int, Figure]] = defaultdict(dict)
    told = [(said.before, one) for one in said.earlier] + [(said.text, one) for one in said.figures if one != stated]
    for text, one in told:
        match = _OF_YEAR.match(text, one.end)
        if match and one.unit not in {"poin", ""}:
            known = found[one.unit]
            known.setdefault(int(match[1]), one)
    return found


def _find_over_years(said: Statement) -> Mismatch | None:
    """`naik 40 ton: 310 ton pada 2022, 325 ton pada 2023, dan 345 ton pada 2024`: from the first to the last."""
    for stated in said.figures:
        if not _WENT.search(said.text[: stated.start]) or stated.unit in SHARES | {""}:
            continue
        series = _read_series(said._replace(earlier=()), stated).get(stated.unit, {})
        ordered = [one for _, one in sorted(series.items())]
        if len(ordered) < 3 or len(ordered) != len([one for one in said.figures if one.unit == stated.unit]) - 1:
            continue
        gaps = {abs(one.value - other.value) for one in ordered for other in ordered}
        if stated.value not in gaps:
            return compare_difference(stated, ordered[0], ordered[-1])
    return None


_BOTH = re.compile(
    r"\b[Ss]elisih(?:nya)?\s+(?:antara\s+)?(?:keduanya|kedua\s+[a-z]+(?:\s+[a-z]+)?)(?:\s+(?:itu|tersebut))?"
    rf"{BY}$"
)


def _find_between(said: Statement) -> Mismatch | None:
    """`tertinggi di Wilayah I (77,50%) dan terendah di Wilayah II (65,00%); selisih keduanya 10,50 poin`."""
    for index, stated in enumerate(said.figures):
        if not _BOTH.search(said.text[: stated.start]):
            continue
        near = [one for one in (said.figures[:index] or said.earlier) if one.unit != "poin"]
        ends = near[-2:]
        is_alike = len(ends) == 2 and ends[0].unit == ends[1].unit and stated.unit in {ends[0].unit, "poin"}
        if is_alike and len(near) == 2 and (stated.unit == "poin" or ends[0].unit not in _NO_COUNT):
            return compare_difference(stated, *ends)
    return None


_TARGET = re.compile(r"\b[Tt]arget\w*(?:\s+(?:[Tt]ahun\s+)?(?:19|20)\d\d)?(?:\s+(?:sebesar|sebanyak|yaitu|yang))?\s*$")
_ACHIEVED = re.compile(
    r"[^\d;.]{0,40}\b(?:dengan|sehingga|atau|yakni|yaitu|berarti)\s+(?:tingkat\s+|persentase\s+)?"
    r"(?:capaian|ketercapaian|pencapaian)(?:nya)?(?:\s+(?:kinerja|target)(?:nya)?)?"
    r"(?:\s+(?:sebesar|adalah|mencapai|hanya|baru))*\s*\(?"
)


def _find_achieved(said: Statement) -> Mismatch | None:
    """`96,00% masih di bawah target 96,50%, dengan tingkat capaian 100,52%`."""
    for one, other, stated in take_in_row(said.figures, 3):
        if stated.unit != "%" or not _ACHIEVED.fullmatch(said.between(other, stated)):
            continue
        is_first, is_second = (bool(_TARGET.search(said.text[: figure.start])) for figure in (one, other))
        if is_first == is_second or one.unit != other.unit or "poin" in {one.unit} or not (one.value and other.value):
            continue
        reached, target = (other, one) if is_first else (one, other)
        possible = [share(reached, target)]
        if is_named_falling(said.text) or re.search(r"\bmakin (?:kecil|rendah)\b", said.text):
            least, most = possible[0]
            possible += [share(target, reached), (200 - most, 200 - least)]
        if not any(lies_in(stated, *limits) for limits in possible):
            right = persen(reached.value * 100 / target.value)
            return Mismatch(stated, f"tertulis {stated.text}, {reached.text} dari target {target.text} adalah {right}")
    return None


_OUT_OF = re.compile(r"\s*(?:[a-z]+\s+)?dari\s+(?:[a-z]+\s+){0,3}")
_LEFT = re.compile(
    r"[^\d;.]*\b(?:tersisa|bersisa|sisanya|menyisakan|sisa(?:\s+anggaran)?(?:nya)?)(?:\s+(?:sebesar|adalah|sebanyak))?\s*"
)


def _find_rest(said: Statement) -> Mismatch | None:
    """`anggaran Rp48,5 miliar terealisasi Rp46,8 miliar atau 96,5%, sehingga tersisa Rp1,6 miliar`."""
    counts = [one for one in said.figures if one.unit not in SHARES]
    for index, (one, other, stated) in enumerate(take_in_row(counts, 3)):
        lead = _blank_shares(said, other.end, stated.start)
        if any(whole.unit == one.unit and whole.value > one.value + other.value for whole in counts[:index]):
            continue  # Of `240 posyandu, 168 (70%) telah aktif, 48 (20%) dibina, dan sisanya 24` both are parts.
        if len({one.unit, other.unit, stated.unit}) > 1 or stated.unit == "" or not _LEFT.fullmatch(lead):
            continue
        between = _blank_shares(said, one.end, other.start)
        is_whole_first = PART_BEFORE.search(between) and one.value > other.value and not re.search(r"[\d;.]", between)
        # Without a percentage between, RJ137 asks.
        is_shared = lead != said.between(other, stated)
        if is_whole_first or (is_shared and _OUT_OF.fullmatch(between) and other.value > one.value):
            return compare_difference(stated, one, other)
    return None


def _blank_shares(said: Statement, start: int, end: int) -> str:
    """What stands between two places, without the percentages in it."""
    text = said.text[start:end]
    for one in said.figures:
        if one.unit == "%" and start <= one.start and one.end <= end:
            text = text.replace(said.text[one.start : one.end], "")
    return text


_COMPARED = re.compile(r"(?:Jika |Bila )?[Dd]ibanding(?:kan)?\b(?:(?:19|20)\d\d\b|[^\d;])*")


def _find_direction(said: Statement) -> Mismatch | None:
    """`… Rp2.704 juta. Dibandingkan dengan semester I yang berjumlah Rp2.600 juta, penerimaan itu turun Rp104 juta`."""
    if len(said.figures) < 2 or not _COMPARED.fullmatch(said.text[: said.figures[0].start]):
        return None
    before, by = said.figures[:2]
    word = _WENT.search(said.between(before, by))
    if word is None or before.unit != by.unit or by.unit in _NO_COUNT:
        return None
    ends = [one for one in said.earlier if one.unit == by.unit and abs(one.value - before.value) == by.value]
    if not ends or any((one.value > before.value) == bool(word["naik"]) for one in ends):
        return None
    went = "naik" if ends[0].value > before.value else "turun"
    told = word["naik"] or word["turun"]
    return Mismatch(by, f"“{told} {by.text}”: dari {before.text} ke {ends[0].text} angkanya {went}")


_SOME_FIRST = re.compile(r"(?:Dari\s+(?:jumlah\s+)?(?:itu|tersebut),?\s*)?(?:[Ss]ebanyak\s+)?")
_OTHERS = re.compile(r"(?:\s+[a-z]+)?\s+(?:lainnya|sisanya|selebihnya)\b")


def _find_others(said: Statement) -> Mismatch | None:
    """`… dan 12 sub kegiatan. Sebanyak 8 sub kegiatan bersifat teknis, sedangkan 3 sub kegiatan lainnya penunjang`."""
    if len(said.figures) != 2 or not _OTHERS.match(said.text, said.figures[1].end):
        return None
    one, other = said.figures
    wholes = [figure for figure in said.earlier if figure.unit == one.unit]
    if one.unit != other.unit or one.unit in _NO_COUNT | {"Rp"} or len(wholes) != 1 or len(said.earlier) < 2:
        return None  # With one figure before, RJ139 asks.
    if not _SOME_FIRST.fullmatch(said.text[: one.start]) or max(one.value, other.value) >= wholes[0].value:
        return None
    summed = one.value + other.value
    if summed == wholes[0].value:
        return None
    return Mismatch(other, f"bagian-bagiannya berjumlah {other.show(summed)}, bukan {wholes[0].text}")


_SHARED = re.compile(r"\s*(?:[a-z]+\s+){0,2}\(\s*|,?\s+(?:atau|setara)\s+(?:sebesar\s+|dengan\s+)?")


def _find_composition(said: Statement) -> Mismatch | None:
    """`48.510 ton (69,98%), sedangkan 20.805 ton (30,02%)`: shares of all, of amounts not theirs."""
    pairs = [
        (count, stated)
        for count, stated in pairwise(said.figures)
        if stated.unit == "%" and count.unit not in _NO_COUNT and _SHARED.fullmatch(said.between(count, stated))
    ]
    told = [figure for pair in pairs for figure in pair]
    if len(pairs) < 2 or tuple(told) != said.figures or len({count.unit for count, _ in pairs}) > 1:
        return None
    is_exact = len(pairs) > 2 or any(stated.step < 1 for _, stated in pairs)
    summed, whole = (sum((pair[side].value for pair in pairs), Decimal(0)) for side in (1, 0))
    slack = sum((stated.step / 2 for _, stated in pairs), Decimal(0))
    if not is_exact or abs(summed - 100) > min(slack, Decimal("0.05")) or not whole:
        return None
    total = pairs[0][0]._replace(value=whole, step=sum((c.step for c, _ in pairs if c.is_rounded), Decimal(1)))
    wrong = [pair for pair in pairs if not lies_in(pair[1], *share(pair[0], total))]
    if not wrong:
        return None
    count, stated = max(wrong, key=lambda pair: abs(pair[0].value * 100 / whole - pair[1].value))
    right = persen(count.value * 100 / whole)
    return Mismatch(count, f"{count.text} disebut {stated.text}, dari jumlah bagian-bagiannya {right}")


_THAN = re.compile(
    rf"(?:\s+persen)?,?\s+(?:(?:atau|yang|sedikit|jauh|masih)\s+)*(?:(?P<atas>{MORE})|(?P<bawah>{LESS}))"
    r"\s+(?:dari|daripada|dibanding(?:kan)?)\b(?:(?:19|20)\d\d\b|[^\d;.]){0,70}"
)


def _find_compared(said: Statement) -> Mismatch | None:
    """`kenaikan sebesar 2,20 poin, sedikit lebih kecil daripada kenaikan Tahun 2024 sebesar 1,30 poin`."""
    for one, other in pairwise(said.figures):
        if one.unit != "poin" or other.unit != "poin" or one.value == other.value:
            continue
        match = _THAN.fullmatch(said.between(one, other))
        if match and (one.value > other.value) != bool(match["atas"]):
            return Mismatch(one, f"{one.text} disebut {match['atas'] or match['bawah']} daripada {other.text}")
    return None
