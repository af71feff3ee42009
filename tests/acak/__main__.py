"""The long run: python -m tests.acak --kali 20000 [--mulai N] [--hukum isi|rusak|docx|templat|xlsx]."""

from __future__ import annotations

import argparse
import gc
import os
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import UnsatisfiedAssumption

from tests.acak import laws
from tests.acak.folders import Files, folders, lay_down
from tests.acak.smaller import smaller

#: A spoilt file that takes longer hangs.
_LONGEST_SECONDS = 30
#: A run that needs more memory than this grows; the machine itself is kept from giving much more.
_MOST_MEGABYTES, _NO_MORE_MEGABYTES = 1500, 4000
#: So many folders are drawn with one seed: what Hypothesis remembers of them stays small, and a run can go on anywhere.
_BATCH = 50
#: So long is a failing folder made smaller.
_SHRINK_SECONDS = 60
_FRAME = re.compile(r'File "[^"]*?([^"/]+/[^"/]+)", line (\d+)')

#: Generated, and nothing else: no shrinking, no file that remembers.
_QUIET: dict[str, Any] = {
    "phases": [Phase.generate],
    "deadline": None,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}

_SPOILT: dict[str, Callable[[int], list[str]]] = {
    "rusak": laws.spoilt_content_gives_problems,
    "docx": laws.spoilt_documents_give_problems,
    "templat": laws.spoilt_templates_give_problems,
    "xlsx": laws.spoilt_workbooks_give_problems,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.acak")
    parser.add_argument("--kali", type=int, default=20_000)
    parser.add_argument("--mulai", type=int, default=0)
    parser.add_argument("--hukum", choices=["isi", *_SPOILT], action="append")
    asked = parser.parse_args()
    signal.signal(signal.SIGALRM, _hangs)
    resource.setrlimit(resource.RLIMIT_AS, (_NO_MORE_MEGABYTES * 2**20,) * 2)
    failures = 0
    with tempfile.TemporaryDirectory() as kept:
        # A run of ten thousand templates would throw out all that the user's own runs keep.
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = kept
        for name in asked.hukum or ["isi", *_SPOILT]:
            failures += _content(asked) if name == "isi" else _numbered(name, asked)
    print(f"{failures} kegagalan; memori paling banyak {_megabytes()} MB")
    return int(failures > 0 or _megabytes() > _MOST_MEGABYTES)


def _megabytes() -> int:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


class _Hangs(BaseException):
    """No Exception, because what is tested may catch any; a TimeoutError is even an OSError, which is a refusal."""


class _Account:
    """What a run of a law came to: how many held, how each ended, the longest and the largest, each failure once."""

    def __init__(self, law: str) -> None:
        self._law, self._begun = law, time.monotonic()
        self.times = 0
        self._ends: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._slowest, self._largest = (0.0, 0), (0, 0)

    def run(self, number: int, attempt: Callable[[], list[str]]) -> str:
        """Run one; the kind of failure if it is one that was not seen before, otherwise nothing."""
        began, held = time.monotonic(), _megabytes()
        signal.alarm(_LONGEST_SECONDS)
        try:
            self._ends.update(attempt())
        except UnsatisfiedAssumption:
            self.times -= 1  # Hypothesis draws another folder.
            raise
        except (Exception, _Hangs) as error:
            return self._failed(number, error)
        finally:
            signal.alarm(0)
            self.times += 1
            self._slowest = max(self._slowest, (time.monotonic() - began, number))
            self._largest = max(self._largest, (_megabytes() - held, number))
        return ""

    def _failed(self, number: int, error: BaseException) -> str:
        kind = _kind(error)
        self._kinds[kind] += 1
        if self._kinds[kind] > 1:
            return ""
        print(f"--- nomor {number}\n{''.join(traceback.format_exception(error))[-4000:]}", flush=True)
        return kind

    def close(self) -> int:
        """Print the account; the number of failures."""
        seconds, failures = time.monotonic() - self._begun, self._kinds.total()
        rate = self.times / max(seconds, 0.001)
        ends = ", ".join(f"{end} {count}" for end, count in self._ends.most_common())
        print(f"{self._law}: {self.times} kali dalam {seconds:.0f} detik ({rate:.1f} sedetik), {failures} kegagalan")
        print(f"  paling lama {self._slowest[0]:.1f} detik (nomor {self._slowest[1]}); {ends}")
        print(f"  memori sampai {_megabytes()} MB, sekaligus {self._largest[0]} MB (nomor {self._largest[1]})")
        for kind, count in self._kinds.most_common():
            print(f"  {count} × {kind}")
        sys.stdout.flush()
        return failures


def _kind(error: BaseException) -> str:
    """The sort of error and the last places it came through, which a crash that is told in a message tells too."""
    frames = _FRAME.findall("".join(traceback.format_exception(error)))
    return f"{type(error).__name__} {' '.join(f'{file}:{line}' for file, line in frames[-2:])}"


def _hangs(*_: Any) -> None:
    raise _Hangs(f"tidak selesai dalam {_LONGEST_SECONDS} detik")


def _numbered(name: str, asked: argparse.Namespace) -> int:
    account = _Account(name)
    for number in range(asked.mulai, asked.mulai + asked.kali):
        if number % _BATCH == 0:
            gc.collect()  # The libraries leave circles behind; a run that grows in spite of it leaks.
        account.run(number, lambda number=number: _SPOILT[name](number))  # type: ignore[misc]
    return account.close()


def _content(asked: argparse.Namespace) -> int:
    """Random folders, a twentieth as many; one that fails stops nothing, is made smaller and left to be looked at."""
    account = _Account("isi")
    times = max(asked.kali // 20, 1)

    def law(files: Files) -> None:
        kind = account.run(account.times, lambda: laws.valid_content_is_printed_whole(files) or [])
        if kind:
            small = smaller(files, lambda less: _fails(less) == kind, _SHRINK_SECONDS)
            place = Path(tempfile.mkdtemp(prefix="renjadoc-acak-"), "isi")
            lay_down(small, place)
            print(f"    dikecilkan: {place}", flush=True)

    for number, done in enumerate(range(0, times, _BATCH), asked.mulai):
        gc.collect()
        drawn = given(folders())(lambda files: law(files))  # A new one, because it keeps its seed.
        seed(number)(settings(max_examples=min(_BATCH, times - done), **_QUIET)(drawn))()
    return account.close()


def _fails(files: Files) -> str:
    signal.alarm(_LONGEST_SECONDS)
    try:
        laws.valid_content_is_printed_whole(files)
    except UnsatisfiedAssumption:
        return ""
    except (Exception, _Hangs) as error:
        return _kind(error)
    finally:
        signal.alarm(0)
    return ""


if __name__ == "__main__":
    sys.exit(main())
