"""Ways through a folder that several checks share."""

from __future__ import annotations

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


def cells(reading: Reading) -> Iterator[tuple[Source, str, str]]:
    """Every text in a table with its file and pointer, one after another."""
    for name, texts in reading.cells.items():
        source = reading.folder.tabel[name]
        for text, places in texts.items():
            for keys in places:
                yield source, join("", *keys), text


def short(text: str, length: int = 60) -> str:
    """A name for a message: whole, or its beginning."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
