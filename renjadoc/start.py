"""Where a process of renjadoc begins: what makes it start and end sooner, around the command line."""

from __future__ import annotations

import gc

from renjadoc.patterns import Patterns


def run() -> int:
    """Run the command line of this process; its exit code."""
    with Patterns():  # Before the libraries, which compile many.
        from renjadoc.cli import main

        code = main()
    # All goes with the process: Python need not look once more for what could go before.
    gc.freeze()
    return code
