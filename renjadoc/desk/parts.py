"""Whole files of running text that begin, go or change places: chapters, what stands before them, and appendices."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from renjadoc import journal
from renjadoc.content.folder import FRONT_PARTS, Folder
from renjadoc.content.load import Source
from renjadoc.content.naming import make_stem
from renjadoc.edits.changeset import Files
from renjadoc.edits.json_text import write_text

#: What the parts before the chapters are called until somebody gives them another title.
FRONT_TITLES = {
    "lembar-pengesahan": "Lembar Pengesahan", "kata-pengantar": "Kata Pengantar", "ringkasan": "Ringkasan Eksekutif",
}  # fmt: skip
#: Those that are signed.
_SIGNED = {"lembar-pengesahan", "kata-pengantar"}
_FRONT, _CHAPTER, _APPENDIX = "bagian-depan", "bab", "lampiran"


def list_missing_parts(folder: Folder) -> dict[str, str]:
    """The parts before the chapters that the folder does not have: name -> title, in the order of print."""
    return {name: FRONT_TITLES[name] for name in FRONT_PARTS if not (folder.root / f"{name}.json").exists()}


def begin_front_part(folder: Folder, name: str) -> Files:
    """The file of a part before the chapters."""
    signed = {"tanda_tangan": True} if name in _SIGNED else {}
    return begin_file(folder, _FRONT, f"{name}.json", {"judul": FRONT_TITLES[name], "isi": [], **signed})


def next_chapter(folder: Folder) -> str:
    """The title of the chapter that may follow: what the outline wants, a blank for one of any title, else nothing."""
    wanted, count = folder.kerangka.get("bab", []), len(folder.bab)
    if count < len(wanted):
        return str(wanted[count]["judul"])
    return " " if not wanted or folder.kerangka.get("lebih") else ""


def begin_chapter(folder: Folder, title: str) -> Files:
    """The file of a chapter behind the last one."""
    return begin_file(folder, _CHAPTER, _chapter_file(len(folder.bab)), {"judul": title})


def is_own_chapter(folder: Folder, index: int) -> bool:
    """Whether a chapter stands beyond those that the outline wants, so that it may move and go."""
    return index >= len(folder.kerangka.get("bab", []))


def move_chapter(folder: Folder, index: int, step: int) -> Files:
    """A chapter changes places with the one before it or behind it; nothing where the outline binds one of them."""
    other = index + step
    if not 0 <= other < len(folder.bab) or not is_own_chapter(folder, min(index, other)):
        return {}
    return _swap(folder.root, _chapter_file(index), _chapter_file(other))


def remove_chapter(folder: Folder, index: int) -> Files:
    """A chapter goes, and those behind it take its number."""
    names = [_chapter_file(number) for number in range(len(folder.bab))]
    return _close_gap(folder.root, names, index)


def begin_appendix(folder: Folder, title: str) -> Files:
    """The file of an appendix behind the last one."""
    numbers = [int(found[0]) for source in folder.lampiran if (found := re.match(r"\d+", source.path.stem))]
    stem = make_stem(title, 40)
    name = f"{_APPENDIX}/{max([*numbers, len(folder.lampiran)], default=0) + 1}{f'-{stem}' if stem else ''}.json"
    return begin_file(folder, _APPENDIX, name, {"judul": title, "isi": []})


def move_appendix(folder: Folder, index: int, step: int) -> Files:
    """An appendix changes places with the one before it or behind it; nothing at the ends."""
    names = [folder.relative(source) for source in folder.lampiran]
    other = index + step
    return _swap(folder.root, names[index], names[other]) if 0 <= other < len(names) else {}


def remove_part(folder: Folder, source: Source) -> Files:
    """A part before the chapters, or an appendix, goes."""
    return {folder.relative(source): None}


def begin_file(folder: Folder, kind: str, file: str, data: Mapping[str, Any]) -> Files:
    """A new file of the folder, with the schema that its dokumen.json names."""
    return {file: write_text({**folder.link_schema(kind, file), **data})}


def _chapter_file(index: int) -> str:
    return f"bab-{index + 1}.json"


def _swap(root: Path, first: str, second: str) -> Files:
    return {first: journal.read_within(root, second), second: journal.read_within(root, first)}


def _close_gap(root: Path, names: list[str], gone: int) -> Files:
    """Every file behind the one that goes takes the name of the one before it; the last name goes."""
    moved: dict[str, bytes | None] = {
        before: journal.read_within(root, behind)
        for before, behind in zip(names[gone:], names[gone + 1 :], strict=False)
    }
    return {**moved, names[-1]: None}


#: How a file of running text that may move is moved and removed, by what it is.
MOVES: dict[str, Callable[[Folder, int, int], Files]] = {"bab": move_chapter, "lampiran": move_appendix}
