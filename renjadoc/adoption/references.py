"""“Lihat Tabel 2.1” in an old text: a reference by the table's name, so that its number is right wherever it goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from renjadoc.adoption.body import OldTable
from renjadoc.adoption.labels import normalise_number

#: A number behind which a law stands is that of a table there.
_REFERENCE = re.compile(
    r"\b[Tt]abel\s+(?P<number>(?:L[.\-]?)?\d{1,2}(?:[.\-]\d{1,3})+(?:\.?[A-Z](?!\w))?)(?![.\-]?\w)(?:\.(?=\s+[a-z]))?"
    r"(?!\s+(?:dalam\s+)?(?:Lampiran|Peraturan|Permen))"
)


def find_new_numbers(tables: Sequence[OldTable], counts: Mapping[str, int]) -> Iterator[tuple[OldTable, str]]:
    """Every table with the number it gets; `counts` are how many each chapter (`2`) and appendix (`L1`) has."""
    waiting = iter(tables)
    for chapter, count in counts.items():
        for place, table in enumerate(islice(waiting, count), start=1):
            yield table, f"{chapter}.{place}"


def name_references(content: object, tables: Sequence[OldTable]) -> Any:
    """A chapter whose typed numbers of tables are references; what is not known for sure stays as it is."""
    names = _by_number(tables)

    def refer(text: str) -> str:
        return _REFERENCE.sub(lambda found: _write_reference(found, names), text) if "abel" in text else text

    def walk(value: object) -> Any:
        if isinstance(value, dict):
            return {key: walk(one) if key not in {"tabel", "gambar", "alt"} else one for key, one in value.items()}
        if isinstance(value, list):
            return [walk(one) for one in value]
        return refer(value) if isinstance(value, str) else value

    return walk(content)


def _by_number(tables: Sequence[OldTable]) -> dict[str, str]:
    numbers = [normalise_number(table.number) for table in tables if table.number]
    twice = {number for number, count in Counter(numbers).items() if count > 1}
    named = ((normalise_number(table.number), table.block["tabel"]) for table in tables if table.number)
    return {number: name for number, name in named if number not in twice}


def _write_reference(found: re.Match[str], names: dict[str, str]) -> str:
    name = names.get(normalise_number(found["number"]))
    return f"{{{{ rujuk('{name}') }}}}" if name else found[0]


def renumber(text: str, numbers: dict[str, str]) -> str:
    """An old text with the numbers that its tables have now."""

    def write(found: re.Match[str]) -> str:
        return f"Tabel {numbers.get(normalise_number(found['number']), found['number'])}"

    return _REFERENCE.sub(write, text)
