"""Where a template that was filled for trial prints a signature, in which order, and what is typed above each list."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

from renjadoc.word.names import W
from renjadoc.word.trial.cells import FindMarks

SIGNED = "pengesahan."
#: What is typed before a value of a signature, and says which it is.
_LABEL = re.compile(r"\b(?:nama|jabatan|pangkat|nip)\b", re.IGNORECASE)


def find_signing(body: Any, names: list[str], find_marks: FindMarks) -> list[list[str]]:
    """The values of a signature as they are read: each by its name, with the labels before it in its line.

    A row of a table is a line too.
    """
    return [list(one) for one in _walk_signing(body, names, find_marks)]


def _walk_signing(body: Any, names: list[str], find_marks: FindMarks) -> Iterator[tuple[str, str]]:
    line, before = None, ""
    for node in body.iter(f"{W}t"):
        holder = next(node.iterancestors(f"{W}tr"), None)
        holder = next(node.iterancestors(f"{W}p"), None) if holder is None else holder
        before = f"{before} {node.text or ''}" if holder is line else node.text or ""
        line = holder
        for name in (names[mark] for mark in find_marks(node.text or "")):
            if name.startswith(SIGNED):
                yield name.removeprefix(SIGNED), " ".join(_LABEL.findall(before)).lower()
                before = ""


def signs_behind_appendices(body: Any, names: list[str], find_marks: FindMarks) -> bool:
    """Whether a signature stands behind the last texts, which are appendices where a document has some."""
    order = [names[mark] for mark in find_marks("".join(body.itertext()))]
    signed = [place for place, name in enumerate(order) if name.startswith(SIGNED)]
    texts = [place for place, name in enumerate(order) if name == "blok.xml"]
    return bool(signed and texts) and signed[0] > texts[-1]


def find_titles(body: Any, names: list[str], find_marks: FindMarks, lists: Container[str]) -> dict[str, str]:
    """By its tag, what stands above each of the lists, up to the list before it."""
    titles: dict[str, str] = {}
    above = ""
    for node in body.iter(f"{W}p", f"{W}t"):
        text = " " if node.tag == f"{W}p" else node.text or ""
        found = [names[mark] for mark in find_marks(text) if names[mark] in lists]
        for name in found:
            titles.setdefault(name, above)
        above = "" if found else above + text
    return titles
