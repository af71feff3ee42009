"""Figures of performance in sentences against the tables: achievement, targets, results out of their targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from renjadoc.checks.figured import is_typed
from renjadoc.checks.indicator_names import Indicator, match_indicator, names_head, read_stems
from renjadoc.checks.mistyped import is_mistyped
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.reached_targets import find_other_results
from renjadoc.checks.rules.sentences_and_tables.told_years import TIMED, find_past_year, find_planned_year
from renjadoc.checks.sentences import find_years, names_other_office
from renjadoc.checks.stated import Figure, list_figures
from renjadoc.content.pointers import walk_values
from renjadoc.indonesian import angka
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

#: How the figure of an indicator is joined to it.
_JOINED = re.compile(
    r"(?:[^\d.;]{0,70}?\b(?:menjadi|mencapai|sebesar|adalah|ialah|tercatat|terealisasi|ditargetkan|dari|ke"
    r"|hingga|target|yaitu|yakni)"
    r"(?:\s+(?:sekitar|sebesar|hanya|baru))?|(?:\s+(?:sebesar|mencapai|adalah|menjadi))?)\s*",
    re.IGNORECASE,
)
_NO_VALUE = re.compile(
    r"(?i)\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|selisih|minimal|maksimal|paling|rata-rata)"
    r"(?:\s+sebesar)?\s*$"
)
#: `turun dua kasus pada tahun 2025 dan tiga kasus …`: between two steps.
_AND_STEP = re.compile(r"\s*(?:pada\s+)?,?\s*(?:dan|serta|lalu|kemudian)\s+")
_BEYOND = re.compile(
    r"\b(?:nasional|global|dunia|ASEAN|Indonesia|ideal|standar|ambang|SDGs|pusat|kecamatan lain|bobot\w*)\b",
    re.IGNORECASE,
)


@rule("RJ125", "Angka kinerja dalam kalimat berbeda dari tabel", needs=("tabel",))
def check_performance_in_text(reading: Reading) -> Iterator[Finding]:
    """Capaian dan target sebuah indikator yang disebut dalam kalimat ada dalam tabel kinerja atau target Renstra.

    Indikatornya dikenali dari kata-katanya atau singkatannya; kalimat tentang tingkat nasional, instansi, atau rencana
    lain tidak diperiksa. “17 dari target 18 lembaga”: bila sebuah tabel memuat target itu, realisasinya harus 17.

    Mengapa: kalimat mengulang angka tabel yang sudah berubah, atau sebaliknya.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Cakupan koperasi sehat naik menjadi 74,5%."
    Gagal:
        bab-5.json /isi = ["Sasaran:", {"daftar": "1.", "butir": ["meningkatnya usaha, dengan 99% cakupan
        koperasi sehat."]}]
    Gagal:
        bab-5.json /isi/0 = "Pemeriksaan menjangkau 28 dari target 30 koperasi."
    Gagal:
        bab-5.json /isi/0 = "Tujuannya diukur dengan cakupan koperasi sehat, yang ditargetkan 99% pada tahun 2027."
    Gagal:
        bab-5.json /isi/0 = "Cakupan koperasi sehat naik dari 54% menjadi 56%, masih di bawah rata-rata nasional 60,2%."
    Lolos:
        bab-5.json /isi/0 = "Cakupan koperasi sehat naik dari 54% menjadi 55%, sedangkan secara nasional 60,2%. Cakupan
        koperasi sehat bertambah dari 61 menjadi 66 koperasi."
    Lolos:
        bab-5.json /isi/0 = "Cakupan koperasi sehat turun dari 61,25% pada tahun 2012, lalu naik dari 54% menjadi 55%."
    Lolos:
        bab-5.json /isi/0 = "Pemeriksaan menjangkau 27 dari target 30 koperasi. Pendidikan menerima 27%, kesehatan 19%."
    """
    intro = ""
    for passage in reading.passages:
        intro = passage.text if passage.kind == "paragraf" else intro
        if passage.kind not in {"judul", "judul_tabel"} and _FIGURED.search(passage.text):
            yield from _check_passage(passage, intro if passage.kind == "butir" else "", reading)
    yield from find_other_results(reading)


def _check_passage(passage: Passage, intro: str, reading: Reading) -> Iterator[Finding]:
    """The figures of indicators in a passage that no table tells; `intro` is what announces the list of an item."""
    for offset, sentence in split_sentences(passage.text):
        if names_other_office(sentence, reading):
            continue
        told = list(_find_indicator_figures(sentence, reading))
        told += _find_before_name(sentence, reading) if passage.kind == "butir" else []
        found = [pair for pair in told if not _is_beyond(sentence, pair[0])]
        for figure, indicator in found:
            turn = _TURNS.search(sentence, figure.end)
            planned = find_planned_year(sentence[: turn.start() if turn else None], intro, reading)
            year = _read_year_behind(sentence, figure, indicator) or planned
            year = year or (find_past_year(sentence, figure, indicator) if len(found) == 1 else 0)
            is_told = _is_stated(figure, indicator, year) or _stands_in_table(figure, reading)
            if is_typed(passage, offset, figure) and not is_told:
                said = _say_untold(figure, indicator, year, reading)
                yield Finding.of(passage, said, "Samakan kalimat dan tabelnya.", figure.text)


_CLAUSE_ENDS = re.compile(r"[;,](?!\d)")
#: What is told behind is another thing, of another year.
_TURNS = re.compile(r";|\b(?:sedangkan|sementara|tetapi|namun|adapun)\b")


def _is_beyond(sentence: str, figure: Figure) -> bool:
    """Whether a figure is told of the nation, a standard …: these are named before it, or in its own clause."""
    end = _CLAUSE_ENDS.search(sentence, figure.end)
    return _BEYOND.search(sentence, 0, end.start() if end else len(sentence)) is not None


def _say_untold(figure: Figure, indicator: Indicator, year: int, reading: Reading) -> str:
    shown = ", ".join(angka(value) for value in sorted(_find_right(indicator, year))[:8])
    name = shorten_text(reading.printed(indicator.name))
    of_year = f" untuk tahun {year}" if year and indicator.targets.get(year) else ""
    return f"{figure.text} untuk “{name}” tidak ada dalam tabel{of_year} ({shown})"


_FIGURED = re.compile(r"\d")


def _find_indicator_figures(sentence: str, reading: Reading) -> Iterator[tuple[Figure, Indicator]]:
    """The figures of a sentence that are the value of an indicator, each with it."""
    tahun, start, current, is_step = reading.folder.tahun, 0, None, False
    for figure in _list_counting(sentence):
        if sentence[max(0, figure.start - 8) : figure.start].endswith(("per ", "tiap ", "setiap ")):
            continue  # A part of the name: `per 10.000 penduduk`.
        lead = TIMED.sub("", sentence[start : figure.start])
        subject = _SUBJECT_ENDS.split(lead)
        said = next((part for part in reversed(subject) if read_stems(part)), "")
        named = (match_indicator(said, reading) or match_indicator(_WITH.sub("", said), reading)) if said else None
        if read_stems(lead):
            current = named if named is not None and names_head(said, named) else None
        years = find_years(sentence[: figure.start][-30:])
        start = figure.end
        is_step = bool(_NO_VALUE.search(lead) or (is_step and _AND_STEP.fullmatch(lead)))
        if current is None or not _fits_unit(figure, current) or is_step:
            continue
        if years and not years <= set(range(tahun - 6, tahun + 6)):
            continue
        if _tells_of_next(sentence, figure) or _is_of_unknown_year(sentence, figure, current):
            continue
        if (
            _is_counted(sentence, figure, current)
            or _is_denied(lead, figure, current)
            or _is_of_before(sentence, figure, current)
            or _NEXT_WITH_YEAR.match(sentence, figure.end)  # The only year is that of the figure behind.
        ):
            continue
        is_joined = (
            _JOINED.fullmatch(lead[len(lead) - len(lead.lstrip()) :][-80:])
            or _ends_with_name(lead, current)
            or (lead == " (" and _is_slip(figure, current))
        )
        if is_joined or (_NEXT_OF_YEARS.fullmatch(lead) and _YEAR_BEHIND.match(sentence, figure.end)):
            yield figure, current


#: `meningkatnya pemberdayaan masyarakat, dengan 92% lembaga kemasyarakatan aktif;`, as an item of a list of goals.
_BEFORE_NAME = re.compile(r"\bdengan (?P<angka>\d[\d.,]*\s?%) (?P<nama>[^\d,;.:]{10,90}?)[;.,]?(?: dan)?$")


def _find_before_name(item: str, reading: Reading) -> list[tuple[Figure, Indicator]]:
    """The percentage that an item ends with, before the name of its indicator."""
    match = _BEFORE_NAME.search(item)
    indicator = match_indicator(match["nama"], reading) if match else None
    if match is None or indicator is None:
        return []
    figures = (one for one in list_figures(item) if one.start == match.start("angka"))
    return [(one, indicator) for one in figures if _fits_unit(one, indicator)]


def _list_counting(sentence: str) -> list[Figure]:
    """The figures; a bare number counts what the one counts that it became: `dari 88 menjadi 92 padukuhan`."""
    figures = list(list_figures(sentence))
    for index, (one, other) in enumerate(pairwise(figures)):
        if not one.unit and sentence[one.end : other.start] == " menjadi ":
            figures[index] = one._replace(unit=other.unit)
    return figures


#: `meningkatnya mutu pelayanan dengan indeks kepuasan 83`: what an indicator measures, before it.
_WITH = re.compile(r".*\bdengan (?=(?:indeks|nilai|persentase|angka|tingkat|prevalensi|cakupan)\b)", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:artinya|berarti|setara dengan)\b")
_GAPS = re.compile(r"\s*(?:Selisih|Kenaikan|Penurunan|Peningkatan)\b")


def _is_counted(sentence: str, figure: Figure, indicator: Indicator) -> bool:
    """Whether a figure is what a percentage was counted from, says it once more, or is one of several differences."""
    if _MEANT.search(sentence[: figure.start]) or (_GAPS.match(sentence) and not _is_near(figure, indicator)):
        return True
    if _AGAINST_TARGET.search(sentence, 0, figure.start) and not _is_slip(figure, indicator):
        return True  # Of a year whose target the tables need not hold.
    if _SHARE_BEFORE.search(sentence, 0, figure.start) and _OF_WHOLE.match(sentence, figure.end):
        return True  # `menyumbang 30 gampong mandiri atau 38,46% dari jumlah kabupaten`: of those.
    is_bare = not figure.unit and indicator.name.startswith("Persentase")
    return is_bare and bool(_OUT_OF_COUNT.match(sentence, figure.end) or _COUNTED_OF.search(sentence, 0, figure.start))


def _is_slip(figure: Figure, indicator: Indicator) -> bool:
    return any(is_mistyped(figure.value, value) for value in indicator.values)


def _is_denied(lead: str, figure: Figure, indicator: Indicator) -> bool:
    """Whether a percentage is what an indicator leaves of all: `usulan yang belum diakomodasi masih 26,25%`."""
    return (
        figure.unit == "%" and 100 - figure.value in indicator.values and bool(re.search(r"\b(?:belum|tidak)\b", lead))
    )


_FROM = re.compile(r"\bdari\s+$")
_BECAME = re.compile(r"\s+menjadi\s+")


def _is_of_before(sentence: str, figure: Figure, indicator: Indicator) -> bool:
    """Whether a figure is that of a year before those of the tables: `dari 57,20 menjadi 61,35`, which they state."""
    became = _BECAME.match(sentence, figure.end) if _FROM.search(sentence[: figure.start]) else None
    after = next((one for one in list_figures(sentence) if became and one.start == became.end()), None)
    first = indicator.reached.get(min(indicator.reached, default=0))
    return after is not None and after.value == first and not _is_slip(figure, indicator)


#: What the words of an indicator's name do not go beyond.
_SUBJECT_ENDS = re.compile(
    r"[;,](?!\d)|:|\b(?:dan|sedangkan|sementara|tetapi|namun|Tujuan|Sasaran|dengan indikator|diukur dengan|berupa)\b:?"
)
#: `87,00 pada tahun 2025, 87,50 pada tahun 2026, dan 89,00 …`: between the figures of several years.
_NEXT_OF_YEARS = re.compile(r"\s*,?\s*(?:dan|serta|lalu|kemudian)?\s*")
_AND_BEFORE = re.compile(r"(?:\b(?:dan|serta|sedangkan|sementara|tetapi)|[a-z],)\s*$")
#: `pelaporan data 72 dari 128 perusahaan (56,25%)`: what a percentage was counted from.
_OUT_OF_COUNT = re.compile(r"\s+dari\s+\d[\d.]*\s+[a-z(]")
_AGAINST_TARGET = re.compile(r"\d\s?%?\s+dari\s+target(?:nya)?\s+$")
_SHARE_BEFORE = re.compile(r"\b\d[\d.]*(?: [a-z]+){1,4} atau $")
_OF_WHOLE = re.compile(r" dari (?:jumlah|seluruh|total)\b")
_COUNTED_OF = re.compile(r"(?<![\d.,])\d[\d.]*\s+dari\s+$")
#: The noun of a figure, behind it.
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:dari|pada|di|dalam|tahun|untuk|atau|dan|serta|dengan|oleh|yang|sehingga|sedangkan|tetapi|per"
    r"|dibanding\w*)\b)[a-z]"
)
_YEAR_BEHIND = re.compile(r"\s*(?:(?:pada|di|dalam|untuk)\s+)?(?:akhir\s+)?(?:tahun\s+)?(20\d\d)\b", re.IGNORECASE)


def _read_year_behind(sentence: str, figure: Figure, indicator: Indicator) -> int:
    """The year right behind a figure, where the tables know the indicator's; 0 where there is none."""
    behind = _YEAR_BEHIND.match(sentence, figure.end)
    return int(behind[1]) if behind and int(behind[1]) in indicator.targets else 0


#: A figure with its year behind another: `ditargetkan 7,6%, kemudian 7,9% pada Tahun 2028`.
_NEXT_WITH_YEAR = re.compile(
    rf"\s*,?\s*(?:dan|serta|lalu|kemudian|selanjutnya)\s+(?:menjadi\s+)?\d[\d.,]*\s?%?{_YEAR_BEHIND.pattern}",
    re.IGNORECASE,
)


def _tells_of_next(sentence: str, figure: Figure) -> bool:
    """Whether a percentage begins what is told beside: `… tepat waktu dan 64% usulan ditampung`."""
    before = sentence[max(0, figure.start - 12) : figure.start]
    return figure.unit == "%" and bool(_AND_BEFORE.search(before) and _NOUN_BEHIND.match(sentence, figure.end))


def _is_of_unknown_year(sentence: str, figure: Figure, indicator: Indicator) -> bool:
    """Whether the year behind a figure is one of which the tables say nothing."""
    behind = _YEAR_BEHIND.match(sentence, figure.end)
    known = indicator.reached.keys() | indicator.targets.keys()
    return behind is not None and bool(known) and int(behind[1]) not in known


def _ends_with_name(lead: str, indicator: Indicator) -> bool:
    """Whether the figure stands right behind the name: `kemantapan jalan provinsi 74%`."""
    tail = read_stems(" ".join(lead.split()[-2:]))
    return bool(tail & indicator.stems) or bool(indicator.short and lead.rstrip().endswith(indicator.short))


def _fits_unit(figure: Figure, indicator: Indicator) -> bool:
    units = {unit.partition("/")[0] for unit in indicator.units}
    if figure.unit in {"%", "‰"}:
        return figure.unit in units or (units == {""} and figure.unit == "%")
    if figure.unit in {"Rp", "poin"} or (figure.value > 100 and indicator.name.startswith("Persentase")):
        return False
    if not figure.unit and "%" in f"{indicator.name}{units}" and not _is_near(figure, indicator):
        return False
    is_bare = not figure.unit and bool(units & {"", "angka", "indeks", "nilai", "poin", "skor", "rasio", "level"})
    return figure.unit in units or is_bare


def _is_near(figure: Figure, indicator: Indicator) -> bool:
    """Whether a bare number is of the size of what an indicator counts in percent."""
    return any(value / 2 <= figure.value <= value * 2 for value in indicator.values)


def _find_right(indicator: Indicator, year: int) -> set[Decimal]:
    """What may be said of an indicator: what tables state of the year, or of any where none is told."""
    return (indicator.targets.get(year) if year else None) or indicator.values


def _is_stated(figure: Figure, indicator: Indicator, year: int) -> bool:
    values = _find_right(indicator, year)
    return any(abs(value - figure.value) < figure.step for value in values) or _is_reached_share(figure, indicator)


def _is_reached_share(figure: Figure, indicator: Indicator) -> bool:
    """Whether a percentage is how much of its target an indicator reached: `capaian koperasi sehat 100%`."""
    years = indicator.reached.keys() & indicator.wanted.keys() if figure.unit == "%" else ()
    shares = (indicator.reached[year] * 100 / indicator.wanted[year] for year in years if indicator.wanted[year])
    return any(abs(one - figure.value) < figure.step for one in shares)


#: So many digits are no accident where they stand in a table of one's own, too.
_TELLING = 3
_DIGITS = re.compile(r"\d[\d.,]*\d")


def _stands_in_table(figure: Figure, reading: Reading) -> bool:
    """Whether an ad-hoc table states the very digits of a figure: it may hold the longer series of an indicator."""
    digits = _DIGITS.search(figure.text)
    is_telling = digits is not None and sum(sign.isdigit() for sign in digits[0]) >= _TELLING
    return digits is not None and is_telling and digits[0] in _list_adhoc_numbers(reading)


@lru_cache(maxsize=2)
def _list_adhoc_numbers(reading: Reading) -> frozenset[str]:
    values = (value for table in reading.tables.of_kind("bebas") for _, value in walk_values(table.source.data, ""))
    return frozenset(number for value in values if isinstance(value, str) for number in _DIGITS.findall(value))
