"""The numbers of multilevel lists as Word writes them: `IV`, `c`, `07`, and the text of a level with them in place."""

from __future__ import annotations

import re
from collections.abc import Callable

from renjadoc.indonesian import romawi

#: Where the count of a level stands in the text of another: `%1.%2.`
HOLE = re.compile(r"%([1-9])")


def fill_holes(text: str, write: Callable[[int], str]) -> str:
    """The text of a level with what `write` makes of each level (from 0) that it names."""
    return HOLE.sub(lambda hole: write(int(hole[1]) - 1), text)


def write_count(count: int, kind: str) -> str:
    """3 as `lowerLetter` -> `c`; what is no kind of letters or Roman numbers is written in digits."""
    text = str(count)
    if kind in {"lowerLetter", "upperLetter"} and count > 0:
        text = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif kind in {"lowerRoman", "upperRoman"} and 0 < count < 4000:
        text = romawi(count)
    elif kind == "decimalZero":
        text = f"{count:02}"
    return text.lower() if kind.startswith("lower") else text
