"""`renjadoc massal`: the documents of all offices in one run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from renjadoc.batch.find import Found
    from renjadoc.batch.office import Task
    from renjadoc.batch.run import Place
    from renjadoc.batch.summary import Summary

_PATH = click.Path(path_type=Path)
#: Windows waits for no more processes than this at once.
_MOST_PROCESSES = 61


@click.command()
@click.argument("folder", type=_PATH, required=False)
@click.option("-o", "--output", type=_PATH, metavar="FOLDER", required=True, help="Folder untuk semua hasil.")
@click.option("--daftar", type=_PATH, metavar="BERKAS", help="Hanya folder isi dalam daftar ini, satu sebaris.")
@click.option("--proses", type=click.IntRange(1, _MOST_PROCESSES), metavar="N", help="Banyaknya proses sekaligus.")
@click.option("--klaster", metavar="ALAMAT", help="Kerjakan pada klaster Dask, misalnya tcp://10.0.0.5:8786.")
@click.option("--templat", type=_PATH, metavar="BERKAS", help="Templat Word yang dipakai untuk semua.")
@click.option("--timpa", is_flag=True, help="Ganti juga hasil yang sudah disunting.")
@click.option("--tanpa-halaman", is_flag=True, help="Tanpa nomor halaman dalam Daftar Isi (jauh lebih cepat).")
@click.option(
    "--format", "form", type=click.Choice(["teks", "json"]), default="teks", help="Bentuk laporan.", show_default=True
)
def command(
    folder: Path | None,
    output: Path,
    daftar: Path | None,
    proses: int | None,
    klaster: str | None,
    templat: Path | None,
    timpa: bool,
    tanpa_halaman: bool,
    form: str,
) -> int:
    """Membuat dokumen semua perangkat daerah: setiap folder isi di bawah FOLDER.

    Yang tidak berubah sejak terakhir dibuat dilewati; yang gagal tidak menghentikan yang lain.
    """
    import json

    from renjadoc.batch import summary as summaries
    from renjadoc.batch.office import Task

    if klaster and proses:
        raise click.UsageError("pilih salah satu: --proses atau --klaster")
    # A cluster's workers stand in folders of their own.
    at = Path.absolute if klaster else Path
    tasks = [
        Task(
            at(found.folder),
            found.label,
            at(output / f"{found.stem}.docx"),
            at(templat) if templat else None,
            not tanpa_halaman,
            timpa,
        )
        for found in _found(folder, daftar, output)
    ]
    with _place(klaster, proses) as place:
        summary = _run(tasks, place)
    if form == "json":
        click.echo(json.dumps(summary.as_data(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(summaries.lines(summary)))
    click.echo(_keep(summary, output), err=form == "json")
    return int(bool(summary.failed))


def _found(folder: Path | None, listed: Path | None, output: Path) -> list[Found]:
    from renjadoc.batch import find

    if listed is not None:
        return find.listed(listed, folder or listed.parent)
    if folder is None:
        raise click.UsageError("sebut FOLDER yang berisi folder semua perangkat daerah, atau --daftar")
    return find.below(folder, output)


def _place(address: str | None, processes: int | None) -> AbstractContextManager[Place]:
    from contextlib import nullcontext

    from renjadoc.batch import places

    if address:
        return places.cluster(address)
    return nullcontext(places.processes(processes or min(os.cpu_count() or 1, _MOST_PROCESSES)))


def _run(tasks: list[Task], place: Place) -> Summary:
    import time

    from renjadoc.batch import progress, run, stopping
    from renjadoc.batch.summary import Summary

    begun = time.monotonic()
    made = []
    with stopping.heeded() as heed, progress.shown(len(tasks)) as tell:
        for outcome in run.outcomes(tasks, place):
            heed()
            tell(outcome)
            made.append(outcome)
    return Summary(sorted(made, key=lambda one: one.folder), time.monotonic() - begun)


def _keep(summary: Summary, output: Path) -> str:
    """Write the workbook; the sentence that says where it is, or why there is none."""
    from renjadoc.batch import state
    from renjadoc.batch import summary as summaries
    from renjadoc.checks.registry import titles_by_code
    from renjadoc.problem import ProblemsFound

    try:
        workbook = summaries.workbook(summary, titles_by_code())
        return f"Ringkasan: {state.write_report(output / 'Ringkasan.xlsx', workbook)}"
    except ProblemsFound as error:
        return "\n".join(f"Ringkasan tidak ditulis: {p.location}: {p.message}. {p.hint}" for p in error.problems)
