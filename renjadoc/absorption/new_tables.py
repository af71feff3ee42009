"""Tables that were typed or pasted into a document of ours: tables of the office's own form, with their captions.

Where one stands in the document, a line stands for it until its place in the content is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from renjadoc.absorption.proposals import Proposal
from renjadoc.adoption import words
from renjadoc.adoption.ad_hoc import write_ad_hoc
from renjadoc.adoption.captions import find_captions, is_caption, read_table_caption
from renjadoc.adoption.grids import TableGrid, read_grid
from renjadoc.content.folder import Folder
from renjadoc.content.naming import make_stem
from renjadoc.edits.edit import Change, Edit
from renjadoc.edits.plan import Conflict
from renjadoc.word.reader.document import Piece, WordParagraph, WordTable
from renjadoc.word.reader.made import MadeDocument

#: Of private use: no text of a document begins so.
_STANDS_FOR = "\ue0f2"
_LONGEST_NAME = 40


@dataclass
class NewTable:
    """A table that the folder does not have yet: how its file is called, what it says, what people call it."""

    name: str
    data: dict[str, Any]
    said: str

    @property
    def token(self) -> str:
        """The text of the line that stands for it."""
        return f"{_STANDS_FOR}{self.name}"

    @property
    def file(self) -> str:
        return f"tabel/{self.name}.json"


@dataclass
class TypedTables:
    """The tables that were typed into a document, and what is told of them."""

    tables: list[NewTable] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def name_blocks(self, proposals: list[Proposal]) -> list[Proposal]:
        """The proposals, those of the lines that stand for tables as blocks that place them."""
        named = {table.token: table for table in self.tables}
        for one in proposals:
            if (table := named.get(one.unit.text)) is not None:
                one.unit = replace(one.unit, kind="blok", level=0, raw={"tabel": table.name})
                one.known_by = json.dumps(table.data)
        return proposals

    def say_change(self, change: Change) -> Change:
        """A change as it is told: what stands for a table is what people call it."""
        said = {table.token: table.said for table in self.tables}
        return replace(change, new=said.get(change.new, change.new))

    def say_conflicts(self, conflicts: Iterable[Conflict]) -> list[Conflict]:
        return [replace(one, change=self.say_change(one.change)) for one in conflicts]

    def add_files(self, edits: list[Edit]) -> list[Edit]:
        """The edits with the files of the tables that they place, each taken with its place."""
        made: list[Edit] = []
        for edit in edits:
            placed = [table for table in self.tables if _places(edit.value, table.name)]
            group = edit.group or (f"tabel {placed[0].name}" if placed else "")
            made.append(replace(edit, group=group))
            made += [Edit(table.file, "", "set", table.data, group=group) for table in placed]
        return made


def take_typed_tables(
    document: MadeDocument, typed: list[WordTable], known: list[WordTable], folder: Folder
) -> TypedTables:
    """The tables `typed`, each with a line in the document that stands for it; their captions are no lines any more.

    `known` were typed, too, and are in the folder already: only their captions are left out.
    """
    found = TypedTables()
    owners = find_captions(document.blocks)
    for index, block in enumerate(document.blocks):
        if not isinstance(block, WordTable) or not any(block is one for one in (*typed, *known)):
            continue
        lines = [document.blocks[at] for at, owner in owners.items() if owner == index]
        caption = [line for line in lines if isinstance(line, WordParagraph) and not _has_anchors(line)]
        caption = caption if is_caption(caption) else []
        _, title = read_table_caption(caption)
        if any(block is one for one in typed):
            table = _read_table(found, block, [words.escape_marks(line) for line in title], folder)
            if table is None:
                continue
            found.tables.append(table)
            _put_line(document, index, table.token)
        for line in caption:
            line.pieces = []
    return found


def _has_anchors(line: WordParagraph) -> bool:
    return any(piece.anchors for piece in line.pieces)


def _read_table(found: TypedTables, block: WordTable, title: list[str], folder: Folder) -> NewTable | None:
    grid = read_grid(block)
    said = f"tabel baru “{words.shorten_text(' '.join(title), 80)}”" if title else f"tabel baru ({_say_head(grid)})"
    if not grid.body:
        found.told.append(
            f"{said}: tidak mempunyai baris isi; lengkapi di Word lalu serap lagi, atau buat di halaman kerja"
        )
        return None
    if grid.pictures:
        found.told.append(
            f"{said}: {len(grid.pictures)} gambar di dalamnya tidak diambil; masukkan lewat halaman kerja"
        )
    taken = {*folder.tabel, *(table.name for table in found.tables)}
    name = _name_table(title or [grid.head_paths()[0] if grid.heads else ""], taken)
    data = {**folder.link_schema("bebas", f"tabel/{name}.json"), **write_ad_hoc(grid, title)}
    found.notes.append(f"{said} menjadi tabel bebas {name}; nomornya mengikuti urutan, dan angkanya tidak dihitung.")
    return NewTable(name, data, f"{said}: {len(grid.body)} baris, {grid.width} kolom")


def _say_head(grid: TableGrid) -> str:
    texts = grid.head_paths() if grid.heads else grid.row_texts(grid.body[0]) if grid.body else []
    return words.shorten_text(" | ".join(filter(None, texts)), 80) or "kosong"


def _name_table(title: list[str], taken: set[str]) -> str:
    """A name for the file of a table that no other has."""
    stem = f"tabel-{make_stem(' '.join(title), _LONGEST_NAME)}".strip("-")
    names = (stem if count == 1 else f"{stem}-nomor-{count}" for count in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _put_line(document: MadeDocument, index: int, text: str) -> None:
    """Put a line that stands for the table at `index` of the blocks among the paragraphs."""
    before = [block for block in document.blocks[:index] if isinstance(block, WordParagraph)]
    place = next((at + 1 for at, line in enumerate(document.paragraphs) if before and line is before[-1]), 0)
    while place < len(document.paragraphs) and document.paragraphs[place].text.startswith(_STANDS_FOR):
        place += 1
    is_behind = index > 0 and isinstance(document.blocks[index - 1], WordTable)
    document.paragraphs.insert(place, WordParagraph([Piece(text)], style="isi", after_table=is_behind))
    if place + 1 < len(document.paragraphs):
        document.paragraphs[place + 1].after_table = False
    for comment in document.comments:
        comment.paragraph += comment.paragraph >= place


def _places(value: object, name: str) -> bool:
    """Whether a value of a chapter places the table of this name."""
    return any(block == {"tabel": name} for block in _walk(value))


def _walk(value: object) -> Iterator[Any]:
    yield value
    for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _walk(member)
