"""New texts of a folder's files: tried against the schema before anything is written, old files kept, written whole.

Whatever brings edits into a folder (a reviewed document, an Excel workbook, rows of SIPD) ends here.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path

from renjadoc import journal
from renjadoc.content import copies
from renjadoc.content import folder as folders
from renjadoc.content.folder import Folder
from renjadoc.edits.stamps import Stamps, refuse_changed
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.reading import Reading

#: Path relative to the folder -> new text, or the bytes of a picture; None for a file that goes.
Files = Mapping[str, str | bytes | None]


def read_for_edits(root: Path) -> Reading:
    """The folder as it reads. Raises ProblemsFound for one that cannot be used."""
    folder, problems = folders.read_usable(root)
    reading = Reading(folder)
    raise_on_errors(_without_pictures([*problems, *reading.problems]))
    return reading


def _without_pictures(problems: list[Problem]) -> list[Problem]:
    """Without those of pictures that are missing: they stop the document, and no edit of a table or a text."""
    return [problem for problem in problems if problem.code != "RJ031"]


def check_texts(folder: Folder, files: Files, what: str, hint: str) -> None:
    """Read the folder as it would be with `files`; raises ProblemsFound if it could not be used any more.

    `what` names what is brought in (`hasil serapan`), `hint` says what to do.
    """
    if not files:
        return
    errors = [problem for problem in _without_pictures(read_trial(folder.root, files)) if problem.is_error]
    if errors:
        # What the folder itself cannot be read for is no fault of what is brought in.
        raise_on_errors(Reading(folder).problems)
        shown = "; ".join(f"{p.location.file.rpartition('/')[2]} {p.location.pointer}: {p.message}" for p in errors[:5])
        message = f"{what} tidak akan dapat dibaca: {shown}"
        raise ProblemsFound([Problem("RJ060", Location(str(folder.root)), message, hint)])


def read_trial(root: Path, files: Files) -> list[Problem]:
    """Everything that cannot be read in the folder as it would be with `files`; nothing is written into it."""
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        trial = Path(temporary, root.name)
        copies.copy_content(root, trial, copies.CONTENT)
        for name, new in _as_bytes(files).items():
            if new is None:
                (trial / name).unlink(missing_ok=True)
            else:
                (trial / name).parent.mkdir(exist_ok=True)
                (trial / name).write_bytes(new)
        after, problems = folders.read_folder(trial)
        return [*problems, *(Reading(after).problems if after else [])]


def write_files(
    root: Path, files: Files, read: Stamps, now: datetime, action: str = "", taken: Collection[str] = ()
) -> Path | None:
    """Write all files or none; where the old ones are kept, None if nothing was to be written. Raises ProblemsFound.

    `read` are the stamps of what `files` were made from: if somebody wrote one of them since, nothing is written.
    `action` says who writes, for the history of the folder; `taken` are marks of what is taken of a document with it.
    """
    if not files:
        return None
    with journal.lock_folder(root):
        journal.finish_writing(root)
        refuse_changed(root, files, read)
        return journal.write_together(root, _as_bytes(files), now.strftime("%Y-%m-%d_%H%M%S"), action, taken)


def _as_bytes(files: Files) -> dict[str, bytes | None]:
    return {name: new.encode("utf-8") if isinstance(new, str) else new for name, new in files.items()}
