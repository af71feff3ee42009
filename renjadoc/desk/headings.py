"""Headings of a chapter as the page changes them: renamed, added, moved, removed; each as edits of its file."""

from __future__ import annotations

import copy
from typing import Any

from renjadoc.content.pointers import follow_pointer, join, value_at
from renjadoc.desk.writing import Seen
from renjadoc.edits.edit import Edit
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading

#: The key of the sections below a chapter or section, and the deepest level that has a number.
BELOW, DEEPEST = "bagian", 3


def name_level(level: int) -> str:
    """What a heading of a level is called: bab, bagian, subbagian."""
    return {1: "bab", 2: "bagian"}.get(level, "subbagian")


def name_section(reading: Reading, section: Section) -> str:
    """What a section is called: `BAB II`, or the title of one without a number."""
    return section.label or reading.printed(section.data["judul"])


def see_headings(reading: Reading, section: Section) -> list[Seen]:
    """What must still stand there when a heading is changed: its own title, and those around it."""
    file, data = reading.folder.relative(section.source), section.source.data
    above = section.pointer.rpartition("/")[0] if section.level > 1 else ""
    lists = [join(section.pointer, BELOW), *([above] if above else [])]
    titles = [join(section.pointer, "judul")]
    for at in lists:
        count = len(value_at(data, at) or ())
        titles += [join(at, index, "judul") for index in range(count + 1)]
    return [Seen(file, at, value_at(data, at)) for at in dict.fromkeys(titles)]


def rename_heading(file: str, section: Section, title: str) -> list[Edit]:
    """Another title; nothing for the one that it has."""
    return [Edit(file, join(section.pointer, "judul"), "set", title)] if title != section.data["judul"] else []


def add_below(file: str, section: Section, title: str) -> list[Edit]:
    """A new heading one level deeper, behind those that are there."""
    return _put_last(file, section.source.data, section.pointer, {"judul": title})


def add_behind(file: str, section: Section, title: str) -> list[Edit]:
    """A new heading of the same level right behind this one and all below it."""
    at, _, index = section.pointer.rpartition("/")
    return [Edit(file, join(at, int(index) + 1), "insert", {"judul": title})]


def remove_heading(file: str, section: Section) -> list[Edit]:
    """A heading goes with all that stands below it; a list of headings that would be empty goes too."""
    at = section.pointer.rpartition("/")[0]
    is_last = len(follow_pointer(section.source.data, at)) == 1
    return [Edit(file, at if is_last else section.pointer, "remove")]


def move_heading(file: str, section: Section, step: int) -> list[Edit]:
    """A heading changes places with the one before it (-1) or behind it (1); nothing at the ends."""
    at, _, last = section.pointer.rpartition("/")
    index, count = int(last), len(follow_pointer(section.source.data, at))
    if not 0 <= index + step < count:
        return []
    return [Edit(file, join(at, index - 1 if step < 0 else index + 2), "move", source=section.pointer)]


def lower_heading(file: str, section: Section) -> list[Edit]:
    """A heading becomes the last one below the heading before it; nothing where that cannot be."""
    at, _, last = section.pointer.rpartition("/")
    if last == "0" or section.level >= DEEPEST or BELOW in section.data:
        return []
    above = join(at, int(last) - 1)
    return [*_put_last(file, section.source.data, above, copy.deepcopy(section.data)), *remove_heading(file, section)]


def raise_heading(file: str, section: Section) -> list[Edit]:
    """A heading comes right behind the one that it stands below; nothing where that is a chapter."""
    if section.level < DEEPEST:
        return []
    parent = section.pointer.rpartition("/")[0].rpartition("/")[0]
    at, _, last = parent.rpartition("/")
    moved = Edit(file, join(at, int(last) + 1), "insert", copy.deepcopy(section.data))
    return [moved, *remove_heading(file, section)]


def _put_last(file: str, data: object, above: str, new: dict[str, Any]) -> list[Edit]:
    holder = follow_pointer(data, above)
    if BELOW in holder:
        return [Edit(file, join(above, BELOW, len(holder[BELOW])), "insert", new)]
    return [Edit(file, join(above, BELOW), "set", [new], behind="isi" if "isi" in holder else "judul")]
