"""The long run: python -m tests.acak --kali 10000 [--mulai N] [--hukum isi|folder|…] [--longgar N]."""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import UnsatisfiedAssumption

from tests.acak import bases, file_laws, folder_laws, incoming_laws, laws, page_laws, return_laws
from tests.acak.folders import Files, folders, lay_down
from tests.acak.smaller import smaller
from tests.acak.workers import MOST_MEGABYTES, Law, Outcome, loosen_bounds, run_numbers

#: So long is a failing folder made smaller.
_SHRINK_SECONDS = 60
_IN_MEMORY = "/dev/shm"
_FRAME = re.compile(r'File "[^"]*?([^"/]+/[^"/]+)", line (\d+)')

#: Generated, and nothing else: no shrinking, no file that remembers. The first that is drawn is always the simplest.
_QUIET: dict[str, Any] = {
    "max_examples": 2,
    "phases": [Phase.generate],
    "deadline": None,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}

_SPOILT: dict[str, Law] = {
    "folder": folder_laws.spoilt_folders_give_problems,
    "json": folder_laws.spoilt_json_gives_problems,
    "docx": file_laws.spoilt_documents_give_problems,
    "templat": file_laws.spoilt_templates_give_problems,
    "xlsx": file_laws.spoilt_workbooks_give_problems,
    "sipd": file_laws.spoilt_rows_give_problems,
    "zip": incoming_laws.spoilt_zips_give_problems,
    "halaman": incoming_laws.spoilt_pages_give_problems,
    "tabel": incoming_laws.edited_tables_come_in_once,
    "unggahan": page_laws.spoilt_uploads_give_problems,
    "permintaan": page_laws.spoilt_requests_give_problems,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.acak")
    parser.add_argument("--kali", type=int, default=10_000)
    parser.add_argument("--mulai", type=int, default=0)
    parser.add_argument("--hukum", choices=[*_DRAWN, *_SPOILT], action="append")
    parser.add_argument("--longgar", type=int, default=1)
    asked = parser.parse_args()
    loosen_bounds(asked.longgar)
    failures = 0
    if os.path.isdir(_IN_MEMORY):  # What is spoilt need not be safe on a disk.
        tempfile.tempdir = _IN_MEMORY
    with tempfile.TemporaryDirectory() as kept:
        # A run of ten thousand templates would throw out all that the user's own runs keep.
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = kept
        os.chdir(kept)
        _prepare()
        for name in asked.hukum or [*_DRAWN, *_SPOILT]:
            numbers = range(asked.mulai, asked.mulai + asked.kali)
            if name in _DRAWN:
                numbers = numbers[: max(asked.kali // 20, 1)]
            failures += _run(name, (_DRAWN | _SPOILT)[name], numbers)
    print(f"{failures} kegagalan")
    return int(failures > 0)


def _prepare() -> None:
    """Make what is spoilt once, before the processes part."""
    for make in (bases.documents, bases.small_documents, bases.workbooks, bases.small_workbooks, bases.small_template):
        make()
    bases.folders()
    import renjadoc.desk.pages  # noqa: F401  Loaded once.


class _Account:
    """What a run of a law came to: how many held, how each ended, the longest and the largest, each failure once."""

    def __init__(self, law: str) -> None:
        self._law, self._begun = law, time.monotonic()
        self._times = 0
        self._ends: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._slowest, self._largest, self._seconds = (0.0, 0), (0, 0), 0.0

    def add(self, outcome: Outcome) -> None:
        self._times += 1
        self._ends.update(outcome.ends)
        self._seconds += outcome.seconds
        self._slowest = max(self._slowest, (outcome.seconds, outcome.number))
        self._largest = max(self._largest, (outcome.megabytes, outcome.number))
        if not outcome.failure:
            return
        kind = _kind(outcome.failure)
        self._kinds[kind] += 1
        if self._kinds[kind] == 1:
            print(f"--- {self._law} nomor {outcome.number}\n{outcome.failure}", flush=True)

    def close(self) -> int:
        """Print the account; the number of failures."""
        seconds, failures = time.monotonic() - self._begun, self._kinds.total()
        rate = self._times / max(seconds, 0.001)
        ends = ", ".join(f"{end} {count}" for end, count in self._ends.most_common())
        print(f"{self._law}: {self._times} kali dalam {seconds:.0f} detik ({rate:.1f} sedetik), {failures} kegagalan")
        each = self._seconds / max(self._times, 1)
        slowest, number = self._slowest
        print(f"  rata-rata {each:.3f}, paling lama {slowest:.1f} detik prosesor (nomor {number}); {ends}")
        print(f"  memori sampai {self._largest[0]} MB dari {MOST_MEGABYTES} (nomor {self._largest[1]})")
        for kind, count in self._kinds.most_common():
            print(f"  {count} × {kind}")
        sys.stdout.flush()
        return failures


def _kind(failure: str) -> str:
    """The sort of error and the last places it came through, which a crash that is told in a message tells too."""
    last = failure.rstrip().rpartition("\n")[2].partition(":")[0]
    return f"{last} {' '.join(f'{file}:{line}' for file, line in _FRAME.findall(failure)[-2:])}"


def _run(name: str, law: Law, numbers: range) -> int:
    account = _Account(name)
    try:
        for outcome in run_numbers(law, numbers):
            account.add(outcome)
    except KeyboardInterrupt:  # A long run may be stopped: what it came to is told all the same.
        account.close()
        raise
    return account.close()


def _draw_content(number: int) -> list[str]:
    """A random folder; one that fails is made smaller and left to be looked at."""
    found: list[BaseException] = []
    drawn = given(folders())(lambda files: _try_content(files, found))  # A new one, because it keeps its seed.
    seed(number)(settings(**_QUIET)(drawn))()
    if found:
        raise found[0]
    return ["jadi"]


def _return_content(number: int) -> list[str]:
    """The same folder on its way out and back."""
    ends: list[str] = []
    drawn = given(folders())(lambda files: ends.extend(return_laws.what_goes_out_comes_back(files, number)))
    seed(number)(settings(**_QUIET)(drawn))()
    return ends


def _try_content(files: Files, found: list[BaseException]) -> None:
    error = _fails(files)
    if error is None:
        return
    kind = str(type(error))
    small = smaller(files, lambda less: str(type(_fails(less))) == kind, _SHRINK_SECONDS)
    place = Path(tempfile.mkdtemp(prefix="renjadoc-acak-"), "isi")
    lay_down(small, place)
    error.add_note(f"dikecilkan: {place}")
    found.append(error)


def _fails(files: Files) -> Exception | None:
    try:
        laws.valid_content_is_printed_whole(files)
    except UnsatisfiedAssumption:
        raise
    except Exception as error:
        return error
    return None


#: Laws over folders that are drawn, which takes most of the time.
_DRAWN: dict[str, Law] = {"isi": _draw_content, "kembali": _return_content}

if __name__ == "__main__":
    sys.exit(main())
