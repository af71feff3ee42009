"""Spans of years and months that a sentence tells with both their ends: as long as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.rules.time.calendar_dates import MONTH_NAMES
from renjadoc.checks.stated import WORDED, read_number

#: A number as it is told of days, hours and years.
COUNT = rf"(?:\d{{1,3}}|{WORDED})"
#: From one end to the other.
TO = r"\s*(?:[-–—]|s\.d\.|sampai(?: dengan)?|hingga)\s*"
#: What joins how long and from when to when.
_JOINS = (
    r"(?:[\s,(:]|\b(?:yaitu|yakni|dari|antara|mulai|sejak|pada|periode|tahun|bulan|terakhir|itu|tersebut|penuh)\b)*"
)
_BEHIND = (
    r"\)?(?:[\s,(]|\b(?:yaitu|yakni|atau|selama|berlaku|berlangsung|berjangka waktu|memiliki|jangka|waktu|kurun|masa"
    r"|dengan|mencakup|meliputi|untuk|adalah|yang|berjalan)\b)*"
)
_YEARS = rf"(?P<awal>(?:19|20)\d\d)(?:{TO})(?:tahun\s+)?(?P<akhir>(?:19|20)\d\d)"
_NAME = "|".join(MONTH_NAMES)
_MONTHS = (
    rf"(?P<awal>{_NAME})(?:\s+(?P<tahun>20\d\d))?(?:{TO})(?:bulan\s+)?(?P<akhir>{_NAME})(?:\s+(?P<tahun2>20\d\d))?"
)
_SPANS = {
    "tahun": [
        re.compile(rf"\b(?P<banyak>{COUNT})\s+tahun\b{_JOINS}{_YEARS}\b", re.IGNORECASE),
        re.compile(
            rf"\b{_YEARS}\b{_BEHIND}(?P<banyak>{COUNT})\s+tahun\b(?!\s+(?:sekali|lalu|terakhir))", re.IGNORECASE
        ),
    ],
    "bulan": [
        re.compile(rf"\b(?P<banyak>{COUNT})\s+bulan\b{_JOINS}{_MONTHS}\b", re.IGNORECASE),
        re.compile(rf"\b{_MONTHS}\b{_BEHIND}(?P<banyak>{COUNT})\s+bulan\b(?!\s+sekali)", re.IGNORECASE),
    ],
}
#: A plan holds both its first and its last year.
_PLAN = re.compile(r"\b(?:Renstra|Rencana Strategis|RPJMD)\b")
#: How long one of several things takes, or by when it changed.
_OTHER = re.compile(r"\b(?:setiap|tiap|per|paling|minimal|maksimal|lebih|kurang)\s+$", re.IGNORECASE)


def find_wrong_spans(sentence: str) -> Iterator[tuple[re.Match[str], str]]:
    """`selama enam tahun, 2021–2025`, `empat bulan, dari Februari sampai April`: with what is said of it."""
    for unit, patterns in _SPANS.items():
        for match in (found for pattern in patterns for found in pattern.finditer(sentence)):
            steps = _measure_years(match) if unit == "tahun" else _measure_months(match)
            said = int(read_number(match["banyak"]))
            is_plan = unit == "tahun" and _PLAN.search(sentence[: match.end()]) is not None
            right = {steps + 1} if is_plan else {steps, steps + 1}
            if steps > 0 and said not in right and not _OTHER.search(sentence[: match.start("banyak")]):
                ends = f"{match['awal']} sampai {match['akhir']}"
                yield match, f"disebut {match['banyak']} {unit}, padahal {ends} {steps + 1} {unit}"


def _measure_years(match: re.Match[str]) -> int:
    return int(match["akhir"]) - int(match["awal"])


def _measure_months(match: re.Match[str]) -> int:
    """From the first month to the last; one that ends before it begins ends in the year after."""
    first, last = (MONTH_NAMES[match[name].casefold()] for name in ("awal", "akhir"))
    if match["tahun"] and match["tahun2"]:
        return 12 * (int(match["tahun2"]) - int(match["tahun"])) + last - first
    return (last - first) % 12
