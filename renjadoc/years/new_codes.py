"""Codes of a plan that the next year's nomenclature no longer has: what replaces them is offered, the rest is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renjadoc.edits.edit import CHANGED, Change, Edit
from renjadoc.nomenclature.book import NomenclatureBook, open_book
from renjadoc.nomenclature.entry import KEGIATAN, SUB, NomenclatureEntry, cut_code, depth_of, is_code
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.layout import TableRow


class NewCodes(NamedTuple):
    """`edits` give a row its new code and name, both in one group; `told` are rows of which people must decide."""

    edits: list[Edit]
    told: list[str]


def find_new_codes(reading: Reading) -> NewCodes:
    """What becomes of the sub kegiatan whose codes the nomenclature of the next year has replaced or dropped."""
    folder = reading.folder
    book = open_book(folder.root, folder.tahun + 1, folder.facts["daerah"]["jenis"])
    found = NewCodes([], [])
    for table in reading.tables.of_kind("rencana-program") if book else ():
        for row in table.rows:
            code = row.node.get("kode")
            if book and code and is_code(code) and depth_of(code) == SUB and book.knows(SUB) and not book.find(code):
                _replace_code(book, folder.relative(table.source), row, found)
    return found


def _replace_code(book: NomenclatureBook, file: str, row: TableRow, found: NewCodes) -> None:
    code = row.node["kode"]
    successors = book.find_successors(code)
    if len(successors) == 1 and cut_code(successors[0].kode, KEGIATAN) == cut_code(code, KEGIATAN):
        found.edits.extend(_say_edits(successors[0], file, row))
        return
    name = f"{code} {shorten_text(row.node['nama'], 50)}"
    if not successors:
        found.told.append(f"{name}: tidak ada lagi dalam {book.name}; cari gantinya")
        return
    choices = " atau ".join(f"{one.kode} {one.nama}" for one in successors[:3])
    found.told.append(f"{name}: diganti {choices}; pindahkan sendiri barisnya")


def _say_edits(entry: NomenclatureEntry, file: str, row: TableRow) -> Iterator[Edit]:
    for key, value in (("kode", entry.kode), ("nama", entry.nama)):
        at = f"{row.pointer}/{key}"
        change = Change(CHANGED, file, at, row.node[key], value, column=key, row=row.node["nama"])
        yield Edit(file, at, "set", value, changes=(change,), group=f"{file} {row.pointer} kode")
