"""What the files of a folder held when they were read, in short: what is written later must be about those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from renjadoc import journal
from renjadoc.problem import Location, Problem, ProblemsFound

#: Path relative to the folder -> digest of its bytes; files that were not there are not in it.
Stamps = Mapping[str, str]


def stamp_folder(root: Path) -> Stamps:
    """The stamps of all files of the content. Take them before the folder is read: what changes after that shows."""
    places = ("", "tabel", "regulasi", "lampiran", "kerangka")
    paths = [path for place in places for path in sorted((root / place).glob("*.json"))]
    return stamp_files(root, [path.relative_to(root).as_posix() for path in paths])


def stamp_files(root: Path, names: Iterable[str]) -> dict[str, str]:
    """The stamps of some files, as they are now; what cannot be read has none."""
    found = {name: _stamp_file(root, name) for name in names}
    return {name: said for name, said in found.items() if said}


def refuse_changed(root: Path, names: Iterable[str], read: Stamps) -> None:
    """Raise ProblemsFound if somebody wrote one of the files since `read`: what was shown is no longer true."""
    names = list(names)
    now = stamp_files(root, names)
    changed = [name for name in names if now.get(name) != read.get(name)]
    if changed:
        raise ProblemsFound([changed_problem(root / name) for name in changed])


def changed_problem(path: Path) -> Problem:
    """What is said of a file that was written while somebody looked at what would become of it."""
    hint = "Tidak ada yang ditulis. Jalankan perintah ini lagi."
    return Problem("RJ050", Location(str(path)), "berkas ini diubah sementara menunggu jawaban", hint)


def _stamp_file(root: Path, name: str) -> str:
    try:
        return journal.digest(journal.read_within(root, name))
    except OSError:
        return ""
