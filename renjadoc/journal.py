"""Several files of a folder written as one change: all of them or none, whatever stops it, and one writer at a time.

What is to be written is laid down beside the old texts in `.cadangan/` first, and becomes a promise by one renaming.
From then on whoever opens the folder next carries it out, if the one who made it did not live to do so.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import Any

from renjadoc import opening, save
from renjadoc.problem import Location, Problem, ProblemsFound, say_refusal

BACKUPS = ".cadangan"
#: Beside the old files: which action wrote what.
NOTE = "catatan.json"
#: The promise: old files, note, and the new ones below.
_PROMISE, _NEW = ".tulis", ".baru"
_LOCK = ".kunci"
#: Of one file, old or new.
MAX_BYTES = 64 * 1024 * 1024
#: Another writer is done within a second; one that is not for so long hangs.
WAIT_SECONDS = 20
_MOST_FILES = 2_000
#: Of a document or workbook that is replaced: larger ones are no results of ours.
_MOST_OF_RESULT = 1024 * 1024 * 1024
_NAME = re.compile(r"[\w-]{1,60}")
#: What a folder is written in beside JSON: the office's own words and codes, and pictures in their room.
_OWN_LISTS, _PICTURES, _PICTURE_KINDS = {"kamus.txt", "nomenklatur.csv"}, "gambar", {".png", ".jpg", ".jpeg"}

#: Path relative to the folder -> new bytes, None for a file that goes.
NewFiles = Mapping[str, bytes | None]


@contextmanager
def lock_folder(root: Path) -> Iterator[None]:
    """Be the only one who writes into the folder; the lock goes with its process. Raises ProblemsFound."""
    import filelock  # Late: who only reads a folder locks nothing, and it loads slowly.

    place = root / BACKUPS / _LOCK
    try:
        _refuse_links(root, [f"{BACKUPS}/{_LOCK}"])
        if os.path.lexists(place) and not stat.S_ISREG(os.lstat(place).st_mode):
            raise opening.Refused(place, "bukan berkas biasa")  # Taking the lock may empty what a link leads to.
        place.parent.mkdir(exist_ok=True)
        lock = filelock.FileLock(place, timeout=WAIT_SECONDS)
        lock.acquire()
    except filelock.Timeout as error:
        raise _refuse(root, "folder ini sedang ditulis oleh perintah lain", "Tunggu sampai selesai.") from error
    except (OSError, NotImplementedError) as error:
        why = say_refusal(error) if isinstance(error, OSError) else error
        hint = "Periksa hak tulis, atau salin folder ini ke komputer sendiri."
        raise _refuse(root, f"folder tidak dapat ditulis ({why})", hint) from error
    try:
        yield
    finally:
        lock.release()


def write_together(root: Path, files: NewFiles, name: str, action: str, taken: Collection[str] = ()) -> Path:
    """Write all files or none, within `lock_folder` and after `finish_writing`; where the old ones are kept.

    Raises ProblemsFound.
    The kept files are called `name` in `.cadangan`, or that with a number; `action` says who writes, `taken` marks what
    of a document is written by it.
    """
    kept = _find_free(root / BACKUPS / name)
    old: dict[str, bytes] = {}
    try:
        _refuse_links(root, files)
        old = {file: read_within(root, file) for file in files if (root / file).is_file()}
        said = {"perintah": action, "nama": kept.name} | ({"diambil": sorted(taken)} if taken else {})
        _make_promise(root, files, old, said)
        _carry_out(root, _read_promise(root))
        _keep(root, kept.name)
    except BaseException as error:  # Also Ctrl+C: what is said to be undone must be.
        _take_back(root, files, old)
        if not isinstance(error, OSError):
            raise
        hint = "Tidak ada yang ditulis. Periksa hak tulis dan sisa ruang."
        raise _refuse(root, f"folder tidak dapat ditulis ({say_refusal(error)})", hint) from error
    return kept


def replace_file(path: Path, data: bytes) -> Path | None:
    """Write `data` over a result that people may have edited; where a copy of that is kept, None where none is needed.

    A copy lies in `.cadangan` beside the file, as the old files of a folder do. Raises ProblemsFound.
    """
    if not os.path.lexists(path):
        save.write_file(path, data)
        return None
    place = _name_copy(path)
    try:
        _refuse_links(path.parent, [f"{BACKUPS}/{place.name}"])
        old = opening.read_file(path, _MOST_OF_RESULT)
        if old == data:
            return None
        save.write_file(place / path.name, old)
        save.write_file(path, data)
    except BaseException as error:
        shutil.rmtree(place, ignore_errors=True)
        if not isinstance(error, OSError):
            raise
        message = f"salinan berkas yang akan diganti tidak dapat disimpan ({say_refusal(error)})"
        raise _refuse(path, message, "Tidak ada yang diganti. Pilih nama lain dengan -o.") from error
    return place / path.name


def put_away(path: Path) -> None:
    """Take a file that is used no more, if it is there, to where copies of it are kept. Raises ProblemsFound."""
    if not os.path.lexists(path):
        return
    place = _name_copy(path)
    try:
        _refuse_links(path.parent, [f"{BACKUPS}/{place.name}"])
        place.mkdir(parents=True)
        path.replace(place / path.name)
    except OSError as error:
        raise _refuse(path, f"berkas tidak dapat dipindah ({say_refusal(error)})", "Periksa hak tulisnya.") from error


def _name_copy(path: Path) -> Path:
    """A new folder for the copy of a file, by the time of now."""
    return _find_free(path.parent / BACKUPS / f"{datetime.now():%Y-%m-%d_%H%M%S}")


def say_kept(kept: Path | None) -> list[str]:
    """What is said of the copy that `replace_file` kept."""
    return [f"Yang tadinya ada di sana disimpan di {kept}."] if kept else []


def finish_writing(root: Path) -> None:
    """Carry out what a writer promised and did not live to do. Raises ProblemsFound, also for what must be said of it.

    Within `lock_folder`; see `heal_folder`.
    """
    if not (root / BACKUPS / _PROMISE).is_dir():
        return
    try:
        _refuse_links(root, [f"{BACKUPS}/{_PROMISE}"])
        promise = _read_promise(root)
        edited = _carry_out(root, promise)
        kept = _find_free(root / BACKUPS / promise.name)
        _keep(root, kept.name, whole=bool(edited))
    except OSError as error:
        message = f"penulisan yang terputus tidak dapat diselesaikan ({say_refusal(error)})"
        raise _refuse(root, message, "Periksa hak tulis dan sisa ruang, lalu jalankan lagi.") from error
    if edited:
        hint = f"Bandingkan dengan {(kept / _NEW).as_posix()}, lalu jalankan perintah ini lagi."
        message = "berkas ini disunting sesudah penulisannya terputus, dan dibiarkan; yang lain sudah diselesaikan"
        raise ProblemsFound([Problem("RJ050", Location(str(root / file)), message, hint) for file in edited])


def heal_folder(root: Path) -> None:
    """Before a folder is read: see that no half of a change stands in it. Raises ProblemsFound."""
    if os.path.lexists(root / BACKUPS / _PROMISE):
        with lock_folder(root):
            finish_writing(root)


def is_content_name(name: str) -> bool:
    """Whether a name that a note says is one of a file of the content: the note may come from elsewhere."""
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts and not set(name) & set(":\\\0")
    is_picture = path.parts[:-1] == (_PICTURES,) and path.suffix.lower() in _PICTURE_KINDS
    is_known = path.suffix == ".json" or name in _OWN_LISTS or is_picture
    return is_known and inside and not path.parts[0].startswith(".")


def digest(data: bytes | None) -> str:
    """What a note says of a file; empty for one that is not there."""
    return "" if data is None else sha256(data).hexdigest()


# The promise


class _Promise:
    """What is to stand in the folder (`new`: file -> digest), and what stood there when that was promised (`old`)."""

    def __init__(self, note: Any) -> None:
        self.name = str(note["nama"])
        self.new = {str(name): str(said) for name, said in note["berkas"].items()}
        self.old = {str(name): str(said) for name, said in note["lama"].items()}
        if not all(map(is_content_name, self.new)) or len(self.new) > _MOST_FILES:
            raise ValueError
        if not _NAME.fullmatch(self.name):
            raise ValueError


def _make_promise(root: Path, files: NewFiles, old: Mapping[str, bytes], said: dict[str, Any]) -> None:
    # By one renaming: half a promise must not be found.
    with tempfile.TemporaryDirectory(dir=root / BACKUPS, prefix=".renjadoc-", ignore_cleanup_errors=True) as made:
        _lay_down(Path(made, "siap"), files, old, said)
        save.move(Path(made, "siap"), root / BACKUPS / _PROMISE)


def _lay_down(place: Path, files: NewFiles, old: Mapping[str, bytes], said: dict[str, Any]) -> None:
    """Old files, new ones and the note, all of it safe on the disk."""
    digests = {name: digest(data) for name, data in files.items()}
    before = {name: digest(data) for name, data in old.items()}
    note = {**said, "berkas": digests, "lama": before, "baru": [name for name in files if name not in old]}
    laid = dict(old)
    laid |= {f"{_NEW}/{name}": data for name, data in files.items() if data is not None}
    laid[NOTE] = json.dumps(note, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
    for name, data in laid.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        with open(place / name, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _read_promise(root: Path) -> _Promise:
    """Raises ProblemsFound for what is none of ours: it may have come with the folder."""
    place = root / BACKUPS / _PROMISE
    try:
        return _Promise(json.loads(opening.read_file(place / NOTE, within=root)))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, opening.Refused) as error:
        hint = f"Hapus folder {place.as_posix()} bila folder isi ini lengkap."
        raise _refuse(root, "catatan penulisan yang terputus rusak", hint) from error


def _carry_out(root: Path, promise: _Promise) -> list[str]:
    """Put every new file in its place; those that somebody edited meanwhile, which stay."""
    _refuse_links(root, promise.new)
    edited = []
    for name, wanted in promise.new.items():
        now = digest(read_within(root, name) if (root / name).is_file() else None)
        if now == wanted:
            continue
        if now != promise.old.get(name, ""):
            edited.append(name)
        elif not wanted:
            (root / name).unlink()
        else:
            data = read_within(root, f"{BACKUPS}/{_PROMISE}/{_NEW}/{name}")
            if digest(data) != wanted:
                raise _refuse(root, f"teks baru {name} rusak", "Ambil berkas lamanya dari .cadangan.")
            save.write_file(root / name, data)
    return edited


def _take_back(root: Path, files: NewFiles, old: Mapping[str, bytes]) -> None:
    """Undo what was written so far. If that fails too, the promise stays, and the next one carries it out."""
    if not (root / BACKUPS / _PROMISE).is_dir():
        return
    for name in files:
        if name in old:
            save.write_file(root / name, old[name])
        else:
            (root / name).unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(dir=root / BACKUPS, prefix=".renjadoc-", ignore_cleanup_errors=True) as place:
        save.move(root / BACKUPS / _PROMISE, Path(place, "batal"))


def _keep(root: Path, name: str, *, whole: bool = False) -> None:
    """The promise is kept: it becomes the old files of the history. `whole` leaves the new texts with it."""
    promise = root / BACKUPS / _PROMISE
    if not whole:
        shutil.rmtree(promise / _NEW, ignore_errors=True)
    save.move(promise, root / BACKUPS / name)


def read_within(root: Path, name: str) -> bytes:
    """The bytes of a file of a folder; OSError also for one that lies outside of it or is larger than any may be."""
    return opening.read_file(root / name, MAX_BYTES, root)


def _refuse_links(root: Path, names: Mapping[str, Any] | list[str]) -> None:
    """Nothing is written through a link that leads out of the folder."""
    for name in names:
        opening.refuse_outside(root / name, root)


def _refuse(root: Path, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ050", Location(str(root)), message, hint)])


def _find_free(path: Path) -> Path:
    """A folder that is not there yet: twice in a second, or with a clock set back, no older copy is written over."""
    more = (path.with_name(f"{path.name}-{number}") for number in count(2))
    return next(candidate for candidate in chain([path], more) if not candidate.exists())
