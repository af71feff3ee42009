"""A file that was dropped on the page, for as long as it is read, under a name that every system takes."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: What a name may not hold: separators, what Windows forbids, control characters, halves of characters.
_UNFIT = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
_MOST_LETTERS = 80


def clean_name(stated: str) -> str:
    """The name that a browser states, without the way to it and what no file may be called; never empty."""
    name = _UNFIT.sub("_", re.split(r"[/\\]", stated)[-1]).rstrip(" .").lstrip()
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return name[:_MOST_LETTERS] or "berkas"
    return f"{stem[:_MOST_LETTERS].strip() or 'berkas'}.{ending[:10]}"


@contextmanager
def kept_upload(stated: str, content: bytes) -> Iterator[Path]:
    """The file, which goes with the block."""
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        path = Path(temporary, clean_name(stated))
        path.write_bytes(content)
        yield path
