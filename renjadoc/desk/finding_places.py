"""Where a finding is, in the words of those who read the document; the words are those of `periksa`."""

from __future__ import annotations

import re

from renjadoc.checks.places import describe_place
from renjadoc.desk.inspection import Inspection
from renjadoc.problem import Location, Problem
from renjadoc.reading import Reading

_WORD = re.compile(r"tambahkan “([^”]+)” ke kamus\.txt")


def name_finding(inspection: Inspection, problem: Problem) -> str:
    """Where a finding is: `Tabel 3.1, Arsip, kolom Target`; nothing where that cannot be said."""
    return describe_place(inspection.reading, problem) or _name_line(problem)


def name_pointer(reading: Reading, file: str, pointer: str) -> str:
    """What a place of a file of the folder is called; nothing where that cannot be said."""
    location = Location(f"{reading.folder.name}/{file}", pointer=pointer)
    return describe_place(reading, Problem("", location, ""))


def find_unknown_word(problem: Problem) -> str:
    """The word that a finding would have in the office's own word list; nothing for all other findings."""
    found = _WORD.search(problem.hint)
    return found[1] if found else ""


def _name_line(problem: Problem) -> str:
    return f"baris berkas {problem.location.line}" if problem.location.line else ""
