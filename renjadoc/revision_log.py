"""Which commits changed a content folder: its versions in git, the last one first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from dulwich.objects import Commit, ObjectID
from dulwich.objectspec import parse_commit

from renjadoc.revisions import History, RevisionError, find_commit, find_folder, open_history

#: So far back it is looked for changes of a folder.
MAX_STEPS_BACK = 2_000
#: So many versions are listed.
_MOST = 30


class Revision(NamedTuple):
    """A version of a folder in its history: the commit, when it was made, and the first line of what was said."""

    commit: str
    when: datetime
    message: str


def list_revisions(content: Path) -> list[Revision]:
    """The last commits that changed the content folder, the very last one first. Raises RevisionError.

    Followed are first parents alone, as `HEAD~2` does.
    """
    with open_history(content) as (history, parts):
        return list(itertools.islice(_walk_changes(history, parts), _MOST))


def _walk_changes(history: History, parts: tuple[str, ...]) -> Iterator[Revision]:
    commit: Commit | None = find_commit(history, "HEAD")
    held = _hash_folder(history, commit, parts)
    for _ in range(MAX_STEPS_BACK):
        if commit is None or held is None:
            return
        parent = parse_commit(history, commit.parents[0]) if commit.parents else None
        before = _hash_folder(history, parent, parts)
        if before != held:
            said = commit.message.decode("utf-8", "replace").strip().partition("\n")[0]
            yield Revision(commit.id.decode("ascii"), datetime.fromtimestamp(commit.commit_time), said)
        commit, held = parent, before


def _hash_folder(history: History, commit: Commit | None, parts: tuple[str, ...]) -> ObjectID | None:
    """What the folder held at a commit, in short; None where it was not there."""
    try:
        return find_folder(history, commit, parts).id if commit is not None else None
    except RevisionError:
        return None
