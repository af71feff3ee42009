"""One absorption: a Word file that came back, as edits of the content folder; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from renjadoc.absorption import retext
from renjadoc.absorption.building import build_files
from renjadoc.absorption.derivation import add_chapter, derive_edits, remove_chapter
from renjadoc.absorption.grouping import group_edits
from renjadoc.absorption.matching import ReturnedLine, match_lines
from renjadoc.absorption.merge import MergedUnits, merge_units
from renjadoc.absorption.new_tables import TypedTables, take_typed_tables
from renjadoc.absorption.proposals import Proposal, base_unit, propose_all
from renjadoc.absorption.shown_texts import show_change, show_conflict
from renjadoc.absorption.table_edits import TABLE, TableEdits
from renjadoc.absorption.tables import read_tables
from renjadoc.absorption.taken_texts import TakenTexts, name_document
from renjadoc.absorption.units import GoneTable, flatten_folder, name_chapters, refers_to
from renjadoc.content import remarks
from renjadoc.content.file_types import TelaahEntri
from renjadoc.content.folder import Folder, open_folder
from renjadoc.edits import changeset
from renjadoc.edits.chapters import chapter_number
from renjadoc.edits.edit import Change, Edit
from renjadoc.edits.history import list_taken
from renjadoc.edits.plan import Plan
from renjadoc.edits.remarks import NewRemarks, add_remarks, select_new
from renjadoc.edits.stamps import stamp_folder
from renjadoc.edits.taken import TakenMarks
from renjadoc.problem import Location, Problem, ProblemsFound, shorten_text
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.word.reader.document import Comment
from renjadoc.word.reader.made import BaseParagraph, MadeDocument, read_made, with_base
from renjadoc.word.reader.restored import restore_marks

#: What makes the document of a folder as it is now.
Spare = Callable[[package.Parts], bytes]
#: A folder that has less of the base text than this share is not the one that the document was made from; one that
#: has less than the second may not be.
_OURS, _PARTLY = 0.2, 0.6
_YEAR = "{{ tahun }}"


@dataclass
class AbsorptionPlan(Plan):
    """`unabsorbed` are (what, text) that no content can hold, `remarks` are new entries of telaah.json, `pending` is
    how many tracked changes nobody decided on; `is_spare` says that the document lost what it was made with and was
    compared with the folder as it is now.
    """

    unabsorbed: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[TelaahEntri] = field(default_factory=list)
    pending: int = 0
    is_spare: bool = False

    @property
    def text_changes(self) -> list[Change]:
        """The changes but for new remarks, which are told by themselves."""
        return [change for change in self.changes if change.file != remarks.FILE]

    @property
    def whole(self) -> bool:
        """Whether all of the document came back into the content."""
        return super().whole and not self.unabsorbed


def plan_absorption(
    docx: Path, root: Path, *, take_pending: bool = True, base: Path | None = None, spare: Spare | None = None
) -> AbsorptionPlan:
    """What `docx` changes in the content folder `root`. Raises ProblemsFound.

    `base` is the document that it was made from, for one that lost what it was made with; without one, `spare` makes
    what the folder gives now of its parts.
    """
    read = stamp_folder(root)
    folder = open_folder(root)
    document, is_spare = _open_document(docx, take_pending, base, spare)
    plan = AbsorptionPlan(root, read, pending=document.pending, is_spare=is_spare)
    reading = Reading(folder)
    marks = TakenMarks(name_document(document, is_spare=is_spare), list_taken(root))
    tables, new_tables, gone = _read_tables(document, reading, marks)
    lines, typed = match_lines(document)
    plan.unabsorbed = [*tables.told, *typed]
    plan.notes += [*tables.notes, *new_tables.notes]
    plan.notes += _note_losses(document, lines, is_spare=is_spare)
    proposals = new_tables.name_blocks(propose_all(lines, document.base))
    spare_chapters = len(folder.bab) - len(folder.kerangka.get("bab", ()))
    units = [base_unit(base) for base in document.base]
    taken = TakenTexts(marks, proposals)
    merged = merge_units(units, flatten_folder(folder), proposals, taken, spare_chapters, gone)
    plan.unabsorbed += [(TABLE, said) for said in merged.left]
    plan.notes += _note_kinship(docx, root, merged.known)
    plan.notes += _note_other_year(folder, document.base)
    conflicts = new_tables.say_conflicts(merged.conflicts)
    plan.conflicts = [*(show_conflict(conflict, reading) for conflict in conflicts), *tables.conflicts]
    new_remarks = _find_new_remarks(folder, document, lines, proposals)
    plan.remarks = list(new_remarks.values())
    narrative = new_tables.add_files(_make_edits(reading, merged, new_tables))
    plan.edits = [*narrative, *tables.edits, *add_remarks(folder, new_remarks)]
    plan.notes += [f"Sudah pernah diserap, tidak diulang: {shorten_text(said)}" for said in marks.passed]
    hint = "Tidak ada yang ditulis. Perbaiki tempat itu di dokumen Word, lalu serap lagi."
    changeset.check_texts(folder, plan.files, "hasil serapan", hint)
    return plan


def _note_kinship(docx: Path, root: Path, known: float) -> Iterator[str]:
    """That little of a document is of the folder. Raises ProblemsFound when it is another's."""
    if known < _OURS:
        message = f"naskah dokumen ini bukan dari folder {root.as_posix()}: hampir tidak ada paragraf yang sama"
        raise _refuse_document(docx, message, "Periksa nama foldernya; tidak ada yang ditulis.")
    if known < _PARTLY:
        yield f"Perhatian: hanya {known:.0%} paragraf dokumen ini masih ada di folder ini."


