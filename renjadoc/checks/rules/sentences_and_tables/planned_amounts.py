"""The amounts that the plan and the usulan hold: what a sentence about money may tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from renjadoc.checks.mistyped import is_mistyped, is_swapped, list_digits
from renjadoc.checks.rules.sentences_and_tables.funding_sources import sum_by_source, sum_within_rows
from renjadoc.checks.stated import WORDED, Figure, lies_in, list_figures, read_number
from renjadoc.reading import Reading
from renjadoc.tables import bebas
from renjadoc.tables.before import difference
from renjadoc.tables.quantities import quantities


@lru_cache(maxsize=2)
def list_amounts(reading: Reading) -> set[int]:
    """Every amount that the data holds or that is a sum of it."""
    found: set[int | None] = set()
    for table in reading.tables.of_kind("rencana-program"):
        for field in ("pagu", "pagu_maju"):
            found.add(table.total("", field))
            found |= {row.node[field] if field in row.node else table.total(row.pointer, field) for row in table.rows}
        if table.amendment:
            pairs = [table.amendment.amount(), *(pair.amount() for pair in table.amendment.walk())]
            found |= {amount for pair in pairs for amount in (pair[0], abs(difference(pair) or 0))}
    for sums in sum_by_source(reading).values():
        found |= set(sums)
    found |= {amount for sums in sum_within_rows(reading).values() for amount in sums}
    for asked in list_asked(reading):
        found |= {*asked, sum(asked)}
    for table in (*reading.tables.of_kind("review-rkpd"), *reading.tables.of_kind("rekap")):
        found |= {row.get(field) for row in table.printed for field in ("rkpd_pagu", "pagu", "pagu_maju")}
    return {amount for amount in found if amount is not None}


@lru_cache(maxsize=2)
def list_tabled(reading: Reading) -> set[int]:
    """The amounts that stand in the office's own tables: what a region, a source or a quarter got."""
    return {amount for row in _list_tabled_rows(reading) for amount in row}


@lru_cache(maxsize=2)
def list_tabled_gaps(reading: Reading) -> set[int]:
    """What lies between two amounts of one row of the office's own tables: what was not spent, what fell short."""
    pairs = (pair for row in _list_tabled_rows(reading) for pair in combinations(row, 2))
    return {abs(one - other) for one, other in pairs}


def _list_tabled_rows(reading: Reading) -> Iterator[list[int]]:
    for source in reading.folder.tables_of("bebas"):
        for row in source.data["baris"]:
            numbers = (number for text in bebas.list_texts(row) for number, _ in quantities(text) or [])
            yield [int(number) for number in numbers if number >= _LEAST]


#: A smaller number in a cell is rarely an amount.
_LEAST = 1_000_000


#: How near an amount comes to the one that is meant.
_NEAR = Decimal("0.05")
#: Of fewer digits one is another by chance: `Rp12,4 miliar` is no slip of Rp10,4 miliar.
_TELLING = 4
#: A zero too many or too few, or a group of three.
_LOST_ZEROS = (10, 1000)


def is_slip_of_amount(stated: Decimal, unit: Decimal, amounts: set[int]) -> bool:
    """Whether an amount, told in `unit` rupiah, is one of these but for its digits or a zero."""
    for amount in amounts:
        right = (amount / unit).quantize(Decimal(1).scaleb(int(stated.as_tuple().exponent)))
        is_slip = is_mistyped(stated, right) if len(list_digits(stated)) >= _TELLING else is_swapped(stated, right)
        if is_slip or any(stated in {right * zeros, right / zeros} for zeros in _LOST_ZEROS):
            return True
    return False


def is_near_whole(amount: Decimal, reading: Reading) -> bool:
    """Whether an amount is what the whole plan costs, this year or the next, but for a little."""
    tables = reading.tables.of_kind("rencana-program")
    totals = [table.total("", field) or 0 for table in tables for field in ("pagu", "pagu_maju")]
    return any(abs(amount - total) < _NEAR * total for total in totals)


def list_asked(reading: Reading) -> list[list[int]]:
    """What the usulan of each table ask for."""
    return [
        [usulan.get("anggaran") or 0 for usulan in source.data["usulan"]]
        for source in reading.folder.tables_of("usulan-masyarakat")
    ]


class WrongSum(NamedTuple):
    """What a sentence says that all usulan of the table cost, and what they do."""

    stated: Figure
    right: int


#: `menyepakati empat usulan dengan perkiraan biaya Rp485.000.000`
_ASKED = re.compile(
    rf"(?<![\w.,])(?P<berapa>\d{{1,3}}|{WORDED})\s+usulan\b(?P<antara>[^.;:\d]{{0,90}}?)"
    r"\b(?:(?:se)?nilai|sebesar|biaya|anggaran|dana)(?:nya)?\s+(?:(?:seluruhnya|sebesar|sejumlah|total)\s+)*$",
    re.IGNORECASE,
)
#: `Nilai keempat usulan itu Rp97 miliar`, `Kedua usulan tersebut bernilai Rp58.000.000`
_ALL_ASKED = re.compile(
    rf"\bke(?P<berapa>{WORDED})\s+usulan\b(?P<antara>(?:\s+(?:itu|ini|tersebut|prioritas))?"
    r"(?:,?\s+(?:bernilai|senilai|sebesar|berjumlah|mencapai|adalah|ialah|sekitar))*)\s+$",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"\b(?:masing-masing|setiap|tiap|rata-rata|per|di antaranya|antara lain|termasuk|terbesar|terkecil|paling|sebagian"
    r"|lain(?:nya)?|tambahan|lalu|sebelumnya|selisih|Rp)\b",
    re.IGNORECASE,
)
#: So far behind an amount it is said of what it is.
_FARTHEST = 20


def find_wrong_sum(sentence: str, reading: Reading) -> WrongSum | None:
    """The amount that a sentence gives for as many usulan as the only table of them has, where it is another."""
    asked = list_asked(reading)
    if len(asked) != 1 or not all(asked[0]):
        return None
    right = sum(asked[0])
    for stated in list_figures(sentence) if "usulan" in sentence else ():
        lead = sentence[: stated.start] if stated.unit == "Rp" else ""
        match = _ASKED.search(lead) or _ALL_ASKED.search(lead)
        if match is None or int(read_number(match["berapa"])) != len(asked[0]) or len(asked[0]) < 2:
            continue
        before, behind = lead[: match.start()][-_FARTHEST:], sentence[stated.end : stated.end + _FARTHEST]
        around = f"{before} {match['antara']} {behind}"
        if not _OF_SOME.search(around) and not lies_in(stated, Decimal(right), Decimal(right)):
            return WrongSum(stated, right)
    return None


@lru_cache(maxsize=2)
def list_alike(reading: Reading) -> list[set[int]]:
    """The pagu of all programs of a plan, and of the rows right below each row: what may be told together."""
    alike: dict[tuple[int, str], set[int]] = defaultdict(set)
    for number, table in enumerate(reading.tables.of_kind("rencana-program")):
        for row in table.rows:
            above = row.pointer.rpartition("/")[0]
            alike[number, above].add(row.node.get("pagu") or table.total(row.pointer, "pagu") or 0)
    return list(alike.values())
