"""The figures that a text states: numbers with what they count, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeVar

from renjadoc.indonesian import SCALES, angka, nilai_angka, persen, rupiah

One = TypeVar("One")


class Figure(NamedTuple):
    """A number and where it stands; `value` is in full (rupiah, persons …), `unit` `Rp`, `%`, `‰`, `poin`, a noun or
    "".

    `step` is what its last digit counts: 10 million for `Rp1,23 miliar`.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    step: Decimal
    text: str

    @property
    def is_rounded(self) -> bool:
        return self.step != 1

    @property
    def slack(self) -> Decimal:
        """How far the value may be from what it was before it was rounded."""
        return self.step / 2 if self.is_rounded else Decimal(0)

    @property
    def last_digit(self) -> Decimal:
        """What its last digit that is no zero counts: 100 in `2.400`, 100.000 in `Rp12.500.000`."""
        return max(self.step, Decimal(1).scaleb(int(self.value.normalize().as_tuple().exponent)))

    def show(self, value: Decimal) -> str:
        """Another value as this one is written, in full."""
        if self.unit == "Rp":
            return rupiah(int(value.to_integral_value()))
        if self.unit == "%":
            return persen(value)
        return angka(int(value)) if value == value.to_integral_value() else persen(value).removesuffix("%")


_POINTS = ("poin persen", "poin persentase", "persen poin", "point")
_UNITS = {"persen": "%", "permil": "‰"} | dict.fromkeys(_POINTS, "poin")
#: Number words as they stand in sentences, with their values.
NUMBER_WORDS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
NUMBER_WORDS += ["sepuluh", "sebelas", "seratus", "seribu"]
_ONE = "|".join(NUMBER_WORDS[1:10])
#: A number from 1 to 99 in words, by its build: a list of all would take long to compile.
WORDED = rf"(?:(?:{_ONE})(?: belas| puluh(?: (?:{_ONE}))?)?|sepuluh|sebelas)"
#: Words that follow a number without being what it counts.
_NO_NOUN = (
    "dan|atau|dari|pada|yang|di|ke|untuk|dengan|menjadi|serta|dibanding|dibandingkan|sampai|hingga|per|tahun"
    "|lebih|kurang"
    "|tetapi|namun|terhadap|sedangkan|sementara|karena|sehingga|dalam|oleh|adalah|ialah|yaitu|yakni|terdiri"
    "|meliputi|naik|turun"
    "|meningkat|menurun|bertambah|berkurang|telah|sudah|belum|masih|akan|kemudian|lalu|saja|juga|maupun|bagi"
    "|atas|antara"
    "|me(?!nit|ter|mber|sin|ja|dia)[lmnrwy][a-z]{3,}|di[a-z]{3,}(?:kan|i)|ter(?:capai|serap|realisasi|laksana)"
    "|tidak|tahun"
)
_FIGURE = re.compile(
    r"(?<![\w.,/‰%+])(?:(?P<rp>Rp\.?\s?)|(?P<minus>[-–−](?=\d)))?"
    rf"(?:(?P<angka>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?)(?![\d.]*\d)|\b(?P<kata>(?i:{WORDED}))\b(?!-))"
    r"(?:,-|,00(?!\d))?(?:\s\([a-z][a-z ]{2,200}\))?"
    r"(?:\s(?P<skala>ribu|juta|miliar|milyar|triliun)\b)?"
    r"(?:\s?(?P<satuan>%|‰|(?:persen poin|persen|permil|poin persen(?:tase)?|points?|poin|rupiah)\b)"
    rf"|\s(?!(?:{_NO_NOUN})\b)(?P<benda>(?!Rp\d)[A-Za-z][\w²³]*))?",
)
_NO_COUNT = re.compile(
    r"(?:\b(?:Nomor|No\.?|Pasal|ayat|huruf|angka|Tabel|Gambar|[Tt]ahun|BAB|[Bb]ab|Lampiran|kelas|tipe|pilar"
    r"|ke|pukul|tanggal|skala|[Tt]riwulan|[Ss]emester|[Kk]uartal|Misi|misi|Kode|kode|SNI|STA|Kota|pasal|nomor)"
    r"|\(ayat)[ (]*$"
)


@lru_cache(maxsize=1 << 12)
def list_figures(sentence: str) -> tuple[Figure, ...]:
    """The figures of a sentence in their order; no years, dates, numbers of articles or tables, nor ends of a range."""
    found: list[Figure] = []
    for match in _FIGURE.finditer(sentence):
        if _is_count(match):
            found.append(_make_figure(match))
    return tuple(found)


_MONTH = re.compile(
    r"\s(?:Jan|Feb|Pebr|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|No[vp]|Des)[a-z]*\b|\s?(?:[-–—]|s\.d\.|sampai dengan)\s?\d"
)
_RANGE_BEFORE = re.compile(r"(?:\d\s?[-–—]|\d[^\s\d]{0,2}[-–—]|\d (?:s\.d\.|sampai dengan))\s?$|[≤≥<>±]\s?$")


#: What a rate is of: `92 per 100.000 kelahiran hidup`.
_DENOMINATOR = re.compile(r"10+(?:\.000)*")
#: `tiga perempat`, `empat per lima`: no counts.
_PER_WORD = re.compile(rf" per (?:{_ONE}|sepuluh|seratus)\b")
_WORD_PER = re.compile(rf"\b(?:{_ONE}) per $")
_FRACTION = re.compile(r"per(?:tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|seratus)", re.IGNORECASE)


