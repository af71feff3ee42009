"""Compares two folders: narrative by section, programs with their amounts, all other values."""

from __future__ import annotations

from renjadoc.comparison import narrative, plans, values
from renjadoc.comparison.differences import Comparison
from renjadoc.reading import Reading


def compare(old: Reading, new: Reading) -> Comparison:
    """Everything that differs between two folders."""
    return Comparison(
        old.folder.name,
        new.folder.name,
        plans.compare_totals(old, new),
        narrative.compare_narratives(old, new),
        list(plans.compare_plans(old, new)),
        values.compare_values(old, new),
    )
