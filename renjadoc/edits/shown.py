"""Where a reader of the document sees what an edit changes: `Tabel 4.1, Penataan Arsip, kolom Target`."""

from __future__ import annotations

from pathlib import Path

from renjadoc.checks.places import describe_pointer
from renjadoc.edits.changeset import read_for_edits


class ShownPlaces:
    """The places of a folder as they are before the edits are written. Raises ProblemsFound if it cannot be used."""

    def __init__(self, root: Path) -> None:
        self._reading = read_for_edits(root)
        folder = self._reading.folder
        self._sources = {folder.relative(source): source for source in folder.sources}

    def describe(self, file: str, pointer: str, row: str = "", column: str = "") -> str:
        """The place and, behind it, the file; `row` and `column` are said where the place does not know them yet."""
        source = self._sources.get(file)
        place = describe_pointer(self._reading, source, pointer) if source is not None else ""
        parts = [place] if place else []
        if row and row[:_ENOUGH] not in place:
            parts.append(row)
        if column and "kolom " not in place:
            parts.append(f"kolom {column}")
        return "  ".join(filter(None, [", ".join(parts), f"[{file}]"]))


#: So many letters of a name are enough to see that a place says it, which shortens long ones.
_ENOUGH = 30
