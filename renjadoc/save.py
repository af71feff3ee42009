"""Writes files whole or not at all, and never over what a person edited."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from renjadoc import opening
from renjadoc.problem import Location, Problem, ProblemsFound, say_refusal

#: How the name of a file begins that is still being written.
UNFINISHED = ".renjadoc-"
#: On Windows scanners and cloud folders hold a file for a moment: so long, in seconds, is waited before each other try.
_PAUSES = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()


def move(source: Path, target: Path) -> None:
    """Rename a file or folder, over a file that stands there. Raises OSError, PermissionError once nothing helped."""
    for pause in _PAUSES:
        with contextlib.suppress(PermissionError):
            os.replace(source, target)
            return
        time.sleep(pause)
    os.replace(source, target)


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step; what stood there stays until then. Raises ProblemsFound."""
    if lock_owner(path):
        raise ProblemsFound([_locked_problem(path)])
    temporary = None
    try:
        if os.path.exists(path) and not opening.is_plain(path):
            raise opening.Refused(path, "bukan berkas biasa")
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=UNFINISHED, delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_file_mode(path))
        move(temporary, path)
    except PermissionError as error:
        raise ProblemsFound([_locked_problem(path) if path.exists() else _unwritable_problem(path, error)]) from error
    except OSError as error:
        raise ProblemsFound([_unwritable_problem(path, error)]) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def make_folder(target: Path, fill: Callable[[Path], None]) -> None:
    """Make the folder `target` in one step: `fill` gets a path beside it, and it is renamed when that is done.

    Raises ProblemsFound when it is there already or cannot be written; then nothing was made.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        hint = "Pilih nama folder lain; tidak ada yang diubah."
        message = "folder itu sudah ada dan tidak kosong" if target.is_dir() else "sudah ada berkas dengan nama itu"
        raise ProblemsFound([Problem("RJ050", Location(str(target)), message, hint)])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=UNFINISHED) as temporary:
            made = Path(temporary, "isi")
            fill(made)
            if target.is_dir():
                target.rmdir()
            move(made, target)
    except OSError as error:
        hint = "Periksa hak tulis dan sisa ruang, atau pilih tempat lain."
        message = f"folder tidak dapat dibuat ({say_refusal(error)})"
        raise ProblemsFound([Problem("RJ050", Location(str(target)), message, hint)]) from error


def _file_mode(path: Path) -> int:
    """The rights a file had, or those a new one gets here."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def lock_owner(path: Path) -> Path | None:
    """The file that Word or LibreOffice keeps beside a document that is open, if there is one."""
    word = path.with_name("~$" + (path.name[2:] if len(path.stem) > 6 else path.name))
    libre = path.with_name(f".~lock.{path.name}#")
    # os.path asks quietly: the name of a lock may be longer than file systems take, and then there is none.
    return next((lock for lock in (word, libre) if os.path.exists(lock)), None)


def _locked_problem(path: Path) -> Problem:
    hint = "Tutup dokumen itu di Word, lalu jalankan lagi; atau pilih nama lain dengan -o."
    return Problem("RJ050", Location(str(path)), "berkas sedang terbuka di Word atau terkunci", hint)


def _unwritable_problem(path: Path, error: OSError) -> Problem:
    hint = "Periksa hak tulis dan sisa ruang, atau pilih tempat lain dengan -o."
    return Problem("RJ050", Location(str(path)), f"berkas tidak dapat ditulis ({say_refusal(error)})", hint)
