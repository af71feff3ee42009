"""What must hold of every random folder and every spoilt file; a law that breaks raises AssertionError."""

from __future__ import annotations

import contextlib
import io
import random
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
from hypothesis import assume
from openxml_audit import OpenXmlValidator

from renjadoc import pipeline, resources
from renjadoc.commands import excel, sipd
from renjadoc.compose import Composer
from renjadoc.content import folder as folders
from renjadoc.examine import examine
from renjadoc.exchange.absorb import run as absorb
from renjadoc.exchange.excel import run
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.word import blocks, package, render
from renjadoc.word.template import Template
from tests.acak import spoil
from tests.acak.folders import Files, lay_down
from tests.conftest import ROOT
from tests.exchange.sipd.test_sipd import FIELDS, ROWS
from tests.word import lint

BASE = ROOT / "tests" / "contoh" / "dasar"
_BLANK = re.compile(r"\s+")


def valid_content_is_printed_whole(files: Files) -> None:
    """A folder without errors gives a document that is valid, clean, and says every text of chapters and tables."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "isi")
        lay_down(files, root)
        folder, problems = folders.read(root)
        assert folder is not None, problems
        assert problems == []
        reading = Reading(folder)
        assume(reading.problems == [])
        _, outcome = examine(root)
        assert outcome.crashes == {}, "\n".join(outcome.crashes.values())
        template = Template(resources.templates() / "renja.docx", "renja.docx")
        document = Composer(reading).document()
        parts = render.render(template, document, reading.spans, {})
        made = Path(temporary, "hasil.docx")
        made.write_bytes(package.to_bytes(parts))
        assert (errors := [str(error) for error in _validator().validate(made).errors]) == [], errors
        assert (faults := lint.faults(parts)) == [], faults
        assert package.is_untouched(made)
        printed = _joined(lint.text_of(parts))
        missing = [text for text in _texts(reading, document) if _joined(text) not in printed]
        assert missing == [], missing


@cache
def _validator() -> OpenXmlValidator:
    """Reading its schemas takes seconds."""
    return OpenXmlValidator()


def _texts(reading: Reading, document: render.Document) -> list[str]:
    found = [passage.text for passage in reading.passages]
    for block in document.content:
        if isinstance(block, blocks.PatternTable):
            cells = (row.get(key) for row in block.rows for key in ("uraian", "nama", "usulan", "indikator"))
            found += [reading.printed(cell) for cell in cells if isinstance(cell, str)]
    return found


def _joined(text: str) -> str:
    return _BLANK.sub("", text)


def spoilt_content_gives_problems(number: int) -> None:
    """One file of a right folder spoilt: a document or problems, no crash of any rule."""
    chance = random.Random(number)
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "isi")
        shutil.copytree(BASE, root)
        path = chance.choice(sorted(root.rglob("*.json")))
        path.write_bytes(spoil.of_json(path.read_bytes(), chance))
        _, outcome = examine(root)
        assert outcome.crashes == {}, "\n".join(outcome.crashes.values())
        try:
            pipeline.make(pipeline.Order(root, Path(temporary, "hasil.docx"), page_numbers=False))
        except ProblemsFound as error:
            _said(error)


def spoilt_documents_give_problems(number: int, original: bytes) -> None:
    """A spoilt Word file: absorbed, refused as a document or as a template, never a traceback."""
    chance = random.Random(number)
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary, "kembali.docx")
        path.write_bytes(spoil.of_docx(original, chance))
        package.is_untouched(path)
        for attempt in (
            lambda: absorb.plan(path, BASE, take_pending=chance.random() < 0.5),
            lambda: _as_template(path),
        ):
            _refused_or_done(attempt)


def spoilt_workbooks_give_problems(number: int, originals: tuple[bytes, bytes]) -> None:
    """A spoilt workbook of ours, or of rows of SIPD: imported or refused in words, and what is written can be read."""
    chance = random.Random(number)
    group, original = chance.choice([(excel.command, originals[0]), (sipd.command, originals[1])])
    with tempfile.TemporaryDirectory() as temporary:
        root, path = Path(temporary, "isi"), Path(temporary, "kembali.xlsx")
        shutil.copytree(BASE, root)
        path.write_bytes(spoil.of_xlsx(original, chance))
        how = ["--format", "json"] if chance.random() < 0.5 else []
        command = ["impor", str(path), str(root), chance.choice(["--ya", "--coba"]), *how]
        with contextlib.redirect_stdout(io.StringIO()) as said:
            _refused_or_done(lambda: group.main(command, standalone_mode=False))
        folder, problems = folders.read(root)
        assert folder is not None, said.getvalue()
        assert Reading(folder).problems == problems == []


def workbooks_to_spoil() -> tuple[bytes, bytes]:
    """The tables of the right folder as a workbook, and an export of SIPD that changes and adds rows."""
    with tempfile.TemporaryDirectory() as temporary:
        ours, theirs = Path(temporary, "kerja.xlsx"), Path(temporary, "sipd.xlsx")
        run.export(BASE, ours)
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        for row in [FIELDS, *ROWS]:
            page.append(row)
        book.save(theirs)
        return ours.read_bytes(), theirs.read_bytes()


def _as_template(path: Path) -> None:
    folder, _ = folders.read(BASE)
    assert folder is not None
    reading = Reading(folder)
    document = Composer(reading).document()
    template = Template(path, path.name)
    if not render.check(template, document):
        render.render(template, document, reading.spans, {})


def _refused_or_done(attempt: Callable[[], object]) -> None:
    try:
        attempt()
    except ProblemsFound as error:
        _said(error)


def _said(error: ProblemsFound) -> None:
    """A refusal names what is wrong."""
    assert any(problem.message for problem in error.problems)


def document_to_spoil() -> bytes:
    """The document of the right folder."""
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary, "hasil.docx")
        pipeline.make(pipeline.Order(BASE, made, page_numbers=False))
        return made.read_bytes()
