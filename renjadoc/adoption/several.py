"""Several files of one old document, a chapter each as offices keep them, read as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from renjadoc.adoption.grids import walk_paragraphs
from renjadoc.adoption.labels import read_number
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.word.package import PackageError
from renjadoc.word.reader.document import WordDocument, WordParagraph
from renjadoc.word.reader.read import read_document

#: A Renja has some thousand paragraphs beside its tables; what has more is something else, and would not end soon.
_MOST_PARAGRAPHS = 20_000
_CHAPTER = re.compile(r"\s*BAB\s+([IVXLC]+)\b", re.IGNORECASE)


def read_documents(files: Sequence[Path]) -> WordDocument:
    """The files as one document, in the order of their chapters. Raises ProblemsFound."""
    document = _join([_read_file(path) for path in files])
    paragraphs = sum(isinstance(block, WordParagraph) for block in document.blocks)
    if paragraphs > _MOST_PARAGRAPHS:
        message = f"{paragraphs:_} paragraf di luar tabel, jauh di atas sebuah Renja".replace("_", ".")
        hint = "Ambil bagian yang berisi Renja saja ke dokumen tersendiri."
        raise ProblemsFound([Problem("RJ062", Location(files[0].as_posix()), message, hint)])
    return document


def _read_file(path: Path) -> WordDocument:
    try:
        return read_document(path)
    except PackageError as error:
        hint = "Buka di Word, lalu Simpan Sebagai dokumen Word (.docx) tanpa kata sandi."
        raise ProblemsFound([Problem("RJ062", Location(path.as_posix()), str(error), hint)]) from error


def _join(documents: list[WordDocument]) -> WordDocument:
    if len(documents) == 1:
        return documents[0]
    for number, document in enumerate(documents, 1):
        for paragraph in walk_paragraphs(document.blocks):
            # Each file counts its pictures from one.
            paragraph.pictures = [one._replace(name=f"berkas-{number}-{one.name}") for one in paragraph.pictures]
    ordered = sorted(documents, key=_first_chapter)
    return WordDocument(
        [block for one in ordered for block in one.blocks],
        [comment for one in ordered for comment in one.comments],
        [strange for one in ordered for strange in one.strange],
        [closed for one in ordered for closed in one.closed],
        [side for one in ordered for side in one.sides],
        next((one.title for one in ordered if one.title), ""),
    )


def _first_chapter(document: WordDocument) -> int:
    """The number of the first chapter that a file has; one without any is what stands before them all."""
    paragraphs = (block for block in document.blocks if isinstance(block, WordParagraph))
    found = (match for paragraph in paragraphs if (match := _CHAPTER.match(f"{paragraph.label} {paragraph.text}")))
    match = next(found, None)
    return (read_number(match[1]) or 0) if match else 0
