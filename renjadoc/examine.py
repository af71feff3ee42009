"""Examines a content folder: everything wrong with its files, references and meaning."""

from __future__ import annotations

from pathlib import Path

from renjadoc import buglog
from renjadoc.checks.registry import RULES
from renjadoc.checks.run import Examination, report_blind, run_rules
from renjadoc.content import folder as folders
from renjadoc.reading import Reading


def examine_folder(root: Path) -> tuple[Reading | None, Examination]:
    """The folder as it reads (None if its dokumen.json cannot be used) and every problem found in it."""
    folder, problems = folders.read_folder(root)
    if folder is None:
        blind = [report_blind(root.as_posix(), RULES)] if root.is_dir() else []
        return None, Examination([*problems, *blind])
    reading = Reading(folder)
    examination = run_rules(reading, RULES)
    examination.problems = [*problems, *reading.problems, *examination.problems]
    return reading, examination


def list_notes(examination: Examination) -> list[str]:
    """What the reader of a report must know beside its findings: rules switched off, and faults of renjadoc itself."""
    said = [
        f"Aturan {code} dimatikan ({count} temuan tidak ditampilkan): {reason}"
        for code, (reason, count) in examination.off.items()
    ]
    if examination.crashes:
        said.append(buglog.write_log("\n".join(examination.crashes.values())))
    return said
