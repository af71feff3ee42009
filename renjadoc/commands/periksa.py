"""`renjadoc periksa`: what is wrong with a content folder, before Bappeda finds it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH, format_option

if TYPE_CHECKING:
    from renjadoc.checks.run import Examination

#: From this many findings on a table of counts by rule is worth its lines.
_LONG = 10


@click.command()
@click.argument("folder", type=PATH)
@format_option
@click.option("--ketat", is_flag=True, help="Peringatan dihitung sebagai galat.")
def command(folder: Path, form: str, ketat: bool) -> int:
    """Memeriksa isi folder: angka, kelengkapan, tahun, bahasa, dan dasar hukum."""
    from renjadoc import report
    from renjadoc.examine import examine_folder, list_notes

    _, examination = examine_folder(folder)
    if form == "json":
        click.echo(report.as_json(examination.problems))
    else:
        click.echo("\n".join(_write_report(examination)))
    for note in list_notes(examination):
        click.echo(note, err=form == "json")
    return int(any(problem.is_error or ketat for problem in examination.problems))


def _write_report(examination: Examination) -> list[str]:
    from renjadoc import report
    from renjadoc.checks.registry import titles_by_code

    if not examination.problems:
        return ["Tidak ada temuan."]
    *findings, count = report.list_problems(examination.problems)
    if len(report.sort_problems(examination.problems)) < _LONG:
        return [*findings, count]
    counted = report.count_codes(examination.problems, titles_by_code())
    return [*findings, "", "Ringkasan (penjelasan: renjadoc aturan KODE):", *counted, count]
