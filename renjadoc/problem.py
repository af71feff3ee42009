"""What is wrong, where, and what to do: the one shape every finding has."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is, in the words the user sees."""

    ERROR = "galat"
    WARNING = "peringatan"


class Location(NamedTuple):
    """A place in a file: 1-based line and column, and the JSON pointer (RFC 6901) or the text of a Word paragraph.

    `seen` is where a reader of the document sees it, where that is known.
    """

    file: str
    line: int | None = None
    column: int | None = None
    pointer: str = ""
    seen: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class Problem(NamedTuple):
    """One finding. `message` says what is wrong, `hint` what to do; both in Indonesian."""

    code: str
    location: Location
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


class ProblemsFound(Exception):
    """Stops a run because of what the user gave: carries every problem found so far."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} masalah")
        self.problems = problems


_REFUSALS = {
    errno.ENOENT: "tidak ditemukan",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.EISDIR: "ini sebuah folder",
    errno.ENOTDIR: "bagian dari letaknya bukan folder",
    errno.EEXIST: "sudah ada",
    errno.ENOTEMPTY: "foldernya tidak kosong",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EINVAL: "namanya tidak dapat dipakai",
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EDQUOT: "jatah ruang penyimpanan habis",
    errno.EFBIG: "berkasnya terlalu besar",
    errno.EROFS: "penyimpanannya hanya dapat dibaca",
    errno.EBUSY: "sedang dipakai program lain",
    errno.ETXTBSY: "sedang dipakai program lain",
    errno.ELOOP: "tautan yang berputar",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
    errno.ENOMEM: "memori tidak cukup",
    errno.EIO: "penyimpanannya rusak atau terputus",
    errno.ETIMEDOUT: "tidak ada jawaban dari penyimpanan",
}


def say_refusal(error: OSError) -> str:
    """What the machine refused, in Indonesian; its own words where these are not known."""
    own = getattr(error, "is_ours", False)
    known = None if own else _REFUSALS.get(error.errno or 0)
    return known or error.strerror or str(error)


def machine_problem(error: OSError) -> Problem:
    """What the machine refused (a name too long, no right, no room, a file that has gone), as a problem to report."""
    place = error.filename if isinstance(error.filename, str) else ""
    hint = "Periksa nama, hak baca dan tulis, serta sisa ruang; lalu jalankan lagi."
    said = f"tidak dapat dibaca atau ditulis ({say_refusal(error)})"
    return Problem("RJ004", Location(place or "berkas"), said, hint)


def raise_on_errors(problems: list[Problem]) -> None:
    """Raise ProblemsFound with all of `problems` if one of them is an error."""
    if any(problem.is_error for problem in problems):
        raise ProblemsFound(problems)


def shorten_text(text: str, length: int = 60) -> str:
    """The beginning of a text, for messages."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def join_some(names: Sequence[str], most: int, separator: str = ", ") -> str:
    """The first `most` names in one line, and how many there are behind them."""
    said = separator.join(names[:most])
    return f"{said}{separator}dan {len(names) - most} lagi" if len(names) > most else said


def shorten_list(lines: Sequence[str], most: int, indent: str = "  ") -> Iterator[str]:
    """The first `most` lines, and how many there are behind them."""
    yield from (f"{indent}{line}" for line in lines[:most])
    yield from say_rest(len(lines) - most, indent)


def say_rest(many: int, indent: str = "  ") -> Iterator[str]:
    """How many there are behind those that were shown; nothing where there are no more."""
    if many > 0:
        yield f"{indent}… dan {many} lagi"
