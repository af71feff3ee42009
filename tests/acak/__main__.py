"""The long run: python -m tests.acak --kali 20000 [--mulai N] [--hukum isi|rusak|docx|xlsx]."""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings

from tests.acak import laws
from tests.acak.folders import folders

#: A spoilt file that takes longer hangs.
_LONGEST_SECONDS = 30
#: A run that needs more memory than this grows.
_MOST_MEGABYTES = 1500


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.acak")
    parser.add_argument("--kali", type=int, default=20_000)
    parser.add_argument("--mulai", type=int, default=0)
    parser.add_argument("--hukum", choices=["isi", "rusak", "docx", "xlsx"])
    asked = parser.parse_args()
    document, workbooks = laws.document_to_spoil(), laws.workbooks_to_spoil()
    runs: dict[str, Callable[[], int]] = {
        "rusak": lambda: _numbered(laws.spoilt_content_gives_problems, asked),
        "docx": lambda: _numbered(lambda number: laws.spoilt_documents_give_problems(number, document), asked),
        "xlsx": lambda: _numbered(lambda number: laws.spoilt_workbooks_give_problems(number, workbooks), asked),
        "isi": lambda: _random_content(max(asked.kali // 20, 1)),
    }
    chosen = [asked.hukum] if asked.hukum else list(runs)
    failures = sum(runs[name]() for name in chosen)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{failures} kegagalan; memori paling banyak {megabytes} MB")
    return int(failures > 0 or megabytes > _MOST_MEGABYTES)


def _numbered(law: Callable[[int], None], asked: argparse.Namespace) -> int:
    """Run a law for every number; each kind of failure is shown once, with the first number that shows it."""
    signal.signal(signal.SIGALRM, _hangs)
    seen: Counter[str] = Counter()
    begun = time.monotonic()
    for number in range(asked.mulai, asked.mulai + asked.kali):
        signal.alarm(_LONGEST_SECONDS)
        try:
            law(number)
        except Exception as error:
            kind = "".join(traceback.format_exception(error)[-3:])
            seen[kind] += 1
            if seen[kind] == 1:
                print(f"--- nomor {number}\n{''.join(traceback.format_exception(error)[-6:])}", flush=True)
        finally:
            signal.alarm(0)
    print(f"{asked.kali} kali dalam {time.monotonic() - begun:.0f} detik, {sum(seen.values())} kegagalan", flush=True)
    return sum(seen.values())


def _hangs(*_: Any) -> None:
    raise TimeoutError(f"tidak selesai dalam {_LONGEST_SECONDS} detik")


def _random_content(times: int) -> int:
    law = settings(max_examples=times, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)(
        given(folders())(laws.valid_content_is_printed_whole)
    )
    try:
        law()
    except Exception:
        traceback.print_exc()
        return 1
    print(f"{times} folder acak")
    return 0


if __name__ == "__main__":
    sys.exit(main())
