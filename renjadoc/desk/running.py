"""The page that is already running: a second start opens it instead of a second server."""

from __future__ import annotations

import contextlib
import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import NamedTuple

import platformdirs

from renjadoc.desk.guard import KEY

_SECONDS = 2.0


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


def write_note(desk: RunningDesk) -> None:
    """Note a page that starts."""
    path = note_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(OSError):
        path.unlink()
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
        data = json.loads(note_path().read_text("utf-8"))
        return RunningDesk(str(data["root"]), int(data["port"]), str(data["token"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _answers(desk: RunningDesk) -> bool:
    request = urllib.request.Request(f"http://127.0.0.1:{desk.port}/hidup", headers={"Cookie": f"{KEY}={desk.token}"})
    # No proxy: the question stays on this computer.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=_SECONDS) as answer:
            return bool(answer.read(20) == b"renjadoc")
    except (OSError, urllib.error.URLError, ValueError):
        return False
