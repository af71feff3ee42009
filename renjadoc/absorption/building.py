"""Units back into the JSON of their files, as branches that know where they stood before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from renjadoc.absorption.units import ELSEWHERE, LISTS, Unit, UnitNode

#: A file and a pointer in it.
Place = tuple[str, str]


@dataclass
class Branch:
    """A value of a file as it becomes: a text, or an object whose lists are branches again.

    `origin` is where it stood before (None if it is new), `nodes` are the units that it says itself.
    """

    value: Any
    origin: Place | None = None
    nodes: list[UnitNode] = field(default_factory=list)

    def all_nodes(self) -> Iterator[UnitNode]:
        """Its own units and all below."""
        yield from self.nodes
        for value in self.value.values() if isinstance(self.value, dict) else ():
            for member in value if isinstance(value, list) else ():
                yield from member.all_nodes() if isinstance(member, Branch) else ()


def plain_data(value: object) -> Any:
    """What a branch says as data."""
    if isinstance(value, Branch):
        return plain_data(value.value)
    if isinstance(value, dict):
        return {key: plain_data(member) for key, member in value.items()}
    return [plain_data(member) for member in value] if isinstance(value, list) else value


def build_files(nodes: list[UnitNode]) -> dict[str, Branch]:
    """What the units say of each file: chapters whole (but for `$schema`), other files only their lines."""
    files: dict[str, Branch] = {}
    for chapter in _split_chapters(nodes):
        files[chapter[0].unit.file] = _ChapterBuilder().build_chapter(chapter)
    for node in nodes:
        unit = node.unit
        if unit.kind in ELSEWHERE and not unit.in_narrative:
            lines = files.setdefault(unit.file, Branch({}, (unit.file, ""))).value.setdefault(ELSEWHERE[unit.kind], [])
            origin = _find_origin(node)
            # A table that is placed twice has its lines once.
            if origin is None or all(line.origin != origin for line in lines):
                lines.append(Branch(unit.raw if unit.kind == "regulasi" else unit.text, origin, [node]))
    return files


def _split_chapters(nodes: list[UnitNode]) -> list[list[UnitNode]]:
    chapters: list[list[UnitNode]] = []
    for node in nodes:
        if node.unit.is_chapter:
            chapters.append([])
        chapters[-1].append(node)
    return chapters


def _find_origin(node: UnitNode) -> Place | None:
    """Where the value that holds a unit stood: the section of a heading, the item of a text."""
    if node.origin is None:
        return None
    return node.origin.file, find_holder(node.origin)


def find_holder(unit: Unit) -> str:
    """The pointer of the section, the item or the block that a unit is the text of."""
    own_key = f"/{unit.kind}" if unit.kind in {"judul", "kutipan", "sumber"} else "/teks" if unit.kind in LISTS else ""
    return unit.pointer.removesuffix(own_key)


#: What has a source below it.
_PLACED = {"tabel", "gambar", "grafik"}


class _ChapterBuilder:
    """Builds one chapter; `_above` are the sections that are open, `_items` the list items that are open."""

    def __init__(self) -> None:
        self._above: list[Branch] = []
        self._items: list[tuple[str, Branch, Branch]] = []
        self._lists: set[Place] = set()

    def build_chapter(self, nodes: list[UnitNode]) -> Branch:
        for node in nodes:
            unit = node.unit
            if unit.kind == "judul":
                self._add_heading(node)
            elif unit.kind in LISTS:
                self._add_item(node)
            elif unit.kind == "lanjutan" and self._items:
                self._open_item_blocks(unit.level).append(Branch(unit.text, _find_origin(node), [node]))
            elif unit.kind == "judul_tabel" and unit.in_narrative:
                self._open_blocks()[-1].value["judul"] = unit.text
                self._open_blocks()[-1].nodes.append(node)
            elif unit.kind == "sumber":
                self._add_source(node)
            elif unit.kind not in ELSEWHERE:
                self._add_block(node)
        return self._above[0]

    def _add_heading(self, node: UnitNode) -> None:
        # A heading that skips a level stands right below the one before it.
        level = min(node.unit.level, len(self._above) + 1)
        section = Branch({"judul": node.unit.text}, _find_origin(node), [node])
        del self._above[level - 1 :]
        if self._above:
            self._above[-1].value.setdefault("bagian", []).append(section)
        self._above.append(section)
        self._items.clear()

    def _open_blocks(self) -> list[Branch]:
        blocks: list[Branch] = self._above[-1].value.setdefault("isi", [])
        return blocks

    def _add_source(self, node: UnitNode) -> None:
        """Where the table or picture above comes from; a line that stands below none is a paragraph."""
        placed = self._open_blocks()[-1] if self._open_blocks() else None
        if placed is not None and isinstance(placed.value, dict) and _PLACED & placed.value.keys():
            placed.value["sumber"] = node.unit.text
            placed.nodes.append(node)
        else:
            self._open_blocks().append(Branch(f"Sumber: {node.unit.text}", None, [node]))

    def _add_block(self, node: UnitNode) -> None:
        self._items.clear()
        unit = node.unit
        shapes = {"kutipan": {"kutipan": unit.text}, "blok": dict(unit.raw) if unit.kind == "blok" else None}
        self._open_blocks().append(Branch(shapes.get(unit.kind) or unit.text, _find_origin(node), [node]))

    def _add_item(self, node: UnitNode) -> None:
        unit = node.unit
        level = min(unit.level, len(self._items))
        item = Branch({"teks": unit.text} if unit.wrapped else unit.text, _find_origin(node), [node])
        open_here = self._items[level] if level < len(self._items) else None
        if open_here and open_here[0] == unit.list and open_here[1].value["daftar"] == unit.kind:
            block = open_here[1]
        else:
            block = Branch({"daftar": unit.kind, "butir": []}, self._list_origin(unit))
            (self._open_item_blocks(level - 1) if level else self._open_blocks()).append(block)
        block.value["butir"].append(item)
        del self._items[level:]
        self._items.append((unit.list, block, item))

    def _list_origin(self, unit: Unit) -> Place | None:
        """Where the list of an item stood; the second part of a list that was cut is new."""
        file, hash, pointer = unit.list.partition("#")
        if not hash or (file, pointer) in self._lists:
            return None
        self._lists.add((file, pointer))
        return file, pointer

    def _open_item_blocks(self, level: int) -> list[Branch]:
        """The contents of the open item at `level`, or of the deepest above it."""
        depth = min(level, len(self._items) - 1)
        item = self._items[depth][2]
        if not isinstance(item.value, dict):
            item.value = {"teks": item.value}
        blocks: list[Branch] = item.value.setdefault("isi", [])
        del self._items[depth + 2 :]
        return blocks
