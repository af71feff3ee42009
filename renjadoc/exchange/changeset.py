"""New texts of a folder's files: tried against the schema before anything is written, old files kept, written whole.

Whatever brings edits into a folder (a reviewed document, an Excel workbook, rows of SIPD) ends here.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from renjadoc import save
from renjadoc.content import folder as folders
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.exchange.rewrite import Align, rewrite
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.reading import Reading

BACKUPS = ".cadangan"
_BOM = "\ufeff"

#: Path relative to the folder -> new text.
Files = dict[str, str]


def read(root: Path) -> Reading:
    """The folder as it reads. Raises ProblemsFound for one that cannot be used."""
    folder, problems = folders.read(root)
    if folder is None:
        raise ProblemsFound(problems)
    reading = Reading(folder)
    raise_on_errors([*problems, *reading.problems])
    return reading


def text(source: Source, data: Any, align: Align | None = None) -> str:
    """The text of a file with `data` in the place of what it holds: its mark of order and its ends of lines stay."""
    raw = source.path.read_bytes().decode("utf-8")
    bare = raw.removeprefix(_BOM)
    windows = "\r\n" in bare and "\n" not in bare.replace("\r\n", "")
    new = rewrite(bare.replace("\r\n", "\n") if windows else bare, source.data, data, align)
    return raw[: len(raw) - len(bare)] + (new.replace("\n", "\r\n") if windows else new)


def check(folder: Folder, files: Files, what: str, hint: str) -> None:
    """Read the folder as it would be with `files`; raises ProblemsFound if it could not be used any more.

    `what` names what is brought in (`hasil serapan`), `hint` says what to do.
    """
    if not files:
        return
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        trial = Path(temporary, folder.root.name)
        shutil.copytree(folder.root, trial, ignore=shutil.ignore_patterns(BACKUPS, "*.docx", "*.pdf", "*.xlsx", "~$*"))
        for name, new in files.items():
            (trial / name).write_text(new, "utf-8", newline="")
        after, problems = folders.read(trial)
        found = [*problems, *(Reading(after).problems if after else [])]
    errors = [problem for problem in found if problem.is_error]
    if errors:
        shown = "; ".join(f"{p.location.file.rpartition('/')[2]} {p.location.pointer}: {p.message}" for p in errors[:5])
        message = f"{what} tidak akan dapat dibaca: {shown}"
        raise ProblemsFound([Problem("RJ060", Location(str(folder.root)), message, hint)])


def write(root: Path, files: Files, now: datetime) -> Path | None:
    """Write the files; where the old ones are kept, None if there was nothing to write."""
    if not files:
        return None
    kept = root / BACKUPS / now.strftime("%Y-%m-%d_%H%M%S")
    for name in files:
        old = root / name
        if old.is_file():
            save.write(kept / name, old.read_bytes())
    for name, new in files.items():
        save.write(root / name, new.encode("utf-8"))
    return kept
