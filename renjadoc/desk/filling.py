"""How much of a folder is filled: cells and texts that are there, those that are still open, and whose they are."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple, Self

from renjadoc.content.pointers import walk_values
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading
from renjadoc.sheets.excel.ownership import find_owners
from renjadoc.tables.kind import ReadTable

#: Pictures that a Renja may do without: null says that there is none, not that somebody has to fill it.
_MAY_BE_NONE = frozenset({"/logo", "/pengesahan/tanda_tangan"})


class Filling(NamedTuple):
    """How many cells or texts are there, and how many of all are still open."""

    filled: int = 0
    open: int = 0

    def plus(self, other: Self) -> Filling:
        """Both together."""
        return Filling(self.filled + other.filled, self.open + other.open)

    @property
    def percent(self) -> int:
        """The filled share, rounded down, so that 100 means all."""
        return 100 * self.filled // ((self.filled + self.open) or 1)


def count_filling(reading: Reading) -> dict[str, Filling]:
    """The filling of every file that people fill, by its name in the folder."""
    folder = reading.folder
    found = {folder.relative(folder.dokumen): _count_facts(folder.dokumen.data)}
    texts: dict[str, list[Passage]] = defaultdict(list)
    for passage in reading.all_passages:
        texts[folder.relative(passage.source)].append(passage)
    for chapter in folder.narrative:
        name = folder.relative(chapter)
        found[name] = _count_texts(texts[name]).plus(_count_empty_sections(reading, name))
    for table in reading.tables.values():
        found[folder.relative(table.source)] = _count_cells(table)
    return found


def count_all(reading: Reading) -> Filling:
    """The filling of the whole folder."""
    total = Filling()
    for one in count_filling(reading).values():
        total = total.plus(one)
    return total


def list_owners(table: ReadTable) -> list[str]:
    """The Bidang that fill rows of a table, each once; of a view of another table nobody."""
    return [] if table.is_view else list(dict.fromkeys(find_owners(table.rows).values()))


def _count_facts(data: object) -> Filling:
    values = [
        value
        for at, value in walk_values(data, "")
        if not isinstance(value, dict | list) and (value is not None or at not in _MAY_BE_NONE)
    ]
    return _split(values)


def _count_texts(passages: list[Passage]) -> Filling:
    return _split([None if any(span.open for span in passage.spans) else passage for passage in passages])


def _count_empty_sections(reading: Reading, file: str) -> Filling:
    """Headings with nothing below them are open too."""
    sections = [one for one in reading.outline.sections if reading.folder.relative(one.source) == file]
    return Filling(0, sum(not (one.data.get("isi") or one.data.get("bagian")) for one in sections))


def _count_cells(table: ReadTable) -> Filling:
    if table.is_view:
        return Filling()
    levels = {level.key: list(table.layout.entries(level)) for level in table.layout.levels}
    return _split(
        entry.of(row.node)
        for row in table.rows
        for _, entry in levels[row.level]
        if entry.is_in(row.node) or not (entry.optional or entry.own)
    )


def _split(values: Any) -> Filling:
    counted = [value is not None for value in values]
    return Filling(sum(counted), len(counted) - sum(counted))
