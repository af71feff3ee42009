"""The automatic numbers of a Word file, as they are printed: `2.1.`, `a)`, `•`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from renjadoc.word.package import Parts
from renjadoc.word.reader.elements import W, parse_part, read_value, read_whole

#: What stands for every bullet, whatever sign of whatever font it is.
BULLET = "•"
#: So many levels has a list.
_LEVELS = 9
_HOLE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


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
        self._overrides: dict[str, dict[int, int]] = {}
        self._own_levels: dict[str, dict[int, _ListLevel]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if "word/numbering.xml" in parts:
            self._read(parse_part(parts, "word/numbering.xml"))

    def _read(self, tree: Any) -> None:
        linked, styles = {}, {}
        for abstract in tree.iter(f"{W}abstractNum"):
            number = abstract.get(f"{W}abstractNumId") or ""
            self._levels[number] = _levels(abstract)
            linked[number] = read_value(abstract, "numStyleLink")
            if style := read_value(abstract, "styleLink"):
                styles[style] = number
        for number, style in linked.items():
            if style and style in styles:
                self._levels[number] = self._levels[styles[style]]
        for num in tree.findall(f"{W}num"):
            self._read_num(num)

    def _read_num(self, num: Any) -> None:
        name = num.get(f"{W}numId") or ""
        self._abstract[name] = read_value(num, "abstractNumId")
        for override in num.findall(f"{W}lvlOverride"):
            level = min(read_whole(override.get(f"{W}ilvl")), _LEVELS - 1)
            if (start := override.find(f"{W}startOverride")) is not None:
                self._overrides.setdefault(name, {})[level] = read_whole(start.get(f"{W}val"))
            self._own_levels.setdefault(name, {}).update(_levels(override))

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
            return found.text if not _HOLE.search(found.text) else ""
        return _HOLE.sub(lambda hole: self._shown(number, int(hole[1]) - 1, found.legal), found.text).strip()

    def _level(self, number: str, level: int) -> _ListLevel | None:
        own = self._own_levels.get(number, {}).get(level)
        return own or self._levels.get(self._abstract.get(number, ""), {}).get(level)

    def _count(self, number: str, level: int) -> None:
        # Lists of one abstract definition count on together, unless a list states where it starts.
        counts = self._counts.setdefault(self._abstract.get(number, ""), [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for restarted in self._overrides.get(number, {}):
                counts[restarted] = None
        current = counts[level]
        counts[level] = self._start(number, level) if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            counts[deeper] = None

    def _start(self, number: str, level: int) -> int:
        stated = self._overrides.get(number, {}).get(level)
        found = self._level(number, level)
        return stated if stated is not None else found.start if found else 1

    def _shown(self, number: str, level: int, legal: bool) -> str:
        counts = self._counts[self._abstract.get(number, "")]
        count = counts[level]
        found = self._level(number, level)
        return _written(
            self._start(number, level) if count is None else count, "decimal" if legal or not found else found.kind
        )


def _levels(parent: Any) -> dict[int, _ListLevel]:
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


def _written(count: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in {"lowerRoman", "upperRoman"} and 0 < count < 4000:
        return _roman(count) if kind == "lowerRoman" else _roman(count).upper()
    return f"{count:02}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for unit, sign in _ROMAN:
        times, count = divmod(count, unit)
        text += sign * times
    return text
