"""Rows of the plan that a sentence names, with the amounts that are theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from renjadoc.reading import Reading

#: A shorter name is a common word as likely as the name of a program.
_SHORTEST_NAME = 14
#: No sentence is searched for more names than this: a province has thousands.
_MOST_NAMES = 4000


class NamedRow(NamedTuple):
    """A name in a sentence: where it stands, how far the sentence speaks of it, the amounts of the rows called so.

    `counts` are how many kegiatan and sub kegiatan these have, by that word.
    """

    name: str
    start: int
    end: int
    until: int
    amounts: set[int]
    counts: dict[str, set[int]]


class _Named(NamedTuple):
    name: str
    amounts: set[int]
    counts: dict[str, set[int]]


@lru_cache(maxsize=2)
def _list_names(reading: Reading) -> dict[str, _Named]:
    """The names of all rows of the plan in small letters, with their amounts and what is below them."""
    found: dict[str, _Named] = {}
    for table in reading.tables.of_kind("rencana-program"):
        for row in table.rows[:_MOST_NAMES]:
            name = reading.printed(row.node["nama"]) if "{" in row.node["nama"] else row.node["nama"]
            if len(name) >= _SHORTEST_NAME and " " in name:
                known = found.setdefault(
                    name.casefold(), _Named(name, set(), {"kegiatan": set(), "sub kegiatan": set()})
                )
                _count_below(row.node, known.counts)
                for field in ("pagu", "pagu_maju"):
                    amount = row.node.get(field) if field in row.node else table.total(row.pointer, field)
                    if amount is not None:
                        known.amounts.add(amount)
    return found


def _count_below(node: Mapping[str, Any], counts: dict[str, set[int]]) -> None:
    """Adds how many kegiatan and sub kegiatan a row of the plan has."""
    if "kegiatan" in node:
        counts["kegiatan"].add(len(node["kegiatan"]))
        counts["sub kegiatan"].add(sum(len(one.get("sub_kegiatan", [])) for one in node["kegiatan"]))
    elif "sub_kegiatan" in node:
        counts["sub kegiatan"].add(len(node["sub_kegiatan"]))


def find_named(sentence: str, reading: Reading) -> list[NamedRow]:
    """The rows that a sentence names, in their order; of names within each other the longest."""
    folded = sentence.casefold()
    spans = [(at, at + len(key), one) for key, one in _list_names(reading).items() if (at := folded.find(key)) >= 0]
    spans = sorted((span for span in spans if span[2].amounts), key=lambda span: (span[0], -span[1]))
    outer: list[tuple[int, int, _Named]] = []
    for span in spans:
        if not outer or span[0] >= outer[-1][1]:
            outer.append(span)
    ends = [*(span[0] for span in outer[1:]), len(sentence)][: len(outer)]
    return [
        NamedRow(one.name, start, end, until, one.amounts, one.counts)
        for (start, end, one), until in zip(outer, ends, strict=True)
    ]


_LEADS = re.compile(
    r"[\s,:(]*(?:(?:yaitu|yakni|sebesar|senilai|dengan|pagu|anggaran|alokasi|dana|indikatif|dialokasikan"
    r"|dianggarkan|memperoleh"
    r"|mendapat(?:kan)?|menerima|didukung|didanai|dibiayai|memerlukan|membutuhkan|tercatat|mencapai|bernilai|biaya|oleh"
    r"|berjumlah|seluruhnya|tahun \d{4}|total|kebutuhan|direncanakan|adalah|ialah|sejumlah"
    r"|sekitar)[\s,]*)*\(?",
    re.IGNORECASE,
)


_OF_ROW = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:dialokasikan|dianggarkan|disediakan|diarahkan|digunakan)\s+)?(?:untuk|bagi|pada)\s+"
    r"(?:(?:pelaksanaan|membiayai|mendanai)\s+)?"
)


def is_amount_of(between: str) -> bool:
    """Whether what stands between an amount and a name behind it says that the amount is that of the name."""
    return _OF_ROW.fullmatch(between) is not None


def leads_to_amount(between: str) -> bool:
    """Whether what stands between a name and an amount says that it is that of the name."""
    return _LEADS.fullmatch(between) is not None
