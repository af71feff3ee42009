"""Compares two folders: narrative by section, programs with their amounts, all other values."""

from __future__ import annotations

from renjadoc.comparison import cells, narrative, programs
from renjadoc.comparison.found import Comparison
from renjadoc.reading import Reading


def compare(old: Reading, new: Reading) -> Comparison:
    """Everything that differs between two folders."""
    return Comparison(
        old.folder.name,
        new.folder.name,
        programs.compare_totals(old, new),
        narrative.changes(old, new),
        list(programs.rows(old, new)),
        [*cells.office(old, new), *cells.regulations(old.folder, new.folder), *cells.tables(old, new)],
    )
