"""Words that say which of two figures is more, how they went, and how much of a whole a part is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from renjadoc.checks.directions import is_named_falling
from renjadoc.checks.figured import Mismatch, Statement, compare_difference, tell_mismatches
from renjadoc.checks.roles import DOWN, RANKED, UP, Role, read_told
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, lies_in, list_figures, take_in_row
from renjadoc.indonesian import persen
from renjadoc.reading import Reading

_LOWER = re.compile(r"\bmakin (?:kecil|rendah)\b", re.IGNORECASE)


def _names_falling(text: str) -> bool:
    """Whether of something that a text names less is better."""
    return is_named_falling(text) or _LOWER.search(text) is not None


@rule("RJ138", "Kata dan angkanya tidak sejalan")
def check_gaps(reading: Reading) -> Iterator[Finding]:
    """Kata yang membandingkan angka sesuai dengan besarnya angka itu.

    Diperiksa: kurang atau lebih sekian dari target, “naik tipis dari 98,95%” di belakang angka yang baru, “semula …
    menjadi …, bertambah …”, “melampaui target (68,2 terhadap 67,5)”, “telah mencapai target 80%”, lebih baik
    atau lebih buruk daripada target, tertinggi dan terendah, naik atau turun beberapa tahun berturut-turut, dan
    persentase keseluruhan di antara bagian-bagiannya.

    Mengapa: kata dan angkanya ditulis pada waktu yang berlainan, dan hanya salah satunya diperbarui.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Desa tangguh baru 57,6%, lebih 0,4 poin persen dari target 58%."
    Gagal:
        bab-5.json /isi/0 = "Pagunya semula Rp140.000.000, menjadi Rp147.000.000, berkurang Rp7.000.000."
    Gagal:
        bab-5.json /isi/0 = "Target 90% belum tercapai karena realisasi baru 93%."
    Gagal:
        bab-5.json /isi/0 = "Target 78% terlampaui dengan realisasi 76,5%."
    Lolos:
        bab-5.json /isi/0 = "Desa tangguh baru 57,6%, kurang 0,4 poin persen dari target 58%; pagunya semula
        Rp140.000.000, menjadi Rp147.000.000, bertambah Rp7.000.000."
    """
    finders = (
        _find_gap, _find_points, _find_grown, _find_compared, _find_became, _find_against, _find_reached, _find_unmet,
        _find_better, _find_trend, _find_overall, _find_extremes,
    )  # fmt: skip
    return tell_mismatches(reading, finders, "Periksa kata dan kedua angkanya.")


_MORE = r"lebih(?:\s+(?:tinggi|besar|banyak))?|melampaui|unggul"
_LESS = r"kurang|terpaut|lebih\s+(?:rendah|kecil|sedikit)"
_LEAD = re.compile(
    rf"(?:\s+[a-z]+){{0,4}}(?:\s+pada\s+[Tt]ahun\s+(?:19|20)\d\d)?,?\s+(?:(?:masih|hanya|atau|baru)\s+)*"
    rf"(?:(?P<kurang>{_LESS})|(?P<lebih>{_MORE}))(?:\s+(?:sebesar|sebanyak))?\s*"
)
_THAN_TARGET = re.compile(
    r"\s*(?:dari|daripada|dibanding\w*)\s+(?:target(?:nya)?|rencana|(?:capaian\s+)?tahun\s+(?:19"
    r"|20)\d\d)(?:\s+yang)?\s*\(?(?:sebesar\s+)?"
)


def _find_gap(said: Statement) -> Mismatch | None:
    """`baru 57,6%, kurang 0,4 poin persen dari target 58%`."""
    for one, by, other in take_in_row(said.figures, 3):
        if one.unit != other.unit or by.unit not in {"poin", one.unit}:
            continue
        lead = _LEAD.fullmatch(said.between(one, by))
        if lead is None or not _THAN_TARGET.fullmatch(said.between(by, other)) or one.value == other.value:
            continue
        if (one.value > other.value) != bool(lead["lebih"]):
            word = lead["lebih"] or lead["kurang"]
            return Mismatch(by, f"{one.text} disebut {word} {by.text} dari {other.text}")
        if (found := compare_difference(by, one, other)) is not None:
            return found
    return None


_FROM_TARGET = re.compile(r"\s*di\s+(?:(?P<atas>atas)|bawah)\s+target(?:nya)?(?:\s+sebesar)?\s*\(?")


def _find_points(said: Statement) -> Mismatch | None:
    """`baru 17 dari 68 kelompok (25%), masih 3 poin persen di bawah target 28%`: of a percentage before it."""
    for index, (by, target) in enumerate(pairwise(said.figures)):
        reached = [one for one in said.figures[:index] if one.unit == target.unit == "%"]
        match = _FROM_TARGET.fullmatch(said.between(by, target))
        if match is None or by.unit != "poin" or not reached:
            continue
        sign = 1 if match["atas"] else -1
        if not any(lies_in(by, right := sign * (one.value - target.value), right) for one in reached):
            right = abs(reached[-1].value - target.value)
            where = "di atas" if reached[-1].value > target.value else "di bawah"
            return Mismatch(by, f"{reached[-1].text} adalah {by.show(right)} poin {where} target {target.text}")
    return None


def _contradict_way(word: re.Match[str], before: Figure, after: Figure, by: Figure | None = None) -> Mismatch | None:
    """A mismatch where a word of direction says the other way than the figures before and after."""
    if before.value == after.value or (after.value > before.value) == bool(word["naik"]):
        return None
    went, told = "naik" if after.value > before.value else "turun", word["naik"] or word["turun"]
    quoted = f"{told} {by.text}" if by else told
    return Mismatch(by or after, f"“{quoted}”: dari {before.text} ke {after.text} angkanya {went}")


_GROWN = re.compile(
    rf"(?:\s+dari\s+(?:keseluruhan|seluruh\w*|total)(?:\s+[a-z]+){{0,2}})?(?:\s+pada\s+[Tt]ahun\s+(?:19"
    rf"|20)\d\d)?,?\s+(?:(?:atau|yang|telah|hanya|sedikit)\s+)?(?:(?P<naik>{UP})|(?P<turun>{DOWN}))"
    r"(?:\s+(?:tipis|sedikit|jauh|tajam|pesat|signifikan|drastis))?\s+dari\s+(?:(?:tahun\s+)?(?:19"
    r"|20)\d\d\s+)?(?:sebesar\s+)?",
    re.IGNORECASE,
)
_BECAME = re.compile(r"[^\d;.]*(?:(?:19|20)\d\d[^\d;.]*)?\b(?:menjadi|ke|hingga)\s+(?:[a-z]+\s+)?$")


def _find_grown(said: Statement) -> Mismatch | None:
    """`mencapai 99,12%, naik tipis dari 98,95%`: the figure now stands before that of the past."""
    for index, (now, past) in enumerate(pairwise(said.figures)):
        match = _GROWN.fullmatch(said.between(now, past))
        if match is None or now.unit != past.unit or now.value == past.value or RANKED.search(said.text[: past.start]):
            continue
        behind = said.figures[index + 2 : index + 3]
        if behind and _BECAME.fullmatch(said.between(past, behind[0])):
            continue
        if found := _contradict_way(match, past, now):
            return found
    return None


_COMPARED = re.compile(
    rf"[^\d;.]*?\b(?:(?P<naik>{UP})|(?P<turun>{DOWN}))(?: (?:jika|bila|apabila))?"
    r" (?:dibanding(?:kan)?(?: dengan)?|daripada)\b(?:(?:19|20)\d\d\b|[^\d;.])*",
    re.IGNORECASE,
)


def _find_compared(said: Statement) -> Mismatch | None:
    """`9,2% menurun dibandingkan tahun 2024 sebesar 8,9%`: the word says the other way."""
    if len(said.figures) != 2 or said.figures[0].unit != said.figures[1].unit or RANKED.search(said.text):
        return None
    now, before = said.figures
    match = _COMPARED.fullmatch(said.between(now, before))
    return _contradict_way(match, before, now) if match else None


_FROM = re.compile(r"\b(?:semula|dari|sebelumnya)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_INTO = re.compile(r"[^\d;.]{0,40}\bmenjadi\s+(?:[a-z]+\s+)?")
_THEN = re.compile(
    rf"[^\d;.]{{0,12}}(?:,|\batau|\(|\bberarti|\bsehingga)\s+(?:\w+\s+)?(?:(?P<naik>{UP})"
    rf"|(?P<turun>{DOWN}))(?:\s+(?:sebesar|sebanyak))?\s*"
)


def _find_became(said: Statement) -> Mismatch | None:
    """`semula Rp140 juta, menjadi Rp147 juta, bertambah Rp7 juta`: the word behind both, and its amount."""
    for before, after, by in take_in_row(said.figures, 3):
        word = _THEN.fullmatch(said.between(after, by))
        is_said = _FROM.search(said.text[: before.start]) and _INTO.fullmatch(said.between(before, after))
        if word is None or not is_said or before.unit != after.unit or by.unit not in {before.unit, "%", "poin"}:
            continue
        if not RANKED.search(said.text[: before.start]) and (found := _contradict_way(word, before, after, by)):
            return found
    return None


_ABOVE = r"melampaui|melebihi|di atas"
_BELOW = r"(?:belum|tidak) (?:mencapai|memenuhi|melampaui)|di bawah"
_AGAINST = re.compile(rf"\b(?:(?P<bawah>{_BELOW})|(?P<atas>{_ABOVE}))\s+target(?:nya)?\s*\(\s*$")
_TO = re.compile(r"\s*(?:terhadap|dari|dibanding(?:kan)?(?: dengan)?)\s+(?:target\s+)?")


def _find_against(said: Statement) -> Mismatch | None:
    """`melampaui target (68,2 terhadap 67,5)`."""
    if len(said.figures) < 2 or _names_falling(said.text):
        return None
    for one, target in pairwise(said.figures):
        match = _AGAINST.search(said.text[: one.start])
        if match is None or one.unit != target.unit or not _TO.fullmatch(said.between(one, target)):
            continue
        if one.value >= target.value if match["bawah"] else one.value <= target.value:
            return Mismatch(one, f"{one.text} disebut {match['bawah'] or match['atas']} target {target.text}")
    return None


#: Before the target of something else.
_OTHER = re.compile(
    r";|,(?!\s+(?:sehingga|berarti|yang|telah|sudah)\b)|\b(?:dan|tetapi|namun|sedangkan|sementara|serta)\b"
)
_REACHED = re.compile(r"\b(?:telah|sudah|berhasil)\s+(?:mencapai|memenuhi)\s+target(?:nya)?\s+(?:sebesar\s+)?$")


def _find_reached(said: Statement) -> Mismatch | None:
    """`(78,6% atau 11 dari 14 auditor) telah mencapai target 80%`."""
    if len(said.figures) < 2 or _names_falling(said.text):
        return None
    for index, target in enumerate(said.figures):
        alike = [one for one in said.figures[:index] if one.unit == target.unit]
        if not alike or not _REACHED.search(said.text[: target.start]):
            continue
        last = alike[-1]  # `naik dari 57,9% menjadi 61,3%, sehingga telah memenuhi target 62%`.
        is_last = len(alike) == 1 or re.search(r"\b(?:menjadi|ke)\s+$", said.text[: last.start])
        if is_last and last.value < target.value and not _OTHER.search(said.between(last, target)):
            return Mismatch(target, f"{last.text} disebut telah mencapai target {target.text}")
    return None


_MET = re.compile(r"\b(?:terlampaui|terpenuhi|tercapai (?:dengan|karena))\b", re.IGNORECASE)
_UNMET = re.compile(r"\b(?:belum|tidak|gagal)\s+(?:tercapai|mencapai|terpenuhi|memenuhi)\b", re.IGNORECASE)


def _find_unmet(said: Statement) -> Mismatch | None:
    """`Target 90% belum tercapai karena realisasi baru 93%`, `Target 78% terlampaui dengan realisasi 76%`."""
    is_unmet = bool(_UNMET.search(said.text))
    is_met = not is_unmet and bool(_MET.search(said.text))
    if not (is_unmet or is_met) or _names_falling(said.text):
        return None
    told = read_told(said)
    targets = [one for one in told if one.is_(Role.TARGET)]
    reached = [one for one in told if one.is_(Role.REACHED) and not one.is_(Role.TARGET)]
    if len(told) != 2 or len(targets) != 1 or len(reached) != 1 or targets[0].unit != reached[0].unit:
        return None
    if (reached[0].figure.value >= targets[0].figure.value) == is_met:
        return None
    word = "telah" if is_met else "belum"
    message = f"disebut {word} tercapai, padahal {reached[0].figure.text} dari {targets[0].figure.text}"
    return Mismatch(reached[0].figure, message)


_BETTER = re.compile(
    r"(?:[^;.]*\b[\d,]+\s+poin(?: persen)?)?(?:\s+per\s+[\d.]+\s+\w+)?,?\s+(?:\w+\s+)?lebih\s+(?:(?P<baik>baik)"
    r"|(?P<buruk>buruk))\s+(?:dari|daripada|dibanding\w*)\s+target(?:nya)?\s*"
)
_PER = re.compile(r"\bper\s*$")
_CLAUSE = re.compile(r";|\b(?:sedangkan|sementara|tetapi|namun|adapun)\b")


def _find_better(said: Statement) -> Mismatch | None:
    """`prevalensi turun menjadi 3,9 per 1.000 anak, lebih baik daripada target 4,0`, where less is better."""
    whole = [one for one in said.figures if one.unit != "poin" and not _PER.search(said.text[: one.start])]
    for one, target in pairwise(whole):
        match = _BETTER.fullmatch(said.between(one, target))
        if match is None or not _names_falling(_CLAUSE.split(said.text[: one.start])[-1]):
            continue
        if one.value != target.value and (one.value < target.value) != bool(match["baik"]):
            word = match["baik"] or match["buruk"]
            return Mismatch(one, f"{one.text} disebut lebih {word} daripada target {target.text}")
    return None


_EVERY_YEAR = re.compile(
    rf"\b(?:(?P<naik>{UP})|(?P<turun>{DOWN}))\s+(?:(?:\w+ tahun|setiap tahun|tiap tahun)\s+)?(?:berturut-turut"
    rf"|terus-menerus|setiap tahun|tiap tahun)"
    rf"|\b(?:selalu|terus|konsisten|senantiasa)\s+(?:(?P<naik2>{UP})|(?P<turun2>{DOWN}))",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"(?:\s*(?:dan|serta|lalu|kemudian|menjadi|pada|di|tahun|sebesar|mencapai|hingga|akhirnya|yakni|yaitu)"
    r"|\s*(?:19|20)\d\d|[,\s()])*",
    re.IGNORECASE,
)


def _find_trend(said: Statement) -> Mismatch | None:
    """`turun tiga tahun berturut-turut, dari 120 … menjadi 118 … dan 125`: a series that does not go that way."""
    match = _EVERY_YEAR.search(said.text) if len(said.figures) > 2 else None
    series = [one for one in said.figures if match and one.unit not in {"tahun", "poin"}]
    if match is None or len(series) < 3 or len({one.unit for one in series} - {""}) > 1 or RANKED.search(said.text):
        return None
    if not all(_STEP.fullmatch(said.between(one, other)) for one, other in pairwise(series)):
        return None
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", said.text)]
    is_up = bool(match["naik"] or match["naik2"])
    if years != sorted(years):
        return None
    wrong = next((two for two in pairwise(series) if (two[1].value > two[0].value) != is_up), None)
    if wrong is None:
        return None
    return Mismatch(wrong[1], f"disebut {match[0]}, tetapi dari {wrong[0].text} ke {wrong[1].text} tidak demikian")


#: What percentages are of: those of another measure are no parts.
_MEASURE = re.compile(r"\b\w*?((?<=[sy])erap|fisik|capaian|kinerja|realisasi)\w*", re.IGNORECASE)
_SOME = re.compile(r"\b(?:antara lain|di antaranya|terutama|misalnya|hanya|terendah|tertinggi)\b")
_OVERALL = re.compile(r"(?:Secara\s+(?:keseluruhan|total|umum)|Keseluruhan\w*|Rata-rata(?:nya)?)\b[^\d;]*")


def _find_overall(said: Statement) -> Mismatch | None:
    """`Danais terserap 98% dan APBD 97%. Secara keseluruhan penyerapan mencapai 99,74%`: above all its parts."""
    parts = [one for one in said.earlier if one.unit == "%"]
    if len(said.figures) != 1 or said.figures[0].unit != "%" or len(parts) < 2:
        return None
    stated = said.figures[0]
    if not _OVERALL.fullmatch(said.text[: stated.start]) or not re.fullmatch(r"\W*", said.text[stated.end :]):
        return None
    least, most = min(one.value for one in parts), max(one.value for one in parts)
    measures = [{match[1].casefold() for match in _MEASURE.finditer(text)} for text in (said.before, said.text)]
    if not measures[0] or measures[0] != measures[1] or _SOME.search(said.before) or lies_in(stated, least, most):
        return None
    return Mismatch(
        stated, f"{stated.text} tidak terletak di antara bagian-bagiannya, {persen(least)} dan {persen(most)}"
    )


_TOLD_AS = r"\b(?P<hal>[^\d;]*?),?\s*(?:yaitu|yakni|sebesar|sebanyak|mencapai|\()\s*$"
_HIGHEST = re.compile(
    rf"\b(?:[Tt]ertinggi|[Tt]erbesar|[Tt]erbanyak|[Tt]erluas|[Pp]aling (?:banyak|tinggi|besar|luas)){_TOLD_AS}"
)
_LOWEST = re.compile(
    rf"\b(?:[Tt]erendah|[Tt]erkecil|[Tt]ersedikit|[Tt]ersempit|[Pp]aling (?:sedikit|rendah|kecil|sempit)){_TOLD_AS}"
)


def _lead(text: str, figures: tuple[Figure, ...], figure: Figure) -> str:
    """What stands between a figure and the one before it."""
    before = [one.end for one in figures if one.end <= figure.start]
    return text[before[-1] if before else 0 : figure.start]


_ON = re.compile(r"\b(?:pada|di|oleh)\s+(.+?)\s*$")


def _find_extremes(said: Statement) -> Mismatch | None:
    """`Kenaikan tertinggi pada X, yaitu 2,7; terendah pada Y, yaitu 0,7`: not the same one, nor the other way round."""
    text, shift = f"{said.before} {said.text}", len(said.before) + 1
    figures = list_figures(text)
    # Between them others may be told: `tertinggi A (92%), disusul B (88%), dan terendah C (75%)`.
    pairs = [*pairwise(figures), *zip(figures, figures[2:], strict=False), *zip(figures, figures[3:], strict=False)]
    for one, other in pairs:
        highest, lowest = _HIGHEST.search(text[: one.start]), _LOWEST.search(_lead(text, figures, other))
        if highest is None or lowest is None or one.unit != other.unit or other.start < shift:
            continue
        stated = other._replace(start=other.start - shift, end=other.end - shift)
        if one.value < other.value:
            return Mismatch(stated, f"yang tertinggi {one.text} lebih kecil daripada yang terendah {other.text}")
        inner = [figure for figure in figures if one.end <= figure.start < other.start and figure.unit == one.unit]
        if beyond := next((figure for figure in inner if not other.value <= figure.value <= one.value), None):
            return Mismatch(stated, f"{beyond.text} tidak terletak di antara yang tertinggi dan yang terendah")
        places = [found[1] for part in (highest, lowest) if (found := _ON.search(part["hal"]))]
        if len(places) == 2 and places[0] == places[1]:
            return Mismatch(stated, f"yang tertinggi dan yang terendah sama-sama {places[0]}")
    return None
