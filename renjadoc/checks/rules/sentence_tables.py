"""Figures of performance in sentences against the tables: achievement, targets, results out of their targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentence_shares import is_typed, walk_figured
from renjadoc.checks.rules.series import read_one
from renjadoc.checks.sentences import find_years, names_other_office
from renjadoc.checks.stated import Figure, list_figures
from renjadoc.indonesian import angka
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi, target_renstra
from renjadoc.tables.quantities import Cell, quantities

#: Words of a name or a sentence that do not tell what is measured.
_GENERIC = frozenset(
    """nilai angka tingkat persentase prosentase jumlah capaian realisasi target indikator kinerja sasaran tujuan
    sebesar sebanyak
    adalah ialah yaitu yakni mencapai baru masih telah sudah juga pun pada di dalam dengan dari ke untuk dan atau
    yang tahun oleh
    naik turun meningkat menurun menjadi hingga sampai kondisi bahwa maka adapun sedangkan sementara serta sebaliknya
    akhir
    direncanakan ditargetkan tercatat rata ini itu tersebut luasnya hasil secara terhadap sebagai per dapat harus
    akan lalu
    membaik memburuk bertambah berkurang tercapai terealisasi belum tidak namun tetapi""".split()  # noqa: SIM905
)


def _stem(word: str) -> str:
    """A rough stem, the same for `kemantapan` and `mantap`, `keaktifan` and `aktif`."""
    word = re.sub(r"(?:nya|lah|pun)$", "", word)
    for prefix in ("ke", "pe", "per", "pem", "pen", "meng", "mem", "men", "me", "ber", "ter", "di"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 5:
            word = word[len(prefix) :]
            break
    return word[:-2] if word.endswith("an") and len(word) > 6 else word


def _read_stems(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]{3,}", text.casefold().replace("*", ""))
    return frozenset(_stem(word) for word in words if word not in _GENERIC)


class _Indicator(NamedTuple):
    """An indicator of the tables: its stems, its abbreviation, the quantities that tables state of it."""

    name: str
    stems: frozenset[str]
    short: str
    values: set[Decimal]
    units: set[str]
    #: What is stated of each year.
    targets: dict[int, set[Decimal]]


@lru_cache(maxsize=2)
def _list_indicators(reading: Reading) -> list[_Indicator]:
    own = _read_stems(f"{reading.folder.facts['perangkat_daerah']['nama']} {reading.folder.facts['daerah']['nama']}")
    own |= _read_stems(reading.folder.facts["daerah"]["jenis"])
    found: dict[str, _Indicator] = {}
    for name, twin, unit, cells in _list_cells(reading):
        key = twin or name
        known = found.get(key) or _Indicator(key, _read_stems(key) - own, _find_short(key), set(), set(), {})
        found[key] = known
        found[name] = known._replace(name=name, stems=_read_stems(name) - own, short=_find_short(name))
        for year, cell in cells:
            for number, written in quantities(cell) or []:
                known.values.add(number)
                known.units.add("%" if (written or unit) in {"%", "persen"} else (written or unit).partition(" ")[0])
                known.targets.setdefault(year, set()).add(number)
    return [one for one in found.values() if one.values]


def _find_short(name: str) -> str:
    match = re.search(r"\(([A-Z]{2,8})\)", name)
    return match[1] if match else ""


def _list_cells(reading: Reading) -> Iterator[tuple[str, str, str, list[tuple[int, Cell]]]]:
    """Every indicator of the performance tables: name, name in the Renstra, unit, cells with their years; 0 of none."""
    tahun = reading.folder.tahun
    for _, _, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        cells: list[tuple[int, Cell]] = [
            (tahun + int(year[1:] or 0), cell)
            for field in ("target", "capaian", "proyeksi")
            for year, cell in node.get(field, {}).items()
        ]
        extra = [(0, node.get("spm")), (0, node.get("ikk"))]
        unit, twin = str(node.get("satuan", "")).casefold(), node.get("indikator_renstra") or ""
        yield node["nama"], twin, unit, [*cells, *extra]
    for source in reading.folder.tables_of("target-renstra"):
        years = target_renstra.target_years(reading.folder)
        for _, one in target_renstra.walk_indicators(source.data):
            yield one["nama"], "", "", list(zip(years, one["target"], strict=False))


#: How the figure of an indicator is joined to it.
_JOINED = re.compile(
    r"(?:[^\d.;]{0,70}?\b(?:menjadi|mencapai|sebesar|adalah|ialah|tercatat|terealisasi|ditargetkan|dari|ke|hingga|target|yaitu|yakni)"
    r"(?:\s+(?:sekitar|sebesar|hanya|baru))?|(?:\s+(?:sebesar|mencapai|adalah|menjadi))?)\s*",
    re.IGNORECASE,
)
_NO_VALUE = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|selisih|minimal|maksimal|paling)(?:\s+sebesar)?\s*$", re.I
)
_BEYOND = re.compile(
    r"\b(?:nasional|global|dunia|ASEAN|Indonesia|ideal|standar|ambang|SDGs|pusat|kecamatan lain)\b", re.IGNORECASE
)


@rule("RJ125", "Angka kinerja dalam kalimat berbeda dari tabel", needs=("tabel",))
def check_performance_in_text(reading: Reading) -> Iterator[Finding]:
    """Capaian dan target sebuah indikator yang disebut dalam kalimat ada dalam tabel kinerja atau target Renstra.

    Indikatornya dikenali dari kata-katanya atau singkatannya; kalimat tentang tingkat nasional, instansi, atau rencana
    lain tidak diperiksa. Juga diperiksa “17 dari target 18 lembaga”: bila sebuah tabel memuat target itu, realisasinya
    harus 17.

    Mengapa: kalimat mengulang angka tabel yang sudah berubah, atau sebaliknya.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Cakupan koperasi sehat naik menjadi 74,5%."
    Gagal:
        bab-5.json /isi/0 = "Pemeriksaan menjangkau 28 dari target 30 koperasi."
    Lolos:
        bab-5.json /isi/0 = "Cakupan koperasi sehat naik dari 54% menjadi 55%, sedangkan secara nasional 60,2%."
    Lolos:
        bab-5.json /isi/0 = "Pemeriksaan menjangkau 27 dari target 30 koperasi."
    """
    intro = ""
    for passage in reading.passages:
        if passage.kind in {"judul", "judul_tabel"}:
            continue
        intro = passage.text if passage.kind == "paragraf" else intro
        for offset, sentence in split_sentences(passage.text) if _FIGURED.search(passage.text) else ():
            year = _find_planned_year(sentence, intro if passage.kind == "butir" else "", reading)
            if _BEYOND.search(sentence) or names_other_office(sentence, reading):
                continue
            for figure, indicator in _find_indicator_figures(sentence, reading):
                if is_typed(passage, offset, figure) and not _is_stated(figure, indicator, year):
                    shown = ", ".join(angka(value) for value in sorted(_find_right(indicator, year))[:8])
                    name = walk.short(reading.printed(indicator.name))
                    message = f"{figure.text} untuk “{name}” tidak ada dalam tabel ({shown})"
                    yield Finding(
                        passage.source, passage.pointer, message, "Samakan kalimat dan tabelnya.", figure.text
                    )
    yield from _check_results(reading)


_FIGURED = re.compile(r"\d")


def _find_indicator_figures(sentence: str, reading: Reading) -> Iterator[tuple[Figure, _Indicator]]:
    """The figures of a sentence that are the value of an indicator, each with it."""
    tahun, start, current = reading.folder.tahun, 0, None
    for figure in list_figures(sentence):
        lead = sentence[start : figure.start]
        subject = re.split(r"[;,](?!\d)|\b(?:dan|sedangkan|sementara|tetapi|namun|Tujuan|Sasaran)\b:?|:", lead)
        said = next((part for part in reversed(subject) if _read_stems(part)), "")
        named = _match_indicator(said, reading) if said else None
        if _read_stems(lead):
            current = named
        years = find_years(sentence[: figure.start][-30:])
        start = figure.end
        if current is None or not _fits_unit(figure, current) or _NO_VALUE.search(lead):
            continue
        if years and not years <= set(range(tahun - 6, tahun + 6)):
            continue
        if _JOINED.fullmatch(lead[len(lead) - len(lead.lstrip()) :][-80:]) or _ends_with_name(lead, current):
            yield figure, current


def _ends_with_name(lead: str, indicator: _Indicator) -> bool:
    """Whether the figure stands right behind the name: `kemantapan jalan provinsi 74%`."""
    tail = _read_stems(" ".join(lead.split()[-2:]))
    return bool(tail & indicator.stems) or bool(indicator.short and lead.rstrip().endswith(indicator.short))


def _match_indicator(said: str, reading: Reading) -> _Indicator | None:
    """The indicator of which all telling words of a phrase speak; None where it may be another thing."""
    own = _read_stems(f"{reading.folder.facts['perangkat_daerah']['nama']} {reading.folder.facts['daerah']['nama']}")
    stems = (
        _read_stems(re.sub(r"\b(?:19|20)\d\d\b", "", said)) - own - _read_stems(reading.folder.facts["daerah"]["jenis"])
    )
    fitting = []
    for one in _list_indicators(reading):
        if one.short and re.search(rf"\b{one.short}\b", said):
            return one
        if stems and stems <= one.stems and (len(stems) >= 2 or len(one.stems) == 1):
            fitting.append(one)
    return fitting[0] if fitting and len({frozenset(one.values) for one in fitting}) == 1 else None


def _fits_unit(figure: Figure, indicator: _Indicator) -> bool:
    units = {unit.partition("/")[0] for unit in indicator.units}
    if figure.unit in {"%", "‰"}:
        return figure.unit in units or (units == {""} and figure.unit == "%")
    if figure.unit in {"Rp", "poin"}:
        return False
    return figure.unit in units or (not figure.unit and bool(units & {"", "angka", "indeks", "nilai", "poin", "skor"}))


def _find_right(indicator: _Indicator, year: int) -> set[Decimal]:
    """What may be said of an indicator: what tables state of the year, or of any where none is told."""
    return (indicator.targets.get(year) if year else None) or indicator.values


def _is_stated(figure: Figure, indicator: _Indicator, year: int) -> bool:
    values = _find_right(indicator, year)
    return any(abs(value - figure.value) < figure.step for value in values)


def _find_planned_year(sentence: str, intro: str, reading: Reading) -> int:
    """The only year of which a sentence, or what announces a list, tells the targets; 0 where it is another or none."""
    years = find_years(sentence) or (find_years(intro) if intro.rstrip().endswith(":") else set())
    year = min(years, default=0)
    return year if len(years) == 1 and year in {reading.folder.tahun, reading.folder.tahun + 1} else 0


_OUT_OF = re.compile(
    r"\s*(?:\w+\s+){0,2}dari\s+(?:(?:target|rencana|yang ditargetkan|sasaran)\s+){1,2}(?:sebanyak\s+|sebesar\s+)?"
)


def _check_results(reading: Reading) -> Iterator[Finding]:
    """`17 dari target 18 lembaga`, where a table has a target of 18 lembaga."""
    known = _list_results(reading)
    for passage, offset, sentence, figures in walk_figured(reading):
        if names_other_office(sentence, reading):
            continue
        for one, target in pairwise(figures):
            if not _OUT_OF.fullmatch(sentence[one.end : target.start]) or not is_typed(passage, offset, one, target):
                continue
            results = known.get((target.value, target.unit.removesuffix("nya")))
            if results and one.unit in {"", target.unit} and not any(abs(r - one.value) < one.step for r in results):
                shown = " atau ".join(angka(result) for result in sorted(results)[:3])
                message = f"realisasi {one.text} dari target {target.text}; dalam tabel realisasinya {shown}"
                yield Finding(passage.source, passage.pointer, message, "Samakan kalimat dan tabelnya.", one.text)


@lru_cache(maxsize=2)
def _list_results(reading: Reading) -> dict[tuple[Decimal, str], set[Decimal]]:
    """What was reached of every target that the tables of past years state, by target and unit."""
    found: dict[tuple[Decimal, str], set[Decimal]] = {}
    for _, _, node in walk.measured(reading):
        stated = evaluasi.figures_of(node)
        for year in ("renja_n-2", "renja_n-1"):
            targets, results = quantities(stated.get(f"{year}/target")), quantities(stated.get(f"{year}/realisasi"))
            for target, result in zip(targets or [], results or [], strict=False):
                if target[1] == result[1]:
                    found.setdefault((target[0], target[1].partition(" ")[0]), set()).add(result[0])
    for _, _, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        for year in node["capaian"].keys() & node["target"].keys():
            target_, result_ = read_one(node["target"][year]), read_one(node["capaian"][year])
            if target_ and result_:
                unit = target_[1] or str(node.get("satuan", "")).casefold()
                found.setdefault((target_[0], unit), set()).add(result_[0])
    return found
