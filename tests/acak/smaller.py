"""Makes a random folder that fails smaller: what can be left out while it fails in the same way is left out."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator
from typing import Any

from tests.acak.folders import Files


def smaller(files: Files, fails: Callable[[Files], bool], seconds: float) -> Files:
    """A folder that still `fails`, found within about so many seconds.

    Whole files go first, then what stands highest in them; Hypothesis would take hours, because it shrinks choices and
    not content.
    """
    until = time.monotonic() + seconds
    found = True
    while found and time.monotonic() < until:
        found = False
        for less in _less(files):
            if time.monotonic() > until:
                break
            if fails(copy.deepcopy(less)):
                files, found = less, True
                break
    return files


def _less(files: Files) -> Iterator[Files]:
    """The folder without one file, member or item; halves of lists before single items."""
    for path in sorted(_paths(files), key=len):
        yield _without(files, path)


def _paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from _paths(value, (*path, key))
    elif isinstance(data, list):
        if len(data) > 2:
            yield (*path, slice(0, len(data) // 2))
            yield (*path, slice(len(data) // 2, len(data)))
        for index, value in enumerate(data):
            yield (*path, index)
            yield from _paths(value, (*path, index))


def _without(files: Files, path: tuple[Any, ...]) -> Files:
    less = copy.deepcopy(files)
    container: Any = less
    for key in path[:-1]:
        container = container[key]
    del container[path[-1]]
    return less
