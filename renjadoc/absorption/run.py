"""One absorption: a Word file that came back, as edits of the content folder; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from renjadoc.absorption import retext
from renjadoc.absorption.building import build_files
from renjadoc.absorption.derivation import derive_edits
from renjadoc.absorption.grouping import group_edits
from renjadoc.absorption.matching import ReturnedLine, match_lines
from renjadoc.absorption.merge import MergedUnits, merge_units
from renjadoc.absorption.proposals import Proposal, base_unit, propose_all
from renjadoc.absorption.units import flatten_folder
from renjadoc.content import remarks
from renjadoc.content.folder import Folder, read_folder
from renjadoc.edits import changeset
from renjadoc.edits.edit import Change, Edit
from renjadoc.edits.plan import Conflict, Plan
from renjadoc.edits.remarks import add_remarks, select_new
from renjadoc.edits.stamps import stamp_folder
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.reading import Reading
from renjadoc.word import package
from renjadoc.word.reader.document import Comment
from renjadoc.word.reader.made import BaseParagraph, MadeDocument, read_made, with_base

#: What makes the document of a folder as it is now.
Spare = Callable[[], bytes]
#: A folder that has less of the base text than this share is not the one that the document was made from; one that
#: has less than the second may not be.
_OURS, _PARTLY = 0.2, 0.6
_YEAR = "{{ tahun }}"


@dataclass
class AbsorptionPlan(Plan):
    """`unabsorbed` are (what, text) that no content can hold, `remarks` are new entries of telaah.json, `pending` is
    how many tracked changes nobody decided on.
    """

    unabsorbed: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[dict[str, Any]] = field(default_factory=list)
    pending: int = 0

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
    the document that the folder is now.
    """
    read = stamp_folder(root)
    folder = _read_folder(root)
    document, is_spare = _open_document(docx, take_pending, base, spare)
    plan = AbsorptionPlan(root, read, pending=document.pending)
    lines, typed = match_lines(document)
    plan.unabsorbed = [*document.strange, *typed]
    if is_spare:
        plan.notes.append(
            "Dokumen ini kehilangan naskah dasarnya, jadi dibandingkan dengan isi folder yang sekarang; lebih tepat "
            "dengan salinan yang dikirim: --dasar telaah.docx."
        )
    if document.base and not any(line.anchors() for line in lines):
        plan.notes.append("Tanda tersembunyi hilang dari dokumen ini; paragraf dicocokkan menurut teksnya.")
    proposals = propose_all(lines, document.base)
    merged = merge_units([base_unit(base) for base in document.base], flatten_folder(folder), proposals)
    if merged.known < _OURS:
        message = f"naskah dokumen ini bukan dari folder {root.as_posix()}: hampir tidak ada paragraf yang sama"
        raise _refuse_document(docx, message, "Periksa nama foldernya; tidak ada yang ditulis.")
    if merged.known < _PARTLY:
        plan.notes.append(f"Perhatian: hanya {merged.known:.0%} paragraf dokumen ini masih ada di folder ini.")
    plan.notes += _note_other_year(folder, document.base)
    plan.conflicts = [_say_plainly(conflict, Reading(folder)) for conflict in merged.conflicts]
    plan.remarks = _find_new_remarks(folder, document, lines, proposals)
    plan.edits = [*_make_edits(folder, merged), *add_remarks(folder, plan.remarks)]
    hint = "Tidak ada yang ditulis. Perbaiki tempat itu di dokumen Word, lalu serap lagi."
    changeset.check_texts(folder, plan.files, "hasil serapan", hint)
    return plan


def _note_other_year(folder: Folder, base: list[BaseParagraph]) -> Iterator[str]:
    """A word of warning where the document says another year than the folder."""
    values = (span for entry in base if _YEAR in entry.source for span in retext.base_spans(entry))
    year = next((span.text for span in values if span.source == _YEAR), str(folder.tahun))
    if year != str(folder.tahun):
        yield f"Perhatian: dokumen ini dibuat untuk Tahun {year}, folder ini untuk Tahun {folder.tahun}."


def _read_folder(root: Path) -> Folder:
    folder, problems = read_folder(root)
    if folder is None:
        raise ProblemsFound(problems)
    raise_on_errors(problems)
    return folder


def _open_document(docx: Path, take_pending: bool, base: Path | None, spare: Spare | None) -> tuple[MadeDocument, bool]:
    """The document, and whether what it was made with is only what the folder is now."""
    is_spare = False
    try:
        parts = package.unpack_file(docx)
        if base is not None:
            parts = with_base(parts, package.unpack_file(base))
        back = read_made(parts, take_pending=take_pending)
        if not back.base and spare is not None:
            back, is_spare = read_made(with_base(parts, package.unpack_word(spare())), take_pending=take_pending), True
    except package.PackageError as error:
        raise _refuse_document(docx, str(error), "Minta dikirim ulang sebagai .docx, tanpa kata sandi.") from error
    except RecursionError as error:
        raise _refuse_document(docx, "isinya bersarang terlalu dalam", "Minta dikirim ulang sebagai .docx.") from error
    if not back.base:
        hint = (
            "Sebutkan salinan yang dikirim: renjadoc serap … --dasar telaah.docx (misalnya sesudah lewat Google Docs). "
            "Dokumen yang bukan dari renjadoc: renjadoc adopsi."
        )
        raise _refuse_document(docx, "bukan dokumen buatan renjadoc (naskah dasarnya tidak ada)", hint)
    return back, is_spare


def _refuse_document(docx: Path, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ060", Location(str(docx)), message, hint)])


def _say_plainly(conflict: Conflict, reading: Reading) -> Conflict:
    """A conflict whose texts are as people see them, what is computed filled in."""

    def say(text: str) -> str:
        return reading.printed(text) or text if "{{" in text else text

    change = replace(conflict.change, old=say(conflict.change.old), new=say(conflict.change.new))
    return replace(conflict, change=change, base=say(conflict.base))


def _make_edits(folder: Folder, merged: MergedUnits) -> list[Edit]:
    if not merged.changes:
        return []
    data = {folder.relative(source): source.data for source in folder.sources}
    drafts = [
        draft
        for file, branch in build_files(merged.becomes).items()
        for draft in derive_edits(file, data[file], branch, merged.nodes, merged.changes)
    ]
    return group_edits(drafts, merged.changes, merged.bonds)


# Remarks


def _find_new_remarks(
    folder: Folder, document: MadeDocument, lines: list[ReturnedLine], proposals: list[Proposal]
) -> list[dict[str, Any]]:
    told = (one for one in document.comments if one.author != remarks.OURS and one.text.strip())
    return select_new(folder, (_write_remark(comment, lines, proposals) for comment in told))


def _write_remark(comment: Comment, lines: list[ReturnedLine], proposals: list[Proposal]) -> dict[str, Any]:
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
    return {**entry, "selesai": True} if comment.done else entry
