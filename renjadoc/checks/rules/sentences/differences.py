"""What is left, what is too little, by how much something grew or fell: differences of figures that sentences state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from renjadoc.checks.figured import Mismatch, Statement, compare_difference
from renjadoc.checks.relations import is_explained, tell_computed
from renjadoc.checks.roles import BY, CHANGES, DOWN, RANKED, SHARES, UP, Role, Told, are_alike, read_told
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences.sentence_changes import find_stated_changes
from renjadoc.checks.stated import Figure, add_values, lies_in, list_figures, read_number, share, take_in_row
from renjadoc.indonesian import persen
from renjadoc.reading import Reading


@rule("RJ137", "Selisih, sisa, atau kenaikan dalam kalimat keliru")
def check_differences(reading: Reading) -> Iterator[Finding]:
    """Selisih, sisa, kekurangan, dan kenaikan adalah hasil hitungan angka di kalimat itu atau sebelumnya.

    Diperiksa: selisih dan kekurangan (“Selisih Rp80.000.000 …” sesudah kedua angkanya), “naik 2,10 poin menjadi 71,35
    dari 69,25” dalam urutan apa pun, sekian di atas atau di bawah target, kenaikan “jumlah itu” beserta
    persentasenya, dan berapa tahun lebih cepat.

    Mengapa: angka yang diubah dalam satu kalimat sering tertinggal dalam kalimat berikutnya.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Rancangan awal memuat Rp560.000.000, sedangkan kebutuhannya Rp640.000.000. Selisih
        Rp60.000.000 diusulkan tahun depan."
    Gagal:
        bab-5.json /isi/0 = "Tercatat 195 kasus. Jumlah itu naik 6 kasus (7,13%) dari tahun lalu."
    Gagal:
        bab-5.json /isi/0 = "Nilainya naik 2,10 poin menjadi 71,35 dari 68,25 pada tahun sebelumnya."
    Gagal:
        bab-5.json /isi/0 = "Terlaksana 96 pelatihan dari 100 pelatihan, sehingga tersisa 6 pelatihan."
    Gagal:
        bab-5.json /isi/0 = "Sisanya Rp350 juta, yaitu pagu Rp2,1 miliar dikurangi realisasi Rp1,85 miliar."
    Gagal:
        bab-5.json /isi/0 = "Tercatat 820 kasus. Dibandingkan dengan 800 kasus pada tahun lalu, jumlahnya naik 5,2%."
    Lolos:
        bab-5.json /isi/0 = "Tercatat 195 kasus. Jumlah itu naik 6 kasus (3,17%) dari tahun lalu. Untuk mencapai 90%
        dari 82% diperlukan kenaikan 2 poin setiap tahun."
    """
    finders = (
        _find_change,
        _find_rest,
        _find_compared_growth,
        _find_gap,
        _find_growth,
        _find_point_change,
        _find_earlier,
    )
    return tell_computed(reading, finders, "Periksa angka kalimat ini dan kalimat sebelumnya.")


#: Of one of several years: `dari 82% menjadi 90% diperlukan kenaikan 2 poin setiap tahun`.
_EVERY = re.compile(r"\s*(?:setiap|tiap|per)\s+(?:tahun|bulan|triwulan|semester)\b")
#: A growth in brackets beside the change that it is of.
_BESIDE = re.compile(r"\s*\(\s*")


def _find_change(said: Statement) -> Mismatch | None:
    """`naik 2,10 poin menjadi 71,35 dari 68,25`, `484, atau 28 poin di atas target 420`: three figures of a change."""
    told = [one for one in read_told(said) if not (one.unit == "%" and _BESIDE.fullmatch(one.lead))]
    known = {stated for stated, _, _ in find_stated_changes(said.text, said.figures)}  # RJ117 asks these.
    for trio in take_in_row(told, 3):
        by = next((one for one in trio if one.is_(*CHANGES) or _OVER.match(one.tail)), None)
        if (
            by is None
            or _EVERY.match(by.tail)
            or by.figure in known
            or (len(told) > 3 and not _OVER.match(by.tail))
            or RANKED.search(said.text)
        ):
            continue
        found = _judge_change(by, *_find_ends(by, [one for one in trio if one is not by]))
        if found and not is_explained(by.figure, said.figures):
            return found
    return None


def _judge_change(by: Told, now: Told | None, before: Told | None) -> Mismatch | None:
    if now is None or before is None or (now.unit not in {before.unit, ""} and before.unit):
        return None
    unit = now.unit or before.unit
    if by.unit not in {"poin", unit, ""} or (unit == "%" and by.unit == "%") or unit == "poin":
        return None
    return compare_difference(by.figure, now.figure, before.figure)


_OVER = re.compile(r"\s*(?:[a-z]+\s+)?(?:di atas|di bawah|melebihi|melampaui)\s+target(?:nya)?\s*(?:sebesar\s*)?\(?$")


def _find_ends(by: Told, others: list[Told]) -> tuple[Told | None, Told | None]:
    """The figures after and before a change: so the words say, or the one behind is what it is compared with."""
    before = [
        one for one in others if one.is_(Role.BEFORE) or (_SINCE.search(one.lead) and one.figure.start > by.figure.end)
    ]
    if _OVER.match(by.tail):
        before = [one for one in others if one.figure.start > by.figure.end]
    after = [one for one in others if one not in before]
    if len(before) != 1 or len(after) != 1:
        return None, None
    if by.is_(Role.RISE) and after[0].figure.value < before[0].figure.value:
        return None, None  # `bertambah 79 menjadi 902 dari 1.284 bidang`: of how many.
    is_after = after[0].is_(Role.AFTER) or after[0].figure.end < by.figure.start <= after[0].figure.end + _NEAR
    return (after[0], before[0]) if is_after else (None, None)


#: How far what something became may stand from how much that changed it.
_NEAR = 60
_SINCE = re.compile(
    r"\b(?:dari|daripada|dibanding\w*)\s+(?:dengan\s+)?(?:capaian\s+)?tahun\s+(?:sebelumnya|lalu|(?:19"
    r"|20)\d\d)\s*(?:yang\s+)?(?:sebesar\s*|mencapai\s*|,?\s*yaitu\s*)?\(?$"
)


class _RestWords(NamedTuple):
    """How a rest is told among three figures: its place, what leads to the first, what stands between them."""

    place: int
    lead: re.Pattern[str]
    first: re.Pattern[str]
    second: re.Pattern[str]


_ANY = re.compile("")
_REST_WORDS = (
    # `Sisa Rp350 juta berasal dari pagu Rp2,1 miliar dikurangi realisasi Rp1,85 miliar`
    _RestWords(
        0,
        _ANY,
        re.compile(r"[^\d;]*\b(?:dari|adalah|merupakan|yaitu|yakni)\b[^\d;]*"),
        re.compile(r"\s*dikurangi\b[^\d;]*"),
    ),
    # `Sisa anggaran dari Rp900 juta setelah realisasi Rp700 juta adalah Rp300 juta`
    _RestWords(
        2,
        re.compile(r"\b[Ss]isa\w*\b[^\d;]*\bdari\b[^\d;]*$"),
        re.compile(r"[^;]*\b(?:setelah|sesudah|dikurangi|terpakai|realisasi|terserap|digunakan|dibelanjakan)\b[^;]*"),
        re.compile(r"(?:[^;]*\b)?(?:adalah|sebesar|yaitu|yakni|tercatat|sejumlah|sebanyak|menjadi|tersisa|tinggal)\s*"),
    ),
    # `Rp7.296.000.000 dari Rp7.600.000.000, sehingga tersisa Rp304.000.000`
    _RestWords(
        2,
        _ANY,
        re.compile(
            r"\s*(?:[a-z]+\s+)?dari\s+(?:(?:pagu|anggaran|alokasi|target|total|jumlah|seluruh)\s+)*"
            r"(?:sebesar\s+|sebanyak\s+)?"
        ),
        re.compile(r"[^\d;.]*\b(?:tersisa|bersisa|sisanya|menyisakan|sehingga sisa|dengan sisa)\b[^\d;.]*"),
    ),
)


def _find_rest(said: Statement) -> Mismatch | None:
    """`Rp7.296.000.000 dari Rp7.600.000.000, sehingga tersisa Rp304.000.000`: what is left of a whole."""
    for trio in take_in_row(said.figures, 3):
        between = said.between(trio[0], trio[1]), said.between(trio[1], trio[2])
        for words in _REST_WORDS:
            is_said = words.first.fullmatch(between[0]) and words.second.fullmatch(between[1])
            if not is_said or not words.lead.search(said.text[: trio[0].start]):
                continue
            stated, ends = trio[words.place], [one for one in trio if one is not trio[words.place]]
            units = {one.unit for one in trio} - {""}
            if len(units) == 1 and stated.unit and not units & SHARES:
                return compare_difference(stated, *ends)
    return None


_GAP_ALONE = re.compile(rf"(?:Selisih|Kelebihan|Kekurangan|kekurangan|kelebihan)(?:nya|\s+(?:itu|tersebut))?{BY}\s*$")
_GAP_INSIDE = re.compile(
    rf"\b(?:(?:masih|berarti|terdapat|ada)\s+(?:\w+\s+)?)?(?:kurang|kekurangan(?:nya)?|kelebihan(?:nya)?){BY}\s*$"
)
_DIFFERENCE = re.compile(rf"\bselisih(?:nya)?{BY}\s*$")
_GAP_FIRST = re.compile(rf"^(?:Selisih|Kelebihan|Kekurangan)\b[^\d;.,]{{0,40}}?{BY}\s*$")
#: What there should be and what there is: only between these is there too little or too much.
_MET = re.compile(
    r"\b(?:kebutuhan\w*|dibutuhkan|membutuhkan|formasi|ideal\w*|direncanakan|ditargetkan|target|seharusnya)\b",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"\b[Dd]ari\s+(?:target|kebutuhan|rencana|formasi|total|jumlah|seluruh)\b")
_NEED = re.compile(r"\b(?:diperlukan|dibutuhkan|kebutuhan\w*|idealnya|seharusnya)\s+(?:adalah\s+|sebanyak\s+)?$", re.I)
_AVAILABLE = re.compile(r"\b(?:ketersediaan|tersedia|dimiliki|yang ada|bezetting|realisasi\w*|terisi)\b")
#: What is counted by any noun: `24 auditor … kekurangannya 10 orang`.
_ANY_KIND = frozenset({"", "orang", "unit", "buah"})


def _find_gap(said: Statement) -> Mismatch | None:
    """`Rancangan Rp560 juta, kebutuhan Rp640 juta. Selisih Rp60 juta`, `dari kebutuhan 24 ada 14, kurang 12`."""
    for index, stated in enumerate(said.figures):
        counts = _list_gap_ends(said, index)
        units = {one.unit for one in counts}
        is_alike = (
            units == {stated.unit}
            or stated.unit == "poin"
            or (len(units) == 1 and stated.unit in _ANY_KIND and units != {"Rp"})
        )
        is_alike = is_alike or (stated.unit in units and "Rp" not in units and index == 0)
        if len(counts) == 2 and is_alike:
            return compare_difference(stated, *counts)
    return None


def _list_gap_ends(said: Statement, index: int) -> list[Figure]:
    """The figures between which the one at `index` is told to be the difference; none where it is not."""
    stated, lead = said.figures[index], said.text[: said.figures[index].start]
    if stated.unit in SHARES:
        ends = [one for one in said.figures[:index] if one.unit != "poin"]
        is_told = stated.unit == "poin" and _DIFFERENCE.search(lead) and _MET.search(lead)
        return ends if is_told and len(ends) == 2 and ends[0].unit == ends[1].unit else []
    is_met = lead.startswith("Selisih") or _MET.search(said.before)
    if index == 0 and _GAP_ALONE.fullmatch(lead) and is_met and said.earlier:
        is_money = stated.unit == "Rp"
        return [one for one in said.earlier if (one.unit == "Rp") == is_money and one.unit not in SHARES]
    if index == 0 and len(said.figures) == 3 and _GAP_FIRST.search(lead):
        is_told = _MET.search(said.text[stated.end :]) and _AVAILABLE.search(said.text[stated.end :])
        return list(said.figures[1:]) if is_told else []
    if _GAP_INSIDE.search(lead) and _AVAILABLE.search(lead) and not _MET.search(lead):
        needed = [one for one in said.earlier if _NEED.search(said.before[: one.start])]
        here = [one for one in said.figures[:index] if one.unit not in SHARES]
        return [needed[-1], *here] if needed and len(here) == 1 and are_alike(needed[-1], here[0]) else []
    if _GAP_INSIDE.search(lead) and (_NEEDED.search(lead) or (_MET.search(lead) and _AVAILABLE.search(lead))):
        return [one for one in said.figures[:index] if one.unit not in SHARES]
    return []


_CHANGED = re.compile(
    rf"\b(?:(?P<naik>{UP}|lebih besar|lebih banyak|lebih tinggi)|(?P<turun>{DOWN}|lebih kecil|lebih sedikit"
    rf"|lebih rendah))"
    r"(?:\s+(?:sebesar|sebanyak|sejumlah|adalah|yaitu|yakni))?\s*$"
)
_COMPARED = re.compile(r"^(?:Jika |Bila )?[Dd]ibanding(?:kan)?\b[^\d;]*(?:(?:19|20)\d\d[^\d;]*)?$")
_GREW = re.compile(rf"[^\d;]*\b(?:{UP}|{DOWN})(?:\s+sebesar)?\s+")


def _find_compared_growth(said: Statement) -> Mismatch | None:
    """`… mencapai Rp820 miliar. Dibandingkan dengan Rp800 miliar pada tahun lalu, penerimaan tumbuh 5,2%`."""
    if len(said.figures) != 2 or said.figures[1].unit != "%" or not said.before.endswith("."):
        return None
    base, stated = said.figures
    is_told = _COMPARED.search(said.text[: base.start]) and _GREW.fullmatch(said.between(base, stated))
    # An amount of another size is of something else.
    alike = [one for one in said.earlier if one.unit == base.unit and one.unit not in SHARES | {""}]
    ends = [one for one in alike if base.value / 2 <= one.value <= base.value * 2]
    if not is_told or not ends or not base.value:
        return None
    limits = [share(one._replace(value=abs(one.value - base.value)), base) for one in ends]
    told = [one for one in list_figures(said.passage.text[: said.offset]) if one.unit == base.unit]
    limits += [share(one._replace(value=abs(one.value - base.value)), base) for one in told]
    if any(lies_in(stated, *limit) for limit in limits):
        return None
    right = persen(abs(ends[0].value - base.value) * 100 / base.value)
    return Mismatch(stated, f"tertulis {stated.text}, dari {base.text} ke {ends[0].text} hasil hitungannya {right}")


_THAT = re.compile(
    r"(?<![Ss]ementara )(?<![Ss]elain )(?<![Uu]ntuk )(?<![Kk]arena )(?<![Ss]amping )(?<![Ss]aat )(?<![Tt]ahun )"
    r"\b(?:itu|tersebut|ini)\b"
)
_OR = re.compile(r"\s*(?:\(|,?\s*atau\s+(?:sebesar\s+|setara\s+)?)")


def _find_growth(said: Statement) -> Mismatch | None:
    """`195 kasus. Jumlah itu naik 6 kasus (3,17%)`: growth beside its amount, from a figure that is near."""
    for index, (by, stated) in enumerate(pairwise(said.figures)):
        lead = said.text[: by.start]
        if stated.unit != "%" or by.unit in SHARES | {""} or not _CHANGED.search(lead):
            continue
        if not _OR.fullmatch(said.between(by, stated)) or index + 2 < len(said.figures):
            continue
        near = said.figures[:index]
        if not near and _THAT.search(lead) and all(one.unit != "%" for one in said.earlier):
            near = said.earlier
        changed = {one for one in said.figures[:index] if _CHANGED.search(said.text[: one.start])}
        bases = [one for one in near if one.unit == by.unit and one.value > by.value and one not in changed]
        alike = [one for one in near if one.unit == by.unit]
        if len(alike) > 1:  # `Rp53 miliar dari DAU dan Rp13 miliar dari PAD. Kebutuhan tersebut turun …`: of both.
            bases.append(alike[0]._replace(value=add_values(alike)))
        limits = [share(by, one._replace(value=value)) for one in bases for value in _list_bases(one, by)]
        if bases and not any(lies_in(stated, *limit) for limit in limits):
            right = persen(sum(limits[0], Decimal(0)) / 2)
            return Mismatch(stated, f"{by.text} disebut {stated.text}, hasil hitungannya dari {bases[0].text} {right}")
    return None


def _list_bases(one: Figure, by: Figure) -> list[Decimal]:
    """What a change may be a share of: the figure after it, without or with the change, or the figure itself."""
    return [one.value - by.value, one.value, one.value + by.value]


def _find_point_change(said: Statement) -> Mismatch | None:
    """`TPT 8,00%. TPT tersebut turun 0,35 poin dari 8,35%`: both ends and the difference."""
    if len(said.figures) < 2 or not said.earlier:
        return None
    by, base = said.figures[:2]
    lead, between = said.text[: by.start], said.between(by, base)
    word = _CHANGED.search(lead)
    is_from = re.fullmatch(r"\s*(?:dari|dibanding\w*)\s+(?:[^\d;.]{0,40})", between)
    if word is None or not _THAT.search(lead) or not is_from:
        return None
    now = said.earlier[-1]
    if by.unit not in {"poin", base.unit} or now.unit != base.unit or base.unit == "":
        return None
    if (now.value > base.value) != bool(word["naik"]) and now.value != base.value:
        went = "naik" if now.value > base.value else "turun"
        return Mismatch(by, f"“{word[0].strip()} {by.text}”: dari {base.text} ke {now.text} angkanya {went}")
    return compare_difference(by, now, base)


_EARLIER = re.compile(
    r"\bpada [Tt]ahun ((?:19|20)\d\d), (\w+) tahun lebih (?:cepat|awal|lambat|lama)"
    r" (?:dari|daripada) (?:target|rencana)"
)
_AIMED = re.compile(r"\b(?:menargetkan|ditargetkan|target\w*|rencana\w*)\b[^.]*?\bpada [Tt]ahun ((?:19|20)\d\d)\b")


def _find_earlier(said: Statement) -> Mismatch | None:
    """`menargetkan level 3 pada Tahun 2019. … pada Tahun 2017, dua tahun lebih cepat daripada target nasional`."""
    match, aims = _EARLIER.search(said.text), _AIMED.findall(said.before)
    if match is None or len(aims) != 1:
        return None
    number, years = read_number(match[2]), abs(int(match[1]) - int(aims[0]))
    if not number or number == years:
        return None
    where = Figure(match.start(2), match.end(2), number, "tahun", Decimal(1), f"{match[2]} tahun")
    return Mismatch(where, f"tertulis {match[2]} tahun, selisih {match[1]} dan {aims[0]} adalah {years} tahun")
