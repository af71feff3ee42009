"""What lies where a file or folder was sought in vain: the names that a hint says, the likest first."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from renjadoc.problem import join_some

#: So many names are looked at, and so many said.
_LOOKED_AT, _SAID = 2000, 5


def name_files(sought: Path, kinds: Collection[str]) -> str:
    """The files of these kinds (`.xlsx`, …) that lie where `sought` does not."""
    if not sought.parent.is_dir():
        return f"Folder {sought.parent} tidak ada; periksa tempatnya."
    place = "di folder ini" if sought.parent == Path() else f"di {sought.parent}"
    found = [path for path in _list_entries(sought.parent) if path.suffix.lower() in kinds and path.is_file()]
    if not found:
        return f"Berkas {' atau '.join(kinds)} tidak ada satu pun {place}; periksa tempatnya."
    return f"Yang ada {place}: {_say_names(sought, found)}."


def name_folders(sought: Path, marker: str) -> str:
    """The folders beside `sought`, or one step further down, that hold a file called `marker`; nothing if none does."""
    beside = list(_list_entries(sought.parent))
    below = [inside for path in beside if path.is_dir() for inside in islice(_list_entries(path), _LOOKED_AT // 10)]
    found = [path for path in (*beside, *below) if (path / marker).is_file()]
    return f"Yang ada: {_say_names(sought, found)}." if found else ""


def _list_entries(folder: Path) -> Iterator[Path]:
    """What lies in a folder and is nobody's own or hidden."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, _LOOKED_AT)]
    except OSError:
        return
    yield from (folder / name for name in sorted(names) if not name.startswith((".", "~$")))


def _say_names(sought: Path, found: list[Path]) -> str:
    from rapidfuzz.fuzz import ratio  # Late: only where something is missing.

    def measure(path: Path) -> float:
        return -ratio(sought.name.casefold(), path.name.casefold())

    return join_some([path.as_posix() for path in sorted(found, key=measure)], _SAID)
