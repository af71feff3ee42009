"""What was written into a folder, when and by which action, and what it takes to take that back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from renjadoc import journal, opening
from renjadoc.content import copies
from renjadoc.edits.changeset import Files, write_files
from renjadoc.edits.stamps import stamp_files
from renjadoc.journal import BACKUPS, NOTE
from renjadoc.problem import Location, Problem, ProblemsFound

#: So many numbers name a day.
_DAY = 8
#: How an action is called that takes back the one that is named behind.
_UNDO = "urungkan "


@dataclass(frozen=True)
class PastAction:
    """One action that wrote: its name (the time it was written at), the command, and what it wrote.

    `after` is file -> the digest of what was written, empty for a file that went; files in `new` were not there before.
    `taken` are the marks of what it took of a document (`taken.py`).
    """

    root: Path
    name: str
    action: str
    after: dict[str, str]
    new: tuple[str, ...]
    taken: tuple[str, ...] = ()

    @property
    def stamps(self) -> dict[str, str]:
        """What the files hold as long as nobody wrote them since."""
        return {name: said for name, said in self.after.items() if said}

    @property
    def when(self) -> str:
        """The time as people write it: `2026-11-28 19:35:01`."""
        day, _, clock = self.name.partition("_")
        return f"{day} {clock[0:2]}:{clock[2:4]}:{clock[4:6]}"


def list_actions(root: Path) -> list[PastAction]:
    """All actions whose old files are kept in the folder, the last one first."""
    kept = root / BACKUPS
    places = sorted(kept.iterdir(), reverse=True) if kept.is_dir() and not kept.is_symlink() else []
    read = (_read_action(root, place) for place in places if place.is_dir())
    return [action for action in read if action is not None]


def list_taken(root: Path) -> frozenset[str]:
    """The marks of all that was taken of documents and not taken back since."""
    taken: set[str] = set()
    undone: set[str] = set()
    for action in list_actions(root):
        if action.name in undone:
            continue
        taken.update(action.taken)
        if action.action.startswith(_UNDO):
            undone.add(action.action.removeprefix(_UNDO))
    return frozenset(taken)


def find_action(root: Path, name: str) -> PastAction:
    """The action of that name, or of a time as people write it (`2026-11-29 15:53`), or `terakhir`.

    Raises ProblemsFound.
    """
    actions = list_actions(root)
    found = [action for action in actions if action.name == name] or list(_match_time(actions, name))
    if len(found) != 1:
        said = "ada beberapa tulisan" if found else "tidak ada tulisan"
        shown = ", ".join(action.name for action in (found or actions)[:5])
        hint = f"{f'Yang ada: {shown}. ' if shown else ''}Semuanya dilihat dengan: renjadoc urungkan {root.as_posix()}"
        raise ProblemsFound([Problem("RJ004", Location(root.as_posix()), f"{said} pada “{name}”", hint)])
    return found[0]


def _match_time(actions: list[PastAction], said: str) -> Iterator[PastAction]:
    """Actions whose time begins as `said` does, whatever stands between its numbers."""
    if said.strip().casefold() == "terakhir":
        yield from actions[:1]
    numbers = re.sub(r"\D", "", said)
    if len(numbers) >= _DAY:
        yield from (action for action in actions if re.sub(r"\D", "", action.name).startswith(numbers))


def take_back(root: Path, name: str, now: datetime) -> Path | None:
    """Bring back what stood in the folder before an action; where what it wrote is kept. Raises ProblemsFound.

    This is an action too, and can be taken back.
    """
    journal.heal_folder(root)
    action = find_action(root, name)
    return write_files(root, _files_before(action), action.stamps, now, f"{_UNDO}{action.name}")


def lay_down_before(root: Path, name: str, target: Path) -> None:
    """Make the new folder `target` as `root` was before an action, as far as actions wrote it. Raises ProblemsFound.

    What somebody wrote by other means stands there as it is now.
    """
    found = find_action(root, name)
    copies.copy_content(root, target, copies.CONTENT)
    for action in list_actions(root):
        for file in action.after:
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            if file in action.new:
                (target / file).unlink(missing_ok=True)
            else:
                (target / file).write_bytes(journal.read_within(root / BACKUPS / action.name, file))
        if action.name == found.name:
            return


def _files_before(action: PastAction) -> Files:
    """What the files held before the action, None for one that was not there.

    Raises ProblemsFound if one of them was written again since: what came later would be lost unsaid.
    """
    now = stamp_files(action.root, action.after)
    changed = [name for name, digest in action.after.items() if now.get(name, "") != digest]
    if changed:
        hint = "Urungkan lebih dahulu yang ditulis sesudahnya, atau ambil berkas lamanya sendiri dari .cadangan."
        message = "berkas ini sudah berubah lagi sesudah itu"
        places = (Location(str(action.root / name)) for name in changed)
        raise ProblemsFound([Problem("RJ050", place, message, hint) for place in places])
    place = action.root / BACKUPS / action.name
    return {name: None if name in action.new else journal.read_within(place, name) for name in action.after}


def _read_action(root: Path, place: Path) -> PastAction | None:
    """The action whose old files are at `place`; None for what is none, or speaks of files elsewhere."""
    try:
        datetime.strptime(place.name[:17], "%Y-%m-%d_%H%M%S")
        note: Any = json.loads(opening.read_file(place / NOTE, within=root))
        after = {str(name): str(digest) for name, digest in note["berkas"].items()}
        new = tuple(str(name) for name in note["baru"])
        kept = all(opening.is_plain(place / name, place) for name in after.keys() - set(new))
        if not kept or not all(map(journal.is_content_name, after)):
            return None
        return PastAction(root, place.name, str(note["perintah"]), after, new, tuple(map(str, note.get("diambil", ()))))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
