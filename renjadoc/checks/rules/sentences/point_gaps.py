"""Points between percentages and gaps between amounts, however far apart in a sentence they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.directions import is_named_falling
from renjadoc.checks.figured import Mismatch, Statement, compare_figure
from renjadoc.checks.relations import tell_computed
from renjadoc.checks.roles import BY, CHANGED_BY, DOWN, LESS, MORE, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, take_in_row
from renjadoc.reading import Reading


@rule("RJ169", "Selisih poin tidak cocok dengan kedua persentasenya", yields=True)
def check_point_gaps(reading: Reading) -> Iterator[Finding]:
    """Selisih dalam poin, dan kata terlampaui, cocok dengan kedua persentase dalam kalimat itu atau sebelumnya.

    Diperiksa juga bila di antaranya berdiri jumlah uang atau tahun: “Rp8 miliar (95,26%), lebih tinggi 1,86 poin persen
    daripada serapan tahun lalu sebesar 93,40%”, “naik dua poin persen, yakni dari 78% menjadi 80%”, dan “Penurunan 3,9
    poin persen itu” sesudah kalimat yang menyebut kedua ujungnya.

    Mengapa: satu dari tiga angka diperbarui, dan dua lainnya tertinggal.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Kehadiran anggota 480 orang (95,26%), lebih tinggi 2,86 poin persen daripada kehadiran
        tahun 2025 sebesar 93,40%."
    Gagal:
        bab-5.json /isi/0 = "Tunggakan berkurang dari 18,4% menjadi 14,5%. Penurunan 4,9 poin persen itu patut
        dihargai."
    Gagal:
        bab-5.json /isi/0 = "Tahun ini target tersebut terlampaui, dengan prakiraan 82,3% berbanding target 84%."
    Lolos:
        bab-5.json /isi/0 = "Kehadiran anggota 480 orang (95,26%), lebih tinggi 1,86 poin persen daripada kehadiran
        tahun 2025 sebesar 93,40%. Tunggakan berkurang dari 18,4% menjadi 14,5%. Penurunan 3,9 poin persen itu patut
        dihargai."
    """
    finders = (_find_apart, _find_from_to, _find_sequel, _find_passed)
    return tell_computed(reading, finders, "Periksa selisih dan kedua angkanya.")


_APART = re.compile(
    rf"(?:[^;\d]|\d{{4}})*\b(?:(?P<naik>{MORE}|{UP})|(?P<turun>{LESS}|{DOWN})|terpaut|berselisih|selisih(?:nya)?){BY}$",
    re.I,
)
_THAN = re.compile(
    r"(?:[^;.,\d]|\b(?:19|20)\d\d\b)*\b(?:dari|daripada|dibanding\w*|terhadap)\b(?:[^;.,\d]|\b(?:19|20)\d\d\b)*"
)


def _find_apart(said: Statement) -> Mismatch | None:
    """`(95,26%), lebih tinggi 2,86 poin persen daripada … sebesar 93,40%`."""
    for one, by, other in take_in_row(said.figures, 3):
        if (one.unit, by.unit, other.unit) != ("%", "poin", "%"):
            continue
        match = _APART.fullmatch(said.between(one, by))
        if match is None or not _THAN.fullmatch(said.between(by, other)) or "menjadi" in said.text[other.end :][:12]:
            continue
        is_way = match["naik"] or match["turun"]
        if is_way and one.value != other.value and (one.value > other.value) != bool(match["naik"]):
            return Mismatch(by, f"{one.text} disebut {is_way} {by.text} dari {other.text}")
        return compare_figure(
            by, abs(one.value - other.value), f"selisih {one.text} dan {other.text} adalah", (one, other)
        )
    return None


_ENDS = re.compile(r"(?:[^;.\d]|\b(?:19|20)\d\d\b)*,?\s*(?:(?:yakni|yaitu)\s+)?\bdari\s+")
_BECAME = re.compile(r"(?:[^;.\d]|\b(?:19|20)\d\d\b)*\bmenjadi\s+(?:[a-z]+\s+)?")


def _find_from_to(said: Statement) -> Mismatch | None:
    """`naik tiga poin persen dari prakiraan tahun berjalan, yakni dari 78% menjadi 80%`."""
    for by, before, after in take_in_row(said.figures, 3):
        is_told = by.unit == "poin" and before.unit == after.unit and before.unit in {"%", ""}
        if not is_told or not CHANGED_BY.search(said.text[: by.start]):
            continue
        if _ENDS.fullmatch(said.between(by, before)) and _BECAME.fullmatch(said.between(before, after)):
            gap = abs(after.value - before.value)
            return compare_figure(by, gap, f"selisih {before.text} dan {after.text} adalah", (before, after))
    return None


_SEQUEL = re.compile(
    r"(?:Kenaikan|Penurunan|Peningkatan|Pengurangan|Pertambahan|Selisih|Perbaikan)\s+(?:sebesar |sebanyak )?$"
)
_THAT = re.compile(r"\s+(?:itu|tersebut|ini)\b")


def _find_sequel(said: Statement) -> Mismatch | None:
    """`… dari 18,4% menjadi 14,5%. Penurunan 4,9 poin persen itu …`."""
    if not said.figures or len(said.earlier) != 2 or not _SEQUEL.fullmatch(said.text[: said.figures[0].start]):
        return None
    by, (before, after) = said.figures[0], said.earlier
    is_same = before.unit == after.unit and (
        by.unit == before.unit != "%" or (by.unit == "poin" and before.unit == "%")
    )
    is_change = _BECAME.fullmatch(said.before[before.end : after.start])
    if not is_same or not is_change or not _THAT.match(said.text, by.end):
        return None
    gap = abs(after.value - before.value)
    return compare_figure(by, gap, f"selisih {before.text} dan {after.text} adalah", (before, after))


_PASSED = re.compile(
    r"\b(?:terlampaui|melampaui target|terlewati)\b(?:(?!\b(?:sementara|sedangkan|tetapi|namun|adapun)\b)[^\d;.])*$",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\s*(?:berbanding|terhadap|dari|dibanding\w*(?: dengan)?)\s+target(?:nya)?\s+(?:sebesar\s+)?")


def _find_passed(said: Statement) -> Mismatch | None:
    """`target tersebut terlampaui, dengan prakiraan 82,3% berbanding target 84%`."""
    for one, target in zip(said.figures, said.figures[1:], strict=False):
        if one.unit != target.unit or not _AGAINST.fullmatch(said.between(one, target)):
            continue
        if not _is_passed(said.text, one, target) and not is_named_falling(said.text):
            return Mismatch(one, f"disebut terlampaui, padahal {one.text} di bawah target {target.text}")
    return None


def _is_passed(text: str, one: Figure, target: Figure) -> bool:
    """Whether a target that is told to be passed is; true where nothing is told."""
    match = _PASSED.search(text[: one.start])
    is_denied = match is not None and re.search(r"\b(?:belum|tidak)\s+$", text[: match.start()])
    return match is None or bool(is_denied) or one.value - target.value > Decimal(0)
