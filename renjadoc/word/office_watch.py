"""Starts LibreOffice and ends it with the process that wants it, however that ends; run as a program of its own.

Its input is a pipe that nobody writes to: it closes when the one at its other end is gone, on every system.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading


def main(command: list[str]) -> int:
    """Run `command` until it ends or nobody waits for it any more; its exit code, 127 if it is no program."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        process = subprocess.Popen(command, **quiet)  # type: ignore[call-overload]
    except OSError:
        return 127
    threading.Thread(target=_end_with_owner, args=(process.pid,), daemon=True).start()
    return int(process.wait())


def _end_with_owner(pid: int) -> None:
    sys.stdin.buffer.read()
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)  # This process leads the group, and goes with it.
    subprocess.run(["taskkill", "/F", "/T", "/PID", str(pid)], check=False, capture_output=True)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
