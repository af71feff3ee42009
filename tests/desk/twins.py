"""Two folders beside each other: what they hold, and what a command does to one of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from renjadoc.cli import main
from renjadoc.journal import BACKUPS
from tests.absorption.paper import Paper


def read_all(folder: Path) -> dict[str, bytes]:
    """All files of a folder but the old ones that are kept."""
    files = (path for path in folder.rglob("*") if path.is_file() and BACKUPS not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def read(folder: Path, file: str) -> Any:
    return json.loads((folder / file).read_text("utf-8"))


def run(*arguments: object) -> None:
    assert main([str(one) for one in arguments]) == 0


def list_parts(docx: Path) -> dict[str, bytes]:
    """The parts of a document without the times in it, and without what is counted from them."""
    import zipfile

    with zipfile.ZipFile(docx) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return {name: re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z?|[0-9a-f]{64}", b"", data) for name, data in parts.items()}


def replace_paragraph(docx: Path) -> Path:
    """A word of a document replaced as somebody does it in Word."""
    paper = Paper(docx)
    paper.replace(paper.p("Selama tahun berjalan"), "Selama", "Sepanjang")
    return paper.save()
