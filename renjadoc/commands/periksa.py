"""`renjadoc periksa`: what is wrong with a content folder, before Bappeda finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH, OutputPath, format_option
from renjadoc.terminal import say, say_lines, say_text

if TYPE_CHECKING:
    from renjadoc.checks.reporting import ToldFinding
    from renjadoc.reading import Reading


@click.command()
@click.argument("folder", type=PATH)
@format_option
@click.option("--ketat", is_flag=True, help="Yang perlu dilihat dihitung seperti yang harus diperbaiki.")
@click.option("--rinci", is_flag=True, help="Semua temuan satu per satu, juga bila banyak.")
@click.option(
    "--docx", type=OutputPath(".docx"), metavar="BERKAS", help="Tulis juga temuan sebagai tabel Word menurut bab."
)
@click.option(
    "--xlsx", type=OutputPath(".xlsx"), metavar="BERKAS", help="Tulis juga temuan sebagai lembar Excel untuk Bappeda."
)
@click.option(
    "--komentar",
    type=OutputPath(".docx"),
    metavar="BERKAS",
    help="Tulis juga salinan naskah, temuannya sebagai komentar Word.",
)
@click.option("--timpa", is_flag=True, help="Ganti berkas hasil walaupun sudah ada.")
def command(
    folder: Path,
    form: str,
    ketat: bool,
    rinci: bool,
    docx: Path | None,
    xlsx: Path | None,
    komentar: Path | None,
    timpa: bool,
) -> int:
    """Memeriksa isi folder: angka, kelengkapan, tahun, bahasa, dan dasar hukum."""
    from renjadoc.checks import reporting
    from renjadoc.examine import examine_folder, list_notes

    _refuse_existing([path for path in (docx, xlsx, komentar) if path is not None], timpa)
    reading, examination = examine_folder(folder)
    told = reporting.tell_findings(examination.problems, reading)
    if form == "json":
        say_text(_write_json(told))
    else:
        say_lines(reporting.write_report(examination.problems, reading, whole=rinci))
    for note in list_notes(examination):
        say(note, err=form == "json")
    for line in _write_files(told, reading, folder, docx, xlsx, komentar):
        say(line, err=form == "json")
    return int(any(problem.is_error or ketat for problem in examination.problems))


def _write_json(told: list[ToldFinding]) -> str:
    import json

    from renjadoc import report

    data = [report.as_data([one.problem])[0] | {"tempat": one.place} for one in told]
    return json.dumps(data, ensure_ascii=False, indent=2)


def _refuse_existing(paths: list[Path], overwrite: bool) -> None:
    from renjadoc.problem import Location, Problem, ProblemsFound

    hint = "Pilih nama lain, atau jalankan dengan --timpa."
    found = [Problem("RJ050", Location(str(path)), "berkas ini sudah ada", hint) for path in paths if path.exists()]
    if found and not overwrite:
        raise ProblemsFound(found)


def _write_files(
    told: list[ToldFinding],
    reading: Reading | None,
    folder: Path,
    docx: Path | None,
    xlsx: Path | None,
    komentar: Path | None,
) -> Iterator[str]:
    """Write the files that were asked for; what is said of each."""
    from renjadoc import journal

    if docx is not None:
        kept = journal.replace_file(docx, _make_word_report(told, reading))
        yield from [f"Selesai: {docx.absolute()}", *journal.say_kept(kept)]
    if xlsx is not None:
        kept = journal.replace_file(xlsx, _make_sheet(told))
        yield from [f"Selesai: {xlsx.absolute()}", *journal.say_kept(kept)]
    if komentar is not None:
        kept = _make_commented_copy(folder, komentar)
        yield from [f"Selesai: {komentar.absolute()}", *journal.say_kept(kept)]


def _name_document(reading: Reading | None) -> str:
    if reading is None:
        return "Temuan pemeriksaan"
    facts = reading.folder.facts
    return f"Temuan pemeriksaan Renja {facts['perangkat_daerah']['nama']} Tahun {facts['tahun']}"


def _make_word_report(told: list[ToldFinding], reading: Reading | None) -> bytes:
    from renjadoc.checks.reporting import HEADS, list_rows
    from renjadoc.pipeline import make_report
    from renjadoc.word.writing.tables_document import ReportTable

    rows = list_rows(told)
    tables = [ReportTable(chapter, HEADS, found, (20, 32, 24, 12, 12)) for chapter, found in rows.items()]
    nothing = ReportTable("Tidak ada temuan", HEADS, [], (20, 32, 24, 12, 12))
    return make_report(_name_document(reading), tables or [nothing], reading)


def _make_sheet(told: list[ToldFinding]) -> bytes:
    """One row a finding; every text is written as text, so that none becomes a formula."""
    import io

    from xlsxwriter import Workbook

    from renjadoc.checks.reporting import HEADS, list_rows

    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Temuan")
        wrapped = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        bold = book.add_format({"bold": True})
        heads = ("Bab", *HEADS, "Tindak lanjut")
        for column, (head, width) in enumerate(zip(heads, (24, 34, 50, 44, 26, 26, 30), strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, head, bold)
        rows = [(chapter, *cells) for chapter, found in list_rows(told).items() for cells in found]
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text.encode("utf-8", "replace").decode()[:32_000], wrapped)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(HEADS) + 1)
    return buffer.getvalue()


def _make_commented_copy(folder: Path, output: Path) -> Path | None:
    """Make the copy; where the one lies that somebody edited and that stood there."""
    from dataclasses import replace
    from datetime import datetime

    from renjadoc.problem import ProblemsFound
    from renjadoc.review import ReviewOrder, make_review_copy

    order = ReviewOrder(folder, datetime.now(), output, overwrite=True, with_tables=True)
    try:
        return make_review_copy(order).kept
    except ProblemsFound as refused:
        if not any(problem.code == "RJ040" for problem in refused.problems):
            raise
        # A template with tables of its own hides which is which.
        return make_review_copy(replace(order, with_tables=False)).kept
