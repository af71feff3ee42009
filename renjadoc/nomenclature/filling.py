"""What the nomenclature fills into rows of a plan by their code; nothing that stands there is changed."""

from __future__ import annotations

from typing import NamedTuple

from renjadoc.nomenclature.book import NomenclatureBook
from renjadoc.nomenclature.entry import DEPTHS, SUB, depth_of, fill_code
from renjadoc.plain_data import Node

#: What stands in a new row until somebody knows better.
_PLACEHOLDERS = ("Nama program", "Nama kegiatan", "Nama sub kegiatan")
#: How many digits the part of a sub kegiatan has in the nomenclature of today.
_SUB_WIDTH = 4


class Filled(NamedTuple):
    """One cell that was filled: its key within the row, and the value."""

    key: str
    value: str


def find_missing(book: NomenclatureBook, node: Node) -> list[Filled]:
    """What the nomenclature has for the cells of a row that are open: name, indicator, the unit of a bare target."""
    code = node.get("kode")
    entry = book.find(code) if code else None
    if code is None or entry is None:
        return []
    found = []
    if not node.get("nama") or node["nama"] in _PLACEHOLDERS:
        found.append(Filled("nama", entry.nama))
    if depth_of(code) == SUB:
        if entry.indikator and node.get("indikator") in {None, ""}:
            found.append(Filled("indikator", entry.indikator))
        found += [
            Filled(key, text) for key in ("target", "target_maju") if (text := with_unit(node.get(key), entry.satuan))
        ]
    return found


def tidy_code(book: NomenclatureBook, typed: str) -> str:
    """A code without what is typed around it, with the zeros that it lacks where the nomenclature has it so."""
    code = typed.strip(" .").upper()
    if book.find(code):
        return code
    head, _, last = fill_code(code, _SUB_WIDTH).rpartition(".")
    return next((one for one in (f"{head}.{last}", f"{head}.{last.zfill(_SUB_WIDTH)}") if book.find(one)), code)


def with_unit(value: object, unit: str) -> str:
    """A bare number of a target with the ministry's unit: 12 -> "12 Dokumen"; nothing for what is no bare number."""
    if not unit or value is None or isinstance(value, list | bool):
        return ""
    text = str(value).strip()
    return f"{text.replace('.', ',') if not isinstance(value, str) else text} {unit}" if _is_number(text) else ""


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").isdecimal()


def complete_row(book: NomenclatureBook, node: Node) -> Node:
    """A row, with all below it, whose open cells are filled; the row itself is left as it is."""
    made = {**node, **{cell.key: cell.value for cell in find_missing(book, node)}}
    for key in DEPTHS:
        if isinstance(made.get(key), list):
            made[key] = [complete_row(book, child) for child in made[key]]
    return made
