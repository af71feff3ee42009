"""How a content folder stands, in a few numbers: kept between starts, so that thirty cards say it at once."""

from __future__ import annotations

import json
import os
from functools import cache as once
from pathlib import Path
from typing import NamedTuple

from renjadoc import cache, resources
from renjadoc.desk.filling import count_all
from renjadoc.desk.inspection import document_path, inspect_folder, stamp_files
from renjadoc.nomenclature.store import store_path
from renjadoc.tables.computed import add_known
from renjadoc.word.packages import package

_KIND = "keadaan"
_SHAPE = tuple[int | None, int, int, int | None, str]


class DocumentBeside(NamedTuple):
    """A Word document that was made of a folder, and whether somebody edited it since."""

    path: Path
    edited: bool


class FolderState(NamedTuple):
    """How a folder stands: how much is filled in percent, findings, pagu in rupiah, what its document is called.

    What cannot be known of a folder that cannot be read is None, and its document `""`.
    """

    percent: int | None
    errors: int
    warnings: int
    pagu: int | None
    document: str


def find_state(path: Path) -> FolderState:
    """How a folder stands; it is examined only if it changed since that was last known."""
    key = _make_key(path)
    state = cache.read_entry(_KIND, key, _decode)
    if state is None:
        state = _examine(path)
        cache.write_entry(_KIND, key, json.dumps(state).encode())
    return state


def find_known_state(path: Path) -> FolderState | None:
    """How a folder stands, if that is known without examining it."""
    return cache.read_entry(_KIND, _make_key(path), _decode)


def find_document(path: Path, state: FolderState) -> DocumentBeside | None:
    """The Word document of a folder beside it, if it was made."""
    docx = path.parent / state.document
    if not state.document or not docx.is_file():
        return None
    return DocumentBeside(docx, not package.is_untouched(docx))


def _examine(path: Path) -> FolderState:
    inspection = inspect_folder(path)
    reading = inspection.reading
    found = len(inspection.errors), len(inspection.warnings)
    if reading is None:
        return FolderState(None, *found, None, "")
    pagu = add_known(table.total("", "pagu") for table in reading.tables.of_kind("rencana-program"))
    return FolderState(count_all(reading).percent, *found, pagu, document_path(path, reading).name)


def _make_key(path: Path) -> str:
    """A name for all that the state of a folder depends on: its files, the nomenclature, and what examines them."""
    return cache.make_key(repr(stamp_files(path)), repr(_stamp_file(store_path())), _stamp_package())


def _stamp_file(path: Path) -> tuple[int, int]:
    try:
        state = os.stat(path)
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size


@once
def _stamp_package() -> str:
    """What changes when any rule or anything else of renjadoc does."""
    files = sorted(one for one in resources.package_folder().rglob("*") if one.suffix in {".py", ".txt", ".json"})
    return repr([(one.name, *_stamp_file(one)) for one in files])


def _decode(data: bytes) -> FolderState:
    """Raises for what somebody else kept."""
    kept = json.loads(data)
    cache.check_shape(kept, _SHAPE)
    return FolderState(*kept)
