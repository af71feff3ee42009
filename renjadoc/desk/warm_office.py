"""The one LibreOffice of the page: started when pages are about to be looked at, and kept for what comes next.

It ends itself when nobody asks for ten minutes, and with the page; then the next document starts another.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from renjadoc.word.layout import pages
from renjadoc.word.layout.pages import LayoutFailed, LibreOffice

#: One document after the other: it is not for several threads at once.
_lock = threading.Lock()
_held: list[LibreOffice] = []


@contextmanager
def lend_office() -> Iterator[LibreOffice | None]:
    """The LibreOffice for a while; None where there is none on this computer."""
    with _lock:
        yield _find_office()


def warm_up() -> None:
    """Let it start before the first document waits for it; where it cannot, that document says so."""
    with _lock, contextlib.suppress(LayoutFailed):
        if office := _find_office():
            office.start()


def end_office() -> None:
    """End it with the page."""
    with _lock:
        while _held:
            _held.pop().close()


def _find_office() -> LibreOffice | None:
    program = pages.find_libreoffice()
    if program is not None and not _held:
        _held.append(LibreOffice(program))
    return _held[0] if program is not None else None
