"""Where a reader of the document sees what a finding speaks of: `Tabel 4.1, Penataan Arsip, kolom Target`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from renjadoc import indonesian
from renjadoc.checks.regulations import short_name
from renjadoc.checks.walk import column_title
from renjadoc.content.load import Source
from renjadoc.content.pointers import follow_pointer
from renjadoc.narrative.outline import Section
from renjadoc.problem import Problem, shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import bebas
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import Entry, TableRow

#: What dokumen.json holds, as the reader knows it.
_FACTS = {
    "/tahun": "Sampul, tahun",
    "/perangkat_daerah": "Sampul, nama perangkat daerah",
    "/daerah": "Sampul, nama daerah",
    "/renstra": "Periode Renstra",
    "/visi": "Visi",
    "/misi": "Misi",
    "/logo": "Sampul, logo",
    "/pengesahan/tempat": "Tanda tangan, tempat",
    "/pengesahan/tanggal": "Tanda tangan, tanggal",
    "/pengesahan/jabatan": "Tanda tangan, jabatan",
    "/pengesahan/nama": "Tanda tangan, nama pejabat",
    "/pengesahan/pangkat": "Tanda tangan, pangkat",
    "/pengesahan/nip": "Tanda tangan, NIP",
    "/pengesahan": "Tanda tangan",
    "/aturan_dimatikan": "Aturan yang dimatikan",
}
#: What stands in place of a chapter for what no chapter holds.
OUTSIDE = "Sampul, tanda tangan, dan lain-lain"


def describe_place(reading: Reading | None, problem: Problem) -> str:
    """The place of a finding in the document's own terms; empty where the reader sees nothing of it.

    Of a file that cannot be read as what it is, that which was said when it was refused.
    """
    source = None if reading is None else _find_source(reading, problem.location.file)
    if reading is None or source is None:
        return problem.location.seen
    return describe_pointer(reading, source, problem.location.pointer)


def name_places(reading: Reading | None, problems: list[Problem]) -> list[Problem]:
    """The problems with where a reader of the document sees each of them."""
    return [
        problem._replace(location=problem.location._replace(seen=describe_place(reading, problem)))
        for problem in problems
    ]


def describe_pointer(reading: Reading, source: Source, pointer: str) -> str:
    """The place of what a file has at a pointer, in the document's own terms; of what is not there yet, what is around
    it."""
    if source is reading.folder.dokumen:
        return next((said for at, said in _FACTS.items() if pointer == at or pointer.startswith(f"{at}/")), "")
    if source.path.stem in reading.tables and reading.tables[source.path.stem].source is source:
        return _describe_cell(reading, reading.tables[source.path.stem], pointer)
    if any(source is listed for listed in reading.folder.regulasi.values()):
        return _describe_regulation(source, pointer)
    return _describe_passage(reading, source, pointer)


def find_chapter(reading: Reading | None, problem: Problem) -> str:
    """The chapter that a finding belongs to, `BAB II Hasil Evaluasi …`: that of the text, or that of the table."""
    source = None if reading is None else _find_source(reading, problem.location.file)
    if reading is None or source is None:
        return OUTSIDE
    number = 0
    if (placed := reading.outline.placed.get(source.path.stem)) is not None and source.path.parent.name == "tabel":
        number = placed.chapter
    elif any(source is chapter for chapter in reading.folder.bab):
        number = 1 + next(index for index, chapter in enumerate(reading.folder.bab) if chapter is source)
    elif any(source is listed for listed in reading.folder.regulasi.values()):
        number = 1
    elif part := next((one for one in reading.outline.all_sections if one.source is source), None):
        return " ".join(f"{part.label} {reading.printed(part.data['judul'])}".split())
    if not 1 <= number <= len(reading.folder.bab):
        return OUTSIDE
    return f"BAB {indonesian.romawi(number)} {reading.printed(reading.folder.bab[number - 1].data['judul'])}"


@lru_cache(maxsize=4)
def _list_sources(reading: Reading) -> dict[str, Source]:
    return {source.name: source for source in reading.folder.sources}


def _find_source(reading: Reading, file: str) -> Source | None:
    return _list_sources(reading).get(file)


class ShownCell(NamedTuple):
    """A cell as a reader sees it: its table's file, the name of its row, what stands in it ("" for the whole row)."""

    table: str
    row: str
    text: str


def find_cell(reading: Reading, problem: Problem) -> ShownCell | None:
    """The cell that a finding speaks of; None where it is of no row of a table."""
    source = _find_source(reading, problem.location.file)
    table = reading.tables[source.path.stem] if source and source.path.stem in reading.tables else None
    if table is None or table.source is not source:
        return None
    pointer = problem.location.pointer
    if table.kind.name == "bebas":
        return _find_free_cell(reading, table, pointer)
    row = _find_row(table, pointer)
    if row is None:
        return None
    value = follow_pointer(table.data, pointer) if pointer != row.pointer else None
    return ShownCell(source.path.stem, _name_row(reading, row.node), _say_value(reading, value))


def _find_free_cell(reading: Reading, table: ReadTable, pointer: str) -> ShownCell | None:
    match = re.match(r"/baris/(\d+)(?:/(?:sel/)?(\d+))?", pointer)
    if match is None:
        return None
    row = table.data["baris"][int(match[1])]
    texts = [_say_value(reading, cell) for cell in bebas.list_cells(row)]
    named = next((text for text in texts if re.search("[A-Za-z]", text)), next(filter(None, texts), ""))
    return ShownCell(table.source.path.stem, named, texts[int(match[2])] if match[2] else "")


