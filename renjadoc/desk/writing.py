"""What is written by hand on the page, into the folder: as every import is written, and refused where it is stale."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from renjadoc import journal, opening, save
from renjadoc.content.folder import MAX_WORDS
from renjadoc.content.load import load_source
from renjadoc.content.pointers import follow_pointer
from renjadoc.edits import changeset
from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from renjadoc.edits.stamps import stamp_files
from renjadoc.problem import Location, Problem, ProblemsFound

_STALE_HINT = "Yang Anda tulis belum disimpan. Salin dahulu bila perlu, lalu muat ulang halaman ini."
#: The office's own words, one a line.
_WORDS = "kamus.txt"
#: Two windows write one after the other.
_lock = threading.Lock()


class Seen(NamedTuple):
    """What the page showed when it was written: a value of a file, None where there was none."""

    file: str
    pointer: str
    value: Any


def write_edits(root: Path, edits: Iterable[Edit], action: str, seen: Iterable[Seen] = ()) -> int:
    """Write edits into the folder `root`; how many files. Raises ProblemsFound; then nothing was written.

    Refused is what would make a fault that was not there before, and what was made of something that is not there any
    more (`seen`). `action` is what the history calls it.
    """
    edits = list(edits)
    with _lock:
        read = stamp_files(root, {edit.file for edit in edits})
        _refuse_stale(root, seen)
        texts = write_texts(root, edits, read)
        files = {name: text for name, text in texts.items() if journal.digest(text.encode("utf-8")) != read.get(name)}
        _refuse_new_faults(root, files)
        changeset.write_files(root, files, read, datetime.now(), action)
        return len(files)


def add_word(root: Path, word: str) -> Path:
    """Put a word into the office's own list, kamus.txt; where that is. Raises ProblemsFound."""
    path = root / _WORDS
    with _lock, journal.lock_folder(root):
        try:
            held = opening.read_file(path, MAX_WORDS, root).decode("utf-8-sig") if path.exists() else ""
        except (OSError, UnicodeDecodeError) as error:
            hint = "Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8."
            raise ProblemsFound([Problem("RJ002", Location(_WORDS), f"tidak dapat dibaca ({error})", hint)]) from error
        if word.casefold() not in held.casefold().split():
            ended = held if not held or held.endswith("\n") else f"{held}\n"
            save.write_file(path, f"{ended}{word}\n".encode())
    return path


def read_value(root: Path, file: str, pointer: str) -> Any:
    """What a file of the folder holds at a pointer now; None where nothing is."""
    source, problems = load_source(root / file, file)
    try:
        return None if source is None or problems else follow_pointer(source.data, pointer)
    except (LookupError, ValueError, TypeError):
        return None


def _refuse_stale(root: Path, seen: Iterable[Seen]) -> None:
    stale = {one.file for one in seen if read_value(root, one.file, one.pointer) != one.value}
    message = "isi ini sudah diubah di jendela lain atau oleh orang lain sesudah dibuka di sini"
    if stale:
        raise ProblemsFound([Problem("RJ050", Location(file), message, _STALE_HINT) for file in sorted(stale)])


def _refuse_new_faults(root: Path, files: changeset.Files) -> None:
    """Raise ProblemsFound for errors that `files` would bring; those that are there already may wait."""
    if not files:
        return
    before = Counter(map(_identify, changeset.read_trial(root, {})))
    found = []
    for problem in changeset.read_trial(root, files):
        known = _identify(problem)
        if problem.is_error and not before[known]:
            found.append(problem)
        before[known] -= 1
    if found:
        raise ProblemsFound(found)


def _identify(problem: Problem) -> tuple[str, str, str]:
    """A fault without its place in the file, which moves with what is written before it."""
    return problem.code, problem.location.file.rpartition("/")[2], problem.message
