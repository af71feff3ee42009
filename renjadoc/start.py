"""Where a process of renjadoc begins and ends, around the command line."""

from __future__ import annotations

import os
import signal
import sys

#: What a shell says of a command that Ctrl+C ended.
EXIT_INTERRUPTED = 130
#: As `cli.EXIT_BUG`, which may be what cannot be loaded.
EXIT_FAULT = 3


def run() -> int:
    """Run the command line of this process; its exit code."""
    # Until the command line can say that it was called off, Ctrl+C just ends the process: half of it is loaded.
    before = signal.signal(signal.SIGINT, lambda *_: os._exit(EXIT_INTERRUPTED))
    import atexit

    try:
        from renjadoc import cli
    except Exception as error:
        from renjadoc import buglog

        print(buglog.say_installation_fault(error), file=sys.stderr)
        return EXIT_FAULT
    signal.signal(signal.SIGINT, before)
    codes: list[int] = []
    # Registered first, called last: whatever others clean up is clean by then.
    atexit.register(_leave, codes)
    codes.append(cli.main())
    return codes[0]


def _leave(codes: list[int]) -> None:
    """Leave at once: to take all memory apart first is a seventh of the time of a short run."""
    from contextlib import suppress

    with suppress(AttributeError, OSError, ValueError, IndexError):  # No console, a closed pipe: Python knows how.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(codes[0])
