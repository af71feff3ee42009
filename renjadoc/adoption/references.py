"""“Lihat Tabel 2.1”, “Grafik 1.5” in an old text: references by name, so that their numbers follow what they name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from renjadoc.adoption.captions import KINDS_OF_PICTURES, Numbered
from renjadoc.adoption.labels import normalise_number

_NUMBER = r"(?:(?:(?:L[.\-]?)?\d{1,2}|[IVX]{1,5})(?:[.\-]\d{1,3})+(?:\.?[A-Z](?!\w))?|\d{1,2})"
#: A number behind which a law stands is that of a table there; `1 : 50.000` is the scale of a map.
_REFERENCE = re.compile(
    rf"\b(?P<kind>tabel|{KINDS_OF_PICTURES})\b\.?\s*:?\s*(?:no(?:mor)?\b[.:]?\s*)?(?P<number>(?-i:{_NUMBER}))"
    r"(?![.\-]?\w)(?!\s*:\s*\d)(?:\.(?=\s+(?-i:[a-z])))?(?!\s+(?:dalam\s+)?(?-i:Lampiran|Peraturan|Permen))",
    re.IGNORECASE,
)
#: What may belong to the document itself, and has no name by which it could be referred to.
_APPENDIX = re.compile(
    r"\b(?:Lampiran|LAMPIRAN)\s+(?:[IVX]{1,5}|\d{1,2})\b(?![.\-]\d)"
    r"(?!\s+(?:huruf|angka|Peraturan|Permen|Keputusan|Undang|Surat|Instruksi|Perda|Perbup|Perwal|Perpres|UU|PP)\b)"
)
#: Keys whose values are no text.
_NO_TEXT = frozenset({"tabel", "gambar", "grafik", "alt", "nilai", "bentuk"})


class Targets:
    """The names that tables, pictures and charts have now, by their old numbers; one that stood twice has none."""

    def __init__(self, numbered: Iterable[Numbered], names: Mapping[int, str]) -> None:
        """`names` are what references call the blocks, by their identity."""
        self._names: dict[tuple[str, str], set[str]] = defaultdict(set)
        for kind, number, block in numbered:
            for said in {kind, kind if kind == "tabel" else ""} if number and id(block) in names else ():
                self._names[said, normalise_number(number)].add(names[id(block)])

    def find(self, found: re.Match[str]) -> str:
        """The name that a reference means; empty where nothing has its number, or more than one."""
        kind, number = found["kind"].casefold(), normalise_number(found["number"])
        names = self._names.get((kind, number))
        if names is None and kind != "tabel":
            # What is called “Gambar 1.5” may have the caption “Grafik 1.5”, where no other has that number.
            names = self._names.get(("", number))
        if not _is_divided(found) and not found["kind"][0].isupper():
            return ""  # “gambar 3 dimensi”
        return min(names) if names and len(names) == 1 else ""


def _is_divided(found: re.Match[str]) -> bool:
    """Whether it states a number such as 2.1, which counts nothing."""
    return not found["number"].isdecimal()


def name_references(content: object, targets: Targets) -> Any:
    """A chapter whose typed numbers are references; what is not known for sure stays as it is."""

    def refer(found: re.Match[str]) -> str:
        name = targets.find(found)
        return f"{{{{ rujuk('{name}') }}}}" if name else found[0]

    def walk(value: object) -> Any:
        if isinstance(value, dict):
            return {key: one if key in _NO_TEXT else walk(one) for key, one in value.items()}
        if isinstance(value, list):
            return [walk(one) for one in value]
        return _REFERENCE.sub(refer, value) if isinstance(value, str) else value

    return walk(content)


def list_typed(content: object, *, has_appendices: bool) -> Iterator[str]:
    """The references of a chapter that stay typed: nothing in the document has their number."""
    if isinstance(content, dict):
        content = [one for key, one in content.items() if key not in _NO_TEXT]
    if isinstance(content, list):
        for one in content:
            yield from list_typed(one, has_appendices=has_appendices)
    elif isinstance(content, str):
        yield from (found[0] for found in _REFERENCE.finditer(content) if _is_divided(found))
        yield from (found[0] for found in _APPENDIX.finditer(content) if has_appendices)


def renumber(text: str, targets: Targets, labels: Mapping[str, str]) -> str:
    """An old text with the numbers that its tables and pictures have now; `labels` are these by name."""
    return _REFERENCE.sub(lambda found: labels.get(targets.find(found), found[0]), text)
