"""Semua perangkat daerah: every office with its year, pagu and findings, and the documents of all in one run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from nicegui import ui

from renjadoc import indonesian
from renjadoc.batch import memory
from renjadoc.batch.crew import work_through
from renjadoc.batch.folders import find_folders
from renjadoc.batch.office import OfficeResult, Task
from renjadoc.batch.summary import Summary, say_duration, summary_lines, write_workbook
from renjadoc.batch.workers import local_workers
from renjadoc.checks.registry import titles_by_code
from renjadoc.desk.inspection import inspect_folder
from renjadoc.desk.pages.frame import address, explain_failure, in_background, page_frame, show_message
from renjadoc.desk.shelf import Card, list_cards
from renjadoc.tables.computed import add_known

#: Where the documents of all offices are made, below the folder of content folders.
RESULTS = "Hasil"
_HEADS = ("Perangkat daerah", "Tahun", "Pagu (Rp)", "Harus diperbaiki", "Perlu dilihat")


def add(root: Path) -> None:
    """The screen for all offices of `root`."""

    @ui.page("/semua")
    async def show_all() -> None:
        with page_frame("Semua perangkat daerah"):
            run = ui.row().classes("items-center")
            progress = ui.label("").props("aria-live=polite")
            body = ui.column().classes("w-full")
            listed = ui.column().classes("w-full")
        with run:
            ui.button("Buat semua", on_click=lambda: _make_all(root, progress, body))
            ui.label(f"Hasilnya di {root / RESULTS}").classes("text-sm")
        await ui.context.client.connected()
        rows = [await in_background(partial(_tell_office, card)) for card in list_cards(root)]
        with listed:
            columns = [
                {"name": head, "label": head, "field": head, "align": "left", "sortable": True} for head in _HEADS
            ]
            ui.table(columns=columns, rows=rows, row_key="alamat").props("flat bordered").classes("w-full")
            for row in rows:
                ui.link(f"Buka {row['alamat']}", address(root / row["alamat"], "isi")).classes("text-sm")


def _tell_office(card: Card) -> dict[str, str]:
    inspection = inspect_folder(card.path)
    plans = inspection.reading.tables.of_kind("rencana-program") if inspection.reading else []
    pagu = add_known(table.total("", "pagu") for table in plans)
    values = (
        card.office or card.path.name,
        str(card.year or ""),
        indonesian.angka(pagu) if pagu is not None else "belum ada",
        str(len(inspection.errors)),
        str(len(inspection.warnings)),
    )
    return dict(zip(_HEADS, values, strict=True)) | {"alamat": card.path.name}


async def _make_all(root: Path, progress: ui.label, body: ui.column) -> None:
    """Make the documents of all offices; who is done and how long the rest takes is told as it goes."""

    said: list[str] = []

    def tell(done: int, count: int, result: OfficeResult, rest: float) -> None:
        said[:] = [f"{done} dari {count}: {result.nama or result.folder}; sisa sekitar {say_duration(rest)}"]

    def show() -> None:
        progress.text = said[-1] if said else "Mulai …"

    with progress.parent_slot or body:
        following = ui.timer(0.5, show)
    try:
        summary = await in_background(lambda: make_all(root, tell))
    except Exception as error:
        show_message("Belum dapat dikerjakan", explain_failure(error))
        return
    finally:
        following.cancel()
    progress.text = f"Selesai: {len(summary.results)} perangkat daerah; ringkasannya Ringkasan.xlsx di folder Hasil"
    body.clear()
    with body:
        ui.label("\n".join(summary_lines(summary))).classes("whitespace-pre font-mono text-sm overflow-auto w-full")


def make_all(root: Path, tell: Callable[[int, int, OfficeResult, float], None]) -> Summary:
    """What `renjadoc massal` makes of all folders of `root`, below its RESULTS. Raises ProblemsFound."""
    output = root / RESULTS
    found = find_folders(root, output)
    tasks = [Task(one.folder, one.label, output / f"{one.stem}.docx") for one in found]
    begun, results = time.monotonic(), []
    for result in work_through(tasks, local_workers(min(os.cpu_count() or 1, 4))):
        results.append(result)
        each = (time.monotonic() - begun) / len(results)
        tell(len(results), len(tasks), result, each * (len(tasks) - len(results)))
    summary = Summary(sorted(results, key=lambda one: one.folder), time.monotonic() - begun)
    memory.write_report(output / "Ringkasan.xlsx", write_workbook(summary, titles_by_code()))
    return summary
