"""New texts of a folder's files: tried against the schema before anything is written, old files kept, written whole.

Whatever brings edits into a folder (a reviewed document, an Excel workbook, rows of SIPD) ends here.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from renjadoc import save
from renjadoc.content import folder as folders
from renjadoc.content.folder import Folder
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.reading import Reading

BACKUPS = ".cadangan"
#: Beside the old files: which action wrote what (`history.py` reads it).
NOTE = "catatan.json"

#: Path relative to the folder -> new text, None for a file that goes.
Files = Mapping[str, str | None]


def read_for_edits(root: Path) -> Reading:
    """The folder as it reads. Raises ProblemsFound for one that cannot be used."""
    folder, problems = folders.read_folder(root)
    if folder is None:
        raise ProblemsFound(problems)
    reading = Reading(folder)
    raise_on_errors([*problems, *reading.problems])
    return reading


def check_texts(folder: Folder, files: Files, what: str, hint: str) -> None:
    """Read the folder as it would be with `files`; raises ProblemsFound if it could not be used any more.

    `what` names what is brought in (`hasil serapan`), `hint` says what to do.
    """
    if not files:
        return
    found = read_trial(folder.root, files)
    errors = [problem for problem in found if problem.is_error]
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
        shutil.copytree(root, trial, ignore=shutil.ignore_patterns(BACKUPS, "*.docx", "*.pdf", "*.xlsx", "~$*"))
        for name, new in files.items():
            if new is not None:
                (trial / name).write_text(new, "utf-8", newline="")
        after, problems = folders.read_folder(trial)
        return [*problems, *(Reading(after).problems if after else [])]


def stamp_files(root: Path, files: Files) -> dict[str, bytes]:
    """What the files to be written hold now, in short."""
    return {name: sha256((root / name).read_bytes()).digest() for name in files if (root / name).is_file()}


def refuse_changed(root: Path, files: Files, before: dict[str, bytes]) -> None:
    """Raise ProblemsFound if somebody wrote one of the files since `before`: what was shown is no longer true."""
    now = stamp_files(root, files)
    changed = [name for name in files if now.get(name) != before.get(name)]
    if changed:
        hint = "Tidak ada yang ditulis. Jalankan perintah ini lagi."
        message = "berkas ini diubah sementara menunggu jawaban"
        raise ProblemsFound([Problem("RJ050", Location(str(root / name)), message, hint) for name in changed])


def write_files(root: Path, files: Files, now: datetime, action: str = "") -> Path | None:
    """Write all files or none; where the old ones are kept, None if nothing was to be written. Raises ProblemsFound.

    `action` says who writes, for the history of the folder.
    """
    if not files:
        return None
    backup = _find_free(root / BACKUPS / now.strftime("%Y-%m-%d_%H%M%S"))
    old = {name: (root / name).read_bytes() for name in files if (root / name).is_file()}
    for name, data in old.items():
        save.write_file(backup / name, data)
    save.write_file(backup / NOTE, _describe_action(files, old, action))
    written: list[str] = []
    try:
        for name, new in files.items():
            if new is None:
                (root / name).unlink(missing_ok=True)
            else:
                save.write_file(root / name, new.encode("utf-8"))
            written.append(name)
    except ProblemsFound:
        # Where the run is killed instead, the old files are in `backup`, and the same command writes the rest.
        _restore_files(root, written, old)
        raise
    return backup


def _describe_action(files: Files, old: dict[str, bytes], action: str) -> bytes:
    digests = {name: "" if new is None else sha256(new.encode("utf-8")).hexdigest() for name, new in files.items()}
    note = {"perintah": action, "berkas": digests, "baru": [name for name in files if name not in old]}
    return json.dumps(note, ensure_ascii=False, indent=2).encode("utf-8")


def _restore_files(root: Path, written: list[str], old: dict[str, bytes]) -> None:
    for name in written:
        if name in old:
            save.write_file(root / name, old[name])
        else:
            (root / name).unlink()


def _find_free(path: Path) -> Path:
    """A folder that is not there yet: twice in a second, or with a clock set back, no older copy is written over."""
    more = (path.with_name(f"{path.name}-{number}") for number in count(2))
    return next(candidate for candidate in chain([path], more) if not candidate.exists())
