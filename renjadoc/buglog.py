"""Writes down a fault of renjadoc itself: a file for the developers, one sentence for the user."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from renjadoc import __version__


def write_log(details: str) -> str:
    """Write `details` (tracebacks) to a file in the working folder; the sentence that says where."""
    # With the process, because many may fail in the same second.
    log = Path.cwd() / f"renjadoc-galat-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.log"
    text = f"renjadoc {__version__}, Python {sys.version}\n{sys.argv}\n\n{details}"
    try:
        log.write_text(text, "utf-8", newline="\n")
    except OSError:
        return "Terjadi kesalahan dalam renjadoc sendiri, dan catatannya tidak dapat ditulis di folder ini."
    return f"Terjadi kesalahan dalam renjadoc sendiri. Catatannya ada di {log}; kirimkan berkas itu kepada pengembang."
