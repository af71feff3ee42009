"""What a sentence says of an indicator in words (it rose, it missed its target) against the rows of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.directions import falls_for_good
from renjadoc.checks.indicator_names import Indicator, match_indicator, names_head, read_stems
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import RUNNING, find_years, is_match_typed, names_other_office, walk_sentences
from renjadoc.checks.stated import WORDED, list_figures, read_number
from renjadoc.indonesian import angka, nilai_angka
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

_WENT = re.compile(
    r"\b(?:(?P<naik>naik|meningkat|bertambah|melonjak|tumbuh)|(?P<turun>turun|menurun|berkurang|merosot|menyusut|anjlok)"
    r"|(?P<baik>membaik)|(?P<buruk>memburuk))\b",
    re.IGNORECASE,
)
#: By how much, in between: `lebih rendah 480 ton daripada target`.
_GAP = r"(?:(?: sebesar| sebanyak)? \d[\d.,]*(?:\s?%|(?: [a-z]+(?:/[a-z]+)?){0,2}))?"
_MET = re.compile(
    r"\b(?:(?P<gagal>(?:belum|tidak|gagal|masih belum)\s+(?:dapat\s+|berhasil\s+|mampu\s+)?"
    r"(?:mencapai|memenuhi|menyentuh|melampaui|tercapai)|di bawah|meleset dari"
    rf"|(?:kurang|lebih rendah){_GAP} dari(?:pada)?)"
    rf"|(?P<lewat>melampaui|melebihi|melewati|di atas|lebih tinggi{_GAP} dari(?:pada)?)"
    r"|(?P<capai>mencapai|memenuhi|sesuai(?: dengan)?))"
    r"\s+(?P<target>target(?:nya)?)\b"
    r"(?!\s+(?:nasional|provinsi|RPJMN|RPJMD|akhir|awal|semula|antara|minimal|Renstra|SDGs|SPM"
    r"|(?:pada\s+)?tahun\s+(?:sebelum|lalu|berikut)))",
    re.IGNORECASE,
)
#: A sentence of what is wanted, of a part, or of another level says nothing about the rows.
_NOT_OF_ROWS = re.compile(
    r"\b(?:akan|ditargetkan|diharapkan|direncanakan|diproyeksikan|perlu|agar|supaya|untuk|upaya|bertujuan|rangka|apabila"
    r"|jika|bila|semester|triwulan|bulan|nasional|global|dunia|Indonesia|sebagian|kecuali|rata-rata|dapat)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(f"{_WENT.pattern}|target", re.IGNORECASE)
_MEASURED = re.compile(r"\d[\d.,]*(?:\s?%|\s[a-z]+(?:\spersen(?:tase)?)?)?(?:\s?/\s?\w+|\sper\s\w+)?")
#: A sentence that tells of more is a list, or no sentence at all.
_MOST_TOLD = 20
#: No name of an indicator begins further before its word.
_FARTHEST = 500
_ENDS = r"[;,:](?!\d)|\b(?:sedangkan|sementara|tetapi|namun|sebaliknya|adapun)\b"
_CLAUSE_ENDS = re.compile(_ENDS, re.IGNORECASE)
_PART_ENDS = re.compile(rf"{_ENDS}|\bdan\b", re.IGNORECASE)


@rule("RJ128", "Naik, turun, atau tercapai berlawanan dengan tabel", needs=("tabel",))
def check_words_against_rows(reading: Reading) -> Iterator[Finding]:
    """Kata meningkat, menurun, melampaui target, atau belum mencapai target cocok dengan baris indikatornya.

    Dibandingkan capaian dua tahun terakhir dalam tabel kinerja (atau tahun yang disebut), dan capaian dengan targetnya;
    juga “bertambah 5,75 poin menjadi 34,38%”, “lebih rendah 480 ton daripada target”, dan “turun dari 7 menjadi 4” bila
    4 hanyalah targetnya. Kalimat tentang rencana, sebagian tahun, atau tingkat lain tidak diperiksa.

    Mengapa: kalimat tahun lalu tertinggal, sedangkan tabelnya sudah diperbarui.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Cakupan koperasi sehat menurun dibandingkan tahun sebelumnya."
    Gagal:
        bab-5.json /isi/0 = "Cakupan koperasi sehat belum mencapai target."
    Gagal:
        bab-5.json /isi/0 = "Cakupan koperasi sehat bertambah 3 poin persen menjadi 55%."
    Gagal:
        bab-5.json /isi/0 = "Usaha mikro naik kelas 25 unit, lebih rendah 1 unit daripada target."
    Gagal:
        tabel/capaian-kinerja.json /indikator/0/capaian/n-1 = 57
        bab-5.json /isi/0 = "Cakupan koperasi sehat mencapai 57%, lebih rendah 2 poin persen daripada targetnya."
    Gagal:
        bab-5.json /isi/0 = "Usaha mikro naik kelas sebanyak 25 unit, terpaut 3 unit di atas targetnya."
    Gagal:
        bab-5.json /isi/0 = "Usaha mikro naik kelas bertambah dari 23 menjadi 24 unit."
    Lolos:
        bab-5.json /isi/0 = "Usaha mikro naik kelas bertambah dari 23 menjadi 25 unit, satu unit di atas target."
    Lolos:
        bab-5.json /isi/0 = "Cakupan koperasi sehat melampaui target (55% terhadap 50%). Usaha mikro naik kelas belum
        mencapai target tahun lalu. Cakupan koperasi sehat meningkat dan melampaui target; jumlah peserta menurun."
    """
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_TELLS), RUNNING):
        if _NOT_OF_ROWS.search(sentence) or names_other_office(sentence, reading):
            continue
        if len(_TELLS.findall(sentence)) > _MOST_TOLD:
            continue
        for match, message in _find_contradictions(sentence, reading):
            if is_match_typed(passage, offset, match):
                yield Finding.of(passage, message, "Samakan kalimat dan tabelnya.", match[0])


def _find_contradictions(sentence: str, reading: Reading) -> Iterator[tuple[re.Match[str], str]]:
    for match in _WENT.finditer(sentence):
        indicator = _find_subject(sentence[: match.start()], reading)
        asked = (_contradict_way, _contradict_gap, _contradict_ends)
        said = next((told for ask in asked if indicator is not None and (told := ask(match, indicator))), "")
        if indicator is not None and said:
            yield match, f"“{shorten_text(reading.printed(indicator.name))}” disebut {match[0]}; {said}"
    for match in _MET.finditer(sentence):
        indicator = _find_subject(sentence[: match.start()], reading)
        if indicator is not None and (said := _contradict_target(sentence, match, indicator)):
            yield match, f"“{shorten_text(reading.printed(indicator.name))}” disebut {match[0]}; {said}"


def _find_subject(before: str, reading: Reading) -> Indicator | None:
    """The indicator that the words before are of: the last part of the sentence that tells anything."""
    for ends in (_PART_ENDS, _CLAUSE_ENDS):  # `gampong mandiri dan maju`: an indicator may be of both.
        parts = ends.split(before[-_FARTHEST:])
        said = next((part for part in reversed(parts) if read_stems(_MEASURED.sub(" ", part))), "")
        found = match_indicator(said, reading) or match_indicator(_MEASURED.sub(" ", said), reading) if said else None
        if found is not None:
            return found if found.reached and names_head(said, found) else None
    return None


def _find_year(sentence: str, indicator: Indicator, until: int) -> int:
    """The year of which is told: the one whose figure stands in the sentence, the one it names, else the last known."""
    stated = {figure.value for figure in list_figures(sentence[:until]) if figure.unit != "poin"}
    of_figure = [year for year, value in indicator.reached.items() if value in stated]
    if of_figure:
        return max(of_figure)
    named = find_years(sentence)
    known = sorted(named & indicator.reached.keys())
    return known[-1] if known else 0 if named else max(indicator.reached)


def _contradict_way(match: re.Match[str], indicator: Indicator) -> str:
    """What the rows say where a word of direction is wrong; empty where it is right or nobody knows."""
    sentence = match.string
    if re.match(r"[^.;]{0,40}?\bdari\s+\d", sentence[match.end() :]):
        return ""  # Both ends are stated: they are compared with each other.
    behind = re.match(r"[^.;,]{0,50}", sentence[match.end() :])
    year = _find_year(sentence, indicator, match.end() + len(behind[0] if behind else ""))
    now, before = indicator.reached.get(year), indicator.reached.get(year - 1)
    if now is None or before is None or now == before:
        return ""
    rises = now > before
    is_better = rises != falls_for_good(indicator)
    is_wrong = (match["naik"] and not rises) or (match["turun"] and rises)
    is_wrong = is_wrong or (match["baik"] and not is_better) or (match["buruk"] and is_better)
    first = indicator.reached[min(indicator.reached)]
    if not is_wrong or (not find_years(sentence) and (now > first) != rises):
        return ""
    return f"dalam tabel {'naik' if rises else 'turun'} dari {angka(before)} ke {angka(now)}"


#: `bertambah 5,75 poin persen menjadi 34,38%`, from the year before.
_GAP_TO = re.compile(
    r"\s+(?:(?:sebesar|sebanyak)\s+)?(?P<selisih>\d[\d.]*(?:,\d+)?)\s*(?P<satuan>poin|[a-z]+)"
    r"(?: persen(?:tase)?|/[a-z]+)?\s+(?:sehingga\s+)?menjadi\s+(?P<nilai>\d[\d.]*(?:,\d+)?)(?!\d)"
)
_OTHER_BASE = re.compile(r"\b(?:sejak|semula|awal|dibanding\w*|daripada|terhadap)\b", re.IGNORECASE)


def _contradict_gap(match: re.Match[str], indicator: Indicator) -> str:
    """What the rows say where something is told to have changed by no difference that they state."""
    told = _GAP_TO.match(match.string, match.end())
    if told is None or told["satuan"] not in {"poin", *_list_units(indicator)} or _OTHER_BASE.search(match.string):
        return ""
    gap, value = nilai_angka(told["selisih"]), nilai_angka(told["nilai"])
    year = max((year for year, reached in indicator.reached.items() if reached == value), default=0)
    before = indicator.reached.get(year - 1)
    gaps = {abs(value - one) for one in indicator.values}
    if before is None or gap in gaps or not find_years(match.string) <= {year}:
        return ""
    return f"selisihnya tertulis {told['selisih']}, dalam tabel {angka(abs(value - before))}"


_NUMBER = rf"(?:\d[\d.]*(?:,\d+)?(?![\d.,]*\d)|{WORDED}\b)"
_UNIT = r"(?:\s?%|\s+(?!menjadi\b|dari\b)[a-z]+(?: persen(?:tase)?)?)?"
#: `turun dari 7 menjadi 4 kasus`, `naik 1,35 poin, dari 79,85 menjadi 81,2`.
_ENDS_TOLD = re.compile(
    rf"(?:\s+(?:sebesar\s+|sebanyak\s+)?{_NUMBER}{_UNIT},?)?\s+(?:(?:yakni|yaitu)\s+)?dari\s+(?P<dari>{_NUMBER}){_UNIT}"
    rf"(?:\s+(?:pada\s+)?tahun\s+20\d\d)?\s+menjadi\s+(?P<menjadi>{_NUMBER})",
    re.IGNORECASE,
)
_OF_PLAN = re.compile(r"\b(?:target\w*|proyeksi|prakiraan|sasaran|rencana)\b", re.IGNORECASE)


def _contradict_ends(match: re.Match[str], indicator: Indicator) -> str:
    """What the rows say of a change of which one end is a result, and the other a figure of theirs that is none."""
    sentence, reached = match.string, indicator.reached
    told = _ENDS_TOLD.match(sentence, match.end())
    if told is None or _OF_PLAN.search(sentence) or not find_years(sentence) <= reached.keys():
        return ""
    stated = next((one for one in list_figures(sentence) if one.start == told.start("menjadi")), None)
    units = indicator.units if "%" in indicator.units else indicator.units | {""}
    if stated is None or stated.unit not in units:
        return ""
    before = nilai_angka(told["dari"]) if told["dari"][0].isdigit() else read_number(told["dari"])
    ends, results = {before, stated.value}, set(reached.values())
    if len(ends & results) != 1 or not ends <= indicator.values:
        return ""  # Both are right, or RJ125 says that no table tells the figure.
    right, step = (stated.value, -1) if stated.value in results else (before, 1)
    year = max(year for year, value in reached.items() if value == right) + step
    if year not in reached:
        return ""
    said = f"dari {told['dari']} menjadi {stated.text}"
    return f"tertulis {said}, capaian tahun {year} dalam tabel {angka(reached[year])}"


#: `melampaui target (68,2 terhadap 67,5)`: the first is the result.
_AGAINST = re.compile(r"\s*(?:terhadap|dari|berbanding|dibanding\w*)\b")


#: Of what is better the lower it is, this can mean nothing but that it is not low enough yet.
_STILL_ABOVE = re.compile(rf"\b(?:masih di atas|lebih tinggi{_GAP} dari(?:pada)?) target(?:nya)?$", re.IGNORECASE)


def _list_units(indicator: Indicator) -> set[str]:
    """What the figures of an indicator may be told with."""
    return {"", "%"} | {unit.partition("/")[0] for unit in indicator.units}


def _contradict_target(sentence: str, match: re.Match[str], indicator: Indicator) -> str:
    """What the rows say where a target is said to be met or missed and is not; or where its figure is another."""
    year = _find_year(sentence, indicator, match.start())
    reached, wanted = indicator.reached.get(year), indicator.wanted.get(year)
    stated = [one for one in list_figures(sentence) if match.end() <= one.start <= match.end() + 12]
    stated = [one for one in stated if one.text[0].isdigit() or one.unit]  # `melampaui target dua tahun`: of no unit.
    if stated and stated[0].unit not in _list_units(indicator):
        return ""  # `kurang 1 desa dari target 12 desa`, where the rows count in percent.
    if stated and not _AGAINST.match(sentence, stated[0].end):
        known = _list_targets(indicator, year if find_years(sentence) == {year} else 0)
        is_other = known and not any(abs(value - stated[0].value) < stated[0].step for value in known)
        shown = angka(wanted if wanted is not None else max(known, default=Decimal(0)))
        if is_other or stated[0].value != wanted:
            return f"targetnya tertulis {stated[0].text}, dalam tabel {shown}" if is_other else ""
    if reached is None or wanted is None:
        return ""
    return _contradict_met(match, indicator, year) or _contradict_distance(match, indicator, year)


def _contradict_met(match: re.Match[str], indicator: Indicator, year: int) -> str:
    """What the rows say where a target is said to be met or missed and is not."""
    reached, wanted = indicator.reached[year], indicator.wanted[year]
    falls = falls_for_good(indicator)
    is_met = reached <= wanted if falls else reached >= wanted
    if not find_years(match.string) and _differ_lately(indicator, year, falls=falls):
        return ""  # Of one of the last two years it is true, and which one is meant is not said.
    literal = match[0].casefold().startswith(("di ", "lebih", "kurang", "mele", "melam"))
    is_still_above = falls and _STILL_ABOVE.search(match.string, 0, match.end()) is not None
    if (falls and literal and not is_still_above) or (bool(match["gagal"]) or is_still_above) != is_met:
        return ""
    return f"dalam tabel {angka(reached)} dari target {angka(wanted)}"


def _contradict_distance(match: re.Match[str], indicator: Indicator, year: int) -> str:
    """What the rows say where a result that the sentence states is told to lie another way off its target."""
    figures = [one for one in list_figures(match.string) if one.end <= match.end()]
    if len(figures) < 2:
        return ""
    *others, by = figures
    units = indicator.units | ({"poin"} if indicator.units & {"", "%", "angka", "indeks", "nilai"} else set())
    reached, right = indicator.reached[year], abs(indicator.reached[year] - indicator.wanted[year])
    # `1,05 poin di bawah target`, or within the words: `lebih rendah 1,05 poin daripada target`.
    is_beside = by.unit in units - {"", "%"} and not match.string[by.end : match.start()].strip()
    if not is_beside or all(one.value != reached for one in others):
        return ""
    return "" if abs(right - by.value) < by.step else f"selisihnya tertulis {by.text}, dalam tabel {angka(right)}"


def _list_targets(indicator: Indicator, year: int) -> set[Decimal]:
    """The targets that may be told: that of the only year named, else any, where the tables have them all."""
    if year in indicator.wanted:
        return {indicator.wanted[year]}
    return set(indicator.wanted.values()) if indicator.reached.keys() <= indicator.wanted.keys() else set()


def _differ_lately(indicator: Indicator, last: int, *, falls: bool) -> bool:
    """Whether the target was met in one of the last two years that the tables know, and missed in the other."""
    years = sorted(year for year in indicator.reached.keys() & indicator.wanted.keys() if year <= last)[-2:]
    above = [indicator.reached[year] - indicator.wanted[year] for year in years]
    return len({gap <= 0 if falls else gap >= 0 for gap in above}) == 2
