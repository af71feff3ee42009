"""The narrative as one flat sequence of units in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from renjadoc.content.folder import Folder
from renjadoc.content.pointers import join
from renjadoc.edits.chapters import chapter_number, name_chapter
from renjadoc.narrative import citation

if TYPE_CHECKING:
    from renjadoc.content.file_types import BabDaftar, BabIsi
    from renjadoc.narrative.outline import PlacedBlock

LISTS = ("1.", "a.", "1)", "a)", "-")
#: Lines that stand in arrays of their own files and not in the chapter that places them.
ELSEWHERE = {"regulasi": "regulasi", "judul_tabel": "judul", "catatan": "keterangan"}

#: How the files of chapters that are new are called until it is known which number they get.
NEW_CHAPTER = "bab-baru-"


class GoneTable(NamedTuple):
    """A table that went out and is not in the document any more; `stays` says why it stays all the same, if known."""

    label: str
    stays: str = ""


@dataclass(frozen=True)
class Unit:
    """One paragraph's worth of content.

    `kind` is that of word.blocks.Anchor, or `blok` for what has no text of its own (a placed table, a picture …), which
    is then `raw`. `level` is that of a heading (1 a chapter) or of a list item (0 outermost; of its further paragraphs
    too). Items with the same `list` belong together. `wrapped` is an item written as an object though it need not be.
    """

    file: str
    pointer: str
    kind: str
    level: int
    text: str
    list: str = ""
    wrapped: bool = False
    raw: Any = None

    @property
    def in_narrative(self) -> bool:
        """Whether it stands in a chapter, an appendix or the like, and not in the file of a table or of regulations."""
        return not self.file.startswith(("tabel/", "regulasi/"))

    @property
    def is_chapter(self) -> bool:
        return self.kind == "judul" and self.level == 1


@dataclass(eq=False)
class UnitNode:
    """A unit of the content as it becomes.

    `base` is what it was in the document that went out (None if it was not in it), `origin` what it was in the content
    before (None if it is new), `changes` the numbers of the changes that it has had.
    """

    unit: Unit
    base: int | None = None
    origin: Unit | None = None
    changes: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class ChapterNames:
    """For new chapters, by their name until now: before which file each comes, and how it will be called."""

    before: dict[str, str]
    final: dict[str, str]


def name_chapters(nodes: list[UnitNode], count: int) -> ChapterNames:
    """The names of the new chapters among the units as they become; there were `count` chapters."""
    names = ChapterNames({}, {})
    files = [node.unit.file for node in nodes if node.unit.is_chapter]
    chapters = [file for file in files if chapter_number(file) or file.startswith(NEW_CHAPTER)]
    following = name_chapter(count + 1)
    for number, file in reversed(list(enumerate(chapters, 1))):
        if chapter_number(file):
            following = file
        else:
            names.before[file], names.final[file] = following, name_chapter(number)
    return ChapterNames(dict(reversed(names.before.items())), names.final)


def name_shape(unit: Unit) -> str:
    """What a unit is, as the secretariat calls it."""
    if unit.kind == "judul":
        return f"judul tingkat {unit.level}"
    if unit.kind in LISTS:
        return f"butir {unit.kind} tingkat {unit.level + 1}"
    return {"lanjutan": "lanjutan butir"}.get(unit.kind, unit.kind)


def refers_to(text: str, name: str) -> bool:
    """Whether a text mentions the number of a table."""
    return re.search(rf"rujuk\(\s*['\"]{re.escape(name)}['\"]", text) is not None


def flatten_folder(folder: Folder) -> list[Unit]:
    """Every unit of a folder, chapters in order, the lines of tables and regulations where they are placed."""
    return [
        unit
        for source in folder.narrative
        for unit in _flatten_section(folder, folder.relative(source), "", source.data, 1)
    ]


def _flatten_section(folder: Folder, file: str, pointer: str, data: Any, level: int) -> Iterator[Unit]:
    yield Unit(file, join(pointer, "judul"), "judul", level, data["judul"])
    for index, block in enumerate(data.get("isi", [])):
        yield from _flatten_block(folder, file, join(pointer, "isi", index), block)
    for index, child in enumerate(data.get("bagian", [])):
        yield from _flatten_section(folder, file, join(pointer, "bagian", index), child, level + 1)


def _flatten_block(folder: Folder, file: str, pointer: str, block: BabIsi) -> Iterator[Unit]:
    if isinstance(block, str):
        yield Unit(file, pointer, "paragraf", 0, block)
    elif "kutipan" in block:
        yield Unit(file, join(pointer, "kutipan"), "kutipan", 0, block["kutipan"])
    elif "daftar" in block:
        yield from _flatten_list(file, pointer, block, 0)
    else:
        yield Unit(file, pointer, "blok", 0, "", raw={key: value for key, value in block.items() if key != "sumber"})
        yield from _flatten_placed(folder, file, pointer, block)


def _flatten_list(file: str, pointer: str, block: BabDaftar, level: int) -> Iterator[Unit]:
    name = f"{file}#{pointer}"
    for index, item in enumerate(block["butir"]):
        at = join(pointer, "butir", index)
        if isinstance(item, str):
            yield Unit(file, at, block["daftar"], level, item, name)
            continue
        yield Unit(file, join(at, "teks"), block["daftar"], level, item["teks"], name, wrapped=not item.get("isi"))
        for number, inner in enumerate(item.get("isi", [])):
            inner_at = join(at, "isi", number)
            if isinstance(inner, str):
                yield Unit(file, inner_at, "lanjutan", level, inner)
            else:
                yield from _flatten_list(file, inner_at, inner, level + 1)


def _flatten_placed(folder: Folder, file: str, pointer: str, block: PlacedBlock) -> Iterator[Unit]:
    if "judul" in block:
        yield Unit(file, join(pointer, "judul"), "judul_tabel", 0, block["judul"])
    if "tabel" in block and block["tabel"] in folder.tabel:
        name, data = f"tabel/{block['tabel']}.json", folder.tabel[block["tabel"]].data
        for kind in ("judul_tabel", "catatan"):
            key = ELSEWHERE[kind]
            for index, line in enumerate(data.get(key, [])):
                yield Unit(name, join("", key, index), kind, 0, line)
    if "sumber" in block:
        yield Unit(file, join(pointer, "sumber"), "sumber", 0, block["sumber"])
    if "regulasi" in block and block["regulasi"] in folder.regulasi:
        name = f"regulasi/{block['regulasi']}.json"
        for index, entry in enumerate(folder.regulasi[block["regulasi"]].data["regulasi"]):
            yield Unit(name, join("/regulasi", index), "regulasi", 0, citation.write_citation(entry), raw=entry)
