"""`renjadoc massal`: the documents of all offices in one run."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renjadoc.commands.parameters import PATH, format_option
from renjadoc.terminal import say

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from renjadoc.batch.crew import Workers
    from renjadoc.batch.folders import OfficeFolder
    from renjadoc.batch.office import Task
    from renjadoc.batch.summary import Summary

#: Windows waits for no more processes than this at once.
_MOST_PROCESSES = 61


@click.command()
@click.argument("folder", type=PATH, required=False)
@click.option("-o", "--output", type=PATH, metavar="FOLDER", required=True, help="Folder untuk semua hasil.")
@click.option("--daftar", type=PATH, metavar="BERKAS", help="Hanya folder isi dalam daftar ini, satu sebaris.")
@click.option("--plafon", type=PATH, metavar="BERKAS", help="Daftar plafon (.csv, .xlsx) sebagai pembanding pagu.")
@click.option("--proses", type=click.IntRange(1, _MOST_PROCESSES), metavar="N", help="Banyaknya proses sekaligus.")
@click.option("--klaster", metavar="ALAMAT", help="Kerjakan pada klaster Dask, misalnya tcp://10.0.0.5:8786.")
@click.option("--templat", type=PATH, metavar="BERKAS", help="Templat Word yang dipakai untuk semua.")
@click.option("--timpa", is_flag=True, help="Ganti juga hasil yang sudah disunting.")
@click.option("--tanpa-halaman", is_flag=True, help="Tanpa nomor halaman dalam Daftar Isi (jauh lebih cepat).")
@format_option
def command(
    folder: Path | None, output: Path, daftar: Path | None, plafon: Path | None, proses: int | None,
    klaster: str | None, templat: Path | None, timpa: bool, tanpa_halaman: bool, form: str,
) -> int:  # fmt: skip
    """Membuat dokumen semua perangkat daerah: setiap folder isi di bawah FOLDER.

    Yang tidak berubah sejak terakhir dibuat dilewati; yang gagal tidak menghentikan yang lain.
    """
    import json

    from renjadoc.batch.ceilings import compare_ceilings, read_ceilings
    from renjadoc.batch.folders import find_empty, find_linked
    from renjadoc.batch.office import Task
    from renjadoc.batch.summary import summary_lines

    ceilings = read_ceilings(plafon) if plafon else None
    if klaster and proses:
        raise click.UsageError("pilih salah satu: --proses atau --klaster")
    # A cluster's workers stand in folders of their own.
    at = Path.absolute if klaster else Path
    template = at(templat) if templat else None
    tasks = [
        Task(at(found.folder), found.label, at(output / f"{found.stem}.docx"), template, not tanpa_halaman, timpa)
        for found in _find_folders(folder, daftar, output)
    ]
    with _hire_workers(klaster, proses) as workers:
        summary = _make_all(tasks, workers)
    found = []
    if folder and not daftar:
        found += [f"tidak berisi folder isi: {name}." for name in find_empty(folder, output)]
        found += [f"tautan ke folder dilewati: {name}." for name in find_linked(folder, output)]
    found += compare_ceilings(summary.results, ceilings) if ceilings is not None else []
    summary = replace(summary, found=tuple(found))
    if form == "json":
        say(json.dumps(summary.as_data(), ensure_ascii=False, indent=2))
    else:
        say("\n".join(summary_lines(summary)))
    say(_write_workbook(summary, output), err=form == "json")
    return int(bool(summary.failed))


def _find_folders(folder: Path | None, listed: Path | None, output: Path) -> list[OfficeFolder]:
    from renjadoc.batch import folders

    if listed is not None:
        return folders.read_list(listed, folder or listed.parent)
    if folder is None:
        raise click.UsageError("sebut FOLDER yang berisi folder semua perangkat daerah, atau --daftar")
    return folders.find_folders(folder, output)


def _hire_workers(address: str | None, processes: int | None) -> AbstractContextManager[Workers]:
    from contextlib import nullcontext

    from renjadoc.batch import workers

    if address:
        return workers.cluster_workers(address)
    return nullcontext(workers.local_workers(processes or min(os.cpu_count() or 1, _MOST_PROCESSES)))


def _make_all(tasks: list[Task], workers: Workers) -> Summary:
    import time

    from renjadoc.batch.crew import work_through
    from renjadoc.batch.progress import show_progress
    from renjadoc.batch.stopping import heed_interrupt
    from renjadoc.batch.summary import Summary

    begun = time.monotonic()
    results = []
    with heed_interrupt() as check_interrupt, show_progress(len(tasks)) as advance:
        for result in work_through(tasks, workers):
            check_interrupt()
            advance(result)
            results.append(result)
    return Summary(sorted(results, key=lambda one: one.folder), time.monotonic() - begun)


def _write_workbook(summary: Summary, output: Path) -> str:
    """Write the workbook; the sentence that says where it is, or why there is none."""
    from renjadoc.batch import memory
    from renjadoc.batch.summary import write_workbook
    from renjadoc.checks.registry import titles_by_code
    from renjadoc.problem import ProblemsFound

    try:
        workbook = write_workbook(summary, titles_by_code())
        return f"Ringkasan: {memory.write_report(output / 'Ringkasan.xlsx', workbook)}"
    except ProblemsFound as error:
        return "\n".join(f"Ringkasan tidak ditulis: {p.location}: {p.message}. {p.hint}" for p in error.problems)
