"""One adoption, from a Word file to a content folder whose print is proved against the old text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from renjadoc import save, starter
from renjadoc.adoption import labels, proof, words
from renjadoc.adoption.draft import Draft, contents_of, cover_words
from renjadoc.adoption.kinds.table import Stated
from renjadoc.adoption.narrative import OldTable
from renjadoc.adoption.office import Office
from renjadoc.examine import examine
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.word.package import PackageError
from renjadoc.word.reader.document import Comment, WordDocument
from renjadoc.word.reader.read import read_document

#: So many rounds are enough: each one that changes something turns a table into an ad-hoc one or adds its notes.
_ROUNDS = 6
#: More figures than these that differ from what is computed are no slips: then the table stays as it was.
_MOST_STATED = 30
#: Why a rule is switched off in a folder that was taken over.
RESTS = "Galat ini sudah ada dalam naskah lama; perbaiki, lalu hapus baris ini agar diperiksa lagi."


@dataclass
class Adopted:
    """What an adoption made, for its report; `doubtful` and `missing` are what a person should look at."""

    target: Path
    office: Office
    chapters: int = 0
    regulations: int = 0
    tables: list[OldTable] = field(default_factory=list)
    standardised: list[tuple[str, str]] = field(default_factory=list)
    renumbered: list[str] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    remarks: list[Comment] = field(default_factory=list)
    findings: list[Problem] = field(default_factory=list)


def adopt(docx: Path, target: Path, today: date) -> Adopted:
    """Make the content folder `target` from `docx`. Raises ProblemsFound; then nothing was made."""
    old = _open(docx)
    adoption = _Adoption(docx, target, old, today)
    save.folder(target, adoption.fill)
    return adoption.made


def _open(docx: Path) -> WordDocument:
    try:
        return read_document(docx)
    except PackageError as error:
        hint = "Buka di Word, lalu Simpan Sebagai dokumen Word (.docx) tanpa kata sandi."
        raise ProblemsFound([Problem("RJ062", Location(docx.as_posix()), str(error), hint)]) from error


class _Adoption:
    """A draft of the new folder, proved against the old document."""

    def __init__(self, docx: Path, target: Path, old: WordDocument, today: date) -> None:
        self._old = old
        self._draft = Draft(old, docx.stem, target.name, today)
        self._tables = self._draft.taken.tables
        self.made = Adopted(target, self._draft.office)

    def fill(self, made: Path) -> None:
        """Write the folder and prove it, until every table prints what the old one said."""
        starter.equip(made)
        self._draft.write_pictures(made)
        for _ in range(_ROUNDS):
            self._draft.write(made)
            printed, problems = proof.render_folder(made)
            if printed is None:
                if not self._give_up(problems):
                    raise ProblemsFound(problems)
            elif not self._judge(printed):
                self._finish(printed)
                self._examine(made)
                return
        raise ProblemsFound(
            [Problem("RJ062", Location(self.made.target.as_posix()), "isi tabel tidak dapat dibuktikan")]
        )

    def _give_up(self, problems: Sequence[Problem]) -> bool:
        """Turn the tables that `problems` speak of into ad-hoc ones; whether there was one."""
        changed = False
        for table in self._tables:
            file = f"tabel/{table.block['tabel']}.json"
            reason = next((p.message for p in problems if p.location.file.endswith(file)), None)
            if table.built is not None and reason is not None:
                self._as_it_was(table, reason)
                changed = True
        return changed

    def _judge(self, printed: proof.Printed) -> bool:
        """Compare every table of a kind with its print; whether something had to change."""
        changed = False
        for table, new in zip(self._draft.in_order(), printed.tables, strict=True):
            if table.built is None:
                continue
            stated, others = proof.lost_cells(table, new, table.built.data.get("keterangan", []))
            noted = "keterangan" in table.built.data
            if others or len(stated) > _MOST_STATED or (stated and noted):
                said = others[0] if others else stated[0].text
                self._as_it_was(table, f"“{words.shorten_text(said, 60)}” tidak tercetak oleh bentuk bakunya")
                changed = True
            elif stated:
                _note(table, stated)
                changed = True
        return changed

    def _as_it_was(self, table: OldTable, reason: str) -> None:
        assert table.built is not None
        lost = table.built
        table.reason = f"dikenali sebagai {lost.kind}, tetapi {reason}"
        table.built = None
        if lost.kind == "rencana-program":
            for other in self._tables:
                if other.built is not None and other.built.kind == "review-rkpd":
                    self._as_it_was(other, "tabel rencana programnya bukan bentuk baku")

    def _examine(self, made: Path) -> None:
        """What the checks find. Errors of the old text must not keep it from being printed: their rules rest."""
        _, outcome = examine(made)
        name, target = made.as_posix(), self.made.target.as_posix()
        self.made.findings = [
            p._replace(location=p.location._replace(file=p.location.file.replace(name, target, 1)))
            for p in outcome.problems
        ]
        codes = sorted({problem.code for problem in outcome.problems if problem.is_error})
        if codes:
            self._draft.dokumen["aturan_dimatikan"] = dict.fromkeys(codes, RESTS)
            self._draft.write(made)

    def _finish(self, printed: proof.Printed) -> None:
        made, taken = self.made, self._draft.taken
        made.remarks = self._old.comments
        made.chapters, made.tables = len(self._draft.chapters), taken.tables
        made.regulations = sum(len(entries) for entries in taken.regulations.values())
        made.standardised = taken.standardised
        made.doubtful = [*self._draft.doubtful, *self._old.strange]
        made.doubtful += [
            ("komentar tidak mempunyai tempat dalam naskah baru", words.shorten_text(remark.text))
            for remark in made.remarks
            if not printed.says(words.write_remark(remark))
        ]
        made.doubtful += [
            ("kepala atau kaki halaman tidak dibawa, templat membuatnya sendiri", words.shorten_text(side))
            for side in dict.fromkeys(self._old.sides)
            if not all(printed.says(word) for word in words.split_tokens(side) if not word.isdecimal())
        ]
        made.renumbered = list(self._renumbered())
        cover = cover_words(self._draft.dokumen)
        said = [*(old for old, _ in taken.standardised), *taken.repeated]
        found = proof.missing(self._old, printed, taken.tables, said)
        lost = (text for text in found if set(words.split_tokens(text)) - cover and not self._is_signed(text))
        made.missing = [*lost, *self._old.closed]

    def _is_signed(self, text: str) -> bool:
        """Whether a text is a line of the signature, which is printed in its own form."""
        signature = self._draft.office.signature
        if signature is None:
            return False
        said = [signature.place, signature.date, signature.post, signature.name, signature.rank, signature.number]
        return not set(words.split_tokens(text)) - set(
            words.split_tokens(f"NIP {' '.join(said)} ditetapkan di pada tanggal")
        )

    def _renumbered(self) -> Iterator[str]:
        """Tables whose number changes, since numbers are given by chapter and order."""
        for number, chapter in enumerate(self._draft.chapters, start=1):
            blocks = [block for content in contents_of(chapter) for block in content]
            placed = [block for block in blocks if isinstance(block, dict) and "tabel" in block]
            for count, block in enumerate(placed, start=1):
                table = next(table for table in self._tables if table.block is block)
                if table.number and labels_differ(table.number, f"{number}.{count}"):
                    yield f"Tabel {table.number} → Tabel {number}.{count}"


def labels_differ(old: str, new: str) -> bool:
    """Whether two numbers of tables differ: `II-1` is 2.1."""
    return labels.plain_number(old) != new


def _note(table: OldTable, stated: Sequence[Stated]) -> None:
    """Keep figures that the kind computes otherwise: for comparison in the data, and in an open note in print."""
    assert table.built is not None
    columns: dict[str, list[str]] = {}
    for figure in stated:
        if figure.value is not None:
            figure.node.setdefault("tercatat", {})[figure.key] = figure.value
        columns.setdefault(figure.column, []).append(f"{figure.row}: {words.escape_marks(figure.text)}")
    notes = table.built.data.setdefault("keterangan", [])
    for column, rows in columns.items():
        said = "; ".join(" ".join(row.split()) for row in rows)
        notes.append(f"[[Naskah lama mencetak {column} yang tidak sama dengan hitungan: {said}]]")
