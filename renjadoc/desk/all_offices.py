"""All offices of a folder in one run: what `renjadoc massal` makes, and the two lists that it is held against."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from renjadoc import journal, save
from renjadoc.batch import memory
from renjadoc.batch.archives import find_zips, open_zips
from renjadoc.batch.ceilings import read_ceilings
from renjadoc.batch.crew import work_through
from renjadoc.batch.expected import read_expected
from renjadoc.batch.office import OfficeResult, Task
from renjadoc.batch.offices import find_offices, finish_summary, tell_others
from renjadoc.batch.summary import Summary, write_workbook
from renjadoc.batch.workers import local_workers
from renjadoc.checks.registry import titles_by_code
from renjadoc.problem import Location, Problem, ProblemsFound

#: Where the documents of all offices are made, below the folder of content folders.
RESULTS = "Hasil"
SUMMARY = "Ringkasan.xlsx"
#: The lists that the user gives, beside the content folders.
EXPECTED = "Daftar perangkat daerah.txt"
_CEILINGS = ("Plafon.xlsx", "Plafon.csv")

Tell = Callable[[int, int, OfficeResult, float], None]


class OfficeLists(NamedTuple):
    """What the offices are held against: the file of their plafon, None without; the names that there should be."""

    ceilings: Path | None
    expected: list[str]


def read_lists(root: Path) -> OfficeLists:
    """The lists that lie in a folder. Raises ProblemsFound for one that cannot be read."""
    ceilings = next((root / name for name in _CEILINGS if (root / name).is_file()), None)
    return OfficeLists(ceilings, read_expected(root / EXPECTED) if (root / EXPECTED).is_file() else [])


def keep_expected(root: Path, text: str) -> Path:
    """Keep the names of the offices that there should be; where that is."""
    journal.replace_file(root / EXPECTED, f"{text.strip()}\n".encode())
    return root / EXPECTED


def keep_ceilings(root: Path, name: str, data: bytes) -> int:
    """Keep a list of plafon in the place of the one before; how many offices it has. Raises ProblemsFound.

    What stood there lies in `.cadangan` beside it.
    """
    kind = Path(name).suffix.lower()
    target = next((root / one for one in _CEILINGS if one.endswith(kind) and kind), None)
    if target is None:
        hint = "Simpan sebagai .xlsx atau .csv, dengan kolom “Perangkat Daerah” dan “Plafon”."
        raise ProblemsFound([Problem("RJ070", Location(name), "jenis berkas ini tidak dikenal", hint)])
    trial = target.with_name(f".baru-{target.name}")
    save.write_file(trial, data)
    try:
        count = len(read_ceilings(trial))
        journal.replace_file(target, data)
        # Of two lists the first would be read.
        for other in (root / one for one in _CEILINGS if root / one != target):
            journal.put_away(other)
        return count
    finally:
        trial.unlink(missing_ok=True)


def make_all(root: Path, tell: Tell) -> Summary:
    """What `renjadoc massal` makes of all folders and zips of `root`, below its RESULTS. Raises ProblemsFound.

    A Ringkasan that cannot be written is told among what was found.
    """
    output = root / RESULTS
    lists = read_lists(root)
    ceilings = read_ceilings(lists.ceilings) if lists.ceilings else None
    with open_zips(find_zips(root, output), output) as zips:
        offices = find_offices(root, output, zips)
        tasks = [Task(one.folder, one.label, output / f"{one.stem}.docx") for one in offices]
        begun = time.monotonic()
        results: list[OfficeResult] = []
        for result in work_through(tasks, local_workers(min(os.cpu_count() or 1, 4))):
            results.append(result)
            each = (time.monotonic() - begun) / len(results)
            tell(len(results), len(tasks), result, each * (len(tasks) - len(results)))
        seconds, others = time.monotonic() - begun, list(tell_others(root, output))
        summary = finish_summary(results, seconds, tasks, zips, others, lists.expected, ceilings)
    try:
        memory.write_report(output / SUMMARY, write_workbook(summary, titles_by_code()))
    except ProblemsFound as error:  # The documents are made all the same.
        untold = (f"Ringkasan tidak ditulis: {one.message}. {one.hint}" for one in error.problems)
        return replace(summary, found=(*summary.found, *untold))
    return summary
