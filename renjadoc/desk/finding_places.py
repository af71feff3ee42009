"""Where a finding is, in the words of those who read the document: `2.3.1 paragraf 4`, `baris Arsip, kolom Target`."""

from __future__ import annotations

import re

from renjadoc.content.pointers import value_at
from renjadoc.desk.grids import Grid, find_cell
from renjadoc.desk.inspection import Inspection
from renjadoc.narrative import citation
from renjadoc.problem import Problem
from renjadoc.questions import list_questions
from renjadoc.reading import Reading

_BLOCK = re.compile(r"/isi/(\d+)")
_ITEM = re.compile(r"/butir/(\d+)")
_WORD = re.compile(r"tambahkan “([^”]+)” ke kamus\.txt")


def name_finding(inspection: Inspection, problem: Problem) -> str:
    """Where in its file a finding is; nothing where that cannot be said."""
    reading, pointer = inspection.reading, problem.location.pointer
    if reading is None or not pointer:
        return _name_line(problem)
    file = inspection.relative(problem)
    room, _, stem = file.removesuffix(".json").rpartition("/")
    if room == "tabel" and stem in reading.tables:
        return _name_cell(Grid(reading, stem), pointer) or _name_line(problem)
    if room == "regulasi" and stem in reading.folder.regulasi:
        return _name_law(reading.folder.regulasi[stem].data, pointer)
    if file == "dokumen.json":
        return next((one.title for one in list_questions() if one.pointer == pointer), "")
    return _name_paragraph(reading, file, pointer)


def find_unknown_word(problem: Problem) -> str:
    """The word that a finding would have in the office's own word list; nothing for all other findings."""
    found = _WORD.search(problem.hint)
    return found[1] if found else ""


def _name_line(problem: Problem) -> str:
    return f"baris berkas {problem.location.line}" if problem.location.line else ""


def _name_cell(grid: Grid, pointer: str) -> str:
    place, id = find_cell(grid, pointer)
    if not place:
        return "judul dan keterangan"
    row = grid.find_row(place)
    head = next(head[-1] for column, head in grid.heads() if column.id == id)
    return f"baris {grid.name_row(row) or place}, kolom {head}"


def _name_law(data: object, pointer: str) -> str:
    entry = value_at(data, "/".join(pointer.split("/")[:3]))
    return citation.write_citation(entry) if isinstance(entry, dict) and "jenis" in entry else ""


def _name_paragraph(reading: Reading, file: str, pointer: str) -> str:
    sections = [one for one in reading.outline.sections if reading.folder.relative(one.source) == file]
    around = [one for one in sections if f"{pointer}/".startswith(f"{one.pointer}/")]
    if not around:
        return ""
    section = max(around, key=lambda one: len(one.pointer))
    below = pointer.removeprefix(section.pointer)
    said = [f"{section.number}" if section.level > 1 else "awal bab"]
    if block := _BLOCK.match(below):
        said.append(f"kotak {int(block[1]) + 1}")
        said += [f"butir {int(number) + 1}" for number in _ITEM.findall(below)[:1]]
    elif below == "/judul":
        said.append("judul")
    return " ".join(said)
