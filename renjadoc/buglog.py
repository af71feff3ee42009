"""Faults of renjadoc itself: written down for the developers, or told as those of its installation."""

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


def is_installation_fault(error: BaseException | None) -> bool:
    """Whether a module could not be loaded: its file is torn, or missing."""
    place = error.__traceback__ if error is not None else None
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    is_loading = place is not None and place.tb_frame.f_code.co_filename.startswith("<frozen importlib")
    return isinstance(error, ImportError | SyntaxError) or is_loading


def say_installation_fault(error: BaseException | None) -> str:
    """What the user is told of a module that cannot be loaded."""
    named = getattr(error, "name", None) or getattr(error, "filename", None)
    said = f"tidak utuh ({named})" if named else "tidak utuh"
    return (
        f"Pemasangan renjadoc di komputer ini rusak: berkas programnya {said}. Folder isi tidak tersentuh.\n"
        "Pasang ulang renjadoc: hapus folder programnya, lalu ekstrak lagi renjadoc-windows.zip; atau jalankan\n"
        "pip install --force-reinstall --no-cache-dir untuk paket renjadoc beserta pustakanya."
    )
