"""Which year a figure of performance is told of: the one of its sentence, or of what announces its list."""

from __future__ import annotations

import re

from renjadoc.checks.indicator_names import Indicator
from renjadoc.checks.sentences import find_years
from renjadoc.checks.stated import Figure
from renjadoc.reading import Reading

_AT_END = re.compile(r"\bakhir\s+(?:(?:periode|masa|tahun|target)\s+)*(?:Renstra|Rencana Strategis)\b", re.IGNORECASE)


def find_planned_year(sentence: str, intro: str, reading: Reading) -> int:
    """The only year of which a sentence, or what announces a list, tells the targets; 0 where it is another or none."""
    if _AT_END.search(sentence):
        return 0 if find_years(sentence) else int(reading.folder.facts["renstra"]["akhir"])
    years = find_years(sentence) or (find_years(intro) if intro.rstrip().endswith(":") else set())
    year = min(years, default=0)
    return year if len(years) == 1 and year in {reading.folder.tahun, reading.folder.tahun + 1} else 0


_LATEST = re.compile(r"\b(?:(?<!tahun )terakhir|terkini|saat ini|kini|sekarang)\b", re.IGNORECASE)
#: What tells the time of a figure, and nothing of what is measured.
TIMED = re.compile(
    rf"\s*\b(?:(?:pada|selama|per|akhir|di)\s+)*(?:tahun\s+)?(?:19|20)\d\d\b|\s*{_LATEST.pattern}", re.IGNORECASE
)


def find_past_year(sentence: str, figure: Figure, indicator: Indicator) -> int:
    """The year of an only figure: the one its sentence names, or the last of which the tables know; 0 where none."""
    if not indicator.reached:
        return 0
    if not find_years(sentence) and _LATEST.search(sentence):
        return max(indicator.reached)
    behind = re.match(r"\s*(?:(?:pada|di|dalam|untuk)\s+)?(?:akhir\s+)?(?:tahun\s+)?20\d\d\b", sentence[figure.end :])
    years = find_years(sentence[: figure.start] + (behind[0] if behind else ""))
    return min(years) if len(years) == 1 and years <= indicator.reached.keys() else 0
