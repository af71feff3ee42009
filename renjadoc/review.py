"""One run from a content folder to a review copy: the narrative in Word, its findings as comments, changes tracked."""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from renjadoc import revisions
from renjadoc.checks.input_rules import read_input_rules
from renjadoc.checks.places import ShownCell, find_cell
from renjadoc.compose import compose_document
from renjadoc.content import folder as folders
from renjadoc.content.folder import Folder
from renjadoc.content.remarks import OURS
from renjadoc.examine import examine_folder
from renjadoc.pipeline import DocumentOrder, find_template, make_document, name_file, refuse_edited_file, write_result
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.reading import Reading
from renjadoc.report import sort_problems
from renjadoc.span import Span
from renjadoc.word import blocks
from renjadoc.word.blocks import Anchor
from renjadoc.word.differences import Part
from renjadoc.word.packages import package
from renjadoc.word.reader.made import read_made
from renjadoc.word.reader.review_parts import read_review_parts, stand_in
from renjadoc.word.review import review_document
from renjadoc.word.review.cell_comments import CellRemark
from renjadoc.word.review.redline import Author
from renjadoc.word.review.review_document import ShownTable
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from renjadoc.word.writing.render import Document

_UNTITLED = "Tabel tanpa judul"
#: How a review copy begins.
_OPENING = "Naskah telaah"


@dataclass(frozen=True)
class ReviewOrder:
    """What is wanted: of which chapters (all if none is named), and since which older text changes are tracked.

    `older` is a content folder, a .docx that renjadoc made, or a git revision of `content`.
    """

    content: Path
    now: datetime
    output: Path | None = None
    chapters: frozenset[int] = frozenset()
    older: str | None = None
    author: str = OURS
    template: Path | None = None
    overwrite: bool = False
    with_tables: bool = False


@dataclass(frozen=True)
class ReviewCopy:
    """What was made: the file, how many comments and tracked changes it opens with, where an edited one is kept."""

    docx: Path
    comments: int
    revisions: int
    kept: Path | None = None


def make_review_copy(order: ReviewOrder) -> ReviewCopy:
    """Make the review copy. Raises ProblemsFound; then nothing was written.

    A folder that contradicts itself is still sent out, with its errors as comments; one that cannot be read is not.
    """
    reading, outcome = examine_folder(order.content)
    raise_on_errors([problem for problem in outcome.problems if problem.code in read_input_rules()])
    if reading is None:
        raise ProblemsFound(outcome.problems)
    document = compose_document(reading)
    _refuse_unknown_chapters(reading.folder, order.chapters)
    template, _ = find_template(reading.folder, document, order.template)
    output = order.output or Path(name_file(reading.folder, "Telaah"))
    if not order.overwrite:
        refuse_edited_file(output)
    newer = _select_narrative(document, order.chapters)
    older = None if order.older is None else _read_older(order.older, order.content, order.chapters)
    cells = _place_on_cells(reading, outcome.problems) if order.with_tables else {}
    on_cells = {problem for found in cells.values() for problem in found}
    others = [problem for problem in outcome.problems if problem not in on_cells]
    remarks = _place_remarks(reading.folder, others, newer, order.chapters)
    date = order.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    us, author = Author(OURS, date), Author(order.author, date)
    opening = _write_opening(document, order)
    tables = _show_tables(template, document, order.chapters, cells) if order.with_tables else []
    made = review_document.make_review_document(template, document, opening, newer, older, us, author, remarks, tables)
    kept = write_result(output, made.data)
    said = sum(map(len, remarks.values())) + sum(len(remark.said) for table in tables for remark in table.remarks)
    return ReviewCopy(output, said, made.revisions, kept)


def make_spare_copy(root: Path, returned: package.Parts) -> bytes:
    """What the folder gives now, for a document that lost what it was made with: a review copy if it was one, with
    tables if it has some, else the document. Raises ProblemsFound.
    """
    said = [data for name, data in returned.items() if name.endswith(".xml")]
    is_review = any(_OPENING.encode() in data for data in said)
    with_tables = any(b"<w:tbl>" in data or b"<w:tbl " in data for data in said)
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        path = Path(temporary, "dasar.docx")
        if not is_review:
            with contextlib.suppress(ProblemsFound):  # A review copy is made of a folder with errors, too.
                return make_document(DocumentOrder(root, path, page_numbers=False)).docx.read_bytes()
        order = ReviewOrder(root, datetime.now(), path, with_tables=with_tables)
        return make_review_copy(order).docx.read_bytes()


