"""Opens files that may come from anybody: plain ones, within the folder they belong to, no larger than their kind."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

#: What a program writes beside the content, where no kind has a bound of its own.
MAX_BYTES = 64 * 1024 * 1024

_BLOCK = 1 << 16


class Refused(OSError):
    """A file that is not opened; `strerror` says why, in Indonesian, as the machine's own words would stand there."""

    #: Its words need no others.
    is_ours = True

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(errno.EPERM, why, str(path))


class TooLarge(Refused):
    """A file that is larger than its kind may be."""


def read_file(path: Path, limit: int = MAX_BYTES, within: Path | None = None) -> bytes:
    """All bytes of a plain file of at most `limit` bytes, which lies in the folder `within` once links are followed.

    Raises Refused for whatever else it is, and OSError as the machine does.
    """
    with open_file(path, limit, within) as file:
        data = file.read(os.fstat(file.fileno()).st_size)  # What is asked for is set aside at once.
        while len(data) <= limit and (more := file.read(_BLOCK)):
            data += more
    if len(data) > limit:  # It grew since it was looked at, or never said how large it is.
        raise _too_large(path, limit)
    return data


def open_file(path: Path, limit: int = MAX_BYTES, within: Path | None = None) -> BufferedReader:
    """The same, open for reading."""
    if within is not None:
        refuse_outside(path, within)
    # Before it is opened: opening alone waits at a pipe, and does things to a device.
    _refuse_special(path, os.stat(path), limit)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(descriptor, "rb")
    try:
        _refuse_special(path, os.fstat(descriptor), limit)
    except BaseException:
        file.close()
        raise
    return file


def refuse_outside(path: Path, folder: Path) -> None:
    """Raise Refused for what lies elsewhere once links are followed."""
    if not is_within(path, folder):
        raise Refused(path, "adalah tautan ke luar folder ini")


def is_within(path: Path, folder: Path) -> bool:
    """Whether `path` lies in `folder`, or would, when all links are followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def is_plain(path: Path, within: Path | None = None) -> bool:
    """Whether a plain file stands there, and within that folder."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(mode) and (within is None or is_within(path, within))


def _refuse_special(path: Path, status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Refused(path, "adalah folder")
    if not stat.S_ISREG(status.st_mode):
        raise Refused(path, "bukan berkas biasa")
    if status.st_size > limit:
        raise _too_large(path, limit)


def _too_large(path: Path, limit: int) -> TooLarge:
    size = f"{limit >> 20} MB" if limit >= 1 << 20 else f"{limit >> 10} kB"
    return TooLarge(path, f"lebih besar dari {size}")
