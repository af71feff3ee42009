"""Open cells of a folder's plan that the nomenclature fills by code; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from renjadoc.content.pointers import join
from renjadoc.edits import changeset
from renjadoc.edits.edit import CHANGED, Change, Edit
from renjadoc.edits.plan import Plan
from renjadoc.edits.stamps import stamp_folder
from renjadoc.nomenclature.book import NomenclatureBook
from renjadoc.nomenclature.filling import complete_row, find_missing
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.excel.values import write_value
from renjadoc.tables.kind import ReadTable


def plan_completion(root: Path) -> Plan:
    """What the nomenclature fills into the plans of a folder. Raises ProblemsFound."""
    read = stamp_folder(root)
    reading = changeset.read_for_edits(root)
    book = reading.nomenclature
    if book is None:
        raise ProblemsFound([no_nomenclature(reading.folder.tahun)])
    made = Plan(root, read)
    for table in reading.tables.of_kind("rencana-program"):
        made.edits += _fill_plan(table, reading.folder.relative(table.source), book)
    hint = "Tidak ada yang ditulis. Periksa nomenklatur yang terpasang."
    changeset.check_texts(reading.folder, made.files, "hasil pengisian", hint)
    return made


def no_nomenclature(tahun: int) -> Problem:
    """What is said where none is installed for a year."""
    hint = f"Pasang dahulu: renjadoc nomenklatur pasang BERKAS.xlsx --edisi {tahun}."
    return Problem("RJ090", Location("nomenklatur"), f"belum ada nomenklatur yang terpasang untuk {tahun}", hint)


def _fill_plan(table: ReadTable, file: str, book: NomenclatureBook) -> Iterator[Edit]:
    found = ((row, cell) for row in table.rows for cell in find_missing(book, row.node))
    for row, cell in found:
        at, node = join(row.pointer, cell.key), row.node
        old = write_value(node.get(cell.key))
        change = Change(CHANGED, file, at, old, cell.value, book.name, cell.key.replace("_", " "), node["nama"])
        behind = "nama" if cell.key not in node else None
        yield Edit(file, at, "set", cell.value, behind=behind, changes=(change,))


def complete_edits(book: NomenclatureBook | None, edits: list[Edit]) -> list[Edit]:
    """Edits whose new rows have what the nomenclature fills."""
    if book is None:
        return edits
    is_row = [edit.action == "insert" and isinstance(edit.value, dict) for edit in edits]
    return [
        replace(edit, value=complete_row(book, edit.value)) if row else edit
        for edit, row in zip(edits, is_row, strict=True)
    ]
