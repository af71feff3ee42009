"""The automatic numbers of a Word file, as they are printed: `2.1.`, `a)`, `•`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from renjadoc.word.counts import HOLE, fill_holes, write_count
from renjadoc.word.names import W, read_value, read_whole
from renjadoc.word.packages.package import Parts
from renjadoc.word.reader.elements import parse_part

#: What stands for every bullet, whatever sign of whatever font it is.
BULLET = "•"
#: So many levels has a list.
_LEVELS = 9


@dataclass(frozen=True)
class _ListLevel:
    kind: str
    text: str
    start: int
    legal: bool
    indent: int


class Numbering:
    """Counts through a document: `label` must be asked once for each numbered paragraph, in reading order."""

    def __init__(self, parts: Parts) -> None:
        self._levels: dict[str, dict[int, _ListLevel]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if "word/numbering.xml" in parts:
            self._read_lists(parse_part(parts, "word/numbering.xml"))

    def _read_lists(self, tree: Any) -> None:
        abstracts = {abstract.get(f"{W}abstractNumId") or "": abstract for abstract in tree.iter(f"{W}abstractNum")}
        levels = {number: _read_levels(abstract) for number, abstract in abstracts.items()}
        styles = {read_value(abstract, "styleLink"): levels[number] for number, abstract in abstracts.items()}
        for number, abstract in abstracts.items():
            if link := read_value(abstract, "numStyleLink"):
                levels[number] = styles.get(link, levels[number])
        for list_ in tree.findall(f"{W}num"):
            number, abstract = list_.get(f"{W}numId") or "", read_value(list_, "abstractNumId")
            self._abstract[number], self._starts[number] = abstract, {}
            self._levels[number] = dict(levels.get(abstract, {}))
            for override in list_.findall(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                if start is not None and (level := read_whole(override.get(f"{W}ilvl"))) < _LEVELS:
                    self._starts[number][level] = read_whole(start.get(f"{W}val"))
                self._levels[number].update(_read_levels(override))

    def form(self, number: str, level: int) -> str:
        """The form of the numbers of a level, as content says it: `1.`, `a)`, `-`; nothing if there is no such list."""
        found = self._level(number, level)
        if found is None:
            return ""
        if found.kind in {"bullet", "none"}:
            return "-"
        return ("a" if found.kind.endswith("Letter") else "1") + (")" if found.text.endswith(")") else ".")

    def indent(self, number: str, level: int) -> int:
        """The left indent of a level in twentieths of a point."""
        found = self._level(number, level)
        return found.indent if found else 0

    def label(self, number: str, level: int) -> str:
        """The number that Word prints before the next paragraph of this list and level; nothing if it prints none."""
        found = self._level(number, level)
        if found is None:
            return ""
        self._count(number, level)
        if found.kind == "bullet":
            return BULLET
        if found.kind == "none":
            return found.text if not HOLE.search(found.text) else ""
        return fill_holes(found.text, lambda one: self._write(number, one, found.legal)).strip()

    def _level(self, number: str, level: int) -> _ListLevel | None:
        return self._levels.get(number, {}).get(level)

    def _count(self, number: str, level: int) -> None:
        # Lists of one abstract definition count on together, unless a list states where it starts.
        counts = self._counts.setdefault(self._abstract.get(number, ""), [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for restarted in self._starts.get(number, {}):
                counts[restarted] = None
        current = counts[level]
        counts[level] = self._start(number, level) if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            counts[deeper] = None

    def _start(self, number: str, level: int) -> int:
        stated = self._starts.get(number, {}).get(level)
        found = self._level(number, level)
        return stated if stated is not None else found.start if found else 1

    def _write(self, number: str, level: int, legal: bool) -> str:
        counts = self._counts[self._abstract.get(number, "")]
        count = counts[level]
        found = self._level(number, level)
        return write_count(
            self._start(number, level) if count is None else count, "decimal" if legal or not found else found.kind
        )


def _read_levels(parent: Any) -> dict[int, _ListLevel]:
    levels = {read_whole(level.get(f"{W}ilvl")): _read_level(level) for level in parent.findall(f"{W}lvl")}
    return {number: level for number, level in levels.items() if number < _LEVELS}


def _read_level(level: Any) -> _ListLevel:
    start = level.find(f"{W}start")
    indent = level.find(f"{W}pPr/{W}ind")
    left = (indent.get(f"{W}left") or indent.get(f"{W}start")) if indent is not None else None
    return _ListLevel(
        kind=read_value(level, "numFmt") or "decimal",
        text=read_value(level, "lvlText"),
        start=1 if start is None else read_whole(start.get(f"{W}val")),
        legal=level.find(f"{W}isLgl") is not None,
        indent=read_whole(left),
    )
