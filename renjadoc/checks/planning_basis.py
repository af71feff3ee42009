"""What the Renja of a year has to rest on: the plans above it and the guidelines of the year."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from renjadoc import resources
from renjadoc.checks.regulations import identify_regulation
from renjadoc.narrative.regulation_entry import RegulationEntry

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


class Basis(NamedTuple):
    """One thing that must be cited. `role` is its short name (RPJMD), `name` the long one.

    `entry` is the regulation itself where it is one of the state's (kind, number, year), with how sure that is; else a
    regulation of one of `kinds` whose title has one of `words` is it, and with `dated` the year of the plan too.
    """

    role: str
    name: str
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    dated: bool = False
    entry: RegulationEntry | None = None
    certainty: str = ""
    #: Those of other years, of what is the state's.
    others: tuple[str, ...] = ()

    def is_of_other_year(self, listed: RegulationEntry, tahun: int) -> bool:
        """Whether a regulation that is listed is this thing, but of another year or period."""
        if self.entry is not None:
            return identify_regulation(listed) in self.others
        title = str(listed.get("tentang", "")).casefold()
        is_same = listed["jenis"] in self.kinds and any(word in title for word in self.words)
        return self.dated and is_same and _YEAR.search(title) is not None and str(tahun) not in title

    def is_met_by(self, listed: RegulationEntry, tahun: int) -> bool:
        """Whether a regulation that is listed is this one."""
        if self.entry is not None:
            return identify_regulation(listed) == identify_regulation(self.entry)
        title = str(listed.get("tentang", "")).casefold()
        if listed["jenis"] not in self.kinds or not any(word in title for word in self.words):
            return False
        return not self.dated or str(tahun) in title


def list_basis(tahun: int) -> list[Basis]:
    """What a Renja of this year must cite; what nobody knows of that year is left out."""
    return [basis for one in _read_basis() if (basis := _of_year(one, tahun)) is not None]


def _of_year(one: dict[str, Any], tahun: int) -> Basis | None:
    kinds, words = tuple(one["jenis"]), tuple(one["kata"])
    known = Basis(one["peran"], one["nama"], kinds, words, bool(one.get("tahun_dalam_judul")))
    if "berlaku" not in one:
        return known
    for period in one["berlaku"]:
        if period["dari"] <= tahun <= period.get("sampai", tahun):
            others = tuple(identify_regulation(other["oleh"]) for other in one["berlaku"] if other is not period)
            return known._replace(entry=period["oleh"], certainty=period["keyakinan"], others=others)
    return None


@cache
def _read_basis() -> tuple[dict[str, Any], ...]:
    return tuple(resources.read_data("dasar-renja.json")["dasar"])