def _note_losses(document: MadeDocument, lines: list[ReturnedLine], *, is_spare: bool) -> Iterator[str]:
    """What the document lost on its way, and what that means."""
    if is_spare:
        yield (
            "Dokumen ini kehilangan naskah dasarnya, jadi dibandingkan dengan isi folder yang sekarang; lebih tepat "
            "dengan salinan yang dikirim: --dasar telaah.docx."
        )
    if document.restored or (document.base and not any(line.anchors() for line in lines)):
        yield "Tanda tersembunyi hilang dari dokumen ini; paragraf dicocokkan menurut teksnya."
    if document.endnotes:
        yield f"{len(document.endnotes)} catatan akhir (endnote) diserap sebagai catatan kaki."


def _read_tables(
    document: MadeDocument, reading: Reading, marks: TakenMarks
) -> tuple[TableEdits, TypedTables, dict[str, GoneTable]]:
    """What was edited in tables, in `told` also all else that no paragraph holds; the tables that were typed.

    The last are those that are gone from the document; one that another table mentions stays.
    """
    others = [one for one in document.strange if one[0] != TABLE]
    if len(others) == len(document.strange):
        return TableEdits(told=others), TypedTables(), {}
    read = read_tables(document, reading, marks)
    copied = [(what, text) for what, text in document.strange if what == TABLE and text.endswith("disalin")]
    typed = take_typed_tables(document, read.new, read.known, reading.folder)
    told = [*others, *copied, *read.edits.told, *((TABLE, text) for text in typed.told)]
    tabel = reading.folder.tabel
    for name, one in read.gone.items():
        if not one.stays and any(refers_to(other.text, name) for other in tabel.values()):
            read.gone[name] = one._replace(stays="sedangkan tabel lain menyebutnya; tabelnya tetap")
    return replace(read.edits, told=told), typed, read.gone


def _note_other_year(folder: Folder, base: list[BaseParagraph]) -> Iterator[str]:
    """A word of warning where the document says another year than the folder."""
    values = (span for entry in base if _YEAR in entry.source for span in retext.base_spans(entry))
    year = next((span.text for span in values if span.source == _YEAR), str(folder.tahun))
    if year != str(folder.tahun):
        yield f"Perhatian: dokumen ini dibuat untuk Tahun {year}, folder ini untuk Tahun {folder.tahun}."


