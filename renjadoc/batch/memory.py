"""What a run remembers of each document, so that the next one makes only what changed.

One small file an office, in `.renjadoc/` beside the documents: two runs into one folder never write the same file
differently, and a run that was cut off has kept all that it finished. Nothing in it is a time.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from renjadoc import __version__, opening, resources, save
from renjadoc.nomenclature.store import store_path
from renjadoc.problem import ProblemsFound

FOLDER = ".renjadoc"
#: Of a file that a document is made from, or of the document.
_LARGEST = 256 * 1024 * 1024


@dataclass(frozen=True)
class Remembered:
    """What a document was made from (`key`), the hash of the finished file, and what became of it as plain data."""

    key: str
    document: str
    outcome: dict[str, Any]


def recall_document(output: Path) -> Remembered | None:
    """What is remembered of a document; None when there is nothing that can be used."""
    try:
        remembered = Remembered(**json.loads(opening.read_file(_path_beside(output))))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return remembered if isinstance(remembered.outcome, dict) else None


def remember_document(output: Path, remembered: Remembered) -> None:
    """Write it down, in one step. Where that is not possible the document is only made once more next time."""
    with contextlib.suppress(ProblemsFound):
        save.write_file(_path_beside(output), json.dumps(asdict(remembered)).encode())


def write_report(path: Path, data: bytes) -> Path:
    """Write a report; under the next free name if somebody edited what stands there. Raises ProblemsFound."""
    number, target = 1, path
    while target.exists() and not _is_ours(target):
        number += 1
        target = path.with_stem(f"{path.stem} ({number})")
    save.write_file(target, data)
    save.write_file(_path_beside(target), sha256(data).hexdigest().encode())
    return target


def _is_ours(report: Path) -> bool:
    """Whether what stands there is what we wrote; what cannot be read is somebody else's."""
    try:
        return opening.read_file(_path_beside(report)).decode("utf-8") == hash_file(report) != ""
    except (OSError, UnicodeDecodeError):
        return False


def hash_file(path: Path) -> str:
    """The hash of a file; empty if it cannot be read."""
    try:
        with opening.open_file(path, _LARGEST) as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def hash_sources(folder: Path, template: Path | None, *, page_numbers: bool) -> str:
    """A hash over all that a document and its findings come from: the folder, template, nomenclatures, version."""
    # With lengths, so that no two lists of files give the same bytes.
    content = [(path.relative_to(folder).as_posix(), hash_file(path)) for path in _content_files(folder)]
    templates = [template] if template else sorted(resources.templates_folder().glob("*.docx"))
    whole = [__version__, page_numbers, [hash_file(path) for path in templates], content, hash_file(store_path())]
    return sha256(json.dumps(whole).encode()).hexdigest()


def _content_files(folder: Path) -> Iterator[Path]:
    """The files of a folder in a fixed order; hidden ones and locks of Word belong to nobody's content."""
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(path, name) for name in sorted(files) if not name.startswith((".", "~$")))


def _path_beside(output: Path) -> Path:
    return output.parent / FOLDER / f"{output.name}.json"
