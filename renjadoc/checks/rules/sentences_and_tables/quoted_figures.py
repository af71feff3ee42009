"""Figures that sentences quote from the table of their section: the cells, what they grew by, the largest of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from renjadoc.checks.figured import Statement, is_typed, list_statements
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.relations import count_digits, is_explained, read_digits, swap_digits
from renjadoc.checks.roles import SHARES, Role, Told, read_told
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.quoted_tables import (
    QuotedRow,
    QuotedTable,
    ToldChange,
    key_of,
    list_quoted,
)
from renjadoc.checks.sentences import names_other_office
from renjadoc.checks.stated import Figure, lies_in
from renjadoc.indonesian import angka, persen
from renjadoc.reading import Reading


@rule("RJ155", "Angka dalam kalimat berbeda dari tabel di bagian itu", needs=("tabel",), yields=True)
def check_quoted_figures(reading: Reading) -> Iterator[Finding]:
    """Angka yang dikutip dari tabel bebas di bagian yang sama, atau yang dirujuk, sama dengan tabelnya.

    Diperiksa: angka yang digitnya tertukar, naik atau turunnya sebuah baris di antara dua tahun, dan baris yang disebut
    terbanyak atau tersedikit. Barisnya dikenali dari namanya dalam kalimat; angka yang ada di tempat lain dalam naskah,
    atau yang mengikuti dari angka di dekatnya, tidak ditegur.

    Mengapa: kalimat di sekitar tabel ditulis sekali, lalu tabelnya diperbarui.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "120"], ["Jumlah", "365", "372"]]}
        bab-5.json /isi/0 = "Kunjungan eceran naik 5 kunjungan ({{ rujuk('anggaran') }})."
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "120"], ["Jumlah", "365", "372"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, kunjungan terbanyak terdapat pada pasar eceran, yaitu 120
        kunjungan."
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "120"], ["Jumlah", "365", "372"]]}
        bab-5.json /isi/0 = "Kunjungan eceran turun 5 kunjungan; yang terbanyak grosir, yaitu 252 kunjungan
        ({{ rujuk('anggaran') }}). Meskipun mutunya paling tinggi, pasar eceran tetap tersedikit, yaitu 120."
    """
    quoted = list_quoted(reading)
    for said in list_statements(reading) if any(quoted.values()) else ():
        section = said.passage.section
        tables = quoted.get(key_of(section), []) if section else []
        if not tables or names_other_office(said.text, reading):
            continue
        for figure, message in _find_unlike(said, tables, reading):
            if is_typed(said.passage, said.offset, figure):
                yield Finding.of(said.passage, message, "Samakan kalimat dan tabelnya.", figure.text)


def _find_unlike(said: Statement, tables: list[QuotedTable], reading: Reading) -> Iterator[tuple[Figure, str]]:
    for told in read_told(said):
        found = (
            _find_change(said, told, tables)
            or _find_extreme(said, told, tables)
            or _find_owner(said, told, tables, reading)
            or _find_slip(said, told.figure, tables, reading)
        )
        if found:
            yield told.figure, found


#: What stands between two clauses.
_CLAUSE = re.compile(r";|,(?!\d)|\b(?:sedangkan|sementara|adapun|dan|tetapi|namun)\b", re.IGNORECASE)


def _read_subject(said: Statement, figure: Figure) -> frozenset[str]:
    """The stems of the clause that leads to a figure: the last one that says anything."""
    parts = _CLAUSE.split(said.text[: figure.start])
    return next((stems for part in reversed(parts) if (stems := read_stems(part) - _MOVING)), frozenset())


#: Stems of words that tell how a number moves, and nothing of what it counts.
_MOVING = read_stems("kenaikan penurunan peningkatan pertumbuhan bertambah berkurang justru tumbuh menyusut lebih")


def _find_change(said: Statement, told: Told, tables: list[QuotedTable]) -> str:
    """`Kunjungan rawat inap naik 500 kunjungan`, where the row fell by as many."""
    is_up, is_down = told.is_(Role.RISE), told.is_(Role.FALL)
    if is_up == is_down or told.unit == "poin":
        return ""
    subject = _read_subject(said, told.figure)
    for table in tables:
        rows = table.name_rows(subject)
        changes = [(row, change) for row in rows for change in table.list_changes(row)]
        same = [(row, change) for row, change in changes if _is_by(told.figure, change)]
        if same and not any((change.difference > 0) == is_up for _, change in same):
            row, change = same[0]
            went = "naik" if change.difference > 0 else "turun"
            return f"“{row.name}” dalam tabel {went} dari {angka(change.before)} ke {angka(change.after)}"
    return ""


def _is_by(figure: Figure, change: ToldChange) -> bool:
    """Whether a figure tells how much a change is, in percent or in full."""
    if figure.unit == "%":
        return change.growth is not None and lies_in(figure, abs(change.growth), abs(change.growth))
    return bool(figure.value) and abs(change.difference) == figure.value


_ABOVE = r"terbanyak|tertinggi|terbesar|terluas|terpanjang|paling (?:banyak|tinggi|besar)"
_BELOW = r"tersedikit|terendah|terkecil|paling (?:sedikit|rendah|kecil)"
_EXTREME = re.compile(
    rf"\b(?P<kata>(?P<atas>{_ABOVE})|(?P<bawah>{_BELOW}))\b(?:(?!\b(?:{_ABOVE}|{_BELOW})\b)[^\d;.])*$",
    re.IGNORECASE,
)


#: Not all rows are compared.
_ALL_BUT = re.compile(
    r"\b(?:di luar|selain|kecuali|tanpa|setelah|sesudah|berikutnya|tidak termasuk|di antara"
    r"|dari (?:ke)?(?:dua|tiga|empat))\b",
    re.IGNORECASE,
)


_OUT_OF = re.compile(r"\s+dari\s+\d")


def _find_extreme(said: Statement, told: Told, tables: list[QuotedTable]) -> str:
    """`Kejadian terbanyak terdapat pada Triwulan II, yakni 40`, where another row has more."""
    match = _EXTREME.search(told.lead)
    if match is None or told.unit in SHARES - {"%"} or _ALL_BUT.search(said.text[: told.figure.start]):
        return ""
    if _OUT_OF.match(said.text, told.figure.end):
        return ""  # `porsi tertinggi, yaitu 11 dari 23 gampong`: the greatest share, of which no column tells.
    stems = read_stems(told.lead)
    for table in tables:
        rows = [row for row in table.name_rows(stems) if not row.is_total]
        others = [row for row in table.rows if not row.is_total]
        for column in table.name_columns(stems):
            numbers = [row.numbers[column] for row in others if column in row.numbers]
            if len(rows) != 1 or len(numbers) < 2 or (column in table.shares) != (told.unit == "%"):
                continue
            most = max(numbers) if match["atas"] else min(numbers)
            stated = rows[0].numbers.get(column)
            if stated == told.figure.value != most:
                best = next(row for row in others if row.numbers.get(column) == most)
                return f"“{rows[0].name}” disebut {match['kata'].casefold()}; dalam tabel “{best.name}” {angka(most)}"
    return ""


#: A percentage of fewer digits is a share of many rows.
_FEWEST_OF_SHARE = 4


def _is_share_of(figure: Figure, row: QuotedRow, table: QuotedTable) -> bool:
    """Whether a percentage is what part of the total a row has."""
    if figure.unit != "%" or len(read_digits(figure)) < _FEWEST_OF_SHARE or table.total is None:
        return False
    wholes = table.total.numbers
    parts = [number * 100 / wholes[column] for column, number in row.numbers.items() if wholes.get(column)]
    return any(abs(part - figure.value) <= figure.step / 2 for part in parts)


_MOST = re.compile(r"\b(?:paling|ter(?:banyak|tinggi|besar|rendah|kecil|sedikit|luas))\b", re.IGNORECASE)
#: A figure of fewer digits stands in many rows.
_TELLING = 3


#: `Kecamatan ini menghasilkan …`: the one of which another sentence tells.
_THIS = re.compile(r"\b(?:ini|itu|tersebut)\b")


def _find_owner(said: Statement, told: Told, tables: list[QuotedTable], reading: Reading) -> str:
    """`Beras paling aman (93,68%)`, which the table states of another row, and of this one nowhere."""
    figure = told.figure
    digits = len(read_digits(figure))
    if figure.unit in _NO_QUOTES or digits < (_TELLING - 1 if _MOST.search(told.lead) else _TELLING):
        return ""
    if _THIS.search(said.text, 0, figure.start):
        return ""
    subject = _read_subject(said, figure) if not _MOST.search(told.lead) else read_stems(told.lead)
    for table in tables:
        rows = [row for row in table.name_rows(subject) if not row.is_total]
        if len(rows) != 1 or any(_states(one, row, figure.value, figure) for one in tables for row in rows):
            continue
        owners = [
            row for row in table.details if figure.value in row.numbers.values() or _is_share_of(figure, row, table)
        ]
        is_named = any(row.stems & read_stems(said.text) - rows[0].stems for row in owners)
        if len(owners) != 1 or is_named or is_explained(figure, [*said.earlier, *said.figures]):
            continue
        if not _is_repeated(figure, reading):
            return f"{figure.text} dalam tabel milik “{owners[0].name}”, bukan “{rows[0].name}”"
    return ""


#: Time and what is measured in points are told of too many things.
_NO_QUOTES = frozenset({"poin", "kali", "tahun", "hari", "bulan", "jam", "menit"})


def _find_slip(said: Statement, figure: Figure, tables: list[QuotedTable], reading: Reading) -> str:
    """`67 kejadian`, where the row that is named has 76 and no table of the section 67."""
    if figure.unit in _NO_QUOTES or count_digits(figure) < 2 or _is_repeated(figure, reading):
        return ""
    if any(_states(table, row, figure.value, figure) for table in tables for row in table.rows):
        return ""
    if is_explained(figure, [*said.earlier, *said.figures]):
        return ""
    stems, stated = read_stems(said.text), {one.value for one in said.figures}
    for table in tables:
        for row in table.name_rows(stems):
            for value in swap_digits(figure):
                if value not in stated and _states(table, row, value, figure):
                    shown = persen(value) if figure.unit == "%" else angka(value)
                    return f"tertulis {figure.text}; menurut baris “{row.name}” dalam tabel {shown}"
    return ""


def _states(table: QuotedTable, row: QuotedRow, value: Decimal, figure: Figure) -> bool:
    """Whether a row has a number, or its changes or shares come to it."""
    if figure.unit == "%":
        growths = [change.growth for change in table.list_changes(row) if change.growth is not None]
        rates: list[Decimal] = [*table.list_shares(row), *map(abs, growths)]
        return any(abs(rate - value) <= figure.step / 2 for rate in rates)
    stated = [number for column, number in row.numbers.items() if column not in table.shares]
    scale = 1 if figure.step == 1 else _find_scale(figure)
    return any(abs(number) * scale == value or number == value for number in stated) or any(
        abs(change.difference) * scale == value for change in table.list_changes(row)
    )


def _find_scale(figure: Figure) -> Decimal:
    """What a table in millions or billions counts, for an amount that is told so."""
    words = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
    return next((Decimal(10) ** power for word, power in words.items() if f" {word}" in figure.text), Decimal(1))


def _is_repeated(figure: Figure, reading: Reading) -> bool:
    """Whether the narrative states a figure twice: then it is meant."""
    return _count_figures(reading)[figure.value, figure.unit] > 1


@lru_cache(maxsize=2)
def _count_figures(reading: Reading) -> Counter[tuple[Decimal, str]]:
    return Counter((figure.value, figure.unit) for said in list_statements(reading) for figure in said.figures)
