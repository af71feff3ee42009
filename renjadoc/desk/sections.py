"""A chapter as the boxes of the page, and what is done to a box as edits of the chapter's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.content.naming import number_stem
from renjadoc.content.pointers import join
from renjadoc.desk.writing import Seen
from renjadoc.edits.edit import Edit
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading


@dataclass(frozen=True)
class SectionBoxes:
    """The blocks below one heading, as they stood when they were shown.

    `file` is relative to the folder, `pointer` that of the section in it; `has_list` tells whether there is a list of
    blocks already; `key` is its key, which stands `behind` another.
    """

    file: str
    pointer: str
    title: str
    blocks: tuple[Any, ...]
    has_list: bool
    key: str = "isi"
    behind: str = "judul"

    @property
    def seen(self) -> Seen:
        """What must still stand there when something is written."""
        return Seen(self.file, join(self.pointer, self.key), list(self.blocks) if self.has_list else None)

    def place(self, index: int) -> str:
        """The pointer of a block."""
        return join(self.pointer, self.key, index)


def read_boxes(folder: Folder, section: Section) -> SectionBoxes:
    """The boxes of a section."""
    data = section.data
    file = folder.relative(section.source)
    return SectionBoxes(file, section.pointer, data["judul"], tuple(data.get("isi", ())), "isi" in data)


def read_lines(file: str, data: Any, key: str, called: str) -> SectionBoxes:
    """The lines of a caption or of the notes of a table, as boxes."""
    return SectionBoxes(file, "", called, tuple(data.get(key, ())), key in data, key)


def list_sections(reading: Reading, file: str) -> list[Section]:
    """The sections of one chapter in reading order."""
    return [one for one in reading.outline.all_sections if reading.folder.relative(one.source) == file]


def replace_block(boxes: SectionBoxes, index: int, new: list[Any], count: int = 1) -> list[Edit]:
    """`count` blocks from `index` on become other ones, or none; in the place of no block these are put in."""
    if not boxes.has_list:
        return [Edit(boxes.file, join(boxes.pointer, boxes.key), "set", list(new), behind=boxes.behind)]
    both = min(count, len(new))
    edits: list[Edit] = []
    for step in range(both):
        edits += _set_changed(boxes.file, boxes.place(index + step), boxes.blocks[index + step], new[step])
    edits += [Edit(boxes.file, boxes.place(index + step), "remove") for step in range(both, count)]
    return [*edits, *(Edit(boxes.file, boxes.place(index + count), "insert", block) for block in new[both:])]


def insert_block(boxes: SectionBoxes, index: int, block: object) -> list[Edit]:
    """A new block before the one at `index`, or behind the last."""
    return replace_block(boxes, index, [block], 0)


def move_block(boxes: SectionBoxes, index: int, step: int) -> list[Edit]:
    """A block changes places with the one before it (-1) or behind it (1); nothing at the ends."""
    if not 0 <= index + step < len(boxes.blocks):
        return []
    target = index - 1 if step < 0 else index + 2
    return [Edit(boxes.file, boxes.place(target), "move", source=boxes.place(index))]


def _set_changed(file: str, pointer: str, old: object, new: object) -> Iterator[Edit]:
    """Only what differs between two blocks is written, so that the rest of the file stays as somebody wrote it."""
    if isinstance(old, dict) and isinstance(new, dict) and list(old) == list(new):
        for key in old:
            yield from _set_changed(file, join(pointer, key), old[key], new[key])
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from _set_changed(file, join(pointer, index), before, after)
    elif old != new:
        yield Edit(file, pointer, "set", new)


def find_free_name(root: Path, stem: str, ending: str) -> str:
    """A name in the folder's room for pictures that no file has yet: `gambar/peta-2.png`."""
    name = number_stem(stem, lambda name: (root / "gambar" / f"{name}{ending}").exists())
    return f"gambar/{name}{ending}"
