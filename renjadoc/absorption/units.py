"""The narrative as one flat sequence of units in reading order, and back into the JSON of its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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


def flatten(folder: Folder) -> list[Unit]:
    """Every unit of a folder, chapters in order, the lines of tables and regulations where they are placed."""
    return [unit for source in folder.bab for unit in _section(folder, source.path.name, "", source.data, 1)]


def _section(folder: Folder, file: str, pointer: str, data: Any, level: int) -> Iterator[Unit]:
    yield Unit(file, join(pointer, "judul"), "judul", level, data["judul"])
    for index, block in enumerate(data.get("isi", [])):
        yield from _block(folder, file, join(pointer, "isi", index), block)
    for index, child in enumerate(data.get("bagian", [])):
        yield from _section(folder, file, join(pointer, "bagian", index), child, level + 1)


def _block(folder: Folder, file: str, pointer: str, block: Any) -> Iterator[Unit]:
    if isinstance(block, str):
        yield Unit(file, pointer, "paragraf", 0, block)
    elif "kutipan" in block:
        yield Unit(file, join(pointer, "kutipan"), "kutipan", 0, block["kutipan"])
    elif "daftar" in block:
        yield from _list(file, pointer, block, 0)
    else:
        yield Unit(file, pointer, "blok", 0, "", raw=block)
        yield from _placed(folder, file, pointer, block)


def _list(file: str, pointer: str, block: Any, level: int) -> Iterator[Unit]:
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
                yield from _list(file, inner_at, inner, level + 1)


def _placed(folder: Folder, file: str, pointer: str, block: Any) -> Iterator[Unit]:
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


# Back


def build(units: list[Unit]) -> dict[str, dict[str, Any]]:
    """What the units say of each file: chapters whole (but for `$schema`), other files only their lines."""
    files: dict[str, dict[str, Any]] = {}
    for chapter in _chapters(units):
        files[chapter[0].file] = _Builder().chapter(chapter)
    for unit in units:
        if unit.kind in ELSEWHERE and not unit.file.startswith("bab-"):
            lines = files.setdefault(unit.file, {}).setdefault(ELSEWHERE[unit.kind], [])
            lines.append(unit.raw if unit.kind == "regulasi" else unit.text)
    return files


def _chapters(units: list[Unit]) -> list[list[Unit]]:
    chapters: list[list[Unit]] = []
    for unit in units:
        if unit.kind == "judul" and unit.level == 1:
            chapters.append([])
        chapters[-1].append(unit)
    return chapters


class _Builder:
    """Builds one chapter; `_above` are the sections that are open, `_items` the list items that are open."""

    def __init__(self) -> None:
        self._above: list[dict[str, Any]] = []
        self._items: list[tuple[str, dict[str, Any], Any]] = []

    def chapter(self, units: list[Unit]) -> dict[str, Any]:
        for unit in units:
            if unit.kind == "judul":
                self._heading(unit)
            elif unit.kind in LISTS:
                self._item(unit)
            elif unit.kind == "lanjutan" and self._items:
                self._below(unit.level).append(unit.text)
            elif unit.kind == "judul_tabel" and unit.file.startswith("bab-"):
                self._blocks()[-1]["judul"] = unit.text
            elif unit.kind not in ELSEWHERE:
                self._plain(unit)
        return _slim(self._above[0])

    def _heading(self, unit: Unit) -> None:
        # A heading that skips a level stands right below the one before it.
        level = min(unit.level, len(self._above) + 1)
        section: dict[str, Any] = {"judul": unit.text, "isi": [], "bagian": []}
        del self._above[level - 1 :]
        if self._above:
            self._above[-1]["bagian"].append(section)
        self._above.append(section)
        self._items.clear()

    def _blocks(self) -> list[Any]:
        blocks: list[Any] = self._above[-1]["isi"]
        return blocks

    def _plain(self, unit: Unit) -> None:
        self._items.clear()
        shapes = {"kutipan": {"kutipan": unit.text}, "blok": dict(unit.raw) if unit.kind == "blok" else None}
        self._blocks().append(shapes.get(unit.kind) or unit.text)

    def _item(self, unit: Unit) -> None:
        level = min(unit.level, len(self._items))
        item = {"teks": unit.text, "isi": [], "wrapped": unit.wrapped}
        open_here = self._items[level] if level < len(self._items) else None
        if open_here and open_here[0] == unit.list and open_here[1]["daftar"] == unit.kind:
            block = open_here[1]
        else:
            block = {"daftar": unit.kind, "butir": []}
            (self._below(level - 1) if level else self._blocks()).append(block)
        block["butir"].append(item)
        del self._items[level:]
        self._items.append((unit.list, block, item))

    def _below(self, level: int) -> list[Any]:
        """The contents of the open item at `level`, or of the deepest above it."""
        found: list[Any] = self._items[min(level, len(self._items) - 1)][2]["isi"]
        del self._items[min(level, len(self._items) - 1) + 2 :]
        return found


def _slim(section: dict[str, Any]) -> dict[str, Any]:
    """A section without empty parts, its items as simple as they can be."""
    slim: dict[str, Any] = {"judul": section["judul"]}
    if section["isi"]:
        slim["isi"] = [_slim_block(block) for block in section["isi"]]
    if section["bagian"]:
        slim["bagian"] = [_slim(child) for child in section["bagian"]]
    return slim


def _slim_block(block: Any) -> Any:
    if isinstance(block, dict) and "butir" in block:
        return {**block, "butir": [_slim_item(item) for item in block["butir"]]}
    return block


def _slim_item(item: dict[str, Any]) -> Any:
    if item["isi"]:
        return {"teks": item["teks"], "isi": [_slim_block(block) for block in item["isi"]]}
    return {"teks": item["teks"]} if item["wrapped"] else item["teks"]


def moved_to(unit: Unit, file: str) -> Unit:
    """The unit as one of another file."""
    return replace(unit, file=file)
