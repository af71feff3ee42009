"""The country's provinces, kabupaten and kota (data/wilayah.json), and which of them a text names."""

from __future__ import annotations

import json
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
    data = json.loads(resources.regions_file().read_text("utf-8"))["provinsi"]
    return {province: tuple(within) for province, within in data.items()}


#: Provinces whose name is that of an island, a people or a kabupaten too: only `Provinsi` in front makes them one.
_NEEDS_KIND = frozenset(
    {"Riau", "Jambi", "Bali", "Papua", "Maluku", "Lampung", "Bengkulu", "Gorontalo", "Banten", "Aceh"}
)
_KIND_NAMES = {"kab.": "Kabupaten", "prov.": "Provinsi"}


@cache
def _named_pattern() -> re.Pattern[str]:
    """`Kabupaten X`, `Kab. X`, `Kota X`, `Provinsi X`, and provinces of two words by their name alone."""
    regencies = sorted(
        {name.partition(" ")[2] for within in read_regions().values() for name in within}, key=len, reverse=True
    )
    provinces = sorted(read_regions(), key=len, reverse=True)
    bare = [name for name in provinces if " " in name and name not in _NEEDS_KIND]
    named, bare_names = _alternate(provinces), _alternate(bare)
    return re.compile(
        rf"\b(?:(?P<jenis>Kabupaten|Kab\.|Kota)\s+(?P<nama>{_alternate(regencies)})"
        rf"|(?:(?:Provinsi|Prov\.)\s+(?P<provinsi>{named})|(?P<polos>{bare_names})))"
        r"\b(?!\s+(?:Barat|Timur|Utara|Selatan|Tengah|Tenggara|Daya|Raya|Besar|Jaya)\b)"
    )


def _alternate(names: list[str]) -> str:
    return "|".join(map(re.escape, names))


def find_regions(text: str) -> list[NamedRegion]:
    """The regions that a text names with their kind; of provinces those with names of two words also without."""
    found = []
    for match in _named_pattern().finditer(text):
        kind = _KIND_NAMES.get((match["jenis"] or "Provinsi").casefold(), match["jenis"] or "Provinsi")
        found.append(NamedRegion(kind, match["nama"] or match["provinsi"] or match["polos"], *match.span()))
    return found
