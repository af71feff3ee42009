"""Which rows of a table belong to a Bidang: those that name it, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renjadoc.content.pointers import split
from renjadoc.matching import fold_name
from renjadoc.tables.layout import TableRow

#: Parts of a Bidang: a group of Renstra targets that is named so belongs to the Bidang above it.
_PART = re.compile(r"\s*(?:|(?:seksi|sub\s?bagian|subbag|sub\s?koordinator|kelompok)\b.*)", re.IGNORECASE)


@dataclass(frozen=True)
class BidangShare:
    """Whose sheet it was: the Bidang, and the rows of the export that it fills."""

    bidang: str
    mine: set[str]


def is_same_bidang(one: str, other: str) -> bool:
    """Whether two names mean the same Bidang: `Bidang Koperasi`, `koperasi`."""
    return _plain_name(one) == _plain_name(other)


def write_bidang(name: str) -> str:
    """The name as sentences say it: `koperasi` is `Bidang koperasi`, what has a kind of its own stays as it is."""
    is_whole = re.match(r"(?:bidang|sekretariat|sub\s?bagian|seksi|uptd?|inspektur|bagian)\b", name, re.IGNORECASE)
    return name if is_whole else f"Bidang {name}"


def _plain_name(name: str) -> str:
    return re.sub(r"^bidang\s+", "", fold_name(name))


def find_owners(rows: Iterable[TableRow]) -> dict[str, str]:
    """The Bidang of every row by its pointer; rows of nobody are left out."""
    found: dict[str, str] = {}
    above = ""
    for row in rows:
        stated = row.node.get("bidang")
        if row.depth == 0 and stated is not None and _PART.fullmatch(stated):
            stated = above
        elif row.depth == 0:
            above = stated or ""
        owner = stated or found.get(_parent_of(row.pointer), "")
        if owner:
            found[row.pointer] = owner
    return found


def _parent_of(pointer: str) -> str:
    return pointer.rsplit("/", 2)[0]


def find_owned(rows: Iterable[TableRow], bidang: str) -> set[str]:
    """The pointers of the rows that `bidang` fills."""
    return {pointer for pointer, owner in find_owners(rows).items() if is_same_bidang(owner, bidang)}


def find_shown(mine: set[str]) -> set[str]:
    """The rows that `bidang` sees: its own, and those that they stand below."""
    return mine | {above for pointer in mine for above in _walk_up(pointer)}


def _walk_up(pointer: str) -> Iterator[str]:
    for _ in range(len(split(pointer)) // 2 - 1):
        pointer = _parent_of(pointer)
        yield pointer
