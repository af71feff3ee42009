"""What is known of a content folder at the moment: findings and open matters, examined anew when a file changed."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from renjadoc.examine import examine_folder, list_notes
from renjadoc.pipeline import name_file
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from renjadoc.word import package


@dataclass(frozen=True)
class Inspection:
    """A folder as it reads (None where its dokumen.json cannot be used), its findings, and what else must be known."""

    path: Path
    reading: Reading | None
    problems: list[Problem]
    notes: list[str]

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.is_error]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.is_error]

    def relative(self, problem: Problem) -> str:
        """The file of a finding within the folder."""
        return problem.location.file.removeprefix(f"{self.path.as_posix()}/")


@dataclass(frozen=True)
class DocumentBeside:
    """A Word document that was made of a folder, and whether somebody edited it since."""

    path: Path
    edited: bool


def name_place(reading: Reading | None, file: str) -> str:
    """Where a reader of the document sees what a file of the folder says: `Tabel 2.1 Evaluasi …`, `BAB II …`."""
    if reading is None:
        return file
    room, _, stem = file.removesuffix(".json").rpartition("/")
    placed = reading.outline.placed.get(stem)
    if room == "tabel" and placed is not None:
        title = " ".join(map(reading.printed, reading.folder.tabel[stem].data["judul"]))
        return f"{placed.label} {title}" if title else f"Tabel tanpa judul ({stem})"
    for section in reading.outline.all_sections:
        if section.level == 1 and reading.folder.relative(section.source) == file:
            return f"{section.label} {reading.printed(section.data['judul'])}".strip()
    return {"dokumen": "Sampul dan tanda tangan", "regulasi": "Daftar dasar hukum"}.get(room or stem, file)


_Stamp = tuple[tuple[str, int, int], ...]
_known: dict[Path, tuple[_Stamp, Inspection]] = {}
_lock = threading.Lock()


def inspect_folder(path: Path) -> Inspection:
    """The findings of a folder; those of an unchanged one are kept."""
    stamp = _stamp(path)
    with _lock:
        held = _known.get(path)
    if held is not None and held[0] == stamp:
        return held[1]
    reading, outcome = examine_folder(path)
    inspection = Inspection(path, reading, outcome.problems, list_notes(outcome))
    with _lock:
        _known[path] = stamp, inspection
    return inspection


def find_document(path: Path, inspection: Inspection) -> DocumentBeside | None:
    """The Word document of a folder beside it, if it was made."""
    if inspection.reading is None:
        return None
    docx = document_path(path, inspection.reading)
    return DocumentBeside(docx, not package.is_untouched(docx)) if docx.is_file() else None


def document_path(path: Path, reading: Reading) -> Path:
    """Where the document of a folder is made: beside the folder, under the name that `renjadoc buat` gives it."""
    return path.parent / name_file(reading.folder, "Renja")


def _stamp(path: Path) -> _Stamp:
    """All files of a folder by name, time and size; what is kept of old versions is none of them."""
    files = (file for file in path.rglob("*") if file.is_file() and ".cadangan" not in file.parts)
    return tuple(sorted((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files))
