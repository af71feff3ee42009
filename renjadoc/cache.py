"""A cache of what was worked out once, in the folder of the user; everything works the same without it.

Entries are found by a hash of all they depend on, carry a hash of their own, and are passed over when that does not
fit. A folder that others may write is not used: what is kept includes compiled templates.
"""

from __future__ import annotations

import contextlib
import os
import pkgutil
import stat
import tempfile
from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from platformdirs import user_cache_path

from renjadoc import __version__, opening

#: Set to anything, it keeps renjadoc from reading or writing kept things.
OFF = "RENJADOC_TANPA_SIMPANAN"
#: Entries of a kind that are kept; the longest unused go first.
MAX_ENTRIES = 500
_DIGEST = sha256().digest_size

T = TypeVar("T")


def make_key(*pieces: bytes | str) -> str:
    """A name for what depends on `pieces` and on this version of renjadoc, and on nothing else."""
    digest = sha256(__version__.encode())
    for piece in pieces:
        data = piece.encode() if isinstance(piece, str) else piece
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def list_modules(*packages: str) -> list[str]:
    """The names of all modules that stand in these packages; none of them is imported, their packages are."""
    return [found.name for name in packages for found in pkgutil.iter_modules(import_module(name).__path__, f"{name}.")]


def stamp_modules(modules: Iterable[str]) -> str:
    """What changes when one of `modules` is installed anew or edited; none of them is imported."""
    said = []
    for module in modules:
        spec = find_spec(module)
        if spec is not None and spec.origin is not None:
            status = os.stat(spec.origin)
            said.append(f"{module} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(said)


def read_entry(kind: str, name: str, decode: Callable[[bytes], T]) -> T | None:
    """What `decode` makes of what was kept under that name, whole and unspoilt, or None.

    What it cannot be made of is thrown away, whatever `decode` raises: it is only made once more.
    """
    folder = _find_folder(kind)
    if folder is None:
        return None
    with contextlib.suppress(OSError):
        raw = opening.read_file(folder / name)
        data = raw[_DIGEST:]
        if raw[:_DIGEST] == _make_seal(name, data):
            os.utime(folder / name)
            try:
                return decode(data)
            except Exception:  # Any program of the user's can seal what it likes.
                os.unlink(folder / name)
    return None


def check_shape(value: Any, shape: Any) -> None:
    """Raise TypeError where a value of JSON is not of a type like `dict[str, list[int]]` or `str | None`."""
    origin, inner = get_origin(shape), get_args(shape)
    if origin is dict:
        _refuse_unless(type(value) is dict)
        for key, item in value.items():
            check_shape(key, inner[0])
            check_shape(item, inner[1])
    elif origin is list:
        _refuse_unless(type(value) is list)
        for item in value:
            check_shape(item, inner[0])
    elif origin is tuple:
        _refuse_unless(type(value) is list and len(value) == len(inner))
        for item, kind in zip(value, inner, strict=True):
            check_shape(item, kind)
    else:
        _refuse_unless(type(value) in (inner or (shape,)))


def _refuse_unless(fits: bool) -> None:
    if not fits:
        raise TypeError("kept by somebody else")


def write_entry(kind: str, name: str, data: bytes) -> None:
    """Keep `data`; where that cannot be done nothing happens."""
    folder = _find_folder(kind)
    if folder is None:
        return
    with contextlib.suppress(OSError):
        descriptor, temporary = tempfile.mkstemp(dir=folder)
        try:
            with open(descriptor, "wb") as file:
                file.write(_make_seal(name, data) + data)
            os.replace(temporary, folder / name)
        except OSError:
            os.unlink(temporary)
            raise
        _drop_oldest(folder)


def _make_seal(name: str, data: bytes) -> bytes:
    return sha256(name.encode() + b"\0" + data).digest()


def _find_folder(kind: str) -> Path | None:
    """The folder of a kind, made if need be; None if keeping is switched off or the folder is not the user's alone."""
    if os.environ.get(OFF):
        return None
    try:
        folder = user_cache_path("renjadoc", appauthor=False) / kind
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        safe = all(_is_private(path.lstat()) for path in (folder.parent, folder))
    except (OSError, RuntimeError):
        return None
    return folder if safe else None


def _is_private(status: os.stat_result) -> bool:
    if not stat.S_ISDIR(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):  # On Windows the folder lies in the user's profile.
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _drop_oldest(folder: Path) -> None:
    """Drop what was not used for longest; others may do the same at the same time."""
    entries = list(os.scandir(folder))
    if len(entries) <= MAX_ENTRIES:
        return
    aged = sorted(entries, key=lambda entry: entry.stat().st_mtime)
    for entry in aged[: len(entries) - MAX_ENTRIES * 9 // 10]:
        with contextlib.suppress(OSError):
            os.unlink(entry.path)
