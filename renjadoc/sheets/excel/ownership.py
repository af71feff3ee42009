"""Which rows of a table belong to a Bidang: those that name it, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renjadoc.content.pointers import split
from renjadoc.tables.layout import TableRow

#: Parts of a Bidang: a group of Renstra targets that is named so belongs to the Bidang above it.
_PART = re.compile(r"\s*(?:|(?:seksi|sub\s?bagian|subbag|sub\s?koordinator|kelompok)\b.*)", re.IGNORECASE)


@dataclass(frozen=True)
class BidangShare:
    """Whose sheet it was: the Bidang, and the rows of the export that it fills."""

    bidang: str
    mine: set[str]


def same(one: str, other: str) -> bool:
    """Whether two names mean the same Bidang: `Bidang Koperasi`, `koperasi`."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return re.sub(r"^bidang\s+", "", " ".join(name.casefold().split()))


def owners(rows: Iterable[TableRow]) -> dict[str, str]:
    """The Bidang of every row by its pointer; rows of nobody are left out."""
    found: dict[str, str] = {}
    above = ""
    for row in rows:
        stated = row.node.get("bidang")
        if row.depth == 0 and stated is not None and _PART.fullmatch(stated):
            stated = above
        elif row.depth == 0:
            above = stated or ""
        owner = stated or found.get(_parent(row.pointer), "")
        if owner:
            found[row.pointer] = owner
    return found


def _parent(pointer: str) -> str:
    return pointer.rsplit("/", 2)[0]


def owned(rows: Iterable[TableRow], bidang: str) -> set[str]:
    """The pointers of the rows that `bidang` fills."""
    return {pointer for pointer, owner in owners(rows).items() if same(owner, bidang)}


def shown(mine: set[str]) -> set[str]:
    """The rows that `bidang` sees: its own, and those that they stand below."""
    return mine | {above for pointer in mine for above in _above(pointer)}


def _above(pointer: str) -> Iterator[str]:
    for _ in range(len(split(pointer)) // 2 - 1):
        pointer = _parent(pointer)
        yield pointer
