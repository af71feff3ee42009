"""The page that is already running: a second start opens it instead of a second server."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import filelock
import platformdirs

from renjadoc import opening
from renjadoc.desk.guard import KEY

#: So long a page that is just starting may take to answer; one that was killed refuses at once.
_SECONDS = 20.0
_LARGEST_NOTE = 1 << 16


class RunningDesk(NamedTuple):
    """A running page: the folder of content folders that it shows, its port, its token."""

    root: str
    port: int
    token: str

    @property
    def address(self) -> str:
        """The address that lets a window in."""
        return f"http://127.0.0.1:{self.port}/?{KEY}={self.token}"


def note_path() -> Path:
    """Where a running page notes itself; only this user may read it."""
    return Path(platformdirs.user_cache_dir("renjadoc", appauthor=False)) / "meja.json"


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Between looking for a running page and noting a new one nobody else may do the same: a double click starts two.

    Where that cannot be had in this place, the page is opened all the same.
    """
    lock = filelock.FileLock(note_path().with_suffix(".kunci"), timeout=_SECONDS)
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError, NotImplementedError):
            note_path().parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(lock)
        yield


def write_note(desk: RunningDesk) -> None:
    """Note a page that starts; one that cannot be noted here only opens twice when it is started twice."""
    path = note_path()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(desk._asdict(), file)


def remove_note(desk: RunningDesk) -> None:
    """Take the note of a page away that ends, unless another one has written its own."""
    if _read_note() == desk:
        with contextlib.suppress(OSError):
            note_path().unlink()


def find_running(root: Path) -> RunningDesk | None:
    """The page that shows `root`, if it answers; a note that a killed page left behind is none."""
    desk = _read_note()
    return desk if desk is not None and desk.root == str(root) and _answers(desk) else None


def _read_note() -> RunningDesk | None:
    try:
        data = json.loads(opening.read_file(note_path(), _LARGEST_NOTE))
        desk = RunningDesk(str(data["root"]), int(data["port"]), str(data["token"]))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    return desk if 0 < desk.port < 1 << 16 else None


def _answers(desk: RunningDesk) -> bool:
    # The port may be that of another program by now. No proxy, no redirection: the question stays on this computer.
    asking = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=_SECONDS)
    try:
        asking.request("GET", "/hidup", headers={"Cookie": f"{KEY}={desk.token}"})
        return asking.getresponse().read(20) == b"renjadoc"
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        asking.close()
