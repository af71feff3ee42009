"""Starts LibreOffice and ends it with the process that wants it, however that ends; run as a program of its own.

Its input is a pipe that nobody writes to: it closes when the one at its other end is gone, on every system.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

#: A document of hundreds of pages takes a tenth of it; what asks for more would take the whole computer.
MAX_MEMORY = 4 << 30


def main(command: list[str]) -> int:
    """Run `command` until it ends or nobody waits for it any more; its exit code, 127 if it is no program."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    _bound_memory()
    try:
        process = subprocess.Popen(command, **quiet)  # type: ignore[call-overload]
    except OSError:
        return 127
    threading.Thread(target=_end_with_owner, args=(process.pid,), daemon=True).start()
    return int(process.wait())


def _bound_memory() -> None:
    """Of this process and those it starts, where the system knows such a bound."""
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        bound = MAX_MEMORY if most == resource.RLIM_INFINITY else min(MAX_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_DATA, (bound, most))


def _end_with_owner(pid: int) -> None:
    sys.stdin.buffer.read()
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)  # This process leads the group, and goes with it.
    # A page that runs without a console would open one for this.
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    command = ["taskkill", "/F", "/T", "/PID", str(pid)]
    subprocess.run(command, check=False, capture_output=True, creationflags=hidden)
    os._exit(1)


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))  # At once: the thread that waits for the owner still reads.
