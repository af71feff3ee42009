"""So much a day against a year, an amount against its round figure, people on an area that other sentences tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from renjadoc.checks.figured import Mismatch, Statement, list_statements, tell_mismatches
from renjadoc.checks.mistyped import is_swapped
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import find_years, is_match_typed
from renjadoc.checks.stated import Figure, lies_in
from renjadoc.indonesian import angka
from renjadoc.reading import Reading


@rule("RJ172", "Jumlah setahun, kepadatan, atau pembulatan keliru", yields=True)
def check_daily_rates(reading: Reading) -> Iterator[Finding]:
    """Jumlah sehari cocok dengan jumlah setahun dalam kalimat itu, jumlah uang dengan pembulatannya dalam kurung, dan
    kepadatan penduduk dengan jumlah penduduk dan luas wilayah yang disebut dalam naskah.

    Setahun boleh 365 hari, atau hari kerja saja. Kepadatan diperiksa bila naskah menyebut satu luas wilayah dan satu
    jumlah penduduk, dan bukan kepadatan tempat lain.

    Mengapa: satu angka diperbarui, dan yang dihitung darinya tertinggal.
    Sumber: kebiasaan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Sampah yang terangkut 84 ton per hari, atau 36.600 ton per tahun."
    Gagal:
        bab-5.json /isi/0 = "Luas wilayah kota ini 35,5 km². Penduduknya 131.005 jiwa. Kepadatannya 3.960 jiwa per km²."
    Gagal:
        bab-5.json /isi/0 = "Hibahnya berjumlah Rp928.155.155.000 (sekitar Rp928,2 juta)."
    Lolos:
        bab-5.json /isi/0 = "Hibahnya berjumlah Rp928.155.155.000 (sekitar Rp928,2 miliar). Honornya Rp18.000.000, atau
        sekitar Rp1,5 juta per bulan."
    Lolos:
        bab-5.json /isi/0 = "Sampah yang terangkut 84 ton per hari, atau 30.660 ton per tahun. Loket melayani 120 orang
        per hari, atau 30.000 orang per tahun."
    Lolos:
        bab-5.json /isi/0 = "Luas wilayah kota ini 35,5 km². Penduduknya 131.005 jiwa. Kepadatannya 3.690 jiwa per km²,
        dan kepadatan Kelurahan Makam 4.120 jiwa per km²."
    """
    yield from tell_mismatches(reading, (_find_yearly, _find_rounded), "Periksa kedua angkanya.")
    yield from _find_densities(reading)


_EACH = re.compile(r"\s*(?:per|setiap|tiap|/|se)\s*(?P<kala>hari|minggu|bulan)\b(?P<antara>[^.;\d]*)$")
_OR = re.compile(r",?\s*\(?(?:atau|setara|yakni|yaitu|berarti|yang berarti|sama dengan|sehingga)\b[a-z\s]{0,30}$")
_OF_LONGER = re.compile(r"\s*(?:per|setiap|tiap|/|se)\s*(?P<kala>minggu|bulan|tahun)\b")
#: How many of the shorter may be in the longer: all of them, or those on which people work.
_HOW_MANY = {
    ("hari", "minggu"): ((5, 7),),
    ("hari", "bulan"): ((20, 31),),
    ("hari", "tahun"): ((200, 313), (360, 366)),
    ("minggu", "bulan"): ((4, 5),),
    ("minggu", "tahun"): ((40, 53),),
    ("bulan", "tahun"): ((10, 10), (11, 11), (12, 12)),
}
_ALL_DAYS = 365
_BOUND = re.compile(r"\b(?:lebih|kurang|hampir|maksimal|minimal|paling|musim|puncak|hari (?:kerja|operasi|layanan))\b")


def _find_yearly(said: Statement) -> Mismatch | None:
    """`84 ton per hari, atau 25.200 ton per tahun`: so much of the shorter time makes no such much of the longer."""
    for one, other in zip(said.figures, said.figures[1:], strict=False):
        each, longer = _EACH.match(said.between(one, other)), _OF_LONGER.match(said.text, other.end)
        if each is None or longer is None or one.unit != other.unit or not one.value or _BOUND.search(said.text):
            continue
        ranges = _HOW_MANY.get((each["kala"], longer["kala"]))
        if ranges is None or not _OR.fullmatch(each["antara"]):
            continue
        slack = one.last_digit / 2
        fits = any(lies_in(other, low * (one.value - slack), high * (one.value + slack)) for low, high in ranges)
        right = one.value * (_ALL_DAYS if (each["kala"], longer["kala"]) == ("hari", "tahun") else ranges[-1][1])
        if not fits or is_swapped(other.value, right):
            return Mismatch(other, f"tertulis {other.text} se{longer['kala']}, padahal {one.text} se{each['kala']}")
    return None


_ABOUT = re.compile(
    r"\s*(?:\(|,?\s*atau\s+)(?:sekitar|kira-kira|kurang lebih|lebih kurang|dibulatkan(?: menjadi)?|±)\s*"
)
_PER = re.compile(r"\s*(?:per|setiap|tiap|/|se(?:hari|bulan|tahun)|untuk)\b")


def _find_rounded(said: Statement) -> Mismatch | None:
    """`Rp928.155.155.000 (sekitar Rp928,2 juta)`: one amount, told once more in round figures."""
    for one, other in zip(said.figures, said.figures[1:], strict=False):
        is_told_twice = (
            one.unit == other.unit == "Rp" and other.is_rounded and _ABOUT.fullmatch(said.between(one, other))
        )
        if is_told_twice and not _PER.match(said.text, other.end) and not lies_in(other, one.value, one.value):
            return Mismatch(other, f"tertulis {other.text}, padahal jumlahnya {one.text}")
    return None


_DENSITY = re.compile(
    r"\b[Kk]epadatan(?: penduduk)?(?:nya)?\b[^.;\d]{0,60}?(?P<nilai>\d[\d.]*(?:,\d+)?) (?:jiwa|orang|penduduk)"
    r"\s?(?:/|per|tiap|setiap)\s?(?:km²|km2|kilometer persegi)"
)
_AREA_UNITS = frozenset({"km²", "km2"})
_OF_WHOLE = re.compile(r"\b[Ll]uas\b.*\b(?:wilayah|daerah)|\b[Ww]ilayah\b.*\b(?:se)?luas")
_OF_PART = re.compile(
    r"\b(?:hutan|sawah|lahan|genangan|kawasan|laut|perairan|rawan|kumuh|miskin|usia|lansia|balita|bekerja|pendatang"
    r"|diperkirakan|proyeksi|terpadat|tertinggi|terendah|paling|sebagian|di antaranya)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:Kabupaten|Kota|Provinsi|Kecamatan|Kapanewon|Distrik|Kelurahan|Kalurahan|Desa|Gampong|Kampung|Nagari|RW)"
    r" [A-Z0-9][\w’'-]*"
)


class _WholeFigure(NamedTuple):
    """A figure of the whole region, and the sentence that tells it."""

    figure: Figure
    sentence: str


def _find_densities(reading: Reading) -> Iterator[Finding]:
    """`3.960 jiwa per km²` where the only area and the only population that the narrative tells make another."""
    area, people = _find_only(reading, _AREA_UNITS, _OF_WHOLE), _find_only(reading, _PEOPLE_UNITS, _POPULATION)
    if area is None or people is None or not area.figure.value:
        return
    right = people.figure.value / area.figure.value
    known = find_years(people.sentence), set(_PLACE.findall(area.sentence)) | set(_PLACE.findall(people.sentence))
    for said in list_statements(reading):
        for match in _DENSITY.finditer(said.text):
            stated = next((one for one in said.figures if one.start == match.start("nilai")), None)
            is_own = find_years(said.text) <= known[0] and set(_PLACE.findall(said.text)) <= known[1]
            if (
                stated is None
                or not is_own
                or _OF_PART.search(said.text, 0, match.end())
                or not right / 2 < stated.value < right * 2
            ):
                continue
            slack = right * area.figure.slack / area.figure.value + stated.last_digit / 2
            if not lies_in(stated, right - slack, right + slack) and is_match_typed(
                said.passage, said.offset, match, "nilai"
            ):
                whole = f"{people.figure.text} pada {area.figure.text}"
                message = f"tertulis {stated.text}; {whole} berarti {angka(round(right))}"
                yield Finding.of(said.passage, message, "Periksa ketiga angkanya.", stated.text)


_PEOPLE_UNITS = frozenset({"jiwa", "orang", "penduduk"})
_POPULATION = re.compile(r"\b(?:[Jj]umlah penduduk|[Pp]enduduknya|[Bb]erpenduduk|[Pp]enduduk)\b")


def _find_only(reading: Reading, units: frozenset[str], of_whole: re.Pattern[str]) -> _WholeFigure | None:
    """The one figure in these units that the narrative tells of the whole; None where it tells several, or none."""
    found: dict[Decimal, _WholeFigure] = {}
    for said in list_statements(reading):
        if of_whole.search(said.text) and not _OF_PART.search(said.text):
            others = {match.start("nilai") for match in _DENSITY.finditer(said.text)}
            first = next((one for one in said.figures if one.unit in units and one.start not in others), None)
            if first is not None:
                found.setdefault(first.value, _WholeFigure(first, said.text))
    return next(iter(found.values())) if len(found) == 1 else None
