"""Rows of the plan that a sentence names, with the amounts that are theirs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from renjadoc.reading import Reading

#: A shorter name is a common word as likely as the name of a program.
_SHORTEST_NAME = 14
#: No sentence is searched for more names than this: a province has thousands.
_MOST_NAMES = 4000


class NamedRow(NamedTuple):
    """A name in a sentence: where it ends, how far the sentence speaks of it, the amounts of the rows called so."""

    name: str
    end: int
    until: int
    amounts: set[int]


@lru_cache(maxsize=2)
def _list_names(reading: Reading) -> dict[str, tuple[str, set[int]]]:
    """The names of all rows of the plan in small letters, with their amounts."""
    found: dict[str, tuple[str, set[int]]] = {}
    for table in reading.tables.of_kind("rencana-program"):
        for row in table.rows[:_MOST_NAMES]:
            name = reading.printed(row.node["nama"]) if "{" in row.node["nama"] else row.node["nama"]
            if len(name) >= _SHORTEST_NAME and " " in name:
                amounts = found.setdefault(name.casefold(), (name, set()))[1]
                for field in ("pagu", "pagu_maju"):
                    amount = row.node.get(field) if field in row.node else table.total(row.pointer, field)
                    if amount is not None:
                        amounts.add(amount)
    return found


def find_named(sentence: str, reading: Reading) -> list[NamedRow]:
    """The rows that a sentence names, in their order; of names within each other the longest."""
    folded = sentence.casefold()
    spans: list[tuple[int, int, str, set[int]]] = []
    for key, (name, amounts) in _list_names(reading).items():
        at = folded.find(key)
        if at >= 0 and amounts:
            spans.append((at, at + len(key), name, amounts))
    spans.sort(key=lambda span: (span[0], -span[1]))
    outer: list[tuple[int, int, str, set[int]]] = []
    for span in spans:
        if not outer or span[0] >= outer[-1][1]:
            outer.append(span)
    ends = [*(span[0] for span in outer[1:]), len(sentence)][: len(outer)]
    return [NamedRow(name, end, until, amounts) for (_, end, name, amounts), until in zip(outer, ends, strict=True)]


_LEADS = re.compile(
    r"[\s,:(]*(?:(?:yaitu|yakni|sebesar|senilai|dengan|pagu|anggaran|alokasi|dana|indikatif|dialokasikan|dianggarkan|memperoleh"
    r"|mendapat|berjumlah|seluruhnya|tahun \d{4}|total|kebutuhan|direncanakan|adalah|ialah|sejumlah"
    r"|sekitar)[\s,]*)*\(?",
    re.IGNORECASE,
)


def leads_to_amount(between: str) -> bool:
    """Whether what stands between a name and an amount says that it is that of the name."""
    return _LEADS.fullmatch(between) is not None