def _say_value(reading: Reading, value: object) -> str:
    """A value as it is printed in a cell."""
    if isinstance(value, dict):
        value = value.get("teks", "")
    if isinstance(value, bool) or value is None or isinstance(value, list):
        return ""
    return indonesian.angka(value) if isinstance(value, int | Decimal) else reading.printed(str(value))


# Texts


def _describe_passage(reading: Reading, source: Source, pointer: str) -> str:
    within = [one for one in reading.outline.all_sections if one.source is source and _is_below(pointer, one.pointer)]
    if not within:
        return ""
    section = max(within, key=lambda one: len(one.pointer))
    # What stands before the chapters has no number, and is called by its title.
    number = section.label.rstrip(".") or " ".join(reading.printed(section.data["judul"]).split()).title()
    rest = pointer.removeprefix(section.pointer).strip("/").split("/")
    return ", ".join(filter(None, [number, *_describe_block(section, rest)]))


def _is_below(pointer: str, above: str) -> bool:
    return pointer == above or pointer.startswith(f"{above}/") or not above


def _describe_block(section: Section, keys: list[str]) -> list[str]:
    if keys[0] == "judul":
        return ["judul"]
    if keys[0] != "isi" or len(keys) < 2 or not keys[1].isdigit():
        return []
    index = int(keys[1])
    blocks = section.data.get("isi", [])[: index + 1]
    if not blocks or index >= len(section.data.get("isi", [])):
        return []
    block = blocks[-1]
    if isinstance(block, str):
        return [f"paragraf {sum(isinstance(one, str) for one in blocks)}"]
    if "daftar" in block:
        items = [str(int(key) + 1) for before, key in pairwise(keys[2:]) if before == "butir"]
        return ["daftar"] if not items else [f"butir {'.'.join(items)}"]
    said = {"kutipan": "kutipan", "gambar": "gambar", "regulasi": "dasar hukum", "tabel": "tabel"}
    return next(([name] for key, name in said.items() if key in block), [])


def _describe_regulation(source: Source, pointer: str) -> str:
    match = re.match(r"/regulasi/(\d+)(/diubah)?", pointer)
    if match is None or int(match[1]) >= len(source.data["regulasi"]):
        return "Dasar hukum"  # An older document may speak of what has left the list since.
    entry = source.data["regulasi"][int(match[1])]
    return f"Dasar hukum nomor {int(match[1]) + 1} ({short_name(entry)})" + (", perubahannya" if match[2] else "")


# Tables


def _call_table(reading: Reading, table: ReadTable) -> str:
    """What a table without a number is called: by its title, else by its file."""
    title = reading.printed(table.data["judul"][0]) if table.data["judul"] else table.source.path.stem
    return f"Tabel “{shorten_text(title, 40)}”"


def _describe_cell(reading: Reading, table: ReadTable, pointer: str) -> str:
    name = table.source.path.stem
    label = reading.outline.labels.get(name) or _call_table(reading, table)
    if pointer.startswith(("/judul", "/keterangan")):
        return f"{label}, {'judul' if pointer.startswith('/judul') else 'keterangan'}"
    if table.kind.name == "bebas":
        return ", ".join(filter(None, [label, *_describe_free_cell(table.source, pointer)]))
    row = _find_row(table, pointer)
    if row is None:
        return label
    said = [label, shorten_text(_name_row(reading, row.node), 60)]
    column = _find_column(reading, table, row, pointer.removeprefix(row.pointer))
    return ", ".join(filter(None, [*said, f"kolom {column}" if column else ""]))


def _describe_free_cell(source: Source, pointer: str) -> list[str]:
    match = re.match(r"/baris/(\d+)(?:/(?:sel/)?(\d+))?", pointer)
    if match is None:
        return []
    title = column_title(source, pointer) if match[2] else ""
    return [f"baris {int(match[1]) + 1}", f"kolom {title}" if title else ""]


@lru_cache(maxsize=16)
def _rows_by_pointer(table: ReadTable) -> dict[str, TableRow]:
    return {row.pointer: row for row in table.rows}


def _find_row(table: ReadTable, pointer: str) -> TableRow | None:
    """The innermost row at or above a pointer."""
    rows = _rows_by_pointer(table)
    while pointer:
        if pointer in rows:
            return rows[pointer]
        pointer = pointer.rpartition("/")[0]
    return None


def _name_row(reading: Reading, node: dict[str, object]) -> str:
    stated = (node.get(key) for key in ("nama", "usulan", "uraian", "bidang", "kode"))
    return reading.printed(str(next((text for text in stated if text), "")))


def find_head(reading: Reading, table: ReadTable, pointer: str, rest: str) -> str:
    """The head of the column in which the cell at `rest` of the row at `pointer` is printed; empty where none is."""
    row = _rows_by_pointer(table).get(pointer)
    return _find_head(reading, table, row, rest) if row is not None else ""


def _find_head(reading: Reading, table: ReadTable, row: TableRow, rest: str) -> str:
    lowest = [column.head[-1] for column in table.layout.columns]
    for column in table.layout.columns:
        cell = column.cells.get(row.level)
        if isinstance(cell, Entry) and rest and _is_below(rest, cell.pointer):
            # A head that stands twice is told with the one above it.
            head = column.head if lowest.count(column.head[-1]) > 1 else column.head[-1:]
            return " ".join(reading.printed(" / ".join(head)).split())
    return ""


def _find_column(reading: Reading, table: ReadTable, row: TableRow, rest: str) -> str:
    """The head of the column in which the cell at `rest` of a row is printed, or its key in words."""
    if head := _find_head(reading, table, row, rest):
        return head
    field = rest.strip("/").split("/")[0].replace("_", " ")
    is_known = rest and isinstance(follow_pointer(table.data, row.pointer), dict)
    return field if is_known and not field.isdigit() else ""
