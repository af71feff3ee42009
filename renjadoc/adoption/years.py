"""The years that the head of an old table says, and whether they are those that its form prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STEP = re.compile(r"\bn(?:\s*([-–+])\s*(\d))?(?!\w)", re.IGNORECASE)


def find_years(head: str) -> list[int]:
    """The years in a head, in their order."""
    return [int(year) for year in _YEAR.findall(head)]


def match_steps(heads: Sequence[str], steps: Sequence[int]) -> bool:
    """Whether the last year of each head is one year's distance away as `steps` say, whichever year n is.

    Heads that say `n-2` must say it of the step -2; those without a year may stand anywhere.
    """
    bases = {years[-1] - step for head, step in zip(heads, steps, strict=True) if (years := find_years(head))}
    return len(bases) <= 1 and all(
        (match := _last_step(head)) is None or match == step for head, step in zip(heads, steps, strict=True)
    )


def _last_step(head: str) -> int | None:
    """`Tahun (n-2)` -> -2, `n` -> 0; None where the head names no such year."""
    *_, match = [None, *_STEP.finditer(head)]
    if match is None:
        return None
    sign = -1 if match[1] in {"-", "–"} else 1
    return sign * int(match[2] or 0)
