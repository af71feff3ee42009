"""Names for new files of a folder: of small letters and digits, as their titles say, and none that is taken."""

from __future__ import annotations

import re
from collections.abc import Callable

_OTHERS = re.compile(r"[^a-z0-9]+")


def make_stem(title: str, longest: int) -> str:
    """`Peta Wilayah & Batas` -> `peta-wilayah-batas`, of `longest` letters at most; empty for a title without any."""
    return _OTHERS.sub("-", title.casefold()).strip("-")[:longest].strip("-")


def number_stem(stem: str, is_taken: Callable[[str], bool]) -> str:
    """The stem, or the first of `stem-2`, `stem-3` … that is free."""
    number, name = 1, stem
    while is_taken(name):
        number += 1
        name = f"{stem}-{number}"
    return name
