"""Ways through a folder that several checks share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import methodcaller
from typing import TYPE_CHECKING, Any, cast

from renjadoc.content.load import Source
from renjadoc.narrative.joined import Searched
from renjadoc.nomenclature.entry import DEPTHS
from renjadoc.reading import Reading
from renjadoc.tables import bebas, evaluasi
from renjadoc.tables.layout import Node

if TYPE_CHECKING:
    from renjadoc.content.row_types import RencanaProgramKegiatan, RencanaProgramProgram, RencanaProgramSubKegiatan

Place = tuple[Source, str, Node]


@lru_cache(maxsize=8)
def rows_of(reading: Reading, kind: str, *levels: str) -> list[Place]:
    """Every row of these levels in the tables of a kind, with its file and pointer."""
    tables = reading.tables.of_kind(kind)
    return [(table.source, row.pointer, row.node) for table in tables for row in table.rows if row.level in levels]


def planned(reading: Reading) -> list[Place]:
    """Every row of the plan: programs, then kegiatan, then sub kegiatan."""
    return [place for level in DEPTHS for place in rows_of(reading, "rencana-program", level)]


# A file that was read has passed its schema, so its rows of a level have the type of that level.


def programs(reading: Reading) -> list[tuple[Source, str, RencanaProgramProgram]]:
    """Every program of the plan."""
    return cast("list[tuple[Source, str, RencanaProgramProgram]]", rows_of(reading, "rencana-program", "program"))


def kegiatan(reading: Reading) -> list[tuple[Source, str, RencanaProgramKegiatan]]:
    """Every kegiatan of the plan."""
    return cast("list[tuple[Source, str, RencanaProgramKegiatan]]", rows_of(reading, "rencana-program", "kegiatan"))


def sub_kegiatan(reading: Reading) -> list[tuple[Source, str, RencanaProgramSubKegiatan]]:
    """Every sub kegiatan of the plan."""
    return cast(
        "list[tuple[Source, str, RencanaProgramSubKegiatan]]", rows_of(reading, "rencana-program", "sub_kegiatan")
    )


def funded(reading: Reading) -> list[Place]:
    """Every row of the plan that has an amount of its own: sub kegiatan, and kegiatan that have none."""
    above, below = (rows_of(reading, "rencana-program", level) for level in ("kegiatan", "sub_kegiatan"))
    return [*(place for place in above if "sub_kegiatan" not in place[2]), *below]


def evaluated(reading: Reading) -> list[Place]:
    """Every kegiatan and sub kegiatan of the evaluation of last year."""
    return rows_of(reading, "evaluasi", "kegiatan", "sub_kegiatan")


def measured(reading: Reading) -> list[Place]:
    """Every row of the evaluation that states figures: programs too."""
    rows = rows_of(reading, "evaluasi", "program", "kegiatan", "sub_kegiatan")
    return [place for place in rows if evaluasi.figures_of(place[2])]


def column_title(source: Source, pointer: str) -> str:
    """The title of the column in which a cell of an ad-hoc table stands; empty for any other place."""
    keys = pointer.split("/")[1:]
    if source.data.get("jenis") != "bebas" or keys[0] != "baris":
        return ""
    row = source.data["baris"][int(keys[1])]
    columns = [column for column, _ in bebas.place_cells(row)]
    column = columns[int(keys[3] if isinstance(row, dict) else keys[2])]
    titles = [str(leaf["judul"]) for leaf in bebas.find_columns(source.data["kolom"])]
    return titles[column] if column < len(titles) else ""


def in_words(place: str, tahun: int) -> str:
    """A cell's place in words, its year as a number: `/renja_n-2/target` -> `renja 2019 target`, `n` is it."""
    words = place.strip("/").replace("/", " ").replace("_", " ")
    return re.sub(r"\bn(?:([+-]\d)|(?!\S))", lambda step: str(tahun + int(step[1] or 0)), words)


def typed_texts(
    reading: Reading,
    pattern: re.Pattern[str],
    *,
    words: tuple[str, ...] = (),
    quick: re.Pattern[str] | None = None,
    find: Callable[[Searched[Any]], list[Any]] | None = None,
) -> Iterator[tuple[Source, str, re.Match[str]]]:
    """Every match of `pattern` in what people typed: in the narrative, and in the cells of tables.

    Only texts are looked at that hold one of `words`, given in small letters, if any are; else those that `find` gives,
    or that match `quick` (or `pattern` itself) when all are searched as one.
    """
    if find is None:
        find = methodcaller("find_words", words) if words else methodcaller("find_pattern", quick or pattern)
    for passage in find(reading.passages):
        for match in pattern.finditer(passage.text):
            if passage.is_typed(*match.span()):
                yield passage.source, passage.pointer, match
    for name, cells in reading.cells.items():
        for text in find(cells):
            for match in pattern.finditer(reading.typed(text)):
                for pointer in cells.find_pointers(text):
                    yield reading.folder.tabel[name], pointer, match
