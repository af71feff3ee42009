"""Two at once, killed, on a full disk (python -m tests.acak.together): old or new, never half, and nothing is lost."""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from renjadoc import journal
from renjadoc.content import folder as folders
from renjadoc.edits.history import list_actions
from tests.acak.actions import ACTIONS, ALONE, Place, prepare, use_store
from tests.acak.outcomes import list_codes

#: So long a pair may take; whoever waits for the lock gives up before.
_MOST_SECONDS = 90


def run_pair(kept: Place, base: Path, first: str, second: str) -> tuple[str, str]:
    """Two actions in two processes at the same moment; how each ended. Raises AssertionError if anything was lost."""
    place = _copy(kept, base)
    use_store(place)
    ready, go = os.pipe(), os.pipe()
    pair = [_fork(lambda name=name: ACTIONS[name].act(place), ready[1], go) for name in (first, second)]  # type: ignore[misc]
    os.close(ready[1])
    while os.read(ready[0], 2):
        pass  # Both have closed their end: they are there.
    os.close(ready[0])
    os.close(go[0])
    os.close(go[1])
    ends = [_wait(child, told) for child, told in pair]
    done = [name for name, end in zip((first, second), ends, strict=True) if end == "jadi"]
    assert done, ends
    for name in done:
        assert ACTIONS[name].shows(place), f"{name} berkata jadi, dan tidak tampak ({first}, {second}: {ends})"
    _check_place(place)
    return ends[0], ends[1]


def kill_action(kept: Place, base: Path, name: str, seconds: float) -> bool:
    """Kill an action after a while; whether it was done. Raises AssertionError for half of it."""
    place = _copy(kept, base)
    use_store(place)
    before = place.snapshot()
    child, told = _fork(lambda: ACTIONS[name].act(place))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(told)
    return _is_done(place, name, before)


def fill_disk(kept: Place, base: Path, name: str, room: int) -> bool:
    """An action that can write no file beyond so many bytes; whether it was done."""
    place = _copy(kept, base)
    use_store(place)
    before = place.snapshot()
    child, told = _fork(lambda: _within(room, lambda: ACTIONS[name].act(place)))
    end = _wait(child, told)
    is_done = _is_done(place, name, before)
    assert is_done == (end == "jadi") or name in {"pasang", "massal"}, (name, room, end)
    return is_done


def _within(room: int, act: Callable[[], object]) -> object:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    return act()


def _copy(kept: Place, base: Path) -> Place:
    shutil.rmtree(base, ignore_errors=True)
    shutil.copytree(kept.base, base)
    return Place(base)


def _fork(act: Callable[[], object], ready: int = -1, go: tuple[int, int] = (-1, -1)) -> tuple[int, int]:
    """A process that acts when `go` is closed; it, and where it tells how that ended."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    try:
        if ready >= 0:
            os.close(go[1])
            os.close(ready)
            os.read(go[0], 1)
        os.write(writing, ",".join(list_codes(act)).encode())
        code = 0
    except BaseException as error:
        os.write(writing, repr(error)[:2000].encode())
    finally:
        os._exit(code)


def _wait(child: int, told: int) -> str:
    with os.fdopen(told, "rb") as answer:
        said = answer.read().decode()
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, said or "prosesnya berakhir"
    return said


def _is_done(place: Place, name: str, before: dict[str, bytes]) -> bool:
    """Whether the next who opens the folder finds the action done, or everything as it was."""
    journal.heal_folder(place.root)
    shows = ACTIONS[name].shows(place)
    if not shows:
        assert place.snapshot() == before, f"{name}: setengah"
    _check_place(place)
    return shows


def _check_place(place: Place) -> None:
    assert not (place.root / ".cadangan" / ".tulis").exists()
    _, problems = folders.read_folder(place.root)
    assert [problem for problem in problems if problem.is_error] == []
    assert list_actions(place.root)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.acak.together")
    parser.add_argument("--kali", type=int, default=200)
    parser.add_argument("--mulai", type=int, default=0)
    asked = parser.parse_args()
    if os.path.isdir("/dev/shm"):
        tempfile.tempdir = "/dev/shm"
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = temporary
        return _run(Path(temporary), range(asked.mulai, asked.mulai + asked.kali))


def _run(base: Path, numbers: range) -> int:
    """Try every number, or until Ctrl+C; what came of it is printed either way."""
    ends: Counter[str] = Counter()
    failures = done = 0
    with contextlib.suppress(KeyboardInterrupt):
        kept = prepare(base / "asal")
        for number in numbers:
            for kind, trial in TRIALS.items():
                try:
                    ends[f"{kind} {trial(kept, base / 'coba', random.Random(number))}"] += 1
                except AssertionError as error:
                    failures += 1
                    print(f"--- {kind} nomor {number}: {error}", flush=True)
            done += 1
    print(f"{done} kali, {failures} kegagalan; " + ", ".join(f"{end} {n}" for end, n in sorted(ends.items())))
    return int(failures > 0)


def _draw_pair(kept: Place, base: Path, chance: random.Random) -> str:
    ends = run_pair(kept, base, *chance.choices(sorted(ACTIONS.keys() - ALONE), k=2))
    return "keduanya jadi" if ends == ("jadi", "jadi") else "satu diberi tahu"


def _draw_kill(kept: Place, base: Path, chance: random.Random) -> str:
    done = kill_action(kept, base, chance.choice(sorted(ACTIONS)), chance.random() * chance.choice([0.05, 0.2, 1]))
    return "baru" if done else "lama"


def _draw_full(kept: Place, base: Path, chance: random.Random) -> str:
    room = chance.choice([0, 1, 100, 500, 1000, 2000, 5000, 20_000, 100_000])
    return "baru" if fill_disk(kept, base, chance.choice(sorted(ACTIONS)), room) else "lama"


TRIALS: dict[str, Callable[[Place, Path, random.Random], str]] = {
    "pasangan": _draw_pair,
    "dimatikan": _draw_kill,
    "penuh": _draw_full,
}

if __name__ == "__main__":
    sys.exit(main())
