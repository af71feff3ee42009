"""The narrative as one flat sequence of units in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.content.pointers import join
from renjadoc.narrative import citation

LISTS = ("1.", "a.", "1)", "a)", "-")
#: Lines that stand in arrays of their own files and not in the chapter that places them.
ELSEWHERE = {"regulasi": "regulasi", "judul_tabel": "judul", "catatan": "keterangan"}


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


def _flatten_block(folder: Folder, file: str, pointer: str, block: Any) -> Iterator[Unit]:
    if isinstance(block, str):
        yield Unit(file, pointer, "paragraf", 0, block)
    elif "kutipan" in block:
        yield Unit(file, join(pointer, "kutipan"), "kutipan", 0, block["kutipan"])
    elif "daftar" in block:
        yield from _flatten_list(file, pointer, block, 0)
    else:
        yield Unit(file, pointer, "blok", 0, "", raw=block)
        yield from _flatten_placed(folder, file, pointer, block)


def _flatten_list(file: str, pointer: str, block: Any, level: int) -> Iterator[Unit]:
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


def _flatten_placed(folder: Folder, file: str, pointer: str, block: Any) -> Iterator[Unit]:
    if block.get("judul"):
        yield Unit(file, join(pointer, "judul"), "judul_tabel", 0, block["judul"])
    if "tabel" in block and block["tabel"] in folder.tabel:
        name, data = f"tabel/{block['tabel']}.json", folder.tabel[block["tabel"]].data
        for kind in ("judul_tabel", "catatan"):
            key = ELSEWHERE[kind]
            for index, line in enumerate(data.get(key, [])):
                yield Unit(name, join("", key, index), kind, 0, line)
    if "regulasi" in block and block["regulasi"] in folder.regulasi:
        name = f"regulasi/{block['regulasi']}.json"
        for index, entry in enumerate(folder.regulasi[block["regulasi"]].data["regulasi"]):
            yield Unit(name, join("/regulasi", index), "regulasi", 0, citation.write_citation(entry), raw=entry)
