"""`renjadoc excel`: the tables as a workbook for the Bidang, and what comes back in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renjadoc.commands import asking
from renjadoc.commands.parameters import PATH, InputPath, OutputPath
from renjadoc.terminal import say, say_lines

if TYPE_CHECKING:
    from renjadoc.edits.edit import Change
    from renjadoc.edits.plan import Plan


@click.group()
def command() -> None:
    """Tabel-tabel Renja sebagai buku kerja Excel: diekspor untuk diisi, lalu diimpor."""


@command.command("ekspor")
@click.argument("folder", type=PATH)
@click.option("-o", "hasil", type=OutputPath(".xlsx"), help="Nama berkas hasil.")
@click.option("--bidang", default="", help="Hanya baris milik Bidang ini.")
@click.option("--timpa", is_flag=True, help="Ganti berkas yang sudah ada.")
def ekspor(folder: Path, hasil: Path | None, bidang: str, timpa: bool) -> int:
    """Menulis tabel-tabel FOLDER sebagai buku kerja Excel."""
    from renjadoc.journal import say_kept
    from renjadoc.sheets.excel import run

    target = hasil or Path(run.name_workbook(folder.resolve(), bidang))
    made = run.export_workbook(folder, target, bidang, overwrite=timpa)
    say(f"Selesai: {made.path.absolute()} ({len(made.sheets)} tabel: {', '.join(made.sheets)})")
    say_lines(say_kept(made.kept))
    if made.left_out:
        say(f"Tanpa baris milik {bidang}, jadi tidak ikut: {', '.join(made.left_out)}.")
    return 0


@command.command("impor")
@click.argument("berkas", type=InputPath("RJ070", ".xlsx", ".xlsm"))
@click.argument("folder", type=PATH)
@asking.edit_options
@click.option("--tanpa-hapus", is_flag=True, help="Baris yang tidak ada lagi di Excel dibiarkan.")
def impor(berkas: Path, folder: Path, ya: bool, coba: bool, tanpa_hapus: bool, shape: str) -> int:
    """Memasukkan isi buku kerja BERKAS ke dalam FOLDER isi."""
    from renjadoc.sheets.excel import run

    plan = run.plan_import(berkas, folder, keep_missing=tanpa_hapus)
    action = f"excel impor {berkas.name}"
    return asking.settle_plan(
        plan, lambda: _write_lines(plan), lambda: _as_json(plan), ya=ya, coba=coba, shape=shape, action=action
    )


def _write_lines(plan: Plan) -> Iterator[str]:
    yield from (f"Perhatian: {note}" for note in plan.notes)
    for change in plan.changes:
        yield asking.describe_change(plan.root, change)
        yield from (f"    {line}" for line in _write_sides(change))
    for conflict in plan.conflicts:
        change = conflict.change
        place = asking.describe_place(plan.root, change.file, change.pointer, column=change.column)
        yield f"! bentrok  {change.source}  {place}"
        yield f"    {change.row}: kini {change.old}, di Excel {change.new}; tidak ditulis"
    for fault in plan.faults:
        place = asking.describe_place(plan.root, fault.file, fault.pointer) if fault.file else ""
        yield f"! {'  '.join(filter(None, [fault.source, place]))}: {fault.message} ({fault.code})"
        yield from [f"    → {fault.hint}"] if fault.hint else []
    removed = sum(change.kind == "hapus" for change in plan.changes)
    among = f" ({removed} di antaranya baris dihapus)" if removed else ""
    yield f"{len(plan.changes)} perubahan{among}, {len(plan.conflicts)} bentrok, {len(plan.faults)} masalah."


def _write_sides(change: Change) -> Iterator[str]:
    if change.row:
        yield change.row
    if change.kind == "pindah":
        yield f"{change.old or '(awal)'} → {change.new or '(awal)'}"
        return
    yield from [f"- {change.old}"] if change.old else []
    yield from [f"+ {change.new}"] if change.new else []


def _as_json(plan: Plan) -> dict[str, Any]:
    return {
        "perubahan": [_change_as_json(change) for change in plan.changes],
        "bentrok": [_change_as_json(conflict.change) for conflict in plan.conflicts],
        "masalah": [
            {
                "kode": fault.code, "sel": fault.source, "berkas": fault.file,
                "letak": fault.pointer, "pesan": fault.message, "saran": fault.hint,
            }
            for fault in plan.faults
        ],
        "catatan": plan.notes,
    }  # fmt: skip


def _change_as_json(change: Change) -> dict[str, str]:
    return {
        "jenis": change.kind, "sel": change.source, "berkas": change.file, "letak": change.pointer,
        "kolom": change.column, "baris": change.row, "lama": change.old, "baru": change.new,
    }  # fmt: skip
