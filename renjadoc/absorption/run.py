"""One absorption from the Word file to the new text of the content files; nothing is written before `write`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renjadoc.absorption import matching, merge, proposals, retext, units
from renjadoc.absorption.matching import Line
from renjadoc.absorption.merge import Change, Conflict
from renjadoc.absorption.proposals import Proposal
from renjadoc.content import folder as folders
from renjadoc.content import remarks
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.edits import changeset
from renjadoc.edits.json_text import write_json
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.word import package
from renjadoc.word.reader.document import Comment
from renjadoc.word.reader.made import BaseParagraph, MadeDocument, read_made

#: A folder that has less of the base text than this share is not the one that the document was made from; one that
#: has less than the second may not be.
_OURS, _PARTLY = 0.2, 0.6
_YEAR = "{{ tahun }}"


@dataclass
class Plan:
    """What an absorption would do. `lost` are (what, text) that no content can hold; `files` is path -> new text."""

    root: Path
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[dict[str, Any]] = field(default_factory=list)
    pending: int = 0
    notes: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether all of the document came back into the content."""
        return not (self.conflicts or self.lost)


def plan(docx: Path, root: Path, *, take_pending: bool = True) -> Plan:
    """What `docx` changes in the content folder `root`. Raises ProblemsFound."""
    folder = _read(root)
    back = _open(docx, take_pending)
    made = Plan(root, pending=back.pending)
    lines, typed = matching.match(back)
    made.lost = [*back.strange, *typed]
    if back.base and not any(line.anchors() for line in lines):
        made.notes.append("Tanda tersembunyi hilang dari dokumen ini; paragraf dicocokkan menurut teksnya.")
    proposed = proposals.propose_all(lines, back.base)
    now = units.flatten(folder)
    merged = merge.merge([proposals.base_unit(base) for base in back.base], now, proposed)
    if merged.known < _OURS:
        message = f"naskah dokumen ini bukan dari folder {root.as_posix()}: hampir tidak ada paragraf yang sama"
        raise _refused(docx, message, "Periksa nama foldernya; tidak ada yang ditulis.")
    if merged.known < _PARTLY:
        made.notes.append(f"Perhatian: hanya {merged.known:.0%} paragraf dokumen ini masih ada di folder ini.")
    made.notes += _other_year(folder, back.base)
    made.changes, made.conflicts = merged.changes, merged.conflicts
    if merged.units != now:
        made.files = dict(_new_texts(folder, merged.units))
    _keep_remarks(made, folder, back, lines, proposed)
    hint = "Tidak ada yang ditulis. Perbaiki tempat itu di dokumen Word, lalu serap lagi."
    changeset.check(folder, made.files, "hasil serapan", hint)
    return made


def _other_year(folder: Folder, base: list[BaseParagraph]) -> Iterator[str]:
    """A word of warning where the document says another year than the folder."""
    told = (span for entry in base if _YEAR in entry.source for span in retext.base_spans(entry))
    year = next((span.text for span in told if span.source == _YEAR), str(folder.tahun))
    if year != str(folder.tahun):
        yield f"Perhatian: dokumen ini dibuat untuk Tahun {year}, folder ini untuk Tahun {folder.tahun}."


def _read(root: Path) -> Folder:
    folder, problems = folders.read_folder(root)
    if folder is None:
        raise ProblemsFound(problems)
    raise_on_errors(problems)
    return folder


def _open(docx: Path, take_pending: bool) -> MadeDocument:
    try:
        back = read_made(package.unpack_file(docx), take_pending=take_pending)
    except package.PackageError as error:
        raise _refused(docx, str(error), "Minta dikirim ulang sebagai .docx, tanpa kata sandi.") from error
    except RecursionError as error:
        raise _refused(docx, "isinya bersarang terlalu dalam", "Minta dikirim ulang sebagai .docx.") from error
    if not back.base:
        hint = "Yang dapat diserap: salinan hasil renjadoc telaah atau renjadoc buat. Dokumen lain: renjadoc adopsi."
        raise _refused(docx, "bukan dokumen buatan renjadoc (naskah dasarnya tidak ada)", hint)
    return back


def _refused(docx: Path, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem("RJ060", Location(str(docx)), message, hint)])


# New texts of the files


def _sources(folder: Folder) -> dict[str, Source]:
    others = {f"tabel/{name}.json": source for name, source in folder.tabel.items()}
    others |= {f"regulasi/{name}.json": source for name, source in folder.regulasi.items()}
    return {source.path.name: source for source in folder.bab} | others


def _new_texts(folder: Folder, merged: list[units.Unit]) -> Iterator[tuple[str, str]]:
    before, after = units.build(units.flatten(folder)), units.build(merged)
    for name, source in _sources(folder).items():
        was, becomes = before.get(name, {}), after.get(name, {})
        if was == becomes:
            continue
        data = {key: value for key, value in source.data.items() if key in becomes or key not in was}
        data |= becomes
        yield name, changeset.text(source, data)


# Remarks


def _keep_remarks(made: Plan, folder: Folder, back: MadeDocument, lines: list[Line], proposed: list[Proposal]) -> None:
    known = [_told(entry) for entry in folder.telaah.data["catatan"]] if folder.telaah else []
    for comment in back.comments:
        if comment.author == remarks.OURS or not comment.text.strip():
            continue
        entry = _remark(comment, lines, proposed)
        if _told(entry) not in known:
            made.remarks.append(entry)
            known.append(_told(entry))
    if made.remarks:
        made.files[remarks.FILE] = _with_remarks(folder, made.remarks)


def _told(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(entry.get(key, "") for key in ("penulis", "tanggal", "kutipan", "catatan"))


def _remark(comment: Comment, lines: list[Line], proposed: list[Proposal]) -> dict[str, Any]:
    near = [index for index, line in enumerate(lines) if line.index <= comment.paragraph]
    unit = proposed[near[-1]].unit if near else proposed[0].unit
    entry = {
        "berkas": unit.file,
        "letak": unit.pointer,
        "paragraf": unit.text,
        "kutipan": (comment.passage or comment.struck).strip(),
        "penulis": comment.author,
        "tanggal": comment.date,
        "catatan": comment.text.strip(),
    }
    return {**entry, "selesai": True} if comment.done else entry


def _with_remarks(folder: Folder, new: list[dict[str, Any]]) -> str:
    if folder.telaah is not None:
        data = {**folder.telaah.data, "catatan": [*folder.telaah.data["catatan"], *new]}
        return changeset.text(folder.telaah, data)
    stated = str(folder.dokumen.data.get("$schema", "")).replace("dokumen.schema.json", "telaah.schema.json")
    schema = {"$schema": stated} if stated else {}
    return write_json({**schema, "catatan": new}) + "\n"
