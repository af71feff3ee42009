"""The amounts that the plan and the usulan hold: what a sentence about money may tell."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from renjadoc.checks.rules.sentences_and_tables.funding_sources import sum_by_source, sum_within_rows
from renjadoc.reading import Reading
from renjadoc.tables.before import difference


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
    found |= sum_within_rows(reading)
    for asked in list_asked(reading):
        found |= {*asked, sum(asked)}
    for table in (*reading.tables.of_kind("review-rkpd"), *reading.tables.of_kind("rekap")):
        found |= {row.get(field) for row in table.printed for field in ("rkpd_pagu", "pagu", "pagu_maju")}
    return {amount for amount in found if amount is not None}


def list_asked(reading: Reading) -> list[list[int]]:
    """What the usulan of each table ask for."""
    return [
        [usulan.get("anggaran") or 0 for usulan in source.data["usulan"]]
        for source in reading.folder.tables_of("usulan-masyarakat")
    ]


@lru_cache(maxsize=2)
def list_alike(reading: Reading) -> list[set[int]]:
    """The pagu of all programs of a plan, and of the rows right below each row: what may be told together."""
    alike: dict[tuple[int, str], set[int]] = defaultdict(set)
    for number, table in enumerate(reading.tables.of_kind("rencana-program")):
        for row in table.rows:
            above = row.pointer.rpartition("/")[0]
            alike[number, above].add(row.node.get("pagu") or table.total(row.pointer, "pagu") or 0)
    return list(alike.values())
