"""Where a process of renjadoc begins and ends, around the command line."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress

from renjadoc import cli


def run() -> int:
    """Run the command line of this process; its exit code."""
    codes: list[int] = []
    # Registered first, called last: whatever others clean up is clean by then.
    atexit.register(_leave, codes)
    codes.append(cli.main())
    return codes[0]


def _leave(codes: list[int]) -> None:
    """Leave at once: to take all memory apart first is a seventh of the time of a short run."""
    with suppress(AttributeError, OSError, ValueError, IndexError):  # No console, a closed pipe: Python knows how.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(codes[0])