def _refuse_unknown_chapters(folder: Folder, chapters: frozenset[int]) -> None:
    unknown = sorted(number for number in chapters if not 1 <= number <= len(folder.bab))
    if unknown:
        message = f"BAB {', '.join(map(str, unknown))} tidak ada"
        hint = f"Folder ini mempunyai BAB 1 sampai {len(folder.bab)}."
        raise ProblemsFound([Problem("RJ004", Location(folder.name), message, hint)])


# What the copy says


def _write_opening(document: Document, order: ReviewOrder) -> list[Part]:
    """What the reviewer reads first; it is no text of the content."""
    said = "Tulis perbaikan langsung dalam naskah ini; setiap perubahan terlacak. Pertanyaan ditulis sebagai komentar."
    said += (
        " Tabel hanya dibaca; gambar tidak disertakan." if order.with_tables else " Tabel dan gambar tidak disertakan."
    )
    said += " Kembalikan berkas ini kepada sekretariat sebagai .docx."
    if order.older is not None:
        said += f" Perubahan sejak {Path(order.older).name} sudah ditandai."
    return [
        blocks.Paragraph([Span(f"{_OPENING}: {document.title}", bold=True)], "Isi"),
        blocks.Paragraph([Span(said, italic=True)], "Isi"),
    ]


def _select_narrative(document: Document, chapters: frozenset[int]) -> list[Part]:
    """The text of a document in order; of chapters that were not asked for the heading, so that numbers stay right."""
    parts: list[Part] = []
    for block, is_wanted in _walk_blocks(document, chapters):
        if is_wanted:
            parts += [block] if isinstance(block, blocks.Heading) else _text_of(block)
        elif isinstance(block, blocks.Heading) and block.level == 1 and not block.style:
            parts += [block, stand_in("Isi bab ini")]
    return parts


def _walk_blocks(document: Document, chapters: frozenset[int]) -> Iterator[tuple[blocks.Block, bool]]:
    """Every block in order, and whether it is of a chapter that was asked for."""
    wanted = not chapters
    for block in [*chain(*document.front.values()), *document.content]:
        if isinstance(block, blocks.Heading) and block.level == 1:
            wanted = not chapters or (not block.style and int(block.number) in chapters)
        yield block, wanted


def _place_on_cells(reading: Reading, problems: list[Problem]) -> dict[ShownCell, list[Problem]]:
    """The findings of rows and cells of tables that are printed, by cell."""
    found: dict[ShownCell, list[Problem]] = {}
    for problem in sort_problems(problems):
        cell = find_cell(reading, problem)
        if cell is None or not cell.row or cell.table not in reading.outline.placed:
            continue
        if reading.tables[cell.table].data["judul"]:  # One without a title is not known again.
            found.setdefault(cell, []).append(problem)
    return found


def _show_tables(
    template: Template, document: Document, chapters: frozenset[int], cells: dict[ShownCell, list[Problem]]
) -> list[ShownTable]:
    """The tables of the chapters as they are printed, with what is found of their cells. Raises ProblemsFound."""
    data = render.pack_document(template, document, {}).data
    drawn = review_document.extract_tables(package.unpack_word(data)["word/document.xml"])
    placed = [
        (block, is_wanted)
        for block, is_wanted in _walk_blocks(document, chapters)
        if isinstance(block, blocks.PatternTable | blocks.GridTable)
    ]
    if len(drawn) != len(placed):
        hint = "Jalankan tanpa --dengan-tabel, atau dengan --templat renja.docx."
        message = "templat ini mempunyai tabel sendiri, jadi tabel isinya tidak dapat dikenali"
        raise ProblemsFound([Problem("RJ040", Location(template.name), message, hint)])
    shown = []
    for (block, is_wanted), (markup, landscape) in zip(placed, drawn, strict=True):
        line = next(part for part in _text_of(block) if isinstance(part, blocks.Paragraph))
        title = block.caption.label if block.caption else _UNTITLED
        remarks = tuple(
            CellRemark(cell.row, cell.text, list(_word_remarks(found)))
            for cell, found in cells.items()
            if block.caption is not None and cell.table == block.caption.name
        )
        shown += [ShownTable(line, markup, title, landscape, remarks)] if is_wanted else []
    return shown


def _text_of(block: blocks.Block) -> list[Part]:
    if getattr(block, "style", "").startswith("Tanda Tangan"):
        return []  # A signature is nothing to review.
    match block:
        case blocks.PatternTable() | blocks.GridTable():
            if block.caption is None:
                return [stand_in(_UNTITLED), *block.notes]
            return [block.caption, stand_in(block.caption.label), *block.notes]
        case blocks.Picture() | blocks.Chart():
            if block.caption is None:
                return [stand_in("Gambar"), *block.notes]
            return [stand_in(block.caption.label), block.caption, *block.notes]
    return [block]


