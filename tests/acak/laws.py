"""What must hold of the document of every random folder; a law that breaks raises AssertionError."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import assume
from openxml_audit import OpenXmlValidator

from renjadoc import resources
from renjadoc.compose import compose_document
from renjadoc.content import folder as folders
from renjadoc.examine import examine_folder
from renjadoc.reading import Reading
from renjadoc.span import plain_text
from renjadoc.unbroken import as_seen
from renjadoc.word import blocks
from renjadoc.word.packages import package
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from tests.acak.folders import Files, lay_down
from tests.word import lint

#: What a row holds for the template to decide by, and whose row it is.
_NOT_PRINTED = {"jenis", "bidang"}
_BLANK = re.compile(r"\s+")


def valid_content_is_printed_whole(files: Files) -> None:
    """A folder without errors gives a document that is valid, clean, and says every text of chapters and tables."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "isi")
        lay_down(files, root)
        folder, problems = folders.read_folder(root)
        assert folder is not None, problems
        assert problems == []
        reading = Reading(folder)
        assume(reading.problems == [])
        _, outcome = examine_folder(root)
        assert outcome.crashes == {}, "\n".join(outcome.crashes.values())
        template = Template(resources.templates_folder() / "renja.docx", "renja.docx")
        document = compose_document(reading)
        made = Path(temporary, "hasil.docx")
        made.write_bytes(render.pack_document(template, document, {}).data)
        parts = package.unpack_file(made)
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
            cells = (cell for row in block.rows for key, cell in row.items() if key not in _NOT_PRINTED)
            found += [reading.printed(line) for cell in cells for line in _lines(cell)]
        elif isinstance(block, blocks.GridTable):
            rows = [*block.head, *(row for row, _ in block.body)]
            found += [plain_text(line) for row in rows for cell in row for line in cell.lines]
    return found


def _lines(cell: object) -> list[str]:
    return [line for line in (cell if isinstance(cell, list) else [cell]) if isinstance(line, str)]


def _joined(text: str) -> str:
    return _BLANK.sub("", as_seen(text))
