"""Figures in sentences that are those of a table with two digits changed round."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from renjadoc.checks import walk
from renjadoc.checks.figured import Statement, is_typed, list_statements
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.mistyped import list_digits
from renjadoc.checks.relations import count_digits
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables.adhoc_tables import list_titles, read_figure
from renjadoc.checks.sentences import find_years, names_other_office
from renjadoc.checks.stated import Figure
from renjadoc.content.load import Source
from renjadoc.indonesian import angka
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi, target_renstra
from renjadoc.tables.bebas import spread_cells
from renjadoc.tables.quantities import quantities

#: Figures of fewer digits are each other's by chance; whole ones sooner than those with decimals.
_FEWEST_DIGITS, _FEWEST_WITH_DECIMALS = 4, 3
#: A figure of one digit has none to change round.
_FEWEST_TELLING = 2
#: Changes and years are asked about by others.
_OTHERS = frozenset({"poin", "kali", "tahun", "hari", "bulan", "jam", "menit"})
_FEWEST_WORDS = 2


class _Stated(NamedTuple):
    """A figure of a table: its number, its unit, its year (0: unknown), what names its row and its column."""

    number: Decimal
    unit: str
    year: int
    label: str
    column: str = ""


@rule("RJ134", "Angka dalam kalimat tertukar digitnya dengan angka tabel", needs=("tabel",))
def check_table_slips(reading: Reading) -> Iterator[Finding]:
    """Angka yang disebut bersama nama sebuah baris ditulis seperti dalam tabel, tanpa dua digit yang tertukar.

    Baris dikenali dari kata-kata yang sama, juga bila kalimat menyebut sebagian namanya. Ditegur hanya bila tabel
    memuat angka yang digitnya sama dengan urutan lain (13.200 dan 12.300), dan angka dalam kalimat tidak ada.

    Mengapa: digit yang tertukar tidak terlihat oleh mata, dan angka itu dikutip lagi dalam dokumen lain.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/indikator = "Jumlah peserta pelatihan kemasan"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "13.200 orang"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = "13.500 orang"
        bab-5.json /isi/0 = "Pelatihan kemasan bagi 12.300 orang peserta memerlukan tempat baru."
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/indikator = "Jumlah peserta pelatihan kemasan"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "13.200 orang"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = "13.500 orang"
        bab-5.json /isi/0 = "Pelatihan kemasan bagi 13.200 orang peserta memerlukan tempat baru."
    """
    told = [(said, figure) for said in list_statements(reading) for figure in said.figures if _is_long(figure)]
    known = _index_figures(reading, {_sort_digits(figure.value) for _, figure in told})
    for said, figure in told:
        alike = known.get(_sort_digits(figure.value), [])
        if not alike or not is_typed(said.passage, said.offset, figure) or names_other_office(said.text, reading):
            continue
        if (meant := _find_meant(said, figure, alike)) is not None:
            name = shorten_text(reading.printed(meant.label))
            message = f"tertulis {figure.text}; dalam tabel “{name}” {angka(meant.number)}"
            yield Finding.of(said.passage, message, "Periksa urutan digitnya.", figure.text)


def _is_long(figure: Figure) -> bool:
    return figure.unit not in _OTHERS and count_digits(figure) >= _FEWEST_TELLING


def _find_meant(said: Statement, figure: Figure, alike: list[_Stated]) -> _Stated | None:
    """The figure of a table that was meant; None where the sentence speaks of something else or of another year."""
    years, stems = find_years(said.text), read_stems(said.text)
    if re.search(r"\w+nya\s*(?:adalah |sebesar |mencapai )?$", said.text[: figure.start]):
        stems |= read_stems(said.before)
    fitting = [one for one in alike if _fits(one, figure, stems) and (not years or one.year in years | {0})]
    stated = {one.value for one in said.figures}
    if any(abs(one.number) in stated for one in fitting):
        return None  # `101 dari 110 perempuan`, and `turun 4,99%` of a cell with −4,99.
    return next((one for one in fitting if one.number != figure.value), None)


def _fits(one: _Stated, figure: Figure, stems: frozenset[str]) -> bool:
    """Whether a figure of a table may be meant: the fewer its digits, the more of its name the sentence has."""
    if one.unit and figure.unit and one.unit != figure.unit:
        return False
    if "Rp" in {one.unit, figure.unit} and one.unit != figure.unit:
        return False
    named = read_stems(f"{one.label} {one.column}")
    both = named & stems
    is_whole = figure.value == figure.value.to_integral_value()
    fewest = _FEWEST_DIGITS if is_whole else _FEWEST_WITH_DECIMALS
    # Amounts end in zeros: Rp420.000.000 has two digits that tell.
    digits = count_digits(figure) if figure.unit == "Rp" else len(list_digits(figure.value))
    if digits < fewest:
        return bool(one.unit) and one.unit == figure.unit and len(named) >= _FEWEST_WORDS and named <= stems
    return len(both) >= _FEWEST_WORDS and len(both) * 2 >= len(named)


def _sort_digits(value: Decimal) -> str:
    decimals = max(0, -int(value.normalize().as_tuple().exponent))
    return f"{''.join(sorted(list_digits(value)))}/{decimals}"


_NO_DIGIT = re.compile(r"[^1-9]+")


def _index_figures(reading: Reading, wanted: set[str]) -> dict[str, list[_Stated]]:
    """The figures of the tables that have the digits of one that is wanted, by these digits in order."""
    found: dict[str, list[_Stated]] = defaultdict(list)
    digits = {one.partition("/")[0].replace("0", "") for one in wanted}
    for label, column, cell, year in _list_cells(reading) if wanted else ():
        lines = cell if isinstance(cell, list) else [cell]
        if not any("".join(sorted(_NO_DIGIT.sub("", str(line)))) in digits for line in lines):
            continue  # Few cells of a long table are worth reading.
        for number, unit in quantities(cell) or []:
            if (key := _sort_digits(number)) in wanted:
                counted = "Rp" if unit == "rp" else unit.partition(" ")[0]
                found[key].append(_Stated(number, counted, year, label, column))
    return found


def _as_money(amount: object) -> str | None:
    """An amount as a cell with its unit."""
    return f"{angka(amount)} Rp" if isinstance(amount, int) and not isinstance(amount, bool) else None


_Cell = tuple[str, str, Any, int]


def _list_cells(reading: Reading) -> Iterator[_Cell]:
    """Every cell that states a figure: what names its row and its column, what it holds, its year (0: unknown)."""
    yield from _list_planned(reading)
    yield from _list_measured(reading)
    for source in reading.folder.tables_of("target-renstra"):
        years = target_renstra.target_years(reading.folder)
        for _, one in target_renstra.walk_indicators(source.data):
            yield from ((one["nama"], "", cell, year) for year, cell in zip(years, one["target"], strict=False))
    for source in reading.folder.tables_of("bebas"):
        yield from _list_adhoc(source)


def _list_planned(reading: Reading) -> Iterator[_Cell]:
    """What is wanted and what it costs: of the plan, of what was asked for, of the draft of the year's plan."""
    tahun = reading.folder.tahun
    for _, _, node in walk.funded(reading):
        label = _name_row(node)
        yield label, "", node.get("target"), tahun
        yield label, "", node.get("target_maju"), tahun + 1
        yield node["nama"], "", _as_money(node.get("pagu")), tahun
        yield node["nama"], "", _as_money(node.get("pagu_maju")), tahun + 1
    for table in reading.tables.of_kind("review-rkpd"):
        for row in table.rows:
            name = str(row.node.get("nama", ""))
            yield name, "", row.node.get("target"), 0
            yield name, "", _as_money(row.node.get("pagu")), 0
    for source in reading.folder.tables_of("usulan-masyarakat"):
        for one in source.data["usulan"]:
            yield str(one.get("usulan", "")), "", _as_money(one.get("anggaran")), 0


def _name_row(node: dict[str, Any]) -> str:
    label = node.get("indikator")
    return label if isinstance(label, str) else str(node["nama"])


def _list_measured(reading: Reading) -> Iterator[_Cell]:
    """What was reached: of the evaluation and of the indicators of performance."""
    for _, _, node in walk.measured(reading):
        figures = evaluasi.figures_of(node)
        yield from ((_name_row(node), "", cell, 0) for cell in figures.values())
    for _, _, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        for field in ("target", "capaian", "proyeksi"):
            for year, cell in node.get(field, {}).items():
                yield node["nama"], "", cell, reading.folder.tahun + int(year[1:] or 0)


_YEAR = re.compile(r"20\d\d")


def _list_adhoc(source: Source) -> Iterator[_Cell]:
    """The figures of an ad-hoc table: named by the first words of their row and the head of their column."""
    titles = list_titles(source)
    for row in source.data["baris"]:
        cells = spread_cells(row)
        label = next((cell for cell in cells if isinstance(cell, str) and read_stems(cell)), "")
        for column, title in enumerate(titles):
            number = read_figure(cells, column)
            if number is not None:
                year = _YEAR.search(title)
                yield label, title, number, int(year[0]) if year else 0
