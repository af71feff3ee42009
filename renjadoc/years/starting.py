"""The folder that a next year begins from: the Renja of the year, with the plan as its Renja Perubahan left it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from renjadoc import opening
from renjadoc.content import copies
from renjadoc.content.folder import Folder
from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from renjadoc.examine import examine_folder
from renjadoc.problem import ProblemsFound, raise_on_errors
from renjadoc.reading import Reading
from renjadoc.tables.layout import walk_rows
from renjadoc.tables.rencana_program.columns import LEVELS

REASON = "alasan"


def examine_start(source: Path) -> Reading:
    """The folder as it reads. Raises ProblemsFound if it has errors."""
    reading, outcome = examine_folder(source)
    raise_on_errors(outcome.problems)
    if reading is None:
        raise ProblemsFound(outcome.problems)
    return reading


@contextmanager
def open_start(reading: Reading) -> Iterator[Reading]:
    """`reading` itself, or for a Renja Perubahan the Renja that it changes, with the changed plan, while it is used.

    Raises ProblemsFound where that Renja cannot be found or read.
    """
    folder = reading.folder
    if "perubahan" not in folder.facts:
        yield reading
        return
    origin = examine_start(find_origin(folder)).folder
    # Beside the Renja, so that what its files say of their place stays right.
    place = tempfile.TemporaryDirectory(dir=origin.root.parent, prefix=".renjadoc-", ignore_cleanup_errors=True)
    with place as temporary:
        made = Path(temporary)
        made.rmdir()
        copies.copy_content(origin.root, made, copies.OWN)
        for file, text in write_texts(folder.root, _take_plans(folder, origin)).items():
            (made / file).write_bytes(text.encode("utf-8"))
        yield examine_start(made)


def find_origin(folder: Folder) -> Path:
    """The folder of the Renja that a Renja Perubahan changes. Raises ProblemsFound if it is not there."""
    stated = folder.facts["perubahan"].get("dari", "")
    origin = folder.root / stated
    if stated and (origin / "dokumen.json").is_file() and is_near(origin, folder):
        return origin
    where = f"../{folder.tahun}"
    hint = f"Tulis letak folder Renja yang diubah, di samping folder ini, pada “dari” dalam “perubahan”: {where}."
    message = f"folder Renja asal “{stated}” tidak ditemukan" if stated else "folder Renja asalnya belum disebut"
    raise ProblemsFound([folder.dokumen.problem("RJ004", "/perubahan", message, hint)])


def is_near(origin: Path, folder: Folder) -> bool:
    """Whether a folder stands beside this one, or beside the one around it: what others wrote must not lead farther."""
    return opening.is_within(origin, folder.root.resolve().parent.parent)


def _take_plans(folder: Folder, origin: Folder) -> Iterator[Edit]:
    """The changed plans as those of a Renja: without reasons, with the title that the table had."""
    for source in folder.tables_of("rencana-program"):
        file = folder.relative(source)
        title = origin.tabel[source.path.stem].data["judul"] if source.path.stem in origin.tabel else None
        yield Edit(file, "/judul", "set", title or source.data["judul"])
        yield from (Edit(file, pointer, "remove") for pointer in find_reasons(source.data))


def find_reasons(plan: dict[str, Any]) -> Iterator[str]:
    """Where a plan says why it changed."""
    return (f"{row.pointer}/{REASON}" for row in walk_rows(LEVELS, plan) if REASON in row.node)
