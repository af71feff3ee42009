"""Earlier versions of a content folder, from its own history and from git, and a folder that holds one of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from renjadoc import revisions
from renjadoc.desk.shelf import find_folder, list_cards
from renjadoc.edits.history import lay_down_before, list_actions
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.revision_log import list_revisions
from renjadoc.revisions import RevisionError

#: How what a folder is held against is named: another folder, what stood before an action, a commit.
_FOLDER, _BEFORE, _COMMIT = "folder:", "riwayat:", "git:"
#: More actions than these nobody looks through.
_MOST = 60


def list_versions(folder: Path) -> dict[str, str]:
    """The versions of a folder by name, and how each is offered; the last ones first."""
    actions = list_actions(folder)[:_MOST]
    found = {f"{_BEFORE}{one.name}": f"Sebelum {one.when}: {one.action or 'tanpa keterangan'}" for one in actions}
    with suppress(RevisionError):
        for one in list_revisions(folder):
            found[f"{_COMMIT}{one.commit}"] = f"Versi git {one.when:%Y-%m-%d %H:%M}: {one.message}"
    return found


def list_others(root: Path, folder: Path) -> dict[str, str]:
    """What a folder can be held against, by name, and how each is offered: other folders, then its own versions."""
    cards = (card for card in list_cards(root) if card.path != folder)
    folders = {f"{_FOLDER}{card.path.name}": f"{card.path.name} ({card.year})" for card in cards}
    return folders | list_versions(folder)


@contextmanager
def open_other(root: Path, folder: Path, name: str) -> Iterator[Path]:
    """Another folder of `root`, or one that holds a version of this, while it is used. Raises ProblemsFound."""
    if name.startswith(_FOLDER):
        yield find_folder(root, name.removeprefix(_FOLDER))
    else:
        with open_version(folder, name) as old:
            yield old


@contextmanager
def open_version(folder: Path, name: str) -> Iterator[Path]:
    """A folder that holds a version, while it is used. Raises ProblemsFound."""
    with tempfile.TemporaryDirectory(prefix="renjadoc-", ignore_cleanup_errors=True) as temporary:
        kind, _, key = name.partition(":")
        is_before = f"{kind}:" == _BEFORE
        target = Path(temporary, f"{folder.name} ({f'sebelum {key[:17]}' if is_before else key[:8]})")
        if is_before:
            lay_down_before(folder, key, target)
        else:
            try:
                revisions.unpack_revision(folder, key, target)
            except RevisionError as error:
                raise ProblemsFound(
                    [Problem("RJ004", Location(folder.name), str(error), "Pilih versi lain.")]
                ) from error
        yield target
