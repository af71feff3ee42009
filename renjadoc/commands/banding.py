"""`renjadoc banding`: what differs between two content folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH, OutputPath, format_option
from renjadoc.terminal import say, say_lines, say_text

if TYPE_CHECKING:
    from renjadoc.comparison.differences import Comparison
    from renjadoc.reading import Reading


@click.command()
@click.argument("lama", type=PATH)
@click.argument("baru", type=PATH)
@format_option
@click.option(
    "-o", "--output", type=OutputPath(".docx"), metavar="BERKAS", help="Tulis juga tabel perbandingan sebagai .docx."
)
@click.option("--timpa", is_flag=True, help="Ganti berkas hasil walaupun sudah ada.")
def command(lama: Path, baru: Path, form: str, output: Path | None, timpa: bool) -> int:
    """Membandingkan folder isi LAMA dengan BARU: naskah, program, dan pagunya."""
    import json

    from renjadoc import journal
    from renjadoc.comparison import report
    from renjadoc.comparison.run import compare

    older, newer = _open_reading(lama), _open_reading(baru)
    found = compare(older, newer)
    if form == "json":
        say_text(json.dumps(found.as_data(), ensure_ascii=False, indent=2))
    else:
        say_lines(report.write_lines(found))
    if output is not None:
        kept = _write_tables(found, (older, newer), output, timpa)
        for line in [f"Selesai: {output.absolute()}", *journal.say_kept(kept)]:
            say(line, err=form == "json")
    return 0


def _open_reading(root: Path) -> Reading:
    from renjadoc.content import folder as folders
    from renjadoc.problem import raise_on_errors
    from renjadoc.reading import Reading

    reading = Reading(folders.open_folder(root))
    # A text that cannot be read would be told as gone.
    raise_on_errors(reading.problems)
    return reading


def _write_tables(found: Comparison, both: tuple[Reading, Reading], output: Path, overwrite: bool) -> Path | None:
    """Write the report; where the one lies that stood there."""
    from renjadoc import journal
    from renjadoc.comparison import report
    from renjadoc.pipeline import make_report
    from renjadoc.problem import Location, Problem, ProblemsFound
    from renjadoc.word.writing.tables_document import ReportTable

    if output.exists() and not overwrite:
        hint = "Pilih nama lain, atau jalankan dengan --timpa."
        raise ProblemsFound([Problem("RJ050", Location(str(output)), "berkas ini sudah ada", hint)])
    texts = report.text_rows(found)
    cells = [(c.berkas, c.baris, c.kolom, c.lama, c.baru) for c in found.isian]
    shares, numbers = (9, 29, 12, 12, 12, 9, 20), frozenset({2, 3, 4, 5})
    strong = report.strong_rows(found)
    tables = [
        ReportTable("Program dan pagu", report.PROGRAM_HEADS, report.program_rows(found), shares, numbers, strong),
        ReportTable("Naskah", report.TEXT_HEADS, texts, (17, 9, 37, 37)),
        ReportTable("Isian lain", report.CELL_HEADS, cells, (18, 24, 18, 20, 20)),
    ]
    data = make_report(report.write_title(*both), [table for table in tables if table.rows], both[1])
    return journal.replace_file(output, data)