def _open_document(docx: Path, take_pending: bool, base: Path | None, spare: Spare | None) -> tuple[MadeDocument, bool]:
    """The document, and whether what it was made with is only what the folder is now."""
    is_spare = False
    try:
        parts = package.unpack_file(docx)
        if base is not None:
            back = _read_with_base(parts, package.unpack_file(base), take_pending)
        else:
            back = read_made(parts, take_pending=take_pending)
        if not back.base and spare is not None:
            back, is_spare = _read_with_base(parts, package.unpack_word(spare(parts)), take_pending), True
    except package.PackageError as error:
        there = docx.is_file() and (base is None or base.is_file())
        hint = "Minta dikirim ulang sebagai .docx, tanpa kata sandi." if there else "Periksa nama dan tempat berkasnya."
        raise _refuse_document(docx, str(error), hint) from error
    except RecursionError as error:
        raise _refuse_document(docx, "isinya bersarang terlalu dalam", "Minta dikirim ulang sebagai .docx.") from error
    if not back.base:
        hint = (
            "Sebutkan salinan yang dikirim: renjadoc serap … --dasar telaah.docx (misalnya sesudah lewat Google Docs). "
            "Dokumen yang bukan dari renjadoc: renjadoc adopsi."
        )
        raise _refuse_document(docx, "bukan dokumen buatan renjadoc (naskah dasarnya tidak ada)", hint)
    return back, is_spare


def _read_with_base(parts: package.Parts, sent: package.Parts, take_pending: bool) -> MadeDocument:
    """A document with what it lost of the copy that was sent: base text, marks, styles."""
    back = read_made(with_base(parts, sent), take_pending=take_pending)
    restored = restore_marks(back.paragraphs, read_made(sent, take_pending=True).paragraphs)
    return replace(back, restored=restored)


def _refuse_document(docx: Path, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ060", Location(str(docx)), message, hint)])


def _make_edits(reading: Reading, merged: MergedUnits, new_tables: TypedTables) -> list[Edit]:
    if not merged.changes:
        return []
    folder = reading.folder
    data = {folder.relative(source): source.data for source in folder.sources}
    branches = build_files(merged.becomes)
    chapters = name_chapters(merged.becomes, len(folder.bab))
    drafts = [
        draft
        for file, branch in branches.items()
        if file not in chapters.before
        for draft in derive_edits(file, data[file], branch, merged.nodes, merged.changes)
    ]
    schema = folder.link_schema("bab")
    drafts += [add_chapter(before, branches[file], schema) for file, before in chapters.before.items()]
    drafts += [remove_chapter(file, merged.nodes) for file in data if chapter_number(file) and file not in branches]
    changes = [
        show_change(new_tables.say_change(replace(one, file=chapters.final.get(one.file, one.file))), reading)
        for one in merged.changes
    ]
    return group_edits(drafts, changes, merged.bonds)


# Remarks


def _find_new_remarks(
    folder: Folder, document: MadeDocument, lines: list[ReturnedLine], proposals: list[Proposal]
) -> NewRemarks:
    told = (one for one in document.comments if one.author != remarks.OURS and one.text.strip())
    return select_new(folder, (_write_remark(comment, lines, proposals) for comment in told))


def _write_remark(comment: Comment, lines: list[ReturnedLine], proposals: list[Proposal]) -> TelaahEntri:
    near = [index for index, line in enumerate(lines) if line.index <= comment.paragraph]
    unit = proposals[near[-1]].unit if near else proposals[0].unit
    entry = {
        "berkas": unit.file,
        "letak": unit.pointer,
        "paragraf": unit.text,
        "kutipan": (comment.passage or comment.struck).strip(),
        "penulis": comment.author,
        "tanggal": comment.date,
        **({"waktu": comment.time} if comment.time.strip("0:") else {}),
        **({"menjawab": comment.answers} if comment.answers else {}),
        "catatan": comment.text.strip(),
    }
    return cast("TelaahEntri", {**entry, "selesai": True} if comment.done else entry)
