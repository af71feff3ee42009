"""What must hold of every random folder on its way out and back: as a workbook, as a document, as an old document."""

from __future__ import annotations

import random
import re
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import assume

from renjadoc import resources
from renjadoc.absorption.run import plan_absorption
from renjadoc.adoption.adopt import adopt
from renjadoc.compose import compose_document
from renjadoc.content import folder as folders
from renjadoc.reading import Reading
from renjadoc.sheets.excel import run as excel
from renjadoc.word.packages import package
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from tests.acak.folders import Files, lay_down

_TODAY = date(2027, 1, 2)
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*[^<\s][^<]*)(</w:t>)")
#: What people type over a word, a figure, a sentence.
_TYPED = ["", "12", "1.250.000", "8 dokumen", "koperasi sehat", "12,5%", "Rp5.000,-", "…", "[x] *y*", "a & b"]


def what_goes_out_comes_back(files: Files, number: int) -> list[str]:
    """Untouched it changes nothing, what was typed comes in once, and taken over nothing is missing."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "isi")
        lay_down(files, root)
        folder, problems = folders.read_folder(root)
        assert folder is not None, problems
        reading = Reading(folder)
        assume(reading.problems == [])
        _return_workbook(root, Path(temporary, "kerja.xlsx"))
        made = Path(temporary, "hasil.docx")
        template = Template(resources.templates_folder() / "renja.docx", "renja.docx")
        made.write_bytes(render.pack_document(template, compose_document(reading), {}).data)
        _return_document(root, made)
        ends = ["utuh", *_return_edited(root, made, random.Random(number))]
        adopted = adopt(made, Path(temporary, "ambil"), _TODAY)
        assert adopted.missing == [], adopted.missing
        return [*ends, *(table.built.kind if table.built else "bebas" for table in adopted.tables)]


def _return_workbook(root: Path, path: Path) -> None:
    if not any((root / "tabel").glob("*.json")):
        return
    excel.export_workbook(root, path)
    plan = excel.plan_import(path, root)
    assert (plan.changes, plan.conflicts, plan.faults, plan.files) == ([], [], [], {})


def _return_document(root: Path, made: Path) -> None:
    plan = plan_absorption(made, root)
    assert (plan.changes, plan.conflicts, plan.unabsorbed, plan.files) == ([], [], [], {})


def _return_edited(root: Path, made: Path, chance: random.Random) -> list[str]:
    """One to four texts typed over: what was taken is not proposed again."""
    parts = package.unpack_file(made)
    body = parts[package.DOCUMENT].decode("utf-8")
    texts = list(_TEXT.finditer(body))
    for found in sorted(chance.sample(texts, min(len(texts), chance.randint(1, 4))), key=lambda one: -one.start()):
        typed = chance.choice(_TYPED).replace("&", "&amp;")
        body = body[: found.start(2)] + typed + body[found.end(2) :]
    path = made.with_name("kembali.docx")
    path.write_bytes(package.to_bytes({**parts, package.DOCUMENT: body.encode("utf-8")}))
    first = plan_absorption(path, root)
    for name, text in first.files.items():
        place = root / name
        if text is None:
            place.unlink()
        else:
            place.parent.mkdir(exist_ok=True)
            place.write_text(text, "utf-8")
    again = plan_absorption(path, root)
    taken = {(change.file, change.pointer, change.new) for change in first.changes}
    assert not taken & {(change.file, change.pointer, change.new) for change in again.changes}
    return ["diserap"] if first.changes else ["tidak diserap"]
