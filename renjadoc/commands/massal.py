"""`renjadoc massal`: the documents of all offices in one run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import FOLDER, PATH, Between, InputPath, format_option
from renjadoc.terminal import say, say_lines, say_text

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from renjadoc.batch.archives import OpenedZips
    from renjadoc.batch.crew import Workers
    from renjadoc.batch.folders import OfficeFolder
    from renjadoc.batch.office import OfficeResult, Task
    from renjadoc.batch.summary import Summary

#: Windows waits for no more processes than this at once.
_MOST_PROCESSES = 61


@click.command()
@click.argument("folder", type=PATH, required=False)
@click.option("-o", "--output", type=FOLDER, metavar="FOLDER", required=True, help="Folder untuk semua hasil.")
@click.option(
    "--daftar",
    type=InputPath("RJ004", ".txt", ".csv"),
    metavar="BERKAS",
    help="Hanya folder isi dalam daftar ini, satu sebaris.",
)
@click.option(
    "--plafon",
    type=InputPath("RJ070", ".csv", ".xlsx", ".xls"),
    metavar="BERKAS",
    help="Daftar plafon (.csv, .xlsx) sebagai pembanding pagu.",
)
@click.option(
    "--nama",
    type=InputPath("RJ004", ".txt", ".xlsx", ".xls", ".csv"),
    metavar="BERKAS",
    help="Nama perangkat daerah yang harus ada, satu sebaris.",
)
@click.option("--proses", type=Between(1, _MOST_PROCESSES), metavar="N", help="Banyaknya proses sekaligus.")
@click.option("--klaster", metavar="ALAMAT", help="Kerjakan pada klaster Dask, misalnya tcp://10.0.0.5:8786.")
@click.option(
    "--templat", type=InputPath("RJ040", ".docx"), metavar="BERKAS", help="Templat Word yang dipakai untuk semua."
)
@click.option("--timpa", is_flag=True, help="Ganti juga hasil yang sudah disunting.")
@click.option("--tanpa-halaman", is_flag=True, help="Tanpa nomor halaman dalam Daftar Isi (jauh lebih cepat).")
@format_option
def command(
    folder: Path | None, output: Path, daftar: Path | None, plafon: Path | None, nama: Path | None, proses: int | None,
    klaster: str | None, templat: Path | None, timpa: bool, tanpa_halaman: bool, form: str,
) -> int:  # fmt: skip
    """Membuat dokumen semua perangkat daerah: setiap folder isi di bawah FOLDER, juga yang dikirim sebagai .zip.

    Yang tidak berubah sejak terakhir dibuat dilewati; yang gagal tidak menghentikan yang lain.
    """
    import json

    from renjadoc.batch.ceilings import read_ceilings
    from renjadoc.batch.expected import read_expected
    from renjadoc.batch.office import Task
    from renjadoc.batch.offices import finish_summary, tell_others
    from renjadoc.batch.summary import summary_lines

    ceilings = read_ceilings(plafon) if plafon else None
    expected = read_expected(nama) if nama else []
    if klaster and proses:
        raise click.UsageError("pilih salah satu: --proses atau --klaster")
    # A cluster's workers stand in folders of their own.
    at = Path.absolute if klaster else Path
    template = at(templat) if templat else None
    with _open_zips(folder, daftar, output) as zips, _hire_workers(klaster, proses) as workers:
        tasks = [
            Task(at(found.folder), found.label, at(output / f"{found.stem}.docx"), template, not tanpa_halaman, timpa)
            for found in _find_folders(folder, daftar, output, zips)
        ]
        results, seconds = _make_all(tasks, workers)
        others = list(tell_others(folder, output)) if folder and not daftar and folder.is_dir() else []
        summary = finish_summary(results, seconds, tasks, zips, others, expected, ceilings)
    if form == "json":
        say_text(json.dumps(summary.as_data(), ensure_ascii=False, indent=2))
    else:
        say_lines(summary_lines(summary))
    said, is_written = _write_workbook(summary, output)
    say(said, err=form == "json")
    return int(bool(summary.failed or zips.told or not is_written))


def _open_zips(folder: Path | None, listed: Path | None, output: Path) -> AbstractContextManager[OpenedZips]:
    from renjadoc.batch import archives, folders

    if listed is not None:
        wanted = [one.folder for one in folders.read_list(listed, folder or listed.parent)]
        return archives.open_zips(list(filter(archives.is_zip, wanted)), output)
    return archives.open_zips(archives.find_zips(folder, output) if folder and folder.exists() else [], output)


def _find_folders(folder: Path | None, listed: Path | None, output: Path, zips: OpenedZips) -> list[OfficeFolder]:
    from renjadoc.batch import archives, folders
    from renjadoc.batch.offices import find_offices

    if listed is not None:
        root = folder or listed.parent
        wanted = [one for one in folders.read_list(listed, root) if not archives.is_zip(one.folder)]
        return zips.name_offices(root, wanted)
    if folder is None:
        raise click.UsageError("sebut FOLDER yang berisi folder semua perangkat daerah, atau --daftar")
    return find_offices(folder, output, zips)


def _hire_workers(address: str | None, processes: int | None) -> AbstractContextManager[Workers]:
    from contextlib import nullcontext

    from renjadoc.batch import workers

    if address:
        return workers.cluster_workers(address)
    return nullcontext(workers.local_workers(processes or min(os.cpu_count() or 1, _MOST_PROCESSES)))


def _make_all(tasks: list[Task], workers: Workers) -> tuple[list[OfficeResult], float]:
    import time

    from renjadoc.batch.crew import work_through
    from renjadoc.batch.progress import show_progress
    from renjadoc.batch.stopping import heed_interrupt

    begun = time.monotonic()
    results = []
    with heed_interrupt() as check_interrupt, show_progress(len(tasks)) as advance:
        for result in work_through(tasks, workers):
            check_interrupt()
            advance(result)
            results.append(result)
    return results, time.monotonic() - begun


def _write_workbook(summary: Summary, output: Path) -> tuple[str, bool]:
    """Write the workbook; the sentence that says where it is, or why there is none, and whether there is."""
    from renjadoc.batch import memory
    from renjadoc.batch.summary import write_workbook
    from renjadoc.checks.registry import titles_by_code
    from renjadoc.problem import ProblemsFound

    try:
        workbook = write_workbook(summary, titles_by_code())
        return f"Ringkasan: {memory.write_report(output / 'Ringkasan.xlsx', workbook).absolute()}", True
    except ProblemsFound as error:
        lines = (f"Ringkasan tidak ditulis: {p.location}: {p.message}. {p.hint}" for p in error.problems)
        return "\n".join(lines), False
