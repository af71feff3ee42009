"""What is written by hand on the page, into the folder: as every import is written, and refused where it is stale."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from renjadoc import journal, opening
from renjadoc.content.folder import MAX_WORDS
from renjadoc.content.load import load_source
from renjadoc.content.pointers import follow_pointer
from renjadoc.edits import changeset
from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from renjadoc.edits.stamps import stamp_files
from renjadoc.problem import Location, Problem, ProblemsFound

_STALE_HINT = "Yang Anda tulis belum disimpan. Salin dahulu bila perlu, lalu muat ulang halaman ini."
_GONE_HINT = "Yang Anda tulis belum disimpan. Salin dahulu bila perlu, lalu kembali ke halaman pertama."
#: The office's own words, one a line.
WORDS = "kamus.txt"
#: What no word is written with.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
#: Two windows write one after the other.
_lock = threading.RLock()


class Seen(NamedTuple):
    """What the page showed when it was written: a value of a file, None where there was none."""

    file: str
    pointer: str
    value: Any


def write_edits(
    root: Path, edits: Iterable[Edit], action: str, seen: Iterable[Seen] = (), files: changeset.Files | None = None
) -> int:
    """Write edits, and whole files beside them, into the folder `root`; how many files. Raises ProblemsFound.

    Then nothing was written. Refused is what would make a fault that was not there before, and what was made of
    something that is not there any more (`seen`). `action` is what the history calls it.
    """
    edits, whole = list(edits), dict(files or {})
    if not root.is_dir():
        message = "folder isi ini tidak ada lagi: dipindah, dihapus, atau berganti nama"
        raise ProblemsFound([Problem("RJ004", Location(root.name), message, _GONE_HINT)])
    with _lock:
        read = stamp_files(root, {edit.file for edit in edits} | whole.keys())
        _refuse_stale(root, seen)
        texts = {**write_texts(root, edits, read), **whole}
        changed = {name: new for name, new in texts.items() if _digest(new) != read.get(name, "")}
        _refuse_new_faults(root, changed)
        changeset.write_files(root, changed, read, datetime.now(), action)
        return len(changed)


def read_words(root: Path) -> str:
    """The office's own words as they are written, empty where there are none yet. Raises ProblemsFound."""
    path = root / WORDS
    try:
        return opening.read_file(path, MAX_WORDS, root).decode("utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        hint = "Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8."
        raise ProblemsFound([Problem("RJ002", Location(WORDS), f"tidak dapat dibaca ({error})", hint)]) from error


def write_words(root: Path, text: str, action: str, seen: str) -> int:
    """Let the office's own words be `text`; `seen` is what they were when it was written. Raises ProblemsFound."""
    if _UNSEEN.search(text):
        hint = "Ketik kata itu sekali lagi, tanpa menyalinnya."
        raise ProblemsFound([Problem("RJ002", Location(WORDS), "ada karakter yang tidak tampak", hint)])
    if read_words(root) != seen:
        message = "daftar kata ini sudah diubah di jendela lain atau oleh orang lain sesudah dibuka di sini"
        raise ProblemsFound([Problem("RJ050", Location(WORDS), message, _STALE_HINT)])
    return write_edits(root, [], action, files={WORDS: text})


def add_word(root: Path, word: str) -> int:
    """Put a word into the office's own list, kamus.txt; how many files that wrote. Raises ProblemsFound."""
    with _lock:
        held = read_words(root)
        if word.casefold() in held.casefold().split():
            return 0
        ended = held if not held or held.endswith("\n") else f"{held}\n"
        return write_words(root, f"{ended}{word}\n", f"“{word}” ditambahkan ke kamus", held)


def read_value(root: Path, file: str, pointer: str) -> Any:
    """What a file of the folder holds at a pointer now; None where nothing is."""
    source, problems = load_source(root / file, file)
    try:
        return None if source is None or problems else follow_pointer(source.data, pointer)
    except (LookupError, ValueError, TypeError):
        return None


def _digest(new: str | bytes | None) -> str:
    return journal.digest(new.encode("utf-8") if isinstance(new, str) else new)


def _refuse_stale(root: Path, seen: Iterable[Seen]) -> None:
    stale = {one.file for one in seen if read_value(root, one.file, one.pointer) != one.value}
    message = "isi ini sudah diubah di jendela lain atau oleh orang lain sesudah dibuka di sini"
    if stale:
        raise ProblemsFound([Problem("RJ050", Location(file), message, _STALE_HINT) for file in sorted(stale)])


def _refuse_new_faults(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Raise ProblemsFound for errors that `files` would bring; those that are there already may wait."""
    if not files:
        return
    after = [problem for problem in changeset.read_trial(root, files) if problem.is_error]
    if not after:
        return
    before = Counter(map(_identify, changeset.read_trial(root, {})))
    # Each old fault excuses one of its kind.
    found = []
    for problem in after:
        known = _identify(problem)
        if not before[known]:
            found.append(problem)
        before[known] -= 1
    if found:
        raise ProblemsFound(found)


def _identify(problem: Problem) -> tuple[str, str, str]:
    """A fault without its place in the file, which moves with what is written before it."""
    return problem.code, problem.location.file.rpartition("/")[2], problem.message
