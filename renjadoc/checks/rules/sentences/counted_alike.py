"""The figures of a sentence that count something, and whether they count the same."""

from __future__ import annotations

import re

from renjadoc.checks.figured import Statement
from renjadoc.checks.roles import PEOPLE
from renjadoc.checks.stated import Figure

#: Counts of any noun, which may stand for that of another figure.
_ANY_NOUN = frozenset({"", "unit", "buah", "orang", "jiwa"})
_SHARED = "satuan"
#: Units that are told in others beside them: 280 ton at so much per kilogram.
MEASURES = frozenset(
    {"ton", "kuintal", "kilogram", "kg", "gram", "liter", "km", "kilometer", "meter", "m", "hektare", "ha", "gt", "GT"}
)


def list_counted(said: Statement) -> list[Figure]:
    """The figures without a single thing, which is counted with nothing, and without how many parts follow."""
    many = [one for one in said.figures if not (one.value == 1 and one.text.casefold().startswith("satu"))]
    return [one for index, one in enumerate(many) if not _announces(said, one, many[index + 1 :])]


_ANNOUNCED = re.compile(r"[^.;:\d]{0,60}?(?:,?\s(?:yaitu|yakni)\b|:)")


def _announces(said: Statement, one: Figure, behind: list[Figure]) -> bool:
    """Whether a figure counts what follows with a figure each: `dua sentra, yaitu Koba (15 unit) dan Dul (9 unit)`."""
    is_as_many = one.value == len(behind) and one.unit not in {part.unit for part in behind}
    return is_as_many and _ANNOUNCED.match(said.text, one.end) is not None


def share_unit(figures: list[Figure]) -> list[Figure]:
    """Figures that count the same thing, by one unit; none where they do not."""
    units = {one.unit for one in figures}
    if "%" in units:
        return []
    nouns = units - _ANY_NOUN - {"poin"}
    if "poin" in units and units - {"poin", ""}:
        return []  # `naik 11,66 poin, ketika 84 dari 121 koperasi aktif`.
    if nouns & MEASURES and len(units - {""}) > 1:
        return []  # `310 unit di bawah 5 GT`: how large one is, and how many they are.
    if units == {"Rp"} or ("Rp" not in units and (len(nouns) < 2 or nouns <= PEOPLE)):
        return [one._replace(unit=_SHARED) for one in figures]
    return []
