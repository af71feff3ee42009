"""What is known of a content folder at the moment: findings and open matters, examined anew when a file changed."""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass
from pathlib import Path

from renjadoc.checks.run import Examination
from renjadoc.examine import examine_folder, list_notes
from renjadoc.journal import BACKUPS
from renjadoc.pipeline import name_file
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from renjadoc.save import UNFINISHED


@dataclass(frozen=True)
class Inspection:
    """A folder as it reads (None where its dokumen.json cannot be used), its findings, and what else must be known."""

    path: Path
    reading: Reading | None
    examination: Examination
    notes: list[str]

    @property
    def problems(self) -> list[Problem]:
        return self.examination.problems

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.is_error]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.is_error]

    def relative(self, problem: Problem) -> str:
        """The file of a finding within the folder."""
        return problem.location.file.removeprefix(f"{self.path.as_posix()}/")


def name_place(reading: Reading | None, file: str) -> str:
    """Where a reader of the document sees what a file of the folder says: `Tabel 2.1 Evaluasi …`, `BAB II …`."""
    if reading is None:
        return file
    room, _, stem = file.removesuffix(".json").rpartition("/")
    if room == "tabel" and stem in reading.tables:
        placed = reading.outline.placed.get(stem)
        title = " ".join(map(reading.printed, reading.tables[stem].data["judul"]))
        label = placed.label if placed is not None else "Tabel"
        return f"{label} {title}" if title else f"Tabel tanpa judul ({stem})"
    for section in reading.outline.all_sections:
        if section.level == 1 and reading.folder.relative(section.source) == file:
            return f"{section.label} {reading.printed(section.data['judul'])}".strip()
    return {
        "dokumen": "Sampul dan tanda tangan",
        "regulasi": "Daftar dasar hukum",
        "kamus.txt": "Daftar kata",
        "tinjau": "Yang perlu ditinjau",
        "telaah": "Catatan penelaah",
        "peraturan": "Pengetahuan peraturan",
    }.get(room or stem, file)


Stamp = tuple[tuple[str, int, int], ...]
_known: dict[Path, tuple[Stamp, Inspection]] = {}
_turns: dict[Path, threading.Lock] = {}


def inspect_folder(path: Path) -> Inspection:
    """The findings of a folder; those of an unchanged one are kept, and all who ask at one moment get the same."""
    with _turns.setdefault(path, threading.Lock()):
        stamp = stamp_files(path)
        held = _known.get(path)
        if held is not None and held[0] == stamp:
            return held[1]
        reading, outcome = examine_folder(path)
        inspection = Inspection(path, reading, outcome, list_notes(outcome))
        _known[path] = stamp, inspection
        return inspection


def document_path(path: Path, reading: Reading) -> Path:
    """Where the document of a folder is made: beside the folder, under the name that `renjadoc buat` gives it."""
    return path.parent / name_file(reading.folder, "Renja")


def stamp_files(path: Path) -> Stamp:
    """All files of a folder by name, time and size, but old versions that are kept and what is just being written."""
    found: list[tuple[str, int, int]] = []
    # Files come and go while they are listed: somebody may be writing.
    for folder, inner, names in os.walk(path):
        inner[:] = [name for name in inner if name != BACKUPS]
        for name in names:
            if name.startswith(UNFINISHED):
                continue
            with contextlib.suppress(OSError):
                state = os.stat(os.path.join(folder, name))
                found.append((os.path.join(folder, name), state.st_mtime_ns, state.st_size))
    return tuple(sorted(found))
