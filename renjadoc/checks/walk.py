"""Ways through a folder that several checks share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from renjadoc.content.load import Source
from renjadoc.content.positions import join
from renjadoc.reading import Reading

Node = dict[str, Any]
Place = tuple[Source, str, Node]


def programs(reading: Reading) -> Iterator[Place]:
    """Every program of the plan with its file and pointer."""
    for source in reading.folder.tables_of("rencana-program"):
        for index, program in enumerate(source.data["program"]):
            yield source, f"/program/{index}", program


def kegiatan(reading: Reading) -> Iterator[Place]:
    """Every kegiatan of the plan."""
    for source, pointer, program in programs(reading):
        for index, one in enumerate(program["kegiatan"]):
            yield source, f"{pointer}/kegiatan/{index}", one


def sub_kegiatan(reading: Reading) -> Iterator[Place]:
    """Every sub kegiatan of the plan."""
    for source, pointer, one in kegiatan(reading):
        for index, sub in enumerate(one["sub_kegiatan"]):
            yield source, f"{pointer}/sub_kegiatan/{index}", sub


def evaluated(reading: Reading) -> Iterator[Place]:
    """Every kegiatan of the evaluation of last year."""
    for source in reading.folder.tables_of("evaluasi"):
        for p, program in enumerate(source.data["program"]):
            for k, one in enumerate(program["kegiatan"]):
                yield source, f"/program/{p}/kegiatan/{k}", one


def short(text: str, length: int = 60) -> str:
    """A name for a message: whole, or its beginning."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def typed_texts(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[Source, str, re.Match[str]]]:
    """Every match of `pattern` in what people typed: in the narrative, and in the cells of tables.

    The distinct texts of a table are searched as one before each is looked at: long tables are mostly in order.
    """
    for passage in reading.passages:
        for match in pattern.finditer(passage.text):
            if passage.is_typed(*match.span()):
                yield passage.source, passage.pointer, match
    for name, texts in reading.cells.items():
        if pattern.search(reading.joined(name)) is None:
            continue
        for text, places in texts.items():
            for match in pattern.finditer(reading.typed(text)):
                for keys in places:
                    yield reading.folder.tabel[name], join("", *keys), match
