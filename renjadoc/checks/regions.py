"""The country's provinces, kabupaten and kota (data/wilayah.json), and which of them a text names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from renjadoc import resources


class NamedRegion(NamedTuple):
    """A region as a text names it: `Kabupaten`, `Kota` or `Provinsi`, its name, and where it stands."""

    kind: str
    name: str
    start: int
    end: int


@cache
def read_regions() -> dict[str, tuple[str, ...]]:
    """Every province with its kabupaten and kota, as `Kota Batu`."""
    data = resources.read_data("wilayah.json")["provinsi"]
    return {province: tuple(within) for province, within in data.items()}


@cache
def read_districts() -> dict[str, tuple[str, ...]]:
    """The kecamatan (distrik, kapanewon, kemantren) of every kabupaten and kota, as `Kota Batu`."""
    lines = resources.data_file("kecamatan.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {region: tuple(names.split(", ")) for region, _, names in pairs}


@cache
def index_districts() -> dict[str, frozenset[str]]:
    """The regions that have a kecamatan of a name, by the name in small letters without blanks."""
    found: dict[str, set[str]] = {}
    for region, names in read_districts().items():
        for name in names:
            found.setdefault(fold_name(name), set()).add(region)
    return {name: frozenset(regions) for name, regions in found.items()}


def fold_name(name: str) -> str:
    """A name as its letters alone: it is written with blanks and hyphens or without."""
    return re.sub(r"[\W_]+", "", name.casefold())


#: Provinces whose name is that of an island, a people or a kabupaten too: only `Provinsi` in front makes them one.
_NEEDS_KIND = frozenset(
    {"Riau", "Jambi", "Bali", "Papua", "Maluku", "Lampung", "Bengkulu", "Gorontalo", "Banten", "Aceh"}
)
_KIND_NAMES = {"kab.": "Kabupaten", "prov.": "Provinsi"}
_WORD = r"[A-Z][\w.'’-]*"
#: A kind with the words of a name behind, which is looked up: an alternation of all 514 takes long to compile.
_WITH_KIND = re.compile(rf"\b(?P<jenis>Kabupaten|Kab\.|Kota|Provinsi|Prov\.)\s+(?P<nama>{_WORD}(?: {_WORD}){{0,3}})")
#: Words behind a name that make it a longer one, which is none of the list's.
_LONGER = frozenset(["Barat", "Timur", "Utara", "Selatan", "Tengah", "Tenggara", "Daya", "Raya", "Besar", "Jaya"])


@cache
def _names_of(kind: str) -> frozenset[str]:
    """The names of all regions of a kind."""
    if kind == "Provinsi":
        return frozenset(read_regions())
    return frozenset(name.partition(" ")[2] for within in read_regions().values() for name in within)


@cache
def _bare_pattern() -> re.Pattern[str]:
    """Provinces of two words or more by their name alone."""
    bare = sorted((name for name in read_regions() if " " in name and name not in _NEEDS_KIND), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, bare))})\b(?!\s+(?:{'|'.join(_LONGER)})\b)")


def _find_name(words: list[str], kind: str) -> str:
    """The longest name of a region of the kind that words begin with; empty where they begin with none."""
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(".,'’")
        if name in _names_of(kind):
            return "" if words[count : count + 1] and words[count] in _LONGER else name
    return ""


def find_region_at(text: str, start: int, kind: str) -> NamedRegion | None:
    """The region of a kind whose name alone stands at `start`."""
    match = re.compile(rf"{_WORD}(?: {_WORD}){{0,3}}").match(text, start)
    name = _find_name(match[0].split(" "), kind) if match else ""
    return NamedRegion(kind, name, start, start + len(name)) if name else None


def find_regions(text: str) -> list[NamedRegion]:
    """The regions that a text names with their kind; of provinces those with names of two words also without."""
    found = []
    for match in _WITH_KIND.finditer(text):
        kind = _KIND_NAMES.get(match["jenis"].casefold(), match["jenis"])
        name = _find_name(match["nama"].split(" "), kind)
        if name:
            found.append(NamedRegion(kind, name, match.start(), match.start("nama") + len(name)))
    taken = {place for region in found for place in range(region.start, region.end)}
    found += [
        NamedRegion("Provinsi", match[0], *match.span())
        for match in _bare_pattern().finditer(text)
        if match.start() not in taken
    ]
    return sorted(found, key=lambda region: region.start)
