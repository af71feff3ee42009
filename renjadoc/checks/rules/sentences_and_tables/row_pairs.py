"""Two figures that a sentence tells together, and the row of an ad-hoc table that states both of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from renjadoc.checks.figured import Mismatch, Statement, tell_first, walk_figured
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.roles import BESIDE, CHANGED_BY, SHARES
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables.adhoc_tables import list_titles, numbers_columns, read_figure
from renjadoc.checks.stated import Figure, lies_in, share
from renjadoc.indonesian import persen
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.bebas import spread_cells


class _PairedRow(NamedTuple):
    """A row of an ad-hoc table: what it is called, its figures in the order of its cells."""

    label: str
    numbers: tuple[Decimal, ...]


@rule("RJ151", "Angka sebuah baris disebut untuk baris lain", needs=("tabel",))
def check_pairs_of_rows(reading: Reading) -> Iterator[Finding]:
    """Dua angka yang dalam tabel bebas berdiri pada satu baris disebut bersama nama baris itu, bukan baris lain.

    “Pasar Bawah paling rendah, yakni 90 dari 200 tempat” keliru bila 90 dan 200 milik Pasar Simpang Tembok. Diperiksa
    pula kenaikan: “bertambah 2.815 ton (4,23%)”, bila selisih itu ada pada sebuah baris, persentasenya dari baris itu.

    Mengapa: urutan barisnya berubah, atau nama barisnya disalin dari kalimat lain.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/anggaran.json /kolom = [{"judul": "Pasar"}, {"judul": "Tempat"}, {"judul": "Terisi"}]
        tabel/anggaran.json /baris = [["Pasar Lama", "1.200", "1.140"], ["Pasar Baru", "800", "640"]]
        bab-5.json /isi/0 = "Keterisian Pasar Baru paling tinggi, yakni 1.140 dari 1.200 tempat."
    Gagal:
        tabel/anggaran.json /kolom = [{"judul": "Usaha"}, {"judul": "2024"}, {"judul": "2025"}]
        tabel/anggaran.json /baris = [["Warung", "1.200", "1.260"], ["Kios", "800", "640"]]
        bab-5.json /isi/0 = "Jumlah warung bertambah 60 unit (6%) dalam setahun."
    Lolos:
        tabel/anggaran.json /kolom = [{"judul": "Pasar"}, {"judul": "Tempat"}, {"judul": "Terisi"}]
        tabel/anggaran.json /baris = [["Pasar Lama", "1.200", "1.140"], ["Pasar Baru", "800", "640"]]
        bab-5.json /isi/0 = "Keterisian Pasar Lama paling tinggi, yakni 1.140 dari 1.200 tempat; Pasar Baru turun 160
        tempat (20%)."
    """
    by_number = _index_rows(reading)
    for said in walk_figured(reading) if by_number else ():
        asked = (_find_other_row(said, by_number), _find_growth(said, by_number))
        if found := tell_first(said, asked, "Samakan kalimat dan tabelnya."):
            yield found


_TOTAL = re.compile(r"(?:sub ?)?(?:jumlah|total)\b|rata-rata", re.IGNORECASE)


@lru_cache(maxsize=2)
def _index_rows(reading: Reading) -> dict[Decimal, list[_PairedRow]]:
    """The rows of the ad-hoc tables by each figure that they state."""
    found: dict[Decimal, list[_PairedRow]] = defaultdict(list)
    for table in reading.tables.of_kind("bebas"):
        columns = range(len(list_titles(table.source)))
        for row in table.source.data["baris"]:
            cells = [] if numbers_columns(row) else spread_cells(row)
            label = next((cell for cell in cells if isinstance(cell, str) and re.search(r"[A-Za-z]{3}", cell)), "")
            read = (read_figure(cells, column) for column in columns)
            one = _PairedRow(reading.printed(label).strip("* "), tuple(number for number in read if number is not None))
            for number in set(one.numbers) if label else ():
                found[number].append(one)
    return found


#: What joins two figures of one row.
_JOINED = re.compile(
    r"\s*(?:[a-z]+\s+){0,2}?(?:dari|menjadi|terhadap|ke)\s+(?:(?:target|rencana|total|jumlah|seluruh)\s+)?"
)
_CLAUSE = re.compile(r"[;.]\s|\b(?:sedangkan|sementara|tetapi|namun|adapun|diikuti|disusul)\b")
#: Two figures of fewer digits together stand in one row by chance.
_FEWEST_DIGITS = 5


def _find_other_row(said: Statement, by_number: dict[Decimal, list[_PairedRow]]) -> Mismatch | None:
    """`Pasar Bawah paling rendah, yakni 90 dari 200 tempat`, which the table states of another market."""
    for one, other in pairwise(said.figures):
        digits = sum(sign.isdigit() for sign in one.text + other.text)
        if {one.unit, other.unit} & (SHARES | {"Rp"}) or digits < _FEWEST_DIGITS:
            continue
        if not _JOINED.fullmatch(said.between(one, other)):
            continue
        rows = [row for row in by_number.get(one.value, []) if other.value in row.numbers]
        start = max((match.end() for match in _CLAUSE.finditer(said.text, 0, one.start)), default=0)
        clause = said.text[start : one.start]
        if len({row.label for row in rows}) != 1 or _TOTAL.match(rows[0].label):
            continue
        named = _find_named(clause, by_number)
        if named not in {"", rows[0].label} and not read_stems(rows[0].label) & (
            read_stems(clause) - read_stems(named)
        ):
            message = f"{one.text} dan {other.text} dalam tabel milik “{shorten_text(rows[0].label)}”, bukan “{named}”"
            return Mismatch(one, message)
    return None


def _find_named(clause: str, by_number: dict[Decimal, list[_PairedRow]]) -> str:
    """The row that a clause names word for word; empty where it names none or several."""
    labels = {row.label for rows in by_number.values() for row in rows if not _TOTAL.match(row.label)}
    folded = clause.casefold()
    named = [name for name in labels if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", folded)]
    longest = max(named, key=len, default="")
    return longest if all(name.casefold() in longest.casefold() for name in named) else ""


#: A smaller difference is that of many rows.
_FEWEST_OF_CHANGE = 2
#: A difference that more rows show is nobody's.
_MOST_ROWS = 2


def _find_growth(said: Statement, by_number: dict[Decimal, list[_PairedRow]]) -> Mismatch | None:
    """`produksi bertambah 2.815 ton (3,24%)`, the difference of two figures of a row that grew by 4,23%."""
    for by, stated in pairwise(said.figures):
        if stated.unit != "%" or by.unit in SHARES | {"Rp", ""} or by.is_rounded:
            continue
        digits = sum(sign.isdigit() for sign in by.text)
        is_change = CHANGED_BY.search(said.text[: by.start]) and BESIDE.fullmatch(said.between(by, stated))
        if not is_change or digits < _FEWEST_OF_CHANGE or len(said.figures) > _FEWEST_OF_CHANGE:
            continue
        found = _judge_growth(said, by, stated, by_number)
        if found is not None:
            return found
    return None


def _judge_growth(
    said: Statement, by: Figure, stated: Figure, by_number: dict[Decimal, list[_PairedRow]]
) -> Mismatch | None:
    """A mismatch where a growth is that of none of the rows in which the change is a difference."""
    rows = dict.fromkeys(row for rows in by_number.values() for row in rows)
    fitting = [
        (row, pair) for row in rows for pair in combinations(row.numbers, 2) if abs(pair[0] - pair[1]) == by.value
    ]
    is_known = {row.label for row, _ in fitting}
    if not fitting or len(is_known) > _MOST_ROWS:
        return None
    stems = read_stems(said.text)
    if not any(_TOTAL.match(row.label) or read_stems(row.label) & stems for row, _ in fitting):
        return None
    limits = [share(by, by._replace(value=base)) for _, pair in fitting for base in pair if base]
    if not limits or any(lies_in(stated._replace(value=abs(stated.value)), *limit) for limit in limits):
        return None
    row, pair = fitting[0]
    right = persen(by.value * 100 / pair[0]) if pair[0] else ""
    return Mismatch(stated, f"{by.text} disebut {stated.text}; dalam tabel, baris “{shorten_text(row.label)}”, {right}")
