"""Runs a trial that forks in a process without threads: the fork of one with some may wait for ever for their locks."""

from __future__ import annotations

import multiprocessing
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

#: What is imported once, before the first trial.
_USED = ["tests.acak.together", "tests.test_journal", "tests.test_faults"]
#: So long a trial may take on a busy machine, in seconds.
_PATIENCE = 600


def run_alone(trial: Callable[..., object], *arguments: Any) -> None:
    """Call `trial`, a function of a module. Raises AssertionError with its traceback, or where it comes to no end."""
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(_USED)
    heard, told = forking.Pipe(duplex=False)
    process = forking.Process(target=_tell, args=(told, trial, arguments))
    process.start()
    told.close()
    try:
        said = heard.recv() if heard.poll(_PATIENCE) else "never ended"
    except EOFError:
        said = "died"
    process.kill()
    process.join()
    assert not said, said


def _tell(told: Connection, trial: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    # Killed, or on a full disk, Python would leave half of a compiled module to whoever imports it next.
    sys.dont_write_bytecode = True
    try:
        trial(*arguments)
        told.send("")
    except BaseException:
        told.send(traceback.format_exc())
