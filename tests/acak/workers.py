"""Runs a law over numbers in processes of their own: what hangs, dies or takes too much is a failure of one number."""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

#: Processor time of one number; a wait that takes none; and a process that no longer heeds either.
MOST_SECONDS, MOST_WAITING, MOST_SILENT = 10, 60, 120
#: Memory of a process, and what the machine gives it.
MOST_MEGABYTES, NO_MORE_MEGABYTES = 500, 900
#: A process does so many numbers: what libraries leave behind goes with it.
_BLOCK = 400

Law = Callable[[int], list[str]]


@dataclass
class Outcome:
    """What became of one number: how it ended, in seconds of the processor and megabytes; a traceback if it failed."""

    number: int
    ends: list[str] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: int = 0
    failure: str = ""


class _Hangs(BaseException):
    """No Exception, because what is tested may catch any; a TimeoutError is even an OSError, which is a refusal."""


def loosen_bounds(times: int) -> None:
    """Let every number take so many times as long: on a busy computer, or where one is several commands."""
    global MOST_SECONDS, MOST_WAITING, MOST_SILENT
    MOST_SECONDS, MOST_WAITING, MOST_SILENT = (one * times for one in (MOST_SECONDS, MOST_WAITING, MOST_SILENT))


def run_numbers(law: Law, numbers: range) -> Iterator[Outcome]:
    """Try the law with every number, a block of them in one process after another."""
    left = list(numbers)
    while left:
        done = 0
        for outcome in _run_block(law, left[:_BLOCK]):
            done += 1
            yield outcome
        left = left[done:]


def _run_block(law: Law, numbers: list[int]) -> Iterator[Outcome]:
    """The outcomes of a process, the last one that of the number it died of, if it died."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(law, numbers, os.fdopen(writing, "w", encoding="utf-8"))
    os.close(writing)
    done = 0
    with os.fdopen(reading, "rb", buffering=0) as told:
        for line in _read_lines(told):
            done += 1
            yield Outcome(**json.loads(line))
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if done == 0 or (done < len(numbers) and os.waitstatus_to_exitcode(status) != 0):
        yield Outcome(numbers[done], failure=f"prosesnya berakhir atau diam ({os.waitstatus_to_exitcode(status)})")


def _read_lines(told: Any) -> Iterator[bytes]:
    """Lines as they come, until nothing came for too long."""
    held = b""
    while select.select([told], [], [], MOST_SILENT)[0] and (more := told.read(1 << 16)):
        *lines, held = (held + more).split(b"\n")
        yield from lines


def _work(law: Law, numbers: list[int], told: Any) -> None:
    """In the process: never returns."""
    code = 1
    with suppress(BaseException):
        signal.signal(signal.SIGPROF, _stop)
        signal.signal(signal.SIGALRM, _stop)
        resource.setrlimit(resource.RLIMIT_DATA, (NO_MORE_MEGABYTES << 20,) * 2)
        gc.freeze()  # What was there before is not looked through again and again.
        for number in numbers:
            outcome = _try(law, number)
            told.write(json.dumps(vars(outcome)) + "\n")
            told.flush()
            if outcome.failure:
                break  # What it left behind must not spoil the next.
        code = 0
    os._exit(code)


def _try(law: Law, number: int) -> Outcome:
    outcome, began = Outcome(number), time.process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    signal.alarm(MOST_WAITING)
    try:
        outcome.ends = law(number)
    except (Exception, _Hangs) as error:
        outcome.failure = "".join(traceback.format_exception(error))[-6000:]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
    outcome.seconds = time.process_time() - began
    outcome.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if outcome.megabytes > MOST_MEGABYTES and not outcome.failure:
        outcome.failure = f"memori {outcome.megabytes} MB"
    return outcome


def _stop(*_: Any) -> None:
    raise _Hangs(f"tidak selesai dalam {MOST_SECONDS} detik prosesor atau {MOST_WAITING} detik")
