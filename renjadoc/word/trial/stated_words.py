"""Words of a template itself that are gone: heads and numbers of columns, names of rows, titles of lists."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.problem import Location, Problem, Severity
from renjadoc.word.templates.faults import LISTS
from renjadoc.word.trial.heads import TableHead
from renjadoc.word.trial.trial import Trial


def find_lost_words(name: str, trial: Trial, usual: Trial, left_out: set[str]) -> Iterator[Problem]:
    """What the template called `name` says no more of its own, or twice; all of it is told, nothing stops a document.

    `usual` is what the template of renjadoc says, `left_out` what is left out on purpose (`evaluasi.kode`).
    """
    where = Location(name)
    for pattern, stated in usual.columns.items():
        if pattern not in trial.columns or any(one.startswith(f"{pattern}.") for one in left_out):
            continue
        for message, hint in _compare_heads(TableHead(*trial.columns[pattern]), TableHead(*stated)):
            yield Problem("RJ045", where, f"{message} tabel pola {pattern}", hint, Severity.WARNING)
    yield from _find_short(where, trial, usual, left_out)
    for row, words in usual.words.items():
        if words and not trial.words.get(row) and row in trial.rows:
            pattern, _, kind = row.partition(".")
            message = f"baris {kind} tabel pola {pattern} tidak lagi menyebut namanya (“{words}”)"
            yield Problem("RJ045", where, message, "Ketik kembali tulisan itu di baris tersebut.", Severity.WARNING)
    yield from _find_untitled(where, trial, left_out)


def _compare_heads(head: TableHead, usual: TableHead) -> Iterator[tuple[str, str]]:
    """What is wrong, up to the name of its table, and what to do."""
    if not head.titles:
        if usual.titles:
            yield (
                "tidak ada baris kepala dalam",
                "Kepala dan isi satu tabel; kembalikan kepalanya ke atas baris isinya.",
            )
        return
    if blank := [str(index) for index, title in enumerate(head.titles, 1) if not title]:
        yield f"kolom {', '.join(blank)} tidak berkepala dalam", "Ketik judul kolom itu di baris kepalanya."
    if lost := [str(index) for index in _find_lost_levels(head, usual) if head.titles[index - 1]]:
        yield f"sebagian kepala kolom {', '.join(lost)} hilang dalam", "Ketik kembali tulisan kepala yang terhapus."
    if any(usual.numbers) and not any(head.numbers):
        yield "tidak ada baris nomor kolom (1, 2, 3, …) dalam", "Salin baris itu dari templates/renja.docx."
    elif gaps := [str(index) for index, number in enumerate(head.numbers, 1) if not number]:
        yield f"kolom {', '.join(gaps)} tidak bernomor dalam", "Ketik nomor kolom itu di baris nomor."
    for text in head.doubled:
        yield f"baris kepala “{text}” ada dua kali dalam", "Hapus yang berlebih."


def _find_lost_levels(head: TableHead, usual: TableHead) -> Iterator[int]:
    """Columns, counted from 1, that share all that is left of their head, or have a blank cell in the place of a word.

    A template with other columns, or with its own way to say in one row what ours says in two, loses nothing.
    """
    if len(head.levels) != len(usual.levels):
        return
    for index, ((said, alone, blank), (usual_said, usual_alone, _)) in enumerate(
        zip(head.levels, usual.levels, strict=True), 1
    ):
        if (usual_alone and not alone) or (blank and said < usual_said):
            yield index


def _find_short(where: Location, trial: Trial, usual: Trial, left_out: set[str]) -> Iterator[Problem]:
    """Rows that are not as wide as another, as where a {% colspan %} is lost."""
    for row in trial.short:
        pattern, _, kind = row.partition(".")
        if row in usual.short or any(one.startswith(f"{pattern}.") for one in left_out):
            continue
        said = f"baris {kind}" if kind else "sebuah baris kepala"
        message = f"{said} tabel pola {pattern} tidak selebar baris lain tabel itu"
        hint = "Kembalikan {% colspan … %} di sel yang melintasi beberapa kolom, atau samakan jumlah selnya."
        yield Problem("RJ045", where, message, hint, Severity.WARNING)


def _find_untitled(where: Location, trial: Trial, left_out: set[str]) -> Iterator[Problem]:
    """Lists without the title that says what they are, or below that of another."""
    titles = {tag: tag.replace("_", " ").title() for tag in LISTS}
    for tag, above in trial.titles.items():
        title = titles.get(tag, "")
        typed = {above.lower().rfind(one.lower()): one for one in titles.values()}
        nearest = typed[max(typed)] if max(typed) >= 0 else ""
        if nearest == title or not title or f"letak.{tag}" in left_out:
            continue
        message = f"{title} berdiri di bawah judul “{nearest}”" if nearest else f"{title} tidak lagi mempunyai judul"
        hint = f"Ketik “{title}” di atas {{{{p {tag} }}}}. Bila memang demikian: {{#p tanpa letak.{tag} #}}."
        yield Problem("RJ045", where, message, hint, Severity.WARNING)
