"""Measures whole processes: seconds, processor seconds and peak memory of commands that take turns."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

#: What takes longer than this is measured once.
SLOW_SECONDS = 20


@dataclass(frozen=True)
class Figures:
    """Of one process and those it started: seconds on the clock and on the processor, peak megabytes of the largest."""

    seconds: float
    processor: float
    megabytes: float


def run(command: list[str], environment: Mapping[str, str], limit: float) -> Figures | None:
    """The figures of one process; None if it took longer than `limit` seconds. Raises RuntimeError if it failed.

    A small process starts it: the peak memory of a process counts in what its starter held at that moment.
    """
    asked = json.dumps([command, dict(environment), limit])
    said = subprocess.run([sys.executable, __file__], input=asked, text=True, capture_output=True)
    if said.returncode:
        raise RuntimeError(said.stderr)
    figures = json.loads(said.stdout)
    return None if figures is None else Figures(*figures)


def _run(command: list[str], environment: Mapping[str, str], limit: float) -> tuple[float, float, float] | None:
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    begun = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, environment, file_actions=quiet, setpgroup=0)
    alarm = threading.Timer(limit, os.killpg, (pid, signal.SIGKILL))
    alarm.start()
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - begun
    alarm.cancel()
    if seconds >= limit:
        return None
    if status:
        raise SystemExit(f"gagal: {' '.join(command)}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(
    commands: Mapping[str, list[str]], rounds: int, environment: Mapping[str, str], limit: float
) -> dict[str, Figures | None]:
    """Medians by name, and the greatest memory. The commands take turns, after a first round that warms up."""
    taken: dict[str, list[Figures | None]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            before = taken[name]
            if turn and (before[0] is None or before[0].seconds > SLOW_SECONDS):
                continue
            before.append(run(command, environment, limit))
    return {name: _middle(figures) for name, figures in taken.items()}


def _middle(figures: list[Figures | None]) -> Figures | None:
    known = [one for one in (figures[1:] or figures) if one is not None]
    if not known:
        return None
    return Figures(
        statistics.median(one.seconds for one in known),
        statistics.median(one.processor for one in known),
        max(one.megabytes for one in known),
    )


if __name__ == "__main__":
    json.dump(_run(*json.load(sys.stdin)), sys.stdout)
