"""What the Renja of a year has to cite and the list of regulations lacks, told when a year is begun."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.checks.planning_basis import list_basis
from renjadoc.checks.regulations import short_name, walk_listed
from renjadoc.reading import Reading


def find_missing_basis(reading: Reading, tahun: int) -> Iterator[str]:
    """Each plan or guideline that a Renja of that year rests on and that is not listed, as people call it."""
    listed = [entry for _, _, entry in walk_listed(reading)]
    for basis in list_basis(tahun) if listed else ():
        if not any(basis.is_met_by(entry, tahun) for entry in listed):
            known = f": {short_name(basis.entry)}" if basis.entry else f" {tahun}" if basis.dated else ""
            unsure = " (cocokkan nomornya)" if basis.certainty == "ingatan" else ""
            yield f"{basis.role}{known}{unsure}"