#: Where a clause begins, and what is said of things that were named before: `lima digunakan, tiga belum`.
_CLAUSE_BEGINS = re.compile(
    r"(?:^|[.;:,(]\s|\b(?:dan|serta|hanya|baru|sedangkan|sementara|tetapi|namun|sisanya|selebihnya|yaitu|yakni"
    r"|sebanyak)\s)$"
)
_BECOMES = re.compile(
    r"\s(?:di antaranya|(?:telah|sudah|belum|masih|tidak|akan|sedang|dalam)\s[a-z]|(?:belum|tidak)[.,;]"
    r"|di[a-z]{3,}(?:kan|i|t|s|h|n|r|a)\b|ter(?:capai|serap|realisasi|laksana)\b|me[lmnrwy][a-z]{3,})"
)


#: `bertambah tujuh, dari 15 menjadi 22 gampong`: by how many of what is told behind.
_CHANGED_BY = re.compile(r"\b(?:bertambah|berkurang|naik|turun|meningkat|menurun)\s$")
_FROM_WHAT = re.compile(r",?\s(?:(?:yakni|yaitu)\s)?dari\s")


def _is_of_known(match: re.Match[str], before: str) -> bool:
    """Whether a number word without a noun begins a clause that says what becomes of so many, or by how many of what
    is told behind something changed."""
    if _CHANGED_BY.search(before) and _FROM_WHAT.match(match.string, match.end("kata")):
        return True
    is_several = match["kata"].casefold() != "satu"
    return bool(is_several and _CLAUSE_BEGINS.search(before) and _BECOMES.match(match.string, match.end("kata")))


def _is_count(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 24) : match.start()]
    if match["kata"] is not None:
        is_fraction = _PER_WORD.match(match.string, match.end("kata")) or _WORD_PER.search(before)
        if is_fraction or _FRACTION.fullmatch(match["benda"] or ""):
            return False
        has_noun = match["benda"] is not None or match["satuan"] is not None
        is_part = match.string.startswith(" dari ", match.end("kata")) or before.endswith(("dari ", " target "))
        return (has_noun or is_part or _is_of_known(match, before)) and not before.endswith(("ke-", "ke "))
    written = match["angka"]
    bare = not (match["rp"] or match["skala"] or match["satuan"])
    if bare and re.fullmatch(r"(?:19|20|21)\d\d", written):
        return False
    if before.endswith("per ") and bare and _DENOMINATOR.fullmatch(written):
        return False
    if _MONTH.match(match.string, match.end("angka")) or _RANGE_BEFORE.search(before):
        return False
    is_ranked = _NO_COUNT.search(before) and not ("," in written and before.endswith("ke "))
    return not (bare and is_ranked)


def _make_figure(match: re.Match[str]) -> Figure:
    scale = SCALES.get(match["skala"] or "", 0)
    written = match["angka"]
    if written is None:
        value, decimals = Decimal(_read_word(match["kata"].casefold())), 0
    else:
        value = nilai_angka(written)
        decimals = max(0, -int(value.as_tuple().exponent))
    value = value.scaleb(scale) * (-1 if match["minus"] else 1)
    unit = "Rp" if match["rp"] or match["satuan"] == "rupiah" else match["satuan"] or (match["benda"] or "").casefold()
    has_noun = match["satuan"] or (match["benda"] and unit != "Rp")
    end = match.end() if has_noun else match.end("skala") if scale else _end_of(match)
    step = Decimal(1).scaleb(scale - decimals if scale or unit != "Rp" else 0)
    return Figure(match.start(), end, value, _UNITS.get(unit, unit), step, match.string[match.start() : end].strip())


def _end_of(match: re.Match[str]) -> int:
    return match.end("angka") if match["angka"] is not None else match.end("kata")


def read_number(written: str) -> Decimal:
    """A whole number in digits or in words; 0 for any other word."""
    if written.isdigit():
        return Decimal(written)
    return Decimal(_read_word(written.casefold())) if re.fullmatch(WORDED, written.casefold()) else Decimal(0)


@lru_cache(maxsize=256)
def _read_word(words: str) -> int:
    total = 0
    for word in words.split():
        if word in NUMBER_WORDS[:12]:
            total += NUMBER_WORDS.index(word)
        else:
            total = total + 10 if word == "belas" else total * 10
    return total


def share(part: Figure, whole: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest that part/whole in percent can be, as far as both are rounded."""
    least, most = whole.value - whole.slack, whole.value + whole.slack
    return (part.value - part.slack) * 100 / most, (part.value + part.slack) * 100 / (least or Decimal(1))


def add_values(figures: Iterable[Figure]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal(0))


def take_in_row(figures: Sequence[One], many: int) -> Iterator[tuple[One, ...]]:
    """So many figures that stand one behind the other, from each of them on."""
    return (tuple(figures[start : start + many]) for start in range(len(figures) - many + 1))


def add_slack(figures: Iterable[Figure]) -> Decimal:
    """How far a sum or difference of figures may be from what it was before they were rounded."""
    return sum((figure.slack for figure in figures), Decimal(0))


def lies_in(stated: Figure, least: Decimal, most: Decimal) -> bool:
    """Whether a figure is a value between these, rounded or cut to its digits."""
    return least - stated.step < stated.value < most + stated.step
