"""The offices that a run should have: a list of names, and which of them no folder is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from renjadoc import opening
from renjadoc.batch.ceilings import HEADS
from renjadoc.batch.office_names import key_office
from renjadoc.problem import Location, Problem, ProblemsFound, say_refusal
from renjadoc.sheets.sipd.grid import read_grids
from renjadoc.sheets.sipd.records import split_code
from renjadoc.tables.old import TOTAL

_HEAD = re.compile(r"(?:nama\s+)?(?:perangkat\s+daerah|opd|skpd|unit(?:\s+(?:organisasi|kerja))?)", re.IGNORECASE)
#: Lists of other kinds are texts.
_TABLES = {".xlsx", ".xls", ".csv"}

#: What stands before a name in a list that was numbered.
_NUMBER = re.compile(r"^\s*\d+\s*[.)]\s*")


def read_expected(path: Path) -> list[str]:
    """The names of a list, one a line; numbers before them and what follows # are none. Raises ProblemsFound.

    Of a workbook those of its column “Perangkat Daerah”, or of its first.
    """
    if path.suffix.lower() in _TABLES:
        return list(split_expected("\n".join(_read_column(path))))
    try:
        return list(split_expected(opening.read_file(path).decode("utf-8-sig")))
    except OSError as error:
        said = f"daftar tidak dapat dibaca ({say_refusal(error)})"
        raise ProblemsFound([Problem("RJ004", Location(path.as_posix()), said, "Periksa nama berkasnya.")]) from error
    except UnicodeDecodeError as error:
        hint = "Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8."
        problem = Problem("RJ002", Location(path.as_posix()), "berkas tidak disimpan sebagai UTF-8", hint)
        raise ProblemsFound([problem]) from error


def _read_column(path: Path) -> Iterator[str]:
    for rows in read_grids(path, "Daftar nama: satu kolom “Perangkat Daerah” (.xlsx), atau teks biasa (.txt)."):
        cells = ((number, index) for number, row in enumerate(rows[:HEADS]) for index in range(len(row.cells)))
        head, column = next((at for at in cells if _HEAD.fullmatch(rows[at[0]].text(at[1]))), (-1, 0))
        names = (split_code(row.text(column))[1] for row in rows[head + 1 :])
        yield from (name for name in names if not TOTAL.fullmatch(name))
        if any(row.text(column) for row in rows):
            return


def split_expected(text: str) -> Iterator[str]:
    """The names in a text, one a line."""
    for line in text.splitlines():
        if name := " ".join(_NUMBER.sub("", line.partition("#")[0]).split()):
            yield name


def tell_missing(present: Iterable[str], expected: Iterable[str]) -> Iterator[str]:
    """What is said of every expected office that none of the present ones is."""
    known = {key_office(name) for name in present}
    yield from (f"{name} belum mempunyai folder." for name in expected if key_office(name) not in known)
