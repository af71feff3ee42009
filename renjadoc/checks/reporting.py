"""The findings on a folder as the secretariat reads them: what must be mended, what looked at; by rule, by chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from renjadoc.checks.places import OUTSIDE, describe_place, find_chapter
from renjadoc.checks.registry import titles_by_code
from renjadoc.problem import Problem, say_rest
from renjadoc.reading import Reading
from renjadoc.report import Line, count_problems, sort_problems, write_lines

#: From this many findings on a summary comes first, and of each rule only the first few are listed.
LONG = 30
_FEW = 3
HEADS = ("Di mana", "Yang ditemukan", "Saran", "Aturan", "Berkas")


class ToldFinding(NamedTuple):
    """A finding in words: where a reader sees it, its chapter, what is wrong, what to do, and the file behind it."""

    problem: Problem
    place: str
    chapter: str
    message: str
    hint: str

    file: str


def tell_findings(problems: Iterable[Problem], reading: Reading | None) -> list[ToldFinding]:
    """Every finding once, in the order of print."""
    order = {} if reading is None else reading.file_order
    return [_tell_finding(problem, reading) for problem in sort_problems(problems, order)]


_NAMED_FIRST = re.compile(r"“([^”]+)”: (?=\S)")


def _tell_finding(problem: Problem, reading: Reading | None) -> ToldFinding:
    place, message = describe_place(reading, problem), problem.message
    # The row is named by the place already.
    if (named := _NAMED_FIRST.match(message)) is not None and named[1].rstrip("…") in place:
        message = message[named.end() :]
    prefix = "" if reading is None else f"{reading.folder.name}/"
    file = str(problem.location).removeprefix(prefix)
    return ToldFinding(problem, place, find_chapter(reading, problem), message, problem.hint, file)


def write_report(problems: Iterable[Problem], reading: Reading | None, *, whole: bool) -> list[str]:
    """The findings as lines: those to be mended, then those to be looked at, by rule; with many a summary first."""
    told = tell_findings(problems, reading)
    if not told:
        return ["Tidak ada temuan."]
    lines: list[str] = []
    is_long = len(told) > LONG
    if is_long:
        lines += [*_write_summary(told), ""]
    for head, is_error in (("Harus diperbaiki", True), ("Perlu dilihat", False)):
        group = [one for one in told if one.problem.is_error is is_error]
        if group:
            lines += [f"{head} ({len(group)})", *_write_group(group, cut=is_long and not whole), ""]
    if is_long and not whole:
        lines.append("Semua temuan satu per satu: renjadoc periksa FOLDER --rinci")
    return [*lines, count_findings(told)]


def count_findings(told: list[ToldFinding]) -> str:
    return f"{count_problems([one.problem for one in told])} Penjelasan sebuah aturan: renjadoc aturan KODE"


def _group_by_code(told: list[ToldFinding]) -> dict[str, list[ToldFinding]]:
    groups: dict[str, list[ToldFinding]] = {}
    for one in told:
        groups.setdefault(one.problem.code, []).append(one)
    return dict(sorted(groups.items()))


def _write_summary(told: list[ToldFinding]) -> Iterator[str]:
    """The counts that fit on a screen: those to be mended in full, of the others the rules with most findings."""
    titles = titles_by_code()
    yield f"Ringkasan: {count_findings(told).partition('.')[0]}."
    counted = sorted(_group_by_code(told).values(), key=lambda group: (not group[0].problem.is_error, -len(group)))
    for group in counted[:_SCREEN]:
        problem = group[0].problem
        mark = "!" if problem.is_error else " "
        yield f"{mark} {len(group):5}  {titles.get(problem.code, '')} ({problem.code})"
    if len(counted) > _SCREEN:
        rest = counted[_SCREEN:]
        yield f"  {sum(map(len, rest)):5}  dari {len(rest)} aturan lain"


#: The lines of a summary: a terminal shows 24.
_SCREEN = 18


def _write_group(group: list[ToldFinding], *, cut: bool) -> Iterator[str]:
    titles = titles_by_code()
    for code, found in _group_by_code(group).items():
        yield f"  {titles.get(code, code)} ({code})"
        shown = found[:_FEW] if cut else found
        yield from write_lines(
            Line(one.place or one.file, one.message, one.file if one.place else "", one.hint) for one in shown
        )
        yield from say_rest(len(found) - len(shown), "    ")


def list_rows(told: list[ToldFinding]) -> dict[str, list[tuple[str, ...]]]:
    """The findings as rows of `HEADS` by chapter, in the order of the chapters; what is outside of them last."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    titles = titles_by_code()
    for one in sorted(told, key=lambda one: (one.chapter == OUTSIDE, _chapter_order(one.chapter))):
        rule = f"{one.problem.code} {titles.get(one.problem.code, '')}".strip()
        cells = (one.place, one.message, one.hint, rule, one.file)
        rows.setdefault(one.chapter, []).append(cells)
    return rows


def _chapter_order(chapter: str) -> int:
    order = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    sign = chapter.split()[1] if chapter.startswith("BAB ") else ""
    return order.index(sign) if sign in order else len(order)
