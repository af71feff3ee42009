"""Examines a content folder: everything wrong with its files, references and meaning."""

from __future__ import annotations

from pathlib import Path

from renjadoc import buglog
from renjadoc.checks.registry import CHECKS
from renjadoc.checks.run import Outcome, not_run, run
from renjadoc.content import folder as folders
from renjadoc.reading import Reading


def examine(root: Path) -> tuple[Reading | None, Outcome]:
    """The folder as it reads (None if its dokumen.json cannot be used) and every problem found in it."""
    folder, problems = folders.read_folder(root)
    if folder is None:
        blind = [not_run(root.as_posix(), CHECKS)] if root.is_dir() else []
        return None, Outcome([*problems, *blind])
    reading = Reading(folder)
    outcome = run(reading, CHECKS)
    outcome.problems = [*problems, *reading.problems, *outcome.problems]
    return reading, outcome


def notes(outcome: Outcome) -> list[str]:
    """What the reader of a report must know beside its findings: rules switched off, and faults of renjadoc itself."""
    said = [
        f"Aturan {code} dimatikan ({count} temuan tidak ditampilkan): {reason}"
        for code, (reason, count) in outcome.off.items()
    ]
    if outcome.crashes:
        said.append(buglog.write("\n".join(outcome.crashes.values())))
    return said
