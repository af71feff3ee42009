"""Which region an old document is of, as its cover and its text name it, special ones among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from renjadoc.checks.regions import read_regions

#: What is written where the old document does not say it.
UNKNOWN = "…………………"
_REGION = re.compile(
    r"(?P<kind>Kabupaten|Kota|Provinsi)\s+(?!Kota\b|Administrasi\b)"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+(?!Tahun|Nomor|Periode|Dan\b)[A-Z][\w'’-]+){0,3})"
)
_JAKARTA = r"(?:Provinsi\s+)?(?P<name>(?:DKI|DK|Daerah\s+Khusus(?:\s+Ibu\s*[Kk]ota)?)\s+Jakarta)"
#: Provinces that call themselves otherwise than `Provinsi X`, and by what name they go.
_SPECIAL = (
    (re.compile(r"\bPemerintah(?:an)?\s+(?P<name>Aceh)\b(?!\s+[A-Z])"), ""),
    (re.compile(r"^(?:Provinsi\s+)?(?P<name>Aceh)$"), ""),
    (re.compile(r"(?:Daerah\s+Istimewa|\bD\.?\s?I\.?Y?\.?)\s+Yogyakarta\b|\bDIY\b"), "Daerah Istimewa Yogyakarta"),
    (re.compile(_JAKARTA), ""),
)
_ADMINISTRATIVE = re.compile(r"\b(?:Kota|Kabupaten)\s+Administrasi\s+(?:Jakarta\s+[A-Z]\w+|Kepulauan\s+Seribu)")


def read_region(cover: Sequence[str], text: str) -> dict[str, str]:
    """Kind, name and province as dokumen.json has them; UNKNOWN for what is not said. Lines are in letters of names.

    The parts of Jakarta govern nothing themselves: an office there is one of the province.
    """
    covered = [(match["kind"], match["name"]) for line in cover if (match := _REGION.search(line))]
    stated = [(match["kind"], match["name"]) for match in _REGION.finditer(text)]
    smaller = [region for region in stated if region[0] != "Provinsi"]
    special = _find_special(cover)
    province = special or _most_common(name for kind, name in stated if kind == "Provinsi")
    on_cover = [region for region in covered if region[0] != "Provinsi"]
    if on_cover:
        kind, name = on_cover[0]
    elif special or find_part(cover):
        kind, name = "Provinsi", special or "DKI Jakarta"
    elif covered:
        kind, name = covered[0]
    elif smaller or province == UNKNOWN:
        kind, name = Counter(smaller).most_common(1)[0][0] if smaller else ("Kabupaten", UNKNOWN)
    else:
        kind, name = "Provinsi", province
    above = name if kind == "Provinsi" else province if province != UNKNOWN else find_province(kind, name)
    return {"jenis": kind, "nama": name, "provinsi": above}


def _find_special(cover: Sequence[str]) -> str:
    for line in cover:
        for pattern, name in _SPECIAL:
            if match := pattern.search(line):
                return name or " ".join(match["name"].split())
    return ""


def find_part(cover: Sequence[str]) -> str:
    """The part of Jakarta that a cover names: `Kota Administrasi Jakarta Barat`; empty without one."""
    return next((" ".join(match[0].split()) for line in cover if (match := _ADMINISTRATIVE.search(line))), "")


def find_province(kind: str, name: str) -> str:
    """The province that has a kabupaten or kota of this name; UNKNOWN where none or several do."""
    wanted = f"{kind} {name}".casefold()
    found = [one for one, within in read_regions().items() if wanted in (region.casefold() for region in within)]
    return found[0] if len(found) == 1 else UNKNOWN


def _most_common(values: Iterable[str]) -> str:
    return next((value for value, _ in Counter(values).most_common(1)), UNKNOWN)
