"""Where a process of renjadoc begins and ends: what makes both sooner, around the command line."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress

from renjadoc.patterns import Patterns


def run() -> int:
    """Run the command line of this process; its exit code."""
    ended: list[int] = []
    # What is registered first is called last: whatever others clean up is clean by then.
    atexit.register(_leave, ended)
    # A run builds much and drops little: the default of one collection every 700 objects is a tenth of its time.
    gc.set_threshold(200_000, 20, 100)
    with Patterns():  # Before the libraries, which compile many.
        from renjadoc.cli import main

        ended.append(main())
    return ended[0]


def _leave(ended: list[int]) -> None:
    """Leave at once with the exit code, if there is one: all memory goes with the process, and need not be tidied."""
    if ended:
        with suppress(AttributeError, OSError, ValueError):  # No console, a closed pipe: Python knows what to do then.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(ended[0])
