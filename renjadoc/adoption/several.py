"""Several files of one old document, one or more chapters each as offices keep them, read as one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from renjadoc.adoption.file_chapters import name_chapters, place_file
from renjadoc.adoption.grids import walk_paragraphs
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.word.layout import old_files, pages
from renjadoc.word.packages import package
from renjadoc.word.packages.package import PackageError, TooMuchError
from renjadoc.word.reader.document import WordDocument, WordParagraph
from renjadoc.word.reader.read import read_parts
from renjadoc.word.reader.walk import MAX_PARAGRAPHS

_PART = "Ambil bagian yang berisi Renja saja ke dokumen tersendiri."


def read_documents(files: Sequence[Path]) -> WordDocument:
    """The files as one document, in the order of their chapters. Raises ProblemsFound."""
    document = _join([_read_file(path) for path in files], [path.stem for path in files])
    paragraphs = sum(isinstance(block, WordParagraph) for block in document.blocks)
    if paragraphs > MAX_PARAGRAPHS:
        message = f"{paragraphs:_} paragraf di luar tabel, jauh di atas sebuah Renja".replace("_", ".")
        raise ProblemsFound([Problem("RJ062", Location(files[0].as_posix()), message, _PART)])
    return document


def _read_file(path: Path) -> WordDocument:
    try:
        raw = package.read_file(path)
        if not (suffix := old_files.find_suffix(raw)):
            return read_parts(package.unpack_word(raw))
        document = read_parts(package.unpack_word(_convert(raw, suffix)))
    except PackageError as error:
        saved = "Buka di Word, lalu Simpan Sebagai dokumen Word (.docx) tanpa kata sandi."
        hint = _PART if isinstance(error, TooMuchError) else saved
        raise ProblemsFound([Problem("RJ062", Location(path.as_posix()), str(error), hint)]) from error
    document.strange.insert(0, (f"dibaca lewat LibreOffice sebagai {suffix}; bandingkan dengan aslinya", path.name))
    return document


def _convert(raw: bytes, suffix: str) -> bytes:
    """A text of another kind as .docx. Raises PackageError where no LibreOffice can do it."""
    program = pages.find_libreoffice()
    if program is None:
        raise PackageError(f"berkas ini {suffix}, yang hanya dapat dibaca bila LibreOffice terpasang")
    try:
        return old_files.convert_file(raw, suffix, program)
    except pages.LayoutFailed as error:
        raise PackageError(f"berkas ini {suffix}: {error}") from error


def _join(documents: list[WordDocument], stems: list[str]) -> WordDocument:
    if len(documents) == 1:
        return documents[0]
    guessed = list(name_chapters(documents, stems))
    named = zip(documents, stems, strict=True)
    ordered = [one for one, _ in sorted(named, key=lambda pair: place_file(*pair))]
    for number, document in enumerate(documents, 1):
        for paragraph in walk_paragraphs(document.blocks):
            # Each file counts its pictures from one.
            paragraph.pictures = [one._replace(name=f"berkas-{number}-{one.name}") for one in paragraph.pictures]
    return WordDocument(
        [block for one in ordered for block in one.blocks],
        [comment for one in ordered for comment in one.comments],
        [*guessed, *(strange for one in ordered for strange in one.strange)],
        [closed for one in ordered for closed in one.closed],
        [side for one in ordered for side in one.sides],
        next((one.title for one in ordered if one.title), ""),
    )