# What it was before


def _read_older(stated: str, content: Path, chapters: frozenset[int]) -> list[Part]:
    path = Path(stated)
    if path.is_dir():
        return _read_folder(path, chapters)
    if path.suffix.lower() == ".docx":
        return _read_document(path, chapters)
    return _read_revision(stated, content, chapters)


def _read_folder(root: Path, chapters: frozenset[int]) -> list[Part]:
    folder, problems = folders.read_usable(root)
    reading = Reading(folder)
    raise_on_errors([*problems, *reading.problems])
    return _select_narrative(compose_document(reading), chapters)


def _read_document(path: Path, chapters: frozenset[int]) -> list[Part]:
    try:
        document = read_made(package.unpack_file(path), take_pending=False)
    except package.PackageError as error:
        raise _refuse_older(str(path), str(error)) from error
    if not document.base:
        raise _refuse_older(str(path), "dokumen ini bukan buatan renjadoc (naskah dasarnya tidak ada)")
    return _select_chapters(read_review_parts(document), chapters)


def _select_chapters(parts: list[Part], chapters: frozenset[int]) -> list[Part]:
    kept: list[Part] = []
    wanted = True
    for part in parts:
        if isinstance(part, blocks.Heading) and part.level == 1:
            wanted = not chapters or int(part.number) in chapters
            kept += [part] if wanted else [part, stand_in("Isi bab ini")]
        elif wanted:
            kept.append(part)
    return kept


def _read_revision(revision: str, content: Path, chapters: frozenset[int]) -> list[Part]:
    """The folder as it was at a git revision, unpacked beside nothing that anybody works in."""
    with tempfile.TemporaryDirectory(prefix="renjadoc-") as temporary:
        root = Path(temporary, content.resolve().name or "isi")
        try:
            revisions.unpack_revision(content, revision, root)
        except revisions.RevisionError as error:
            raise _refuse_older(f"{revision}:{error.path}" if error.path else revision, str(error)) from error
        try:
            return _read_folder(root, chapters)
        except ProblemsFound as error:
            shown = "; ".join(f"{Path(p.location.file).name}: {p.message}" for p in error.problems[:5] if p.is_error)
            raise _refuse_older(revision, f"isi folder pada versi itu tidak dapat dibaca ({shown})") from error


def _refuse_older(stated: str, message: str) -> ProblemsFound:
    hint = "Yang dapat dibandingkan: folder isi, .docx buatan renjadoc, atau versi git (misalnya HEAD~1)."
    return ProblemsFound([Problem("RJ061", Location(stated), message, hint)])


# Findings as comments


def _place_remarks(
    folder: Folder, problems: list[Problem], parts: list[Part], chapters: frozenset[int]
) -> dict[tuple[str, str], list[str]]:
    """The comments by the paragraph that they belong to; what many findings of a place share is said once."""
    places = {(anchor.file, anchor.pointer): None for anchor in _anchors_of(parts)}
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in sort_problems(problems):
        file = problem.location.file.removeprefix(f"{folder.name}/")
        place = next((at for at in _candidate_places(file, problem.location.pointer) if at in places), None)
        if place is None and not chapters:
            place = next(iter(places), None)
        if place is not None and not (chapters and _is_other_chapter(file, chapters)):
            found.setdefault(place, []).append(problem)
    return {place: list(_word_remarks(at_place)) for place, at_place in found.items()}


def _anchors_of(parts: list[Part]) -> Iterator[Anchor]:
    for part in parts:
        yield from part.anchors if isinstance(part, blocks.Caption) else filter(None, [getattr(part, "anchor", None)])


def _candidate_places(file: str, pointer: str) -> Iterator[tuple[str, str]]:
    """The paragraphs that a finding may belong to: its own, then those above it."""
    while True:
        yield from ((file, pointer + below) for below in ("", "/teks", "/kutipan", "/judul", "/judul/0"))
        if not pointer:
            return
        pointer = pointer.rpartition("/")[0]


def _is_other_chapter(file: str, chapters: frozenset[int]) -> bool:
    return file.startswith("bab-") and file not in {f"bab-{number}.json" for number in chapters}


def _word_remarks(problems: list[Problem]) -> Iterator[str]:
    counted = Counter(problem.code for problem in problems)
    for code in counted:
        first = next(problem for problem in problems if problem.code == code)
        more = f" (dan {counted[code] - 1} temuan serupa di sini)" if counted[code] > 1 else ""
        # A reviewer reads what is wrong first; the rule is for whoever looks it up.
        yield f"{first.message[:1].upper()}{first.message[1:]}{more}. {first.hint} [{code}]"
