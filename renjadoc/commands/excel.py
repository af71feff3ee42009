"""`renjadoc excel`: the tables as a workbook for the Bidang, and what comes back in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renjadoc.commands import asking

if TYPE_CHECKING:
    from renjadoc.sheets.excel.run import Placed, Plan

_PATH = click.Path(path_type=Path)


@click.group()
def command() -> None:
    """Tabel-tabel Renja sebagai buku kerja Excel: diekspor untuk diisi, lalu diimpor."""


@command.command("ekspor")
@click.argument("folder", type=_PATH)
@click.option("-o", "hasil", type=_PATH, help="Nama berkas hasil.")
@click.option("--bidang", default="", help="Hanya baris milik Bidang ini.")
@click.option("--timpa", is_flag=True, help="Ganti berkas yang sudah ada.")
def ekspor(folder: Path, hasil: Path | None, bidang: str, timpa: bool) -> int:
    """Menulis tabel-tabel FOLDER sebagai buku kerja Excel."""
    from renjadoc.sheets.excel import run

    name = f"renja-{folder.resolve().name}{'-' + bidang.replace(' ', '-') if bidang else ''}.xlsx"
    made = run.export(folder, hasil or Path(name), bidang, overwrite=timpa)
    click.echo(f"Selesai: {made.path} ({len(made.sheets)} tabel: {', '.join(made.sheets)})")
    if made.left_out:
        click.echo(f"Tanpa baris milik {bidang}, jadi tidak ikut: {', '.join(made.left_out)}.")
    return 0


@command.command("impor")
@click.argument("berkas", type=_PATH)
@click.argument("folder", type=_PATH)
@asking.options
@click.option("--tanpa-hapus", is_flag=True, help="Baris yang tidak ada lagi di Excel dibiarkan.")
def impor(berkas: Path, folder: Path, ya: bool, coba: bool, tanpa_hapus: bool, shape: str) -> int:
    """Memasukkan isi buku kerja BERKAS ke dalam FOLDER isi."""
    from renjadoc.sheets.excel import run

    plan = run.plan(berkas, folder, keep_missing=tanpa_hapus)
    return asking.settle(plan, lambda: _lines(plan), lambda: _as_json(plan), ya=ya, coba=coba, shape=shape)


def _lines(plan: Plan) -> Iterator[str]:
    yield from (f"Perhatian: {note}" for note in plan.notes)
    for placed in plan.changes:
        change = placed.what
        yield f"{asking.SIGNS[change.kind]} {change.kind}  {change.cell}  {_place(plan, placed)}  {change.column}"
        yield from (f"    {line}" for line in _sides(change.kind, change.row, change.old, change.new))
    for placed in plan.conflicts:
        conflict = placed.what
        yield f"! bentrok  {conflict.cell}  {_place(plan, placed)}  {conflict.column}"
        yield f"    {conflict.row}: kini {conflict.old}, di Excel {conflict.new}; tidak ditulis"
    for placed in plan.faults:
        fault = placed.what
        level = "peringatan" if fault.code == "RJ072" else "galat"
        yield f"! {fault.cell}  {_place(plan, placed)}: {level} {fault.code}: {fault.message}"
        yield from [f"    → {fault.hint}"] if fault.hint else []
    removed = sum(placed.what.kind == "hapus" for placed in plan.changes)
    said = f" ({removed} di antaranya baris dihapus)" if removed else ""
    yield f"{len(plan.changes)} perubahan{said}, {len(plan.conflicts)} bentrok, {len(plan.faults)} masalah."


def _sides(kind: str, row: str, old: str, new: str) -> Iterator[str]:
    if row:
        yield row
    if kind == "pindah":
        yield f"{old or '(awal)'} → {new or '(awal)'}"
        return
    yield from [f"- {old}"] if old else []
    yield from [f"+ {new}"] if new else []


def _place(plan: Plan, placed: Placed) -> str:
    return f"{plan.root.as_posix()}/{placed.file} {placed.what.pointer}".rstrip()


def _as_json(plan: Plan) -> dict[str, Any]:
    def change(placed: Placed) -> dict[str, str]:
        what = placed.what
        return {
            "jenis": what.kind, "sel": what.cell, "berkas": placed.file, "letak": what.pointer,
            "kolom": what.column, "baris": what.row, "lama": what.old, "baru": what.new,
        }  # fmt: skip

    return {
        "perubahan": [change(placed) for placed in plan.changes],
        "bentrok": [change(placed) for placed in plan.conflicts],
        "masalah": [
            {
                "kode": placed.what.code, "sel": placed.what.cell, "berkas": placed.file,
                "letak": placed.what.pointer, "pesan": placed.what.message, "saran": placed.what.hint,
            }
            for placed in plan.faults
        ],
        "catatan": plan.notes,
    }  # fmt: skip
