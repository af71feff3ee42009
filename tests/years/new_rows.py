"""Takes the rows that came into a rolled evaluation out again, so that all else can be compared with what it was."""

from __future__ import annotations

from collections import Counter

from renjadoc.edits.apply import write_texts
from renjadoc.edits.edit import Edit
from renjadoc.years.rollover import Rolled


def take_new_rows_out(rolled: Rolled) -> None:
    """Remove from the new folder what was inserted behind the rows of the old one."""
    before: Counter[tuple[str, str]] = Counter()
    removing = []
    for edit in rolled.edits:
        if edit.action == "insert":
            above, _, index = edit.pointer.rpartition("/")
            place = int(index) + before[edit.file, edit.pointer]
            before[edit.file, edit.pointer] += 1
            removing.append(Edit(edit.file, f"{above}/{place}", "remove"))
    for file, text in write_texts(rolled.target, removing).items():
        (rolled.target / file).write_bytes(text.encode("utf-8"))
