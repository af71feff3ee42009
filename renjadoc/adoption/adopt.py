"""One adoption, from a Word file to a content folder whose print is proved against the old text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from renjadoc import save, starter
from renjadoc.adoption import charts, proof, words
from renjadoc.adoption.body import OldTable
from renjadoc.adoption.draft import Draft, cover_words
from renjadoc.adoption.files import write_files, write_pictures
from renjadoc.adoption.grids import walk_paragraphs
from renjadoc.adoption.identity import Identity
from renjadoc.adoption.labels import normalise_number
from renjadoc.adoption.origin import find_origin
from renjadoc.adoption.references import Targets, list_typed, name_references, renumber
from renjadoc.adoption.several import read_documents
from renjadoc.examine import examine_folder
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.tables.old import Stated
from renjadoc.word.reader.document import Comment, WordDocument

#: So many rounds are enough: each one that changes something turns a table into an ad-hoc one or adds its notes.
_ROUNDS = 6
#: More figures than these that differ from what is computed are no slips: then the table stays as it was.
_MOST_STATED = 30
#: How a note begins that keeps figures which the kind computes otherwise.
_KEPT = "Naskah lama mencetak"
#: Why a rule is switched off in a folder that was taken over.
RESTS = "Galat ini sudah ada dalam naskah lama; perbaiki, lalu hapus baris ini agar diperiksa lagi."


@dataclass
class Adopted:
    """What an adoption made, for its report; `doubtful` and `missing` are what a person should look at."""

    target: Path
    identity: Identity
    chapters: int = 0
    regulations: int = 0
    tables: list[OldTable] = field(default_factory=list)
    standardised: list[tuple[str, str]] = field(default_factory=list)
    renumbered: list[str] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    remarks: list[Comment] = field(default_factory=list)
    findings: list[Problem] = field(default_factory=list)

    def list_remarks(self) -> list[str]:
        """The comments of the old document, each with its author and the passage it stands at."""
        return [
            f"{one.author or 'tanpa nama'} pada “{words.shorten_text(one.passage, 70)}”: {one.text}"
            for one in self.remarks
        ]

    def list_standardised(self) -> list[str]:
        """The regulations that are written in another way now, as they were and as they are."""
        return [f"{old}\n      menjadi {new}" for old, new in self.standardised]


def adopt(docx: Path | Sequence[Path], target: Path, today: date) -> Adopted:
    """Make the content folder `target` from a document, in one file or several. Raises ProblemsFound; nothing is made.

    Several files are the chapters of one document, whatever order they come in.
    """
    files = [docx] if isinstance(docx, Path) else list(docx)
    adoption = _Adoption(read_documents(files), files[0].stem, target, today)
    save.make_folder(target, adoption.fill)
    return adoption.adopted


class _Adoption:
    """A draft of the new folder, proved against the old document."""

    def __init__(self, old: WordDocument, name: str, target: Path, today: date) -> None:
        self._old = old
        #: How many pictures there are, before the draft takes any out of their paragraphs.
        self._pictures = sum(len(paragraph.pictures) for paragraph in walk_paragraphs(old.blocks))
        self._draft = Draft(old, name, target.name, today)
        self._tables = self._draft.extracts.tables
        self.adopted = Adopted(target, self._draft.identity)
        if "perubahan" in self._draft.dokumen:
            self._name_origin(target)

    def _name_origin(self, target: Path) -> None:
        """Say which Renja a Renja Perubahan changes, or that nobody knows."""
        identity = self._draft.identity
        if stated := find_origin(target, self._draft.dokumen):
            self._draft.dokumen["perubahan"]["dari"] = stated
            identity.inferred.append(f"Renja yang diubah: {stated}")
        else:
            identity.guessed.append("folder Renja yang diubah (“dari” dalam “perubahan”)")

    def fill(self, folder: Path) -> None:
        """Write the folder and prove it, until every table prints what the old one said."""
        starter.equip_folder(folder)
        write_pictures(self._draft, folder)
        for _ in range(_ROUNDS):
            write_files(self._draft, folder)
            printed, problems = proof.print_folder(folder)
            if printed is None:
                if not self._give_up_tables(problems):
                    raise ProblemsFound(problems)
            elif not self._judge_tables(printed) and not charts.place_charts(self._draft, folder):
                self._report(printed)
                self._examine(folder)
                return
        target = Location(self.adopted.target.as_posix())
        raise ProblemsFound([Problem("RJ062", target, "isi tabel tidak dapat dibuktikan")])

    # Tables

    def _give_up_tables(self, problems: Sequence[Problem]) -> bool:
        """Turn the tables that `problems` speak of into ad-hoc ones; whether there was one."""
        changed = False
        for table in self._tables:
            file = f"tabel/{table.block['tabel']}.json"
            reason = next((p.message for p in problems if p.location.file.endswith(file)), None)
            if table.built is not None and reason is not None:
                self._give_up_table(table, reason)
                changed = True
        return changed

    def _judge_tables(self, printed: proof.Printed) -> bool:
        """Compare every table of a kind with its print; whether something had to change."""
        changed = False
        for table, new in zip(self._draft.tables_in_order(), printed.tables, strict=True):
            if table.built is None:
                continue
            notes = table.built.data.get("keterangan")
            stated, others = proof.find_lost_cells(table, new, notes or [])
            if others or len(stated) > _MOST_STATED or (stated and any(_KEPT in note for note in notes or [])):
                lost = others[0] if others else stated[0].text
                self._give_up_table(table, f"“{words.shorten_text(lost)}” tidak tercetak oleh bentuk bakunya")
            elif stated:
                _keep_stated(table, stated)
            changed = changed or bool(others or stated)
        return changed

    def _give_up_table(self, table: OldTable, reason: str) -> None:
        """Leave a table as it stood; with a plan goes what only views it."""
        assert table.built is not None
        kind = table.built.kind
        table.make_ad_hoc(f"dikenali sebagai {kind}, tetapi {reason}")
        for other in self._tables if kind == "rencana-program" else ():
            if other.built is not None and other.built.kind in {"review-rkpd", "rekap"}:
                self._give_up_table(other, "tabel rencana programnya bukan bentuk baku")

    # The report

    def _examine(self, folder: Path) -> None:
        """What the checks find. Errors of the old text must not keep it from being printed: their rules rest."""
        _, outcome = examine_folder(folder)
        name, target = folder.as_posix(), self.adopted.target.as_posix()
        self.adopted.findings = [
            p._replace(location=p.location._replace(file=p.location.file.replace(name, target, 1)))
            for p in outcome.problems
        ]
        codes = sorted({problem.code for problem in outcome.problems if problem.is_error})
        if codes:
            self._draft.dokumen["aturan_dimatikan"] = dict.fromkeys(codes, RESTS)
            write_files(self._draft, folder)

    def _report(self, printed: proof.Printed) -> None:
        adopted, extracts = self.adopted, self._draft.extracts
        adopted.remarks = self._old.comments
        adopted.chapters, adopted.tables = len(self._draft.chapters), extracts.tables
        adopted.regulations = sum(map(len, extracts.regulations.values()))
        adopted.standardised = extracts.standardised
        adopted.doubtful = [*self._draft.doubtful, *self._old.strange, *charts.tell_pictures(self._draft),
                            *self._list_typed(), *self._list_left_out(printed)]  # fmt: skip
        targets = Targets(extracts.numbered, self._draft.name_placed())
        adopted.renumbered = list(self._list_renumbered(printed.labels))
        changed = [*(old for old, _ in extracts.standardised), *extracts.repeated]
        adopted.missing = proof.find_missing(
            self._old, printed, extracts.tables, changed, lambda text: renumber(text, targets, printed.labels)
        )
        made_anew = [cover_words(self._draft.dokumen), self._signature_words()]
        adopted.missing = [
            text for text in adopted.missing if all(set(words.split_tokens(text)) - said for said in made_anew)
        ]
        adopted.missing += [*self._old.closed, *self._count_lost(printed)]

    def _count_lost(self, printed: proof.Printed) -> Iterator[str]:
        """Pictures and rows that are fewer than they were: equal ones no comparison of texts misses."""
        lost = self._pictures - len(self._draft.unprintable) - printed.pictures
        if lost > 0:
            yield f"{lost} gambar"
        for table, new in zip(self._draft.tables_in_order(), printed.tables, strict=True):
            if table.built is None and (rows := proof.count_lost_rows(table.grid, new)):
                yield f"{rows} baris {table.name}"

    def _list_left_out(self, printed: proof.Printed) -> Iterator[tuple[str, str]]:
        for remark in self._old.comments:
            if not printed.says(words.write_remark(remark)):
                yield "komentar tidak mempunyai tempat dalam naskah baru", words.shorten_text(remark.text, 70)
        for side in dict.fromkeys(self._old.sides):
            if not all(printed.says(word) for word in words.split_tokens(side) if not word.isdecimal()):
                what = "kepala atau kaki halaman tidak dibawa, templat membuatnya sendiri"
                yield what, words.shorten_text(side, 70)

    def _signature_words(self) -> set[str]:
        """The words of the signature, which is printed in its own form."""
        signature = self._draft.identity.signature
        if signature is None:
            return set()
        said = [signature.place, signature.date, signature.post, signature.name, signature.rank, signature.number]
        return set(words.split_tokens(f"NIP {' '.join(said)} ditetapkan di pada tanggal"))

    def _list_renumbered(self, labels: Mapping[str, str]) -> Iterator[str]:
        """Tables and pictures whose number changes, since numbers are given by chapter and order."""
        names = self._draft.name_placed()
        for one in self._draft.extracts.numbered:
            new = labels.get(names.get(id(one.block), ""), "")
            if one.number and new and normalise_number(one.number) != new.split()[-1]:
                yield f"{one} → {new}"

    def _list_typed(self) -> Iterator[tuple[str, str]]:
        """References that stay as they were typed."""
        targets = Targets(self._draft.extracts.numbered, self._draft.name_placed())
        appendices = bool(self._draft.appendices)
        parts = [name_references(part, targets) for part in self._draft.parts]
        found = (said for part in parts for said in list_typed(part, has_appendices=appendices))
        for said in dict.fromkeys(found):
            yield "penyebutan ini tetap ketikan: tidak ada yang bernomor itu, atau lebih dari satu", said


def _keep_stated(table: OldTable, stated: Sequence[Stated]) -> None:
    """Keep figures that the kind computes otherwise: for comparison in the data, and in an open note in print."""
    assert table.built is not None
    columns: dict[str, list[str]] = {}
    for figure in stated:
        if figure.value is not None:
            figure.node.setdefault("tercatat", {})[figure.key] = figure.value
        columns.setdefault(figure.column, []).append(f"{figure.row}: {words.escape_marks(figure.text)}")
    notes = table.built.data.setdefault("keterangan", [])
    for column, rows in columns.items():
        listed = "; ".join(" ".join(row.split()) for row in rows)
        notes.append(f"[[{_KEPT} {column} yang tidak sama dengan hitungan: {listed}]]")
